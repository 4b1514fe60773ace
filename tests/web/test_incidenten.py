"""The screens of incidents: reported by anybody, handled by the toezichthouder, counted by the auditor. Cov. 15.2.g."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import pytest

from casustafel.acts.edge import LOCAL, at
from casustafel.convenant.feit import Rol
from casustafel.demo.table import Table
from casustafel.register.models import Autorisatie
from casustafel.toezicht.models import Incident
from tests.brieven.pdf_text import text_in
from tests.web.casus_world import Screen, screen

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("15.2.g")]
JUDGED = {
    "risico": "hoog-risico",
    "motivering": "De brief is gelezen (verzonnen).",
    "aard": "Een brief ging naar een verkeerd adres (verzonnen).",
    "personen": "inwoners",
    "aantal_personen": "2",
    "gegevens": "namen en adressen",
    "aantal_gegevens": "4",
    "gevolgen": "De buurt weet ervan (verzonnen).",
    "maatregelen": "De brief is terug (verzonnen).",
}


@dataclass(frozen=True, slots=True)
class Desk:
    """Everybody at their screens."""

    table: Table

    def at(self, name: str) -> Screen:
        """Seat one of the people."""
        return screen(self.table, name)

    def report(self, name: str = "bente", *, hours_ago: int = 0) -> UUID:
        """Report an incident that was known so many hours ago."""
        known = (self.table.now - timedelta(hours=hours_ago)).astimezone(LOCAL)
        when = {"bekend_on": known.date().isoformat(), "bekend_at": known.strftime("%H:%M")}
        done = self.at(name).post("report-incident", data={"wat": "Brief kwijt (verzonnen).", **when})
        assert "I-2026-" in done.text
        return Incident.objects.order_by("-nummer").values_list("id", flat=True)[0]

    def sent(self, page: str, incident_id: UUID, **typed: object) -> None:
        """Let the toezichthouder fill a form in; it must be taken."""
        done = self.at("fatma").sent(page, incident_id, **typed)
        assert done.status == 302, done.text

    def told(self, incident_id: UUID, **said: object) -> None:
        """Record that the AP was told now."""
        now = self.table.now.astimezone(LOCAL)
        when = {"gemeld_on": now.date().isoformat(), "gemeld_at": now.strftime("%H:%M")}
        self.sent("record-ap", incident_id, besluit="melden", contactpunt="fg@lindewaard.example", **when, **said)


@pytest.fixture
def desk(table: Table, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Set the clock of the screens."""
    monkeypatch.setattr("casustafel.web.session.edge", lambda: at(table.now))
    return Desk(table)


class TestAnIncident:
    """From the report of a partner to its end."""

    def test_goes_from_report_to_what_was_learned(self, desk: Desk) -> None:
        """The hours stand in the werkvoorraad and the register, each step on its own form; the reporter sees none."""
        incident_id = desk.report(hours_ago=50)
        work, register = desk.at("fatma").get("werkvoorraad"), desk.at("fatma").get("incidenten")
        desk.sent("assess-incident", incident_id, **JUDGED)
        desk.told(incident_id, kenmerk="AP-7")
        said = {"besluit": "ingelicht", "ingelicht_op": desk.table.edge(0).day.isoformat(), "tekst": "Wij belden u."}
        desk.sent("record-betrokkenen", incident_id, **said)
        desk.sent("close-incident", incident_id, geleerd="Adressen worden nagelezen (verzonnen).")
        page = desk.at("fatma").get("incident", incident_id)

        assert "Judge an incident" in work.text
        for found in (work.text, register.text):
            assert "22 h 00 min left" in found
        for words in ("told in time", "AP-7", "Wij belden u.", "Adressen worden nagelezen", "about 2", "Settled"):
            assert words in page.text
        assert desk.at("bente").get("incident", incident_id).status == 404
        assert desk.at("bente").get("incidenten").status == 404

    def test_that_is_told_late_asks_why(self, desk: Desk) -> None:
        """From the 73rd hour on the form is not taken without the reason; it stands in the notice."""
        incident_id = desk.report(hours_ago=73)
        assert "1 h 00 min late" in desk.at("fatma").get("werkvoorraad").text
        desk.sent("assess-incident", incident_id, **JUDGED)
        now = desk.table.now.astimezone(LOCAL)
        typed = {"besluit": "melden", "contactpunt": "fg", "gemeld_on": now.date().isoformat(), "gemeld_at": "11:00"}
        refused = desk.at("fatma").sent("record-ap", incident_id, **typed)
        desk.told(incident_id, vertraging="Wij wisten niet om wie het ging (verzonnen).")

        assert refused.status == 400
        assert "say why the AP is told late" in refused.text
        assert "told after the 72 hours" in desk.at("fatma").get("incident", incident_id).text

    def test_keeps_what_was_typed_where_an_answer_lacks(self, desk: Desk) -> None:
        """A form without its choice comes back with the fault at the field."""
        incident_id = desk.report()

        back = desk.at("fatma").sent("assess-incident", incident_id, **{**JUDGED, "risico": "", "aard": ""})
        assert back.status == 400
        assert "namen en adressen" in back.text


class TestTheNotice:
    """AVG 33(3), as a document."""

    def test_is_a_concept_until_the_ap_was_told(self, desk: Desk) -> None:
        """Then it says when, with every part that the AP asks."""
        incident_id = desk.report(hours_ago=2)
        assert desk.at("fatma").get("incident-melding", incident_id).status == 404
        desk.sent("assess-incident", incident_id, **JUDGED)
        concept = self.text(desk, incident_id)
        desk.told(incident_id, kenmerk="AP-7")
        given = self.text(desk, incident_id)

        assert "Concept" in concept
        assert "Concept" not in given
        for words in ("verkeerd adres", "inwoners, ongeveer 2", "namen en adressen, ongeveer 4", "AP-7", "fg@"):
            assert words in given

    @staticmethod
    def text(desk: Desk, incident_id: UUID) -> str:
        """Give the words of the notice."""
        response = desk.at("fatma").client.get(f"/incidenten/{incident_id}/ap/melding")
        assert response["Content-Type"] == "application/pdf"
        return text_in(response.content)


class TestAnAuditor:
    """Counts, and nothing of any incident."""

    def test_sees_how_many_there_are(self, desk: Desk) -> None:
        """By state, by judgement, by notice."""
        incident_id = desk.report()
        desk.sent("assess-incident", incident_id, **JUDGED)
        Autorisatie.objects.filter(medewerker_id=desk.table.people["wim"].medewerker_id).update(rol=Rol.AUDITOR)
        page = desk.at("wim").get("incidenten")

        assert page.status == 200
        assert "data breach with a high risk for people" in page.text
        assert "I-2026-" not in page.text
        assert desk.at("wim").get("incident", incident_id).status == 404
