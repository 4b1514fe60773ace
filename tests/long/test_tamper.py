"""Ten thousand random falsifications of log, tiles and checkpoints: the stand-alone checker finds each."""

import json
import time
from pathlib import Path

import pytest

from tests.ledger.tampering import unnoticed

ROOT = Path(__file__).parents[2]
RESULTS = ROOT / "results"
TIMES = 10_000


@pytest.mark.article("15.2.e")
class TestFalsifications:
    """The stand-alone checker, with the key and the checkpoint that the party kept."""

    def test_every_one_is_found(self, tmp_path: Path) -> None:
        """The report counts them by kind, and names each that was not noticed."""
        RESULTS.mkdir(exist_ok=True)
        begin = time.monotonic()
        counts, missed = unnoticed(range(TIMES), tmp_path)
        figures = {"tried": sum(counts.values()), "found": TIMES - len(missed), "by kind": counts, "missed": missed}
        figures["seconds"] = round(time.monotonic() - begin, 1)
        (RESULTS / "tamper.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")

        assert missed == []
