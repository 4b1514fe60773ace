"""A crash at any moment of carrying a decision out loses nothing and duplicates nothing, in any file. Covenant 12.6."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.article("12.6")
DRIVER = Path(__file__).with_name("uitvoering_driver.py")
ROOT = Path(__file__).parents[2]
WHOLE = {
    "dossier": [1],
    "casus": [1],
    "kept": 3,
    "kept there": 3,
    "namen": [True, True],
    "waiting": 0,
    "other request": 1,
    "files": ["uitgevoerd", "uitgevoerd", "uitgevoerd"],
    "staat": "uitgevoerd",
}


class TestKilledAfterEveryStatement:
    """The process that carries out is killed after its n-th statement, for every n, and started anew."""

    def test_every_file_has_it_once(self, tmp_path: Path) -> None:
        """Wherever it was killed, a new start ends with each change made once: an addition stands there one time."""
        path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
        env = {**os.environ, "CASUSTAFEL_DATA": str(tmp_path / "unused"), "PYTHONPATH": path}
        run = subprocess.run(
            [sys.executable, str(DRIVER), str(tmp_path)], env=env, capture_output=True, text=True, check=False
        )
        assert run.returncode == 0, run.stderr[-2000:]
        seen = json.loads(run.stdout)

        assert seen["killed"] > 100
        assert [(n, one) for n, one in enumerate(seen["results"], start=1) if one != WHOLE] == []
