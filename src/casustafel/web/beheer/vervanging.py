"""Deputies of the own organisation on the screens. Covenant 4."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from casustafel.acts.invoer import Niets
from casustafel.acts.register.vervanging import (
    NamePlaatsvervanger,
    WithdrawPlaatsvervanger,
    find_vervangingen,
    name_plaatsvervanger,
    withdraw_plaatsvervanger,
)
from casustafel.convenant.feit import Rol
from casustafel.convenant.rules.vervanging import VERVANGBAAR
from casustafel.web.asked import Day, Line, One
from casustafel.web.beheer.pages import BeheerPage, answer, safeguards, typed
from casustafel.web.door import acts, not_there, through
from casustafel.web.part import Cell, Column, Fact, Table
from casustafel.web.rendering import DayPicker
from casustafel.web.saving import ActForm, as_id
from casustafel.web.session import visitor_of
from casustafel.web.words import ROLES

NOBODY = UUID(int=0)


class VervangingForm(ActForm):
    """Who acts, in which role, for which period."""

    medewerker_id = One(label=gettext_lazy("Who acts for you?"))
    rol = One(label=gettext_lazy("In which role?"))
    vanaf = Day(label=gettext_lazy("From which day?"), widget=DayPicker())
    tot = Day(label=gettext_lazy("What is the first day on which it has ended?"), widget=DayPicker())
    reden = Line(label=gettext_lazy("Why?"))

    def __init__(self, data: Any, *, people: list[tuple[str, str]], rollen: list[tuple[str, Any]]) -> None:
        """Offer colleagues and the own roles."""
        super().__init__(data)
        self.fields["medewerker_id"].choices = people  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["rol"].choices = rollen  # type: ignore[attr-defined]  # a ChoiceField


@acts(find_vervangingen)
@require_safe
def vervangingen(request: HttpRequest) -> HttpResponse:
    """List the deputies of the own organisation."""
    found = through(request, find_vervangingen, Niets()).vervangingen
    labels = (_("Name"), _("Role"), _("Since"), _("Until"), _("Named by"), _("Withdraw"))
    table = Table(
        caption=_("Deputies of your organisation"),
        columns=[Column(label=label) for label in labels],
        cells=[
            [
                Cell(text=v.naam, note=v.reden),
                Cell(text=str(ROLES[v.rol])),
                Cell(on=v.vanaf),
                Cell(on=v.tot),
                Cell(text=v.benoemd_door),
                Cell(text=_("Withdraw"), url=reverse("withdraw-plaatsvervanger", args=[v.id])),
            ]
            for v in found
        ],
    )
    return render(request, "beheer/vervangingen.html", {"table": table, "waarborgen": safeguards("4")})


def _page(heading: str, **more: Any) -> BeheerPage:
    return BeheerPage(heading=heading, artikel="4", back="vervangingen", back_label=gettext_lazy("Deputies"), **more)


@acts(find_vervangingen, name_plaatsvervanger)
@require_http_methods(["GET", "POST"])
def name(request: HttpRequest) -> HttpResponse:
    """Name a deputy."""
    visitor = visitor_of(request)
    found = through(request, find_vervangingen, Niets())
    people = [(str(one.medewerker_id), one.naam) for one in found.collegas]
    rollen = [(rol.value, ROLES[rol]) for rol in Rol if rol in VERVANGBAAR & visitor.wie.rollen]
    today = visitor.edge.day

    def invoer(given: dict[str, Any]) -> NamePlaatsvervanger:
        return NamePlaatsvervanger(
            medewerker_id=as_id(given["medewerker_id"]) if given["medewerker_id"] else NOBODY,
            rol=Rol(given["rol"]) if given["rol"] else Rol.AUDITOR,
            vanaf=given["vanaf"] or today,
            tot=given["tot"] or given["vanaf"] or today,
            reden=given["reden"],
        )

    page = _page(
        _("Name a deputy"), intro=(_("A deputy acts as you do in this role, and is shown as a deputy everywhere."),)
    )
    form = VervangingForm(typed(request), people=people, rollen=rollen)
    return answer(request, form, page, act=name_plaatsvervanger, invoer=invoer)


@acts(find_vervangingen, withdraw_plaatsvervanger)
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, vervanging_id: UUID) -> HttpResponse:
    """Ask once more, then withdraw a deputy."""
    found = through(request, find_vervangingen, Niets()).vervangingen
    row = next((v for v in found if v.id == vervanging_id), None)
    if row is None:
        return not_there(request)
    page = _page(
        _("Withdraw this deputy?"),
        facts=[Fact(key=_("Name"), value=row.naam), Fact(key=_("Until"), on=row.tot)],
        submit=_("Withdraw"),
        negative=True,
    )
    given = WithdrawPlaatsvervanger(vervanging_id=vervanging_id)
    return answer(request, ActForm(typed(request)), page, act=withdraw_plaatsvervanger, invoer=lambda _typed: given)
