"""Article 13.1 after a restore: what was destroyed stays destroyed, and everybody signs in anew."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from casustafel.convenant.feit import Wie
from casustafel.convenant.rules.herstel import may_end_sessies, may_repeat_vernietiging
from casustafel.convenant.verdict import ALLOWED
from tests.articles.test_art_13_bewaren import casus
from tests.facts import CONVENANT, OTHER_CONVENANT, hidden, operator, refused, right, state, systeem, tafel, weegploeg

DAY = date(2026, 3, 2)


@pytest.mark.article("13.1")
class TestRowsThatABackupBroughtBack:
    """Their key was destroyed."""

    def test_go_again_whatever_their_term(self) -> None:
        """By the system, on the day of the last casework as well: nobody can read them."""
        assert may_repeat_vernietiging(systeem(), casus(DAY), has_key=False, day=DAY) == ALLOWED

    def test_stay_while_there_is_a_key(self) -> None:
        """The key goes first."""
        verdict = may_repeat_vernietiging(systeem(), casus(DAY), has_key=True, day=DAY)

        assert refused(verdict) == {state("13.1", "key")}

    @pytest.mark.parametrize("wie", [weegploeg(), tafel()])
    def test_are_no_persons_to_remove(self, wie: Wie) -> None:
        """It is as if they did not exist."""
        assert hidden(may_repeat_vernietiging(wie, casus(DAY), has_key=False, day=DAY)) == {right("13.1", "system")}

    def test_of_another_covenant_are_out_of_reach(self) -> None:
        """At work in one covenant, the system removes nothing of another."""
        elsewhere = replace(systeem(), convenant=OTHER_CONVENANT)
        verdict = may_repeat_vernietiging(elsewhere, casus(DAY), has_key=False, day=DAY)

        assert hidden(verdict) == {right("8.4", "other-convenant"), right("13.1", "system")}

    def test_wait_for_the_covenant(self) -> None:
        """Before it is in force there is nothing to remove."""
        before = CONVENANT.in_werking_op - timedelta(days=1)
        verdict = may_repeat_vernietiging(systeem(), casus(DAY), has_key=False, day=before)

        assert hidden(verdict) == {right("18.1", "not-in-force"), right("13.1", "system")}


@pytest.mark.article("15.2.d")
class TestSessionsOfABackup:
    """They may have been ended since."""

    def test_are_ended_by_the_system(self) -> None:
        """And by nobody else."""
        assert may_end_sessies(systeem()) == ALLOWED
        for wie in (weegploeg(), operator()):
            assert hidden(may_end_sessies(wie)) == {right("15.2.d", "system")}
