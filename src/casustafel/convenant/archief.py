"""Facts on a subject in the archive: numbers, days, and which pieces there are. Covenant 13.2, 13.4."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from casustafel.convenant.feit import ConvenantId, StukFeit, of_kind
from casustafel.convenant.stuk import AFSCHERMING, ArchiefStuk, DossierStuk, Herkomst


class Vraagsoort(StrEnum):
    """For what an item of the archive may be opened. Covenant 13.1, 13.2, 13.4; reading."""

    KLACHT = "klacht"
    VERANTWOORDING = "verantwoording"
    VERZOEK = "verzoek"
    HEROVERWEGING = "heroverweging"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiefItemFeit:
    """The plain part of a piece in the archive, and the file that it came from."""

    herkomst: Herkomst
    stuk: StukFeit


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiefFeit:
    """How a subject stands in the archive. `verwerkt_op` is the last casework in either file.

    `is_afgeschermd`: the whole subject is kept from casework (AVG 18); `is_behouden`: past its term too (covenant 13).
    """

    id: UUID
    convenant_id: ConvenantId
    nummer: str
    casus_nummer: str
    versie: int
    verwerkt_op: date
    gearchiveerd_op: date
    items: tuple[ArchiefItemFeit, ...] = ()
    is_afgeschermd: bool = False
    is_behouden: bool = False

    @property
    def eigen(self) -> tuple[StukFeit, ...]:
        """Give the pieces that the archive made itself."""
        return tuple(item.stuk for item in self.items if item.herkomst is Herkomst.ARCHIEF)

    @property
    def vragen(self) -> tuple[StukFeit, ...]:
        """Give the questions that were stated, oldest first; the state of each is what it is for."""
        return of_kind(self.eigen, ArchiefStuk.VRAAG)

    @property
    def inhoud(self) -> tuple[ArchiefItemFeit, ...]:
        """Give what came from the files: what may be opened, item by item."""
        came = (item for item in self.items if item.herkomst is not Herkomst.ARCHIEF)
        return tuple(item for item in came if item.stuk.soort != AFSCHERMING)

    @property
    def afschermingen(self) -> tuple[StukFeit, ...]:
        """Give what keeps a piece or the whole from casework: from a file, or made here. AVG 18."""
        return of_kind((item.stuk for item in self.items), AFSCHERMING)

    @property
    def terug_te_geven(self) -> frozenset[UUID]:
        """Give what may go back to the weegploeg: its signals. Covenant 8.2.b, 8.2.c, 13.4.

        Reading: the new dossier holds what 8.2 lists, and its analysis is made anew with the criteria in force (7.3).
        The name and address always go along; everything else can be read in the archive.
        """
        return frozenset(
            item.stuk.id
            for item in self.inhoud
            if item.herkomst is Herkomst.WEEGPLOEG and item.stuk.soort == DossierStuk.SIGNAAL
        )
