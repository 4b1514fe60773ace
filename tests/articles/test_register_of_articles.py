"""The register of articles: what it says is enforced has a rule that refuses and a test that shows it."""

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from casustafel import convenant
from casustafel.convenant.artikel import Status, artikelen, rules_of

TESTS: Final = Path(__file__).resolve().parents[1]
KNOWN: Final = {one.id for one in artikelen()}
ENFORCED: Final = [one.id for one in artikelen() if one.status is Status.ENFORCED]


def is_article_marker(node: ast.AST) -> bool:
    """Tell whether this is `….mark.article(…)`."""
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Attribute(attr="mark"), attr="article")):
            return True
        case _:
            return False


def markers(path: Path) -> Iterator[tuple[str, str]]:
    """Give each id that a marker of a test module names, and where; what is no literal is given as it is written."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and is_article_marker(node):
            for arg in node.args or [ast.Constant("")]:
                named = arg.value if isinstance(arg, ast.Constant) else ast.unparse(arg)
                yield str(named), f"{path.relative_to(TESTS)}:{node.lineno}"


def marked() -> list[tuple[str, str]]:
    """Give each id that a test names, and where."""
    return [marker for path in sorted(TESTS.rglob("test_*.py")) for marker in markers(path)]


def load_rules() -> None:
    """Import every module of the law, so that each rule is in the register."""
    for module in pkgutil.walk_packages(convenant.__path__, prefix=f"{convenant.__name__}."):
        importlib.import_module(module.name)


class TestAnEnforcedArticle:
    """An article of which the register says that a rule keeps it."""

    def test_has_a_rule(self) -> None:
        """Nothing is called enforced that no rule carries out."""
        load_rules()
        without = [artikel_id for artikel_id in ENFORCED if not rules_of(artikel_id)]

        assert not without, f"enforced, and no rule carries it out: {', '.join(without)}"

    def test_has_a_test(self) -> None:
        """Nothing is called enforced that no test spells out."""
        tested = {artikel_id for artikel_id, _where in marked()}
        without = [artikel_id for artikel_id in ENFORCED if artikel_id not in tested]

        assert not without, f"enforced, and no test spells it out: {', '.join(without)}"


class TestAMarker:
    """The article that a test names."""

    def test_names_an_article_that_exists(self) -> None:
        """A test spells out articles of the source, each written as a literal id."""
        unknown = [f"{artikel_id} ({where})" for artikel_id, where in marked() if artikel_id not in KNOWN]

        assert not unknown, f"no such article: {', '.join(unknown)}"


class TestACarriedOutArticle:
    """An article that a rule names."""

    def test_has_a_test(self) -> None:
        """Every article that a rule carries out is spelled out by a test, whatever the register says of it."""
        load_rules()
        tested = {artikel_id for artikel_id, _where in marked()}
        without = [one.id for one in artikelen() if rules_of(one.id) and one.id not in tested]

        assert not without, f"carried out by a rule, and no test spells it out: {', '.join(without)}"
