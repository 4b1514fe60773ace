"""Back up, lose, restore: each scenario in a process of its own that prints what was there at the end.

Every installation is used in a child: a process that opened a database never forks.
"""

import json
import os
import shutil
import signal
import sys
import traceback
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import django

django.setup()

from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.management import call_command

from casustafel.acts.edge import LOCAL, at
from casustafel.acts.places import plaats_at
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.gebruik import InUse, use
from casustafel.casusoverleg import models as casusoverleg
from casustafel.convenant.feit import Uitkomst
from casustafel.demo.steps import GEMEENTE, Steps, begin
from casustafel.demo.subjects import IN_WEGING, WITHHELD
from casustafel.demo.table import Table
from casustafel.jobs.backup import CANNOT, backup
from casustafel.jobs.gezondheid import health
from casustafel.jobs.nachtwerk import nachtwerk
from casustafel.jobs.relay import relay
from casustafel.jobs.restore import restore
from casustafel.kluis import store as kluis
from casustafel.register.models import Token
from casustafel.weegploeg import models as weegploeg
from tests.kill import driver

NIGHT = datetime(2027, 1, 4, 3, tzinfo=LOCAL)
"""The night in which the dossier that nobody decided on is destroyed; the other was put on the agenda, and is kept."""
KEPT, GONE = "kept", "gone"


class Place:
    """A folder with installations and backups; whatever is done there is done in a child."""

    def __init__(self, folder: Path) -> None:
        """Take the folder."""
        self.folder, self.data, self.sets = folder, folder / "data", folder / "sets"
        self.people: dict[str, list[str]] = {}

    def child(self, work: Callable[[], Any], *, data: Path | None = None, statements: int = 0) -> Any:
        """Do something in an installation, killed after so many statements if any; gives its answer, or nothing."""
        told = self.folder / "told.json"
        told.unlink(missing_ok=True)

        def run() -> None:
            driver.use(data or self.data)
            if statements:
                driver.kill_after(statements)
            told.write_text(json.dumps(work(), default=str))

        killed = driver.in_child(run) == signal.SIGKILL
        return None if killed else json.loads(told.read_text())

    def table(self) -> Table:
        """Seat the people."""
        seats = {
            name: plaats_at(medewerker_id=UUID(m), convenant_id=UUID(c), organisatie_id=UUID(o))
            for name, (m, c, o) in self.people.items()
        }
        return Table(people=seats, now=driver.NOW)

    def prepare(self) -> dict[str, str]:
        """Make an installation with one dossier that is kept, and one that goes in the night; give their ids."""

        def work() -> dict[str, Any]:
            made = driver.prepare(self.data)
            gone = begin(made["table"], WITHHELD, "gerda", GEMEENTE, days_ago=0).dossier_id
            people = made["table"].people
            seats = {n: [str(p.medewerker_id), str(p.convenant_id), str(p.organisatie_id)] for n, p in people.items()}
            return {"people": seats, KEPT: made["steps"].dossier_id, GONE: gone}

        made = self.child(work)
        self.people = made.pop("people")
        return dict(made)

    def backup(self, *, days: int = 0) -> Path:
        """Make a backup some days later, and give its folder."""
        now = at(driver.NOW + timedelta(days=days))
        made = self.child(lambda: backup(self.sets, edge=now, told=lambda _step: None).folder)
        return Path(made)

    def restore(self, folder: Path | None, *, data: Path | None = None, statements: int = 0) -> Any:
        """Put a backup back, or the vault alone; gives what it did, why it did not, or nothing where it was killed."""
        return self.child(partial(_restore, folder), data=data, statements=statements)

    def look(self, *, data: Path | None = None) -> dict[str, Any]:
        """Tell what is there, and what is wrong with it."""
        return dict(self.child(self._look, data=data))

    def _look(self) -> dict[str, Any]:
        ids = {str(one) for one in weegploeg.Dossier.objects.values_list("id", flat=True)}
        table = self.table()
        opened = {one: len(Steps(table=table, dossier_id=UUID(one)).seen(days_ago=0).signalen) for one in ids}
        return {
            "opened": opened,
            "keys": sorted(str(one) for one in kluis.holders(Bestand.WEEGPLOEG)),
            "casussen": casusoverleg.Casus.objects.count(),
            "certificates": weegploeg.Certificaat.objects.count(),
            "doors": Session.objects.count() + Token.objects.count(),
            "findings": [one.line for one in health(edge=at(NIGHT), is_deep=True, told=_untold)],
        }


def _untold(_step: str, _found: int) -> None:
    """Tell nobody."""


def _restore(folder: Path | None) -> dict[str, Any]:
    try:
        done = restore(folder, edge=at(NIGHT), migrate=_migrate, told=lambda _step: None)
    except CANNOT as fault:
        return {"refused": str(fault)}
    return {"keys": done.teruggezet, "again": done.opnieuw_vernietigd, "without": done.zonder_sleutel}


def _migrate() -> None:
    for alias in settings.DATABASES:
        call_command("migrate", database=alias, verbosity=0)


def _contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path): path.read_bytes() for path in sorted(folder.rglob("*.sqlite3")) if "voor-herstel" not in str(path)
    }


def _sign_in() -> None:
    Session.objects.create(session_key="x", session_data="", expire_date=NIGHT + timedelta(days=9))


def yesterday(place: Place) -> Any:
    """Restore the backup of before a night in which one of two dossiers was destroyed."""
    made = place.prepare()
    place.child(_sign_in)
    folder = place.backup()
    place.child(lambda: nachtwerk(edge=at(NIGHT)).as_dict())
    before = place.look()
    done = place.restore(folder)
    return {**made, "before": before, "done": done, "after": place.look()}


def noted(place: Place) -> Any:
    """Restore after a night that died between the journal and the key: the living vault still has that key."""
    made = place.prepare()
    folder = place.backup()
    place.child(lambda: kluis.note_destroyed(Bestand.WEEGPLOEG, [UUID(made[GONE])]))
    done = place.restore(folder)
    return {**made, "done": done, "after": place.look()}


def vault(place: Place) -> Any:
    """Lose the vault, after a dossier was made since the backup; then its reserve is all that there is."""
    made = place.prepare()
    place.backup()
    later = place.child(lambda: begin(place.table(), WITHHELD, "gerda", GEMEENTE, days_ago=0).dossier_id)
    for path in place.data.glob("kluis.sqlite3*"):
        path.unlink()
    done = place.restore(None)
    return {**made, "later": later, "done": done, "after": place.look()}


def emptied(place: Place) -> Any:
    """Lose the vault, and let somebody migrate: it is empty, and the night must not begin the reserve anew from it."""
    made = place.prepare()
    for path in place.data.glob("kluis.sqlite3*"):
        path.unlink()
    place.child(_migrate)
    refused = place.child(_night_refused)
    done = place.restore(None)
    return {**made, "refused": refused, "done": done, "after": place.look()}


def _night_refused() -> str:
    try:
        nachtwerk(edge=at(driver.NOW + timedelta(days=9)))
    except CANNOT as fault:
        return type(fault).__name__
    return ""


def elsewhere(place: Place) -> Any:
    """Restore on another machine, that has the keys, the journal and a backup, and nothing else."""
    made = place.prepare()
    folder = place.backup()
    other = place.folder / "other"
    shutil.copytree(place.data / "sleutels", other / "sleutels")
    done = place.restore(folder, data=other)
    return {**made, "done": done, "after": place.look(data=other)}


def refused(place: Place) -> Any:
    """Try what must be refused, and see that nothing was touched by it."""
    place.prepare()
    first = place.backup()
    place.child(lambda: nachtwerk(edge=at(NIGHT)).as_dict())
    second = place.backup(days=1)
    before = _contents(place.data)
    journal = place.data / "sleutels" / "vernietigd.jsonl"
    text, said = journal.read_bytes(), {}

    journal.unlink()
    said["no journal"] = place.restore(first)["refused"]
    journal.write_bytes(b"")
    said["empty journal"] = place.restore(second)["refused"]
    journal.write_bytes(text)

    flipped = bytearray((second / "weegploeg.sqlite3").read_bytes())
    flipped[len(flipped) // 2] ^= 1
    (second / "weegploeg.sqlite3").write_bytes(bytes(flipped))
    said["altered"] = place.restore(second)["refused"]
    said["no backup"] = place.restore(place.folder)["refused"]
    said["in use"] = place.child(partial(_while_in_use, first))
    return {"said": said, "untouched": _contents(place.data) == before}


def _while_in_use(folder: Path) -> str:
    """Try to restore while somebody works with the installation."""
    use()
    return str(_restore(folder)["refused"])


def lost(place: Place) -> Any:
    """Lose the vault and the backup keys: nothing opens, so nothing is touched."""
    place.prepare()
    folder = place.backup()
    for path in (*place.data.glob("kluis.sqlite3*"), *(place.data / "sleutels").glob("reserve-*.key")):
        path.unlink()
    return {"refused": place.restore(folder)["refused"]}


def killed(place: Place) -> Any:
    """Kill a restore after some statements, look who can work then, and run it again."""
    made = place.prepare()
    folder = place.backup()
    place.child(lambda: nachtwerk(edge=at(NIGHT)).as_dict())
    shutil.copytree(place.data, place.folder / "template")
    seen, kills, statements = [], 0, 1
    while True:
        shutil.rmtree(place.data)
        shutil.copytree(place.folder / "template", place.data)
        was_killed = place.restore(folder, statements=statements) is None
        shut = place.child(_is_shut) if was_killed else True
        if was_killed:
            kills += 1
            place.restore(folder)
        after = place.look()
        seen.append([statements, shut, sorted(after["opened"]), after["findings"], after["keys"]])
        if not was_killed:
            return {**made, "kills": kills, "seen": seen}
        statements = statements * 2 + 1


def _is_shut() -> bool:
    try:
        use()
    except InUse:
        return True
    return False


def busy(place: Place) -> Any:
    """Back up while dossiers are made and handed over; then restore each set on a machine of its own."""
    place.prepare()
    worker = os.fork()
    if worker == 0:
        _work_on(place)
        os._exit(0)
    folders = [place.backup(days=number) for number in range(4)]
    (place.folder / "stop").touch()
    os.waitpid(worker, 0)
    seen = []
    for number, folder in enumerate(folders):
        other = place.folder / f"other{number}"
        for name in ("sleutels", "reserve"):
            shutil.copytree(place.data / name, other / name)
        done = place.restore(folder, data=other)
        place.child(lambda: relay(edge=at(driver.NOW)), data=other)
        after = place.look(data=other)
        seen.append(
            {"without": done["without"], "findings": after["findings"], **{n: after[n] for n in ("opened", "casussen")}}
        )
    return {"seen": seen}


def _work_on(place: Place) -> None:
    """Make dossiers and hand them over, until told to stop."""
    driver.use(place.data)
    table = place.table()
    while not (place.folder / "stop").exists():
        steps = begin(table, IN_WEGING, "gerda", GEMEENTE, days_ago=0)
        steps.weigh("gerda", "gedrag", "Gewogen (verzonnen).", days_ago=0)
        steps.decide(Uitkomst.AGENDEREN, days_ago=0)
        steps.hand_over(betrokken=("gerda", "petra"), days_ago=0)


SCENARIOS = {one.__name__: one for one in (yesterday, noted, vault, emptied, elsewhere, refused, lost, killed, busy)}


def main() -> None:
    """Run one scenario, and print what it gives as JSON."""
    try:
        print(json.dumps(SCENARIOS[sys.argv[2]](Place(Path(sys.argv[1]))), default=str))
    except BaseException:
        traceback.print_exc()
        raise


if __name__ == "__main__":
    main()
