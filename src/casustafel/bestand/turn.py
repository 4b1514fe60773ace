"""Take turns to write. SQLite lets one write at a time, and lets who waits sleep and try again, in no order.

A lock of the operating system wakes the next one at once. It orders, it does not guard: that is left to the database.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connections, transaction

from casustafel.bestand.bestand import Bestand

SUFFIX = "-turn"


@contextmanager
def turn(bestand: Bestand) -> Iterator[None]:
    """Open a transaction of a file, when it is our turn to write there; within one there already is, go on in it."""
    connection = connections[bestand.database]
    name = str(connection.settings_dict["NAME"])
    if connection.vendor != "sqlite" or connection.in_atomic_block or not Path(name).is_absolute():
        with transaction.atomic(using=bestand.database):
            yield
        return
    queue = os.open(name + SUFFIX, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(queue, fcntl.LOCK_EX)
        with transaction.atomic(using=bestand.database):
            yield
    finally:
        os.close(queue)
