"""How a screen does an act: one call, and a refusal translated once."""

import logging
from collections.abc import Callable
from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from casustafel.acts.gate import Act, Refused, do
from casustafel.acts.health import named
from casustafel.acts.invoer import Invoer
from casustafel.convenant.rules.aanmelding import AGAIN
from casustafel.convenant.verdict import Nature, Reason, Verdict
from casustafel.web.aanmelden.again import ask_again
from casustafel.web.session import visitor_of

log = logging.getLogger(__name__)
EXPECTED = (Http404, PermissionDenied, SuspiciousOperation)
TASK_ASKED = "5-taak"
SIGN_IN_ASKED = f"15.2.d-{AGAIN}"
Out = TypeVar("Out")
View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def through(request: HttpRequest, act: Act[Any, Out], invoer: Invoer) -> Out:
    """Do an act for who is at the screen. Raises `Refused`, which becomes a page where no form takes it."""
    visitor = visitor_of(request)
    return do(act, wie=visitor.wie, invoer=invoer, edge=visitor.edge)


def acts(*served: Act[Any, Any]) -> Callable[[View], View]:
    """Name the acts that a view does, for the list of doors."""

    def mark(view: View) -> View:
        view.acts = tuple(act.code for act in served)  # type: ignore[attr-defined]  # an attribute of the function
        return view

    return mark


def open_door(view: View) -> View:
    """Mark a view that does no act and needs no sign-in: a member of the closed list of open doors."""
    view.is_open = True  # type: ignore[attr-defined]  # an attribute of the function
    return view


def sentence(reason: Reason) -> str:
    """Give the sentence of a reason in the reader's language."""
    return _(reason.text) % dict(reason.params)


def asks_sign_in(verdict: Verdict) -> bool:
    """Tell whether all that is lacking is that somebody shows once more who they are."""
    return any(reason.code == SIGN_IN_ASKED for reason in verdict.reasons)


def status_of(verdict: Verdict) -> int:
    """Give the HTTP status that fits a refusal."""
    natures = {reason.nature for reason in verdict.reasons}
    if verdict.is_hidden:
        return 404
    if Nature.RIGHT in natures:
        return 403
    return 409 if Nature.STATE in natures else 400


class RefusalMiddleware:
    """Turn a refusal that no form took into a page; hidden is the same page as for what does not exist."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Take what comes after."""
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        """Show the reasons with their articles, or that there is nothing here; name what is damaged to the operator."""
        if not isinstance(fault, Refused):
            if not isinstance(fault, EXPECTED):
                log.error("%s", named(fault))
            return None
        if fault.verdict.is_hidden:
            return not_there(request)
        if asks_sign_in(fault.verdict):
            return ask_again(request)
        reasons = [{"artikel": r.artikel, "text": sentence(r)} for r in fault.verdict.reasons]
        asks_task = any(r.code == TASK_ASKED for r in fault.verdict.reasons)
        context = {"reasons": reasons, "asks_task": asks_task}
        return render(request, "refused.html", context, status=status_of(fault.verdict))


def not_there(
    request: HttpRequest,
    exception: Exception | None = None,  # noqa: ARG001  # Django gives it by name
) -> HttpResponse:
    """Answer for what does not exist, and for what the asker may not know of."""
    return render(request, "not_there.html", status=404)


def too_often(
    request: HttpRequest,
    exception: Exception | None = None,  # noqa: ARG001  # Django gives it by name
) -> HttpResponse:
    """Answer who tries again and again: later."""
    return render(request, "429.html", status=429)
