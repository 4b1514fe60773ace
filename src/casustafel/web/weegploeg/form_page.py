"""A form for one step on a dossier: what stands round it, and what follows when it is sent."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from casustafel.acts.gate import Act
from casustafel.acts.invoer import Invoer
from casustafel.acts.weegploeg.open_dossier import DossierBeeld
from casustafel.web.saving import ActForm, save, show
from casustafel.web.session import visitor_of
from casustafel.web.weegploeg.safeguards import dossier_safeguards

TEMPLATE = "weegploeg/form.html"
STEP = "stap"
SAVE = "opslaan"
CHANGE = "wijzigen"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage:
    """What stands round a form; `after` names the page that follows, `note` is a sentence above the buttons."""

    heading: str | Promise
    submit: str | Promise
    after: str
    intro: str | Promise = ""
    note: str | Promise = ""


def typed(request: HttpRequest) -> QueryDict | None:
    """Give what was sent, or nothing where the page is asked for."""
    return request.POST if request.method == "POST" else None


def around(request: HttpRequest, beeld: DossierBeeld, page: FormPage, **more: Any) -> dict[str, Any]:
    """Give the context of a form on a dossier."""
    visitor = visitor_of(request)
    dossier_url = reverse("dossier", args=[beeld.id])
    return {
        "page": page,
        "dossier_url": dossier_url,
        "back_url": reverse(page.after, args=[beeld.id]),
        "back_label": _("Dossier %(number)s") % {"number": beeld.nummer},
        "beeld": beeld,
        "waarborgen": dossier_safeguards(beeld, visitor.wie, day=visitor.edge.day),
        **more,
    }


def answer(
    request: HttpRequest,
    form: ActForm,
    beeld: DossierBeeld,
    page: FormPage,
    *,
    act: Act[Any, Any],
    invoer: Callable[[dict[str, Any]], Invoer],
    next_url: str = "",
    **more: Any,
) -> HttpResponse:
    """Do the act of a form that was sent, or show the form: anew, or with its faults and all that was typed.

    `next_url` is where to go on to, where that is not the page that `page` names.
    """
    if request.method == "POST":
        next_url = next_url or reverse(page.after, args=[beeld.id])
        done = save(request, form, act, invoer=invoer, next_url=next_url)
        if done is not None:
            return done
    versie = beeld.versie if form.is_clash else None
    return show(request, TEMPLATE, form, around(request, beeld, page, **more), versie=versie)
