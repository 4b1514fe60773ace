"""A disk that is full, or that nobody may write: what was confirmed is there, and nothing half of it. Covenant 15.1."""

from pathlib import Path
from typing import Any

import pytest

from tests.bewaring.running import run

pytestmark = pytest.mark.article("15.1")
DRIVER = Path(__file__).with_name("disk_driver.py")


def whole(seen: dict[str, Any]) -> None:
    """Expect as many signals as before and as were confirmed, in two dossiers, with nothing wrong."""
    assert seen["before"]["findings"] == seen["after"]["findings"] == []
    assert seen["after"]["signals"] == seen["before"]["signals"] + seen["tried"]["confirmed"]
    assert seen["after"]["dossiers"] == seen["before"]["dossiers"] == 2


class TestAFullDisk:
    """In the middle of the work; then somebody makes room."""

    def test_keeps_what_was_confirmed_and_no_half_of_the_rest(self, tmp_path: Path) -> None:
        """A disk of its own where that is allowed: acts, a new dossier and the night fail, and are as not begun."""
        seen = run(DRIVER, tmp_path, "full")

        whole(seen)
        if seen["tried"]["fault"]:
            assert seen["tried"]["says"] == "database or disk is full"
            assert (seen["begun"], seen["night"]) == ("OperationalError", "OperationalError")
        assert seen["seen"]["shown"] == 1 + seen["tried"]["confirmed"]

    def test_of_files_that_may_not_grow_is_the_same(self, tmp_path: Path) -> None:
        """A limit on the size of a file, which needs no rights."""
        seen = run(DRIVER, tmp_path, "limited")

        whole(seen)
        assert seen["tried"]["confirmed"] > 0
        assert seen["tried"]["fault"] == "OperationalError"
        assert seen["seen"]["shown"] == 1 + seen["tried"]["confirmed"]


class TestADiskThatCannotBeWritten:
    """What cannot be logged is not shown."""

    def test_shows_and_changes_nothing(self, tmp_path: Path) -> None:
        """No content, no change, no night's work; afterwards all is there."""
        seen = run(DRIVER, tmp_path, "readonly")

        whole(seen)
        assert seen["locked"]["shown"] == seen["tried"]["confirmed"] == 0
        assert {seen[name]["fault"] for name in ("locked", "tried")} <= {
            "OSError",
            "PermissionError",
            "OperationalError",
        }
        assert seen["night"]
        assert seen["seen"]["shown"] == 1
