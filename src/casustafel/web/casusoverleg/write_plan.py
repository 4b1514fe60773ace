"""Write the concept of the plan, and adopt it. Covenant 9.3, 3."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from casustafel.acts.casusoverleg.adopt_plan import AdoptPlan, adopt_plan
from casustafel.acts.casusoverleg.open_casus import (
    AnalyseBeeld,
    BijdrageBeeld,
    CasusBeeld,
    OpenCasus,
    SignaalBeeld,
    open_casus,
)
from casustafel.acts.casusoverleg.plan_beeld import PlanBeeld
from casustafel.acts.casusoverleg.write_plan import MaatregelInvoer, WritePlan, write_plan
from casustafel.convenant.feit import Wie
from casustafel.convenant.regime import Klasse, regime
from casustafel.convenant.verstrekking import Merk
from casustafel.web.casusoverleg import safeguards
from casustafel.web.casusoverleg.casus_parts import offers
from casustafel.web.casusoverleg.forms import AdoptForm, PlanForm, measures, typed_rows
from casustafel.web.casusoverleg.pages import after, shown, typed
from casustafel.web.casusoverleg.plan import eyes_of
from casustafel.web.casusoverleg.plan_parts import changes_of, concept_of
from casustafel.web.door import acts, through
from casustafel.web.saving import as_id, save
from casustafel.web.session import Visitor, visitor_of
from casustafel.web.words import CLASSES, organisation_names

MORE = "meer"


@acts(open_casus, write_plan)
@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Write the plan whole: from nothing, from the concept, or from the adopted plan."""
    beeld = through(request, open_casus, OpenCasus(houder_id=casus_id))
    visitor = visitor_of(request)
    if request.method == "GET" and "write-plan" not in offers(visitor.wie, beeld, day=visitor.edge.day):
        return redirect("casus", casus_id)
    if MORE in request.POST:
        form = _with_more_rows(request, beeld, visitor)
        return render(request, "casusoverleg/write_plan.html", _context(beeld, form, visitor))
    form = _form(request, beeld, visitor)

    def invoer(data: dict[str, Any]) -> WritePlan:
        return WritePlan(
            houder_id=casus_id,
            versie=data["versie"] or 0,
            doelstellingen=tuple(data["doelstellingen"]),
            doelen=tuple(data["doelen"]),
            toelichting=data["toelichting"],
            steunt_op=tuple(as_id(item) for item in data["steunt_op"]),
            maatregelen=tuple(MaatregelInvoer(**row) for row in form.filled()),
        )

    done = save(request, form, write_plan, invoer=invoer, next_url=after("casus", casus_id, done="concept"))
    if done:
        return done
    return shown(request, "casusoverleg/write_plan.html", form, _context(beeld, form, visitor), versie=beeld.versie)


def _owners(beeld: CasusBeeld, visitor: Visitor) -> list[tuple[str, str]]:
    names, day = organisation_names(visitor.wie), visitor.edge.day
    seated = [d for d in beeld.deelnemers if d.vanaf <= day and (d.tot is None or day < d.tot)]
    return [(str(d.organisatie_id), names.get(d.organisatie_id, "")) for d in seated]


def _form(request: HttpRequest, beeld: CasusBeeld, visitor: Visitor) -> PlanForm:
    begin = beeld.concept or beeld.plan
    law = regime(visitor.wie.convenant.regime)
    rows = measures(_owners(beeld, visitor), typed=typed(request), rows=_rows(begin))
    items = items_of(beeld, visitor.wie)
    names = ("doelstellingen", "doelen", "toelichting")
    initial: dict[str, Any] = {name: getattr(begin, name) for name in names} if begin else {}
    initial["steunt_op"] = [str(item) for item in begin.steunt_op] if begin else []
    return PlanForm(typed(request), law=law, items=items, rows=rows, initial=initial)


def items_of(beeld: CasusBeeld, wie: Wie) -> list[tuple[str, str]]:
    """Name each item that the writer may read: what it is, whose, of which day, and its class."""
    names = organisation_names(wie)
    kinds = ((_("Signaal"), beeld.signalen), (_("Contribution"), beeld.bijdragen), (_("Analysis"), beeld.analyses))
    return [
        (str(item.id), f"{kind} – {names.get(item.organisatie_id, '')}, {date_format(item.op)}{_class(item)}")
        for kind, items in kinds
        for item in items
    ]


def _class(item: SignaalBeeld | BijdrageBeeld | AnalyseBeeld) -> str:
    return "".join(f", {CLASSES[Klasse(klasse)]}" for klasse in getattr(item, "merk", Merk(grondslag="")).klassen)


def _rows(begin: PlanBeeld | None) -> list[dict[str, Any]]:
    return [
        {
            "tekst": m.tekst,
            "organisatie_id": str(m.organisatie_id),
            "uiterlijk_op": m.uiterlijk_op,
            "reeks": m.reeks,
        }
        for m in (begin.maatregelen if begin else ())
    ]


def _with_more_rows(request: HttpRequest, beeld: CasusBeeld, visitor: Visitor) -> PlanForm:
    """Show the form again as it was typed, unjudged, with more empty rows."""
    typed_text = {name: request.POST.get(name, "") for name in ("versie", "toelichting")}
    return PlanForm(
        law=regime(visitor.wie.convenant.regime),
        items=items_of(beeld, visitor.wie),
        rows=measures(_owners(beeld, visitor), rows=typed_rows(request.POST)),
        initial={
            **typed_text,
            **{name: request.POST.getlist(name) for name in ("doelstellingen", "doelen", "steunt_op")},
        },
    )


def _context(beeld: CasusBeeld, form: PlanForm, visitor: Visitor) -> dict[str, Any]:
    return {
        "nummer": beeld.nummer,
        "casus": beeld,
        "form": form,
        "rows": form.rows,
        "faults": form.row_faults(),
        "meer": MORE,
        "terug": reverse("casus", args=[beeld.id]),
        "waarborgen": safeguards.of_casus(visitor.wie, beeld),
    }


@acts(open_casus, adopt_plan)
@require_http_methods(["GET", "POST"])
def adopt(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Show the whole concept, and adopt it."""
    beeld = through(request, open_casus, OpenCasus(houder_id=casus_id))
    visitor = visitor_of(request)
    if request.method == "GET" and "adopt-plan" not in offers(visitor.wie, beeld, day=visitor.edge.day):
        return redirect("casus", casus_id)
    form = AdoptForm(typed(request))

    def invoer(data: dict[str, Any]) -> AdoptPlan:
        return AdoptPlan(houder_id=casus_id, versie=data["versie"] or 0)

    done = save(request, form, adopt_plan, invoer=invoer, next_url=after("casus", casus_id, done="vastgesteld"))
    if done:
        return done
    eyes = eyes_of(visitor, is_running=beeld.afsluiting is None)
    plan, concept = beeld.plan, beeld.concept
    context = {
        "nummer": beeld.nummer,
        "concept": concept_of(concept, eyes),
        "wijzigingen": changes_of(plan, concept, eyes) if plan and concept else None,
        "terug": reverse("casus", args=[casus_id]),
        "waarborgen": safeguards.of_casus(visitor.wie, beeld),
    }
    return shown(request, "casusoverleg/adopt_plan.html", form, context, versie=beeld.versie)
