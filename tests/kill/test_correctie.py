"""A crash at any moment of a correction loses nothing and duplicates nothing, in either file. Covenant 8.3."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.article("8.3")
DRIVER = Path(__file__).with_name("correctie_driver.py")
ROOT = Path(__file__).parents[2]
WHOLE = {
    "casussen": 1,
    "stukken": 8,
    "found": 1,
    "signalen": 2,
    "deelnemers": 3,
    "analyses": 1,
    "waiting": 0,
    "received": 3,
    "keyless": 0,
    "dossier": 2,
    "kept": 2,
    "naam": "Verbeterde Naam (verzonnen)",
    "tekst": [False, True],
}


class TestKilledAfterEveryStatement:
    """The process that corrects is killed after its n-th statement, for every n, and started anew."""

    def test_each_correction_stands_in_both_files_once(self, tmp_path: Path) -> None:
        """Wherever it was killed, a new start ends with dossier and casus mended alike, what stood there kept once."""
        path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
        env = {**os.environ, "CASUSTAFEL_DATA": str(tmp_path / "unused"), "PYTHONPATH": path}
        run = subprocess.run(
            [sys.executable, str(DRIVER), str(tmp_path)], env=env, capture_output=True, text=True, check=False
        )
        assert run.returncode == 0, run.stderr[-2000:]
        seen = json.loads(run.stdout)

        assert seen["killed"] > 60
        assert [(n, one) for n, one in enumerate(seen["results"], start=1) if one != WHOLE] == []
