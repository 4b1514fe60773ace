"""What came out, as a table for people and as JSON."""

import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import product

from bench.drive import QUIET, Contestant, Figures
from bench.request import Operation

# How many times the requests a second of the peer the product must answer.
AT_LEAST: Mapping[Operation, float] = {Operation.LIST: 6.0, Operation.ONE: 2.0, Operation.CREATE: 2.0}
# At the largest size, the least part of the requests a second at the smallest.
AT_LEAST_GROWN = 0.8
BASE, PRODUCT = "peer", "casustafel"
# Latency is read with one client, throughput with four.
LATENCY_CLIENTS, RATE_CLIENTS = 1, 4

Figure = Mapping[tuple[Operation, int], Figures]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One operation on one side at one size: milliseconds at one client, requests a second at four."""

    operation: Operation
    side: str
    size: int
    p50_ms: float
    p95_ms: float
    rate: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How many times the requests a second of one thing another answers: the median of the rounds, and their ends."""

    operation: Operation
    what: str
    ratio: float
    least: float
    most: float
    bound: float | None

    @property
    def verdict(self) -> str:
        """Say whether the bound is kept."""
        if self.bound is None:
            return ""
        return f"at least {self.bound:g}: {'met' if self.ratio >= self.bound else 'MISSED'}"


def lines(figures: Figure, *, contestants: Sequence[Contestant]) -> Iterator[Line]:
    """Yield what was measured, per operation, size and side."""
    for operation, (place, each) in product(Operation, enumerate(contestants)):
        latency, rate = figures[operation, LATENCY_CLIENTS], figures[operation, RATE_CLIENTS]
        yield Line(
            operation=operation,
            side=each.side,
            size=each.size,
            p50_ms=round(latency.p50_ms(place), 2),
            p95_ms=round(latency.p95_ms(place), 2),
            rate=round(rate.rate(place), 1),
        )


def comparisons(figures: Figure, *, contestants: Sequence[Contestant]) -> Iterator[Comparison]:
    """Yield the product beside the peer at each size, and each side at the largest size beside the smallest."""
    places = {(each.side, each.size): place for place, each in enumerate(contestants)}
    sizes = sorted({each.size for each in contestants})
    for operation in Operation:
        found = figures[operation, RATE_CLIENTS]
        for size in sizes:
            if {(BASE, size), (PRODUCT, size)} <= places.keys():
                ratios = found.ratios(place=places[PRODUCT, size], base=places[BASE, size])
                what = f"{PRODUCT} / {BASE} at {size:,}"
                yield _comparison(operation, what=what, ratios=ratios, bound=AT_LEAST[operation])
        for side in sorted({each.side for each in contestants}) if len(sizes) > 1 else ():
            ratios = found.ratios(place=places[side, sizes[-1]], base=places[side, sizes[0]])
            bound = AT_LEAST_GROWN if side == PRODUCT else None
            yield _comparison(operation, what=f"{side}: {sizes[-1]:,} / {sizes[0]:,}", ratios=ratios, bound=bound)


def _comparison(operation: Operation, *, what: str, ratios: Sequence[float], bound: float | None) -> Comparison:
    """Return the median of ratios with their least and most."""
    return Comparison(
        operation=operation,
        what=what,
        ratio=round(statistics.median(ratios), 2),
        least=round(min(ratios), 2),
        most=round(max(ratios), 2),
        bound=bound,
    )


def foreign(figures: Figure) -> list[float]:
    """Return the cores that others used, in each run that was kept."""
    return [sample.foreign for found in figures.values() for one in found.rounds for sample in one]


def as_text(figures: Figure, *, contestants: Sequence[Contestant]) -> str:
    """Return the table."""
    return "\n".join(_text(figures, contestants=contestants))


def _text(figures: Figure, *, contestants: Sequence[Contestant]) -> Iterator[str]:
    """Yield the lines of the table."""
    yield f"{'operation':<10}{'size':>10}  {'side':<12}{'p50 ms':>9}{'p95 ms':>9}{'req/s':>9}"
    for line in lines(figures, contestants=contestants):
        measured = f"{line.p50_ms:>9.1f}{line.p95_ms:>9.1f}{line.rate:>9.1f}"
        yield f"{line.operation:<10}{line.size:>10,}  {line.side:<12}{measured}"
    found = list(comparisons(figures, contestants=contestants))
    if found:
        yield f"\n{'operation':<10}{'requests a second':<34}{'ratio':>7}  {'rounds':<14}bound"
    for each in found:
        spread = f"{each.least:.2f}-{each.most:.2f}"
        yield f"{each.operation:<10}{each.what:<34}{each.ratio:>7.2f}  {spread:<14}{each.verdict}".rstrip()
    cores = foreign(figures)
    typical = statistics.median(cores)
    advice = " Too noisy: indicative only." if typical > QUIET else ""
    yield f"\nOthers used {typical:.2f} cores (median of the runs), {max(cores):.2f} at most.{advice}"


def as_json(figures: Figure, *, contestants: Sequence[Contestant]) -> dict[str, object]:
    """Return everything, down to each run."""
    return {
        "lines": [asdict(line) for line in lines(figures, contestants=contestants)],
        "comparisons": [
            {**asdict(each), "verdict": each.verdict} for each in comparisons(figures, contestants=contestants)
        ],
        "runs": [
            {"operation": found.operation, "clients": found.clients, "side": each.side, "size": each.size}
            | {"samples": [asdict(sample) for sample in found.samples(place)]}
            for found in figures.values()
            for place, each in enumerate(contestants)
        ],
    }
