"""The topics of a casus on screen: network, analysis, versions, reviews, advice, check. Covenant 9, 10."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.urls import reverse

from casustafel.acts.edge import at
from casustafel.casusoverleg.models import Casus
from casustafel.demo.table import Table
from tests.reseal import reseal
from tests.web.casus_world import SUBJECT, World, open_world

pytestmark = pytest.mark.django_db(databases="__all__")
RAAD = {"grondslag": "publieke-taak-raad", "taak": "minderjarigen-beschermen"}
POLITIE = {"grondslag": "wpg-20", "klasse": "wpg-8", "doel": "a", "belang": "Dreiging (verzonnen)."}
PERSON = {"naam": "Zus Bedenksel", "woonplaats": "Lindewaard", "noodzaak": "Vangt de kinderen op."}
TABS = ("casus-analyse", "casus-netwerk", "casus-adviezen", "casus-controle")


@pytest.fixture
def world(table: Table, monkeypatch: pytest.MonkeyPatch) -> World:
    """Open a casus with an adopted plan, and set the clock of the screens."""
    monkeypatch.setattr("casustafel.web.session.edge", lambda: at(table.now))
    return open_world(table).planned()


def soon(world: World) -> str:
    """Give a day ahead, as a form takes it."""
    return (world.table.edge(0).day + timedelta(days=7)).isoformat()


def only(links: set[str], part: str) -> tuple[Any, ...]:
    """Give the ids in the one address on a page that ends so."""
    (found,) = [link for link in links if link.endswith(part)]
    return tuple(UUID(bit) for bit in found.split("/") if len(bit) == len(str(uuid4())))


class TestTheNetwork:
    """Achterblijvers and persons with a role in the plan."""

    def test_a_person_is_recorded_corrected_and_ended(self, world: World) -> None:
        """The role stands beside the name all the way; what stood there is kept. Covenant 10.2.g, 10.3."""
        rik = world.at("rik")
        rik.sent("add-netwerkpersoon", world.id, **PERSON, rol="Steunt thuis.", **RAAD)
        page = rik.get("casus-netwerk", world.id)
        assert "Zus Bedenksel" in page.text
        assert "Steunt thuis." in page.text

        ids = only(page.links, "/correctie")
        rik.sent("correct-persoon", *ids, **{**PERSON, "naam": "Zus Bedacht"}, rol="Steunt thuis.", reden="Verhuisd.")
        rik.sent("end-persoon", *ids, reden="Niet meer in beeld.")
        ended = rik.get("casus-netwerk", world.id).text

        assert all(text in ended for text in ("Zus Bedacht", "Steunt thuis.", "Niet meer in beeld."))
        assert "Vangt de kinderen op." not in ended
        assert "Zus Bedenksel" in rik.get("casus-controle", world.id).text

    def test_an_achterblijver_is_recorded_with_the_wish_for_help(self, world: World) -> None:
        """A form without it comes back with the article and what was typed. Covenant 10.2.f, 3.f."""
        rik = world.at("rik")
        refused = rik.sent("add-achterblijver", world.id, **PERSON, **RAAD)
        rik.sent("add-achterblijver", world.id, **PERSON, rol="nee", **RAAD)

        assert refused.status == 400
        assert "Art. 3.f" in refused.text
        assert "Zus Bedenksel" in refused.text
        assert "wants help: no" in rik.get("casus-netwerk", world.id).text

    def test_its_class_withholds_a_person(self, world: World) -> None:
        """The Raad does not see whom the politie recorded, nor what was corrected. Covenant 6."""
        petra = world.at("petra")
        petra.sent("add-netwerkpersoon", world.id, **PERSON, rol="Steunt thuis.", **POLITIE)
        ids = only(petra.get("casus-netwerk", world.id).links, "/correctie")
        petra.sent("correct-persoon", *ids, **{**PERSON, "naam": "Zus Bedacht"}, rol="Steunt thuis.", reden="Fout.")

        assert "Zus Bedacht" in world.at("gerda").get("casus-netwerk", world.id).text
        for page in ("casus-netwerk", "casus-controle"):
            assert "Zus" not in world.at("rik").get(page, world.id).text

    def test_mending_keeps_no_data_alive(self, world: World) -> None:
        """Recording is casework; correcting and ending leave the day of the last casework. Covenant 13, reading."""
        rik = world.at("rik")
        rik.sent("add-netwerkpersoon", world.id, **PERSON, rol="Steunt thuis.", **RAAD)
        reseal(Casus.objects.filter(pk=world.id), laatste_verwerking_op=date(2026, 1, 5))
        ids = only(rik.get("casus-netwerk", world.id).links, "/correctie")
        rik.sent("correct-persoon", *ids, **{**PERSON, "naam": "Zus Bedacht"}, rol="Steunt thuis.", reden="Fout.")
        rik.sent("end-persoon", *ids, reden="Niet meer nodig.")

        assert str(Casus.objects.get(pk=world.id).laatste_verwerking_op) == "2026-01-05"


class TestTheAnalysis:
    """What the table makes of it, beside the weegploeg."""

    def test_it_stands_beside_that_of_the_weegploeg_and_keeps_what_it_replaced(self, world: World) -> None:
        """A second analysis on a criterion replaces the first, which stays. Covenant 10.2.d."""
        gerda = world.at("gerda")
        on = {"criterium": "gedrag", "rust_op": [str(s.id) for s in world.casus.signalen]}
        gerda.sent("analyse", world.id, **on, tekst="Eerste oordeel.")
        gerda.sent("analyse", world.id, **on, tekst="Nader oordeel.")
        page = gerda.get("casus-analyse", world.id)

        assert all(text in page.text for text in ("Eerste oordeel.", "Nader oordeel.", "Feitelijk vastgesteld"))
        assert page.text.index("Nader oordeel.") < page.text.index("Eerste oordeel.")
        assert [a.tekst for a in world.casus.analyses if a.tekst.endswith("oordeel.")] == ["Nader oordeel."]

    def test_its_mark_has_the_classes_of_what_it_rests_on(self, world: World) -> None:
        """The Raad reads no analysis that rests on police data, and cannot rest on that itself. Covenant 6."""
        police = [str(s.id) for s in world.casus.signalen if s.merk.klassen]
        world.at("gerda").sent("analyse", world.id, criterium="gedrag", rust_op=police, tekst="Op politiegegevens.")
        rik = world.at("rik")

        assert "Op politiegegevens." not in rik.get("casus-analyse", world.id).text
        page = rik.sent("analyse", world.id, criterium="gedrag", rust_op=police, tekst="Toch.")
        assert page.status == 400


class TestTheVersions:
    """Every version of the plan, and its measures."""

    def test_each_is_listed_with_what_changed_and_opens(self, world: World) -> None:
        """Who wrote and adopted it; the concept too, for a party. Covenant 9.3."""
        world.steps.write((("Iets anders", "gerda", 9),), days_ago=1)
        page = world.at("rik").get("plan-versies", world.id)
        opened = [link for link in page.links if "/plan/versies/" in link]

        assert "measures new: 1; dropped: 2" in page.text
        assert len(opened) == 2
        assert "Adopted" in page.text

    def test_a_partner_opens_what_was_adopted_only(self, world: World) -> None:
        """A concept is not there for it, as what does not exist. Covenant 10.5."""
        world.steps.write((("Iets anders", "gerda", 9),), days_ago=1)
        bente, concept = world.at("bente"), world.casus.concept
        assert concept
        page = bente.get("plan-versies", world.id)

        assert len([link for link in page.links if "/plan/versies/" in link]) == 1
        paths = [reverse("plan-versie", args=[world.id, plan]) for plan in (concept.id, UUID(int=7))]
        answers = [bente.bytes_of("GET", path, without=concept.id) for path in paths]
        assert [status for status, _content in answers] == [404, 404]
        assert "Iets anders" not in bente.get("maatregelen", world.id).text

    def test_a_measure_that_is_done_has_no_term(self, world: World) -> None:
        """Its state follows it into the next version, and it waits no more. Covenant 9.4."""
        bente, measure = world.at("bente"), world.measure_of("bente")
        bente.sent("record-voortgang", world.id, measure, tekst="Klaar.", staat="uitgevoerd")
        plan = world.casus.plan
        assert plan
        (done,) = [m for m in plan.maatregelen if m.id == measure]

        assert done.staat == "uitgevoerd"
        assert "carried out" in world.at("rik").get("maatregelen", world.id).text
        assert reverse("record-voortgang", args=[world.id, measure]) not in bente.get("plan", world.id).links


class TestAReview:
    """Everybody says how the plan goes."""

    def test_it_is_started_spoken_in_and_closed(self, world: World) -> None:
        """A partner speaks too and sees its own words only; an advice then rests on it. Covenant 9.4."""
        rik, bente = world.at("rik"), world.at("bente")
        rik.sent("start-evaluatie", world.id, aanleiding="Halfjaar voorbij.", uiterlijk_op=soon(world))
        ids = only(rik.get("casus-evaluaties", world.id).links, "/inbreng")
        rik.sent("give-inbreng", *ids, tekst="Loopt stroef.", keuze="doorgaan", motivering="Te vroeg.")
        bente.sent("give-inbreng", *ids, tekst="Gaat goed.", keuze="afsluiten", motivering="Doel gehaald.")
        own = bente.get("casus-evaluaties", world.id).text

        assert "Gaat goed." in own
        assert not any(text in own for text in ("Loopt stroef.", "Halfjaar voorbij.", SUBJECT.naam))
        rik.sent("close-evaluatie", *ids, conclusie="Nog een half jaar.")
        assert "Nog een half jaar." in rik.get("casus-evaluaties", world.id).text
        assert "Nog een half jaar." not in bente.get("casus-evaluaties", world.id).text

    def test_it_waits_in_the_work_of_who_is_silent(self, world: World) -> None:
        """Until they spoke. Covenant 9.4."""
        world.at("gerda").sent("start-evaluatie", world.id, aanleiding="Nodig.", uiterlijk_op=soon(world))
        petra = world.at("petra")
        ids = only(petra.get("werkvoorraad").links, "/inbreng")
        petra.sent("give-inbreng", *ids, tekst="Goed.", keuze="doorgaan", motivering="Werkt.")

        assert not [link for link in petra.get("werkvoorraad").links if link.endswith("/inbreng")]


class TestAdvice:
    """A question to the NCTV that identifies nobody."""

    def test_question_and_answer_are_recorded(self, world: World) -> None:
        """They stand with whom was asked. Covenant 9.5."""
        rik = world.at("rik")
        rik.sent("ask-advies", world.id, aan="NCTV", vraag="Wat werkt bij een jongere die anderen werft?")
        ids = only(rik.get("casus-adviezen", world.id).links, "/antwoord")
        rik.sent("record-antwoord", *ids, antwoord="Begin met dagbesteding.")

        assert "Begin met dagbesteding." in rik.get("casus-adviezen", world.id).text

    def test_what_identifies_is_refused_by_its_kind(self, world: World) -> None:
        """Nothing is recorded; the refusal names the kind and what was typed stays in the form only. Covenant 9.5."""
        rik = world.at("rik")
        page = rik.sent("ask-advies", world.id, aan="NCTV", vraag=f"Hoe helpen wij {SUBJECT.naam.upper()}?")

        assert page.status == 400
        assert "Art. 9.5: This holds a name." in page.text
        assert SUBJECT.naam not in page.text
        assert "No advice has been asked." in rik.get("casus-adviezen", world.id).text


class TestTheCheck:
    """The uitvoerder checks, the parties confirm."""

    def test_it_goes_from_the_work_of_the_uitvoerder_to_a_result(self, world: World) -> None:
        """Begun, confirmed by who brought something in, recorded with article 3. Covenant 10.3, 3."""
        ulla = world.at("ulla", taak="controleren")
        assert reverse("start-controle", args=[world.id]) in ulla.get("werkvoorraad").links
        ulla.sent("start-controle", world.id, uiterlijk_op=soon(world))
        gerda = world.at("gerda")
        ids = only(gerda.get("werkvoorraad").links, "/bevestiging")
        assert SUBJECT.gedrag in gerda.get("confirm-gegevens", *ids).text
        gerda.sent("confirm-gegevens", *ids, toelichting="De plaats klopt niet.")
        ulla.sent("record-controle", *ids, resultaat="Nagekeken.", verblijf="bevestigd", toelichting="Ingeschreven.")
        page = world.at("rik").get("casus-controle", world.id).text

        assert all(text in page for text in ("De plaats klopt niet.", "Nagekeken.", "Ingeschreven."))

    def test_it_keeps_no_data_alive(self, world: World) -> None:
        """Checking is no casework. Covenant 13, reading."""
        reseal(Casus.objects.filter(pk=world.id), laatste_verwerking_op=date(2026, 1, 5))
        world.at("ulla", taak="controleren").sent("start-controle", world.id, uiterlijk_op=soon(world))

        assert str(Casus.objects.get(pk=world.id).laatste_verwerking_op) == "2026-01-05"

    def test_a_contribution_is_corrected_by_who_gave_it(self, world: World) -> None:
        """Offered to that party only; what stood there is kept, with the reason. Covenant 10.3."""
        rik = world.at("rik")
        rik.sent("contribute", world.id, omschrijving="Bekend sinds 2019.", noodzaak="Voor het plan.", **RAAD)
        ids = only(rik.get("casus", world.id).links, "/correctie")
        assert not [link for link in world.at("gerda").get("casus", world.id).links if link.endswith("/correctie")]
        rik.sent("correct-bijdrage", *ids, omschrijving="Bekend.", noodzaak="Voor het plan.", reden="Jaar was fout.")

        assert [b.omschrijving for b in world.casus.bijdragen] == ["Bekend."]
        page = world.at("gerda").get("casus-controle", world.id).text
        assert all(text in page for text in ("Bekend sinds 2019.", "Jaar was fout."))


class TestEveryTopic:
    """What the pages have in common."""

    @pytest.mark.parametrize("name", [*TABS, "plan-versies", "maatregelen", "casus-evaluaties"])
    def test_says_why_and_offers_steps_to_parties_only(self, world: World, name: str) -> None:
        """One heading, the article, no name in the title; nothing to do for an uitvoerder with another task."""
        page = world.at("rik").get(name, world.id)
        other = world.at("ulla", taak="verzoek").get(name, world.id)

        assert page.text.count("<h1") == 1
        assert "Article 10.4" in page.text
        assert SUBJECT.naam not in page.title
        assert not [link for link in other.links if link.endswith("/nieuw")]
