"""Closing: the advice of the casusoverleg, the positions of the kernpartijen, the decision. Covenant 9.4, 10.2.h."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from casustafel.acts.casusoverleg.advise_afsluiting import AdviseAfsluiting, advise_afsluiting
from casustafel.acts.casusoverleg.close_casus import CloseCasus, close_casus
from casustafel.acts.casusoverleg.open_afsluiting import AfsluitingBeeld, OpenAfsluiting, open_afsluiting
from casustafel.acts.casusoverleg.open_casus import CasusBeeld, OpenCasus, open_casus
from casustafel.acts.casusoverleg.remind_afsluiting import RemindAfsluiting, remind_afsluiting
from casustafel.acts.casusoverleg.take_standpunt_afsluiting import (
    TakeStandpuntAfsluiting,
    take_standpunt_afsluiting,
)
from casustafel.acts.casusoverleg.withdraw_standpunt_afsluiting import (
    WithdrawStandpuntAfsluiting,
    withdraw_standpunt_afsluiting,
)
from casustafel.acts.gate import Act, Refused
from casustafel.acts.invoer import Wijzigend
from casustafel.convenant.feit import CasusStaat, Keuze
from casustafel.convenant.overleg import Bord
from casustafel.web.casusoverleg import casus_parts, safeguards
from casustafel.web.casusoverleg.forms import MotiveringForm, StandpuntForm
from casustafel.web.casusoverleg.pages import after, shown, typed
from casustafel.web.casusoverleg.plan import eyes_of
from casustafel.web.casusoverleg.plan_parts import plan_of, progress_of
from casustafel.web.casusoverleg.words import DONE
from casustafel.web.door import acts, through
from casustafel.web.overleg.back import back_to
from casustafel.web.saving import ActForm, save
from casustafel.web.session import Visitor, visitor_of
from casustafel.web.words import organisation_names

Closing = CasusBeeld | AfsluitingBeeld


def _seen(request: HttpRequest, casus_id: UUID) -> Closing:
    """Read what the decision rests on: as somebody at the table, else as a kernpartij on which closing waits."""
    try:
        return through(request, open_casus, OpenCasus(houder_id=casus_id))
    except Refused as refused:
        if not refused.verdict.is_hidden:
            raise
    return through(request, open_afsluiting, OpenAfsluiting(houder_id=casus_id))


def _target(closing: Closing) -> str:
    return "casus" if isinstance(closing, CasusBeeld) else "afsluiting"


def _offers(closing: Closing, visitor: Visitor) -> set[str]:
    return casus_parts.offers(visitor.wie, closing, day=visitor.edge.day)


def _context(closing: Closing, visitor: Visitor) -> dict[str, Any]:
    wie = visitor.wie
    names = organisation_names(wie)
    return {
        "nummer": closing.nummer,
        "naam": closing.subject.naam if isinstance(closing, CasusBeeld) else closing.naam,
        "is_pending": closing.staat is CasusStaat.AFSLUITING_GEADVISEERD,
        "adviezen": casus_parts.reasons_of(closing.adviezen, names=names),
        "standpunten": casus_parts.positions_of(wie, closing.standpunten, day=visitor.edge.day),
        "terug": reverse(_target(closing), args=[closing.id]),
        "waarborgen": safeguards.of_afsluiting(wie, closing.bewaring),
    }


@acts(open_afsluiting)
@require_GET
def afsluiting(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Show a kernpartij what a pending decision on closing rests on."""
    closing = through(request, open_afsluiting, OpenAfsluiting(houder_id=casus_id))
    visitor = visitor_of(request)
    eyes = eyes_of(visitor, is_running=True)
    plan = closing.plan
    context = {
        **_context(closing, visitor),
        "gedaan": DONE.get(request.GET.get("gedaan", "")),
        "acties": casus_parts.closing_actions(visitor.wie, closing, day=visitor.edge.day),
        "plan": plan_of(plan, eyes),
        "voortgang": progress_of(plan, eyes) if plan else [],
    }
    return render(request, "casusoverleg/afsluiting.html", context)


@acts(open_casus, advise_afsluiting)
@require_http_methods(["GET", "POST"])
def advise(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Advise the kernpartijen to close the plan."""
    beeld = through(request, open_casus, OpenCasus(houder_id=casus_id))
    visitor = visitor_of(request)
    if request.method == "GET" and "advise-afsluiting" not in _offers(beeld, visitor):
        return redirect("casus", casus_id)
    form = MotiveringForm(typed(request))

    def invoer(data: dict[str, Any]) -> AdviseAfsluiting:
        return AdviseAfsluiting(houder_id=casus_id, versie=data["versie"] or 0, motivering=data["motivering"])

    done = save(request, form, advise_afsluiting, invoer=invoer, next_url=after("casus", casus_id, done="advies"))
    if done:
        return done
    context = {**_context(beeld, visitor), "waarborgen": safeguards.of_casus(visitor.wie, beeld)}
    return shown(request, "casusoverleg/advise_afsluiting.html", form, context, versie=beeld.versie)


@acts(open_casus, open_afsluiting, take_standpunt_afsluiting)
@require_http_methods(["GET", "POST"])
def take_standpunt(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Take the position of one's own kernpartij on closing, or change it."""
    closing = _seen(request, casus_id)
    visitor = visitor_of(request)
    if request.method == "GET" and "take-standpunt-afsluiting" not in _offers(closing, visitor):
        return redirect(_target(closing), casus_id)
    own = next((s for s in closing.standpunten if s.organisatie_id == visitor.wie.organisatie_id), None)
    form = StandpuntForm(typed(request), initial={"keuze": own.keuze, "motivering": own.motivering} if own else {})

    def invoer(data: dict[str, Any]) -> TakeStandpuntAfsluiting:
        return TakeStandpuntAfsluiting(
            houder_id=casus_id,
            versie=data["versie"] or 0,
            keuze=Keuze(data["keuze"]),
            motivering=data["motivering"],
        )

    meeting = back_to(request, Bord.CASUSOVERLEG)
    next_url = meeting or after(_target(closing), casus_id, done="standpunt")
    done = save(request, form, take_standpunt_afsluiting, invoer=invoer, next_url=next_url)
    if done:
        return done
    context = _context(closing, visitor)
    context["terug"] = meeting or context["terug"]
    return shown(request, "casusoverleg/take_standpunt.html", form, context, versie=closing.versie)


@acts(open_casus, open_afsluiting, withdraw_standpunt_afsluiting)
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Take the position of one's own kernpartij on closing back."""
    return _confirm(
        request,
        casus_id,
        step="withdraw-standpunt-afsluiting",
        act=withdraw_standpunt_afsluiting,
        invoer=WithdrawStandpuntAfsluiting,
    )


@acts(open_casus, open_afsluiting, remind_afsluiting)
@require_http_methods(["GET", "POST"])
def remind(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Remind the kernpartijen of a pending closing."""
    return _confirm(request, casus_id, step="remind-afsluiting", act=remind_afsluiting, invoer=RemindAfsluiting)


def _confirm(
    request: HttpRequest, casus_id: UUID, *, step: str, act: Act[Any, Any], invoer: type[Wijzigend]
) -> HttpResponse:
    """Ask once more, and do what needs nothing but the version that was seen."""
    closing = _seen(request, casus_id)
    visitor = visitor_of(request)
    if request.method == "GET" and step not in _offers(closing, visitor):
        return redirect(_target(closing), casus_id)
    form = ActForm(typed(request))
    next_url = after(_target(closing), casus_id, done=step)
    done = save(
        request,
        form,
        act,
        invoer=lambda data: invoer(houder_id=casus_id, versie=data["versie"] or 0),
        next_url=next_url,
    )
    if done:
        return done
    context = {**_context(closing, visitor), "stap": step}
    return shown(request, "casusoverleg/confirm_standpunt.html", form, context, versie=closing.versie)


@acts(open_casus, open_afsluiting, close_casus)
@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Close the plan; while a kernpartij withholds or is silent, that is what the page shows."""
    closing = _seen(request, casus_id)
    visitor = visitor_of(request)
    if request.method == "GET" and "take-standpunt-afsluiting" not in _offers(closing, visitor):
        return redirect(_target(closing), casus_id)
    form = MotiveringForm(typed(request))

    def invoer(data: dict[str, Any]) -> CloseCasus:
        return CloseCasus(houder_id=casus_id, versie=data["versie"] or 0, motivering=data["motivering"])

    seated = isinstance(closing, CasusBeeld)
    next_url = after("casus", casus_id, done="gesloten") if seated else reverse("werkvoorraad")
    done = save(request, form, close_casus, invoer=invoer, next_url=next_url)
    if done:
        return done
    context = _context(closing, visitor)
    context["is_agreed"] = all(position.stand == "given" for position in context["standpunten"])
    return shown(request, "casusoverleg/close_casus.html", form, context, versie=closing.versie)
