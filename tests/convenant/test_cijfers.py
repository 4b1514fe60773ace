"""Figures: small counts are kept back, and none of these comes out of what is published. Covenant 18.4."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casustafel.convenant.cijfers import SMALL, Kruistabel, kept_back, published

AROUND = 2
pytestmark = pytest.mark.article("18.4")


def table(*rows: tuple[int, ...]) -> Kruistabel:
    """Give a table with these counts."""
    return Kruistabel(
        rijen=tuple(str(i) for i in range(len(rows))),
        kolommen=tuple(str(j) for j in range(len(rows[0]))),
        aantallen=rows,
    )


def fitting(tabel: Kruistabel) -> list[tuple[tuple[int, ...], ...]]:
    """Give every table of whole numbers that fits what is published, by trying all: no method of the code is used.

    Who reads it knows that a nought is shown: what is kept back is tried from one. A few more and a few less are enough
    to find another that fits.
    """
    seen, counts = published(tabel), tabel.whole()
    rows, columns = len(tabel.rijen), len(tabel.kolommen)

    def near(n: int) -> range:
        return range(max(n - AROUND, 1), n + AROUND + 1)

    cells = [near(counts[i][j]) if seen[i][j] is None else (counts[i][j],) for i in range(rows) for j in range(columns)]
    found = []
    for flat in product(*cells):
        tried = table(*(tuple(flat[i * columns : (i + 1) * columns]) for i in range(rows))).whole()
        if all(_fits(was, row) for was, row in zip(seen, tried, strict=True)):
            found.append(tried)
    return found


def _fits(seen: tuple[int | None, ...], row: tuple[int, ...]) -> bool:
    return all(n > 0 if was is None else was == n for was, n in zip(seen, row, strict=True))


SMALL_TABLES = st.lists(st.tuples(*[st.integers(0, 6)] * 2), min_size=2, max_size=2).map(lambda rows: table(*rows))


class TestWhatIsKeptBack:
    """Counts below five, and what would give them away."""

    def test_is_nothing_where_every_count_is_large_or_nought(self) -> None:
        """A nought is about nobody."""
        assert kept_back(table((9, 0), (12, 30))) == frozenset()

    def test_is_a_small_count_and_what_would_give_it_away(self) -> None:
        """In its row and in its column there is another one; the totals stay."""
        seen = published(table((3, 20, 30), (40, 50, 60), (70, 80, 90)))

        assert seen[0][0] is None
        assert sum(n is None for n in seen[0]) >= 2
        assert sum(row[0] is None for row in seen) >= 2
        assert seen[-1][-1] == 443

    def test_is_a_small_total_too(self) -> None:
        """And then the total of the others does not give it away."""
        seen = published(table((1, 2), (50, 60)))

        assert seen[0] == (None, None, None)
        assert seen[-1][0] is None or seen[1][0] is None

    @pytest.mark.parametrize("rows", [((0, 3), (4, 0)), ((1, 1, 50), (1, 1, 60)), ((1, 9, 1), (1, 9, 1))])
    def test_is_never_known_where_another_count_cannot_shrink(self, rows: tuple[tuple[int, ...], ...]) -> None:
        """Two ones that make two are known, for a nought would be shown: more is kept back."""
        assert self.unknown(table(*rows))

    @settings(max_examples=150, deadline=None)
    @given(SMALL_TABLES)
    def test_cannot_be_derived_from_what_is_published(self, tabel: Kruistabel) -> None:
        """Of every cell that is kept back at least two counts fit, whatever the table, tried one by one."""
        assert self.unknown(tabel)
        counts = tabel.whole()
        assert all(n == 0 or n >= SMALL for row in published(tabel) for n in row if n is not None)
        assert counts in fitting(tabel)

    @staticmethod
    def unknown(tabel: Kruistabel) -> bool:
        """Tell whether each cell that is kept back has more than one count that fits."""
        found = fitting(tabel)
        return all(len({one[i][j] for one in found}) > 1 for i, j in kept_back(tabel))


class TestSeveralRows:
    """Larger tables, by the equations: a cell that the sums fix has a row of its own among them."""

    @settings(max_examples=60, deadline=None)
    @given(st.integers(2, 5).flatmap(lambda n: st.lists(st.tuples(*[st.integers(0, 40)] * n), min_size=2, max_size=5)))
    def test_no_sum_of_published_cells_gives_one(self, rows: list[tuple[int, ...]]) -> None:
        """Every line with a cell that is kept back has a second one, so that no sum of a line gives it."""
        seen = published(table(*rows))
        lines = [*seen, *zip(*seen, strict=True)]

        assert all(sum(n is None for n in line) != 1 for line in lines)
