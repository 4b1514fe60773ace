"""A party's folder, and a thousand ways to falsify what is in it: with the host's own signing key or without it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from casustafel.ledger.checker import Checkpoint, leaf_hash, line_of, main, tile_path, tile_shapes
from casustafel.ledger.export import Row, write_export
from casustafel.ledger.note import SoftSigner, sign_checkpoint, verifier_of
from casustafel.ledger.tree import Tree, grow

ORIGIN = "casustafel/weegploeg/proef"
SIGNER = SoftSigner(bytes(range(32)))
OWN = "a" * 32
OTHERS = ("b" * 32, "c" * 32)
KEPT, SIZE = 290, 560
Folder = dict[str, bytes]
KEY, OLD, NEW, ROWS = "sleutel.txt", "bewaard.txt", "nieuw.txt", "regels.jsonl"
Leaf = tuple[dict[str, Any], bytes]


@dataclass(frozen=True, slots=True)
class Host:
    """A host with the rows of a log and the signing key; it can write whatever it wants."""

    leaves: tuple[Leaf, ...]

    def tree(self, size: int) -> tuple[Tree, dict[tuple[int, int], bytes]]:
        """Give the tree over the first rows, and its tiles."""
        hashes = [leaf_hash(line_of(row) + salt) for row, salt in self.leaves[:size]]
        tiles = grow(0, hashes, read=lambda _level, _number: b"")
        return Tree(len(hashes), read=lambda level, number: tiles[level, number]), tiles

    def checkpoint(self, size: int) -> str:
        """Sign the tree over the first rows."""
        root = self.tree(size)[0].root()
        return sign_checkpoint(Checkpoint(origin=ORIGIN, size=size, root=root), signer=SIGNER)

    def folder(self, size: int, *, kept: str, kept_size: int = KEPT) -> Folder:
        """Give a party what it asks: a checkpoint, its rows with proofs, the tiles. What it kept, it has already."""
        tree, tiles = self.tree(size)
        new = self.checkpoint(size)
        own = [
            Row(plaats=place, volgnummer=row["volgnummer"], zout=salt, regel=row)
            for place, (row, salt) in enumerate(self.leaves[:size])
            if row["organisatie_id"] == OWN
        ]
        export = exported(own, tree=tree, controlepunt=new, sizes=[kept_size])
        found = {KEY: f"{verifier_of(ORIGIN, SIGNER)}\n".encode(), OLD: kept.encode(), NEW: new.encode(), ROWS: export}
        for level, number, width in tile_shapes(size):
            found[tile_path(level, number, width)] = tiles[level, number]
        return found


def exported(rows: Sequence[Row], *, tree: Tree, controlepunt: str, sizes: Sequence[int]) -> bytes:
    """Write these rows as the party's own, as the product does."""
    parts = write_export(
        rows, tree=tree, origin=ORIGIN, organisatie=OWN, controlepunt=controlepunt, sizes=sizes, signer=SIGNER
    )
    return b"".join(parts)


def honest() -> Host:
    """Make a log of three parties."""
    chance, numbers, leaves = Random(7), dict.fromkeys((OWN, *OTHERS), 0), []  # noqa: S311  # a test's own order
    for place in range(SIZE):
        party = chance.choice((OWN, *OTHERS))
        numbers[party] += 1
        row = {"id": place + 1, "daad": f"daad-{place % 5}", "organisatie_id": party, "volgnummer": numbers[party]}
        leaves.append((row, chance.randbytes(32)))
    return Host(tuple(leaves))


HOST = honest()
CHECKPOINT = HOST.checkpoint(KEPT)
FOLDER = HOST.folder(SIZE, kept=CHECKPOINT)


def check(folder: Folder, place: Path, *more: str) -> int:
    """Let the stand-alone checker look at a folder, and give its exit code."""
    for name, data in folder.items():
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    options = {"--sleutel": KEY, "--bewaard": OLD, "--nieuw": NEW, "--uitvoer": ROWS, "--tegels": "."}
    return main([*more, *(part for option, name in options.items() for part in (option, str(place / name)))])


# --- without the key: what somebody does on the way ---


def flip(folder: Folder, chance: Random) -> Folder:
    """Flip one bit, anywhere."""
    name = chance.choice(sorted(folder))
    data = bytearray(folder[name])
    bit = chance.randrange(len(data) * 8)
    data[bit // 8] ^= 1 << bit % 8
    return {**folder, name: bytes(data)}


def cut(folder: Folder, chance: Random) -> Folder:
    """Cut the end off a file."""
    name = chance.choice(sorted(folder))
    kept = chance.randrange(len(folder[name].rstrip(b"\n")))
    return {**folder, name: folder[name][:kept]}


def drop_line(folder: Folder, chance: Random) -> Folder:
    """Leave a row out of the export."""
    lines = folder[ROWS].splitlines(keepends=True)
    del lines[chance.randrange(len(lines))]
    return {**folder, ROWS: b"".join(lines)}


def add_line(folder: Folder, chance: Random) -> Folder:
    """Put a row into the export, or anywhere else in it, once more."""
    lines = folder[ROWS].splitlines(keepends=True)
    lines.insert(chance.randrange(len(lines) + 1), chance.choice(lines))
    return {**folder, ROWS: b"".join(lines)}


def change_line(folder: Folder, chance: Random) -> Folder:
    """Let a row of the export say something else, as well formed as before."""
    lines = folder[ROWS].splitlines(keepends=True)
    place = chance.choice([at for at, line in enumerate(lines) if b'"daad"' in line])
    lines[place] = lines[place].replace(b"daad-", b"daad.")
    return {**folder, ROWS: b"".join(lines)}


def swap_lines(folder: Folder, chance: Random) -> Folder:
    """Let two rows of the export change places."""
    lines = folder[ROWS].splitlines(keepends=True)
    one, other = chance.sample(range(len(lines)), 2)
    lines[one], lines[other] = lines[other], lines[one]
    return {**folder, ROWS: b"".join(lines)}


def swap_hashes(folder: Folder, chance: Random) -> Folder:
    """Let two hashes of a tile change places."""
    name = chance.choice(sorted(name for name in folder if name.startswith("tile/") and len(folder[name]) > 32))
    hashes = [folder[name][at : at + 32] for at in range(0, len(folder[name]), 32)]
    one, other = chance.sample(range(len(hashes)), 2)
    hashes[one], hashes[other] = hashes[other], hashes[one]
    return {**folder, name: b"".join(hashes)}


# --- with the key: a host that signs another past ---


def _resigned(leaves: Sequence[Leaf], size: int) -> Folder:
    return Host(tuple(leaves)).folder(size, kept=CHECKPOINT, kept_size=min(KEPT, size))


def rewrite(_folder: Folder, chance: Random) -> Folder:
    """Change a row that the party's checkpoint covers, and sign everything anew."""
    leaves = list(HOST.leaves)
    place = chance.randrange(KEPT)
    row, salt = leaves[place]
    leaves[place] = ({**row, "daad": "iets-anders"}, salt)
    return _resigned(leaves, SIZE)


def remove(_folder: Folder, chance: Random) -> Folder:
    """Remove a row of before the checkpoint, number the others anew, and sign everything."""
    leaves = list(HOST.leaves)
    gone = leaves.pop(chance.randrange(KEPT))[0]
    numbered = [
        (
            {**row, "volgnummer": row["volgnummer"] - 1}
            if row["organisatie_id"] == gone["organisatie_id"] and row["volgnummer"] > gone["volgnummer"]
            else row,
            salt,
        )
        for row, salt in leaves
    ]
    return _resigned(numbered, SIZE - 1)


def insert(_folder: Folder, chance: Random) -> Folder:
    """Put a row of another party before the checkpoint, number its others anew, and sign everything."""
    place, salt = chance.randrange(KEPT), chance.randbytes(32)
    before = [row for row, _salt in HOST.leaves[:place] if row["organisatie_id"] == OTHERS[0]]
    new = {"id": SIZE + 1, "daad": "daad-9", "organisatie_id": OTHERS[0], "volgnummer": len(before) + 1}
    later = [
        ({**row, "volgnummer": row["volgnummer"] + 1} if row["organisatie_id"] == OTHERS[0] else row, salt)
        for row, salt in HOST.leaves[place:]
    ]
    return _resigned([*HOST.leaves[:place], (new, salt), *later], SIZE + 1)


def reorder(_folder: Folder, chance: Random) -> Folder:
    """Let two rows change places in the log, the first one under the checkpoint, and sign everything."""
    leaves = list(HOST.leaves)
    one = chance.randrange(KEPT)
    other = chance.choice([place for place in range(SIZE) if place != one])
    leaves[one], leaves[other] = leaves[other], leaves[one]
    return _resigned(leaves, SIZE)


def roll_back(_folder: Folder, chance: Random) -> Folder:
    """Put the log back to before the checkpoint, and sign that."""
    return _resigned(HOST.leaves, chance.randrange(1, KEPT))


def leave_out(_folder: Folder, chance: Random) -> Folder:
    """Leave an own row, not the last one, out of the export, and sign the export anew over the true log."""
    own = [place for place, (row, _salt) in enumerate(HOST.leaves) if row["organisatie_id"] == OWN]
    gone = chance.choice(own[1:-1])
    tree, _tiles = HOST.tree(SIZE)
    rows = [
        Row(plaats=place, volgnummer=HOST.leaves[place][0]["volgnummer"], zout=HOST.leaves[place][1], regel=row)
        for place in own
        if place != gone
        for row in [HOST.leaves[place][0]]
    ]
    new = HOST.checkpoint(SIZE)
    return {**FOLDER, ROWS: exported(rows, tree=tree, controlepunt=new, sizes=[KEPT])}


WAYS: tuple[Callable[[Folder, Random], Folder], ...] = (
    *(flip,) * 6,
    *(cut,) * 2,
    drop_line,
    add_line,
    change_line,
    swap_lines,
    swap_hashes,
    rewrite,
    remove,
    insert,
    reorder,
    roll_back,
    leave_out,
)


@dataclass(frozen=True, slots=True)
class Tampering:
    """One falsification: how, and the folder that came of it."""

    way: str
    folder: Folder


def tamper(number: int) -> Tampering:
    """Give the falsification of a number: the same one each time."""
    chance = Random(number)  # noqa: S311  # a test's own order
    way = WAYS[number % len(WAYS)]
    folder = way(FOLDER, chance)
    if folder == FOLDER:
        raise ValueError(f"{way.__name__} changed nothing.")
    return Tampering(way.__name__, folder)


def unnoticed(numbers: Sequence[int], place: Path) -> tuple[dict[str, int], list[tuple[int, str]]]:
    """Try these falsifications; count them by way, and give those that the checker did not notice."""
    counts: dict[str, int] = {}
    missed = []
    for number in numbers:
        found = tamper(number)
        counts[found.way] = counts.get(found.way, 0) + 1
        if check(found.folder, place) == 0:
            missed.append((number, found.way))
        _restore(found.folder, place)
    return counts, missed


def _restore(folder: Folder, place: Path) -> None:
    """Take away the tiles that the honest folder does not have."""
    for name in folder.keys() - FOLDER.keys():
        (place / name).unlink()
