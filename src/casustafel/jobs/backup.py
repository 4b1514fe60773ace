"""Back an installation up: the files as they were at one moment, then the reserve of the vault. Covenant 13.1, 15.1.

A set holds no key that opens it by itself: the content of its files opens with the living vault, or with the reserve in
it for as long as its backup key lives. The journal of what was destroyed is in no set; a set says how far it was.
"""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from casustafel.acts.bewaring.reserve import KluisIncomplete, copy_reserve, journal_state
from casustafel.acts.edge import Edge
from casustafel.bestand.backup import CopyBroken, copy_all, engine
from casustafel.bestand.gebruik import InUse
from casustafel.seal.envelope import SealBroken
from casustafel.seal.keys import KeyMissing, sync_folder
from casustafel.seal.reserve import ReserveMissing

FORMAT = 1
MANIFEST = "manifest.json"
PREFIX = "casustafel-"
Told = Callable[[str], None]


class BackupRefused(Exception):
    """A backup or restore cannot be done as asked; the text says why and what to do."""


CANNOT = (BackupRefused, CopyBroken, InUse, KeyMissing, KluisIncomplete, ReserveMissing, SealBroken, OSError)
"""Why a backup or restore may not come about: whatever was there is as it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reserveset:
    """What a backup made: where, and which files with their size."""

    folder: Path
    files: dict[str, int]


def backup(folder: Path, *, edge: Edge, told: Told) -> Reserveset:
    """Make a set in a folder, whole or not at all. The reserve comes last, so that it has every key of the files."""
    name = f"{PREFIX}{edge.now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    target, draft = folder / name, folder / f".{name}"
    if target.exists():
        raise BackupRefused(f"There is a backup {name} already.")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(mode=0o700, parents=True)
    try:
        journal = journal_state()
        made = [*copy_all(draft, told=told), copy_reserve(draft)]
        told("reserve")
        hashes = {path.name: sha256_of(path) for path in made}
        _write_manifest(draft / MANIFEST, files=hashes, journal=journal, now=edge.now)
        sync_folder(draft)
        draft.rename(target)
        sync_folder(folder)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    return Reserveset(folder=target, files={path.name: (target / path.name).stat().st_size for path in made})


def _write_manifest(path: Path, *, files: dict[str, str], journal: dict[str, Any], now: datetime) -> None:
    manifest = {
        "format": FORMAT,
        "made": now.astimezone(UTC).isoformat(),
        "engine": engine(),
        "files": files,
        "journal": journal,
    }
    path.write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def sha256_of(path: Path) -> str:
    """Give the hash over a file, read a piece at a time."""
    total = sha256()
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            total.update(piece)
    return total.hexdigest()


def prune(folder: Path, *, keep: int) -> list[Path]:
    """Remove all but the newest so many sets, and give those that went."""
    sets = sorted(path for path in folder.glob(f"{PREFIX}*") if (path / MANIFEST).is_file())
    gone = sets[: max(len(sets) - keep, 0)]
    for path in gone:
        shutil.rmtree(path)
    return gone
