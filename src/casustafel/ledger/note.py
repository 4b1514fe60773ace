"""Sign notes and checkpoints. C2SP signed-note and tlog-checkpoint; who reads them has the checker."""

from base64 import b64encode
from typing import Protocol

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from casustafel.ledger.checker import DASH, Checkpoint, Verifier

__all__ = ["Signer", "SoftSigner", "new_private_key", "sign_checkpoint", "sign_note", "verifier_of"]


class Signer(Protocol):
    """Signs with Ed25519; the private key need never leave the place where it is kept."""

    @property
    def public(self) -> bytes:
        """Give the public key, 32 bytes."""

    def sign(self, message: bytes) -> bytes:
        """Sign a message; 64 bytes."""


class SoftSigner:
    """Signs with a private key in memory."""

    __slots__ = ("_key", "public")

    def __init__(self, private: bytes) -> None:
        """Take the private key, 32 bytes."""
        self._key = Ed25519PrivateKey.from_private_bytes(private)
        self.public = self._key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)

    def sign(self, message: bytes) -> bytes:
        """Sign a message; 64 bytes."""
        return self._key.sign(message)


def new_private_key() -> bytes:
    """Make a random private key of 32 bytes."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def verifier_of(name: str, signer: Signer) -> Verifier:
    """Give the public key under a name."""
    return Verifier(name=name, public=signer.public)


def sign_note(text: str, *, name: str, signer: Signer) -> str:
    """Sign a text that ends with a newline, under a name."""
    signature = verifier_of(name, signer).key_hash + signer.sign(text.encode())
    return f"{text}\n{DASH} {name} {b64encode(signature).decode()}\n"


def sign_checkpoint(checkpoint: Checkpoint, *, signer: Signer) -> str:
    """Sign how many leaves a log has, and the root over them; the name of the key is that of the log."""
    text = f"{checkpoint.origin}\n{checkpoint.size}\n{b64encode(checkpoint.root).decode()}\n"
    return sign_note(text, name=checkpoint.origin, signer=signer)
