"""Covenant 13.2: what the archive made itself stands apart from what came from the two files."""

from uuid import UUID

import pytest

from casustafel.convenant.archief import ArchiefFeit, ArchiefItemFeit
from casustafel.convenant.feit import StukFeit
from casustafel.convenant.stuk import Herkomst
from tests.facts import CONVENANT, DAY, GEMEENTE, stuk_id

pytestmark = pytest.mark.article("13.2")


def item(number: int, herkomst: Herkomst) -> ArchiefItemFeit:
    """Give a piece of the gemeente that came from somewhere."""
    stuk = StukFeit(id=stuk_id(number), soort="vraag", organisatie_id=GEMEENTE.id, bij_id=None, op=DAY)
    return ArchiefItemFeit(herkomst=herkomst, stuk=stuk)


def test_the_archive_tells_its_own_pieces_from_those_of_the_files() -> None:
    """In their order; what came from the weegploeg or the casusoverleg is not among them."""
    items = tuple(item(number, herkomst) for number, herkomst in enumerate([*Herkomst, Herkomst.ARCHIEF]))
    feit = ArchiefFeit(
        id=UUID(int=1),
        convenant_id=CONVENANT.id,
        nummer="W-2026-0001",
        casus_nummer="",
        versie=1,
        verwerkt_op=DAY,
        gearchiveerd_op=DAY,
        items=items,
    )

    assert feit.eigen == tuple(one.stuk for one in items if one.herkomst == "archief")
    assert len(feit.eigen) < len(items)
