"""Covenant 6, reading *Class*: police and OM data keep their class; a plan and a table are no way round it."""

from dataclasses import replace
from typing import Any

import pytest

from casustafel.acts.casusoverleg.adopt_plan import adopt_plan
from casustafel.acts.casusoverleg.deelname import admit_deelnemer
from casustafel.acts.casusoverleg.eigen_besluit import decide_eigen, withdraw_eigen
from casustafel.acts.casusoverleg.open_casus import OpenCasus, SignaalBeeld, open_casus
from casustafel.acts.casusoverleg.write_plan import write_plan
from casustafel.acts.gate import Refused
from casustafel.convenant.feit import CasusStaat, StukFeit
from casustafel.convenant.partij import Soort
from casustafel.convenant.regime import CONVENANT_2017
from casustafel.convenant.rules.klasse import (
    Raadpleging,
    Steun,
    class_reasons,
    eigen_besluit_reasons,
    may_decide_eigen,
    may_have_steun,
    may_withdraw_eigen,
    purpose_reasons,
)
from casustafel.convenant.verstrekking import EigenBesluit, Merk, mark_of_analysis, may_have, may_read_item
from casustafel.demo.steps import CasusSteps
from casustafel.demo.table import Table
from tests.canary import Canaries
from tests.evidence.stage import Stage
from tests.facts import (
    DAY,
    DE_BRUG,
    GEMEENTE,
    OM,
    POLITIE,
    RAAD,
    SIGNAAL,
    SIGNAAL_2,
    TOMORROW,
    Ground,
    casus,
    field,
    grounds,
    hidden,
    refused,
    right,
    state,
    stuk_id,
    tafel,
)

CLASSED = Merk(grondslag="wpg-20", doel="a", klassen=("wpg-8",))
RESEARCH = Merk(grondslag="wpg-18-2", doel="c", klassen=("wpg-9",))
OPEN = Merk(grondslag="publieke-taak-gemeente")
FOR_RAAD = EigenBesluit(item_id=SIGNAAL, organisatie_id=RAAD.id)
ASKED: dict[str, Any] = {"regime": CONVENANT_2017, "day": DAY}


@pytest.mark.article("6")
class TestAnOwnDecision:
    """The only way in which a casuspartij or partner has classed data."""

    @pytest.mark.parametrize("who", [RAAD, DE_BRUG])
    def test_opens_one_item_for_one_organisation(self, who: Any) -> None:
        """Without it: no. With it: that item, that organisation, nothing else."""
        decided = {EigenBesluit(item_id=SIGNAAL, organisatie_id=who.id)}

        assert not may_have(CLASSED, item_id=SIGNAAL, organisatie=who, besluiten=(), **ASKED)
        assert may_have(CLASSED, item_id=SIGNAAL, organisatie=who, besluiten=decided, **ASKED)
        assert not may_have(CLASSED, item_id=SIGNAAL_2, organisatie=who, besluiten=decided, **ASKED)
        assert not may_have(CLASSED, item_id=SIGNAAL, organisatie=None, besluiten=decided, **ASKED)

    @pytest.mark.parametrize(("who", "has"), [(RAAD, True), (DE_BRUG, False), (GEMEENTE, True)])
    def test_opens_an_analysis_for_who_may_have_all_that_it_rests_on(self, who: Any, has: bool) -> None:
        """An analysis on a decided signaal and an open one is had by who may have both."""
        rests = (Steun(id=SIGNAAL, merk=CLASSED), Steun(id=SIGNAAL_2, merk=OPEN))
        analysis = Steun(id=stuk_id(9), merk=mark_of_analysis([CLASSED, OPEN]), rust_op=rests)

        assert may_have_steun(analysis, organisatie=who, besluiten={FOR_RAAD}, **ASKED) is has

    def test_is_taken_by_whose_data_it_is(self) -> None:
        """The politie decides on its own; the OM is not at the table; gemeente and Raad decide nothing here."""
        assert decides(tafel(POLITIE)).is_allowed
        assert refused(decides(tafel(GEMEENTE))) == {right("6", "owner"), field("6", "item_id")}
        assert refused(decides(tafel(POLITIE), item_id=SIGNAAL_2)) == {field("6", "item_id")}
        assert hidden(decides(tafel(OM))) == {right("10.4", "not-at-table")}

    @pytest.mark.parametrize(
        ("changes", "reason"),
        [
            ({"organisatie_id": GEMEENTE.id}, field("6", "organisatie_id")),
            ({"organisatie_id": stuk_id(1)}, field("6", "organisatie_id")),
            ({"bepaling": " "}, field("6", "bepaling")),
            ({"reden": ""}, field("6", "reden")),
        ],
    )
    def test_names_recipient_ground_and_necessity(self, changes: dict[str, Any], reason: Ground) -> None:
        """For a casuspartij or partner of this covenant, on a ground in words, with why."""
        assert refused(decides(tafel(POLITIE), **changes)) == {reason}

    def test_is_taken_once_and_withdrawn_once(self) -> None:
        """What stands is not decided again; what was withdrawn is not withdrawn again, and may be decided anew."""
        standing, withdrawn = with_decision(""), with_decision("ingetrokken")

        assert refused(decides(tafel(POLITIE), standing)) == {state("6", "decided")}
        assert decides(tafel(POLITIE), withdrawn).is_allowed
        assert withdraws(tafel(POLITIE), standing).is_allowed
        assert refused(withdraws(tafel(POLITIE), withdrawn)) == {state("6", "withdrawn")}
        assert refused(withdraws(tafel(GEMEENTE), standing)) == {right("6", "owner"), field("6", "item_id")}
        assert refused(withdraws(tafel(POLITIE), standing, besluit=51)) == {field("6", "item_id")}

    def test_is_not_taken_after_the_plan_was_closed(self) -> None:
        """Then nobody needs more data for the plan; what was decided may still be withdrawn."""
        standing = with_decision("")
        closed = replace(standing, kop=replace(standing.kop, staat=CasusStaat.AFGESLOTEN))
        fresh = replace(closed, stukken=with_decision(None).stukken)

        assert refused(decides(tafel(POLITIE), fresh)) == {state("6", "closed")}
        assert withdraws(tafel(POLITIE), closed).is_allowed

    @pytest.mark.article("B2.c")
    def test_on_investigation_data_follows_both_consultations(self) -> None:
        """Wpg 9 and 10: bevoegd functionaris and OM, with the day, before. Wpg 8: neither. No class: nothing."""
        asked = Raadpleging(
            bevoegd_functionaris="B", bevoegd_functionaris_op=DAY, om_geraadpleegd="C", om_geraadpleegd_op=DAY
        )
        late = replace(asked, om_geraadpleegd="", om_geraadpleegd_op=TOMORROW)

        assert lacks(RESEARCH, asked) == set()
        assert lacks(RESEARCH, late) == {field("B2.c", "om_geraadpleegd"), field("B2.c", "om_geraadpleegd_op")}
        assert lacks(CLASSED, Raadpleging()) == set()
        assert lacks(OPEN, asked) == {state("6", "no-class")}


def decides(asker: Any, feit: Any = None, **changes: Any) -> Any:
    """Let somebody decide that the Raad may have the signaal of the politie."""
    given = {"item_id": SIGNAAL, "organisatie_id": RAAD.id, "bepaling": "Wpg 20", "reden": "voor het kind"}
    return may_decide_eigen(asker, feit or with_decision(None), **{**given, **changes}, day=DAY)


def withdraws(asker: Any, feit: Any, *, besluit: int = 50) -> Any:
    """Let somebody withdraw that decision."""
    return may_withdraw_eigen(asker, feit, besluit_id=stuk_id(besluit), day=DAY)


def with_decision(staat: str | None) -> Any:
    """Give a casus with a signaal of the politie, one of the gemeente, and a decision in this state or none."""
    pieces = [
        StukFeit(id=SIGNAAL, soort="signaal", organisatie_id=POLITIE.id, bij_id=None, op=DAY),
        StukFeit(id=SIGNAAL_2, soort="signaal", organisatie_id=GEMEENTE.id, bij_id=None, op=DAY),
    ]
    decided = StukFeit(
        id=stuk_id(50), soort="eigen-besluit", organisatie_id=RAAD.id, bij_id=SIGNAAL, op=DAY, staat=staat or ""
    )
    return replace(casus(), stukken=(*pieces, *([] if staat is None else [decided])))


def lacks(merk: Merk, raadpleging: Raadpleging) -> set[Ground]:
    """Give what an own decision lacks."""
    return grounds(eigen_besluit_reasons(merk, raadpleging, day=DAY))


@pytest.mark.article("6")
@pytest.mark.article("B1.1")
class TestThePurposeOfClassedData:
    """Class × recipient × purpose."""

    @pytest.mark.parametrize(("doel", "may"), [("a", True), ("b", True), ("c", True), ("", False), ("d", False)])
    def test_of_police_data_is_one_of_three_for_every_reader(self, doel: str, may: bool) -> None:
        """Police data without one of the three purposes goes nowhere, not even inside a kernpartij."""
        for soort in (Soort.GEMEENTE, Soort.OM, Soort.POLITIE):
            merk = replace(CLASSED, doel=doel)
            assert may_read_item(merk, soort=soort, **ASKED) is may

    @pytest.mark.parametrize(("doel", "may"), [("zorg", True), ("", False), (" ", False)])
    def test_of_om_data_is_in_its_own_words(self, doel: str, may: bool) -> None:
        """The OM names its purpose in words; without one its data goes nowhere."""
        merk = Merk(grondslag="wjsg-39f", doel=doel, klassen=("wjsg-39f",))

        assert may_read_item(merk, soort=Soort.GEMEENTE, **ASKED) is may

    def test_stays_with_each_class_in_an_analysis(self) -> None:
        """What rests on police and OM data carries both, each with its own purpose."""
        om = Merk(grondslag="wjsg-39f", doel="zorg", klassen=("wjsg-39f",))
        mixed = mark_of_analysis([CLASSED, om])

        assert {(band.klasse, band.doel) for band in mixed.banden} == {("wpg-8", "a"), ("wjsg-39f", "zorg")}
        assert may_read_item(mixed, soort=Soort.GEMEENTE, **ASKED)
        assert not may_read_item(mixed, soort=Soort.RAAD, **ASKED)

    def test_an_analysis_keeps_ground_and_exception(self) -> None:
        """The ground of the first that it rests on, and the exception for special data of whichever has one."""
        special = replace(OPEN, bijzonder="uavg-32-d")

        assert mark_of_analysis([special]) == special
        assert mark_of_analysis([CLASSED, special]).grondslag == CLASSED.grondslag
        assert mark_of_analysis([CLASSED, special]).bijzonder == "uavg-32-d"
        assert mark_of_analysis([OPEN, CLASSED]).bijzonder == ""

    @pytest.mark.article("3.i")
    @pytest.mark.article("3.ii")
    def test_is_served_by_the_plan_that_uses_it(self) -> None:
        """Data for society or care asks for purpose (i), data for a minor's development for (ii)."""
        om = Merk(grondslag="wjsg-39f", doel="zorg", klassen=("wjsg-39f",))
        marks = [(SIGNAAL, CLASSED), (SIGNAAL_2, RESEARCH), (stuk_id(9), om)]
        steun = [Steun(id=item_id, merk=merk) for item_id, merk in marks]

        def lacking(*doelstellingen: str) -> list[str]:
            found = list(purpose_reasons(steun, doelstellingen=doelstellingen, regime=CONVENANT_2017))
            assert grounds(found) <= {field("3", "doelstellingen")}
            return [reason.params["doel"] for reason in found]

        assert lacking("i", "ii") == []
        assert lacking("i") == ["ii"]
        assert lacking("ii") == ["i"]


@pytest.mark.article("6")
@pytest.mark.article("9.3")
class TestWhatAPlanRestsOn:
    """Classed data enters a plan only if every reader may have it."""

    def test_names_each_class_with_each_reader_that_may_not_have_it(self) -> None:
        """Wpg 8 and Wpg 9 may go to the gemeente; not to the Raad, nor to De Brug, and each is named."""
        steun = [Steun(id=SIGNAAL_2, merk=RESEARCH), Steun(id=SIGNAAL, merk=CLASSED), Steun(id=stuk_id(9), merk=OPEN)]

        assert withheld(steun, GEMEENTE, RAAD, DE_BRUG) == [
            ("wpg-8", RAAD.naam),
            ("wpg-9", RAAD.naam),
            ("wpg-8", DE_BRUG.naam),
            ("wpg-9", DE_BRUG.naam),
        ]

    def test_names_nothing_that_a_reader_may_have(self) -> None:
        """After the decision of the politie only the other item stands in the way, and only for who it is not for."""
        steun = [Steun(id=SIGNAAL, merk=CLASSED), Steun(id=SIGNAAL_2, merk=RESEARCH)]

        assert withheld(steun, RAAD, besluiten=[FOR_RAAD]) == [("wpg-9", RAAD.naam)]
        assert withheld(steun[:1], RAAD, DE_BRUG, besluiten=[FOR_RAAD]) == [("wpg-8", DE_BRUG.naam)]
        assert withheld(steun, GEMEENTE, POLITIE) == []


def withheld(steun: Any, *lezers: Any, besluiten: Any = ()) -> list[tuple[str, str]]:
    """Give which class may not go to whom, in order; each time the plan is what stands in the way."""
    found = list(class_reasons(steun, lezers=lezers, besluiten=besluiten, **ASKED))
    assert grounds(found) <= {state("6", "class")}
    return [(reason.params["klasse"], reason.params["organisatie"]) for reason in found]


@pytest.mark.article("6")
@pytest.mark.article("9.3")
@pytest.mark.django_db(databases="__all__")
class TestAPlanOnClassedData:
    """What a plan rests on is had by everybody at the table."""

    @pytest.fixture
    def stage(self, table: Table) -> Stage:
        """Set a stage."""
        return Stage(table=table, canaries=Canaries())

    @pytest.fixture
    def steps(self, stage: Stage) -> CasusSteps:
        """Hand over to a table of gemeente and politie alone."""
        return stage.casus(betrokken=("gerda", "petra"))

    def test_is_written_where_every_reader_may_have_it(self, stage: Stage, steps: CasusSteps) -> None:
        """At a table of gemeente and politie, Wpg 8 data enters the plan, for the purpose it was given for."""
        assert codes(stage, steps, write_plan, **plan(stage, steps, "ii")) == ["3-doelstellingen"]
        assert codes(stage, steps, write_plan, **plan(stage, steps, "i")) == []

    def test_stops_who_joins_until_the_owner_decided(self, stage: Stage, steps: CasusSteps) -> None:
        """The partner joins only after the politie decided that it may have the item."""
        assert codes(stage, steps, write_plan, **plan(stage, steps, "i")) == []
        assert codes(stage, steps, adopt_plan) == []
        brug = {"organisatie_id": stage.table.organisatie("bente")}
        assert codes(stage, steps, admit_deelnemer, **brug) == ["6-class"]

        stage.does("petra", decide_eigen, houder_id=steps.casus_id, item_id=item(steps).id, **brug)
        assert codes(stage, steps, admit_deelnemer, **brug) == []

    def test_names_class_and_organisation(self, stage: Stage) -> None:
        """With the Raad and the partner at the table both are named; the plan is not written."""
        steps = stage.casus()
        with pytest.raises(Refused) as found:
            stage.does("gerda", write_plan, houder_id=steps.casus_id, **plan(stage, steps, "i"))

        named = {(r.params["klasse"], r.params["organisatie"]) for r in found.value.verdict.reasons}
        assert named == {("wpg-8", "Raad voor de Kinderbescherming"), ("wpg-8", "Jeugdhulp De Brug")}
        assert steps.seen(days_ago=0).concept is None

    def test_is_not_adopted_after_a_decision_was_withdrawn(self, stage: Stage) -> None:
        """The class is weighed again at adopting."""
        steps = stage.casus()
        given = {"houder_id": steps.casus_id, "item_id": item(steps).id}
        made = [
            stage.does("petra", decide_eigen, **given, organisatie_id=stage.table.organisatie(name))
            for name in ("rik", "bente")
        ]
        assert codes(stage, steps, write_plan, **plan(stage, steps, "i")) == []
        stage.does("petra", withdraw_eigen, houder_id=steps.casus_id, besluit_id=made[0])

        assert codes(stage, steps, adopt_plan) == ["6-class"]

    def test_rests_on_what_the_writer_may_read(self, stage: Stage) -> None:
        """The Raad cannot name an item that it may not have, and learns nothing of it."""
        steps = stage.casus()
        with pytest.raises(Refused) as found:
            stage.does("rik", write_plan, houder_id=steps.casus_id, **plan(stage, steps, "i"))

        assert [r.code for r in found.value.verdict.reasons] == ["9.3-steunt_op"]

    def test_a_decision_lets_the_raad_read(self, stage: Stage) -> None:
        """Before: not there. Decided: there. Withdrawn: not there."""
        steps = stage.casus()
        wanted = item(steps).id

        def reads() -> bool:
            seen = stage.table.does("rik", open_casus, OpenCasus(houder_id=steps.casus_id), days_ago=0)
            return wanted in {s.id for s in seen.signalen}

        assert not reads()
        raad = stage.table.organisatie("rik")
        besluit_id = stage.does("petra", decide_eigen, houder_id=steps.casus_id, item_id=wanted, organisatie_id=raad)
        assert reads()
        stage.does("petra", withdraw_eigen, houder_id=steps.casus_id, besluit_id=besluit_id)
        assert not reads()


def item(steps: CasusSteps) -> SignaalBeeld:
    """Give the classed signaal of the politie; gerda or petra looks."""
    seen = steps.table.does("petra", open_casus, OpenCasus(houder_id=steps.casus_id), days_ago=0)
    return next(s for s in seen.signalen if s.merk.klassen)


def plan(stage: Stage, steps: CasusSteps, doelstelling: str) -> dict[str, Any]:
    """Give a plan that rests on that signaal."""
    measure = {"organisatie_id": stage.table.organisatie("gerda")}
    return {
        "doelstellingen": [doelstelling],
        "doelen": ["a"],
        "steunt_op": [item(steps).id],
        "maatregelen": [measure],
    }


def codes(stage: Stage, steps: CasusSteps, act: Any, **given: Any) -> list[str]:
    """Let gerda do an act, and give the codes of the refusal; none where it was done."""
    try:
        stage.does("gerda", act, houder_id=steps.casus_id, **given)
    except Refused as refused_:
        return [reason.code for reason in refused_.verdict.reasons]
    return []
