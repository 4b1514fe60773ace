"""The rows of one party stand in a log with one proof for all of them together, whichever rows they are."""

from base64 import b64encode
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casustafel.ledger.checker import (
    Broken,
    Checkpoint,
    Found,
    check_export,
    leaf_hash,
    line_of,
    subtree_root,
)
from casustafel.ledger.export import Row, write_export
from casustafel.ledger.note import SoftSigner, sign_checkpoint, verifier_of
from casustafel.ledger.tree import Tree, grow
from tests.ledger import naive

pytestmark = pytest.mark.article("15.2.e")
ORIGIN = "casustafel/weegploeg/proef"
SIGNER = SoftSigner(bytes(range(32)))
OWN = "a" * 32


def rows_at(places: list[int], size: int, **more: Any) -> tuple[list[Row], list[bytes]]:
    """Give own rows at these places, and the leaves of a log of this size with them."""
    leaves = [b"%d" % place for place in range(size)]
    own = [
        Row(
            plaats=place,
            volgnummer=number,
            zout=bytes([number % 256]) * 32,
            regel={"daad": 'x "é" {', "organisatie_id": OWN, "volgnummer": number, **more},
        )
        for number, place in enumerate(places, 1)
    ]
    for row in own:
        leaves[row.plaats] = line_of(row.regel) + row.zout
    return own, leaves


def exported(own: list[Row], leaves: list[bytes]) -> bytes:
    """Write the export."""
    tiles = grow(0, [leaf_hash(leaf) for leaf in leaves], read=lambda _level, _number: b"")
    tree = Tree(len(leaves), read=lambda level, number: tiles[level, number])
    point = Checkpoint(origin=ORIGIN, size=len(leaves), root=tree.root())
    parts = write_export(
        own,
        tree=tree,
        origin=ORIGIN,
        organisatie=OWN,
        controlepunt=sign_checkpoint(point, signer=SIGNER),
        sizes=[],
        signer=SIGNER,
    )
    return b"".join(parts)


def checked(data: bytes, folder: Path) -> Found:
    """Let the checker read it."""
    path = folder / "regels.jsonl"
    path.write_bytes(data)
    return check_export(path, verifier_of(ORIGIN, SIGNER), None, processors=1)


class TestAnExport:
    """Few rows of many, many of few, all, or none."""

    @pytest.mark.parametrize("seed", range(12))
    def test_is_in_order(self, seed: int, tmp_path: Path) -> None:
        """Whatever rows of whatever log are a party's own; the root is that of the definition."""
        chance = Random(seed)  # noqa: S311  # a test's own order
        size = chance.choice((1, 2, 255, 256, 257, 1000, 4096, 4097, 9000))
        places = sorted(chance.sample(range(size), chance.choice((0, 1, size // 40, size // 2, size))))
        own, leaves = rows_at(places, size)

        found = checked(exported(own, leaves), tmp_path)

        assert (found.rows, found.checkpoint.size) == (len(places), size)
        assert found.checkpoint.root == naive.root(leaves)

    @pytest.mark.parametrize("more", [{}, {"wijzigingen": ""}, {"wijzigingen": 'x "volgnummer":9,'}])
    def test_finds_the_number_wherever_it_stands(self, more: dict[str, str], tmp_path: Path) -> None:
        """At the end of a row or before something else, and not in what somebody wrote."""
        assert checked(exported(*rows_at([0, 2, 3], 5, **more)), tmp_path).rows == 3

    @pytest.mark.parametrize("wrong", [{"organisatie_id": "b" * 32}, {"volgnummer": 7}, {"volgnummer": 22}])
    def test_has_no_other_rows(self, wrong: dict[str, Any], tmp_path: Path) -> None:
        """A row of another organisation, or of another number, is none of these, however it was signed."""
        own, leaves = rows_at([0, 2, 3], 5)
        odd = Row(plaats=2, volgnummer=2, zout=own[1].zout, regel={**own[1].regel, **wrong})
        leaves[2] = line_of(odd.regel) + odd.zout

        with pytest.raises(Broken, match="Regel 2 van uw organisatie"):
            checked(exported([own[0], odd, own[2]], leaves), tmp_path)

    def test_has_no_row_that_the_log_does_not_have(self, tmp_path: Path) -> None:
        """Under the true checkpoint the host signs an export in which a row says something else or stands elsewhere."""
        own, leaves = rows_at([0, 2, 3], 5)
        other = Row(plaats=2, volgnummer=2, zout=own[1].zout, regel={**own[1].regel, "daad": "iets anders"})
        moved = Row(plaats=4, volgnummer=3, zout=own[2].zout, regel=own[2].regel)

        for rows in ([own[0], other, own[2]], [own[0], own[1], moved]):
            with pytest.raises(Broken, match="staan niet zo in het logboek"):
                checked(exported(rows, leaves), tmp_path)


class TestAProofOfMany:
    """The nodes beside some leaves of a full subtree, level by level."""

    LEAVES = tuple(b"%d" % place for place in range(16))

    def proof(self, places: list[int]) -> list[bytes]:
        """Give the nodes that are needed, as a reading of the definition gives them."""
        found: list[bytes] = []
        for level in range(4):
            others = sorted({place ^ 1 for place in places} - set(places))
            found += [naive.root(list(self.LEAVES[place << level : (place + 1) << level])) for place in others]
            places = sorted({place >> 1 for place in places})
        return found

    @given(chosen=st.sets(st.integers(0, 15), min_size=1), data=st.data())
    def test_shows_the_root_and_nothing_else(self, chosen: set[int], data: st.DataObject) -> None:
        """With each node once the root is that of the definition; with one too few, too many or another it is not."""
        places, root = sorted(chosen), naive.root(list(self.LEAVES))
        hashes, proof = [naive.leaf(self.LEAVES[place]) for place in places], self.proof(places)

        assert self.shown(hashes, places, proof) == root
        with pytest.raises(Broken):
            self.shown(hashes, places, [*proof, root])
        if proof:
            at = data.draw(st.integers(0, len(proof) - 1))
            assert self.shown(hashes, places, proof[:at] + proof[at + 1 :]) != root
            assert self.shown(hashes, places, [*proof[:at], root, *proof[at + 1 :]]) != root

    @pytest.mark.parametrize("places", [[3, 1], [1, 1], [-1, 1], [1, 16]])
    def test_places_go_up_within_it(self, places: list[int]) -> None:
        """Twice the same place, another order, or a place outside is no proof."""
        with pytest.raises(Broken):
            self.shown([naive.leaf(b"x")] * 2, places, [])

    def shown(self, hashes: list[bytes], places: list[int], proof: list[bytes]) -> bytes:
        """Let the checker compute it."""
        return subtree_root(hashes, places, height=4, beside=b64encode(b"".join(proof)).decode())
