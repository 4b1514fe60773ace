"""How somebody signed in, as their session tells: with what, and when. No query. Covenant 15.2.d.

Reading: a password alone opens nothing but the page on which a second factor is set up.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from django.conf import settings
from django.http import HttpRequest

from casustafel.web.aanmelden.organisatie.aanbieder import Aanbieder

DEMO = "demo"
ORGANISATIE = "organisatie"
FACTOR = "mfa"
SEEN = "gezien"
LONGEST = timedelta(hours=8)
IDLE = timedelta(minutes=30)
STEP = timedelta(minutes=5)


def record(request: HttpRequest, method: str, **more: Any) -> None:
    """Note in the session that somebody showed who they are, and how."""
    record_authentication(request, request.user, method, **more)


def _is_strong(one: dict[str, Any]) -> bool:
    if one.get("method") == ORGANISATIE:
        return one.get("aanbieder") in settings.CASUSTAFEL_AANBIEDERS
    return one.get("method") == FACTOR or (one.get("method") == DEMO and settings.CASUSTAFEL_IS_DEMO)


def _at_organisatie(request: HttpRequest) -> dict[str, Any]:
    """Give what the session tells of the last sign-in at one's own organisation; nothing where there was none."""
    records = get_authentication_records(request, request.user)
    return next((one for one in reversed(records) if one.get("method") == ORGANISATIE), {})


def aanbieder_of(request: HttpRequest) -> Aanbieder | None:
    """Give where somebody signed in at their own organisation."""
    return settings.CASUSTAFEL_AANBIEDERS.get(_at_organisatie(request).get("aanbieder", ""))


def organisaties_of(request: HttpRequest) -> frozenset[str] | None:
    """Give the ids of the organisations that this session speaks for; nothing where it may be any.

    Reading: who signed in at the provider of one party speaks for that party, and for no other.
    """
    found = _at_organisatie(request)
    return frozenset(found.get("organisaties", ())) if found else None


def is_unknown(request: HttpRequest) -> bool:
    """Tell whether somebody came in by a provider that is no longer there."""
    return bool(_at_organisatie(request)) and aanbieder_of(request) is None


def strong_at(request: HttpRequest) -> datetime | None:
    """Give when somebody last showed who they are with more than a password; nothing where they never did."""
    records = get_authentication_records(request, request.user)
    moments = [one["at"] for one in records if _is_strong(one)]
    return datetime.fromtimestamp(max(moments), tz=UTC) if moments else None


def is_demo(request: HttpRequest) -> bool:
    """Tell whether somebody came in by the demo's own door, and by no other way."""
    records = get_authentication_records(request, request.user)
    return {one.get("method") for one in records} == {DEMO}


def is_over(request: HttpRequest, *, at: datetime) -> bool:
    """Tell whether a session lasted as long as one may, whatever was done in it."""
    records = get_authentication_records(request, request.user)
    return bool(records) and at - datetime.fromtimestamp(records[0]["at"], tz=UTC) > LONGEST


def is_locked(request: HttpRequest, *, at: datetime) -> bool:
    """Tell whether nobody did anything for so long that somebody else may be at the screen."""
    return at - _seen_at(request) > IDLE


def note_seen(request: HttpRequest, *, at: datetime) -> None:
    """Note that somebody is there, once in some minutes, so that a page does not write each time."""
    if at - _seen_at(request) > STEP:
        request.session[SEEN] = at.timestamp()


def _seen_at(request: HttpRequest) -> datetime:
    seen = datetime.fromtimestamp(request.session.get(SEEN, 0), tz=UTC)
    return max(seen, strong_at(request) or seen)
