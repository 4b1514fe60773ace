"""Kill a process after the n-th statement of making, archiving or destroying a dossier and its casus, for every n."""

import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import django

django.setup()

from casustafel.acts.archief.reactivering import (
    AskReactivering,
    TakeStandpuntReactivering,
    ask_reactivering,
    take_standpunt_reactivering,
)
from casustafel.acts.edge import LOCAL, at
from casustafel.archief import models as archief
from casustafel.bestand.bestand import Bestand
from casustafel.casusoverleg import models as casusoverleg
from casustafel.convenant.feit import Keuze
from casustafel.demo.steps import GEMEENTE, begin
from casustafel.demo.subjects import WITHHELD
from casustafel.jobs.nachtwerk import nachtwerk
from casustafel.jobs.relay import relay
from casustafel.kluis import store as kluis
from casustafel.weegploeg import models as weegploeg
from tests.bewaring.opened import opened
from tests.kill import driver

FILES = (
    (Bestand.WEEGPLOEG, weegploeg, weegploeg.Dossier),
    (Bestand.CASUSOVERLEG, casusoverleg, casusoverleg.Casus),
    (Bestand.ARCHIEF, archief, archief.Dossier),
)


def night(year: int, month: int, day: int) -> None:
    """Do the night's work of a day."""
    nachtwerk(edge=at(datetime(year, month, day, 3, tzinfo=LOCAL)))


def handed_over(data: Path) -> dict[str, Any]:
    """Make an installation with one dossier that was handed over."""
    made = driver.prepare(data)
    driver.finish(made)
    return made


def destroy(_made: dict[str, Any]) -> None:
    """Do the night's work of the first day on which dossier and casus may no longer be there."""
    night(2031, 3, 3)


def archive(_made: dict[str, Any]) -> None:
    """Do the night's work of the first day on which dossier and casus move to the archive."""
    night(2027, 1, 31)


def archived(data: Path) -> dict[str, Any]:
    """Make an installation with one dossier that was handed over and archived."""
    made = handed_over(data)
    archive(made)
    return made


def asked_again(data: Path) -> dict[str, Any]:
    """Make an installation with one archived dossier on which two kernpartijen agreed to a renewed decision."""
    made = archived(data)
    row = archief.Dossier.objects.get()
    chosen = archief.Stuk.objects.filter(herkomst="weegploeg", soort="signaal").values_list("id", flat=True)
    asks = AskReactivering(
        houder_id=row.id, versie=row.versie, doelstelling="i", noodzaak="Nodig (verzonnen).", items=tuple(chosen)
    )
    made["table"].does("gerda", ask_reactivering, asks, days_ago=0)
    agree(made, "omar")
    return made


def agree(made: dict[str, Any], name: str) -> None:
    """Let a kernpartij agree to a renewed decision."""
    row = archief.Dossier.objects.get()
    agrees = TakeStandpuntReactivering(
        houder_id=row.id, versie=row.versie, keuze=Keuze.INSTEMMEN, motivering="Nodig (verzonnen)."
    )
    made["table"].does(name, take_standpunt_reactivering, agrees, days_ago=0)


def reactivate(made: dict[str, Any]) -> None:
    """Let the last kernpartij agree where it did not yet, and let the relay carry the copy."""
    if archief.Stuk.objects.filter(soort="reactivering", staat="open").exists():
        agree(made, "petra")
    relay(edge=made["table"].edge(0))


def create(made: dict[str, Any]) -> None:
    """Open a second dossier where there is none, and do the night's work of some days later."""
    if weegploeg.Dossier.objects.count() < 2:
        begin(made["table"], WITHHELD, "gerda", GEMEENTE, days_ago=0)
    night(2026, 3, 5)


def look(_made: dict[str, Any]) -> dict[str, Any]:
    """Tell what a new start ended with: rows, keys, certificates and the journal, file by file."""
    found: dict[str, Any] = {"marked": 0}
    for bestand, tables, houders in FILES:
        ids = set(houders.objects.values_list("id", flat=True))
        found["marked"] += houders.objects.filter(vernietigen_op__isnull=False).count()
        found[bestand.value] = {
            "rows": len(ids),
            "stray": tables.Stuk.objects.exclude(houder_id__in=ids).count() + tables.Uitgaand.objects.count(),
            "keys": len(kluis.holders(bestand)),
            "keyless": len(ids - kluis.holders(bestand)),
            "certificates": tables.Certificaat.objects.count(),
            "opened": len(opened(bestand, tables)),
            "noted": len(kluis.destroyed_ids()[bestand]),
        }
    return found


SCENARIOS = {
    "destroy": driver.Scenario(prepare=handed_over, finish=destroy, look=look),
    "archive": driver.Scenario(prepare=handed_over, finish=archive, look=look),
    "destroy archived": driver.Scenario(prepare=archived, finish=destroy, look=look),
    "reactivate": driver.Scenario(prepare=asked_again, finish=reactivate, look=look),
    "create": driver.Scenario(prepare=driver.prepare, finish=create, look=look),
}

if __name__ == "__main__":
    driver.main(Path(sys.argv[1]), SCENARIOS[sys.argv[2]])
