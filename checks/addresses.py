"""No file of ours names a package registry's address, or the place of a checkout on somebody's machine.

Packages come through the registry that a machine is set up for: an address in a lock file would overrule it.
"""

import re
import sys
from pathlib import Path

from checks.tree import ROOT, own_files

# Written in pieces, for this file is checked as well.
HOSTS = ("pypi" + ".org", "pythonhosted" + ".org", "registry" + ".npmjs.org", "registry" + ".yarnpkg.com")
PATTERNS = {
    "a registry's address": "|".join(re.escape(host) for host in HOSTS),
    "an index option": "--(extra-)?index" + r"-url[ =]|--find" + r"-links[ =]|^\s*registry\s*=",
    "a resolved address": r'"resolved"' + r"\s*:",
}
# A path of two parts (/src, /app/x) is too common a string to say anything.
LEAST_PARTS = 3
FORBIDDEN_NAMES = {"uv.lock": "it holds registry addresses", "poetry.lock": "it holds registry addresses"}


def faults(*, root: Path, files: list[Path]) -> list[str]:
    """Return a line for each fault in `files`, with the path relative to `root`."""
    found = []
    patterns = dict(PATTERNS)
    if len(root.parts) >= LEAST_PARTS:
        patterns["this checkout's place"] = re.escape(str(root)) + r"(?![\w-])"
    for path in files:
        name = path.relative_to(root)
        if path.name in FORBIDDEN_NAMES:
            found.append(f"{name}: {FORBIDDEN_NAMES[path.name]}")
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        found += [
            f"{name}:{number}: {what}"
            for number, line in enumerate(lines, start=1)
            for what, pattern in patterns.items()
            if re.search(pattern, line)
        ]
    return found


def main() -> int:
    """Print the faults; return 1 if there are any."""
    found = faults(root=ROOT, files=own_files(root=ROOT))
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
