"""A clock that jumps: noticed, named, and nothing is destroyed on a day that is in doubt. Covenant 13.1."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from casustafel.acts.edge import LOCAL, Edge, at
from casustafel.acts.klok import clock_faults
from casustafel.demo.steps import GEMEENTE, begin
from casustafel.demo.subjects import IN_WEGING
from casustafel.demo.table import Table
from casustafel.jobs import follow
from casustafel.jobs.nachtwerk import nachtwerk
from casustafel.jobs.night import doubt
from casustafel.weegploeg.models import Dossier

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("13.1", "15.1")]
FIRST = datetime(2026, 3, 3, 3, tzinfo=LOCAL)
YEARS = 365 * 9


def night(days: float) -> Edge:
    """Stand in a night so many days later."""
    return at(FIRST + timedelta(days=days))


@pytest.fixture
def worked(table: Table, settings: Settings, tmp_path: Path) -> Table:
    """Give a board with one dossier, whose night's work was done once."""
    settings.CASUSTAFEL_DATA = tmp_path
    begin(table, IN_WEGING, "gerda", GEMEENTE, days_ago=0)
    nachtwerk(edge=night(0))
    return table


@pytest.mark.usefixtures("worked")
class TestAClockThatIsAhead:
    """By more than a week since the last night's work."""

    def test_is_believed_the_day_after(self) -> None:
        """Not in that night, not in the same night again; a day later, if it still says so."""
        assert [bool(doubt(night(n))) for n in (1, 7, YEARS, YEARS, YEARS + 1)] == [False, False, True, True, False]

    def test_is_not_believed_when_it_jumps_on(self) -> None:
        """Each jump begins anew."""
        assert all(doubt(night(n)) for n in (YEARS, 2 * YEARS, 3 * YEARS))

    def test_destroys_nothing_when_it_comes_back(self) -> None:
        """The relay does its nights with the wrong day for a moment, and then with the right one."""
        for days in (YEARS, 1):
            follow._night_at(night(days))  # noqa: SLF001  # what `follow` does each night
        assert Dossier.objects.count() == 1

    def test_that_was_right_destroys_what_is_past_its_term(self) -> None:
        """One day later than it would have."""
        follow._night_at(night(YEARS))  # noqa: SLF001  # what `follow` does each night
        assert Dossier.objects.count() == 1
        follow._night_at(night(YEARS + 1))  # noqa: SLF001  # what `follow` does each night
        assert Dossier.objects.count() == 0


@pytest.mark.usefixtures("worked")
class TestAClockThatIsBehind:
    """It was put back."""

    def test_is_never_believed(self) -> None:
        """Not a day behind the last night's work; on the same day it is."""
        assert [bool(doubt(night(n))) for n in (0, -1, -YEARS, -1)] == [False, True, True, True]

    def test_is_named(self) -> None:
        """For each file whose log is ahead; five minutes are let pass."""
        newest = FIRST
        assert list(clock_faults(edge=at(newest - timedelta(minutes=5)))) == []
        found = list(clock_faults(edge=at(newest - timedelta(minutes=6))))
        assert "register" in {one.bestand for one in found}
        assert {one.wat.partition(":")[0] for one in found} == {"the clock is behind the log"}


@pytest.mark.usefixtures("worked")
class TestNightsThatWereMissed:
    """Named from the third day on."""

    def test_are_named(self) -> None:
        """With the day of the last one."""
        assert [len(list(clock_faults(edge=night(n)))) for n in (1, 2, 3)] == [0, 0, 1]
