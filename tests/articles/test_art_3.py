"""Covenant 3: who stays in the Netherlands and radicalised or threatens to; for one purpose or both; with aims."""

from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from casustafel.acts.weegploeg.open_dossier import OpenDossier, open_dossier
from casustafel.convenant.doelgroep import Doelgroep, doelgroep_reasons
from casustafel.convenant.feit import DossierStaat
from casustafel.convenant.rules.casusoverleg import may_write_plan
from casustafel.convenant.rules.weegploeg import may_hand_over, may_submit_new_signaal
from casustafel.demo.steps import GEMEENTE, begin
from casustafel.demo.subjects import NIEUW_GEMEENTE
from casustafel.demo.table import Table
from tests.facts import (
    CONFIRMED,
    DAY,
    RAAD,
    SIGNAAL,
    Ground,
    casus,
    dossier,
    field,
    grounds,
    refused,
    tafel,
    verstrekking,
    weegploeg,
)

MISSING = [
    (replace(CONFIRMED, verblijft_in_nederland=False), {field("3", "verblijft_in_nederland")}),
    (replace(CONFIRMED, radicaliseert=False), {field("3", "radicaliseert")}),
    (Doelgroep(), {field("3", "verblijft_in_nederland"), field("3", "radicaliseert")}),
]
OPENS = partial(
    may_submit_new_signaal,
    weegploeg(),
    naam="A. Verzonnen",
    leeftijdsgroep="18+",
    omschrijving="dreigde",
    verstrekking=verstrekking(weegploeg().soort or RAAD.soort),
    day=DAY,
)
HANDS_OVER = partial(
    may_hand_over, weegploeg(), dossier(DossierStaat.AGENDEREN, betrokken=[RAAD]), signalen=[SIGNAAL], day=DAY
)
WRITES = partial(
    may_write_plan, tafel(), casus(), toelichting="naar school", maatregelen=[("gesprek", RAAD.id)], day=DAY
)


@pytest.mark.article("3")
class TestThePerson:
    """Whom the approach is for."""

    @pytest.mark.parametrize("asks", [OPENS, HANDS_OVER])
    @pytest.mark.parametrize(("doelgroep", "expected"), MISSING)
    def test_is_confirmed_at_opening_and_at_the_hand_over(
        self, asks: Any, doelgroep: Doelgroep, expected: set[Ground]
    ) -> None:
        """Staying in the Netherlands, and radicalised or threatening to: each is confirmed, or nothing opens."""
        assert asks(doelgroep=CONFIRMED).is_allowed
        assert refused(asks(doelgroep=doelgroep)) == expected

    @pytest.mark.parametrize(("doelgroep", "expected"), MISSING)
    def test_is_confirmed_at_each_check_in_the_same_words(self, doelgroep: Doelgroep, expected: set[Ground]) -> None:
        """A check asks the same two things."""
        assert grounds(doelgroep_reasons(CONFIRMED)) == set()
        assert grounds(doelgroep_reasons(doelgroep)) == expected

    @pytest.mark.django_db(databases="__all__")
    def test_leaves_a_mark_of_who_confirmed_it_when(self, table: Table) -> None:
        """The dossier keeps which organisation confirmed it, on which day, at which step."""
        steps = begin(table, NIEUW_GEMEENTE, "gerda", GEMEENTE, days_ago=3)

        (mark,) = table.does("omar", open_dossier, OpenDossier(houder_id=steps.dossier_id), days_ago=0).doelgroep
        assert (mark.organisatie_id, mark.op) == (table.organisatie("gerda"), table.edge(3).day)
        assert mark.moment == "opening"


@pytest.mark.article("3")
class TestThePurpose:
    """What a plan serves, and what it aims at."""

    @pytest.mark.parametrize(
        "doelstellingen",
        [
            pytest.param(["i"], marks=pytest.mark.article("3.i")),
            pytest.param(["ii"], marks=pytest.mark.article("3.ii")),
            ["i", "ii"],
        ],
    )
    def test_is_one_of_two_or_both(self, doelstellingen: list[str]) -> None:
        """The risks to society and care for subjects, or the development of minors, or both."""
        assert WRITES(doelstellingen=doelstellingen, doelen=["a"]).is_allowed

    @pytest.mark.parametrize("doelstellingen", [[], ["iii"], ["i", "a"]])
    def test_is_no_other(self, doelstellingen: list[str]) -> None:
        """A plan without a purpose, or with another, is not written."""
        verdict = WRITES(doelstellingen=doelstellingen, doelen=["a"])

        assert refused(verdict) == {field("3", "doelstellingen")}

    @pytest.mark.parametrize(
        "doel",
        [
            pytest.param("a", marks=pytest.mark.article("3.a")),
            pytest.param("b", marks=pytest.mark.article("3.b")),
            pytest.param("c", marks=pytest.mark.article("3.c")),
            pytest.param("d", marks=pytest.mark.article("3.d")),
            pytest.param("e", marks=pytest.mark.article("3.e")),
            pytest.param("f", marks=pytest.mark.article("3.f")),
        ],
    )
    def test_goes_with_an_aim(self, doel: str) -> None:
        """Each of the six aims can be named; a plan names one or more."""
        assert WRITES(doelstellingen=["i"], doelen=[doel]).is_allowed
        assert refused(WRITES(doelstellingen=["i"], doelen=[])) == {field("3", "doelen")}
