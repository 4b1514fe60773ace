"""Show the provider that it is this installation that asks: a signed statement, never a shared secret (RFC 7523)."""

from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet, KeySetSerialization, RSAKey

from casustafel.web.aanmelden.organisatie.aanbieder import Aanbieder

SECONDS = 60
"""How long a statement holds."""


def _key(aanbieder: Aanbieder) -> RSAKey | ECKey:
    pem = aanbieder.sleutel.read_bytes()
    is_curve = isinstance(load_pem_private_key(pem, password=None), EllipticCurvePrivateKey)
    key = ECKey.import_key(pem) if is_curve else RSAKey.import_key(pem)
    key.ensure_kid()
    return key


def client_assertion(aanbieder: Aanbieder, *, audience: str, jti: str, at: datetime) -> str:
    """Sign who asks, of whom, once, for a minute."""
    key = _key(aanbieder)
    issued = int(at.timestamp())
    claims = {"iss": aanbieder.client_id, "sub": aanbieder.client_id, "aud": audience, "jti": jti}
    alg = "ES256" if isinstance(key, ECKey) else "PS256"
    header = {"alg": alg, "kid": key.kid}
    return jwt.encode(header, {**claims, "iat": issued, "exp": issued + SECONDS}, key, algorithms=[alg])


def public_keys(aanbieder: Aanbieder) -> KeySetSerialization:
    """Give the public half of the key, as the provider reads it (RFC 7517)."""
    return KeySet([_key(aanbieder)]).as_dict(private=False, use="sig")
