"""What an ID token says, and whether it answers what was asked. No input or output, no clock. Covenant 15.2.d.

Every reason is one of `Why`: it is told to the operator in the log, and to nobody at the screen.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from hmac import compare_digest
from typing import Any

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

ALGORITHMS = ("PS256", "ES256", "RS256")
SKEW_SECONDS = 60
"""How far the clocks of two machines may differ."""
LONGEST_SUBJECT = 255


class Why(StrEnum):
    """Why somebody was not let in by their organisation's sign-in."""

    STATE = "state"
    CANCELLED = "cancelled"
    ANSWER = "answer"
    UNREACHABLE = "unreachable"
    DISCOVERY = "discovery"
    CODE = "code"
    MALFORMED = "malformed"
    SIGNATURE = "signature"
    ISSUER = "issuer"
    AUDIENCE = "audience"
    PARTY = "authorised-party"
    EXPIRED = "expired"
    ISSUED = "issued-at"
    NONCE = "nonce"
    LEVEL = "level"
    SIGNED_IN = "signed-in-at"
    SUBJECT = "subject"
    USERINFO = "userinfo"
    UNBOUND = "unbound"
    OTHER = "other-person"
    BINDING = "binding"


class NotShown(Exception):
    """Somebody did not show who they are."""

    def __init__(self, why: Why) -> None:
        """Say why; nothing of what was sent is kept."""
        super().__init__(why.value)
        self.why = why


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was asked of the provider, and when; `genoeg` are the levels of assurance that are enough."""

    uitgever: str
    client_id: str
    genoeg: Sequence[str]
    nonce: str
    at: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Who showed at the provider that it is them, and when."""

    onderwerp: str
    at: datetime


def open_id_token(id_token: object, *, keys: Any) -> Mapping[str, Any]:
    """Verify the signature with the provider's own keys; gives the claims. Raises `NotShown`."""
    if not isinstance(id_token, str):
        raise NotShown(Why.MALFORMED)
    try:
        return jwt.decode(id_token, KeySet.import_key_set(keys), algorithms=ALGORITHMS).claims
    except (JoseError, ValueError, TypeError, LookupError, AttributeError) as fault:
        raise NotShown(Why.SIGNATURE) from fault


def check_claims(claims: Mapping[str, Any], asked: Asked, *, now: datetime) -> Shown:
    """Hold the claims beside what was asked; gives who signed in. Raises `NotShown` with the first that is wrong."""
    for why, holds in _held(claims, asked, now=now.timestamp()):
        if not holds:
            raise NotShown(why)
    at = min(_number(claims, "auth_time"), now.timestamp())
    return Shown(onderwerp=claims["sub"], at=datetime.fromtimestamp(at, tz=UTC))


def _held(claims: Mapping[str, Any], asked: Asked, *, now: float) -> Iterator[tuple[Why, bool]]:
    """Give each claim with whether it is right. Somebody signed in for *this* question, never for an earlier one."""
    begin, end = asked.at - SKEW_SECONDS, now + SKEW_SECONDS
    yield Why.ISSUER, claims.get("iss") == asked.uitgever
    yield Why.AUDIENCE, claims.get("aud") in (asked.client_id, [asked.client_id])
    yield Why.PARTY, claims.get("azp", asked.client_id) == asked.client_id
    yield Why.EXPIRED, now - SKEW_SECONDS < _number(claims, "exp")
    yield Why.ISSUED, begin <= _number(claims, "iat") <= end
    yield Why.NONCE, compare_digest(str(claims.get("nonce")).encode(), asked.nonce.encode())
    yield Why.LEVEL, claims.get("acr") in asked.genoeg
    yield Why.SIGNED_IN, begin <= _number(claims, "auth_time") <= end
    subject = claims.get("sub")
    yield Why.SUBJECT, isinstance(subject, str) and 0 < len(subject) <= LONGEST_SUBJECT


def _number(claims: Mapping[str, Any], name: str) -> float:
    """Give a moment, in seconds; what is no moment is neither before nor after anything."""
    value = claims.get(name)
    return float(value) if isinstance(value, int | float) and math.isfinite(value) else math.nan
