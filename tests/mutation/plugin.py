"""A pytest plugin that runs the collected tests against every mutant of the law: `-p tests.mutation.plugin`.

The tests run once as they are, to learn which functions each of them reaches. Then, for every mutant, a fork of this
process takes the broken function in the place of the good one and runs the tests that reach it, quickest first, until
one fails. What stands outside functions (the regime's data) is broken in a copy of the sources, in a new process.
"""

import ast
import inspect
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from types import CodeType, FrameType, FunctionType, ModuleType
from typing import Any

import pytest
from _pytest.runner import runtestprotocol
from hypothesis import HealthCheck, Phase, settings

from tests.mutation.mutate import Mutant, mutants_of
from tests.mutation.nursery import libraries

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "src"
LAW = SOURCES / "casustafel" / "convenant"
WORKERS = os.cpu_count() or 1
SECONDS = 60
ALL_TESTS = ("tests/convenant", "tests/articles")


@dataclass(frozen=True, slots=True)
class Place:
    """A mutant and the module that it is of."""

    module: str
    path: Path
    mutant: Mutant

    def __str__(self) -> str:
        """Name the place and the change, as a reader of the report needs it."""
        where = self.path.relative_to(SOURCES)
        return f"{where}:{self.mutant.line} {self.mutant.function or '(data)'}: {self.mutant.what}"


@dataclass(slots=True)
class Reach:
    """Which tests reach which function, and how long each test takes."""

    tests: defaultdict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(list))
    seconds: list[float] = field(default_factory=list)


class Nursery:
    """A process that runs the tests against broken copies; first those that noticed most of the same module."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.mutation.nursery"]
        clean = {name: value for name, value in os.environ.items() if not name.startswith("DJANGO_")}
        pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        self._process = subprocess.Popen(command, cwd=ROOT, env=clean, text=True, **pipes)
        self._noticed: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._tell(libraries())

    def notices(self, sources: Path, *, module: str) -> bool:
        """Tell whether some test fails with these sources."""
        known = [name for name, _times in self._noticed[module].most_common(2)]
        for tests in ([name] for name in known):
            if self._ask(sources, tests):
                self._noticed[module][tests[0]] += 1
                return True
        failed = self._ask(sources, list(ALL_TESTS))
        if failed.startswith("tests/"):
            self._noticed[module][failed] += 1
        return bool(failed)

    def _ask(self, sources: Path, tests: list[str]) -> str:
        self._tell({"sources": str(sources), "tests": tests, "seconds": SECONDS * 5})
        if self._process.stdout is None:
            raise RuntimeError("The nursery has no voice.")
        line: str = self._process.stdout.readline()
        if not line:
            raise RuntimeError("The nursery died: what it did not answer is no survivor.")
        return line.strip()

    def _tell(self, what: object) -> None:
        if self._process.stdin is None:
            raise RuntimeError("The nursery has no ears.")
        print(json.dumps(what), file=self._process.stdin, flush=True)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take the file for the report, and the names of the modules to break."""
    parser.addoption("--mutants-report", required=True)
    parser.addoption("--mutants-of", action="append", default=[])


def pytest_configure() -> None:
    """Let property tests look for a counterexample and not for the smallest one; the same way every time."""
    settings.register_profile(
        "mutants",
        phases=(Phase.explicit, Phase.generate),
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    settings.load_profile("mutants")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests of the rules themselves: those that touch no database."""
    items[:] = [item for item in items if item.get_closest_marker("django_db") is None]


def pytest_runtestloop(session: pytest.Session) -> bool:
    """Run the tests once, then against every mutant, and write the report."""
    reach = _learn(session)
    places = list(_all_places(session.config.getoption("--mutants-of")))
    survivors = _survivors(session, places, reach)
    total = Counter(place.module for place in places)
    left = Counter(place.module for place in survivors)
    report = {
        "mutants": len(places),
        "killed": len(places) - len(survivors),
        "modules": {name: {"mutants": n, "killed": n - left[name]} for name, n in sorted(total.items())},
        "survivors": sorted(map(str, survivors)),
    }
    Path(session.config.getoption("--mutants-report")).write_text(json.dumps(report, indent=1), encoding="utf-8")
    return True


def _law_modules(wanted: list[str]) -> Iterator[tuple[str, Path]]:
    for path in sorted(LAW.rglob("*.py")):
        name = ".".join(path.relative_to(SOURCES).with_suffix("").parts).removesuffix(".__init__")
        if not wanted or any(name.endswith(one) for one in wanted):
            yield name, path


def _all_places(wanted: list[str]) -> Iterator[Place]:
    for module, path in _law_modules(wanted):
        if "artikelen" in path.parts:
            continue  # texts for readers: tests/articles/test_register_of_articles.py looks at their statuses
        for mutant in mutants_of(path.read_text(encoding="utf-8")):
            yield Place(module, path, mutant)


# --- which test reaches what ---


def _learn(session: pytest.Session) -> Reach:
    """Run every test as it is; a test that fails without any mutant proves nothing."""
    reach = Reach()
    names = {str(path): module for module, path in _law_modules([])}
    for number, item in enumerate(session.items):
        seen: set[tuple[str, str]] = set()
        sys.settrace(_tracer(names, seen))
        begin = time.perf_counter()
        reports = runtestprotocol(item, log=False, nextitem=None)
        sys.settrace(None)
        reach.seconds.append(time.perf_counter() - begin)
        if any(report.failed for report in reports):
            pytest.exit(f"{item.nodeid} fails without any mutant.", returncode=1)
        for place in seen:
            reach.tests[place].append(number)
    return reach


def _tracer(names: dict[str, str], seen: set[tuple[str, str]]) -> Any:
    def trace(frame: FrameType, _event: str, _arg: object) -> None:
        module = names.get(frame.f_code.co_filename)
        if module is not None:
            seen.add((module, frame.f_code.co_qualname.partition(".<locals>")[0]))

    return trace


# --- mutants, side by side ---


def _survivors(session: pytest.Session, places: list[Place], reach: Reach) -> list[Place]:
    """Deal the mutants out over as many forks as there are processors; each tells the numbers of the survivors."""
    pipes = []
    for worker in range(WORKERS):
        read, write = os.pipe()
        if os.fork() == 0:
            os.close(read)
            nursery = Nursery()
            dealt = range(worker, len(places), WORKERS)
            alive = [n for n in dealt if not _is_killed(session, places[n], reach, nursery)]
            with os.fdopen(write, "w") as out:
                json.dump(alive, out)
            os._exit(0)
        os.close(write)
        pipes.append(read)
    numbers: list[int] = []
    for read in pipes:
        with os.fdopen(read) as told:
            numbers += json.load(told)
        os.wait()
    return [places[n] for n in sorted(numbers)]


def _is_killed(session: pytest.Session, place: Place, reach: Reach, nursery: Nursery) -> bool:
    """Tell whether some test notices this mutant; one that never ends, or that cannot be imported, is noticed."""
    tests = sorted(reach.tests[place.module, place.mutant.function], key=lambda number: reach.seconds[number])
    if not tests:  # data, or a function that made some while its module was read
        return _is_data_noticed(place, nursery)
    child = os.fork()
    if child == 0:
        _silence()
        os._exit(_run_broken(session, place, tests))
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return status != 0
        time.sleep(0.002)
    os.kill(child, 9)
    os.waitpid(child, 0)
    return True


def _silence() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


def _run_broken(session: pytest.Session, place: Place, tests: list[int]) -> int:
    try:
        _break(place)
        for number in tests:
            if any(report.failed for report in runtestprotocol(session.items[number], log=False, nextitem=None)):
                return 1
    except BaseException:  # noqa: BLE001  # whatever it does, the mutant was noticed
        return 1
    return 0


def _break(place: Place) -> None:
    """Put the broken code into the function, wherever that function is known by then."""
    whole = compile(place.mutant.tree, str(place.path), "exec")
    broken = _code_of(whole, place.mutant.function)
    _function_of(import_module(place.module), place.mutant.function).__code__ = broken


def _code_of(code: CodeType, name: str) -> CodeType:
    for part in name.split("."):
        code = next(one for one in code.co_consts if isinstance(one, CodeType) and one.co_name == part)
    return code


def _function_of(module: ModuleType, name: str) -> FunctionType:
    found: Any = module
    for part in name.split("."):
        found = inspect.getattr_static(found, part)
    found = found.fget if isinstance(found, property) else found
    found = found.__func__ if isinstance(found, staticmethod | classmethod) else found
    function: FunctionType = inspect.unwrap(found)
    return function


def _is_data_noticed(place: Place, nursery: Nursery) -> bool:
    """Run the tests of the rules against a copy of the sources in which the data is broken."""
    with tempfile.TemporaryDirectory() as folder:
        copied = Path(folder) / "src"
        shutil.copytree(SOURCES, copied, copy_function=os.link, ignore=shutil.ignore_patterns("static"))
        broken = copied / place.path.relative_to(SOURCES)
        broken.unlink()
        broken.write_text(ast.unparse(place.mutant.tree), encoding="utf-8")
        return nursery.notices(copied, module=place.module)
