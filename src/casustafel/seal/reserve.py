"""A reserve of keys: kept up with each key that is made, on the disk before the key counts, under its own backup key.

One file for each generation, to which lines are added and nothing else: a head, then keys sealed under the backup key
of that generation, and the names of keys that were taken out. A new generation begins with every key that lives; then
the backup keys of the older ones are destroyed, and no copy of an older file opens any more.
"""

import json
import os
from base64 import b64decode, b64encode
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from casustafel.seal.envelope import SealBroken, seal, unseal
from casustafel.seal.journal import append_line, read_lines
from casustafel.seal.keys import EpochKeys, MasterKey, sync_folder

STEM = "reserve"
SUFFIX = ".reserve"


class ReserveMissing(Exception):
    """There is a backup key, and no reserve that it belongs to: it may be elsewhere, and is not replaced unasked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """With what a generation begins: its number, the day, and the epoch of keys at that moment."""

    number: int
    op: date | None
    epoch: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A key by its name, with the day on which it was made."""

    name: str
    secret: bytes
    op: date | None


class Reserve:
    """The generations in a folder, and their backup keys in another, wrapped under the master key."""

    def __init__(self, folder: Path, *, keys: Path, master: MasterKey) -> None:
        """Take the folder of the reserve, the folder of its keys, and the master key that opens these."""
        self._folder = folder
        self._keys = EpochKeys(keys, master, stem=STEM)

    def path(self, number: int) -> Path:
        """Give the file of a generation."""
        return self._folder / f"kluis-{number:06d}{SUFFIX}"

    def latest(self) -> int | None:
        """Give the number of the latest generation; nothing where none was ever begun. Raises `ReserveMissing`."""
        numbers = sorted(int(path.stem.removeprefix("kluis-")) for path in self._folder.glob(f"kluis-*{SUFFIX}"))
        if not numbers and self._keys.numbers():
            raise ReserveMissing(f"There is no reserve of the keys in {self._folder}, and there was one.")
        return numbers[-1] if numbers else None

    def head(self) -> Head | None:
        """Give with what the latest generation begins."""
        number = self.latest()
        return None if number is None else read_head(self.path(number))

    # --- keeping up ---

    def add(self, entry: Entry) -> None:
        """Add a key to the latest generation; it is on the disk before this returns."""
        number = self.latest()
        if number is None:
            raise ReserveMissing("No reserve of the keys was begun.")
        append_line(self.path(number), self._line(entry, number))

    def drop(self, names: Collection[str]) -> None:
        """Note that keys were taken out; they open for as long as their generation does."""
        number = self.latest()
        if number is not None and names:
            append_line(self.path(number), json.dumps({"weg": sorted(names)}))

    def begin(self, entries: Iterable[Entry], *, op: date | None, epoch: int) -> int:
        """Begin a generation with these keys, whole or not at all, then destroy the backup keys of the older ones."""
        number = max((0, *self._keys.numbers(), *self._numbers())) + 1
        self._keys.make(number)
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = self.path(number).with_suffix(".nieuw")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(json.dumps({"reserve": number, "op": op.isoformat() if op else None, "epoch": epoch}) + "\n")
            file.writelines(self._line(entry, number) + "\n" for entry in entries)
            file.flush()
            os.fsync(file.fileno())
        draft.rename(self.path(number))
        sync_folder(self._folder)
        self._end_before(number)
        return number

    def _end_before(self, number: int) -> None:
        for older in self._keys.numbers():
            if older < number:
                self._keys.destroy(older)
        for older in self._numbers():
            if older < number:
                self.path(older).unlink(missing_ok=True)

    def _numbers(self) -> list[int]:
        return [int(path.stem.removeprefix("kluis-")) for path in self._folder.glob(f"kluis-*{SUFFIX}")]

    def _line(self, entry: Entry, number: int) -> str:
        sealed = seal(entry.secret, key=self._keys.key(number), place=_place(number, entry.name))
        op = entry.op.isoformat() if entry.op else None
        return json.dumps({"naam": entry.name, "op": op, "sleutel": b64encode(sealed).decode()})

    # --- reading ---

    def names(self) -> set[str]:
        """Give the names of the keys that the latest generation holds; opens nothing."""
        number = self.latest()
        return set() if number is None else set(_standing(self.path(number)))

    def opens(self, path: Path) -> bool:
        """Tell whether there is the backup key of a generation, so that its file, or a copy of it, opens."""
        return self._keys.has(read_head(path).number)

    def read(self, path: Path) -> Iterator[Entry]:
        """Open the file of a generation, or a copy of it. Raises `KeyMissing` or `SealBroken`."""
        number = read_head(path).number
        key = self._keys.key(number)
        for name, line in _standing(path).items():
            secret = unseal(b64decode(line["sleutel"]), key=key, place=_place(number, name))
            yield Entry(name=name, secret=secret, op=date.fromisoformat(line["op"]) if line["op"] else None)


def _place(number: int, name: str) -> bytes:
    return f"{STEM}|{number}|{name}".encode()


def read_head(path: Path) -> Head:
    """Read with what a file begins. Raises `SealBroken` where it is no reserve."""
    try:
        with path.open(encoding="utf-8") as file:
            head = json.loads(file.readline())
        op = date.fromisoformat(head["op"]) if head["op"] else None
        return Head(number=int(head["reserve"]), op=op, epoch=int(head["epoch"]))
    except (ValueError, KeyError, TypeError) as fault:
        raise SealBroken from fault


def _standing(path: Path) -> dict[str, dict[str, Any]]:
    """Give the last line of each key that was not taken out since; a line that a crash cut short says nothing."""
    found: dict[str, dict[str, Any]] = {}
    for text in read_lines(path):
        try:
            line = json.loads(text)
        except ValueError:
            continue
        if "naam" in line:
            found[line["naam"]] = line
        for name in line.get("weg", ()):
            found.pop(name, None)
    return found
