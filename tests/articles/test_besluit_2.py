"""Besluit 2: before investigation data is provided, the investigation does not oppose and two were consulted."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from casustafel.convenant.partij import Soort
from casustafel.convenant.regime import CONVENANT_2017
from casustafel.convenant.verstrekking import Verstrekking, provision_reasons
from tests.facts import DAY, ONDERZOEK, TOMORROW, YESTERDAY, Ground, field, grounds, verstrekking

WHO = [
    pytest.param("opsporingsbelang_getoetst_door", "B2.a", marks=pytest.mark.article("B2.a")),
    pytest.param("bevoegd_functionaris", "B2.c", marks=pytest.mark.article("B2.c")),
    pytest.param("om_geraadpleegd", "B2.c", marks=pytest.mark.article("B2.c")),
]
WHEN = [
    pytest.param("opsporingsbelang_getoetst_op", "B2.a", marks=pytest.mark.article("B2.a")),
    pytest.param("bevoegd_functionaris_op", "B2.c", marks=pytest.mark.article("B2.c")),
    pytest.param("om_geraadpleegd_op", "B2.c", marks=pytest.mark.article("B2.c")),
]


def changed(v: Verstrekking, **changes: Any) -> set[Ground]:
    """Give all that is wrong with a provision by the politie that is in order but for this."""
    reasons = provision_reasons(replace(v, **changes), soort=Soort.POLITIE, regime=CONVENANT_2017, day=DAY)
    return grounds(reasons)


@pytest.mark.article("B2")
class TestInvestigationData:
    """Data under Wpg 9, 10(1)(a) and 10(1)(c)."""

    @pytest.mark.parametrize("klasse", ["wpg-9", "wpg-10-1-a", "wpg-10-1-c"])
    def test_is_provided_when_all_was_established_before(self, klasse: str) -> None:
        """With who and when for the investigation, the bevoegd functionaris and the OM it is provided."""
        assert changed(ONDERZOEK, klasse=klasse) == set()

    @pytest.mark.parametrize(("name", "artikel"), WHO)
    @pytest.mark.parametrize("who", ["", " "])
    def test_names_who_established_or_was_consulted(self, name: str, artikel: str, who: str) -> None:
        """Each of the three by name: neither consultation stands in for the other."""
        assert changed(ONDERZOEK, **{name: who}) == {field(artikel, name)}

    @pytest.mark.parametrize(("name", "artikel"), WHEN)
    def test_names_a_day(self, name: str, artikel: str) -> None:
        """Each of the three with its day."""
        assert changed(ONDERZOEK, **{name: None}) == {field(artikel, name)}

    @pytest.mark.parametrize(("name", "artikel"), WHEN)
    @pytest.mark.parametrize(("on", "before"), [(YESTERDAY, True), (DAY, True), (TOMORROW, False)])
    def test_comes_after_it(self, name: str, artikel: str, on: date, before: bool) -> None:
        """All before provision: on an earlier day or today, never on a day to come."""
        assert changed(ONDERZOEK, **{name: on}) == (set() if before else {field(artikel, name)})


@pytest.mark.article("B2")
class TestDailyPoliceData:
    """Data under Wpg 8 and 13."""

    def test_asks_for_no_consultation(self) -> None:
        """The conditions of the decision are those of investigation data: Wpg 20 asks for none of them."""
        daily = verstrekking(Soort.POLITIE)

        assert not daily.bevoegd_functionaris
        assert changed(daily) == set()
