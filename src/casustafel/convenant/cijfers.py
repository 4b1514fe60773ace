"""Figures without personal data: a table with its totals, in which small counts are kept back. Covenant 18.4, reading.

A cell that is kept back must not come out of the others. In a table with totals every row and every column adds up; so
a cell is known exactly where no other whole number fits. It has another where it lies on a cycle of cells that are
kept back, along which one can be added and taken off in turn while none falls below one, for a nought is shown: that
is looked for, cell by cell, and more is kept back until each has one. It is exact, for such a table is a network of
rows and columns; and it ends, for with every count above nought kept back a cell and its three totals can all grow.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from casustafel.convenant.termijn import add_months

SMALL: Final = 5
"""A count below this, and above nought, is kept back: it may be about somebody who can be recognised."""
QUARTERS: Final = 8
"""How many quarters the figures go back: the two years of an evaluation. Covenant 18.4."""
Cel = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kruistabel:
    """Counts by row and column, with their totals: the last row and the last column are the sums of the others."""

    rijen: tuple[str, ...]
    kolommen: tuple[str, ...]
    aantallen: tuple[tuple[int, ...], ...]

    def whole(self) -> tuple[tuple[int, ...], ...]:
        """Give the counts with a column and a row of totals."""
        rows = [(*row, sum(row)) for row in self.aantallen]
        totals = [sum(row[place] for row in rows) for place in range(len(self.kolommen) + 1)]
        return (*rows, tuple(totals))


def kept_back(tabel: Kruistabel) -> frozenset[Cel]:
    """Give the cells, totals among them, that are not published. Covenant 18.4.

    Reading: small counts, and as many others as needed so that no cell that is kept back can be derived.
    """
    counts = tabel.whole()
    hidden = {(i, j) for i, row in enumerate(counts) for j, n in enumerate(row) if 0 < n < SMALL}
    while (pinned := next((cel for cel in sorted(hidden) if not has_other(counts, hidden, cel)), None)) is not None:
        hidden.add(_cheapest(counts, hidden, pinned))
    return frozenset(hidden)


def published(tabel: Kruistabel) -> tuple[tuple[int | None, ...], ...]:
    """Give the counts with their totals, with nothing in the place of each that is kept back."""
    hidden = kept_back(tabel)
    return tuple(
        tuple(None if (i, j) in hidden else n for j, n in enumerate(row)) for i, row in enumerate(tabel.whole())
    )


def _cheapest(counts: Sequence[Sequence[int]], hidden: set[Cel], pinned: Cel) -> Cel:
    """Give what is kept back next: the smallest count in the row or column of a cell that is known, never a nought."""
    rows, columns = len(counts), len(counts[0])
    near = [(pinned[0], j) for j in range(columns)] + [(i, pinned[1]) for i in range(rows)]
    anywhere = [(i, j) for i in range(rows) for j in range(columns)]
    for cells in (near, anywhere):
        found = [(i, j) for i, j in cells if counts[i][j] and (i, j) not in hidden]
        if found:
            return min(found, key=lambda cel: (counts[cel[0]][cel[1]], cel))
    msg = "Everything is kept back, and something is known all the same."
    raise ArithmeticError(msg)


def has_other(counts: Sequence[Sequence[int]], hidden: set[Cel], cel: Cel) -> bool:
    """Tell whether a cell that is kept back could hold another count, with all that is published as it is."""
    steps = dict(_steps(counts, hidden))
    row, column = ("rij", cel[0]), ("kolom", cel[1])
    up = column in steps.get(row, {}) and _reaches(steps, column, row, without=cel)
    down = row in steps.get(column, {}) and _reaches(steps, row, column, without=cel)
    return up or down


Node = tuple[str, int]
Steps = Mapping[Node, Mapping[Node, Cel]]


def _steps(counts: Sequence[Sequence[int]], hidden: set[Cel]) -> Iterator[tuple[Node, dict[Node, Cel]]]:
    """Give where one may go from a row or a column: along a cell that may grow, or back along one that may shrink.

    A total counts the other way round: it grows where the cells of its line shrink.
    """
    found: dict[Node, dict[Node, Cel]] = {}
    last_row, last_column = len(counts) - 1, len(counts[0]) - 1
    for i, j in hidden:
        row, column = ("rij", i), ("kolom", j)
        is_total = (i == last_row) != (j == last_column)
        may_shrink = counts[i][j] > 1
        if may_shrink or not is_total:
            found.setdefault(row, {})[column] = (i, j)
        if may_shrink or is_total:
            found.setdefault(column, {})[row] = (i, j)
    yield from found.items()


def _reaches(steps: Steps, start: Node, goal: Node, *, without: Cel) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        for node, cel in steps.get(waiting.pop(), {}).items():
            if cel == without or node in seen:
                continue
            if node == goal:
                return True
            seen.add(node)
            waiting.append(node)
    return False


def quarter_of(day: date) -> str:
    """Name the quarter that a day is in, so that the names stand in their order."""
    return f"{day.year} K{(day.month + 2) // 3}"


def quarters_before(day: date) -> tuple[str, ...]:
    """Name the quarters of two years that are over on a day, the oldest first.

    Reading: one that runs is not counted, so that a figure does not move with each dossier that comes.
    """
    first = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    return tuple(quarter_of(add_months(first, months=-3 * back)) for back in range(QUARTERS, 0, -1))
