"""Every kind of person that there is, seen from one dossier and one casus. The law page: *Who*."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from casustafel.acts.places import Plaats
from casustafel.convenant.feit import Rol, Taak


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Where one of the invented people sits: an organisation by its code, its roles, the task of an uitvoerder."""

    organisatie: str
    rollen: tuple[Rol, ...]
    taak: Taak | None = None
    lacks: str = ""
    """What this person has no more, or not yet: `secrecy`, `authorisation` (it ended), `withdrawn`, `covenant`."""


BOTH = (Rol.WEEGPLOEG, Rol.CASUSOVERLEG)
TABLE = (Rol.CASUSOVERLEG,)

# Who sits at the table of every casus here: politie, Raad, De Brug, and the reclassering that left the covenant.
AT_TABLE: Final = ("politie", "raad", "de-brug", "vertrokken")

SEATS: Final[dict[str, Seat]] = {
    "kernpartij at the table": Seat(organisatie="politie", rollen=BOTH),
    "kernpartij not at the table": Seat(organisatie="om", rollen=BOTH),
    "kernpartij of the college": Seat(organisatie="gemeente", rollen=BOTH),
    "kernpartij at the table without the weegploeg role": Seat(organisatie="politie", rollen=TABLE),
    "kernpartij not at the table without the weegploeg role": Seat(organisatie="om", rollen=TABLE),
    "casuspartij at the table": Seat(organisatie="raad", rollen=TABLE),
    "casuspartij not at the table": Seat(organisatie="reclassering", rollen=TABLE),
    "partner at the table": Seat(organisatie="de-brug", rollen=TABLE),
    "partner not at the table": Seat(organisatie="roc", rollen=TABLE),
    "uitvoerder without a task": Seat(organisatie="gemeente", rollen=(Rol.UITVOERDER,)),
    "uitvoerder who prepares": Seat(organisatie="gemeente", rollen=(Rol.UITVOERDER,), taak=Taak.VOORBEREIDEN),
    "uitvoerder who checks": Seat(organisatie="gemeente", rollen=(Rol.UITVOERDER,), taak=Taak.CONTROLEREN),
    "uitvoerder with a request": Seat(organisatie="gemeente", rollen=(Rol.UITVOERDER,), taak=Taak.VERZOEK),
    "appointed to handle requests": Seat(organisatie="gemeente", rollen=(Rol.BEHANDELAAR,)),
    "toezichthouder": Seat(organisatie="gemeente", rollen=(Rol.TOEZICHTHOUDER,)),
    "manager of authorisations": Seat(organisatie="gemeente", rollen=(Rol.AUTORISATIEBEHEERDER,)),
    "auditor": Seat(organisatie="gemeente", rollen=(Rol.AUDITOR,)),
    "party that left, at the table": Seat(organisatie="vertrokken", rollen=TABLE),
    "secrecy not accepted": Seat(organisatie="politie", rollen=BOTH, lacks="secrecy"),
    "authorisation that ended": Seat(organisatie="politie", rollen=BOTH, lacks="authorisation"),
    "authorisation that was withdrawn": Seat(organisatie="politie", rollen=BOTH, lacks="withdrawn"),
    "kernpartij of another covenant": Seat(organisatie="politie", rollen=BOTH, lacks="covenant"),
    "nobody": Seat(organisatie="", rollen=()),
}

WEEGPLOEG: Final = frozenset({"kernpartij at the table", "kernpartij not at the table", "kernpartij of the college"})
TASKED: Final = frozenset({"uitvoerder who prepares", "uitvoerder who checks", "uitvoerder with a request"})
UITVOERDER: Final = TASKED | {"uitvoerder without a task"}
PARTIES_AT_TABLE: Final = frozenset(
    {
        "kernpartij at the table",
        "kernpartij at the table without the weegploeg role",
        "casuspartij at the table",
    }
)
TABLE_OF_ALL: Final = PARTIES_AT_TABLE | {"partner at the table"}
STANDING: Final = frozenset(
    name for name, seat in SEATS.items() if name != "nobody" and not seat.lacks and seat.organisatie != "vertrokken"
)
"""Who has any standing in the covenant: a valid authorisation, secrecy accepted, an organisation that takes part."""


@dataclass(frozen=True, slots=True)
class Person:
    """One of the people, with the token that they call with."""

    name: str
    plaats: Plaats | None
    token: str
    taak: Taak | None


def people_file(covenant: str) -> dict[str, Any]:
    """Give the people file of the matrix: one account per kind of person of this covenant."""
    return {
        "medewerker": [
            {
                "naam": f"{name} (verzonnen)",
                "email": email(name, covenant),
                "autorisatie": [{"convenant": covenant, "organisatie": seat.organisatie, "rollen": list(seat.rollen)}],
            }
            for name, seat in SEATS.items()
            if seat.organisatie and (seat.lacks == "covenant") == (covenant == "elders")
        ]
    }


def email(name: str, covenant: str) -> str:
    """Give the address of one of the people."""
    return f"{name.replace(' ', '-').replace(',', '')}@{covenant}.example"


LONG: Final = timedelta(days=150)
