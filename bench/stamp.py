"""A note in a folder of what it was made from, so that it is made again when that changes."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

NAME = "bench-stamp.txt"


def of_files(paths: Iterable[Path], *words: str) -> str:
    """Hash files, by name and content, and words."""
    total = hashlib.sha256(repr(words).encode())
    for path in sorted(paths):
        content = path.read_bytes()
        total.update(f"{path.name}:{len(content)};".encode() + content)
    return total.hexdigest()


def read(folder: Path) -> str | None:
    """Return the note in a folder; None if it was never finished."""
    try:
        return (folder / NAME).read_text(encoding="utf-8")
    except FileNotFoundError:
        return None


def write(folder: Path, *, text: str) -> None:
    """Note that a folder is finished."""
    (folder / NAME).write_text(text, encoding="utf-8")
