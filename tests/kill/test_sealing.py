"""A crash at any moment of sealing loses no row of the log and duplicates none. Covenant 15.2.e."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.article("15.2.e")
DRIVER = Path(__file__).parent / "sealing" / "driver.py"
ROOT = Path(__file__).parents[2]
WHOLE = {"findings": [], "leaves": 0, "unsealed": 0}


class TestKilledAfterEveryStatement:
    """The sealer is killed after its n-th statement, for every n, and started anew."""

    def test_every_row_is_sealed_once_each_time(self, tmp_path: Path) -> None:
        """Wherever it was killed, a new start ends with one leaf for each row, and all of it verifies."""
        path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
        env = {**os.environ, "CASUSTAFEL_DATA": str(tmp_path / "unused"), "PYTHONPATH": path}
        command = [sys.executable, str(DRIVER), str(tmp_path)]
        run = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stderr[-2000:]
        seen = json.loads(run.stdout)

        assert seen["killed"] > 30
        assert [(n, one) for n, one in enumerate(seen["results"], start=1) if one != WHOLE] == []
