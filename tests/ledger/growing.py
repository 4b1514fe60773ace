"""A log in memory: leaves put in a tree, its tiles kept in a dictionary."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from casustafel.ledger.checker import leaf_hash
from casustafel.ledger.tree import Tree, grow


@dataclass(slots=True)
class Log:
    """A tree that grows."""

    size: int = 0
    tiles: dict[tuple[int, int], bytes] = field(default_factory=dict)

    def read(self, level: int, number: int) -> bytes:
        """Give a tile."""
        return self.tiles[level, number]

    def add(self, data: Sequence[bytes]) -> None:
        """Put data after what is there."""
        self.tiles |= grow(self.size, [leaf_hash(one) for one in data], read=self.read)
        self.size += len(data)

    def tree(self, size: int | None = None) -> Tree:
        """Give the tree as it is, or as it was."""
        return Tree(self.size if size is None else size, read=self.read)


def log_of(data: Sequence[bytes], *, batches: Random | None = None) -> Log:
    """Grow a log of this data, in one go or in batches of random sizes."""
    log, place = Log(), 0
    while place < len(data):
        step = batches.randint(1, 97) if batches else len(data)
        log.add(data[place : place + step])
        place += step
    return log
