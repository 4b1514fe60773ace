"""The outbox and what was received: how a bundle crosses a wall, once. Covenant 8.5."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from uuid import UUID

from casustafel.bestand.pas import Pass
from casustafel.bestand.tabel import OntvangenTabel, UitgaandTabel

Uit = TypeVar("Uit", bound=UitgaandTabel)
Bundel = TypeVar("Bundel")


@dataclass(frozen=True, slots=True, kw_only=True)
class Zending:
    """A bundle that waits: enough to carry it, nothing of its content."""

    id: UUID
    houder_id: UUID
    convenant_id: UUID
    soort: str


class Outbox(Generic[Uit]):
    """The outbox of one file."""

    def __init__(self, tabel: type[Uit]) -> None:
        """Take the file's own table."""
        self._tabel = tabel

    def put(self, pas: Pass, bundel: object, *, houder_id: UUID, soort: str) -> None:
        """Seal a bundle under the sender's key, in the transaction of the act that sends it."""
        row = self._tabel(
            id=pas.new_id(), houder_id=houder_id, convenant_id=pas.wie.convenant.id, soort=soort, op=pas.moment
        )
        pas.seal(row, bundel, houder_id=houder_id)
        row.save(force_insert=True)

    def waiting(self) -> Sequence[Zending]:
        """Give what waits, oldest first."""
        rows = self._tabel._default_manager.order_by("op", "id")
        return [
            Zending(id=i, houder_id=h, convenant_id=c, soort=s)
            for i, h, c, s in rows.values_list("id", "houder_id", "convenant_id", "soort")
        ]

    def open(self, pas: Pass, zending_id: UUID, bundel: type[Bundel], *, houder_id: UUID) -> Bundel | None:
        """Open a bundle that waits, or give nothing where it was acknowledged meanwhile."""
        row = self._tabel._default_manager.filter(pk=zending_id, houder_id=houder_id).first()
        return pas.open(row, bundel, houder_id=houder_id) if row else None

    def drop(self, pas: Pass, zending_id: UUID) -> bool:
        """Delete a bundle after acknowledgement; tells whether it was still there."""
        pas.note_gone(zending_id)
        deleted, _by_table = self._tabel._default_manager.filter(pk=zending_id).delete()
        return bool(deleted)


def is_applied_first(tabel: type[OntvangenTabel], pas: Pass, *, zending_id: UUID, soort: str) -> bool:
    """Note that a bundle is applied, in the transaction that applies it; tells whether it is the first time."""
    _row, made = tabel._default_manager.get_or_create(id=zending_id, defaults={"soort": soort, "op": pas.moment})
    return made
