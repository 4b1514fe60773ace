"""Terms: calendar months and years, clipped at the month's end; the last day still belongs to the term."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casustafel.convenant.regime import CONVENANT_2017, Eenheid, Termijn, TermijnCode
from casustafel.convenant.termijn import (
    add_months,
    add_years,
    archive_by,
    days_left,
    ended_before,
    last_day,
    last_undecided_day,
    retention_ends_on,
    unlisted_retention_ends_on,
)

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 12, 31))
MONTHS = st.integers(min_value=0, max_value=240)


class TestMonths:
    """Adding calendar months."""

    @pytest.mark.parametrize(
        ("day", "months", "result"),
        [
            (date(2026, 3, 2), 0, date(2026, 3, 2)),
            (date(2026, 3, 2), 3, date(2026, 6, 2)),
            (date(2026, 11, 2), 1, date(2026, 12, 2)),
            (date(2026, 11, 2), 2, date(2027, 1, 2)),
            (date(2026, 12, 31), 12, date(2027, 12, 31)),
            (date(2026, 1, 31), 1, date(2026, 2, 28)),
            (date(2028, 1, 31), 1, date(2028, 2, 29)),
            (date(2100, 1, 31), 1, date(2100, 2, 28)),
            (date(2026, 8, 31), 6, date(2027, 2, 28)),
            (date(2026, 3, 31), 1, date(2026, 4, 30)),
            (date(2026, 3, 30), 1, date(2026, 4, 30)),
            (date(2026, 2, 28), 1, date(2026, 3, 28)),
        ],
    )
    def test_keep_the_day_or_end_at_a_short_month(self, day: date, months: int, result: date) -> None:
        """A month later is the same day of the month, or the last day when there is no such day."""
        assert add_months(day, months=months) == result

    @given(day=DAYS, months=MONTHS)
    def test_never_skip_a_month(self, day: date, months: int) -> None:
        """So many months later is in the month that is so many further on, never on a later day of the month."""
        result = add_months(day, months=months)
        assert (result.year - day.year) * 12 + result.month - day.month == months
        assert result.day <= day.day
        assert result.day == day.day or (result + timedelta(days=1)).day == 1

    @given(day=DAYS, months=MONTHS)
    def test_keep_the_order_of_days(self, day: date, months: int) -> None:
        """A term that starts later never ends earlier."""
        assert add_months(day, months=months) <= add_months(day + timedelta(days=1), months=months)


class TestYears:
    """Adding calendar years."""

    @pytest.mark.parametrize(
        ("day", "years", "result"),
        [
            (date(2026, 3, 2), 5, date(2031, 3, 2)),
            (date(2028, 2, 29), 1, date(2029, 2, 28)),
            (date(2028, 2, 29), 4, date(2032, 2, 29)),
            (date(2027, 2, 28), 1, date(2028, 2, 28)),
        ],
    )
    def test_keep_the_day_or_clip_the_leap_day(self, day: date, years: int, result: date) -> None:
        """A year later is the same day; 29 February becomes 28 February in a common year."""
        assert add_years(day, years=years) == result


class TestATerm:
    """A term of the regime from a day on."""

    @pytest.mark.parametrize(
        ("aantal", "eenheid", "result"),
        [
            (28, Eenheid.DAG, date(2028, 2, 28)),
            (30, Eenheid.DAG, date(2028, 3, 1)),
            (1, Eenheid.MAAND, date(2028, 2, 29)),
            (1, Eenheid.JAAR, date(2029, 1, 31)),
        ],
    )
    def test_ends_by_its_own_unit(self, aantal: int, eenheid: Eenheid, result: date) -> None:
        """Days are counted, months and years follow the calendar; the starting day does not count."""
        termijn = Termijn(code=TermijnCode.INZAGE, aantal=aantal, eenheid=eenheid, citaat="Convenant 12.3")
        assert last_day(date(2028, 1, 31), termijn=termijn) == result


@pytest.mark.article("7.4")
class TestAnUndecidedDossier:
    """No agreement within three months of the first signaal, once three more."""

    @pytest.mark.parametrize(("day", "left"), [(date(2026, 6, 1), 1), (date(2026, 6, 2), 0), (date(2026, 6, 3), -1)])
    def test_has_three_months(self, day: date, left: int) -> None:
        """On the last day the kernpartijen may still decide, the day after not."""
        assert days_left(day, until=last_undecided_day(date(2026, 3, 2), extended=False)) == left

    @pytest.mark.parametrize(("day", "left"), [(date(2026, 9, 1), 1), (date(2026, 9, 2), 0), (date(2026, 9, 3), -1)])
    def test_has_six_months_when_extended(self, day: date, left: int) -> None:
        """All three kernpartijen may add three months once."""
        assert days_left(day, until=last_undecided_day(date(2026, 3, 2), extended=True)) == left

    def test_is_not_clipped_twice(self) -> None:
        """The longer term is counted from the first signaal, not from the end of February."""
        assert last_undecided_day(date(2026, 11, 30), extended=False) == date(2027, 2, 28)
        assert last_undecided_day(date(2026, 11, 30), extended=True) == date(2027, 5, 30)


class TestRetention:
    """How long data may stay, and where."""

    @pytest.mark.article("13.1")
    @pytest.mark.parametrize(("day", "left"), [(date(2031, 3, 1), 1), (date(2031, 3, 2), 0), (date(2031, 3, 3), -1)])
    def test_is_five_years_after_the_last_processing(self, day: date, left: int) -> None:
        """Data is kept five years and destroyed the day after."""
        assert days_left(day, until=retention_ends_on(date(2026, 3, 2))) == left

    @pytest.mark.article("13.2")
    @pytest.mark.parametrize(("day", "left"), [(date(2027, 3, 1), 1), (date(2027, 3, 2), 0), (date(2027, 3, 3), -1)])
    def test_is_in_the_archive_within_a_year(self, day: date, left: int) -> None:
        """At the latest a year after the last processing data is in the archive."""
        assert days_left(day, until=archive_by(date(2026, 3, 2))) == left

    @pytest.mark.article("13.3")
    @pytest.mark.parametrize(("day", "left"), [(date(2026, 9, 1), 1), (date(2026, 9, 2), 0), (date(2026, 9, 3), -1)])
    def test_is_six_months_for_who_was_not_put_on_the_agenda(self, day: date, left: int) -> None:
        """The data of a person who was not put on the agenda stays six months at most."""
        assert days_left(day, until=unlisted_retention_ends_on(date(2026, 3, 2))) == left

    @pytest.mark.article("13.2")
    @given(day=DAYS)
    def test_ends_after_the_move_to_the_archive(self, day: date) -> None:
        """Whatever the day of the last processing: data is archived before it is destroyed."""
        assert day < archive_by(day) < retention_ends_on(day)
        assert unlisted_retention_ends_on(day) < archive_by(day)

    def test_follows_the_regime(self) -> None:
        """The terms are those of the regime of the covenant, not of the code."""
        shorter = tuple(replace(t, aantal=1) for t in CONVENANT_2017.termijnen)
        other = replace(CONVENANT_2017, termijnen=shorter)
        assert last_undecided_day(date(2026, 3, 2), extended=False, regime=other) == date(2026, 4, 2)
        assert last_undecided_day(date(2026, 3, 2), extended=True, regime=other) == date(2026, 5, 2)
        assert retention_ends_on(date(2026, 3, 2), regime=other) == date(2027, 3, 2)
        assert unlisted_retention_ends_on(date(2026, 3, 2), regime=other) == date(2026, 4, 2)
        assert archive_by(date(2026, 3, 2), regime=other) == date(2027, 3, 2)


class TestDaysLeft:
    """Counting what is left of a term."""

    @pytest.mark.parametrize(("offset", "left"), [(-1, 1), (0, 0), (1, -1)])
    def test_is_nought_on_the_last_day(self, offset: int, left: int) -> None:
        """The last day counts nought; a day later the count is below it."""
        last = date(2028, 2, 29)
        assert days_left(last + timedelta(days=offset), until=last) == left


TERMS = st.builds(
    Termijn,
    code=st.just(TermijnCode.BEWAREN),
    aantal=st.integers(min_value=1, max_value=60),
    eenheid=st.sampled_from([one for one in Eenheid if one is not Eenheid.UUR]),  # hours have no days to count
    citaat=st.just("Convenant 13.1"),
)


@pytest.mark.article("13.1")
class TestWhatHasEnded:
    """The latest day on which a term may have started that has ended, for a query."""

    @given(day=DAYS, start_on=DAYS, termijn=TERMS)
    def test_is_the_rule_turned_round(self, day: date, start_on: date, termijn: Termijn) -> None:
        """A term has ended on a day exactly when it started on or before that day; month ends and leap years too."""
        assert (start_on <= ended_before(day, termijn=termijn)) is (last_day(start_on, termijn=termijn) < day)

    @given(day=DAYS, termijn=TERMS)
    def test_never_goes_back(self, day: date, termijn: Termijn) -> None:
        """What has ended today has ended tomorrow."""
        assert ended_before(day, termijn=termijn) <= ended_before(day + timedelta(days=1), termijn=termijn)

    @given(start_on=DAYS, termijn=TERMS)
    def test_ends_after_its_last_day_and_not_on_it(self, start_on: date, termijn: Termijn) -> None:
        """The day before, the day itself and the day after, wherever it falls."""
        last = last_day(start_on, termijn=termijn)
        ended = [start_on <= ended_before(last + timedelta(days=n), termijn=termijn) for n in (-1, 0, 1)]

        assert ended == [False, False, True]

    @pytest.mark.parametrize("change", [date(2026, 3, 29), date(2026, 10, 25)])
    def test_counts_a_day_on_which_the_clock_changes_as_any_other(self, change: date) -> None:
        """28 days later is the same day of the week, whether that night has 23 hours or 25."""
        four_weeks = Termijn(code=TermijnCode.INZAGE, aantal=28, eenheid=Eenheid.DAG, citaat="Convenant 12.3")
        start_on = change - timedelta(days=28)

        assert last_day(start_on, termijn=four_weeks) == change
        assert change.weekday() == start_on.weekday()
