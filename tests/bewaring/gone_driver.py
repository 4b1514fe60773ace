"""Destroy one dossier of two, with a backup of before beside it; print what to look for. Run by its test."""

import json
import shutil
import sys
from datetime import datetime
from pathlib import Path

import django

django.setup()

from casustafel.acts.edge import LOCAL, at
from casustafel.demo.steps import GEMEENTE, begin
from casustafel.demo.subjects import WITHHELD
from casustafel.jobs.nachtwerk import nachtwerk
from casustafel.kluis.models import DossierSleutel
from casustafel.weegploeg.models import Dossier
from tests.kill import driver


def main(folder: Path) -> None:
    """Make two dossiers, copy every file, and do the night's work in which one of them goes."""
    data = folder / "data"
    made = driver.prepare(data)
    alive = made["steps"].dossier_id  # put on the agenda: kept for years
    gone = begin(made["table"], WITHHELD, "gerda", GEMEENTE, days_ago=0).dossier_id
    length = len(bytes(DossierSleutel.objects.get(dossier_id=gone).omhuld))
    shutil.copytree(data, folder / "backup", ignore=shutil.ignore_patterns("sleutels"))
    nachtwerk(edge=at(datetime(2027, 1, 4, 3, tzinfo=LOCAL)))
    assert list(Dossier.objects.values_list("id", flat=True)) == [alive]
    told = {name: f"weegploeg|{one}" for name, one in (("gone", gone), ("alive", alive))}
    print(json.dumps({"length": length, "places": told}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
