"""Terms as pure functions of days. A day is a calendar day in Europe/Amsterdam; nothing here knows the clock.

Every function that ends a term gives its *last day*: on that day the term still runs, the day after it has ended.
Covenant 13. Reading: calendar months and years, clipped at the month's end.
"""

from calendar import monthrange
from datetime import date, datetime, timedelta
from typing import assert_never

from casustafel.convenant.regimes.convenant_2017 import CONVENANT_2017
from casustafel.convenant.regimes.model import Eenheid, Regime, Termijn, TermijnCode

MONTHS_IN_YEAR = 12


class HoursError(ValueError):
    """Raised where the days of a term of hours are asked, or the hours of a term of days."""


def month_end(day: date) -> date:
    """Give the last day of the month that a day is in."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def add_months(day: date, *, months: int) -> date:
    """Give the same day of the month so many calendar months later, or the last day of a month that is too short."""
    year, month0 = divmod(day.year * MONTHS_IN_YEAR + day.month - 1 + months, MONTHS_IN_YEAR)
    month = month0 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def add_years(day: date, *, years: int) -> date:
    """Give the same day so many calendar years later; 29 February becomes 28 February in a common year."""
    return add_months(day, months=years * MONTHS_IN_YEAR)


def last_day(start_on: date, *, termijn: Termijn) -> date:
    """Give the last day of a term that starts on a day; the starting day itself does not count."""
    match termijn.eenheid:
        case Eenheid.UUR:
            raise HoursError(termijn.code)
        case Eenheid.DAG:
            return start_on + timedelta(days=termijn.aantal)
        case Eenheid.MAAND:
            return add_months(start_on, months=termijn.aantal)
        case Eenheid.JAAR:
            return add_years(start_on, years=termijn.aantal)
        case _:
            assert_never(termijn.eenheid)


def last_moment(start_at: datetime, *, termijn: Termijn) -> datetime:
    """Give the last moment of a term of hours that starts at a moment: by the clock, through nights and weekends.

    Raises `HoursError` for a term that is counted in days.
    """
    if termijn.eenheid is not Eenheid.UUR:
        raise HoursError(termijn.code)
    return start_at + timedelta(hours=termijn.aantal)


def last_undecided_day(first_signaal_on: date, *, extended: bool, regime: Regime = CONVENANT_2017) -> date:
    """Give the last day on which a dossier may be undecided; from the next day on it counts as outcome 2.

    Covenant 7.4. Reading: three months from the first signaal, once three more. The longer term is counted as a whole
    from the first signaal, so that it is not clipped twice.
    """
    months = regime.term(TermijnCode.BESLISSEN).aantal
    if extended:
        months += regime.term(TermijnCode.BESLISSEN_VERLENGEN).aantal
    return add_months(first_signaal_on, months=months)


def archive_by(last_processing_on: date, *, regime: Regime = CONVENANT_2017) -> date:
    """Give the last day on which data may stand outside the archive. Covenant 13.2."""
    return last_day(last_processing_on, termijn=regime.term(TermijnCode.ARCHIVEREN))


def retention_ends_on(last_processing_on: date, *, regime: Regime = CONVENANT_2017) -> date:
    """Give the last day on which data is kept; it is destroyed the day after. Covenant 13.1."""
    return last_day(last_processing_on, termijn=regime.term(TermijnCode.BEWAREN))


def unlisted_retention_ends_on(outcome_on: date, *, regime: Regime = CONVENANT_2017) -> date:
    """Give the last day on which the data of a person who was not put on the agenda is kept.

    Covenant 13.3. Reading: six months from outcome 2.
    """
    return last_day(outcome_on, termijn=regime.term(TermijnCode.BEWAREN_NIET_GEAGENDEERD))


def days_left(day: date, *, until: date) -> int:
    """Count the days that are left: 0 on the last day itself, negative when it has passed."""
    return (until - day).days


def ended_before(day: date, *, termijn: Termijn) -> date:
    """Give the latest day on which a term may have started that has ended on `day`: its last day lies before it.

    A term of months that ends on the last day of a month may have started on any later day of the month that it began
    in: there it is clipped.
    """
    ended_on = day - timedelta(days=1)
    match termijn.eenheid:
        case Eenheid.UUR:
            raise HoursError(termijn.code)
        case Eenheid.DAG:
            return ended_on - timedelta(days=termijn.aantal)
        case Eenheid.MAAND:
            start_on = add_months(ended_on, months=-termijn.aantal)
        case Eenheid.JAAR:
            start_on = add_years(ended_on, years=-termijn.aantal)
        case _:
            assert_never(termijn.eenheid)
    return month_end(start_on) if ended_on == month_end(ended_on) else start_on
