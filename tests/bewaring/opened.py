"""Open every piece of a file with its key, past the gate: to hold what moved against what was there before."""

import json
from typing import Any
from uuid import UUID

from casustafel.bestand.bestand import Bestand
from casustafel.kluis.store import Sleutels
from casustafel.seal.envelope import unseal


def opened(bestand: Bestand, tables: Any) -> dict[UUID, tuple[Any, ...]]:
    """Give, by piece, what stands beside it, and last its content."""
    found = {}
    for row in tables.Stuk.objects.all():
        key = Sleutels(bestand, [row.houder_id]).key(row.houder_id)
        place = f"{bestand.value}|Stuk|{row.bound()}".encode()
        beside = (row.soort, row.organisatie_id, row.bij_id, row.op, row.uiterlijk_op, row.staat)
        found[row.id] = (*beside, json.loads(unseal(bytes(row.verzegeld), key=key, place=place)))
    return found
