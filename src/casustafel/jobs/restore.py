"""Put a backup back, or the vault alone; nothing that was destroyed comes back. Covenant 13.1, 15.1.

Before anything is touched: nobody works with it, the journal of what was destroyed is there and goes on from where
the backup was, every file of the set is whole, and there is a vault or a reserve that opens. Nobody can sign in before
all of it is done; what a crash left half is finished by running it again.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC
from hashlib import sha256
from pathlib import Path
from typing import Any

from casustafel.acts.bewaring.herstel import (
    end_sessies,
    fill_vault,
    journal_path,
    keyless,
    readable_reserves,
    repeat_destruction,
    vault_is_there,
)
from casustafel.acts.edge import Edge
from casustafel.bestand.backup import CopyBroken, check_copy, engine, put_back, set_aside
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.gebruik import alone, mark, note_restored
from casustafel.bestand.postgres import SUFFIX, ProgramFailed
from casustafel.jobs.backup import FORMAT, MANIFEST, BackupRefused, sha256_of
from casustafel.seal.keys import sync_folder

CHECKED = (".sqlite3", SUFFIX)
Told = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Herstel:
    """What a restore did: keys put back from a reserve, what it destroyed again, and what has no key all the same."""

    aside: Path
    teruggezet: int
    opnieuw_vernietigd: int
    zonder_sleutel: list[str]


def restore(folder: Path | None, *, edge: Edge, migrate: Callable[[], None], told: Told) -> Herstel:
    """Put the set in a folder back, or with none the vault alone. Raises `BackupRefused` or `InUse`."""
    with alone():
        journal = _journal()
        if folder is not None:
            _check_set(folder, journal=journal)
        reserves, is_there = readable_reserves(folder), vault_is_there()
        if not is_there and not reserves:
            raise BackupRefused(
                "The vault is lost, and no reserve of it opens. Needed: the latest reserve with its backup key "
                "(reserve-*.key) and the master key. Without them nothing in the files can be read."
            )
        aside = _begin(edge)
        if not is_there:
            set_aside(Bestand.KLUIS, aside=aside)
        if folder is not None:
            put_back(folder, aside=aside)
        told("files")
        done = _carry_on(aside, reserves, edge=edge, migrate=migrate, told=told)
        note_restored(edge.day)
        mark().unlink()
        sync_folder(mark().parent)
        return done


def _carry_on(aside: Path, reserves: list[Path], *, edge: Edge, migrate: Callable[[], None], told: Told) -> Herstel:
    migrate()
    told("migrations")
    filled = fill_vault(reserves)
    told("keys")
    gone = repeat_destruction(edge=edge)
    told("destructions")
    end_sessies(edge=edge)
    told("sessions")
    return Herstel(aside=aside, teruggezet=filled, opnieuw_vernietigd=gone, zonder_sleutel=keyless())


def _begin(edge: Edge) -> Path:
    """Mark that a restore is under way, and give where that which stood there goes; that of a broken-off run."""
    path = mark()
    if not path.exists():
        path.write_text(f"voor-herstel-{edge.now.astimezone(UTC):%Y%m%dT%H%M%SZ}", encoding="utf-8")
        sync_folder(path.parent)
    return path.parent / path.read_text(encoding="utf-8").strip()


def _journal() -> bytes:
    path = journal_path()
    if not path.exists():
        raise BackupRefused(
            f"The journal of what was destroyed is not there: {path.name}. Without it a restore would bring back what "
            "was destroyed. Put the latest copy of it where the settings say, then restore."
        )
    return path.read_bytes()


def _check_set(folder: Path, *, journal: bytes) -> None:
    """Refuse a set that is not whole, not of this kind of database, or ahead of the journal."""
    manifest = _manifest(folder)
    if manifest["engine"] != engine():
        raise BackupRefused(f"This backup is of {manifest['engine']}, the installation is of {engine()}.")
    for name, hash_ in manifest["files"].items():
        path = folder / name
        if path.parent != folder or not path.is_file() or sha256_of(path) != hash_:
            raise BackupRefused(f"The backup is not whole: {name} is missing or was changed.")
        if path.suffix in CHECKED:
            try:
                check_copy(path)
            except (CopyBroken, ProgramFailed) as fault:
                raise BackupRefused(f"The backup is not whole: {fault}") from fault
    length, hash_ = manifest["journal"]["bytes"], manifest["journal"]["sha256"]
    if sha256(journal[:length]).hexdigest() != hash_:
        raise BackupRefused(
            f"The journal of what was destroyed ({journal_path().name}) is not the one that goes with this backup: "
            "it is older, shorter or another. Put the latest copy of it where the settings say, then restore."
        )


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        is_known = manifest["format"] == FORMAT and {"engine", "files", "journal"} <= manifest.keys()
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise BackupRefused(f"{folder.name} is no backup: it has no {MANIFEST} that can be read.") from fault
    if not is_known:
        raise BackupRefused(f"{folder.name} is a backup of another version of Casustafel.")
    return manifest
