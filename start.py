#!/usr/bin/env python3
"""Set up this checkout and go: the one command that a fresh machine needs.

Standard library only, and no syntax that an old Python cannot read, so that it can say which Python is wanted.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(f"Casustafel needs Python 3.11 or newer; this is Python {sys.version_info[0]}.{sys.version_info[1]}.")

import concurrent.futures
import ctypes.util
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / "bin"
STAMP = VENV / "casustafel-setup.json"
REQUIREMENTS = ROOT / "requirements"

USAGE = """\
usage: python3 start.py COMMAND

  demo [--data DIR] [--port N] [--on DATE]   set up, load the invented municipality, serve it
  serve ...                                  set up and serve; the options are those of `casustafel serve`
  test ...                                   set up and run the tests; more arguments go to pytest
  check                                      set up and run all but the tests: format, lint, types, imports, ...
  long [NAME]                                set up and run a test of hours, with a result as JSON
"""

# What some tests need of the system: programs of which one must be there, and the Debian package that has it.
SYSTEM_PACKAGES = (
    (("chromium", "chromium-browser", "google-chrome"), "chromium", "tests in a real browser"),
    (("initdb", "pg_ctlcluster"), "postgresql", "tests on PostgreSQL, each on a server of its own"),
    (("softhsm2-util",), "softhsm2", "tests of a master key in a hardware security module"),
)
# What the product needs of the system for one thing that it does: libraries, the Debian packages, and for what.
SYSTEM_LIBRARIES = ((("pango-1.0", "pangoft2-1.0"), "libpango-1.0-0 libpangoft2-1.0-0", "PDF of letters and texts"),)

Command = list[str]


# --- set-up ---


def set_up(level: str) -> None:
    """Bring .venv up to what `level` needs, doing only what changed since the last start.

    `level` is "run" (to serve) or "test" (the tests and checks as well). A checkout set up for "test" stays so.
    """
    stamps = read_stamps()
    if stamps.get("level") == "test":
        level = "test"
    if stamps.get("base") != base_stamp():
        make_venv()
        stamps = {"base": base_stamp()}
        write_stamps(stamps)
    for name, stamp, step in STEPS:
        if stamps.get(name) != stamp(level):
            step(level)
            stamps[name] = stamp(level)
            write_stamps(stamps)
    if stamps.get("level") != level:
        write_stamps({**stamps, "level": level})


def read_stamps() -> dict[str, str]:
    """Return what the last set-up noted of its inputs; nothing if there was none."""
    try:
        stamps: dict[str, str] = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamps


def write_stamps(stamps: dict[str, str]) -> None:
    """Note the inputs of the steps done so far."""
    STAMP.write_text(json.dumps(stamps, indent=1) + "\n", encoding="utf-8")


def digest(*words: str, files: Iterable[Path] = ()) -> str:
    """Return one hash over words and the names and contents of files."""
    total = hashlib.sha256()
    for word in words:
        total.update(f"{len(word)}:{word};".encode())
    for path in sorted(files):
        content = path.read_bytes()
        total.update(f"{path.relative_to(ROOT)}:{len(content)};".encode() + content)
    return total.hexdigest()


def base_stamp() -> str:
    """Hash what a venv cannot survive: another Python, another place."""
    return digest(sys.version, sys.base_prefix, str(VENV))


def python_stamp(level: str) -> str:
    """Hash what decides the Python packages."""
    return digest(level, files=[REQUIREMENTS / f"{level}.txt", REQUIREMENTS / "uv.txt", ROOT / "pyproject.toml"])


def npm_stamp(level: str) -> str:
    """Hash what decides the npm packages; a folder that was removed counts as changed."""
    there = str((ROOT / "node_modules").is_dir())
    return digest(level, there, files=[ROOT / "package.json", ROOT / "package-lock.json", ROOT / ".npmrc"])


def messages_stamp(_level: str) -> str:
    """Hash the catalogues; a compiled one that was removed counts as changed."""
    found = catalogues()
    there = str([path.with_suffix(".mo").is_file() for path in found])
    return digest(there, files=found)


def catalogues() -> list[Path]:
    """Return the catalogues of translated messages in the sources."""
    return sorted((ROOT / "src" / "casustafel").glob("**/locale/*/LC_MESSAGES/*.po"))


def make_venv() -> None:
    """Make .venv anew, with nothing but pip."""
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        sys.exit("This Python lacks its venv module. On Debian or Ubuntu: apt-get install python3-venv")
    say("Setting up .venv (the first time takes about a minute)")
    shutil.rmtree(VENV, ignore_errors=True)
    run([sys.executable, "-m", "venv", str(VENV)])


def install_python(level: str) -> None:
    """Install exactly the pinned packages, each checked against its hash, and this project in place."""
    say(f"Installing the Python packages of requirements/{level}.txt")
    pip = [str(BIN / "python"), "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--require-hashes"]
    run([*pip, "-r", str(REQUIREMENTS / "uv.txt")])
    wanted = [str(REQUIREMENTS / f"{level}.txt"), str(REQUIREMENTS / "uv.txt")]
    uv = [str(BIN / "uv"), "pip", "sync", "--quiet", "--require-hashes", "--python", str(BIN / "python")]
    if subprocess.run([*uv, *wanted], env=environment(), cwd=ROOT, check=False).returncode:
        say("uv could not; trying pip, which reads pip's own configuration")
        run([*pip, "-r", wanted[0], "-r", wanted[1]])
    project = ["--no-deps", "--no-build-isolation", "--editable", str(ROOT)]
    run([str(BIN / "uv"), "pip", "install", "--quiet", "--offline", "--python", str(BIN / "python"), *project])


def install_npm(level: str) -> None:
    """Fetch exactly the locked npm packages, with the Node that came as a wheel; no script of theirs is run."""
    say("Fetching the npm packages of package-lock.json")
    omit = [] if level == "test" else ["--omit=dev"]
    run([str(BIN / "npm"), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", *omit])
    (ROOT / "node_modules").mkdir(exist_ok=True)


def compile_messages(_level: str) -> None:
    """Compile the catalogues that Django reads."""
    for path in catalogues():
        target = str(path.with_suffix(".mo"))
        run([str(BIN / "pybabel"), "--quiet", "compile", "--input-file", str(path), "--output-file", target])


# The steps of the set-up: its name, what it depends on, how it is done.
STEPS: tuple[tuple[str, Callable[[str], str], Callable[[str], None]], ...] = (
    ("python", python_stamp, install_python),
    ("npm", npm_stamp, install_npm),
    ("messages", messages_stamp, compile_messages),
)


def environment() -> dict[str, str]:
    """Return this environment with .venv in front, and pip's settings of where and how handed on to uv."""
    result = dict(os.environ)
    result["PATH"] = str(BIN) + os.pathsep + result.get("PATH", os.defpath)
    result["VIRTUAL_ENV"] = str(VENV)
    result.pop("PYTHONHOME", None)
    for ours, theirs in (("PIP_INDEX_URL", "UV_DEFAULT_INDEX"), ("PIP_CERT", "SSL_CERT_FILE")):
        if ours in result:
            result.setdefault(theirs, result[ours])
    return result


def run(command: Command) -> None:
    """Run a step of the set-up; say which one failed and stop if it does."""
    code = subprocess.run(command, env=environment(), cwd=ROOT, check=False, stdout=sys.stderr).returncode
    if code:
        sys.exit(f"The set-up failed (exit code {code}) at: {' '.join(command)}")


def say(text: str) -> None:
    """Tell the person at the terminal, leaving standard output to the program."""
    print(text, file=sys.stderr, flush=True)


def replace_by(command: Command) -> int:
    """Become the given program, so that its signals and exit code are its own."""
    sys.stdout.flush()
    os.execve(command[0], command, environment())  # never returns


# --- commands ---


def demo(arguments: Command) -> int:
    """Load the invented municipality and serve it."""
    set_up("run")
    for line in missing_libraries():
        say(line)
    return replace_by([str(BIN / "python"), "-m", "casustafel", "demo", "run", *arguments])


def serve(arguments: Command) -> int:
    """Serve this installation."""
    set_up("run")
    for line in missing_libraries():
        say(line)
    return replace_by([str(BIN / "python"), "-m", "casustafel", "serve", *arguments])


def test(arguments: Command) -> int:
    """Run the tests, after saying which of them this machine cannot run."""
    set_up("test")
    for line in missing_packages():
        say(line)
    return replace_by([str(BIN / "python"), "-m", "pytest", "-n", "2", "--dist", "loadfile", *arguments])


def missing_packages() -> list[str]:
    """Return a line for each system package that some tests need and that is not here."""
    programs = [
        f"{package} is not installed (Debian: apt-get install {package}): {tests} will be skipped."
        for programs, package, tests in SYSTEM_PACKAGES
        if not any(shutil.which(program) for program in programs)
    ]
    return programs + [line.replace("cannot be made", "will be skipped") for line in missing_libraries()]


def missing_libraries() -> list[str]:
    """Return a line for each system library that the product wants and that is not here."""
    return [
        f"{package} is not installed (Debian: apt-get install {package}): {what} cannot be made."
        for libraries, package, what in SYSTEM_LIBRARIES
        if not all(ctypes.util.find_library(library) for library in libraries)
    ]


def check(_arguments: Command) -> int:
    """Run every check to its end, print each one's name and result, and fail if one failed."""
    set_up("test")
    failed = []
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        results = [(name, pool.submit(run_check, command)) for name, command in checks()]
        for name, result in results:
            code, output, seconds = result.result()
            print(f"{'ok    ' if code == 0 else 'FAILED'}  {name}  ({seconds:.1f} s)", flush=True)
            if code:
                failed.append(name)
            if code or "skipped" in output:
                print(output.rstrip(), flush=True)
    print(f"{len(results)} checks, {len(failed)} failed" + (": " + ", ".join(failed) if failed else ""))
    return 1 if failed else 0


def checks() -> list[tuple[str, Command]]:
    """Return the checks: a name and a command each. The slowest comes first, for they run two at a time."""
    python = str(BIN / "python")
    tools = [
        ("types", [str(BIN / "mypy")]),
        ("format", [str(BIN / "ruff"), "format", "--check", "."]),
        ("lint", [str(BIN / "ruff"), "check", "."]),
        ("imports", [str(BIN / "lint-imports"), "--no-cache"]),
        ("house rules", [python, "-m", "checks.house"]),
        ("messages", [python, "-m", "checks.messages"]),
        ("addresses", [python, "-m", "checks.addresses"]),
        ("docs", [python, "-m", "checks.docs"]),
        ("spelling", [str(BIN / "codespell")]),
        ("licences", [str(BIN / "reuse"), "lint", "--lines"]),
    ]
    # djlint calls it a failure to find no file.
    if any((ROOT / "src").glob("**/templates/**/*.html")):
        tools.append(("templates", [str(BIN / "djlint"), "src", "--lint", "--quiet"]))
    return tools


def run_check(command: Command) -> tuple[int, str, float]:
    """Run one check; return its exit code, what it printed and the seconds it took."""
    begin = time.monotonic()
    done = subprocess.run(
        command, env=environment(), cwd=ROOT, check=False, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    return done.returncode, done.stdout, time.monotonic() - begin


def long(arguments: Command) -> int:
    """Run the tests of hours whose name matches, or all; print the result and the commit as JSON."""
    name = arguments[0] if arguments else ""
    found = sorted(path.stem.removeprefix("test_") for path in (ROOT / "tests" / "long").glob("test_*.py"))
    chosen = [run for run in found if name in run]
    if not chosen:
        say(f"There is no long run named {name or '(any)'}. There are: {', '.join(found) or 'none yet'}.")
        return 2
    set_up("test")
    begin = time.monotonic()
    files = [f"tests/long/test_{run}.py" for run in chosen]
    pytest = [str(BIN / "python"), "-m", "pytest", *files]
    code = subprocess.run(pytest, env=environment(), cwd=ROOT, check=False, stdout=sys.stderr).returncode
    seconds = round(time.monotonic() - begin, 1)
    result = {"runs": chosen, "passed": code == 0, "seconds": seconds, "commit": commit(), "figures": figures(chosen)}
    print(json.dumps(result))
    return code


def figures(chosen: Iterable[str]) -> dict[str, object]:
    """Return what each run wrote to results/NAME.json, if it did."""
    written = {run: ROOT / "results" / f"{run}.json" for run in chosen}
    return {run: json.loads(path.read_text(encoding="utf-8")) for run, path in written.items() if path.exists()}


def commit() -> str:
    """Return the commit of this checkout, with a plus sign if files differ from it."""
    described = subprocess.run(
        ["git", "describe", "--always", "--abbrev=40", "--exclude=*", "--dirty=+"],
        cwd=ROOT,
        check=False,
        text=True,
        capture_output=True,
    )
    return described.stdout.strip() or "unknown"


def main(arguments: Command) -> int:
    """Run the command that the arguments name; return its exit code (2: wrong use)."""
    commands: dict[str, Callable[[Command], int]] = {
        "demo": demo,
        "serve": serve,
        "test": test,
        "check": check,
        "long": long,
    }
    if not arguments or arguments[0] not in commands:
        asked = bool(arguments) and arguments[0] in {"-h", "--help", "help"}
        print(USAGE, end="", file=sys.stdout if asked else sys.stderr)
        return 0 if asked else 2
    return commands[arguments[0]](arguments[1:])


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
