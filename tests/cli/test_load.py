"""Files that are loaded: every fault at once, with its place, and nothing half-written. Covenant 1, 18.1, 15.2.c."""

from collections.abc import Callable
from pathlib import Path

import pytest

from casustafel.cli import main
from casustafel.demo import example
from casustafel.register.models import Autorisatie, Convenant, Criterium, Medewerker, Organisatie

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("1", "18.1")]
FOLDER = Path(example.__file__).parent / "voorbeeld"
Load = Callable[..., tuple[int, str]]


@pytest.fixture
def load(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Load:
    """Give what loads one of the example files with some of its words changed: its exit code and what it says."""

    def run(command: str, name: str, *changes: tuple[str, str]) -> tuple[int, str]:
        text = (FOLDER / name).read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        try:
            code = main([command, "load", str(path)])
        except SystemExit as stopped:
            code = int(str(stopped.code))
        return code, capsys.readouterr().err

    return run


def _standing() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (Convenant, Organisatie, Criterium, Medewerker, Autorisatie))


class TestACovenantFile:
    """A covenant is loaded whole or not at all."""

    def test_the_example_loads_once(self, load: Load) -> None:
        """The example that ships is right; a second time it is refused with the article."""
        assert load("convenant", "convenant.toml") == (0, "")
        before = _standing()

        code, said = load("convenant", "convenant.toml")

        assert (code, _standing()) == (1, before)
        assert said.startswith("art. 18.1 (file): ")

    def test_all_faults_are_named_at_once(self, load: Load) -> None:
        """A missing kernpartij, an unknown regime, no day, a field too many, a code twice: each with its place."""
        code, said = load(
            "convenant",
            "convenant.toml",
            ('soort = "om"', 'soort = "politie"'),
            ('code = "convenant-2017"', 'code = "convenant-1917"'),
            ("in_werking_op = 2024-01-01", 'in_werking_op = "gisteren"'),
            ("is_verzonnen = true", "is_verzonnen = true\nbsn = 1"),
            ('code = "roc"', 'code = "de-brug"'),
        )

        assert code == 1
        places = {line.partition(":")[0] for line in said.splitlines()}
        assert places == {"partijen", "regime.code", "in_werking_op", "bsn", "bijlage1"}
        assert "one kernpartij 'om' is needed" in said
        assert _standing() == (0, 0, 0, 0, 0)

    def test_what_is_no_toml_is_wrong_use(self, load: Load) -> None:
        """A file that cannot be read at all is said to be so."""
        code, said = load("convenant", "convenant.toml", ('code = "lindewaard"', "code = "))

        assert code == 2
        assert said.startswith("convenant.toml: ")
        assert _standing() == (0, 0, 0, 0, 0)


class TestAPeopleFile:
    """People are loaded whole or not at all, and once."""

    def test_twice_is_once(self, load: Load) -> None:
        """Loading the same people again gives nobody a second authorisation."""
        load("convenant", "convenant.toml")
        assert load("people", "mensen.toml")[0] == 0
        before = _standing()

        assert load("people", "mensen.toml")[0] == 0
        assert _standing() == before

    def test_all_faults_are_named_at_once(self, load: Load) -> None:
        """An unknown organisation, and a partner in the weegploeg: each with its article, and nobody is entered."""
        load("convenant", "convenant.toml")
        before = _standing()

        code, said = load(
            "people",
            "mensen.toml",
            ('organisatie = "raad"', 'organisatie = "raadhuis"'),
            ('organisatie = "de-brug", rollen = ["casusoverleg"]', 'organisatie = "de-brug", rollen = ["weegploeg"]'),
        )

        assert (code, _standing()) == (1, before)
        assert "lindewaard/raadhuis" in said
        assert "art. 7.2 (rollen)" in said
        assert "art. 10.5 (rollen)" in said
