"""Kill a process after the n-th statement of a correction and its way to the casus, for every n."""

import sys
from pathlib import Path
from typing import Any

import django

django.setup()

from casustafel.acts.weegploeg.correct import CorrectNaw, CorrectSignaal, correct_naw, correct_signaal
from casustafel.acts.weegploeg.submit_signaal import NawInvoer
from casustafel.casusoverleg.models import Ontvangen, Stuk
from casustafel.convenant.stuk import CasusStuk
from casustafel.demo.steps import GEMEENTE
from casustafel.jobs.relay import relay
from casustafel.weegploeg.models import Uitgaand
from tests.kill import driver

NAME = "Verbeterde Naam (verzonnen)"
TEXT = "Verbeterde gedraging (verzonnen)."
WHY = "Verkeerd overgenomen (verzonnen)."


def prepare(data: Path) -> dict[str, Any]:
    """Make an installation with one dossier that was handed over."""
    made = driver.prepare(data)
    driver.finish(made)
    return made


def finish(made: dict[str, Any]) -> None:
    """Correct the signaal and the name where that was not done yet, and let the relay carry it."""
    steps, table = made["steps"], made["table"]
    seen = steps.seen(days_ago=0)
    own = next(s for s in seen.signalen if s.organisatie_id == table.organisatie("gerda"))
    if own.omschrijving != TEXT:
        signaal = CorrectSignaal(
            houder_id=seen.id,
            versie=seen.versie,
            signaal_id=own.id,
            omschrijving=TEXT,
            verstrekking=GEMEENTE,
            reden=WHY,
        )
        table.does("gerda", correct_signaal, signaal, days_ago=0)
    seen = steps.seen(days_ago=0)
    if seen.subject.naam != NAME:
        naw = CorrectNaw(houder_id=seen.id, versie=seen.versie, subject=NawInvoer(naam=NAME), reden=WHY)
        table.does("petra", correct_naw, naw, days_ago=0)
    relay(edge=table.edge(0))


def look(made: dict[str, Any]) -> dict[str, Any]:
    """Tell what a new start ended with, in both files."""
    found = driver.look(made)
    seen = made["steps"].seen(days_ago=0)
    (beeld,) = driver.casussen(made)
    return {
        **found,
        "dossier": len(seen.correcties) + sum(len(s.correcties) for s in seen.signalen),
        "kept": Stuk.objects.filter(soort=CasusStuk.CORRECTIE.value).count(),
        "naam": beeld.subject.naam,
        "tekst": sorted(s.omschrijving == TEXT for s in beeld.signalen),
        "waiting": Uitgaand.objects.count(),
        "received": Ontvangen.objects.count(),
    }


if __name__ == "__main__":
    driver.main(Path(sys.argv[1]), driver.Scenario(prepare=prepare, finish=finish, look=look))
