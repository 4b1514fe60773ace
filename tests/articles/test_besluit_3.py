"""Besluit 3: grounds have a period of validity; one that is not valid on the day is refused."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from casustafel.convenant.partij import Soort
from casustafel.convenant.regime import CONVENANT_2017, Geldigheid, Regime
from casustafel.convenant.verstrekking import Merk, may_read_item, provision_reasons
from tests.facts import CONVENANT, DAY, ONDERZOEK, Ground, field, grounds, verstrekking

FIRST = date(2017, 7, 21)
LAPSES_TODAY = replace(
    CONVENANT_2017,
    grondslagen=tuple(replace(g, geldigheid=Geldigheid(vanaf=FIRST, tot=DAY)) for g in CONVENANT_2017.grondslagen),
    klasse_regels=tuple(replace(r, geldigheid=Geldigheid(vanaf=FIRST, tot=DAY)) for r in CONVENANT_2017.klasse_regels),
)


def faults(day: date, *, regime: Regime) -> set[Ground]:
    """Give all that is wrong with a provision of investigation data on a day."""
    v = replace(ONDERZOEK, opsporingsbelang_getoetst_op=FIRST, bevoegd_functionaris_op=FIRST, om_geraadpleegd_op=FIRST)
    opened = replace(CONVENANT, in_werking_op=FIRST - timedelta(days=9))
    return grounds(provision_reasons(v, soort=Soort.POLITIE, convenant=opened, regime=regime, day=day))


@pytest.mark.article("B3")
class TestAGround:
    """The days on which a ground is valid."""

    def test_is_none_the_day_before_the_decision_is_in_force(self) -> None:
        """On 20 July 2017 the ground is not there yet: nobody provides on it."""
        assert faults(date(2017, 7, 20), regime=CONVENANT_2017) == {field("B3", "grondslag")}

    @pytest.mark.parametrize("day", [FIRST, date(2017, 7, 22), DAY])
    def test_is_valid_from_21_july_2017(self, day: date) -> None:
        """On 21 July 2017 and after that day the ground is valid."""
        assert faults(day, regime=CONVENANT_2017) == set()

    @pytest.mark.parametrize(("offset", "valid"), [(-1, True), (0, False), (1, False)])
    def test_is_refused_from_the_day_it_lapses(self, offset: int, valid: bool) -> None:
        """Once the Bpg provides for the provision itself, this ground is refused from that day."""
        expected = set() if valid else {field("B3", "grondslag")}

        assert faults(DAY + timedelta(days=offset), regime=LAPSES_TODAY) == expected

    @pytest.mark.parametrize("soort", Soort)
    def test_of_any_organisation_lapses_alike(self, soort: Soort) -> None:
        """Whatever the organisation: on a ground that is not valid on the day it does not provide."""
        today = provision_reasons(verstrekking(soort), soort=soort, convenant=CONVENANT, regime=LAPSES_TODAY, day=DAY)

        assert {g.field for g in grounds(today)} == {"grondslag"}

    @pytest.mark.parametrize(("offset", "valid"), [(-1, True), (0, False), (1, False)])
    def test_that_lapsed_lets_nobody_read(self, offset: int, valid: bool) -> None:
        """Passing on needs a valid ground as well: from the day it lapses the item is withheld."""
        merk, day = Merk(grondslag="wpg-18-2", doel="a", klassen=("wpg-9",)), DAY + timedelta(days=offset)

        assert may_read_item(merk, soort=Soort.GEMEENTE, regime=LAPSES_TODAY, day=day) is valid
