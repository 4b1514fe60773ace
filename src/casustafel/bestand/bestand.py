"""The files: each is a database of its own, with a wall around it. Covenant 8.1, 10.1, 13.2."""

from enum import StrEnum


class Bestand(StrEnum):
    """A file; the value is the alias of its database."""

    REGISTER = "default"
    KLUIS = "kluis"
    WEEGPLOEG = "weegploeg"
    CASUSOVERLEG = "casusoverleg"
    ARCHIEF = "archief"


def naam_of(bestand: Bestand) -> str:
    """Give the name of a file as people know it."""
    return "register" if bestand is Bestand.REGISTER else bestand.value


ROOMS = {
    "kluis": Bestand.KLUIS,
    "weegploeg": Bestand.WEEGPLOEG,
    "casusoverleg": Bestand.CASUSOVERLEG,
    "archief": Bestand.ARCHIEF,
}
