"""The screens of a meeting, over HTTP: four steps, an agenda for each who looks, a calendar file. Covenant 7.3, 9.1."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from casustafel.acts.edge import at
from casustafel.acts.overleg.agenda import PlanOverleg, PuntOpAgenda, plan_overleg, put_on_agenda
from casustafel.acts.overleg.bord import OpOverleg
from casustafel.acts.overleg.meet import DiscussPunt, RecordAanwezig, discuss_punt, record_aanwezig, start_overleg
from casustafel.acts.overleg.read import open_overleg
from casustafel.casusoverleg.models import LogRegel
from casustafel.convenant.feit import Uitkomst
from casustafel.convenant.overleg import Bord, OverlegStaat
from casustafel.demo import subjects
from casustafel.demo.steps import GEMEENTE, begin
from casustafel.demo.table import Table
from casustafel.web.overleg.urls import urlpatterns
from tests.web.casus_world import SUBJECT, Screen, open_world, screen

pytestmark = pytest.mark.django_db(databases="__all__")

NOWHERE = UUID(int=7)
OTHER = subjects.CASUS_OPEN
CASUS = Bord.CASUSOVERLEG
NAMES = [str(path.name) for path in urlpatterns if str(path.name).startswith("overleg-casusoverleg")]
PAGES = ("overleg-casusoverleg", *(f"overleg-casusoverleg-{part}" for part in ("aanwezig", "bespreken", "afronden")))


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of the casusoverleg, on two casussen of which rik, petra and bente know the first, rens the second."""

    table: Table
    id: UUID
    first: UUID
    second: UUID

    def at(self, name: str, *, taak: str = "") -> Screen:
        """Seat one of the people at a screen."""
        return screen(self.table, name, taak=taak)

    def does(self, act: dict[Bord, Any], name: str = "gerda", **given: Any) -> Any:
        """Let somebody do an act on it."""
        invoer = act[CASUS].invoer(houder_id=self.id, **given)
        return self.table.does(name, act[CASUS], invoer, days_ago=0)

    def put(self, punt_id: UUID) -> None:
        """Put a casus on the agenda."""
        self.does(put_on_agenda, punt_id=punt_id)

    def started(self) -> "Meeting":
        """Begin."""
        self.does(start_overleg)
        return self


@pytest.fixture
def meeting(table: Table, monkeypatch: pytest.MonkeyPatch) -> Meeting:
    """Plan a meeting for today with the first casus on its agenda; set the clock of the screens."""
    monkeypatch.setattr("casustafel.web.session.edge", lambda: at(table.now))
    first = open_world(table).id
    steps = begin(table, OTHER, "gerda", GEMEENTE, days_ago=40)
    steps.weigh("gerda", "gedrag", "Feitelijk vastgesteld (verzonnen).", days_ago=35)
    steps.decide(Uitkomst.AGENDEREN, days_ago=30)
    second = steps.hand_over(betrokken=("gerda", "omar", "rens"), days_ago=29).casus_id
    plan = PlanOverleg.model_validate({"op": table.edge(0).day, "van": "10:00"})
    overleg_id = table.does("gerda", plan_overleg[CASUS], plan, days_ago=0)
    made = Meeting(table, overleg_id, first, second)
    made.put(first)
    return made


class TestFourSteps:
    """From a plan to the end, at the screen of the gemeente."""

    def test_a_meeting_is_planned_on_a_form(self, meeting: Meeting) -> None:
        """The form goes on to the agenda, which is empty yet; what is wrong stands at its field."""
        gerda = meeting.at("gerda")
        made = gerda.post("plan-overleg-weegploeg", data={"op": "2026-03-09", "van": "09:30", "plaats_id": "-"})
        late = gerda.post("plan-overleg-weegploeg", data={"op": "2026-03-01", "van": "", "plaats_id": "-"})

        assert made.next.startswith("/overleg/weegploeg/")
        assert late.status == 400
        assert gerda.get("overleggen").status == 200

    def test_subjects_are_put_on_the_agenda(self, meeting: Meeting) -> None:
        """Those that are not there yet are offered, and one that is put there stands last."""
        gerda = meeting.at("gerda")
        asked = gerda.get("overleg-casusoverleg-onderwerpen", meeting.id)
        gerda.post("overleg-casusoverleg-onderwerpen", meeting.id, data={"punten": [str(meeting.second)]})

        assert str(meeting.second) in asked.text
        assert str(meeting.first) not in asked.text
        page = gerda.get("overleg-casusoverleg", meeting.id)
        assert page.text.index(SUBJECT.naam) < page.text.index(OTHER.naam)

    def test_each_button_takes_its_step(self, meeting: Meeting) -> None:
        """Up, off, begin, present, discuss, between two subjects."""
        meeting.put(meeting.second)
        gerda = meeting.at("gerda")
        for doe, welke in (("omhoog", meeting.second), ("eraf", meeting.second), ("beginnen", "")):
            gerda.post("overleg-casusoverleg-stap", meeting.id, data={"doe": doe, "welke": str(welke)})
        for doe, welke in (("aanwezig", ""), ("bespreken", meeting.first)):
            gerda.post("overleg-casusoverleg-stap", meeting.id, data={"doe": doe, "welke": str(welke)})

        seen = meeting.does(open_overleg)
        assert seen.staat is OverlegStaat.BEZIG
        assert [(punt.id, punt.is_huidig) for punt in seen.punten] == [(meeting.first, True)]
        assert seen.aanwezig == (meeting.table.organisatie("gerda"),)

    def test_it_ends_with_what_was_discussed(self, meeting: Meeting) -> None:
        """The end is recorded with the subjects that were ticked."""
        meeting.put(meeting.second)
        gerda = meeting.started().at("gerda")
        sent = gerda.post("overleg-casusoverleg-afronden", meeting.id, data={"besproken": [str(meeting.first)]})

        assert sent.status == 302
        seen = meeting.does(open_overleg)
        assert seen.staat is OverlegStaat.AFGEROND
        assert [punt.is_besproken for punt in seen.punten] == [True, False]

    def test_it_moves_to_another_day(self, meeting: Meeting) -> None:
        """Day, time and place change, the agenda stays, and who was there on the old day is not there on the new."""
        meeting.does(record_aanwezig)
        later = meeting.table.edge(-7).day
        gerda = meeting.at("gerda")
        assert reverse("overleg-casusoverleg-verplaatsen", args=[meeting.id]) in gerda.get(PAGES[0], meeting.id).links

        typed = {"op": later.isoformat(), "van": "11:30", "plaats_id": "-"}
        page = gerda.post("overleg-casusoverleg-verplaatsen", meeting.id, data=typed)

        assert page.next == reverse("overleg-casusoverleg", args=[meeting.id])
        beeld = meeting.does(open_overleg)
        assert (beeld.op, beeld.van, beeld.aanwezig) == (later, "11:30", ())
        assert [punt.id for punt in beeld.punten] == [meeting.first]

    def test_it_moves_not_back_nor_by_another(self, meeting: Meeting) -> None:
        """A day that passed is refused at its field; who does not lead it finds no such page, nor once it began."""
        typed = {"op": meeting.table.edge(1).day.isoformat(), "van": "11:30", "plaats_id": "-"}
        past = meeting.at("gerda").post("overleg-casusoverleg-verplaatsen", meeting.id, data=typed)

        assert past.status == 400
        assert "A meeting is planned for today or for a later day." in past.text
        assert meeting.at("rik").get("overleg-casusoverleg-verplaatsen", meeting.id).status == 404
        meeting.started()
        assert meeting.at("gerda").get("overleg-casusoverleg-verplaatsen", meeting.id).status == 404

    def test_what_one_may_not_do_is_not_offered(self, meeting: Meeting) -> None:
        """A party that did not plan it has no button to lead with, and is refused where it sends one."""
        rik = meeting.started().at("rik")

        assert 'value="bespreken"' not in rik.get("overleg-casusoverleg-bespreken", meeting.id).text
        sent = rik.post("overleg-casusoverleg-stap", meeting.id, data={"doe": "bespreken", "welke": str(meeting.first)})
        assert sent.status == 403

    def test_a_past_button_is_refused(self, meeting: Meeting) -> None:
        """To begin twice is refused; a step that does not exist is not there."""
        gerda = meeting.started().at("gerda")

        assert gerda.post("overleg-casusoverleg-stap", meeting.id, data={"doe": "beginnen"}).status == 409
        assert gerda.post("overleg-casusoverleg-stap", meeting.id, data={"doe": "iets"}).status == 404


@pytest.mark.article("10.4")
class TestAnAgendaForEachWhoLooks:
    """What is hidden leaves no trace: the pages are the same to the byte as if it were not there."""

    def _pages(self, meeting: Meeting, name: str) -> list[tuple[int, bytes]]:
        person = meeting.at(name)
        return [person.bytes_of("GET", reverse(page, args=[meeting.id]), without=meeting.id) for page in PAGES]

    @pytest.mark.parametrize("name", ["rik", "bente", "petra"])
    def test_a_hidden_casus_is_nowhere(self, meeting: Meeting, name: str) -> None:
        """Put on the agenda, put first, discussed, and its people present: nothing changes for who is elsewhere."""
        before = self._pages(meeting.started(), name)
        meeting.put(meeting.second)
        meeting.does(record_aanwezig, "rens")
        meeting.does(discuss_punt, punt_id=meeting.second)

        assert self._pages(meeting, name) == before

    def test_the_mark_does_not_move_either(self, meeting: Meeting) -> None:
        """A screen that asks whether something changed is told no, and no row is written."""
        rik = meeting.started().at("rik")
        stand = meeting.does(open_overleg, "rik").stand
        meeting.put(meeting.second)
        meeting.does(discuss_punt, punt_id=meeting.second)
        rows = LogRegel.objects.count()
        page = rik.get("overleg-casusoverleg-stand", meeting.id, query=f"?stand={stand}")

        assert 'hx-trigger="load delay' in page.text
        assert LogRegel.objects.count() == rows

    def test_a_change_that_one_may_see_moves_it(self, meeting: Meeting) -> None:
        """Then the screen takes the page anew, and a row says that it was found."""
        rik = meeting.started().at("rik")
        stand = meeting.does(open_overleg, "rik").stand
        meeting.does(discuss_punt, punt_id=meeting.first)
        page = rik.get("overleg-casusoverleg-stand", meeting.id, query=f"?stand={stand}")

        assert "op-tafel" in page.text
        last = LogRegel.objects.order_by("-id")[0]
        assert (last.daad, last.gevolg) == ("peek-overleg-casusoverleg", "found")

    def test_a_partner_sees_numbers(self, meeting: Meeting) -> None:
        """The number of its casus, with a way to the plan page, and no name. Covenant 10.5."""
        page = meeting.at("bente").get("overleg-casusoverleg", meeting.id)

        assert SUBJECT.naam not in page.text
        assert reverse("plan", args=[meeting.first]) in page.links
        assert reverse("casus", args=[meeting.first]) not in page.links

    def test_names_are_logged_under_each_subject(self, meeting: Meeting) -> None:
        """Each subject that is shown is found, under its own log id; what is not shown has no row."""
        meeting.put(meeting.second)
        LogRegel.objects.filter(daad="open-overleg-casusoverleg").delete()
        meeting.at("rik").get("overleg-casusoverleg", meeting.id)

        rows = list(LogRegel.objects.filter(daad="open-overleg-casusoverleg").values_list("gevolg", "log_id"))
        assert [gevolg for gevolg, _log_id in rows] == ["found"]
        assert rows[0][1] is not None


@pytest.mark.article("10.4")
class TestWhoMayNotKnowOfIt:
    """For who sees no subject of it, a meeting does not exist."""

    @pytest.mark.parametrize("name", ["rens", "roc", "omar", "anna", "fatma"])
    @pytest.mark.parametrize("method", ["GET", "POST"])
    def test_each_page_is_the_one_for_what_does_not_exist(self, meeting: Meeting, name: str, method: str) -> None:
        """The same bytes, for every page and every way of asking."""
        person = meeting.at(name)
        for page in NAMES:
            there = person.bytes_of(method, reverse(page, args=[meeting.id]), without=meeting.id)
            nowhere = person.bytes_of(method, reverse(page, args=[NOWHERE]), without=NOWHERE)
            assert there == nowhere
            assert there[0] in {404, 405}

    @pytest.mark.parametrize("name", ["rens", "roc", "omar"])
    def test_it_stands_in_no_list_and_waits_for_nobody(self, meeting: Meeting, name: str) -> None:
        """Neither in the list of meetings nor in the werkvoorraad."""
        nummer = meeting.does(open_overleg).nummer
        person = meeting.at(name)

        assert nummer not in person.get("overleggen").text
        assert nummer not in person.get("werkvoorraad").text

    def test_it_waits_for_who_may_see_it(self, meeting: Meeting) -> None:
        """In the list, and in the werkvoorraad with a way to its page; for the uitvoerder with a task too."""
        nummer = meeting.does(open_overleg).nummer
        for person in (meeting.at("rik"), meeting.at("bente"), meeting.at("ulla", taak="voorbereiden")):
            assert nummer in person.get("overleggen").text
            assert reverse("overleg-casusoverleg", args=[meeting.id]) in person.get("werkvoorraad").links

    def test_an_uitvoerder_names_a_task_first(self, meeting: Meeting) -> None:
        """Article 5 asks for it."""
        assert "Art. 5" in meeting.at("ulla").get("overleg-casusoverleg", meeting.id).text


class TestTheCalendarFile:
    """What a calendar gets is a number, a day, a time and an address."""

    def test_it_holds_nothing_of_what_it_is_about(self, meeting: Meeting) -> None:
        """No subject, no dossier number, nobody's name or organisation."""
        answer = meeting.at("rik").client.get(reverse("overleg-casusoverleg-afspraak", args=[meeting.id]))
        text = answer.content.decode().replace("\r\n ", "")
        seen = meeting.does(open_overleg)

        assert answer.headers["Content-Type"].startswith("text/calendar")
        lines = dict(line.split(":", 1) for line in text.split("\r\n") if ":" in line)
        assert lines["SUMMARY"] == f"Casustafel-overleg {seen.nummer}"
        assert lines["DTSTART"] == "20260302T090000Z"
        assert set(lines) == {
            *("BEGIN", "END", "VERSION", "PRODID", "UID", "DTSTAMP", "DTSTART", "DTEND"),
            *("SUMMARY", "URL", "CLASS", "STATUS"),
        }
        for punt in seen.punten:
            assert punt.nummer not in text
            assert punt.naam not in text


class TestTheWayBack:
    """A position is taken on its own page, and the meeting is one step back."""

    def test_a_position_leads_back_to_the_meeting(self, table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
        """The page of the position carries the id of the meeting, and goes on to it."""
        monkeypatch.setattr("casustafel.web.session.edge", lambda: at(table.now))
        steps = begin(table, OTHER, "gerda", GEMEENTE, days_ago=9)
        steps.weigh("gerda", "gedrag", "Feitelijk vastgesteld (verzonnen).", days_ago=8)
        bord = Bord.WEEGPLOEG
        plan = PlanOverleg.model_validate({"op": table.edge(0).day, "van": "10:00"})
        overleg_id = table.does("gerda", plan_overleg[bord], plan, days_ago=0)
        for act, given in (
            (put_on_agenda[bord], PuntOpAgenda(houder_id=overleg_id, punt_id=steps.dossier_id)),
            (start_overleg[bord], OpOverleg(houder_id=overleg_id)),
            (discuss_punt[bord], DiscussPunt(houder_id=overleg_id, punt_id=steps.dossier_id)),
            (record_aanwezig[bord], RecordAanwezig(houder_id=overleg_id)),
        ):
            table.does("gerda", act, given, days_ago=0)
        petra = screen(table, "petra")
        here = reverse("overleg-weegploeg-bespreken", args=[overleg_id])
        url = f"{reverse('take-standpunt', args=[steps.dossier_id])}?overleg={overleg_id}"
        assert url in petra.get("overleg-weegploeg-bespreken", overleg_id).links

        typed = {"versie": steps.seen(days_ago=0).versie, "uitkomst": "agenderen", "motivering": "Ja (verzonnen)."}
        sent = petra.client.post(url, typed)

        assert sent.headers["Location"] == here
        assert "agrees with" in petra.get("overleg-weegploeg-bespreken", overleg_id).text

    @pytest.mark.parametrize("asked", ["//elders.example", "https://elders.example", "7", ""])
    def test_nothing_but_an_id_is_taken_from_the_address(self, table: Table, client: Client, asked: str) -> None:
        """What is no id leads back to the dossier."""
        assert client.get("/gezond").status_code in {200, 503}
        steps = begin(table, OTHER, "gerda", GEMEENTE, days_ago=9)
        gerda = screen(table, "gerda")
        page = gerda.client.get(reverse("take-standpunt", args=[steps.dossier_id]), {"overleg": asked})

        assert "elders.example" not in page.content.decode().replace(f"?overleg={asked}", "")
