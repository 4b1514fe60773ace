"""How near the end of a term is, in a level and in words that are made once. Only terms have colour, never people."""

from datetime import date, datetime, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from casustafel.acts.edge import LOCAL
from casustafel.convenant.termijn import days_left
from casustafel.web.part import Level, Term

NEAR_DAYS = 14
DUE_DAYS = 3
LAST_DAY = timedelta(hours=24)


def term_of(until: date | None, *, day: date) -> Term | None:
    """Give the term that ends on a day, or nothing where there is none."""
    if until is None:
        return None
    days = days_left(day, until=until)
    return Term(level=_level(days), text=_text(days))


def moment_text(moment: datetime) -> str:
    """Give a moment in words: day and time here."""
    return date_format(moment.astimezone(LOCAL), "DATETIME_FORMAT")


def hours_until(until: datetime, *, now: datetime) -> Term:
    """Give the term of hours that ends at a moment, to the minute: AVG 33 counts them."""
    left = until - now
    hours, minutes = divmod(int(abs(left).total_seconds()) // 60, 60)
    words = _("%(hours)d h %(minutes)02d min late") if left < timedelta() else _("%(hours)d h %(minutes)02d min left")
    return Term(level=_level_of(left), text=words % {"hours": hours, "minutes": minutes})


def _level_of(left: timedelta) -> Level:
    if left < timedelta():
        return Level.OVERDUE
    if left <= LAST_DAY:
        return Level.DUE
    return Level.NEAR if left <= 2 * LAST_DAY else Level.NEUTRAL


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
