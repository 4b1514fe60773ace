"""The files: each is a database of its own, with a wall around it. Covenant 8.1, 10.1, 13.2."""

from enum import StrEnum
from typing import Final


class Bestand(StrEnum):
    """A file, and the name of its keys; the value is the alias of its database, but for what shares one."""

    REGISTER = "default"
    KLUIS = "kluis"
    WEEGPLOEG = "weegploeg"
    CASUSOVERLEG = "casusoverleg"
    ARCHIEF = "archief"
    BETROKKENE = "betrokkene"
    TOEZICHT = "toezicht"

    @property
    def database(self) -> str:
        """Give the alias of the database that this file stands in; requests, oversight in the register's. Cov. 12."""
        return Bestand.REGISTER.value if self in {Bestand.BETROKKENE, Bestand.TOEZICHT} else self.value


DATABASES: Final = tuple(bestand for bestand in Bestand if bestand.database == bestand.value)
"""The files that are a database of their own. Covenant 8.1, 10.1, 13.2."""


def naam_of(bestand: Bestand) -> str:
    """Give the name of a file as people know it."""
    return "register" if bestand is Bestand.REGISTER else bestand.value


ROOMS = {
    "kluis": Bestand.KLUIS,
    "weegploeg": Bestand.WEEGPLOEG,
    "casusoverleg": Bestand.CASUSOVERLEG,
    "archief": Bestand.ARCHIEF,
    "betrokkene": Bestand.BETROKKENE,
    "toezicht": Bestand.TOEZICHT,
}
