"""Bring in a signaal: to a new dossier, to an existing one, or as the answer to a question. Covenant 7.1, 7.4, 8.2."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from casustafel.acts.verstrekking import VerstrekkingInvoer
from casustafel.acts.weegploeg.answer_informatie import AnswerInformatie, answer_informatie
from casustafel.acts.weegploeg.open_dossier import VraagBeeld, open_dossier
from casustafel.acts.weegploeg.search_dossiers import search_dossiers
from casustafel.acts.weegploeg.submit_signaal import (
    NawInvoer,
    NewDossier,
    SubmitNewSignaal,
    SubmitSignaal,
    submit_new_signaal,
    submit_signaal,
)
from casustafel.convenant.regime import regime
from casustafel.convenant.rules.derde import Derde, third_person_reasons
from casustafel.convenant.rules.toegang import is_weegploeg
from casustafel.convenant.rules.weegploeg import text_reason
from casustafel.convenant.verdict import Verdict, refuse_for
from casustafel.convenant.verstrekking import provision_reasons
from casustafel.web.door import acts, not_there
from casustafel.web.part import Fact
from casustafel.web.provision import ProvisionForm
from casustafel.web.session import Visitor, visitor_of
from casustafel.web.weegploeg.checking import Checked, Make, checked, melder
from casustafel.web.weegploeg.doelgroep import NAMES as DOELGROEP_NAMES
from casustafel.web.weegploeg.dossier_page import opened
from casustafel.web.weegploeg.form_page import FormPage, around
from casustafel.web.weegploeg.progress import is_settled
from casustafel.web.weegploeg.safeguards import new_safeguards
from casustafel.web.weegploeg.signaal_form import NAW, AnswerForm, NewSignaalForm, SignaalForm
from casustafel.web.weegploeg.zoek import alike

CHECK = gettext_lazy("Check your answers")
NOT_YET = gettext_lazy("Nothing is saved yet.")
NEW = FormPage(
    heading=gettext_lazy("Bring in a signaal"),
    submit=CHECK,
    after="weegploegbord",
    intro=gettext_lazy(
        "This opens a new dossier. Is there a dossier on this person already? Then add the signaal there."
    ),
    note=NOT_YET,
)
AGAIN = FormPage(
    heading=gettext_lazy("Bring in a new signaal on this person"),
    submit=CHECK,
    after="weegploegbord",
    intro=gettext_lazy(
        "The weegploeg has an outcome on this person. A new signaal opens a new dossier; the old one is kept for its "
        "own term (article 7.4). Check whether name and address are still right."
    ),
    note=NOT_YET,
)
ADD = FormPage(heading=gettext_lazy("Add a signaal"), submit=CHECK, after="dossier", note=NOT_YET)
ANSWER = FormPage(heading=gettext_lazy("Answer a question"), submit=CHECK, after="dossier", note=NOT_YET)


@require_http_methods(["GET", "POST"])
@acts(submit_new_signaal, search_dossiers)
def signaal_new(request: HttpRequest) -> HttpResponse:
    """Begin a new dossier with its first signaal; it is shown to be checked before it is saved."""
    if not is_weegploeg(visitor_of(request).wie):
        return not_there(request)
    return _new(request, NEW, back_url=reverse("weegploegbord"), back_label=_("Weegploegbord"))


@require_http_methods(["GET", "POST"])
@acts(open_dossier, submit_new_signaal, search_dossiers)
def signaal_again(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """Begin a new dossier on the subject of one that has an outcome; the old one keeps its term. Covenant 7.4."""
    beeld = opened(request, dossier_id)
    if not is_weegploeg(visitor_of(request).wie) or not is_settled(beeld):
        return not_there(request)
    return _new(
        request,
        AGAIN,
        back_url=reverse("dossier", args=[dossier_id]),
        back_label=_("Dossier %(number)s") % {"number": beeld.nummer},
        subject=asdict(beeld.subject),
    )


def _new(
    request: HttpRequest, page: FormPage, *, back_url: str, back_label: str, subject: dict[str, Any] | None = None
) -> HttpResponse:
    visitor = visitor_of(request)

    def invoer(form: ProvisionForm) -> SubmitNewSignaal:
        told = NawInvoer(**{name: form.cleaned_data[name] for name in NAW})
        confirmed = {name: form.cleaned_data[name] for name in DOELGROEP_NAMES}
        return SubmitNewSignaal(
            subject=told, omschrijving=form.cleaned_data["omschrijving"], **confirmed, **_place(form)
        )

    flow = Checked(
        act=submit_new_signaal,
        invoer=invoer,
        preview=lambda form: submit_new_signaal.rule(visitor.wie, invoer(form), visitor.edge),
        after=_dossier_of,
        alike=lambda form: alike(request, form.cleaned_data["naam"]),
        around={
            "page": page,
            "back_url": back_url,
            "back_label": back_label,
            "melder": melder(request),
            "waarborgen": new_safeguards(visitor.wie, day=visitor.edge.day),
        },
    )

    def make(data: QueryDict | None = None, initial: dict[str, Any] | None = None) -> ProvisionForm:
        begun = {**(subject or {}), **(initial or {})}
        return NewSignaalForm(data, initial=begun, wie=visitor.wie, day=visitor.edge.day)

    return checked(request, make, flow)


@require_http_methods(["GET", "POST"])
@acts(open_dossier, submit_signaal)
def signaal_submit(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """Add a signaal to a dossier on which the weegploeg has not decided yet."""
    beeld = opened(request, dossier_id)
    visitor = visitor_of(request)

    def invoer(form: ProvisionForm) -> SubmitSignaal:
        data = form.cleaned_data
        return SubmitSignaal(
            houder_id=dossier_id, versie=data["versie"], omschrijving=data["omschrijving"], **_place(form)
        )

    flow = Checked(
        act=submit_signaal,
        invoer=invoer,
        preview=lambda form: _foreseen(form, visitor, field="omschrijving", artikel="8.2.b"),
        after=_dossier_of,
        around=around(request, beeld, ADD, melder=melder(request)),
    )
    return checked(request, _make(SignaalForm, visitor, versie=beeld.versie), flow)


@require_http_methods(["GET", "POST"])
@acts(open_dossier, answer_informatie)
def informatie_answer(request: HttpRequest, dossier_id: UUID, vraag_id: UUID) -> HttpResponse:
    """Answer a question that was put to one's own organisation."""
    beeld = opened(request, dossier_id)
    vraag = next((v for v in beeld.vragen if v.id == vraag_id), None)
    if vraag is None:
        raise Http404
    visitor = visitor_of(request)

    def invoer(form: ProvisionForm) -> AnswerInformatie:
        data = form.cleaned_data
        return AnswerInformatie(
            houder_id=dossier_id,
            versie=data["versie"],
            verzoek_id=vraag_id,
            omschrijving=data["omschrijving"],
            **_place(form),
        )

    flow = Checked(
        act=answer_informatie,
        invoer=invoer,
        preview=lambda form: _foreseen(form, visitor, field="omschrijving", artikel="7.4"),
        after=lambda _answer_id: reverse("dossier", args=[dossier_id]),
        around=around(request, beeld, ANSWER, melder=melder(request), facts=_question(vraag)),
    )
    return checked(request, _make(AnswerForm, visitor, versie=beeld.versie), flow)


def _make(form: type[ProvisionForm], visitor: Visitor, *, versie: int) -> Make:
    def made(data: QueryDict | None = None, initial: dict[str, Any] | None = None) -> ProvisionForm:
        begun = {**(initial or {}), "versie": (initial or {}).get("versie") or versie}
        return form(data, initial=begun, wie=visitor.wie, day=visitor.edge.day)

    return made


def _dossier_of(made: NewDossier) -> str:
    return reverse("dossier", args=[made.dossier_id])


def _place(form: ProvisionForm) -> dict[str, Any]:
    """Give what every signaal has beside its behaviour: where, when, a third person, and the provision."""
    return {
        "waar": form.cleaned_data["waar"],
        "wanneer": form.cleaned_data["wanneer"],
        "derde_naam": form.cleaned_data["derde_naam"],
        "derde_noodzaak": form.cleaned_data["derde_noodzaak"],
        "verstrekking": VerstrekkingInvoer(**form.verstrekking()),
    }


def _foreseen(form: ProvisionForm, visitor: Visitor, *, field: str, artikel: str) -> Verdict:
    """Give the reasons that can be known before the act looks at the dossier."""
    wie = visitor.wie
    data = form.cleaned_data
    reasons = list(text_reason(artikel, field, data[field]))
    reasons += third_person_reasons(Derde(naam=data["derde_naam"], noodzaak=data["derde_noodzaak"]))
    if wie.soort is not None:
        feit = VerstrekkingInvoer(**form.verstrekking()).feit()
        law = regime(wie.convenant.regime)
        reasons += provision_reasons(feit, soort=wie.soort, convenant=wie.convenant, regime=law, day=visitor.edge.day)
    return refuse_for(reasons)


def _question(vraag: VraagBeeld) -> list[Fact]:
    facts = [
        Fact(key=_("Question"), value=vraag.vraag),
        Fact(key=_("Asked on"), value=date_format(vraag.op)),
    ]
    if vraag.uiterlijk_op:
        facts.append(Fact(key=_("Answer hoped for by"), value=date_format(vraag.uiterlijk_op)))
    return facts
