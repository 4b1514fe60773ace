"""A disk that is full, or that nobody may write: work until it fails, mend the disk, and look what is there.

Root mounts a small disk in memory; others limit how long a file may grow, or take the right to write away. Every
installation is used in a child: the disk is mended by a process that has nothing open on it.
"""

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import django

django.setup()

from django.conf import settings

from casustafel.acts.edge import LOCAL, at
from casustafel.demo.steps import GEMEENTE, Steps, begin
from casustafel.demo.subjects import WITHHELD
from casustafel.jobs.gezondheid import health
from casustafel.jobs.nachtwerk import nachtwerk
from casustafel.weegploeg.models import Dossier, LogRegel, Stuk
from tests.herstel.herstel_driver import Place
from tests.kill import driver

SIZE, LEFT, MOST = 12_000_000, 150_000, 400
NIGHT = datetime(2027, 1, 4, 3, tzinfo=LOCAL)


@contextmanager
def disk(folder: Path) -> Iterator[Path]:
    """Give a small disk of its own, where that is allowed; else a folder."""
    place = folder / "disk"
    place.mkdir()
    if os.geteuid():
        yield place
        return
    subprocess.run(["/bin/mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", place], check=True)
    try:
        yield place
    finally:
        subprocess.run(["/bin/umount", place], check=True)


def fill(place: Path, *, left: int) -> None:
    """Leave so many bytes on a disk."""
    free = os.statvfs(place)
    (place / "filler").write_bytes(bytes(max(free.f_bavail * free.f_frsize - left, 0)))


def lock(place: Path, *, is_locked: bool) -> None:
    """Take the right to write away from everybody, or give it back."""
    if not os.geteuid():
        how = "remount,ro" if is_locked else "remount,rw"
        subprocess.run(["/bin/mount", "-o", how, place], check=True)
        return
    for path in (*place.rglob("*"), place):
        path.chmod(path.stat().st_mode & ~0o222 if is_locked else path.stat().st_mode | 0o200)


def _limit() -> None:
    """Let no file of this process grow past what the largest is now, and a little."""
    largest = max(path.stat().st_size for path in Path(settings.CASUSTAFEL_DATA).glob("*.sqlite3*"))
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest + LEFT, resource.RLIM_INFINITY))


def _signals(place: Place, dossier_id: str, *, limited: bool) -> dict[str, Any]:
    """Add signals until one fails; tell how many were confirmed, and how it failed."""
    if limited:
        _limit()
    steps = Steps(table=place.table(), dossier_id=UUID(dossier_id))
    for confirmed in range(MOST):
        try:
            steps.signaal("gerda", f"Gedraging {confirmed} (verzonnen). " + "x" * 2000, GEMEENTE, days_ago=0)
        except Exception as fault:  # noqa: BLE001  # whatever it is, it is what a user would have met
            return {"confirmed": confirmed, "fault": type(fault).__name__, "says": str(fault)}
    return {"confirmed": MOST, "fault": ""}


def _see(place: Place, dossier_id: str) -> dict[str, Any]:
    """Open a dossier; tell whether anything was shown, and how many log rows there were then."""
    steps = Steps(table=place.table(), dossier_id=UUID(dossier_id))
    try:
        return {"shown": len(steps.seen(days_ago=0).signalen), "rows": LogRegel.objects.count()}
    except Exception as fault:  # noqa: BLE001  # as above
        return {"shown": 0, "fault": type(fault).__name__, "says": str(fault)}


def _night() -> str:
    try:
        nachtwerk(edge=at(NIGHT))
    except Exception as fault:  # noqa: BLE001  # as above
        return type(fault).__name__
    return ""


def _begin(place: Place) -> str:
    """Begin a dossier; gives its id, or how that failed."""
    try:
        return str(begin(place.table(), WITHHELD, "gerda", GEMEENTE, days_ago=0).dossier_id)
    except Exception as fault:  # noqa: BLE001  # as above
        return type(fault).__name__


def _look() -> dict[str, Any]:
    return {
        "signals": Stuk.objects.filter(soort="signaal").count(),
        "dossiers": Dossier.objects.count(),
        "findings": [one.line for one in health(edge=at(driver.NOW), is_deep=True, told=lambda _s, _n: None)],
    }


def _scene(folder: Path, work: Callable[[Place, Path, dict[str, str]], dict[str, Any]]) -> dict[str, Any]:
    with disk(folder) as small:
        place = Place(folder)
        place.data = small / "data"
        made = place.prepare()
        return {"before": place.child(_look), **work(place, small, made), "after": place.child(_look)}


def _full(place: Place, small: Path, made: dict[str, str]) -> dict[str, Any]:
    fill(small, left=LEFT)
    tried = place.child(partial(_signals, place, made["gone"], limited=False))
    (small / "filler").unlink()
    fill(small, left=0)
    begun, night = place.child(partial(_begin, place)), place.child(_night)
    (small / "filler").unlink()
    seen = place.child(partial(_see, place, made["gone"]))
    return {"tried": tried, "begun": begun, "night": night, "seen": seen}


def _limited(place: Place, _small: Path, made: dict[str, str]) -> dict[str, Any]:
    tried = place.child(partial(_signals, place, made["gone"], limited=True))
    return {"tried": tried, "seen": place.child(partial(_see, place, made["gone"]))}


def _readonly(place: Place, small: Path, made: dict[str, str]) -> dict[str, Any]:
    lock(small, is_locked=True)
    told = {
        "locked": place.child(partial(_see, place, made["gone"])),
        "tried": place.child(partial(_signals, place, made["gone"], limited=False)),
        "night": place.child(_night),
    }
    lock(small, is_locked=False)
    return {**told, "seen": place.child(partial(_see, place, made["gone"]))}


SCENES = {"full": _full, "limited": _limited, "readonly": _readonly}

if __name__ == "__main__":
    print(json.dumps(_scene(Path(sys.argv[1]), SCENES[sys.argv[2]])))
