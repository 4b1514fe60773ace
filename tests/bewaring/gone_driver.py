"""Destroy and archive dossiers, with backups of before beside them; print what to look for. Run by its test."""

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
    length = len(bytes(DossierSleutel.objects.get(dossier_id=gone).omhuld))
    backup(data, folder / "backup")
    night(2027, 1, 4)
    assert set(Dossier.objects.values_list("id", flat=True)) == {archived, other.dossier_id}
    night(2027, 2, 1)
    assert set(ArchiefDossier.objects.values_list("id", flat=True)) == {archived, other.dossier_id}
    backup(data, folder / "backup-2")
    ArchiefDossier.objects.filter(pk=other.dossier_id).update(laatste_verwerking_op=date(2030, 1, 1))
    night(2031, 3, 3)
    assert list(ArchiefDossier.objects.values_list("id", flat=True)) == [other.dossier_id]
    told = {
        "gone": f"weegploeg|{gone}",
        "moved": f"weegploeg|{archived}",
        "gone there": f"archief|{archived}",
        "alive": f"archief|{other.dossier_id}",
    }
    print(json.dumps({"length": length, "places": told}))


def backup(data: Path, to: Path) -> None:
    """Copy every file but the keys outside the databases."""
    shutil.copytree(data, to, ignore=shutil.ignore_patterns("sleutels"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
