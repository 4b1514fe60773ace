"""Who states the measures of the college, and what that statement holds. Besluit B2.b."""

from collections.abc import Iterator
from datetime import date

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import Wie
from casustafel.convenant.partij import Soort
from casustafel.convenant.rules.toegang import is_weegploeg, standing
from casustafel.convenant.rules.weegploeg import text_reason
from casustafel.convenant.verdict import Reason, Verdict, field_fault, gettext_noop, hide_for, refuse_for, right_fault


@carries_out("B2.b")
def states_maatregelen(wie: Wie) -> bool:
    """Tell whether this person states the measures: of the gemeente, in the weegploeg. Besluit B2.b.

    Reading: they are measures of the college, so the gemeente states them, by its representative in the weegploeg.
    """
    return is_weegploeg(wie) and wie.soort is Soort.GEMEENTE


@carries_out("B2.b", "15.2")
def may_record_maatregelen(
    wie: Wie, *, vastgesteld_op: date | None, door: str, omschrijving: str, day: date
) -> Verdict:
    """Say whether a statement of the college's measures may be recorded. Besluit B2.b."""
    away = tuple(standing(wie, convenant_id=wie.convenant.id, day=day))
    if away:
        return hide_for(away)

    def reasons() -> Iterator[Reason]:
        if not states_maatregelen(wie):
            text = gettext_noop(
                "Only the representative of the gemeente in the weegploeg states the college's measures."
            )
            yield right_fault("B2.b", "gemeente", text)
        if vastgesteld_op is None or vastgesteld_op > day:
            yield field_fault("B2.b", "vastgesteld_op", gettext_noop("Say on which day, not after today."))
        yield from text_reason("B2.b", "door", door)
        yield from text_reason("B2.b", "omschrijving", omschrijving)

    return refuse_for(reasons())
