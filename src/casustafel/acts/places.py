"""For whom somebody can work: every organisation in every covenant. What the screens need before the first act."""

from dataclasses import dataclass
from uuid import UUID

from casustafel.acts.edge import Edge
from casustafel.convenant.feit import ConvenantId, MedewerkerId, OrganisatieId, Taak
from casustafel.register import store as register
from casustafel.register.beeld import Plaats

__all__ = ["Plaats", "Place", "plaats_at", "places"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An organisation in a covenant for which somebody holds a valid role."""

    plaats: Plaats
    organisatie: str
    gemeente: str
    is_verzonnen: bool


def places(medewerker_id: UUID, *, edge: Edge) -> list[Place]:
    """Give the places of somebody on this day."""
    return [
        Place(plaats=plaats, organisatie=seat.organisatie, gemeente=seat.gemeente, is_verzonnen=seat.is_verzonnen)
        for plaats in register.plaatsen(medewerker_id, day=edge.day)
        for seat in [register.seat(plaats)]
    ]


def plaats_at(*, medewerker_id: UUID, convenant_id: UUID, organisatie_id: UUID, taak: str = "") -> Plaats:
    """Name the place that a session remembers; the gate reads what it is worth in every request."""
    return Plaats(
        medewerker_id=MedewerkerId(medewerker_id),
        convenant_id=ConvenantId(convenant_id),
        organisatie_id=OrganisatieId(organisatie_id),
        taak=Taak(taak) if taak in set(Taak) else None,
    )
