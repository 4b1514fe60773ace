"""What is believed of an ID token: each claim by itself, without a provider."""

import hmac
import json
from base64 import urlsafe_b64encode
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet, RSAKey

from casustafel.web.aanmelden.organisatie.id_token import (
    SKEW_SECONDS,
    Asked,
    NotShown,
    Why,
    check_claims,
    open_id_token,
)

pytestmark = pytest.mark.article("15.2.d")
NOW = datetime(2026, 3, 2, 14, 0, tzinfo=UTC)
AT = int(NOW.timestamp())
ISSUER, CLIENT, NONCE = "https://login.politie.example", "casustafel", "n" * 43
LEVELS = ("http://eidas.europa.eu/LoA/substantial", "http://eidas.europa.eu/LoA/high")
ASKED = Asked(uitgever=ISSUER, client_id=CLIENT, genoeg=LEVELS, nonce=NONCE, at=AT - 30)
GOOD = {
    "iss": ISSUER,
    "aud": CLIENT,
    "sub": "p.etra",
    "nonce": NONCE,
    "acr": LEVELS[0],
    "iat": AT,
    "exp": AT + 300,
    "auth_time": AT - 5,
}
KEY = RSAKey.generate_key(2048, {"kid": "own"})
KEYS = KeySet([KEY]).as_dict(private=False)


def refusal(**wrong: Any) -> Why | None:
    """Give why a token is refused whose claims are good but for these; `...` leaves one out."""
    claims = {name: value for name, value in {**GOOD, **wrong}.items() if value is not ...}
    try:
        check_claims(claims, ASKED, now=NOW)
    except NotShown as refused:
        return refused.why
    return None


class TestWhatIsRight:
    """A token that answers what was asked."""

    @pytest.mark.parametrize("more", [{}, {"aud": [CLIENT]}, {"azp": CLIENT}, {"acr": LEVELS[1]}, {"roles": ["x"]}])
    def test_it_says_who_and_when_and_nothing_else_is_read(self, more: dict[str, Any]) -> None:
        """A higher level is enough; a claim that gives rights is not looked at."""
        shown = check_claims({**GOOD, **more}, ASKED, now=NOW)

        assert (shown.onderwerp, shown.at) == ("p.etra", NOW - timedelta(seconds=5))

    def test_a_sign_in_is_never_later_than_now(self) -> None:
        """The clock of the provider may be ahead a little; what counts here is ours."""
        assert check_claims({**GOOD, "auth_time": AT + 40}, ASKED, now=NOW).at == NOW


class TestWhatIsWrong:
    """One claim that is not as it should be."""

    @pytest.mark.parametrize(
        ("why", "name", "value"),
        [
            *((Why.ISSUER, "iss", value) for value in (..., "https://other.example", f"{ISSUER}/", None, 1)),
            *((Why.AUDIENCE, "aud", value) for value in (..., "other", [CLIENT, "other"], ["other"], [], None)),
            *((Why.PARTY, "azp", value) for value in ("other", None, [CLIENT])),
            *((Why.NONCE, "nonce", value) for value in (..., "", NONCE[1:], None, [NONCE])),
            *((Why.LEVEL, "acr", value) for value in (..., "http://eidas.europa.eu/LoA/low", "", None, [LEVELS[0]])),
            *((Why.SUBJECT, "sub", value) for value in (..., "", "x" * 256, None, 7)),
            *((Why.EXPIRED, "exp", value) for value in (..., None, True, str(AT + 300), float("inf"), float("nan"))),
            *((Why.ISSUED, "iat", value) for value in (..., None, True, str(AT))),
            *((Why.SIGNED_IN, "auth_time", value) for value in (..., None, True, str(AT))),
        ],
    )
    def test_it_is_refused_for_that(self, why: Why, name: str, value: Any) -> None:
        """Missing, of another kind, or simply other."""
        assert refusal(**{name: value}) is why

    @pytest.mark.parametrize(
        ("name", "last_good", "first_wrong", "why"),
        [
            ("exp", AT - SKEW_SECONDS + 1, AT - SKEW_SECONDS, Why.EXPIRED),
            ("iat", AT - 30 - SKEW_SECONDS, AT - 30 - SKEW_SECONDS - 1, Why.ISSUED),
            ("iat", AT + SKEW_SECONDS, AT + SKEW_SECONDS + 1, Why.ISSUED),
            ("auth_time", AT - 30 - SKEW_SECONDS, AT - 30 - SKEW_SECONDS - 1, Why.SIGNED_IN),
            ("auth_time", AT + SKEW_SECONDS, AT + SKEW_SECONDS + 1, Why.SIGNED_IN),
        ],
    )
    def test_clocks_differ_a_minute_and_no_more(self, name: str, last_good: int, first_wrong: int, why: Why) -> None:
        """Somebody signed in for this question: not before it was asked, and not in the future."""
        assert (refusal(**{name: last_good}), refusal(**{name: first_wrong})) == (None, why)

    def test_a_nonce_that_is_not_ascii_is_refused_like_any_other(self) -> None:
        """What is compared in constant time is bytes."""
        assert refusal(nonce="é") is Why.NONCE
        assert replace(ASKED, nonce="é").nonce != GOOD["nonce"]


class TestTheSignature:
    """Who wrote the token."""

    @pytest.mark.parametrize("alg", ["PS256", "RS256"])
    def test_of_the_provider_it_opens(self, alg: str) -> None:
        """With a key that the provider publishes."""
        token = jwt.encode({"alg": alg, "kid": "own"}, GOOD, KEY, algorithms=[alg])

        assert open_id_token(token, keys=KEYS) == GOOD

    def test_of_a_curve_as_well(self) -> None:
        """P-256."""
        key = ECKey.generate_key("P-256", {"kid": "own"})
        token = jwt.encode({"alg": "ES256", "kid": "own"}, GOOD, key, algorithms=["ES256"])

        assert open_id_token(token, keys=KeySet([key]).as_dict(private=False)) == GOOD

    @pytest.mark.parametrize("alg", ["RS384", "RS512", "PS384", "PS512"])
    def test_another_algorithm_is_refused_whatever_the_key(self, alg: str) -> None:
        """A closed list of three."""
        token = jwt.encode({"alg": alg, "kid": "own"}, GOOD, KEY, algorithms=[alg])

        with pytest.raises(NotShown, match="signature"):
            open_id_token(token, keys=KEYS)

    @pytest.mark.parametrize("alg", ["none", "None", "HS256"])
    @pytest.mark.parametrize("secret", [b"", b"casustafel", KEY.as_pem(private=False)])
    def test_nothing_unsigned_and_no_shared_secret(self, alg: str, secret: bytes) -> None:
        """Neither nothing, nor what everybody knows, counts as a signature."""
        signed = b".".join(urlsafe_b64encode(json.dumps(one).encode()).rstrip(b"=") for one in ({"alg": alg}, GOOD))
        made = urlsafe_b64encode(hmac.digest(secret, signed, "sha256")).rstrip(b"=") if alg == "HS256" else b""
        token = b".".join((signed, made)).decode()

        with pytest.raises(NotShown, match="signature"):
            open_id_token(token, keys=KEYS)

    @pytest.mark.parametrize("kid", ["own", "other", None])
    def test_of_somebody_else_it_is_refused(self, kid: str | None) -> None:
        """Under the name of the provider's key, another, or none."""
        header = {"alg": "PS256"} if kid is None else {"alg": "PS256", "kid": kid}
        token = jwt.encode(header, GOOD, RSAKey.generate_key(2048), algorithms=["PS256"])

        with pytest.raises(NotShown, match="signature"):
            open_id_token(token, keys=KEYS)

    def test_a_key_is_named_where_there_are_two(self) -> None:
        """Nothing is tried: a token that does not say which key it is of is refused."""
        both = KeySet([KEY, RSAKey.generate_key(2048)]).as_dict(private=False)
        token = jwt.encode({"alg": "PS256"}, GOOD, KEY, algorithms=["PS256"])

        with pytest.raises(NotShown, match="signature"):
            open_id_token(token, keys=both)

    @pytest.mark.parametrize("keys", [None, {}, {"keys": None}, {"keys": [1]}, {"keys": []}, [], "x"])
    def test_keys_that_are_none_open_nothing(self, keys: Any) -> None:
        """Whatever the provider published instead."""
        token = jwt.encode({"alg": "PS256", "kid": "own"}, GOOD, KEY, algorithms=["PS256"])

        with pytest.raises(NotShown, match="signature"):
            open_id_token(token, keys=keys)

    @pytest.mark.parametrize("token", [None, 7, b"x", {}])
    def test_what_is_no_token_is_refused(self, token: Any) -> None:
        """The answer lacks it, or has something else there."""
        with pytest.raises(NotShown, match="malformed"):
            open_id_token(token, keys=KEYS)
