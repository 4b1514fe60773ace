"""When the night's work is done by itself: once after the start, then every night after two o'clock. One at a time."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from django.conf import settings

from casustafel.acts.edge import LOCAL, Edge
from casustafel.acts.klok import LONGEST_REST, last_night

AFTER_HOUR = 2


def is_night_due(edge: Edge, *, done_on: date | None) -> bool:
    """Tell whether the night's work of today waits: at once after a start, else from two o'clock local time."""
    if done_on is None:
        return True
    return done_on < edge.day and edge.now.astimezone(LOCAL).hour >= AFTER_HOUR


def doubt(edge: Edge) -> str:
    """Say why the day is not to be believed tonight, or nothing. Nothing is destroyed on a day that is in doubt.

    A clock that is behind the last night's work is never believed. One that is more than a week ahead of it may be
    right, after a rest, or wrong: it is believed when it says so the day after as well.
    """
    last = last_night()
    if last is None or edge.day - last <= LONGEST_REST:
        _seen().unlink(missing_ok=True)
        return (
            f"The clock says {edge.day}, and the night's work was done on {last}." if last and edge.day < last else ""
        )
    first = date.fromisoformat(_seen().read_text()) if _seen().exists() else None
    if first is not None and timedelta() < edge.day - first <= LONGEST_REST:
        return ""
    if first is None or edge.day != first:
        _seen().write_text(edge.day.isoformat())
    return f"The clock says {edge.day}, and the night's work was last done on {last}; it is done the day after."


def _seen() -> Path:
    """Give the file with the day on which a doubtful clock was first seen."""
    return Path(settings.CASUSTAFEL_DATA) / "klok-gezien"


@contextmanager
def alone() -> Iterator[bool]:
    """Hold the lock of the night's work on this machine; tells whether it was free. It saves work only."""
    path = Path(settings.CASUSTAFEL_DATA) / "nachtwerk-turn"
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
    finally:
        os.close(descriptor)
