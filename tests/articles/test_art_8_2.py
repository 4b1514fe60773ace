"""Covenant 8.2 and 10.2: the lists of what the files hold are closed."""

from dataclasses import fields

import pytest

from casustafel.bestand.inhoud import Naw
from casustafel.casusoverleg import inhoud as casusoverleg
from casustafel.weegploeg import inhoud as weegploeg


def named(kind: type) -> set[str]:
    """Give the names of the fields of a record."""
    return {f.name for f in fields(kind)}


@pytest.mark.article("8.2")
class TestTheFileOfTheWeegploeg:
    """What is kept of a person in a dossier."""

    @pytest.mark.article("8.2.a")
    @pytest.mark.article("10.2.a")
    def test_holds_name_address_residence_and_age_group(self) -> None:
        """Of the subject: no number, no nationality, no religion, no ethnicity, no photograph, no date of birth."""
        assert named(Naw) == {"naam", "adres", "woonplaats", "leeftijdsgroep", "wisselkwartaal"}

    @pytest.mark.article("8.2.b")
    @pytest.mark.article("8.2.c")
    @pytest.mark.article("1.h")
    def test_holds_signals_with_their_melder(self) -> None:
        """Of a signaal: the behaviour, where and when, who brought it in, the ground; a third person by necessity."""
        behaviour = {"omschrijving", "waar", "wanneer"}
        third = {"derde_naam", "derde_noodzaak"}
        melder = {"melder_naam", "melder_contact"}

        assert named(weegploeg.SignaalInhoud) == behaviour | melder | {"verstrekking"} | third

    @pytest.mark.article("8.2.d")
    def test_holds_the_analysis_in_words(self) -> None:
        """Of the analysis: a text per criterion with its signals; no score, no number."""
        assert named(weegploeg.WegingInhoud) == {"criterium", "tekst", "signalen"}

    @pytest.mark.article("8.2.e")
    @pytest.mark.article("8.2.f")
    def test_holds_decisions_with_their_reasons(self) -> None:
        """Of a position, an outcome and a closing: the reasons in words."""
        assert named(weegploeg.MotiveringInhoud) == {"motivering"}
        assert named(weegploeg.VraagInhoud) == {"vraag", "gevraagd_door"}


@pytest.mark.article("10.2")
class TestTheFileOfTheCasusoverleg:
    """What is kept of a person in a casus."""

    @pytest.mark.article("10.2.b")
    @pytest.mark.article("10.2.c")
    def test_holds_signals_without_their_melder(self) -> None:
        """Of a signaal: the behaviour and its mark; the party that brought it stands beside it, no person."""
        assert named(casusoverleg.SignaalInhoud) == {"omschrijving", "waar", "wanneer", "merk"}

    @pytest.mark.article("9.2")
    def test_holds_contributions_with_necessity_and_ground(self) -> None:
        """Of a contribution: what it says, why it is necessary, on which ground, and its mark."""
        assert named(casusoverleg.BijdrageInhoud) == {"omschrijving", "noodzaak", "verstrekking", "merk"}

    @pytest.mark.article("10.2.d")
    def test_holds_the_analysis_in_words(self) -> None:
        """Of the analysis: what the weegploeg handed over, with its mark."""
        assert named(casusoverleg.AnalyseInhoud) == {"criterium", "tekst", "signalen", "merk"}

    @pytest.mark.article("10.2.f")
    @pytest.mark.article("10.2.g")
    def test_holds_persons_with_necessity_and_role(self) -> None:
        """Of an achterblijver or network person: NAW, other data, necessity, role, ground; and why it ended."""
        naw = {"naam", "adres", "woonplaats"}
        why = {"noodzaak", "rol", "sinds", "einde", "verstrekking", "merk"}

        assert named(casusoverleg.PersoonInhoud) == naw | {"gegevens"} | why

    @pytest.mark.article("10.2.e")
    @pytest.mark.article("10.2.h")
    def test_holds_actions_and_the_closing(self) -> None:
        """Of the plan: goals, measures, progress; of an advice, a position and the closing: the reasons."""
        adopted = {"vastgesteld_op", "vastgesteld_door"}

        assert named(casusoverleg.PlanInhoud) == {"doelstellingen", "doelen", "toelichting", "steunt_op"} | adopted
        assert named(casusoverleg.MaatregelInhoud) == {"tekst", "reeks"}
        assert named(casusoverleg.VoortgangInhoud) == {"tekst"}
        assert named(casusoverleg.MotiveringInhoud) == {"motivering"}
