"""The pages of docs build as a site without a warning: no broken link, no page that nothing leads to."""

import subprocess
import sys
import tempfile

from checks.tree import ROOT


def main() -> int:
    """Build the site in a temporary folder; return 1 where it does not build or has a warning."""
    with tempfile.TemporaryDirectory() as target:
        build = [sys.executable, "-m", "sphinx", "--fail-on-warning", "--keep-going", "--quiet", "--jobs", "1"]
        return 1 if subprocess.run([*build, str(ROOT / "docs"), target], check=False).returncode else 0


if __name__ == "__main__":
    sys.exit(main())
