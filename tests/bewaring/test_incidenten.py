"""The night destroys an incident three years after it was settled, and none that is not. Covenant 13.1, 15.2.g."""

from datetime import date, datetime, time

import pytest

from casustafel.acts.edge import LOCAL, at
from casustafel.acts.toezicht.incident import ReportIncident, report_incident
from casustafel.acts.toezicht.incidentstap import AssessIncident, CloseIncident, assess_incident, close_incident
from casustafel.bestand.bestand import Bestand
from casustafel.convenant.incident import Risico
from casustafel.demo.table import Table
from casustafel.jobs.nachtwerk import nachtwerk
from casustafel.kluis import store as kluis
from casustafel.toezicht.models import Certificaat, Incident, Stuk

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("13.1"), pytest.mark.article("15.2.g")]


def night(day: date) -> None:
    """Do the night's work of a day."""
    nachtwerk(edge=at(datetime.combine(day, time(2), LOCAL)))


def test_is_there_on_its_last_day_and_gone_the_day_after(table: Table) -> None:
    """Rows and key; a certificate without its number stays, and so does an incident that nobody settled."""
    settled, waits = (
        table.does("rik", report_incident, ReportIncident(wat="Weg.", bekend_op=table.now), days_ago=0).id
        for _each in range(2)
    )
    judged = AssessIncident(houder_id=settled, versie=1, risico=Risico.GEEN_DATALEK, motivering="Niets gezien.")
    table.does("fatma", assess_incident, judged, days_ago=0)
    table.does("fatma", close_incident, CloseIncident(houder_id=settled, versie=2, geleerd="Niets."), days_ago=0)

    night(date(2029, 3, 2))
    assert Incident.objects.count() == 2
    night(date(2029, 3, 3))
    assert list(Incident.objects.values_list("id", flat=True)) == [waits]
    assert not Stuk.objects.filter(houder_id=settled).exists()
    assert kluis.holders(Bestand.TOEZICHT) == {waits}
    assert Certificaat.objects.get().soort == "incident"
