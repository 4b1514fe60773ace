"""The security plan: who writes it, who reviews it, and its yearly evaluation. Covenant 15.2, 15.3."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.beveiliging import (
    Beveiligingspunt,
    Plandeel,
    PlanFeit,
    latest,
    must_evaluate,
    unreviewed,
)
from casustafel.convenant.feit import Rol, Wie
from casustafel.convenant.rules.toegang import is_weegploeg, standing
from casustafel.convenant.rules.weegploeg import text_reason
from casustafel.convenant.verdict import (
    Reason,
    Verdict,
    gettext_noop,
    hide_for,
    refuse_for,
    right_fault,
    state_fault,
)

WRITES: Final = frozenset({Rol.UITVOERDER})
REVIEWS: Final = frozenset({Rol.TOEZICHTHOUDER})
READS: Final = WRITES | REVIEWS | {Rol.AUDITOR}


@carries_out("15.2", "15.3")
def may_see_beveiliging(wie: Wie, *, day: date) -> Verdict:
    """Say whether somebody sees the security plan. Covenant 15.2, 15.3.

    Reading: the kernpartijen, who see to it that it is carried out; the uitvoerder, without a named task, for it opens
    no file; the toezichthouder; the auditor.
    """

    def away() -> Iterator[Reason]:
        yield from standing(wie, convenant_id=wie.convenant.id, day=day)
        if not is_weegploeg(wie) and not READS & wie.rollen:
            text = gettext_noop("Only kernpartijen, the uitvoerder and oversight see the security plan.")
            yield right_fault("15.2", "plan", text)

    return hide_for(away())


@carries_out("15.3")
def may_find_werk_beveiliging(wie: Wie, *, day: date) -> Verdict:
    """Say whether somebody may have the plan among what waits: who writes, reviews or sees to it, and no auditor."""
    seen = may_see_beveiliging(wie, day=day)
    if seen.is_allowed and not is_weegploeg(wie) and not (WRITES | REVIEWS) & wie.rollen:
        return hide_for([right_fault("15.3", "plan", gettext_noop("This asks nothing of who only reads it."))])
    return seen


@carries_out("15.2", "15.3")
def may_write_punt(wie: Wie, *, tekst: str, day: date) -> Verdict:
    """Say whether the measures of a subject may be recorded: by the uitvoerder, who carries them out. Cov. 15.3."""
    seen = may_see_beveiliging(wie, day=day)
    if not seen.is_allowed:
        return seen

    def reasons() -> Iterator[Reason]:
        if not WRITES & wie.rollen:
            text = gettext_noop("The uitvoerder carries the measures out, and records them.")
            yield right_fault("15.3", "uitvoerder", text)
        yield from text_reason("15.2", "maatregelen", tekst)

    return refuse_for(reasons())


@carries_out("15.2", "15.3")
def may_review_punt(wie: Wie, found: Iterable[PlanFeit], *, punt: Beveiligingspunt, tekst: str, day: date) -> Verdict:
    """Say whether the measures of a subject may be reviewed: by the toezichthouder, never who wrote them. Cov. 15.3."""
    seen = may_see_beveiliging(wie, day=day)
    if not seen.is_allowed:
        return seen
    written = latest(found, Plandeel.MAATREGELEN, punt)

    def reasons() -> Iterator[Reason]:
        yield from _reviews(wie)
        if written is None:
            yield state_fault("15.3", "nothing", gettext_noop("No measures were recorded for this yet."))
        elif written.medewerker_id == wie.medewerker_id:
            yield right_fault("15.3", "own", gettext_noop("Somebody else reviews what you recorded."))
        yield from text_reason("15.3", "bevinding", tekst)

    return refuse_for(reasons())


def _reviews(wie: Wie) -> Iterator[Reason]:
    if not REVIEWS & wie.rollen:
        yield right_fault("15.3", "toezichthouder", gettext_noop("The toezichthouder reviews and evaluates the plan."))


@carries_out("15.3")
def may_evaluate_plan(wie: Wie, found: Iterable[PlanFeit], *, tekst: str, day: date) -> Verdict:
    """Say whether the yearly evaluation may be recorded: once each subject was reviewed. Covenant 15.3.

    Reading: every subject since the last evaluation, also where nothing of it changed.
    """
    seen = may_see_beveiliging(wie, day=day)
    if not seen.is_allowed:
        return seen
    open_ones = unreviewed(found)

    def reasons() -> Iterator[Reason]:
        yield from _reviews(wie)
        if open_ones:
            text = gettext_noop("Review each subject first; still to do: %(punten)s.")
            yield state_fault("15.3", "unreviewed", text, punten=", ".join(open_ones))
        yield from text_reason("15.3", "conclusie", tekst)

    return refuse_for(reasons())


@carries_out("15.2", "15.3")
def asks_of(wie: Wie, found: Iterable[PlanFeit], *, day: date) -> bool:
    """Tell whether the plan waits for somebody: the evaluation for the toezichthouder, from a month before its day."""
    return bool(REVIEWS & wie.rollen) and must_evaluate(found, wie.convenant, day=day)
