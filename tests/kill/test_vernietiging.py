"""A crash at any moment of making or destroying leaves what the next run finishes. Covenant 13.1."""

from pathlib import Path

import pytest

from tests.bewaring.running import run

pytestmark = pytest.mark.article("13.1")
DRIVER = Path(__file__).with_name("vernietiging_driver.py")
NONE = {"rows": 0, "stray": 0, "keys": 0, "keyless": 0, "certificates": 0, "noted": 0, "opened": 0}
GONE = {**NONE, "certificates": 1, "noted": 1}
KEPT = {**NONE, "rows": 2, "keys": 2, "opened": 13}
MOVED = {**NONE, "rows": 1, "keys": 1, "opened": 20}


class TestKilledAfterEveryStatement:
    """The process is killed after its n-th statement, for every n, and started anew."""

    def test_what_was_destroyed_is_gone_from_both_files_once(self, tmp_path: Path) -> None:
        """No row, no key, one certificate in each file, one id in the journal."""
        seen = run(DRIVER, tmp_path, "destroy")

        whole = {"marked": 0, "weegploeg": GONE, "casusoverleg": GONE, "archief": NONE}
        assert seen["killed"] > 40
        assert [(n, one) for n, one in enumerate(seen["results"], start=1) if one != whole] == []

    @pytest.mark.article("13.2")
    def test_what_was_archived_is_whole_and_there_once(self, tmp_path: Path) -> None:
        """All of it opens in the archive under its own key; nothing, and no key, is left in the files."""
        seen = run(DRIVER, tmp_path, "archive")

        whole = {"marked": 0, "weegploeg": GONE, "casusoverleg": GONE, "archief": MOVED}
        assert seen["killed"] > 60
        assert [(n, one) for n, one in enumerate(seen["results"], start=1) if one != whole] == []

    def test_what_was_destroyed_in_the_archive_is_gone_once(self, tmp_path: Path) -> None:
        """No row, no key, a certificate more."""
        seen = run(DRIVER, tmp_path, "destroy archived")

        whole = {"marked": 0, "weegploeg": GONE, "casusoverleg": GONE, "archief": GONE}
        assert seen["killed"] > 25
        assert [(n, one) for n, one in enumerate(seen["results"], start=1) if one != whole] == []

    @pytest.mark.article("13.4")
    def test_what_was_made_available_again_is_there_once(self, tmp_path: Path) -> None:
        """One new dossier with its key and the copies; the original in the archive stays as it was."""
        seen = run(DRIVER, tmp_path, "reactivate")

        back = {**GONE, "rows": 1, "keys": 1, "opened": 3}
        kept = {**MOVED, "opened": 24}
        whole = {"marked": 0, "weegploeg": back, "casusoverleg": GONE, "archief": kept}
        assert seen["killed"] > 25
        assert [(n, one) for n, one in enumerate(seen["results"], start=1) if one != whole] == []

    def test_what_was_made_is_whole_or_not_there(self, tmp_path: Path) -> None:
        """A key without its record is swept; no record is without its key."""
        seen = run(DRIVER, tmp_path, "create")

        whole = {"marked": 0, "weegploeg": KEPT, "casusoverleg": NONE, "archief": NONE}
        assert seen["killed"] > 10
        assert [(n, one) for n, one in enumerate(seen["results"], start=1) if one != whole] == []
