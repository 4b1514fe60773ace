"""The words of the letters. Covenant 11.1, 11.2, 12.3–12.6."""

import re
from dataclasses import fields, replace
from pathlib import Path
from typing import get_args

import pytest
from pytest_django.fixtures import Settings

from casustafel.brieven import brief, sjabloon
from casustafel.brieven.brief import Brief, Geadresseerde, GeenOverzichtbrief, Inzagebrief, Onderwerp, Taal, Uitkomst
from casustafel.brieven.sjabloon import SHIPPED, write_out
from tests.brieven.letters import OBJECTION, RECEIVED, head, letters

ALL = [pytest.param(taal, name, id=f"{taal}-{name}") for taal in Taal for name in letters(taal)]
DECISIONS = {"Inzagebrief", "GeenOverzichtbrief", "Weigeringsbrief", "Correctiebrief", "Identiteitbrief"}
TO_THE_PERSON = DECISIONS | {"Informatiebrief"}
OUTCOMES = ("Wij doen wat u vraagt.", "Wij doen een deel van wat u vraagt.", "Wij doen niet wat u vraagt.")
WORDS = {
    Taal.NL: {"bezwaar": "bezwaar maken", "weeks": "6 weken", "court": "bestuursrechter"},
    Taal.EN: {"bezwaar": "(bezwaar)", "weeks": "6 weeks", "court": "administrative court"},
}

OF_OTHERS = {Taal.NL: "over wie die zorg er niet is", Taal.EN: "about whom there is no such worry"}
ONLY_THEN = {
    Taal.NL: ("er komt geen plan", "Deze brief vult die brief aan."),
    Taal.EN: ("there will be no plan", "This letter adds to that one."),
}


class TestEveryLetter:
    """In Dutch and in English."""

    def test_there_is_one_of_each(self) -> None:
        """No letter stands outside these tests."""
        assert {one.__name__ for one in get_args(Brief)} | {"Publicatie"} == set(letters(Taal.NL))

    @pytest.mark.parametrize(("taal", "name"), ALL)
    def test_says_all_that_it_was_given(self, *, taal: Taal, name: str) -> None:
        """No variable of a template came out empty, and nothing of a template stands there as code."""
        text = write_out(letters(taal)[name])

        assert not re.search(r"{[{%]|\[\]|None|<li></li>|<p>\s*</p>", text)
        assert f'<html lang="{taal}">' in text

    @pytest.mark.parametrize(("taal", "name"), ALL)
    def test_escapes_what_people_typed(self, *, taal: Taal, name: str) -> None:
        """A text cannot become part of the letter's own markup."""
        assert "<b>" not in write_out(letters(taal)[name])


@pytest.mark.article("12.4")
class TestADecision:
    """Who gets one knows where to go."""

    @pytest.mark.parametrize("taal", Taal)
    @pytest.mark.parametrize("name", sorted(DECISIONS))
    def test_names_bezwaar_the_court_and_the_complaint(self, *, taal: Taal, name: str) -> None:
        """Where bezwaar is made, within six weeks; the administrative court; the complaint to the AP."""
        text = write_out(letters(taal)[name])

        assert all(word in text for word in WORDS[taal].values())
        assert OBJECTION.bij in text
        assert "Autoriteit Persoonsgegevens" in text

    @pytest.mark.parametrize("name", sorted(TO_THE_PERSON))
    def test_says_who_is_responsible_and_where_to_ask(self, *, name: str) -> None:
        """The person may turn to each of the controllers."""
        text = write_out(letters(Taal.NL)[name])

        assert "Gemeente Lindewaard: avg@lindewaard.example" in text
        assert "verzoeken@lindewaard.example" in text

    @pytest.mark.parametrize(("uitkomst", "words"), list(zip(Uitkomst, OUTCOMES, strict=True)))
    def test_on_a_correction_says_what_was_decided(self, *, uitkomst: Uitkomst, words: str) -> None:
        """One outcome, one sentence."""
        text = write_out(
            brief.Correctiebrief(
                kop=head(Taal.NL),
                bezwaar=OBJECTION,
                ontvangen_op=RECEIVED,
                gevraagd="het adres te veranderen.",
                uitkomst=uitkomst,
                motivering="Daarom.",
            )
        )

        assert [one for one in OUTCOMES if one in text] == [words]

    @pytest.mark.article("12.5")
    @pytest.mark.parametrize("taal", Taal)
    @pytest.mark.parametrize("name", ["Correctiebrief", "GeenOverzichtbrief"])
    def test_is_named_by_what_was_asked(self, *, taal: Taal, name: str) -> None:
        """Access, a correction, an objection, a restriction: each has a title of its own."""
        found = {
            re.findall("<title>.*</title>", write_out(replace(letters(taal)[name], onderwerp=one)))[0]  # type: ignore[arg-type]
            for one in Onderwerp
        }

        assert len(found) == len(Onderwerp)

    def test_names_the_court_that_the_decision_names(self) -> None:
        """Without one it is that of where somebody lives."""
        named = replace(OBJECTION, rechtbank="Rechtbank Waardland")
        one = letters(Taal.NL)["Identiteitbrief"]

        assert "rechtbank van het gebied waar u woont" in write_out(one)
        assert "Rechtbank Waardland" in write_out(replace(one, bezwaar=named))  # type: ignore[arg-type]  # a letter has one

    @pytest.mark.parametrize("taal", Taal)
    def test_is_a_concept_until_it_is_sent(self, *, taal: Taal) -> None:
        """Who prepares it sees that on the paper."""
        one = letters(taal)["Identiteitbrief"]
        concept = replace(one, kop=replace(head(taal), is_concept=True))  # type: ignore[arg-type]  # a letter has one

        assert [">Concept: " in write_out(letter) for letter in (one, concept)] == [False, True]


@pytest.mark.article("11.2")
class TestTheInformationLetter:
    """AVG 14."""

    @pytest.mark.parametrize("taal", Taal)
    def test_has_every_part_that_avg_14_asks(self, *, taal: Taal) -> None:
        """Each list that it is given stands under a heading of its own, with the rights and the complaint."""
        text = write_out(letters(taal)["Informatiebrief"])

        assert text.count("<li>Eén</li>") == 6
        assert text.count("<h2>") == 9
        assert "(FG)" in text

    @pytest.mark.parametrize("taal", Taal)
    def test_says_only_of_the_subject_that_it_is_discussed(self, *, taal: Taal) -> None:
        """An achterblijver and somebody who may help read of themselves why, and of nobody else."""
        one = letters(taal)["Informatiebrief"]
        texts = {aan: write_out(replace(one, aan=aan)) for aan in Geadresseerde}  # type: ignore[arg-type]  # it has one
        words = OF_OTHERS[taal]

        assert [words in text for text in texts.values()] == [False, True, True]
        assert len(set(texts.values())) == len(Geadresseerde)

    @pytest.mark.article("11.5")
    @pytest.mark.parametrize("taal", Taal)
    def test_has_a_sentence_of_its_own_where_nothing_followed(self, *, taal: Taal) -> None:
        """And one where it adds to an earlier one; neither where that is not so."""
        one = letters(taal)["Informatiebrief"]
        plain = write_out(replace(one, volgt_niets=False, is_aanvulling=False))  # type: ignore[arg-type]  # it has both

        for given, words in zip(("volgt_niets", "is_aanvulling"), ONLY_THEN[taal], strict=True):
            text = write_out(replace(one, **{"volgt_niets": False, "is_aanvulling": False, given: True}))  # type: ignore[arg-type]  # as above
            assert words in text
            assert words not in plain

    @pytest.mark.article("11.3")
    @pytest.mark.parametrize("taal", Taal)
    def test_has_no_word_on_why_something_waited(self, *, taal: Taal) -> None:
        """A letter that adds to an earlier one says so, and nothing of a ground."""
        text = write_out(letters(taal)["Informatiebrief"]).lower()

        assert not [word for word in ("uitstel", "wachten", "gewacht", "onderzoek", "waited", "delay") if word in text]


@pytest.mark.article("12.3", "12.4")
class TestNoOverview:
    """The letter to who is not in the file, and to whom whose being there must be withheld."""

    def test_has_no_place_where_the_two_could_differ(self) -> None:
        """It is made of what every request has: the head, where to object, the day of receipt, what was asked."""
        assert {field.name for field in fields(GeenOverzichtbrief)} == {"kop", "bezwaar", "ontvangen_op", "onderwerp"}

    def test_is_not_the_letter_of_who_gets_an_overview(self) -> None:
        """An overview says that there is data."""
        text = write_out(letters(Taal.NL)["GeenOverzichtbrief"])

        assert "Wij zeggen niet welke van de twee het is." in text
        assert "Hieronder staat het overzicht" not in text


class TestTheRest:
    """What an overview leaves out is named by its ground."""

    def test_is_named_only_where_something_was_left_out(self) -> None:
        """Without a ground nobody reads that something is missing."""
        whole = Inzagebrief(kop=head(Taal.NL), bezwaar=OBJECTION, ontvangen_op=RECEIVED, delen=())

        assert "U krijgt niet alles te zien" not in write_out(whole)
        assert "U krijgt niet alles te zien" in write_out(letters(Taal.NL)["Inzagebrief"])


class TestTheMunicipality:
    """A folder of its own."""

    def test_replaces_what_it_has_and_keeps_the_rest(self, *, settings: Settings, tmp_path: Path) -> None:
        """One part in its own words; the other templates are the shipped ones."""
        (tmp_path / "nl").mkdir()
        (tmp_path / "nl" / "_bezwaar.html").write_text("<h2>Onze eigen woorden</h2>", encoding="utf-8")
        settings.CASUSTAFEL_BRIEVEN = str(tmp_path)

        text = write_out(letters(Taal.NL)["GeenOverzichtbrief"])

        assert "Onze eigen woorden" in text
        assert "Wij hebben geen gegevens die wij u kunnen geven." in text

    def test_has_every_template_in_both_languages(self) -> None:
        """What one language has, the other has."""
        assert sjabloon.SHIPPED is SHIPPED
        assert {p.name for p in (SHIPPED / "nl").iterdir()} == {p.name for p in (SHIPPED / "en").iterdir()}
