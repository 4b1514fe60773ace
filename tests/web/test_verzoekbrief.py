"""The letter of a request for access, over HTTP. Covenant 12.3, 12.4."""

from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from casustafel.betrokkene.models import Verzoek
from casustafel.demo.table import Table
from casustafel.weegploeg.models import LogRegel
from tests.betrokkene.test_overzicht_lezen import Asked, ask, asked
from tests.brieven.pdf_checker import faults
from tests.web.casus_world import screen

__all__ = ["asked"]
pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("12.3")]


@pytest.fixture(autouse=True)
def _today(settings: Settings, table: Table) -> None:
    """Let the screens stand on the day of the table."""
    settings.CASUSTAFEL_ON = table.now.date()


def letter(client: Client, verzoek_id: UUID) -> tuple[int, bytes]:
    """Ask for the letter."""
    answer = client.get(reverse("verzoek-brief", args=[verzoek_id]))
    return answer.status_code, answer.content


class TestTheLetter:
    """For who handles the request."""

    @pytest.mark.parametrize(("name", "taak"), [("ulla", "verzoek"), ("omar", "")])
    def test_is_made_of_both_files(self, asked: Asked, name: str, taak: str) -> None:
        """A document without a fault; each file's reading is in its log."""
        status, made = letter(screen(asked.table, name, taak=taak).client, asked.verzoek_id)

        assert status == 200
        assert faults(made) == []
        assert LogRegel.objects.filter(daad="open-overzicht", gevolg="opened").exists()

    def test_of_who_is_in_no_file_is_a_document_too(self, asked: Asked) -> None:
        """Nothing was found: the letter that says no more than that."""
        nothing = ask(asked.table, dossiers=())

        status, made = letter(screen(asked.table, "ulla", taak="verzoek").client, nothing)
        assert status == 200
        assert faults(made) == []

    def test_is_not_there_before_identity_and_gathering(self, asked: Asked) -> None:
        """Nor for who does not handle requests."""
        Verzoek.objects.filter(pk=asked.verzoek_id).update(staat="ontvangen")

        assert letter(screen(asked.table, "ulla", taak="verzoek").client, asked.verzoek_id)[0] == 404
        assert letter(screen(asked.table, "rik").client, asked.verzoek_id)[0] == 404
