"""Kill a process after the n-th statement of moving a signaal out of a casus and back, for every n."""

import sys
from pathlib import Path
from typing import Any
from uuid import UUID

import django

django.setup()

from casustafel.acts.weegploeg.move_signaal import MoveSignaal, move_signaal
from casustafel.acts.weegploeg.supplement_overdracht import SupplementOverdracht, supplement_overdracht
from casustafel.casusoverleg.models import Ontvangen
from casustafel.casusoverleg.models import Stuk as Copy
from casustafel.demo.steps import GEMEENTE, Steps, begin
from casustafel.demo.subjects import NIEUW_GEMEENTE
from casustafel.demo.table import Table
from casustafel.jobs.relay import relay
from casustafel.weegploeg.models import Dossier, Stuk, Uitgaand
from tests.kill import driver


def prepare(data: Path) -> dict[str, Any]:
    """Make an installation with one dossier that was handed over, and another with one signaal."""
    made = driver.prepare(data)
    driver.finish(made)
    begin(made["table"], NIEUW_GEMEENTE, "gerda", GEMEENTE, days_ago=0)
    return made


def finish(made: dict[str, Any]) -> None:
    """Move the signaal of the politie away and back, and let it follow to the casus; what was done is not redone."""
    table, handed, other = made["table"], made["steps"], _other(made)
    if not handed.seen(days_ago=0).verplaatsingen:
        _move(table, handed, other)
    relay(edge=table.edge(0))
    if _of_politie(table, other):
        _move(table, other, handed)
    seen = handed.seen(days_ago=0)
    left = tuple(s.id for s in seen.signalen if not s.is_overgedragen)
    if left:
        chosen = SupplementOverdracht(houder_id=seen.id, versie=seen.versie, signalen=left)
        table.does("omar", supplement_overdracht, chosen, days_ago=0)
    relay(edge=table.edge(0))


def _other(made: dict[str, Any]) -> Steps:
    other_id = Dossier.objects.exclude(pk=made["steps"].dossier_id).values_list("id", flat=True).get()
    return Steps(table=made["table"], dossier_id=other_id)


def _of_politie(table: Table, steps: Steps) -> list[UUID]:
    by = table.organisatie("petra")
    return [s.id for s in steps.seen(days_ago=0).signalen if s.organisatie_id == by]


def _move(table: Table, here: Steps, there: Steps) -> None:
    van, naar = here.seen(days_ago=0), there.seen(days_ago=0)
    invoer = MoveSignaal(
        houder_id=van.id,
        versie=van.versie,
        naar_id=naar.id,
        naar_versie=naar.versie,
        signaal_id=_of_politie(table, here)[0],
        reden="Stond verkeerd (verzonnen).",
    )
    table.does("petra", move_signaal, invoer, days_ago=0)


def look(made: dict[str, Any]) -> dict[str, Any]:
    """Tell what a new start ended with."""
    seen, other = made["steps"].seen(days_ago=0), _other(made).seen(days_ago=0)
    copies = Copy.objects.filter(soort="signaal")
    return {
        "signalen": Stuk.objects.filter(soort="signaal").count(),
        "here": len(seen.signalen),
        "there": len(other.signalen),
        "history": [len(seen.verplaatsingen), len(other.verplaatsingen)],
        "copies": copies.count(),
        "same": set(copies.values_list("bij_id", flat=True)) == {s.id for s in seen.signalen if s.is_overgedragen},
        "waiting": Uitgaand.objects.count(),
        "received": Ontvangen.objects.count(),
    }


if __name__ == "__main__":
    driver.main(Path(sys.argv[1]), driver.Scenario(prepare=prepare, finish=finish, look=look))
