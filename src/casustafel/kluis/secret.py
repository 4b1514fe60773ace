"""Secrets of signing in, sealed under the master key: few, small, and each of the place that it is for."""

from base64 import urlsafe_b64decode, urlsafe_b64encode

from casustafel.kluis.hoofdsleutel import hoofdsleutel


def seal_secret(text: str, *, place: str) -> str:
    """Seal a short text, bound to a place. Raises `KeyMissing`."""
    return urlsafe_b64encode(hoofdsleutel().wrap(text.encode(), place=place.encode())).decode()


def open_secret(sealed: str, *, place: str) -> str:
    """Open what `seal_secret` made for this place. Raises `KeyMissing` or `SealBroken`."""
    return hoofdsleutel().unwrap(urlsafe_b64decode(sealed), place=place.encode()).decode()
