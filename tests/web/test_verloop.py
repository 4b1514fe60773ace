"""The life of the covenant over HTTP: notice, disputes, evaluation, deputies, AVG 30. Covenant 4, 16 to 18."""

import re
from datetime import timedelta

import pytest
from pytest_django.fixtures import Settings

from casustafel.acts.gate import do, enter
from casustafel.acts.invoer import Niets
from casustafel.acts.places import places
from casustafel.acts.register.geheimhouding import AcceptGeheimhouding, accept_geheimhouding
from casustafel.acts.register.people import Grant, find_people, grant_autorisatie
from casustafel.convenant.feit import Rol
from casustafel.demo.table import Table
from casustafel.register.models import Autorisatie
from tests.web.casus_world import MEASURES, open_world, screen

pytestmark = pytest.mark.django_db(databases="__all__")


@pytest.fixture(autouse=True)
def _today(settings: Settings, table: Table) -> None:
    """Let the screens stand on the day of the table."""
    settings.CASUSTAFEL_ON = table.now.date()


def facts_of(text: str) -> list[str]:
    """Give the counts that the page of notice shows."""
    return re.findall(r'ct-multiline">(\d+)<', text)


@pytest.mark.article("18.2", "18.3")
class TestNotice:
    """The OM leaves."""

    def test_ends_access_on_its_day_and_shows_everybody_what_is_missing(self, table: Table, settings: Settings) -> None:
        """Until the day before the OM works on; from its day it sees nothing, and the others see a banner."""
        Autorisatie.objects.update(tot=table.now.date() + timedelta(days=200))
        omar = screen(table, "omar")
        assert omar.get("opzegging").status == 200
        assert omar.post("opzegging", data={}).status == 302
        tot = table.now.date() + timedelta(days=93)
        assert table.who("omar").organisatie.tot == tot  # type: ignore[union-attr]  # he is of the OM

        settings.CASUSTAFEL_ON = tot - timedelta(days=1)
        assert "lacks a kernpartij" not in screen(table, "gerda").get("convenant").text
        settings.CASUSTAFEL_ON = tot
        assert "lacks a kernpartij" in screen(table, "gerda").get("convenant").text
        assert screen(table, "omar").get("weegploegbord").status == 404

    def test_says_beforehand_what_it_means(self, table: Table) -> None:
        """How many people lose their access, and what the organisation still has to do or to hand on."""
        world = open_world(table).planned()
        rik = screen(table, "rik")
        assert facts_of(rik.get("opzegging").text) == ["1", "0", "0"]
        world.steps.write((*MEASURES, ("Onderzoek (verzonnen)", "rik", 5)), days_ago=2)
        assert facts_of(rik.get("opzegging").text) == ["1", "0", "1"]
        world.steps.adopt(days_ago=1)
        page = rik.get("opzegging")

        assert facts_of(page.text) == ["1", "1", "0"]
        assert world.casus.nummer in page.text

    def test_is_taken_back_with_a_reason(self, table: Table) -> None:
        """Then the OM stays."""
        omar = screen(table, "omar")
        omar.post("opzegging", data={})

        assert omar.post("opzegging", data={"reden": ""}).status == 400
        assert omar.post("opzegging", data={"reden": "toch niet (verzonnen)"}).status == 302
        assert table.who("omar").organisatie.tot is None  # type: ignore[union-attr]  # he is of the OM


@pytest.mark.article("17", "16")
def test_a_dispute_is_recorded_consulted_on_and_settled(table: Table) -> None:
    """Each step by a party; what was said and agreed stands on the page; a partner finds nothing."""
    rik, day = screen(table, "rik"), table.now.date().isoformat()
    between = [str(table.organisatie(one)) for one in ("rik", "gerda")]
    given = {"tussen": between, "artikel": "9.3", "omschrijving": "Wie schrijft (verzonnen)"}

    assert rik.post("record-geschil", data={**given, "omschrijving": "zie 111222333"}).status == 400
    assert rik.post("record-geschil", data=given).status == 302
    page = rik.get("geschillen")
    (path,) = [link for link in page.links if link.endswith("/overleg")]
    geschil_id = path.split("/")[-2]
    assert rik.post("record-overleg", geschil_id, data={"op": day, "verslag": "Besproken."}).status == 302
    assert rik.post("settle-geschil", geschil_id, data={"op": day, "uitkomst": "Om en om."}).status == 302
    page = screen(table, "petra").get("geschillen")
    assert all(text in page.text for text in ("Wie schrijft", "Besproken.", "Om en om.", "(16)"))
    assert rik.get("record-overleg", geschil_id).status == 404
    assert screen(table, "bente").get("geschillen").status == 404


@pytest.mark.article("18.4", "B1.3")
def test_an_evaluation_and_a_verification_are_recorded(table: Table) -> None:
    """By a kernpartij; the uitvoerder sees when the next is due."""
    omar, day = screen(table, "omar"), table.now.date().isoformat()
    evaluated = {"op": day, "uitgevoerd_door": "Bureau (verzonnen)", "conclusie": "Goed.", "volgende_op": ""}

    assert omar.post("record-evaluatie", data={}).status == 400
    assert omar.post("record-evaluatie", data=evaluated).status == 302
    assert "Bureau (verzonnen)" in screen(table, "ulla").get("evaluaties").text
    assert omar.post("verify-regime", data={"toelichting": "Nagelezen."}).status == 302
    assert "Omar Officier" in omar.get("convenant").text
    assert screen(table, "bente").get("evaluaties").status == 404
    assert screen(table, "ulla").get("verify-regime").status == 404


@pytest.mark.article("4")
def test_the_register_of_processing_names_every_activity(table: Table) -> None:
    """A partner reads and prints it: controllers, purposes, activities, terms."""
    page = screen(table, "bente").get("verwerkingen").text

    assert all(text in page for text in ("Politie Lindewaard", "Geheimhouding", "Werkvoorraad", "Convenant 13.1"))


@pytest.mark.article("4")
def test_the_register_of_processing_speaks_in_words(table: Table) -> None:
    """Terms have words and a length with its unit; recipients stand by their names, not by codes."""
    page = screen(table, "bente").get("verwerkingen").text

    assert "to keep what was not put on the agenda" in page
    assert "6 months" in page
    assert "1 year<" in page
    assert "external partners of annex 1" in page
    assert "bewaren-niet-geagendeerd" not in page


def colleague(table: Table) -> Table:
    """Give the gemeente a colleague at the table, who accepted the secrecy text."""
    invoer = Grant(
        naam="Nora Naast (verzonnen)",
        email="nora@lindewaard.example",
        organisatie_id=table.organisatie("gerda"),
        rollen=(Rol.CASUSOVERLEG,),
    )
    nora = do(grant_autorisatie, wie=table.who("anna"), invoer=invoer, edge=table.edge(0)).medewerker_id
    (place,) = places(nora, edge=table.edge(0))
    with_nora = Table(people={**table.people, "nora": place.plaats}, now=table.now)
    wie = enter(place.plaats, edge=table.edge(0))
    do(accept_geheimhouding, wie=wie, invoer=AcceptGeheimhouding(versie="voorbeeld-1"), edge=table.edge(0))
    return with_nora


@pytest.mark.article("4")
class TestADeputy:
    """Nora acts for Gerda in the weegploeg, from tomorrow for a week."""

    @pytest.mark.parametrize(("days", "acts"), [(0, False), (1, True), (7, True), (8, False)])
    def test_has_the_role_within_the_period(self, table: Table, days: int, *, acts: bool) -> None:
        """The day before it begins and from the day it ends she is at the table only."""
        seated = self._named(table)
        wie = seated.who("nora", days_ago=-days)

        assert (Rol.WEEGPLOEG in wie.rollen) is acts
        assert wie.is_plaatsvervanger is acts
        assert Rol.CASUSOVERLEG in wie.rollen
        assert not seated.who("gerda", days_ago=-days).is_plaatsvervanger

    def test_has_it_no_more_once_withdrawn(self, table: Table) -> None:
        """From that day on."""
        seated = self._named(table)
        gerda = screen(seated, "gerda")
        (path,) = [link for link in gerda.get("vervangingen").links if link.endswith("/intrekken")]
        vervanging_id = path.split("/")[-2]

        assert gerda.get("withdraw-plaatsvervanger", vervanging_id).status == 200
        assert gerda.post("withdraw-plaatsvervanger", vervanging_id, data={}).status == 302
        assert Rol.WEEGPLOEG not in seated.who("nora", days_ago=-1).rollen
        assert gerda.get("withdraw-plaatsvervanger", vervanging_id).status == 404

    @pytest.mark.article("15.2.c")
    def test_is_seen_and_withdrawn_by_who_manages_authorisations(self, table: Table) -> None:
        """In the list of people, with who named her; another manager than herself withdraws it."""
        seated = self._named(table)
        anna = screen(seated, "anna")
        page = anna.get("people")
        (path,) = [link for link in page.links if "mensen/plaatsvervangers" in link]
        vervanging_id = path.split("/")[-2]

        assert page.text.count("Nora Naast") == 2
        assert screen(seated, "gerda").get("withdraw-deputy", vervanging_id).status == 404
        assert anna.get("withdraw-deputy", vervanging_id).status == 200
        assert anna.post("withdraw-deputy", vervanging_id, data={}).status == 302
        assert anna.get("people").text.count("Nora Naast") == 1
        assert Rol.WEEGPLOEG not in seated.who("nora", days_ago=-1).rollen

    def test_loses_it_with_the_own_authorisation(self, table: Table) -> None:
        """Who holds nothing for the organisation is nobody's deputy."""
        seated = self._named(table)
        found = do(find_people, wie=table.who("anna"), invoer=Niets(), edge=table.edge(0)).autorisaties
        own = next(row for row in found if row.naam.startswith("Nora"))
        screen(seated, "anna").post("withdraw", own.id, data={})

        assert seated.who("nora", days_ago=-1).rollen == frozenset()

    def _named(self, table: Table) -> Table:
        seated, day = colleague(table), table.now.date()
        given = {
            "medewerker_id": str(seated.people["nora"].medewerker_id),
            "rol": "weegploeg",
            "vanaf": (day + timedelta(days=1)).isoformat(),
            "tot": (day + timedelta(days=8)).isoformat(),
            "reden": "verlof",
        }
        gerda = screen(seated, "gerda")
        assert gerda.get("name-plaatsvervanger").status == 200
        assert gerda.post("name-plaatsvervanger", data={}).status == 400
        page = gerda.post("name-plaatsvervanger", data=given)
        assert page.status == 302, page.text
        return seated
