"""A crash at any moment of moving, of its way to the casus, and of supplementing loses nothing and doubles nothing."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.article("8.3", "8.5")
DRIVER = Path(__file__).with_name("verplaatsing_driver.py")
ROOT = Path(__file__).parents[2]
WHOLE = {
    "signalen": 3,
    "here": 2,
    "there": 1,
    "history": [2, 2],
    "copies": 2,
    "same": True,
    "waiting": 0,
    "received": 3,
}


class TestKilledAfterEveryStatement:
    """The process that moves a signaal away, back, and into the casus again is killed after its n-th statement."""

    def test_each_act_is_whole_or_not_at_all(self, tmp_path: Path) -> None:
        """Wherever it was killed, a new start ends with each signaal once, and the casus with what was chosen."""
        path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
        env = {**os.environ, "CASUSTAFEL_DATA": str(tmp_path / "unused"), "PYTHONPATH": path}
        run = subprocess.run(
            [sys.executable, str(DRIVER), str(tmp_path)], env=env, capture_output=True, text=True, check=False
        )
        assert run.returncode == 0, run.stderr[-2000:]
        seen = json.loads(run.stdout)

        assert seen["killed"] > 100
        assert [(n, one) for n, one in enumerate(seen["results"], start=1) if one != WHOLE] == []
