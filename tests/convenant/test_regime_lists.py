"""The lists of `convenant-2017` beside the law: what stands in them, where it stands there, and nothing else."""

from datetime import date

import pytest

from casustafel.convenant.partij import Ambt, Soort
from casustafel.convenant.regime import Eenheid, Geldigheid, Klasse, TermijnCode, regime

REGIME = regime("convenant-2017")
SINCE = Geldigheid(vanaf=date(2017, 7, 21))
EVERYBODY = frozenset(Soort)
ONDERZOEK = frozenset({Klasse.WPG_9, Klasse.WPG_10A, Klasse.WPG_10C})
DAGELIJKS = frozenset({Klasse.WPG_8, Klasse.WPG_13})
GEMEENTE = frozenset({Soort.GEMEENTE})


class TestTheRegime:
    """The source as a whole."""

    def test_is_that_of_the_staatscourant_of_2017(self) -> None:
        """Its code is what a covenant file names."""
        assert (REGIME.code, REGIME.bron, REGIME.geldigheid) == ("convenant-2017", "Stcrt. 2017, 41324", SINCE)


@pytest.mark.article("2")
class TestTheTasks:
    """Of article 2."""

    def test_are_those_of_the_text(self) -> None:
        """Each with its party, and the law that gives the task."""
        assert [(t.code, t.soort, t.citaat) for t in REGIME.taken] == [
            ("openbare-orde", Soort.GEMEENTE, "Convenant 2.a; Gemeentewet 172"),
            ("jeugdzorg", Soort.GEMEENTE, "Convenant 2.a"),
            ("werk-en-inkomen", Soort.GEMEENTE, "Convenant 2.a"),
            ("scholing", Soort.GEMEENTE, "Convenant 2.a"),
            ("uitkeringen", Soort.GEMEENTE, "Convenant 2.a"),
            ("schuldsanering", Soort.GEMEENTE, "Convenant 2.a"),
            ("politietaak", Soort.POLITIE, "Convenant 2.b; Politiewet 3"),
            ("strafrechtelijke-handhaving", Soort.OM, "Convenant 2.c; Wet RO 124"),
            ("minderjarigen-beschermen", Soort.RAAD, "Convenant 2.d; BW 1:238, tweede lid"),
            ("voor-minderjarigen-optreden", Soort.RAAD, "Convenant 2.d; BW 1:238, tweede lid"),
            ("adviseren", Soort.RAAD, "Convenant 2.d; BW 1:238, tweede lid"),
            ("reclassering", Soort.RECLASSERING, "Convenant 2.e; Reclasseringsregeling 1995"),
        ]

    @pytest.mark.article("6.e")
    def test_of_the_reclassering_are_of_three_kinds(self) -> None:
        """Supervision and guidance, information and advice, community service."""
        assert [(w.code, w.citaat) for w in REGIME.werkzaamheden] == [
            ("i", "Convenant 6.e.i"),
            ("ii", "Convenant 6.e.ii"),
            ("iii", "Convenant 6.e.iii"),
        ]


@pytest.mark.article("3")
class TestThePurposes:
    """Of the Besluit and of article 3."""

    @pytest.mark.article("B1.1")
    def test_of_a_provision_are_three_each_under_an_aim_of_the_covenant(self) -> None:
        """Society and subjects under i, minors under ii."""
        assert [(d.code, d.doelstelling, d.citaat) for d in REGIME.verstrekkingsdoelen] == [
            ("a", "i", "Besluit B1.1.a"),
            ("b", "i", "Besluit B1.1.b"),
            ("c", "ii", "Besluit B1.1.c"),
        ]

    def test_of_the_covenant_are_two(self) -> None:
        """With the six that a plan may aim at."""
        assert [(d.code, d.citaat) for d in REGIME.doelstellingen] == [("i", "Convenant 3.i"), ("ii", "Convenant 3.ii")]
        assert [(d.code, d.citaat) for d in REGIME.plandoelen] == [(c, f"Convenant 3.{c}") for c in "abcdef"]


@pytest.mark.article("10.5.i")
class TestAFurtherDisclosure:
    """The reading at 10.5: lists that say nothing of a subject."""

    def test_is_for_one_of_these_needs(self) -> None:
        """From the first day of the covenant's own grounds."""
        assert {(n.code, n.geldigheid, n.citaat) for n in REGIME.noodzaken} == {
            (code, SINCE, "Convenant 10.5.i (lezing)")
            for code in (
                *("maatregel-uitvoeren", "maatregel-afstemmen", "contact-leggen", "veiligheid-medewerkers"),
                *("veiligheid-anderen", "hulp-bieden", "ontwikkeling-minderjarige"),
            )
        }

    @pytest.mark.article("10.5.iii")
    def test_is_of_these_kinds_of_data(self) -> None:
        """What article 10.2 lets the file hold, but for the plan, which a partner sees already."""
        assert {(s.code, s.geldigheid, s.citaat) for s in REGIME.gegevenssoorten} == {
            (code, SINCE, "Convenant 10.5.iii (lezing); Convenant 10.2")
            for code in ("naw", "signaal", "bijdrage", "analyse", "achterblijver", "netwerkpersoon")
        }


@pytest.mark.article("11.3")
class TestTheExceptionGrounds:
    """Of article 11.3."""

    def test_stand_in_the_wbp_and_now_in_the_uavg(self) -> None:
        """Five, in the order of the text."""
        assert [(u.code, u.artikel_wbp, u.artikel_uavg, u.citaat) for u in REGIME.uitzonderingsgronden] == [
            (old, f"Wbp 43, onder {old}", f"UAVG 41, eerste lid, onder {new}", f"Convenant 11.3.{old}")
            for old, new in zip("abcde", "adehi", strict=True)
        ]


@pytest.mark.article("6")
class TestTheGrounds:
    """Of article 6 and the Besluit."""

    def test_stand_where_the_text_says(self) -> None:
        """The article of the law, the one of the AVG beside it, the days, who may receive, and the place."""
        found = {g.code: (g.artikel_wet, g.artikel_avg, g.ontvangers, g.citaat) for g in REGIME.grondslagen}

        assert {g.geldigheid for g in REGIME.grondslagen} == {SINCE}
        assert found == {
            "wpg-18-2": ("Wpg 18, tweede lid jo. het Besluit", None, GEMEENTE, "Besluit B1.2, B2; Convenant 6.b"),
            "wpg-20": ("Wpg 20", None, GEMEENTE, "Besluit B1.2 (overwegingen); Convenant 6.b"),
            "wpg-16": ("Wpg 16", None, frozenset({Soort.OM, Ambt.BURGEMEESTER}), "Besluit B1.2 (overwegingen)"),
            "wjsg-39f": (
                "Wjsg 39f, eerste lid",
                None,
                frozenset({Soort.POLITIE, Soort.GEMEENTE}),
                "Convenant 6.a",
            ),
            "publieke-taak-gemeente": (
                "Wbp 8, aanhef en onder e",
                "AVG 6, eerste lid, onder e",
                EVERYBODY,
                "Convenant 6.c, 2.a",
            ),
            "publieke-taak-raad": (
                "Wbp 8, aanhef en onder e",
                "AVG 6, eerste lid, onder e",
                EVERYBODY,
                "Convenant 6.d, 2.d",
            ),
            "reclasseringsregeling-8": (
                "Reclasseringsregeling 1995, 8 jo. Wbp 8, aanhef en onder c",
                "AVG 6, eerste lid, onder c",
                EVERYBODY,
                "Convenant 6.e, 2.e",
            ),
            "eigen-bepaling": ("de bepaling die de partner zelf noemt", None, EVERYBODY, "Convenant 9.2, 6 (lezing)"),
        }

    def test_have_no_class_where_the_data_has_none(self) -> None:
        """Only police and OM data keep a class."""
        classed = {g.code: g.klassen for g in REGIME.grondslagen if g.klassen}

        assert classed == {
            "wpg-18-2": ONDERZOEK,
            "wpg-20": DAGELIJKS,
            "wpg-16": ONDERZOEK | DAGELIJKS,
            "wjsg-39f": {Klasse.WJSG_39F},
        }


@pytest.mark.article("B1.2")
class TestTheMatrix:
    """Class × recipient × purpose: each cell that says yes, with the ground it says it on."""

    def test_says_yes_in_these_cells_only(self) -> None:
        """Police data for the three purposes of the Besluit, OM data for the purpose in the OM's own words."""
        lines = (
            (ONDERZOEK | DAGELIJKS, Soort.POLITIE, "eigen gegevens", "Convenant 6.b (lezing)"),
            (ONDERZOEK, Soort.GEMEENTE, "Wpg 18, tweede lid jo. het Besluit", "Besluit B1.2"),
            (DAGELIJKS, Soort.GEMEENTE, "Wpg 20", "Besluit B1.2 (overwegingen); Convenant 6.b"),
            (ONDERZOEK | DAGELIJKS, Soort.OM, "Wpg 16", "Besluit B1.2 (overwegingen)"),
            (DAGELIJKS, Ambt.BURGEMEESTER, "Wpg 16", "Besluit B1.2 (overwegingen)"),
            ({Klasse.WJSG_39F}, Soort.OM, "eigen gegevens", "Convenant 6.a (lezing)"),
            ({Klasse.WJSG_39F}, Soort.POLITIE, "Wjsg 39f, eerste lid", "Convenant 6.a"),
            ({Klasse.WJSG_39F}, Soort.GEMEENTE, "Wjsg 39f, eerste lid", "Convenant 6.a"),
        )
        wanted = {
            (klasse, ontvanger, grondslag, citaat, "" if klasse is Klasse.WJSG_39F else "abc")
            for klassen, ontvanger, grondslag, citaat in lines
            for klasse in klassen
        }
        found = {
            (r.klasse, r.ontvanger, r.grondslag, r.citaat, "".join(sorted(r.doelen))) for r in REGIME.klasse_regels
        }

        assert found == wanted
        assert {r.geldigheid for r in REGIME.klasse_regels} == {SINCE}


@pytest.mark.article("13.1")
class TestTheTerms:
    """Each with its place; where the number is ours, it says so."""

    TEXT = (
        (TermijnCode.INZAGE, 28, Eenheid.DAG, "12.3"),
        (TermijnCode.CORRECTIE, 28, Eenheid.DAG, "12.5"),
        (TermijnCode.CORRECTIE_UITVOEREN, 28, Eenheid.DAG, "12.6"),
        (TermijnCode.BEWAREN, 5, Eenheid.JAAR, "13.1"),
        (TermijnCode.ARCHIVEREN, 1, Eenheid.JAAR, "13.2"),
        (TermijnCode.BEWAREN_NIET_GEAGENDEERD, 6, Eenheid.MAAND, "13.3"),
        (TermijnCode.BEVEILIGING_EVALUEREN, 1, Eenheid.JAAR, "15.3"),
        (TermijnCode.OPZEGGEN, 3, Eenheid.MAAND, "18.2"),
        (TermijnCode.EVALUATIE, 2, Eenheid.JAAR, "18.4"),
    )
    READING = (
        (TermijnCode.BESLISSEN, 3, Eenheid.MAAND, "7.4"),
        (TermijnCode.BESLISSEN_VERLENGEN, 3, Eenheid.MAAND, "7.4"),
        (TermijnCode.CONTROLE_WEEGPLOEG, 6, Eenheid.MAAND, "8.3"),
        (TermijnCode.CONTROLE_CASUSOVERLEG, 6, Eenheid.MAAND, "10.3"),
        (TermijnCode.INFORMEREN, 1, Eenheid.MAAND, "11.2; AVG 14, derde lid"),
        (TermijnCode.UITSTEL_HEROVERWEGEN, 3, Eenheid.MAAND, "11.5"),
        (TermijnCode.INFORMEREN_VOOR_VERNIETIGING, 30, Eenheid.DAG, "11.5, 13.1"),
        (TermijnCode.VERZET, 28, Eenheid.DAG, "12.1; AVG 21"),
        (TermijnCode.BEPERKING, 28, Eenheid.DAG, "12.1; AVG 12, derde lid, en 18"),
        (TermijnCode.VERZOEK_DEEL, 14, Eenheid.DAG, "12.3"),
        (TermijnCode.RECHTSMIDDEL, 42, Eenheid.DAG, "12.4; Awb 6:7 en 6:8"),
        (TermijnCode.ARCHIVEREN_AFGESLOTEN, 3, Eenheid.MAAND, "13.2"),
        (TermijnCode.ARCHIVEREN_VOORAF, 30, Eenheid.DAG, "13.2"),
        (TermijnCode.ARCHIEFVRAAG, 30, Eenheid.DAG, "13.2"),
        (TermijnCode.LOGREGEL, 5, Eenheid.JAAR, "13.1, 15.2.e"),
        (TermijnCode.LOS_VERZOEK, 1, Eenheid.JAAR, "12.3, 13.1"),
        (TermijnCode.INCIDENT, 3, Eenheid.JAAR, "13.1, 15.2.g"),
        (TermijnCode.AUTORISATIE_BEWAREN, 5, Eenheid.JAAR, "13.1, 15.2.c"),
        (TermijnCode.ACCOUNT_LEGEN, 1, Eenheid.JAAR, "13.1, 15.2.c"),
        (TermijnCode.CONCEPT, 14, Eenheid.DAG, "13.1"),
        (TermijnCode.CONVENANTSTUK, 5, Eenheid.JAAR, "13.1, 17, 18.4"),
        (TermijnCode.LEEG_OVERLEG, 14, Eenheid.DAG, "13.1"),
        (TermijnCode.VERNIETIGBERICHT, 90, Eenheid.DAG, "10.5, 13.1, 14.2"),
        (TermijnCode.CONTROLE_LOG, 1, Eenheid.MAAND, "15.2.e"),
        (TermijnCode.AUTORISATIE, 6, Eenheid.MAAND, "15.2.f"),
        (TermijnCode.MELDEN_AP, 72, Eenheid.UUR, "15.2.g; AVG 33, eerste lid"),
    )

    def test_are_those_of_the_text_and_those_of_our_reading(self) -> None:
        """None besides, none doubled."""
        found = {(t.code, t.aantal, t.eenheid, t.citaat, t.is_reading) for t in REGIME.termijnen}

        assert len(REGIME.termijnen) == len(found)
        assert found == {
            *((code, n, unit, f"Convenant {place}", False) for code, n, unit, place in self.TEXT),
            *((code, n, unit, f"Convenant {place} (lezing)", True) for code, n, unit, place in self.READING),
        }
