"""The screens of the weegploeg, over HTTP. Covenant 7, 8."""

from dataclasses import dataclass
from datetime import date
from html import unescape
from typing import Any
from uuid import UUID

import pytest
from django.urls import reverse

from casustafel.acts.edge import at
from casustafel.acts.weegploeg.open_dossier import DossierBeeld
from casustafel.convenant.feit import DossierStaat, Keuze, Uitkomst
from casustafel.demo import subjects
from casustafel.demo.steps import GEMEENTE, KERNPARTIJEN, POLITIE, Steps, begin
from casustafel.demo.table import Table
from casustafel.web.terms import term_of
from casustafel.web.weegploeg.urls import urlpatterns
from tests.web.casus_world import Page, Screen, screen

pytestmark = pytest.mark.django_db(databases="__all__")

NOWHERE = UUID(int=7)
NO_QUESTION = UUID(int=8)
SUBJECT = subjects.IN_WEGING
PLAIN = {"weegploegbord", "signaal-new", "weegploeg-zoek"}
ON_A_PIECE = {"answer-informatie", "withdraw-informatie", "correct-signaal", "move-signaal"}
NAMES = [str(path.name) for path in urlpatterns if path.name not in PLAIN]
READS = ["dossier", "dossier-weging", "dossier-beslissing", "dossier-inzage"]
OWN_GROUND = {"grondslag": "publieke-taak-gemeente", "taak": "jeugdzorg"}
SAVE = {"stap": "opslaan"}
CONFIRMED = {"verblijft_in_nederland": "on", "radicaliseert": "on"}
NEW = {"naam": "Xander Verzonnen", **CONFIRMED, "omschrijving": "Zei dat hij weggaat (verzonnen).", **OWN_GROUND}


@dataclass(frozen=True, slots=True)
class Board:
    """A dossier with one signaal of the gemeente, and everybody at their screens."""

    table: Table
    steps: Steps

    @property
    def id(self) -> UUID:
        """Give the id of the dossier."""
        return self.steps.dossier_id

    @property
    def seen(self) -> DossierBeeld:
        """Look at the dossier as it stands."""
        return self.steps.seen(days_ago=0)

    def at(self, name: str, *, taak: str = "") -> Screen:
        """Seat one of the people at a screen."""
        return screen(self.table, name, taak=taak)

    def organisatie(self, name: str) -> str:
        """Give the organisation of one of the people, as a form sends it."""
        return str(self.table.organisatie(name))

    def weighed(self) -> "Board":
        """Weigh one criterion."""
        self.steps.weigh("gerda", "gedrag", "Feitelijk vastgesteld (verzonnen).", days_ago=5)
        return self

    def agreed(self) -> "Board":
        """Let all three agree to put the subject on the agenda."""
        self.weighed()
        for name in KERNPARTIJEN:
            self.steps.standpunt(name, Uitkomst.AGENDEREN, "Nodig (verzonnen).", days_ago=4)
        return self

    def decided(self) -> "Board":
        """Record the outcome, with a signaal of the police beside that of the gemeente."""
        self.steps.signaal("petra", "De politie is er geweest (verzonnen).", POLITIE, days_ago=6)
        self.weighed().steps.decide(Uitkomst.AGENDEREN, days_ago=3)
        return self

    def path(self, name: str, dossier_id: UUID) -> str:
        """Give the path of a page of a dossier; a piece that is not there stands for any."""
        return reverse(name, args=[dossier_id, NO_QUESTION] if name in ON_A_PIECE else [dossier_id])


@pytest.fixture
def board(table: Table, monkeypatch: pytest.MonkeyPatch) -> Board:
    """Begin a dossier, and set the clock of the screens."""
    monkeypatch.setattr("casustafel.web.session.edge", lambda: at(table.now))
    return Board(table, begin(table, SUBJECT, "gerda", GEMEENTE, days_ago=10))


def words(page: Page) -> str:
    """Read a page as text."""
    return unescape(page.text)


class TestTheBoard:
    """Four columns of cards. Covenant 7.4, 8.4."""

    def test_a_card_holds_number_name_signals_and_days_left(self, board: Board) -> None:
        """What one needs to choose the next dossier to talk about."""
        page = board.at("petra").get("weegploegbord")

        assert page.status == 200
        assert {board.seen.nummer, SUBJECT.naam, "<dt>Gemeente</dt><dd>1</dd>"} <= _found(page, board)
        assert "days left" in page.text
        assert reverse("signaal-new") in page.links

    def test_who_does_not_represent_a_kernpartij_has_no_board(self, board: Board) -> None:
        """It does not exist for a casuspartij; an uitvoerder first names a task, and brings in nothing. Covenant 5."""
        assert board.at("rik").get("weegploegbord").status == 404
        assert board.at("ulla").get("weegploegbord").status == 400

        page = board.at("ulla", taak="voorbereiden").get("weegploegbord")
        assert SUBJECT.naam in page.text
        assert reverse("signaal-new") not in page.links

    def test_a_page_that_is_no_number_is_the_first(self, board: Board) -> None:
        """Nobody gets an error for an address."""
        assert SUBJECT.naam in board.at("gerda").get("weegploegbord", query="?nieuw=x").text
        assert SUBJECT.naam not in board.at("gerda").get("weegploegbord", query="?nieuw=2").text


def _found(page: Page, board: Board) -> set[str]:
    looked_for = {board.seen.nummer, SUBJECT.naam, "<dt>Gemeente</dt><dd>1</dd>"}
    return {text for text in looked_for if text in page.text}


@pytest.mark.parametrize(
    ("left", "level"), [(15, "neutral"), (14, "near"), (4, "near"), (3, "due"), (0, "due"), (-1, "overdue")]
)
def test_the_colour_of_a_term_follows_the_days_left(left: int, level: str) -> None:
    """Near from two weeks, due from three days, overdue after the last day."""
    term = term_of(date(2026, 3, 20), day=date.fromordinal(date(2026, 3, 20).toordinal() - left))

    assert term is not None
    assert term.level == level


class TestADossier:
    """Four parts, each with the steps on top and the safeguards at the side. Covenant 8.2."""

    @pytest.mark.parametrize("name", READS)
    def test_each_part_says_why_one_may_see_it(self, board: Board, name: str) -> None:
        """The article, the role and how long it is kept; no name in the history of the browser."""
        page = board.weighed().at("omar").get(name, board.id)

        assert page.status == 200
        assert "Article 8.4, as representative in the weegploeg." in page.text
        assert "How long it is kept" in page.text
        assert SUBJECT.naam not in page.title

    def test_the_signals_stand_in_the_order_of_time_with_questions(self, board: Board) -> None:
        """Behaviour, ground and melder of each; the one that was asked gets the step."""
        board.steps.ask("gerda", of="petra", vraag="Zijn er meldingen?", days_ago=2)

        asked, other = board.at("petra").get("dossier", board.id), board.at("omar").get("dossier", board.id)
        step = reverse("answer-informatie", args=[board.id, board.seen.vragen[0].id])

        assert "Zijn er meldingen?" in asked.text
        assert SUBJECT.gedrag in words(asked)
        assert step in asked.links
        assert step not in other.links

    def test_the_weging_names_the_signals_it_rests_on(self, board: Board) -> None:
        """Criterion by criterion; what was not weighed says so. Covenant 7.3."""
        page = board.weighed().at("omar").get("dossier-weging", board.id)

        assert "Feitelijk vastgesteld" in page.text
        assert "Signaal 1 – Gemeente Lindewaard" in page.text
        assert page.text.count("Not weighed yet.") == 2

    def test_who_withholds_and_who_has_not_spoken_stays_visible(self, board: Board) -> None:
        """The position of each kernpartij. Covenant 4, reading."""
        board.weighed().steps.standpunt("omar", None, "Wij wachten (verzonnen).", days_ago=1)

        page = board.at("gerda").get("dossier-beslissing", board.id)

        assert page.text.count("withholds its agreement") == 1
        assert page.text.count("has not taken a position yet") == 2

    def test_a_dossier_off_the_agenda_says_until_when_it_is_kept(self, board: Board) -> None:
        """Six months after the outcome. Covenant 13.3."""
        board.weighed().steps.decide(Uitkomst.NIET_AGENDEREN, days_ago=1)

        page = board.at("gerda").get("dossier", board.id)

        assert '<time datetime="2026-09-01">' in page.text
        assert reverse("submit-signaal", args=[board.id]) not in page.links

    def test_the_log_names_organisations_and_nobody(self, board: Board) -> None:
        """Who looked is shown by organisation. Covenant 15.2.e."""
        board.at("omar").get("dossier", board.id)

        page = board.at("petra").get("dossier-inzage", board.id)

        assert "Openbaar Ministerie Lindewaard" in page.text
        assert "opened this overview" in page.text
        assert "Omar" not in page.text

    def test_an_uitvoerder_with_a_task_reads_and_gets_no_step(self, board: Board) -> None:
        """The uitvoerder prepares, and never decides. Covenant 5."""
        page = board.weighed().at("ulla", taak="voorbereiden").get("dossier", board.id)

        assert "Article 5, as uitvoerder" in page.text
        assert reverse("take-standpunt", args=[board.id]) not in page.links


class TestWhatOneMayNotKnow:
    """A hidden dossier is not there."""

    @pytest.mark.parametrize("name", NAMES)
    @pytest.mark.parametrize("method", ["GET", "POST"])
    def test_it_answers_like_a_dossier_that_does_not_exist(self, board: Board, name: str, method: str) -> None:
        """To the byte, for every page and form, for who may know of no dossier and for a wrong address."""
        there, nowhere = board.path(name, board.id), board.path(name, NOWHERE)

        for who in ("rik", "fatma"):
            at_screen = board.at(who)
            hidden = at_screen.bytes_of(method, there, without=board.id)
            assert hidden == at_screen.bytes_of(method, nowhere, without=NOWHERE)
            assert hidden[0] in {404, 405}
        assert board.at("gerda").client.generic(method, nowhere).status_code in {404, 405}

    def test_a_question_that_is_not_there(self, board: Board) -> None:
        """The dossier is there, the question is not."""
        assert board.at("petra").get("answer-informatie", board.id, NO_QUESTION).status == 404

    def test_a_new_signaal_is_not_asked_of_who_may_bring_none(self, board: Board) -> None:
        """Signals enter through a kernpartij only. Covenant 7.1."""
        assert board.at("rik").get("signaal-new").status == 404
        assert board.at("rik").post("signaal-new", data={**NEW, **SAVE}).status == 404


class TestANewSignaal:
    """A new dossier begins with a signaal. Covenant 7.1, 7.2, 8.2."""

    def test_is_shown_to_be_checked_and_then_saved(self, board: Board) -> None:
        """What was typed goes along in the page: no session holds it."""
        gerda = board.at("gerda")

        check = gerda.post("signaal-new", data=NEW)
        assert check.status == 200
        assert "Check your answers" in check.title
        assert check.value("omschrijving") == NEW["omschrijving"]
        assert NEW["naam"] not in str(dict(gerda.client.session.items()))

        saved = gerda.post("signaal-new", data={**NEW, **SAVE})
        assert saved.status == 302
        assert NEW["naam"] in gerda.client.get(saved.next).content.decode()

    def test_goes_back_to_the_form_as_it_was_typed(self, board: Board) -> None:
        """On the way back nothing is lost, and nothing is at fault."""
        page = board.at("gerda").post("signaal-new", data={**NEW, "leeftijdsgroep": "16-17", "stap": "wijzigen"})

        assert page.status == 200
        assert page.value("naam") == NEW["naam"]
        assert NEW["omschrijving"] in page.text
        assert page.text.count(" checked") == 6

    @pytest.mark.parametrize("step", [{}, SAVE])
    def test_shows_every_fault_at_its_field_with_its_article(self, board: Board, step: dict[str, str]) -> None:
        """All at once, and what was typed is kept."""
        typed = {"naam": "", "omschrijving": "", "adres": "Lindelaan 3", "grondslag": OWN_GROUND["grondslag"], **step}
        page = board.at("gerda").post("signaal-new", data=typed)

        assert page.status == 400
        assert "Not saved yet" in page.title
        assert {"#id_naam", "#id_verblijft_in_nederland", "#id_omschrijving", "#id_taak_0"} <= page.links
        assert "Art. 8.2.a: This may not be empty." in page.text
        assert "Art. 2: Name the public task." in page.text
        assert page.value("adres") == "Lindelaan 3"

    def test_asks_of_each_kernpartij_what_its_ground_asks(self, board: Board) -> None:
        """The police: class, three purposes, origin and the checks of B2; the OM: third persons. Besluit 1, 2."""
        politie, om = board.at("petra").get("signaal-new").text, board.at("omar").get("signaal-new").text

        assert politie.count('name="doel"') == 3
        assert 'value="wpg-16"' not in politie
        assert 'name="om_geraadpleegd_op"' in politie
        assert 'name="taak"' not in politie
        assert 'name="derden_getoetst"' in om
        assert 'name="herkomst"' not in om

    def test_the_melder_is_who_is_at_the_screen(self, board: Board) -> None:
        """It is said, not asked. Covenant 8.2.c, reading."""
        page = board.at("petra").get("signaal-new")

        assert "Petra Politie (bedacht), Politie Lindewaard" in page.text
        assert "melder_naam" not in page.text


class TestMoreSignals:
    """A signaal to an existing dossier, a question and its answer. Covenant 7.4."""

    def test_the_police_adds_one_of_an_investigation(self, board: Board) -> None:
        """With origin, way, and the three checks. Besluit 2."""
        page = board.at("petra").sent("submit-signaal", board.id, **INVESTIGATION, **SAVE)

        assert page.status == 302
        assert board.seen.signalen[-1].verstrekking.om_geraadpleegd_op == date(2026, 2, 26)

    def test_a_check_that_is_missing_is_named_with_its_article(self, board: Board) -> None:
        """And the day of a check is not after today."""
        typed = {**INVESTIGATION, "bevoegd_functionaris": "", "om_geraadpleegd_op": "3-3-2026"}
        page = board.at("petra").sent("submit-signaal", board.id, **typed)

        assert page.status == 400
        assert {"#id_bevoegd_functionaris", "#id_om_geraadpleegd_op"} <= page.links
        assert "Art. B2.c: Say who was consulted before provision." in page.text
        assert page.value("om_geraadpleegd_op") == "3-3-2026"

    def test_after_the_outcome_the_dossier_is_closed_for_signals(self, board: Board) -> None:
        """A new signaal opens a new dossier. Covenant 7.4, reading."""
        page = (
            board.decided()
            .at("gerda")
            .sent("submit-signaal", board.id, omschrijving="Nog iets (verzonnen).", **OWN_GROUND, **SAVE)
        )

        assert page.status == 409
        assert "Art. 7.4: The weegploeg has already decided on this dossier." in page.text
        assert "Nog iets (verzonnen)." in page.text

    def test_a_question_is_asked_and_answered(self, board: Board) -> None:
        """Of another kernpartij; the answer stands in the dossier as a signaal."""
        vraag = {"organisatie_id": board.organisatie("petra"), "vraag": "Zijn er meldingen?"}
        assert board.at("gerda").sent("ask-informatie", board.id, **vraag).status == 302
        vraag_id = board.seen.vragen[0].id

        antwoord = {"omschrijving": "Twee keer (verzonnen).", "grondslag": "wpg-20", **POLICE, **SAVE}
        assert "Zijn er meldingen?" in board.at("petra").get("answer-informatie", board.id, vraag_id).text
        assert board.at("petra").sent("answer-informatie", board.id, vraag_id, **antwoord).status == 302
        assert board.seen.vragen[0].is_beantwoord

        again = board.at("petra").sent("answer-informatie", board.id, vraag_id, **antwoord)
        assert "Art. 7.4: This question has been answered already." in again.text

    def test_an_empty_question_or_answer_says_so(self, board: Board) -> None:
        """At the field, with the article."""
        page = board.at("gerda").sent("ask-informatie", board.id, organisatie_id=board.organisatie("omar"), vraag=" ")
        board.steps.ask("gerda", of="petra", vraag="Zijn er meldingen?", days_ago=2)
        answer = board.at("petra").sent("answer-informatie", board.id, board.seen.vragen[0].id, omschrijving="")

        assert "#id_vraag" in page.links
        assert "#id_omschrijving" in answer.links
        assert "Art. 7.4: This may not be empty." in answer.text


POLICE = {"klasse": "wpg-8", "doel": "a", "belang": "Ernstige dreiging (verzonnen)."}
INVESTIGATION = {
    "omschrijving": "Zei tegen anderen dat hij vertrekt (verzonnen).",
    **POLICE,
    "grondslag": "wpg-18-2",
    "klasse": "wpg-9",
    "herkomst": "Een onderzoek (verzonnen).",
    "wijze": "Een verklaring (verzonnen).",
    "opsporingsbelang_getoetst_door": "Officier A (verzonnen)",
    "opsporingsbelang_getoetst_op": "25-2-2026",
    "bevoegd_functionaris": "Functionaris B (verzonnen)",
    "bevoegd_functionaris_functie": "Hoofd (verzonnen)",
    "bevoegd_functionaris_eenheid": "Eenheid (verzonnen)",
    "bevoegd_functionaris_oordeel": "geen-bezwaar",
    "bevoegd_functionaris_op": "25-2-2026",
    "om_geraadpleegd": "Officier C (verzonnen)",
    "om_geraadpleegd_op": "26-2-2026",
}


class TestWeighingAndDeciding:
    """Criterion, position, outcome. Covenant 7.3, 7.4, 4."""

    def weging(self, board: Board, **other: Any) -> dict[str, Any]:
        """Give what a weighing needs."""
        return {"criterium": "gedrag", "tekst": "Mijn tekst.", "signalen": [str(board.seen.signalen[0].id)], **other}

    def test_a_criterion_is_weighed(self, board: Board) -> None:
        """With the signals it rests on."""
        page = board.at("omar").sent("weigh-criterium", board.id, **self.weging(board))

        assert page.next == reverse("dossier-weging", args=[board.id])
        assert board.seen.wegingen[0].signalen == (board.seen.signalen[0].id,)

    def test_without_a_signaal_it_rests_on_nothing(self, board: Board) -> None:
        """Each fault at its field."""
        page = board.at("omar").sent("weigh-criterium", board.id, **self.weging(board, signalen=[], criterium=""))

        assert page.status == 400
        assert {"#id_signalen_0", "#id_criterium_0"} <= page.links
        assert "Mijn tekst." in page.text

    def test_a_stale_version_is_said_and_saving_again_works(self, board: Board) -> None:
        """What was typed stays; the page leads to the dossier as it is now."""
        typed = {"versie": board.seen.versie, **self.weging(board)}
        board.weighed()

        page = board.at("omar").post("weigh-criterium", board.id, data=typed)
        assert page.status == 409
        assert "Art. 8.3: Somebody changed this while you were working." in page.text
        assert reverse("dossier", args=[board.id]) in page.links
        assert "Mijn tekst." in page.text

        again = board.at("omar").post("weigh-criterium", board.id, data={**typed, "versie": page.value("versie")})
        assert again.status == 302

    def test_a_fault_does_not_hide_a_clash(self, board: Board) -> None:
        """A form that came back for another fault keeps the version that its reader saw."""
        seen = board.seen.versie
        typed = self.weging(board, versie=seen, tekst="")
        board.weighed()

        page = board.at("omar").post("weigh-criterium", board.id, data=typed)

        assert page.status == 400
        assert page.value("versie") == str(seen)

    @pytest.mark.parametrize("keuze", [*Uitkomst, Keuze.ONTHOUDEN])
    def test_a_position_is_taken_and_comes_back_filled_in(self, board: Board, keuze: str) -> None:
        """An outcome to agree with, or to withhold."""
        omar = board.weighed().at("omar")

        assert omar.sent("take-standpunt", board.id, uitkomst=str(keuze), motivering="Daarom.").status == 302
        assert board.seen.standpunten[0].keuze == keuze
        assert "Daarom." in omar.get("take-standpunt", board.id).text

    def test_a_position_comes_after_a_weighing(self, board: Board) -> None:
        """It is refused with its article, above the form."""
        page = board.at("omar").sent("take-standpunt", board.id, uitkomst="agenderen", motivering="Daarom.")

        assert page.status == 409
        assert "Art. 7.4: Weigh at least one criterion first." in page.text
        assert "Daarom." in page.text

    def test_the_outcome_is_recorded_when_all_agree(self, board: Board) -> None:
        """The step is offered then, with the outcome filled in."""
        gerda = board.agreed().at("gerda")

        assert reverse("decide", args=[board.id]) in gerda.get("dossier", board.id).links
        assert gerda.sent("decide", board.id, uitkomst="agenderen", motivering="Allen zijn het eens.").status == 302
        assert board.seen.staat is DossierStaat.AGENDEREN

    def test_without_agreement_it_names_who_is_missing(self, board: Board) -> None:
        """Each kernpartij of which the agreement is missing. Covenant 4."""
        page = board.weighed().at("gerda").sent("decide", board.id, uitkomst="agenderen", motivering="Toch.")

        assert page.status == 409
        assert "Art. 4: Politie Lindewaard has not agreed yet." in page.text
        assert reverse("decide", args=[board.id]) not in board.at("gerda").get("dossier", board.id).links


class TestHandingOver:
    """Who must be involved, and what goes. Covenant 7.3, 8.5."""

    def named(self, board: Board, *names: str) -> Page:
        """Name the organisations of these people."""
        chosen = [board.organisatie(name) for name in names]
        return board.at("gerda").sent("name-betrokkenen", board.id, organisaties=chosen, reden="Nodig (verzonnen).")

    def test_the_parties_are_named(self, board: Board) -> None:
        """Parties and partners, with the reason; then handing over is the step."""
        assert self.named(board.decided(), "gerda", "rik", "bente").status == 302

        page = board.at("gerda").get("dossier-beslissing", board.id)
        assert "Jeugdhulp De Brug" in page.text
        assert reverse("hand-over", args=[board.id]) in page.links

    def test_nobody_named_is_said_at_the_field(self, board: Board) -> None:
        """With its article, and the reason that was typed."""
        page = self.named(board.decided())

        assert "Art. 7.3: Choose parties of this covenant or partners of annex 1." in page.text
        assert "Nodig (verzonnen)." in page.text

    def test_before_the_decision_it_is_refused(self, board: Board) -> None:
        """It follows the decision to put the subject on the agenda."""
        assert self.named(board.weighed(), "gerda").status == 409

    def test_what_goes_is_checked_first(self, board: Board) -> None:
        """How many signals, that the melder stays, and who may not read which because of its class. Covenant 6."""
        self.named(board.decided(), "gerda", "rik")
        gemeente, politie = (str(s.id) for s in board.seen.signalen)

        form = board.at("gerda").get("hand-over", board.id)
        check = board.at("gerda").sent("hand-over", board.id, signalen=[politie], **CONFIRMED)

        assert "may not be read by Raad voor de Kinderbescherming" in form.text
        assert "1 of 2 signalen" in check.text
        assert "the name and contact of each melder" in check.text
        assert gemeente not in check.text
        assert board.seen.staat is DossierStaat.AGENDEREN

    def test_it_is_handed_over(self, board: Board) -> None:
        """After the check."""
        self.named(board.decided(), "gerda", "rik")
        chosen = [str(s.id) for s in board.seen.signalen]

        assert board.at("gerda").sent("hand-over", board.id, signalen=chosen, **CONFIRMED, **SAVE).status == 302
        assert board.seen.is_overgedragen

    @pytest.mark.parametrize("step", [{}, SAVE])
    def test_nothing_chosen_is_refused_at_the_field(self, board: Board, step: dict[str, str]) -> None:
        """At least one signaal goes."""
        self.named(board.decided(), "gerda", "rik")

        page = board.at("gerda").sent("hand-over", board.id, **step)

        assert page.status == 400
        assert "#id_signalen_0" in page.links

    def test_on_the_way_back_the_ticks_are_kept(self, board: Board) -> None:
        """What was chosen stays chosen."""
        self.named(board.decided(), "gerda", "rik")
        chosen = [str(board.seen.signalen[1].id)]

        page = board.at("gerda").sent("hand-over", board.id, signalen=chosen, stap="wijzigen")

        assert page.status == 200
        assert page.text.count(" checked") == 1
