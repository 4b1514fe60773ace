"""Besluit 2: before investigation data is provided, the investigation does not oppose and two were consulted."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from casustafel.acts.register.maatregelen import RecordMaatregelen, record_maatregelen
from casustafel.convenant.feit import ConvenantFeit, Wie
from casustafel.convenant.partij import Soort
from casustafel.convenant.regime import CONVENANT_2017
from casustafel.convenant.rules.maatregelen import may_record_maatregelen
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.verstrekking import Verstrekking, provision_reasons
from casustafel.demo.table import Table
from tests.facts import (
    CONVENANT,
    DAY,
    ONDERZOEK,
    TOMORROW,
    YESTERDAY,
    Ground,
    field,
    grounds,
    hidden,
    refused,
    right,
    state,
    tafel,
    uitvoerder,
    verstrekking,
    weegploeg,
    wie,
)

WHO = [
    pytest.param("opsporingsbelang_getoetst_door", "B2.a", marks=pytest.mark.article("B2.a")),
    pytest.param("bevoegd_functionaris", "B2.c", marks=pytest.mark.article("B2.c")),
    pytest.param("bevoegd_functionaris_functie", "B2.c", marks=pytest.mark.article("B2.c")),
    pytest.param("bevoegd_functionaris_eenheid", "B2.c", marks=pytest.mark.article("B2.c")),
    pytest.param("om_geraadpleegd", "B2.c", marks=pytest.mark.article("B2.c")),
]
WHEN = [
    pytest.param("opsporingsbelang_getoetst_op", "B2.a", marks=pytest.mark.article("B2.a")),
    pytest.param("bevoegd_functionaris_op", "B2.c", marks=pytest.mark.article("B2.c")),
    pytest.param("om_geraadpleegd_op", "B2.c", marks=pytest.mark.article("B2.c")),
]


def changed(v: Verstrekking, **changes: Any) -> set[Ground]:
    """Give all that is wrong with a provision by the politie that is in order but for this."""
    reasons = provision_reasons(
        replace(v, **changes), soort=Soort.POLITIE, convenant=CONVENANT, regime=CONVENANT_2017, day=DAY
    )
    return grounds(reasons)


def faults(v: Verstrekking, covenant: ConvenantFeit) -> set[Ground]:
    """Give all that is wrong with a provision by the politie in a covenant."""
    reasons = provision_reasons(v, soort=Soort.POLITIE, convenant=covenant, regime=CONVENANT_2017, day=DAY)
    return grounds(reasons)


def faults_on(day: date, covenant: ConvenantFeit) -> bool:
    """Tell whether investigation data is refused on a day."""
    return any(provision_reasons(ONDERZOEK, soort=Soort.POLITIE, convenant=covenant, regime=CONVENANT_2017, day=day))


STATED: dict[str, Any] = {"vastgesteld_op": DAY, "door": "het college", "omschrijving": "doelbinding", "day": DAY}


def states(asker: Wie, **changes: Any) -> Verdict:
    """Let somebody state the measures."""
    return may_record_maatregelen(asker, **{**STATED, **changes})


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


@pytest.mark.article("B2.c")
class TestTheAnswerOfTheBevoegdFunctionaris:
    """Consultation, not consent."""

    @pytest.mark.parametrize("oordeel", ["geen-bezwaar", "bezwaar"])
    def test_is_recorded_and_does_not_stop_by_itself(self, oordeel: str) -> None:
        """An objection is recorded; the provision goes on, on the responsibility of who provides."""
        assert changed(ONDERZOEK, bevoegd_functionaris_oordeel=oordeel) == set()

    @pytest.mark.parametrize("oordeel", ["", "toestemming"])
    def test_is_one_of_two(self, oordeel: str) -> None:
        """Without an answer nobody was consulted, and consent is no answer to a consultation."""
        expected = {field("B2.c", "bevoegd_functionaris_oordeel")}

        assert changed(ONDERZOEK, bevoegd_functionaris_oordeel=oordeel) == expected

    def test_may_name_conditions(self) -> None:
        """Conditions are kept with the provision; there need not be any."""
        assert changed(ONDERZOEK, bevoegd_functionaris_voorwaarden="niet aan anderen") == set()


@pytest.mark.article("B2.b")
class TestTheMeasuresOfTheCollege:
    """For purpose limitation and retention: stated once per covenant, current on the day."""

    @pytest.mark.parametrize("klasse", ["wpg-9", "wpg-10-1-a", "wpg-10-1-c"])
    @pytest.mark.parametrize(("last", "current"), [(None, False), (YESTERDAY, False), (DAY, True), (TOMORROW, True)])
    def test_are_current_on_the_day_or_nothing_is_provided(self, klasse: str, last: date | None, current: bool) -> None:
        """Without a statement, or a day after its last day, no Wpg 9, 10(1)(a) or 10(1)(c) data is provided."""
        covenant = replace(CONVENANT, maatregelen_geldig_tot=last)
        expected = set() if current else {state("B2.b", "maatregelen")}

        assert faults(replace(ONDERZOEK, klasse=klasse), covenant) == expected

    def test_are_not_asked_for_daily_data(self) -> None:
        """Wpg 8 and 13 data goes under Wpg 20, which does not ask for them."""
        assert faults(verstrekking(Soort.POLITIE), replace(CONVENANT, maatregelen_geldig_tot=None)) == set()

    def test_are_stated_by_the_gemeente(self) -> None:
        """They are the college's: nobody else states them, and outside the weegploeg nobody does."""
        assert states(weegploeg(Soort.GEMEENTE)).is_allowed
        for other in (weegploeg(Soort.POLITIE), weegploeg(Soort.OM), tafel(Soort.GEMEENTE), uitvoerder()):
            assert refused(states(other)) == {right("B2.b", "gemeente")}
        assert hidden(states(wie(Soort.GEMEENTE))) == {right("15.2.c", "no-authorisation")}

    @pytest.mark.parametrize(
        ("changes", "name"),
        [
            ({"vastgesteld_op": None}, "vastgesteld_op"),
            ({"vastgesteld_op": TOMORROW}, "vastgesteld_op"),
            ({"door": " "}, "door"),
            ({"omschrijving": ""}, "omschrijving"),
        ],
    )
    def test_are_stated_in_words_by_somebody_on_a_day(self, changes: dict[str, Any], name: str) -> None:
        """Who established them, when, not on a day to come, and what they are."""
        assert refused(states(weegploeg(Soort.GEMEENTE), **changes)) == {field("B2.b", name)}

    @pytest.mark.article("15.2")
    @pytest.mark.django_db(databases="__all__")
    @pytest.mark.parametrize(("days", "current"), [(-1, True), (0, True), (1, False)])
    def test_stay_current_for_a_year(self, table: Table, days: int, current: bool) -> None:
        """A statement of today is current up to and including the same day a year on, and no longer."""
        invoer = RecordMaatregelen(vastgesteld_op=table.edge(0).day, door="college", omschrijving="verzonnen")
        table.does("gerda", record_maatregelen, invoer, days_ago=0)
        later = date(2027, 3, 2) + timedelta(days=days)

        convenant = table.who("gerda").convenant
        assert faults_on(later, replace(convenant, in_werking_op=CONVENANT.in_werking_op)) is not current


@pytest.mark.article("B2")
class TestDailyPoliceData:
    """Data under Wpg 8 and 13."""

    def test_asks_for_no_consultation(self) -> None:
        """The conditions of the decision are those of investigation data: Wpg 20 asks for none of them."""
        daily = verstrekking(Soort.POLITIE)

        assert not daily.bevoegd_functionaris
        assert changed(daily) == set()
