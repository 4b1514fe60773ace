"""Numbers of dossiers and casussen: one count per covenant and year, without gaps that tell anything."""

from uuid import UUID

from django.db.models import F

from casustafel.bestand.tabel import TellerTabel


def next_number(tabel: type[TellerTabel], convenant_id: UUID, *, jaar: int) -> int:
    """Give the next number, within the transaction of the act that uses it."""
    rows = tabel._default_manager
    row, _made = rows.get_or_create(convenant_id=convenant_id, jaar=jaar)
    rows.filter(pk=row.pk).update(laatste=F("laatste") + 1)
    row.refresh_from_db()
    return row.laatste
