"""The screens for more time, corrections, checks and searching, over HTTP. Covenant 7.4, 8.3, 8.4."""

from dataclasses import dataclass
from datetime import date
from html import unescape
from typing import Any
from uuid import UUID

import pytest
from django.urls import reverse

from casustafel.acts.edge import at
from casustafel.convenant.feit import Uitkomst
from casustafel.demo.steps import Steps
from casustafel.demo.table import Table
from casustafel.weegploeg.models import Dossier
from tests.canary import Canaries
from tests.evidence.stage import Stage
from tests.reseal import reseal
from tests.web.casus_world import Page, Screen, screen

pytestmark = pytest.mark.django_db(databases="__all__")
GROUND = {"grondslag": "publieke-taak-gemeente", "taak": "jeugdzorg"}
TYPED = {
    "verblijft_in_nederland": "on",
    "radicaliseert": "on",
    "omschrijving": "Zei dat hij weggaat (verzonnen).",
    **GROUND,
}


@dataclass(frozen=True, slots=True)
class World:
    """A dossier with a signaal of the gemeente and one of the politie, and everybody at their screens."""

    stage: Stage
    steps: Steps

    @property
    def id(self) -> UUID:
        """Give the id of the dossier."""
        return self.steps.dossier_id

    @property
    def naam(self) -> str:
        """Give the name of the subject."""
        return self.steps.seen(days_ago=0).subject.naam

    def at(self, name: str, *, taak: str = "") -> Screen:
        """Seat one of the people at a screen."""
        return screen(self.stage.table, name, taak=taak)

    def own(self, name: str) -> UUID:
        """Give the signaal of one of the people."""
        organisatie = self.stage.table.organisatie(name)
        return next(s.id for s in self.steps.seen(days_ago=0).signalen if s.organisatie_id == organisatie)


@pytest.fixture
def world(table: Table, monkeypatch: pytest.MonkeyPatch) -> World:
    """Begin a dossier, and set the clock of the screens."""
    monkeypatch.setattr("casustafel.web.session.edge", lambda: at(table.now))
    stage = Stage(table=table, canaries=Canaries())
    return World(stage, stage.dossier())


def words(page: Page) -> str:
    """Read a page as text."""
    return unescape(page.text)


@pytest.mark.article("7.4")
class TestMoreTime:
    """The tab of the decision says by when, and takes the question for more."""

    def test_it_is_asked_agreed_with_and_granted(self, world: World) -> None:
        """Each kernpartij at its own screen; the last one extends the term."""
        assert world.at("gerda").sent("ask-verlenging", world.id, reden="Wachten (verzonnen).").status == 302
        for name in ("omar", "petra"):
            typed = {"keuze": "instemmen", "motivering": "Goed (verzonnen)."}
            assert world.at(name).sent("take-standpunt-verlenging", world.id, **typed).status == 302

        page = world.at("omar").get("dossier-beslissing", world.id)
        assert "all kernpartijen agreed" in page.text
        assert reverse("ask-verlenging", args=[world.id]) not in page.links

    def test_who_asked_takes_it_back(self, world: World) -> None:
        """The others are not offered that."""
        world.at("gerda").sent("ask-verlenging", world.id, reden="Wachten (verzonnen).")
        back = reverse("withdraw-verlenging", args=[world.id])
        assert back not in world.at("omar").get("dossier-beslissing", world.id).links
        assert back in world.at("gerda").get("dossier-beslissing", world.id).links

        assert world.at("gerda").sent("withdraw-verlenging", world.id).status == 302
        assert "taken back" in world.at("gerda").get("dossier-beslissing", world.id).text

    def test_a_question_without_a_reason_is_refused_with_what_was_missing(self, world: World) -> None:
        """The fault stands at its field."""
        page = world.at("gerda").sent("ask-verlenging", world.id, reden="")

        assert page.status == 400
        assert "Art. 7.4" in page.text

    @pytest.mark.article("13.3")
    def test_a_term_that_passed_is_said_on_dossier_and_board(self, world: World) -> None:
        """Since when it counts as outcome 2, until when it is kept; no step but a new dossier."""
        reseal(Dossier.objects.all(), eerste_signaal_op=date(2025, 12, 1))
        page = world.at("petra").get("dossier", world.id)

        assert "Counts as not put on the agenda since" in page.text
        assert reverse("signaal-again", args=[world.id]) in page.links
        assert reverse("submit-signaal", args=[world.id]) not in page.links
        assert "counts as not put on the agenda since" in world.at("petra").get("weegploegbord").text


@pytest.mark.article("8.3")
class TestCorrecting:
    """What is wrong is mended where it stands."""

    def test_ones_own_signaal_is_corrected_and_the_old_text_stays(self, world: World) -> None:
        """The form begins with what stands there; afterwards the old text is behind the new one."""
        own = world.own("gerda")
        assert reverse("correct-signaal", args=[world.id, own]) in world.at("gerda").get("dossier", world.id).links
        typed = {"omschrijving": "Toch anders (verzonnen).", "reden": "Vergissing (verzonnen).", **GROUND}
        assert world.at("gerda").sent("correct-signaal", world.id, own, **typed).status == 302

        page = world.at("petra").get("dossier", world.id)
        assert "Toch anders (verzonnen)." in page.text
        assert "Vergissing (verzonnen)." in page.text
        assert reverse("correct-signaal", args=[world.id, own]) not in page.links

    def test_a_signaal_of_another_is_not_there_to_correct(self, world: World) -> None:
        """No form, and nothing that says more."""
        assert world.at("petra").get("correct-signaal", world.id, world.own("gerda")).status == 404

    def test_the_name_is_corrected_by_any_kernpartij(self, world: World) -> None:
        """With a reason; without one the form comes back with what was typed."""
        assert world.at("omar").sent("correct-naw", world.id, naam="Juist Gespeld", reden="").status == 400
        assert world.at("omar").sent("correct-naw", world.id, naam="Juist Gespeld", reden="Spelling.").status == 302

        assert "Juist Gespeld" in world.at("petra").get("dossier", world.id).text


@pytest.mark.article("8.3")
class TestChecking:
    """The tab of the periodic check."""

    def test_a_round_goes_from_the_uitvoerder_to_each_party(self, world: World) -> None:
        """Prepared for a named task, answered by who provided, closed by the last answer."""
        ulla = world.at("ulla", taak="controleren")
        assert reverse("prepare-controle", args=[world.id]) in ulla.get("dossier-controle", world.id).links
        assert ulla.sent("prepare-controle", world.id, uiterlijk_op="2026-03-30").status == 302
        assert reverse("confirm-controle", args=[world.id]) in world.at("petra").get("werkvoorraad").links
        for name in ("gerda", "petra"):
            answered = world.at(name).sent("confirm-controle", world.id, is_juist="on", blijft="ja")
            assert answered.status == 302

        assert "all parties answered" in world.at("omar").get("dossier-controle", world.id).text
        assert world.at("omar").get("confirm-controle", world.id).status == 404

    def test_the_uitvoerder_sees_it_coming_in_the_werkvoorraad(self, world: World) -> None:
        """With its last day, for that task."""
        assert (
            reverse("prepare-controle", args=[world.id])
            in world.at("ulla", taak="controleren").get("werkvoorraad").links
        )
        assert reverse("prepare-controle", args=[world.id]) not in world.at("ulla").get("werkvoorraad").links

    def test_who_cannot_confirm_says_why(self, world: World) -> None:
        """The fault stands at its field, with its article."""
        world.stage.prepare_controle(world.id)
        page = world.at("petra").sent("confirm-controle", world.id, is_juist="on", blijft="nee")

        assert page.status == 400
        assert "Art. 3" in page.text


@pytest.mark.article("8.4")
class TestFindingWhoIsThere:
    """A name in any spelling, within one's own view."""

    def test_the_board_finds_a_name_without_putting_it_in_an_address(self, world: World) -> None:
        """The form is posted; what is found says number, name and state."""
        page = world.at("omar").post("weegploeg-zoek", data={"naam": world.naam.upper()})

        assert page.status == 200
        assert world.naam in words(page)
        assert reverse("dossier", args=[world.id]) in page.links
        assert world.at("omar").get("weegploeg-zoek").status == 404

    def test_a_single_letter_is_too_little(self, world: World) -> None:
        """It comes back with the fault; what is not there says so."""
        assert world.at("omar").post("weegploeg-zoek", data={"naam": "x"}).status == 400
        assert "Nothing found" in world.at("omar").post("weegploeg-zoek", data={"naam": "Qqqzzz"}).text

    @pytest.mark.parametrize("name", ["rik", "bente"])
    def test_who_is_not_in_the_weegploeg_finds_no_page(self, world: World, name: str) -> None:
        """A name that exists and one that does not answer alike."""
        for naam in (world.naam, "Qqqzzz", "x"):
            assert world.at(name).post("weegploeg-zoek", data={"naam": naam}).status == 404

    def test_a_new_signaal_warns_and_goes_to_the_dossier_instead(self, world: World) -> None:
        """Before it is saved; what was typed goes along."""
        check = world.at("gerda").post("signaal-new", data={"naam": world.naam, **TYPED})
        there = reverse("submit-signaal", args=[world.id])
        assert f'formaction="{there}"' in check.text

        carried = world.at("gerda").post("submit-signaal", world.id, data={"stap": "wijzigen", "versie": "", **TYPED})
        assert "Zei dat hij weggaat (verzonnen)." in carried.text
        assert carried.value("versie") == str(world.steps.seen(days_ago=0).versie)

    def test_a_new_person_has_no_warning(self, world: World) -> None:
        """Nothing is alike, nothing is shown."""
        check = world.at("gerda").post("signaal-new", data={"naam": "Qqqzzz Xxwww", **TYPED})

        assert check.status == 200
        assert "formaction" not in check.text


@pytest.mark.article("7.4")
class TestANewSignaalAfterAnOutcome:
    """The dossier has an outcome, and something new is reported."""

    def test_the_form_knows_the_person_and_opens_a_new_dossier(self, world: World) -> None:
        """Name and address are filled in from the old dossier; its address holds the id and nothing else."""
        world.steps.weigh("petra", "gedrag", "Gewogen (verzonnen).", days_ago=0)
        world.steps.decide(Uitkomst.NIET_AGENDEREN, days_ago=0)
        form = world.at("gerda").get("signaal-again", world.id)
        assert form.value("naam") == world.naam
        data: dict[str, Any] = {"naam": world.naam, "stap": "opslaan", **TYPED}
        saved = world.at("gerda").post("signaal-again", world.id, data=data)

        assert saved.status == 302
        assert saved.next != reverse("dossier", args=[world.id])

    def test_it_is_not_offered_while_the_weegploeg_is_undecided(self, world: World) -> None:
        """Then the signaal is added to the dossier itself."""
        assert world.at("gerda").get("signaal-again", world.id).status == 404


@pytest.mark.article("7.2")
class TestAThirdPerson:
    """The form asks for a name only with the necessity."""

    def test_a_name_without_a_reason_comes_back(self, world: World) -> None:
        """The fault stands at its field, before anything is saved."""
        page = world.at("gerda").sent("submit-signaal", world.id, derde_naam="Buurvrouw", **TYPED)

        assert page.status == 400
        assert "Art. 7.2" in page.text


@pytest.mark.article("7.4")
class TestTakingAQuestionBack:
    """A question of the weegploeg that is not needed any more."""

    def test_is_offered_to_who_asked(self, world: World) -> None:
        """The one that was asked is offered to answer."""
        omar = str(world.stage.table.organisatie("omar"))
        world.at("gerda").sent("ask-informatie", world.id, organisatie_id=omar, vraag="Werk (verzonnen)?")
        vraag = world.steps.seen(days_ago=0).vragen[0].id
        back = reverse("withdraw-informatie", args=[world.id, vraag])
        assert back in world.at("gerda").get("dossier", world.id).links
        assert back not in world.at("petra").get("dossier", world.id).links

        assert world.at("gerda").sent("withdraw-informatie", world.id, vraag).status == 302
        assert "taken back" in world.at("omar").get("dossier", world.id).text
