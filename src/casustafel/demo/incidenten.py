"""The invented incidents: one whose hours still run, one that was settled. Covenant 15.2.g."""

from datetime import timedelta
from typing import Any, Final

from casustafel.acts.edge import Edge, at
from casustafel.acts.gate import Act, do, enter
from casustafel.acts.toezicht.incident import report_incident
from casustafel.acts.toezicht.incidentstap import assess_incident, close_incident, record_ap, record_betrokkenen
from casustafel.demo.table import Table

BREACH: Final = {
    "risico": "risico",
    "aard": "Een plan is per post naar een verkeerd adres gegaan (bedacht).",
    "personen": "een inwoner en zijn ouders",
    "aantal_personen": 3,
    "gegevens": "naam, adres en de afspraken van het plan",
    "aantal_gegevens": 1,
    "gevolgen": "Een buurvrouw weet dat er een plan is (bedacht).",
    "maatregelen": "De brief is dezelfde dag teruggehaald (bedacht).",
    "motivering": "De brief is geopend, maar de buurvrouw kent de inwoner goed (bedacht).",
}


def load(table: Table) -> None:
    """Report two incidents; settle the one of some weeks ago."""
    _settled(table)
    edge = table.edge(0)
    _does(
        table,
        "rik",
        report_incident,
        edge,
        wat="Een geprinte agenda van het casusoverleg bleef liggen in een vergaderzaal (bedacht).",
        welke_gegevens="De nummers van drie casussen; geen namen.",
        gedaan="De agenda is opgehaald. De receptie vroeg rond wie in de zaal was.",
        bekend_op=edge.now - timedelta(hours=55, minutes=20),
    )


def _settled(table: Table) -> None:
    known = table.edge(40).now
    made = _does(
        table,
        "bente",
        report_incident,
        at(known + timedelta(hours=1)),
        wat="Een brief aan een inwoner is bij de buren bezorgd (bedacht).",
        bekend_op=known,
    )
    steps: tuple[tuple[Act[Any, Any], int, dict[str, Any]], ...] = (
        (assess_incident, 4, BREACH),
        (
            record_ap,
            22,
            {
                "besluit": "melden",
                "gemeld_op": known + timedelta(hours=22),
                "kenmerk": "AP-0001 (bedacht)",
                "contactpunt": "fg@lindewaard.example",
            },
        ),
        (
            record_betrokkenen,
            30,
            {
                "besluit": "ingelicht",
                "ingelicht_op": table.edge(39).day,
                "tekst": "Wij belden u over een brief die bij de buren kwam (bedacht).",
            },
        ),
        (close_incident, 90, {"geleerd": "Brieven gaan voortaan in een envelop met een venster (bedacht)."}),
    )
    for versie, (act, hours, said) in enumerate(steps, 1):
        _does(table, "fatma", act, at(known + timedelta(hours=hours)), houder_id=made.id, versie=versie, **said)


def _does(table: Table, name: str, act: Act[Any, Any], edge: Edge, **said: Any) -> Any:
    wie = enter(table.people[name], edge=edge)
    return do(act, wie=wie, invoer=act.invoer.model_validate(said), edge=edge)
