"""Let an organisation join the table of a casus, or leave it. Covenant 9.1."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from casustafel.acts.casusoverleg.deelname import AdmitDeelnemer, EndDeelname, admit_deelnemer, end_deelname
from casustafel.acts.casusoverleg.open_casus import CasusBeeld, OpenCasus, open_casus
from casustafel.convenant.partij import PARTIJEN
from casustafel.web.asked import Day, One, Text
from casustafel.web.casusoverleg import safeguards
from casustafel.web.casusoverleg.casus_parts import may_seat, seated_now
from casustafel.web.casusoverleg.pages import after, shown, typed
from casustafel.web.door import acts, not_there, through
from casustafel.web.part import Fact
from casustafel.web.rendering import DayPicker, Fieldset
from casustafel.web.saving import ActForm, as_id, save
from casustafel.web.session import Visitor, visitor_of
from casustafel.web.words import organisation_names

NOBODY = UUID(int=0)


class AdmitForm(ActForm):
    """Who joins, from which day on, and why."""

    groups = (Fieldset(legend=_("New participant"), names=("organisatie_id", "vanaf", "reden")),)
    field_order = ("versie", "organisatie_id", "vanaf", "reden")
    vanaf = Day(label=_("From which day?"), widget=DayPicker, help_text=_("Today, or a day to come."))
    reden = Text(label=_("Why does the plan need this organisation?"), rows=3)

    def __init__(self, *args: Any, choices: Iterable[tuple[str, Any]], **kwargs: Any) -> None:
        """Offer the parties of the covenant and the partners of annex 1 that are not at the table."""
        super().__init__(*args, **kwargs)
        self.fields["organisatie_id"] = One(label=_("Which party or partner?"), choices=list(choices))
        self.order_fields(self.field_order)


class EndForm(ActForm):
    """From which day on, and why."""

    groups = (Fieldset(legend=_("Leaving the table"), names=("tot", "reden")),)
    tot = Day(
        label=_("From which day without access?"), widget=DayPicker, help_text=_("From this day on it sees nothing.")
    )
    reden = Text(label=_("Why does the plan no longer need this organisation?"), rows=3)


def _choices(beeld: CasusBeeld, visitor: Visitor) -> list[tuple[str, Any]]:
    day = visitor.edge.day
    here = seated_now(beeld, day=day)
    free = [o for o in visitor.wie.convenant.organisaties if o.is_in_force_on(day) and o.id not in here]
    parties = [(str(o.id), o.naam) for o in free if o.soort in PARTIJEN]
    partners = [(str(o.id), o.naam) for o in free if o.soort not in PARTIJEN]
    groups = [(_t("Parties"), parties), (_t("Externe casuspartners (annex 1)"), partners)]
    return [group for group in groups if group[1]]


def _context(beeld: CasusBeeld, visitor: Visitor) -> dict[str, Any]:
    return {
        "nummer": beeld.nummer,
        "terug": reverse("casus", args=[beeld.id]),
        "waarborgen": safeguards.of_casus(visitor.wie, beeld),
    }


@acts(open_casus, admit_deelnemer)
@require_http_methods(["GET", "POST"])
def admit(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Let a party or a partner join the table."""
    beeld = through(request, open_casus, OpenCasus(houder_id=casus_id))
    visitor = visitor_of(request)
    if request.method == "GET" and not may_seat(visitor.wie, beeld, day=visitor.edge.day):
        return redirect("casus", casus_id)
    initial = {"vanaf": visitor.edge.day}
    form = AdmitForm(typed(request), initial=initial, choices=_choices(beeld, visitor))

    def invoer(data: dict[str, Any]) -> AdmitDeelnemer:
        return AdmitDeelnemer(
            houder_id=casus_id,
            versie=data["versie"] or 0,
            organisatie_id=as_id(data["organisatie_id"]) if data["organisatie_id"] else NOBODY,
            vanaf=data["vanaf"],
            reden=data["reden"],
        )

    done = save(request, form, admit_deelnemer, invoer=invoer, next_url=after("casus", casus_id, done="toegelaten"))
    if done:
        return done
    return shown(request, "casusoverleg/admit.html", form, _context(beeld, visitor), versie=beeld.versie)


@acts(open_casus, end_deelname)
@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, casus_id: UUID, organisatie_id: UUID) -> HttpResponse:
    """Let an organisation leave the table."""
    beeld = through(request, open_casus, OpenCasus(houder_id=casus_id))
    visitor = visitor_of(request)
    name = organisation_names(visitor.wie).get(organisatie_id, "")
    if organisatie_id not in seated_now(beeld, day=visitor.edge.day):
        return not_there(request)
    if request.method == "GET" and not may_seat(visitor.wie, beeld, day=visitor.edge.day):
        return redirect("casus", casus_id)
    form = EndForm(typed(request), initial={"tot": visitor.edge.day})

    def invoer(data: dict[str, Any]) -> EndDeelname:
        return EndDeelname(
            houder_id=casus_id,
            versie=data["versie"] or 0,
            organisatie_id=organisatie_id,
            tot=data["tot"],
            reden=data["reden"],
        )

    done = save(request, form, end_deelname, invoer=invoer, next_url=_next(visitor, casus_id, organisatie_id))
    if done:
        return done
    context = {**_context(beeld, visitor), "feiten": [Fact(key=_t("Participant"), value=name)]}
    return shown(request, "casusoverleg/end_deelname.html", form, context, versie=beeld.versie)


def _next(visitor: Visitor, casus_id: UUID, organisatie_id: UUID) -> str:
    """Go back to the casus, or to the list where it was one's own organisation that left."""
    is_own = visitor.wie.organisatie_id == organisatie_id
    return reverse("casussen") if is_own else after("casus", casus_id, done="vertrokken")
