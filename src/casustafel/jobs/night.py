"""When the night's work is done by itself: once after the start, then every night after two o'clock. One at a time."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from django.conf import settings

from casustafel.acts.edge import LOCAL, Edge

AFTER_HOUR = 2


def is_night_due(edge: Edge, *, done_on: date | None) -> bool:
    """Tell whether the night's work of today waits: at once after a start, else from two o'clock local time."""
    if done_on is None:
        return True
    return done_on < edge.day and edge.now.astimezone(LOCAL).hour >= AFTER_HOUR


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
