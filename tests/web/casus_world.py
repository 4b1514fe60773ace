"""A casus at every stage, and the invented people at their screens."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.test import Client
from django.urls import reverse

from casustafel.acts.casusoverleg.open_casus import CasusBeeld
from casustafel.convenant.feit import Uitkomst
from casustafel.demo import subjects
from casustafel.demo.steps import GEMEENTE, POLITIE, CasusSteps, begin
from casustafel.demo.table import Table
from tests.signing_in import sign_in

AT_TABLE = ("gerda", "petra", "rik", "bente")
SUBJECT = subjects.CASUS_PLAN
MEASURES = (("Wekelijks gesprek", "bente", 20), ("Hulp bij werk zoeken", "gerda", 5))
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"')


@dataclass(frozen=True, slots=True)
class Page:
    """What came back: its status, its text, and where it sends the reader on to."""

    status: int
    text: str
    next: str

    @property
    def title(self) -> str:
        """Give what a browser keeps in its history."""
        return self.text.partition("<title>")[2].partition("</title>")[0]

    @property
    def links(self) -> set[str]:
        """Give every address on the page."""
        return set(re.findall(r'href="([^"]+)"', self.text))

    def value(self, name: str) -> str:
        """Give what stands in a field that holds one line."""
        found = re.search(rf'name="{name}"[^>]* value="([^"]*)"', self.text)
        assert found, name
        return found.group(1)


@dataclass(frozen=True, slots=True)
class Screen:
    """One of the people at a screen in English."""

    client: Client

    def get(self, name: str, *args: object, query: str = "") -> Page:
        """Ask for a page by its name."""
        return _page(self.client.get(reverse(name, args=args) + query))

    def post(self, name: str, *args: object, data: Mapping[str, Any]) -> Page:
        """Send a form to a page."""
        return _page(self.client.post(reverse(name, args=args), data))

    def sent(self, name: str, *args: object, **typed: Any) -> Page:
        """Fill in a form that was asked for, with the version that it showed, and send it."""
        versie = self.get(name, *args).value("versie")
        return self.post(name, *args, data={"versie": versie, **typed})

    def bytes_of(self, method: str, path: str, *, without: UUID) -> tuple[int, bytes]:
        """Give an answer to the byte, but for the token of its forms and the id in its own address."""
        answer = self.client.generic(method, path)
        return answer.status_code, TOKEN.sub(b"", answer.content).replace(str(without).encode(), b"-")


def _page(answer: Any) -> Page:
    return Page(answer.status_code, answer.content.decode(), answer.headers.get("Location", ""))


def screen(table: Table, name: str, *, taak: str = "") -> Screen:
    """Seat one of the people at a screen; an uitvoerder may name a task."""
    client = Client(headers={"accept-language": "en"})
    sign_in(client, table.people[name].medewerker_id)
    if taak:
        session = client.session
        session["taak"] = taak
        session.save()
    return Screen(client)


@dataclass(frozen=True, slots=True)
class World:
    """A casus, with everybody around it."""

    table: Table
    steps: CasusSteps

    @property
    def id(self) -> UUID:
        """Give the id of the casus."""
        return self.steps.casus_id

    @property
    def casus(self) -> CasusBeeld:
        """Look at the casus as it stands."""
        return self.steps.seen(days_ago=0)

    def at(self, name: str, *, taak: str = "") -> Screen:
        """Seat one of the people at a screen."""
        return screen(self.table, name, taak=taak)

    def measure_of(self, name: str) -> UUID:
        """Give the first measure of somebody's organisation in the adopted plan."""
        plan = self.casus.plan
        assert plan
        return next(m.id for m in plan.maatregelen if m.organisatie_id == self.table.organisatie(name))

    def planned(self) -> "World":
        """Write the plan and adopt it."""
        self.steps.write(MEASURES, days_ago=20)
        self.steps.adopt(days_ago=19)
        return self

    def advised(self) -> "World":
        """Go on until closing is advised."""
        self.planned().steps.advise(days_ago=10)
        return self


def open_world(table: Table) -> World:
    """Bring a subject to the casusoverleg, with a signal of the police."""
    steps = begin(table, SUBJECT, "gerda", GEMEENTE, days_ago=60)
    steps.signaal("petra", "De politie is er geweest (verzonnen).", POLITIE, days_ago=59)
    steps.weigh("gerda", "gedrag", "Feitelijk vastgesteld (verzonnen).", days_ago=55)
    steps.decide(Uitkomst.AGENDEREN, days_ago=50)
    return World(table, steps.hand_over(betrokken=AT_TABLE, days_ago=49))
