"""Covenant 8.5: a copy of the relevant data goes to the casusoverleg, chosen per signaal; 8.1, 10.1: files apart."""

from dataclasses import fields, replace
from functools import partial
from typing import Any

import pytest

from casustafel.bestand.inhoud import Afsluiting, BundelSignaal, BundelWeging, Overdracht
from casustafel.convenant.feit import CasusStaat, DossierStaat, Rol, StukFeit, Wie
from casustafel.convenant.partij import Soort
from casustafel.convenant.rules.casusoverleg import takes_in
from casustafel.convenant.rules.weegploeg import may_carry, may_hand_over
from casustafel.convenant.stuk import CasusStuk
from tests.facts import (
    CONFIRMED,
    CONVENANT,
    DAY,
    ELSEWHERE,
    FOREIGN_SIGNAAL,
    OTHER_CONVENANT,
    RAAD,
    SIGNAAL,
    SIGNAAL_2,
    casus,
    dossier,
    field,
    hidden,
    refused,
    right,
    state,
    stuk_id,
    systeem,
    tafel,
    uitvoerder,
    weegploeg,
    wie,
)

READY = dossier(DossierStaat.AGENDEREN, betrokken=[RAAD])
HAND_OVER = partial(may_hand_over, weegploeg(), READY, signalen=[SIGNAAL], doelgroep=CONFIRMED, day=DAY)
THE_SYSTEM_ONLY = right("8.5", "system")


@pytest.mark.article("8.5")
class TestHandingOver:
    """The subject is on the agenda, and it was named who to involve."""

    @pytest.mark.parametrize("soort", [Soort.GEMEENTE, Soort.OM, Soort.POLITIE])
    def test_takes_the_signals_that_were_chosen(self, soort: Soort) -> None:
        """A representative of a kernpartij chooses, one signaal or all of them."""
        chosen: list[dict[str, Any]] = [{"signalen": [SIGNAAL]}, {"signalen": [SIGNAAL, SIGNAAL_2]}]

        for some in chosen:
            assert may_hand_over(weegploeg(soort), READY, **some, doelgroep=CONFIRMED, day=DAY).is_allowed

    @pytest.mark.parametrize("signalen", [[], [FOREIGN_SIGNAAL], [SIGNAAL, FOREIGN_SIGNAAL]])
    def test_takes_at_least_one_and_only_of_this_dossier(self, signalen: list[Any]) -> None:
        """Nothing goes that was not chosen from this dossier."""
        assert refused(HAND_OVER(signalen=signalen)) == {field("8.5", "signalen")}

    @pytest.mark.article("7.3")
    def test_waits_until_it_was_named_who_to_involve(self) -> None:
        """Without a table there is nobody to hand over to."""
        alone = dossier(DossierStaat.AGENDEREN)
        verdict = may_hand_over(weegploeg(), alone, signalen=[SIGNAAL], doelgroep=CONFIRMED, day=DAY)

        assert refused(verdict) == {state("7.3", "no-betrokkenen")}

    @pytest.mark.article("9.1")
    def test_goes_to_a_table_of_all_who_take_part_and_to_none_other(self) -> None:
        """Every organisation of the covenant may be at the table; one outside it may not."""
        every = CONVENANT.organisaties
        given: dict[str, Any] = {"signalen": [SIGNAAL], "doelgroep": CONFIRMED, "day": DAY}

        whole = dossier(DossierStaat.AGENDEREN, betrokken=every)
        beyond = dossier(DossierStaat.AGENDEREN, betrokken=[*every, ELSEWHERE])
        assert may_hand_over(weegploeg(), whole, **given).is_allowed
        assert refused(may_hand_over(weegploeg(), beyond, **given)) == {state("7.3", "no-betrokkenen")}

    @pytest.mark.article("8.1")
    @pytest.mark.article("10.1")
    @pytest.mark.parametrize("staat", sorted(frozenset(DossierStaat) - {DossierStaat.AGENDEREN}))
    def test_follows_outcome_1_once(self, staat: DossierStaat) -> None:
        """Before outcome 1, after outcome 2 and after the hand-over nothing leaves the file of the weegploeg."""
        other = dossier(staat, betrokken=[RAAD])
        verdict = may_hand_over(weegploeg(), other, signalen=[SIGNAAL], doelgroep=CONFIRMED, day=DAY)

        assert refused(verdict) == {state("8.5", "not-on-agenda")}

    def test_is_for_representatives_only(self) -> None:
        """The uitvoerder hands nothing over; for who is not in the weegploeg there is no dossier."""
        assert refused(may_hand_over(uitvoerder(), READY, **HAND_OVER.keywords)) == {right("8.5", "representative")}
        assert hidden(may_hand_over(tafel(), READY, **HAND_OVER.keywords)) == {right("8.4", "kernpartij")}


@pytest.mark.article("8.5")
class TestWhatGoes:
    """The copy itself."""

    @pytest.mark.article("10.2.a")
    @pytest.mark.article("10.2.b")
    @pytest.mark.article("10.2.c")
    def test_has_the_party_in_the_place_of_the_melder(self) -> None:
        """A signaal goes with its behaviour, its mark and its party; the melder stays behind."""
        assert {f.name for f in fields(BundelSignaal)} == {
            "id",
            "organisatie_id",
            "op",
            "omschrijving",
            "waar",
            "wanneer",
            "merk",
        }

    @pytest.mark.article("10.2.d")
    def test_has_the_analysis_with_its_marks(self) -> None:
        """The analysis goes with the signals it rests on and the mark that it has from them."""
        assert {f.name for f in fields(BundelWeging)} == {
            "id",
            "organisatie_id",
            "op",
            "criterium",
            "tekst",
            "signalen",
            "merk",
        }

    @pytest.mark.article("8.1")
    @pytest.mark.article("10.1")
    def test_is_all_that_crosses(self) -> None:
        """To the casusoverleg goes the subject's name and address, the table, signals and analysis; nothing else."""
        ids = {"schema", "casus_id", "dossier_id", "op"}

        assert {f.name for f in fields(Overdracht)} == ids | {"naw", "betrokken", "reden", "signalen", "wegingen"}


@pytest.mark.article("8.5")
class TestWhatFollowsLater:
    """Further signals of the weegploeg that come to a casus."""

    @pytest.mark.parametrize("staat", [s for s in CasusStaat if s is not CasusStaat.AFGESLOTEN])
    def test_is_taken_while_the_plan_is_not_closed(self, staat: CasusStaat) -> None:
        """In every state but closed."""
        assert takes_in(casus(staat), [stuk_id(70)])

    def test_is_not_taken_once_the_plan_is_closed(self) -> None:
        """It stays with the weegploeg; what came in before the closing was taken."""
        copy = StukFeit(id=stuk_id(71), soort=CasusStuk.SIGNAAL, organisatie_id=None, bij_id=stuk_id(70), op=DAY)
        closed = replace(casus(CasusStaat.AFGESLOTEN), stukken=(copy,))

        assert takes_in(closed, [stuk_id(70)])
        assert not takes_in(closed, [stuk_id(72)])
        assert not takes_in(closed, [stuk_id(70), stuk_id(72)])


@pytest.mark.article("8.5")
class TestCarrying:
    """What crosses from one file to the other is carried by the system."""

    def test_is_done_by_the_system(self) -> None:
        """The system carries what a kernpartij handed over, within its covenant."""
        assert may_carry(systeem(), convenant_id=CONVENANT.id, day=DAY).is_allowed

    def test_is_not_done_across_covenants(self) -> None:
        """Nothing is carried from one covenant to another."""
        verdict = may_carry(systeem(), convenant_id=OTHER_CONVENANT.id, day=DAY)

        assert hidden(verdict) == {right("8.4", "other-convenant"), THE_SYSTEM_ONLY}

    @pytest.mark.parametrize("asker", [weegploeg(), tafel(), uitvoerder(), wie(Soort.GEMEENTE, Rol.OPERATOR)])
    def test_is_not_done_by_a_person(self, asker: Wie) -> None:
        """No person moves data between the files by hand."""
        assert hidden(may_carry(asker, convenant_id=CONVENANT.id, day=DAY)) == {THE_SYSTEM_ONLY}

    @pytest.mark.article("8.2.f")
    def test_takes_back_that_the_plan_is_closed(self) -> None:
        """To the weegploeg goes back the decision that the plan is closed, and nothing of the plan."""
        assert {f.name for f in fields(Afsluiting)} == {"schema", "casus_id", "dossier_id", "op", "motivering"}
