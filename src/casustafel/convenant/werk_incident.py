"""What waits on incidents, for the werkvoorraad of the toezichthouder. Covenant 15.2.g; AVG 33, 34."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from casustafel.convenant.feit import Rol, Wie
from casustafel.convenant.incident import IncidentFeit, Incidentstaat, Risico, is_running, report_by, staat_of
from casustafel.convenant.werk import Stap, Werk

STEPS: Final = {
    Incidentstaat.GEMELD: Stap.INCIDENT,
    Incidentstaat.BEOORDEELD: Stap.AP,
    Incidentstaat.AP_AFGEHANDELD: Stap.BETROKKENEN,
    Incidentstaat.BETROKKENEN_AFGEHANDELD: Stap.SLUIT_INCIDENT,
}


def werk_on_incident(wie: Wie, feit: IncidentFeit, *, day: date) -> Iterator[Werk]:  # noqa: ARG001  # as every list of work is derived
    """Give the next step of an incident that is not settled, with the moment of the 72 hours while these run."""
    stap = STEPS.get(staat_of(feit))
    if stap is None or Rol.TOEZICHTHOUDER not in wie.rollen:
        return
    if stap is Stap.AP and feit.risico is Risico.GEEN_DATALEK:
        stap = Stap.SLUIT_INCIDENT
    yield Werk(
        stap=stap,
        artikel="15.2.g",
        houder_id=feit.id,
        nummer=feit.nummer,
        uiterlijk_om=report_by(feit, wie.convenant) if is_running(feit) else None,
    )
