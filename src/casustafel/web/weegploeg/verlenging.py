"""A longer term to decide: ask it, take a position on it, take the question back. Covenant 7.4, 4."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from casustafel.acts.weegploeg.open_dossier import DossierBeeld, StandpuntBeeld, open_dossier
from casustafel.acts.weegploeg.verlenging import (
    AskVerlenging,
    RemindVerlenging,
    TakeStandpuntVerlenging,
    WithdrawVerlenging,
    ask_verlenging,
    remind_verlenging,
    take_standpunt_verlenging,
    withdraw_verlenging,
)
from casustafel.convenant.feit import UNDECIDED, Keuze, Wie
from casustafel.convenant.overeenstemming import Vraagstaat
from casustafel.convenant.rules.toegang import is_weegploeg
from casustafel.web.asked import Text
from casustafel.web.door import acts
from casustafel.web.part import Fact, Link, Position
from casustafel.web.rendering import Fieldset
from casustafel.web.saving import ActForm
from casustafel.web.session import visitor_of
from casustafel.web.terms import term_of
from casustafel.web.weegploeg.dossier_page import opened
from casustafel.web.weegploeg.form_page import FormPage, answer, typed
from casustafel.web.words import CHOICES, acted, organisation_names

ASK = FormPage(
    heading=_("Ask for a longer term"),
    submit=_("Ask for a longer term"),
    after="dossier-beslissing",
    intro=_("Once, the term to decide can be three months longer, if all kernpartijen agree (article 7.4)."),
    note=_("By asking, your organisation agrees."),
)
POSITION = FormPage(
    heading=_("Position of your organisation on a longer term"),
    submit=_("Save this position"),
    after="dossier-beslissing",
    intro=_("When the last kernpartij agrees, the term is three months longer at once (article 7.4)."),
)
WITHDRAW = FormPage(
    heading=_("Take the question for a longer term back"),
    submit=_("Take it back"),
    after="dossier-beslissing",
    intro=_("The term to decide stays as it is."),
)


REMIND = FormPage(
    heading=_("Remind the kernpartijen of a longer term"),
    submit=_("Remind the kernpartijen"),
    after="dossier-beslissing",
    intro=_("The reminder stands in the werkvoorraad of who has not spoken."),
)


class AskForm(ActForm):
    """Why more time is needed."""

    groups = (Fieldset(legend=_("More time"), names=("reden",)),)
    reden = Text(label=_("Why does the weegploeg need more time?"))


class PositionForm(ActForm):
    """Whether the organisation agrees, with reasons."""

    groups = (Fieldset(legend=_("Position"), names=("keuze", "motivering")),)
    keuze = forms.ChoiceField(
        label=_("Does your organisation agree with three months more?"),
        widget=forms.RadioSelect,
        choices=[
            (Keuze.INSTEMMEN.value, _("Yes, we agree")),
            (Keuze.ONTHOUDEN.value, _("We withhold our agreement; everybody in the weegploeg sees this")),
        ],
    )
    motivering = Text(label=_("Why?"))


def term_facts(beeld: DossierBeeld, *, day: date) -> list[Fact]:
    """Say by which day the weegploeg decides, whether that was extended, and what a term that passed counts as."""
    if beeld.beslis_uiterlijk_op is None:
        return []
    since = beeld.niet_geagendeerd_sinds
    facts = [
        Fact(
            key=gettext("Decide by"),
            on=beeld.beslis_uiterlijk_op,
            term=None if since else term_of(beeld.beslis_uiterlijk_op, day=day),
            note=gettext("three months from the first signaal, once three more (article 7.4)"),
        )
    ]
    if beeld.verlengd_op:
        facts.append(Fact(key=gettext("Extended on"), on=beeld.verlengd_op))
    if since:
        facts.append(Fact(key=gettext("Counts as not substantial enough since"), on=since))
    return facts


def question_facts(beeld: DossierBeeld, wie: Wie) -> list[Fact]:
    """Say who asked for a longer term, when and why, and how far that is."""
    vraag = beeld.verlenging
    if vraag is None:
        return []
    states = {
        Vraagstaat.OPEN: gettext("asked, not all kernpartijen have agreed"),
        Vraagstaat.AANGENOMEN: gettext("all kernpartijen agreed"),
        Vraagstaat.INGETROKKEN: gettext("taken back"),
    }
    return [
        Fact(key=gettext("Asked by"), value=organisation_names(wie).get(vraag.organisatie_id, "")),
        Fact(key=gettext("Asked on"), on=vraag.op),
        Fact(key=gettext("Why"), value=vraag.reden),
        Fact(key=gettext("How far it is"), value=states[Vraagstaat(vraag.staat)]),
    ]


def term_steps(beeld: DossierBeeld, wie: Wie, *, day: date) -> list[Link]:
    """Give what this reader may do about the term."""
    is_over = beeld.staat not in UNDECIDED or beeld.niet_geagendeerd_sinds is not None
    if is_over or beeld.verlengd_op is not None or not is_weegploeg(wie):
        return []
    vraag = beeld.verlenging
    if vraag is None or vraag.staat != Vraagstaat.OPEN:
        return [Link(url=reverse("ask-verlenging", args=[beeld.id]), label=gettext("Ask for a longer term"))]
    steps = [
        Link(
            url=reverse("take-standpunt-verlenging", args=[beeld.id]),
            label=gettext("Take the position of your organisation on a longer term"),
        )
    ]
    if len(vraag.standpunten) < len(wie.convenant.kernpartijen_on(day)):
        url = reverse("remind-verlenging", args=[beeld.id])
        steps.append(Link(url=url, label=gettext("Remind the kernpartijen of a longer term")))
    if vraag.organisatie_id == wie.organisatie_id:
        url = reverse("withdraw-verlenging", args=[beeld.id])
        steps.append(Link(url=url, label=gettext("Take the question for a longer term back")))
    return steps


def term_positions(beeld: DossierBeeld, wie: Wie, *, day: date) -> list[Position]:
    """Give where each kernpartij stands on a longer term, while that is asked."""
    if beeld.verlenging is None or beeld.verlenging.staat == Vraagstaat.INGETROKKEN:
        return []
    taken = {s.organisatie_id: s for s in beeld.verlenging.standpunten}
    return [_position(partij.naam, taken.get(partij.id)) for partij in wie.convenant.kernpartijen_on(day)]


def _position(party: str, s: StandpuntBeeld | None) -> Position:
    if s is None:
        return Position(party=party, stand="open")
    return Position(
        party=party,
        stand="withheld" if s.keuze == Keuze.ONTHOUDEN else "given",
        text=str(CHOICES[Keuze(s.keuze)]),
        on=s.op,
        name=acted(s.door, als_plaatsvervanger=s.als_plaatsvervanger),
        motivation=s.motivering,
    )


@require_http_methods(["GET", "POST"])
@acts(open_dossier, ask_verlenging)
def verlenging_ask(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """Ask for three months more."""
    beeld = opened(request, dossier_id)
    form = AskForm(typed(request), initial={"versie": beeld.versie})

    def invoer(data: dict[str, Any]) -> AskVerlenging:
        return AskVerlenging(houder_id=dossier_id, versie=data["versie"], reden=data["reden"])

    facts = term_facts(beeld, day=visitor_of(request).edge.day)
    return answer(request, form, beeld, ASK, act=ask_verlenging, invoer=invoer, facts=facts)


@require_http_methods(["GET", "POST"])
@acts(open_dossier, take_standpunt_verlenging)
def verlenging_position(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """Take the position of one's organisation, under the question and the positions of the others."""
    beeld = opened(request, dossier_id)
    visitor = visitor_of(request)
    form = PositionForm(typed(request), initial={"versie": beeld.versie})

    def invoer(data: dict[str, Any]) -> TakeStandpuntVerlenging:
        return TakeStandpuntVerlenging(
            houder_id=dossier_id,
            versie=data["versie"],
            keuze=Keuze(data["keuze"]),
            motivering=data["motivering"],
        )

    return answer(
        request,
        form,
        beeld,
        POSITION,
        act=take_standpunt_verlenging,
        invoer=invoer,
        facts=question_facts(beeld, visitor.wie),
        positions=term_positions(beeld, visitor.wie, day=visitor.edge.day),
    )


@require_http_methods(["GET", "POST"])
@acts(open_dossier, withdraw_verlenging)
def verlenging_withdraw(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """Take one's question back."""
    beeld = opened(request, dossier_id)
    form = ActForm(typed(request), initial={"versie": beeld.versie})

    def invoer(data: dict[str, Any]) -> WithdrawVerlenging:
        return WithdrawVerlenging(houder_id=dossier_id, versie=data["versie"])

    facts = question_facts(beeld, visitor_of(request).wie)
    return answer(request, form, beeld, WITHDRAW, act=withdraw_verlenging, invoer=invoer, facts=facts)


@require_http_methods(["GET", "POST"])
@acts(open_dossier, remind_verlenging)
def verlenging_remind(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """Remind the kernpartijen that have not spoken."""
    beeld = opened(request, dossier_id)
    form = ActForm(typed(request), initial={"versie": beeld.versie})

    def invoer(data: dict[str, Any]) -> RemindVerlenging:
        return RemindVerlenging(houder_id=dossier_id, versie=data["versie"])

    facts = question_facts(beeld, visitor_of(request).wie)
    return answer(request, form, beeld, REMIND, act=remind_verlenging, invoer=invoer, facts=facts)
