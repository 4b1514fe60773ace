"""How somebody signed in, as their session tells: with what, and when. No query. Covenant 15.2.d.

Reading: a password alone opens nothing but the page on which a second factor is set up.
"""

from datetime import UTC, datetime
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from django.conf import settings
from django.http import HttpRequest

DEMO = "demo"
FACTOR = "mfa"


def record(request: HttpRequest, method: str, **more: Any) -> None:
    """Note in the session that somebody showed who they are, and how."""
    record_authentication(request, request.user, method, **more)


def _is_strong(one: dict[str, Any]) -> bool:
    return one.get("method") == FACTOR or (one.get("method") == DEMO and settings.CASUSTAFEL_IS_DEMO)


def strong_at(request: HttpRequest) -> datetime | None:
    """Give when somebody last showed who they are with more than a password; nothing where they never did."""
    records = get_authentication_records(request, request.user)
    moments = [one["at"] for one in records if _is_strong(one)]
    return datetime.fromtimestamp(max(moments), tz=UTC) if moments else None
