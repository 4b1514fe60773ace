"""Who received data is told of what was carried out, and nobody else; they correct their copies. Covenant 12.6."""

from typing import Any
from uuid import UUID

import pytest
from django.urls import reverse

from casustafel.acts.betrokkene.melding import (
    AcknowledgeMelding,
    EigenMelding,
    OpenMelding,
    acknowledge_melding,
    find_werk_meldingen,
    open_melding,
)
from casustafel.acts.betrokkene.notify_verzoek import add_ontvanger, notify_verzoek
from casustafel.acts.betrokkene.open_verzoek import OpenVerzoek, open_verzoek
from casustafel.acts.gate import Refused
from casustafel.acts.invoer import Niets
from casustafel.betrokkene import store
from casustafel.casusoverleg import store as casusoverleg
from casustafel.convenant.feit import Uitkomst
from casustafel.convenant.melding import Meldstaat
from casustafel.convenant.rules.melding import may_find_meldingen, may_open_melding
from casustafel.convenant.verzoek import Verzoekstaat
from casustafel.convenant.wijziging import Wijzigingsoort
from casustafel.demo.steps import GEMEENTE, begin
from casustafel.demo.subjects import AGENDEREN
from casustafel.demo.table import Table
from tests.betrokkene.uitvoeren import NEW, Correctie, decided
from tests.brieven.pdf_text import text_in
from tests.canary import Canaries
from tests.evidence import topic_archief
from tests.evidence.stage import Stage
from tests.web.test_verzoek import Desk, desk

__all__ = ["desk"]
pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("12.6")]
AT_TABLE = ("gerda", "petra", "rik", "bente")
OUTSIDE: dict[str, Any] = {
    "naam": "Instelling Verzonnen",
    "adres": "Lindelaan 9, Lindewaard",
    "wat": "Wis uw afschrift.",
}


@pytest.fixture
def correctie(table: Table) -> Correctie:
    """Correct a signaal of a subject with a casus, and carry it out."""
    steps = begin(table, AGENDEREN, "gerda", GEMEENTE, days_ago=0)
    steps.weigh("gerda", "gedrag", "Dit weegt mee (verzonnen).", days_ago=0)
    steps.decide(Uitkomst.AGENDEREN, days_ago=0)
    casus = steps.hand_over(betrokken=AT_TABLE, days_ago=0)
    found = decided(table, casusoverleg.dossier_of(casus.casus_id))
    found.improve(found.signaal())
    found.carry_out()
    return found


def tell(correctie: Correctie) -> None:
    """Add a recipient outside, and tell everybody."""
    correctie.prepares(add_ontvanger, verstrekt_op=correctie.table.edge(0).day, **OUTSIDE)
    correctie.prepares(notify_verzoek)


def own(correctie: Correctie, name: str) -> EigenMelding:
    """Open the notice of somebody's organisation."""
    return correctie.table.does(name, open_melding, OpenMelding(houder_id=correctie.verzoek_id), days_ago=0)


def organisations(correctie: Correctie, *names: str) -> set[UUID]:
    """Give the organisations of people."""
    return {correctie.table.organisatie(name) for name in names}


class TestWhoIsTold:
    """It follows from the files; nobody ticks a list."""

    def test_is_everybody_who_received(self, correctie: Correctie) -> None:
        """The kernpartijen, also the one that is not at the table; who sits there; who is outside, by letter."""
        tell(correctie)
        meldingen = correctie.opened().meldingen

        assert {one.organisatie_id for one in meldingen if one.organisatie_id} == organisations(
            correctie, "gerda", "omar", "petra", "rik", "bente"
        )
        assert [one.staat for one in meldingen if one.ontvanger_id] == [Meldstaat.BRIEF]
        assert correctie.opened().verzoek.staat is Verzoekstaat.GEMELD

    def test_is_also_who_received_before_it_was_archived(self, table: Table) -> None:
        """The archive knows who sat at the table."""
        archived = decided(table, topic_archief.archived(Stage(table=table, canaries=Canaries())), gathered_by="gerda")
        archived.choose(archived.signaal().id, Wijzigingsoort.VERWIJDEREN)
        archived.carry_out()
        archived.prepares(notify_verzoek)

        told = {one.organisatie_id for one in archived.opened().meldingen}
        assert organisations(archived, *AT_TABLE, "omar") <= told

    def test_sees_whose_data_and_how_and_not_a_word_of_it(self, correctie: Correctie) -> None:
        """The Raad and the partner have their notice; the text is in neither."""
        tell(correctie)
        for name in ("rik", "bente"):
            seen = own(correctie, name)

            assert seen.naam == "Milan Schijn"
            assert [(one.soort, one.aantal) for one in seen.wijzigingen] == [(Wijzigingsoort.VERBETEREN, 1)]
            assert NEW not in seen.model_dump_json()
            assert len(seen.meldingen) == 1

    def test_is_nobody_who_may_not_know(self, correctie: Correctie) -> None:
        """Who is at no table of this casus finds nothing: no notice, no work, no request."""
        tell(correctie)
        for name in ("rens", "roc", "anna"):
            with pytest.raises(Refused) as refused:
                own(correctie, name)
            assert refused.value.verdict.is_hidden
        found = correctie.table.does("rens", find_werk_meldingen, Niets(), days_ago=0)
        assert found.werk == ()

    def test_is_not_shown_to_who_decides(self, correctie: Correctie) -> None:
        """A kernpartij sees the kernpartijen: who else sits at a table, or is outside, is not its business (10.4)."""
        tell(correctie)
        seen = correctie.table.does("gerda", open_verzoek, OpenVerzoek(houder_id=correctie.verzoek_id), days_ago=0)
        assert {one.organisatie_id for one in seen.meldingen} == organisations(correctie, "gerda", "omar", "petra")
        assert seen.ontvangers == ()


class TestANoticeOfOnesOwn:
    """It waits in the werkvoorraad until the own copies were corrected."""

    def test_waits_until_it_is_acknowledged(self, correctie: Correctie) -> None:
        """Then who prepares sees what was done, and by whom."""
        tell(correctie)
        before = correctie.table.does("rik", find_werk_meldingen, Niets(), days_ago=0)
        (melding,) = own(correctie, "rik").meldingen
        said = AcknowledgeMelding(houder_id=correctie.verzoek_id, melding_id=melding.id, gedaan="Aangepast.")
        correctie.table.does("rik", acknowledge_melding, said, days_ago=0)
        after = correctie.table.does("rik", find_werk_meldingen, Niets(), days_ago=0)
        (seen,) = [one for one in correctie.opened().meldingen if one.staat is Meldstaat.BEVESTIGD]

        assert [one.bij_id for one in before.werk] == [melding.id]
        assert after.werk == ()
        assert seen.organisatie_id == correctie.table.organisatie("rik")
        assert seen.gedaan == "Aangepast."
        assert seen.gedaan_door

    def test_is_no_other_organisations(self, correctie: Correctie) -> None:
        """Nobody acknowledges for another."""
        tell(correctie)
        (theirs,) = own(correctie, "bente").meldingen
        said = AcknowledgeMelding(houder_id=correctie.verzoek_id, melding_id=theirs.id, gedaan="Aangepast.")

        with pytest.raises(Refused, match=r"12\.6-melding_id"):
            correctie.table.does("rik", acknowledge_melding, said, days_ago=0)

    def test_is_listed_as_the_rule_allows(self, correctie: Correctie) -> None:
        """The filter finds all that somebody may open, and nothing else."""
        other = decided(correctie.table, correctie.dossier_id)
        tell(correctie)
        day = correctie.table.edge(0).day
        every = store.facts([correctie.verzoek_id, other.verzoek_id], lock=False).values()
        for name in correctie.table.people:
            wie = correctie.table.who(name)
            if not may_find_meldingen(wie, day=day).is_allowed:
                continue
            allowed = {feit.id for feit in every if may_open_melding(wie, feit, day=day).is_allowed}
            listed = {feit.id for feit in store.with_meldingen(wie, day=day)}
            assert listed == allowed, name


class TestTheLetters:
    """To who is outside, and to the person who asks who was told."""

    def test_tells_who_is_outside(self, correctie: Correctie, desk: Desk) -> None:
        """Whose data, what it got and what must change: what the uitvoerder wrote; to nobody but who prepares."""
        tell(correctie)
        melding = next(one for one in correctie.opened().meldingen if one.ontvanger_id)
        address = reverse("melding-brief", args=[correctie.verzoek_id, melding.id])
        made = desk.at("ulla").client.get(address)

        assert made.status_code == 200
        text = text_in(made.content)
        assert all(words in text for words in ("Instelling Verzonnen", "Wis uw afschrift.", "Milan Schijn"))
        assert NEW not in text
        assert desk.at("gerda").client.get(address).status_code == 404

    def test_names_who_was_told_to_the_person_who_asks(self, correctie: Correctie, desk: Desk) -> None:
        """AVG 19, last sentence: the letter of the decision, made again with their names."""
        tell(correctie)
        address = reverse("verzoek-brief", args=[correctie.verzoek_id])
        client = desk.at("ulla").client
        plain, named = (text_in(client.get(address + query).content) for query in ("", "?ontvangers=ja"))

        assert "Instelling Verzonnen" not in plain
        assert "Raad voor de Kinderbescherming" not in plain
        assert all(words in named for words in ("Instelling Verzonnen", "Raad voor de Kinderbescherming"))
