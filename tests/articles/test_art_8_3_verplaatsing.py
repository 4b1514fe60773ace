"""Covenant 8.3: a signaal stands in the dossier of whom it is about; no term becomes longer by setting it right."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from uuid import UUID

import pytest

from casustafel.convenant.beslistermijn import outcome_2_on, unlisted_until
from casustafel.convenant.doelgroep import Doelgroep
from casustafel.convenant.feit import (
    UNDECIDED,
    DossierFeit,
    DossierId,
    DossierStaat,
    OrganisatieFeit,
    StukFeit,
    StukId,
)
from casustafel.convenant.partij import Soort
from casustafel.convenant.rules.verplaatsing import (
    is_emptied,
    joined,
    may_join_dossiers,
    may_move_signaal,
    may_part_dossier,
    may_supplement,
    staat_on,
    with_earliest,
)
from casustafel.convenant.stuk import OVERGEDRAGEN, VERVALLEN, DossierStuk
from casustafel.convenant.termijn import last_undecided_day
from tests.facts import (
    CONFIRMED,
    CONVENANT,
    DAY,
    FOREIGN_SIGNAAL,
    GEMEENTE,
    KERN,
    OTHER_CONVENANT,
    POLITIE,
    SIGNAAL,
    SIGNAAL_2,
    convenant_without,
    dossier,
    field,
    hidden,
    refused,
    right,
    state,
    tafel,
    uitvoerder,
    weegploeg,
)

pytestmark = pytest.mark.article("8.3")
S = DossierStaat
KEPT_SHORT = state("13.3", "term")
LONG_AGO = date(2025, 12, 2)
LAST = last_undecided_day(LONG_AGO, extended=False)


def signaal(of: OrganisatieFeit = POLITIE, *, id: StukId = SIGNAAL, op: date = DAY, staat: str = "") -> StukFeit:  # noqa: A002
    """Give a signaal that an organisation brought in."""
    return StukFeit(id=id, soort=DossierStuk.SIGNAAL, organisatie_id=of.id, bij_id=None, op=op, staat=staat)


def holding(
    staat: DossierStaat = S.IN_WEGING,
    *stukken: StukFeit,
    number: int = 1,
    since: date = DAY,
    decided: date | None = None,
) -> DossierFeit:
    """Give a dossier with these signals; with one of the politie and one of the gemeente where none is given."""
    feit = dossier(staat, eerste_signaal_op=since)
    kop = replace(feit.kop, id=DossierId(UUID(int=0xD000 + number)), besloten_op=decided)
    return replace(feit, kop=kop, stukken=stukken or (signaal(), signaal(GEMEENTE, id=SIGNAAL_2)))


HERE, THERE = holding(), holding(number=2)
MOVE = partial(may_move_signaal, signaal_id=SIGNAAL, reden="Hoort bij een ander.", day=DAY)
JOIN = partial(may_join_dossiers, reden="Een en dezelfde persoon.", day=DAY)
PART = partial(
    may_part_dossier,
    signalen=[SIGNAAL],
    naam="Xander Verzonnen",
    leeftijdsgroep="",
    doelgroep=CONFIRMED,
    reden="Ander.",
    day=DAY,
)


class TestMovingASignaal:
    """A signaal stands in the dossier of somebody it is not about."""

    @pytest.mark.parametrize("van", [*sorted(UNDECIDED), S.AGENDEREN, S.OVERGEDRAGEN, S.AFGESLOTEN])
    @pytest.mark.parametrize("naar", [*sorted(UNDECIDED), S.AGENDEREN, S.OVERGEDRAGEN])
    def test_goes_to_a_dossier_on_which_there_is_work(self, van: DossierStaat, naar: DossierStaat) -> None:
        """Whatever came of the dossier it stands in, for it never belonged there."""
        assert MOVE(weegploeg(), holding(van), holding(naar, number=2)).is_allowed

    def test_is_for_who_provided_it(self) -> None:
        """A signaal of the politie is moved by the politie, and by nobody else."""
        assert refused(MOVE(weegploeg(Soort.OM), HERE, THERE)) == {right("8.3", "provider")}

    def test_is_for_any_kernpartij_where_the_provider_left(self) -> None:
        """Nothing stays in the wrong place because who brought it in is no longer there."""
        gone = convenant_without(POLITIE)

        assert MOVE(weegploeg(Soort.OM, onder=gone), HERE, THERE).is_allowed

    def test_takes_a_signaal_that_is_there_another_dossier_and_a_reason(self) -> None:
        """All faults at once."""
        verdict = may_move_signaal(weegploeg(), HERE, HERE, signaal_id=FOREIGN_SIGNAAL, reden=" ", day=DAY)

        assert refused(verdict) == {field("8.3", "naar_id"), field("8.3", "signaal_id"), field("8.3", "reden")}

    def test_does_not_take_one_that_was_set_aside(self) -> None:
        """What counts no longer stays where it is."""
        verdict = MOVE(weegploeg(), holding(S.IN_WEGING, signaal(staat=VERVALLEN)), THERE)

        assert refused(verdict) == {field("8.3", "signaal_id")}

    def test_is_not_done_by_the_uitvoerder(self) -> None:
        """The uitvoerder prepares the check; a kernpartij decides what is right."""
        assert refused(MOVE(uitvoerder(), HERE, THERE)) == {right("8.3", "representative"), right("8.3", "provider")}

    @pytest.mark.parametrize("order", [1, -1])
    def test_does_not_exist_where_either_dossier_does_not(self, order: int) -> None:
        """A dossier that one may not know of gives no other answer than a number that does not exist."""
        elsewhere = replace(THERE, kop=replace(THERE.kop, convenant_id=OTHER_CONVENANT.id))
        two = (HERE, elsewhere)[::order]

        assert hidden(MOVE(weegploeg(), *two)) == {right("8.4", "other-convenant")}
        assert hidden(MOVE(tafel(), HERE, THERE)) == {right("8.4", "kernpartij")}


@pytest.mark.article("7.4")
class TestTheTermOfTheReceivingDossier:
    """The three months count from the earliest signaal."""

    def test_follows_the_earliest(self) -> None:
        """An older signaal makes the term of the receiving dossier shorter, a younger one does not make it longer."""
        older, younger = signaal(op=LONG_AGO), signaal(op=DAY + timedelta(days=9))

        assert with_earliest(THERE, [older, younger]).kop.eerste_signaal_op == LONG_AGO
        assert with_earliest(THERE, [younger]).kop.eerste_signaal_op == DAY

    @pytest.mark.parametrize(("shift", "is_in_time"), [(-1, True), (0, True), (1, False)])
    def test_may_not_be_over_at_once(self, shift: int, is_in_time: bool) -> None:
        """A dossier that is being weighed is not ended by a signaal that comes to it."""
        day = LAST + timedelta(days=shift)
        van = holding(S.OVERGEDRAGEN, signaal(op=LONG_AGO), since=LONG_AGO)
        verdict = MOVE(weegploeg(), van, holding(number=2, since=day), day=day)

        assert verdict.is_allowed if is_in_time else refused(verdict) == {state("7.4", "overdue")}

    def test_is_no_matter_where_it_was_decided(self) -> None:
        """On the agenda there is no time to decide any more."""
        day = LAST + timedelta(days=1)
        van = holding(S.OVERGEDRAGEN, signaal(op=LONG_AGO), since=LONG_AGO)

        assert MOVE(weegploeg(), van, holding(S.AGENDEREN, number=2), day=day).is_allowed

    @pytest.mark.parametrize(
        ("naar", "why"),
        [
            (S.NIET_AGENDEREN, state("7.4", "finished")),
            (S.AFGESLOTEN, state("7.4", "finished")),
            (S.OPGEGAAN, state("8.3", "gone-over")),
        ],
    )
    def test_a_finished_dossier_receives_nothing(self, naar: DossierStaat, why: object) -> None:
        """What comes after the outcome opens a new dossier."""
        assert refused(MOVE(weegploeg(), HERE, holding(naar, number=2, decided=DAY))) == {why}


@pytest.mark.article("13.3")
class TestWhatIsKeptSixMonths:
    """The weegploeg did not put the subject on the agenda."""

    @pytest.mark.parametrize("naar", [*sorted(UNDECIDED), S.AGENDEREN, S.OVERGEDRAGEN, S.AFGESLOTEN])
    def test_is_not_moved_to_where_it_is_kept_longer(self, naar: DossierStaat) -> None:
        """Six months do not become five years, or six months anew."""
        van = holding(S.NIET_AGENDEREN, decided=DAY)

        assert refused(MOVE(weegploeg(), van, holding(naar, number=2))) == {KEPT_SHORT}

    def test_is_moved_to_what_is_kept_as_short(self) -> None:
        """The receiving dossier is destroyed on the earliest of the two days."""
        van, naar = holding(S.NIET_AGENDEREN, decided=DAY), holding(S.NIET_AGENDEREN, number=2, decided=DAY)

        assert MOVE(weegploeg(), van, naar).is_allowed

    def test_counts_also_without_a_decision(self) -> None:
        """No agreement in time counts as outcome 2, from the day after the last."""
        late = holding(since=LONG_AGO)

        assert staat_on(weegploeg(), late, day=LAST) is S.IN_WEGING
        assert staat_on(weegploeg(), late, day=LAST + timedelta(days=1)) is S.NIET_AGENDEREN
        assert outcome_2_on(late.kop, CONVENANT, day=LAST + timedelta(days=1)) == LAST + timedelta(days=1)
        assert refused(MOVE(weegploeg(), late, THERE, day=LAST + timedelta(days=1))) == {KEPT_SHORT}

    @pytest.mark.parametrize(("shift", "is_right"), [(0, False), (1, True), (2, True)])
    def test_goes_to_what_ended_by_itself_if_that_ended_no_later(self, shift: int, is_right: bool) -> None:
        """A dossier that was never decided on keeps the day on which its time was over."""
        van = holding(S.NIET_AGENDEREN, number=3, decided=LAST + timedelta(days=shift))
        verdict = MOVE(weegploeg(), van, holding(number=2, since=LONG_AGO), day=LAST + timedelta(days=9))

        assert verdict.is_allowed if is_right else refused(verdict) == {KEPT_SHORT}

    @pytest.mark.parametrize("staat", [S.NIET_AGENDEREN, S.IN_WEGING])
    def test_is_not_parted_off_either(self, staat: DossierStaat) -> None:
        """A new dossier would begin a new term."""
        van = holding(staat, since=LONG_AGO, decided=LAST if staat is S.NIET_AGENDEREN else None)

        assert refused(PART(weegploeg(), van, day=LAST + timedelta(days=1))) == {KEPT_SHORT}


class TestJoiningTwoDossiers:
    """Two dossiers on one subject."""

    @pytest.mark.parametrize("van", sorted(UNDECIDED))
    @pytest.mark.parametrize("naar", [*sorted(UNDECIDED), S.AGENDEREN, S.OVERGEDRAGEN])
    def test_takes_one_that_is_undecided_into_one_on_which_there_is_work(
        self, van: DossierStaat, naar: DossierStaat
    ) -> None:
        """By any kernpartij, with a reason: nobody's signaal changes its subject."""
        for partij in KERN:
            assert JOIN(weegploeg(partij), holding(van), holding(naar, number=2)).is_allowed

    @pytest.mark.parametrize("naar", [S.AGENDEREN, S.OVERGEDRAGEN])
    def test_takes_one_on_the_agenda_into_one_as_far(self, naar: DossierStaat) -> None:
        """Its signals may follow to the casus, chosen one by one."""
        assert JOIN(weegploeg(), holding(S.AGENDEREN), holding(naar, number=2)).is_allowed

    @pytest.mark.article("8.5")
    @pytest.mark.parametrize(
        ("van", "naar"), [(S.OVERGEDRAGEN, S.IN_WEGING), (S.OVERGEDRAGEN, S.AGENDEREN), (S.AGENDEREN, S.NIEUW)]
    )
    def test_goes_towards_the_one_that_is_further(self, van: DossierStaat, naar: DossierStaat) -> None:
        """The dossier that the casus belongs to stays."""
        assert refused(JOIN(weegploeg(), holding(van), holding(naar, number=2))) == {state("8.5", "direction")}

    @pytest.mark.article("8.5")
    def test_does_not_make_one_of_two_casussen(self) -> None:
        """The kernpartijen choose which one goes on."""
        verdict = JOIN(weegploeg(), holding(S.OVERGEDRAGEN), holding(S.OVERGEDRAGEN, number=2))

        assert refused(verdict) == {state("8.5", "two-casussen")}

    @pytest.mark.article("13.3")
    @pytest.mark.parametrize("other", [s for s in S if s is not S.OPGEGAAN])
    def test_leaves_what_is_kept_six_months_alone(self, other: DossierStaat) -> None:
        """In either direction: after outcome 2 a new signaal opens a new dossier, and the old term runs on."""
        short, there = holding(S.NIET_AGENDEREN, decided=DAY), holding(other, number=2)

        assert refused(JOIN(weegploeg(), short, there)) == {KEPT_SHORT}
        assert refused(JOIN(weegploeg(), there, short)) == {KEPT_SHORT}

    @pytest.mark.parametrize("other", [S.IN_WEGING, S.AGENDEREN, S.OVERGEDRAGEN, S.AFGESLOTEN])
    @pytest.mark.parametrize(
        ("ended", "why"), [(S.AFGESLOTEN, state("7.4", "finished")), (S.OPGEGAAN, state("8.3", "gone-over"))]
    )
    def test_leaves_what_is_finished_alone(self, other: DossierStaat, ended: DossierStaat, why: object) -> None:
        """A closed plan and a dossier that went over keep their own term."""
        assert refused(JOIN(weegploeg(), holding(ended), holding(other, number=2))) == {why}
        assert refused(JOIN(weegploeg(), holding(other), holding(ended, number=2))) == {why}

    @pytest.mark.article("7.4")
    @pytest.mark.parametrize(("here", "there"), [(True, True), (True, False), (False, True), (False, False)])
    def test_counts_from_the_earliest_and_is_extended_only_if_both_were(self, here: bool, there: bool) -> None:
        """What was extended on one of them was not agreed for the other."""
        van, naar = holding(since=LONG_AGO), holding(number=2)
        van = replace(van, kop=replace(van.kop, verlengd_op=DAY if here else None))
        naar = replace(naar, kop=replace(naar.kop, verlengd_op=DAY if there else None))

        kop = joined(van, naar)
        assert kop.eerste_signaal_op == LONG_AGO
        assert kop.verlengd_op == (DAY if here and there else None)

    @pytest.mark.article("7.4")
    @pytest.mark.parametrize(("shift", "is_in_time"), [(-1, True), (0, True), (1, False)])
    def test_is_not_over_at_once(self, shift: int, is_in_time: bool) -> None:
        """One that was extended is not joined where without the extension the time is over."""
        van = holding(since=LONG_AGO)
        van = replace(van, kop=replace(van.kop, verlengd_op=LONG_AGO))
        verdict = JOIN(weegploeg(), van, holding(number=2), day=LAST + timedelta(days=shift))

        assert verdict.is_allowed if is_in_time else refused(verdict) == {state("7.4", "overdue")}

    def test_takes_another_dossier_a_reason_and_a_representative(self) -> None:
        """All faults at once."""
        verdict = may_join_dossiers(uitvoerder(), HERE, HERE, reden="", day=DAY)

        assert refused(verdict) == {field("8.3", "naar_id"), field("8.3", "reden"), right("8.3", "representative")}

    @pytest.mark.article("18.3")
    def test_is_casework(self) -> None:
        """Without one of the kernpartijen nothing is joined or parted; a signaal is set right all the same."""
        gone = convenant_without(GEMEENTE)
        who = weegploeg(onder=gone)

        assert refused(JOIN(who, HERE, THERE)) == {state("18.3", "kernpartijen")}
        assert refused(PART(who, HERE)) == {state("18.3", "kernpartijen")}
        assert MOVE(who, HERE, THERE).is_allowed

    def test_is_hidden_where_either_dossier_is(self) -> None:
        """Who is not in the weegploeg learns nothing."""
        assert hidden(JOIN(tafel(), HERE, THERE)) == {right("8.4", "kernpartij")}


class TestPartingSignalsOff:
    """Signals on somebody who has no dossier."""

    @pytest.mark.parametrize("van", [*sorted(UNDECIDED), S.AGENDEREN, S.OVERGEDRAGEN, S.AFGESLOTEN])
    def test_opens_a_dossier_for_them(self, van: DossierStaat) -> None:
        """By who brought them in."""
        assert PART(weegploeg(), holding(van)).is_allowed

    @pytest.mark.article("8.2.a", "3")
    def test_takes_signals_a_name_an_age_group_and_a_reason(self) -> None:
        """All faults at once."""
        verdict = PART(weegploeg(), HERE, signalen=[], naam="", leeftijdsgroep="oud", doelgroep=Doelgroep(), reden="")

        assert refused(verdict) == {
            field("8.3", "signalen"),
            field("8.2.a", "naam"),
            field("8.2.a", "leeftijdsgroep"),
            field("3", "verblijft_in_nederland"),
            field("3", "radicaliseert"),
            field("8.3", "reden"),
        }

    def test_takes_ones_own_signals_only(self) -> None:
        """Each kernpartij parts off what it brought in."""
        verdict = PART(weegploeg(), HERE, signalen=[SIGNAAL, SIGNAAL_2])

        assert refused(verdict) == {right("8.3", "provider")}

    @pytest.mark.article("7.4")
    @pytest.mark.parametrize(("shift", "is_in_time"), [(-1, True), (0, True), (1, False)])
    def test_does_not_open_what_would_be_over_at_once(self, shift: int, is_in_time: bool) -> None:
        """The time to decide on the new dossier counts from the earliest of the signals."""
        van = holding(S.OVERGEDRAGEN, signaal(op=LONG_AGO), signaal(id=SIGNAAL_2), since=LONG_AGO)
        verdict = PART(weegploeg(), van, signalen=[SIGNAAL, SIGNAAL_2], day=LAST + timedelta(days=shift))

        assert verdict.is_allowed if is_in_time else refused(verdict) == {state("7.4", "overdue")}

    @pytest.mark.article("B1.3")
    def test_asks_for_a_regime_that_was_verified(self) -> None:
        """No new case opens without."""
        who = weegploeg(onder=replace(CONVENANT, regime_geverifieerd_op=None))

        assert refused(PART(who, HERE)) == {state("B1.3", "regime")}

    def test_is_for_representatives_and_hidden_from_others(self) -> None:
        """The uitvoerder parts nothing off."""
        assert refused(PART(uitvoerder(), HERE)) == {right("8.3", "representative"), right("8.3", "provider")}
        assert hidden(PART(tafel(), HERE)) == {right("8.4", "kernpartij")}


@pytest.mark.article("7.4")
class TestAnEmptyDossier:
    """The last signaal went."""

    def test_is_not_left_undecided(self) -> None:
        """It is finished; one that was decided on stays as it was decided."""
        for staat in S:
            ends = staat in UNDECIDED | {S.AGENDEREN}
            assert is_emptied(holding(staat, signaal()), [SIGNAAL]) is ends

    @pytest.mark.article("13.3")
    def test_is_kept_six_months_from_that_day(self) -> None:
        """What is left is a name and its own history."""
        kop = holding(S.OPGEGAAN, signaal(), decided=DAY).kop

        assert unlisted_until(kop, CONVENANT, day=DAY) == date(2026, 9, 2)

    def test_is_one_without_any_signaal_that_counts(self) -> None:
        """One that is left keeps the dossier going; one that was set aside does not."""
        assert not is_emptied(HERE, [SIGNAAL])
        assert is_emptied(holding(S.NIEUW, signaal(), signaal(id=SIGNAAL_2, staat=VERVALLEN)), [SIGNAAL])


@pytest.mark.article("8.5")
class TestSupplementingTheCasus:
    """A dossier that was handed over has a signaal that is not in the casus."""

    HANDED = holding(S.OVERGEDRAGEN, signaal(), signaal(GEMEENTE, id=SIGNAAL_2, staat=OVERGEDRAGEN))

    def test_takes_what_a_kernpartij_chooses(self) -> None:
        """Any kernpartij, as with the hand-over itself."""
        for partij in KERN:
            assert may_supplement(weegploeg(partij), self.HANDED, signalen=[SIGNAAL], day=DAY).is_allowed

    @pytest.mark.parametrize(
        "chosen", [[], [SIGNAAL_2], [SIGNAAL, SIGNAAL_2], [FOREIGN_SIGNAAL], [SIGNAAL, FOREIGN_SIGNAAL]]
    )
    def test_takes_nothing_twice_and_nothing_of_elsewhere(self, chosen: list[StukId]) -> None:
        """At least one, each of this dossier, none that the casus has."""
        verdict = may_supplement(weegploeg(), self.HANDED, signalen=chosen, day=DAY)

        assert refused(verdict) == {field("8.5", "signalen")}

    @pytest.mark.parametrize("staat", sorted(frozenset(S) - {S.OVERGEDRAGEN}))
    def test_needs_a_casus_that_is_not_closed(self, staat: DossierStaat) -> None:
        """Before the hand-over it is the hand-over; after the closing it is over."""
        verdict = may_supplement(weegploeg(), holding(staat), signalen=[SIGNAAL], day=DAY)

        assert refused(verdict) == {state("8.5", "no-casus")}

    def test_is_casework_of_representatives_under_a_verified_regime(self) -> None:
        """As with the hand-over itself."""
        gone = replace(convenant_without(GEMEENTE), regime_geverifieerd_op=None)
        verdict = may_supplement(weegploeg(onder=gone), self.HANDED, signalen=[SIGNAAL], day=DAY)

        assert refused(verdict) == {state("18.3", "kernpartijen"), state("B1.3", "regime")}
        by_uitvoerder = may_supplement(uitvoerder(), self.HANDED, signalen=[SIGNAAL], day=DAY)
        assert refused(by_uitvoerder) == {right("8.5", "representative")}
        assert hidden(may_supplement(tafel(), self.HANDED, signalen=[SIGNAAL], day=DAY)) == {right("8.4", "kernpartij")}
