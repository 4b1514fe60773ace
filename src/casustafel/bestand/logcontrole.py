"""Compute the trees of a log anew from its rows, and compare leaves, tiles and checkpoints. Covenant 15.2.e.

Rows are read as the database has them and written as text without a detour: to check costs little more than to hash.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import connections

from casustafel.bestand.logboek import INSTALLATION, Logboek
from casustafel.bestand.logreeks import fitting
from casustafel.bestand.logtekst import COLUMNS, leaf_data, plain
from casustafel.ledger.checker import HASH_BYTES, TILE_WIDTH, Broken, leaf_hash, read_checkpoint, tile_shapes
from casustafel.ledger.note import Signer, verifier_of
from casustafel.ledger.tree import full_root

BATCH = TILE_WIDTH * 16
# The number of a row stands in its leaf too; what tells that the row itself is there is another column of it.
REGEL_ID, OP = COLUMNS.index("id"), COLUMNS.index("op")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bevinding:
    """Something that does not fit: in which file, for which covenant, at which place of the tree, and what."""

    bestand: str
    convenant_id: UUID
    plaats: int | None
    wat: str


@dataclass(slots=True)
class Controle:
    """A check of the log of one file; `rows` counts what it computed anew."""

    logboek: Logboek
    signer: Signer
    rows: int = 0
    _above: dict[int, list[bytes]] = field(default_factory=dict)
    _was_kept: bool = False

    def findings(self) -> Iterator[Bevinding]:
        """Give everything that does not fit, tree by tree."""
        for boom in self.logboek.bomen._default_manager.order_by("id"):
            yield from self._leaves(boom.id, boom.grootte)
            yield from self._upper_tiles(boom.id, boom.grootte)
            yield from self._checkpoints(boom.id, boom.grootte)
        without = self.logboek.regels._default_manager.filter(blad__isnull=True, pk__lte=self.logboek.sealed_to())
        for id_, convenant_id in without.order_by("id").values_list("id", "convenant_id"):
            yield self._finding(convenant_id or INSTALLATION, None, f"row {id_} has no leaf")

    def _finding(self, boom_id: UUID, plaats: int | None, wat: str) -> Bevinding:
        return Bevinding(bestand=self.logboek.naam, convenant_id=boom_id, plaats=plaats, wat=wat)

    def _leaves(self, boom_id: UUID, size: int) -> Iterator[Bevinding]:
        """Hash every row again, and hold the leaves and the lowest tiles beside it."""
        self._above = {}
        self._was_kept = False
        place = 0
        ranges = [(begin, min(begin + BATCH, size)) for begin in range(0, size, BATCH)]
        for (begin, end), found in zip(ranges, fitting(self.logboek, boom_id, ranges), strict=True):
            hashes = found
            if hashes is not None:
                self._was_kept = True
            else:
                hashes = []
                yield from self._one_by_one(boom_id, begin, end, hashes)
            yield from self._lowest_tiles(boom_id, begin, hashes)
            place += len(hashes)
            if place != end:
                break
        self.rows += place
        more = self.logboek.bladen._default_manager.filter(boom_id=boom_id).count()
        if place != size or more != size:
            yield self._finding(boom_id, place, f"the tree says {size} leaves and has {more}")

    def _one_by_one(self, boom_id: UUID, begin: int, end: int, hashes: list[bytes]) -> Iterator[Bevinding]:
        """Look at each leaf of a range, and add its hash to those that were found."""
        for batch in raw_leaves(self.logboek, boom_id, begin=begin, end=end):
            for found, kept, *leaf in batch:
                place = begin + len(hashes)
                if found != place:
                    yield self._finding(boom_id, place, "leaf missing or out of order")
                    return
                wrong = self._wrong_with(kept, *leaf)
                if wrong:
                    yield self._finding(boom_id, place, wrong)
                hashes.append(kept)

    def _wrong_with(self, kept: bytes, volgnummer: int, salt: bytes | None, *values: Any) -> str:
        """Say what is wrong with a leaf, or nothing."""
        if salt is None and values[REGEL_ID] is None:
            return "row destroyed before its turn" if self._was_kept else ""
        if salt is None or values[OP] is None:
            return "row or salt is gone"
        self._was_kept = True
        is_same = leaf_hash(leaf_data(values, volgnummer=volgnummer, salt=salt)) == kept
        return "" if is_same else "row is not the one that was sealed"

    def _lowest_tiles(self, boom_id: UUID, begin: int, hashes: list[bytes]) -> Iterator[Bevinding]:
        """Hold the tiles over a range of leaves beside their hashes, and keep the root of each full one."""
        first = begin // TILE_WIDTH
        stored = self.logboek.tiles(boom_id, 0, first, first + BATCH // TILE_WIDTH)
        for at in range(0, len(hashes), TILE_WIDTH):
            number, joined = first + at // TILE_WIDTH, b"".join(hashes[at : at + TILE_WIDTH])
            if stored.get(number) != joined:
                yield self._finding(boom_id, number * TILE_WIDTH, f"tile 0/{number} does not fit")
            if len(joined) == TILE_WIDTH * HASH_BYTES:
                self._above.setdefault(1, []).append(full_root(joined))

    def _upper_tiles(self, boom_id: UUID, size: int) -> Iterator[Bevinding]:
        for level, number, width in tile_shapes(size):
            if level == 0:
                continue
            tile = b"".join(self._above.get(level, [])[number * TILE_WIDTH :][:width])
            if self.logboek.tile(boom_id, level, number) != tile:
                yield self._finding(boom_id, number << 8 * (level + 1), f"tile {level}/{number} does not fit")
            if len(tile) == TILE_WIDTH * HASH_BYTES:
                self._above.setdefault(level + 1, []).append(full_root(tile))

    def _checkpoints(self, boom_id: UUID, size: int) -> Iterator[Bevinding]:
        verifier = verifier_of(self.logboek.origin(boom_id), self.signer)
        points = self.logboek.controlepunten._default_manager.filter(boom_id=boom_id).order_by("grootte")
        last = 0
        for row in points:
            try:
                point = read_checkpoint(row.tekst, verifier)
            except Broken:
                yield self._finding(boom_id, row.grootte, "checkpoint is not signed by this key")
                continue
            last = point.size
            if point.size > size or point.size != row.grootte:
                yield self._finding(boom_id, row.grootte, "checkpoint of a longer log than there is")
            elif self._root(boom_id, point.size) != point.root:
                yield self._finding(boom_id, row.grootte, "checkpoint does not fit the tree")
        if size and last != size:
            yield self._finding(boom_id, size, "there is no checkpoint over the whole tree")

    def _root(self, boom_id: UUID, size: int) -> bytes | None:
        """Give the root of a size, or nothing where tiles are missing."""
        try:
            return self.logboek.tree(boom_id, size).root()
        except LookupError:
            return None


def raw_leaves(logboek: Logboek, boom_id: UUID, *, begin: int, end: int) -> Iterator[list[Any]]:
    """Read leaves with their rows as the database has them, without making objects of the columns."""
    names = [f"regel__{name}" for name in COLUMNS]
    leaves = logboek.bladen._default_manager.filter(boom_id=boom_id, plaats__gte=begin, plaats__lt=end).order_by(
        "plaats"
    )
    found = leaves.values_list("plaats", "hash", "volgnummer", "zout", *names)
    connection = connections[logboek.bestand.value]
    with connection.chunked_cursor() as cursor:
        cursor.execute(*found.query.get_compiler(using=logboek.bestand.value).as_sql())
        while batch := cursor.fetchmany(BATCH):
            yield batch if connection.vendor == "sqlite" else [plain(_as_bytes(row)) for row in batch]


def _as_bytes(row: Any) -> list[Any]:
    return [bytes(value) if isinstance(value, memoryview) else value for value in row]
