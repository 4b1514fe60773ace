"""Setting right in which dossier a signaal stands: move it, join dossiers, part them. Covenant 8.3, 7.4, 8.5, 13.3.

Reading: no term becomes longer by it. The dossier that receives counts from the earliest signaal and the earliest day
of work, and what is kept for six months (13.3) stays where those six months run.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from enum import StrEnum

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.beslistermijn import decide_by, outcome_2_on
from casustafel.convenant.doelgroep import Doelgroep, doelgroep_reasons
from casustafel.convenant.feit import UNDECIDED, DossierFeit, DossierKop, DossierStaat, StukFeit, StukId, Wie, of_kind
from casustafel.convenant.rules.afscherming import staying_reasons
from casustafel.convenant.rules.toegang import may_open_dossier
from casustafel.convenant.rules.weegploeg import age_group, representative, text_reason, verified, working_reasons
from casustafel.convenant.stuk import OVERGEDRAGEN, VERVALLEN, DossierStuk
from casustafel.convenant.verdict import (
    ALLOWED,
    Reason,
    Verdict,
    field_fault,
    gettext_noop,
    refuse_for,
    right_fault,
    state_fault,
)


class Wijze(StrEnum):
    """In which way signals went from one dossier to another."""

    VERPLAATST = "verplaatst"
    SAMENGEVOEGD = "samengevoegd"
    GESPLITST = "gesplitst"


class Richting(StrEnum):
    """To which side the other dossier stands: signals came from it, or went to it."""

    VAN = "van"
    NAAR = "naar"


MAY_RECEIVE = UNDECIDED | {DossierStaat.AGENDEREN, DossierStaat.OVERGEDRAGEN}
# A dossier from which the last signaal went is not left behind undecided, or on an agenda.
MUST_END_EMPTY = UNDECIDED | {DossierStaat.AGENDEREN}


def staat_on(wie: Wie, dossier: DossierFeit, *, day: date) -> DossierStaat:
    """Give the state that counts on a day: one that was not decided in time counts as outcome 2. Covenant 7.4."""
    is_out = outcome_2_on(dossier.kop, wie.convenant, day=day) is not None
    return DossierStaat.NIET_AGENDEREN if is_out else dossier.kop.staat


def signalen_of(dossier: DossierFeit, ids: Collection[StukId]) -> tuple[StukFeit, ...]:
    """Give those of these signals that stand in a dossier."""
    return tuple(s for s in of_kind(dossier.stukken, DossierStuk.SIGNAAL) if s.id in set(ids) and s.staat != VERVALLEN)


def with_earliest(dossier: DossierFeit, moved: Collection[StukFeit]) -> DossierFeit:
    """Give a dossier as it stands after these signals came: the term counts from the earliest. Covenant 7.4."""
    first = min([dossier.kop.eerste_signaal_op, *(s.op for s in moved)])
    return replace(dossier, kop=replace(dossier.kop, eerste_signaal_op=first))


def joined(van: DossierFeit, naar: DossierFeit) -> DossierKop:
    """Give how two undecided dossiers stand as one: from the earliest signaal, and extended only if both were."""
    first = min(van.kop.eerste_signaal_op, naar.kop.eerste_signaal_op)
    extended_on = naar.kop.verlengd_op if van.kop.verlengd_op else None
    return replace(naar.kop, eerste_signaal_op=first, verlengd_op=extended_on)


def is_emptied(dossier: DossierFeit, moved: Collection[StukId]) -> bool:
    """Tell whether a dossier ends because its last signaal goes. Covenant 7.4: nothing stays undecided."""
    left = {s.id for s in of_kind(dossier.stukken, DossierStuk.SIGNAAL) if s.staat != VERVALLEN} - set(moved)
    return not left and dossier.kop.staat in MUST_END_EMPTY


def _seen(wie: Wie, *dossiers: DossierFeit, day: date) -> Verdict:
    """Hide all where one of the dossiers is hidden: nobody learns which numbers there are."""
    for dossier in dossiers:
        verdict = may_open_dossier(wie, dossier.kop, day=day)
        if not verdict.is_allowed:
            return verdict
    return ALLOWED


def _two(van: DossierFeit, naar: DossierFeit) -> Iterator[Reason]:
    yield from staying_reasons((*van.stukken, *naar.stukken))
    if van.kop.id == naar.kop.id:
        yield field_fault("8.3", "naar_id", gettext_noop("Choose another dossier than this one."))


def _own(wie: Wie, dossier: DossierFeit, ids: Collection[StukId], *, name: str, day: date) -> Iterator[Reason]:
    """Ask for signals of one's own organisation; where the provider left the covenant, any kernpartij sets it right."""
    found = signalen_of(dossier, ids)
    if not ids or len(found) != len(set(ids)):
        yield field_fault("8.3", name, gettext_noop("Choose a signaal that stands in this dossier."))
        return
    there = {o.id for o in wie.convenant.organisaties if o.is_in_force_on(day)}
    if any(s.organisatie_id != wie.organisatie_id and s.organisatie_id in there for s in found):
        text = gettext_noop("Only the kernpartij that brought a signaal in moves it: ask them to.")
        yield right_fault("8.3", "provider", text)


def _kept_short(wie: Wie, van: DossierFeit, *, day: date) -> Iterator[Reason]:
    if staat_on(wie, van, day=day) is DossierStaat.NIET_AGENDEREN:
        text = gettext_noop(
            "What is here is destroyed six months after the outcome, and moving may not make that longer. Leave it "
            "here. The kernpartij that brought it in can correct it, and can bring in anew what it still knows."
        )
        yield state_fault("13.3", "term", text)


def _receiving(
    wie: Wie, van: DossierFeit, naar: DossierFeit, moved: Collection[StukFeit], *, day: date
) -> Iterator[Reason]:
    here, there = staat_on(wie, van, day=day), staat_on(wie, naar, day=day)
    after = with_earliest(naar, moved)
    if there is DossierStaat.OPGEGAAN:
        text = gettext_noop("That dossier went over into another one. Choose the dossier where its signals are now.")
        yield state_fault("8.3", "gone-over", text)
    elif here is DossierStaat.NIET_AGENDEREN:
        if there is not here or _is_kept_longer(wie, van, after, day=day):
            yield from _kept_short(wie, van, day=day)
    elif there not in MAY_RECEIVE:
        text = gettext_noop(
            "That dossier is finished: what comes after the outcome opens a new dossier. Part the signaal off into a "
            "new one."
        )
        yield state_fault("7.4", "finished", text)
    elif there in UNDECIDED:
        yield from _in_time(decide_by(after.kop, wie.convenant), day=day)


def _is_kept_longer(wie: Wie, van: DossierFeit, after: DossierFeit, *, day: date) -> bool:
    """Tell whether what had outcome 2 of itself keeps a later day than where the signaal comes from."""
    ends, ended = (outcome_2_on(one.kop, wie.convenant, day=day) for one in (after, van))
    return after.kop.staat in UNDECIDED and ends is not None and ended is not None and ends > ended


def _in_time(last: date, *, day: date) -> Iterator[Reason]:
    if day > last:
        text = gettext_noop(
            "The time to decide counts from the earliest signaal, and would be over at once. The kernpartij that "
            "brought the signaal in can correct it here, and can bring in anew what it still knows."
        )
        yield state_fault("7.4", "overdue", text)


@carries_out("8.3", "7.4", "13.3")
def may_move_signaal(
    wie: Wie, van: DossierFeit, naar: DossierFeit, *, signaal_id: StukId, reden: str, day: date
) -> Verdict:
    """Say whether a signaal may go to another dossier: by who provided it, with a reason. Covenant 8.3.

    Reading: also while no casework is done (18.3), for a file that is kept is kept right.
    """

    def reasons() -> Iterator[Reason]:
        yield from representative(wie, artikel="8.3")
        yield from _two(van, naar)
        yield from _own(wie, van, [signaal_id], name="signaal_id", day=day)
        yield from _receiving(wie, van, naar, signalen_of(van, [signaal_id]), day=day)
        yield from text_reason("8.3", "reden", reden)

    seen = _seen(wie, van, naar, day=day)
    return seen if not seen.is_allowed else refuse_for(reasons())


@carries_out("8.3", "7.4", "8.5", "13.3", "18.3")
def may_join_dossiers(wie: Wie, van: DossierFeit, naar: DossierFeit, *, reden: str, day: date) -> Verdict:
    """Say whether one dossier may go over into another on the same subject. Covenant 8.3, 7.4, 8.5, 13.3.

    Reading: undecided into undecided, and what is less far into what is further. After outcome 2, or after the plan was
    closed, a dossier keeps its own term; two casussen are not joined.
    """

    def reasons() -> Iterator[Reason]:
        yield from working_reasons(wie, day=day)
        yield from representative(wie, artikel="8.3")
        yield from _two(van, naar)
        if van.kop.id != naar.kop.id:
            yield from _joinable(wie, van, naar, day=day)
        yield from text_reason("8.3", "reden", reden)

    seen = _seen(wie, van, naar, day=day)
    return seen if not seen.is_allowed else refuse_for(reasons())


def _joinable(wie: Wie, van: DossierFeit, naar: DossierFeit, *, day: date) -> Iterator[Reason]:
    here, there = staat_on(wie, van, day=day), staat_on(wie, naar, day=day)
    if DossierStaat.OPGEGAAN in {here, there}:
        text = gettext_noop("One of these dossiers went over into another one already.")
        yield state_fault("8.3", "gone-over", text)
    elif DossierStaat.NIET_AGENDEREN in {here, there}:
        text = gettext_noop(
            "One of these dossiers has the outcome that the subject is not put on the agenda. It keeps its own term of "
            "six months and is not joined. What still matters, a kernpartij brings in anew."
        )
        yield state_fault("13.3", "term", text)
    elif DossierStaat.AFGESLOTEN in {here, there}:
        text = gettext_noop(
            "The plan of one of these dossiers is closed. It keeps its own term; the weegploeg decides on the "
            "other one."
        )
        yield state_fault("7.4", "finished", text)
    elif here is DossierStaat.OVERGEDRAGEN and there is DossierStaat.OVERGEDRAGEN:
        text = gettext_noop(
            "Both dossiers have a casus, and two casussen are not joined. Choose which casus goes on, move the signals "
            "to its dossier one by one, and close the plan of the other (article 9.4)."
        )
        yield state_fault("8.5", "two-casussen", text)
    elif here is DossierStaat.OVERGEDRAGEN or (here is DossierStaat.AGENDEREN and there in UNDECIDED):
        text = gettext_noop("This dossier is further than the other. Join the other way round.")
        yield state_fault("8.5", "direction", text)
    elif there in UNDECIDED:
        yield from _in_time(decide_by(joined(van, naar), wie.convenant), day=day)


@carries_out("8.3", "7.4", "8.2.a", "3", "13.3", "18.3", "B1.3")
def may_part_dossier(  # a new dossier is a subject and the signals on that subject
    wie: Wie,
    van: DossierFeit,
    *,
    signalen: Collection[StukId],
    naam: str,
    leeftijdsgroep: str,
    doelgroep: Doelgroep,
    reden: str,
    day: date,
) -> Verdict:
    """Say whether signals on another person may go to a new dossier. Covenant 8.3, 7.4, 8.2.a.

    Reading: the time to decide on the new dossier counts from the earliest of these signals.
    """

    def reasons() -> Iterator[Reason]:
        yield from working_reasons(wie, day=day)
        yield from verified(wie, day=day)
        yield from representative(wie, artikel="8.3")
        yield from staying_reasons(van.stukken)
        yield from _own(wie, van, signalen, name="signalen", day=day)
        yield from _kept_short(wie, van, day=day)
        found = signalen_of(van, signalen)
        if found and staat_on(wie, van, day=day) is not DossierStaat.NIET_AGENDEREN:
            first = min(s.op for s in found)
            new = replace(van.kop, eerste_signaal_op=first, verlengd_op=None)
            yield from _in_time(decide_by(new, wie.convenant), day=day)
        yield from text_reason("8.2.a", "naam", naam)
        yield from age_group(leeftijdsgroep)
        yield from doelgroep_reasons(doelgroep)
        yield from text_reason("8.3", "reden", reden)

    seen = _seen(wie, van, day=day)
    return seen if not seen.is_allowed else refuse_for(reasons())


@carries_out("8.5", "18.3", "B1.3")
def may_supplement(wie: Wie, dossier: DossierFeit, *, signalen: Collection[StukId], day: date) -> Verdict:
    """Say whether further signals may follow to the casus: chosen one by one, while the plan is not closed. Cov. 8.5.

    Reading: what was moved to a dossier does not go to its casus by itself.
    """

    def reasons() -> Iterator[Reason]:
        yield from working_reasons(wie, day=day)
        yield from verified(wie, day=day)
        yield from representative(wie, artikel="8.5")
        if dossier.kop.staat is not DossierStaat.OVERGEDRAGEN:
            text = gettext_noop("Only a dossier with a casus that is not closed can be supplemented.")
            yield state_fault("8.5", "no-casus", text)
        found = signalen_of(dossier, signalen)
        if not found or len(found) != len(set(signalen)) or any(s.staat == OVERGEDRAGEN for s in found):
            text = gettext_noop("Choose signals of this dossier that are not in the casus yet, at least one.")
            yield field_fault("8.5", "signalen", text)

    seen = _seen(wie, dossier, day=day)
    return seen if not seen.is_allowed else refuse_for(reasons())
