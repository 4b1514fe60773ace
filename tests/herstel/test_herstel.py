"""Backups: nothing that was destroyed comes back, and nothing that was made is lost. Covenant 13.1, 15.1."""

from pathlib import Path
from typing import Any

import pytest

from tests.bewaring.running import run

pytestmark = pytest.mark.article("13.1", "15.1")
DRIVER = Path(__file__).with_name("herstel_driver.py")


def scenario(folder: Path, name: str) -> Any:
    """Run a scenario in a process of its own."""
    return run(DRIVER, folder, name)


class TestTheBackupOfYesterday:
    """A dossier was destroyed in the night between."""

    def test_brings_nothing_back(self, tmp_path: Path) -> None:
        """No row, no key; a certificate again; the other dossier opens; nothing is wrong; sessions are ended."""
        seen = scenario(tmp_path, "yesterday")

        assert seen["before"]["doors"] == 1
        assert seen["done"] == {"keys": 0, "again": 1, "without": []}
        assert seen["after"] == {**seen["before"], "doors": 0}
        assert seen["after"]["opened"] == {seen["kept"]: 2}
        assert seen["after"]["keys"] == [seen["kept"]]
        assert (seen["after"]["certificates"], seen["after"]["findings"]) == (1, [])


class TestANightThatDiedHalfway:
    """What was to be destroyed stands in the journal; its key is still there."""

    def test_is_finished_by_a_restore(self, tmp_path: Path) -> None:
        """The key goes, then the row that the backup brought back."""
        seen = scenario(tmp_path, "noted")

        assert seen["done"] == {"keys": 0, "again": 1, "without": []}
        assert seen["after"]["opened"] == {seen["kept"]: 2}
        assert seen["after"]["keys"] == [seen["kept"]]
        assert seen["after"]["findings"] == []


class TestALostVault:
    """The database of the keys is gone."""

    def test_loses_no_dossier_made_since_the_backup(self, tmp_path: Path) -> None:
        """Each opens with what its reserve has, also the one that no backup knows."""
        seen = scenario(tmp_path, "vault")

        assert seen["done"] == {"keys": 3, "again": 0, "without": []}
        assert seen["after"]["opened"] == {seen["kept"]: 2, seen["gone"]: 1, seen["later"]: 1}
        assert seen["after"]["findings"] == []

    def test_that_somebody_made_anew_and_empty_destroys_nothing(self, tmp_path: Path) -> None:
        """The night's work stops before the reserve begins anew; then the keys are put back."""
        seen = scenario(tmp_path, "emptied")

        assert seen["refused"] == "KluisIncomplete"
        assert seen["done"] == {"keys": 2, "again": 0, "without": []}
        assert seen["after"]["opened"] == {seen["kept"]: 2, seen["gone"]: 1}

    def test_without_a_reserve_that_opens_nothing_is_touched(self, tmp_path: Path) -> None:
        """It says what is needed."""
        assert "reserve-*.key" in scenario(tmp_path, "lost")["refused"]


class TestAnotherMachine:
    """It has the keys, the journal and a backup, and nothing else."""

    def test_has_every_dossier(self, tmp_path: Path) -> None:
        """A backup carries the reserve of the vault, at least as fresh as its files."""
        seen = scenario(tmp_path, "elsewhere")

        assert seen["done"] == {"keys": 2, "again": 0, "without": []}
        assert seen["after"]["opened"] == {seen["kept"]: 2, seen["gone"]: 1}
        assert seen["after"]["findings"] == []


class TestWhatIsRefused:
    """Before anything is touched."""

    def test_says_why_and_what_to_do(self, tmp_path: Path) -> None:
        """No journal, one of before the backup, a flipped bit, no backup at all, an installation in use."""
        seen = scenario(tmp_path, "refused")
        wanted = {
            "no journal": "The journal of what was destroyed is not there: vernietigd.jsonl",
            "empty journal": "is not the one that goes with this backup",
            "altered": "The backup is not whole: weegploeg.sqlite3",
            "no backup": "it has no manifest.json",
            "in use": "stop serve, relay and nachtwerk first",
        }

        assert {name for name, text in wanted.items() if text not in seen["said"][name]} == set()
        assert seen["untouched"]


class TestARestoreThatWasKilled:
    """After the n-th statement, and run again."""

    def test_lets_nobody_in_and_ends_the_same(self, tmp_path: Path) -> None:
        """Between the two runs the product refuses to start; afterwards what was destroyed is gone."""
        seen = scenario(tmp_path, "killed")

        assert seen["kills"] > 4
        assert [one for one in seen["seen"] if one[2:] != [[seen["kept"]], [], [seen["kept"]]]] == []
        assert [n for n, is_shut, *_rest in seen["seen"] if not is_shut and n > 2] == []


class TestABackupUnderWork:
    """Dossiers are made and handed over meanwhile."""

    def test_is_of_one_moment(self, tmp_path: Path) -> None:
        """In each set every dossier has its key, and every hand-over is complete or under way."""
        seen = scenario(tmp_path, "busy")["seen"]

        assert [one["without"] + one["findings"] for one in seen] == [[]] * 4
        assert seen[-1]["casussen"] > seen[0]["casussen"]
