"""What a partner sees of a disclosure: the chosen items and nothing else, until the last day. Covenant 10.5, 14.2."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from casustafel.acts.bewaring.berichten import find_werk_vernietigd
from casustafel.acts.casusoverleg.open_doorverstrekking import (
    DoorverstrekkingRegel,
    OpenDoorverstrekking,
    find_doorverstrekkingen,
    open_doorverstrekking,
)
from casustafel.acts.invoer import Niets
from casustafel.acts.werk import WerkRegel
from casustafel.convenant.regime import regime
from casustafel.web.door import acts, through
from casustafel.web.doorverstrekking import safeguards
from casustafel.web.doorverstrekking.words import items_of, needs, yours_until
from casustafel.web.part import Cell, Column, Fact, Table
from casustafel.web.session import visitor_of


@acts(find_doorverstrekkingen, *find_werk_vernietigd)
@require_GET
def doorverstrekkingen(request: HttpRequest) -> HttpResponse:
    """List what was disclosed to one's organisation and may be seen today."""
    lijst = through(request, find_doorverstrekkingen, Niets())
    told = [regel for act in find_werk_vernietigd for regel in through(request, act, Niets()).werk]
    context = {
        "vernietigd": _told(told) if told else None,
        "tabel": _table(lijst.doorverstrekkingen) if lijst.doorverstrekkingen else None,
        "waarborgen": safeguards.of_partner(visitor_of(request).wie, None),
    }
    return render(request, "doorverstrekking/partner_list.html", context)


def _told(regels: list[WerkRegel]) -> Table:
    return Table(
        caption=_("Destroyed at its source"),
        columns=[Column(label=_("Number")), Column(label=_("Destroyed on"))],
        cells=[[Cell(text=regel.nummer), Cell(on=regel.uiterlijk_op)] for regel in regels],
    )


def _table(regels: tuple[DoorverstrekkingRegel, ...]) -> Table:
    return Table(
        caption=_("Data for your organisation"),
        columns=[Column(label=_("Number")), Column(label=_("Casus")), Column(label=_("Last day"))],
        cells=[
            [
                Cell(text=regel.nummer, url=reverse("doorverstrekking", args=[regel.id])),
                Cell(text=regel.casus_nummer),
                Cell(on=regel.tot),
            ]
            for regel in regels
        ],
    )


@acts(open_doorverstrekking)
@require_GET
def doorverstrekking(request: HttpRequest, doorverstrekking_id: UUID) -> HttpResponse:
    """Show a partner exactly the chosen items, as they stand now."""
    page = through(request, open_doorverstrekking, OpenDoorverstrekking(houder_id=doorverstrekking_id))
    wie = visitor_of(request).wie
    law = regime(wie.convenant.regime)
    context = {
        "nummer": page.nummer,
        "plan_url": reverse("plan", args=[page.casus_id]),
        "casus_nummer": page.casus_nummer,
        "feiten": [
            Fact(key=_("What you need this for"), value="\n".join(needs(page.noodzaak, law=law))),
            yours_until(page.tot),
        ],
        "gegevens": items_of(page.gegevens, law=law),
        "waarborgen": safeguards.of_partner(wie, page),
    }
    return render(request, "doorverstrekking/partner.html", context)
