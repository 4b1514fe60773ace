"""Forms that do an act: they keep what was typed, and show every reason at the field it is about."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from pydantic import ValidationError

from casustafel.acts.gate import Act, Refused
from casustafel.acts.invoer import Invoer
from casustafel.convenant.verdict import Verdict
from casustafel.web.door import asks_sign_in, sentence, status_of, through
from casustafel.web.rendering import Fieldsets

Out = TypeVar("Out")

CHANGED = "8.3-changed"


class ActForm(Fieldsets, forms.Form):
    """A form for one act. `versie` is the version of the dossier that was on the screen.

    `is_clash` tells that somebody else changed the dossier meanwhile: only then `show` is given the new version.
    """

    template_name = "components/form.html"
    use_required_attribute = False
    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)
    is_clash = False

    def take(self, verdict: Verdict) -> None:
        """Show the reasons of a refusal: at their field where the form has it, else above the form."""
        for reason in verdict.reasons:
            self.is_clash = self.is_clash or reason.code == CHANGED
            text = _("Art. %(artikel)s: %(text)s") % {"artikel": reason.artikel, "text": sentence(reason)}
            self.add_error(reason.field if reason.field in self.fields else None, text)

    def take_faults(self, fault: ValidationError) -> None:
        """Show faults of type and length that the act found in what was typed."""
        for found in fault.errors():
            name = next((str(part) for part in found["loc"] if str(part) in self.fields), None)
            self.add_error(name, found["msg"])


@dataclass(frozen=True, slots=True)
class Done(Generic[Out]):
    """That the act of a form was done, and what it gave."""

    result: Out


def attempt(
    request: HttpRequest, form: ActForm, act: Act[Any, Out], *, invoer: Callable[[dict[str, Any]], Invoer]
) -> Done[Out] | None:
    """Do the act of a form that was sent. Gives what it gave, or nothing when the form must be shown again.

    Hidden goes on as `Refused`, so that a form never tells what a page would not; so does that somebody is to show once
    more who they are, which a page in between asks.
    """
    if not form.is_valid():
        return None
    try:
        return Done(through(request, act, invoer(form.cleaned_data)))
    except ValidationError as fault:
        form.take_faults(fault)
        return None
    except Refused as refused:
        if refused.verdict.is_hidden or asks_sign_in(refused.verdict):
            raise
        form.take(refused.verdict)
        form.refused_status = status_of(refused.verdict)  # type: ignore[attr-defined]  # read by `show`
        return None


def save(  # one door for all forms: what to do, with what, and where to go next
    request: HttpRequest,
    form: ActForm,
    act: Act[Any, Any],
    *,
    invoer: Callable[[dict[str, Any]], Invoer],
    next_url: str | Callable[[Any], str],
) -> HttpResponse | None:
    """Do the act of a form that was sent. Gives the redirect, or nothing when the form must be shown again."""
    done = attempt(request, form, act, invoer=invoer)
    if done is None:
        return None
    return redirect(next_url(done.result) if callable(next_url) else next_url)


def show(
    request: HttpRequest, template: str, form: ActForm, context: dict[str, Any], *, versie: int | None = None
) -> HttpResponse:
    """Show a form: anew, or as it was typed with all faults and the version that is current now."""
    if isinstance(form.data, QueryDict) and versie is not None:
        typed = form.data.copy()
        typed[form.add_prefix("versie")] = str(versie)
        form.data = typed
    status = getattr(form, "refused_status", 400) if form.is_bound else 200
    return render(request, template, {**context, "form": form}, status=status)


def as_id(value: str) -> UUID:
    """Read the id that a choice field gave."""
    return UUID(value)
