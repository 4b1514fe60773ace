"""Show once more who one is, for a decision: on a page in between, that carries what was typed and keeps it nowhere.

What was typed stays in the browser, in the page that asks, and is sent once more with the answer.
"""

import json
from collections.abc import Iterable
from typing import Any

from allauth.mfa.webauthn.internal.auth import begin_authentication
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from casustafel.web.aanmelden.forms import AgainForm
from casustafel.web.aanmelden.passkey_forms import AgainPasskeyForm
from casustafel.web.aanmelden.strength import DEMO, aanbieder_of, is_demo, record

PREFIX = "opnieuw"
OURS = frozenset({"csrfmiddlewaretoken", f"{PREFIX}-code", f"{PREFIX}-demo", f"{PREFIX}-credential"})


def ask_again(request: HttpRequest, form: AgainForm | None = None) -> HttpResponse:
    """Ask who is at the screen to show that it is them, and carry what they sent."""
    is_read = request.method != "POST"
    carried: Iterable[tuple[str, list[str]]] = (
        [("next", [request.get_full_path()])] if is_read else request.POST.lists()
    )
    context: dict[str, Any] = {
        "carried": [(name, value) for name, values in carried if name not in OURS for value in values],
        "code_form": form or AgainForm(user=request.user, prefix=PREFIX),
        "is_read": is_read,
        "options": _options(request),
        "is_demo_person": is_demo(request),
        "aanbieder": aanbieder_of(request),
        "action": reverse("unlock") if is_read else request.get_full_path(),
    }
    return render(request, "aanmelden/again.html", context, status=403 if form is None else 400)


def take_again(request: HttpRequest) -> HttpResponse | None:
    """Take the answer, and let the request go on with what was carried; else ask again."""
    if request.method != "POST":
        return None
    if f"{PREFIX}-demo" in request.POST and settings.CASUSTAFEL_IS_DEMO and is_demo(request):
        record(request, DEMO)
    elif f"{PREFIX}-code" in request.POST:
        form = _answered(request)
        if not form.is_valid():
            return ask_again(
                request, form if isinstance(form, AgainForm) else AgainForm(user=request.user, prefix=PREFIX)
            )
        form.save()
    return None


def _answered(request: HttpRequest) -> AgainForm | AgainPasskeyForm:
    """Read the answer: of a passkey where there is one, else a code."""
    kind = AgainPasskeyForm if request.POST.get(f"{PREFIX}-credential") else AgainForm
    return kind(user=request.user, data=request.POST, prefix=PREFIX)


def _options(request: HttpRequest) -> str:
    """Give what the browser asks a passkey for, as JSON; nothing where this person has none."""
    options = begin_authentication(request.user)
    return json.dumps(options) if options["publicKey"].get("allowCredentials") else ""
