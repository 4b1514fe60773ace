"""Let two processes do the same night's work at once, night after night; print what is left. Run by its test."""

import json
import os
import sys
import traceback
from datetime import datetime
from pathlib import Path
from typing import Any

import django

django.setup()

from django.db import connections

from casustafel.acts.edge import LOCAL, at
from casustafel.archief import models as archief
from casustafel.bestand.bestand import Bestand
from casustafel.casusoverleg import models as casusoverleg
from casustafel.demo.steps import GEMEENTE, begin
from casustafel.demo.subjects import WITHHELD
from casustafel.jobs.nachtwerk import nachtwerk
from casustafel.kluis import store as kluis
from casustafel.weegploeg import models as weegploeg
from tests.bewaring.opened import opened
from tests.kill import driver

NIGHTS = ((2026, 6, 3), (2026, 12, 4), (2027, 1, 31), (2031, 3, 3))
"""A lapse, its destruction, a move to the archive, destruction there."""
BESIDE = 4
FILES = (
    (Bestand.WEEGPLOEG, weegploeg, weegploeg.Dossier),
    (Bestand.CASUSOVERLEG, casusoverleg, casusoverleg.Casus),
    (Bestand.ARCHIEF, archief, archief.Dossier),
)


def at_once(night: tuple[int, int, int], *, processes: int = 2) -> list[str]:
    """Do a night's work in so many processes that begin together; gives the faults of those that failed."""
    connections.close_all()
    go_out, go_in = os.pipe()
    children = [_child(night, go_out, go_in) for _ in range(processes)]
    os.close(go_out)
    os.close(go_in)  # the end of the pipe is the sign to begin
    faults = []
    for pid, told in children:
        with os.fdopen(told) as out:
            faults.append(out.read())
        os.waitpid(pid, 0)
    return [fault for fault in faults if fault]


def _child(night: tuple[int, int, int], go_out: int, go_in: int) -> tuple[int, int]:
    told_out, told_in = os.pipe()
    pid = os.fork()
    if pid:
        os.close(told_in)
        return pid, told_out
    os.close(go_in)
    os.read(go_out, 1)
    try:
        nachtwerk(edge=at(datetime(*night, 3, tzinfo=LOCAL)))
    except BaseException:  # noqa: BLE001  # whatever it is, the test wants to read it
        os.write(told_in, traceback.format_exc()[-2000:].encode())
    os._exit(0)


def look() -> dict[str, Any]:
    """Tell what is there: rows, keys, certificates and what opens, file by file."""
    found: dict[str, Any] = {}
    for bestand, tables, houders in FILES:
        ids = set(houders.objects.values_list("id", flat=True))
        found[bestand.value] = {
            "rows": len(ids),
            "keys": len(kluis.holders(bestand)),
            "certificates": tables.Certificaat.objects.count(),
            "opened": len(opened(bestand, tables)),
        }
    return found


def main(folder: Path) -> None:
    """Make some dossiers and go through the nights, two processes at a time."""
    made = driver.prepare(folder / "data")
    driver.finish(made)
    for _ in range(BESIDE):
        begin(made["table"], WITHHELD, "gerda", GEMEENTE, days_ago=0)
    nights = []
    for night in NIGHTS:
        faults = at_once(night)
        nights.append({"faults": faults, **look()})
    print(json.dumps(nights))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
