"""The screens of the casusoverleg, over HTTP. Covenant 9, 10."""

from typing import Any
from uuid import UUID

import pytest
from django.urls import reverse

from casustafel.acts.edge import at
from casustafel.convenant.feit import CasusStaat, Keuze
from casustafel.demo.table import Table
from casustafel.web.casusoverleg.urls import urlpatterns
from tests.web.casus_world import SUBJECT, World, open_world

pytestmark = pytest.mark.django_db(databases="__all__")

NOWHERE = UUID(int=7)
NAMES = [str(path.name) for path in urlpatterns if path.name != "casussen"]
FOR_PARTNERS = {
    "plan",
    "contribute",
    "record-voortgang",
    "plan-versies",
    "plan-versie",
    "maatregelen",
    "casus-evaluaties",
    "start-evaluatie",
    "give-inbreng",
    "close-evaluatie",
}
MORE = {str(path.name): str(path.pattern).count("<uuid:") - 1 for path in urlpatterns}
GAVE = {"grondslag": "publieke-taak-raad", "taak": "minderjarigen-beschermen"}


@pytest.fixture
def world(table: Table, monkeypatch: pytest.MonkeyPatch) -> World:
    """Open a casus, and set the clock of the screens."""
    monkeypatch.setattr("casustafel.web.session.edge", lambda: at(table.now))
    return open_world(table)


def rows(*measures: tuple[str, object], total: int = 6) -> dict[str, Any]:
    """Fill in the rows of the plan's form: each a text and an owner."""
    typed: dict[str, Any] = {"maatregel-TOTAL_FORMS": total, "maatregel-INITIAL_FORMS": 0}
    for number, (tekst, owner) in enumerate(measures):
        typed |= {f"maatregel-{number}-tekst": tekst, f"maatregel-{number}-organisatie_id": str(owner)}
    return typed


class TestTheList:
    """Who finds which casussen."""

    def test_a_party_finds_the_subject(self, world: World) -> None:
        """A party at the table finds number and name. Covenant 10.4."""
        page = world.at("rik").get("casussen")

        assert SUBJECT.naam in page.text
        assert reverse("casus", args=[world.id]) in page.links

    def test_a_partner_finds_the_number_only(self, world: World) -> None:
        """A partner finds no name, and is led to the plan page. Covenant 10.5."""
        page = world.at("bente").get("casussen")

        assert SUBJECT.naam not in page.text
        assert world.casus.nummer in page.text
        assert reverse("plan", args=[world.id]) in page.links

    def test_who_is_not_at_the_table_finds_nothing(self, world: World) -> None:
        """It does not stand in the list of a party elsewhere, and who has no table has no list. Covenant 10.4."""
        assert world.casus.nummer not in world.at("rens").get("casussen").text
        assert world.at("fatma").get("casussen").status == 404

    def test_an_uitvoerder_names_a_task_first(self, world: World) -> None:
        """Without a task the list is refused on article 5; with one it is there."""
        refused = world.at("ulla").get("casussen")

        assert "Art. 5" in refused.text
        assert world.casus.nummer in world.at("ulla", taak="voorbereiden").get("casussen").text


class TestTheCasus:
    """The page of a casus."""

    def test_it_shows_what_the_casus_holds(self, world: World) -> None:
        """Participants, signals with their class, safeguards; the title names nobody. Covenant 10.2."""
        page = world.at("gerda").get("casus", world.id)

        for text in (SUBJECT.naam, "Jeugdhulp De Brug", SUBJECT.gedrag, "Wpg 8"):
            assert text in page.text
        assert "Article 10.4" in page.text
        assert "Article 13.1" in page.text
        assert '<time datetime="2031-' in page.text
        assert SUBJECT.naam not in page.title

    def test_what_its_class_withholds_is_not_there(self, world: World) -> None:
        """The Raad reads no police data, nor what rests on it. Covenant 6."""
        page = world.at("rik").get("casus", world.id)

        assert SUBJECT.gedrag in page.text
        assert "De politie is er geweest" not in page.text
        assert "Wpg 8" not in page.text

    def test_only_own_steps_are_offered(self, world: World) -> None:
        """The Raad is not offered the decision of the kernpartijen, the uitvoerder not the work of the parties."""
        links = world.advised().at("rik").get("casus", world.id).links

        assert reverse("write-plan", args=[world.id]) in links
        assert reverse("take-standpunt-afsluiting", args=[world.id]) not in links
        by_uitvoerder = world.at("ulla", taak="voorbereiden").get("casus", world.id).links
        assert reverse("contribute", args=[world.id]) not in by_uitvoerder

    @pytest.mark.parametrize("name", ["adopt-plan", "advise-afsluiting", "take-standpunt-afsluiting", "close-casus"])
    def test_a_step_whose_time_has_not_come_leads_back(self, world: World, name: str) -> None:
        """The form of a step that is not offered is not shown."""
        assert world.at("gerda").get(name, world.id).next == reverse("casus", args=[world.id])


class TestWhoLooked:
    """The log of a casus, for who is at its table."""

    def test_it_names_organisations_and_no_person(self, world: World) -> None:
        """Who opened the casus stands there by organisation. Covenant 15.2.e."""
        world.at("petra").get("casus", world.id)

        page = world.at("rik").get("casus-inzage", world.id)

        assert "Politie Lindewaard" in page.text
        assert "opened the casus" in page.text
        assert "Petra" not in page.text


class TestContributing:
    """A participant gives data."""

    def test_it_is_recorded_with_necessity_and_ground(self, world: World) -> None:
        """What is given stands in the casus. Covenant 9.2."""
        page = world.at("rik").sent("contribute", world.id, omschrijving="Bekend.", noodzaak="Voor het plan.", **GAVE)

        assert page.next.startswith(reverse("casus", args=[world.id]))
        (given,) = world.casus.bijdragen
        assert (given.omschrijving, given.noodzaak) == ("Bekend.", "Voor het plan.")

    def test_a_partner_gives_too_and_does_not_see_it_back(self, world: World) -> None:
        """A partner is led back to its plan page. Covenant 9.2, 10.5."""
        page = world.at("bente").sent(
            "contribute",
            world.id,
            omschrijving="Kwam niet op afspraken.",
            noodzaak="Voor de maatregel.",
            grondslag="eigen-bepaling",
            bepaling="Jeugdwet 7.3.11",
        )

        assert page.next.startswith(reverse("plan", args=[world.id]))
        assert "Kwam niet" not in world.at("bente").get("plan", world.id).text

    def test_without_necessity_it_is_refused_at_the_field(self, world: World) -> None:
        """The refusal names the article at its field, and what was typed is still there. Covenant 9.2."""
        page = world.at("rik").sent("contribute", world.id, omschrijving="Bekend van vroeger.", noodzaak="", **GAVE)

        assert page.status == 400
        assert 'href="#id_noodzaak"' in page.text
        assert "Art. 9.2: This may not be empty." in page.text
        assert "Bekend van vroeger." in page.text
        assert page.title.startswith("Not saved yet")


class TestWritingThePlan:
    """The concept of the plan, with its measures in rows."""

    def test_goals_and_measures_are_recorded(self, world: World) -> None:
        """A plan has goals of article 3 and measures with who carries them out. Covenant 9.3."""
        typed = rows(("Elke week bellen", world.table.organisatie("bente")), ("Werk", world.table.organisatie("gerda")))

        page = world.at("rik").sent(
            "write-plan", world.id, doelstellingen=["i"], doelen=["b", "e"], toelichting="Naar school.", **typed
        )

        assert page.next.startswith(reverse("casus", args=[world.id]))
        concept = world.casus.concept
        assert concept
        assert concept.doelen == ("b", "e")
        assert [m.tekst for m in concept.maatregelen] == ["Elke week bellen", "Werk"]

    def test_a_change_continues_the_measures_that_it_keeps(self, world: World) -> None:
        """Who sends the form as it came changes nothing: each row stays the same measure. Covenant 9.4."""
        plan = world.planned().casus.plan
        assert plan
        form = world.at("gerda").get("write-plan", world.id)
        typed = rows(*[(m.tekst, m.organisatie_id) for m in plan.maatregelen])
        typed |= {f"maatregel-{n}-reeks": form.value(f"maatregel-{n}-reeks") for n in range(len(plan.maatregelen))}

        world.at("gerda").sent(
            "write-plan", world.id, doelstellingen=["i"], doelen=list(plan.doelen), toelichting="Anders.", **typed
        )

        concept = world.casus.concept
        assert concept
        assert {m.reeks for m in concept.maatregelen} == {m.reeks for m in plan.maatregelen}
        assert "What the concept changes" in world.at("gerda").get("adopt-plan", world.id).text

    def test_without_goal_or_measure_it_is_refused_at_both(self, world: World) -> None:
        """All faults at once, each with its article and a link to its place. Covenant 3, 9.3."""
        page = world.at("rik").sent("write-plan", world.id, toelichting="Naar school en werk.", **rows())

        assert "Art. 3: Choose one or more of the goals of article 3." in page.text
        assert "Art. 9.3: A plan has at least one measure." in page.text
        assert 'href="#id_doelen_0"' in page.text
        assert 'href="#id_maatregelen"' in page.text
        assert "Naar school en werk." in page.text

    def test_a_row_without_an_owner_is_pointed_out(self, world: World) -> None:
        """The summary leads to the row, together with every other fault, and the text in it stays. Covenant 9.3."""
        page = world.at("rik").sent("write-plan", world.id, toelichting="", **rows(("Los eind", "")))

        assert 'href="#id_maatregel-0-organisatie_id"' in page.text
        assert "Art. 9.3: Each measure is carried out by somebody at the table." in page.text
        assert 'href="#id_toelichting"' in page.text
        assert "Los eind" in page.text

    def test_more_rows_keep_what_was_typed(self, world: World) -> None:
        """Without JavaScript a button gives more rows; nothing is judged yet and nothing is lost."""
        typed = rows(("Nog te kiezen", ""))

        page = world.at("rik").sent("write-plan", world.id, doelen=["c"], toelichting="Half", meer="1", **typed)

        assert page.status == 200
        assert "Nog te kiezen" in page.text
        assert "Half" in page.text
        assert "id_maatregel-5-tekst" in page.text
        assert world.casus.concept is None

    def test_after_a_change_by_somebody_else_it_is_not_overwritten(self, world: World) -> None:
        """A stale form keeps what was typed, says what to do, and carries the new version. Covenant 8.3."""
        stale = world.at("rik").get("write-plan", world.id).value("versie")
        world.steps.write((("Eerder", "gerda", 3),), days_ago=0)
        typed = {
            "versie": stale,
            "doelstellingen": ["i"],
            "doelen": ["a"],
            "toelichting": "Mijn tekst",
            **rows(("Later", str(NOWHERE))),
        }
        typed["maatregel-0-organisatie_id"] = str(world.table.organisatie("rik"))

        page = world.at("rik").post("write-plan", world.id, data=typed)

        assert page.status == 409
        assert "Somebody else changed this casus meanwhile" in page.text
        assert "Mijn tekst" in page.text
        assert "Later" in page.text
        assert page.value("versie") == str(world.casus.versie)


class TestAdopting:
    """A party adopts the concept that it read."""

    def test_the_concept_becomes_the_plan(self, world: World) -> None:
        """The page shows the whole concept; adopting makes it the plan. Covenant 9.3."""
        world.steps.write((("Wekelijks gesprek", "bente", 20),), days_ago=1)
        assert "Wekelijks gesprek" in world.at("rik").get("adopt-plan", world.id).text

        page = world.at("rik").sent("adopt-plan", world.id)

        assert page.next.startswith(reverse("casus", args=[world.id]))
        assert world.casus.staat is CasusStaat.PLAN_VASTGESTELD

    def test_another_concept_than_was_read_is_not_adopted(self, world: World) -> None:
        """The new concept is shown, to be read first. Covenant 9.3."""
        world.steps.write((("Oud", "bente", 20),), days_ago=1)
        stale = world.at("rik").get("adopt-plan", world.id).value("versie")
        world.steps.write((("Nieuw voorstel", "bente", 20),), days_ago=0)

        page = world.at("rik").post("adopt-plan", world.id, data={"versie": stale})

        assert page.status == 409
        assert "Nieuw voorstel" in page.text
        assert world.casus.staat is CasusStaat.OPEN


class TestThePlanPage:
    """The page that everybody at the table has."""

    def test_a_partner_sees_the_plan_and_its_own_measures(self, world: World) -> None:
        """Goals, measures, progress, and a step to record it. Covenant 9.4, 10.5."""
        page = world.planned().at("bente").get("plan", world.id)

        assert "Gedragsverandering stimuleren" in page.text
        assert "Hulp bij werk zoeken" in page.text
        assert "Article 10.5" in page.text
        own = [link for link in page.links if "/voortgang" in link]
        assert own == [reverse("record-voortgang", args=[world.id, world.measure_of("bente")])]

    def test_a_partner_reaches_nothing_else(self, world: World) -> None:
        """No page that a partner can reach holds the name of the subject, an address or a signal. Covenant 10.5."""
        bente = world.planned().at("bente")
        seen = {
            "casussen": bente.get("casussen"),
            "plan": bente.get("plan", world.id),
            "contribute": bente.get("contribute", world.id),
            "record": bente.get("record-voortgang", world.id, world.measure_of("bente")),
            "werkvoorraad": bente.get("werkvoorraad"),
        }

        assert {page.status for page in seen.values()} == {200}
        for page in seen.values():
            for text in (SUBJECT.naam, SUBJECT.adres, SUBJECT.gedrag, "Feitelijk vastgesteld", "Wpg"):
                assert text not in page.text
            assert reverse("casus", args=[world.id]) not in page.links


class TestProgress:
    """Who carries a measure out says how it goes."""

    def test_it_is_recorded_on_ones_own_measure(self, world: World) -> None:
        """A partner records progress, and everybody at the table reads it. Covenant 9.4."""
        measure = world.planned().measure_of("bente")

        page = world.at("bente").sent("record-voortgang", world.id, measure, tekst="Drie gesprekken gehad.")

        assert page.next.startswith(reverse("plan", args=[world.id]))
        assert "Drie gesprekken gehad." in world.at("petra").get("plan", world.id).text

    def test_without_words_it_is_refused_at_the_field(self, world: World) -> None:
        """The refusal names its article. Covenant 9.4."""
        page = world.planned().at("bente").sent("record-voortgang", world.id, world.measure_of("bente"), tekst=" ")

        assert page.status == 400
        assert "Art. 9.4: This may not be empty." in page.text

    def test_the_measure_of_another_is_not_offered_and_is_refused(self, world: World) -> None:
        """The form leads back, and what is sent all the same is refused. Covenant 9.4."""
        measure = world.planned().measure_of("gerda")

        assert world.at("bente").get("record-voortgang", world.id, measure).next == reverse("plan", args=[world.id])
        page = world.at("bente").post("record-voortgang", world.id, measure, data={"versie": 1, "tekst": "Gaat goed."})
        assert "Art. 9.4: This is not a measure of your organisation" in page.text
        assert "Gaat goed." in page.text


class TestClosing:
    """The casusoverleg advises, each kernpartij takes its position, the kernpartijen close."""

    def test_the_advice_asks_for_reasons(self, world: World) -> None:
        """Without reasons it is refused at the field; with them the decision is pending. Covenant 9.4."""
        rik = world.planned().at("rik")

        assert "Art. 9.4" in rik.sent("advise-afsluiting", world.id, motivering="").text
        rik.sent("advise-afsluiting", world.id, motivering="Doelen bereikt.")
        assert world.casus.staat is CasusStaat.AFSLUITING_GEADVISEERD

    def test_a_kernpartij_elsewhere_sees_what_the_decision_rests_on(self, world: World) -> None:
        """Advice, plan and positions while the decision is pending, and no signal. Covenant 9.4, 10.4."""
        page = world.advised().at("omar").get("afsluiting", world.id)

        assert SUBJECT.naam in page.text
        assert SUBJECT.naam not in page.title
        assert "Hulp bij werk zoeken" in page.text
        assert SUBJECT.gedrag not in page.text
        assert world.at("omar").get("casus", world.id).status == 404

    def test_a_kernpartij_takes_its_position(self, world: World) -> None:
        """It is asked for a choice and reasons, and stands there for all. Covenant 9.4, 4."""
        omar = world.advised().at("omar")

        refused = omar.sent("take-standpunt-afsluiting", world.id, keuze="instemmen", motivering="")
        page = omar.sent("take-standpunt-afsluiting", world.id, keuze="onthouden", motivering="Nog een maand.")

        assert "Art. 9.4" in refused.text
        assert page.next.startswith(reverse("afsluiting", args=[world.id]))
        assert "closing waits for this" in world.at("gerda").get("casus", world.id).text

    def test_one_that_withholds_visibly_blocks(self, world: World) -> None:
        """The page names it and offers no button; what is sent all the same is refused by name. Covenant 4."""
        world.advised().steps.standpunt("petra", Keuze.ONTHOUDEN, "Eerst afwachten.", days_ago=1)
        gerda = world.at("gerda")

        shown = gerda.get("close-casus", world.id)
        page = gerda.post("close-casus", world.id, data={"versie": world.casus.versie, "motivering": "Klaar."})

        assert "closing waits for this" in shown.text
        assert 'name="motivering"' not in shown.text
        assert page.status == 409
        assert "Art. 4: Politie Lindewaard withholds its agreement." in page.text
        assert "Klaar." in page.text

    def test_when_all_agree_it_is_closed(self, world: World) -> None:
        """A kernpartij elsewhere may record it, and has no access from then on. Covenant 9.4, 10.2.h."""
        world.advised()
        for name in ("gerda", "omar", "petra"):
            world.steps.standpunt(name, Keuze.INSTEMMEN, "Akkoord.", days_ago=1)

        page = world.at("omar").sent("close-casus", world.id, motivering="Doelen bereikt.")

        assert page.next == reverse("werkvoorraad")
        assert world.casus.staat is CasusStaat.AFGESLOTEN
        assert world.at("omar").get("afsluiting", world.id).status == 404


class TestWhatOneMayNotKnow:
    """Hidden and absent are the same answer, to the byte."""

    @pytest.mark.parametrize("who", ["omar", "rens", "roc", "anna", "fatma"])
    def test_who_is_not_at_the_table_gets_the_answer_of_nothing(self, world: World, who: str) -> None:
        """A party, a partner or an officer elsewhere does not learn that the casus exists. Covenant 10.4, 10.5."""
        self._same(world.planned(), who, NAMES)

    def test_a_partner_at_the_table_gets_it_for_all_but_the_plan(self, world: World) -> None:
        """Outside its plan page there is nothing. Covenant 10.5."""
        self._same(world.advised(), "bente", [name for name in NAMES if name not in FOR_PARTNERS])

    def _same(self, world: World, who: str, names: list[str]) -> None:
        reader, measure = world.at(who), world.measure_of("gerda")
        for name in names:
            more = [measure] * MORE[name]
            for method in ("GET", "POST"):
                here, nowhere = (
                    reader.bytes_of(method, reverse(name, args=[casus_id, *more]), without=casus_id)
                    for casus_id in (world.id, NOWHERE)
                )
                assert here == nowhere, name
                assert here[0] in {404, 405}
