"""The facts on a disclosure beyond the plan, taken from the plain pieces of its casus. Covenant 10.5."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from casustafel.convenant.feit import (
    CasusFeit,
    CasusStaat,
    Keuze,
    OrganisatieId,
    StandpuntFeit,
    StukFeit,
    StukId,
    of_kind,
)
from casustafel.convenant.overeenstemming import Onderwerp, OvereenstemmingFeit, Vraagstaat
from casustafel.convenant.stuk import VERVALLEN, CasusStuk

NAW: Final = "naw"
"""The kind of data that is no piece: name, address and residence of the subject; it goes by the id of the casus."""

SHOWN: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorverstrekkingFeit:
    """A disclosure to one partner at the table of one casus, and where the parties stand.

    `tot` is the last day on which the partner may see the items. `bronnen` are the organisations whose data it is.
    """

    id: StukId
    casus: CasusFeit
    partner_id: OrganisatieId | None
    gevraagd_door: OrganisatieId | None
    gevraagd_op: date
    tot: date
    staat: Vraagstaat
    standpunten: tuple[StandpuntFeit, ...]
    bronnen: frozenset[OrganisatieId]

    @property
    def nummer(self) -> str:
        """Give the random number by which those who are not at the table know it; it says nothing of the casus."""
        return nummer_of(self.id)

    @property
    def vraag(self) -> OvereenstemmingFeit:
        """Give the question to the parties. Covenant 10.5.ii."""
        return OvereenstemmingFeit(
            onderwerp=Onderwerp.DOORVERSTREKKING,
            staat=self.staat,
            gevraagd_op=self.gevraagd_op,
            gevraagd_door=self.gevraagd_door,
            standpunten=self.standpunten,
        )

    def is_pending_on(self, day: date) -> bool:
        """Tell whether it is asked or agreed on, and its last day has not passed, nor its casus been closed."""
        is_alive = self.staat in {Vraagstaat.OPEN, Vraagstaat.AANGENOMEN}
        return is_alive and day <= self.tot and self.casus.kop.staat is not CasusStaat.AFGESLOTEN

    def keuze_of(self, organisatie_id: OrganisatieId | None) -> Keuze | None:
        """Give where an organisation stands, if it took a position."""
        return next((s.keuze for s in self.standpunten if s.organisatie_id == organisatie_id), None)


def nummer_of(doorverstrekking_id: UUID) -> str:
    """Make the number of a disclosure from its own random id."""
    return f"R-{doorverstrekking_id.hex[:SHOWN].upper()}"


def doorverstrekkingen_of(casus: CasusFeit) -> Iterator[DoorverstrekkingFeit]:
    """Give the disclosures of a casus, oldest first."""
    seats = {stuk.id: stuk.organisatie_id for stuk in of_kind(casus.stukken, CasusStuk.DEELNEMER)}
    for stuk in of_kind(casus.stukken, CasusStuk.DOORVERSTREKKING):
        chosen = [s for s in of_kind(casus.stukken, CasusStuk.DOORVERSTREKT) if s.bij_id == stuk.id]
        yield DoorverstrekkingFeit(
            id=stuk.id,
            casus=casus,
            partner_id=seats.get(stuk.bij_id) if stuk.bij_id else None,
            gevraagd_door=stuk.organisatie_id,
            gevraagd_op=stuk.op,
            tot=stuk.uiterlijk_op or stuk.op,
            staat=Vraagstaat(stuk.staat),
            standpunten=tuple(_positions(casus, stuk)),
            bronnen=frozenset(s.organisatie_id for s in chosen if s.organisatie_id),
        )


def _positions(casus: CasusFeit, stuk: StukFeit) -> Iterator[StandpuntFeit]:
    for position in of_kind(casus.stukken, CasusStuk.STANDPUNT):
        if position.bij_id == stuk.id and position.staat != VERVALLEN and position.organisatie_id:
            yield StandpuntFeit(organisatie_id=position.organisatie_id, keuze=Keuze(position.staat))


def seat_of(casus: CasusFeit, organisatie_id: OrganisatieId, *, day: date) -> StukId | None:
    """Find the seat at the table that an organisation has on the day."""
    for stuk in of_kind(casus.stukken, CasusStuk.DEELNEMER):
        is_here = stuk.op <= day and (stuk.uiterlijk_op is None or day < stuk.uiterlijk_op)
        if stuk.organisatie_id == organisatie_id and is_here:
            return stuk.id
    return None
