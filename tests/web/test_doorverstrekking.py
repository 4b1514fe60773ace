"""The screens and the API of disclosure beyond the plan. Covenant 10.5, 14.2."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from typing import Any
from uuid import UUID

import pytest
from django.urls import reverse

from casustafel.acts.casusoverleg.netwerk import AddNetwerkpersoon, add_netwerkpersoon
from casustafel.acts.casusoverleg.request_doorverstrekking import RequestDoorverstrekking, request_doorverstrekking
from casustafel.acts.casusoverleg.toestemming import (
    OpenToestemming,
    TakeStandpuntDoorverstrekking,
    open_toestemming,
    take_standpunt_doorverstrekking,
)
from casustafel.acts.edge import at
from casustafel.acts.gate import Refused
from casustafel.acts.register.token import CreateToken, create_token
from casustafel.acts.verstrekking import VerstrekkingInvoer
from casustafel.casusoverleg.models import Stuk
from casustafel.casusoverleg.store import facts
from casustafel.convenant.doorverstrekking import doorverstrekkingen_of, nummer_of
from casustafel.convenant.feit import Keuze, Uitkomst
from casustafel.demo import subjects
from casustafel.demo.steps import GEMEENTE, POLITIE, RAAD, begin
from casustafel.demo.table import Table
from tests.api.caller import Caller
from tests.reseal import reseal
from tests.web.casus_world import MEASURES, World, open_world, screen

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("10.5")]

NOWHERE = UUID(int=7)
PARTIES = ("gerda", "omar", "petra", "rik", "rens")
ELSEWHERE = ("omar", "rens")
GIVEN = "De Raad kent het gezin (verzonnen)."
NOT_GIVEN = "Dit is niet gekozen (verzonnen)."


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A casus with a disclosure that is asked for: its id, and what was chosen."""

    world: World
    id: UUID

    @property
    def number(self) -> str:
        """Give its random number."""
        return nummer_of(self.id)

    def answer(self, *names: str, keuze: Keuze = Keuze.INSTEMMEN) -> "Asked":
        """Let parties answer."""
        for name in names:
            invoer = TakeStandpuntDoorverstrekking(houder_id=self.id, keuze=keuze, motivering="Daarom (verzonnen).")
            self.world.table.does(name, take_standpunt_doorverstrekking, invoer, days_ago=0)
        return self


def ask(world: World, *, by: str = "rik", partner: str = "bente", tot: date | None = None, also: str = "") -> Asked:
    """Ask to disclose the one contribution that is marked for it, and another if it is named."""
    world.steps.contribute(by, GIVEN, _provides(by), days_ago=1)
    world.steps.contribute(by, NOT_GIVEN, _provides(by), days_ago=1)
    found = {b.omschrijving: b.id for b in world.casus.bijdragen}
    invoer = RequestDoorverstrekking(
        houder_id=world.id,
        versie=world.casus.versie,
        organisatie_id=world.table.organisatie(partner),
        noodzaak=("hulp-bieden",),
        toelichting="Alleen voor de tafel (verzonnen).",
        gegevens=(found[GIVEN], *([found[also]] if also else [])),
        tot=tot or world.table.edge(0).day + timedelta(days=30),
    )
    return Asked(world=world, id=world.table.does(by, request_doorverstrekking, invoer, days_ago=0))


def _provides(name: str) -> VerstrekkingInvoer:
    return {"gerda": GEMEENTE, "rik": RAAD}[name]


def other_world(table: Table) -> World:
    """Bring another subject to another table, with another partner and another state of the plan."""
    steps = begin(table, subjects.CASUS_OPEN, "petra", POLITIE, days_ago=40)
    steps.weigh("petra", "omgeving", "Anders gewogen (verzonnen).", days_ago=39)
    steps.decide(Uitkomst.AGENDEREN, days_ago=38)
    world = World(table, steps.hand_over(betrokken=("gerda", "petra", "roc"), days_ago=37))
    world.steps.write((("Gesprek", "roc", 9),), days_ago=30)
    return world


@pytest.fixture
def world(table: Table, monkeypatch: pytest.MonkeyPatch) -> World:
    """Open a casus with a plan, and set the clock of the screens."""
    monkeypatch.setattr("casustafel.web.session.edge", lambda: at(table.now))
    return open_world(table).planned()


class TestAsking:
    """The form at the table."""

    def test_is_checked_and_then_recorded(self, world: World) -> None:
        """The answers are shown first; saved, the request stands in the register. Covenant 10.5.i, 10.5.iii."""
        rik = world.at("rik")
        form = rik.get("request-doorverstrekking", world.id)
        typed = self._typed(world)

        check = rik.post("request-doorverstrekking", world.id, data=typed)
        saved = rik.post("request-doorverstrekking", world.id, data={**typed, "stap": "opslaan"})

        assert "Jeugdhulp De Brug" in form.text
        assert "Passende hulp of zorg bieden" in check.text
        assert saved.next == reverse("casus-doorverstrekkingen", args=[world.id]) + "?gedaan=gevraagd"
        page = world.at("gerda").get("casus-doorverstrekkingen", world.id)
        for text in (
            "Jeugdhulp De Brug",
            "Passende hulp of zorg bieden",
            "Voor de hulp.",
            "has not taken a position yet",
        ):
            assert text in page.text

    def test_offers_nothing_that_its_class_keeps_from_a_partner(self, world: World) -> None:
        """Police data is not among the choices, and is refused by its class when it is sent. Covenant 6."""
        petra = world.at("petra")
        police = next(s for s in world.casus.signalen if s.merk.klassen)
        typed = {**self._typed(world), "gegevens": [str(police.id)], "stap": "opslaan"}

        assert str(police.id) not in petra.get("request-doorverstrekking", world.id).text
        with pytest.raises(Refused) as refused:
            self._request(world, "petra", police.id)
        assert [(r.artikel, r.params["klasse"]) for r in refused.value.verdict.reasons] == [("6", "wpg-8")]
        assert petra.post("request-doorverstrekking", world.id, data=typed).status == 400

    @pytest.mark.article("6")
    def test_offers_police_data_that_the_police_decided_to_share(self, world: World) -> None:
        """To the partner of that decision, who sees it once every party agreed; not once it is withdrawn."""
        world.steps.share("petra", to="bente", days_ago=1)
        police = next(s for s in world.casus.signalen if s.merk.klassen)
        sent = {**self._typed(world), "gegevens": [str(police.id)], "stap": "opslaan"}
        assert str(police.id) in world.at("petra").get("request-doorverstrekking", world.id).text
        assert world.at("petra").post("request-doorverstrekking", world.id, data=sent).status == 302
        (asked,) = doorverstrekkingen_of(facts([world.id], lock=False)[world.id])
        Asked(world=world, id=asked.id).answer(*PARTIES)

        assert police.omschrijving in world.at("bente").get("doorverstrekking", asked.id).text
        reseal(Stuk.objects.filter(soort="eigen-besluit"), staat="ingetrokken")
        assert police.omschrijving not in world.at("bente").get("doorverstrekking", asked.id).text

    @pytest.mark.article("10.2.f", "10.2.g")
    def test_offers_the_persons_beside_the_subject(self, world: World) -> None:
        """What is recorded of an achterblijver or in the network is an item too, until the person is not needed."""
        naam, rol = "Noor Verzonnen", "Neemt hem mee naar de sport (verzonnen)."
        invoer = AddNetwerkpersoon(
            houder_id=world.id, versie=0, naam=naam, noodzaak="Voor het plan.", rol=rol, verstrekking=RAAD
        )
        persoon = world.table.does("rik", add_netwerkpersoon, invoer, days_ago=1)
        sent = {**self._typed(world), "gegevens": [str(persoon)], "stap": "opslaan"}
        assert naam in world.at("rik").get("request-doorverstrekking", world.id).text
        assert world.at("rik").post("request-doorverstrekking", world.id, data=sent).status == 302
        (asked,) = doorverstrekkingen_of(facts([world.id], lock=False)[world.id])
        Asked(world=world, id=asked.id).answer(*PARTIES)

        page = world.at("bente").get("doorverstrekking", asked.id).text
        assert naam in page
        assert rol in page
        reseal(Stuk.objects.filter(pk=persoon), staat="beeindigd")
        assert naam not in world.at("bente").get("doorverstrekking", asked.id).text

    def test_says_what_is_missing(self, world: World) -> None:
        """All faults at once, each at its field, and what was typed stays."""
        typed = {"toelichting": "Half ingevuld (verzonnen)."}

        page = world.at("rik").post("request-doorverstrekking", world.id, data=typed)

        assert page.status == 400
        for field in ("organisatie_id", "noodzaak", "gegevens", "tot"):
            assert f'href="#id_{field}' in page.text
        assert "Half ingevuld (verzonnen)." in page.text

    def test_what_another_may_not_read_is_not_chosen(self, world: World) -> None:
        """The Raad chooses no police signal, nor an item of nowhere. Covenant 10.5.i."""
        police = next(s for s in world.casus.signalen if s.merk.klassen)
        for chosen in (police.id, NOWHERE):
            with pytest.raises(Refused) as refused:
                self._request(world, "rik", chosen)
            assert {reason.code for reason in refused.value.verdict.reasons} == {"10.5.iii-gegevens"}

    @staticmethod
    def _request(world: World, name: str, item: UUID) -> None:
        invoer = RequestDoorverstrekking(
            houder_id=world.id,
            versie=0,
            organisatie_id=world.table.organisatie("bente"),
            noodzaak=("hulp-bieden",),
            toelichting="Voor de hulp.",
            gegevens=(item,),
            tot=world.table.edge(0).day,
        )
        world.table.does(name, request_doorverstrekking, invoer, days_ago=0)

    @staticmethod
    def _typed(world: World) -> dict[str, Any]:
        return {
            "organisatie_id": str(world.table.organisatie("bente")),
            "gegevens": [str(world.id)],
            "noodzaak": ["hulp-bieden"],
            "toelichting": "Voor de hulp.",
            "tot": "2026-03-20",
        }


@pytest.mark.article("10.5.ii")
class TestAPartyElsewhere:
    """It answers without learning the casus."""

    def test_finds_the_question_in_its_werkvoorraad(self, world: World) -> None:
        """By its random number, article and nothing else. Covenant 10.5.ii."""
        asked = ask(world)
        page = world.at("rens").get("werkvoorraad")

        assert asked.number in page.text
        assert "10.5.ii" in page.text
        assert reverse("toestemming", args=[asked.id]) in page.links
        assert world.casus.nummer not in page.text

    def test_answers_and_takes_it_back(self, world: World) -> None:
        """With a reason, which the table reads with the name of the party."""
        asked = ask(world)
        rens = world.at("rens")
        empty = rens.post("toestemming", asked.id, data={"keuze": "onthouden", "motivering": ""})
        sent = rens.post("toestemming", asked.id, data={"keuze": "onthouden", "motivering": "Te weinig bekend."})

        assert "Art. 10.5.ii" in empty.text
        assert sent.status == 302
        table = world.at("gerda").get("casus-doorverstrekkingen", world.id).text
        assert "Te weinig bekend." in table
        assert "refuses: the partner sees nothing" in table
        rens.post("withdraw-standpunt-doorverstrekking", asked.id, data={})
        assert "Te weinig bekend." not in world.at("gerda").get("casus-doorverstrekkingen", world.id).text

    @pytest.mark.parametrize("who", ELSEWHERE)
    @pytest.mark.parametrize("granted", [False, True])
    def test_sees_the_same_bytes_whatever_it_concerns(self, world: World, who: str, *, granted: bool) -> None:
        """Two casussen that differ in all, with the same need and kind: the pages differ in the random id only."""
        one = ask(world)
        two = ask(other_world(world.table), by="gerda", partner="roc", tot=world.table.edge(0).day)
        if granted:
            one.answer(*PARTIES)
            two.answer(*PARTIES)
        reader = world.at(who)
        names = ["toestemming", "withdraw-standpunt-doorverstrekking", "withdraw-toestemming"]

        for name, method in product(names, ("GET", "POST")):
            pages = [self._bare(reader, name, asked, method=method) for asked in (one, two)]
            assert pages[0] == pages[1], (name, method)
        assert self._bare(reader, "toestemming", one)[0] == 200

    @pytest.mark.parametrize("who", ELSEWHERE)
    def test_sees_the_same_list_whichever_it_is(self, world: World, who: str) -> None:
        """The list and the werkvoorraad say the same of either, in the order of the random numbers."""
        asked = sorted([ask(world), ask(other_world(world.table), by="gerda", partner="roc")], key=lambda a: a.number)
        for days, one in enumerate(reversed(asked), start=1):
            reseal(Stuk.objects.filter(pk=one.id), uiterlijk_op=world.table.edge(0).day + timedelta(days=days))
        reader = world.at(who)

        for name in ("toestemmingen", "werkvoorraad"):
            text = reader.get(name).text
            rows = [text.index(one.number) for one in asked]
            assert rows == sorted(rows)
            for word in (world.casus.nummer, subjects.CASUS_OPEN.naam, "De Brug", "ROC Waardland"):
                assert word not in text

    @pytest.mark.parametrize("who", ELSEWHERE)
    def test_hears_nothing_of_it_in_the_api(self, world: World, monkeypatch: pytest.MonkeyPatch, who: str) -> None:
        """The answers of the API are the same bytes too, but for the id. Nor does a version tell of work elsewhere."""
        one = ask(world)
        two = ask(other_world(world.table), by="gerda", partner="roc", tot=world.table.edge(0).day)
        monkeypatch.setattr("casustafel.api.door.edge", lambda: at(world.table.now))
        caller = Caller(world.table.does(who, create_token, CreateToken(naam="proef"), days_ago=0).token)
        first = [self._answers(caller, asked) for asked in (one, two)]
        world.steps.contribute("rik", "Nog iets (verzonnen).", RAAD, days_ago=0)
        second = self._answers(caller, one)

        assert first[0] == first[1]
        assert second == first[0]
        assert first[0][0][0] == 200
        body = {"keuze": "instemmen", "motivering": "Akkoord (verzonnen)."}
        assert caller.put(f"/v1/toestemmingen/{one.id}/standpunt", body).status == 204

    @staticmethod
    def _answers(caller: Caller, asked: Asked) -> list[tuple[int, bytes]]:
        answers = [
            caller.get(f"/v1/toestemmingen/{asked.id}"),
            caller.put(f"/v1/toestemmingen/{asked.id}/standpunt", {"keuze": "instemmen", "motivering": ""}),
            caller.call("DELETE", f"/v1/toestemmingen/{asked.id}/standpunt"),
            caller.post(f"/v1/doorverstrekkingen/{asked.id}/intrekking", {"reden": "Nee (verzonnen)."}),
        ]
        return [(a.status, _without(a.content, asked)) for a in answers]

    @staticmethod
    def _bare(reader: Any, name: str, asked: Asked, *, method: str = "GET") -> tuple[int, bytes]:
        status, content = reader.bytes_of(method, reverse(name, args=[asked.id]), without=asked.id)
        return status, _without(content, asked)

    def test_sees_its_own_items_and_no_others(self, world: World) -> None:
        """The party whose data it is sees what was chosen of it, also once it left the table, and can refuse."""
        asked = ask(world)
        away = self._without_seat(world, "rik")

        beeld = world.table.does("rik", open_toestemming, OpenToestemming(houder_id=asked.id), days_ago=0)

        assert away
        assert [g.tekst for g in beeld.gegevens] == [GIVEN]
        assert beeld.casus_id is None
        text = world.at("rik").get("toestemming", asked.id).text
        assert GIVEN in text
        assert NOT_GIVEN not in text
        assert world.at("rens").get("toestemming", asked.id).text.count(GIVEN) == 0
        asked.answer("rik", keuze=Keuze.ONTHOUDEN)
        assert "refuses" in world.at("gerda").get("casus-doorverstrekkingen", world.id).text

    def test_sees_none_of_another_partys_items(self, world: World) -> None:
        """Of a choice from two parties each sees what it brought, and the partner sees both. Covenant 10.5.ii."""
        world.steps.contribute("gerda", "Van de gemeente (verzonnen).", GEMEENTE, days_ago=1)
        asked = ask(world, also="Van de gemeente (verzonnen).")

        seen = {
            name: [g.tekst for g in world.table.does(name, open_toestemming, question, days_ago=0).gegevens]
            for question in [OpenToestemming(houder_id=asked.id)]
            for name in PARTIES
        }

        assert seen["rik"] == [GIVEN]
        assert seen["gerda"] == ["Van de gemeente (verzonnen)."]
        assert [seen[name] for name in ("omar", "petra", "rens")] == [[], [], []]

    @staticmethod
    def _without_seat(world: World, name: str) -> int:
        seats = Stuk.objects.filter(soort="deelnemer", organisatie_id=world.table.organisatie(name))
        return seats.update(uiterlijk_op=world.table.edge(0).day)


def _without(content: bytes, asked: Asked) -> bytes:
    return content.replace(str(asked.id).encode(), b"-").replace(asked.number.encode(), b"-")


class TestThePartner:
    """It sees the chosen items, and nothing else, while it may."""

    def test_sees_exactly_what_was_chosen(self, world: World) -> None:
        """Once all agreed; not the item beside it, nor the name of the subject. Covenant 10.5."""
        asked = ask(world).answer(*PARTIES[:-1])
        bente = world.at("bente")
        assert bente.get("doorverstrekking", asked.id).status == 404

        asked.answer("rens")

        page = bente.get("doorverstrekking", asked.id)
        assert GIVEN in page.text
        for text in (NOT_GIVEN, subjects.CASUS_PLAN.naam, "Alleen voor de tafel", subjects.CASUS_PLAN.gedrag):
            assert text not in page.text
        assert reverse("doorverstrekking", args=[asked.id]) in bente.get("doorverstrekkingen").links
        assert "opened the disclosed data" in world.at("gerda").get("casus-inzage", world.id).text

    def test_sees_of_each_disclosure_its_own_items(self, world: World) -> None:
        """What was chosen for one is not shown with another."""
        first = ask(world).answer(*PARTIES)
        world.steps.contribute("gerda", "Voor de andere (verzonnen).", GEMEENTE, days_ago=1)
        second = ask(world, also="Voor de andere (verzonnen).").answer(*PARTIES)
        bente = world.at("bente")

        assert "Voor de andere" not in bente.get("doorverstrekking", first.id).text
        assert "Voor de andere" in bente.get("doorverstrekking", second.id).text

    @pytest.mark.parametrize(("days", "status"), [(-1, 200), (0, 200), (1, 404)])
    def test_until_and_including_the_last_day(
        self, world: World, monkeypatch: pytest.MonkeyPatch, days: int, status: int
    ) -> None:
        """The day before and on the last day it is there; the day after, it never was."""
        last = world.table.edge(0).day + timedelta(days=5)
        asked = ask(world, tot=last).answer(*PARTIES)
        monkeypatch.setattr("casustafel.web.session.edge", lambda: at(world.table.now + timedelta(days=5 + days)))

        assert world.at("bente").get("doorverstrekking", asked.id).status == status

    def test_an_item_that_was_set_aside_is_gone(self, world: World) -> None:
        """The items are shown as they stand when they are read. Covenant 10.5."""
        asked = ask(world).answer(*PARTIES)
        reseal(Stuk.objects.filter(soort="bijdrage"), staat="vervallen")

        assert GIVEN not in world.at("bente").get("doorverstrekking", asked.id).text

    @pytest.mark.parametrize("by", ["omar", "rens", "rik"])
    def test_loses_it_at_once_when_a_party_withdraws(self, world: World, by: str) -> None:
        """With the reason, which the table reads; the partner gets the bytes of what does not exist."""
        asked = ask(world).answer(*PARTIES)
        form = world.at(by).get("withdraw-toestemming", asked.id)

        world.at(by).post("withdraw-toestemming", asked.id, data={"reden": "Toch niet (verzonnen)."})

        assert form.status == 200
        self._gone(world, asked)
        assert "Toch niet (verzonnen)." in world.at("gerda").get("casus-doorverstrekkingen", world.id).text

    def test_loses_it_when_the_table_withdraws(self, world: World) -> None:
        """A party at the table does it from the register."""
        asked = ask(world).answer(*PARTIES)

        page = world.at("gerda").post("withdraw-doorverstrekking", world.id, asked.id, data={"reden": "Klaar."})

        assert page.status == 302
        self._gone(world, asked)

    @staticmethod
    def _gone(world: World, asked: Asked) -> None:
        bente = world.at("bente")
        here, nowhere = (
            bente.bytes_of("GET", reverse("doorverstrekking", args=[one]), without=one) for one in (asked.id, NOWHERE)
        )
        assert here == nowhere
        assert here[0] == 404
        assert asked.number not in bente.get("doorverstrekkingen").text


class TestWhoMayNotKnow:
    """Hidden and absent are the same answer, to the byte."""

    @pytest.mark.parametrize("who", ["bente", "roc", "anna", "fatma"])
    def test_has_no_question(self, world: World, who: str) -> None:
        """Partners and officers do not learn that permission is asked. Covenant 10.5.ii."""
        asked = ask(world)
        for name in ("toestemming", "withdraw-toestemming", "withdraw-standpunt-doorverstrekking", "doorverstrekking"):
            for method in ("GET", "POST"):
                here, nowhere = (
                    world.at(who).bytes_of(method, reverse(name, args=[one]), without=one)
                    for one in (asked.id, NOWHERE)
                )
                assert here == nowhere, name

    @pytest.mark.parametrize("who", ["omar", "rens", "bente", "roc", "anna"])
    def test_has_no_register(self, world: World, who: str) -> None:
        """The register of a casus is for those at its table. Covenant 10.4."""
        assert ask(world).number
        for name in ("casus-doorverstrekkingen", "request-doorverstrekking"):
            here, nowhere = (
                world.at(who).bytes_of("GET", reverse(name, args=[one]), without=one) for one in (world.id, NOWHERE)
            )
            assert here == nowhere
            assert here[0] == 404


class TestOneQuestionBesideAnother:
    """Positions on a disclosure and on closing are kept apart."""

    def test_an_answer_here_is_none_there(self, world: World) -> None:
        """Who agrees to a disclosure has not agreed to close, and a new plan does not undo the answer."""
        asked = ask(world).answer("gerda")
        world.steps.write(MEASURES, days_ago=0)
        world.steps.adopt(days_ago=0)
        world.steps.advise(days_ago=0)

        assert world.casus.standpunten == ()
        assert facts([world.id], lock=False)[world.id].standpunten == ()
        asked.answer("omar", "petra", "rik", "rens")
        assert screen(world.table, "bente").get("doorverstrekking", asked.id).status == 200
