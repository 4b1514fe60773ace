"""Destroy and archive dossiers, with copies and a backup of before beside them; print what to look for."""

import json
import shutil
import sys
from datetime import date, datetime
from pathlib import Path

import django

django.setup()

from casustafel.acts.edge import LOCAL, at
from casustafel.archief.models import Dossier as ArchiefDossier
from casustafel.convenant.feit import Uitkomst
from casustafel.demo.steps import GEMEENTE, begin
from casustafel.demo.subjects import IN_WEGING, WITHHELD
from casustafel.jobs.backup import backup
from casustafel.jobs.nachtwerk import nachtwerk
from casustafel.kluis.models import DossierSleutel
from casustafel.weegploeg.models import Dossier
from tests.kill import driver


def night(year: int, month: int, day: int) -> None:
    """Do the night's work of a day."""
    nachtwerk(edge=at(datetime(year, month, day, 3, tzinfo=LOCAL)))


def main(folder: Path) -> None:
    """Destroy one dossier of three, archive two, and destroy one of those in the archive; back up in between."""
    data = folder / "data"
    made = driver.prepare(data)
    archived = made["steps"].dossier_id  # put on the agenda, as is the next
    other = begin(made["table"], IN_WEGING, "gerda", GEMEENTE, days_ago=0)
    other.weigh("gerda", "gedrag", "Gewogen (verzonnen).", days_ago=0)
    other.decide(Uitkomst.AGENDEREN, days_ago=0)
    gone = begin(made["table"], WITHHELD, "gerda", GEMEENTE, days_ago=0).dossier_id
    wrapped = bytes(DossierSleutel.objects.get(dossier_id=gone).omhuld)
    copy(data, folder / "copy")
    made_set = backup(folder / "backup", edge=at(driver.NOW), told=lambda _step: None).folder
    night(2027, 1, 4)
    assert set(Dossier.objects.values_list("id", flat=True)) == {archived, other.dossier_id}
    night(2027, 2, 1)
    assert set(ArchiefDossier.objects.values_list("id", flat=True)) == {archived, other.dossier_id}
    copy(data, folder / "copy-2")
    ArchiefDossier.objects.filter(pk=other.dossier_id).update(laatste_verwerking_op=date(2030, 1, 1))
    night(2031, 3, 3)
    assert list(ArchiefDossier.objects.values_list("id", flat=True)) == [other.dossier_id]
    told = {
        "gone": f"weegploeg|{gone}",
        "moved": f"weegploeg|{archived}",
        "gone there": f"archief|{archived}",
        "alive": f"archief|{other.dossier_id}",
    }
    print(json.dumps({"length": len(wrapped), "wrapped": wrapped.hex(), "places": told, "set": str(made_set)}))


def copy(data: Path, to: Path) -> None:
    """Copy every file but the keys outside the databases."""
    shutil.copytree(data, to, ignore=shutil.ignore_patterns("sleutels"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
