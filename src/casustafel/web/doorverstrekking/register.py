"""The register of disclosures at the table: where each party stands, and withdrawing one. Covenant 10.5.ii, iii."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from casustafel.acts.casusoverleg.open_doorverstrekkingen import (
    DoorverstrekkingBeeld,
    DoorverstrekkingenBeeld,
    OpenDoorverstrekkingen,
    open_doorverstrekkingen,
)
from casustafel.acts.casusoverleg.withdraw_doorverstrekking import WithdrawDoorverstrekking, withdraw_doorverstrekking
from casustafel.convenant.feit import Keuze, Rol
from casustafel.convenant.overeenstemming import Onderwerp, Vraagstaat, may_speak, must_agree
from casustafel.convenant.partij import PARTIJEN
from casustafel.convenant.regime import regime
from casustafel.web.casusoverleg.pages import typed
from casustafel.web.casusoverleg.tabs import tabs_of
from casustafel.web.door import acts, not_there, through
from casustafel.web.doorverstrekking import safeguards
from casustafel.web.doorverstrekking.forms import IntrekkenForm
from casustafel.web.doorverstrekking.words import DONE, STATES, items_of, kinds, needs, until
from casustafel.web.part import Fact, Link, Position
from casustafel.web.saving import save, show
from casustafel.web.session import Visitor, visitor_of
from casustafel.web.words import acted, organisation_names

STANDS = {Keuze.INSTEMMEN: "given", Keuze.ONTHOUDEN: "withheld"}


@acts(open_doorverstrekkingen)
@require_GET
def register(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Show every disclosure of a casus: to whom, what kinds, why, since, until, withdrawn, who agreed."""
    beeld = through(request, open_doorverstrekkingen, OpenDoorverstrekkingen(houder_id=casus_id))
    visitor = visitor_of(request)
    context = {
        "nummer": beeld.nummer,
        "tabs": tabs_of(casus_id, "casus-doorverstrekkingen", wie=visitor.wie),
        "gedaan": DONE.get(request.GET.get("gedaan", "")),
        "acties": _asking(beeld, visitor),
        "items": [_shown(d, visitor, casus_id=casus_id) for d in reversed(beeld.doorverstrekkingen)],
        "waarborgen": safeguards.of_register(visitor.wie, casus_id, beeld.bewaring),
    }
    return render(request, "doorverstrekking/register.html", context)


def _asking(beeld: DoorverstrekkingenBeeld, visitor: Visitor) -> list[Link]:
    if Rol.CASUSOVERLEG not in visitor.wie.rollen or visitor.wie.soort not in PARTIJEN:
        return []
    url = reverse("request-doorverstrekking", args=[beeld.id])
    return [Link(url=url, label=_("Ask to disclose data to a partner"), current=True)]


def _shown(d: DoorverstrekkingBeeld, visitor: Visitor, *, casus_id: UUID) -> dict[str, Any]:
    law = regime(visitor.wie.convenant.regime)
    names = organisation_names(visitor.wie)
    return {
        "id": d.nummer,
        "titel": names.get(d.partner_id, "") if d.partner_id else "",
        "nummer": d.nummer,
        "staat": _state(d),
        "feiten": _record(d, visitor),
        "gegevens": items_of(d.gegevens, law=law),
        "standpunten": _positions(d, visitor),
        "acties": _steps(d, visitor, casus_id=casus_id),
    }


def _state(d: DoorverstrekkingBeeld) -> str:
    if not d.is_lopend and d.staat is not Vraagstaat.INGETROKKEN:
        return _("Ended")
    return str(STATES[d.staat])


def _record(d: DoorverstrekkingBeeld, visitor: Visitor) -> list[Fact]:
    law = regime(visitor.wie.convenant.regime)
    names = organisation_names(visitor.wie)
    facts = [
        Fact(key=_("Kinds of data"), value="\n".join(kinds(d.soorten, law=law))),
        Fact(key=_("Why necessary"), value="\n".join(needs(d.noodzaak, law=law)), note=d.toelichting),
        Fact(key=_("Asked by"), value=names.get(d.gevraagd_door, "") if d.gevraagd_door else ""),
        Fact(key=_("Asked on"), on=d.gevraagd_op),
    ]
    if d.verleend_op:
        facts.append(Fact(key=_("Visible since"), on=d.verleend_op))
    facts.append(until(d.tot))
    if d.ingetrokken_op:
        by = names.get(d.ingetrokken_door, "") if d.ingetrokken_door else ""
        note = f"{by}: {d.reden}" if by else d.reden
        facts.append(Fact(key=_("Withdrawn on"), on=d.ingetrokken_op, note=note))
    return facts


def _positions(d: DoorverstrekkingBeeld, visitor: Visitor) -> list[Position]:
    """Show where each party stands; one that refuses or is silent stays visible, and one that left too."""
    taken = {s.organisatie_id: s for s in d.standpunten}
    asked = must_agree(Onderwerp.DOORVERSTREKKING, visitor.wie.convenant, day=visitor.edge.day)
    left = [
        partij
        for partij in visitor.wie.convenant.organisaties
        if partij.id in taken and partij.id not in {one.id for one in asked}
    ]
    positions = []
    for partij in (*asked, *left):
        found = taken.get(partij.id)
        refuses = found is not None and Keuze(found.keuze) is Keuze.ONTHOUDEN
        positions.append(
            Position(
                party=partij.naam,
                stand=STANDS[Keuze(found.keuze)] if found else "open",
                text=_("refuses: the partner sees nothing") if refuses else "",
                on=found.op if found else None,
                name=acted(found.door, als_plaatsvervanger=found.als_plaatsvervanger) if found else "",
                motivation=found.motivering if found else "",
            )
        )
    return positions


def _named_steps(d: DoorverstrekkingBeeld, visitor: Visitor) -> list[tuple[str, str]]:
    wie = visitor.wie
    steps: list[tuple[str, str]] = []
    if not d.is_lopend:
        return steps
    if d.staat is Vraagstaat.OPEN and may_speak(wie, Onderwerp.DOORVERSTREKKING, day=visitor.edge.day):
        steps.append(("toestemming", _("Answer for your organisation")))
    is_party = Rol.CASUSOVERLEG in wie.rollen and wie.soort in PARTIJEN
    if d.staat is Vraagstaat.OPEN and is_party and d.gevraagd_door == wie.organisatie_id:
        steps.append(("withdraw-doorverstrekking", _("Withdraw the request")))
    if d.staat is Vraagstaat.AANGENOMEN and is_party:
        steps.append(("withdraw-doorverstrekking", _("Withdraw the permission")))
    return steps


def _steps(d: DoorverstrekkingBeeld, visitor: Visitor, *, casus_id: UUID) -> list[Link]:
    places = {"toestemming": [d.id], "withdraw-doorverstrekking": [casus_id, d.id]}
    return [
        Link(url=reverse(name, args=places[name]), label=label, current=name == "toestemming")
        for name, label in _named_steps(d, visitor)
    ]


@acts(open_doorverstrekkingen, withdraw_doorverstrekking)
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, casus_id: UUID, doorverstrekking_id: UUID) -> HttpResponse:
    """Withdraw a request or a permission at the table, with the reason."""
    beeld = through(request, open_doorverstrekkingen, OpenDoorverstrekkingen(houder_id=casus_id))
    visitor = visitor_of(request)
    found = next((d for d in beeld.doorverstrekkingen if d.id == doorverstrekking_id), None)
    if found is None:
        return not_there(request)
    back = reverse("casus-doorverstrekkingen", args=[casus_id])
    if request.method == "GET" and "withdraw-doorverstrekking" not in dict(_named_steps(found, visitor)):
        return redirect(back)
    around = {
        "terug": back,
        "nummer": found.nummer,
        "feiten": _record(found, visitor),
        "waarborgen": safeguards.of_register(visitor.wie, casus_id, beeld.bewaring),
    }
    return withdrawing(request, doorverstrekking_id, back=back, around=around)


def withdrawing(request: HttpRequest, doorverstrekking_id: UUID, *, back: str, around: dict[str, Any]) -> HttpResponse:
    """Do the withdrawing that was asked for, or show its form."""
    form = IntrekkenForm(typed(request))

    def invoer(data: dict[str, Any]) -> WithdrawDoorverstrekking:
        return WithdrawDoorverstrekking(houder_id=doorverstrekking_id, reden=data["reden"])

    done = save(request, form, withdraw_doorverstrekking, invoer=invoer, next_url=f"{back}?gedaan=ingetrokken")
    return done or show(request, "doorverstrekking/intrekken.html", form, around)
