"""Compare the product with the peer: `python -m bench.run`. See README.md here."""

import argparse
import fcntl
import json
import os
import platform
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from bench import report, wrk
from bench.drive import BadAnswer, Contestant, Figures, Pace, check, measure
from bench.filling import copied, filled
from bench.report import BASE, LATENCY_CLIENTS, PRODUCT, RATE_CLIENTS
from bench.request import Operation
from bench.server import ServerDied, free_port
from bench.side import ROOT, Casustafel, Peer, Side

# Fewer, and the worker of the peer does not see a page of fifty.
LEAST_SIZE = 1_000


def main(words: Sequence[str]) -> int:
    """Measure and print; return 0 when done, 1 when it could not be done. argparse exits with 2 on wrong use."""
    arguments = parser().parse_args(words)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # an orderly end stops the servers
    problem = wrk.missing()
    if problem:
        print(problem, file=sys.stderr)
        return 1
    arguments.data.mkdir(parents=True, exist_ok=True)
    try:
        with alone(arguments.data):
            compare(arguments)
    except (BadAnswer, ServerDied, subprocess.SubprocessError) as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


def parser() -> argparse.ArgumentParser:
    """Return the options."""
    result = argparse.ArgumentParser(prog="python -m bench.run", description=__doc__)
    add = result.add_argument
    add("--sizes", type=sizes, default=[1_000, 10_000], metavar="N,N", help="cases a side (1000,10000)")
    add("--sides", type=sides, default=[BASE, PRODUCT], metavar="NAME,NAME", help=f"only these ({BASE},{PRODUCT})")
    add("--seconds", type=int, default=4, metavar="N", help="length of a run (4)")
    add("--rounds", type=int, default=5, metavar="N", help="runs of each side that are kept (5)")
    add("--minutes", type=float, default=30, metavar="N", help="after so many of measuring, one round must do (30)")
    add("--data", type=Path, default=ROOT / "data" / "bench", metavar="DIR", help="where everything is made")
    add("--json", type=Path, metavar="FILE", help="write every run to this file")
    return result


def sizes(text: str) -> list[int]:
    """Read sizes, smallest first."""
    found = sorted({int(word) for word in text.split(",")})
    if found[0] < LEAST_SIZE:
        raise argparse.ArgumentTypeError(f"a size is at least {LEAST_SIZE:,}")
    return found


def sides(text: str) -> list[str]:
    """Read the names of sides."""
    found = text.split(",")
    if not {BASE, PRODUCT}.issuperset(found):
        raise argparse.ArgumentTypeError(f"the sides are {BASE} and {PRODUCT}")
    return found


@contextmanager
def alone(data: Path) -> Iterator[None]:
    """Wait until no other bench works in this folder."""
    with (data / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def compare(arguments: argparse.Namespace) -> None:
    """Serve every side at every size at once, let them take turns, and print what came out."""
    home = arguments.data.resolve()
    chosen = runnable([side for side in (Peer(home), Casustafel()) if side.name in arguments.sides])
    with ExitStack() as stack:
        contestants = [served(side, size=size, home=home, stack=stack) for size in arguments.sizes for side in chosen]
        deadline = time.monotonic() + 60 * arguments.minutes
        pace = Pace(seconds=arguments.seconds, rounds=arguments.rounds, deadline=deadline)
        figures = measured(contestants, pace=pace, scratch=home / "running")
    told = circumstances(pace)
    print("  ".join(f"{name}: {value}" for name, value in told.items()), end="\n\n")
    print(report.as_text(figures, contestants=contestants))
    if arguments.json:
        whole = {**told, **report.as_json(figures, contestants=contestants)}
        arguments.json.write_text(json.dumps(whole, indent=1) + "\n", encoding="utf-8")


def runnable(wanted: Sequence[Side]) -> list[Side]:
    """Return the sides that can run; tell what the others lack."""
    lacks = {side.name: side.missing() for side in wanted}
    for name, lack in lacks.items():
        if lack:
            print(f"{name} is left out: {lack}", file=sys.stderr)
    result = [side for side in wanted if not lacks[side.name]]
    if not result:
        sys.exit("There is no side to run.")
    return result


def served(side: Side, *, size: int, home: Path, stack: ExitStack) -> Contestant:
    """Install, fill and start a side, until the stack closes; check that it answers as it should."""
    side.install()
    data = stack.enter_context(copied(filled(side, size=size, home=home), home=home))
    server = stack.enter_context(side.serve(data=data, port=free_port()))
    contestant = Contestant(side.name, size, server, side.requests(data=data, size=size))
    check(contestant)
    return contestant


def measured(contestants: Sequence[Contestant], *, pace: Pace, scratch: Path) -> dict[tuple[Operation, int], Figures]:
    """Measure every operation, those that write last, for they change the size."""
    result = {}
    for operation in Operation:
        for clients in (LATENCY_CLIENTS, RATE_CLIENTS):
            print(f"Measuring {operation}, clients: {clients}", file=sys.stderr, flush=True)
            result[operation, clients] = measure(
                contestants, operation=operation, clients=clients, pace=pace, scratch=scratch
            )
    return result


def circumstances(pace: Pace) -> dict[str, object]:
    """Return what a figure means nothing without."""
    return {
        "commit": commit(),
        "at": f"{datetime.now(UTC):%Y-%m-%dT%H:%M}Z",
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "seconds": pace.seconds,
        "rounds": pace.rounds,
    }


def commit() -> str:
    """Return the commit of this checkout, with a plus sign if files differ from it."""
    command = ["git", "describe", "--always", "--abbrev=12", "--exclude=*", "--dirty=+"]
    done = subprocess.run(command, cwd=ROOT, check=False, text=True, capture_output=True)
    return done.stdout.strip() or "unknown"


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
