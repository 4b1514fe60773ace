"""Run a driver in a process of its own, and read the figures it prints."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


def run(driver: Path, folder: Path, *arguments: str) -> Any:
    """Run a driver on a folder; what it prints last is its answer."""
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    env = {**os.environ, "CASUSTAFEL_DATA": str(folder / "unused"), "PYTHONPATH": path}
    env["DJANGO_SETTINGS_MODULE"] = "casustafel.conf.settings"
    command = [sys.executable, str(driver), str(folder), *arguments]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout)


def years(folder: Path, *, seed: int, dossiers: int, years: int, kills: int) -> Any:
    """Simulate years of a board."""
    numbers = [str(number) for number in (seed, dossiers, years, kills)]
    return run(Path(__file__).with_name("years_driver.py"), folder, *numbers)
