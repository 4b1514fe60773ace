"""Covenant 9.1 and 1.b: each casus has a table of its own; 1.m: only kernpartijen sit in the weegploeg."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from casustafel.acts.casusoverleg.deelname import admit_deelnemer, end_deelname
from casustafel.convenant.feit import CasusFeit, CasusId, CasusStaat, OrganisatieFeit, Rol, Wie
from casustafel.convenant.partij import Soort
from casustafel.convenant.rules.casusoverleg import may_adopt_plan
from casustafel.convenant.rules.deelname import (
    may_admit_deelnemer,
    may_end_deelname,
    partners_at,
    readers_of,
    seat_of,
)
from casustafel.convenant.rules.toegang import at_table, is_weegploeg, may_open_casus
from casustafel.convenant.verdict import Verdict
from casustafel.demo.table import Table
from tests.canary import Canaries
from tests.evidence.stage import Stage
from tests.facts import (
    AT_TABLE,
    CONVENANT,
    DAY,
    DE_BRUG,
    ELSEWHERE,
    GEMEENTE,
    OM,
    POLITIE,
    RAAD,
    RECLASSERING,
    ROC,
    TOMORROW,
    YESTERDAY,
    casus,
    convenant,
    convenant_without,
    deelnemers,
    field,
    hidden,
    refused,
    right,
    state,
    stuk_id,
    tafel,
    uitvoerder,
    wie,
)

GERDA = tafel(GEMEENTE)


def stage_of(table: Table) -> Stage:
    """Give a stage for this table."""
    return Stage(table=table, canaries=Canaries())


@pytest.mark.article("9.1")
@pytest.mark.article("1.b")
class TestATable:
    """The parties and partners that one plan needs."""

    def test_is_of_one_casus(self) -> None:
        """A seat at the table of one casus is no seat at that of another."""
        other = replace(casus(aan_tafel=deelnemers(OM)).kop, id=CasusId(stuk_id(99)))

        assert may_open_casus(tafel(RAAD), casus().kop, day=DAY).is_allowed
        assert not may_open_casus(tafel(RAAD), other, day=DAY).is_allowed
        assert may_open_casus(tafel(OM), other, day=DAY).is_allowed

    def test_seats_nobody_but_those_who_were_named(self) -> None:
        """Of all organisations of the covenant only those named are at the table."""
        seated = [o for o in CONVENANT.organisaties if at_table(tafel(o), casus().kop, day=DAY)]

        assert set(seated) == set(AT_TABLE)


@pytest.mark.article("9.1")
@pytest.mark.article("10.5")
class TestWhoReadsThePlan:
    """Whoever sits at the table, and who is about to."""

    @pytest.mark.parametrize(
        ("vanaf", "tot", "reads"),
        [
            (YESTERDAY, None, True),
            (TOMORROW, None, True),
            (YESTERDAY, TOMORROW, True),
            (YESTERDAY, DAY, False),
            (YESTERDAY, YESTERDAY, False),
        ],
    )
    def test_sits_or_comes_and_has_not_left(self, vanaf: date, tot: date | None, reads: bool) -> None:
        """On the first day on which it has left an organisation has no seat, and reads nothing."""
        kop = casus(aan_tafel=(*deelnemers(GEMEENTE), *deelnemers(RAAD, vanaf=vanaf, tot=tot))).kop
        seat = kop.deelnemers[1] if reads else None

        assert readers_of(kop, CONVENANT, day=DAY) == ((GEMEENTE, RAAD) if reads else (GEMEENTE,))
        assert seat_of(kop, RAAD.id, day=DAY) is seat

    def test_counts_once_and_is_of_this_covenant(self) -> None:
        """Who leaves and comes back is one reader; an id that this covenant does not know is none."""
        seats = (*deelnemers(RAAD, tot=TOMORROW), *deelnemers(ELSEWHERE), *deelnemers(RAAD, vanaf=TOMORROW))

        assert readers_of(casus(aan_tafel=seats).kop, CONVENANT, day=DAY) == (RAAD,)

    def test_a_partner_sits_there_and_takes_part(self) -> None:
        """De Brug does; the ROC sits elsewhere, the Raad is a party; once De Brug left the covenant nobody does."""
        assert partners_at(casus().kop, CONVENANT, day=DAY) == (DE_BRUG,)
        assert partners_at(casus().kop, convenant_without(DE_BRUG), day=DAY) == ()
        assert partners_at(casus(aan_tafel=deelnemers(RAAD)).kop, CONVENANT, day=DAY) == ()


@pytest.mark.article("1.m")
class TestTheWeegploeg:
    """The board of the kernpartijen."""

    @pytest.mark.parametrize("soort", Soort)
    def test_seats_kernpartijen_with_the_role(self, soort: Soort) -> None:
        """Gemeente, OM and politie, by who has the role; nobody else."""
        is_kernpartij = soort in {Soort.GEMEENTE, Soort.OM, Soort.POLITIE}

        assert is_weegploeg(wie(soort, Rol.WEEGPLOEG)) is is_kernpartij
        assert not is_weegploeg(wie(soort, *(frozenset(Rol) - {Rol.WEEGPLOEG})))


ADMIT: dict[str, Any] = {"organisatie_id": ROC.id, "vanaf": DAY, "reden": "begeleidt op school", "day": DAY}
END: dict[str, Any] = {"organisatie_id": RAAD.id, "tot": DAY, "reden": "geen kinderen meer", "day": DAY}


def admits(asker: Wie = GERDA, feit: CasusFeit | None = None, **changes: Any) -> Verdict:
    """Let somebody say that the ROC joins."""
    return may_admit_deelnemer(asker, feit or casus(), **{**ADMIT, **changes})


def ends(asker: Wie = GERDA, feit: CasusFeit | None = None, **changes: Any) -> Verdict:
    """Let somebody say that the Raad leaves."""
    return may_end_deelname(asker, feit or casus(), **{**END, **changes})


@pytest.mark.article("9.1")
class TestJoining:
    """A party or a partner that the plan turns out to need."""

    @pytest.mark.article("1.c")
    @pytest.mark.parametrize("who", [ROC, OM, RECLASSERING])
    def test_is_for_parties_and_for_partners_of_annex_1(self, who: OrganisatieFeit) -> None:
        """A kernpartij, a casuspartij, a partner that is listed: each may join."""
        assert admits(organisatie_id=who.id).is_allowed

    @pytest.mark.article("1.c")
    def test_is_not_for_who_is_not_listed_or_not_in_force(self) -> None:
        """A partner outside annex 1, or one that left it, does not join."""
        gone = tafel(GEMEENTE, onder=convenant(replace(ROC, tot=DAY)))

        assert refused(admits(organisatie_id=ELSEWHERE.id)) == {field("9.1", "organisatie_id")}
        assert refused(admits(gone)) == {field("9.1", "organisatie_id")}

    def test_is_said_by_a_party_at_the_table(self) -> None:
        """The partner does not say it, nor the uitvoerder; who is not at the table does not know of it."""
        assert hidden(admits(tafel(DE_BRUG))) == {right("10.4", "not-at-table")}
        assert refused(admits(uitvoerder())) == {right("9.1", "party")}
        assert hidden(admits(tafel(OM))) == {right("10.4", "not-at-table")}

    def test_is_done_once_and_again_after_leaving(self) -> None:
        """Who sits does not join; who left may join again, from its last day on."""
        left = casus(aan_tafel=(*deelnemers(GEMEENTE), *deelnemers(ROC, tot=DAY)))

        assert refused(admits(organisatie_id=RAAD.id)) == {state("9.1", "seated")}
        assert admits(feit=left).is_allowed
        assert refused(admits(feit=casus(aan_tafel=(*deelnemers(GEMEENTE), *deelnemers(ROC, tot=TOMORROW))))) == {
            state("9.1", "seated")
        }

    @pytest.mark.parametrize(("vanaf", "allowed"), [(YESTERDAY, False), (DAY, True), (TOMORROW, True)])
    def test_works_from_today_or_later(self, vanaf: date, allowed: bool) -> None:
        """Nobody sat at the table before it was recorded."""
        verdict = admits(vanaf=vanaf)

        assert verdict.is_allowed is allowed
        assert allowed or refused(verdict) == {field("9.1", "vanaf")}

    def test_has_a_day(self) -> None:
        """Without one nothing is recorded, and nothing else is wrong."""
        assert refused(admits(vanaf=None)) == {field("9.1", "vanaf")}

    def test_looks_at_the_day_of_joining(self) -> None:
        """A partner that is no longer listed tomorrow does not join tomorrow; one whose seat ends then may return."""
        leaves = tafel(GEMEENTE, onder=convenant(replace(ROC, tot=TOMORROW)))
        sits = casus(aan_tafel=(*deelnemers(GEMEENTE), *deelnemers(ROC, tot=TOMORROW)))

        assert admits(leaves, vanaf=DAY).is_allowed
        assert refused(admits(leaves, vanaf=TOMORROW)) == {field("9.1", "organisatie_id")}
        assert admits(feit=sits, vanaf=TOMORROW).is_allowed

    def test_has_a_reason_and_an_open_casus(self) -> None:
        """Why the plan needs it is recorded; a closed plan needs nobody."""
        assert refused(admits(reden=" ")) == {field("9.1", "reden")}
        assert refused(admits(feit=casus(CasusStaat.AFGESLOTEN))) == {state("9.1", "closed")}


@pytest.mark.article("9.1")
class TestLeaving:
    """A party or a partner that the plan no longer needs."""

    @pytest.mark.article("10.4")
    @pytest.mark.parametrize(("days", "sits"), [(-1, True), (0, False), (1, False)])
    def test_takes_access_from_its_day_on(self, days: int, sits: bool) -> None:
        """The day before it still reads; on the day and after it does not know that the casus exists."""
        kop = casus(aan_tafel=(*deelnemers(GEMEENTE), *deelnemers(RAAD, tot=DAY))).kop
        verdict = may_open_casus(tafel(RAAD), kop, day=DAY + timedelta(days=days))

        assert verdict.is_allowed is sits
        assert sits or verdict.is_hidden

    def test_is_said_by_a_party_at_the_table_with_a_reason(self) -> None:
        """A party says it, itself included; the uitvoerder does not."""
        assert ends().is_allowed
        assert ends(tafel(RAAD)).is_allowed
        assert refused(ends(uitvoerder())) == {right("9.1", "party")}
        assert refused(ends(reden="")) == {field("9.1", "reden")}
        assert refused(ends(feit=casus(CasusStaat.AFGESLOTEN))) == {state("9.1", "closed")}

    def test_is_of_who_sits(self) -> None:
        """Who is not at the table, or left, cannot leave."""
        left = casus(aan_tafel=(*deelnemers(GEMEENTE), *deelnemers(RAAD, tot=DAY)))

        assert refused(ends(organisatie_id=OM.id)) == {field("9.1", "organisatie_id")}
        assert refused(ends(feit=left)) == {field("9.1", "organisatie_id")}

    @pytest.mark.parametrize(("days", "allowed"), [(0, False), (1, True), (2, True)])
    def test_is_not_before_the_day_of_joining(self, days: int, allowed: bool) -> None:
        """Who joins tomorrow does not leave today; to leave on the day of joining is to sit at no moment."""
        joins = casus(aan_tafel=(*deelnemers(GEMEENTE), *deelnemers(RAAD, vanaf=TOMORROW)))
        verdict = ends(feit=joins, tot=DAY + timedelta(days=days))

        assert verdict.is_allowed is allowed
        assert allowed or refused(verdict) == {field("9.1", "tot")}

    def test_has_a_day(self) -> None:
        """Without one nothing is recorded, and nothing else is wrong."""
        assert refused(ends(tot=None)) == {field("9.1", "tot")}

    @pytest.mark.parametrize(("tot", "allowed"), [(YESTERDAY, False), (DAY, True), (TOMORROW, True)])
    def test_works_from_today_or_later(self, tot: date, allowed: bool) -> None:
        """Access that somebody had is not taken back in time."""
        verdict = ends(tot=tot)

        assert verdict.is_allowed is allowed
        assert allowed or refused(verdict) == {field("9.1", "tot")}

    @pytest.mark.article("9.3")
    def test_waits_until_its_measures_are_with_another(self) -> None:
        """De Brug and the politie carry out a measure of the adopted plan: the plan is changed first."""
        for owner in (DE_BRUG, POLITIE):
            assert refused(ends(organisatie_id=owner.id)) == {state("9.3", "measures")}

    def test_is_not_for_the_last_party(self) -> None:
        """A partner that stays is no party: somebody keeps the casus."""
        alone = casus(aan_tafel=deelnemers(GEMEENTE, ROC))

        assert refused(ends(feit=alone, organisatie_id=GEMEENTE.id)) == {state("9.1", "last-party")}
        assert ends(feit=alone, organisatie_id=ROC.id).is_allowed

    def test_is_for_one_party_while_another_stays(self) -> None:
        """That other still sits, and still takes part, on the day on which the one leaves."""
        both = casus(aan_tafel=(*deelnemers(GEMEENTE), *deelnemers(RAAD, tot=TOMORROW)))
        gone = tafel(GEMEENTE, onder=convenant(replace(RAAD, tot=TOMORROW)))
        pair = casus(aan_tafel=deelnemers(GEMEENTE, RAAD))

        assert ends(feit=both, organisatie_id=GEMEENTE.id, tot=DAY).is_allowed
        assert refused(ends(feit=both, organisatie_id=GEMEENTE.id, tot=TOMORROW)) == {state("9.1", "last-party")}
        assert ends(gone, feit=pair, organisatie_id=GEMEENTE.id, tot=DAY).is_allowed
        assert refused(ends(gone, feit=pair, organisatie_id=GEMEENTE.id, tot=TOMORROW)) == {state("9.1", "last-party")}

    @pytest.mark.article("9.3")
    def test_leaves_no_concept_to_adopt_with_its_measure(self) -> None:
        """A concept whose measure is of somebody who left is changed before it is adopted."""
        left = casus(aan_tafel=(*deelnemers(GEMEENTE), *deelnemers(POLITIE, tot=DAY)))

        assert refused(may_adopt_plan(GERDA, left, day=DAY)) == {state("9.3", "owner-left")}


@pytest.mark.article("9.1")
@pytest.mark.django_db(databases="__all__")
class TestTheTableOfACasus:
    """Joining and leaving as they are kept."""

    def test_keeps_who_sat_until_when_and_why(self, table: Table) -> None:
        """Who left stands there with both days and reasons; joining again makes a new seat."""
        steps, roc = stage_of(table).casus(), table.organisatie("roc")
        joined = {"houder_id": steps.casus_id, "organisatie_id": roc, "reden": "voor school (verzonnen)"}
        stage = stage_of(table)
        stage.does("gerda", admit_deelnemer, **joined)
        stage.does("gerda", end_deelname, **{**joined, "reden": "klaar (verzonnen)"})
        stage.does("gerda", admit_deelnemer, **joined)

        seats = [d for d in steps.seen(days_ago=0).deelnemers if d.organisatie_id == roc]
        today = table.edge(0).day
        assert [(d.vanaf, d.tot, d.reden_einde) for d in seats] == [
            (today, today, "klaar (verzonnen)"),
            (today, None, ""),
        ]
        assert {d.reden for d in seats} == {"voor school (verzonnen)"}
