"""wrk, the load generator: one short run of it against one server."""

import json
import shutil
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.request import Requests
from bench.server import HOST

SCRIPT = Path(__file__).with_name("wrk.lua")
# Longer than the peer waits for SQLite's writer lock.
TIMEOUT_SECONDS = 40
RESULT = "RESULT "


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What wrk counted: milliseconds, requests a second, and how many requests were refused or broke off."""

    p50_ms: float
    p95_ms: float
    rate: float
    requests: int
    refused: int
    broken: int


def missing() -> str | None:
    """Return what to do if wrk is not installed."""
    if shutil.which("wrk"):
        return None
    return "The bench needs wrk, which is not installed (Debian: apt-get install wrk)."


def run(work: Path, *, port: int, clients: int, seconds: int, seed: int) -> Result:
    """Send the requests that `write` wrote, one at a time per client; the seed decides their order."""
    options = ["-t1", f"-c{clients}", f"-d{seconds}s", "--timeout", f"{TIMEOUT_SECONDS}s", "-s", str(SCRIPT)]
    arguments = [f"http://{HOST}:{port}", "--", str(work), str(seed), f"{time.time_ns():x}"]
    limit = seconds + 2 * TIMEOUT_SECONDS
    done = subprocess.run(["wrk", *options, *arguments], check=True, capture_output=True, text=True, timeout=limit)
    return Result(**json.loads(done.stdout.partition(RESULT)[2].partition("\n")[0]))


def write(requests: Requests, *, path: Path) -> Path:
    """Write requests as the Lua file that wrk.lua reads; return the path."""
    path.write_text("".join(_lua(requests)), encoding="ascii")
    return path


def _lua(requests: Requests) -> Iterator[str]:
    """Yield the lines of a Lua file that returns a table."""
    yield f"return {{\n  method = {_quoted(requests.method)},\n  paths = {{\n"
    yield from (f"    {_quoted(path)},\n" for path in requests.paths)
    yield "  },\n  headers = {\n"
    yield from (f"    [{_quoted(name)}] = {_quoted(value)},\n" for name, value in requests.headers.items())
    yield "  },\n"
    if requests.body is not None:
        yield f"  body = {_quoted(requests.body)},\n"
    yield "}\n"


def _quoted(text: str) -> str:
    """Return a text as a Lua string. That of JSON is one, as long as it is ASCII."""
    return json.dumps(text, ensure_ascii=False)
