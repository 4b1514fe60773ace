"""A file to which lines are added and nothing else, each on the disk before the work goes on."""

import os
from collections.abc import Iterator
from pathlib import Path

from casustafel.seal.keys import sync_folder


def append_line(path: Path, line: str) -> None:
    """Add a line for its owner only; it is on the disk before this returns.

    A line that a crash cut short stays behind as a line of its own, and is never joined to this one.
    """
    is_new = not path.exists()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "rb+", buffering=0) as file:
        size = file.seek(0, os.SEEK_END)
        is_cut = size > 0 and os.pread(descriptor, 1, size - 1) != b"\n"
        file.write(("\n" if is_cut else "").encode() + line.encode() + b"\n")
        os.fsync(descriptor)
    if is_new:
        sync_folder(path.parent)


def read_lines(path: Path) -> Iterator[str]:
    """Give every line that was added, oldest first; none where there is no file yet."""
    if path.exists():
        yield from path.read_text(encoding="utf-8").splitlines()
