"""How fast a party's checker is, beside the bare hashes: `.venv/bin/python -m bench.checker [--rows N] [--parties N]`.

Makes the log of some parties in memory, and for one of them the files that it downloads: key, an earlier checkpoint,
its own rows. Then, turn by turn in one run: the bare hashes (SHA-256 of every leaf and of every node of the tree that
the checker must compute, from memory, on one processor, and nothing else), and `controle.py` as a party runs it, from
the start of Python to its last word, on all processors. Processor seconds tell what it would be on one.
Exit codes: 0 measured and fast enough, 1 slower than half the bare speed or not in order, 2 wrong use.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

from casustafel.ledger import checker
from casustafel.ledger.checker import Checkpoint, leaf_hash, line_of
from casustafel.ledger.export import Row, write_export
from casustafel.ledger.note import SoftSigner, sign_checkpoint, verifier_of
from casustafel.ledger.tree import Tree, grow

LEAST = 0.5
ORIGIN = "casustafel/weegploeg/bench"
SIGNER = SoftSigner(bytes(range(32)))
BATCH = 65_536


@dataclass(frozen=True, slots=True)
class Log:
    """The tree of a log, and of one party its leaves, each a line of text and a salt, with their places."""

    tree: Tree
    ready: list[bytes]
    places: list[int]


def main() -> int:
    """Make, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000, metavar="N", help="own rows (default: 1,000,000)")
    parser.add_argument("--parties", type=int, default=3, metavar="N", help="how many write the log (default: 3)")
    parser.add_argument("--turns", type=int, default=3, metavar="N", help="how often each is measured (default: 3)")
    parser.add_argument("--json", metavar="FILE", help="write the figures there too")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-checker-") as folder:
        log = make(Path(folder), rows=options.rows, parties=options.parties)
        figures = {"parties": options.parties, **measure(Path(folder), log, turns=options.turns)}
    print(json.dumps(figures, indent=1))
    if options.json:
        Path(options.json).write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0 if figures["ratio"] >= LEAST and figures["in order"] else 1


def make(folder: Path, *, rows: int, parties: int) -> Log:
    """Write what the first party downloads, and give its rows."""
    chance = Random(1)  # a log that can be made again, no secret
    tiles: dict[tuple[int, int], bytes] = {}

    def read(level: int, number: int) -> bytes:
        return tiles[level, number]

    ready: list[bytes] = []
    places: list[int] = []
    size = 0
    while len(ready) < rows:
        leaves = list(leaves_of(chance, size, own=len(ready), most=rows, parties=parties))
        hashes = [leaf_hash(data) for _is_own, data in leaves]
        places += [size + at for at, (is_own, _data) in enumerate(leaves) if is_own]
        ready += [data for is_own, data in leaves if is_own]
        tiles.update(grow(size, hashes, read=read))
        size += len(leaves)
    log = Log(Tree(size, read=read), ready, places)
    write(folder, log)
    return log


def leaves_of(chance: Random, size: int, *, own: int, most: int, parties: int) -> Iterator[tuple[bool, bytes]]:
    """Give leaves after so many of which so many were own, until a batch is full or there are own rows enough."""
    for place in range(size, size + BATCH):
        party = chance.randrange(parties)
        own += party == 0
        yield party == 0, line_of(row(place, party=party, number=own, chance=chance)) + chance.randbytes(32)
        if own == most:
            return


def row(place: int, *, party: int, number: int, chance: Random) -> dict[str, Any]:
    """Make a row as the log has it: opened, a change now and then, a refusal now and then."""
    is_change, is_refused = place % 20 == 0, place % 100 == 1
    closed = {"gesloten": f"{place:064x}"} if is_refused else {"log_id": f"{place % 1000:032x}", "redenen": ""}
    changes = json.dumps([[f"{place:032x}", 3, f"{chance.getrandbits(256):064x}"]]) if is_change else ""
    return {
        "id": place + 1,
        "convenant_id": "c" * 32,
        "op": f"2026-01-01 12:{place // 60 % 60:02d}:{place % 60:02d}.{place % 1_000_000:06d}",
        "medewerker_id": f"{chance.randrange(30):032x}",
        "organisatie_id": f"{party:032x}",
        "rollen": "casusoverleg weegploeg",
        "taak": "",
        "daad": "submit-signaal" if is_change else "open-dossier",
        "artikelen": "7.3 8.2 8.4",
        "verwerking": "weegploeg",
        "gevolg": "refused" if is_refused else "changed" if is_change else "opened",
        "wijzigingen": changes,
        "volgnummer": number,
        **closed,
    }


def write(folder: Path, log: Log) -> None:
    """Write key, a kept checkpoint of half the log, and the export."""
    size, kept = log.tree.size, log.tree.size // 2
    (folder / "sleutel.txt").write_text(f"{verifier_of(ORIGIN, SIGNER)}\n", encoding="utf-8")
    (folder / "bewaard.txt").write_text(checkpoint(log.tree, kept), encoding="utf-8")
    parts = write_export(
        own_rows(log.ready, log.places),
        tree=log.tree,
        origin=ORIGIN,
        organisatie=f"{0:032x}",
        controlepunt=checkpoint(log.tree, size),
        sizes=[kept],
        signer=SIGNER,
    )
    with (folder / "regels.jsonl").open("wb") as file:
        file.writelines(parts)


def checkpoint(tree: Tree, size: int) -> str:
    """Sign the log as it was when it had so many rows."""
    peaks = checker.Peaks()
    for node in tree.between(0, size):
        peaks.add(node, checker.subtree_height(peaks.size, size))
    return sign_checkpoint(Checkpoint(origin=ORIGIN, size=size, root=peaks.root()), signer=SIGNER)


def own_rows(ready: Sequence[bytes], places: Sequence[int]) -> Iterator[Row]:
    """Give the rows as the product reads them from its database."""
    for number, (data, place) in enumerate(zip(ready, places, strict=True), 1):
        yield Row(plaats=place, volgnummer=number, zout=data[-32:], regel=json.loads(data[:-32]))


def measure(folder: Path, log: Log, *, turns: int) -> dict[str, Any]:
    """Measure turn by turn, and give the medians; a ratio is of one turn."""
    nodes, codes = nodes_above(log.places, log.tree.size), set()
    bare, checked = [], []
    for _turn in range(turns):
        begin = now()
        bare_hashes(log, nodes)
        between = now()
        codes.add(run(folder))
        end = now()
        bare.append([after - before for before, after in zip(begin, between, strict=True)])
        checked.append([after - before for before, after in zip(between, end, strict=True)])
    ratios = [[one / other for one, other in zip(*turn, strict=True)] for turn in zip(bare, checked, strict=True)]
    return {
        "own rows": len(log.ready),
        "rows of the log": log.tree.size,
        "hashes": len(log.ready) + nodes,
        "processors": os.cpu_count(),
        "bare seconds": round(median(turn[0] for turn in bare), 2),
        "checker seconds": round(median(turn[0] for turn in checked), 2),
        "ratio": round(median(turn[0] for turn in ratios), 2),
        "ratio of processor seconds": round(median(turn[1] for turn in ratios), 2),
        "in order": codes == {0},
    }


def now() -> tuple[float, float]:
    """Give the clock, and the seconds of the processor of this program and of those that it ran."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return time.perf_counter(), sum(one.ru_utime + one.ru_stime for one in used)


def nodes_above(places: Iterable[int], size: int) -> int:
    """Count the nodes above these leaves in a tree of that size, each once; but for the few at its right edge."""
    count, height = 0, 1
    while size >> height:
        places = list(dict.fromkeys(place >> 1 for place in places))
        count, height = count + sum(1 for place in places if place < size >> height), height + 1
    return count


def bare_hashes(log: Log, nodes: int) -> None:
    """Hash every leaf that lies ready, and as many nodes; each is put together from two hashes, as in any tree."""
    level = [sha256(b"\0" + data).digest() for data in log.ready]
    while nodes:
        some = min(nodes, len(level) - 1)
        nodes -= len([sha256(b"\1" + level[at] + level[at + 1]).digest() for at in range(some)])


def run(folder: Path) -> int:
    """Run the checker as a party does."""
    files = {"sleutel": "sleutel.txt", "bewaard": "bewaard.txt", "uitvoer": "regels.jsonl"}
    options = [part for option, name in files.items() for part in (f"--{option}", str(folder / name))]
    command = [sys.executable, "-I", checker.__file__, *options]
    return subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode


if __name__ == "__main__":
    sys.exit(main())
