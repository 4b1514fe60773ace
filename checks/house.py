"""The house rules that no stock linter knows, read from the syntax tree.

| rule      | what it refuses                                                                                   |
|-----------|---------------------------------------------------------------------------------------------------|
| models    | a room's models anywhere but in its store, models, apps, migrations and in tests; `get_model`      |
| naming    | `__str__` or `__repr__` on a model: it would carry a name into a log or an error page              |
| using     | `atomic` or `on_commit` without `using=`: it would guard only the default database                |
| pass      | a Pass made, or the right to make one claimed, anywhere but in the gate                           |
| size      | a module over 400 lines, a function over 40, without a `# reason:` comment where it begins         |
| law       | in `convenant`: anything but the standard library, and of that nothing that does input or output  |
| bare      | in `seal` and `ledger`: Django, or the product                                                    |
"""

import ast
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from checks.tree import ROOT

PACKAGE = "casustafel"
GATE = PurePosixPath("src/casustafel/acts/gate.py")
MODULE_LINES = 400
FUNCTION_LINES = 40
# Where models are defined: a room's own, and the abstract ones of bestand.
MODELS = frozenset({"models", "tabel"})
TRANSACTION = frozenset({"atomic", "on_commit"})
PASS_NAMES = frozenset({"Pass", "claim_issue"})
# A module's reason stands in its first lines.
HEAD_LINES = 3
REASON = "# reason:"
# Of the standard library, what the law may not touch: files, network, processes, clock, chance.
# fmt: off
IMPURE = frozenset(
    {"asyncio", "builtins", "concurrent", "ctypes", "ftplib", "getpass", "glob", "http", "imaplib", "io", "logging",
     "mmap", "multiprocessing", "os", "pathlib", "pickle", "platform", "poplib", "random", "secrets", "select",
     "selectors", "shelve", "shutil", "signal", "smtplib", "socket", "socketserver", "sqlite3", "ssl", "subprocess",
     "sys", "tempfile", "threading", "time", "urllib", "webbrowser"}
)
# fmt: on
PURE = sys.stdlib_module_names - IMPURE


@dataclass(frozen=True, slots=True)
class Fault:
    """A place where a rule is not kept."""

    path: PurePosixPath
    line: int
    rule: str
    text: str

    def __str__(self) -> str:
        """Return the fault as editors read it."""
        return f"{self.path}:{self.line}: {self.rule}: {self.text}"


@dataclass(frozen=True)
class Source:
    """A Python file: its path in the checkout, and its text."""

    path: PurePosixPath
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The syntax tree."""
        return ast.parse(self.text, filename=str(self.path))

    @cached_property
    def lines(self) -> list[str]:
        """The lines of text."""
        return self.text.splitlines()

    @cached_property
    def nodes(self) -> list[ast.AST]:
        """Every node of the tree."""
        return list(ast.walk(self.tree))

    @property
    def is_product(self) -> bool:
        """Whether this is part of the product, not a test of it."""
        return self.path.parts[0] == "src"

    @property
    def inside(self) -> tuple[str, ...]:
        """The parts of the path inside the package: ("weegploeg", "store"). Empty for a test."""
        return self.path.with_suffix("").parts[2:] if self.is_product else ()

    @property
    def room(self) -> str:
        """The room this module is in. Empty for a test."""
        return self.inside[0] if self.inside else ""

    def imported(self) -> Iterator[tuple[ast.stmt, str]]:
        """Yield each imported module or name, dotted and absolute, with the statement."""
        for node in self.nodes:
            if isinstance(node, ast.Import):
                for alias in node.names:
                    yield node, alias.name
            elif isinstance(node, ast.ImportFrom):
                for alias in node.names:
                    yield node, f"{self._origin(node)}.{alias.name}"

    def _origin(self, node: ast.ImportFrom) -> str:
        """Return the absolute name of the module that is imported from."""
        if not node.level:
            return node.module or ""
        package = (PACKAGE, *self.inside)
        base = package[: len(package) - node.level]
        return ".".join((*base, *([node.module] if node.module else [])))


def check_models(source: Source) -> Iterator[Fault]:
    """Refuse a room's models outside the modules of that room that may touch them."""
    for statement, name in source.imported():
        parts = name.split(".")
        if parts[0] == PACKAGE and parts[2:3] == ["models"] and not _may_import_models(source, room=parts[1]):
            yield Fault(source.path, statement.lineno, "models", f"{name}: only {parts[1]}/store.py touches these")
    if not source.is_product or "migrations" in source.inside:
        return
    for node in source.nodes:
        if isinstance(node, ast.Call) and _called(node) == "get_model":
            yield Fault(source.path, node.lineno, "models", "get_model goes round the stores")


def _may_import_models(source: Source, *, room: str) -> bool:
    """Return whether this file may import the models of `room`."""
    if not source.is_product:
        return True  # tests look at the tables from outside: what stands there, and what they break
    place = source.inside[1] if len(source.inside) > 1 else ""
    if room == "bestand" and place == "models":
        return True  # the abstract models of every file
    return source.room == room and place in {"store", "models", "apps", "migrations"}


def check_naming(source: Source) -> Iterator[Fault]:
    """Refuse a text form on a model."""
    if not MODELS.intersection(source.inside):
        return
    for node in source.nodes:
        if isinstance(node, ast.FunctionDef) and node.name in {"__str__", "__repr__"}:
            yield Fault(source.path, node.lineno, "naming", f"a model has no {node.name}: Django's own shows the id")


def check_using(source: Source) -> Iterator[Fault]:
    """Refuse a transaction that does not say on which database."""
    if not source.is_product:
        return
    origins = {f"django.db.transaction.{name}" for name in TRANSACTION}
    names = {alias for origin, alias in _aliases(source) if origin in origins}
    calls = [node for node in source.nodes if isinstance(node, ast.Call)]
    good = {id(node.func) for node in calls if any(keyword.arg == "using" for keyword in node.keywords)}
    for node in source.nodes:
        by_attribute = isinstance(node, ast.Attribute) and node.attr in TRANSACTION
        by_name = isinstance(node, ast.Name) and node.id in names
        if isinstance(node, ast.expr) and (by_attribute or by_name) and id(node) not in good:
            text = f"{ast.unparse(node)} without using= guards only the default database"
            yield Fault(source.path, node.lineno, "using", text)


def _aliases(source: Source) -> Iterator[tuple[str, str]]:
    """Yield what is imported from where, and the name it has here."""
    for node in source.nodes:
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from ((f"{node.module}.{alias.name}", alias.asname or alias.name) for alias in node.names)


def check_pass(source: Source) -> Iterator[Fault]:
    """Refuse a Pass that is made outside the gate, under its own name or another."""
    defines_it = any(isinstance(node, ast.ClassDef) and node.name == "Pass" for node in source.nodes)
    if not source.is_product or source.path == GATE or defines_it:
        return
    for node in source.nodes:
        if isinstance(node, ast.Call) and _makes_pass(node):
            yield Fault(source.path, node.lineno, "pass", "the gate alone makes a Pass")
        elif isinstance(node, ast.alias) and node.name in PASS_NAMES and node.asname not in {None, node.name}:
            yield Fault(source.path, node.lineno, "pass", f"{node.name} goes under its own name")
        elif isinstance(node, ast.ClassDef) and any(ast.unparse(base).endswith("Pass") for base in node.bases):
            yield Fault(source.path, node.lineno, "pass", "a kind of Pass would open what a Pass opens")


def _makes_pass(node: ast.Call) -> bool:
    """Return whether a call is Pass(...), Pass.issue(...) or claim_issue(...), however these are reached."""
    function = node.func
    if isinstance(function, ast.Attribute) and function.attr == "issue":
        function = function.value
    return (isinstance(function, ast.Name) and function.id in PASS_NAMES) or (
        isinstance(function, ast.Attribute) and function.attr in PASS_NAMES
    )


def check_size(source: Source) -> Iterator[Fault]:
    """Refuse a long module or function that does not say why it is long."""
    if not source.is_product or "migrations" in source.inside:
        return
    if len(source.lines) > MODULE_LINES and not _has_reason(source.lines[:HEAD_LINES]):
        text = f"{len(source.lines)} lines; over {MODULE_LINES} wants a {REASON!r} at the top"
        yield Fault(source.path, 1, "size", text)
    for node in source.nodes:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            head = source.lines[node.lineno - 1 : node.body[0].lineno - 1] or [source.lines[node.lineno - 1]]
            if length > FUNCTION_LINES and not _has_reason(head):
                text = f"{node.name}: {length} lines; over {FUNCTION_LINES} wants a {REASON!r} on the def line"
                yield Fault(source.path, node.lineno, "size", text)


def _has_reason(lines: list[str]) -> bool:
    """Return whether one of these lines gives a reason, in words."""
    return any(line.partition(REASON)[2].strip() for line in lines)


def check_law(source: Source) -> Iterator[Fault]:
    """Refuse in the law whatever is not a pure part of the standard library."""
    if source.room != "convenant":
        return
    for node, name in source.imported():
        own = name.startswith(f"{PACKAGE}.convenant.")
        if not own and name.partition(".")[0] not in PURE:
            yield Fault(source.path, node.lineno, "law", f"{name}: the law is pure, of the standard library only")
    for call in source.nodes:
        if isinstance(call, ast.Call) and _called(call) in {"open", "print", "input"}:
            yield Fault(source.path, call.lineno, "law", f"{_called(call)}(): the law does no input or output")


def check_bare(source: Source) -> Iterator[Fault]:
    """Refuse Django and the product in the rooms that know neither."""
    if source.room not in {"seal", "ledger"}:
        return
    for node, name in source.imported():
        product = name.startswith(PACKAGE) and not f"{name}.".startswith(f"{PACKAGE}.{source.room}.")
        if product or name.partition(".")[0] in {"django", "ninja"}:
            yield Fault(source.path, node.lineno, "bare", f"{name}: {source.room} knows neither Django nor the product")


def _called(node: ast.Call) -> str:
    """Return the last word of what is called."""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


RULES: tuple[Callable[[Source], Iterator[Fault]], ...] = (
    check_models,
    check_naming,
    check_using,
    check_pass,
    check_size,
    check_law,
    check_bare,
)


def faults(source: Source) -> list[Fault]:
    """Return every fault in one file, in the order of its lines."""
    return sorted((fault for rule in RULES for fault in rule(source)), key=lambda fault: (fault.line, fault.rule))


def main() -> int:
    """Print the faults of the product and its tests; return 1 if there are any."""
    paths = sorted((ROOT / "src" / PACKAGE).rglob("*.py")) + sorted((ROOT / "tests").rglob("*.py"))
    sources = [Source(PurePosixPath(path.relative_to(ROOT)), path.read_text(encoding="utf-8")) for path in paths]
    found = [fault for source in sources for fault in faults(source)]
    for fault in found:
        print(fault)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
