"""The pages say what the code is: they fail here when they are incomplete or out of date."""

import re
from collections.abc import Iterator
from enum import StrEnum
from importlib import import_module
from pathlib import Path

import pytest
from pydantic import BaseModel

from casustafel.acts.register.load_convenant import LoadConvenant, OrganisatieInvoer
from casustafel.acts.register.load_people import AutorisatieInvoer, LoadPeople, MedewerkerInvoer
from casustafel.bestand.inhoud import Zendsoort
from casustafel.casusoverleg import store as casusoverleg
from casustafel.conf.lists import COMMANDS
from casustafel.convenant.feit import CasusStaat, DossierStaat, Keuze, Rol, Taak, Uitkomst
from casustafel.convenant.partij import Ambt, Soort
from casustafel.convenant.stuk import PlanStaat
from casustafel.weegploeg import store as weegploeg
from checks.tree import ROOT
from docs import make_articles

DOCS = ROOT / "docs"
ROOMS = {path.name for path in (ROOT / "src" / "casustafel").iterdir() if path.is_dir()}
NOUNS: tuple[type[StrEnum], ...] = (
    Ambt,
    CasusStaat,
    DossierStaat,
    Keuze,
    Rol,
    Soort,
    Taak,
    Uitkomst,
    Zendsoort,
    PlanStaat,
    casusoverleg.Soort,
    weegploeg.Soort,
)
HEADINGS = ["Context", "Decision", "Rejected alternatives", "Consequences"]


def text(name: str) -> str:
    """Read a page."""
    return (DOCS / name).read_text(encoding="utf-8")


def decisions() -> list[Path]:
    """Give the decision records in their order."""
    return sorted((DOCS / "decisions").glob("*.md"))


class TestArticles:
    """The page of articles."""

    def test_it_is_what_the_code_declares(self) -> None:
        """Written anew it is the same; if not: `python docs/make_articles.py`."""
        assert make_articles.page() == make_articles.PAGE.read_text(encoding="utf-8")


class TestAccessPath:
    """The page from request to log."""

    def test_every_name_on_it_exists(self) -> None:
        """A dotted name that begins with a room is a name in the code."""
        named = [name for name in re.findall(r"`((?:\w+\.)+\w+)`", text("access-path.md")) if _room(name) in ROOMS]

        assert len(named) > 20
        assert [name for name in named if not _exists(name)] == []


def _room(name: str) -> str:
    return name.partition(".")[0]


def _exists(name: str) -> bool:
    """Tell whether a name is a module of the product, or something in one."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        try:
            found: object = import_module(".".join(["casustafel", *parts[:length]]))
        except ModuleNotFoundError:
            continue
        return all((found := getattr(found, part, None)) is not None for part in parts[length:])
    return False


class TestGlossary:
    """The page of words."""

    def test_each_word_stands_there_once_in_order(self) -> None:
        """Alphabetical, so that a second entry would stand beside the first."""
        words = [word.lower() for word in glossary()]

        assert words == sorted(set(words))

    def test_every_noun_of_the_code_is_there(self) -> None:
        """Roles, tasks, states, kinds, outcomes: each value is explained."""
        known = set(glossary())

        assert {noun.value for kind in NOUNS for noun in kind} - known == set()


def glossary() -> list[str]:
    """Give the words of the glossary."""
    return [row.split("|")[1].strip() for row in text("glossary.md").splitlines() if row.startswith("| ")][1:]


class TestCovenantFile:
    """The page of the files that an operator writes."""

    @pytest.mark.parametrize(
        "model", [LoadConvenant, OrganisatieInvoer, LoadPeople, MedewerkerInvoer, AutorisatieInvoer]
    )
    def test_every_field_is_described(self, model: type[BaseModel]) -> None:
        """No field of a file is left for the reader to guess."""
        page = text("covenant-file.md")
        missing = [name for name in model.model_fields if not re.search(rf"[`\[.]{name}[`\].]", page)]

        assert missing == []


class TestOperators:
    """The page for who runs it."""

    def test_every_setting_is_described(self) -> None:
        """Each variable that the settings read stands in the table."""
        settings = (ROOT / "src" / "casustafel" / "conf" / "settings.py").read_text(encoding="utf-8")
        read = set(re.findall(r'environ\.get\("(\w+)"', settings))

        assert read
        assert read - set(re.findall(r"^\| `(\w+)`", text("operators.md"), flags=re.MULTILINE)) == set()

    def test_every_command_is_described(self) -> None:
        """Each command stands on the page."""
        page = text("operators.md")

        assert [command for command in COMMANDS if f"`{command}`" not in page] == []


class TestDecisions:
    """The records of decisions."""

    def test_each_has_a_number_of_its_own(self) -> None:
        """Four digits, in the name and in the title; a number is used once, and one may be kept free."""
        numbers = [path.name.partition("-")[0] for path in decisions()]

        assert len(set(numbers)) == len(numbers)
        for number, path in zip(numbers, decisions(), strict=True):
            assert re.fullmatch(r"\d{4}", number)
            assert path.read_text(encoding="utf-8").startswith(f"# {number} ")

    def test_each_says_why_and_why_not(self) -> None:
        """Context, decision, rejected alternatives, consequences."""
        for path in decisions():
            assert re.findall(r"^## (.+)$", path.read_text(encoding="utf-8"), flags=re.MULTILINE) == HEADINGS


class TestReadme:
    """The page in front, in two languages."""

    @pytest.mark.parametrize("name", ["README.md", "README.nl.md", "CHANGELOG.md"])
    def test_every_link_leads_somewhere(self, name: str) -> None:
        """A link or picture in it is a file or folder that is there."""
        assert [target for target in links(ROOT / name) if not (ROOT / target).exists()] == []

    def test_both_languages_lead_to_the_same_places(self) -> None:
        """The copy in the other language leaves nothing out."""
        english, dutch = (set(links(ROOT / name)) for name in ("README.md", "README.nl.md"))

        assert english - {"README.nl.md"} == dutch - {"README.md"}


def links(page: Path) -> Iterator[str]:
    """Give the places in this repository that a page links to."""
    for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            yield target
