"""Covenant 7.4: the term to decide is extended once, by all kernpartijen; its end counts as outcome 2."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

from casustafel.acts.gate import Refused
from casustafel.acts.invoer import Niets
from casustafel.acts.weegploeg.find_dossiers import FindDossiers, find_dossiers
from casustafel.acts.weegploeg.verlenging import (
    ask_verlenging,
    remind_verlenging,
    take_standpunt_verlenging,
    withdraw_verlenging,
)
from casustafel.acts.werk import find_werk_weegploeg
from casustafel.convenant.beslistermijn import decide_by, outcome_2_on, unlisted_until
from casustafel.convenant.feit import DossierFeit, DossierStaat, Keuze, OrganisatieFeit, StukFeit, Uitkomst
from casustafel.convenant.overeenstemming import Vraagstaat
from casustafel.convenant.rules.verlenging import (
    may_ask_verlenging,
    may_take_standpunt_verlenging,
    may_withdraw_verlenging,
    would_extend,
)
from casustafel.convenant.rules.weegploeg import may_decide
from casustafel.convenant.stuk import VERVALLEN, DossierStuk
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.werk import Stap, werk_in_weegploeg
from casustafel.demo.steps import POLITIE as BY_POLITIE
from casustafel.demo.steps import Steps
from casustafel.demo.table import Table
from casustafel.weegploeg.models import Dossier
from tests.canary import Canaries
from tests.evidence.stage import Stage
from tests.facts import (
    CONVENANT,
    DAY,
    GEMEENTE,
    KERN,
    OM,
    POLITIE,
    convenant_without,
    dossier,
    field,
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
from tests.reseal import reseal

FIRST = date(2026, 3, 2)
LAST = date(2026, 6, 2)
LONGER = date(2026, 9, 2)
VERLENGING = stuk_id(40)
ASK = partial(may_ask_verlenging, reden="Een antwoord laat op zich wachten.", day=DAY)
TAKE = partial(may_take_standpunt_verlenging, motivering="Daar wachten wij op.", day=DAY)
WITHDRAW = partial(may_withdraw_verlenging, day=DAY)


def _stand(van: OrganisatieFeit, keuze: str, *, number: int, bij: Any = VERLENGING) -> StukFeit:
    return StukFeit(
        id=stuk_id(number), soort=DossierStuk.STANDPUNT, organisatie_id=van.id, bij_id=bij, op=DAY, staat=keuze
    )


def _asked(*taken: StukFeit, staat: str = Vraagstaat.OPEN, verlengd_op: date | None = None) -> DossierFeit:
    vraag = StukFeit(
        id=VERLENGING, soort=DossierStuk.VERLENGING, organisatie_id=GEMEENTE.id, bij_id=None, op=DAY, staat=staat
    )
    plain = dossier()
    kop = replace(plain.kop, verlengd_op=verlengd_op)
    return replace(plain, kop=kop, stukken=(vraag, _stand(GEMEENTE, Keuze.INSTEMMEN, number=41), *taken))


OPEN = _asked()
RULES = pytest.mark.parametrize(("rule", "ready"), [(ASK, dossier()), (TAKE, OPEN), (WITHDRAW, OPEN)])


@pytest.mark.article("7.4")
@pytest.mark.article("4")
class TestAskingForMoreTime:
    """The weegploeg needs more than three months."""

    @RULES
    def test_is_done_within_the_first_term(self, rule: Callable[..., Verdict], ready: DossierFeit) -> None:
        """On its last day it is asked, agreed with and taken back; on the day after it is too late."""
        begun = replace(ready, kop=replace(ready.kop, eerste_signaal_op=FIRST))

        assert rule(weegploeg(GEMEENTE), begun, day=LAST - timedelta(days=1)).is_allowed
        assert rule(weegploeg(GEMEENTE), begun, day=LAST).is_allowed
        assert state("7.4", "term") in refused(rule(weegploeg(GEMEENTE), begun, day=LAST + timedelta(days=1)))

    @RULES
    def test_is_for_representatives_while_casework_is_done(
        self, rule: Callable[..., Verdict], ready: DossierFeit
    ) -> None:
        """Not the uitvoerder, not while a kernpartij is missing; who is not in the weegploeg knows of nothing."""
        left = weegploeg(GEMEENTE, onder=convenant_without(OM))

        assert right("7.4", "representative") in refused(rule(uitvoerder(), ready))
        assert state("18.3", "kernpartijen") in refused(rule(left, ready))
        assert hidden(rule(tafel(), ready)) == {right("8.4", "kernpartij")}

    @RULES
    def test_is_over_once_the_weegploeg_decided(self, rule: Callable[..., Verdict], ready: DossierFeit) -> None:
        """After an outcome no more time is needed."""
        decided = replace(ready, kop=replace(ready.kop, staat=DossierStaat.AGENDEREN))

        assert refused(rule(weegploeg(GEMEENTE), decided)) == {state("7.4", "decided")}

    def test_is_done_once_and_with_a_reason(self) -> None:
        """Not while it is asked already, not after it was granted, not without a reason; after a refusal again."""
        granted = _asked(staat=Vraagstaat.AANGENOMEN, verlengd_op=DAY)

        assert refused(ASK(weegploeg(), OPEN)) == {state("7.4", "asked")}
        assert refused(ASK(weegploeg(), granted)) == {state("7.4", "extended")}
        assert refused(ASK(weegploeg(), dossier(), reden=" ")) == {field("7.4", "reden")}
        assert ASK(weegploeg(), _asked(staat=Vraagstaat.INGETROKKEN)).is_allowed

    def test_waits_for_the_others_in_their_werkvoorraad(self) -> None:
        """Who has not spoken sees the question, who has does not."""
        asked = Stap.STANDPUNT_VERLENGING
        waiting = [w for w in werk_in_weegploeg(weegploeg(OM), OPEN, day=DAY) if w.stap is asked]
        spoken = {w.stap for w in werk_in_weegploeg(weegploeg(GEMEENTE), OPEN, day=DAY)}

        assert [(w.artikel, w.uiterlijk_op) for w in waiting] == [("7.4", LAST)]
        assert asked not in spoken

    def test_is_settled_once(self) -> None:
        """Without a question, or after it was granted or taken back, no position is taken and nothing taken back."""
        for rule in (TAKE, WITHDRAW):
            assert refused(rule(weegploeg(GEMEENTE), dossier())) == {state("4", "no-question")}
            for staat in (Vraagstaat.AANGENOMEN, Vraagstaat.INGETROKKEN):
                assert refused(rule(weegploeg(GEMEENTE), _asked(staat=staat))) == {state("7.4", "settled")}

    def test_is_taken_back_by_who_asked(self) -> None:
        """Nobody else takes the question away."""
        assert refused(WITHDRAW(weegploeg(OM), OPEN)) == {right("7.4", "asker")}

    def test_needs_a_motivation_of_each(self) -> None:
        """Agreeing and withholding are both reasoned."""
        assert refused(TAKE(weegploeg(), OPEN, motivering="")) == {field("7.4", "motivering")}


@pytest.mark.article("7.4")
@pytest.mark.article("4")
class TestWhoAgrees:
    """The positions on a longer term are counted."""

    def test_the_last_of_three_extends_it(self) -> None:
        """With two of three it is not extended; when the third agrees it is."""
        two = _asked(_stand(OM, Keuze.INSTEMMEN, number=42))

        assert not would_extend(weegploeg(OM), OPEN, Keuze.INSTEMMEN, day=DAY)
        assert would_extend(weegploeg(POLITIE), two, Keuze.INSTEMMEN, day=DAY)
        assert not would_extend(weegploeg(POLITIE), two, Keuze.ONTHOUDEN, day=DAY)

    def test_nothing_extends_it_that_was_not_asked_or_by_nobody(self) -> None:
        """Without a question there is no longer term, and who is of no party adds nothing."""
        two = _asked(_stand(OM, Keuze.INSTEMMEN, number=42))

        assert would_extend(weegploeg(), dossier(), Keuze.INSTEMMEN, day=DAY) is False
        assert would_extend(systeem(), two, Keuze.INSTEMMEN, day=DAY) is False
        assert would_extend(systeem(), dossier(), Keuze.INSTEMMEN, day=DAY) is False

    def test_who_withheld_may_agree_after_all(self) -> None:
        """The last position counts, and the one before it no more."""
        held = _asked(_stand(OM, Keuze.INSTEMMEN, number=42), _stand(POLITIE, Keuze.ONTHOUDEN, number=43))

        assert would_extend(weegploeg(POLITIE), held, Keuze.INSTEMMEN, day=DAY)
        assert not would_extend(weegploeg(OM), held, Keuze.INSTEMMEN, day=DAY)

    def test_positions_on_the_outcome_do_not_count(self) -> None:
        """Who agrees with an outcome has said nothing about the term, and the other way round."""
        outcome = _asked(_stand(OM, Keuze.INSTEMMEN, number=42, bij=None), _stand(OM, VERVALLEN, number=43))
        both = replace(outcome, standpunten=standpunten(*KERN, uitkomst=Uitkomst.AGENDEREN))

        assert not would_extend(weegploeg(POLITIE), both, Keuze.INSTEMMEN, day=DAY)


@pytest.mark.article("7.4")
class TestTheTerm:
    """Three months from the first signaal, by the covenant's own regime."""

    @pytest.mark.parametrize(("verlengd_op", "last"), [(None, LAST), (date(2026, 4, 1), LONGER)])
    def test_ends_after_three_months_or_six(self, verlengd_op: date | None, last: date) -> None:
        """Whoever does not agree by the last day has, from the next, outcome 2."""
        kop = replace(dossier(eerste_signaal_op=FIRST).kop, verlengd_op=verlengd_op)

        assert decide_by(kop, CONVENANT) == last
        assert outcome_2_on(kop, CONVENANT, day=last) is None
        assert outcome_2_on(kop, CONVENANT, day=last + timedelta(days=1)) == last + timedelta(days=1)
        assert outcome_2_on(kop, CONVENANT, day=last + timedelta(days=90)) == last + timedelta(days=1)

    def test_that_was_extended_is_kept_by_the_rules(self) -> None:
        """In the longer term the weegploeg decides as before; not after it."""
        agreed = dossier(standpunten=standpunten(*KERN, uitkomst=Uitkomst.AGENDEREN), eerste_signaal_op=FIRST)
        longer = replace(agreed, kop=replace(agreed.kop, verlengd_op=FIRST))
        decide = partial(may_decide, weegploeg(), uitkomst=Uitkomst.AGENDEREN, motivering="aanpak nodig")

        assert decide(longer, day=LONGER).is_allowed
        assert refused(decide(longer, day=LONGER + timedelta(days=1))) == {state("7.4", "term")}
        assert list(werk_in_weegploeg(weegploeg(), longer, day=LONGER + timedelta(days=1))) == []

    @pytest.mark.article("7.4.2")
    @pytest.mark.article("13.3")
    def test_outcome_2_is_kept_six_months_from_its_day(self) -> None:
        """Recorded, or come of itself: six months later is the last day on which the data is kept."""
        kop = dossier(eerste_signaal_op=FIRST).kop
        recorded = replace(kop, staat=DossierStaat.NIET_AGENDEREN, besloten_op=date(2026, 4, 1))

        assert unlisted_until(kop, CONVENANT, day=LAST) is None
        assert unlisted_until(kop, CONVENANT, day=date(2026, 7, 1)) == date(2026, 12, 3)
        assert unlisted_until(recorded, CONVENANT, day=date(2026, 7, 1)) == date(2026, 10, 1)

    def test_outcome_1_has_no_such_day(self) -> None:
        """What went to the casusoverleg is not kept under 13.3."""
        for staat in (DossierStaat.AGENDEREN, DossierStaat.OVERGEDRAGEN, DossierStaat.AFGESLOTEN):
            kop = replace(dossier(staat, eerste_signaal_op=FIRST).kop, besloten_op=FIRST)
            assert outcome_2_on(kop, CONVENANT, day=date(2027, 1, 1)) is None


@pytest.fixture
def stage(table: Table) -> Stage:
    """Give people at a table, with somebody to type for them."""
    return Stage(table=table, canaries=Canaries())


@pytest.fixture
def steps(stage: Stage) -> Steps:
    """Give a dossier with two signals."""
    return stage.dossier()


@pytest.mark.article("7.4")
@pytest.mark.django_db(databases="__all__")
class TestFromAskingToExtending:
    """In the file itself."""

    def test_all_three_extend_the_term_and_the_board_says_so(self, stage: Stage, steps: Steps) -> None:
        """Who asks agrees; when the third agrees the last day moves three months on, in dossier and list."""
        was = steps.seen(days_ago=0).beslis_uiterlijk_op
        stage.does("gerda", ask_verlenging, houder_id=steps.dossier_id)
        stage.does("omar", take_standpunt_verlenging, houder_id=steps.dossier_id, keuze="instemmen")
        assert steps.seen(days_ago=0).beslis_uiterlijk_op == was
        stage.does("petra", take_standpunt_verlenging, houder_id=steps.dossier_id, keuze="instemmen")

        now = steps.seen(days_ago=0)
        (row,) = stage.table.does("gerda", find_dossiers, FindDossiers(), days_ago=0).dossiers
        assert was is not None
        assert now.beslis_uiterlijk_op == row.beslis_uiterlijk_op == date(2026, 9, 2) != was
        assert now.verlenging is not None
        assert now.verlenging.staat == Vraagstaat.AANGENOMEN

    def test_who_has_not_spoken_is_reminded(self, stage: Stage, steps: Steps) -> None:
        """It stands in their werkvoorraad with the day; once a day, and not when everybody spoke."""
        stage.does("gerda", ask_verlenging, houder_id=steps.dossier_id)
        stage.does("gerda", remind_verlenging, houder_id=steps.dossier_id)
        with pytest.raises(Refused) as again:
            stage.does("omar", remind_verlenging, houder_id=steps.dossier_id)
        waiting = stage.table.does("omar", find_werk_weegploeg, Niets(), days_ago=0).werk
        (asked,) = [one for one in waiting if one.stap is Stap.STANDPUNT_VERLENGING]

        assert asked.herinnerd_op == DAY
        assert {reason.code for reason in again.value.verdict.reasons} == {"7.4-reminded"}
        for name in ("omar", "petra"):
            stage.does(name, take_standpunt_verlenging, houder_id=steps.dossier_id, keuze="onthouden")
        with pytest.raises(Refused) as late:
            stage.does("gerda", remind_verlenging, houder_id=steps.dossier_id)
        assert "7.4-all-spoke" in {reason.code for reason in late.value.verdict.reasons}

    def test_one_that_withholds_leaves_it_open(self, stage: Stage, steps: Steps) -> None:
        """It can agree later; the position on the outcome is another matter, and stays."""
        steps.weigh("petra", "gedrag", "Gewogen (verzonnen).", days_ago=0)
        steps.standpunt("omar", Uitkomst.AGENDEREN, "Ja (verzonnen).", days_ago=0)
        stage.does("gerda", ask_verlenging, houder_id=steps.dossier_id)
        for keuze in ("onthouden", "instemmen"):
            stage.does("omar", take_standpunt_verlenging, houder_id=steps.dossier_id, keuze=keuze)

        seen = steps.seen(days_ago=0)
        assert seen.verlenging is not None
        assert {s.keuze for s in seen.verlenging.standpunten} == {Keuze.INSTEMMEN}
        assert [s.keuze for s in seen.standpunten] == [Uitkomst.AGENDEREN]

    def test_a_question_that_was_taken_back_is_settled(self, stage: Stage, steps: Steps) -> None:
        """Nobody agrees with what is no longer asked."""
        stage.does("gerda", ask_verlenging, houder_id=steps.dossier_id)
        stage.does("gerda", withdraw_verlenging, houder_id=steps.dossier_id)

        with pytest.raises(Refused):
            stage.does("omar", take_standpunt_verlenging, houder_id=steps.dossier_id, keuze="instemmen")

    def test_a_new_signaal_does_not_extend_it(self, steps: Steps) -> None:
        """What comes in later does not move the day."""
        was = steps.seen(days_ago=0).beslis_uiterlijk_op
        steps.signaal("petra", "Later gezien (verzonnen).", BY_POLITIE, days_ago=0)

        assert steps.seen(days_ago=0).beslis_uiterlijk_op == was

    def test_after_the_term_the_dossier_says_that_it_counts_as_outcome_2(self, steps: Steps) -> None:
        """Since when, and until when it is kept; nobody had to record it."""
        reseal(Dossier.objects.all(), eerste_signaal_op=date(2025, 12, 1))
        seen = steps.seen(days_ago=0)

        assert seen.niet_geagendeerd_sinds == date(2026, 3, 2)
        assert seen.bewaring.tot == date(2026, 9, 2)


@pytest.mark.article("7.4")
@pytest.mark.article("13.3")
@pytest.mark.django_db(databases="__all__")
class TestANewSignaalAfterAnOutcome:
    """The weegploeg had decided, and something new is reported on the same person."""

    def test_opens_a_new_dossier_while_the_old_term_runs_on(self, stage: Stage, steps: Steps) -> None:
        """The old dossier takes no more signals, and the last day on which it is kept does not move."""
        steps.weigh("petra", "gedrag", "Gewogen (verzonnen).", days_ago=0)
        steps.decide(Uitkomst.NIET_AGENDEREN, days_ago=0)
        was = steps.seen(days_ago=0).bewaring.tot
        again = stage.dossier()

        assert again.dossier_id != steps.dossier_id
        assert steps.seen(days_ago=0).bewaring.tot == was
        with pytest.raises(Refused):
            steps.signaal("petra", "Te laat (verzonnen).", BY_POLITIE, days_ago=0)
