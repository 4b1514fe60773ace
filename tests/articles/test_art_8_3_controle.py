"""Covenant 8.3: the data is checked every six months; who provided it confirms or corrects. Also 3 and 5."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

from casustafel.acts.weegploeg.controle import OpenControle, confirm_controle, open_controle
from casustafel.convenant.feit import DossierFeit, DossierStaat, StukFeit, Taak
from casustafel.convenant.rules.controle import (
    BEVESTIGD,
    GEVRAAGD,
    check_by,
    last_round,
    may_confirm,
    may_prepare_controle,
    providers,
)
from casustafel.convenant.stuk import VERVALLEN, DossierStuk
from casustafel.convenant.werk import Stap, werk_on_controle
from casustafel.demo.steps import Steps
from casustafel.demo.table import Table
from casustafel.weegploeg.models import Dossier
from tests.canary import Canaries
from tests.evidence.stage import Stage
from tests.facts import (
    DAY,
    GEMEENTE,
    OM,
    POLITIE,
    SIGNAAL,
    SIGNAAL_2,
    TOMORROW,
    YESTERDAY,
    convenant_without,
    dossier,
    field,
    hidden,
    refused,
    right,
    state,
    stuk_id,
    tafel,
    uitvoerder,
    weegploeg,
)
from tests.reseal import reseal

CONTROLE = stuk_id(50)
CHECKER = uitvoerder(Taak.CONTROLEREN)
PREPARE = partial(may_prepare_controle, uiterlijk_op=TOMORROW, day=DAY)
CONFIRM = partial(may_confirm, controle_id=CONTROLE, is_juist=True, blijft=True, toelichting="", day=DAY)


def _piece(number: int, soort: DossierStuk, van: Any, staat: str = "", *, op: date = DAY, bij: Any = None) -> StukFeit:
    return StukFeit(id=stuk_id(number), soort=soort, organisatie_id=van.id, bij_id=bij, op=op, staat=staat)


def _round(politie: str = GEVRAAGD, gemeente: str = GEVRAAGD, *, op: date = DAY) -> DossierFeit:
    pieces = (
        replace(_piece(0, DossierStuk.SIGNAAL, POLITIE), id=SIGNAAL),
        replace(_piece(0, DossierStuk.SIGNAAL, GEMEENTE), id=SIGNAAL_2),
        _piece(50, DossierStuk.CONTROLE, GEMEENTE, op=op),
        _piece(51, DossierStuk.BEVESTIGING, POLITIE, politie, bij=CONTROLE),
        _piece(52, DossierStuk.BEVESTIGING, GEMEENTE, gemeente, bij=CONTROLE),
    )
    return replace(dossier(eerste_signaal_op=op), stukken=pieces)


@pytest.mark.article("8.3")
class TestWhenADossierIsChecked:
    """A dossier is active."""

    def test_is_every_six_months_from_the_first_signaal(self) -> None:
        """Before there was a round the six months run from the first signaal."""
        handed_over = dossier(DossierStaat.OVERGEDRAGEN, eerste_signaal_op=date(2026, 1, 31))

        assert check_by(CHECKER, handed_over, day=DAY) == date(2026, 7, 31)

    def test_is_every_six_months_from_the_last_round(self) -> None:
        """A round that began moves the next one, whether all have answered or not."""
        assert check_by(CHECKER, _round(op=DAY), day=DAY) == date(2026, 9, 2)

    @pytest.mark.parametrize("staat", [DossierStaat.NIET_AGENDEREN, DossierStaat.AFGESLOTEN])
    def test_is_not_after_outcome_2_or_closing(self, staat: DossierStaat) -> None:
        """What is not active any more waits for its end only."""
        gone = dossier(staat)

        assert check_by(CHECKER, gone, day=DAY) is None
        assert refused(PREPARE(CHECKER, gone)) == {state("8.3", "inactive")}
        assert list(werk_on_controle(CHECKER, gone, day=DAY)) == []

    def test_is_not_after_the_term_to_decide(self) -> None:
        """Without agreement in time it counts as outcome 2: on the last day it is active, on the next not."""
        late = dossier(eerste_signaal_op=date(2025, 12, 2))

        assert check_by(CHECKER, late, day=DAY) is not None
        assert check_by(CHECKER, late, day=TOMORROW) is None

    @pytest.mark.parametrize("days", [-1, 0, 1])
    def test_waits_for_the_uitvoerder_with_that_task(self, days: int) -> None:
        """In the werkvoorraad with its last day, before, on and after it; not for another task."""
        found = dossier(DossierStaat.OVERGEDRAGEN, eerste_signaal_op=date(2025, 9, 2))
        day = DAY + timedelta(days=days)

        assert [(w.stap, w.uiterlijk_op) for w in werk_on_controle(CHECKER, found, day=day)] == [
            (Stap.PREPARE_CONTROLE, DAY)
        ]
        assert list(werk_on_controle(uitvoerder(), found, day=day)) == []


@pytest.mark.article("8.3")
@pytest.mark.article("5")
class TestPreparing:
    """A round of the check begins."""

    def test_is_done_by_the_uitvoerder_for_that_task(self) -> None:
        """Not by a representative, and not for another task."""
        assert PREPARE(CHECKER, dossier()).is_allowed
        assert refused(PREPARE(uitvoerder(), dossier())) == {right("5", "check")}
        assert refused(PREPARE(weegploeg(), dossier())) == {right("5", "check")}
        assert hidden(PREPARE(tafel(), dossier())) == {right("8.4", "kernpartij")}

    def test_is_done_one_at_a_time(self) -> None:
        """Not while a round is open; after every party answered again."""
        assert refused(PREPARE(CHECKER, _round())) == {state("8.3", "round")}
        assert refused(PREPARE(CHECKER, _round(politie=BEVESTIGD))) == {state("8.3", "round")}
        assert PREPARE(CHECKER, _round(BEVESTIGD, BEVESTIGD)).is_allowed

    @pytest.mark.parametrize(("uiterlijk_op", "is_allowed"), [(YESTERDAY, False), (DAY, True), (TOMORROW, True)])
    def test_names_a_day_that_is_not_past(self, uiterlijk_op: date, is_allowed: bool) -> None:
        """By which day the parties answer."""
        verdict = PREPARE(CHECKER, dossier(), uiterlijk_op=uiterlijk_op)

        assert verdict.is_allowed == is_allowed
        assert is_allowed or refused(verdict) == {field("8.3", "uiterlijk_op")}

    def test_asks_each_party_for_what_it_provided(self) -> None:
        """What was set aside is not asked; who provided nothing is not asked."""
        held = _round()
        gone = replace(held.stukken[0], staat=VERVALLEN)

        assert providers(held) == {POLITIE.id: (SIGNAAL,), GEMEENTE.id: (SIGNAAL_2,)}
        assert providers(replace(held, stukken=(gone,))) == {}


@pytest.mark.article("8.3")
@pytest.mark.article("3")
class TestConfirming:
    """A party is asked whether its items are right."""

    def test_is_done_by_who_was_asked_once(self) -> None:
        """Not by who provided nothing, not twice, not for a round that is over."""
        assert CONFIRM(weegploeg(POLITIE), _round()).is_allowed
        assert refused(CONFIRM(weegploeg(OM), _round())) == {field("8.3", "controle_id")}
        assert refused(CONFIRM(weegploeg(POLITIE), _round(BEVESTIGD))) == {state("8.3", "confirmed")}
        assert refused(CONFIRM(weegploeg(POLITIE), dossier())) == {field("8.3", "controle_id")}
        assert refused(CONFIRM(weegploeg(), _round(), controle_id=SIGNAAL)) == {field("8.3", "controle_id")}

    def test_says_that_the_items_are_right(self) -> None:
        """What is wrong is corrected first."""
        assert refused(CONFIRM(weegploeg(), _round(), is_juist=False)) == {field("8.3", "is_juist")}

    def test_says_that_article_3_holds_or_why_not(self) -> None:
        """That the person stays in the Netherlands and radicalised or threatens to; else the reason."""
        assert refused(CONFIRM(weegploeg(), _round(), blijft=False)) == {field("3", "toelichting")}
        assert CONFIRM(weegploeg(), _round(), blijft=False, toelichting="Verhuisd (verzonnen).").is_allowed

    def test_is_for_representatives_only(self) -> None:
        """The uitvoerder prepares; who is not in the weegploeg knows of nothing."""
        assert refused(CONFIRM(CHECKER, _round())) == {right("8.3", "representative")}
        assert hidden(CONFIRM(tafel(), _round())) == {right("8.4", "kernpartij")}

    def test_waits_for_each_until_it_answered(self) -> None:
        """The werkvoorraad of the party that did not answer holds it, that of the others not."""
        half = _round(politie=BEVESTIGD)

        waits = [(w.stap, w.artikel) for w in werk_on_controle(weegploeg(GEMEENTE), half, day=DAY)]
        assert waits == [(Stap.CONFIRM_CONTROLE, "8.3")]
        assert list(werk_on_controle(weegploeg(POLITIE), half, day=DAY)) == []

    def test_waits_for_the_uitvoerder_again_when_all_answered(self) -> None:
        """While a party is to answer no new round is asked for; after that the next, by six months later."""
        half, whole = _round(politie=BEVESTIGD), _round(BEVESTIGD, BEVESTIGD)

        assert list(werk_on_controle(CHECKER, half, day=DAY)) == []
        assert [(w.stap, w.artikel, w.uiterlijk_op) for w in werk_on_controle(CHECKER, whole, day=DAY)] == [
            (Stap.PREPARE_CONTROLE, "8.3", date(2026, 9, 2))
        ]

    def test_is_asked_anew_in_each_round(self) -> None:
        """What was answered in an earlier round is no answer in this one."""
        earlier = (
            _piece(40, DossierStuk.CONTROLE, GEMEENTE),
            _piece(41, DossierStuk.BEVESTIGING, POLITIE, BEVESTIGD, bij=stuk_id(40)),
        )
        again = replace(_round(), stukken=(*earlier, *_round().stukken))
        found = last_round(again)

        assert found is not None
        assert [stuk.id for stuk in found.gevraagd] == [stuk_id(51), stuk_id(52)]
        assert CONFIRM(weegploeg(POLITIE), again).is_allowed

    def test_asks_each_for_all_that_it_provided(self) -> None:
        """Two signals of one party are both its own to confirm."""
        held = _round()
        second = replace(held.stukken[0], id=stuk_id(60))

        assert providers(replace(held, stukken=(*held.stukken, second))) == {
            POLITIE.id: (SIGNAAL, stuk_id(60)),
            GEMEENTE.id: (SIGNAAL_2,),
        }

    def test_closes_by_itself(self) -> None:
        """When every party that still takes part has answered nothing is open; one that left does not keep it open."""
        half = last_round(_round(politie=BEVESTIGD))
        whole = last_round(_round(BEVESTIGD, BEVESTIGD))

        assert half is not None
        assert whole is not None
        assert half.is_open(CHECKER, day=DAY)
        assert not whole.is_open(CHECKER, day=DAY)
        assert not half.is_open(weegploeg(onder=convenant_without(GEMEENTE)), day=DAY)


@pytest.mark.article("8.3")
@pytest.mark.django_db(databases="__all__")
class TestARoundInTheFile:
    """From preparing to the last answer."""

    def test_is_no_casework_and_closes_with_the_last_answer(self, table: Table) -> None:
        """The day of the last processing stays; each answer is kept with its day."""
        stage = Stage(table=table, canaries=Canaries())
        steps: Steps = stage.dossier()
        reseal(Dossier.objects.all(), laatste_verwerking_op=date(2025, 12, 1))
        controle_id = stage.prepare_controle(steps.dossier_id)
        for name in ("gerda", "petra"):
            given = {"controle_id": controle_id, "is_juist": True, "blijft": True}
            stage.does(name, confirm_controle, houder_id=steps.dossier_id, **given)

        (ronde,) = table.does("omar", open_controle, OpenControle(houder_id=steps.dossier_id), days_ago=0).rondes
        assert not ronde.is_open
        assert [a.beantwoord_op for a in ronde.bevestigingen] == [DAY, DAY]
        assert Dossier.objects.get().laatste_verwerking_op == date(2025, 12, 1)
