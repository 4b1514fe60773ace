"""The endpoints of incidents. Covenant 15.2.g; AVG 33, 34."""

from collections.abc import Callable
from typing import Any, Final

from casustafel.acts.toezicht.find_incidenten import (
    Incidentaantallen,
    IncidentLijst,
    count_incidenten,
    find_incidenten,
)
from casustafel.acts.toezicht.incident import NewIncident, report_incident
from casustafel.acts.toezicht.incidentstap import assess_incident, close_incident, record_ap, record_betrokkenen
from casustafel.acts.toezicht.open_incident import IncidentBeeld, open_incident

INCIDENT: Final = "/incidenten/{incidentId}"


def incidents(route: Callable[..., Any]) -> tuple[Any, ...]:
    """Give the endpoints, made with the table's own kind of route."""
    # fmt: off
    return (
        route(method="GET", path="/incidenten", acts=(find_incidenten,), query=("pagina",), output=IncidentLijst,
              summary="Find incidents: how far each is, and by when the AP is told"),
        route(method="POST", path="/incidenten", acts=(report_incident,), output=NewIncident,
              summary="Report an incident"),
        route(method="GET", path="/incidentaantallen", acts=(count_incidenten,), output=Incidentaantallen,
              summary="Count incidents by state, judgement and notice"),
        route(method="GET", path=INCIDENT, acts=(open_incident,), output=IncidentBeeld,
              summary="Open an incident"),
        route(method="POST", path=f"{INCIDENT}/beoordelingen", acts=(assess_incident,),
              summary="Judge an incident, for the first time or anew"),
        route(method="POST", path=f"{INCIDENT}/apmeldingen", acts=(record_ap,),
              summary="Record that the AP was told of an incident, or why not"),
        route(method="POST", path=f"{INCIDENT}/inlichtingen", acts=(record_betrokkenen,),
              summary="Record that the people an incident is about were told, or why not"),
        route(method="POST", path=f"{INCIDENT}/afsluiting", acts=(close_incident,),
              summary="Settle an incident"),
    )
    # fmt: on
