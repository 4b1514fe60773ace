"""An incident: how far it is, what was judged of it, and by which moment the AP is told. Covenant 15.2.g; AVG 33, 34.

Moments are aware datetimes; the term of AVG 33 is one of hours by the clock.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.eigen_termijn import term_of
from casustafel.convenant.feit import ConvenantFeit, ConvenantId, StukFeit, of_kind
from casustafel.convenant.regime import TermijnCode, regime
from casustafel.convenant.stuk import IncidentStuk
from casustafel.convenant.termijn import last_day, last_moment


class Incidentstaat(StrEnum):
    """How far an incident is. Covenant 15.2.g."""

    GEMELD = "gemeld"
    BEOORDEELD = "beoordeeld"
    AP_AFGEHANDELD = "ap-afgehandeld"
    BETROKKENEN_AFGEHANDELD = "betrokkenen-afgehandeld"
    AFGESLOTEN = "afgesloten"


class Risico(StrEnum):
    """What was judged: no breach of personal data, or one, with the risk for the people it is about. AVG 33, 34."""

    GEEN_DATALEK = "geen-datalek"
    ONWAARSCHIJNLIJK = "risico-onwaarschijnlijk"
    RISICO = "risico"
    HOOG = "hoog-risico"


class Apbesluit(StrEnum):
    """What is done towards the AP: told, or not. AVG 33(1)."""

    MELDEN = "melden"
    NIET = "niet-melden"


class Apmelding(StrEnum):
    """Whether the AP was told, in time or late, or not. AVG 33(1)."""

    GEMELD = "gemeld"
    TE_LAAT = "te-laat-gemeld"
    NIET = "niet-gemeld"


class Inlichting(StrEnum):
    """Whether the people it is about were told, by a public notice, or not. AVG 34."""

    INGELICHT = "ingelicht"
    OPENBAAR = "openbaar-medegedeeld"
    NIET = "niet-ingelicht"


class Uitzondering(StrEnum):
    """Why people need not be told of a high risk: the data is unreadable, or the risk was taken away. AVG 34(3)."""

    ONLEESBAAR = "avg-34-3-a"
    WEGGENOMEN = "avg-34-3-b"


TOLD_AP: Final = frozenset({Apmelding.GEMELD, Apmelding.TE_LAAT})
MUST_TELL_AP: Final = frozenset({Risico.RISICO, Risico.HOOG})


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentFeit:
    """How an incident stands; what happened stands in its pieces, sealed.

    `bekend_op` is the moment at which the first of the organisations, or the check of the system, knew.
    """

    id: UUID
    convenant_id: ConvenantId
    nummer: str
    staat: Incidentstaat
    versie: int
    bekend_op: datetime
    afgesloten_op: date | None = None
    stukken: tuple[StukFeit, ...] = ()

    def _latest(self, soort: IncidentStuk) -> str:
        found = of_kind(self.stukken, soort)
        return found[-1].staat if found else ""

    @property
    def is_found(self) -> bool:
        """Tell whether a check of the system opened it, and no person reported it."""
        return bool(of_kind(self.stukken, IncidentStuk.BEVINDING))

    @property
    def risico(self) -> Risico | None:
        """Give what was judged last."""
        found = self._latest(IncidentStuk.BEOORDELING)
        return Risico(found) if found else None

    @property
    def ap(self) -> Apmelding | None:
        """Give whether the AP was told: once it was, it stays so. A *no* goes when a new judgement finds a risk."""
        found = {Apmelding(one.staat) for one in of_kind(self.stukken, IncidentStuk.AP)}
        told = found & TOLD_AP
        if told:
            return Apmelding.TE_LAAT if Apmelding.TE_LAAT in told else Apmelding.GEMELD
        return Apmelding.NIET if found and self.risico not in MUST_TELL_AP else None

    @property
    def inlichting(self) -> Inlichting | None:
        """Give whether the people it is about were told. A *no* from before a judgement of high risk does not hold.

        Pieces come in the order in which they were made.
        """
        kinds = (IncidentStuk.BEOORDELING, IncidentStuk.BETROKKENEN)
        said: Inlichting | None = None
        for one in of_kind(self.stukken, *kinds):
            if one.soort == IncidentStuk.BETROKKENEN:
                said = Inlichting(one.staat)
            elif said is Inlichting.NIET and one.staat == Risico.HOOG:
                said = None
        return said


@carries_out("15.2.g")
def staat_of(feit: IncidentFeit) -> Incidentstaat:
    """Give how far an incident is, by what stands in it. Covenant 15.2.g; AVG 33, 34.

    Reading: what is no breach of personal data goes from its judgement to its end.
    """
    if feit.afgesloten_op is not None:
        return Incidentstaat.AFGESLOTEN
    if feit.risico is None:
        return Incidentstaat.GEMELD
    if feit.risico is Risico.GEEN_DATALEK or feit.ap is None:
        return Incidentstaat.BEOORDEELD
    return Incidentstaat.AP_AFGEHANDELD if feit.inlichting is None else Incidentstaat.BETROKKENEN_AFGEHANDELD


@carries_out("15.2.g")
def report_by(feit: IncidentFeit, convenant: ConvenantFeit) -> datetime:
    """Give the last moment for telling the AP: 72 hours after the first of the organisations knew. AVG 33(1).

    Reading: the hours run from the moment that who reports it names, by the clock, through nights and weekends.
    """
    return last_moment(feit.bekend_op, termijn=regime(convenant.regime).term(TermijnCode.MELDEN_AP))


@carries_out("15.2.g")
def is_running(feit: IncidentFeit) -> bool:
    """Tell whether the hours of AVG 33 still run: nothing was said of the AP, and it may be a breach."""
    return feit.afgesloten_op is None and feit.ap is None and feit.risico is not Risico.GEEN_DATALEK


@carries_out("13.1")
def kept_until(feit: IncidentFeit, convenant: ConvenantFeit) -> date | None:
    """Give the last day on which a settled incident is kept; one that is not settled has none. Covenant 13.1."""
    if feit.afgesloten_op is None:
        return None
    return last_day(feit.afgesloten_op, termijn=term_of(convenant, TermijnCode.INCIDENT))
