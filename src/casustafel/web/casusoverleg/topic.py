"""What the pages on one topic of a casus share: their frame, their parts, the form for a step. Covenant 9, 10."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise

from casustafel.acts.bewaring.beeld import BewaringBeeld
from casustafel.acts.gate import Act
from casustafel.acts.invoer import Invoer
from casustafel.convenant.feit import CasusStaat, Rol, Taak, Wie
from casustafel.convenant.partij import PARTIJEN
from casustafel.convenant.rules.toegang import is_partner
from casustafel.web.casusoverleg import safeguards
from casustafel.web.casusoverleg.pages import after, shown
from casustafel.web.casusoverleg.tabs import tabs_of
from casustafel.web.casusoverleg.words import DONE
from casustafel.web.part import Event, Fact, Link, Part, Table
from casustafel.web.saving import ActForm, save
from casustafel.web.session import visitor_of


class Seen(Protocol):
    """What a reading act of a topic gives of the casus itself."""

    @property
    def id(self) -> UUID:
        """Give the id of the casus."""

    @property
    def bewaring(self) -> BewaringBeeld:
        """Say until when it is kept."""

    @property
    def nummer(self) -> str:
        """Give its number."""

    @property
    def staat(self) -> CasusStaat:
        """Give how far it is."""


class Versioned(Seen, Protocol):
    """What a reading act gives where a form follows: the version too."""

    @property
    def versie(self) -> int:
        """Give the version of the casus."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Part):
    """A part of a topic: a title, and a time line, facts or a table, or a sentence where there is nothing."""

    id: str
    title: str
    intro: str = ""
    items: Sequence[Event] = ()
    rows: Sequence[Fact] = ()
    table: Table | None = None
    empty: str = ""
    acties: Sequence[Link] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StepPage:
    """The words of the page for one step, and where it leads: the name of the page, and what was done."""

    heading: str | Promise
    submit: str | Promise
    after: str
    done: str
    intro: str | Promise = ""
    note: str | Promise = ""


def is_party(wie: Wie, seen: Seen) -> bool:
    """Tell whether steps of a party at the table are offered; the act decides."""
    is_open = seen.staat is not CasusStaat.AFGESLOTEN
    return is_open and Rol.CASUSOVERLEG in wie.rollen and wie.soort in PARTIJEN


def has_task(wie: Wie, seen: Seen, taak: Taak) -> bool:
    """Tell whether steps of the uitvoerder with this task are offered; the act decides."""
    return seen.staat is not CasusStaat.AFGESLOTEN and Rol.UITVOERDER in wie.rollen and wie.taak is taak


def link(name: str, label: str, *args: object, current: bool = False) -> Link:
    """Give a step: the name of its page, in words, and what it is about."""
    return Link(url=reverse(name, args=args), label=label, current=current)


def topic_page(  # a page is these parts
    request: HttpRequest,
    seen: Seen,
    *,
    tab: str,
    titel: str,
    sections: Sequence[Section],
    intro: str = "",
    acties: Sequence[Link] = (),
) -> HttpResponse:
    """Show one topic of a casus."""
    wie = visitor_of(request).wie
    looked = "" if is_partner(wie) else reverse("casus-inzage", args=[seen.id])
    context = {
        "titel": titel,
        "nummer": seen.nummer,
        "intro": intro,
        "tabs": tabs_of(seen.id, tab, wie=wie),
        "gedaan": DONE.get(request.GET.get("gedaan", "")),
        "acties": acties,
        "sections": sections,
        "waarborgen": safeguards.of_plan(wie, seen.bewaring, looked_url=looked),
    }
    return render(request, "casusoverleg/topic.html", context)


def step_page(  # a step is its form, its act and its words
    request: HttpRequest,
    seen: Versioned,
    form: ActForm,
    act: Act[Any, Any],
    *,
    page: StepPage,
    invoer: Callable[[dict[str, Any]], Invoer],
    is_offered: bool,
    feiten: Sequence[Fact] = (),
) -> HttpResponse:
    """Ask for a step and take it; where it is not offered, lead back to the topic."""
    if request.method == "GET" and not is_offered:
        return redirect(page.after, seen.id)
    done = save(request, form, act, invoer=invoer, next_url=after(page.after, seen.id, done=page.done))
    if done:
        return done
    context = {
        "nummer": seen.nummer,
        "terug": reverse(page.after, args=[seen.id]),
        "stap": page,
        "feiten": feiten,
        "waarborgen": safeguards.of_plan(visitor_of(request).wie, seen.bewaring),
    }
    return shown(request, "casusoverleg/step.html", form, context, versie=seen.versie)
