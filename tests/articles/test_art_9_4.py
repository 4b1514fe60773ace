"""Covenant 9.4: the table monitors and advises to close; the kernpartijen decide (4, 10.2.h)."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from casustafel.convenant.feit import CasusFeit, CasusStaat, OrganisatieFeit, Rol, Taak, Wie
from casustafel.convenant.rules.casusoverleg import (
    may_advise_afsluiting,
    may_close_casus,
    may_record_voortgang,
    may_take_standpunt_afsluiting,
)
from casustafel.convenant.verdict import Verdict
from tests.facts import (
    CONCEPT_MAATREGEL,
    CONVENANT,
    DAY,
    DE_BRUG,
    GEMEENTE,
    KERN,
    MAATREGEL,
    OM,
    PARTNER_MAATREGEL,
    POLITIE,
    RAAD,
    RECLASSERING,
    ROC,
    SIGNAAL,
    Ground,
    casus,
    field,
    hidden,
    onthouden,
    refused,
    right,
    standpunten,
    state,
    systeem,
    tafel,
    uitvoerder,
    weegploeg,
    wie,
)

NOT_AT_TABLE = {right("10.4", "not-at-table")}
NO_MEASURE = {field("9.4", "maatregel_id")}
PENDING = CasusStaat.AFSLUITING_GEADVISEERD
NOT_PENDING = sorted(frozenset(CasusStaat) - {PENDING})
ADVISED = casus(PENDING)
AGREED = casus(PENDING, standpunten=standpunten(*KERN))
PROGRESS = partial(may_record_voortgang, maatregel_id=MAATREGEL, tekst="gesprek gevoerd", day=DAY)
ADVISE = partial(may_advise_afsluiting, motivering="doelen gehaald", day=DAY)
STANDPUNT = partial(may_take_standpunt_afsluiting, motivering="geen risico meer", day=DAY)
CLOSE = partial(may_close_casus, motivering="doelen gehaald", day=DAY)
DECISION = pytest.mark.parametrize(("rule", "pending"), [(STANDPUNT, ADVISED), (CLOSE, AGREED)])


@pytest.mark.article("9.4")
class TestProgress:
    """How a measure goes."""

    @pytest.mark.parametrize(("organisatie", "maatregel"), [(POLITIE, MAATREGEL), (DE_BRUG, PARTNER_MAATREGEL)])
    def test_is_recorded_by_who_carries_the_measure_out(self, organisatie: OrganisatieFeit, maatregel: Any) -> None:
        """A party, and a partner too, records the progress of its own measure."""
        assert PROGRESS(tafel(organisatie), casus(), maatregel_id=maatregel).is_allowed

    @pytest.mark.article("5")
    @pytest.mark.parametrize("maatregel", [MAATREGEL, PARTNER_MAATREGEL])
    def test_is_recorded_by_the_uitvoerder_for_any_measure(self, maatregel: Any) -> None:
        """The uitvoerder records it on behalf of who carries the measure out, for a named task."""
        assert PROGRESS(uitvoerder(), casus(), maatregel_id=maatregel).is_allowed
        assert refused(PROGRESS(uitvoerder(None), casus())) == {field("5", "taak")}

    @pytest.mark.article("5")
    @pytest.mark.parametrize("taak", sorted(frozenset(Taak) - {Taak.VOORBEREIDEN}))
    def test_is_not_recorded_by_the_uitvoerder_for_another_task(self, taak: Taak) -> None:
        """Who opens the plan to check it, or for a request, records nothing in it."""
        assert refused(PROGRESS(uitvoerder(taak), casus())) == {field("5", "taak")}

    @pytest.mark.parametrize(
        ("asker", "maatregel"),
        [
            (tafel(POLITIE), PARTNER_MAATREGEL),
            (tafel(DE_BRUG), MAATREGEL),
            (tafel(POLITIE), CONCEPT_MAATREGEL),
            (tafel(POLITIE), SIGNAAL),
            (uitvoerder(), CONCEPT_MAATREGEL),
            (uitvoerder(), SIGNAAL),
        ],
    )
    def test_is_on_a_measure_of_ones_own_in_the_adopted_plan(self, asker: Wie, maatregel: Any) -> None:
        """Not on the measure of another, and not on one that is a concept only or is not there."""
        assert refused(PROGRESS(asker, casus(), maatregel_id=maatregel)) == NO_MEASURE

    def test_says_how_it_goes(self) -> None:
        """Empty progress is none."""
        assert refused(PROGRESS(tafel(), casus(), tekst=" ")) == {field("9.4", "tekst")}

    @pytest.mark.parametrize("asker", [tafel(POLITIE), uitvoerder()])
    def test_ends_with_the_closing(self, asker: Wie) -> None:
        """A closed plan is monitored no more."""
        assert refused(PROGRESS(asker, casus(CasusStaat.AFGESLOTEN))) == {state("9.4", "closed")}

    @pytest.mark.parametrize("asker", [tafel(OM), tafel(ROC), weegploeg(), systeem()])
    def test_is_not_there_for_others(self, asker: Wie) -> None:
        """For who is not at the table there is no plan."""
        assert hidden(PROGRESS(asker, casus())) == NOT_AT_TABLE


@pytest.mark.article("9.4")
class TestAdvisingToClose:
    """The table advises the kernpartijen."""

    @pytest.mark.parametrize("organisatie", [POLITIE, GEMEENTE, RAAD], ids=lambda o: o.naam)
    def test_is_done_by_a_party_at_the_table(self, organisatie: OrganisatieFeit) -> None:
        """A party at the table records the advice of the casusoverleg."""
        assert ADVISE(tafel(organisatie), casus()).is_allowed

    @pytest.mark.parametrize(
        ("staat", "reasons"),
        [
            (CasusStaat.OPEN, {state("9.4", "no-plan")}),
            (PENDING, {state("9.4", "no-plan")}),
            (CasusStaat.AFGESLOTEN, {state("9.4", "no-plan"), state("9.4", "closed")}),
        ],
    )
    def test_is_done_on_an_adopted_plan_once(self, staat: CasusStaat, reasons: set[Ground]) -> None:
        """Before there is a plan, while an advice is pending and after the closing there is nothing to advise."""
        assert refused(ADVISE(tafel(), casus(staat))) == reasons

    def test_has_a_motivation(self) -> None:
        """An advice without a motivation is not given."""
        assert refused(ADVISE(tafel(), casus(), motivering="")) == {field("9.4", "motivering")}

    @pytest.mark.parametrize("asker", [uitvoerder(), systeem()])
    def test_is_not_done_by_who_has_no_seat(self, asker: Wie) -> None:
        """The uitvoerder prepares and does not advise; no job advises."""
        assert refused(ADVISE(asker, casus())) == {right("9.4", "party")}

    @pytest.mark.parametrize("asker", [tafel(OM), tafel(ROC), tafel(DE_BRUG), weegploeg()])
    def test_is_not_there_for_others(self, asker: Wie) -> None:
        """For who is not at the table the casus does not exist; a partner has the plan page only."""
        assert hidden(ADVISE(asker, casus())) == NOT_AT_TABLE


@pytest.mark.article("9.4")
@pytest.mark.article("4")
class TestDecidingToClose:
    """The kernpartijen take positions on the advice, and close."""

    @DECISION
    @pytest.mark.parametrize("organisatie", KERN, ids=lambda o: o.naam)
    def test_is_done_by_each_kernpartij(
        self, rule: Callable[..., Verdict], pending: CasusFeit, organisatie: OrganisatieFeit
    ) -> None:
        """Each by its representative in the weegploeg, at the table or not."""
        assert rule(weegploeg(organisatie), pending).is_allowed

    @DECISION
    def test_has_a_motivation(self, rule: Callable[..., Verdict], pending: CasusFeit) -> None:
        """Without a motivation nothing is decided."""
        assert refused(rule(weegploeg(), pending, motivering=" ")) == {field("9.4", "motivering")}

    @DECISION
    @pytest.mark.parametrize("asker", [tafel(POLITIE), tafel(RAAD), uitvoerder(), systeem()])
    def test_is_not_done_by_the_table(self, rule: Callable[..., Verdict], pending: CasusFeit, asker: Wie) -> None:
        """The table advises, the uitvoerder prepares: neither decides."""
        assert refused(rule(asker, pending)) == {right("9.4", "kernpartij")}

    @DECISION
    @pytest.mark.parametrize("asker", [tafel(OM), tafel(RECLASSERING), tafel(ROC), tafel(DE_BRUG)])
    def test_is_not_there_for_others(self, rule: Callable[..., Verdict], pending: CasusFeit, asker: Wie) -> None:
        """For who is not at the table and has no part in the decision the casus does not exist."""
        assert hidden(rule(asker, pending)) == NOT_AT_TABLE

    @DECISION
    @pytest.mark.article("5")
    def test_asks_the_uitvoerder_for_the_task(self, rule: Callable[..., Verdict], pending: CasusFeit) -> None:
        """Without a named task the uitvoerder does not open the casus."""
        assert refused(rule(uitvoerder(None), pending)) == {field("5", "taak")}

    @DECISION
    @pytest.mark.parametrize("staat", NOT_PENDING)
    def test_waits_for_the_advice(self, rule: Callable[..., Verdict], pending: CasusFeit, staat: CasusStaat) -> None:
        """At the table a kernpartij is told that nothing is pending; elsewhere it learns nothing."""
        early = replace(pending, kop=replace(pending.kop, staat=staat))
        both = wie(POLITIE, Rol.WEEGPLOEG, Rol.CASUSOVERLEG)

        assert refused(rule(both, early)) == {state("9.4", "no-advice")}
        assert hidden(rule(weegploeg(OM), early)) == NOT_AT_TABLE


@pytest.mark.article("9.4")
@pytest.mark.article("10.2.h")
@pytest.mark.article("4")
class TestClosing:
    """The decision that the plan is closed."""

    @pytest.mark.parametrize("agreed", [(), KERN[:1], KERN[:2], KERN[1:], (GEMEENTE, POLITIE)])
    def test_waits_for_each_kernpartij(self, agreed: Iterable[OrganisatieFeit]) -> None:
        """Without all three the plan is not closed, and each one that is missing is named."""
        missing = [o.naam for o in KERN if o not in agreed]
        verdict = CLOSE(weegploeg(), casus(PENDING, standpunten=standpunten(*agreed)))

        assert refused(verdict) == {state("4", "no-agreement")}
        assert [reason.params["partij"] for reason in verdict.reasons] == missing

    @pytest.mark.parametrize("staat", NOT_PENDING)
    def test_asks_nobody_to_agree_before_the_advice(self, staat: CasusStaat) -> None:
        """While nothing is pending no kernpartij is named as missing."""
        both = wie(POLITIE, Rol.WEEGPLOEG, Rol.CASUSOVERLEG)

        assert refused(CLOSE(both, casus(staat))) == {state("9.4", "no-advice")}

    def test_does_not_happen_when_one_withholds(self) -> None:
        """The kernpartij that withholds its agreement is named as such."""
        two = (*standpunten(GEMEENTE, POLITIE), onthouden(OM))
        verdict = CLOSE(weegploeg(), casus(PENDING, standpunten=two))

        assert refused(verdict) == {state("4", "withheld")}
        assert [reason.params["partij"] for reason in verdict.reasons] == ["OM Lindewaard"]

    def test_takes_no_agreement_of_the_table_for_that_of_a_kernpartij(self) -> None:
        """The agreement of casuspartijen and partners does not count."""
        others = casus(PENDING, standpunten=standpunten(GEMEENTE, POLITIE, RAAD, DE_BRUG))

        assert refused(CLOSE(weegploeg(), others)) == {state("4", "no-agreement")}
        assert {o.id for o in CONVENANT.kernpartijen_on(DAY)} == {o.id for o in KERN}
