"""Ask to disclose: to whom, which items, why, until when; then check the answers. Covenant 10.5.i."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.views.decorators.http import require_http_methods

from casustafel.acts.casusoverleg.open_casus import CasusBeeld, OpenCasus, open_casus
from casustafel.acts.casusoverleg.request_doorverstrekking import RequestDoorverstrekking, request_doorverstrekking
from casustafel.convenant.feit import OrganisatieId
from casustafel.convenant.partij import Soort
from casustafel.convenant.regime import Regime, regime
from casustafel.convenant.verstrekking import Merk, may_read_item
from casustafel.web.casusoverleg.casus_parts import seat_of
from casustafel.web.casusoverleg.pages import typed
from casustafel.web.door import acts, through
from casustafel.web.doorverstrekking import safeguards
from casustafel.web.doorverstrekking.forms import AanvraagForm
from casustafel.web.doorverstrekking.words import kinds
from casustafel.web.part import Answers, Fact
from casustafel.web.saving import as_id, save, show
from casustafel.web.session import Visitor, visitor_of

STEP, SAVE, CHANGE = "stap", "opslaan", "wijzigen"
FORM = "doorverstrekking/aanvraag.html"
SHOWN = 160


@acts(open_casus, request_doorverstrekking)
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Ask the parties for leave to disclose chosen items to a partner at this table."""
    beeld = through(request, open_casus, OpenCasus(houder_id=casus_id))
    visitor = visitor_of(request)
    if not seat_of(visitor.wie, beeld, day=visitor.edge.day):
        return redirect("casus-doorverstrekkingen", casus_id)
    around = _around(visitor, beeld)
    form = _form(visitor, beeld, typed(request))
    step = request.POST.get(STEP)
    if request.method == "GET":
        return show(request, FORM, form, around)
    if step == CHANGE:
        form.is_valid()
        return show(request, FORM, _form(visitor, beeld, None, initial=form.cleaned_data), around)
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
        "waarborgen": safeguards.of_register(visitor.wie, beeld.id),
    }


def _form(visitor: Visitor, beeld: CasusBeeld, data: Any, **more: Any) -> AanvraagForm:
    law = regime(visitor.wie.convenant.regime)
    return AanvraagForm(
        data,
        partners=_partners(visitor, beeld),
        items=_items(visitor, beeld, law=law),
        noodzaken=law.noodzaken_on(visitor.edge.day),
        **more,
    )


def _partners(visitor: Visitor, beeld: CasusBeeld) -> list[tuple[str, str]]:
    day = visitor.edge.day
    seated = {
        OrganisatieId(d.organisatie_id) for d in beeld.deelnemers if d.vanaf <= day and (not d.tot or day < d.tot)
    }
    return [
        (str(o.id), o.naam)
        for o in visitor.wie.convenant.organisaties
        if o.id in seated and o.soort is Soort.EXTERN and o.is_in_force_on(day)
    ]


def _items(visitor: Visitor, beeld: CasusBeeld, *, law: Regime) -> list[tuple[str, str]]:
    """Offer each item that the reader may read and that a partner may have, by kind, day and first words."""

    def may_go(merk: Merk) -> bool:
        return may_read_item(merk, soort=Soort.EXTERN, regime=law, day=visitor.edge.day)

    def label(soort: str, text: str, on: Any = None) -> str:
        first = text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
        day = f" ({date_format(on)})" if on else ""
        return f"{kinds([soort], law=law)[0]}{day}: {first}"

    found = [(str(beeld.id), label("naw", beeld.subject.naam))]
    found += [(str(s.id), label("signaal", s.omschrijving, s.op)) for s in beeld.signalen if may_go(s.merk)]
    found += [(str(b.id), label("bijdrage", b.omschrijving, b.op)) for b in beeld.bijdragen if may_go(b.merk)]
    found += [(str(a.id), label("analyse", a.tekst, a.op)) for a in beeld.analyses if may_go(a.merk)]
    return found


def _answers(form: AanvraagForm) -> list[Answers]:
    return [
        Answers(
            title=str(group.legend),
            rows=[Fact(key=str(bound.label), value=form.shown(bound.name)) for bound in group.fields],
        )
        for group in form.fieldsets()
    ]
