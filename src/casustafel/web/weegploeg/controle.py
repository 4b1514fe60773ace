"""The periodic check of a dossier: its rounds, a round to prepare, one's own items to confirm. Covenant 8.3, 3, 5."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from casustafel.acts.weegploeg.controle import (
    BevestigingBeeld,
    ConfirmControle,
    ControleBeeld,
    OpenControle,
    PrepareControle,
    RondeBeeld,
    confirm_controle,
    open_controle,
    prepare_controle,
)
from casustafel.acts.weegploeg.open_dossier import DossierBeeld, open_dossier
from casustafel.convenant.feit import Rol, Taak, Wie
from casustafel.convenant.rules.toegang import is_weegploeg
from casustafel.web.asked import Day, Text, Yes
from casustafel.web.door import acts, not_there, through
from casustafel.web.part import Cell, Column, Event, Fact, Link, Table
from casustafel.web.rendering import DayPicker, Fieldset
from casustafel.web.saving import ActForm
from casustafel.web.session import visitor_of
from casustafel.web.terms import term_of
from casustafel.web.weegploeg.dossier_page import dossier_page, opened
from casustafel.web.weegploeg.form_page import FormPage, answer, typed
from casustafel.web.weegploeg.shown import signaal_event
from casustafel.web.words import organisation_names

YES = "ja"
PREPARE = FormPage(
    heading=_("Prepare the periodic check"),
    submit=_("Ask the parties"),
    after="dossier-controle",
    intro=_("Each party that provided something is asked whether it is still right (article 8.3)."),
)
CONFIRM = FormPage(
    heading=_("Check what your organisation provided"),
    submit=_("Confirm"),
    after="dossier-controle",
    intro=_("Is something wrong? Correct it first, then confirm (article 8.3)."),
)


class PrepareForm(ActForm):
    """By which day the parties answer."""

    groups = (Fieldset(legend=_("Check"), names=("uiterlijk_op",)),)
    uiterlijk_op = Day(label=_("By which day do the parties answer?"), widget=DayPicker)


class ConfirmForm(ActForm):
    """That the items are right, and that article 3 still holds."""

    groups = (
        Fieldset(legend=_("Your items"), names=("is_juist",)),
        Fieldset(legend=_("The person"), names=("blijft", "toelichting")),
    )
    is_juist = Yes(label=_("What my organisation provided is right now"))
    blijft = forms.ChoiceField(
        label=_("Does this person stay in the Netherlands, and has he or she radicalised or threatens to (article 3)?"),
        widget=forms.RadioSelect,
        choices=[(YES, _("Yes, we confirm this")), ("nee", _("We cannot confirm this"))],
    )
    toelichting = Text(label=_("If you cannot confirm this: why not?"), rows=3, required=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """A round as it is shown."""

    facts: list[Fact]
    table: Table


@require_safe
@acts(open_dossier, open_controle)
def controle(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """Show by when the next check begins, and each round with the answers."""
    beeld = opened(request, dossier_id)
    visitor = visitor_of(request)
    seen = through(request, open_controle, OpenControle(houder_id=dossier_id))
    day = visitor.edge.day
    return dossier_page(
        request,
        beeld,
        "dossier-controle",
        due=_due(seen, day=day),
        check_steps=_steps(seen, visitor.wie),
        rounds=[_round(r, wie=visitor.wie, day=day) for r in seen.rondes],
    )


def _due(seen: ControleBeeld, *, day: date) -> list[Fact]:
    if seen.controle_uiterlijk_op is None:
        return []
    until = seen.controle_uiterlijk_op
    return [
        Fact(key=gettext("Next check by"), on=until, term=term_of(until, day=day), note=gettext("every six months"))
    ]


def _steps(seen: ControleBeeld, wie: Wie) -> list[Link]:
    is_open = any(r.is_open for r in seen.rondes)
    if Rol.UITVOERDER in wie.rollen and wie.taak is Taak.CONTROLEREN and not is_open and seen.controle_uiterlijk_op:
        return [Link(url=reverse("prepare-controle", args=[seen.id]), label=str(PREPARE.heading))]
    if is_weegploeg(wie) and _own(seen, wie) is not None:
        return [Link(url=reverse("confirm-controle", args=[seen.id]), label=str(CONFIRM.heading))]
    return []


def _own(seen: ControleBeeld, wie: Wie) -> tuple[RondeBeeld, BevestigingBeeld] | None:
    """Give what the last round still asks of the reader's organisation."""
    for ronde in seen.rondes[:1]:
        for b in ronde.bevestigingen:
            if b.organisatie_id == wie.organisatie_id and not b.is_beantwoord:
                return ronde, b
    return None


def _round(ronde: RondeBeeld, *, wie: Wie, day: date) -> Round:
    names = organisation_names(wie)
    until = ronde.uiterlijk_op
    facts = [
        Fact(key=gettext("Began on"), on=ronde.op),
        Fact(key=gettext("Answers by"), on=until, term=term_of(until, day=day) if ronde.is_open else None),
        Fact(key=gettext("State"), value=gettext("going on") if ronde.is_open else gettext("all parties answered")),
    ]
    columns = [gettext("Organisation"), gettext("Signals"), gettext("Answered on"), gettext("Article 3")]
    table = Table(
        caption=gettext("Answers of the parties"),
        columns=[Column(label=label) for label in columns],
        cells=[_line(b, names.get(b.organisatie_id, "")) for b in ronde.bevestigingen],
    )
    return Round(facts=facts, table=table)


def _line(b: BevestigingBeeld, party: str) -> list[Cell]:
    if not b.is_beantwoord:
        return [Cell(text=party), Cell(text=len(b.stukken)), Cell(text=gettext("not answered yet")), Cell(text="–")]
    holds = gettext("confirmed") if b.blijft else gettext("not confirmed")
    return [Cell(text=party), Cell(text=len(b.stukken)), Cell(on=b.beantwoord_op), Cell(text=holds, note=b.toelichting)]


@require_http_methods(["GET", "POST"])
@acts(open_dossier, prepare_controle)
def controle_prepare(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """Begin a round: each party that provided something is asked."""
    beeld = opened(request, dossier_id)
    form = PrepareForm(typed(request), initial={"versie": beeld.versie})

    def invoer(data: dict[str, Any]) -> PrepareControle:
        return PrepareControle(houder_id=dossier_id, versie=data["versie"], uiterlijk_op=data["uiterlijk_op"])

    return answer(request, form, beeld, PREPARE, act=prepare_controle, invoer=invoer)


@require_http_methods(["GET", "POST"])
@acts(open_dossier, open_controle, confirm_controle)
def controle_confirm(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """Confirm one's own items, under those items."""
    beeld = opened(request, dossier_id)
    wie = visitor_of(request).wie
    own = _own(through(request, open_controle, OpenControle(houder_id=dossier_id)), wie)
    if own is None:
        return not_there(request)
    ronde, asked = own
    form = ConfirmForm(typed(request), initial={"versie": beeld.versie})

    def invoer(data: dict[str, Any]) -> ConfirmControle:
        return ConfirmControle(
            houder_id=dossier_id,
            versie=data["versie"],
            controle_id=ronde.id,
            is_juist=data["is_juist"],
            blijft=data["blijft"] == YES,
            toelichting=data["toelichting"],
        )

    return answer(
        request,
        form,
        beeld,
        CONFIRM,
        act=confirm_controle,
        invoer=invoer,
        events=_items(beeld, asked, wie),
        events_title=gettext("What your organisation provided"),
    )


def _items(beeld: DossierBeeld, asked: BevestigingBeeld, wie: Wie) -> list[Event]:
    return [
        signaal_event(s, beeld, wie=wie, number=number)
        for number, s in enumerate(beeld.signalen, start=1)
        if s.id in asked.stukken
    ]
