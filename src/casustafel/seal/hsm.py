"""A master key that never leaves a hardware security module, reached over PKCS#11 (extra `hsm`).

The token is named by a URI of RFC 7512, with where its library is and from which file its PIN is read:
`pkcs11:token=NAME;object=LABEL?module-path=LIBRARY&pin-source=file:PIN-FILE`.
"""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self
from urllib.parse import unquote

from casustafel.seal.envelope import KEY_BYTES, SealBroken
from casustafel.seal.keys import KeyMissing

NONCE_BYTES = 12
TAG_BITS = 128


_lock = threading.Lock()
_sessions: dict[tuple[int, str, str], Any] = {}
"""A session for each process and token. None is ever closed: closing one logs every other one out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """Where a key in a module is: the library, the token, the label of the key, and the file with the PIN."""

    library: str
    token: str
    label: str
    pin_file: Path

    @classmethod
    def parse(cls, uri: str) -> Self:
        """Read a URI of RFC 7512. Raises `ValueError` that says what is missing."""
        path, _mark, query = uri.removeprefix("pkcs11:").partition("?")
        named = dict(_pairs(path, ";")) | dict(_pairs(query, "&"))
        wanted = ("module-path", "token", "object", "pin-source")
        missing = [name for name in wanted if not named.get(name)]
        if not uri.startswith("pkcs11:") or missing:
            msg = f"This is no address of a key in a module; it lacks {', '.join(missing) or 'pkcs11:'}."
            raise ValueError(msg)
        return cls(
            library=named["module-path"],
            token=named["token"],
            label=named["object"],
            pin_file=Path(named["pin-source"].removeprefix("file:")),
        )


def _pairs(text: str, between: str) -> Iterator[tuple[str, str]]:
    for part in text.split(between):
        name, _mark, value = part.partition("=")
        yield name, unquote(value)


class HsmMasterKey:
    """A master key of AES-256 in a module, which does the wrapping itself: GCM, bound to a place."""

    __slots__ = ("_where",)

    def __init__(self, where: Token) -> None:
        """Take where the key is; the module is opened when a key is first wrapped or unwrapped."""
        self._where = where

    def make(self) -> None:
        """Make the key where there is none: it can be used and never read, not even by us. Raises `KeyMissing`."""
        with self._opened() as (pkcs11, session):
            if self._found(pkcs11, session):
                return
            attribute = pkcs11.Attribute
            session.generate_key(
                pkcs11.KeyType.AES,
                KEY_BYTES * 8,
                label=self._where.label,
                store=True,
                capabilities=pkcs11.MechanismFlag.ENCRYPT | pkcs11.MechanismFlag.DECRYPT,
                template={attribute.SENSITIVE: True, attribute.EXTRACTABLE: False},
            )

    def wrap(self, key: bytes, *, place: bytes) -> bytes:
        """Wrap a key, bound to a place. Raises `KeyMissing`."""
        nonce = os.urandom(NONCE_BYTES)
        with self._opened() as (pkcs11, session):
            sealed: bytes = self._key(pkcs11, session).encrypt(
                key, mechanism=pkcs11.Mechanism.AES_GCM, mechanism_param=pkcs11.GCMParams(nonce, place, TAG_BITS)
            )
        return nonce + sealed

    def unwrap(self, wrapped: bytes, *, place: bytes) -> bytes:
        """Unwrap what `wrap` made for this place, or raise `SealBroken`; `KeyMissing` where the module has no key."""
        nonce, sealed = wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:]
        with self._opened() as (pkcs11, session):
            master = self._key(pkcs11, session)
            try:
                opened: bytes = master.decrypt(
                    sealed,
                    mechanism=pkcs11.Mechanism.AES_GCM,
                    mechanism_param=pkcs11.GCMParams(nonce, place, TAG_BITS),
                )
            except pkcs11.exceptions.PKCS11Error as fault:
                raise SealBroken("A wrapped key does not open under the master key of the module.") from fault
        return opened

    def _found(self, pkcs11: Any, session: Any) -> list[Any]:
        """Give the keys with our label; the search is ended here, for a later one of the session would end with it."""
        wanted = {pkcs11.Attribute.CLASS: pkcs11.ObjectClass.SECRET_KEY, pkcs11.Attribute.LABEL: self._where.label}
        return list(session.get_objects(wanted))

    def _key(self, pkcs11: Any, session: Any) -> Any:
        found = self._found(pkcs11, session)
        if not found:
            raise KeyMissing(f"The module has no master key with the label {self._where.label}.")
        return found[0]

    @contextmanager
    def _opened(self) -> Iterator[tuple[Any, Any]]:
        """Give the library and a session, one act at a time: a session takes no two."""
        try:
            import pkcs11  # noqa: PLC0415  # an extra: only where the settings name a module
        except ImportError as fault:
            raise KeyMissing("A key in a module needs the extra hsm: pip install casustafel[hsm].") from fault
        with _lock:
            try:
                yield pkcs11, self._session(pkcs11)
            except (pkcs11.exceptions.PKCS11Error, OSError) as fault:
                raise KeyMissing(f"The module does not give its master key: {type(fault).__name__}.") from fault

    def _session(self, pkcs11: Any) -> Any:
        """Give the session of this process, opening it where there is none; a forked process opens its own."""
        where = self._where
        place = (os.getpid(), where.library, where.token)
        if place not in _sessions:
            library = pkcs11.lib(where.library)
            if any(pid != place[0] for pid, *_token in _sessions):
                library.reinitialize()
            token = library.get_token(token_label=where.token)
            _sessions[place] = token.open(rw=True, user_pin=where.pin_file.read_text().strip())
        return _sessions[place]
