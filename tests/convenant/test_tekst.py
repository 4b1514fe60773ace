"""The lists of 8.2 and 10.2 are closed, also in free text: a BSN is stopped in whatever field it is typed."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

import pytest

from casustafel.convenant.stuk import (
    ARCHIEF_ARTIKEL,
    CASUS_ARTIKEL,
    DOSSIER_ARTIKEL,
    ArchiefStuk,
    CasusStuk,
    DossierStuk,
)
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

    DOSSIER: Final = {
        "3": "doelgroep",
        "4": "herinnering",
        "7.3": "betrokken",
        "7.4": "vraag standpunt verlenging",
        "8.2.b": "signaal",
        "8.2.d": "weging",
        "8.2.e": "beslissing",
        "8.2.f": "afsluiting",
        "8.3": "correctie controle bevestiging verplaatsing",
        "11.4": "informeren",
        "12.5": "afscherming",
        "13.4": "heroverweging",
    }
    CASUS: Final = {
        "4": "standpunt herinnering",
        "6": "eigen-besluit",
        "9.1": "deelnemer",
        "9.2": "bijdrage",
        "9.3": "plan",
        "9.4": "voortgang advies evaluatie inbreng",
        "9.5": "adviesvraag",
        "10.2.b": "signaal",
        "10.2.d": "analyse",
        "10.2.e": "maatregel",
        "10.2.f": "achterblijver",
        "10.2.g": "netwerkpersoon",
        "10.2.h": "afsluiting",
        "10.3": "controle bevestiging correctie",
        "10.5.iii": "doorverstrekking doorverstrekt",
        "11.4": "informeren",
        "12.5": "afscherming",
    }
    ARCHIEF: Final = {
        "13.2": "kop overleg archiefvraag",
        "13.4": "reactivering archiefstandpunt",
        "4": "archiefherinnering",
        "12.5": "afscherming",
    }

    @pytest.mark.parametrize(
        ("found", "kinds", "wanted"),
        [
            (DOSSIER_ARTIKEL, DossierStuk, DOSSIER),
            (CASUS_ARTIKEL, CasusStuk, CASUS),
            (ARCHIEF_ARTIKEL, ArchiefStuk, ARCHIEF),
        ],
    )
    def test_each_rests_on_an_article(
        self, found: Mapping[str, str], kinds: type[StrEnum], wanted: dict[str, str]
    ) -> None:
        """The closed lists of 8.2 and 10.2, what the covenant orders to be recorded, and what the archive needs."""
        assert found == {kind: artikel for artikel, names in wanted.items() for kind in names.split()}
        assert set(found) == set(kinds)
