"""Incidents: who reports and who handles them, what a judgement, a notice and an end need. Cov. 15.2.g; AVG 33, 34."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Final

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import Rol, Wie
from casustafel.convenant.incident import (
    MUST_TELL_AP,
    TOLD_AP,
    Apbesluit,
    Apmelding,
    IncidentFeit,
    Inlichting,
    Risico,
    Uitzondering,
    kept_until,
    report_by,
)
from casustafel.convenant.rules.logbewijs import OVERSIGHT
from casustafel.convenant.rules.toegang import standing
from casustafel.convenant.rules.weegploeg import text_reason
from casustafel.convenant.verdict import (
    Reason,
    Verdict,
    field_fault,
    gettext_noop,
    hide_for,
    refuse_for,
    right_fault,
    state_fault,
)

ART: Final = "15.2.g"
OF_A_BREACH: Final = ("aard", "personen", "gegevens", "gevolgen", "maatregelen")
"""What AVG 33(3) asks to be known of a breach: its nature, whose and which data, consequences, measures."""


@carries_out("15.2.g")
def may_report_incident(wie: Wie, *, wat: str, bekend_op: datetime | None, now: datetime, day: date) -> Verdict:
    """Say whether somebody may report an incident: everybody who works here; it takes what happened and since when.

    Covenant 15.2.g. Reading: also who may see nothing else today, because no task was named.
    """
    away = tuple(standing(wie, convenant_id=wie.convenant.id, day=day))
    if away or Rol.SYSTEEM in wie.rollen:
        return hide_for([*away, right_fault(ART, "person", gettext_noop("A person reports an incident."))])

    def reasons() -> Iterator[Reason]:
        yield from text_reason(ART, "wat", wat)
        if bekend_op is None:
            yield field_fault(ART, "bekend_op", gettext_noop("Say since when you know, with day and time."))
        else:
            yield from _past(bekend_op, "bekend_op", now=now)

    return refuse_for(reasons())


def _past(moment: datetime, name: str, *, now: datetime) -> Iterator[Reason]:
    if moment > now:
        yield field_fault(ART, name, gettext_noop("This moment has not come yet."))


@carries_out("15.2.g", "15.1")
def may_open_bevinding(wie: Wie, *, day: date) -> Verdict:
    """Say whether a check that found something not whole may open an incident of it: by the system. Covenant 15.2.g."""
    away = tuple(standing(wie, convenant_id=wie.convenant.id, day=day))
    if away or Rol.SYSTEEM not in wie.rollen:
        text = gettext_noop("Only a check of the system opens an incident by itself.")
        return hide_for([*away, right_fault(ART, "system", text)])
    return refuse_for(())


@carries_out("15.2.g")
def may_find_incidenten(wie: Wie, *, day: date) -> Verdict:
    """Say whether somebody has the register of incidents: the toezichthouder. Covenant 15.2.g; AVG 33(5)."""

    def away() -> Iterator[Reason]:
        yield from standing(wie, convenant_id=wie.convenant.id, day=day)
        if Rol.TOEZICHTHOUDER not in wie.rollen:
            yield right_fault(ART, "toezichthouder", gettext_noop("The toezichthouder handles incidents."))

    return hide_for(away())


@carries_out("15.2.g")
def may_count_incidenten(wie: Wie, *, day: date) -> Verdict:
    """Say whether somebody sees how many incidents there are: the toezichthouder and the auditor. Covenant 15.2.g."""

    def away() -> Iterator[Reason]:
        yield from standing(wie, convenant_id=wie.convenant.id, day=day)
        if not OVERSIGHT & wie.rollen:
            text = gettext_noop("Only the toezichthouder and the auditor count incidents.")
            yield right_fault(ART, "oversight", text)

    return hide_for(away())


@carries_out("15.2.g", "13.1")
def may_open_incident(wie: Wie, feit: IncidentFeit, *, day: date) -> Verdict:
    """Say whether an incident may stand in the list, or be opened: until its term has ended. Covenant 15.2.g, 13.1."""
    may = may_find_incidenten(wie, day=day)
    if not may.is_allowed:
        return may

    def away() -> Iterator[Reason]:
        yield from standing(wie, convenant_id=feit.convenant_id, day=day)
        last = kept_until(feit, wie.convenant)
        if last is not None and day > last:
            yield right_fault("13.1", "past-term", gettext_noop("The term for which this is kept here has ended."))

    return hide_for(away())


def _on_open(wie: Wie, feit: IncidentFeit, *, reasons: Iterable[Reason], day: date) -> Verdict:
    """Ask for an incident that was not settled."""
    seen = may_open_incident(wie, feit, day=day)
    if not seen.is_allowed:
        return seen
    if feit.afgesloten_op is not None:
        return refuse_for([state_fault(ART, "settled", gettext_noop("This incident is settled."))])
    return refuse_for(reasons)


@carries_out("15.2.g")
def may_assess_incident(wie: Wie, feit: IncidentFeit, *, risico: Risico, said: Mapping[str, str], day: date) -> Verdict:
    """Say whether an incident may be judged, for the first time or anew. Covenant 15.2.g; AVG 33(3), 33(5).

    `said` holds what was written by its field. What the AP was told as a breach stays one.
    """

    def reasons() -> Iterator[Reason]:
        asked = () if risico is Risico.GEEN_DATALEK else OF_A_BREACH
        for name in (*asked, "motivering"):
            yield from text_reason(ART, name, said[name])
        if risico is Risico.GEEN_DATALEK and feit.ap in TOLD_AP:
            text = gettext_noop("The AP was told of this breach: it stays one in the register.")
            yield field_fault(ART, "risico", text)

    return _on_open(wie, feit, reasons=reasons(), day=day)


def _breach(feit: IncidentFeit) -> Iterator[Reason]:
    if feit.risico is None:
        yield state_fault(ART, "not-judged", gettext_noop("Judge this incident first."))
    elif feit.risico is Risico.GEEN_DATALEK:
        text = gettext_noop("This is no breach of personal data: there is nobody to tell.")
        yield state_fault(ART, "no-breach", text)


@carries_out("15.2.g")
def may_record_ap(  # a notice is its moment and its words
    wie: Wie,
    feit: IncidentFeit,
    *,
    besluit: Apbesluit,
    gemeld_op: datetime | None,
    said: Mapping[str, str],
    now: datetime,
    day: date,
) -> Verdict:
    """Say whether it may be recorded that the AP was told, or why not. AVG 33(1), 33(3), 33(4).

    Reading: not telling is for a breach that is unlikely to be a risk, with the reason; a notice after the 72 hours
    says why it is late; one that was given may be supplemented.
    """
    late = late_at(wie, feit, gemeld_op=gemeld_op)

    def reasons() -> Iterator[Reason]:
        breach = tuple(_breach(feit))
        if breach:
            yield from breach
        elif besluit is Apbesluit.MELDEN:
            yield from _of_a_notice(feit, gemeld_op, said, now=now, is_late=late)
        else:
            yield from _of_no_notice(feit, said)

    return _on_open(wie, feit, reasons=reasons(), day=day)


def late_at(wie: Wie, feit: IncidentFeit, *, gemeld_op: datetime | None) -> bool:
    """Tell whether a first notice at this moment is after the 72 hours; a supplement is not late. AVG 33(1), (4)."""
    return gemeld_op is not None and feit.ap not in TOLD_AP and gemeld_op > report_by(feit, wie.convenant)


def _of_a_notice(
    feit: IncidentFeit, gemeld_op: datetime | None, said: Mapping[str, str], *, now: datetime, is_late: bool
) -> Iterator[Reason]:
    yield from text_reason(ART, "contactpunt", said["contactpunt"])
    if gemeld_op is None:
        yield field_fault(ART, "gemeld_op", gettext_noop("Say when the AP was told, with day and time."))
        return
    yield from _past(gemeld_op, "gemeld_op", now=now)
    if gemeld_op < feit.bekend_op:
        yield field_fault(ART, "gemeld_op", gettext_noop("The AP cannot be told before the incident was known."))
    if is_late and not said["vertraging"].strip():
        text = gettext_noop("The 72 hours were over: say why the AP is told late (AVG 33, first paragraph).")
        yield field_fault(ART, "vertraging", text)


def _of_no_notice(feit: IncidentFeit, said: Mapping[str, str]) -> Iterator[Reason]:
    yield from text_reason(ART, "motivering", said["motivering"])
    if feit.ap in TOLD_AP:
        yield state_fault(ART, "told", gettext_noop("The AP has been told already."))
    if feit.risico in MUST_TELL_AP:
        text = gettext_noop("This breach is a risk for people: the AP is told (AVG 33, first paragraph).")
        yield field_fault(ART, "besluit", text)


@carries_out("15.2.g")
def may_record_betrokkenen(  # telling people is how, when, and where it is not done, why
    wie: Wie,
    feit: IncidentFeit,
    *,
    besluit: Inlichting,
    ingelicht_op: date | None,
    bekend_on: date,
    uitzondering: Uitzondering | None,
    said: Mapping[str, str],
    day: date,
) -> Verdict:
    """Say whether it may be recorded that the people it is about were told, or why not. AVG 34.

    `bekend_on` is the local day on which it was known. Reading: of a high risk they are told, unless the data is
    unreadable or the risk was taken away; where telling each asks too much a public notice takes its place.
    """

    def reasons() -> Iterator[Reason]:
        breach = tuple(_breach(feit))
        if breach:
            yield from breach
        elif feit.ap is None:
            yield state_fault(ART, "ap-first", gettext_noop("Record first whether the AP was told."))
        elif besluit is Inlichting.NIET:
            yield from text_reason(ART, "motivering", said["motivering"])
            if feit.risico is Risico.HOOG and uitzondering is None:
                text = gettext_noop(
                    "This is a high risk: name what of AVG 34, third paragraph, makes telling needless."
                )
                yield field_fault(ART, "uitzondering", text)
        else:
            yield from _of_telling(besluit, ingelicht_op, said, bekend_on=bekend_on, day=day)

    return _on_open(wie, feit, reasons=reasons(), day=day)


def _of_telling(
    besluit: Inlichting, ingelicht_op: date | None, said: Mapping[str, str], *, bekend_on: date, day: date
) -> Iterator[Reason]:
    yield from text_reason(ART, "tekst", said["tekst"])
    if besluit is Inlichting.OPENBAAR:
        yield from text_reason(ART, "motivering", said["motivering"])
    if ingelicht_op is None or ingelicht_op > day or ingelicht_op < bekend_on:
        yield field_fault(ART, "ingelicht_op", gettext_noop("Say on which day they were told, after it was known."))


@carries_out("15.2.g", "15.3")
def may_close_incident(wie: Wie, feit: IncidentFeit, *, geleerd: str, day: date) -> Verdict:
    """Say whether an incident may be settled: judged, and of a breach everybody told or said why not. Covenant 15.2.g.

    Reading: it says what was learned, so that the yearly evaluation has it.
    """

    def reasons() -> Iterator[Reason]:
        if feit.risico is None:
            yield state_fault(ART, "not-judged", gettext_noop("Judge this incident first."))
        elif feit.risico is not Risico.GEEN_DATALEK:
            if feit.ap is None:
                yield state_fault(ART, "ap-first", gettext_noop("Record first whether the AP was told."))
            if feit.inlichting is None:
                text = gettext_noop("Record first whether the people it is about were told.")
                yield state_fault(ART, "people-first", text)
        yield from text_reason(ART, "geleerd", geleerd)

    return _on_open(wie, feit, reasons=reasons(), day=day)


def ap_of(wie: Wie, feit: IncidentFeit, *, besluit: Apbesluit, gemeld_op: datetime | None) -> Apmelding:
    """Give how a notice is recorded: in time, late, or not given."""
    if besluit is Apbesluit.NIET:
        return Apmelding.NIET
    return Apmelding.TE_LAAT if late_at(wie, feit, gemeld_op=gemeld_op) else Apmelding.GEMELD
