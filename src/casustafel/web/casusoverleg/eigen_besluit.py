"""Decide, as police or OM, that an organisation may have an item of one's own classed data. Covenant 6."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from casustafel.acts.casusoverleg.eigen_besluit import DecideEigen, WithdrawEigen, decide_eigen, withdraw_eigen
from casustafel.acts.casusoverleg.open_casus import BijdrageBeeld, CasusBeeld, OpenCasus, SignaalBeeld, open_casus
from casustafel.convenant.partij import KERNPARTIJEN
from casustafel.convenant.regime import Klasse
from casustafel.convenant.rules.klasse import ONDERZOEK
from casustafel.web.asked import Day, Line, One, Text
from casustafel.web.casusoverleg import safeguards
from casustafel.web.casusoverleg.casus_parts import items_in, may_decide_on
from casustafel.web.casusoverleg.pages import after, shown, typed
from casustafel.web.door import acts, not_there, through
from casustafel.web.part import Fact
from casustafel.web.rendering import DayInput, Fieldset
from casustafel.web.saving import ActForm, as_id, save
from casustafel.web.session import Visitor, visitor_of
from casustafel.web.words import CLASSES, organisation_names

NOBODY = UUID(int=0)
Item = SignaalBeeld | BijdrageBeeld
CONSULTED = ("bevoegd_functionaris", "bevoegd_functionaris_op", "om_geraadpleegd", "om_geraadpleegd_op")
EXAMPLE = _("For example 24-11-2026.")


class DecideForm(ActForm):
    """For which organisation, on which ground and why; for Wpg 9 and 10 also who was consulted when."""

    groups = (
        Fieldset(legend=_("Your decision"), names=("organisatie_id", "bepaling", "reden")),
        Fieldset(
            legend=_("Whom did you consult first?"),
            names=CONSULTED,
            hint=_("For data of class Wpg 9 or 10 (article 2 of the Besluit)."),
        ),
    )
    field_order = ("versie", "organisatie_id", "bepaling", "reden", *CONSULTED)
    bepaling = Text(label=_("On which legal provision may this organisation have it?"), rows=2)
    reden = Text(label=_("Why is it necessary?"), rows=3)
    bevoegd_functionaris = Line(label=_("Which bevoegd functionaris was consulted?"))
    bevoegd_functionaris_op = Day(
        label=_("On which day was the bevoegd functionaris consulted?"), widget=DayInput, help_text=EXAMPLE
    )
    om_geraadpleegd = Line(label=_("Who of the Openbaar Ministerie was consulted?"))
    om_geraadpleegd_op = Day(
        label=_("On which day was the Openbaar Ministerie consulted?"), widget=DayInput, help_text=EXAMPLE
    )

    def __init__(self, *args: Any, choices: Iterable[tuple[str, str]], is_research: bool, **kwargs: Any) -> None:
        """Offer casuspartijen and partners, and ask for the consultation where the class needs it."""
        super().__init__(*args, **kwargs)
        self.fields["organisatie_id"] = One(label=_("Which organisation may have it?"), choices=list(choices))
        if not is_research:
            for name in CONSULTED:
                del self.fields[name]
        self.order_fields(self.field_order)


def _context(beeld: CasusBeeld, visitor: Visitor, item: Item) -> dict[str, Any]:
    facts = [
        Fact(key=_t("Data"), value=item.omschrijving),
        Fact(key=_t("Class"), value=", ".join(CLASSES[Klasse(k)] for k in item.merk.klassen)),
    ]
    return {
        "nummer": beeld.nummer,
        "terug": reverse("casus", args=[beeld.id]),
        "feiten": facts,
        "waarborgen": safeguards.of_casus(visitor.wie, beeld),
    }


def _receivers(visitor: Visitor) -> list[tuple[str, str]]:
    day = visitor.edge.day
    there = [o for o in visitor.wie.convenant.organisaties if o.is_in_force_on(day)]
    return [(str(o.id), o.naam) for o in there if o.soort not in KERNPARTIJEN]


@acts(open_casus, decide_eigen)
@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, casus_id: UUID, item_id: UUID) -> HttpResponse:
    """Decide that a casuspartij or a partner may have an item of one's own organisation."""
    beeld = through(request, open_casus, OpenCasus(houder_id=casus_id))
    visitor = visitor_of(request)
    item = items_in(beeld).get(item_id)
    if item is None or not may_decide_on(visitor.wie, beeld, item, day=visitor.edge.day):
        return not_there(request)
    is_research = bool(set(item.merk.klassen) & {klasse.value for klasse in ONDERZOEK})
    form = DecideForm(typed(request), choices=_receivers(visitor), is_research=is_research)

    def invoer(data: dict[str, Any]) -> DecideEigen:
        chosen = as_id(data["organisatie_id"]) if data["organisatie_id"] else NOBODY
        rest = {name: data[name] for name in ("bepaling", "reden", *CONSULTED) if name in data}
        return DecideEigen(
            houder_id=casus_id, versie=data["versie"] or 0, item_id=item_id, organisatie_id=chosen, **rest
        )

    done = save(request, form, decide_eigen, invoer=invoer, next_url=after("casus", casus_id, done="eigen"))
    if done:
        return done
    context = _context(beeld, visitor, item)
    return shown(request, "casusoverleg/decide_eigen.html", form, context, versie=beeld.versie)


@acts(open_casus, withdraw_eigen)
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, casus_id: UUID, besluit_id: UUID) -> HttpResponse:
    """Ask once more, then withdraw a decision."""
    beeld = through(request, open_casus, OpenCasus(houder_id=casus_id))
    visitor = visitor_of(request)
    besluit = next((b for b in beeld.eigen_besluiten if b.id == besluit_id and not b.is_ingetrokken), None)
    items = items_in(beeld)
    if besluit is None or besluit.item_id not in items:
        return not_there(request)
    if request.method == "GET" and not may_decide_on(visitor.wie, beeld, items[besluit.item_id], day=visitor.edge.day):
        return redirect("casus", casus_id)
    form = ActForm(typed(request))

    def invoer(data: dict[str, Any]) -> WithdrawEigen:
        return WithdrawEigen(houder_id=casus_id, versie=data["versie"] or 0, besluit_id=besluit_id)

    done = save(request, form, withdraw_eigen, invoer=invoer, next_url=after("casus", casus_id, done="eigen-weg"))
    if done:
        return done
    context = _context(beeld, visitor, items[besluit.item_id])
    name = organisation_names(visitor.wie).get(besluit.organisatie_id, "")
    context["feiten"] = [*context["feiten"], Fact(key=_t("May be read by"), value=name)]
    return shown(request, "casusoverleg/withdraw_eigen.html", form, context, versie=beeld.versie)
