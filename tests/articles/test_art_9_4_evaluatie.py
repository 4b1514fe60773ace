"""Covenant 9.4: the table looks at the plan together, round by round, before it advises to close."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest

from casustafel.convenant.feit import CasusFeit, CasusStaat, Maatregelstaat, OrganisatieFeit, Rol, StukFeit, Taak, Wie
from casustafel.convenant.rules.evaluatie import (
    Ronde,
    inbreng_of,
    last_closed_round,
    may_close_evaluatie,
    may_give_inbreng,
    may_start_evaluatie,
    silent_in,
)
from casustafel.convenant.stuk import CasusStuk
from casustafel.convenant.werk import Stap, werk_in_casusoverleg
from tests.facts import (
    AT_TABLE,
    DAY,
    DE_BRUG,
    GEMEENTE,
    MAATREGEL,
    OM,
    POLITIE,
    RAAD,
    ROC,
    TOMORROW,
    YESTERDAY,
    casus,
    deelnemers,
    field,
    hidden,
    refused,
    right,
    state,
    stuk_id,
    systeem,
    tafel,
    uitvoerder,
    wie,
)

pytestmark = pytest.mark.article("9.4")
ROUND, OLD = stuk_id(400), stuk_id(401)
START = partial(may_start_evaluatie, aanleiding="halfjaar voorbij", uiterlijk_op=TOMORROW, day=DAY)
GIVE = partial(may_give_inbreng, evaluatie_id=ROUND, tekst="goed", motivering="het werkt", day=DAY)
CLOSE = partial(may_close_evaluatie, evaluatie_id=ROUND, conclusie="doorgaan", day=DAY)
NOT_AT_TABLE = {right("10.4", "not-at-table")}


def spoke(van: OrganisatieFeit, number: int) -> StukFeit:
    """Give what an organisation said in the round."""
    return StukFeit(id=stuk_id(number), soort=CasusStuk.INBRENG, organisatie_id=van.id, bij_id=ROUND, op=DAY)


def rounds(*said: OrganisatieFeit, staat: CasusStaat = CasusStaat.PLAN_VASTGESTELD) -> CasusFeit:
    """Give a casus with a round that was closed and one that is open until tomorrow, in which these spoke."""
    old, now = (
        StukFeit(
            id=i, soort=CasusStuk.EVALUATIE, organisatie_id=RAAD.id, bij_id=None, op=DAY, uiterlijk_op=TOMORROW, staat=s
        )
        for i, s in ((OLD, Ronde.GESLOTEN), (ROUND, Ronde.OPEN))
    )
    return replace(casus(staat), stukken=(old, now, *(spoke(o, 410 + n) for n, o in enumerate(said))))


def steps(asker: Wie, feit: CasusFeit, *, day: date = DAY) -> set[tuple[Stap, date | None]]:
    """Give what waits of the round, with its day; each is about the open round, on article 9.4."""
    kinds = {Stap.INBRENG, Stap.SLUIT_EVALUATIE}
    found = [w for w in werk_in_casusoverleg(asker, feit, day=day) if w.stap in kinds]
    assert {(w.artikel, w.bij_id) for w in found} <= {("9.4", ROUND)}
    return {(w.stap, w.uiterlijk_op) for w in found}


class TestStartingARound:
    """Everybody at the table looks at the plan."""

    @pytest.mark.parametrize("asker", [tafel(RAAD), uitvoerder()])
    def test_is_for_a_party_or_the_uitvoerder_that_prepares(self, asker: Wie) -> None:
        """With the reason, and a day by which each has spoken."""
        assert START(asker, casus()).is_allowed
        assert refused(START(asker, casus(), aanleiding=" ")) == {field("9.4", "aanleiding")}

    @pytest.mark.parametrize(("until", "may"), [(YESTERDAY, False), (DAY, True), (TOMORROW, True)])
    def test_asks_for_a_day_that_has_not_passed(self, until: date, may: bool) -> None:
        """Today is the first day that may be chosen."""
        verdict = START(tafel(RAAD), casus(), uiterlijk_op=until)

        assert verdict.is_allowed is may
        assert may or refused(verdict) == {field("9.4", "uiterlijk_op")}

    def test_asks_the_uitvoerder_for_the_task(self) -> None:
        """It prepares the boards; to check the data is another task."""
        assert refused(START(uitvoerder(Taak.CONTROLEREN), casus())) == {field("5", "taak")}

    def test_is_for_an_uitvoerder_at_the_table_as_for_its_party(self) -> None:
        """Who also sits there for the gemeente needs no task; the system starts nothing."""
        both = wie(GEMEENTE, Rol.UITVOERDER, Rol.CASUSOVERLEG)

        assert START(both, casus()).is_allowed
        assert refused(START(systeem(), casus())) == {right("9.4", "party")}

    def test_needs_an_adopted_plan_and_is_one_at_a_time(self) -> None:
        """There is something to look at, and one round to speak in."""
        assert refused(START(tafel(RAAD), casus(vastgesteld=None))) == {state("9.4", "no-adopted-plan")}
        assert refused(START(tafel(RAAD), rounds())) == {state("9.4", "round-open")}
        assert refused(START(tafel(RAAD), casus(CasusStaat.AFGESLOTEN))) == {state("9.4", "closed")}

    def test_is_done_with_in_a_closed_casus(self) -> None:
        """Once the plan is closed nobody speaks in a round, and none is closed."""
        closed = rounds(staat=CasusStaat.AFGESLOTEN)

        assert refused(GIVE(tafel(RAAD), closed)) == {state("9.4", "closed")}
        assert refused(CLOSE(tafel(RAAD), closed)) == {state("9.4", "closed")}

    @pytest.mark.parametrize("asker", [tafel(OM), tafel(ROC), tafel(DE_BRUG)])
    def test_is_hidden_from_anybody_else(self, asker: Wie) -> None:
        """A partner does not start or close a round."""
        assert hidden(START(asker, casus())) == NOT_AT_TABLE
        assert hidden(CLOSE(asker, rounds())) == NOT_AT_TABLE


class TestSpeakingInARound:
    """How the plan goes, and whether to go on."""

    @pytest.mark.parametrize("van", AT_TABLE)
    def test_is_for_everybody_at_the_table(self, van: OrganisatieFeit) -> None:
        """The partner included, with reasons; also to change what was said."""
        assert GIVE(tafel(van), rounds()).is_allowed
        assert GIVE(tafel(van), rounds(*AT_TABLE)).is_allowed
        assert refused(GIVE(tafel(van), rounds(), tekst="", motivering=" ")) == {
            field("9.4", "tekst"),
            field("9.4", "motivering"),
        }

    def test_is_in_a_round_that_is_open(self) -> None:
        """Not in one that was closed, and not without one."""
        assert refused(GIVE(tafel(RAAD), rounds(), evaluatie_id=OLD)) == {state("9.4", "no-round")}
        assert refused(GIVE(tafel(RAAD), casus())) == {state("9.4", "no-round")}

    def test_is_not_for_others(self) -> None:
        """Elsewhere nothing is there; the uitvoerder has no seat."""
        assert hidden(GIVE(tafel(OM), rounds())) == NOT_AT_TABLE
        assert refused(GIVE(uitvoerder(), rounds())) == {right("9.4", "participant")}

    def test_is_kept_by_round_and_by_organisation(self) -> None:
        """What the Raad said is not what the politie said, nor what the Raad said in an earlier round."""
        before = replace(spoke(RAAD, 420), bij_id=OLD)
        both = replace(rounds(RAAD), stukken=(before, *rounds(POLITIE, RAAD).stukken))
        old, now = both.stukken[1], both.stukken[2]

        assert inbreng_of(tafel(RAAD), both, now) == spoke(RAAD, 411)
        assert inbreng_of(tafel(POLITIE), both, now) == spoke(POLITIE, 410)
        assert inbreng_of(tafel(RAAD), both, old) == before
        assert inbreng_of(tafel(DE_BRUG), both, now) is None
        assert inbreng_of(tafel(POLITIE), both, old) is None

    def test_is_asked_of_who_sits_there_and_is_silent_in_this_round(self) -> None:
        """An earlier round does not count, nor does who has left the table or is still to come."""
        seats = (*deelnemers(POLITIE, RAAD), *deelnemers(GEMEENTE, tot=DAY), *deelnemers(OM, vanaf=TOMORROW))
        before = replace(spoke(RAAD, 420), bij_id=OLD)
        feit = replace(casus(aan_tafel=seats), stukken=(*rounds(POLITIE).stukken, before))

        assert silent_in(feit, feit.stukken[1], day=DAY) == {RAAD.id}
        assert silent_in(feit, feit.stukken[0], day=DAY) == {POLITIE.id}

    def test_waits_for_who_has_not_spoken(self) -> None:
        """Until the organisation spoke."""
        assert steps(tafel(DE_BRUG), rounds(RAAD)) == {(Stap.INBRENG, TOMORROW)}
        assert steps(tafel(DE_BRUG), rounds(DE_BRUG)) == set()


class TestClosingARound:
    """The table concludes."""

    def test_is_for_a_party_at_the_table_with_a_conclusion(self) -> None:
        """Who has not spoken stays visible, and holds nothing up."""
        assert CLOSE(tafel(RAAD), rounds()).is_allowed
        assert refused(CLOSE(tafel(RAAD), rounds(), conclusie="")) == {field("9.4", "conclusie")}
        assert refused(CLOSE(uitvoerder(), rounds())) == {right("9.4", "party")}
        assert refused(CLOSE(tafel(RAAD), casus())) == {state("9.4", "no-round")}

    @pytest.mark.parametrize(("shift", "waits"), [(-1, False), (0, False), (1, True)])
    def test_waits_for_a_party_when_the_day_has_passed(self, shift: int, waits: bool) -> None:
        """On the last day others may still speak; the day after, a party concludes."""
        found = steps(tafel(RAAD), rounds(RAAD), day=TOMORROW + timedelta(days=shift))

        assert found == ({(Stap.SLUIT_EVALUATIE, TOMORROW)} if waits else set())

    def test_waits_for_a_party_when_all_spoke(self) -> None:
        """And not for a partner."""
        assert steps(tafel(RAAD), rounds(*AT_TABLE)) == {(Stap.SLUIT_EVALUATIE, TOMORROW)}
        assert steps(tafel(DE_BRUG), rounds(*AT_TABLE)) == set()

    def test_gives_an_advice_to_close_its_ground(self) -> None:
        """An advice rests on the last round that was closed, if there is one."""
        found = last_closed_round(rounds())

        assert found is not None
        assert found.id == OLD
        assert last_closed_round(casus()) is None


class TestAMeasureThatIsDone:
    """Carried out, or dropped with a reason."""

    @pytest.mark.parametrize(
        ("staat", "waits"), [("", True), *((s, s is Maatregelstaat.LOOPT) for s in Maatregelstaat)]
    )
    def test_waits_no_more(self, staat: str, waits: bool) -> None:
        """Only a measure that goes on asks for progress."""
        measures = tuple(replace(m, staat=staat) if m.id == MAATREGEL else m for m in casus().maatregelen)
        found = [w.stap for w in werk_in_casusoverleg(tafel(POLITIE), replace(casus(), maatregelen=measures), day=DAY)]

        assert (Stap.VOORTGANG in found) is waits
