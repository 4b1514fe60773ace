"""Take the position of one's organisation, and record the outcome that all agree with. Covenant 7.4, 4."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from casustafel.acts.gate import Act
from casustafel.acts.invoer import Wijzigend
from casustafel.acts.weegploeg.decide import Decide, decide
from casustafel.acts.weegploeg.open_dossier import open_dossier
from casustafel.acts.weegploeg.remind_standpunt import RemindStandpunt, remind_standpunt
from casustafel.acts.weegploeg.take_standpunt import TakeStandpunt, take_standpunt
from casustafel.acts.weegploeg.withdraw_standpunt import WithdrawStandpunt, withdraw_standpunt
from casustafel.convenant.feit import Keuze, Uitkomst
from casustafel.convenant.overleg import Bord
from casustafel.web.asked import Text
from casustafel.web.door import acts
from casustafel.web.overleg.back import back_to
from casustafel.web.rendering import Fieldset
from casustafel.web.saving import ActForm
from casustafel.web.session import visitor_of
from casustafel.web.weegploeg.dossier_page import opened
from casustafel.web.weegploeg.form_page import FormPage, answer, typed
from casustafel.web.weegploeg.progress import agreed_outcome
from casustafel.web.weegploeg.shown import positions

STANDPUNT = FormPage(
    heading=_("Position of your organisation"),
    submit=_("Save this position"),
    after="dossier-beslissing",
    intro=_(
        "All kernpartijen must agree, each through its own representative (article 7.4). You can change this later."
    ),
)
DECIDE = FormPage(
    heading=_("Record the outcome"),
    submit=_("Record the outcome"),
    after="dossier-beslissing",
    intro=_("The outcome can be recorded when all kernpartijen agree with the same one (articles 7.4 and 4)."),
    note=_("An outcome stays. A new signaal after it opens a new dossier."),
)
WITHDRAW = FormPage(
    heading=_("Take the position of your organisation back"),
    submit=_("Take it back"),
    after="dossier-beslissing",
    intro=_("Your organisation then has no position again, and the weegploeg stays undecided (article 7.4)."),
)
REMIND = FormPage(
    heading=_("Remind the kernpartijen"),
    submit=_("Send the reminder"),
    after="dossier-beslissing",
    intro=_("Who has not taken a position yet sees in its werkvoorraad that you asked again. No name is sent."),
)
OUTCOMES = [
    (Uitkomst.AGENDEREN.value, _("Put the subject on the agenda of the casusoverleg")),
    (Uitkomst.NIET_AGENDEREN.value, _("Not substantial enough for the casusoverleg")),
]


class StandpuntForm(ActForm):
    """The outcome that the organisation agrees with, or that it withholds, with reasons."""

    groups = (Fieldset(legend=_("Position"), names=("uitkomst", "motivering")),)
    uitkomst = forms.ChoiceField(
        label=_("With which outcome does your organisation agree?"),
        widget=forms.RadioSelect,
        choices=[
            *OUTCOMES,
            (Keuze.ONTHOUDEN.value, _("We withhold our agreement; everybody in the weegploeg sees this")),
        ],
    )
    motivering = Text(label=_("Why?"))


class BeslissingForm(ActForm):
    """The outcome and its reasons."""

    groups = (Fieldset(legend=_("Outcome"), names=("uitkomst", "motivering")),)
    uitkomst = forms.ChoiceField(label=_("Which outcome?"), widget=forms.RadioSelect, choices=OUTCOMES)
    motivering = Text(label=_("Why?"), help_text=_("The subject may get to read this."))


@require_http_methods(["GET", "POST"])
@acts(open_dossier, take_standpunt)
def standpunt_take(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """Take the position of one's organisation, with the one it had filled in."""
    beeld = opened(request, dossier_id)
    visitor = visitor_of(request)
    own = next((s for s in beeld.standpunten if s.organisatie_id == visitor.wie.organisatie_id), None)
    initial = {"uitkomst": own.keuze, "motivering": own.motivering} if own else {}
    form = StandpuntForm(typed(request), initial={"versie": beeld.versie, **initial})

    def invoer(data: dict[str, Any]) -> TakeStandpunt:
        chosen = data["uitkomst"]
        return TakeStandpunt(
            houder_id=dossier_id,
            versie=data["versie"],
            uitkomst=None if chosen == Keuze.ONTHOUDEN else Uitkomst(chosen),
            motivering=data["motivering"],
        )

    meeting = back_to(request, Bord.WEEGPLOEG)
    back = {"back_url": meeting, "back_label": _("Overleg")} if meeting else {}
    return answer(request, form, beeld, STANDPUNT, act=take_standpunt, invoer=invoer, next_url=meeting, **back)


@require_http_methods(["GET", "POST"])
@acts(open_dossier, decide)
def uitkomst_decide(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """Record the outcome, under the positions it rests on."""
    beeld = opened(request, dossier_id)
    visitor = visitor_of(request)
    agreed = agreed_outcome(beeld, visitor.wie, day=visitor.edge.day)
    form = BeslissingForm(typed(request), initial={"versie": beeld.versie, "uitkomst": agreed})

    def invoer(data: dict[str, Any]) -> Decide:
        return Decide(
            houder_id=dossier_id,
            versie=data["versie"],
            uitkomst=Uitkomst(data["uitkomst"]),
            motivering=data["motivering"],
        )

    shown = positions(beeld, visitor.wie, day=visitor.edge.day)
    return answer(request, form, beeld, DECIDE, act=decide, invoer=invoer, positions=shown)


@require_http_methods(["GET", "POST"])
@acts(open_dossier, withdraw_standpunt)
def standpunt_withdraw(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """Take the position of one's organisation back, under the positions as they are."""
    return _confirm(request, dossier_id, WITHDRAW, act=withdraw_standpunt, invoer=WithdrawStandpunt)


@require_http_methods(["GET", "POST"])
@acts(open_dossier, remind_standpunt)
def standpunt_remind(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """Remind who has not taken a position, under the positions as they are."""
    return _confirm(request, dossier_id, REMIND, act=remind_standpunt, invoer=RemindStandpunt)


def _confirm(
    request: HttpRequest, dossier_id: UUID, page: FormPage, *, act: Act[Any, Any], invoer: type[Wijzigend]
) -> HttpResponse:
    """Ask once more, and do what needs nothing but the version that was seen."""
    beeld = opened(request, dossier_id)
    visitor = visitor_of(request)
    form = ActForm(typed(request), initial={"versie": beeld.versie})
    shown = positions(beeld, visitor.wie, day=visitor.edge.day)
    return answer(
        request,
        form,
        beeld,
        page,
        act=act,
        invoer=lambda data: invoer(houder_id=dossier_id, versie=data["versie"]),
        positions=shown,
    )
