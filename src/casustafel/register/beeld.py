"""What the register gives to acts: frozen, without tables behind it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from casustafel.convenant.feit import ConvenantFeit, ConvenantId, MedewerkerId, OrganisatieId, Taak
from casustafel.convenant.partij import Soort

NO_COVENANT = ConvenantFeit(
    id=ConvenantId(UUID(int=0)),
    in_werking_op=date.max,
    regime="convenant-2017",
    regime_geverifieerd_op=None,
    organisaties=(),
    criteria=frozenset(),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaats:
    """For whom a request speaks: a person, in an organisation of a covenant, with the named task of an uitvoerder."""

    medewerker_id: MedewerkerId
    convenant_id: ConvenantId
    organisatie_id: OrganisatieId
    taak: Taak | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """The names that go with a place."""

    organisatie: str
    gemeente: str
    is_verzonnen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Melder:
    """Who brings a signaal in: the representative of the kernpartij, with the contact of the party. Covenant 8.2.c."""

    naam: str
    contact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Zetel:
    """An organisation of a covenant, found by their codes."""

    id: UUID
    convenant_id: UUID
    regime: str
    soort: Soort


@dataclass(frozen=True, slots=True, kw_only=True)
class AutorisatieRij:
    """A valid authorisation, with who holds it."""

    id: UUID
    medewerker_id: UUID
    naam: str
    email: str
    functie: str
    organisatie: str
    rol: str
    vanaf: date
    tot: date
    is_aanvaard: bool
    is_gekoppeld: bool
