"""Two processes that do the night's work at the same moment end as one does. Covenant 13.1."""

from pathlib import Path
from typing import Any

import pytest

from tests.bewaring.running import run

DRIVER = Path(__file__).with_name("both_driver.py")


def counts(night: dict[str, Any], bestand: str) -> tuple[int, int, int]:
    """Give how many rows, keys and certificates a file has after a night."""
    found = night[bestand]
    return found["rows"], found["keys"], found["certificates"]


@pytest.mark.article("13.1", "13.2", "13.3")
class TestTwoAtOnce:
    """Four undecided dossiers, and one with a casus: they lapse, are destroyed, are archived, are destroyed there."""

    def test_do_everything_once(self, tmp_path: Path) -> None:
        """Neither process fails; each dossier has one certificate in each file that it left; what stays opens."""
        lapsed, destroyed, moved, gone = run(DRIVER, tmp_path)

        assert [night["faults"] for night in (lapsed, destroyed, moved, gone)] == [[], [], [], []]
        assert counts(lapsed, "weegploeg") == (5, 5, 0)
        assert counts(destroyed, "weegploeg") == (1, 1, 4)
        assert counts(destroyed, "casusoverleg") == (1, 1, 0)
        assert (counts(moved, "weegploeg"), counts(moved, "casusoverleg")) == ((0, 0, 5), (0, 0, 1))
        assert counts(moved, "archief") == (1, 1, 0)
        assert moved["archief"]["opened"] > 10
        assert counts(gone, "archief") == (0, 0, 1)
