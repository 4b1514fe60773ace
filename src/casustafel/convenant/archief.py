"""Facts on a subject in the archive: numbers, days, and which pieces there are. Covenant 13.2, 13.4."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from casustafel.convenant.feit import ConvenantId, StukFeit
from casustafel.convenant.stuk import Herkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiefItemFeit:
    """The plain part of a piece in the archive, and the file that it came from."""

    herkomst: Herkomst
    stuk: StukFeit


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiefFeit:
    """How a subject stands in the archive. `verwerkt_op` is the last casework in either file."""

    id: UUID
    convenant_id: ConvenantId
    nummer: str
    casus_nummer: str
    versie: int
    verwerkt_op: date
    gearchiveerd_op: date
    items: tuple[ArchiefItemFeit, ...] = ()

    @property
    def eigen(self) -> tuple[StukFeit, ...]:
        """Give the pieces that the archive made itself."""
        return tuple(item.stuk for item in self.items if item.herkomst is Herkomst.ARCHIEF)
