"""Tell whether the installation can work: a door that is not an act, and says nothing but yes or no."""

from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connections

from casustafel.seal.keys import FileMasterKey, KeyMissing


def is_ready() -> bool:
    """Tell whether every database answers and the master key can be read."""
    return _databases_answer() and _master_key_works()


def _databases_answer() -> bool:
    try:
        for alias in connections:
            with connections[alias].cursor() as cursor:
                cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def _master_key_works() -> bool:
    try:
        FileMasterKey(Path(settings.CASUSTAFEL_KEYS) / "master.key").wrap(b"", place=b"health")
    except KeyMissing:
        return False
    return True
