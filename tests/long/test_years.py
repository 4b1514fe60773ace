"""Nine years of a board of two hundred dossiers: nights missed, doubled, and at least three hundred times killed."""

import json
import time
from pathlib import Path

import pytest

from tests.bewaring.running import years

RESULTS = Path(__file__).parents[2] / "results"


@pytest.mark.article("13.1", "13.2", "13.3")
class TestYears:
    """Every night that comes to its end is held against a plain model of the law."""

    def test_nothing_is_kept_past_its_term_or_destroyed_early(self, tmp_path: Path) -> None:
        """No datum past its term, none destroyed early, no orphan, certificates and journal complete."""
        RESULTS.mkdir(exist_ok=True)
        begin = time.monotonic()
        figures = years(tmp_path, seed=2026, dossiers=200, years=9, kills=320)
        figures["seconds"] = round(time.monotonic() - begin, 1)
        (RESULTS / "years.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")

        assert figures["kills"] >= 300
        assert figures["destroyed"] > 100
        assert figures["archived"] > 50
        assert figures["destroyed in the archive"] > 10
