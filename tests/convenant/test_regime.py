"""The regime `convenant-2017`: which grounds, classes, tasks and terms there are, and where each one stands."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from casustafel.convenant.artikel import artikel
from casustafel.convenant.partij import CASUSPARTIJEN, KERNPARTIJEN, PARTIJEN, Ambt, Ontvanger, Soort
from casustafel.convenant.regime import (
    CONVENANT_2017,
    Eenheid,
    Geldigheid,
    Klasse,
    TermijnCode,
    UnknownRegimeError,
    UnknownTermijnError,
    Vereiste,
    cited_artikelen,
    regime,
)

DAY = date(2026, 3, 2)
REGIME = regime("convenant-2017")
ONDERZOEK = frozenset({Klasse.WPG_9, Klasse.WPG_10A, Klasse.WPG_10C})
DAGELIJKS = frozenset({Klasse.WPG_8, Klasse.WPG_13})
B2 = {v for v in Vereiste if v.startswith(("opsporingsbelang", "bevoegd_functionaris", "om_geraadpleegd"))}


def _citations() -> list[str]:
    r = CONVENANT_2017
    lists: tuple[Iterable[object], ...] = (
        r.grondslagen,
        r.klasse_regels,
        r.taken,
        r.werkzaamheden,
        r.verstrekkingsdoelen,
        r.doelstellingen,
        r.plandoelen,
        r.uitzonderingsgronden,
        r.afwijzingsgronden,
        r.afschermingsgronden,
        r.bijzondere_gronden,
        r.termijnen,
        r.bron_wbp_avg,
    )
    return [str(getattr(value, "citaat", "")) for values in lists for value in values]


class TestTheParties:
    """Who is what."""

    def test_are_kernpartijen_and_casuspartijen(self) -> None:
        """Three kernpartijen and two casuspartijen are the parties; an external partner is none."""
        assert {Soort.GEMEENTE, Soort.OM, Soort.POLITIE} == KERNPARTIJEN
        assert {Soort.RAAD, Soort.RECLASSERING} == CASUSPARTIJEN
        assert {Soort.EXTERN} == set(Soort) - PARTIJEN


class TestARegime:
    """Finding a regime."""

    def test_is_found_by_its_code(self) -> None:
        """The regime that ships names its source."""
        assert REGIME is CONVENANT_2017
        assert REGIME.bron == "Stcrt. 2017, 41324"

    def test_is_refused_when_it_does_not_ship(self) -> None:
        """No covenant is loaded under a law that the product does not know."""
        with pytest.raises(UnknownRegimeError) as found:
            regime("wet-2030")
        assert str(found.value) == "There is no regime 'wet-2030'; there is: convenant-2017."


class TestACitation:
    """Every value names the place where it stands."""

    @pytest.mark.parametrize("citaat", sorted(set(_citations())))
    def test_names_articles_that_exist(self, citaat: str) -> None:
        """Each value cites the Besluit or the covenant, and what it cites is in the register."""
        assert cited_artikelen(citaat)
        for artikel_id in cited_artikelen(citaat):
            assert artikel(artikel_id).id == artikel_id

    def test_stands_with_every_value(self) -> None:
        """No value is without its place, in none of the lists."""
        assert len(_citations()) == 8 + 20 + 12 + 3 + 3 + 2 + 6 + 5 + 3 + 4 + 8 + 35 + 8
        assert all(_citations())

    def test_leaves_other_laws_out(self) -> None:
        """Only articles of the Besluit and the covenant are looked up in the register."""
        assert cited_artikelen("Besluit B1.2 (overwegingen); Convenant 6.b, 2; AVG 14") == ("B1.2", "6.b", "2")


class TestAPeriodOfValidity:
    """From a day, until a day."""

    @pytest.mark.parametrize(
        ("day", "valid"),
        [
            (date(2017, 7, 20), False),
            (date(2017, 7, 21), True),
            (date(2019, 12, 31), True),
            (date(2020, 1, 1), False),
        ],
    )
    def test_has_a_first_day_and_a_day_on_which_it_is_over(self, day: date, valid: bool) -> None:
        """Law is valid on its first day and no longer on the day on which it lapses."""
        assert Geldigheid(vanaf=date(2017, 7, 21), tot=date(2020, 1, 1)).is_valid_on(day) is valid


@pytest.mark.article("6")
class TestAGround:
    """On what an organisation provides."""

    @pytest.mark.parametrize(
        ("soort", "codes"),
        [
            (Soort.POLITIE, ["wpg-18-2", "wpg-20", "wpg-16"]),
            (Soort.OM, ["wjsg-39f"]),
            (Soort.GEMEENTE, ["publieke-taak-gemeente"]),
            (Soort.RAAD, ["publieke-taak-raad"]),
            (Soort.RECLASSERING, ["reclasseringsregeling-8"]),
            (Soort.EXTERN, ["eigen-bepaling"]),
        ],
    )
    def test_is_the_organisations_own(self, soort: Soort, codes: list[str]) -> None:
        """Each kind of organisation has its own grounds and no other."""
        assert [g.code for g in REGIME.grondslagen_of(soort, DAY)] == codes

    def test_that_is_unknown_gives_nothing(self) -> None:
        """A ground that the regime does not name is no ground."""
        assert REGIME.grondslag("wpg-19", DAY) is None

    @pytest.mark.article("B3")
    @pytest.mark.parametrize(
        ("day", "valid"), [(date(2017, 7, 20), False), (date(2017, 7, 21), True), (date(2017, 7, 22), True)]
    )
    def test_is_there_from_the_day_the_besluit_is_in_force(self, day: date, valid: bool) -> None:
        """The day after the Staatscourant of 20 July 2017 is the first."""
        assert (REGIME.grondslag("wpg-18-2", day) is not None) is valid
        assert bool(REGIME.grondslagen_of(Soort.POLITIE, day)) is valid
        assert REGIME.may_receive(Klasse.WPG_9, Soort.GEMEENTE, doel="a", day=day) is valid
        assert REGIME.may_receive(None, Soort.GEMEENTE, doel="a", day=day) is valid

    @pytest.mark.article("B3")
    @pytest.mark.parametrize(("offset", "valid"), [(-1, True), (0, False), (1, False)])
    def test_is_gone_on_the_day_it_lapses(self, offset: int, valid: bool) -> None:
        """When the law provides for the provision otherwise, the ground and its cells lapse on that day."""
        lapsed = Geldigheid(vanaf=date(2017, 7, 21), tot=DAY)
        changed = replace(
            REGIME,
            grondslagen=tuple(replace(g, geldigheid=lapsed) for g in REGIME.grondslagen),
            klasse_regels=tuple(replace(r, geldigheid=lapsed) for r in REGIME.klasse_regels),
        )
        day = DAY + timedelta(days=offset)
        assert (changed.grondslag("wpg-18-2", day) is not None) is valid
        assert bool(changed.grondslagen_of(Soort.OM, day)) is valid
        assert changed.may_receive(Klasse.WPG_9, Soort.GEMEENTE, doel="a", day=day) is valid

    @pytest.mark.parametrize(
        ("code", "asked"),
        [
            ("wpg-18-2", {"doel", "belang", "omschrijving", "klasse", "herkomst", "wijze"} | B2),
            ("wpg-20", {"doel", "belang", "omschrijving", "klasse"}),
            ("wpg-16", {"doel", "klasse"}),
            ("wjsg-39f", {"doel", "belang", "klasse", "derden_getoetst"}),
            ("publieke-taak-gemeente", {"taak"}),
            ("publieke-taak-raad", {"taak"}),
            ("reclasseringsregeling-8", {"werkzaamheid", "landelijk_team"}),
            ("eigen-bepaling", {"bepaling"}),
        ],
    )
    def test_asks_what_its_article_asks(self, code: str, asked: set[str]) -> None:
        """With each provision is stated what makes the ground apply."""
        found = REGIME.grondslag(code, DAY)
        assert found is not None
        assert found.verlangt == asked

    @pytest.mark.parametrize(
        ("code", "klassen"),
        [
            ("wpg-18-2", ONDERZOEK),
            ("wpg-20", DAGELIJKS),
            ("wpg-16", ONDERZOEK | DAGELIJKS),
            ("wjsg-39f", {Klasse.WJSG_39F}),
            ("publieke-taak-gemeente", set()),
            ("eigen-bepaling", set()),
        ],
    )
    @pytest.mark.article("B1.2")
    def test_covers_its_own_classes(self, code: str, klassen: set[Klasse]) -> None:
        """Investigation data goes under the Besluit, daily police data under Wpg 20; others have no class."""
        found = REGIME.grondslag(code, DAY)
        assert found is not None
        assert found.klassen == klassen

    def test_names_the_avg_where_it_named_the_wbp(self) -> None:
        """Today's article stands beside the original exactly where the original is of the Wbp."""
        assert all(("Wbp" in g.artikel_wet) == (g.artikel_avg is not None) for g in REGIME.grondslagen)


@pytest.mark.article("6")
@pytest.mark.article("B1.2")
class TestClassedData:
    """Who may have police and OM data of a class."""

    YES = frozenset(
        {
            *product(ONDERZOEK | DAGELIJKS, (Soort.POLITIE, Soort.OM, Soort.GEMEENTE)),
            *product(DAGELIJKS, (Ambt.BURGEMEESTER,)),
            *product((Klasse.WJSG_39F,), (Soort.POLITIE, Soort.OM, Soort.GEMEENTE)),
        }
    )

    @pytest.mark.parametrize("klasse", Klasse)
    @pytest.mark.parametrize("ontvanger", [*Soort, *Ambt])
    def test_goes_only_where_the_matrix_says_yes(self, klasse: Klasse, ontvanger: Ontvanger) -> None:
        """Default no: casuspartijen and partners have nothing, the burgemeester only Wpg 8 and 13."""
        assert REGIME.may_receive(klasse, ontvanger, doel="a", day=DAY) is ((klasse, ontvanger) in self.YES)

    @pytest.mark.parametrize("soort", Soort)
    def test_without_a_class_is_not_stopped_by_the_matrix(self, soort: Soort) -> None:
        """What gemeente, Raad, reclassering or a partner gives has no class."""
        assert REGIME.may_receive(None, soort, doel="", day=DAY)

    def test_is_never_for_an_office_when_it_has_no_class(self) -> None:
        """The burgemeester is not at the table: for him the matrix alone says yes."""
        assert not REGIME.may_receive(None, Ambt.BURGEMEESTER, doel="a", day=DAY)

    def test_goes_to_another_on_a_ground_of_its_owner(self) -> None:
        """Each yes to another rests on a ground that covers that class and that recipient."""
        for cell in REGIME.klasse_regels:
            if cell.grondslag != "eigen gegevens":
                (ground,) = [g for g in REGIME.grondslagen if g.artikel_wet == cell.grondslag]
                assert cell.klasse in ground.klassen
                assert cell.ontvanger in ground.ontvangers


class TestTheLists:
    """Tasks, purposes, aims and exception grounds."""

    @pytest.mark.article("2")
    @pytest.mark.parametrize(
        ("soort", "count"),
        [
            (Soort.GEMEENTE, 6),
            (Soort.POLITIE, 1),
            (Soort.OM, 1),
            (Soort.RAAD, 3),
            (Soort.RECLASSERING, 1),
            (Soort.EXTERN, 0),
        ],
    )
    def test_give_each_party_its_tasks(self, soort: Soort, count: int) -> None:
        """Each party has the tasks of article 2; a partner has none there."""
        assert len(REGIME.taken_of(soort)) == count

    def test_have_the_items_of_the_text(self) -> None:
        """Purposes, kinds of work, aims and exception grounds carry the letters and numbers of the text."""
        assert [d.code for d in REGIME.verstrekkingsdoelen] == list("abc")
        assert [d.code for d in REGIME.doelstellingen] == ["i", "ii"]
        assert [d.code for d in REGIME.plandoelen] == list("abcdef")
        assert [w.code for w in REGIME.werkzaamheden] == ["i", "ii", "iii"]
        assert [u.code for u in REGIME.uitzonderingsgronden] == list("abcde")

    def test_have_no_code_twice(self) -> None:
        """A code means one thing."""
        for codes in ([g.code for g in REGIME.grondslagen], [t.code for t in REGIME.taken]):
            assert len(codes) == len(set(codes))

    @pytest.mark.article("11.3")
    def test_put_the_uavg_beside_the_wbp(self) -> None:
        """The five grounds of Wbp 43 are a, d, e, h and i of UAVG 41(1)."""
        assert [u.artikel_wbp[-1] for u in REGIME.uitzonderingsgronden] == list("abcde")
        assert [u.artikel_uavg[-1] for u in REGIME.uitzonderingsgronden] == list("adehi")

    @pytest.mark.parametrize(("offset", "valid"), [(-1, False), (0, True), (1, True)])
    def test_put_the_avg_in_the_place_of_the_wbp(self, offset: int, valid: bool) -> None:
        """From 25 May 2018 today's article applies; the original stands beside it."""
        day = date(2018, 5, 25) + timedelta(days=offset)
        assert all(o.geldigheid.is_valid_on(day) is valid for o in REGIME.bron_wbp_avg)

    def test_say_for_each_article_of_the_wbp_what_came_after(self) -> None:
        """With the article of the covenant in which the original stands."""
        assert {(o.wbp, o.avg, o.citaat.removeprefix("Convenant ")) for o in REGIME.bron_wbp_avg} == {
            ("Wbp 8", "AVG 6", "6.c"),
            ("Wbp 34", "AVG 14", "11.2"),
            ("Wbp 34a", "AVG 33, 34", "15.2.g"),
            ("Wbp 35", "AVG 15", "12.3"),
            ("Wbp 36", "AVG 16-19", "12.5"),
            ("Wbp 40", "AVG 21", "12.1"),
            ("Wbp 43, onder a-e", "UAVG 41, eerste lid, onder a, d, e, h, i", "11.3"),
            ("melding bij de Autoriteit Persoonsgegevens", "AVG 30", "4"),
        }


class TestATerm:
    """How long."""

    @pytest.mark.parametrize(
        ("code", "term"),
        [
            (TermijnCode.BESLISSEN, (3, Eenheid.MAAND)),
            (TermijnCode.BESLISSEN_VERLENGEN, (3, Eenheid.MAAND)),
            (TermijnCode.CONTROLE_WEEGPLOEG, (6, Eenheid.MAAND)),
            (TermijnCode.CONTROLE_CASUSOVERLEG, (6, Eenheid.MAAND)),
            (TermijnCode.INFORMEREN, (1, Eenheid.MAAND)),
            (TermijnCode.UITSTEL_HEROVERWEGEN, (3, Eenheid.MAAND)),
            (TermijnCode.INFORMEREN_VOOR_VERNIETIGING, (30, Eenheid.DAG)),
            (TermijnCode.INZAGE, (28, Eenheid.DAG)),
            (TermijnCode.CORRECTIE, (28, Eenheid.DAG)),
            (TermijnCode.CORRECTIE_UITVOEREN, (28, Eenheid.DAG)),
            (TermijnCode.VERZET, (28, Eenheid.DAG)),
            (TermijnCode.BEWAREN, (5, Eenheid.JAAR)),
            (TermijnCode.ARCHIVEREN, (1, Eenheid.JAAR)),
            (TermijnCode.ARCHIVEREN_AFGESLOTEN, (3, Eenheid.MAAND)),
            (TermijnCode.ARCHIVEREN_VOORAF, (30, Eenheid.DAG)),
            (TermijnCode.ARCHIEFVRAAG, (30, Eenheid.DAG)),
            (TermijnCode.BEWAREN_NIET_GEAGENDEERD, (6, Eenheid.MAAND)),
            (TermijnCode.LOGREGEL, (5, Eenheid.JAAR)),
            (TermijnCode.LOS_VERZOEK, (1, Eenheid.JAAR)),
            (TermijnCode.INCIDENT, (3, Eenheid.JAAR)),
            (TermijnCode.AUTORISATIE_BEWAREN, (5, Eenheid.JAAR)),
            (TermijnCode.ACCOUNT_LEGEN, (1, Eenheid.JAAR)),
            (TermijnCode.CONCEPT, (14, Eenheid.DAG)),
            (TermijnCode.CONVENANTSTUK, (5, Eenheid.JAAR)),
            (TermijnCode.LEEG_OVERLEG, (14, Eenheid.DAG)),
            (TermijnCode.VERNIETIGBERICHT, (90, Eenheid.DAG)),
            (TermijnCode.CONTROLE_LOG, (1, Eenheid.MAAND)),
            (TermijnCode.AUTORISATIE, (6, Eenheid.MAAND)),
            (TermijnCode.BEVEILIGING_EVALUEREN, (1, Eenheid.JAAR)),
            (TermijnCode.OPZEGGEN, (3, Eenheid.MAAND)),
            (TermijnCode.EVALUATIE, (2, Eenheid.JAAR)),
        ],
    )
    def test_is_that_of_the_text_or_of_our_reading(self, code: TermijnCode, term: tuple[int, Eenheid]) -> None:
        """Each term has one length."""
        found = REGIME.term(code)
        assert (found.aantal, found.eenheid) == term

    @pytest.mark.parametrize("code", TermijnCode)
    def test_stands_once_and_says_whether_it_is_a_reading(self, code: TermijnCode) -> None:
        """No term is missing or doubled, and a number of ours is marked as such."""
        (found,) = [t for t in REGIME.termijnen if t.code is code]
        assert ("(lezing)" in found.citaat) is found.is_reading
        assert found.is_reading is bool(re.search(r"\w \(lezing\)$", found.citaat))

    def test_of_13_is_no_reading(self) -> None:
        """Five years, one year and six months stand in the text; the three months of 7.4 do not."""
        texts = {t.code for t in REGIME.termijnen if not t.is_reading}
        assert {TermijnCode.BEWAREN, TermijnCode.ARCHIVEREN, TermijnCode.BEWAREN_NIET_GEAGENDEERD} <= texts
        assert TermijnCode.BESLISSEN not in texts

    def test_that_a_regime_lacks_is_an_error(self) -> None:
        """A term is never guessed."""
        with pytest.raises(UnknownTermijnError, match=re.escape("bewaren")):
            replace(REGIME, termijnen=()).term(TermijnCode.BEWAREN)


ALL = frozenset(Soort)
# Which exception, for which kind of data, in which places of the AVG and the UAVG, for whom.
EXCEPTIONS = {
    ("uavg-22-2-e", "bijzondere-categorie", "AVG 9, tweede lid, onder f; UAVG 22, tweede lid, onder e", ALL),
    ("uavg-23-c", "bijzondere-categorie", "AVG 9, tweede lid, onder g; UAVG 23, onder c", ALL),
    (
        "uavg-30-1-a",
        "bijzondere-categorie",
        "AVG 9, tweede lid, onder b en g; UAVG 30, eerste lid",
        frozenset({Soort.GEMEENTE}),
    ),
    (
        "uavg-30-2",
        "bijzondere-categorie",
        "AVG 9, tweede lid, onder g; UAVG 30, tweede lid",
        frozenset({Soort.RAAD, Soort.RECLASSERING, Soort.EXTERN}),
    ),
    (
        "uavg-30-3-a",
        "bijzondere-categorie",
        "AVG 9, tweede lid, onder h; UAVG 30, derde lid",
        frozenset({Soort.GEMEENTE, Soort.EXTERN}),
    ),
    ("uavg-32-d", "strafrechtelijk", "AVG 10; UAVG 32, onder d", ALL),
    ("uavg-33-1-a", "strafrechtelijk", "AVG 10; UAVG 33, eerste lid, onder a", PARTIJEN),
    ("uavg-33-1-b", "strafrechtelijk", "AVG 10; UAVG 33, eerste lid, onder b", ALL),
}


@pytest.mark.article("6")
class TestTheExceptionsForSpecialAndCriminalData:
    """What the AVG keeps apart is provided on one of these only (AVG 9, 10; UAVG 22-33)."""

    def test_are_exactly_these(self) -> None:
        """Each with its kind of data, its place in the law, and the organisations that may name it."""
        found = {
            (one.code, one.bijzonder.value, one.citaat.removeprefix("Convenant 6 (lezing); "), one.soorten)
            for one in REGIME.bijzondere_gronden
        }

        assert found == EXCEPTIONS

    def test_stand_beside_the_covenant_since_the_avg_applies(self) -> None:
        """Each cites the reading at article 6, and holds from 25 May 2018 on, without an end."""
        assert all(one.citaat.startswith("Convenant 6 (lezing); ") for one in REGIME.bijzondere_gronden)
        assert {(one.geldigheid.vanaf, one.geldigheid.tot) for one in REGIME.bijzondere_gronden} == {
            (date(2018, 5, 25), None)
        }
