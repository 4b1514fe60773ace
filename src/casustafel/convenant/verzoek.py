"""A request of the person concerned: what it is, how far it is, and by which day what is due. Covenant 12.

Days are calendar days in Europe/Amsterdam; each function gives a *last day*, on which the term still runs.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.eigen_termijn import term_of
from casustafel.convenant.feit import ConvenantFeit, ConvenantId, OrganisatieId, StukFeit, Wie, of_kind
from casustafel.convenant.partij import PARTIJEN
from casustafel.convenant.regime import TermijnCode, regime
from casustafel.convenant.stuk import VERVALLEN, VerzoekStuk
from casustafel.convenant.termijn import days_left, last_day


class Verzoeksoort(StrEnum):
    """What is asked: access, correction, objection, restriction. Covenant 12.1, 12.3, 12.5; AVG 15-18, 21."""

    INZAGE = "inzage"
    CORRECTIE = "correctie"
    VERZET = "verzet"
    BEPERKING = "beperking"


class Verzoekstaat(StrEnum):
    """How far a request is. `ONBEKEND` ends one of which the identity was not established in time. Covenant 12.3."""

    ONTVANGEN = "ontvangen"
    IDENTITEIT_VASTGESTELD = "identiteit-vastgesteld"
    VERZAMELD = "verzameld"
    BESLOTEN = "besloten"
    BEANTWOORD = "beantwoord"
    UITGEVOERD = "uitgevoerd"
    GEMELD = "gemeld"
    ONBEKEND = "onbekend"


class Taakstaat(StrEnum):
    """Whether the part of a party, or of somebody appointed, is done."""

    OPEN = "open"
    GEDAAN = "gedaan"


class Antwoord(StrEnum):
    """What a kernpartij says of what is asked: do it, or a ground that stands in the way. Covenant 12.2, 12.4."""

    INWILLIGEN = "inwilligen"
    GROND_EIGEN = "grond-eigen"
    GROND_ALLES = "grond-alles"


class Stukkeuze(StrEnum):
    """What the party that a piece comes from says of it: give it, without the melder's name, or not. Covenant 12.4."""

    GEVEN = "geven"
    ZONDER_MELDER = "zonder-melder"
    WEGLATEN = "weglaten"


class Inzagenamen(StrEnum):
    """Whether the overview names the employees of an organisation who looked. Covenant 12.3, reading."""

    MET_NAMEN = "met-namen"
    ZONDER_NAMEN = "zonder-namen"


class Besluituitkomst(StrEnum):
    """What the controller decides: all of it, what no ground reaches, or nothing. Covenant 12.2, 12.4."""

    TOEGEWEZEN = "toegewezen"
    DEELS = "deels-afgewezen"
    AFGEWEZEN = "afgewezen"


class Vertegenwoordiging(StrEnum):
    """Why somebody else asks: none of these, nobody else. Covenant 12.1."""

    GEEN = "geen"
    JONGER_DAN_16 = "jonger-dan-16"
    CURATELE = "curatele"
    MENTORSCHAP = "mentorschap"


TERMIJN_VAN: Final = {
    Verzoeksoort.INZAGE: TermijnCode.INZAGE,
    Verzoeksoort.CORRECTIE: TermijnCode.CORRECTIE,
    Verzoeksoort.VERZET: TermijnCode.VERZET,
    Verzoeksoort.BEPERKING: TermijnCode.BEPERKING,
}
ARTIKEL_VAN: Final = {
    Verzoeksoort.INZAGE: "12.3",
    Verzoeksoort.CORRECTIE: "12.5",
    Verzoeksoort.VERZET: "12.1",
    Verzoeksoort.BEPERKING: "12.1",
}
ESTABLISHED: Final = frozenset(Verzoekstaat) - {Verzoekstaat.ONTVANGEN, Verzoekstaat.ONBEKEND}
"""The states that lie behind the gate: whose request it is was established. Covenant 12.3."""
UNANSWERED: Final = frozenset(
    {
        Verzoekstaat.ONTVANGEN,
        Verzoekstaat.IDENTITEIT_VASTGESTELD,
        Verzoekstaat.VERZAMELD,
        Verzoekstaat.BESLOTEN,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuze:
    """What a party says of one piece of the overview, and on which ground of 11.3 it is kept back."""

    stuk_id: UUID
    organisatie_id: OrganisatieId
    keuze: Stukkeuze
    grond: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VerzoekFeit:
    """How a request stands. Whose it is stands in its pieces, sealed.

    `gegevens_tot` is the last day on which what it is about is kept, where that is known and comes first.
    """

    id: UUID
    convenant_id: ConvenantId
    nummer: str
    soort: Verzoeksoort
    staat: Verzoekstaat
    versie: int
    ontvangen_op: date
    gegevens_tot: date | None = None
    besloten_op: date | None = None
    beantwoord_op: date | None = None
    uitkomst: Besluituitkomst | None = None
    stukken: tuple[StukFeit, ...] = ()

    @property
    def taken(self) -> tuple[StukFeit, ...]:
        """Give the tasks that were given out: to a party, or beside the id of a person to somebody appointed."""
        return tuple(s for s in of_kind(self.stukken, VerzoekStuk.TAAK) if s.staat != VERVALLEN)

    @property
    def treffers(self) -> frozenset[UUID]:
        """Give the ids of the dossiers that this request is about, as far as these were found."""
        return frozenset(s.bij_id for s in of_kind(self.stukken, VerzoekStuk.TREFFER) if s.bij_id is not None)

    @property
    def verzameld(self) -> frozenset[UUID]:
        """Give the ids of the dossiers of which what they held was gathered."""
        found = of_kind(self.stukken, VerzoekStuk.OVERZICHT)
        return frozenset(s.bij_id for s in found if s.bij_id is not None and s.staat != VERVALLEN)

    @property
    def keuzes(self) -> tuple["Keuze", ...]:
        """Give what was said of pieces of the overview."""
        return tuple(
            Keuze(stuk_id=s.bij_id, organisatie_id=s.organisatie_id, keuze=Stukkeuze(keuze), grond=grond)
            for s in of_kind(self.stukken, VerzoekStuk.KEUZE)
            if s.bij_id is not None and s.organisatie_id is not None
            for keuze, _sign, grond in [s.staat.partition(":")]
        )

    @property
    def met_namen(self) -> frozenset[OrganisatieId]:
        """Give the organisations that chose to name who of their employees looked."""
        chosen = of_kind(self.stukken, VerzoekStuk.INZAGENAMEN)
        return frozenset(s.organisatie_id for s in chosen if s.organisatie_id and s.staat == Inzagenamen.MET_NAMEN)

    @property
    def wijzigingen(self) -> tuple[StukFeit, ...]:
        """Give the changes that were chosen: beside the item, or the dossier for the name and address. Cov. 12.5."""
        return of_kind(self.stukken, VerzoekStuk.WIJZIGING)

    @property
    def bestanden(self) -> tuple[StukFeit, ...]:
        """Give the files in which it is carried out: beside what it is carried out in, with how far that is."""
        return of_kind(self.stukken, VerzoekStuk.BESTAND)

    @property
    def meldingen(self) -> tuple[StukFeit, ...]:
        """Give the notices of what was carried out: of an organisation, or beside a recipient outside. Cov. 12.6."""
        return of_kind(self.stukken, VerzoekStuk.MELDING)

    @property
    def is_begonnen(self) -> bool:
        """Tell whether carrying out was begun: from then on nothing more is chosen. Covenant 12.6."""
        return bool(of_kind(self.stukken, VerzoekStuk.UITVOERING))

    @property
    def is_established(self) -> bool:
        """Tell whether identity was established, and with it who may ask. Covenant 12.1, 12.3."""
        seen = (one for one in of_kind(self.stukken, VerzoekStuk.IDENTITEIT) if one.staat != Verzoekstaat.ONBEKEND)
        return self.staat in ESTABLISHED and any(seen)


@carries_out("12.1", "12.3")
def still_to_ask(feit: VerzoekFeit, bronnen: Iterable[UUID], convenant: ConvenantFeit, *, day: date) -> list[UUID]:
    """Give the parties that provided what is to be looked at, and have no task for the request yet. Covenant 12.1.

    Reading: a party looks at its own text before it is given. An externe casuspartner is no party: a kernpartij looks.
    """
    asked = {taak.organisatie_id for taak in feit.taken if taak.bij_id is None}
    parties = {o.id for o in convenant.organisaties if o.soort in PARTIJEN and o.is_in_force_on(day)}
    return sorted((set(bronnen) & parties) - asked)


def taak_of(wie: Wie, feit: VerzoekFeit) -> tuple[StukFeit, ...]:
    """Give the tasks of somebody: those of the own organisation, and those of the own name. Covenant 12.1."""
    return tuple(
        taak
        for taak in feit.taken
        if taak.organisatie_id == wie.organisatie_id and taak.bij_id in {None, wie.medewerker_id}
    )


def reminded_on(feit: VerzoekFeit, taak_id: UUID) -> date | None:
    """Give the day on which was asked last to do a task that is late; none where it was not asked again."""
    return max((s.op for s in of_kind(feit.stukken, VerzoekStuk.HERINNERING) if s.bij_id == taak_id), default=None)


# --- by which day ---


def _term(feit: VerzoekFeit, convenant: ConvenantFeit) -> date:
    return last_day(feit.ontvangen_op, termijn=regime(convenant.regime).term(TERMIJN_VAN[feit.soort]))


@carries_out("12.3", "12.5", "12.1")
def answer_by(feit: VerzoekFeit, convenant: ConvenantFeit) -> date:
    """Give the last day to answer: 28 days from receipt, or the last day of the data where that comes first.

    Covenant 12.3, 12.5. Reading: the 28 days run while identity is open; the day of receipt itself does not count.
    """
    last = _term(feit, convenant)
    if feit.gegevens_tot is None:
        return last
    return max(feit.ontvangen_op, min(last, feit.gegevens_tot))


@carries_out("12.6")
def carry_out_by(feit: VerzoekFeit, convenant: ConvenantFeit) -> date | None:
    """Give the last day to carry out what was decided: 28 days from the decision; none without one. Covenant 12.6."""
    if feit.besloten_op is None or not must_carry_out(feit):
        return None
    return last_day(feit.besloten_op, termijn=regime(convenant.regime).term(TermijnCode.CORRECTIE_UITVOEREN))


@carries_out("12.5", "12.6")
def must_carry_out(feit: VerzoekFeit) -> bool:
    """Tell whether a decision asks for more than an answer: all but access, unless nothing was granted."""
    is_granted = feit.uitkomst in {Besluituitkomst.TOEGEWEZEN, Besluituitkomst.DEELS}
    return feit.soort is not Verzoeksoort.INZAGE and is_granted


@carries_out("12.3", "12.5")
def check_by(feit: VerzoekFeit, convenant: ConvenantFeit) -> date:
    """Give the last day for a party to check its part: two weeks from receipt, never after the answer is due.

    Covenant 12.3. Reading: police and OM are told on the first day, and so is the third kernpartij.
    """
    ahead = last_day(feit.ontvangen_op, termijn=regime(convenant.regime).term(TermijnCode.VERZOEK_DEEL))
    return min(ahead, answer_by(feit, convenant))


@carries_out("12.1", "12.3")
def taak_late(feit: VerzoekFeit, taak: StukFeit, convenant: ConvenantFeit, *, day: date) -> int:
    """Give how many days a task that is open is late: 0 up to and including its last day, or once it is done."""
    last = taak.uiterlijk_op or answer_by(feit, convenant)
    return max(0, -days_left(day, until=last)) if taak.staat == Taakstaat.OPEN else 0


@carries_out("12.4")
def appeal_by(besluit_on: date, convenant: ConvenantFeit) -> date:
    """Give the last day for bezwaar: six weeks after the decision was sent. Covenant 12.4; Awb 6:7, 6:8."""
    return last_day(besluit_on, termijn=regime(convenant.regime).term(TermijnCode.RECHTSMIDDEL))


@carries_out("12.3", "13.1")
def kept_until(feit: VerzoekFeit, convenant: ConvenantFeit) -> date:
    """Give the last day on which a request is kept that follows no dossier: a year after the answer. Covenant 13.1.

    Reading: one that was never answered is kept a year from the last day to answer.
    """
    return last_day(closed_on(feit, convenant), termijn=term_of(convenant, TermijnCode.LOS_VERZOEK))


def closed_on(feit: VerzoekFeit, convenant: ConvenantFeit) -> date:
    """Give the day of the answer, or the last one to give it."""
    return feit.beantwoord_op or answer_by(feit, convenant)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fase:
    """What a request waits for now, by which day, and how many days are left: 0 on that day, less than 0 after it."""

    tot: date
    dagen: int
    artikel: str


@carries_out("12.3", "12.5", "12.6")
def due(feit: VerzoekFeit, convenant: ConvenantFeit, *, day: date) -> Fase | None:
    """Give what is due next on a request: the answer, then carrying out and telling; nothing where all is done."""
    if feit.staat in UNANSWERED:
        tot, artikel = answer_by(feit, convenant), ARTIKEL_VAN[feit.soort]
    elif feit.staat in {Verzoekstaat.BEANTWOORD, Verzoekstaat.UITGEVOERD}:
        found = carry_out_by(feit, convenant)
        if found is None:
            return None
        tot, artikel = found, "12.6"
    else:
        return None
    return Fase(tot=tot, dagen=days_left(day, until=tot), artikel=artikel)


# --- what the kernpartijen decide ---


@dataclass(frozen=True, slots=True, kw_only=True)
class VerzoekStandpunt:
    """What one kernpartij says, and for a ground which one: without the words, which are sealed."""

    organisatie_id: OrganisatieId
    antwoord: Antwoord
    grond: str = ""


@carries_out("12.4", "4")
def reached(
    standpunten: Iterable[VerzoekStandpunt], kernpartijen: Iterable[OrganisatieId]
) -> tuple[Besluituitkomst, frozenset[OrganisatieId]]:
    """Give what follows from the positions, and whose data a ground keeps back. Covenant 4, 12.4.

    Reading: a ground reaches the data of the kernpartij that invokes it; all of the data only where every kernpartij
    invokes that same ground for all. Who is silent stands in nobody's way.
    """
    taken = {one.organisatie_id: one for one in standpunten}
    asked = tuple(kernpartijen)
    grounds = {taken[one].grond for one in asked if one in taken and taken[one].antwoord is Antwoord.GROND_ALLES}
    is_by_all = all(one in taken and taken[one].antwoord is Antwoord.GROND_ALLES for one in asked)
    if asked and is_by_all and len(grounds) == 1:
        return Besluituitkomst.AFGEWEZEN, frozenset(asked)
    kept = frozenset(one for one in asked if one in taken and taken[one].antwoord is not Antwoord.INWILLIGEN)
    return (Besluituitkomst.DEELS if kept else Besluituitkomst.TOEGEWEZEN), kept
