"""Advice of the NCTV or an expert, without anything that identifies. Covenant 9.5."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from casustafel.acts.casusoverleg.advies import (
    AdviesvraagBeeld,
    AdviezenBeeld,
    AskAdvies,
    OpenAdviezen,
    RecordAntwoord,
    ask_advies,
    open_adviezen,
    record_antwoord,
)
from casustafel.convenant.rules.advies import Adviesstaat
from casustafel.web.casusoverleg.pages import typed
from casustafel.web.casusoverleg.topic import Section, StepPage, is_party, link, step_page, topic_page
from casustafel.web.casusoverleg.topic_forms import AdviesForm, AntwoordForm
from casustafel.web.door import acts, not_there, through
from casustafel.web.part import Event, Fact
from casustafel.web.session import visitor_of
from casustafel.web.words import organisation_names

ASK = StepPage(
    heading=gettext_lazy("Ask advice"),
    intro=gettext_lazy("Record here what you ask. The question itself you send outside this system (article 9.5)."),
    submit=gettext_lazy("Record the question"),
    note=gettext_lazy(
        "The system looks for names, addresses, days and numbers of this casus, and refuses what has them."
    ),
    after="casus-adviezen",
    done="adviesvraag",
)
ANSWER = StepPage(
    heading=gettext_lazy("Record the answer"),
    submit=gettext_lazy("Record the answer"),
    after="casus-adviezen",
    done="antwoord",
)


def _seen(request: HttpRequest, casus_id: UUID) -> AdviezenBeeld:
    return through(request, open_adviezen, OpenAdviezen(houder_id=casus_id))


@acts(open_adviezen)
@require_GET
def adviezen(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Show the questions for advice with their answers."""
    seen = _seen(request, casus_id)
    wie = visitor_of(request).wie
    names = organisation_names(wie)
    may_write = is_party(wie, seen)
    items = [
        _event(advies, names.get(advies.organisatie_id, ""), casus_id, may_write=may_write)
        for advies in reversed(seen.adviezen)
    ]
    section = Section(
        id="adviezen",
        title=_("Questions and answers"),
        items=items,
        empty="" if items else _("No advice has been asked."),
    )
    return topic_page(
        request,
        seen,
        tab="casus-adviezen",
        titel=_("Advice of the NCTV or experts"),
        intro=_("Question and answer hold nothing by which somebody can be recognised."),
        acties=[link("ask-advies", _("Ask advice"), casus_id)] if may_write else [],
        sections=[section],
    )


def _event(advies: AdviesvraagBeeld, party: str, casus_id: UUID, *, may_write: bool) -> Event:
    waits = advies.staat is Adviesstaat.GEVRAAGD
    facts = [Fact(key=_("Asked by"), value=party)]
    if advies.beantwoord_op:
        answered = date_format(advies.beantwoord_op, "DATE_FORMAT")
        facts.append(Fact(key=_("Answer of %(day)s") % {"day": answered}, value=advies.antwoord))
    return Event(
        title=advies.aan,
        on=advies.op,
        text=advies.vraag,
        facts=facts,
        marks=[_("waits for an answer")] if waits else [],
        url=reverse("record-antwoord", args=[casus_id, advies.id]) if waits and may_write else "",
        url_label=_("Record the answer"),
    )


@acts(open_adviezen, ask_advies)
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Record a question for advice."""
    seen = _seen(request, casus_id)
    form = AdviesForm(typed(request))

    def invoer(data: dict[str, Any]) -> AskAdvies:
        return AskAdvies(houder_id=casus_id, versie=data["versie"] or 0, aan=data["aan"], vraag=data["vraag"])

    offered = is_party(visitor_of(request).wie, seen)
    return step_page(request, seen, form, ask_advies, page=ASK, invoer=invoer, is_offered=offered)


@acts(open_adviezen, record_antwoord)
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, casus_id: UUID, advies_id: UUID) -> HttpResponse:
    """Record the answer to a question for advice."""
    seen = _seen(request, casus_id)
    advies = next((one for one in seen.adviezen if one.id == advies_id), None)
    if advies is None:
        return not_there(request)
    form = AntwoordForm(typed(request))

    def invoer(data: dict[str, Any]) -> RecordAntwoord:
        return RecordAntwoord(
            houder_id=casus_id, versie=data["versie"] or 0, advies_id=advies_id, antwoord=data["antwoord"]
        )

    asked = [Fact(key=_("Asked of"), value=advies.aan), Fact(key=_("Question"), value=advies.vraag)]
    offered = advies.staat is Adviesstaat.GEVRAAGD and is_party(visitor_of(request).wie, seen)
    return step_page(request, seen, form, record_antwoord, page=ANSWER, invoer=invoer, is_offered=offered, feiten=asked)
