"""The plan page, for everybody at the table; contributing and recording progress. Covenant 9.2, 9.4, 10.5."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from casustafel.acts.casusoverleg.contribute import Contribute, contribute
from casustafel.acts.casusoverleg.open_plan import OpenPlan, PlanPagina, open_plan
from casustafel.acts.casusoverleg.plan_beeld import MaatregelBeeld
from casustafel.acts.casusoverleg.record_voortgang import RecordVoortgang, record_voortgang
from casustafel.acts.verstrekking import VerstrekkingInvoer
from casustafel.convenant.feit import CasusStaat, Maatregelstaat, Rol, Wie
from casustafel.convenant.regime import regime
from casustafel.convenant.rules.toegang import is_partner
from casustafel.web.casusoverleg import safeguards
from casustafel.web.casusoverleg.forms import BijdrageForm, VoortgangForm
from casustafel.web.casusoverleg.pages import after, shown, typed
from casustafel.web.casusoverleg.plan_parts import Eyes, bars_of, own_tasks, plan_of, progress_of
from casustafel.web.casusoverleg.tabs import tabs_of
from casustafel.web.casusoverleg.words import DONE
from casustafel.web.door import acts, not_there, through
from casustafel.web.part import Event, Fact, TaskGroup
from casustafel.web.saving import save
from casustafel.web.session import Visitor, visitor_of
from casustafel.web.words import CASUS_STATES, organisation_names


def eyes_of(visitor: Visitor, *, is_running: bool) -> Eyes:
    """Say with whose eyes a plan is shown."""
    wie = visitor.wie
    law = regime(wie.convenant.regime)
    return Eyes(names=organisation_names(wie), law=law, day=visitor.edge.day, is_running=is_running)


def _is_open(page: PlanPagina) -> bool:
    return page.staat is not CasusStaat.AFGESLOTEN


def _may_give(page: PlanPagina, wie: Wie) -> bool:
    """Tell whether contributing is offered; the act decides."""
    return _is_open(page) and Rol.CASUSOVERLEG in wie.rollen


def _may_record(page: PlanPagina, measure: MaatregelBeeld, wie: Wie) -> bool:
    """Tell whether recording progress is offered; the act decides."""
    return _is_open(page) and (measure.organisatie_id == wie.organisatie_id or Rol.UITVOERDER in wie.rollen)


def _looked(wie: Wie, casus_id: UUID) -> str:
    return "" if is_partner(wie) else reverse("casus-inzage", args=[casus_id])


@acts(open_plan)
@require_GET
def plan(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Show the adopted plan and nothing else; it is all that an external partner sees of a casus."""
    page = through(request, open_plan, OpenPlan(houder_id=casus_id))
    visitor = visitor_of(request)
    wie = visitor.wie
    tabs = tabs_of(casus_id, "plan", wie=wie)
    context = {
        "nummer": page.nummer,
        "staat": CASUS_STATES[page.staat],
        "tabs": tabs,
        "gedaan": DONE.get(request.GET.get("gedaan", "")),
        "versies_url": reverse("plan-versies", args=[casus_id]),
        "maatregelen_url": reverse("maatregelen", args=[casus_id]),
        "bijdragen_url": reverse("contribute", args=[casus_id]) if _may_give(page, wie) else "",
        "waarborgen": safeguards.of_plan(wie, page.bewaring, looked_url=_looked(wie, casus_id)),
        **_plan(page, wie, eyes_of(visitor, is_running=_is_open(page))),
    }
    return render(request, "casusoverleg/plan.html", context)


def _plan(page: PlanPagina, wie: Wie, eyes: Eyes) -> dict[str, Any]:
    if page.plan is None:
        return {"plan": []}
    own = None if Rol.UITVOERDER in wie.rollen else wie.organisatie_id
    tasks = own_tasks(page.plan, eyes, casus_id=page.id, nummer=page.nummer, organisatie_id=own)
    title = _("Measures of your organisation") if own else _("Measures to record progress on")
    return {
        "plan": plan_of(page.plan, eyes),
        "voortgang": progress_of(page.plan, eyes),
        "balken": bars_of(page.plan, eyes),
        "eigen": [TaskGroup(title=title, items=tasks)] if eyes.is_running else [],
    }


@acts(open_plan, contribute)
@require_http_methods(["GET", "POST"])
def give(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Give a signal or other data that the plan needs."""
    visitor = visitor_of(request)
    wie = visitor.wie
    page = through(request, open_plan, OpenPlan(houder_id=casus_id))
    target = "plan" if is_partner(wie) else "casus"
    if request.method == "GET" and not _may_give(page, wie):
        return redirect(target, casus_id)
    form = BijdrageForm(typed(request), wie=wie, day=visitor.edge.day)

    def invoer(data: dict[str, Any]) -> Contribute:
        return Contribute(
            houder_id=casus_id,
            versie=data["versie"] or 0,
            omschrijving=data["omschrijving"],
            noodzaak=data["noodzaak"],
            verstrekking=VerstrekkingInvoer(**form.verstrekking()),
        )

    done = save(request, form, contribute, invoer=invoer, next_url=after(target, casus_id, done="bijdrage"))
    if done:
        return done
    context = {
        "nummer": page.nummer,
        "terug": reverse(target, args=[casus_id]),
        "is_partner": is_partner(wie),
        "waarborgen": safeguards.of_plan(wie, page.bewaring),
    }
    return shown(request, "casusoverleg/contribute.html", form, context, versie=page.versie)


@acts(open_plan, record_voortgang)
@require_http_methods(["GET", "POST"])
def record(request: HttpRequest, casus_id: UUID, maatregel_id: UUID) -> HttpResponse:
    """Record how a measure of the adopted plan goes."""
    page = through(request, open_plan, OpenPlan(houder_id=casus_id))
    measures = page.plan.maatregelen if page.plan else ()
    measure = next((m for m in measures if m.id == maatregel_id), None)
    if measure is None:
        return not_there(request)
    visitor = visitor_of(request)
    if request.method == "GET" and not _may_record(page, measure, visitor.wie):
        return redirect("plan", casus_id)
    form = VoortgangForm(typed(request), initial={"staat": measure.staat.value})

    def invoer(data: dict[str, Any]) -> RecordVoortgang:
        return RecordVoortgang(
            houder_id=casus_id,
            versie=data["versie"] or 0,
            maatregel_id=maatregel_id,
            tekst=data["tekst"],
            staat=Maatregelstaat(data["staat"] or Maatregelstaat.LOOPT),
        )

    done = save(request, form, record_voortgang, invoer=invoer, next_url=after("plan", casus_id, done="voortgang"))
    if done:
        return done
    context = {
        "nummer": page.nummer,
        "terug": reverse("plan", args=[casus_id]),
        "waarborgen": safeguards.of_plan(visitor.wie, page.bewaring),
        **_measure(measure, eyes_of(visitor, is_running=_is_open(page))),
    }
    return shown(request, "casusoverleg/record_voortgang.html", form, context, versie=page.versie)


def _measure(measure: MaatregelBeeld, eyes: Eyes) -> dict[str, Any]:
    return {
        "maatregel": [
            Fact(key=_("What"), value=measure.tekst),
            Fact(key=_("Who carries it out"), value=eyes.names.get(measure.organisatie_id, "")),
            Fact(key=_("By when"), on=measure.uiterlijk_op),
        ],
        "voortgang": [
            Event(title=eyes.names.get(step.organisatie_id, ""), on=step.op, text=step.tekst)
            for step in reversed(measure.voortgang)
        ],
    }
