"""Check a range of leaves at once: SQLite writes the rows as JSON itself, Python only hashes. Covenant 15.2.e.

It says yes, or nothing: where a range does not fit as a whole, `logcontrole` looks at each row of it.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from hashlib import sha256
from multiprocessing import get_context
from os import cpu_count
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import connections

from casustafel.bestand.logboek import Logboek
from casustafel.bestand.logtekst import COLUMNS, leaf_data
from casustafel.ledger.checker import HASH_BYTES

REFUSED = "refused"
# From so many leaves on the ranges are divided over the processors; below it a process costs more than it saves.
MANY = 100_000
Range = tuple[int, int]


def _statement(logboek: Logboek) -> str:
    """Give the statement: place, hash, number, salt, row, and its text unless it is of a refusal."""
    names = ", ".join(f"'{name}', {_column(name)}" for name in sorted([*COLUMNS, "volgnummer"]))
    leaves, rows = (table._meta.db_table for table in (logboek.bladen, logboek.regels))
    return (
        f"SELECT b.plaats, b.hash, b.volgnummer, b.zout, b.regel_id, "  # noqa: S608  # names of our own tables
        f"CASE WHEN r.gevolg <> '{REFUSED}' THEN json_object({names}) END "
        f"FROM {leaves} b LEFT JOIN {rows} r ON r.id = b.regel_id "
        f"WHERE b.boom_id = %s AND b.plaats >= %s AND b.plaats < %s ORDER BY b.plaats"
    )


def _column(name: str) -> str:
    return f"b.{name}" if name == "volgnummer" else f"r.{name}"


def fitting(logboek: Logboek, boom_id: UUID, ranges: Sequence[Range]) -> Iterator[list[bytes] | None]:
    """Give for each range what `fitting_hashes` gives, in order; a long log is divided over the processors."""
    alias = logboek.bestand.value
    connection, work = connections[alias], partial(_fit, logboek, boom_id)
    is_file = connection.vendor == "sqlite" and Path(str(connection.settings_dict["NAME"])).is_absolute()
    if not is_file or connection.in_atomic_block or not ranges or ranges[-1][1] < MANY:
        yield from map(work, ranges)
        return
    connections.close_all()  # a process that is forked must not go on with an open database
    with get_context("fork").Pool(cpu_count()) as pool:
        for joined in pool.imap(partial(_packed, logboek, boom_id), ranges):
            yield None if joined is None else [joined[at : at + HASH_BYTES] for at in range(0, len(joined), HASH_BYTES)]


def _fit(logboek: Logboek, boom_id: UUID, place: Range) -> list[bytes] | None:
    return fitting_hashes(logboek, boom_id, begin=place[0], end=place[1])


def _packed(logboek: Logboek, boom_id: UUID, place: Range) -> bytes | None:
    hashes = _fit(logboek, boom_id, place)
    return None if hashes is None else b"".join(hashes)


def fitting_hashes(logboek: Logboek, boom_id: UUID, *, begin: int, end: int) -> list[bytes] | None:
    """Give the hashes of these leaves where each is there and fits its row; else nothing."""
    connection = connections[logboek.bestand.value]
    if connection.vendor != "sqlite":
        return None
    with connection.cursor() as cursor:
        cursor.execute(_statement(logboek), [boom_id.hex, begin, end])
        found = cursor.fetchall()
    if len(found) != end - begin:
        return None
    places, kept, numbers, salts, rows, texts = zip(*found, strict=True)
    if places != tuple(range(begin, end)) or None in salts:
        return None
    hashes = [
        sha256(b"\0" + text.encode() + b"\n" + salt).digest() if text else b""
        for text, salt in zip(texts, salts, strict=True)
    ]
    refused = {row: at for at, (row, text) in enumerate(zip(rows, texts, strict=True)) if text is None}
    for values in _rows(logboek, refused):
        at = refused[values[0]]
        hashes[at] = sha256(b"\0" + leaf_data(values, volgnummer=numbers[at], salt=salts[at])).digest()
    return hashes if hashes == list(kept) else None


def _rows(logboek: Logboek, ids: dict[int, int]) -> Iterator[Any]:
    """Read these rows as the database has them."""
    if ids:
        found = logboek.regels._default_manager.filter(pk__in=list(ids)).values_list(*COLUMNS)
        alias = logboek.bestand.value
        with connections[alias].cursor() as cursor:
            cursor.execute(*found.query.get_compiler(using=alias).as_sql())
            yield from cursor.fetchall()
