"""A Merkle tree kept in tiles of height 8: grown leaf by leaf, asked for its root and for proofs. RFC 9162, C2SP."""

from collections.abc import Callable, Sequence
from hashlib import sha256

from casustafel.ledger.checker import (
    HASH_BYTES,
    TILE_HEIGHT,
    TILE_WIDTH,
    empty_root,
    node_hash,
    split_hashes,
    subtree_height,
)

Read = Callable[[int, int], bytes]
"""Give the hashes of a tile by its level and number, as far as it is filled; nothing where there is no such tile."""


def grow(size: int, leaves: Sequence[bytes], *, read: Read) -> dict[tuple[int, int], bytes]:
    """Put leaf hashes after the leaves of a tree of this size; give each tile that changed, by level and number."""
    changed: dict[tuple[int, int], bytes] = {}
    level, count, adding = 0, size, list(leaves)
    while adding:
        full: list[bytes] = []
        number, held = divmod(count, TILE_WIDTH)
        tile = read(level, number)[: held * HASH_BYTES] if held else b""
        while adding:
            room = TILE_WIDTH - len(tile) // HASH_BYTES
            tile, adding = tile + b"".join(adding[:room]), adding[room:]
            changed[level, number] = tile
            if len(tile) == TILE_WIDTH * HASH_BYTES:
                full.append(full_root(tile))
                tile, number = b"", number + 1
        level, count, adding = level + 1, count // TILE_WIDTH, full
    return changed


def full_root(tile: bytes) -> bytes:
    """Give the root over a full tile; pair by pair, level by level, for a log is long."""
    while len(tile) > HASH_BYTES:
        step = 2 * HASH_BYTES
        tile = b"".join([sha256(b"\1" + tile[at : at + step]).digest() for at in range(0, len(tile), step)])
    return tile


class Tree:
    """A tree of one size, read from its tiles; of each level the tile that was read last is kept."""

    def __init__(self, size: int, *, read: Read) -> None:
        """Take how many leaves there are, and how to read a tile."""
        self.size = size
        self._read = read
        self._last: dict[int, tuple[int, list[list[bytes]]]] = {}

    def leaf(self, index: int) -> bytes:
        """Give the hash of a leaf."""
        return self.node(0, index)

    def root(self) -> bytes:
        """Give the root over all leaves."""
        return self._over(0, self.size) if self.size else empty_root()

    def inclusion(self, index: int) -> list[bytes]:
        """Prove that a leaf stands where it stands. RFC 9162, 2.1.3.1."""
        if not 0 <= index < self.size:
            raise IndexError(f"There is no leaf {index} in a tree of {self.size}.")
        low, high, proof = 0, self.size, []
        while high - low > 1:
            middle = low + _split(high - low)
            if index < middle:
                proof.append(self._over(middle, high))
                high = middle
            else:
                proof.append(self._over(low, middle))
                low = middle
        return proof[::-1]

    def consistency(self, old: int) -> list[bytes]:
        """Prove that this tree begins with the whole of its first `old` leaves. RFC 9162, 2.1.4.1."""
        if not 0 <= old <= self.size:
            raise IndexError(f"A tree of {self.size} never had {old} leaves.")
        if old in {0, self.size}:
            return []
        low, high, proof, is_whole = 0, self.size, list[bytes](), True
        while high != old:
            middle = low + _split(high - low)
            if old <= middle:
                proof.append(self._over(middle, high))
                high = middle
            else:
                proof.append(self._over(low, middle))
                low, is_whole = middle, False
        return ([] if is_whole else [self._over(low, high)]) + proof[::-1]

    def _over(self, low: int, high: int) -> bytes:
        """Hash the leaves from `low` up to `high`; a full subtree is one node."""
        width = high - low
        if width & (width - 1) == 0:
            height = width.bit_length() - 1
            return self.node(height, low >> height)
        middle = low + _split(width)
        return node_hash(self._over(low, middle), self._over(middle, high))

    def between(self, begin: int, end: int) -> list[bytes]:
        """Give the roots of the largest full subtrees that fill what lies between two places, from the left."""
        found = []
        while begin < end:
            height = subtree_height(begin, end)
            found.append(self.node(height, begin >> height))
            begin += 1 << height
        return found

    def node(self, height: int, place: int) -> bytes:
        """Give the node that stands so many levels above the leaves; tiles hold every eighth level.

        Raises LookupError where no tile holds what it stands on.
        """
        level, inside = divmod(height, TILE_HEIGHT)
        number = place << inside >> TILE_HEIGHT
        rows = self._tile(level, number)
        while len(rows) <= inside:
            below = rows[-1]
            rows.append([node_hash(*below[at : at + 2]) for at in range(0, len(below) - 1, 2)])
        return rows[inside][place - (number << TILE_HEIGHT - inside)]

    def _tile(self, level: int, number: int) -> list[list[bytes]]:
        """Give the hashes of a tile, and above them what was computed of it since it was read."""
        known, rows = self._last.get(level, (-1, []))
        if known != number:
            rows = [split_hashes(self._read(level, number))]
            self._last[level] = number, rows
        return rows


def _split(width: int) -> int:
    """Give the largest power of two below a width of two or more."""
    return 1 << (width - 1).bit_length() - 1
