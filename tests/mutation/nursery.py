"""Run the tests of the rules against copies of the sources, each in a fork of a process that knows only the libraries.

It reads a line of JSON per copy, with the folder of the sources and the tests to run, and answers with a line: the file
of the first test that failed, or nothing if all passed. Hundreds of runs are spared the import of the libraries.
"""

import contextlib
import importlib
import json
import os
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OWN = frozenset({"casustafel", "tests"})
OPTIONS = ("-q", "-x", "-p", "no:cacheprovider", "-p", "tests.mutation.quick")
# The plugins were imported before pytest could rewrite their assertions; they are not what is tested.
QUIET = ("-W", "ignore::pytest.PytestAssertRewriteWarning")
NO_TEST = "(no test at all)"


class Noticing:
    """A plugin of pytest that remembers in which file the first test failed, at collection too."""

    def __init__(self) -> None:
        self.failed = ""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Look at a test."""
        self._note(report)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Look at a file that is read."""
        self._note(report)

    def _note(self, report: pytest.TestReport | pytest.CollectReport) -> None:
        if report.failed and not self.failed:
            self.failed = report.nodeid.partition("::")[0]


def libraries() -> list[str]:
    """Name the modules that this process has loaded and that are not the product's own."""
    return sorted(name for name, module in sys.modules.items() if _is_library(name, getattr(module, "__file__", "")))


def _is_library(name: str, place: str | None) -> bool:
    return name.partition(".")[0] not in OWN and "site-packages" in (place or "")


def run(sources: str, tests: list[str], *, seconds: float) -> str:
    """Run tests against a copy of the sources; gives the file of the first that failed, some text if it never ends."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        _silence()
        sys.path[:0] = [sources, str(ROOT)]
        noticing = Noticing()
        code = int(pytest.main([*OPTIONS, *QUIET, *tests], plugins=[noticing]))
        os.write(write, (noticing.failed if code else "").encode())
        os._exit(code)
    os.close(write)
    code = _wait(child, seconds=seconds)
    with os.fdopen(read) as told:
        return told.read() or ("" if code == 0 else NO_TEST)


def _wait(child: int, *, seconds: float) -> int:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.01)
    os.kill(child, 9)
    os.waitpid(child, 0)
    return 1


def _silence() -> None:
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in range(3):
        os.dup2(nowhere, number)


def main() -> None:
    """Load the libraries named in the first line, then answer each line."""
    os.chdir(ROOT)
    sys.dont_write_bytecode = True
    for name in json.loads(sys.stdin.readline()):
        with contextlib.suppress(Exception):  # some can be loaded only by the one that uses them
            importlib.import_module(name)
    known = [name for name in sys.modules if name.startswith("casustafel")]
    if known:
        raise RuntimeError(f"A fork would not see the broken copy of {known[0]}.")
    for line in sys.stdin:
        asked = json.loads(line)
        sys.stdout.write(run(asked["sources"], asked["tests"], seconds=asked["seconds"]) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
