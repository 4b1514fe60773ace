"""The question for permission, by its random number: the same page for every casus there may be. Covenant 10.5.ii."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from casustafel.acts.casusoverleg.find_toestemmingen import ToestemmingRegel, find_toestemmingen
from casustafel.acts.casusoverleg.toestemming import (
    OpenToestemming,
    TakeStandpuntDoorverstrekking,
    ToestemmingBeeld,
    WithdrawStandpuntDoorverstrekking,
    open_toestemming,
    take_standpunt_doorverstrekking,
    withdraw_standpunt_doorverstrekking,
)
from casustafel.acts.casusoverleg.withdraw_doorverstrekking import withdraw_doorverstrekking
from casustafel.acts.invoer import Niets
from casustafel.convenant.feit import Keuze
from casustafel.convenant.overeenstemming import Vraagstaat
from casustafel.convenant.regime import regime
from casustafel.web.casusoverleg.pages import typed
from casustafel.web.door import acts, through
from casustafel.web.doorverstrekking import safeguards
from casustafel.web.doorverstrekking.forms import TerugForm, ToestemmingForm
from casustafel.web.doorverstrekking.register import withdrawing
from casustafel.web.doorverstrekking.words import DONE, STATES, items_of, kinds, needs
from casustafel.web.part import Cell, Column, Fact, Link, Table
from casustafel.web.saving import save, show
from casustafel.web.session import visitor_of


@acts(find_toestemmingen)
@require_GET
def toestemmingen(request: HttpRequest) -> HttpResponse:
    """List what one's party is asked, by random number."""
    lijst = through(request, find_toestemmingen, Niets())
    context = {
        "tabel": _table(lijst.toestemmingen) if lijst.toestemmingen else None,
        "gedaan": DONE.get(request.GET.get("gedaan", "")),
        "waarborgen": safeguards.of_question(visitor_of(request).wie),
    }
    return render(request, "doorverstrekking/toestemmingen.html", context)


def _table(regels: tuple[ToestemmingRegel, ...]) -> Table:
    return Table(
        caption=_("Requests for permission"),
        columns=[Column(label=_("Number")), Column(label=_("State")), Column(label=_("Your organisation"))],
        cells=[
            [
                Cell(text=regel.nummer, url=reverse("toestemming", args=[regel.id])),
                Cell(badge=str(STATES[regel.staat])),
                Cell(text=_stand(regel.keuze)),
            ]
            for regel in regels
        ],
    )


def _stand(keuze: Keuze | None) -> str:
    if keuze is None:
        return _("has not answered yet")
    return _("gave its permission") if keuze is Keuze.INSTEMMEN else _("refused")


def _opened(request: HttpRequest, doorverstrekking_id: UUID) -> ToestemmingBeeld:
    return through(request, open_toestemming, OpenToestemming(houder_id=doorverstrekking_id))


def _around(request: HttpRequest, beeld: ToestemmingBeeld) -> dict[str, Any]:
    wie = visitor_of(request).wie
    law = regime(wie.convenant.regime)
    return {
        "nummer": beeld.nummer,
        "staat": str(STATES[beeld.staat]),
        "is_open": beeld.staat is Vraagstaat.OPEN,
        "gedaan": DONE.get(request.GET.get("gedaan", "")),
        "feiten": [
            Fact(key=_("To whom"), value=_("an external partner of annex 1")),
            Fact(key=_("Kinds of data"), value="\n".join(kinds(beeld.soorten, law=law))),
            Fact(key=_("Why necessary"), value="\n".join(needs(beeld.noodzaak, law=law))),
            Fact(key=_("Your organisation"), value=_stand(beeld.keuze), note=beeld.motivering),
        ],
        "gegevens": items_of(beeld.gegevens, law=law),
        "casus_url": reverse("casus-doorverstrekkingen", args=[beeld.casus_id]) if beeld.casus_id else "",
        "acties": _steps(beeld),
        "terug": reverse("toestemmingen"),
        "waarborgen": safeguards.of_question(wie),
    }


def _steps(beeld: ToestemmingBeeld) -> list[Link]:
    if beeld.staat is Vraagstaat.OPEN and beeld.keuze is not None:
        url = reverse("withdraw-standpunt-doorverstrekking", args=[beeld.id])
        return [Link(url=url, label=_("Take the answer of your organisation back"))]
    if beeld.staat is Vraagstaat.AANGENOMEN and beeld.keuze is Keuze.INSTEMMEN:
        return [Link(url=reverse("withdraw-toestemming", args=[beeld.id]), label=_("Withdraw the permission"))]
    return []


@acts(open_toestemming, take_standpunt_doorverstrekking)
@require_http_methods(["GET", "POST"])
def toestemming(request: HttpRequest, doorverstrekking_id: UUID) -> HttpResponse:
    """Show a question for permission, and take the answer of one's own party."""
    beeld = _opened(request, doorverstrekking_id)
    form = ToestemmingForm(typed(request), initial={"keuze": beeld.keuze, "motivering": beeld.motivering})

    def invoer(data: dict[str, Any]) -> TakeStandpuntDoorverstrekking:
        keuze = Keuze(data["keuze"] or Keuze.ONTHOUDEN)
        return TakeStandpuntDoorverstrekking(
            houder_id=doorverstrekking_id, keuze=keuze, motivering=data["motivering"] if data["keuze"] else ""
        )

    next_url = f"{reverse('toestemming', args=[doorverstrekking_id])}?gedaan=standpunt"
    done = save(request, form, take_standpunt_doorverstrekking, invoer=invoer, next_url=next_url)
    return done or show(request, "doorverstrekking/toestemming.html", form, _around(request, beeld))


@acts(open_toestemming, withdraw_standpunt_doorverstrekking)
@require_http_methods(["GET", "POST"])
def take_back(request: HttpRequest, doorverstrekking_id: UUID) -> HttpResponse:
    """Take the answer of one's own party back, while the question is open."""
    beeld = _opened(request, doorverstrekking_id)
    back = reverse("toestemming", args=[doorverstrekking_id])
    if request.method == "GET" and (beeld.keuze is None or beeld.staat is not Vraagstaat.OPEN):
        return redirect(back)
    form = TerugForm(typed(request))

    def invoer(_data: dict[str, Any]) -> WithdrawStandpuntDoorverstrekking:
        return WithdrawStandpuntDoorverstrekking(houder_id=doorverstrekking_id)

    next_url = f"{back}?gedaan=teruggenomen"
    done = save(request, form, withdraw_standpunt_doorverstrekking, invoer=invoer, next_url=next_url)
    return done or show(request, "doorverstrekking/terugnemen.html", form, {**_around(request, beeld), "terug": back})


@acts(open_toestemming, withdraw_doorverstrekking)
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, doorverstrekking_id: UUID) -> HttpResponse:
    """Withdraw the permission that one's own party gave, with the reason."""
    beeld = _opened(request, doorverstrekking_id)
    if request.method == "GET" and not (beeld.staat is Vraagstaat.AANGENOMEN and beeld.keuze is Keuze.INSTEMMEN):
        return redirect("toestemming", doorverstrekking_id)
    return withdrawing(request, doorverstrekking_id, back=reverse("toestemmingen"), around=_around(request, beeld))
