"""Who was told what, as the invented people did it: told, told in part, and waiting on a ground. Covenant 11."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from casustafel.acts.casusoverleg.open_netwerk import OpenNetwerk, open_netwerk
from casustafel.acts.gate import Act
from casustafel.acts.informeren.geinformeerd import record_geinformeerd
from casustafel.acts.informeren.overleg import defer_informeren, speak_informeren
from casustafel.bestand.bestand import Bestand
from casustafel.convenant.informatieplicht import Aantekening, Bereik, Brieftaal, Verzendwijze
from casustafel.demo.steps import KERNPARTIJEN, CasusSteps, Steps
from casustafel.demo.table import Table

ONDERZOEK = {
    "grond": "b",
    "noodzaak": "Getuigen moeten nog worden gehoord (verzonnen).",
    "evenredigheid": "Het wachten duurt niet langer dan het horen van getuigen (verzonnen).",
    "reden": "Er loopt een onderzoek (verzonnen).",
}


def _does(table: Table, name: str, act: Act[Any, Any], *, days_ago: int, **given: Any) -> None:
    """Let somebody do an act that only adds, so that any version will do."""
    table.does(name, act, act.invoer(versie=0, **given), days_ago=days_ago)


def _told(table: Table, bestand: Bestand, *, days_ago: int, **whom: Any) -> None:
    """Let all three see no ground, and record that the person was told."""
    for name in KERNPARTIJEN:
        _does(table, name, speak_informeren[bestand], keuze=Aantekening.GEEN_GROND, days_ago=days_ago, **whom)
    how = {"hoe": "In een gesprek (verzonnen).", "door": "wijkagent", "op": table.edge(days_ago).day}
    _does(table, "gerda", record_geinformeerd[bestand], days_ago=days_ago, **how, **whom)


def _deferred(table: Table, bestand: Bestand, *, in_days: int, days_ago: int, **whom: Any) -> None:
    """Let the politie ask all to wait until so many days from now, and the others agree."""
    until = {"bereik": Bereik.ALLEN, "tot": table.edge(0).day + timedelta(days=in_days)}
    _does(table, "petra", defer_informeren[bestand], days_ago=days_ago, **until, **ONDERZOEK, **whom)
    for name in ("gerda", "omar"):
        _does(table, name, speak_informeren[bestand], keuze=Aantekening.INSTEMMING, days_ago=days_ago, **whom)


def subject_told(steps: Steps, *, days_ago: int) -> None:
    """Tell the subject of a dossier on the outcome."""
    _told(steps.table, Bestand.WEEGPLOEG, days_ago=days_ago, houder_id=steps.dossier_id)


def subject_waits(steps: Steps, *, in_days: int, days_ago: int) -> None:
    """Let the subject of a dossier wait, by agreement of all."""
    _deferred(steps.table, Bestand.WEEGPLOEG, in_days=in_days, days_ago=days_ago, houder_id=steps.dossier_id)


def subject_told_in_part(steps: Steps, *, in_days: int, days_ago: int) -> None:
    """Let the data of the politie wait, and tell the rest."""
    table = steps.table
    whom: dict[str, Any] = {"houder_id": steps.dossier_id}
    until = {"bereik": Bereik.EIGEN, "tot": table.edge(0).day + timedelta(days=in_days)}
    _does(table, "petra", defer_informeren[Bestand.WEEGPLOEG], days_ago=days_ago, **until, **ONDERZOEK, **whom)
    for name in ("gerda", "omar"):
        spoken = {"keuze": Aantekening.GEEN_GROND, **whom}
        _does(table, name, speak_informeren[Bestand.WEEGPLOEG], days_ago=days_ago, **spoken)
    how = {"brief": Brieftaal.NL, "wijze": Verzendwijze.POST, "door": "gemeente", "op": table.edge(days_ago).day}
    _does(table, "gerda", record_geinformeerd[Bestand.WEEGPLOEG], days_ago=days_ago, **how, **whom)


def persons(running: CasusSteps, *, days_ago: int) -> None:
    """Tell the first person of a casus; let the second one wait."""
    table, bestand = running.table, Bestand.CASUSOVERLEG
    seen = table.does(running.host, open_netwerk, OpenNetwerk(houder_id=running.casus_id), days_ago=days_ago)
    first, second, *_rest = [one.id for one in seen.personen]
    whom: dict[str, UUID] = {"houder_id": running.casus_id}
    _told(table, bestand, days_ago=days_ago, persoon_id=first, **whom)
    _deferred(table, bestand, in_days=12, days_ago=days_ago, persoon_id=second, **whom)
