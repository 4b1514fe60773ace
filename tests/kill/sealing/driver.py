"""Kill the sealer after its n-th statement, for every n, and look what a new start makes of it.

Run by test_sealing.py in a process of its own.
"""

import json
import shutil
import sys
from functools import partial
from pathlib import Path
from typing import Any

import django

django.setup()

from casustafel.acts.edge import at
from casustafel.acts.toezicht.verzegelen import checks_of_logs, seal_logs
from casustafel.weegploeg.models import LogBlad, LogRegel
from tests.kill.driver import NOW, in_child, kill_after, prepare, use

MOST = 300


def attempt(data: Path, statements: int) -> None:
    """Seal, and be killed on the way."""
    use(data)
    kill_after(statements)
    seal_logs(at(NOW))


def start_anew(data: Path, outcome: Path) -> None:
    """Seal as after a crash, and write down what there is."""
    use(data)
    seal_logs(at(NOW))
    outcome.write_text(json.dumps(look()))


def look() -> dict[str, Any]:
    """Tell how the evidence stands."""
    checks = list(checks_of_logs())
    return {
        "findings": [one.wat for check in checks for one in check.findings()],
        "leaves": LogBlad.objects.count() - LogRegel.objects.count(),
        "unsealed": LogRegel.objects.filter(blad__isnull=True).count(),
    }


def main(folder: Path) -> None:
    """Do it for every n until the sealing ends before it is killed; print what was seen as JSON."""
    template, data, outcome = folder / "template", folder / "now", folder / "outcome.json"
    in_child(lambda: (prepare(template), None)[1])
    results = []
    for statements in range(1, MOST):
        shutil.copytree(template, data)
        killed = in_child(partial(attempt, data, statements))
        in_child(partial(start_anew, data, outcome))
        results.append(json.loads(outcome.read_text()))
        shutil.rmtree(data)
        if not killed:
            break
    print(json.dumps({"killed": len(results) - 1, "results": results}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
