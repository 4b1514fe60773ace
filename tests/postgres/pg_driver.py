"""The product on a PostgreSQL server of its own: each step in a process of its own. Run by test_postgres.py.

The settings name the server; the keys and the reserve are in the folder, as always.
"""

import json
import os
import sys
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import django

django.setup()

from django.db import connections

from casustafel.acts.edge import LOCAL, at
from casustafel.acts.places import plaats_at
from casustafel.bestand.bestand import Bestand
from casustafel.casusoverleg.models import Casus
from casustafel.demo.steps import GEMEENTE, Steps, begin
from casustafel.demo.subjects import WITHHELD
from casustafel.demo.table import Table
from casustafel.jobs.backup import CANNOT, backup
from casustafel.jobs.gezondheid import health
from casustafel.jobs.nachtwerk import nachtwerk
from casustafel.jobs.restore import restore
from casustafel.kluis import store as kluis
from casustafel.kluis.models import DossierSleutel
from casustafel.weegploeg.models import Certificaat, Dossier
from tests.herstel.herstel_driver import _migrate
from tests.kill import driver

NIGHT = datetime(2027, 1, 4, 3, tzinfo=LOCAL)
RUNS = 4


def table(folder: Path) -> Table:
    """Seat the people that `prepare` wrote down."""
    people = json.loads((folder / "people.json").read_text())
    seats = {
        name: plaats_at(medewerker_id=UUID(m), convenant_id=UUID(c), organisatie_id=UUID(o))
        for name, (m, c, o) in people.items()
    }
    return Table(people=seats, now=driver.NOW)


def prepare(folder: Path) -> dict[str, Any]:
    """Make an installation with one dossier that was handed over."""
    made = driver.prepare(folder / "data")
    people = made["table"].people
    seats = {n: [str(p.medewerker_id), str(p.convenant_id), str(p.organisatie_id)] for n, p in people.items()}
    (folder / "people.json").write_text(json.dumps(seats))
    driver.finish(made)
    vendors = {connection.vendor for connection in connections.all()}
    return {"kept": made["steps"].dossier_id, "vendors": sorted(vendors), "found": driver.look(made)}


def night(folder: Path) -> dict[str, Any]:
    """Begin a second dossier, back up, and destroy it in the night."""
    gone = begin(table(folder), WITHHELD, "gerda", GEMEENTE, days_ago=0).dossier_id
    wrapped = bytes(DossierSleutel.objects.get(dossier_id=gone).omhuld)
    made = backup(folder / "sets", edge=at(driver.NOW), told=lambda _step: None)
    done = nachtwerk(edge=at(NIGHT)).as_dict()
    return {"gone": gone, "wrapped": wrapped.hex(), "set": made.folder, "vernietigd": done["vernietigd"]}


def look(folder: Path) -> dict[str, Any]:
    """Tell what is there, what opens, and what is wrong."""
    ids = [str(one) for one in Dossier.objects.values_list("id", flat=True)]
    seats = table(folder)
    return {
        "opened": {one: len(Steps(table=seats, dossier_id=UUID(one)).seen(days_ago=0).signalen) for one in ids},
        "keys": sorted(str(one) for one in kluis.holders(Bestand.WEEGPLOEG)),
        "casussen": Casus.objects.count(),
        "certificates": Certificaat.objects.count(),
        "findings": [one.line for one in health(edge=at(NIGHT), is_deep=True, told=lambda _s, _n: None)],
    }


def put_back(folder: Path) -> dict[str, Any]:
    """Restore the set."""
    (made,) = (folder / "sets").iterdir()
    return _restored(made)


def vault(folder: Path) -> dict[str, Any]:
    """Lose every key in the vault, and put them back from the reserve."""
    assert folder.is_dir()
    DossierSleutel.objects.all().delete()
    return _restored(None)


def _restored(made: Path | None) -> dict[str, Any]:
    try:
        done = restore(made, edge=at(NIGHT), migrate=_migrate, told=lambda _step: None)
    except CANNOT as fault:
        return {"refused": str(fault)}
    return {"keys": done.teruggezet, "again": done.opnieuw_vernietigd, "without": done.zonder_sleutel}


def together(folder: Path) -> dict[str, Any]:
    """Let four processes add signals to one dossier, and open dossiers, at once: nothing is lost or numbered twice."""
    shared = begin(table(folder), WITHHELD, "gerda", GEMEENTE, days_ago=0).dossier_id
    connections.close_all()
    children = []
    for number in range(RUNS):
        child = os.fork()
        if child == 0:
            _add(folder, shared, number)
        children.append(child)
    codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    seen = Steps(table=table(folder), dossier_id=shared).seen(days_ago=0)
    numbers = list(Dossier.objects.values_list("nummer", flat=True))
    return {"codes": codes, "signals": len(seen.signalen), "numbers": len(numbers), "different": len(set(numbers))}


def _add(folder: Path, shared: UUID, number: int) -> None:
    try:
        seats = table(folder)
        for turn in range(RUNS):
            Steps(table=seats, dossier_id=shared).signaal("gerda", f"{number}.{turn} (verzonnen)", GEMEENTE, days_ago=0)
            begin(seats, WITHHELD, "gerda", GEMEENTE, days_ago=0)
    except BaseException as fault:  # noqa: BLE001  # whatever it is, the parent must see it as a failure
        print(repr(fault), file=sys.stderr)
        os._exit(1)
    os._exit(0)


STEPS = {one.__name__: one for one in (prepare, night, look, put_back, vault, together)}

if __name__ == "__main__":
    where = Path(sys.argv[1])
    driver.use(where / "data")
    print(json.dumps(STEPS[sys.argv[2]](where), default=str))
