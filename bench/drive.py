"""The load: short runs that take turns between servers, and what they gave."""

import itertools
import json
import statistics
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import wrk
from bench.foreign import Meter
from bench.request import UNIQUE, Operation, Requests
from bench.server import Server

WARM_SECONDS = 1
# A round in which others used more than this many cores is noisy, and one more is run, up to twice as many as asked.
QUIET = 0.2


class BadAnswer(Exception):
    """A server does not do what is to be measured."""


@dataclass(frozen=True, slots=True)
class Contestant:
    """A side at a size, being served."""

    side: str
    size: int
    server: Server
    requests: Mapping[Operation, Requests]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How long and how often: seconds a run, rounds, and the moment (monotonic) after which one round must do."""

    seconds: int
    rounds: int
    deadline: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """What one run gave: milliseconds, requests a second, and the cores that others used meanwhile."""

    p50_ms: float
    p95_ms: float
    rate: float
    requests: int
    foreign: float


# A sample of each contestant, in their order, taken one after the other.
Round = tuple[Sample, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured of one operation with so many clients: the rounds that were kept."""

    operation: Operation
    clients: int
    rounds: Sequence[Round]

    def samples(self, place: int) -> list[Sample]:
        """Return the samples of the contestant at this place."""
        return [one[place] for one in self.rounds]

    def p50_ms(self, place: int) -> float:
        """Return the median of the runs' median milliseconds."""
        return statistics.median(sample.p50_ms for sample in self.samples(place))

    def p95_ms(self, place: int) -> float:
        """Return the median of the milliseconds that 95 % of a run stayed under."""
        return statistics.median(sample.p95_ms for sample in self.samples(place))

    def rate(self, place: int) -> float:
        """Return the median of requests a second."""
        return statistics.median(sample.rate for sample in self.samples(place))

    def ratios(self, *, place: int, base: int) -> list[float]:
        """Return for each round how many times the requests a second of `base` the one at `place` answered."""
        return [one[place].rate / one[base].rate for one in self.rounds]


def check(contestant: Contestant) -> None:
    """Send one request of each operation, and refuse a server that answers otherwise than it should."""
    for operation, requests in contestant.requests.items():
        body = requests.body and requests.body.replace(UNIQUE, f"check-{time.time_ns():x}")
        status, answer = contestant.server.ask(requests.method, requests.paths[0], headers=requests.headers, body=body)
        is_right = status == requests.status and (requests.rows is None or _rows(answer) == requests.rows)
        if not is_right:
            wanted = f"{requests.status}" + (f" and {requests.rows} rows" if requests.rows else "")
            begin = answer[:500].decode(errors="replace")
            raise BadAnswer(f"{contestant.side}, {operation}: wanted status {wanted}, got {status}: {begin}")


def _rows(answer: bytes) -> int:
    """Return the length of the longest list in a JSON answer: the answer itself, or one of its members."""
    value = json.loads(answer)
    members = value.values() if isinstance(value, dict) else [value]
    return max((len(member) for member in members if isinstance(member, list)), default=0)


def measure(
    contestants: Sequence[Contestant], *, operation: Operation, clients: int, pace: Pace, scratch: Path
) -> Figures:
    """Warm up, then let the contestants take turns, round after round; keep the quietest rounds."""
    sessions = frozenset(each.server.session for each in contestants)
    works = [
        wrk.write(each.requests[operation], path=scratch / f"work-{place}.lua")
        for place, each in enumerate(contestants)
    ]

    def turn(seed: int, seconds: int) -> Round:
        return tuple(
            _sample(work, server=each.server, clients=clients, seconds=seconds, seed=seed, sessions=sessions)
            for each, work in zip(contestants, works, strict=True)
        )

    turn(0, WARM_SECONDS)
    rounds: list[Round] = []
    for seed in itertools.count(1):
        rounds.append(turn(seed, pace.seconds))
        if _is_enough(rounds, pace=pace):
            break
    return Figures(operation, clients, sorted(rounds, key=_noise)[: pace.rounds])


def _is_enough(rounds: Sequence[Round], *, pace: Pace) -> bool:
    """Return whether there are enough quiet rounds, or no time for more."""
    quiet = sum(_noise(one) <= QUIET for one in rounds)
    return quiet >= pace.rounds or len(rounds) >= 2 * pace.rounds or time.monotonic() > pace.deadline


def _noise(one: Round) -> float:
    """Return the cores that others used in the noisiest run of a round."""
    return max(sample.foreign for sample in one)


def _sample(work: Path, *, server: Server, clients: int, seconds: int, seed: int, sessions: frozenset[int]) -> Sample:
    """Run wrk once, against one server, and see what others did meanwhile."""
    before = Meter.read(sessions)
    result = wrk.run(work, port=server.port, clients=clients, seconds=seconds, seed=seed)
    foreign = Meter.read(sessions).cores_since(before)
    if result.refused or result.broken or not result.requests:
        raise BadAnswer(f"Under load not every request is answered well: {result}")
    return Sample(
        p50_ms=result.p50_ms,
        p95_ms=result.p95_ms,
        rate=result.rate,
        requests=result.requests,
        foreign=round(foreign, 2),
    )
