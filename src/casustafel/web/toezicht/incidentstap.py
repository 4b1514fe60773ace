"""The forms of incidents: report one, judge it, tell the AP, tell the people, settle it. Cov. 15.2.g; AVG 33, 34."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from casustafel.acts.edge import LOCAL
from casustafel.acts.gate import Act
from casustafel.acts.toezicht.incident import ReportIncident, report_incident
from casustafel.acts.toezicht.incidentstap import (
    AssessIncident,
    CloseIncident,
    RecordAp,
    RecordBetrokkenen,
    assess_incident,
    close_incident,
    record_ap,
    record_betrokkenen,
)
from casustafel.acts.toezicht.open_incident import IncidentBeeld, OpenIncident, open_incident
from casustafel.convenant.incident import MUST_TELL_AP, TOLD_AP, Apbesluit, Inlichting, Risico, Uitzondering
from casustafel.web.asked import Clock, Day, Line, One, Text, Whole
from casustafel.web.door import acts, through
from casustafel.web.part import Fact, Waarborgen
from casustafel.web.rendering import DayInput, Fieldset
from casustafel.web.saving import ActForm, attempt, save, show
from casustafel.web.session import visitor_of
from casustafel.web.terms import hours_until, moment_text
from casustafel.web.toezicht.incidenten import waarborgen
from casustafel.web.toezicht.words import AP_ANSWERS, EXCEPTIONS, RISKS, TELLINGS

TEMPLATE = "toezicht/form.html"
Invoer = Callable[[dict[str, Any]], Any]


class ReportForm(ActForm):
    """What happened, and since when it is known."""

    groups = (
        Fieldset(legend=gettext_lazy("What happened?"), names=("wat", "welke_gegevens", "gedaan")),
        Fieldset(legend=gettext_lazy("Since when do you know?"), names=("bekend_on", "bekend_at")),
    )
    wat = Text(
        label=gettext_lazy("What went wrong, and where?"),
        help_text=gettext_lazy("Write no name of a subject: the number of the dossier is enough."),
    )
    welke_gegevens = Text(label=gettext_lazy("Which data is it about?"), rows=3, required=False)
    gedaan = Text(label=gettext_lazy("What did you do about it already?"), rows=3, required=False)
    bekend_on = Day(label=gettext_lazy("Day"), widget=DayInput)
    bekend_at = Clock(label=gettext_lazy("Time"))


class AssessForm(ActForm):
    """What was judged, and of a breach what the AP is told."""

    groups = (
        Fieldset(legend=gettext_lazy("Judgement"), names=("risico", "motivering")),
        Fieldset(
            legend=gettext_lazy("Of a data breach: what the AP is told"),
            names=("aard", "personen", "aantal_personen", "gegevens", "aantal_gegevens", "gevolgen", "maatregelen"),
            hint=gettext_lazy("AVG 33, third paragraph. What is not known yet can be added later."),
        ),
    )
    risico = One(label=gettext_lazy("What is it?"), choices=[(one.value, RISKS[one]) for one in Risico])
    motivering = Text(label=gettext_lazy("Why do you judge so?"), rows=3)
    aard = Text(label=gettext_lazy("What is the nature of the breach?"), rows=3, required=False)
    personen = Line(label=gettext_lazy("Which kinds of people is it about?"), required=False)
    aantal_personen = Whole(label=gettext_lazy("About how many people?"), min_value=0, required=False)
    gegevens = Line(label=gettext_lazy("Which kinds of data is it about?"), required=False)
    aantal_gegevens = Whole(label=gettext_lazy("About how many records?"), min_value=0, required=False)
    gevolgen = Text(label=gettext_lazy("Which consequences are likely?"), rows=3, required=False)
    maatregelen = Text(label=gettext_lazy("What was done, and what will be done?"), rows=3, required=False)


class AuthorityForm(ActForm):
    """When the AP was told, or why not."""

    groups = (
        Fieldset(legend=gettext_lazy("The AP"), names=("besluit",)),
        Fieldset(
            legend=gettext_lazy("Where it was told"),
            names=("gemeld_on", "gemeld_at", "kenmerk", "contactpunt", "vertraging"),
        ),
        Fieldset(legend=gettext_lazy("Where it is not told"), names=("motivering",)),
    )
    besluit = One(
        label=gettext_lazy("Was the AP told?"),
        choices=[(one.value, AP_ANSWERS[one]) for one in Apbesluit],
    )
    gemeld_on = Day(label=gettext_lazy("Day"), widget=DayInput, required=False)
    gemeld_at = Clock(label=gettext_lazy("Time"), required=False)
    kenmerk = Line(label=gettext_lazy("Reference that the AP gave"), required=False)
    contactpunt = Line(label=gettext_lazy("Where may the AP ask more?"), required=False)
    vertraging = Text(
        label=gettext_lazy("Why was it later than 72 hours?"),
        help_text=gettext_lazy("Needed only where it was."),
        rows=3,
        required=False,
    )
    motivering = Text(label=gettext_lazy("Why is a risk for people unlikely?"), rows=3, required=False)


class PeopleForm(ActForm):
    """How the people were told, or why not."""

    groups = (
        Fieldset(legend=gettext_lazy("The people it is about"), names=("besluit",)),
        Fieldset(legend=gettext_lazy("Where they were told"), names=("ingelicht_op", "tekst")),
        Fieldset(
            legend=gettext_lazy("Where they are not told, or by a public notice"), names=("uitzondering", "motivering")
        ),
    )
    besluit = One(label=gettext_lazy("Were they told?"), choices=[(one.value, TELLINGS[one]) for one in Inlichting])
    ingelicht_op = Day(label=gettext_lazy("Day"), widget=DayInput, required=False)
    tekst = Text(
        label=gettext_lazy("In which words?"),
        help_text=gettext_lazy("In plain language: what happened, what may come of it, what was done, where to ask."),
        required=False,
    )
    uitzondering = One(
        label=gettext_lazy("Of a high risk: why need they not be told?"),
        choices=[(one.value, EXCEPTIONS[one]) for one in Uitzondering],
        required=False,
    )
    motivering = Text(label=gettext_lazy("Why?"), rows=3, required=False)


class SettleForm(ActForm):
    """What was learned."""

    groups = (Fieldset(legend=gettext_lazy("What was learned"), names=("geleerd",)),)
    geleerd = Text(
        label=gettext_lazy("What changes, so that it does not happen again?"),
        help_text=gettext_lazy("The yearly evaluation of the security plan reads this."),
    )


def moment_of(day: date | None, at: time | None) -> datetime | None:
    """Give the moment of a day and a time here; nothing where either is missing."""
    return datetime.combine(day, at, LOCAL) if day is not None and at is not None else None


def _typed(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


@require_http_methods(["GET", "POST"])
@acts(report_incident)
def report(request: HttpRequest) -> HttpResponse:
    """Report an incident, and say under which number it stands."""
    visitor = visitor_of(request)
    now = visitor.edge.now.astimezone(LOCAL)
    form = ReportForm(_typed(request), initial={"bekend_on": now.date(), "bekend_at": now.time()})

    def invoer(data: dict[str, Any]) -> ReportIncident:
        texts = {name: data[name] for name in ("wat", "welke_gegevens", "gedaan")}
        return ReportIncident(**texts, bekend_op=moment_of(data["bekend_on"], data["bekend_at"]))

    guards = Waarborgen(
        artikel="15.2.g",
        purpose=_("Only the toezichthouder reads what you report."),
        kept_artikel="13.1",
        kept_why=_("three years after it was settled"),
    )
    done = attempt(request, form, report_incident, invoer=invoer)
    if done is not None:
        context = {"nummer": done.result.nummer, "waarborgen": guards}
        return render(request, "toezicht/gemeld.html", context)
    context = {
        "terug": reverse("werkvoorraad"),
        "terug_label": _("Werkvoorraad"),
        "heading": _("Report an incident"),
        "intro": _("Report at once, also when you doubt: the AP must hear of a data breach within 72 hours."),
        "submit": _("Report"),
        "waarborgen": guards,
    }
    return show(request, TEMPLATE, form, context)


def _step(  # a step is a form, its act and its words
    request: HttpRequest, beeld: IncidentBeeld, form: ActForm, act: Act[Any, Any], invoer: Invoer, **words: Any
) -> HttpResponse:
    """Do the act of a form, or show the form."""
    back = reverse("incident", args=[beeld.incident.id])
    done = save(request, form, act, invoer=invoer, next_url=back)
    if done is not None:
        return done
    visitor = visitor_of(request)
    context = {
        "terug": back,
        "terug_label": beeld.incident.nummer,
        "nummer": beeld.incident.nummer,
        "facts": _clock(beeld, now=visitor.edge.now),
        "waarborgen": waarborgen(visitor.wie),
        **words,
    }
    return show(request, TEMPLATE, form, context, versie=beeld.versie if form.is_clash else None)


def _clock(beeld: IncidentBeeld, *, now: datetime) -> list[Fact]:
    """Show the hours that still run above a form."""
    regel = beeld.incident
    if not regel.is_lopend:
        return []
    term = hours_until(regel.melden_voor, now=now)
    return [Fact(key=_("Tell the AP by"), value=moment_text(regel.melden_voor), term=term)]


def _opened(request: HttpRequest, incident_id: UUID) -> IncidentBeeld:
    return through(request, open_incident, OpenIncident(houder_id=incident_id))


@require_http_methods(["GET", "POST"])
@acts(open_incident, assess_incident)
def assess(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """Judge an incident; the last judgement stands in the form."""
    beeld = _opened(request, incident_id)
    last = beeld.beoordelingen[-1].model_dump() if beeld.beoordelingen else {}
    form = AssessForm(_typed(request), initial={**last, "versie": beeld.versie})

    def invoer(data: dict[str, Any]) -> AssessIncident:
        given = {name: data[name] for name in data if name in AssessIncident.model_fields}
        return AssessIncident.model_validate({"houder_id": incident_id, **given, "risico": data["risico"] or None})

    return _step(
        request,
        beeld,
        form,
        assess_incident,
        invoer,
        heading=_("Judge this incident"),
        intro=_("Was personal data lost, altered, or seen by who may not? Then it is a data breach."),
        submit=_("Record this judgement"),
    )


@require_http_methods(["GET", "POST"])
@acts(open_incident, record_ap)
def authority(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """Record that the AP was told, or why not."""
    beeld = _opened(request, incident_id)
    form = AuthorityForm(_typed(request), initial={"versie": beeld.versie, "besluit": _foreseen(beeld)})

    def invoer(data: dict[str, Any]) -> RecordAp:
        given = {name: data[name] for name in data if name in RecordAp.model_fields}
        told = moment_of(data["gemeld_on"], data["gemeld_at"])
        codes = {"besluit": data["besluit"] or None, "gemeld_op": told}
        return RecordAp.model_validate({"houder_id": incident_id, **given, **codes})

    return _step(
        request,
        beeld,
        form,
        record_ap,
        invoer,
        heading=_("Tell the AP, or record why not"),
        intro=_("You tell the AP on its own site; the notice (PDF) has what it asks. Record here that it was done."),
        submit=_("Record"),
    )


def _foreseen(beeld: IncidentBeeld) -> str:
    """Give the answer that the judgement leads to."""
    return Apbesluit.MELDEN if beeld.incident.risico in MUST_TELL_AP or beeld.incident.ap in TOLD_AP else ""


@require_http_methods(["GET", "POST"])
@acts(open_incident, record_betrokkenen)
def people(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """Record that the people it is about were told, or why not."""
    beeld = _opened(request, incident_id)
    form = PeopleForm(_typed(request), initial={"versie": beeld.versie})

    def invoer(data: dict[str, Any]) -> RecordBetrokkenen:
        given = {name: data[name] for name in data if name in RecordBetrokkenen.model_fields}
        codes = {"besluit": data["besluit"] or None, "uitzondering": data["uitzondering"] or None}
        return RecordBetrokkenen.model_validate({"houder_id": incident_id, **given, **codes})

    return _step(
        request,
        beeld,
        form,
        record_betrokkenen,
        invoer,
        heading=_("Tell the people, or record why not"),
        intro=_("Of a high risk the people are told at once, in plain words (AVG 34)."),
        submit=_("Record"),
    )


@require_http_methods(["GET", "POST"])
@acts(open_incident, close_incident)
def settle(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """Settle an incident, with what was learned."""
    beeld = _opened(request, incident_id)
    form = SettleForm(_typed(request), initial={"versie": beeld.versie})

    def invoer(data: dict[str, Any]) -> CloseIncident:
        return CloseIncident(houder_id=incident_id, versie=data["versie"], geleerd=data["geleerd"])

    return _step(
        request,
        beeld,
        form,
        close_incident,
        invoer,
        heading=_("Settle this incident"),
        intro=_("After this nothing of it changes. It is destroyed three years later (article 13.1)."),
        submit=_("Settle"),
    )
