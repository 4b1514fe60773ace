"""The tests of the rules notice it when a rule is broken: at least nine of ten mutants of the law are killed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LEAST = 0.9
RESULTS = ROOT / "results"


@pytest.mark.article("15.1")
class TestTheLaw:
    """Every module of `convenant`, broken in every small way there is, one at a time."""

    def test_is_held_by_its_tests(self) -> None:
        """The report names each survivor; what people only read is left alone."""
        RESULTS.mkdir(exist_ok=True)
        report = RESULTS / "mutants.json"
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "tests.mutation.plugin"]
        tests = ["tests/convenant", "tests/articles"]
        subprocess.run([*command, "--mutants-report", str(report), *tests], cwd=ROOT, check=True)
        found = json.loads(report.read_text(encoding="utf-8"))

        assert found["mutants"] > 1000
        assert found["killed"] >= LEAST * found["mutants"], "\n".join(found["survivors"])
