"""Who is at the screen: the person who signed in, the place they chose, the moment. Ids only; nothing of a file."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from casustafel.acts.edge import Edge, edge
from casustafel.acts.gate import enter
from casustafel.acts.places import Plaats, Place, plaats_at, places
from casustafel.convenant.feit import Wie
from casustafel.web.aanmelden.again import ask_again, take_again
from casustafel.web.aanmelden.edge import clock
from casustafel.web.aanmelden.strength import (
    is_locked,
    is_over,
    is_unknown,
    note_seen,
    organisaties_of,
    strong_at,
)

PLACE = "plaats"
TASK = "taak"
SIGN_IN = "account_login"
SET_UP = frozenset({"mfa_index", "set-up-app", "factor-picture", "add-passkey"})
OWN = frozenset({"mfa_view_recovery_codes", "new-recovery-codes", "drop-factor", "end-session", "end-other-sessions"})
FREE = SET_UP | OWN | {"unlock", "choose-place", "choose-task"}
SECRECY = "geheimhouding"
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


class Visitor:
    """Somebody who signed in, at one place of theirs."""

    def __init__(self, request: HttpRequest) -> None:
        """Take the request; the facts about who are read once, when first asked for."""
        self._request = request
        self.edge: Edge = replace(edge(), since_sign_in=clock() - (strong_at(request) or NEVER))
        self._wie: Wie | None = None
        self._places: list[Place] | None = None

    @property
    def medewerker_id(self) -> UUID:
        """Give the id of who signed in."""
        if self._request.user.pk is None:
            raise PermissionError("Nobody signed in.")
        return self._request.user.pk

    @property
    def places(self) -> list[Place]:
        """Give every place of this person; of who signed in at an organisation, those of that organisation."""
        if self._places is None:
            found, only = places(self.medewerker_id, edge=self.edge), organisaties_of(self._request)
            self._places = [one for one in found if only is None or str(one.plaats.organisatie_id) in only]
        return self._places

    @property
    def place(self) -> Place | None:
        """Give the place that is on: the chosen one, or the only one."""
        chosen = self._request.session.get(PLACE)
        for place in self.places:
            if chosen == place_key(place.plaats) or (chosen is None and len(self.places) == 1):
                return place
        return None

    @property
    def wie(self) -> Wie:
        """Give the facts about who asks, at the place that is on. Raises `Refused` where there is none."""
        if self._wie is None:
            self._wie = enter(self.plaats, edge=self.edge)
        return self._wie

    @property
    def plaats(self) -> Plaats:
        """Name the place that is on, with the task that an uitvoerder named."""
        place = self.place
        zero = UUID(int=0)
        return plaats_at(
            medewerker_id=self.medewerker_id,
            convenant_id=place.plaats.convenant_id if place else zero,
            organisatie_id=place.plaats.organisatie_id if place else zero,
            taak=self._request.session.get(TASK, ""),
        )


def place_key(plaats: Plaats) -> str:
    """Give the text under which a session remembers a place."""
    return f"{plaats.convenant_id}/{plaats.organisatie_id}"


class PlaceMiddleware:
    """Give every request of somebody who signed in its visitor, and first ask for what must come first."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Take what comes after."""
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self._get_response(request)

    def process_view(self, request: HttpRequest, _view: object, _args: object, _kwargs: object) -> HttpResponse | None:
        """Ask, in this order: to sign in, with a second factor, to choose a place, to accept the secrecy text.

        Covenant 14.1, 15.2.d.
        """
        match = request.resolver_match
        if match is None or match.namespace == "api" or getattr(match.func, "is_open", False):
            return None
        if not request.user.is_authenticated:
            return redirect(f"{reverse(SIGN_IN)}?next={request.path}")
        answer = _stop(request) or take_again(request) or _wait(request)
        if answer is not None:
            return answer
        visitor = Visitor(request)
        request.visitor = visitor  # type: ignore[attr-defined]  # read through `visitor_of`, which is typed
        if strong_at(request) is None:
            return None if match.url_name in SET_UP else redirect("mfa_index")
        return None if match.url_name in FREE else _first(request, visitor, match.url_name)


def _stop(request: HttpRequest) -> HttpResponse | None:
    """End a session that lasted a whole working day, or whose provider is no longer there."""
    if not is_over(request, at=clock()) and not is_unknown(request):
        return None
    logout(request)
    return redirect(f"{reverse(SIGN_IN)}?next={request.path}")


def _wait(request: HttpRequest) -> HttpResponse | None:
    """Let a page wait behind a code where nobody touched the screen for a while; what asks by itself is nobody."""
    if strong_at(request) is None:
        return None
    asks_by_itself = request.headers.get("HX-Request") == "true"
    if is_locked(request, at=clock()):
        return HttpResponse(status=403) if asks_by_itself else ask_again(request)
    if not asks_by_itself:
        note_seen(request, at=clock())
    return None


def _first(request: HttpRequest, visitor: Visitor, url_name: str | None) -> HttpResponse | None:
    """Ask for the place and the secrecy text before any page that needs them."""
    if visitor.place is None:
        return redirect(f"{reverse('choose-place')}?next={request.path}")
    if not visitor.wie.geheimhouding_aanvaard and url_name != SECRECY:
        return redirect(SECRECY)
    return None


def visitor_of(request: HttpRequest) -> Visitor:
    """Give the visitor of a request; only for views that are not open."""
    visitor: Visitor = request.visitor  # type: ignore[attr-defined]  # set by `PlaceMiddleware` for every such view
    return visitor
