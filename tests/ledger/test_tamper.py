"""What a party holds cannot be falsified unseen: the short form of tests/long/test_tamper.py."""

from pathlib import Path

import pytest

from tests.ledger.tampering import FOLDER, ROWS, WAYS, check, unnoticed

pytestmark = pytest.mark.article("15.2.e")
TIMES = 200


class TestFalsifications:
    """The stand-alone checker, with the key and the checkpoint that the party kept."""

    def test_an_honest_folder_is_in_order(self, tmp_path: Path) -> None:
        """Nothing is found where nothing was done."""
        assert check(FOLDER, tmp_path) == 0

    def test_every_falsification_is_found(self, tmp_path: Path) -> None:
        """Bits, rows, order, cuts and another past under the host's own signature: all are found."""
        counts, missed = unnoticed(range(TIMES), tmp_path)

        assert missed == []
        assert counts.keys() == {way.__name__ for way in WAYS}

    def test_on_more_processors_as_on_one(self, tmp_path: Path) -> None:
        """A long export is divided: the same is in order, and the same is not."""
        lines = FOLDER[ROWS].splitlines(keepends=True)
        later = b"".join([*lines[:-3], lines[-2], lines[-3], lines[-1]])

        assert check(FOLDER, tmp_path, "--processors", "2") == 0
        assert check({**FOLDER, ROWS: later}, tmp_path, "--processors", "2") == 1
