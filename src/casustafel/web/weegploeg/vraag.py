"""Ask a kernpartij for more information. Covenant 7.4."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from casustafel.acts.weegploeg.ask_informatie import AskInformatie, ask_informatie
from casustafel.acts.weegploeg.open_dossier import open_dossier
from casustafel.acts.weegploeg.withdraw_informatie import WithdrawInformatie, withdraw_informatie
from casustafel.web.asked import Day, Text
from casustafel.web.door import acts
from casustafel.web.part import Fact
from casustafel.web.rendering import DayPicker, Fieldset
from casustafel.web.saving import ActForm, as_id
from casustafel.web.session import visitor_of
from casustafel.web.weegploeg.dossier_page import opened
from casustafel.web.weegploeg.form_page import FormPage, answer, typed
from casustafel.web.words import organisation_names

PAGE = FormPage(
    heading=_("Ask for more information"),
    submit=_("Ask the question"),
    after="dossier",
    intro=_("Only a kernpartij is asked, and it answers from its own sources (article 7.4)."),
)

WITHDRAW = FormPage(
    heading=_("Take this question back"),
    submit=_("Take it back"),
    after="dossier",
    intro=_("The question stays readable in the dossier. Nobody is asked to answer it any more."),
)


class VraagForm(ActForm):
    """Which kernpartij is asked what, and by when."""

    groups = (Fieldset(legend=_("Question"), names=("organisatie_id", "vraag", "uiterlijk_op")),)
    organisatie_id = forms.ChoiceField(label=_("Whom do you ask?"), widget=forms.RadioSelect)
    vraag = Text(label=_("What do you want to know?"))
    uiterlijk_op = Day(label=_("By which day do you hope for an answer?"), required=False, widget=DayPicker)

    def __init__(self, *args: Any, kernpartijen: Iterable[tuple[UUID, str]], **kwargs: Any) -> None:
        """Offer the kernpartijen that can be asked."""
        super().__init__(*args, **kwargs)
        field = self.fields["organisatie_id"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  # declared above
        field.choices = [(str(party_id), name) for party_id, name in kernpartijen]


@require_http_methods(["GET", "POST"])
@acts(open_dossier, ask_informatie)
def informatie_ask(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """Put a question to one of the other kernpartijen."""
    beeld = opened(request, dossier_id)
    visitor = visitor_of(request)
    others = [
        (partij.id, partij.naam)
        for partij in visitor.wie.convenant.kernpartijen_on(visitor.edge.day)
        if partij.id != visitor.wie.organisatie_id
    ]
    form = VraagForm(typed(request), initial={"versie": beeld.versie}, kernpartijen=others)

    def invoer(data: dict[str, Any]) -> AskInformatie:
        return AskInformatie(
            houder_id=dossier_id,
            versie=data["versie"],
            organisatie_id=as_id(data["organisatie_id"]),
            vraag=data["vraag"],
            uiterlijk_op=data["uiterlijk_op"],
        )

    return answer(request, form, beeld, PAGE, act=ask_informatie, invoer=invoer)


@require_http_methods(["GET", "POST"])
@acts(open_dossier, withdraw_informatie)
def informatie_withdraw(request: HttpRequest, dossier_id: UUID, vraag_id: UUID) -> HttpResponse:
    """Take a question of one's own back, under the question."""
    beeld = opened(request, dossier_id)
    vraag = next((v for v in beeld.vragen if v.id == vraag_id), None)
    if vraag is None:
        raise Http404
    form = ActForm(typed(request), initial={"versie": beeld.versie})

    def invoer(data: dict[str, Any]) -> WithdrawInformatie:
        return WithdrawInformatie(houder_id=dossier_id, versie=data["versie"], verzoek_id=vraag_id)

    facts = [
        Fact(
            key=gettext("Question to"), value=organisation_names(visitor_of(request).wie).get(vraag.organisatie_id, "")
        ),
        Fact(key=gettext("Question"), value=vraag.vraag),
        Fact(key=gettext("Asked on"), on=vraag.op),
    ]
    return answer(request, form, beeld, WITHDRAW, act=withdraw_informatie, invoer=invoer, facts=facts)
