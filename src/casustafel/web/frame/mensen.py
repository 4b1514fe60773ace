"""People and their authorisations: seen, granted, withdrawn by the manager. Covenant 15.2.b, 15.2.c."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from casustafel.acts.gate import Act
from casustafel.acts.invoer import Invoer, Niets
from casustafel.acts.register.autorisaties import VraagBeeld, find_autorisaties
from casustafel.acts.register.people import (
    AutorisatieBeeld,
    DeputyBeeld,
    Grant,
    Withdraw,
    find_people,
    grant_autorisatie,
    withdraw_autorisatie,
)
from casustafel.acts.register.vervanging import WithdrawPlaatsvervanger, withdraw_plaatsvervanger
from casustafel.convenant.feit import Rol
from casustafel.convenant.rules.autorisatie import Vraaguitkomst
from casustafel.web.asked import Line, Many, One
from casustafel.web.door import acts, not_there, through
from casustafel.web.part import Cell, Column, Fact, Table, Waarborgen
from casustafel.web.saving import ActForm, as_id, attempt, save, show
from casustafel.web.session import Visitor, visitor_of
from casustafel.web.words import ROLES


class GrantForm(ActForm):
    """Who gets which roles, for which organisation."""

    naam = Line(label=gettext_lazy("Name"))
    email = Line(label=gettext_lazy("E-mail address"), widget=forms.EmailInput)
    functie = Line(label=gettext_lazy("Function"), required=False)
    organisatie_id = One(label=gettext_lazy("Organisation"))
    rollen = Many(label=gettext_lazy("Roles"), choices=[(rol.value, words) for rol, words in ROLES.items()])

    def __init__(self, visitor: Visitor, data: Any = None) -> None:
        """Take the organisations that take part today."""
        super().__init__(data)
        organisaties = [o for o in visitor.wie.convenant.organisaties if o.is_in_force_on(visitor.edge.day)]
        self.fields["organisatie_id"].choices = [(str(o.id), o.naam) for o in organisaties]  # type: ignore[attr-defined]  # a ChoiceField

    def invoer(self, typed: dict[str, Any]) -> Grant:
        """Give what was typed as the input of the act."""
        return Grant(
            naam=typed["naam"],
            email=typed["email"],
            functie=typed["functie"],
            organisatie_id=as_id(typed["organisatie_id"]) if typed["organisatie_id"] else UUID(int=0),
            rollen=tuple(Rol(rol) for rol in typed["rollen"]),
        )


@acts(find_people, find_autorisaties)
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """List everybody with an authorisation, by organisation."""
    found = through(request, find_people, Niets())
    by_party = groupby(found.autorisaties, key=lambda row: row.organisatie)
    tables = [_table(name, list(rows)) for name, rows in by_party]
    asked = [one for one in through(request, find_autorisaties, Niets()).vragen if one.staat is Vraaguitkomst.OPEN]
    if asked:
        tables.insert(0, _asked(asked))
    if found.plaatsvervangers:
        tables.append(_deputies(found.plaatsvervangers))
    return render(request, "frame/people.html", {"tables": tables, "waarborgen": _waarborgen()})


def _asked(rows: Sequence[VraagBeeld]) -> Table:
    """Give the requests that wait, each with the two answers to it."""
    labels = (_("For whom"), _("Organisation"), _("Roles"), _("Why"), _("Asked on"), _("Grant"), _("Refuse"))
    return Table(
        caption=_("Requests for an authorisation"),
        columns=[Column(label=label) for label in labels],
        cells=[
            [
                Cell(text=one.naam, note=one.functie),
                Cell(text=one.organisatie),
                Cell(text=", ".join(str(ROLES[rol]) for rol in one.rollen)),
                Cell(text=one.reden, note=one.gevraagd_door),
                Cell(on=one.gevraagd_op),
                Cell(text=_("Grant"), url=f"{reverse('grant')}?{urlencode({'vraag': one.id})}"),
                Cell(text=_("Refuse"), url=reverse("refuse-autorisatie", args=[one.id])),
            ]
            for one in rows
        ],
    )


def _deputies(rows: Sequence[DeputyBeeld]) -> Table:
    labels = (_("Name"), _("Organisation"), _("Role"), _("Since"), _("Until"), _("Named by"), _("Withdraw"))
    return Table(
        caption=_("Deputies"), columns=[Column(label=label) for label in labels], cells=[_deputy(row) for row in rows]
    )


def _deputy(row: DeputyBeeld) -> list[Cell]:
    own = Cell(text=_("another manager does this"))
    return [
        Cell(text=row.naam),
        Cell(text=row.organisatie),
        Cell(text=str(ROLES[row.rol])),
        Cell(on=row.vanaf),
        Cell(on=row.tot),
        Cell(text=row.benoemd_door),
        own if row.is_eigen else Cell(text=_("Withdraw"), url=reverse("withdraw-deputy", args=[row.id])),
    ]


def _table(organisatie: str, rows: list[AutorisatieBeeld]) -> Table:
    labels = (_("Name"), _("Function"), _("Role"), _("Valid until"), _("Secrecy"), _("Sign in"), _("Withdraw"))
    return Table(
        caption=organisatie, columns=[Column(label=label) for label in labels], cells=[_cells(row) for row in rows]
    )


def _cells(row: AutorisatieBeeld) -> list[Cell]:
    own = Cell(text=_("another manager does this"))
    url = reverse("withdraw", args=[row.id])
    return [
        Cell(text=row.naam, note=row.email),
        Cell(text=row.functie or "–"),
        Cell(text=str(ROLES[row.rol])),
        Cell(on=row.tot),
        Cell(text=_("accepted") if row.is_geheimhouding_aanvaard else _("not accepted yet")),
        own if row.is_eigen else Cell(text=_("New link"), url=reverse("reset-sign-in", args=[row.medewerker_id])),
        own if row.is_eigen else Cell(text=_("Withdraw"), url=url),
    ]


@acts(grant_autorisatie, find_people, find_autorisaties)
@require_http_methods(["GET", "POST"])
def grant(request: HttpRequest) -> HttpResponse:
    """Give somebody roles, and show the one-time link of who is new, once."""
    visitor = visitor_of(request)
    form = GrantForm(visitor, request.POST if request.method == "POST" else None)
    if form.is_bound:
        done = attempt(request, form, grant_autorisatie, invoer=form.invoer)
        if done is not None:
            path = done.result.uitnodiging
            link = request.build_absolute_uri(path) if path else ""
            return render(request, "frame/granted.html", {"link": link, "waarborgen": _waarborgen()})
    else:
        through(request, find_people, Niets())
        form.initial = _as_asked(request, request.GET.get("vraag", ""))
    return show(request, "frame/grant.html", form, {"waarborgen": _waarborgen()})


def _as_asked(request: HttpRequest, vraag_id: str) -> dict[str, Any]:
    """Fill the form with what was asked; nothing where no such request waits."""
    if not vraag_id:
        return {}
    asked = through(request, find_autorisaties, Niets()).vragen
    row = next((one for one in asked if str(one.id) == vraag_id and one.staat is Vraaguitkomst.OPEN), None)
    if row is None:
        return {}
    return {
        "naam": row.naam,
        "email": row.email,
        "functie": row.functie,
        "organisatie_id": str(row.organisatie_id),
        "rollen": [rol.value for rol in row.rollen],
    }


@acts(withdraw_autorisatie, find_people)
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, autorisatie_id: UUID) -> HttpResponse:
    """Ask once more, then withdraw an authorisation; never one's own."""
    found = through(request, find_people, Niets()).autorisaties
    row = next((row for row in found if row.id == autorisatie_id and not row.is_eigen), None)
    if row is None:
        return not_there(request)
    facts = [*_whose(row), Fact(key=_("Valid until"), on=row.tot)]
    invoer = Withdraw(autorisatie_id=autorisatie_id)
    return _ask(request, withdraw_autorisatie, invoer, titel=_("Withdraw this authorisation?"), facts=facts)


@acts(withdraw_plaatsvervanger, find_people)
@require_http_methods(["GET", "POST"])
def withdraw_deputy(request: HttpRequest, vervanging_id: UUID) -> HttpResponse:
    """Ask once more, then withdraw a deputy of any organisation; never oneself."""
    found = through(request, find_people, Niets()).plaatsvervangers
    row = next((row for row in found if row.id == vervanging_id and not row.is_eigen), None)
    if row is None:
        return not_there(request)
    facts = [*_whose(row), Fact(key=_("Until"), on=row.tot)]
    invoer = WithdrawPlaatsvervanger(vervanging_id=vervanging_id)
    return _ask(request, withdraw_plaatsvervanger, invoer, titel=_("Withdraw this deputy?"), facts=facts)


def _whose(row: AutorisatieBeeld | DeputyBeeld) -> list[Fact]:
    note = _("as a deputy") if isinstance(row, DeputyBeeld) else ""
    return [
        Fact(key=_("Name"), value=row.naam),
        Fact(key=_("Organisation"), value=row.organisatie),
        Fact(key=_("Role"), value=str(ROLES[row.rol]), note=note),
    ]


def _ask(request: HttpRequest, act: Act[Any, Any], invoer: Invoer, *, titel: str, facts: list[Fact]) -> HttpResponse:
    form = ActForm(request.POST if request.method == "POST" else None)
    if form.is_bound:
        saved = save(request, form, act, invoer=lambda _typed: invoer, next_url=reverse("people"))
        if saved is not None:
            return saved
    return show(request, "frame/withdraw.html", form, {"titel": titel, "facts": facts, "waarborgen": _waarborgen()})


def _waarborgen() -> Waarborgen:
    return Waarborgen(
        artikel="15.2.c",
        role=str(ROLES[Rol.AUTORISATIEBEHEERDER]),
        purpose=_("To grant and to withdraw who may see what."),
    )
