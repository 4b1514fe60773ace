"""Whether an installation is in use on this machine: who works with it holds a lock, a restore holds it alone."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from django.conf import settings

LOCK, MARK, RESTORED = "in-gebruik", "herstel-bezig", "hersteld-op"
_held: dict[Path, int] = {}


class InUse(Exception):
    """The installation is at work, or a restore of it is not finished; the text says which."""


def _open() -> int:
    folder = Path(settings.CASUSTAFEL_DATA)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)


def _keep(descriptor: int) -> None:
    """Keep a lock for as long as this process lives; one is enough."""
    folder = Path(settings.CASUSTAFEL_DATA)
    if folder in _held:
        os.close(descriptor)
    else:
        _held[folder] = descriptor


def mark() -> Path:
    """Give the file that is there while a restore is under way, also after a crash of it."""
    return Path(settings.CASUSTAFEL_DATA) / MARK


def note_restored(day: date) -> None:
    """Note on which day a restore was done."""
    (Path(settings.CASUSTAFEL_DATA) / RESTORED).write_text(day.isoformat(), encoding="utf-8")


def restored_on() -> date | None:
    """Give the day of the last restore, or nothing where there was none."""
    path = Path(settings.CASUSTAFEL_DATA) / RESTORED
    return date.fromisoformat(path.read_text(encoding="utf-8")) if path.exists() else None


def use() -> None:
    """Hold the installation for as long as this process lives, or raise `InUse`."""
    descriptor = _open()
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError as fault:
        os.close(descriptor)
        raise InUse("A restore is under way.") from fault
    if mark().exists():
        os.close(descriptor)
        raise InUse("A restore was begun and did not finish: nobody can work before it did. Run it again.")
    _keep(descriptor)


@contextmanager
def alone() -> Iterator[None]:
    """Hold the installation alone, or raise `InUse` where somebody works with it."""
    descriptor = _open()
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as fault:
        os.close(descriptor)
        raise InUse("The installation is in use: stop serve, relay and nachtwerk first.") from fault
    try:
        yield
    finally:
        os.close(descriptor)
