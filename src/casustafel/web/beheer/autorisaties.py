"""Review of authorisations on the screens: seen, confirmed, ended, asked for. Covenant 15.2.c, 15.2.f."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from casustafel.acts.invoer import Niets
from casustafel.acts.register.autorisaties import (
    AskAutorisatie,
    BeoordelingBeeld,
    ConfirmAutorisaties,
    EndAutorisatie,
    RefuseVraag,
    StapBeeld,
    VraagBeeld,
    ask_autorisatie,
    confirm_autorisaties,
    end_autorisatie,
    find_autorisaties,
    refuse_vraag,
)
from casustafel.convenant.feit import Rol
from casustafel.convenant.rules.autorisatie import Autorisatiestap, Vraaguitkomst
from casustafel.web.asked import Line, Many
from casustafel.web.beheer.pages import BeheerPage, answer, safeguards, typed
from casustafel.web.door import acts, not_there, through
from casustafel.web.part import Cell, Column, Fact, Table
from casustafel.web.saving import ActForm, as_id
from casustafel.web.session import visitor_of
from casustafel.web.terms import term_of
from casustafel.web.words import ROLES

STEPS = {
    Autorisatiestap.VERLEEND: gettext_lazy("granted"),
    Autorisatiestap.BEVESTIGD: gettext_lazy("confirmed"),
    Autorisatiestap.INGETROKKEN: gettext_lazy("withdrawn"),
}
ANSWERS = {
    Vraaguitkomst.OPEN: gettext_lazy("waits for the manager"),
    Vraaguitkomst.VERLEEND: gettext_lazy("granted"),
    Vraaguitkomst.GEWEIGERD: gettext_lazy("not granted"),
}


class ConfirmForm(ActForm):
    """Who still needs an authorisation."""

    autorisaties = Many(
        label=gettext_lazy("Who still needs this authorisation?"),
        help_text=gettext_lazy("What you leave out ends on its day."),
    )

    def __init__(self, data: Any, *, held: Sequence[BeoordelingBeeld]) -> None:
        """Offer the authorisations that the reader confirms."""
        super().__init__(data)
        offered = [(str(one.id), _offered(one)) for one in held]
        self.fields["autorisaties"].choices = offered  # type: ignore[attr-defined]  # a ChoiceField


class ReasonForm(ActForm):
    """Why."""

    reden = Line(label=gettext_lazy("Why?"))


class AskForm(ActForm):
    """For whom which roles are asked, and why."""

    naam = Line(label=gettext_lazy("Name"))
    email = Line(label=gettext_lazy("E-mail address"), widget=forms.EmailInput)
    functie = Line(label=gettext_lazy("Function"), required=False)
    rollen = Many(label=gettext_lazy("Roles"), choices=[(rol.value, words) for rol, words in ROLES.items()])
    reden = Line(label=gettext_lazy("Why does this person need it?"))


def _offered(one: BeoordelingBeeld) -> str:
    words = {"name": one.naam, "role": ROLES[one.rol], "day": date_format(one.tot)}
    return _("%(name)s, %(role)s; ends on %(day)s") % words


@acts(find_autorisaties)
@require_safe
def autorisaties(request: HttpRequest) -> HttpResponse:
    """Show the authorisations under review, by organisation, and what was asked."""
    found = through(request, find_autorisaties, Niets())
    today = visitor_of(request).edge.day
    standing = [one for one in found.autorisaties if one.eindigde_op is None]
    context = {
        "tables": [
            _table(name, list(rows), day=today) for name, rows in groupby(standing, key=lambda o: o.organisatie)
        ],
        "ended": _ended([one for one in found.autorisaties if one.eindigde_op is not None]),
        "vragen": _asked(found.vragen),
        "confirms": any(one.bevestigt for one in standing),
        "asks": found.mag_vragen,
        "waarborgen": safeguards("15.2.f"),
    }
    return render(request, "beheer/autorisaties.html", context)


def _table(organisatie: str, rows: Sequence[BeoordelingBeeld], *, day: date) -> Table:
    labels = (_("Name"), _("Role"), _("Valid until"), _("Term"), _("What was done"), _("End"))
    return Table(
        caption=organisatie,
        columns=[Column(label=label) for label in labels],
        cells=[
            [
                Cell(text=one.naam, note=one.functie),
                Cell(text=str(ROLES[one.rol])),
                Cell(on=one.tot),
                Cell(term=term_of(one.tot, day=day)) if one.vanaf_bevestigen <= day else Cell(text="–"),
                Cell(text=_history(one.stappen)),
                Cell(text=_("End"), url=reverse("end-autorisatie", args=[one.id])) if one.bevestigt else _nobody(one),
            ]
            for one in rows
        ],
    )


def _nobody(one: BeoordelingBeeld) -> Cell:
    return Cell(text=_("somebody else does this")) if one.is_eigen else Cell(text="–")


def _history(stappen: Sequence[StapBeeld]) -> str:
    said = (
        _("%(step)s on %(day)s by %(name)s") % {"step": STEPS[s.stap], "day": date_format(s.op), "name": s.door}
        for s in stappen
    )
    return "; ".join(said) or "–"


def _ended(rows: Sequence[BeoordelingBeeld]) -> Table | None:
    labels = (_("Name"), _("Organisation"), _("Role"), _("Since"), _("Ended on"), _("What was done"))
    cells = [
        [
            Cell(text=one.naam),
            Cell(text=one.organisatie),
            Cell(text=str(ROLES[one.rol])),
            Cell(on=one.vanaf),
            Cell(on=one.eindigde_op),
            Cell(text=_history(one.stappen)),
        ]
        for one in rows
    ]
    caption = _("Ended in the past year")
    return Table(caption=caption, columns=[Column(label=label) for label in labels], cells=cells) if cells else None


def _asked(rows: Sequence[VraagBeeld]) -> Table | None:
    labels = (_("For whom"), _("Organisation"), _("Roles"), _("Asked on"), _("Why"), _("Answer"))
    cells = [
        [
            Cell(text=one.naam, note=one.functie),
            Cell(text=one.organisatie),
            Cell(text=", ".join(str(ROLES[rol]) for rol in one.rollen)),
            Cell(on=one.gevraagd_op, note=one.gevraagd_door),
            Cell(text=one.reden),
            Cell(text=str(ANSWERS[one.staat]), note=one.antwoord),
        ]
        for one in rows
    ]
    caption = _("Requests for an authorisation")
    return Table(caption=caption, columns=[Column(label=label) for label in labels], cells=cells) if cells else None


def _page(heading: str, *, artikel: str, **more: Any) -> BeheerPage:
    return BeheerPage(
        heading=heading, artikel=artikel, back="autorisaties", back_label=gettext_lazy("Authorisations"), **more
    )


@acts(find_autorisaties, confirm_autorisaties)
@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest) -> HttpResponse:
    """Confirm who still needs an authorisation."""
    found = through(request, find_autorisaties, Niets()).autorisaties
    held = [one for one in found if one.bevestigt]
    page = _page(
        _("Who still needs an authorisation?"),
        artikel="15.2.f",
        intro=(_("Every half year somebody else of the organisation confirms it. Who is not confirmed loses access."),),
        submit=_("Confirm"),
    )

    def invoer(given: dict[str, Any]) -> ConfirmAutorisaties:
        return ConfirmAutorisaties(autorisaties=tuple(as_id(one) for one in given["autorisaties"]))

    return answer(request, ConfirmForm(typed(request), held=held), page, act=confirm_autorisaties, invoer=invoer)


@acts(find_autorisaties, end_autorisatie)
@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, autorisatie_id: UUID) -> HttpResponse:
    """End the authorisation of a colleague who no longer needs it."""
    found = through(request, find_autorisaties, Niets()).autorisaties
    row = next((one for one in found if one.id == autorisatie_id and one.bevestigt), None)
    if row is None:
        return not_there(request)
    page = _page(
        _("End this authorisation?"),
        artikel="15.2.c",
        facts=[
            Fact(key=_("Name"), value=row.naam),
            Fact(key=_("Role"), value=str(ROLES[row.rol])),
            Fact(key=_("Valid until"), on=row.tot),
        ],
        submit=_("End"),
        negative=True,
    )

    def invoer(given: dict[str, Any]) -> EndAutorisatie:
        return EndAutorisatie(autorisatie_id=autorisatie_id, reden=given["reden"])

    return answer(request, ReasonForm(typed(request)), page, act=end_autorisatie, invoer=invoer)


@acts(find_autorisaties, ask_autorisatie)
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """Ask roles for somebody of the own organisation."""
    if not through(request, find_autorisaties, Niets()).mag_vragen:
        return not_there(request)
    page = _page(
        _("Ask an authorisation for somebody"),
        artikel="15.2.c",
        intro=(_("The manager of authorisations decides. Ask no more than this person needs."),),
        submit=_("Ask"),
    )

    def invoer(given: dict[str, Any]) -> AskAutorisatie:
        return AskAutorisatie(
            naam=given["naam"],
            email=given["email"],
            functie=given["functie"],
            rollen=tuple(Rol(rol) for rol in given["rollen"]),
            reden=given["reden"],
        )

    return answer(request, AskForm(typed(request)), page, act=ask_autorisatie, invoer=invoer)


@acts(find_autorisaties, refuse_vraag)
@require_http_methods(["GET", "POST"])
def refuse(request: HttpRequest, vraag_id: UUID) -> HttpResponse:
    """Refuse a request, with the reason."""
    found = through(request, find_autorisaties, Niets())
    row = next((one for one in found.vragen if one.id == vraag_id and one.staat is Vraaguitkomst.OPEN), None)
    if row is None or not found.mag_antwoorden:
        return not_there(request)
    page = _page(
        _("Refuse this request?"),
        artikel="15.2.c",
        facts=[
            Fact(key=_("For whom"), value=row.naam, note=row.organisatie),
            Fact(key=_("Roles"), value=", ".join(str(ROLES[rol]) for rol in row.rollen)),
            Fact(key=_("Why"), value=row.reden),
        ],
        submit=_("Refuse"),
        negative=True,
    )

    def invoer(given: dict[str, Any]) -> RefuseVraag:
        return RefuseVraag(vraag_id=vraag_id, reden=given["reden"])

    return answer(request, ReasonForm(typed(request)), page, act=refuse_vraag, invoer=invoer)
