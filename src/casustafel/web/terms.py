"""How near the end of a term is, in a level and in words that are made once. Only terms have colour, never people."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from casustafel.convenant.termijn import days_left
from casustafel.web.part import Level, Term

NEAR_DAYS = 14
DUE_DAYS = 3


def term_of(until: date | None, *, day: date) -> Term | None:
    """Give the term that ends on a day, or nothing where there is none."""
    if until is None:
        return None
    days = days_left(day, until=until)
    return Term(level=_level(days), text=_text(days))


def _level(days: int) -> Level:
    if days < 0:
        return Level.OVERDUE
    if days <= DUE_DAYS:
        return Level.DUE
    return Level.NEAR if days <= NEAR_DAYS else Level.NEUTRAL


def _text(days: int) -> str:
    if days < 0:
        return ngettext("%(n)d day late", "%(n)d days late", -days) % {"n": -days}
    if days == 0:
        return _("today")
    return ngettext("%(n)d day left", "%(n)d days left", days) % {"n": days}
