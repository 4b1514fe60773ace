"""Count how often a dossier was used, from its log rows: by organisation, day and activity. Covenant 15.2.e.

The database counts: however long a log is, what comes out is as long as there were days on which somebody worked.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from django.db.models import Count, Q
from django.db.models.functions import TruncDate

from casustafel.bestand.log import Gevolg

USED: Final = (Gevolg.OPENED, Gevolg.CHANGED, Gevolg.EXPORTED)
"""What counts as use: to see a number in a list is not to open it, and what was refused was not seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebruik:
    """How often somebody of an organisation used a dossier on a day, for an activity and in which way.

    `organisatie_id` is empty for the system.
    """

    organisatie_id: UUID | None
    medewerker_id: UUID | None
    op: date
    verwerking: str
    gevolg: Gevolg
    aantal: int


def used(
    regels: type[Any], log_id: UUID, *, daden: Collection[str] | None = None, stuk_id: UUID | None = None
) -> list[Gebruik]:
    """Count the rows of a dossier. With `daden` only those of these acts, and those that name the piece `stuk_id`."""
    rows = regels._default_manager.filter(log_id=log_id, gevolg__in=[one.value for one in USED])
    if daden is not None:
        rows = rows.filter(Q(daad__in=list(daden)) | Q(wijzigingen__contains=str(stuk_id)))
    counted = (
        rows.annotate(dag=TruncDate("op"))
        .values("organisatie_id", "medewerker_id", "dag", "verwerking", "gevolg")
        .annotate(aantal=Count("id"))
        .order_by("dag", "organisatie_id", "verwerking", "gevolg", "medewerker_id")
    )
    return [
        Gebruik(
            organisatie_id=row["organisatie_id"],
            medewerker_id=row["medewerker_id"],
            op=row["dag"],
            verwerking=row["verwerking"],
            gevolg=Gevolg(row["gevolg"]),
            aantal=row["aantal"],
        )
        for row in counted
    ]
