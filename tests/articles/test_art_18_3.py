"""Covenant 18.3: without one of the kernpartijen no casework is done and no new case opens; files are read."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

import pytest

from casustafel.convenant.feit import CasusStaat, ConvenantFeit, DossierStaat, OrganisatieFeit, Rol, Uitkomst, Wie
from casustafel.convenant.partij import Soort
from casustafel.convenant.rules import casusoverleg, toegang
from casustafel.convenant.rules import weegploeg as rules
from casustafel.convenant.verdict import Verdict
from tests.facts import (
    CONFIRMED,
    CONVENANT,
    CRITERIUM,
    DAY,
    DE_BRUG,
    GEMEENTE,
    KERN,
    OM,
    PARTNER_MAATREGEL,
    POLITIE,
    RAAD,
    RECLASSERING,
    SIGNAAL,
    SINCE,
    TOMORROW,
    VRAAG,
    YESTERDAY,
    casus,
    convenant,
    convenant_without,
    deelnemers,
    dossier,
    field,
    hidden,
    refused,
    right,
    standpunten,
    state,
    systeem,
    tafel,
    verstrekking,
    verzoek,
    weegploeg,
    wie,
)

INCOMPLETE = state("18.3", "kernpartijen")
Act = Callable[[OrganisatieFeit, ConvenantFeit], Verdict]
"""An act under a covenant, by this kernpartij or by the table, on a file in which nothing else is in its way."""

ALL_AGREED = dossier(standpunten=standpunten(*KERN, uitkomst=Uitkomst.AGENDEREN))
ON_AGENDA = dossier(DossierStaat.AGENDEREN, betrokken=[RAAD])
ADVISED = casus(CasusStaat.AFSLUITING_GEADVISEERD, standpunten=standpunten(*KERN))


def in_weegploeg(rule: Callable[..., Verdict], **given: object) -> Act:
    """Let the representative of a kernpartij do this, today."""
    return lambda van, onder: rule(weegploeg(van, onder=onder), **given, day=DAY)


def provides(rule: Callable[..., Verdict], **given: object) -> Act:
    """Let the representative of a kernpartij provide this, on its own ground, today."""
    return lambda van, onder: in_weegploeg(rule, **given, verstrekking=verstrekking(van.soort))(van, onder)


def at_table(rule: Callable[..., Verdict], asker: OrganisatieFeit = RAAD, **given: object) -> Act:
    """Let somebody at the table who is of no kernpartij do this, today."""
    return lambda _van, onder: rule(tafel(asker, onder=onder), casus(), **given, day=DAY)


def asks(van: OrganisatieFeit, onder: ConvenantFeit) -> Verdict:
    """Let a kernpartij be asked that takes part."""
    return in_weegploeg(rules.may_ask_informatie, dossier=dossier(), organisatie_id=van.id, vraag="Werk?")(van, onder)


def answers(van: OrganisatieFeit, onder: ConvenantFeit) -> Verdict:
    """Let the kernpartij answer that was asked."""
    asked = dossier(verzoeken=[verzoek(van)])
    return provides(rules.may_answer_informatie, dossier=asked, verzoek_id=VRAAG, antwoord="Geen.")(van, onder)


def withdraws(van: OrganisatieFeit, onder: ConvenantFeit) -> Verdict:
    """Let an open question be taken back."""
    asked = dossier(verzoeken=[verzoek(van)])
    return in_weegploeg(rules.may_withdraw_informatie, dossier=asked, verzoek_id=VRAAG)(van, onder)


ACTS: Final[Mapping[Callable[..., Verdict], Act]] = {
    rules.may_submit_new_signaal: provides(
        rules.may_submit_new_signaal,
        naam="A. Verzonnen",
        leeftijdsgroep="",
        doelgroep=CONFIRMED,
        omschrijving="riep op tot geweld",
    ),
    rules.may_submit_signaal: provides(rules.may_submit_signaal, dossier=dossier(), omschrijving="dreigde"),
    rules.may_ask_informatie: asks,
    rules.may_withdraw_informatie: withdraws,
    rules.may_answer_informatie: answers,
    rules.may_weigh_criterium: in_weegploeg(
        rules.may_weigh_criterium, dossier=dossier(), criterium=CRITERIUM, tekst="past", signalen=[SIGNAAL]
    ),
    rules.may_take_standpunt: in_weegploeg(rules.may_take_standpunt, dossier=dossier(), motivering="past"),
    rules.may_decide: in_weegploeg(
        rules.may_decide, dossier=ALL_AGREED, uitkomst=Uitkomst.AGENDEREN, motivering="nodig"
    ),
    rules.may_name_betrokkenen: in_weegploeg(
        rules.may_name_betrokkenen, dossier=ON_AGENDA, organisaties=[RAAD.id], reden="opvoeding"
    ),
    rules.may_hand_over: in_weegploeg(rules.may_hand_over, dossier=ON_AGENDA, signalen=[SIGNAAL], doelgroep=CONFIRMED),
    casusoverleg.may_contribute: at_table(
        casusoverleg.may_contribute,
        omschrijving="gaat niet naar school",
        noodzaak="nodig op school",
        verstrekking=verstrekking(Soort.RAAD),
    ),
    casusoverleg.may_write_plan: at_table(
        casusoverleg.may_write_plan,
        doelstellingen=["i"],
        doelen=["b"],
        toelichting="naar school",
        maatregelen=[("gesprek", RAAD.id)],
    ),
    casusoverleg.may_adopt_plan: at_table(casusoverleg.may_adopt_plan),
    casusoverleg.may_record_voortgang: at_table(
        casusoverleg.may_record_voortgang, DE_BRUG, maatregel_id=PARTNER_MAATREGEL, tekst="gesproken"
    ),
    casusoverleg.may_advise_afsluiting: at_table(casusoverleg.may_advise_afsluiting, motivering="doelen gehaald"),
    casusoverleg.may_take_standpunt_afsluiting: in_weegploeg(
        casusoverleg.may_take_standpunt_afsluiting, casus=ADVISED, motivering="geen risico meer"
    ),
    casusoverleg.may_close_casus: in_weegploeg(casusoverleg.may_close_casus, casus=ADVISED, motivering="gehaald"),
}
EACH_ACT = pytest.mark.parametrize("act", [pytest.param(act, id=rule.__name__) for rule, act in ACTS.items()])
ONE_GONE = pytest.mark.parametrize(("gone", "asker"), [(GEMEENTE, OM), (OM, POLITIE), (POLITIE, GEMEENTE)])


@pytest.mark.article("18.3")
class TestACovenantThatLacksAKernpartij:
    """One of gemeente, OM and politie left."""

    @EACH_ACT
    @ONE_GONE
    def test_does_no_casework(self, act: Act, gone: OrganisatieFeit, asker: OrganisatieFeit) -> None:
        """In the weegploeg and at the table nothing is entered, weighed, decided, planned or closed any more."""
        assert act(asker, CONVENANT).is_allowed
        assert refused(act(asker, convenant_without(gone))) == {INCOMPLETE}

    @EACH_ACT
    @pytest.mark.parametrize(
        ("vanaf", "tot", "complete"),
        [
            (TOMORROW, None, False),
            (DAY, None, True),
            (YESTERDAY, None, True),
            (SINCE, TOMORROW, True),
            (SINCE, DAY, False),
            (SINCE, YESTERDAY, False),
        ],
    )
    def test_is_incomplete_on_the_days_it_does_not_take_part(
        self, act: Act, vanaf: date, tot: date | None, complete: bool
    ) -> None:
        """Casework is done from the day on which all three take part, until one has left."""
        verdict = act(POLITIE, convenant(replace(OM, vanaf=vanaf, tot=tot)))

        assert verdict.is_allowed is complete

    @EACH_ACT
    def test_is_told_only_to_who_may_know_of_the_file(self, act: Act) -> None:
        """Who has no standing finds nothing, and is not told what the covenant lacks."""
        onder = replace(convenant_without(OM), in_werking_op=TOMORROW)

        assert hidden(act(POLITIE, onder)) == {right("18.1", "not-in-force")}

    def test_is_named_beside_what_else_is_wrong(self) -> None:
        """Whatever is wrong is named at once, on either board."""
        onder = convenant_without(OM)
        weighed = rules.may_take_standpunt(weegploeg(onder=onder), dossier(), motivering="", day=DAY)
        advised = casusoverleg.may_advise_afsluiting(tafel(RAAD, onder=onder), casus(), motivering="", day=DAY)

        assert refused(weighed) == {INCOMPLETE, field("7.4", "motivering")}
        assert refused(advised) == {INCOMPLETE, field("9.4", "motivering")}

    def test_is_checked_at_every_act_of_both_boards(self) -> None:
        """No act of the weegploeg or the casusoverleg is left out, but for what the system carries between them."""
        every = {
            rule
            for module in (rules, casusoverleg)
            for name, rule in vars(module).items()
            if name.startswith("may_") and rule.__module__ == module.__name__
        }

        assert every - {rules.may_carry} == set(ACTS)

    @EACH_ACT
    def test_stands_without_the_casuspartijen_that_are_not_needed(self, act: Act) -> None:
        """A casuspartij and a partner may leave: the covenant stands for the others."""
        assert act(POLITIE, convenant_without(RECLASSERING)).is_allowed


@pytest.mark.article("18.3")
class TestItsFiles:
    """What there is of dossiers and casussen when a kernpartij has left."""

    @ONE_GONE
    def test_of_the_weegploeg_are_read(self, gone: OrganisatieFeit, asker: OrganisatieFeit) -> None:
        """For information, requests, retention and control the dossiers are found and opened."""
        representative = weegploeg(asker, onder=convenant_without(gone))

        assert toegang.may_find_dossiers(representative, day=DAY).is_allowed
        assert toegang.may_find_dossier(representative, dossier().kop, day=DAY).is_allowed
        assert toegang.may_open_dossier(representative, dossier().kop, day=DAY).is_allowed

    @ONE_GONE
    def test_of_the_casusoverleg_are_read(self, gone: OrganisatieFeit, asker: OrganisatieFeit) -> None:
        """The casus, its plan page and a pending closing are found and opened as before."""
        both = wie(asker, Rol.WEEGPLOEG, Rol.CASUSOVERLEG, onder=convenant_without(gone))
        kop = casus(CasusStaat.AFSLUITING_GEADVISEERD, aan_tafel=deelnemers(*KERN)).kop

        assert toegang.may_find_casussen(both, day=DAY).is_allowed
        assert toegang.may_open_casus(both, kop, day=DAY).is_allowed
        assert toegang.may_open_plan(both, kop, day=DAY).is_allowed
        assert toegang.may_find_afsluitingen(both, day=DAY).is_allowed
        assert toegang.may_open_afsluiting(both, kop, day=DAY).is_allowed

    @ONE_GONE
    def test_are_not_there_for_the_one_that_left(self, gone: OrganisatieFeit, asker: OrganisatieFeit) -> None:
        """Its own people have no access, and are not told what the covenant lacks."""
        left = partial(wie, gone, Rol.WEEGPLOEG, Rol.CASUSOVERLEG, onder=convenant_without(gone))

        assert asker != gone
        assert hidden(toegang.may_open_dossier(left(), dossier().kop, day=DAY)) == {right("18.2", "left")}
        assert hidden(casusoverleg.may_adopt_plan(left(), casus(), day=DAY)) == {right("18.2", "left")}

    def test_that_cross_already_are_still_carried(self) -> None:
        """What was handed over or closed while all took part arrives: the system carries, it decides nothing."""
        asker: Wie = replace(systeem(), convenant=convenant_without(OM))

        assert rules.may_carry(asker, convenant_id=CONVENANT.id, day=DAY).is_allowed
