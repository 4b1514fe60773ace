"""Authorisations on the screens: confirmed every half year, ended, asked for, lapsed. Covenant 15.2.c, 15.2.f."""

from datetime import date, timedelta

import pytest
from pytest_django.fixtures import Settings

from casustafel.acts.gate import do, enter
from casustafel.acts.invoer import Niets
from casustafel.acts.places import places
from casustafel.acts.register.autorisaties import find_autorisaties
from casustafel.acts.register.geheimhouding import AcceptGeheimhouding, accept_geheimhouding
from casustafel.acts.register.people import Grant, grant_autorisatie
from casustafel.convenant.feit import Rol
from casustafel.demo.table import Table
from casustafel.register.models import Autorisatie, AutorisatieVraag
from tests.web.casus_world import screen

pytestmark = pytest.mark.django_db(databases="__all__")


@pytest.fixture(autouse=True)
def _today(settings: Settings, table: Table) -> None:
    """Let the screens stand on the day of the table."""
    settings.CASUSTAFEL_ON = table.now.date()


@pytest.fixture
def seated(table: Table) -> Table:
    """Give the gemeente a colleague at the table, whose authorisation ends within the month."""
    gerda = table.organisatie("gerda")
    invoer = Grant(
        naam="Nora Naast (verzonnen)",
        email="nora@lindewaard.example",
        organisatie_id=gerda,
        rollen=(Rol.CASUSOVERLEG,),
    )
    nora = do(grant_autorisatie, wie=table.who("anna"), invoer=invoer, edge=table.edge(0)).medewerker_id
    (place,) = places(nora, edge=table.edge(0))
    wie = enter(place.plaats, edge=table.edge(0))
    do(accept_geheimhouding, wie=wie, invoer=AcceptGeheimhouding(versie="voorbeeld-1"), edge=table.edge(0))
    Autorisatie.objects.filter(medewerker_id=nora).update(tot=table.now.date() + timedelta(days=20))
    return Table(people={**table.people, "nora": place.plaats}, now=table.now)


def of_nora() -> Autorisatie:
    """Give the one authorisation of the colleague."""
    return Autorisatie.objects.get(medewerker__email="nora@lindewaard.example")


@pytest.mark.article("15.2.f")
class TestConfirming:
    """Nora's authorisation ends in twenty days."""

    def test_waits_for_a_colleague_and_for_nobody_of_another_organisation(self, seated: Table) -> None:
        """In the werkvoorraad, with the last day."""
        words = "Confirm that your people still need"

        assert words in screen(seated, "gerda").get("werkvoorraad").text
        assert words not in screen(seated, "petra").get("werkvoorraad").text

    def test_gives_six_months_from_that_day_and_says_who_did_it(self, seated: Table) -> None:
        """And then waits no longer."""
        gerda = screen(seated, "gerda")
        assert gerda.get("confirm-autorisaties").status == 200
        assert gerda.post("confirm-autorisaties", data={"autorisaties": [str(of_nora().id)]}).status == 302

        assert of_nora().tot == date(2026, 9, 3)
        assert "confirmed on" in gerda.get("autorisaties").text
        assert "Confirm that your people still need" not in gerda.get("werkvoorraad").text

    def test_of_nothing_is_refused_with_the_article(self, seated: Table) -> None:
        """The page stays, and says what to choose."""
        page = screen(seated, "gerda").post("confirm-autorisaties", data={})

        assert page.status == 400
        assert "15.2.f" in page.text
        assert of_nora().tot == seated.now.date() + timedelta(days=20)

    @pytest.mark.parametrize(("days", "acts"), [(19, True), (20, False)])
    def test_left_undone_lets_it_lapse(self, seated: Table, days: int, *, acts: bool) -> None:
        """The role is there until the day before; from its end nothing opens any more."""
        assert bool(seated.who("nora", days_ago=-days).rollen) is acts

    def test_is_not_offered_for_the_own_authorisation(self, seated: Table) -> None:
        """Nora confirms those of others, and cannot even be shown her own to choose."""
        found = do(find_autorisaties, wie=seated.who("nora"), invoer=Niets(), edge=seated.edge(0)).autorisaties

        assert {one.naam for one in found if one.is_eigen} == {"Nora Naast (verzonnen)"}
        assert not any(one.bevestigt for one in found if one.is_eigen)
        assert {one.organisatie for one in found} == {"Gemeente Lindewaard"}


@pytest.mark.article("15.2.c")
class TestEndingAndAsking:
    """What is no longer needed ends; what is needed is asked of the manager."""

    def test_a_colleague_ends_it_with_the_reason(self, seated: Table) -> None:
        """From that day she has no role, and the history says why."""
        gerda, row = screen(seated, "gerda"), of_nora()
        assert screen(seated, "petra").get("end-autorisatie", row.id).status == 404
        assert gerda.post("end-autorisatie", row.id, data={"reden": ""}).status == 400
        assert gerda.post("end-autorisatie", row.id, data={"reden": "Andere baan (verzonnen)."}).status == 302

        assert not seated.who("nora").rollen
        assert "Ended in the past year" in gerda.get("autorisaties").text

    def test_the_manager_grants_what_was_asked_and_the_request_is_answered(self, table: Table) -> None:
        """The form is filled in; granting answers the request by itself."""
        asked = {
            "naam": "Pim (verzonnen)",
            "email": "Pim@politie.example",
            "functie": "",
            "reden": "Nieuw (verzonnen).",
        }
        petra, anna = screen(table, "petra"), screen(table, "anna")
        assert petra.post("ask-autorisatie", data={**asked, "rollen": ["casusoverleg"]}).status == 302
        assert "Answer a request for an authorisation" in anna.get("werkvoorraad").text
        (path,) = [link for link in anna.get("people").links if "vraag=" in link]
        filled = anna.client.get(path).content.decode()
        assert "pim@politie.example" in filled

        seat = str(table.organisatie("petra"))
        granted = {**asked, "organisatie_id": seat, "rollen": ["casusoverleg"]}
        assert anna.post("grant", data=granted).status == 200
        assert AutorisatieVraag.objects.get().staat == "verleend"
        assert "vraag=" not in "".join(anna.get("people").links)

    def test_the_manager_refuses_with_the_reason_which_the_asker_reads(self, table: Table) -> None:
        """Another organisation sees nothing of it."""
        asked = {"naam": "Pim (verzonnen)", "email": "pim@politie.example", "reden": "Nieuw (verzonnen)."}
        petra, anna = screen(table, "petra"), screen(table, "anna")
        assert petra.post("ask-autorisatie", data={**asked, "rollen": ["casusoverleg"]}).status == 302
        vraag_id = AutorisatieVraag.objects.get().id
        assert petra.get("refuse-autorisatie", vraag_id).status == 404
        assert anna.post("refuse-autorisatie", vraag_id, data={"reden": "Niet nodig (verzonnen)."}).status == 302

        assert "Niet nodig (verzonnen)." in petra.get("autorisaties").text
        assert "Pim (verzonnen)" not in screen(table, "gerda").get("autorisaties").text
        assert anna.get("refuse-autorisatie", vraag_id).status == 404
