"""Covenant 7.1–7.4: third persons, weighings that follow each other, questions that are taken back."""

from functools import partial
from typing import Any

import pytest

from casustafel.acts.casusoverleg.open_casus import OpenCasus, open_casus
from casustafel.acts.gate import Refused
from casustafel.acts.weegploeg.ask_informatie import ask_informatie
from casustafel.acts.weegploeg.submit_signaal import submit_signaal
from casustafel.acts.weegploeg.withdraw_informatie import withdraw_informatie
from casustafel.casusoverleg.models import Casus
from casustafel.convenant.feit import DossierStaat, Uitkomst
from casustafel.convenant.partij import Soort
from casustafel.convenant.rules.derde import Derde
from casustafel.convenant.rules.weegploeg import (
    may_answer_informatie,
    may_submit_new_signaal,
    may_submit_signaal,
    may_withdraw_informatie,
    own_question_reasons,
)
from casustafel.demo.steps import Steps
from casustafel.demo.table import Table
from tests.canary import Canaries
from tests.evidence.stage import Stage
from tests.facts import (
    CONFIRMED,
    DAY,
    OM,
    POLITIE,
    SIGNAAL,
    VRAAG,
    dossier,
    field,
    grounds,
    hidden,
    refused,
    right,
    state,
    tafel,
    uitvoerder,
    verstrekking,
    verzoek,
    weegploeg,
)

GROUND: dict[str, Any] = {"verstrekking": verstrekking(Soort.POLITIE), "day": DAY}
WITHDRAW = partial(may_withdraw_informatie, verzoek_id=VRAAG, day=DAY)
ASKED = dossier(verzoeken=[verzoek(OM)])


@pytest.mark.article("7.1")
@pytest.mark.article("7.2")
@pytest.mark.article("8.2.c")
class TestAThirdPerson:
    """Somebody else than the subject is named with a signaal or an answer."""

    @pytest.mark.parametrize(
        ("derde", "expected"),
        [
            (Derde(), None),
            (Derde(naam="Buurvrouw", noodzaak="Zij is de enige getuige."), None),
            (Derde(naam="Buurvrouw", noodzaak=" "), "derde_noodzaak"),
            (Derde(naam=" ", noodzaak="Zij is de enige getuige."), "derde_naam"),
        ],
    )
    def test_is_named_only_with_the_necessity(self, derde: Derde, expected: str | None) -> None:
        """A name without a reason is refused, and so is a reason without a name."""
        new = {"naam": "A", "leeftijdsgroep": "", "doelgroep": CONFIRMED, "omschrijving": "b", "derde": derde, **GROUND}
        asked = dossier(verzoeken=[verzoek(POLITIE)])
        verdicts = [
            may_submit_new_signaal(weegploeg(), **new),
            may_submit_signaal(weegploeg(), dossier(), omschrijving="b", derde=derde, **GROUND),
            may_answer_informatie(weegploeg(), asked, verzoek_id=VRAAG, antwoord="b", derde=derde, **GROUND),
        ]

        for verdict in verdicts:
            assert verdict.is_allowed if expected is None else refused(verdict) == {field("7.2", expected)}


@pytest.mark.article("7.4")
class TestTakingAQuestionBack:
    """A question of the weegploeg is not needed any more."""

    def test_is_done_while_it_is_open(self) -> None:
        """Not after it was answered, and only a question of this dossier."""
        answered = dossier(verzoeken=[verzoek(OM, answered=True)])

        assert WITHDRAW(weegploeg(), ASKED).is_allowed
        assert refused(WITHDRAW(weegploeg(), answered)) == {state("7.4", "answered")}
        decided = dossier(DossierStaat.AGENDEREN, verzoeken=[verzoek(OM)])
        assert refused(WITHDRAW(weegploeg(), decided)) == {state("7.4", "decided")}
        assert refused(WITHDRAW(weegploeg(), ASKED, verzoek_id=SIGNAAL)) == {field("7.4", "verzoek_id")}

    def test_is_done_by_who_asked(self) -> None:
        """Of a question that another put, or that names nobody, nothing is taken back."""
        assert not grounds(own_question_reasons(weegploeg(POLITIE), POLITIE.id))
        for asker in (OM.id, None):
            assert grounds(own_question_reasons(weegploeg(POLITIE), asker)) == {field("7.4", "verzoek_id")}

    def test_is_for_representatives_only(self) -> None:
        """The uitvoerder takes nothing back; who is not in the weegploeg knows of nothing."""
        assert refused(WITHDRAW(uitvoerder(), ASKED)) == {right("7.4", "representative")}
        assert hidden(WITHDRAW(tafel(), ASKED)) == {right("8.4", "kernpartij")}


@pytest.fixture
def stage(table: Table) -> Stage:
    """Give people at a table, with somebody to type for them."""
    return Stage(table=table, canaries=Canaries())


@pytest.fixture
def steps(stage: Stage) -> Steps:
    """Give a dossier with two signals."""
    return stage.dossier()


@pytest.mark.django_db(databases="__all__")
class TestInTheFile:
    """What the dossier and the casus hold afterwards."""

    @pytest.mark.article("7.4")
    def test_a_question_taken_back_is_open_no_longer(self, stage: Stage, steps: Steps) -> None:
        """It stays readable; the dossier goes back to where it was; another party's question stays."""
        omar = stage.table.organisatie("omar")
        vraag = stage.does("gerda", ask_informatie, houder_id=steps.dossier_id, organisatie_id=omar)
        with pytest.raises(Refused):
            stage.does("petra", withdraw_informatie, houder_id=steps.dossier_id, verzoek_id=vraag)
        stage.does("gerda", withdraw_informatie, houder_id=steps.dossier_id, verzoek_id=vraag)

        seen = steps.seen(days_ago=0)
        assert seen.staat is DossierStaat.NIEUW
        assert [(v.is_ingetrokken, v.is_beantwoord) for v in seen.vragen] == [(True, False)]

    @pytest.mark.article("7.3")
    @pytest.mark.article("8.5")
    def test_a_new_weighing_takes_the_place_of_the_earlier_one(self, stage: Stage, steps: Steps) -> None:
        """The earlier text stays readable; only the current one goes to the casusoverleg."""
        for tekst in ("Eerst gedacht (verzonnen).", "Nu gedacht (verzonnen)."):
            steps.weigh("petra", "gedrag", tekst, days_ago=0)
        steps.decide(Uitkomst.AGENDEREN, days_ago=0)
        steps.hand_over(betrokken=("gerda", "petra"), days_ago=0)

        casus_id = Casus.objects.get().id
        beeld = stage.table.does("gerda", open_casus, OpenCasus(houder_id=casus_id), days_ago=0)
        assert {w.tekst: w.is_vervangen for w in steps.seen(days_ago=0).wegingen} == {
            "Eerst gedacht (verzonnen).": True,
            "Nu gedacht (verzonnen).": False,
        }
        assert [a.tekst for a in beeld.analyses] == ["Nu gedacht (verzonnen)."]

    @pytest.mark.article("8.5")
    @pytest.mark.article("10.2.c")
    def test_a_third_person_stays_behind_at_the_hand_over(self, stage: Stage, steps: Steps) -> None:
        """Like the melder: the casus holds neither the name nor why it was needed."""
        given = {"verstrekking": {"grondslag": "publieke-taak-gemeente", "taak": "jeugdzorg"}}
        third = {"derde_naam": "Derde (verzonnen)", "derde_noodzaak": "Enige getuige (verzonnen)."}
        stage.does("gerda", submit_signaal, houder_id=steps.dossier_id, **given, **third)
        assert "Derde (verzonnen)" in {s.derde_naam for s in steps.seen(days_ago=0).signalen}
        steps.weigh("petra", "gedrag", "Gewogen (verzonnen).", days_ago=0)
        steps.decide(Uitkomst.AGENDEREN, days_ago=0)
        casus = steps.hand_over(betrokken=("gerda", "petra"), days_ago=0)

        assert "Derde (verzonnen)" not in casus.seen(days_ago=0).model_dump_json()
        assert "Enige getuige" not in casus.seen(days_ago=0).model_dump_json()
