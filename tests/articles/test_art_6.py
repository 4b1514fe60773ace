"""Covenant 6 and 2: each party provides on its own ground only, and states what that ground asks."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from casustafel.convenant.partij import Soort
from casustafel.convenant.regime import CONVENANT_2017
from casustafel.convenant.verstrekking import (
    Merk,
    Verstrekking,
    mark_of_analysis,
    merk_of,
    provision_reasons,
    public_task,
    special_reasons,
)
from tests.facts import CONVENANT, DAY, ONDERZOEK, VERSTREKKINGEN, Ground, field, grounds, state, verstrekking

OWN_ARTICLE: Mapping[Soort, str] = {
    Soort.OM: "6.a",
    Soort.POLITIE: "6.b",
    Soort.GEMEENTE: "6.c",
    Soort.RAAD: "6.d",
    Soort.RECLASSERING: "6.e",
    Soort.EXTERN: "9.2",
}


def faults(v: Verstrekking, soort: Soort) -> set[Ground]:
    """Give all that is wrong with a provision today."""
    return grounds(provision_reasons(v, soort=soort, convenant=CONVENANT, regime=CONVENANT_2017, day=DAY))


def changed(soort: Soort, **changes: Any) -> set[Ground]:
    """Give all that is wrong with a provision that is in order but for this."""
    return faults(replace(verstrekking(soort), **changes), soort)


@pytest.mark.article("6")
class TestAProvision:
    """What an organisation gives, and on which ground."""

    @pytest.mark.parametrize(
        "soort",
        [
            pytest.param(Soort.OM, marks=pytest.mark.article("6.a")),
            pytest.param(Soort.POLITIE, marks=pytest.mark.article("6.b")),
            pytest.param(Soort.GEMEENTE, marks=pytest.mark.article("6.c")),
            pytest.param(Soort.RAAD, marks=pytest.mark.article("6.d")),
            pytest.param(Soort.RECLASSERING, marks=pytest.mark.article("6.e")),
            pytest.param(Soort.EXTERN, marks=pytest.mark.article("9.2")),
        ],
    )
    def test_is_in_order_on_its_own_ground(self, soort: Soort) -> None:
        """Each kind of organisation provides on the ground that the covenant gives it."""
        assert faults(verstrekking(soort), soort) == set()

    @pytest.mark.parametrize("soort", Soort)
    @pytest.mark.parametrize("other", Soort)
    def test_is_refused_on_the_ground_of_another(self, soort: Soort, other: Soort) -> None:
        """Nobody provides on a ground that is another's, and nothing further is asked about it."""
        expected = set() if soort is other else {field(OWN_ARTICLE[soort], "grondslag")}

        assert faults(verstrekking(other), soort) == expected

    @pytest.mark.parametrize("soort", Soort)
    @pytest.mark.parametrize("code", ["", "toestemming", "wpg-19"])
    def test_is_refused_on_a_ground_that_is_none(self, soort: Soort, code: str) -> None:
        """Every piece of personal data carries its ground: one of the regime."""
        assert changed(soort, grondslag=code) == {field(OWN_ARTICLE[soort], "grondslag")}

    def test_leaves_its_mark_on_what_was_provided(self) -> None:
        """Ground, purpose and class stay with the item; who was consulted stays behind with the provision."""
        assert merk_of(ONDERZOEK) == Merk(grondslag="wpg-18-2", doel="a", klassen=("wpg-9",))
        assert merk_of(verstrekking(Soort.GEMEENTE)) == Merk(grondslag="publieke-taak-gemeente")


@pytest.mark.article("6.a")
class TestTheOm:
    """Criminal data under Wjsg 39f."""

    @pytest.mark.parametrize(
        ("changes", "reason"),
        [
            ({"doel": " "}, field("6", "doel")),
            ({"belang": ""}, field("6", "belang")),
            ({"derden_getoetst": False}, field("6.a", "derden_getoetst")),
            ({"klasse": ""}, field("6.a", "klasse")),
            ({"klasse": "wpg-9"}, field("6.a", "klasse")),
        ],
    )
    def test_states_purpose_interest_class_and_third_persons(self, changes: dict[str, Any], reason: Ground) -> None:
        """Its purpose, the weighty public interest, the class, and that no third persons are exposed."""
        assert changed(Soort.OM, **changes) == {reason}

    def test_names_its_purpose_in_its_own_words(self) -> None:
        """The three purposes of the Besluit are those of police data."""
        assert changed(Soort.OM, doel="herhaling voorkomen") == set()


@pytest.mark.article("6.b")
class TestThePolitie:
    """Police data under Wpg 20 and 18(2)."""

    @pytest.mark.parametrize("v", [VERSTREKKINGEN[Soort.POLITIE], ONDERZOEK])
    def test_states_the_weighty_public_interest(self, v: Verstrekking) -> None:
        """Without the weighty public interest no police data is provided."""
        assert faults(v, Soort.POLITIE) == set()
        assert faults(replace(v, belang=" "), Soort.POLITIE) == {field("6", "belang")}

    @pytest.mark.parametrize("name", ["herkomst", "wijze"])
    def test_names_origin_and_way_of_obtaining_of_investigation_data(self, name: str) -> None:
        """Data of an investigation names where it comes from and how it was obtained."""
        without: dict[str, Any] = {name: ""}

        assert faults(replace(ONDERZOEK, **without), Soort.POLITIE) == {field("6.b", name)}


@pytest.mark.article("2")
class TestAPublicTask:
    """The task that a public-task ground rests on."""

    @pytest.mark.article("6.c")
    @pytest.mark.parametrize(
        "taak", ["openbare-orde", "jeugdzorg", "werk-en-inkomen", "scholing", "uitkeringen", "schuldsanering"]
    )
    def test_is_one_of_the_six_of_the_gemeente(self, taak: str) -> None:
        """Public order, youth care, work and income, schooling, benefits, debt."""
        assert changed(Soort.GEMEENTE, taak=taak) == set()

    @pytest.mark.article("6.d")
    @pytest.mark.parametrize("taak", ["minderjarigen-beschermen", "voor-minderjarigen-optreden", "adviseren"])
    def test_is_one_of_the_three_of_the_raad(self, taak: str) -> None:
        """Protecting minors, acting for them, advising."""
        assert changed(Soort.RAAD, taak=taak) == set()

    @pytest.mark.parametrize(
        ("soort", "taak"),
        [
            (Soort.GEMEENTE, ""),
            (Soort.GEMEENTE, "adviseren"),
            (Soort.GEMEENTE, "belastingen"),
            (Soort.RAAD, " "),
            (Soort.RAAD, "jeugdzorg"),
            (Soort.POLITIE, "jeugdzorg"),
        ],
    )
    def test_is_named_and_is_ones_own(self, soort: Soort, taak: str) -> None:
        """No task, or the task of another, is no ground; who need not name one names none that is another's."""
        assert changed(soort, taak=taak) == {field("2", "taak")}


@pytest.mark.article("6.e")
class TestTheReclassering:
    """The three kinds of work."""

    @pytest.mark.parametrize(
        "werkzaamheid",
        [
            pytest.param("i", marks=pytest.mark.article("6.e.i")),
            pytest.param("ii", marks=pytest.mark.article("6.e.ii")),
            pytest.param("iii", marks=pytest.mark.article("6.e.iii")),
        ],
    )
    def test_provides_for_one_of_them(self, werkzaamheid: str) -> None:
        """Supervision and guidance, information and advice, community service."""
        assert changed(Soort.RECLASSERING, werkzaamheid=werkzaamheid) == set()

    @pytest.mark.parametrize("werkzaamheid", ["", " ", "iv"])
    def test_provides_for_nothing_else(self, werkzaamheid: str) -> None:
        """Without one of its three kinds of work the reclassering does not provide."""
        assert changed(Soort.RECLASSERING, werkzaamheid=werkzaamheid) == {field("6.e", "werkzaamheid")}


@pytest.mark.article("6")
@pytest.mark.article("9.2")
class TestAPartner:
    """An externe casuspartner."""

    @pytest.mark.parametrize("bepaling", ["", "  "])
    def test_states_its_own_provision_in_words(self, bepaling: str) -> None:
        """A partner names the provision on which it gives."""
        assert changed(Soort.EXTERN, bepaling=bepaling) == {field("6", "bepaling")}


@pytest.mark.article("6")
class TestDataWithoutAClass:
    """What gemeente, Raad, reclassering and partners give."""

    @pytest.mark.parametrize("soort", [Soort.GEMEENTE, Soort.RAAD, Soort.RECLASSERING, Soort.EXTERN])
    def test_is_not_given_one(self, soort: Soort) -> None:
        """Only police and OM data carry a class: nobody else provides under one."""
        assert changed(soort, klasse="wpg-8") == {field(OWN_ARTICLE[soort], "klasse")}


@pytest.mark.article("2")
class TestThePublicTaskOfAProvision:
    """On which task of article 2 a party provides."""

    @pytest.mark.parametrize(
        ("soort", "taak"),
        [
            pytest.param(Soort.GEMEENTE, "jeugdzorg", marks=pytest.mark.article("2.a")),
            pytest.param(Soort.POLITIE, "politietaak", marks=pytest.mark.article("2.b")),
            pytest.param(Soort.OM, "strafrechtelijke-handhaving", marks=pytest.mark.article("2.c")),
            pytest.param(Soort.RAAD, "adviseren", marks=pytest.mark.article("2.d")),
            pytest.param(Soort.RECLASSERING, "reclassering", marks=pytest.mark.article("2.e")),
        ],
    )
    def test_is_the_one_named_or_the_only_one(self, soort: Soort, taak: str) -> None:
        """A party with several tasks names one; a party with a single task rests on that."""
        found = public_task(verstrekking(soort), soort=soort, regime=CONVENANT_2017)

        assert found is not None
        assert found.code == taak

    def test_of_a_partner_is_its_own_provision(self) -> None:
        """An externe casuspartner has no task in the covenant; it names its provision in words."""
        assert public_task(verstrekking(Soort.EXTERN), soort=Soort.EXTERN, regime=CONVENANT_2017) is None

    @pytest.mark.article("2.e")
    def test_of_the_reclassering_is_done_by_its_specialist_team(self) -> None:
        """The reclassering states with each provision that it comes from its specialist national team."""
        assert changed(Soort.RECLASSERING, landelijk_team=False) == {field("2.e", "landelijk_team")}


@pytest.mark.article("6")
class TestSpecialAndCriminalData:
    """What the AVG keeps apart in its articles 9 and 10."""

    HEALTH: Mapping[str, Any] = {
        "bijzonder": "bijzondere-categorie",
        "uitzondering": "uavg-23-c",
        "uitzondering_reden": "hoort bij de verdenking",
    }
    CRIMINAL: Mapping[str, Any] = {
        "bijzonder": "strafrechtelijk",
        "uitzondering": "uavg-33-1-b",
        "uitzondering_reden": "nodig voor het plan",
    }

    @pytest.mark.parametrize("soort", Soort)
    @pytest.mark.parametrize("kind", [HEALTH, CRIMINAL])
    def test_is_provided_on_a_named_exception_with_a_reason(self, soort: Soort, kind: Mapping[str, Any]) -> None:
        """Whoever provides: the kind of data, the exception, and why it applies."""
        assert changed(soort, **kind) == set()

    @pytest.mark.parametrize("uitzondering", ["", "uavg-33-1-b", "toestemming", "uavg-25"])
    def test_is_refused_without_an_exception_of_its_own_kind(self, uitzondering: str) -> None:
        """No exception, one of the other kind, or one that is not in the list, is none."""
        faults = changed(Soort.GEMEENTE, **{**self.HEALTH, "uitzondering": uitzondering})

        assert faults == {field("6", "uitzondering")}

    def test_is_refused_on_an_exception_of_another(self) -> None:
        """The legal task of the Raad and the reclassering (UAVG 30(2)) is no exception for the gemeente."""
        for soort, allowed in ((Soort.RAAD, True), (Soort.RECLASSERING, True), (Soort.GEMEENTE, False)):
            faults = changed(soort, **{**self.HEALTH, "uitzondering": "uavg-30-2"})
            assert faults == (set() if allowed else {field("6", "uitzondering")})

    @pytest.mark.parametrize(
        ("changes", "name"), [({"uitzondering_reden": " "}, "uitzondering_reden"), ({"bijzonder": ""}, "bijzonder")]
    )
    def test_says_what_it_is_and_why(self, changes: dict[str, Any], name: str) -> None:
        """An exception without a reason, or without the kind of data, is refused."""
        assert changed(Soort.GEMEENTE, **{**self.CRIMINAL, **changes}) == {field("6", name)}

    @pytest.mark.parametrize(("offset", "valid"), [(-1, False), (0, True), (1, True)])
    def test_has_its_exceptions_from_25_may_2018(self, offset: int, valid: bool) -> None:
        """The exceptions are those of the AVG: before it applied there are none."""
        day = date(2018, 5, 25) + timedelta(days=offset)
        v = replace(verstrekking(Soort.GEMEENTE), **self.HEALTH)
        reasons = special_reasons(v, soort=Soort.GEMEENTE, regime=CONVENANT_2017, day=day)

        assert grounds(reasons) == (set() if valid else {field("6", "uitzondering")})

    def test_keeps_its_kind_in_its_mark(self) -> None:
        """That an item is special or criminal data travels with it."""
        v = replace(verstrekking(Soort.RAAD), **self.HEALTH)

        assert merk_of(v).bijzonder == "bijzondere-categorie"
        assert mark_of_analysis([merk_of(v), Merk(grondslag="eigen-bepaling")]).bijzonder == "bijzondere-categorie"


@pytest.mark.article("B1.3")
class TestACovenantThatIsNotInForce:
    """Provision needs a covenant between the parties."""

    @pytest.mark.parametrize("soort", Soort)
    @pytest.mark.parametrize(("offset", "open_"), [(-1, False), (0, True), (1, True)])
    def test_lets_nobody_provide_before_its_first_day(self, soort: Soort, offset: int, open_: bool) -> None:
        """The day before the covenant is in force nothing is provided; from its first day on it is."""
        starting = replace(CONVENANT, in_werking_op=DAY)
        day = DAY + timedelta(days=offset)
        reasons = provision_reasons(
            verstrekking(soort), soort=soort, convenant=starting, regime=CONVENANT_2017, day=day
        )

        assert grounds(reasons) == (set() if open_ else {state("B1.3", "not-in-force")})
