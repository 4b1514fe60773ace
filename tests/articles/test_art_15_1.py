"""Article 15.1: data is protected against loss; the system looks whether a file is whole."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from casustafel.convenant.bewaring import BewaarFeit, Houdersoort
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules.gaafheid import may_check_bestand, may_check_houder
from casustafel.convenant.verdict import ALLOWED
from tests.facts import CONVENANT, OTHER_CONVENANT, hidden, right, systeem, tafel, uitvoerder, weegploeg

pytestmark = pytest.mark.article("15.1")
DAY = date(2026, 3, 2)
NOT_THE_SYSTEM = right("15.1", "system")


def feit(*, vernietigen_op: date | None = None) -> BewaarFeit:
    """Give a casus."""
    return BewaarFeit(
        id=UUID(int=1),
        convenant_id=CONVENANT.id,
        soort=Houdersoort.CASUS,
        nummer="C-2026-0001",
        verwerkt_op=DAY,
        vernietigen_op=vernietigen_op,
    )


class TestWhoLooks:
    """A file is opened for this by the system, and by nobody else."""

    def test_the_system_may(self) -> None:
        """Also at what is on its way out of the file."""
        assert may_check_bestand(systeem(), day=DAY) == ALLOWED
        assert may_check_houder(systeem(), feit(), day=DAY) == ALLOWED
        assert may_check_houder(systeem(), feit(vernietigen_op=DAY), day=DAY) == ALLOWED

    @pytest.mark.parametrize("wie", [weegploeg(), tafel(), uitvoerder()])
    def test_no_person_may(self, wie: Wie) -> None:
        """Whatever their role, it is as if it did not exist."""
        assert hidden(may_check_bestand(wie, day=DAY)) == {NOT_THE_SYSTEM}
        assert hidden(may_check_houder(wie, feit(), day=DAY)) == {NOT_THE_SYSTEM}

    def test_in_another_covenant_it_may_not(self) -> None:
        """At work in one covenant, it reaches no dossier of another."""
        elsewhere = replace(systeem(), convenant=OTHER_CONVENANT)

        assert hidden(may_check_houder(elsewhere, feit(), day=DAY)) == {right("8.4", "other-convenant")}

    def test_before_the_covenant_is_in_force_it_may_not(self) -> None:
        """From its first day on it may."""
        first = CONVENANT.in_werking_op

        assert may_check_bestand(systeem(), day=first) == ALLOWED
        before = may_check_bestand(systeem(), day=first - timedelta(days=1))
        assert hidden(before) == {right("18.1", "not-in-force"), NOT_THE_SYSTEM}
