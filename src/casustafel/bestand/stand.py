"""What the log last said of the sealed rows of a file: an older row that was put back is not the one it names.

Covenant 15.1, 15.2.e. The log is the file's own; that nobody rewrites it is what its evidence shows.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db.models import Max, QuerySet

from casustafel.bestand.prepared import Prepared, Slot
from casustafel.bestand.tabel import LogRegelTabel, VerzegeldTabel

GONE = "gone"
"""Stands in the log where the hash of a sealed row would stand that was taken out of its file."""
CHANGED = "changed"
BATCH = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """What the log says of one sealed row: its last version and hash, or that it was taken out."""

    versie: int
    hash: str

    def unlike(self, row: VerzegeldTabel) -> str:
        """Say how a row differs from this; nothing where it does not."""
        if self.hash == GONE:
            return "the log says that this row was taken out"
        if self.versie != row.versie:
            return f"the row is at version {row.versie}, the log at {self.versie}"
        if sha256(bytes(row.verzegeld)).hexdigest() != self.hash:
            return "the row is not the one that the log has"
        return ""


def _told(texts: Iterable[str]) -> Iterator[tuple[UUID, Stand]]:
    for text in texts:
        for row_id, versie, hash_ in json.loads(text) if text else ():
            if hash_:
                yield UUID(row_id), Stand(versie=versie, hash=hash_)


def all_of(regels: type[LogRegelTabel], log_ids: Collection[UUID]) -> dict[UUID, Stand]:
    """Give what the log last said of each row of these dossiers."""
    rows = _all_changes(regels).rows(log_ids=list(log_ids), gevolg=CHANGED)
    return dict(_told(text for (text,) in rows))


@cache
def _all_changes(regels: type[LogRegelTabel]) -> Prepared:
    return Prepared(lambda: _changes(regels).order_by("id").values_list("wijzigingen"))


@cache
def _last_changes(regels: type[LogRegelTabel]) -> Prepared:
    def rows() -> QuerySet[Any, tuple[Any, ...]]:
        last = _changes(regels).values("log_id").annotate(last=Max("id")).values("last")
        found = regels._default_manager.filter(pk__in=last)
        return found.values_list("log_id", "wijzigingen")

    return Prepared(rows)


def _changes(regels: type[LogRegelTabel]) -> QuerySet[Any]:
    found: QuerySet[Any] = regels._default_manager.filter(
        log_id__in=[Slot("log_ids", is_many=True)], gevolg=Slot("gevolg")
    )
    return found


class Standen:
    """What the log of one file says of the rows that one act opens; read when it is first asked.

    Of many dossiers it reads the last change of each, for that is where the row of a dossier itself stands.
    """

    __slots__ = ("_known", "_regels", "_whole")

    def __init__(self, regels: type[LogRegelTabel]) -> None:
        """Take the log; nothing is read yet."""
        self._regels = regels
        self._known: dict[UUID, dict[UUID, Stand]] | None = None
        self._whole: set[UUID] = set()

    def of(self, row_id: UUID, *, log_id: UUID, among: Callable[[], list[UUID]]) -> Stand | None:
        """Give what the log says of a row of a dossier; nothing where it says nothing. `among` gives all of the act."""
        if self._known is None:
            log_ids = among()
            self._known = self._last(log_ids) if len(log_ids) > 1 else {}
        if row_id not in self._known.get(log_id, ()) and log_id not in self._whole:
            self._known[log_id] = all_of(self._regels, [log_id])
            self._whole.add(log_id)
        return self._known.get(log_id, {}).get(row_id)

    def forget(self) -> None:
        """Read anew when asked again."""
        self._known = None
        self._whole.clear()

    def _last(self, log_ids: list[UUID]) -> dict[UUID, dict[UUID, Stand]]:
        found: dict[UUID, dict[UUID, Stand]] = {}
        for begin in range(0, len(log_ids), BATCH):
            rows = _last_changes(self._regels).rows(log_ids=log_ids[begin : begin + BATCH], gevolg=CHANGED)
            found |= {log_id: dict(_told([text])) for log_id, text in rows}
        return found
