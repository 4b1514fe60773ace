"""Who consults the archive, and for what. Covenant 13.2, 13.4."""

from collections.abc import Collection, Iterator
from datetime import date
from uuid import UUID

from casustafel.convenant.archief import ArchiefFeit, Vraagsoort
from casustafel.convenant.artikel import carries_out
from casustafel.convenant.eigen_termijn import term_of
from casustafel.convenant.feit import ConvenantFeit, OrganisatieFeit, Rol, Wie
from casustafel.convenant.overeenstemming import Vraagstaat, on_reactivation
from casustafel.convenant.regime import Regime, TermijnCode
from casustafel.convenant.rules.afscherming import finds_afgeschermd, shielded_reason
from casustafel.convenant.rules.toegang import is_weegploeg, standing, task_reasons
from casustafel.convenant.rules.uitsluiting import may_come_near
from casustafel.convenant.rules.weegploeg import text_reason
from casustafel.convenant.termijn import ended_before, last_day
from casustafel.convenant.verdict import (
    ALLOWED,
    Reason,
    Verdict,
    field_fault,
    gettext_noop,
    hide_for,
    refuse_for,
    right_fault,
    state_fault,
)
from casustafel.convenant.verstrekking import EigenBesluit, Merk, may_have


@carries_out("13.1")
def kept_until(feit: ArchiefFeit, convenant: ConvenantFeit) -> date:
    """Give the last day on which an archived subject is kept: five years after the last casework. Covenant 13.1."""
    return last_day(feit.verwerkt_op, termijn=term_of(convenant, TermijnCode.BEWAREN))


@carries_out("13.1")
def past_since(convenant: ConvenantFeit, *, day: date) -> date:
    """Give the latest day of a last casework that is past its term on a day: the filter of a list. Covenant 13.1."""
    return ended_before(day, termijn=term_of(convenant, TermijnCode.BEWAREN))


@carries_out("13.2", "5")
def may_find_archieven(wie: Wie, *, day: date) -> Verdict:
    """Say whether this person has a list of the archive: kernpartijen in the weegploeg, and the uitvoerder.

    Covenant 13.2. Reading: numbers and dates; the uitvoerder for a named task, and no more than those.
    """
    away = tuple(standing(wie, convenant_id=wie.convenant.id, day=day))
    return hide_for(away) if away else _reaches_archief(wie)


def _reaches_archief(wie: Wie) -> Verdict:
    if is_weegploeg(wie):
        return ALLOWED
    if Rol.UITVOERDER in wie.rollen:
        return refuse_for(task_reasons(wie))
    return hide_for([right_fault("13.2", "kernpartij", gettext_noop("Only kernpartijen consult the archive."))])


@carries_out("13.1", "13.2", "5")
def may_find_archief(wie: Wie, feit: ArchiefFeit, *, day: date) -> Verdict:
    """Say whether an archived subject may stand in a list, by its numbers and dates. Covenant 13.2.

    Reading: from the day after its last day nobody sees it, whether or not the night's work has run.
    """
    away = _gone(wie, feit, day=day)
    if feit.is_afgeschermd and not finds_afgeschermd(wie):
        away = (*away, shielded_reason())
    return hide_for(away) if away else _reaches_archief(wie)


def _gone(wie: Wie, feit: ArchiefFeit, *, day: date) -> tuple[Reason, ...]:
    away = (*standing(wie, convenant_id=feit.convenant_id, day=day), *may_come_near(wie, {feit.id}).reasons)
    if not away and not feit.is_behouden and day > kept_until(feit, wie.convenant):
        text = gettext_noop("The term for which this is kept here has ended.")
        away = (right_fault("13.1", "past-term", text),)
    return away


@carries_out("12.3", "13.2")
def may_serve_archief(wie: Wie, feit: ArchiefFeit, *, day: date) -> Verdict:
    """Say whether an archived subject may be reached for what serves the person: by a kernpartij, also when shielded.

    Covenant 12.3, 13.2; AVG 18.
    """
    away = _gone(wie, feit, day=day)
    return hide_for(away) if away else _consults(wie, _reaches_archief(wie))


def _consults(wie: Wie, seen: Verdict) -> Verdict:
    if not seen.is_allowed or is_weegploeg(wie):
        return seen
    return refuse_for([right_fault("13.2", "kernpartij", gettext_noop("Only kernpartijen consult the archive."))])


@carries_out("13.2", "5")
def may_consult_archief(wie: Wie, feit: ArchiefFeit, *, day: date) -> Verdict:
    """Say whether somebody may ask anything of an archived subject: a kernpartij in the weegploeg. Covenant 13.2.

    Reading: the uitvoerder, who sees number and dates, is told so.
    """
    return _consults(wie, may_find_archief(wie, feit, day=day))


@carries_out("13.2")
def may_state_archiefvraag(wie: Wie, feit: ArchiefFeit, *, kenmerk: str, day: date) -> Verdict:
    """Say whether a kernpartij may state the question for which it will open items. Covenant 13.2.

    Reading: a complaint, an accounting, a request, or whether a renewed decision is needed, with a reference in words.
    """
    seen = may_consult_archief(wie, feit, day=day)
    return refuse_for(text_reason("13.2", "kenmerk", kenmerk)) if seen.is_allowed else seen


@carries_out("13.2", "13.4", "10.4")
def purpose_of(wie: Wie, feit: ArchiefFeit, vraag_id: UUID, *, day: date) -> Vraagsoort | None:
    """Give for what somebody opens items under a question: an own one in its term, or a decision that is pending.

    Covenant 13.2, 13.4. Reading: a question is open for thirty days, for the kernpartij that stated it; while a renewed
    decision is asked each kernpartij opens the items that it is about.
    """
    asked = on_reactivation(feit)
    if asked is not None and asked[0] == vraag_id and asked[1].staat is Vraagstaat.OPEN:
        return Vraagsoort.HEROVERWEGING
    for vraag in feit.vragen:
        is_own = vraag.organisatie_id == wie.organisatie_id
        if vraag.id == vraag_id and is_own and vraag.uiterlijk_op is not None and day <= vraag.uiterlijk_op:
            return Vraagsoort(vraag.staat)
    return None


@carries_out("13.2", "13.4", "10.4")
def may_open_archiefitems(wie: Wie, feit: ArchiefFeit, *, vraag_id: UUID, day: date) -> Verdict:
    """Say whether it may be seen which items there are: kind, day and organisation, under a stated question."""
    seen = may_consult_archief(wie, feit, day=day)
    return refuse_for(_unstated(wie, feit, vraag_id, day=day)) if seen.is_allowed else seen


def _unstated(wie: Wie, feit: ArchiefFeit, vraag_id: UUID, *, day: date) -> Iterator[Reason]:
    if purpose_of(wie, feit, vraag_id, day=day) is None:
        text = gettext_noop("State the question for which you open this first: an earlier one has lapsed.")
        yield state_fault("13.2", "no-question", text)


@carries_out("13.2", "13.4", "10.4")
def may_open_archiefitem(wie: Wie, feit: ArchiefFeit, *, vraag_id: UUID, item_id: UUID, day: date) -> Verdict:
    """Say whether one item may be opened, under a stated question. Covenant 13.2. Reading: item by item."""
    seen = may_consult_archief(wie, feit, day=day)
    if not seen.is_allowed:
        return seen

    def reasons() -> Iterator[Reason]:
        yield from _unstated(wie, feit, vraag_id, day=day)
        if item_id not in {item.stuk.id for item in feit.inhoud}:
            yield field_fault("13.2", "item_id", gettext_noop("There is no such item here."))

    return refuse_for(reasons())


@carries_out("13.4", "10.4")
def chosen_reasons(item_id: UUID, *, gekozen: Collection[UUID] | None) -> Iterator[Reason]:
    """Say why an item is not opened for a pending decision: that is not about it. `gekozen` is what it is about."""
    if gekozen is not None and item_id not in gekozen:
        text = gettext_noop("The decision that is pending is not about this item.")
        yield right_fault("13.4", "not-chosen", text)


@carries_out("6", "13.2")
def archief_class_reasons(  # a reader check is item, organisation, the decisions, the law and the day
    merk: Merk | None,
    *,
    item_id: UUID,
    organisatie: OrganisatieFeit | None,
    besluiten: Collection[EigenBesluit],
    regime: Regime,
    day: date,
) -> Iterator[Reason]:
    """Say why an organisation does not have an item of the casus in the archive. Covenant 6. Reading: *Class*."""
    if merk is not None and not may_have(
        merk, item_id=item_id, organisatie=organisatie, besluiten=besluiten, regime=regime, day=day
    ):
        text = gettext_noop("Data of this class may not go to your organisation.")
        yield right_fault("6", "class", text)
