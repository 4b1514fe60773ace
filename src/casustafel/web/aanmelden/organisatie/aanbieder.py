"""Where the people of an organisation sign in, as the operator configured it: read once, strictly. Covenant 15.2.d."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from django.core.exceptions import ImproperlyConfigured
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

CODE = r"^[a-z0-9]+(-[a-z0-9]+)*$"
SEAT = r"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$"
LOW, SUBSTANTIAL, HIGH = (f"http://eidas.europa.eu/LoA/{level}" for level in ("low", "substantial", "high"))
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
RSA_BITS = 2048


def is_guarded(url: str) -> bool:
    """Tell whether what is asked of an address stays between the two: HTTPS, or one and the same machine."""
    parts = urlsplit(url)
    return bool(parts.hostname) and (parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK))


def _is_issuer(url: str) -> str:
    parts = urlsplit(url)
    if not is_guarded(url) or parts.query or parts.fragment:
        msg = "must be an https address without a question mark"
        raise ValueError(msg)
    return url


def _is_key(path: Path) -> Path:
    """Look whether a file holds a private key that is strong enough, and is not encrypted."""
    try:
        key = load_pem_private_key(path.read_bytes(), password=None)
    except (OSError, TypeError, ValueError) as fault:
        msg = f"holds no private key that can be read: {fault.__class__.__name__}"
        raise ValueError(msg) from fault
    is_rsa = isinstance(key, RSAPrivateKey) and key.key_size >= RSA_BITS
    if not is_rsa and not (isinstance(key, EllipticCurvePrivateKey) and isinstance(key.curve, SECP256R1)):
        msg = f"must be RSA of {RSA_BITS} bits or more, or the curve P-256"
        raise ValueError(msg)
    return path


class Aanbieder(BaseModel):
    """The sign-in of one organisation; `niveaus` are its levels of assurance from low to high, as it names them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: Annotated[str, Field(pattern=CODE, max_length=40)]
    naam: Annotated[str, Field(min_length=1, max_length=100)]
    uitgever: Annotated[str, Field(max_length=300), AfterValidator(_is_issuer)]
    client_id: Annotated[str, Field(min_length=1, max_length=200)]
    sleutel: Annotated[Path, AfterValidator(_is_key)]
    organisaties: Annotated[tuple[Annotated[str, Field(pattern=SEAT)], ...], Field(min_length=1)]
    niveaus: tuple[str, ...] = (LOW, SUBSTANTIAL, HIGH)
    minimum: str = SUBSTANTIAL

    @model_validator(mode="after")
    def _has_minimum(self) -> "Aanbieder":
        if self.minimum not in self.niveaus:
            msg = "minimum must be one of niveaus"
            raise ValueError(msg)
        return self

    @property
    def genoeg(self) -> tuple[str, ...]:
        """Give the levels that are enough, the lowest first."""
        return self.niveaus[self.niveaus.index(self.minimum) :]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    aanbieder: tuple[Aanbieder, ...]


def read_aanbieders(path: Path) -> Mapping[str, Aanbieder]:
    """Read the file, by code; a key file is named from there. Raises `ImproperlyConfigured` with every fault."""
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
        for one in given.get("aanbieder", []):
            one["sleutel"] = path.parent / one["sleutel"] if "sleutel" in one else None
        found = _File.model_validate(given).aanbieder
    except ValidationError as fault:
        told = "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in fault.errors())
        raise ImproperlyConfigured(f"{path}: {told}") from None
    except (OSError, UnicodeDecodeError, TypeError, AttributeError, tomllib.TOMLDecodeError) as fault:
        raise ImproperlyConfigured(f"{path}: {fault}") from None
    by_code = {one.code: one for one in found}
    if len(by_code) < len(found):
        raise ImproperlyConfigured(f"{path}: a code is used twice")
    return by_code
