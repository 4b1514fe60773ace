"""Break the law on purpose: every small change of a module of `convenant` that a good test would notice.

A mutant is one change: a comparison, a condition, a number, a code, an article, a reason that is no longer given. What
people read (the sentences of reasons, docstrings) is left alone, for no rule depends on it.
"""

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

SWAPS: Final[dict[type[ast.AST], type[ast.AST]]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,  # codespell:ignore notin
    ast.NotIn: ast.In,  # codespell:ignore notin
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
QUANTIFIERS: Final = {"any": "all", "all": "any", "min": "max", "max": "min"}
# What a keyword of this name gives is for people to read.
READ: Final = frozenset({"titel", "strekking", "note", "msg"})
SPOKEN: Final = frozenset({"gettext_noop", "ValueError", "KeyError", "TypeError", "NewType", "TypeVar", "ParamSpec"})
Where = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: in which function (empty at the top of the module), on which line, and what was changed."""

    function: str
    line: int
    what: str
    tree: ast.Module


def mutants_of(source: str) -> Iterator[Mutant]:
    """Yield every mutant of a module, each as a whole tree."""
    tree = ast.parse(source)
    for where, node, function in _places(tree, where=(), function=""):
        for what, changed in _changes(node):
            broken = copy.deepcopy(tree)
            _put(broken, where, changed)
            yield Mutant(function, getattr(node, "lineno", 0), what, ast.fix_missing_locations(broken))


def _places(node: ast.AST, *, where: Where, function: str) -> Iterator[tuple[Where, ast.AST, str]]:
    """Yield each node with the way to it and the outermost function around it."""
    for name, value in ast.iter_fields(node):
        children = enumerate(value) if isinstance(value, list) else [(None, value)]
        for place, child in children:
            if not isinstance(child, ast.AST) or _is_left_alone(child, name):
                continue
            way = (*where, name) if place is None else (*where, name, place)
            inside = function or (_name(child, function=function, parent=node))
            yield way, child, inside
            yield from _places(child, where=way, function=inside)


def _name(child: ast.AST, *, function: str, parent: ast.AST) -> str:
    if isinstance(child, ast.FunctionDef) and not function:
        return f"{parent.name}.{child.name}" if isinstance(parent, ast.ClassDef) else child.name
    return function


def _is_left_alone(node: ast.AST, name: str) -> bool:
    """Tell whether a node is for readers, or says only of which type something is."""
    if name in {"annotation", "returns", "decorator_list", "bases"}:
        return True
    if isinstance(node, ast.keyword) and node.arg in READ:
        return True
    if isinstance(node, ast.ClassDef) and any(ast.unparse(base) == "StrEnum" for base in node.bases):
        return True  # what a member is called is the same wherever it is used
    if isinstance(node, ast.Import | ast.ImportFrom | ast.Raise | ast.Assert | ast.AnnAssign) and not _has_value(node):
        return True
    if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
        return True  # the names that a module gives away; no rule is among them
    is_docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return is_docstring or (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SPOKEN)


def _has_value(node: ast.AST) -> bool:
    return isinstance(node, ast.AnnAssign) and node.value is not None


def _changes(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Yield what may become of one node."""
    if isinstance(node, ast.Compare):
        for place, op in enumerate(node.ops):
            if type(op) in SWAPS:
                changed = copy.deepcopy(node)
                changed.ops[place] = SWAPS[type(op)]()  # type: ignore[call-overload]  # one operator for another
                yield f"{type(op).__name__} becomes {SWAPS[type(op)].__name__}", changed
    elif isinstance(node, ast.BoolOp | ast.BinOp) and type(node.op) in SWAPS:
        yield _swapped(node)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "not is left out", node.operand
    elif isinstance(node, ast.Constant):
        yield from _constants(node)
    elif isinstance(node, ast.Name) and node.id in QUANTIFIERS:
        yield f"{node.id} becomes {QUANTIFIERS[node.id]}", ast.Name(id=QUANTIFIERS[node.id], ctx=node.ctx)
    else:
        yield from _branches(node)


def _swapped(node: ast.BoolOp | ast.BinOp) -> tuple[str, ast.AST]:
    changed = copy.deepcopy(node)
    changed.op = SWAPS[type(node.op)]()  # type: ignore[assignment]  # one operator for another
    return f"{type(node.op).__name__} becomes {type(changed.op).__name__}", changed


def _constants(node: ast.Constant) -> Iterator[tuple[str, ast.AST]]:
    if isinstance(node.value, bool):
        yield f"{node.value} becomes {not node.value}", ast.Constant(not node.value)
    elif isinstance(node.value, int):
        yield f"{node.value} becomes {node.value + 1}", ast.Constant(node.value + 1)
    elif isinstance(node.value, str) and node.value:
        yield f"{node.value!r} becomes another text", ast.Constant(f"~{node.value}")


def _branches(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Yield what becomes of statements and displays: a condition that is turned round, a reason that is dropped."""
    if isinstance(node, ast.If | ast.IfExp | ast.While) and not isinstance(node.test, ast.Compare | ast.UnaryOp):
        changed = copy.deepcopy(node)
        changed.test = ast.UnaryOp(op=ast.Not(), operand=changed.test)
        yield "the condition is turned round", changed
    if isinstance(node, ast.comprehension) and node.ifs:
        changed_comp = copy.deepcopy(node)
        changed_comp.ifs = []
        yield "the filter is left out", changed_comp
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Yield | ast.YieldFrom):
        empty = ast.YieldFrom(value=ast.Tuple(elts=[], ctx=ast.Load()))
        yield "nothing is yielded", ast.Expr(value=empty)
    if isinstance(node, ast.List | ast.Tuple | ast.Set) and len(node.elts) > 1 and isinstance(_ctx(node), ast.Load):
        for place in range(len(node.elts)):
            if isinstance(node.elts[place], ast.Starred | ast.Call):
                shorter = copy.deepcopy(node)
                del shorter.elts[place]
                yield f"element {place} is left out", shorter


def _ctx(node: ast.List | ast.Tuple | ast.Set) -> ast.AST:
    return getattr(node, "ctx", ast.Load())


def _put(tree: ast.Module, where: Where, changed: ast.AST) -> None:
    """Put a node in its place in a tree."""
    holder: ast.AST | list[ast.AST] = tree
    for step in where[:-1]:
        holder = holder[step] if isinstance(holder, list) else getattr(holder, str(step))  # type: ignore[index]
    last = where[-1]
    if isinstance(holder, list):
        holder[int(last)] = changed
    else:
        setattr(holder, str(last), changed)
