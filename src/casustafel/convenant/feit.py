"""Facts that rules decide on: who asks, and how the dossier or the casus stands. Frozen, without personal data."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType
from uuid import UUID

from casustafel.convenant.partij import KERNPARTIJEN, Soort
from casustafel.convenant.regimes.model import Termijn

MedewerkerId = NewType("MedewerkerId", UUID)
ConvenantId = NewType("ConvenantId", UUID)
OrganisatieId = NewType("OrganisatieId", UUID)
DossierId = NewType("DossierId", UUID)
CasusId = NewType("CasusId", UUID)
StukId = NewType("StukId", UUID)


class Rol(StrEnum):
    """What a person of a party may be: an authorisation names one."""

    WEEGPLOEG = "weegploeg"
    CASUSOVERLEG = "casusoverleg"
    UITVOERDER = "uitvoerder"
    BEHANDELAAR = "behandelaar"
    TOEZICHTHOUDER = "toezichthouder"
    AUTORISATIEBEHEERDER = "autorisatiebeheerder"
    AUDITOR = "auditor"
    OPERATOR = "operator"
    SYSTEEM = "systeem"


class Taak(StrEnum):
    """The named task for which an uitvoerder opens a file. Covenant 5, reading."""

    VOORBEREIDEN = "voorbereiden"
    CONTROLEREN = "controleren"
    VERZOEK = "verzoek"


class DossierStaat(StrEnum):
    """How far a dossier of the weegploeg is."""

    NIEUW = "nieuw"
    IN_WEGING = "in-weging"
    INFORMATIE_GEVRAAGD = "informatie-gevraagd"
    AGENDEREN = "agenderen"
    NIET_AGENDEREN = "niet-agenderen"
    OVERGEDRAGEN = "overgedragen"
    AFGESLOTEN = "afgesloten"
    OPGEGAAN = "opgegaan"


UNDECIDED = frozenset({DossierStaat.NIEUW, DossierStaat.IN_WEGING, DossierStaat.INFORMATIE_GEVRAAGD})


class CasusStaat(StrEnum):
    """How far a casus of the casusoverleg is."""

    OPEN = "open"
    PLAN_VASTGESTELD = "plan-vastgesteld"
    AFSLUITING_GEADVISEERD = "afsluiting-geadviseerd"
    AFGESLOTEN = "afgesloten"


class Maatregelstaat(StrEnum):
    """How a measure of the plan stands. Covenant 9.4."""

    LOOPT = "loopt"
    UITGEVOERD = "uitgevoerd"
    VERVALLEN = "vervallen"


class Uitkomst(StrEnum):
    """The two outcomes of the weegploeg. Covenant 7.4."""

    AGENDEREN = "agenderen"
    NIET_AGENDEREN = "niet-agenderen"


class Keuze(StrEnum):
    """What a kernpartij answers when agreement is asked."""

    INSTEMMEN = "instemmen"
    ONTHOUDEN = "onthouden"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisatieFeit:
    """A party or an externe casuspartner of the covenant, and the days between which it takes part."""

    id: OrganisatieId
    naam: str
    soort: Soort
    vanaf: date
    tot: date | None = None

    def is_in_force_on(self, day: date) -> bool:
        """Tell whether the organisation takes part on the day; `tot` is the first day on which it no longer does."""
        return self.vanaf <= day and (self.tot is None or day < self.tot)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConvenantFeit:
    """The covenant as rules need it."""

    id: ConvenantId
    in_werking_op: date
    regime: str
    regime_geverifieerd_op: date | None
    organisaties: tuple[OrganisatieFeit, ...]
    criteria: frozenset[str]
    maatregelen_geldig_tot: date | None = None
    """The last day on which the college's statement of Besluit B2.b is current; none without a statement."""
    termijnen: tuple[Termijn, ...] = ()
    """The covenant's own terms of retention, where it has shorter ones than its regime. Covenant 13, reading."""

    def kernpartijen_on(self, day: date) -> tuple[OrganisatieFeit, ...]:
        """Give the kernpartijen that take part on the day."""
        return tuple(o for o in self.organisaties if o.soort in KERNPARTIJEN and o.is_in_force_on(day))

    def organisatie(self, organisatie_id: OrganisatieId) -> OrganisatieFeit | None:
        """Find an organisation of this covenant."""
        return next((o for o in self.organisaties if o.id == organisatie_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wie:
    """Who asks: a person of an organisation in one covenant, with the roles that are valid today."""

    medewerker_id: MedewerkerId | None
    organisatie: OrganisatieFeit | None
    rollen: frozenset[Rol]
    convenant: ConvenantFeit
    geheimhouding_aanvaard: bool
    taak: Taak | None = None
    is_plaatsvervanger: bool = False
    uitgesloten: frozenset[UUID] = frozenset()
    """The dossiers, casussen and subjects in the archive that are kept from this person. Covenant 15.2.b."""

    @property
    def soort(self) -> Soort | None:
        """Give the kind of organisation that this person speaks for."""
        return self.organisatie.soort if self.organisatie else None

    @property
    def organisatie_id(self) -> OrganisatieId | None:
        """Give the id of the organisation that this person speaks for."""
        return self.organisatie.id if self.organisatie else None


@dataclass(frozen=True, slots=True, kw_only=True)
class StukFeit:
    """The plain part of a piece of a file: kind, whose, beside which other piece, its days and its state."""

    id: StukId
    soort: str
    organisatie_id: OrganisatieId | None
    bij_id: StukId | None
    op: date
    uiterlijk_op: date | None = None
    staat: str = ""


def of_kind(stukken: Iterable[StukFeit], *soorten: str) -> tuple[StukFeit, ...]:
    """Give the pieces of these kinds, in the order they have."""
    return tuple(stuk for stuk in stukken if stuk.soort in soorten)


@dataclass(frozen=True, slots=True, kw_only=True)
class StandpuntFeit:
    """The position of one kernpartij; `uitkomst` is empty where the question has only one answer to agree with."""

    organisatie_id: OrganisatieId
    keuze: Keuze
    uitkomst: Uitkomst | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierKop:
    """What a list needs to decide on a dossier of the weegploeg."""

    id: DossierId
    convenant_id: ConvenantId
    nummer: str
    staat: DossierStaat
    versie: int
    eerste_signaal_op: date
    verwerkt_op: date
    elders_op: date | None = None
    """The last casework on the subject in the other file, as far as this file heard. Covenant 13.1."""
    besloten_op: date | None = None
    verlengd_op: date | None = None
    is_afgeschermd: bool = False
    """Whether the whole subject is kept from casework. Covenant 12.5; AVG 18."""
    is_behouden: bool = False
    """Whether it is kept past its term because of that. Covenant 13."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InformatieverzoekFeit:
    """A question of the weegploeg to a kernpartij, answered or not."""

    id: StukId
    organisatie_id: OrganisatieId
    is_answered: bool
    uiterlijk_op: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierFeit:
    """How a dossier of the weegploeg stands."""

    kop: DossierKop
    signalen: frozenset[StukId]
    gewogen: frozenset[StukId]
    informatieverzoeken: tuple[InformatieverzoekFeit, ...]
    standpunten: tuple[StandpuntFeit, ...]
    betrokken: frozenset[OrganisatieId]
    stukken: tuple[StukFeit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DeelnemerFeit:
    """An organisation at the table of a casus, with its first day and the first day on which it has left."""

    organisatie_id: OrganisatieId
    vanaf: date
    tot: date | None = None

    def is_at_table_on(self, day: date) -> bool:
        """Tell whether the organisation is at the table on the day."""
        return self.vanaf <= day and (self.tot is None or day < self.tot)


@dataclass(frozen=True, slots=True, kw_only=True)
class MaatregelFeit:
    """A measure of the plan: who carries it out, to which version of the plan it belongs, and whether it is done."""

    id: StukId
    plan_id: StukId
    organisatie_id: OrganisatieId
    uiterlijk_op: date | None = None
    staat: str = ""

    @property
    def is_running(self) -> bool:
        """Tell whether the measure is still to be carried out."""
        return self.staat in {"", Maatregelstaat.LOOPT}


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusKop:
    """What a list needs to decide on a casus."""

    id: CasusId
    convenant_id: ConvenantId
    nummer: str
    staat: CasusStaat
    versie: int
    geopend_op: date
    verwerkt_op: date
    deelnemers: tuple[DeelnemerFeit, ...]
    elders_op: date | None = None
    is_afgeschermd: bool = False
    """Whether the whole subject is kept from casework. Covenant 12.5; AVG 18."""
    is_behouden: bool = False
    """Whether it is kept past its term because of that. Covenant 13."""

    def is_at_table(self, organisatie_id: OrganisatieId | None, *, day: date) -> bool:
        """Tell whether the organisation is at the table of this casus on the day."""
        return any(d.organisatie_id == organisatie_id and d.is_at_table_on(day) for d in self.deelnemers)


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusFeit:
    """How a casus stands."""

    kop: CasusKop
    plan_concept: StukId | None
    plan_vastgesteld: StukId | None
    maatregelen: tuple[MaatregelFeit, ...]
    standpunten: tuple[StandpuntFeit, ...]
    stukken: tuple[StukFeit, ...] = ()
