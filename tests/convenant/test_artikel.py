"""The register of articles: every article of the source, in its order, with the rules that carry it out."""

from collections.abc import Callable

import pytest

from casustafel.convenant.artikel import (
    Artikel,
    Status,
    UnknownArtikelError,
    artikel,
    artikelen,
    artikelen_of,
    carries_out,
    rules_of,
)

_IN_THE_TEXT = """
    B1.1 B1.1.a B1.1.b B1.1.c B1.2 B1.3 B2 B2.a B2.b B2.c B3
    1 1.a 1.b 1.c 1.d 1.e 1.f 1.g 1.h 1.i 1.j 1.k 1.l 1.m
    2 2.a 2.b 2.c 2.d 2.e
    3 3.i 3.ii 3.a 3.b 3.c 3.d 3.e 3.f
    4 5
    6 6.a 6.b 6.c 6.d 6.e 6.e.i 6.e.ii 6.e.iii
    7.1 7.2 7.2.a 7.2.b 7.2.c 7.3 7.4 7.4.1 7.4.2
    8.1 8.2 8.2.a 8.2.b 8.2.c 8.2.d 8.2.e 8.2.f 8.3 8.4 8.5
    9.1 9.2 9.3 9.4 9.5
    10.1 10.2 10.2.a 10.2.b 10.2.c 10.2.d 10.2.e 10.2.f 10.2.g 10.2.h 10.3 10.4 10.5 10.5.i 10.5.ii 10.5.iii
    11.1 11.2 11.3 11.3.a 11.3.b 11.3.c 11.3.d 11.3.e 11.4 11.5
    12.1 12.2 12.3 12.4 12.5 12.5.a 12.5.b 12.5.c 12.6
    13.1 13.2 13.3 13.4
    14.1 14.2
    15.1 15.2 15.2.a 15.2.b 15.2.c 15.2.d 15.2.e 15.2.f 15.2.g 15.3 15.4
    16 17 18.1 18.2 18.3 18.4
"""


@pytest.fixture(autouse=True)
def _own_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the rules of these tests out of the register of the run."""
    none = {one.id: list[str]() for one in artikelen()}
    monkeypatch.setattr("casustafel.convenant.artikel._RULES", none)


def _rule() -> str:
    return "a rule"


def _second_rule() -> str:
    return "a second rule"


class TestTheRegister:
    """What the register holds."""

    def test_holds_every_article_in_the_order_of_the_text(self) -> None:
        """No article of the Besluit or the covenant is left out, and none stands in another place."""
        assert [a.id for a in artikelen()] == _IN_THE_TEXT.split()

    @pytest.mark.parametrize("one", artikelen(), ids=lambda a: a.id)
    def test_explains_each_article(self, one: Artikel) -> None:
        """Each article has a title, one sentence on what it asks, and a note on how it is kept."""
        assert one.titel
        assert not one.titel.endswith(".")
        assert one.strekking.endswith(".")
        assert ". " not in one.strekking
        assert one.note.endswith(".")

    @pytest.mark.parametrize("one", [a for a in artikelen() if a.status is Status.PENDING], ids=lambda a: a.id)
    def test_says_of_a_pending_article_what_is_pending(self, one: Artikel) -> None:
        """What is not kept yet is not passed over in silence."""
        assert "pending" in one.note.lower()

    @pytest.mark.parametrize(
        ("artikel_id", "status"),
        [
            ("7.4", Status.ENFORCED),
            ("10.2.h", Status.ENFORCED),
            ("10.2.f", Status.ENFORCED),
            ("10.5", Status.ENFORCED),
            ("13.2", Status.ENFORCED),
            ("13.4", Status.ENFORCED),
            ("12.5", Status.ENFORCED),
            ("12.3", Status.ENFORCED),
            ("1.f", Status.PROCEDURAL),
        ],
    )
    def test_does_not_claim_more_than_is_kept(self, artikel_id: str, status: Status) -> None:
        """An article of which a part is missing is pending, not enforced."""
        assert artikel(artikel_id).status is status


class TestAnUnknownArticle:
    """An id that is not in the source."""

    @pytest.mark.parametrize("ask", [artikel, rules_of, carries_out])
    @pytest.mark.parametrize("artikel_id", ["8.2.z", "19", "", "b1.1"])
    def test_is_refused_by_name(self, ask: Callable[[str], object], artikel_id: str) -> None:
        """A rule cannot rest on an article that does not exist."""
        with pytest.raises(UnknownArtikelError, match=f'no article "{artikel_id}"'):
            ask(artikel_id)

    def test_says_what_an_id_looks_like(self) -> None:
        """The whole sentence helps who mistyped one."""
        with pytest.raises(UnknownArtikelError) as found:
            artikel("19")
        assert str(found.value) == 'There is no article "19" in the register; ids look like B1.1, 7.4 or 8.2.c.'

    def test_leaves_nothing_registered(self) -> None:
        """One unknown id among known ones registers none of them."""
        with pytest.raises(UnknownArtikelError):
            carries_out("9.5", "9.6")
        assert rules_of("9.5") == ()


class TestARule:
    """A function that carries out articles."""

    def test_is_found_from_each_of_its_articles(self) -> None:
        """Who reads an article finds the rules that keep it."""
        carries_out("16", "17")(_rule)
        assert rules_of("16") == (f"{__name__}._rule",)
        assert rules_of("17") == (f"{__name__}._rule",)
        assert rules_of("18.1") == ()

    def test_knows_its_articles(self) -> None:
        """Who reads a rule finds the articles it keeps."""
        assert artikelen_of(carries_out("16", "17")(_rule)) == ("16", "17")
        assert artikelen_of(len) == ()

    def test_works_as_before(self) -> None:
        """Registering a rule does not change what it answers."""
        assert carries_out("16")(_rule) is _rule
        assert _rule() == "a rule"

    def test_stands_once_beside_the_others(self) -> None:
        """An article may have several rules, each named once and in order, however often it is registered."""
        for rule in (_rule, _second_rule, _rule):
            carries_out("18.4")(rule)
        assert rules_of("18.4") == (f"{__name__}._rule", f"{__name__}._second_rule")
