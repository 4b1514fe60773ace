"""Who searches the log, and for which period. Covenant 15.2.e; AVG 5(2)."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import Rol, Wie
from casustafel.convenant.rules.toegang import standing
from casustafel.convenant.termijn import add_years
from casustafel.convenant.verdict import Reason, Verdict, field_fault, gettext_noop, hide_for, refuse_for, right_fault

ART: Final = "15.2.e"


@carries_out("15.2.e")
def may_search_log(wie: Wie, *, van: date, tot: date, day: date) -> Verdict:
    """Say whether somebody may search the log of their covenant from one day up to and with another.

    Covenant 15.2.e. Reading: the toezichthouder alone, who sees who did what and when, and of a dossier the number at
    most; always for a period, of a year at most, so that nobody reads the whole log for want of a question.
    """
    away = tuple(standing(wie, convenant_id=wie.convenant.id, day=day))
    if Rol.TOEZICHTHOUDER not in wie.rollen:
        text = gettext_noop("Only the toezichthouder searches the log.")
        away = (*away, right_fault(ART, "search", text))
    if away:
        return hide_for(away)

    def reasons() -> Iterator[Reason]:
        if tot < van:
            yield field_fault(ART, "tot", gettext_noop("The last day is not before the first."))
        elif tot >= add_years(van, years=1):
            yield field_fault(ART, "tot", gettext_noop("The period is a year at most."))

    return refuse_for(reasons())
