"""Going to the sign-in of one's organisation, and coming back: to sign in, to begin, to show it once more. 15.2.d."""

import logging
from collections.abc import Callable
from enum import StrEnum
from typing import Any
from uuid import UUID

from allauth.account.internal.flows.login import perform_login
from allauth.account.models import Login
from allauth.decorators import rate_limit
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.internal import statekit
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST, require_safe

from casustafel.acts.edge import edge
from casustafel.acts.invitation import invited
from casustafel.acts.koppeling import account_of, bind, open_link, organisatie_ids, seal_link
from casustafel.web.aanmelden.edge import clock, unguessable
from casustafel.web.aanmelden.organisatie.aanbieder import Aanbieder
from casustafel.web.aanmelden.organisatie.id_token import Asked, NotShown, Shown, Why
from casustafel.web.aanmelden.organisatie.proof import public_keys
from casustafel.web.aanmelden.organisatie.provider import StrictAdapter
from casustafel.web.aanmelden.strength import ORGANISATIE, record
from casustafel.web.door import not_there, open_door, sentence
from casustafel.web.frame.own_path import next_of

log = logging.getLogger(__name__)


class Doel(StrEnum):
    """What somebody goes to their organisation's sign-in for."""

    AANMELDEN = "aanmelden"
    KOPPELEN = "koppelen"
    OPNIEUW = "opnieuw"


def aanbieder(code: str) -> Aanbieder | None:
    """Give a provider by its code."""
    found: Aanbieder | None = settings.CASUSTAFEL_AANBIEDERS.get(code)
    return found


def send_on(request: HttpRequest, one: Aanbieder, doel: Doel, **more: Any) -> HttpResponse:
    """Show a page that leads on to the provider; the question waits in the session for the answer.

    A page, for no form of ours may be sent on to an address elsewhere.
    """
    nonce = unguessable()
    data = {"doel": doel.value, "nonce": nonce, "at": clock().timestamp(), **more}
    try:
        url = get_adapter(request).get_provider(request, one.code).ask(aanbieder=one, nonce=nonce, data=data)
    except NotShown as refused:
        return _failed(request, one, refused.why)
    return render(request, "aanmelden/naar_organisatie.html", {"aanbieder": one, "url": url})


@open_door
@rate_limit(action="login")  # type: ignore[untyped-decorator]  # its package has no types
@require_POST
def start(request: HttpRequest, code: str) -> HttpResponse:
    """Go to the sign-in of an organisation: to sign in, or to show once more who one is."""
    one = aanbieder(code)
    if one is None:
        return not_there(request)
    if request.user.is_authenticated:
        return send_on(request, one, Doel.OPNIEUW)
    return send_on(request, one, Doel.AANMELDEN, next=next_of(request))


@open_door
@rate_limit(action="login")  # type: ignore[untyped-decorator]  # its package has no types
@require_POST
def start_with_link(request: HttpRequest, medewerker_id: UUID, token: str, code: str) -> HttpResponse:
    """Begin with a one-time link: whoever shows at the organisation who they are, signs in there from then on."""
    one = aanbieder(code)
    if one is None or invited(medewerker_id, token) is None:
        return not_there(request)
    logout(request)
    return send_on(request, one, Doel.KOPPELEN, medewerker=str(medewerker_id), link=seal_link(token))


@open_door
@require_GET
def back(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Take the answer of a provider to a question of this browser, once."""
    one = aanbieder(provider_id)
    if one is None:
        return not_there(request)
    try:
        waiting = _waiting(request, one)
        shown = _shown(request, one, waiting)
        return AFTER[Doel(waiting["data"]["doel"])](request, one, shown, waiting["data"])
    except NotShown as refused:
        return _failed(request, one, refused.why)


def _waiting(request: HttpRequest, one: Aanbieder) -> dict[str, Any]:
    """Give what waits in this browser's session for this answer, and forget it. Raises `NotShown`."""
    found = statekit.unstash_state(request, provider_id=one.code, state_id=request.GET.get("state", ""))
    if found is None:
        raise NotShown(Why.STATE)
    return dict(found)


def _shown(request: HttpRequest, one: Aanbieder, waiting: dict[str, Any]) -> Shown:
    """Give who showed who they are, after everything that can be wrong was looked at. Raises `NotShown`."""
    if "error" in request.GET or "code" not in request.GET:
        raise NotShown(Why.CANCELLED if request.GET.get("error") == "access_denied" else Why.ANSWER)
    if request.GET.get("iss", one.uitgever) != one.uitgever:
        raise NotShown(Why.ISSUER)
    data = waiting["data"]
    asked = Asked(uitgever=one.uitgever, client_id=one.client_id, genoeg=one.genoeg, nonce=data["nonce"], at=data["at"])
    return StrictAdapter(request, one.code).show(asked, verifier=waiting["pkce_code_verifier"])


def _account(one: Aanbieder, shown: Shown) -> AbstractBaseUser:
    found = account_of(aanbieder=one.code, uitgever=one.uitgever, onderwerp=shown.onderwerp)
    if found is None:
        raise NotShown(Why.UNBOUND)
    return found


def _let_in(request: HttpRequest, one: Aanbieder, shown: Shown, *, to: str) -> HttpResponse:
    """Begin a session of who was bound, for the organisations of this provider and no other."""
    account = _account(one, shown)
    if request.user.is_authenticated:
        logout(request)
    answer: HttpResponse = perform_login(request, Login(user=account, redirect_url=to))
    _record(request, one, shown)
    return answer


def _record(request: HttpRequest, one: Aanbieder, shown: Shown) -> None:
    """Note in the session who showed who they are where, when the provider says that they did."""
    ids = sorted(str(key) for key in organisatie_ids(frozenset(one.organisaties)))
    record(request, ORGANISATIE, at=shown.at.timestamp(), aanbieder=one.code, organisaties=ids)


def _after_sign_in(request: HttpRequest, one: Aanbieder, shown: Shown, data: dict[str, Any]) -> HttpResponse:
    return _let_in(request, one, shown, to=data["next"])


def _after_again(request: HttpRequest, one: Aanbieder, shown: Shown, _data: dict[str, Any]) -> HttpResponse:
    """Note that it is still the same person; their page waits in another window."""
    if _account(one, shown).pk != request.user.pk:
        raise NotShown(Why.OTHER)
    _record(request, one, shown)
    return render(request, "aanmelden/again_done.html")


def _after_link(request: HttpRequest, one: Aanbieder, shown: Shown, data: dict[str, Any]) -> HttpResponse:
    verdict = bind(
        UUID(data["medewerker"]),
        token=open_link(data["link"]),
        aanbieder=one.code,
        uitgever=one.uitgever,
        onderwerp=shown.onderwerp,
        organisaties=frozenset(one.organisaties),
        edge=edge(),
    )
    if not verdict.is_allowed:
        return _failed(request, one, Why.BINDING, told=[sentence(reason) for reason in verdict.reasons])
    return _let_in(request, one, shown, to=reverse("werkvoorraad"))


AFTER: dict[Doel, Callable[[HttpRequest, Aanbieder, Shown, dict[str, Any]], HttpResponse]] = {
    Doel.AANMELDEN: _after_sign_in,
    Doel.KOPPELEN: _after_link,
    Doel.OPNIEUW: _after_again,
}


def _failed(request: HttpRequest, one: Aanbieder, why: Why, *, told: list[str] | None = None) -> HttpResponse:
    """Say that it did not work, and to the operator alone why not."""
    log.warning("Signing in by %s was refused: %s", one.code, why.value)
    context = {"aanbieder": one, "told": told, "is_unbound": why is Why.UNBOUND, "is_cancelled": why is Why.CANCELLED}
    return render(request, "aanmelden/organisatie_faalt.html", context, status=403)


@open_door
@require_safe
def keys(request: HttpRequest, code: str) -> HttpResponse:
    """Publish the public key with which this installation shows a provider that it is itself."""
    one = aanbieder(code)
    return JsonResponse(public_keys(one)) if one else not_there(request)
