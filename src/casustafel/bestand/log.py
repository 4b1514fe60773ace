"""Log rows: written with the act, in the file where it happened. Covenant 15.2.e."""

import json
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import cache
from uuid import UUID

from casustafel.bestand.pas import Wijziging
from casustafel.bestand.prepared import Writer
from casustafel.bestand.tabel import LogRegelTabel
from casustafel.convenant.feit import Wie


class Gevolg(StrEnum):
    """What happened to a dossier; kept apart, so that seeing a name in a list is not opening a file."""

    FOUND = "found"
    OPENED = "opened"
    CHANGED = "changed"
    EXPORTED = "exported"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """A log row before it is written."""

    wie: Wie
    op: datetime
    daad: str
    artikelen: tuple[str, ...]
    verwerking: str
    gevolg: Gevolg
    log_id: UUID | None = None
    redenen: tuple[str, ...] = ()
    wijzigingen: tuple[Wijziging, ...] = ()

    def with_changes(self, wijzigingen: Iterable[Wijziging]) -> "Regel":
        """Give the same row with the rows that the act wrote."""
        return replace(self, wijzigingen=tuple(wijzigingen))


@cache
def _writer(table: type[LogRegelTabel]) -> Writer[LogRegelTabel]:
    return Writer(table)


def write_rows(table: type[LogRegelTabel], rows: Iterable[Regel]) -> None:
    """Write log rows in one statement."""
    _writer(table).insert_all([_columns(row) for row in rows])


def _columns(row: Regel) -> tuple[Hashable, ...]:
    """Give the columns of a log row, in the order of its table."""
    return (
        row.wie.convenant.id,
        row.op,
        row.wie.medewerker_id,
        row.wie.organisatie_id,
        " ".join(sorted(row.wie.rollen)),
        row.wie.taak or "",
        row.daad,
        " ".join(row.artikelen),
        row.verwerking,
        row.gevolg.value,
        row.log_id,
        " ".join(row.redenen),
        json.dumps([[str(w.id), w.versie, w.hash] for w in row.wijzigingen]) if row.wijzigingen else "",
    )
