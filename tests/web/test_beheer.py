"""Managing the covenant over HTTP: proposals and annexes. Covenant 4, 1.c, 1.g, 11.1."""

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from casustafel.acts.invoer import Niets
from casustafel.acts.register.open_convenant import ConvenantBeeld, open_convenant
from casustafel.demo.steps import GEMEENTE, begin
from casustafel.demo.subjects import IN_WEGING
from casustafel.demo.table import Table
from tests.web.casus_world import Page, screen

pytestmark = pytest.mark.django_db(databases="__all__")
KERNPARTIJEN = ("gerda", "omar", "petra")
PARTNER = {"naam": "Woonhulp (verzonnen)", "code": "woonhulp", "contact": "loket", "vanaf": "", "reden": "nodig"}
TEXT = {"onderdeel": "avg-26", "versienaam": "2", "tekst": "Ga naar wie u wilt.", "vanaf": "", "reden": "nodig"}
KADER = {"versienaam": "2", "criteria": "gedrag: Nieuwe tekst\ncontact: Erbij", "vanaf": "", "reden": "nodig"}
AGREE = {"keuze": "instemmen", "motivering": "eens (verzonnen)"}


@pytest.fixture(autouse=True)
def _today(settings: Settings, table: Table) -> None:
    """Let the screens stand on the day of the table."""
    settings.CASUSTAFEL_ON = table.now.date()


def proposed(table: Table, name: str, data: Mapping[str, Any]) -> str:
    """Let the gemeente propose something; gives the path of the proposal."""
    page = screen(table, "gerda").post(name, data=data)
    assert page.status == 302, page.text
    return page.next.rsplit("/", 1)[-1]


def agreed(table: Table, name: str, data: Mapping[str, Any]) -> str:
    """Let the gemeente propose something, and all three agree."""
    voorstel_id = proposed(table, name, data)
    for one in KERNPARTIJEN:
        assert screen(table, one).post("take-standpunt-voorstel", voorstel_id, data=AGREE).status == 302
    return voorstel_id


def seen(table: Table, *, days: int = 0, name: str = "gerda") -> ConvenantBeeld:
    """Look at the covenant so many days from now."""
    return table.does(name, open_convenant, Niets(), days_ago=-days)


@pytest.mark.article("4", "1.c")
class TestAProposal:
    """The gemeente proposes a partner."""

    def test_shows_what_is_asked_and_of_whom(self, table: Table) -> None:
        """Everybody who must agree stands on the page, with what was said."""
        voorstel_id = proposed(table, "propose-partner", PARTNER)
        screen(table, "gerda").post("take-standpunt-voorstel", voorstel_id, data=AGREE)
        page = screen(table, "omar").get("voorstel", voorstel_id)

        assert all(text in page.text for text in ("Woonhulp (verzonnen)", "Gerda Gemeente", "eens (verzonnen)"))
        assert page.text.count("has not taken a position yet") == 2
        assert "Woonhulp" in screen(table, "ulla").get("voorstellen").text

    def test_is_adopted_with_the_last(self, table: Table) -> None:
        """With the agreement of all three the partner stands in annex 1, from that day."""
        voorstel_id = proposed(table, "propose-partner", PARTNER)
        for one in KERNPARTIJEN:
            assert "woonhulp" not in {o.code for o in seen(table).organisaties}
            screen(table, one).post("take-standpunt-voorstel", voorstel_id, data=AGREE)

        (partner,) = [o for o in seen(table).organisaties if o.code == "woonhulp"]
        assert partner.vanaf == table.now.date()
        assert "adopted" in screen(table, "petra").get("voorstel", voorstel_id).text
        assert "Woonhulp" in screen(table, "petra").get("convenant-tekst", "bijlage-1").text

    def test_says_all_that_is_wrong_and_keeps_what_was_typed(self, table: Table) -> None:
        """Each fault with its article, at its field."""
        page = screen(table, "gerda").post("propose-partner", data={**PARTNER, "code": "de-brug", "reden": ""})

        assert page.status == 400
        assert "Art. 1.c" in page.text
        assert "Art. 4" in page.text
        assert "Woonhulp (verzonnen)" in page.text

    def test_refuses_a_bsn(self, table: Table) -> None:
        """A number that may be a BSN stands in no text of the covenant."""
        page = screen(table, "gerda").post("propose-partner", data={**PARTNER, "reden": "zie 111222333"})

        assert (page.status, "BSN" in page.text) == (400, True)

    def test_needs_an_answer(self, table: Table) -> None:
        """A form without yes or no saves nothing."""
        voorstel_id = proposed(table, "propose-partner", PARTNER)

        assert (
            screen(table, "omar").post("take-standpunt-voorstel", voorstel_id, data={"motivering": "x"}).status == 400
        )

    def test_is_taken_back_reminded_of_and_withdrawn(self, table: Table) -> None:
        """Each asks once more, and each is done."""
        voorstel_id = proposed(table, "propose-partner", PARTNER)
        gerda = screen(table, "gerda")
        gerda.post("take-standpunt-voorstel", voorstel_id, data=AGREE)
        for name in ("withdraw-standpunt-voorstel", "remind-voorstel", "withdraw-voorstel"):
            assert gerda.get(name, voorstel_id).status == 200
            assert gerda.post(name, voorstel_id, data={}).status == 302

        page = gerda.get("voorstel", voorstel_id)
        assert "eens (verzonnen)" not in page.text
        assert "withdrawn" in page.text

    @pytest.mark.parametrize("name", ["rik", "bente", "anna", "fatma"])
    def test_is_not_there_for_others(self, table: Table, name: str) -> None:
        """A casuspartij, a partner, a manager: the same page as for what does not exist."""
        voorstel_id = proposed(table, "propose-partner", PARTNER)
        one = screen(table, name)
        nowhere = str(uuid4())
        pages = [one.get("voorstel", v) for v in (voorstel_id, nowhere)]

        assert pages[0].status == 404
        assert _bare(pages[0], voorstel_id) == _bare(pages[1], nowhere)
        assert one.get("voorstellen").status == 404
        assert "/beheer/voorstellen" not in one.get("convenant").text


def _bare(page: Page, voorstel_id: str) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page.text).replace(voorstel_id, "")


@pytest.mark.article("1.c", "18.2")
class TestAPartnerThatLeaves:
    """De Brug leaves annex 1 on a day."""

    @pytest.mark.parametrize(("days", "is_there"), [(4, True), (5, False), (6, False)])
    def test_has_no_access_from_that_day(self, table: Table, days: int, *, is_there: bool) -> None:
        """The day before it is there as before; from the day itself it has no standing and is no choice."""
        tot = table.now.date() + timedelta(days=5)
        end = {"organisatie_id": str(table.organisatie("bente")), "tot": tot.isoformat(), "reden": "klaar"}
        agreed(table, "propose-partner-einde", end)
        wie = table.who("bente", days_ago=-days)

        assert wie.organisatie is not None
        assert wie.organisatie.is_in_force_on(table.edge(-days).day) is is_there


@pytest.mark.article("1.g", "7.3")
class TestANewReferentiekader:
    """Annex 3 gets a second version, from a day."""

    @pytest.mark.parametrize(("days", "is_new"), [(6, False), (7, True), (8, True)])
    def test_decides_from_its_day(self, table: Table, days: int, *, is_new: bool) -> None:
        """Before its day the old criteria hold; from its day the new ones do."""
        vanaf = table.now.date() + timedelta(days=7)
        agreed(table, "propose-referentiekader", {**KADER, "vanaf": vanaf.isoformat()})

        assert ({c.code for c in seen(table, days=days).criteria} == {"gedrag", "contact"}) is is_new
        assert (table.who("gerda", days_ago=-days).convenant.criteria == {"gedrag", "contact"}) is is_new

    def test_leaves_what_was_weighed_in_its_own_words(self, table: Table) -> None:
        """A weighing keeps the text of the version of its day, also where its code lives on."""
        steps = begin(table, IN_WEGING, "gerda", GEMEENTE, days_ago=9)
        steps.weigh("gerda", "gedrag", "Gewogen onder versie 1.", days_ago=8)
        old = next(c.tekst for c in seen(table).criteria if c.code == "gedrag")
        agreed(table, "propose-referentiekader", KADER)
        page = screen(table, "gerda").get("dossier-weging", steps.dossier_id)

        first, second = page.text.index("Nieuwe tekst"), page.text.index(old)
        assert first < second < page.text.index("Gewogen onder versie 1.")

    def test_reads_one_criterion_on_each_line(self, table: Table) -> None:
        """A line without a code is refused, and what was typed stays."""
        page = screen(table, "gerda").post("propose-referentiekader", data={**KADER, "criteria": "zonder code"})

        assert page.status == 400
        assert "zonder code" in page.text


@pytest.mark.article("11.1", "4", "16")
class TestTheTexts:
    """What everybody in the covenant reads and prints."""

    def test_are_there_for_everybody_with_where_they_were_published(self, table: Table) -> None:
        """A partner reads the essence of the arrangement of AVG 26, with its reference."""
        agreed(table, "propose-tekst", TEXT)
        day = table.now.date().isoformat()
        published = {"onderdeel": "avg-26", "referentie": "Stcrt. 2026, 99", "op": day}
        assert screen(table, "ulla").post("record-publicatie", data=published).status == 302
        page = screen(table, "bente").get("convenant-tekst", "avg-26")

        assert all(text in page.text for text in ("Ga naar wie u wilt.", "Stcrt. 2026, 99", "Public"))
        assert "Confidential" not in page.text

    def test_say_that_nobody_can_enforce_the_covenant(self, table: Table) -> None:
        """On the page of the covenant and on paper."""
        bente = screen(table, "bente")

        assert "article 16" in bente.get("convenant").text
        assert "article 16" in bente.get("convenant-tekst", "convenant").text
        assert bente.get("convenant-tekst", "iets-anders").status == 404

    def test_name_to_a_partner_no_other_partner(self, table: Table) -> None:
        """A partner sees the parties and itself; a party sees everybody."""
        assert {o.code for o in seen(table, name="bente").organisaties} >= {"politie", "de-brug"}
        assert "roc" not in {o.code for o in seen(table, name="bente").organisaties}
        assert "roc" in {o.code for o in seen(table, name="rik").organisaties}


@pytest.mark.article("4")
@pytest.mark.parametrize(
    "name",
    [
        "propose-partner",
        "propose-partner-einde",
        "propose-tekst",
        "propose-referentiekader",
        "admit-partij",
        "record-publicatie",
    ],
)
def test_an_empty_form_is_refused_in_words(table: Table, name: str) -> None:
    """Every page of proposing opens, says what is missing when nothing is typed, and is hidden for a partner."""
    gerda = screen(table, "gerda")

    assert gerda.get(name).status == 200
    assert gerda.post(name, data={}).status == 400
    assert screen(table, "bente").get(name).status == 404


@pytest.mark.article("4")
class TestTheEssenceOfTheArrangement:
    """AVG 26, second paragraph: it is there for the person concerned, who has no account."""

    def test_is_read_without_signing_in_once_it_holds(self, table: Table, client: Client) -> None:
        """Not before all three agreed, and then the version that holds; nothing in it is about anybody."""
        path = reverse("regeling", args=["lindewaard"])
        proposed(table, "propose-tekst", TEXT)
        assert client.get(path).status_code == 404
        agreed(table, "propose-tekst", {**TEXT, "versienaam": "3", "tekst": "Ga naar een van de drie."})

        page = client.get(path)
        assert page.status_code == 200
        assert "Ga naar een van de drie." in page.content.decode()
        assert "Lindewaard" in page.content.decode()

    @pytest.mark.parametrize(("days", "status"), [(0, 200), (1, 404)])
    def test_is_there_from_the_day_on_which_it_holds(
        self, table: Table, client: Client, days: int, status: int
    ) -> None:
        """A version that holds from tomorrow is not shown today."""
        vanaf = (table.now.date() + timedelta(days=days)).isoformat()
        agreed(table, "propose-tekst", {**TEXT, "vanaf": vanaf})

        assert client.get(reverse("regeling", args=["lindewaard"])).status_code == status

    def test_of_no_covenant_is_the_page_of_what_does_not_exist(self, table: Table, client: Client) -> None:
        """A covenant without that text and one that does not exist are the same."""
        assert table.people
        here, nowhere = (client.get(reverse("regeling", args=[code])) for code in ("lindewaard", "nergens"))

        assert (here.status_code, nowhere.status_code) == (404, 404)
