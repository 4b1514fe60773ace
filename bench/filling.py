"""The data of the sides: filled once for each size and kept; every run works on a copy, which it removes."""

import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench import stamp
from bench.side import Side


def filled(side: Side, *, size: int, home: Path) -> Path:
    """Return a folder with `size` cases that nobody has touched since they were made."""
    folder = home / "filled" / f"{side.name}-{size}"
    wanted = side.stamp()
    if stamp.read(folder) == wanted:
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    begin = time.monotonic()
    side.fill(data=folder, size=size, seconds=_limit(size))
    stamp.write(folder, text=wanted)
    print(f"Filled {side.name} with {size:,} in {time.monotonic() - begin:.0f} s", file=sys.stderr, flush=True)
    return folder


@contextmanager
def copied(folder: Path, *, home: Path) -> Iterator[Path]:
    """Give a copy to work on, and remove it afterwards."""
    copy = home / "running" / folder.name
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy)
    try:
        yield copy
    finally:
        shutil.rmtree(copy, ignore_errors=True)


def _limit(size: int) -> float:
    """Return the seconds within which a side must be filled."""
    return 300 + size / 100
