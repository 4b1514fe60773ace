"""AES-256-GCM envelopes: bytes sealed under a key and bound to the place where they stand."""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
NONCE_BYTES = 12


class SealBroken(Exception):
    """Sealed bytes do not open here: altered, moved, put back, or under another key."""


def new_key() -> bytes:
    """Make a random key of 32 bytes."""
    return os.urandom(KEY_BYTES)


def seal(plain: bytes, *, key: bytes, place: bytes) -> bytes:
    """Seal bytes under a key, bound to a place; gives nonce and ciphertext."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, plain, place)


def unseal(sealed: bytes, *, key: bytes, place: bytes) -> bytes:
    """Open what `seal` made for this key and place, or raise `SealBroken`."""
    try:
        return AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], place)
    except (InvalidTag, ValueError) as fault:
        raise SealBroken from fault
