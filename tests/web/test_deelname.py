"""The screens of joining and leaving a table, of own decisions, and of the measures of the college."""

import pytest
from django.urls import reverse

from casustafel.acts.casusoverleg.open_casus import OpenCasus, SignaalBeeld, open_casus
from casustafel.demo.table import Table
from tests.web.casus_world import World, open_world, screen

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.usefixtures("the_day")]


@pytest.fixture
def world(table: Table) -> World:
    """Bring a subject to the casusoverleg."""
    return open_world(table)


@pytest.mark.article("9.1")
class TestTheTable:
    """The participants of a casus on its page."""

    def test_takes_in_somebody_and_lets_somebody_go(self, world: World) -> None:
        """Joining and leaving round trip; the page keeps who, since when, why, until when, and why not."""
        gerda, roc = world.at("gerda"), str(world.table.organisatie("roc"))
        joined = gerda.sent("admit-deelnemer", world.id, organisatie_id=roc, vanaf="2026-03-02", reden="Voor school.")
        assert joined.status == 302
        assert reverse("end-deelname", args=[world.id, roc]) in gerda.get("casus", world.id).links

        left = gerda.sent("end-deelname", world.id, roc, tot="2026-03-02", reden="School is geregeld.")
        assert left.status == 302
        page = gerda.get("casus", world.id)
        assert "Voor school." in page.text
        assert "School is geregeld." in page.text
        assert reverse("end-deelname", args=[world.id, roc]) not in page.links

    def test_shows_the_refusal_at_its_field(self, world: World) -> None:
        """Nothing chosen, no reason, a day that has passed: all at once, each with its article."""
        page = world.at("gerda").sent("admit-deelnemer", world.id, organisatie_id="", vanaf="2026-03-01", reden="")

        assert page.status == 400
        assert {"#id_vanaf", "#id_reden"} <= page.links
        assert any(link.startswith("#id_organisatie_id") for link in page.links)
        assert "Art. 9.1" in page.text

    def test_is_not_offered_to_the_uitvoerder(self, world: World) -> None:
        """The uitvoerder prepares and never decides: no link, and the form leads back."""
        ulla = world.at("ulla", taak="voorbereiden")

        assert reverse("admit-deelnemer", args=[world.id]) not in ulla.get("casus", world.id).links
        assert ulla.get("admit-deelnemer", world.id).status == 302

    def test_sends_who_left_to_the_list(self, world: World) -> None:
        """Who lets its own organisation leave no longer has the casus."""
        rik, raad = world.at("rik"), world.table.organisatie("rik")
        page = rik.sent("end-deelname", world.id, raad, tot="2026-03-02", reden="Niet meer nodig.")

        assert page.next == reverse("casussen")
        assert rik.get("casus", world.id).status == 404

    def test_knows_no_seat_that_is_not_there(self, world: World) -> None:
        """Who does not sit cannot leave: that page does not exist."""
        assert world.at("gerda").get("end-deelname", world.id, world.table.organisatie("roc")).status == 404


@pytest.mark.article("6")
class TestAnOwnDecision:
    """Deciding, as police, who else may have an item."""

    def test_lets_the_raad_read_until_it_is_withdrawn(self, world: World) -> None:
        """Decided, the Raad reads it; withdrawn, it does not."""
        petra, rik = world.at("petra"), world.at("rik")
        item = next(s for s in petra_sees(world) if s.merk.klassen)
        raad = str(world.table.organisatie("rik"))
        assert item.omschrijving not in rik.get("casus", world.id).text

        stated = {"organisatie_id": raad, "bepaling": "Wpg 20 (verzonnen)", "reden": "Voor het kind."}
        assert petra.sent("decide-eigen", world.id, item.id, **stated).status == 302
        assert item.omschrijving in rik.get("casus", world.id).text

        (besluit,) = world.table.does("petra", open_casus, OpenCasus(houder_id=world.id), days_ago=0).eigen_besluiten
        assert petra.sent("withdraw-eigen", world.id, besluit.id).status == 302
        assert item.omschrijving not in rik.get("casus", world.id).text
        assert "withdrawn" in petra.get("casus", world.id).text

    def test_is_offered_to_whose_data_it_is_alone(self, world: World) -> None:
        """The gemeente reads the item and has no such page."""
        item = next(s for s in petra_sees(world) if s.merk.klassen)

        assert reverse("decide-eigen", args=[world.id, item.id]) in world.at("petra").get("casus", world.id).links
        assert world.at("gerda").get("decide-eigen", world.id, item.id).status == 404

    def test_keeps_what_was_typed_at_a_refusal(self, world: World) -> None:
        """Without a recipient it is refused at the field."""
        item = next(s for s in petra_sees(world) if s.merk.klassen)
        page = world.at("petra").sent("decide-eigen", world.id, item.id, bepaling="Wpg 20", reden="")

        assert page.status == 400
        assert {"#id_organisatie_id_0", "#id_reden"} <= page.links
        assert "Wpg 20" in page.text


def petra_sees(world: World) -> tuple[SignaalBeeld, ...]:
    """Give the signals as the politie sees them."""
    return world.table.does("petra", open_casus, OpenCasus(houder_id=world.id), days_ago=0).signalen


@pytest.mark.article("9.3")
class TestThePlan:
    """What a plan rests on."""

    def test_offers_what_the_writer_may_read(self, world: World) -> None:
        """The police's item is offered to the gemeente, and not to the Raad."""
        item = next(s for s in petra_sees(world) if s.merk.klassen)

        assert str(item.id) in world.at("gerda").get("write-plan", world.id).text
        assert str(item.id) not in world.at("rik").get("write-plan", world.id).text


@pytest.mark.article("B2.b")
class TestTheMeasuresOfTheCollege:
    """The statement on the page of the covenant."""

    def test_is_recorded_by_the_gemeente(self, table: Table) -> None:
        """What was stated stands on the page of the covenant, with its last day."""
        gerda = screen(table, "gerda")
        stated = {"omschrijving": "Alleen voor het doel.", "door": "Het college", "vastgesteld_op": "2-3-2026"}

        assert gerda.post("maatregelen", data=stated).status == 302
        assert "Alleen voor het doel." in gerda.get("convenant").text
        assert "2027" in gerda.get("convenant").text
        assert reverse("maatregelen") in gerda.get("convenant").links

    def test_is_refused_at_its_field(self, table: Table) -> None:
        """A day to come, and nothing said."""
        stated = {"omschrijving": "", "door": "Het college", "vastgesteld_op": "3-3-2026"}
        page = screen(table, "gerda").post("maatregelen", data=stated)

        assert page.status == 400
        assert {"#id_omschrijving", "#id_vastgesteld_op"} <= page.links

    @pytest.mark.parametrize("who", ["petra", "rik", "ulla"])
    def test_is_nobody_elses(self, table: Table, who: str) -> None:
        """Others read it; there is no form for them."""
        assert reverse("maatregelen") not in screen(table, who).get("convenant").links
        assert screen(table, who).get("maatregelen").status == 404
