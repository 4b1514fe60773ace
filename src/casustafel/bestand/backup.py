"""Copy the databases of an installation at one moment, and put such copies back. Covenant 15.1.

A copy is consistent over the files: for the few milliseconds in which every file is frozen nobody writes in any of
them, so that no bundle is in neither. The vault is not among them: its reserve goes its own way.
"""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from django.db import connections

from casustafel.bestand import postgres
from casustafel.bestand.bestand import DATABASES, Bestand, naam_of
from casustafel.bestand.turn import turn
from casustafel.seal.keys import sync_file, sync_folder

FILES: Sequence[Bestand] = tuple(bestand for bestand in DATABASES if bestand is not Bestand.KLUIS)
JOURNALS = ("-wal", "-shm", "-journal")


class CopyBroken(Exception):
    """A copy of a database is not whole."""


def path_of(bestand: Bestand) -> Path:
    """Give where the database of a file lies; SQLite only."""
    return Path(str(connections[bestand.value].settings_dict["NAME"]))


def engine() -> str:
    """Give the kind of database that the files of this installation are in."""
    return connections[Bestand.REGISTER.value].vendor


# --- copying ---


@contextmanager
def _frozen() -> Iterator[dict[Bestand, sqlite3.Connection]]:
    """Give a reader of each file that goes on seeing this moment, while work goes on."""
    with ExitStack() as readers:
        with ExitStack() as turns:
            for bestand in FILES:
                turns.enter_context(turn(bestand))
            pinned = {bestand: readers.enter_context(closing(_reader(path_of(bestand)))) for bestand in FILES}
        yield pinned


def _reader(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True, isolation_level=None)
    connection.execute("BEGIN")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return connection


def copy_all(folder: Path, *, told: Callable[[str], None]) -> list[Path]:
    """Copy every file into a folder, as all were at one moment, and give the copies; each is looked at page by page."""
    if engine() == "postgresql":
        return postgres.copy_all(FILES, folder, told=told)
    made = []
    with _frozen() as readers:
        for bestand, reader in readers.items():
            target = folder / f"{naam_of(bestand)}.sqlite3"
            _copy(reader, target)
            made.append(target)
            told(naam_of(bestand))
    sync_folder(folder)
    return made


def _copy(reader: sqlite3.Connection, target: Path) -> None:
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    with closing(sqlite3.connect(target, isolation_level=None)) as copy:
        reader.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        check(copy, target.name)
    sync_file(target)


def check(connection: sqlite3.Connection, name: str) -> None:
    """Look at every page of a database, or raise `CopyBroken`."""
    try:
        found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check")]
    except sqlite3.DatabaseError as fault:
        raise CopyBroken(f"{name}: {fault}") from fault
    if found != ["ok"]:
        raise CopyBroken(f"{name}: {found[0]}")


def check_copy(path: Path, *, is_at_work: bool = False) -> None:
    """Look at every page of a copy, or of a database that may be at work, or raise `CopyBroken`."""
    if path.suffix == postgres.SUFFIX:
        postgres.check_copy(path)
        return
    how = "mode=rw" if is_at_work else "mode=ro&immutable=1"
    with closing(sqlite3.connect(f"file:{path}?{how}", uri=True)) as connection:
        check(connection, path.name)


# --- putting back ---


def put_back(folder: Path, *, aside: Path) -> None:
    """Put the copies of a folder in the place of the files; what stood there goes aside, where nothing is yet."""
    if engine() == "postgresql":
        postgres.put_back(FILES, folder, aside=aside)
        return
    for bestand in FILES:
        path = path_of(bestand)
        fresh = path.with_name(f".{path.name}.terug")
        shutil.copyfile(folder / f"{naam_of(bestand)}.sqlite3", fresh)
        fresh.chmod(0o600)
        sync_file(fresh)
        set_aside(bestand, aside=aside)
        fresh.rename(path)
        sync_folder(path.parent)


def set_aside(bestand: Bestand, *, aside: Path) -> None:
    """Take a database out of its place with its journals: into a folder, or away where that has what stood there.

    A PostgreSQL database stays where it is: what it lacks is made by the migrations, and filled from the reserve.
    """
    connections[bestand.value].close()
    aside.mkdir(mode=0o700, parents=True, exist_ok=True)
    if engine() == "postgresql":
        return
    path = path_of(bestand)
    for old in (path, *(path.with_name(path.name + suffix) for suffix in JOURNALS)):
        if old.exists() and not (aside / old.name).exists():
            old.rename(aside / old.name)
        else:
            old.unlink(missing_ok=True)
    sync_folder(path.parent)


# --- journals ---


def empty_journals() -> int:
    """Carry what stands in SQLite's journals into the databases and empty them; tells how many could be.

    Covenant 13.1: the wrapped bytes of a destroyed key stand in the journal of the vault until then. One that somebody
    reads at this moment stays for the next night.
    """
    emptied = 0
    for bestand in DATABASES:
        connection = connections[bestand.value]
        if connection.vendor == "sqlite" and not connection.in_atomic_block:
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                emptied += not cursor.fetchone()[0]
    return emptied
