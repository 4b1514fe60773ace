"""Covenant 9.5: advice of the NCTV or experts may be asked; question and answer identify nobody."""

from dataclasses import replace
from functools import partial

import pytest

from casustafel.convenant.feit import CasusFeit, CasusStaat, StukFeit, StukId, Wie
from casustafel.convenant.rules.advies import Adviesstaat, may_ask_advies, may_record_antwoord
from casustafel.convenant.stuk import CasusStuk
from tests.facts import (
    DAY,
    DE_BRUG,
    OM,
    RAAD,
    ROC,
    casus,
    convenant_without,
    field,
    hidden,
    refused,
    right,
    state,
    stuk_id,
    tafel,
    uitvoerder,
)

pytestmark = pytest.mark.article("9.5")
ASKED, ANSWERED = stuk_id(200), stuk_id(201)
ASK = partial(may_ask_advies, aan="NCTV", vraag="Wat werkt bij zo iemand?", day=DAY)
RECORD = partial(may_record_antwoord, advies_id=ASKED, antwoord="Begin met school.", day=DAY)


def asked(staat: CasusStaat = CasusStaat.PLAN_VASTGESTELD) -> CasusFeit:
    """Give a casus with a question that waits, and one that was answered."""
    kinds = ((ASKED, Adviesstaat.GEVRAAGD), (ANSWERED, Adviesstaat.BEANTWOORD))
    return replace(
        casus(staat),
        stukken=tuple(
            StukFeit(id=i, soort=CasusStuk.ADVIESVRAAG, organisatie_id=RAAD.id, bij_id=None, op=DAY, staat=s)
            for i, s in kinds
        ),
    )


class TestAskingAdvice:
    """The table turns to the NCTV or an expert."""

    def test_is_for_a_party_at_the_table(self) -> None:
        """It records of whom it asks, and what."""
        assert ASK(tafel(RAAD), casus()).is_allowed
        assert refused(ASK(tafel(RAAD), casus(), aan="", vraag=" ")) == {field("9.5", "aan"), field("9.5", "vraag")}

    @pytest.mark.parametrize("asker", [tafel(OM), tafel(ROC), tafel(DE_BRUG)])
    def test_is_hidden_from_anybody_else(self, asker: Wie) -> None:
        """Elsewhere, and for a partner, nothing is there."""
        assert hidden(ASK(asker, casus())) == {right("10.4", "not-at-table")}
        assert hidden(RECORD(asker, asked())) == {right("10.4", "not-at-table")}

    def test_is_not_for_the_uitvoerder(self) -> None:
        """The uitvoerder does not ask in the name of the table."""
        assert refused(ASK(uitvoerder(), casus())) == {right("9.5", "party")}
        assert refused(RECORD(uitvoerder(), asked())) == {right("9.5", "party")}

    def test_ends_with_the_casus(self) -> None:
        """A closed casus asks and records nothing."""
        assert refused(ASK(tafel(RAAD), casus(CasusStaat.AFGESLOTEN))) == {state("9.5", "closed")}
        assert refused(RECORD(tafel(RAAD), asked(CasusStaat.AFGESLOTEN))) == {state("9.5", "closed")}

    @pytest.mark.article("18.3")
    def test_is_casework(self) -> None:
        """Without one of the kernpartijen nothing is asked."""
        assert refused(ASK(tafel(RAAD, onder=convenant_without(OM)), casus())) == {state("18.3", "kernpartijen")}


class TestRecordingTheAnswer:
    """What the NCTV or the expert answered."""

    def test_is_done_once_by_a_party_at_the_table(self) -> None:
        """On a question that waits."""
        assert RECORD(tafel(RAAD), asked()).is_allowed
        assert refused(RECORD(tafel(RAAD), asked(), antwoord="")) == {field("9.5", "antwoord")}

    @pytest.mark.parametrize("advies_id", [ANSWERED, stuk_id(999)])
    def test_is_not_done_on_anything_else(self, advies_id: StukId) -> None:
        """Not twice, and not on what is not there."""
        assert refused(RECORD(tafel(RAAD), asked(), advies_id=advies_id)) == {field("9.5", "advies_id")}
