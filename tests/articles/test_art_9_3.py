"""Covenant 9.3: a plan with goals (3) and measures, each with who carries it out; 1.e, 10.2.e."""

from functools import partial
from typing import Any

import pytest

from casustafel.convenant.feit import CasusStaat, DeelnemerFeit, OrganisatieFeit, Rol, Taak, Wie
from casustafel.convenant.rules.casusoverleg import may_adopt_plan, may_write_plan
from tests.facts import (
    DAY,
    DE_BRUG,
    GEMEENTE,
    OM,
    POLITIE,
    RAAD,
    RECLASSERING,
    ROC,
    SINCE,
    TOMORROW,
    YESTERDAY,
    Ground,
    casus,
    deelnemers,
    field,
    hidden,
    refused,
    right,
    state,
    systeem,
    tafel,
    uitvoerder,
    weegploeg,
    wie,
)

NOT_AT_TABLE = {right("10.4", "not-at-table")}
PLAN: dict[str, Any] = {
    "doelstellingen": ["i"],
    "doelen": ["b", "e"],
    "toelichting": "terug naar school, rust thuis",
    "maatregelen": [("gesprek met de ouders", RAAD.id), ("begeleiding op school", DE_BRUG.id)],
    "day": DAY,
}
WRITE = partial(may_write_plan, **PLAN)


@pytest.mark.article("9.3")
@pytest.mark.article("1.e")
class TestWritingAPlan:
    """The concept: goals, and measures with who carries them out."""

    @pytest.mark.parametrize("organisatie", [POLITIE, GEMEENTE, RAAD], ids=lambda o: o.naam)
    def test_is_done_by_a_party_at_the_table(self, organisatie: OrganisatieFeit) -> None:
        """Each party at the table writes the concept; a partner carries out measures."""
        assert may_write_plan(tafel(organisatie), casus(), **PLAN).is_allowed

    @pytest.mark.article("5")
    def test_is_done_by_the_uitvoerder_for_a_named_task(self) -> None:
        """The uitvoerder writes the concept in the controller's name, and names the task."""
        assert may_write_plan(uitvoerder(Taak.VOORBEREIDEN), casus(), **PLAN).is_allowed
        assert refused(may_write_plan(uitvoerder(None), casus(), **PLAN)) == {field("5", "taak")}

    @pytest.mark.article("5")
    @pytest.mark.parametrize("taak", sorted(frozenset(Taak) - {Taak.VOORBEREIDEN}))
    def test_is_not_done_by_the_uitvoerder_for_another_task(self, taak: Taak) -> None:
        """Who opens the casus to check it, or for a request, writes nothing in it."""
        assert refused(may_write_plan(uitvoerder(taak), casus(), **PLAN)) == {field("5", "taak")}

    @pytest.mark.parametrize("staat", sorted(frozenset(CasusStaat) - {CasusStaat.AFGESLOTEN}))
    def test_goes_on_while_the_plan_is_not_closed(self, staat: CasusStaat) -> None:
        """An adopted plan can be changed by a new concept."""
        assert may_write_plan(tafel(), casus(staat), **PLAN).is_allowed

    def test_ends_with_the_closing(self) -> None:
        """A closed plan is not changed, not by the uitvoerder either."""
        closed = casus(CasusStaat.AFGESLOTEN)

        assert refused(may_write_plan(tafel(), closed, **PLAN)) == {state("9.3", "closed")}
        assert refused(may_write_plan(uitvoerder(), closed, **PLAN)) == {state("9.3", "closed")}

    @pytest.mark.article("10.4")
    @pytest.mark.parametrize("asker", [tafel(OM), tafel(RECLASSERING), tafel(ROC), tafel(DE_BRUG), weegploeg()])
    def test_is_not_there_for_others(self, asker: Wie) -> None:
        """For who is not at the table the casus does not exist; a partner has the plan page only."""
        assert hidden(may_write_plan(asker, casus(), **PLAN)) == NOT_AT_TABLE

    def test_is_not_done_by_the_system(self) -> None:
        """No job writes a plan."""
        assert refused(may_write_plan(systeem(), casus(), **PLAN)) == {right("9.3", "party")}


@pytest.mark.article("9.3")
class TestAdopting:
    """The concept becomes the plan."""

    def test_looks_at_who_carries_out_the_concept(self) -> None:
        """De Brug, of the plan that stands, has left and has no measure in the concept: that is no hindrance."""
        without_brug = casus(aan_tafel=deelnemers(GEMEENTE, POLITIE))
        without_politie = casus(aan_tafel=deelnemers(GEMEENTE, DE_BRUG))

        assert may_adopt_plan(tafel(GEMEENTE), without_brug, day=DAY).is_allowed
        assert refused(may_adopt_plan(tafel(GEMEENTE), without_politie, day=DAY)) == {state("9.3", "owner-left")}


@pytest.mark.article("9.3")
@pytest.mark.article("10.2.e")
class TestWhatAPlanHolds:
    """Goals and measures."""

    @pytest.mark.article("3", "3.a", "3.b", "3.c", "3.d", "3.e", "3.f")
    @pytest.mark.parametrize("doel", ["a", "b", "c", "d", "e", "f"])
    def test_is_each_of_the_goals_of_article_3(self, doel: str) -> None:
        """De-radicalisation, behaviour, security, departure, care, help for achterblijvers: one is enough."""
        assert may_write_plan(tafel(), casus(), **PLAN | {"doelen": [doel]}).is_allowed

    @pytest.mark.article("3")
    def test_can_be_all_of_the_goals_of_article_3(self) -> None:
        """A plan may have every goal at once."""
        assert may_write_plan(tafel(), casus(), **PLAN | {"doelen": list("abcdef")}).is_allowed

    @pytest.mark.parametrize(
        ("changed", "reason"),
        [
            pytest.param({"doelstellingen": []}, field("3", "doelstellingen"), marks=pytest.mark.article("3")),
            pytest.param({"doelstellingen": ["iii"]}, field("3", "doelstellingen"), marks=pytest.mark.article("3.ii")),
            pytest.param({"doelen": []}, field("3", "doelen"), marks=pytest.mark.article("3")),
            pytest.param({"doelen": ["g"]}, field("3", "doelen"), marks=pytest.mark.article("3")),
            pytest.param({"doelen": ["a", "straf"]}, field("3", "doelen"), marks=pytest.mark.article("3")),
            ({"toelichting": " "}, field("9.3", "toelichting")),
            ({"maatregelen": []}, field("9.3", "maatregelen")),
            ({"maatregelen": [("", RAAD.id)]}, field("9.3", "maatregelen")),
            ({"maatregelen": [("gesprek", RAAD.id), ("toezicht", RECLASSERING.id)]}, field("9.3", "maatregelen")),
        ],
    )
    def test_is_complete(self, changed: dict[str, Any], reason: Ground) -> None:
        """Goals of article 3 only, an aim in words, and measures in words, each by somebody at the table."""
        assert refused(may_write_plan(tafel(), casus(), **PLAN | changed)) == {reason}

    @pytest.mark.parametrize(
        ("vanaf", "tot", "at_table"),
        [
            (TOMORROW, None, False),
            (DAY, None, True),
            (YESTERDAY, None, True),
            (SINCE, TOMORROW, True),
            (SINCE, DAY, False),
            (SINCE, YESTERDAY, False),
        ],
    )
    def test_is_carried_out_by_who_is_at_the_table(self, vanaf: Any, tot: Any, at_table: bool) -> None:
        """A measure is for who is at the table on the day: not for who is still to come, or has left."""
        school = DeelnemerFeit(organisatie_id=DE_BRUG.id, vanaf=vanaf, tot=tot)
        table = casus(aan_tafel=(*deelnemers(POLITIE, RAAD), school))

        assert may_write_plan(tafel(), table, **PLAN).is_allowed is at_table


@pytest.mark.article("9.3")
class TestAdoptingAPlan:
    """The concept becomes the plan."""

    @pytest.mark.parametrize("organisatie", [POLITIE, GEMEENTE, RAAD], ids=lambda o: o.naam)
    def test_is_recorded_by_a_party_at_the_table(self, organisatie: OrganisatieFeit) -> None:
        """A party at the table records that the casusoverleg adopted the concept."""
        assert may_adopt_plan(tafel(organisatie), casus(), day=DAY).is_allowed

    def test_needs_a_concept(self) -> None:
        """What is adopted has been written."""
        assert refused(may_adopt_plan(tafel(), casus(concept=None), day=DAY)) == {state("9.3", "no-concept")}

    def test_ends_with_the_closing(self) -> None:
        """After the closing no plan is adopted."""
        assert refused(may_adopt_plan(tafel(), casus(CasusStaat.AFGESLOTEN), day=DAY)) == {state("9.3", "closed")}

    @pytest.mark.article("5")
    def test_is_not_done_by_the_uitvoerder(self) -> None:
        """The uitvoerder writes and does not adopt, also when its own organisation is at the table."""
        assert refused(may_adopt_plan(uitvoerder(), casus(), day=DAY)) == {right("9.3", "party")}

    @pytest.mark.article("10.4")
    @pytest.mark.parametrize("asker", [tafel(OM), tafel(ROC), tafel(DE_BRUG), weegploeg()])
    def test_is_not_there_for_others(self, asker: Wie) -> None:
        """For who is not at the table the casus does not exist; a partner has the plan page only."""
        assert hidden(may_adopt_plan(asker, casus(), day=DAY)) == NOT_AT_TABLE

    def test_is_not_done_by_a_partner_who_would_be_uitvoerder(self) -> None:
        """Whatever else it holds, a partner at the table is no party: it adopts nothing."""
        asker = wie(DE_BRUG, Rol.CASUSOVERLEG, Rol.UITVOERDER, taak=Taak.VOORBEREIDEN)

        assert refused(may_adopt_plan(asker, casus(), day=DAY)) == {right("9.3", "party")}
