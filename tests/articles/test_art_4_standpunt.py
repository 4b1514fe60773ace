"""Covenant 4, 7.4, 9.4: a position is taken back while the question is open, and who is silent is reminded."""

from dataclasses import replace
from datetime import date

import pytest

from casustafel.convenant.feit import CasusStaat, DossierStaat, StukFeit, Uitkomst, Wie
from casustafel.convenant.rules.standpunt import (
    may_remind_afsluiting,
    may_remind_standpunt,
    may_withdraw_standpunt,
    may_withdraw_standpunt_afsluiting,
)
from casustafel.convenant.stuk import DossierStuk
from casustafel.convenant.verdict import ALLOWED
from casustafel.demo.table import Table
from casustafel.weegploeg import store
from tests.canary import Canaries
from tests.evidence import topic_standpunt
from tests.evidence.stage import CRITERIUM, Stage
from tests.facts import (
    DAY,
    KERN,
    OM,
    POLITIE,
    RAAD,
    YESTERDAY,
    casus,
    convenant_without,
    dossier,
    hidden,
    refused,
    right,
    standpunten,
    state,
    stuk_id,
    systeem,
    tafel,
    uitvoerder,
    weegploeg,
)

LONG_AGO = date(2025, 11, 30)


def reminder(day: date) -> StukFeit:
    """Give a reminder that went out on a day."""
    return StukFeit(
        id=stuk_id(80), soort=DossierStuk.HERINNERING, organisatie_id=POLITIE.id, bij_id=None, op=day, staat=""
    )


@pytest.mark.article("4")
@pytest.mark.article("7.4")
class TestTakingAPositionOnTheOutcomeBack:
    """While the weegploeg is undecided."""

    held = dossier(standpunten=standpunten(POLITIE, uitkomst=Uitkomst.AGENDEREN))

    def test_is_for_the_kernpartij_that_took_it(self) -> None:
        """By its own representative."""
        assert may_withdraw_standpunt(weegploeg(POLITIE), self.held, day=DAY) == ALLOWED

    def test_needs_a_position(self) -> None:
        """Who took none has none to take back."""
        assert refused(may_withdraw_standpunt(weegploeg(OM), self.held, day=DAY)) == {state("7.4", "no-position")}

    def test_is_not_for_the_uitvoerder(self) -> None:
        """The uitvoerder never decides for a party."""
        verdict = may_withdraw_standpunt(uitvoerder(), self.held, day=DAY)
        assert right("7.4", "representative") in refused(verdict)

    def test_ends_with_the_outcome(self) -> None:
        """What was decided rests on the positions as they were."""
        held = dossier(DossierStaat.AGENDEREN, standpunten=self.held.standpunten)
        verdict = may_withdraw_standpunt(weegploeg(POLITIE), held, day=DAY)
        assert refused(verdict) == {state("7.4", "decided"), state("7.4", "settled")}

    def test_ends_with_the_term(self) -> None:
        """After three months nothing is decided here any more."""
        held = dossier(standpunten=self.held.standpunten, eerste_signaal_op=LONG_AGO)
        assert state("7.4", "term") in refused(may_withdraw_standpunt(weegploeg(POLITIE), held, day=DAY))

    def test_is_casework(self) -> None:
        """Without one of the kernpartijen it does not go on."""
        wie = weegploeg(POLITIE, onder=convenant_without(OM))
        assert refused(may_withdraw_standpunt(wie, self.held, day=DAY)) == {state("18.3", "kernpartijen")}

    def test_is_hidden_from_who_is_not_in_the_weegploeg(self) -> None:
        """A casuspartij does not learn that the dossier exists."""
        assert right("8.4", "kernpartij") in hidden(may_withdraw_standpunt(tafel(RAAD), self.held, day=DAY))


@pytest.mark.article("4")
@pytest.mark.article("7.4")
class TestRemindingOfTheOutcome:
    """Who has not spoken is asked again, once a day."""

    held = dossier(standpunten=standpunten(POLITIE, uitkomst=Uitkomst.AGENDEREN))

    @pytest.mark.parametrize("wie", [weegploeg(POLITIE), weegploeg(OM), uitvoerder()])
    def test_is_for_a_kernpartij_and_the_uitvoerder(self, wie: Wie) -> None:
        """Reminding decides nothing."""
        assert may_remind_standpunt(wie, self.held, day=DAY) == ALLOWED

    @pytest.mark.parametrize(("day", "again"), [(YESTERDAY, True), (DAY, False)])
    def test_is_done_once_a_day(self, day: date, *, again: bool) -> None:
        """A second reminder on one day helps nobody."""
        verdict = may_remind_standpunt(weegploeg(), replace(self.held, stukken=(reminder(day),)), day=DAY)
        assert verdict == ALLOWED if again else refused(verdict) == {state("7.4", "reminded")}

    def test_ends_when_all_spoke(self) -> None:
        """Then nobody is left to remind."""
        held = dossier(standpunten=standpunten(*KERN, uitkomst=Uitkomst.AGENDEREN))
        assert refused(may_remind_standpunt(weegploeg(), held, day=DAY)) == {state("7.4", "all-spoke")}

    def test_ends_with_the_outcome(self) -> None:
        """And with the term."""
        decided = may_remind_standpunt(weegploeg(), dossier(DossierStaat.NIET_AGENDEREN), day=DAY)
        late = may_remind_standpunt(weegploeg(), dossier(eerste_signaal_op=LONG_AGO), day=DAY)
        assert refused(decided) == {state("7.4", "decided"), state("7.4", "settled")}
        assert refused(late) == {state("7.4", "term")}

    def test_is_not_for_the_system(self) -> None:
        """It carries what crosses between the files, and asks nobody for a position."""
        assert refused(may_remind_standpunt(systeem(), self.held, day=DAY)) == {right("4", "reminder")}

    @pytest.mark.article("18.3")
    def test_is_casework(self) -> None:
        """Without one of the kernpartijen nobody is reminded."""
        wie = weegploeg(POLITIE, onder=convenant_without(OM))
        assert refused(may_remind_standpunt(wie, self.held, day=DAY)) == {state("18.3", "kernpartijen")}


@pytest.mark.article("4")
@pytest.mark.article("9.4")
class TestThePositionsOnClosing:
    """While the decision is pending."""

    held = casus(CasusStaat.AFSLUITING_GEADVISEERD, standpunten=standpunten(OM))

    def test_are_taken_back_by_who_took_them(self) -> None:
        """The OM is not at the table and decides all the same."""
        assert may_withdraw_standpunt_afsluiting(weegploeg(OM), self.held, day=DAY) == ALLOWED
        verdict = may_withdraw_standpunt_afsluiting(weegploeg(POLITIE), self.held, day=DAY)
        assert refused(verdict) == {state("9.4", "no-position")}

    def test_are_not_a_casuspartijs(self) -> None:
        """At the table it sees the positions, and has none."""
        verdict = may_withdraw_standpunt_afsluiting(tafel(RAAD), self.held, day=DAY)
        assert right("9.4", "representative") in refused(verdict)
        assert right("4", "reminder") in refused(may_remind_afsluiting(tafel(RAAD), self.held, day=DAY))

    def test_are_hidden_when_nothing_is_pending(self) -> None:
        """A kernpartij that is not at the table then sees nothing of the casus."""
        held = casus(CasusStaat.PLAN_VASTGESTELD)
        assert right("10.4", "not-at-table") in hidden(may_remind_afsluiting(weegploeg(OM), held, day=DAY))

    def test_are_reminded_of_once_a_day_while_somebody_is_silent(self) -> None:
        """By a kernpartij, or by the uitvoerder with a task."""
        again = replace(self.held, stukken=(reminder(DAY),))
        spoken = replace(self.held, standpunten=standpunten(*KERN))
        assert may_remind_afsluiting(weegploeg(OM), self.held, day=DAY) == ALLOWED
        assert may_remind_afsluiting(uitvoerder(), self.held, day=DAY) == ALLOWED
        assert refused(may_remind_afsluiting(weegploeg(OM), again, day=DAY)) == {state("9.4", "reminded")}
        assert refused(may_remind_afsluiting(weegploeg(OM), spoken, day=DAY)) == {state("9.4", "all-spoke")}

    def test_are_casework(self) -> None:
        """Without one of the kernpartijen neither goes on."""
        wie = weegploeg(POLITIE, onder=convenant_without(OM))
        assert state("18.3", "kernpartijen") in refused(may_remind_afsluiting(wie, self.held, day=DAY))


@pytest.mark.article("4")
@pytest.mark.django_db(databases="__all__")
class TestWhoActed:
    """A position shows who took it."""

    def test_a_position_names_the_person_that_acted(self, table: Table) -> None:
        """By name and function, and not as a deputy."""
        stage = Stage(table=table, canaries=Canaries())
        steps = stage.dossier()
        steps.weigh("petra", CRITERIUM, "Verzonnen.", days_ago=0)
        steps.standpunt("petra", Uitkomst.AGENDEREN, "Verzonnen.", days_ago=0)
        (found,) = steps.seen(days_ago=0).standpunten
        assert found.door == "Petra Politie (bedacht), adviseur contraterrorisme"
        assert not found.als_plaatsvervanger

    def test_a_position_that_was_taken_back_no_longer_counts(self, table: Table) -> None:
        """It is set aside, and the reminder stays."""
        topic_standpunt.walk(Stage(table=table, canaries=Canaries()))
        (first,) = [d for d in store.active(table.who("gerda"), day=table.edge(0).day) if d.stukken]
        assert first.standpunten == ()
        assert {s.staat for s in first.stukken if s.soort == DossierStuk.STANDPUNT} == {"vervallen"}
