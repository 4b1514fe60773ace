"""Find rows in the log of a file, for control. Covenant 15.2.e."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from casustafel.bestand.log import Gevolg
from casustafel.bestand.logboek import Logboek


@dataclass(frozen=True, slots=True, kw_only=True)
class Zoekvraag:
    """Rows of a covenant from one moment until another; of these people, dossiers, effect only, where that is asked."""

    convenant_id: UUID
    van: datetime
    tot: datetime
    medewerkers: Collection[UUID] | None = None
    log_ids: Collection[UUID] | None = None
    gevolg: Gevolg | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GevondenRegel:
    """A row as it stands in the log: who, when, which act, with which effect, and the log id of what it was about."""

    id: int
    op: datetime
    medewerker_id: UUID | None
    organisatie_id: UUID | None
    rollen: str
    taak: str
    daad: str
    artikelen: str
    gevolg: Gevolg
    log_id: UUID | None
    redenen: str


NAMES = tuple(GevondenRegel.__dataclass_fields__)


def search_rows(logboek: Logboek, vraag: Zoekvraag, *, offset: int, limit: int) -> list[GevondenRegel]:
    """Give a page of the rows that are asked for, the newest first."""
    rows = logboek.regels._default_manager.filter(convenant_id=vraag.convenant_id, op__gte=vraag.van, op__lt=vraag.tot)
    if vraag.medewerkers is not None:
        rows = rows.filter(medewerker_id__in=vraag.medewerkers)
    if vraag.log_ids is not None:
        rows = rows.filter(log_id__in=vraag.log_ids)
    if vraag.gevolg is not None:
        rows = rows.filter(gevolg=vraag.gevolg.value)
    found = rows.order_by("-id").values(*NAMES)[offset : offset + limit]
    return [GevondenRegel(**{**row, "gevolg": Gevolg(row["gevolg"])}) for row in found]
