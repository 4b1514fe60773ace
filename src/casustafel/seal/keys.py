"""Where keys live: a master key in a file, and epoch keys beside it, wrapped under the master key.

An epoch key wraps all keys that live in one period. Destroying the epoch key destroys whatever was not re-wrapped.
"""

import os
from pathlib import Path
from typing import Protocol

from casustafel.seal.envelope import KEY_BYTES, new_key, seal, unseal

EPOCH_GLOB = "epoch-*.key"


class KeyMissing(Exception):
    """A key that is needed is not where keys are kept."""


class MasterKey(Protocol):
    """Wraps and unwraps epoch keys; the key itself need never leave the place where it is kept."""

    def wrap(self, key: bytes, *, place: bytes) -> bytes:
        """Wrap a key, bound to a place."""

    def unwrap(self, wrapped: bytes, *, place: bytes) -> bytes:
        """Unwrap what `wrap` made for this place, or raise `SealBroken`."""

    def make(self) -> None:
        """Make the key where there is none; one that is there stays."""


class FileMasterKey:
    """A master key in a file of 32 bytes that only its owner can read."""

    __slots__ = ("_path",)

    def __init__(self, path: Path) -> None:
        """Take the file; it must exist by the time a key is wrapped or unwrapped."""
        self._path = path

    def _key(self) -> bytes:
        try:
            key = self._path.read_bytes()
        except OSError as fault:
            msg = f"The master key cannot be read: {self._path.name}"
            raise KeyMissing(msg) from fault
        if len(key) != KEY_BYTES:
            msg = f"The master key is not {KEY_BYTES} bytes long: {self._path.name}"
            raise KeyMissing(msg)
        return key

    def make(self) -> None:
        """Make the file where there is none; one that is there stays."""
        write_secret(self._path, new_key())

    def wrap(self, key: bytes, *, place: bytes) -> bytes:
        """Wrap a key, bound to a place."""
        return seal(key, key=self._key(), place=place)

    def unwrap(self, wrapped: bytes, *, place: bytes) -> bytes:
        """Unwrap what `wrap` made for this place, or raise `SealBroken`."""
        return unseal(wrapped, key=self._key(), place=place)


def write_secret(path: Path, secret: bytes) -> None:
    """Write a new secret to a file for its owner only, whole or not at all; an existing one is left as it is."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(secret)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    sync_folder(path.parent)


def erase(path: Path) -> None:
    """Overwrite a secret, remove it, and see to it that the disk did both; nothing where it is gone already."""
    try:
        descriptor = os.open(path, os.O_WRONLY)
    except FileNotFoundError:
        return
    with os.fdopen(descriptor, "wb") as file:
        file.write(bytes(path.stat().st_size))
        file.flush()
        os.fsync(file.fileno())
    path.unlink(missing_ok=True)
    sync_folder(path.parent)


def sync_file(path: Path) -> None:
    """Put on the disk what a file holds."""
    sync_folder(path)


def sync_folder(folder: Path) -> None:
    """Put on the disk what a folder holds."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_wrapped(path: Path, secret: bytes, *, master: MasterKey, place: bytes) -> None:
    """Write a new secret to a file, wrapped under the master key; an existing one is left as it is."""
    if not path.exists():
        write_secret(path, master.wrap(secret, place=place))


def read_wrapped(path: Path, *, master: MasterKey, place: bytes) -> bytes:
    """Read what `write_wrapped` wrote for this place. Raises `KeyMissing` or `SealBroken`."""
    try:
        wrapped = path.read_bytes()
    except FileNotFoundError as fault:
        raise KeyMissing(f"There is no key {path.name}; casustafel migrate makes it.") from fault
    return master.unwrap(wrapped, place=place)


class EpochKeys:
    """The epoch keys in a folder, each wrapped under the master key. Unwrapped once per process and epoch."""

    def __init__(self, folder: Path, master: MasterKey, *, stem: str = "epoch") -> None:
        """Take the folder of the wrapped epoch keys and the master key that opens them; `stem` names another kind."""
        self._folder = folder
        self._stem = stem
        self._master = master
        self._open: dict[int, bytes] = {}

    def _path(self, epoch: int) -> Path:
        return self._folder / f"{self._stem}-{epoch:06d}.key"

    def numbers(self) -> list[int]:
        """Give the number of every epoch that has a key, oldest first."""
        found = self._folder.glob(f"{self._stem}-*.key")
        return sorted(int(path.stem.removeprefix(f"{self._stem}-")) for path in found)

    def latest(self) -> int:
        """Give the number of the latest epoch, making the first one where there is none."""
        numbers = self.numbers()
        return numbers[-1] if numbers else self.make(1)

    def has(self, epoch: int) -> bool:
        """Tell whether an epoch has a key."""
        return self._path(epoch).exists()

    def begin(self) -> int:
        """Make the key of a new epoch and give its number."""
        return self.make(self.latest() + 1)

    def destroy(self, epoch: int) -> None:
        """Destroy the key of an epoch: overwritten, removed, and off the disk before this returns. Safe to repeat.

        Whatever is still wrapped under it is unreadable from then on, wherever a copy of it lies.
        """
        self._open.pop(epoch, None)
        erase(self._path(epoch))

    def make(self, epoch: int) -> int:
        """Make the key of an epoch, unless it is there, and give its number."""
        write_secret(self._path(epoch), self._master.wrap(new_key(), place=self._place(epoch)))
        return epoch

    def _place(self, epoch: int) -> bytes:
        return f"{self._stem}|{epoch}".encode()

    def key(self, epoch: int) -> bytes:
        """Give the key of an epoch, or raise `KeyMissing` where it was destroyed or lost."""
        if epoch in self._open and not self.has(epoch):
            del self._open[epoch]  # another process destroyed it
        if epoch not in self._open:
            try:
                wrapped = self._path(epoch).read_bytes()
            except FileNotFoundError as fault:
                msg = f"There is no key {self._path(epoch).name}."
                raise KeyMissing(msg) from fault
            self._open[epoch] = self._master.unwrap(wrapped, place=self._place(epoch))
        return self._open[epoch]
