"""Send each room's tables to its own file. Covenant 8.1, 10.1: the files are separate."""

from typing import Any

from django.db.models import Model

from casustafel.bestand.bestand import ROOMS, Bestand

WITHOUT_TABLES = frozenset({"socialaccount"})
"""Of allauth: what it would keep of sign-in elsewhere. We keep less, in a table of our own."""


def alias_of(app_label: str) -> str:
    """Give the database alias of a room; what is not a file of casework lives in the register's."""
    return ROOMS.get(app_label, Bestand.REGISTER).database


class StoreRouter:
    """Route by room, and let nothing relate across a wall."""

    def db_for_read(self, model: type[Model], **_hints: Any) -> str:
        """Read from the room's own file."""
        return alias_of(model._meta.app_label)

    def db_for_write(self, model: type[Model], **_hints: Any) -> str:
        """Write to the room's own file."""
        return alias_of(model._meta.app_label)

    def allow_relation(self, one: Model, other: Model, **_hints: Any) -> bool:
        """Allow relations within one file only."""
        return alias_of(one._meta.app_label) == alias_of(other._meta.app_label)

    def allow_migrate(self, db: str, app_label: str, **_hints: Any) -> bool:
        """Make a room's tables in its own file only."""
        return app_label not in WITHOUT_TABLES and db == alias_of(app_label)
