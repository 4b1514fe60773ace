"""Ask to disclose: to whom, which items, why, until when; then check the answers. Covenant 10.5.i."""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from casustafel.acts.casusoverleg.open_casus import CasusBeeld, OpenCasus, open_casus
from casustafel.acts.casusoverleg.open_netwerk import NetwerkBeeld, OpenNetwerk, open_netwerk
from casustafel.acts.casusoverleg.request_doorverstrekking import RequestDoorverstrekking, request_doorverstrekking
from casustafel.convenant.partij import Soort
from casustafel.convenant.regime import Regime, regime
from casustafel.convenant.verstrekking import may_read_item
from casustafel.web.casusoverleg.casus_parts import seat_of
from casustafel.web.casusoverleg.pages import typed
from casustafel.web.door import acts, through
from casustafel.web.doorverstrekking import safeguards
from casustafel.web.doorverstrekking.forms import AanvraagForm
from casustafel.web.doorverstrekking.words import kinds
from casustafel.web.part import Answers, Fact
from casustafel.web.saving import as_id, save, show
from casustafel.web.session import Visitor, visitor_of
from casustafel.web.words import organisation_names

STEP, SAVE, CHANGE = "stap", "opslaan", "wijzigen"
FORM = "doorverstrekking/aanvraag.html"
SHOWN = 160


@acts(open_casus, open_netwerk, request_doorverstrekking)
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Ask the parties for leave to disclose chosen items to a partner at this table."""
    beeld = through(request, open_casus, OpenCasus(houder_id=casus_id))
    visitor = visitor_of(request)
    if not seat_of(visitor.wie, beeld, day=visitor.edge.day):
        return redirect("casus-doorverstrekkingen", casus_id)
    around = _around(visitor, beeld)
    netwerk = through(request, open_netwerk, OpenNetwerk(houder_id=casus_id))
    form = _form(visitor, beeld, netwerk, typed(request))
    step = request.POST.get(STEP)
    if request.method == "GET":
        return show(request, FORM, form, around)
    if step == CHANGE:
        form.is_valid()
        return show(request, FORM, _form(visitor, beeld, netwerk, None, initial=form.cleaned_data), around)
    if step != SAVE and form.is_valid() and form.is_filled():
        hidden = [field.as_hidden() for field in form]
        return render(request, "doorverstrekking/check.html", {**around, "groups": _answers(form), "hidden": hidden})
    next_url = f"{around['terug']}?gedaan=gevraagd"
    done = save(request, form, request_doorverstrekking, invoer=lambda data: _invoer(beeld, data), next_url=next_url)
    return done or show(request, FORM, form, around)


def _invoer(beeld: CasusBeeld, data: dict[str, Any]) -> RequestDoorverstrekking:
    return RequestDoorverstrekking(
        houder_id=beeld.id,
        versie=beeld.versie,
        organisatie_id=as_id(data["organisatie_id"] or UUID(int=0).hex),
        noodzaak=tuple(data["noodzaak"]),
        toelichting=data["toelichting"],
        gegevens=tuple(as_id(one) for one in data["gegevens"]),
        tot=data["tot"],
    )


def _around(visitor: Visitor, beeld: CasusBeeld) -> dict[str, Any]:
    return {
        "nummer": beeld.nummer,
        "terug": reverse("casus-doorverstrekkingen", args=[beeld.id]),
        "waarborgen": safeguards.of_register(visitor.wie, beeld.id, beeld.bewaring),
    }


def _form(visitor: Visitor, beeld: CasusBeeld, netwerk: NetwerkBeeld, data: Any, **more: Any) -> AanvraagForm:
    law = regime(visitor.wie.convenant.regime)
    names = organisation_names(visitor.wie)
    return AanvraagForm(
        data,
        partners=[(str(p.organisatie_id), names[p.organisatie_id]) for p in beeld.voor_partners],
        items=[*_items(beeld, names, law=law), *_persons(visitor, netwerk, law=law)],
        noodzaken=law.noodzaken_on(visitor.edge.day),
        **more,
    )


def _label(soort: str, text: str, on: Any = None, *, law: Regime) -> str:
    first = text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
    day = f" ({date_format(on)})" if on else ""
    return f"{kinds([soort], law=law)[0]}{day}: {first}"


def _items(beeld: CasusBeeld, names: Mapping[UUID, str], *, law: Regime) -> Iterator[tuple[str, str]]:
    """Offer each item that the reader may read and a partner may have, by kind, day and first words.

    Where not every partner at the table may have an item, its label says which may.
    """
    yield str(beeld.id), _label("naw", beeld.subject.naam, law=law)
    found = [
        *((s.id, _label("signaal", s.omschrijving, s.op, law=law)) for s in beeld.signalen),
        *((b.id, _label("bijdrage", b.omschrijving, b.op, law=law)) for b in beeld.bijdragen),
        *((a.id, _label("analyse", a.tekst, a.op, law=law)) for a in beeld.analyses),
    ]
    for item_id, label in found:
        allowed = [names[p.organisatie_id] for p in beeld.voor_partners if item_id in p.item_ids]
        if len(allowed) == len(beeld.voor_partners):
            yield str(item_id), label
        elif allowed:
            only = _("%(item)s (only for %(partners)s)")
            yield str(item_id), only % {"item": label, "partners": ", ".join(allowed)}


def _persons(visitor: Visitor, netwerk: NetwerkBeeld, *, law: Regime) -> Iterator[tuple[str, str]]:
    """Offer each achterblijver and person in the network that the reader may read and a partner may have."""
    for persoon in netwerk.personen:
        if may_read_item(persoon.merk, soort=Soort.EXTERN, regime=law, day=visitor.edge.day):
            yield str(persoon.id), _label(persoon.soort, persoon.naam, law=law)


def _answers(form: AanvraagForm) -> list[Answers]:
    return [
        Answers(
            title=str(group.legend),
            rows=[Fact(key=str(bound.label), value=form.shown(bound.name)) for bound in group.fields],
        )
        for group in form.fieldsets()
    ]
