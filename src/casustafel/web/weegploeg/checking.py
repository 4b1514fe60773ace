"""Check your answers before a signaal is saved. What was typed goes along in the page, never into a session."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from casustafel.acts.gate import Act, Refused
from casustafel.acts.invoer import Invoer
from casustafel.convenant.verdict import Verdict
from casustafel.web.door import status_of
from casustafel.web.part import Answers, Fact
from casustafel.web.provision import ProvisionForm
from casustafel.web.saving import ActForm, save, show
from casustafel.web.session import visitor_of
from casustafel.web.weegploeg.form_page import CHANGE, SAVE, STEP, TEMPLATE
from casustafel.web.weegploeg.zoek import Alike

Make = Callable[..., ProvisionForm]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """An act whose form is checked first. `preview` gives the reasons that are known before the act decides.

    `alike` finds the dossiers on somebody with a name that is alike, within the reader's own view.
    """

    act: Act[Any, Any]
    invoer: Callable[[ProvisionForm], Invoer]
    preview: Callable[[ProvisionForm], Verdict]
    after: Callable[[Any], str]
    around: dict[str, Any]
    alike: Callable[[ProvisionForm], list[Alike]] | None = None


def checked(request: HttpRequest, make: Make, flow: Checked) -> HttpResponse:
    """Show the form, then its answers, then save; on the way back, or with faults, the form as it was typed."""
    if request.method != "POST":
        return show(request, TEMPLATE, make(), flow.around)
    form = make(request.POST)
    step = request.POST.get(STEP)
    if step == CHANGE:
        form.is_valid()
        return show(request, TEMPLATE, make(initial=form.cleaned_data), flow.around)
    if step == SAVE:
        done = save(request, form, flow.act, invoer=lambda _data: flow.invoer(form), next_url=flow.after)
        if done is not None:
            return done
    elif form.is_valid() and _foresee(form, flow):
        return _check(request, form, flow)
    return show(request, TEMPLATE, form, flow.around)


def _foresee(form: ProvisionForm, flow: Checked) -> bool:
    """Put the reasons that are known already at their fields; tells whether there are none."""
    verdict = flow.preview(form)
    if verdict.is_hidden:
        raise Refused(verdict)
    form.take(verdict)
    if not verdict.is_allowed:
        form.refused_status = status_of(verdict)  # type: ignore[attr-defined]  # read by `show`
    return verdict.is_allowed


def _check(request: HttpRequest, form: ProvisionForm, flow: Checked) -> HttpResponse:
    groups = [*stated(form), Answers(title=_("Melder"), rows=[melder(request)])]
    context = {
        **flow.around,
        "groups": groups,
        "hidden": [field.as_hidden() for field in form],
        "alike": flow.alike(form) if flow.alike else [],
    }
    return render(request, "weegploeg/check.html", context)


def melder(request: HttpRequest) -> Fact:
    """Say that the melder is who is at the screen. Covenant 8.2.c."""
    organisatie = visitor_of(request).wie.organisatie
    parts = (getattr(request.user, "naam", ""), organisatie.naam if organisatie else "")
    return Fact(
        key=_("Melder"),
        value=", ".join(part for part in parts if part),
        note=_("Your name and contact stand in the dossier of the weegploeg only (article 8.2.c)."),
    )


def stated(form: ActForm) -> list[Answers]:
    """Give what was filled in, group by group; a group in which nothing was is left out."""
    groups = []
    for group in form.fieldsets():
        rows = [
            Fact(key=str(bound.label), value=_shown(bound.field, form.cleaned_data[bound.name]))
            for bound in group.fields
        ]
        if any(row.value for row in rows):
            groups.append(Answers(title=str(group.legend), rows=rows))
    return groups


def _shown(field: forms.Field, value: object) -> str:
    if isinstance(field, forms.ChoiceField):
        labels = {str(code): str(label) for code, label in field.choices}  # type: ignore[misc, union-attr]  # choices without groups
        return labels.get(str(value), "") if value else ""
    if isinstance(value, bool):
        return _("yes") if value else ""
    if isinstance(value, date):
        return date_format(value)
    return str(value or "")
