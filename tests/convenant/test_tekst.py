"""The lists of 8.2 and 10.2 are closed, also in free text: a BSN is stopped in whatever field it is typed."""

import pytest

from casustafel.convenant.stuk import CASUS_ARTIKEL, DOSSIER_ARTIKEL, CasusStuk, DossierStuk
from casustafel.convenant.tekst import has_bsn, number_reasons
from tests.facts import field, grounds

pytestmark = [pytest.mark.article("8.2"), pytest.mark.article("10.2")]


class TestABsn:
    """A number of nine digits that passes the test of eleven."""

    @pytest.mark.parametrize(
        "text", ["111222333", "zijn BSN is 111222333.", "1112.22.333", "111 222 333", "(111-222-333)", "012345672"]
    )
    def test_is_found_however_it_is_written(self, text: str) -> None:
        """Together, in groups, with or without words round it."""
        assert has_bsn(text)

    @pytest.mark.parametrize(
        "text", ["111222334", "000000000", "0612345678", "11122233", "1112223330", "tel. 06-11122233", "2026-11-24", ""]
    )
    def test_is_not_seen_in_other_numbers(self, text: str) -> None:
        """A wrong check digit, a telephone number, a day, ten digits: these are no BSN."""
        assert not has_bsn(text)

    def test_is_refused_at_each_field_that_holds_it(self) -> None:
        """Every fault at once, each at its field, with the article."""
        texts = [("omschrijving", "nummer 111222333"), ("waar", "in het park"), ("belang", "111222333")]

        assert grounds(number_reasons(texts)) == {field("8.2", "omschrijving"), field("8.2", "belang")}


class TestTheKindsOfPieces:
    """A file holds no piece without an article."""

    def test_each_rests_on_an_article(self) -> None:
        """Of both files."""
        assert set(DOSSIER_ARTIKEL) == set(DossierStuk)
        assert set(CASUS_ARTIKEL) == set(CasusStuk)
