"""Tell whether the installation can work, and what is not whole: a door that is not an act, and shows no content."""

from collections.abc import Iterator
from pathlib import Path

from django.db import DatabaseError, DataError, IntegrityError, connections
from django.db.migrations.executor import MigrationExecutor

from casustafel.acts.bewaring.reserve import KluisIncomplete
from casustafel.bestand.bestand import DATABASES, Bestand, naam_of
from casustafel.bestand.gaafheid import Gebrek
from casustafel.kluis import store as kluis
from casustafel.seal.envelope import SealBroken
from casustafel.seal.keys import KeyMissing
from casustafel.seal.reserve import ReserveMissing

__all__ = ["Gebrek", "databases", "is_ready", "keys", "named", "pages_of_databases"]


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
        kluis.check_master()
    except KeyMissing:
        return False
    return True


DAMAGED = (KeyMissing, SealBroken)
"""A key that is not there or does not open, or a row that does not."""
NAMED = (SealBroken, KeyMissing, ReserveMissing, KluisIncomplete, DatabaseError, OSError)


def named(fault: Exception) -> str:
    """Name a fault for the operator: what kind, and where that says nothing of what people wrote, more.

    A row or key that does not open is named by file, table and id; a database by the first line of what it says.
    """
    if isinstance(fault, NAMED) and not isinstance(fault, (DataError, IntegrityError)):
        return f"{type(fault).__name__}: {str(fault).partition(chr(10))[0]}"
    return type(fault).__name__


def databases() -> Iterator[Gebrek]:
    """Give the databases that are not there, do not answer, or lack a migration."""
    for bestand in DATABASES:
        wat = _wrong_with(bestand)
        if wat:
            yield Gebrek(bestand=naam_of(bestand), wat=wat)


def _wrong_with(bestand: Bestand) -> str:
    connection = connections[bestand.value]
    path = Path(str(connection.settings_dict["NAME"]))
    if connection.vendor == "sqlite" and path.is_absolute() and not path.exists():
        return "the database is not there; put a backup back with casustafel restore"
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as fault:
        return f"the database does not answer: {fault}".strip()
    return f"{len(waiting)} migrations wait; run casustafel migrate" if waiting else ""


def pages_of_databases() -> Iterator[Gebrek]:
    """Let SQLite look at every page of its databases, and give what it finds."""
    for bestand in DATABASES:
        connection = connections[bestand.value]
        if connection.vendor != "sqlite":
            continue
        try:
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA integrity_check")
                found = [str(row[0]) for row in cursor.fetchall()]
        except DatabaseError as fault:
            found = [str(fault)]
        if found != ["ok"]:
            wat = f"the database is damaged: {len(found)} findings, the first: {found[0].splitlines()[-1]}"
            yield Gebrek(bestand=naam_of(bestand), wat=wat, is_aantasting=True)


def keys() -> Iterator[Gebrek]:
    """Give the keys of the installation that cannot be read, and lines of the journal that say nothing."""
    for name, read in (
        ("master.key", kluis.check_master),
        ("log.key", kluis.log_signer),
        ("epoch", kluis.check_epochs),
    ):
        try:
            read()
        except KeyMissing as fault:
            yield Gebrek(bestand="sleutels", tabel=name, wat=str(fault))
        except SealBroken:
            yield Gebrek(bestand="sleutels", tabel=name, wat="the key does not open under this master key")
    for number in kluis.unreadable_notes():
        yield Gebrek(bestand="sleutels", tabel="vernietigd.jsonl", id=str(number), wat="the line cannot be read")
