"""Copy PostgreSQL databases as they are at one moment, and put such copies back, with PostgreSQL's own programs.

Each database by itself, by its own role: a copy of the whole server would hold the vault beside the files.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import connections, transaction

from casustafel.bestand.bestand import Bestand, naam_of
from casustafel.bestand.router import alias_of
from casustafel.bestand.tabel import OntvangenTabel, UitgaandTabel
from casustafel.seal.keys import sync_file

SUFFIX = ".dump"


class ProgramFailed(OSError):
    """A program of PostgreSQL is not there, or did not do its work."""


def _crossing(bestand: Bestand) -> list[str]:
    """Name the tables of a file through which bundles go; while these stand still, nothing is between two files."""
    models = [model for model in apps.get_models() if issubclass(model, (UitgaandTabel, OntvangenTabel))]
    return [model._meta.db_table for model in models if alias_of(model._meta.app_label) == bestand.value]


@contextmanager
def _pinned(files: Sequence[Bestand]) -> Iterator[dict[Bestand, str]]:
    """Give for each file the name of a snapshot: all of one moment, and kept for as long as this lasts."""
    with ExitStack() as readers:
        found: dict[Bestand, Any] = {}
        with ExitStack() as locks:
            for bestand in files:
                locks.enter_context(transaction.atomic(using=bestand.value))
                _lock(bestand)
            for bestand in files:
                found[bestand] = _export(bestand, readers)
        yield found


def _lock(bestand: Bestand) -> None:
    connection = connections[bestand.value]
    names = ", ".join(connection.ops.quote_name(name) for name in _crossing(bestand))
    if names:
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {names} IN EXCLUSIVE MODE")


def _export(bestand: Bestand, readers: ExitStack) -> str:
    """Open a reader of its own, that goes on seeing this moment."""
    django: Any = connections[bestand.value]
    reader = readers.enter_context(django.Database.connect(**django.get_connection_params()))
    reader.autocommit = False
    with reader.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        name: str = cursor.fetchone()[0]
    return name


def copy_all(files: Sequence[Bestand], folder: Path, *, told: Callable[[str], None]) -> list[Path]:
    """Copy every file into a folder, as all were at one moment, and give the copies."""
    made = []
    with _pinned(files) as snapshots:
        for bestand, snapshot in snapshots.items():
            made.append(_dump(bestand, folder, f"--snapshot={snapshot}"))
            told(naam_of(bestand))
    return made


def _dump(bestand: Bestand, folder: Path, *options: str) -> Path:
    target = folder / f"{naam_of(bestand)}{SUFFIX}"
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    run("pg_dump", bestand, "--format=custom", "--no-owner", "--no-privileges", f"--file={target}", *options)
    sync_file(target)
    return target


def check_copy(path: Path) -> None:
    """See that a copy can be read, or raise `ProgramFailed`."""
    _run(["pg_restore", "--list", str(path)], {})


def refuse_while_connected(files: Sequence[Bestand]) -> None:
    """Raise `ProgramFailed` where anybody else is connected to one of the databases."""
    for bestand in files:
        with connections[bestand.value].cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
            others = cursor.fetchone()[0]
        if others:
            raise ProgramFailed(
                f"{others} others are connected to {naam_of(bestand)}: stop the product everywhere first."
            )


def put_back(files: Sequence[Bestand], folder: Path, *, aside: Path) -> None:
    """Put the copies of a folder in the place of the databases, after these were copied aside, where nothing is yet."""
    refuse_while_connected(files)
    aside.mkdir(mode=0o700, parents=True, exist_ok=True)
    for bestand in files:
        connections[bestand.value].close()
        if not (aside / f"{naam_of(bestand)}{SUFFIX}").exists():
            _dump(bestand, aside)
        copy = folder / f"{naam_of(bestand)}{SUFFIX}"
        how = ("--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error")
        run("pg_restore", bestand, *how, str(copy))


def run(program: str, bestand: Bestand, *options: str) -> None:
    """Run a program on the database of a file, by its role; the password goes by the environment, seen by nobody."""
    settings = connections[bestand.value].settings_dict
    names = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGDATABASE": "NAME"}
    env = {name: str(settings[key]) for name, key in names.items() if settings[key]}
    env |= {f"PG{key.upper()}": str(value) for key, value in settings["OPTIONS"].items() if key.startswith("ssl")}
    database = [f"--dbname={settings['NAME']}"] if program == "pg_restore" else []
    _run([program, "--no-password", *database, *options], env)


def _run(command: list[str], env: dict[str, str]) -> None:
    program = shutil.which(command[0])
    if program is None:
        raise ProgramFailed(f"{command[0]} is not there. On Debian or Ubuntu: apt-get install postgresql-client")
    done = subprocess.run(  # noqa: S603  # a list, no shell
        [program, *command[1:]], env={**os.environ, **env}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        lines = done.stderr.strip().splitlines()
        raise ProgramFailed(f"{command[0]}: {lines[0] if lines else done.returncode}")
