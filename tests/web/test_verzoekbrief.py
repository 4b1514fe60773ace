"""The letter of a request for access, over HTTP. Covenant 12.3, 12.4."""

from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from casustafel.betrokkene.models import Verzoek
from casustafel.convenant.verzoek import Verzoeksoort
from casustafel.demo.table import Table
from casustafel.weegploeg.models import LogRegel
from tests.betrokkene.test_overzicht_lezen import Asked, ask, asked
from tests.brieven.pdf_checker import faults
from tests.brieven.pdf_text import text_in
from tests.canary import Canaries
from tests.evidence.stage import Stage
from tests.web.casus_world import screen
from tests.web.test_verzoek import Desk, desk

__all__ = ["asked", "desk"]
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


@pytest.mark.article("12.4", "12.5")
class TestTheDecision:
    """On a correction, an objection, a restriction."""

    @pytest.mark.parametrize("soort", [one for one in Verzoeksoort if one is not Verzoeksoort.INZAGE])
    def test_says_what_was_decided_and_where_to_go(self, desk: Desk, soort: Verzoeksoort) -> None:
        """Not there before the decision; then where to object, the court, the complaint; at last what was answered."""
        verzoek_id = desk.receive(soort.value)
        Stage(table=desk.table, canaries=Canaries()).dossier()
        early, _nothing = letter(desk.at("ulla").client, verzoek_id)
        desk.decided(verzoek_id, nummers="W-2026-0001")
        concept, made = letter(desk.at("ulla").client, verzoek_id)
        desk.sent("ulla", "answer-verzoek", verzoek_id, brief="De datum klopte niet.")
        _status, final = letter(desk.at("gerda").client, verzoek_id)

        assert (early, concept, faults(made), faults(final)) == (404, 200, [], [])
        assert "Concept: nog niet verstuurd" in text_in(made)
        words = ["Wij doen wat u vraagt.", "De datum klopte niet.", "Burgemeester (verzonnen)", "Rechtbank Verzonnen"]
        assert all(word in text_in(final) for word in (*words, "6 weken", "Autoriteit Persoonsgegevens"))
        assert "Concept" not in text_in(final)
        assert reverse("verzoek-brief", args=[verzoek_id]) in desk.at("ulla").get("verzoek", verzoek_id).links

    def test_confirms_nothing_where_nothing_was_found_or_may_be_said(self, desk: Desk) -> None:
        """Who is in no file, and from whom a ground of 11.3 keeps all of it, read the same words."""
        ground = {"antwoord": "grond-alles", "grond": "11.3.b", "reikwijdte": "Alles.", "motivering": "Er loopt iets."}
        nowhere, withheld = desk.receive(), desk.receive()
        Stage(table=desk.table, canaries=Canaries()).dossier()
        desk.decided(nowhere)
        desk.decided(withheld, nummers="W-2026-0001", said=ground)
        for verzoek_id in (nowhere, withheld):
            desk.sent("ulla", "answer-verzoek", verzoek_id, brief="Dit zegt de brief niet.")
        texts = [text_in(letter(desk.at("ulla").client, one)[1]) for one in (nowhere, withheld)]

        assert texts[0] == texts[1].replace("V-2026-0002", "V-2026-0001")
        assert "Wij zeggen niet welke van de twee het is." in texts[0]
        assert not [word for word in ("Dit zegt", "Er loopt iets", "strafbare") if word in texts[0]]
