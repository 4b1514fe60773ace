"""A crash at any moment of a hand-over loses nothing and duplicates nothing. Covenant 8.5."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.article("8.5")
DRIVER = Path(__file__).with_name("driver.py")
WHOLE = {
    "casussen": 1,
    "stukken": 6,
    "found": 1,
    "signalen": 2,
    "deelnemers": 3,
    "analyses": 1,
    "waiting": 0,
    "received": 1,
    "keyless": 0,
}


class TestKilledAfterEveryStatement:
    """The process that hands over is killed after its n-th statement, for every n, and started anew."""

    def test_exactly_one_whole_casus_each_time(self, tmp_path: Path) -> None:
        """Wherever it was killed, a new start ends with one casus that holds all that was chosen, once."""
        env = {**os.environ, "CASUSTAFEL_DATA": str(tmp_path / "unused")}
        run = subprocess.run(
            [sys.executable, str(DRIVER), str(tmp_path)], env=env, capture_output=True, text=True, check=False
        )
        assert run.returncode == 0, run.stderr[-2000:]
        seen = json.loads(run.stdout)

        assert seen["killed"] > 60
        assert [(n, one) for n, one in enumerate(seen["results"], start=1) if one != WHOLE] == []
