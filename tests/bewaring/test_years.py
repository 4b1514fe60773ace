"""Two years of a small board, night by night; `start.py long years` runs it for nine years and two hundred dossiers."""

from pathlib import Path

import pytest

from tests.bewaring.running import years


@pytest.mark.article("13.1", "13.2", "13.3")
class TestYears:
    """Nights missed, doubled, and killed at random statements."""

    def test_nothing_is_kept_past_its_term_or_destroyed_early(self, tmp_path: Path) -> None:
        """After each night all files, the vault, the certificates and the journal hold what the law says."""
        figures = years(tmp_path, seed=13, dossiers=6, years=2, kills=8)

        assert figures["destroyed"] > 0
        assert figures["archived"] > 0
        assert figures["kills"] > 0
