"""Write a party's own rows for its checker: a head, a line for each row, a signed statement over all of it."""

from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from casustafel.ledger.checker import SALT_BYTES, canonical, statement, uitvoer_name
from casustafel.ledger.note import Signer, sign_note
from casustafel.ledger.tree import Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row with its place, its number among the rows of its party, and its salt."""

    plaats: int
    volgnummer: int
    zout: bytes
    regel: Mapping[str, Any]


def write_export(
    rows: Iterable[Row],
    *,
    tree: Tree,
    origin: str,
    organisatie: str,
    controlepunt: str,
    sizes: Sequence[int],
    signer: Signer,
) -> bytes:
    """Write the rows of one party under a checkpoint, with a proof from each earlier size that it may have kept."""
    numbered = [(row.volgnummer, _line(row, tree)) for row in rows]
    first = numbered[0][0] if numbered else 1
    head = {
        "controlepunt": controlepunt,
        "eerste": first,
        "organisatie": organisatie,
        "samenhang": {str(size): _packed(tree.consistency(size)) for size in sizes if size < tree.size},
    }
    body = b"".join([_written(head), *(line for _number, line in numbered)])
    name = uitvoer_name(origin)
    said = statement(
        name,
        organisatie=organisatie,
        size=tree.size,
        first=first,
        count=len(numbered),
        digest=sha256(body).digest(),
    )
    return body + _written({"verklaring": sign_note(said, name=name, signer=signer)})


def _line(row: Row, tree: Tree) -> bytes:
    return _written(
        {
            "bewijs": _packed(tree.inclusion(row.plaats)),
            "plaats": row.plaats,
            "regel": row.regel,
            "zout": b64encode(row.zout[:SALT_BYTES]).decode(),
        }
    )


def _written(line: Mapping[str, Any]) -> bytes:
    return canonical(line) + b"\n"


def _packed(proof: Sequence[bytes]) -> list[str]:
    return [b64encode(part).decode() for part in proof]
