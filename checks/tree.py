"""The files of this checkout that belong to it."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def own_files(*, root: Path) -> list[Path]:
    """Return the files that git tracks or would add; those it ignores are made here and are not ours."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True).stdout
    paths = [root / name for name in listed.split("\0") if name]
    return [path for path in paths if path.is_file()]
