"""Correct a signaal of one's own organisation, or the name and address of the subject, with a reason. Covenant 8.3."""

from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from casustafel.acts.verstrekking import VerstrekkingInvoer
from casustafel.acts.weegploeg.correct import CorrectNaw, CorrectSignaal, correct_naw, correct_signaal
from casustafel.acts.weegploeg.open_dossier import SignaalBeeld, open_dossier
from casustafel.acts.weegploeg.submit_signaal import NawInvoer
from casustafel.web.asked import Text
from casustafel.web.door import acts
from casustafel.web.provision import PROVISION
from casustafel.web.rendering import Fieldset
from casustafel.web.saving import ActForm
from casustafel.web.session import visitor_of
from casustafel.web.weegploeg.dossier_page import opened
from casustafel.web.weegploeg.form_page import FormPage, answer, typed
from casustafel.web.weegploeg.signaal_form import BEHAVIOUR, NAW, SUBJECT, THIRD, SignaalForm, subject_fields

WHY = Fieldset(legend=_("Why is it corrected?"), names=("reden",))
KEPT = _(
    "What stood here stays readable in the dossier. If it was handed over, the copy in the casus is corrected too "
    "(article 8.3)."
)
SIGNAAL = FormPage(heading=_("Correct a signaal"), submit=_("Save the correction"), after="dossier", intro=KEPT)
NAME = FormPage(heading=_("Correct the name and address"), submit=_("Save the correction"), after="dossier", intro=KEPT)


class CorrectSignaalForm(SignaalForm):
    """The signaal as it must be, and why."""

    groups = (BEHAVIOUR, THIRD, *PROVISION, WHY)
    reden = Text(label=_("Reason"), rows=3)


class CorrectNawForm(ActForm):
    """Name and address as they must be, and why."""

    groups = (SUBJECT, WHY)

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        """Ask what is recorded about the subject, and the reason."""
        super().__init__(*args, **kwargs)
        self.fields.update({**subject_fields(day), "reden": Text(label=_("Reason"), rows=3)})


@require_http_methods(["GET", "POST"])
@acts(open_dossier, correct_signaal)
def signaal_correct(request: HttpRequest, dossier_id: UUID, signaal_id: UUID) -> HttpResponse:
    """Correct a signaal that one's own organisation brought in."""
    beeld = opened(request, dossier_id)
    visitor = visitor_of(request)
    was = next((s for s in beeld.signalen if s.id == signaal_id), None)
    if was is None or was.organisatie_id != visitor.wie.organisatie_id:
        raise Http404
    initial = {"versie": beeld.versie, **_as_it_is(was)}
    form = CorrectSignaalForm(typed(request), initial=initial, wie=visitor.wie, day=visitor.edge.day)

    def invoer(data: dict[str, Any]) -> CorrectSignaal:
        names = ("versie", "omschrijving", "waar", "wanneer", "derde_naam", "derde_noodzaak", "reden")
        return CorrectSignaal(
            houder_id=dossier_id,
            signaal_id=signaal_id,
            verstrekking=VerstrekkingInvoer(**form.verstrekking()),
            **{name: data[name] for name in names},
        )

    return answer(request, form, beeld, SIGNAAL, act=correct_signaal, invoer=invoer)


def _as_it_is(s: SignaalBeeld) -> dict[str, Any]:
    names = ("omschrijving", "waar", "wanneer", "derde_naam", "derde_noodzaak")
    return {**asdict(s.verstrekking), **{name: getattr(s, name) for name in names}}


@require_http_methods(["GET", "POST"])
@acts(open_dossier, correct_naw)
def naw_correct(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """Correct what is recorded about the subject."""
    beeld = opened(request, dossier_id)
    day = visitor_of(request).edge.day
    form = CorrectNawForm(typed(request), initial={"versie": beeld.versie, **asdict(beeld.subject)}, day=day)

    def invoer(data: dict[str, Any]) -> CorrectNaw:
        subject = NawInvoer(**{name: data[name] for name in NAW})
        return CorrectNaw(houder_id=dossier_id, versie=data["versie"], subject=subject, reden=data["reden"])

    return answer(request, form, beeld, NAME, act=correct_naw, invoer=invoer)
