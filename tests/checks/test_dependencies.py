"""Every direct dependency is accounted for, and pinned with its hash."""

import json
import re
import tomllib
from pathlib import Path

from checks.tree import ROOT

REQUIREMENTS = ROOT / "requirements"


def plain(requirement: str) -> str:
    """Return the name of a requirement, without versions and extras."""
    return re.split(r"[<>=!~;\[ ]", requirement, maxsplit=1)[0].lower()


def direct() -> set[str]:
    """Return what pyproject.toml and package.json ask for by name."""
    python = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    npm = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    project = python["project"]
    lists = [project["dependencies"], *project["optional-dependencies"].values(), *python["dependency-groups"].values()]
    names = {plain(requirement) for requirements in lists for requirement in requirements} - {project["name"]}
    return names | set(npm["dependencies"]) | set(npm["devDependencies"])


def pins(path: Path) -> dict[str, str]:
    """Return the pinned versions in a requirements file, each with at least one hash after it."""
    text = path.read_text(encoding="utf-8").replace("\\\n", " ")
    entries = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    return {plain(entry): entry.split("==")[1].split()[0] for entry in entries}


class TestDirectDependencies:
    """What we chose ourselves."""

    def test_each_has_its_row_and_no_row_is_left_over(self) -> None:
        """docs/dependencies.md says of each its licence and why it is here."""
        page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
        rows = {match[1] for match in re.finditer(r"^\| (\S+?) (?:\(extra `\w+`\) )?\|", page, flags=re.MULTILINE)}

        assert rows - {"name"} == direct() | {"uv"}


class TestPins:
    """What is installed."""

    def test_the_tests_run_on_the_versions_that_serve(self) -> None:
        """Whatever run.txt pins, test.txt pins to the same version."""
        run, test = pins(REQUIREMENTS / "run.txt"), pins(REQUIREMENTS / "test.txt")

        assert run.items() <= test.items()

    def test_the_installer_itself_is_pinned(self) -> None:
        """Pip installs one package, by hash, and that one installs the rest."""
        assert set(pins(REQUIREMENTS / "uv.txt")) == {"uv"}
