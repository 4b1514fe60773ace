"""Write a party's own rows for its checker: a head, blocks of rows, a signed statement over all of it."""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain, groupby, islice
from typing import Any

from casustafel.ledger.checker import SALT_BYTES, leaf_hash, line_of, statement, subtree_height, uitvoer_name
from casustafel.ledger.note import Signer, sign_note
from casustafel.ledger.tree import Tree

BLOCK_HEIGHT = 12


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
) -> Iterator[bytes]:
    """Write the rows of one party under a checkpoint, part by part; each hash that proves them stands there once.

    The head has a proof from each earlier size that the party may have kept.
    """
    waiting = iter(rows)
    some = list(islice(waiting, 1))
    first = some[0].volgnummer if some else 1
    proofs = {str(size): _packed(tree.consistency(size)) for size in sizes if size < tree.size}
    head = line_of({"controlepunt": controlepunt, "eerste": first, "organisatie": organisatie, "samenhang": proofs})
    yield head
    seen, size, count = sha256(head), 0, 0
    for (begin, height), found in groupby(chain(some, waiting), key=lambda row: _block_of(row, tree.size)):
        block = list(found)
        lines = [line_of(row.regel) for row in block]
        data = b"".join(lines)
        counted = {"aantal": len(block), "bytes": len(data)}
        first_line = line_of(counted | _head_of(block, tree, size=size, begin=begin, height=height))
        leaves = [leaf_hash(line + _salt(row)) for line, row in zip(lines, block, strict=True)]
        seen.update(sha256(first_line + b"".join(leaves)).digest())
        size, count = begin + (1 << height), count + len(block)
        yield first_line + data
    name = uitvoer_name(origin)
    said = statement(name, organisatie=organisatie, size=tree.size, first=first, count=count, digest=seen.digest())
    beside = _joined(tree.between(size, tree.size))
    yield line_of({"naast": beside, "verklaring": sign_note(said, name=name, signer=signer)})


def _block_of(row: Row, size: int) -> tuple[int, int]:
    """Give where the full subtree begins in which a row stands, and its height."""
    begin = row.plaats >> BLOCK_HEIGHT << BLOCK_HEIGHT
    while True:
        height = min(subtree_height(begin, size), BLOCK_HEIGHT)
        if row.plaats < begin + (1 << height):
            return begin, height
        begin += 1 << height


def _head_of(rows: Sequence[Row], tree: Tree, *, size: int, begin: int, height: int) -> dict[str, Any]:
    """Say how high a block is, where they stand, their salts, and what stands beside them."""
    return {
        "hoogte": height,
        "naast": _joined(_beside([row.plaats for row in rows], tree, height=height)),
        "plaatsen": [row.plaats for row in rows],
        "voor": _joined(tree.between(size, begin)),
        "zouten": _joined(map(_salt, rows)),
    }


def _beside(places: Sequence[int], tree: Tree, *, height: int) -> Iterator[bytes]:
    """Give the nodes that a subtree needs beside these, level by level."""
    for level in range(height):
        known, places = set(places), list(dict.fromkeys(place >> 1 for place in places))
        children = (2 * place + side for place in places for side in (0, 1))
        yield from (tree.node(level, child) for child in children if child not in known)


def _salt(row: Row) -> bytes:
    return row.zout[:SALT_BYTES]


def _joined(parts: Iterable[bytes]) -> str:
    return b64encode(b"".join(parts)).decode()


def _packed(proof: Sequence[bytes]) -> list[str]:
    return [b64encode(part).decode() for part in proof]
