"""Covenant 10.2: achterblijvers (f), persons in the network (g) and the analysis of the table (d)."""

from dataclasses import replace
from functools import partial

import pytest

from casustafel.convenant.feit import CasusFeit, CasusStaat, OrganisatieFeit, Rol, StukFeit, StukId, Taak, Wie
from casustafel.convenant.rules.evaluatie import may_analyse, to_revise
from casustafel.convenant.rules.netwerk import (
    BEEINDIGD,
    may_add_achterblijver,
    may_add_netwerkpersoon,
    may_correct_bijdrage,
    may_correct_persoon,
    may_end_persoon,
)
from casustafel.convenant.stuk import AnalyseStaat, CasusStuk
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.werk import Stap, werk_in_casusoverleg
from tests.facts import (
    CONVENANT,
    CRITERIUM,
    DAY,
    DE_BRUG,
    GEMEENTE,
    OM,
    POLITIE,
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
    verstrekking,
    wie,
)

NOT_AT_TABLE = {right("10.4", "not-at-table")}
ACHTERBLIJVER, NETWERK, ENDED, BIJDRAGE, SIGNAAL, ANALYSE = (stuk_id(number) for number in range(100, 106))


def stuk(soort: CasusStuk, stuk_id_: StukId, *, van: OrganisatieFeit = RAAD, staat: str = "") -> StukFeit:
    """Give a piece of an organisation."""
    return StukFeit(id=stuk_id_, soort=soort, organisatie_id=van.id, bij_id=None, op=DAY, staat=staat)


def filled(staat: CasusStaat = CasusStaat.PLAN_VASTGESTELD) -> CasusFeit:
    """Give a casus in which the Raad recorded persons and gave data, and the politie a signaal."""
    return replace(
        casus(staat),
        stukken=(
            stuk(CasusStuk.ACHTERBLIJVER, ACHTERBLIJVER),
            stuk(CasusStuk.NETWERKPERSOON, NETWERK),
            stuk(CasusStuk.NETWERKPERSOON, ENDED, staat=BEEINDIGD),
            stuk(CasusStuk.BIJDRAGE, BIJDRAGE),
            stuk(CasusStuk.SIGNAAL, SIGNAAL, van=POLITIE),
            stuk(CasusStuk.ANALYSE, ANALYSE, van=POLITIE),
        ),
    )


GIVEN = verstrekking(RAAD.soort)
ADD_F = partial(may_add_achterblijver, naam="A", noodzaak="voor de hulp", hulp="ja", verstrekking=GIVEN, day=DAY)
ADD_G = partial(
    may_add_netwerkpersoon, naam="N", noodzaak="voor het plan", rol="steunt thuis", verstrekking=GIVEN, day=DAY
)
CORRECT = partial(may_correct_persoon, naam="A", noodzaak="voor het plan", rol="ja", reden="verhuisd", day=DAY)
END = partial(may_end_persoon, reden="uit beeld", day=DAY)
MEND = partial(may_correct_bijdrage, omschrijving="juist", noodzaak="voor het plan", reden="onjuist", day=DAY)
LEFT_UNDER = replace(
    casus(),
    stukken=(
        *casus().stukken,
        stuk(CasusStuk.SIGNAAL, SIGNAAL, van=POLITIE),
        stuk(CasusStuk.BIJDRAGE, BIJDRAGE, van=RAAD),
        stuk(CasusStuk.ANALYSE, ANALYSE, van=POLITIE, staat=AnalyseStaat.TE_HERZIEN),
        stuk(CasusStuk.ANALYSE, stuk_id(77), van=POLITIE),
    ),
)
ANALYSED = partial(may_analyse, criterium=CRITERIUM, tekst="weegt mee", rust_op=[SIGNAAL, BIJDRAGE], day=DAY)


@pytest.mark.article("10.2.f", "1.a", "3.f")
class TestAnAchterblijver:
    """Who lived as a family with an uitreiziger."""

    def test_is_recorded_by_a_party_at_the_table(self) -> None:
        """A party records it with the necessity, whether help is wanted, and on its own ground."""
        assert ADD_F(tafel(RAAD), casus()).is_allowed

    def test_needs_name_necessity_and_the_wish_for_help(self) -> None:
        """Each that is missing is named, all at once."""
        bare = ADD_F(tafel(RAAD), casus(), naam=" ", noodzaak="", hulp="misschien")

        assert refused(bare) == {field("10.2.f", "naam"), field("10.2.f", "noodzaak"), field("3.f", "hulp")}

    @pytest.mark.article("6")
    def test_is_provided_on_ones_own_ground(self) -> None:
        """The ground of another party is none of the Raad's."""
        other = ADD_F(tafel(RAAD), casus(), verstrekking=verstrekking(POLITIE.soort))

        assert refused(other) == {field("6.d", "grondslag")}

    @pytest.mark.article("18.3")
    def test_is_casework(self) -> None:
        """Without one of the kernpartijen nobody is added."""
        party = tafel(RAAD, onder=convenant_without(OM))

        assert refused(ADD_F(party, casus())) == {state("18.3", "kernpartijen")}


@pytest.mark.article("10.2.g")
class TestAPersonInTheNetwork:
    """Who has a role in the plan."""

    def test_is_recorded_with_the_role(self) -> None:
        """A party records it; without a role in the plan there is no place for it."""
        assert ADD_G(tafel(RAAD), casus()).is_allowed
        assert refused(ADD_G(tafel(RAAD), casus(), rol=" ")) == {field("10.2.g", "rol")}

    @pytest.mark.parametrize("asker", [tafel(OM), tafel(ROC), tafel(DE_BRUG)])
    @pytest.mark.parametrize("rule", [ADD_F, ADD_G])
    def test_is_hidden_from_who_is_no_party_at_the_table(self, asker: Wie, rule: partial[Verdict]) -> None:
        """Elsewhere, and for a partner at the table, there is nothing to add to. Covenant 10.5."""
        assert hidden(rule(asker, casus())) == NOT_AT_TABLE

    @pytest.mark.parametrize(("rule", "artikel"), [(ADD_F, "10.2.f"), (ADD_G, "10.2.g")])
    def test_is_not_recorded_by_the_uitvoerder_or_after_closing(self, rule: partial[Verdict], artikel: str) -> None:
        """The uitvoerder provides nothing of its own; a closed casus takes nothing."""
        wrong = refused(rule(uitvoerder(), casus(), verstrekking=verstrekking(CONVENANT.organisaties[0].soort)))
        closed = refused(rule(tafel(RAAD), casus(CasusStaat.AFGESLOTEN)))

        assert wrong == {right(artikel, "party")}
        assert closed == {state(artikel, "closed")}


@pytest.mark.article("10.3", "10.2.f", "10.2.g")
class TestCorrectingAPerson:
    """What is recorded of a person is mended, or the person is no longer needed."""

    def test_is_done_by_the_party_that_gave_it(self) -> None:
        """With a reason; the uitvoerder does it in a check."""
        for persoon in (ACHTERBLIJVER, NETWERK):
            assert CORRECT(tafel(RAAD), filled(), persoon_id=persoon).is_allowed
            assert END(tafel(RAAD), filled(), persoon_id=persoon).is_allowed
            assert CORRECT(uitvoerder(Taak.CONTROLEREN), filled(), persoon_id=persoon).is_allowed

    @pytest.mark.parametrize("persoon", [ENDED, SIGNAAL, BIJDRAGE])
    def test_is_not_done_to_who_ended_or_is_no_person(self, persoon: StukId) -> None:
        """The same answer for what is not there."""
        assert refused(CORRECT(tafel(RAAD), filled(), persoon_id=persoon)) == {field("10.3", "persoon_id")}
        assert refused(END(tafel(RAAD), filled(), persoon_id=persoon)) == {field("10.3", "persoon_id")}

    def test_is_not_done_by_another_party(self) -> None:
        """The politie does not mend what the Raad gave."""
        assert refused(CORRECT(tafel(POLITIE), filled(), persoon_id=NETWERK)) == {field("10.3", "persoon_id")}
        assert refused(END(tafel(POLITIE), filled(), persoon_id=NETWERK)) == {field("10.3", "persoon_id")}

    def test_asks_for_a_reason_and_for_what_must_stand_there(self) -> None:
        """Nothing that the recording asks may become empty; an achterblijver keeps a wish, another a role."""
        bare = partial(CORRECT, tafel(RAAD), filled(), naam="", noodzaak="", rol="", reden="")
        asked = {field("10.3", name) for name in ("naam", "noodzaak", "reden")}

        assert refused(bare(persoon_id=NETWERK)) == asked | {field("10.2.g", "rol")}
        assert refused(bare(persoon_id=ACHTERBLIJVER)) == asked | {field("3.f", "hulp")}
        assert refused(END(tafel(RAAD), filled(), persoon_id=NETWERK, reden="")) == {field("10.3", "reden")}

    def test_is_not_done_after_closing(self) -> None:
        """A closed casus changes no more by its table."""
        closed = filled(CasusStaat.AFGESLOTEN)

        assert refused(CORRECT(tafel(RAAD), closed, persoon_id=NETWERK, rol="r")) == {state("10.3", "closed")}
        assert refused(END(tafel(RAAD), closed, persoon_id=NETWERK)) == {state("10.3", "closed")}

    @pytest.mark.article("5")
    def test_at_the_table_is_for_what_one_gave(self) -> None:
        """An uitvoerder that also sits at the table mends as its party does: its own, without a task."""
        both = wie(GEMEENTE, Rol.UITVOERDER, Rol.CASUSOVERLEG)
        own = replace(filled(), stukken=(stuk(CasusStuk.ACHTERBLIJVER, ACHTERBLIJVER, van=GEMEENTE),))

        assert CORRECT(both, own, persoon_id=ACHTERBLIJVER).is_allowed
        assert refused(CORRECT(both, filled(), persoon_id=ACHTERBLIJVER)) == {field("10.3", "persoon_id")}

    @pytest.mark.article("5")
    def test_by_the_uitvoerder_is_for_the_task_of_checking(self) -> None:
        """To prepare the boards covers no mending."""
        assert refused(CORRECT(uitvoerder(), filled(), persoon_id=NETWERK)) == {field("5", "taak")}
        assert refused(END(uitvoerder(), filled(), persoon_id=NETWERK)) == {field("5", "taak")}

    @pytest.mark.article("18.3")
    def test_is_no_casework(self) -> None:
        """It stays possible without one of the kernpartijen."""
        party = tafel(RAAD, onder=convenant_without(OM))

        assert END(party, filled(), persoon_id=NETWERK).is_allowed
        assert CORRECT(party, filled(), persoon_id=NETWERK).is_allowed


@pytest.mark.article("10.3", "9.2")
class TestCorrectingAContribution:
    """A participant mends what it gave."""

    def test_is_done_by_who_gave_it(self) -> None:
        """With a reason, and also when casework stopped."""
        assert MEND(tafel(RAAD), filled(), bijdrage_id=BIJDRAGE).is_allowed
        assert MEND(tafel(RAAD, onder=convenant_without(OM)), filled(), bijdrage_id=BIJDRAGE).is_allowed

    @pytest.mark.parametrize("asker", [tafel(POLITIE), tafel(DE_BRUG)])
    def test_is_not_done_by_another(self, asker: Wie) -> None:
        """A partner that guesses gets the same answer as for what is not there."""
        for stuk_id_ in (BIJDRAGE, SIGNAAL, NETWERK):
            assert refused(MEND(asker, filled(), bijdrage_id=stuk_id_)) == {field("10.3", "bijdrage_id")}

    @pytest.mark.parametrize("asker", [tafel(OM), tafel(ROC)])
    def test_is_hidden_from_who_sits_elsewhere(self, asker: Wie) -> None:
        """Neither the casus nor a contribution to it exists for them."""
        assert hidden(MEND(asker, filled(), bijdrage_id=BIJDRAGE)) == NOT_AT_TABLE

    def test_is_done_to_the_contribution_that_is_named(self) -> None:
        """An id that is no contribution is none, also where one's own stands beside it."""
        for stuk_id_ in (SIGNAAL, NETWERK, stuk_id(999)):
            assert refused(MEND(tafel(RAAD), filled(), bijdrage_id=stuk_id_)) == {field("10.3", "bijdrage_id")}

    @pytest.mark.article("5")
    def test_is_done_by_an_uitvoerder_at_the_table_to_its_own(self) -> None:
        """Who also sits there for a party mends what that party gave, and no more."""
        both = wie(GEMEENTE, Rol.UITVOERDER, Rol.CASUSOVERLEG)
        own = replace(filled(), stukken=(stuk(CasusStuk.BIJDRAGE, BIJDRAGE, van=GEMEENTE),))

        assert MEND(both, own, bijdrage_id=BIJDRAGE).is_allowed
        assert refused(MEND(both, filled(), bijdrage_id=BIJDRAGE)) == {field("10.3", "bijdrage_id")}

    def test_asks_for_texts_and_reason(self) -> None:
        """A contribution without necessity is none."""
        bare = MEND(tafel(RAAD), filled(), bijdrage_id=BIJDRAGE, omschrijving="", noodzaak="", reden=" ")

        assert refused(bare) == {field("10.3", "omschrijving"), field("9.2", "noodzaak"), field("10.3", "reden")}

    def test_is_not_done_by_the_uitvoerder_or_after_closing(self) -> None:
        """Who gave it corrects it, while the casus is open."""
        closed = MEND(tafel(RAAD), filled(CasusStaat.AFGESLOTEN), bijdrage_id=BIJDRAGE)

        assert refused(MEND(uitvoerder(Taak.CONTROLEREN), filled(), bijdrage_id=BIJDRAGE)) == {right("10.3", "own")}
        assert refused(closed) == {state("10.3", "closed")}


@pytest.mark.article("10.2.d", "1.g")
class TestAnalysingAtTheTable:
    """The table adds to what the weegploeg handed over."""

    def test_rests_on_signals_and_contributions(self) -> None:
        """A party at the table writes it on a criterion of the referentiekader."""
        assert ANALYSED(tafel(RAAD), filled()).is_allowed

    @pytest.mark.parametrize("rust_op", [[], [NETWERK], [ANALYSE], [SIGNAAL, stuk_id(999)]])
    def test_does_not_rest_on_anything_else(self, rust_op: list[StukId]) -> None:
        """Not on nothing, not on a person or another analysis, not on what is not there."""
        assert refused(ANALYSED(tafel(RAAD), filled(), rust_op=rust_op)) == {field("10.2.d", "rust_op")}

    def test_asks_for_a_criterion_in_force_and_a_text(self) -> None:
        """Without annex 3 there is no criterion."""
        bare = ANALYSED(tafel(RAAD), filled(), criterium="gevoel", tekst=" ")
        frameless = tafel(RAAD, onder=replace(CONVENANT, criteria=frozenset()))

        assert refused(bare) == {field("10.2.d", "criterium"), field("10.2.d", "tekst")}
        assert refused(ANALYSED(frameless, filled())) == {field("10.2.d", "criterium")}

    def test_is_for_parties_at_the_table_of_an_open_casus(self) -> None:
        """Hidden from a partner and from elsewhere; not by the uitvoerder; not after closing."""
        assert hidden(ANALYSED(tafel(DE_BRUG), filled())) == NOT_AT_TABLE
        assert hidden(ANALYSED(tafel(OM), filled())) == NOT_AT_TABLE
        assert refused(ANALYSED(uitvoerder(), filled())) == {right("10.2.d", "party")}
        assert refused(ANALYSED(tafel(RAAD), filled(CasusStaat.AFGESLOTEN))) == {state("10.2.d", "closed")}


@pytest.mark.article("10.3", "8.3")
class TestAnAnalysisThatASignaalLeftFromUnder:
    """Its text may speak of what left."""

    def test_waits_for_the_party_that_wrote_it(self) -> None:
        """For that party at the table, by the analysis; one that stands on what is there waits for nobody."""
        assert [stuk.id for stuk in to_revise(tafel(POLITIE), LEFT_UNDER)] == [ANALYSE]
        assert not to_revise(tafel(RAAD), LEFT_UNDER)
        (werk,) = [w for w in werk_in_casusoverleg(tafel(POLITIE), LEFT_UNDER, day=DAY) if w.stap is Stap.HERZIEN]
        assert (werk.artikel, werk.bij_id, werk.uiterlijk_op) == ("10.3", ANALYSE, None)

    def test_is_revised_by_that_party_alone(self) -> None:
        """Another party does not know of it, and what stands is not revised."""
        assert ANALYSED(tafel(POLITIE), LEFT_UNDER, herziet=ANALYSE).is_allowed
        assert refused(ANALYSED(tafel(RAAD), LEFT_UNDER, herziet=ANALYSE)) == {field("10.3", "herziet")}
        assert refused(ANALYSED(tafel(POLITIE), LEFT_UNDER, herziet=stuk_id(77))) == {field("10.3", "herziet")}
