"""The tree and its proofs are those of RFC 9162, held beside a naive reading of its definitions."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casustafel.ledger.checker import Checkpoint, check_tiles, is_continued, is_included, root_of, tile_path
from tests.ledger import naive
from tests.ledger.growing import log_of

pytestmark = pytest.mark.article("15.2.e")
MOST = 300
DATA = [b"%d" % number for number in range(MOST)]
LOG = log_of(DATA, batches=Random(1))  # noqa: S311  # a test's own order
ROOTS = [naive.root(DATA[:size]) for size in range(MOST + 1)]

# The leaves and roots that implementations of RFC 6962 test each other with.
KNOWN = [bytes.fromhex(one) for one in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657")]
KNOWN.append(bytes(range(0x60, 0x70)))
KNOWN_ROOTS = {
    0: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
}


class TestRoots:
    """One root for one log."""

    @pytest.mark.parametrize(("size", "root"), KNOWN_ROOTS.items())
    def test_known_answers(self, size: int, root: str) -> None:
        """The roots that the world knows."""
        assert log_of(KNOWN[:size]).tree().root().hex() == root

    def test_every_size_that_was_ever_there(self) -> None:
        """A tree gives the root of each size it had, the naive one."""
        assert [LOG.tree(size).root() for size in range(MOST + 1)] == ROOTS
        assert [root_of(LOG.tree().leaf(i) for i in range(size)) for size in range(MOST + 1)] == ROOTS

    def test_three_levels_of_tiles(self) -> None:
        """A log of more than 65,536 rows fills a tile of the third level, and all tiles fit."""
        data = [b"%d" % number for number in range(65_536 + 259)]
        log = log_of(data, batches=None)
        points = [Checkpoint("x", size, log.tree(size).root()) for size in (1, 65_536, len(data))]
        paths = {tile_path(*at, len(tile) // 32): tile for at, tile in log.tiles.items()}

        assert len(check_tiles(paths.__getitem__, points)) == len(data)
        assert "tile/2/000.p/1" in paths


class TestProofs:
    """What a proof shows, and what it does not."""

    @given(size=st.integers(1, MOST), data=st.data())
    def test_inclusion_is_the_naive_path(self, size: int, data: st.DataObject) -> None:
        """The proof that a row stands at its place is the one of the definition, and holds."""
        index = data.draw(st.integers(0, size - 1))
        proof = LOG.tree(size).inclusion(index)

        assert proof == naive.path(index, DATA[:size])
        assert is_included(naive.leaf(DATA[index]), index=index, size=size, proof=proof, root=ROOTS[size])

    @given(new=st.integers(0, MOST), data=st.data())
    def test_consistency_is_the_naive_proof(self, new: int, data: st.DataObject) -> None:
        """The proof that a log only grew is the one of the definition, and holds."""
        old = data.draw(st.integers(0, new))
        proof = LOG.tree(new).consistency(old)

        assert proof == naive.proof(old, DATA[:new])
        assert is_continued((old, ROOTS[old]), (new, ROOTS[new]), proof=proof)

    def test_every_pair_holds(self) -> None:
        """Every row under every size, every size after every other, up to three hundred."""
        for size in range(1, MOST + 1):
            tree, root = LOG.tree(size), ROOTS[size]
            for other in range(size):
                proof = tree.inclusion(other)
                assert is_included(naive.leaf(DATA[other]), index=other, size=size, proof=proof, root=root)
                shown = tree.consistency(other)
                assert is_continued((other, ROOTS[other]), (size, root), proof=shown)

    @given(size=st.integers(2, MOST), data=st.data())
    def test_inclusion_shows_nothing_else(self, size: int, data: st.DataObject) -> None:
        """Another row, place, size, root or proof is not shown."""
        index = data.draw(st.integers(0, size - 1))
        other = data.draw(st.integers(0, size - 1).filter(lambda n: n != index))
        leaf, proof, root = naive.leaf(DATA[index]), LOG.tree(size).inclusion(index), ROOTS[size]

        assert not is_included(naive.leaf(DATA[other]), index=index, size=size, proof=proof, root=root)
        assert not is_included(leaf, index=other, size=size, proof=proof, root=root)
        assert not is_included(leaf, index=index, size=size, proof=proof, root=ROOTS[size - 1])
        assert not is_included(leaf, index=index, size=size, proof=proof[:-1], root=root)
        assert not is_included(leaf, index=index, size=size, proof=[*proof, root], root=root)
        assert not is_included(leaf, index=size, size=size, proof=proof, root=root)

    @given(new=st.integers(2, MOST), data=st.data())
    def test_consistency_shows_nothing_else(self, new: int, data: st.DataObject) -> None:
        """A shorter log, another past, or a proof that was cut or lengthened is not shown."""
        old = data.draw(st.integers(1, new - 1))
        proof, roots = LOG.tree(new).consistency(old), ROOTS

        assert not is_continued((new, roots[new]), (old, roots[old]), proof=proof)
        assert not is_continued((old, roots[old - 1]), (new, roots[new]), proof=proof)
        assert not is_continued((old, roots[old]), (new, roots[new - 1]), proof=proof)
        assert not is_continued((old, roots[old]), (new, roots[new]), proof=proof[:-1])
        assert not is_continued((old, roots[old]), (new, roots[new]), proof=[*proof, roots[1]])

    def test_there_is_no_proof_of_what_is_not_there(self) -> None:
        """A row past the end, or a size that never was, has no proof."""
        with pytest.raises(IndexError):
            LOG.tree(5).inclusion(5)
        with pytest.raises(IndexError):
            LOG.tree(5).consistency(6)


class TestPaths:
    """Tiles stand where C2SP has them."""

    @pytest.mark.parametrize(
        ("at", "path"),
        [
            ((0, 0, 256), "tile/0/000"),
            ((0, 0, 5), "tile/0/000.p/5"),
            ((1, 999, 256), "tile/1/999"),
            ((0, 1000, 256), "tile/0/x001/000"),
            ((0, 1234067, 255), "tile/0/x001/x234/067.p/255"),
        ],
    )
    def test_a_path(self, at: tuple[int, int, int], path: str) -> None:
        """Three digits a part, an x before each but the last, the width where it is not full."""
        assert tile_path(*at) == path
