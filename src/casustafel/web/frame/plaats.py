"""For whom somebody works now, and for which task an uitvoerder does. Covenant 5, 15.2.b."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from casustafel.convenant.feit import Rol
from casustafel.web.door import not_there
from casustafel.web.frame.own_path import next_of
from casustafel.web.session import PLACE, TASK, Visitor, place_key, visitor_of
from casustafel.web.words import TASKS

NO_TASK = "-"


class PlaceForm(forms.Form):
    """One of the places of this person."""

    use_required_attribute = False
    plaats = forms.ChoiceField(
        label=_("For whom do you work now?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose for whom you work."), "invalid_choice": _("Choose for whom you work.")},
    )

    def __init__(self, visitor: Visitor, data: object = None, *, initial: dict[str, object]) -> None:
        """Take the places of the visitor."""
        super().__init__(data, initial=initial)  # type: ignore[arg-type]  # what a request sent
        field = self.fields["plaats"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  # for mypy
        field.choices = [(place_key(p.plaats), f"{p.organisatie} · {p.gemeente}") for p in visitor.places]


@require_http_methods(["GET", "POST"])
def choose_place(request: HttpRequest) -> HttpResponse:
    """Ask for which organisation, in which covenant, the person works now."""
    visitor = visitor_of(request)
    now = place_key(visitor.place.plaats) if visitor.place else None
    sent = request.POST if request.method == "POST" else None
    form = PlaceForm(visitor, sent, initial={"plaats": request.GET.get("plaats", now)})
    if form.is_bound and form.is_valid():
        request.session[PLACE] = form.cleaned_data["plaats"]
        if form.cleaned_data["plaats"] != now:
            request.session.pop(TASK, None)
        return redirect(next_of(request))
    context = {"form": form, "next": next_of(request), "has_places": bool(visitor.places)}
    return render(request, "frame/place.html", context, status=400 if form.is_bound else 200)


class TaskForm(forms.Form):
    """The named task of an uitvoerder, or that there is none now."""

    use_required_attribute = False
    taak = forms.ChoiceField(
        label=_("For which task do you open the files?"),
        help_text=_("The task stands in the log beside everything that you open (article 5)."),
        widget=forms.RadioSelect,
        choices=[*((taak.value, words) for taak, words in TASKS.items()), (NO_TASK, _("none at this moment"))],
        error_messages={"required": _("Choose a task."), "invalid_choice": _("Choose a task.")},
    )


@require_http_methods(["GET", "POST"])
def choose_task(request: HttpRequest) -> HttpResponse:
    """Ask an uitvoerder for which task they open files."""
    visitor = visitor_of(request)
    if visitor.place is None or Rol.UITVOERDER not in visitor.wie.rollen:
        return not_there(request)
    sent = request.POST if request.method == "POST" else None
    form = TaskForm(sent, initial={"taak": request.session.get(TASK)})
    if form.is_bound and form.is_valid():
        request.session[TASK] = form.cleaned_data["taak"].replace(NO_TASK, "")
        return redirect(next_of(request))
    context = {"form": form, "next": next_of(request)}
    return render(request, "frame/task.html", context, status=400 if form.is_bound else 200)
