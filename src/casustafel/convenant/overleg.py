"""Facts on a meeting of the weegploeg or of the casusoverleg. Covenant 7.3, 9.1. No personal data, no content."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from casustafel.convenant.feit import CasusFeit, ConvenantId, DossierFeit, MedewerkerId, OrganisatieId


class Bord(StrEnum):
    """Which of the two boards meets."""

    WEEGPLOEG = "weegploeg"
    CASUSOVERLEG = "casusoverleg"


class OverlegStaat(StrEnum):
    """How far a meeting is."""

    GEPLAND = "gepland"
    BEZIG = "bezig"
    AFGEROND = "afgerond"
    AFGELAST = "afgelast"


TO_COME = frozenset({OverlegStaat.GEPLAND, OverlegStaat.BEZIG})


@dataclass(frozen=True, slots=True, kw_only=True)
class PuntFeit:
    """A subject on the agenda: its dossier or casus as that stands, and whether it has been discussed."""

    feit: DossierFeit | CasusFeit
    is_besproken: bool

    @property
    def houder_id(self) -> UUID:
        """Give the id of the dossier or the casus."""
        return self.feit.kop.id


@dataclass(frozen=True, slots=True, kw_only=True)
class AanwezigeFeit:
    """An organisation that is present; the person is empty where the uitvoerder recorded it."""

    organisatie_id: OrganisatieId
    medewerker_id: MedewerkerId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlegFeit:
    """How a meeting stands. `plaats_id` is the organisation that receives; none means that it is held at a distance."""

    id: UUID
    convenant_id: ConvenantId
    bord: Bord
    nummer: str
    op: date
    van: str
    plaats_id: OrganisatieId | None
    gepland_door: OrganisatieId | None
    staat: OverlegStaat
    huidig: UUID | None = None
    punten: tuple[PuntFeit, ...] = ()
    aanwezig: tuple[AanwezigeFeit, ...] = ()
