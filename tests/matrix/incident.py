"""Incidents in the matrix: one in every state, who handles them and who reports. Covenant 15.2.g."""

from datetime import date, timedelta
from typing import Any, Final

from casustafel.acts.gate import Act, do, enter
from casustafel.acts.toezicht.incident import ReportIncident, report_incident
from casustafel.acts.toezicht.incidentstap import assess_incident, close_incident, record_ap, record_betrokkenen
from casustafel.toezicht.models import Incident
from tests.matrix.asked import Cell, Request, asked
from tests.matrix.expected import ELSEWHERE, INCIDENT_STATES, Names, Row
from tests.matrix.roles import STANDING
from tests.matrix.world import World

WATCHES: Final = frozenset({"toezichthouder"})
COUNTS: Final = WATCHES | {"auditor"}
PAST: Final = date(2023, 3, 1)
BREACH: Final = {
    "aard": "Verkeerd gestuurd (verzonnen).",
    "personen": "inwoners",
    "gegevens": "namen",
    "gevolgen": "Zorg (verzonnen).",
    "maatregelen": "Gewist (verzonnen).",
    "motivering": "Gelezen door een ander (verzonnen).",
}
TO_THE_AP: Final = {"besluit": "melden", "contactpunt": "fg@lindewaard.example"}
TO_PEOPLE: Final = {"besluit": "niet-ingelicht", "motivering": "Geen hoog risico (verzonnen)."}
LEARNED: Final = {"geleerd": "Adressen worden gecontroleerd (verzonnen)."}


def incidenten(world: World) -> None:
    """Put an incident in every state, and one past its three years."""
    now = world.table.edge(0).now
    for staat in (*sorted(INCIDENT_STATES), "past five years"):
        invoer = ReportIncident(wat="Weg (verzonnen).", bekend_op=now - timedelta(hours=5))
        houder_id = _does(world, report_incident, invoer).id
        world.incidenten[staat] = houder_id
        for act, said in _walk(world, staat):
            given = act.invoer.model_validate({"houder_id": houder_id, "versie": world.versie(houder_id), **said})
            _does(world, act, given)
    Incident.objects.filter(pk=world.incidenten["past five years"]).update(afgesloten_op=PAST)


def _walk(world: World, staat: str) -> list[tuple[Act[Any, Any], dict[str, Any]]]:
    """Give the steps that bring an incident to its state."""
    if staat == "judged as none":
        return [(assess_incident, {"risico": "geen-datalek", "motivering": "Niets gezien (verzonnen)."})]
    steps: list[tuple[Act[Any, Any], dict[str, Any]]] = [
        (assess_incident, {"risico": "risico", **BREACH}),
        (record_ap, {**TO_THE_AP, "gemeld_op": world.table.edge(0).now}),
        (record_betrokkenen, TO_PEOPLE),
        (close_incident, LEARNED),
    ]
    reached = ("reported", "judged as a breach", "ap told", "people handled", "settled")
    return steps[: reached.index(staat)] if staat in reached else steps


def _does(world: World, act: Act[Any, Any], invoer: Any) -> Any:
    plaats = world.people["toezichthouder"].plaats
    assert plaats is not None
    return do(act, wie=enter(plaats, edge=world.table.edge(0)), invoer=invoer, edge=world.table.edge(0))


def _handled(*states: str) -> Row:
    return Row(may=WATCHES, states=frozenset(states))


RUNNING: Final[Names] = INCIDENT_STATES - {"settled"}
BREACHES: Final = ("judged as a breach", "ap told", "people handled")


def rows() -> dict[str, Row]:
    """Give what must come of each act on incidents. 15.2.g: everybody reports, the toezichthouder handles."""
    return {
        "report-incident": Row(may=STANDING | ELSEWHERE),
        "find-incidenten": Row(may=WATCHES),
        "count-incidenten": Row(may=COUNTS),
        "open-incident": Row(may=WATCHES, states=INCIDENT_STATES),
        "assess-incident": _handled(*(RUNNING)),
        # AVG 33, 34: of a breach, the AP before the people
        "record-ap": _handled(*BREACHES),
        "record-betrokkenen": _handled("ap told", "people handled"),
        "close-incident": _handled("judged as none", "people handled"),
    }


@asked("find-incidenten", "count-incidenten", "open-incident", "find-werk-incidenten", "find-certificaten-toezicht")
def _nothing(_cell: Cell) -> Request:
    return Request()


@asked("report-incident")
def _report(cell: Cell) -> Request:
    known = cell.world.table.edge(0).now - timedelta(hours=1)
    return Request({"wat": "Kwijt (verzonnen).", "bekendOp": known.isoformat()})


@asked("assess-incident")
def _assess(cell: Cell) -> Request:
    return Request({"versie": cell.versie, "risico": "hoog-risico", **BREACH})


@asked("record-ap")
def _ap(cell: Cell) -> Request:
    told = cell.world.table.edge(0).now.isoformat()
    return Request({"versie": cell.versie, "gemeldOp": told, **TO_THE_AP})


@asked("record-betrokkenen")
def _people(cell: Cell) -> Request:
    return Request({"versie": cell.versie, **TO_PEOPLE})


@asked("close-incident")
def _close(cell: Cell) -> Request:
    return Request({"versie": cell.versie, **LEARNED})
