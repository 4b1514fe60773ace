"""The texts of the covenant as PDF, over HTTP. Covenant 11.1, 4."""

from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from casustafel.demo.table import Table
from tests.brieven.pdf_checker import faults
from tests.web.casus_world import screen
from tests.web.test_beheer import TEXT, agreed

pikepdf = pytest.importorskip("pikepdf")
pytestmark = pytest.mark.django_db(databases="__all__")
TITLE = "Wat de kernpartijen samen regelden (AVG 26)"


@pytest.fixture(autouse=True)
def _today(settings: Settings, table: Table) -> None:
    """Let the screens stand on the day of the table."""
    settings.CASUSTAFEL_ON = table.now.date()


def title_of(made: bytes) -> str:
    """Give the title of a PDF."""
    with pikepdf.open(BytesIO(made)) as pdf:
        return str(pdf.docinfo["/Title"])


@pytest.mark.article("11.1", "4")
class TestTheEssenceOfTheArrangement:
    """AVG 26, on paper."""

    def test_is_given_to_everybody_once_it_holds(self, table: Table, client: Client) -> None:
        """Without an account; the page leads to it."""
        path = reverse("regeling-pdf", args=["lindewaard"])
        assert client.get(path).status_code == 404
        agreed(table, "propose-tekst", TEXT)

        answer = client.get(path)
        assert answer.headers["Content-Type"] == "application/pdf"
        assert answer.headers["Cache-Control"] == "no-store"
        assert faults(answer.content) == []
        assert path in client.get(reverse("regeling", args=["lindewaard"])).content.decode()

    def test_of_no_covenant_is_the_page_of_what_does_not_exist(self, client: Client) -> None:
        """One that has no text and one that does not exist are the same."""
        answers = [client.get(reverse("regeling-pdf", args=[code])) for code in ("lindewaard", "nergens")]

        assert [a.status_code for a in answers] == [404, 404]


@pytest.mark.article("11.1")
class TestATextOfTheCovenant:
    """Each part, to print and to publish."""

    @pytest.mark.parametrize("part", ["convenant", "bijlage-1", "bijlage-2", "bijlage-3"])
    def test_is_a_document_for_everybody(self, table: Table, part: str) -> None:
        """The checker finds nothing wrong with it, or the text has not been entered."""
        client = screen(table, "bente").client
        answer = client.get(reverse("convenant-tekst-pdf", args=[part]))
        page = client.get(reverse("convenant-tekst", args=[part])).content.decode()

        assert answer.status_code == (200 if "pdf" in page else 404)
        if answer.status_code == 200:
            assert faults(answer.content) == []

    def test_is_in_dutch_whoever_asks(self, table: Table) -> None:
        """The text is Dutch law."""
        agreed(table, "propose-tekst", TEXT)
        answer = screen(table, "gerda").client.get(reverse("convenant-tekst-pdf", args=["avg-26"]))

        assert title_of(answer.content).startswith(TITLE)

    def test_names_no_other_part(self, table: Table) -> None:
        """What is no part is not there, nor for who is not in the covenant."""
        path = reverse("convenant-tekst-pdf", args=["iets-anders"])

        assert screen(table, "bente").client.get(path).status_code == 404
        assert Client().get(reverse("convenant-tekst-pdf", args=["convenant"])).status_code in {302, 404}
