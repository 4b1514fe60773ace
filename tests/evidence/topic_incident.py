"""Incidents: one that a person reports, walked to its end; one that a check opens, destroyed. Covenant 15.2.g."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from casustafel.acts.bewaring.certificaten import find_certificaten
from casustafel.acts.bewaring.herstel import repeat_destruction
from casustafel.acts.gaafheid import KEURINGEN, check_rows
from casustafel.acts.gate import Act, perform
from casustafel.acts.toezicht.find_incidenten import count_incidenten, find_incidenten, find_werk_incidenten
from casustafel.acts.toezicht.incident import OpenBevinding, open_bevinding, report_incident
from casustafel.acts.toezicht.incidentstap import assess_incident, close_incident, record_ap, record_betrokkenen
from casustafel.acts.toezicht.open_incident import open_incident
from casustafel.bestand.bestand import Bestand
from casustafel.convenant.incident import Apbesluit, Inlichting, Risico
from casustafel.kluis import store as kluis
from tests.evidence import topic_bewaring
from tests.evidence.stage import Stage

HANDLES = "fatma"


def walk(stage: Stage) -> None:
    """Report, judge, tell the AP and the people, settle; let a check open two, destroy one, and one again."""
    now = stage.table.now
    incident_id = stage.does("bente", report_incident, bekend_op=now - timedelta(hours=2)).id
    _step(stage, assess_incident, incident_id, risico=Risico.HOOG, aantal_personen=3, aantal_gegevens=9)
    _step(stage, record_ap, incident_id, besluit=Apbesluit.MELDEN, gemeld_op=now)
    _step(stage, record_betrokkenen, incident_id, besluit=Inlichting.INGELICHT, ingelicht_op=stage.table.edge(0).day)
    _step(stage, close_incident, incident_id)
    for look in (find_incidenten, find_werk_incidenten, count_incidenten, find_certificaten["toezicht"]):
        stage.does(HANDLES, look)
    topic_bewaring.destroy(stage, Bestand.TOEZICHT, incident_id)
    edge, systeem = stage.table.edge(0), topic_bewaring.systeem(stage)
    found = OpenBevinding(bestand="weegploeg", bevindingen=("weegploeg Stuk: altered",))
    perform(open_bevinding, wie=systeem, invoer=found, edge=edge)
    assert not list(check_rows(KEURINGEN[Bestand.TOEZICHT], [systeem], without=set(), edge=edge))
    (row,) = stage.does(HANDLES, find_incidenten).incidenten
    kluis.note_destroyed(Bestand.TOEZICHT, [row.id])
    assert repeat_destruction(edge=edge) == 1


def _step(stage: Stage, act: Act[Any, Any], incident_id: UUID, **given: Any) -> None:
    seen = stage.does(HANDLES, open_incident, houder_id=incident_id)
    stage.does(HANDLES, act, houder_id=incident_id, versie=seen.versie, **given)
