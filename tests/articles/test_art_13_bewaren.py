"""Article 13: how long data is kept, and the day from which it may no longer be there."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from casustafel.convenant import bewaring
from casustafel.convenant.bewaring import BewaarFeit, Houdersoort, Wijze, ground_of, lapses_on, must_destroy
from casustafel.convenant.eigen_termijn import read_terms, shortening_reasons, term_of, write_terms
from casustafel.convenant.feit import DossierStaat, Wie
from casustafel.convenant.regime import CONVENANT_2017, Eenheid, Termijn, TermijnCode
from casustafel.convenant.rules import bewaring as rules
from casustafel.convenant.termijn import ended_before, last_day
from casustafel.convenant.verdict import refuse_for
from tests.facts import (
    CONVENANT,
    GEMEENTE,
    OTHER_CONVENANT,
    RAAD,
    convenant_without,
    dossier,
    field,
    hidden,
    refused,
    right,
    state,
    systeem,
    tafel,
    uitvoerder,
    weegploeg,
)

A_DAY = timedelta(days=1)


def feit(
    staat: DossierStaat = DossierStaat.OVERGEDRAGEN,
    *,
    op: date = date(2026, 3, 2),
    besloten_op: date | None = None,
    eerste_signaal_op: date = date(2026, 1, 5),
) -> BewaarFeit:
    """Give a dossier on which the last casework was done on a day."""
    kop = replace(dossier(staat, eerste_signaal_op=eerste_signaal_op).kop, besloten_op=besloten_op)
    return BewaarFeit(
        id=kop.id,
        convenant_id=kop.convenant_id,
        soort=Houdersoort.DOSSIER,
        nummer=kop.nummer,
        verwerkt_op=op,
        kop=kop,
    )


def casus(op: date) -> BewaarFeit:
    """Give a casus on which the last casework was done on a day."""
    return BewaarFeit(
        id=UUID(int=1), convenant_id=CONVENANT.id, soort=Houdersoort.CASUS, nummer="C-2026-0001", verwerkt_op=op
    )


OF_DAYS = [one for one in Eenheid if one is not Eenheid.UUR]


def own(code: TermijnCode, aantal: int, eenheid: Eenheid) -> Termijn:
    """Give a term that a covenant sets itself."""
    return Termijn(code=code, aantal=aantal, eenheid=eenheid, citaat="Convenant 13 (eigen)")


# The last casework, and the last day on which it is kept: month ends, leap years, both changes of the clock.
FIVE_YEARS = (
    (date(2026, 3, 2), date(2031, 3, 2)),
    (date(2024, 2, 29), date(2029, 2, 28)),
    (date(2023, 2, 28), date(2028, 2, 28)),
    (date(2026, 12, 31), date(2031, 12, 31)),
    (date(2026, 3, 29), date(2031, 3, 29)),
    (date(2026, 10, 25), date(2031, 10, 25)),
)
SIX_MONTHS = (
    (date(2026, 3, 2), date(2026, 9, 2)),
    (date(2026, 8, 31), date(2027, 2, 28)),
    (date(2027, 8, 31), date(2028, 2, 29)),
    (date(2026, 3, 31), date(2026, 9, 30)),
    (date(2026, 4, 25), date(2026, 10, 25)),
    (date(2026, 9, 29), date(2027, 3, 29)),
)
ONE_YEAR = (
    (date(2026, 3, 2), date(2027, 3, 2)),
    (date(2024, 2, 29), date(2025, 2, 28)),
    (date(2025, 3, 30), date(2026, 3, 30)),
)


@pytest.mark.article("13.1")
class TestFiveYears:
    """What was not refused by the weegploeg is kept for five years after the last casework."""

    @pytest.mark.parametrize(("op", "tot"), FIVE_YEARS)
    def test_it_stays_on_the_last_day_and_goes_the_day_after(self, op: date, tot: date) -> None:
        """The day before, the day itself, and the day after."""
        answers = [must_destroy(feit(op=op), CONVENANT, day=tot + n * A_DAY) for n in (-1, 0, 1)]

        assert answers == [False, False, True]
        assert bewaring.retention_of(feit(op=op), CONVENANT, day=op).vernietigen_vanaf == tot + A_DAY

    def test_the_last_casework_in_either_file_counts(self) -> None:
        """A casus that was worked on later keeps the dossier, and the other way round."""
        early, late = date(2026, 3, 2), date(2027, 5, 1)

        for one in (feit(op=early), casus(early)):
            assert bewaring.retention_of(one, CONVENANT, elders_op=late, day=late).tot == date(2032, 5, 1)
        assert bewaring.retention_of(casus(late), CONVENANT, elders_op=early, day=late).sinds == late


@pytest.mark.article("13.3")
class TestSixMonths:
    """Who was not put on the agenda is kept for six months from outcome 2."""

    @pytest.mark.parametrize(("op", "tot"), SIX_MONTHS)
    def test_it_stays_on_the_last_day_and_goes_the_day_after(self, op: date, tot: date) -> None:
        """The day before, the day itself, and the day after."""
        one = feit(DossierStaat.NIET_AGENDEREN, op=op, besloten_op=op)

        assert [must_destroy(one, CONVENANT, day=tot + n * A_DAY) for n in (-1, 0, 1)] == [False, False, True]

    def test_without_a_decision_the_day_of_the_lapse_counts(self) -> None:
        """First signaal 5 January: lapsed on 6 April, kept until 6 October, recorded or not."""
        one = feit(DossierStaat.IN_WEGING, eerste_signaal_op=date(2026, 1, 5))
        last = date(2026, 10, 6)

        assert one.kop is not None
        assert lapses_on(one.kop, CONVENANT) == date(2026, 4, 6)
        assert [must_destroy(one, CONVENANT, day=last + n * A_DAY) for n in (-1, 0, 1)] == [False, False, True]

    def test_before_the_lapse_it_is_not_past_any_term(self) -> None:
        """An undecided dossier in its term is kept."""
        one = feit(DossierStaat.IN_WEGING)

        assert not must_destroy(one, CONVENANT, day=date(2026, 4, 5))
        assert bewaring.retention_of(one, CONVENANT, day=date(2026, 4, 5)).artikel == "13.1"
        assert bewaring.retention_of(one, CONVENANT, day=date(2026, 4, 6)).artikel == "13.3"


@pytest.mark.article("13.2")
class TestAYear:
    """Within a year of the last casework data leaves the active files."""

    @pytest.mark.parametrize(("op", "by"), ONE_YEAR)
    def test_the_last_day_is_a_year_after_the_last_casework(self, op: date, by: date) -> None:
        """In whichever file that was done."""
        assert bewaring.archive_by(feit(op=op), CONVENANT) == by
        assert bewaring.archive_by(casus(op - A_DAY), CONVENANT, elders_op=op) == by

    def test_what_was_moved_is_certified_as_moved(self) -> None:
        """Its rows leave the file on another ground than destruction."""
        moved = replace(feit(), gearchiveerd_op=date(2027, 3, 1))

        assert ground_of(moved, CONVENANT, day=date(2027, 3, 1)) == ("13.2", Wijze.VERPLAATST)
        assert ground_of(feit(), CONVENANT, day=date(2032, 3, 3)) == ("13.1", Wijze.VERNIETIGD)


# The last casework, and the first day on which it moves: thirty days before its last day outside the archive.
MOVES = (
    (date(2026, 3, 2), date(2027, 1, 31)),
    (date(2024, 2, 29), date(2025, 1, 29)),
    (date(2025, 3, 30), date(2026, 2, 28)),
)


@pytest.mark.article("13.2")
class TestTheMoveToTheArchive:
    """Ahead of its last day outside, so that nights that were missed cost no term."""

    @pytest.mark.parametrize(("op", "vanaf"), MOVES)
    def test_from_thirty_days_ahead(self, op: date, vanaf: date) -> None:
        """The day before, the day itself, the day after; of dossier and casus alike."""
        for one in (feit(op=op), casus(op)):
            assert bewaring.archive_from(one, CONVENANT) == vanaf
            answers = [bewaring.must_archive(one, CONVENANT, day=vanaf + n * A_DAY) for n in (-1, 0, 1)]
            assert answers == [False, True, True]

    def test_casework_in_the_other_file_puts_it_off(self) -> None:
        """And a night that comes late still moves it."""
        late = date(2026, 5, 2)

        assert bewaring.archive_from(feit(), CONVENANT, elders_op=late) == date(2027, 4, 2)
        assert not bewaring.must_archive(feit(), CONVENANT, elders_op=late, day=date(2027, 4, 1))
        assert bewaring.must_archive(feit(), CONVENANT, elders_op=late, day=date(2031, 5, 2))

    @pytest.mark.parametrize(
        ("op", "vanaf"),
        [(date(2026, 3, 2), date(2026, 6, 2)), (date(2026, 11, 30), date(2027, 2, 28))],
    )
    def test_what_was_closed_goes_after_three_months(self, op: date, vanaf: date) -> None:
        """The day before, the day itself, the day after."""
        closed = replace(casus(op), is_afgesloten=True)

        assert [bewaring.must_archive(closed, CONVENANT, day=vanaf + n * A_DAY) for n in (-1, 0, 1)] == [
            False,
            True,
            True,
        ]

    def test_a_shorter_term_moves_earlier(self) -> None:
        """Four months: thirty days ahead, also of what was closed. One month: after half of it."""
        four = replace(CONVENANT, termijnen=(own(TermijnCode.ARCHIVEREN, 4, Eenheid.MAAND),))
        one = replace(CONVENANT, termijnen=(own(TermijnCode.ARCHIVEREN, 1, Eenheid.MAAND),))
        closed = replace(feit(), is_afgesloten=True)

        assert bewaring.archive_from(feit(), four) == date(2026, 6, 2)
        assert bewaring.archive_from(closed, four) == date(2026, 6, 2)
        assert bewaring.archive_from(feit(), one) == date(2026, 3, 17)
        assert bewaring.archive_from(closed, one) == date(2026, 3, 17)

    def test_not_past_the_day_of_its_destruction(self) -> None:
        """What no night moved in five years is destroyed where it stands."""
        last = date(2031, 3, 2)

        assert [bewaring.must_archive(feit(), CONVENANT, day=last + n * A_DAY) for n in (-1, 0, 1)] == [
            True,
            True,
            False,
        ]

    @pytest.mark.article("13.3")
    @pytest.mark.parametrize(
        "one",
        [
            feit(DossierStaat.NIET_AGENDEREN, besloten_op=date(2027, 3, 1)),
            feit(DossierStaat.OPGEGAAN, besloten_op=date(2027, 3, 1)),
            feit(DossierStaat.IN_WEGING),
        ],
    )
    def test_never_who_was_not_put_on_the_agenda(self, one: BewaarFeit) -> None:
        """Outcome 2, decided or lapsed, and what is left of a dossier that went over into another."""
        assert not bewaring.must_archive(one, CONVENANT, day=date(2027, 3, 1))

    @pytest.mark.parametrize(
        ("day", "since"),
        [(date(2027, 1, 31), date(2026, 3, 2)), (date(2025, 1, 29), date(2024, 2, 29))],
    )
    def test_the_day_that_a_list_begins_with_leaves_nothing_out(self, day: date, since: date) -> None:
        """What moves on a day had its last casework on that day or before."""
        assert bewaring.quiet_since(CONVENANT, day=day) == since
        assert bewaring.must_archive(feit(op=since), CONVENANT, day=day)
        assert not bewaring.must_archive(feit(op=since + A_DAY), CONVENANT, day=day)


@pytest.mark.article("13.2")
class TestMoving:
    """The system packs what is due, and carries it."""

    DUE = date(2027, 1, 31)

    def test_on_its_day(self) -> None:
        """Not a day before."""
        assert rules.may_archive(systeem(), feit(), elders_op=None, day=self.DUE).is_allowed
        early = rules.may_archive(systeem(), feit(), elders_op=None, day=self.DUE - A_DAY)
        assert refused(early) == {state("13.2", "not-due")}
        later = rules.may_archive(systeem(), feit(), elders_op=date(2026, 3, 3), day=self.DUE)
        assert refused(later) == {state("13.2", "not-due")}

    def test_not_while_a_bundle_is_under_way(self) -> None:
        """It must arrive first."""
        one = replace(feit(), onderweg=1)

        assert refused(rules.may_archive(systeem(), one, elders_op=None, day=self.DUE)) == {state("13.2", "under-way")}

    def test_not_what_is_leaving_already(self) -> None:
        """It was packed, or is being destroyed."""
        one = replace(feit(), vernietigen_op=self.DUE)

        assert refused(rules.may_archive(systeem(), one, elders_op=None, day=self.DUE)) == {state("13.2", "leaving")}

    def test_what_was_packed_is_carried_or_stays_while_its_bundle_waits(self) -> None:
        """Not before, and not after it arrived."""
        packed = replace(feit(), gearchiveerd_op=self.DUE, vernietigen_op=self.DUE, onderweg=1)

        assert rules.may_carry_archivering(systeem(), packed, day=self.DUE).is_allowed
        assert refused(rules.may_carry_archivering(systeem(), feit(), day=self.DUE)) == {state("13.2", "not-leaving")}
        arrived = replace(packed, onderweg=0)
        assert refused(rules.may_carry_archivering(systeem(), arrived, day=self.DUE)) == {state("13.2", "arrived")}

    def test_what_waits_is_not_destroyed(self) -> None:
        """Its rows stay until its bundle has arrived, key or no key."""
        packed = replace(feit(), gearchiveerd_op=self.DUE, vernietigen_op=self.DUE, onderweg=1)

        assert refused(rules.may_finish_vernietiging(systeem(), packed, has_key=False, day=self.DUE)) == {
            state("13.1", "under-way")
        }

    @pytest.mark.parametrize("wie", [weegploeg(GEMEENTE), uitvoerder(), tafel(RAAD)])
    def test_nobody_else(self, wie: Wie) -> None:
        """To all others it is not there."""
        packed = replace(feit(), gearchiveerd_op=self.DUE, onderweg=1)

        assert right("13.1", "system") in hidden(rules.may_archive(wie, feit(), elders_op=None, day=self.DUE))
        assert right("13.1", "system") in hidden(rules.may_carry_archivering(wie, packed, day=self.DUE))


@pytest.mark.article("13.1", "13.2", "13.3")
class TestACovenantsOwnTerms:
    """A covenant may shorten a term, never lengthen it."""

    @pytest.mark.parametrize(
        "one", [own(TermijnCode.BEWAREN, 4, Eenheid.JAAR), own(TermijnCode.BEWAREN, 59, Eenheid.MAAND)]
    )
    def test_a_shorter_one_holds(self, one: Termijn) -> None:
        """It is what the rules count with."""
        convenant = replace(CONVENANT, termijnen=(one,))

        assert list(shortening_reasons([one], under=CONVENANT_2017)) == []
        assert bewaring.retention_of(feit(), convenant, day=date(2026, 3, 2)).tot == last_day(
            date(2026, 3, 2), termijn=one
        )

    @pytest.mark.parametrize(
        "one",
        [
            own(TermijnCode.BEWAREN, 61, Eenheid.MAAND),
            own(TermijnCode.BEWAREN, 6, Eenheid.JAAR),
            own(TermijnCode.BEWAREN_NIET_GEAGENDEERD, 7, Eenheid.MAAND),
            own(TermijnCode.BEWAREN_NIET_GEAGENDEERD, 1, Eenheid.JAAR),
            own(TermijnCode.BEWAREN, 100, Eenheid.DAG),
            own(TermijnCode.BEWAREN, 3, Eenheid.DAG),
            own(TermijnCode.BEWAREN, 0, Eenheid.JAAR),
            own(TermijnCode.BESLISSEN, 1, Eenheid.MAAND),
        ],
    )
    def test_any_other_is_refused_and_would_not_hold(self, one: Termijn) -> None:
        """Longer, of another calendar, none at all, or no term of retention."""
        verdict = refuse_for(shortening_reasons([one], under=CONVENANT_2017))
        default = CONVENANT_2017.term(one.code)

        assert refused(verdict) == {field("13.1", f"termijnen.{one.code}")}
        assert term_of(replace(CONVENANT, termijnen=(one,)), one.code) == default

    @pytest.mark.parametrize(
        "one",
        [
            own(TermijnCode.BEWAREN, 1, Eenheid.MAAND),
            own(TermijnCode.BEWAREN, 2, Eenheid.JAAR),
            own(TermijnCode.BEWAREN, 5, Eenheid.JAAR),
            own(TermijnCode.BEWAREN, 60, Eenheid.MAAND),
            own(TermijnCode.ARCHIVEREN, 1, Eenheid.JAAR),
            own(TermijnCode.ARCHIVEREN, 12, Eenheid.MAAND),
            own(TermijnCode.BEWAREN_NIET_GEAGENDEERD, 6, Eenheid.MAAND),
        ],
    )
    def test_holds_from_one_up_to_the_whole_term(self, one: Termijn) -> None:
        """One month, two years, the same in months: all are no longer than the term of the regime."""
        assert list(shortening_reasons([one], under=CONVENANT_2017)) == []
        assert term_of(replace(CONVENANT, termijnen=(one,)), one.code) == one

    @pytest.mark.parametrize(("days", "is_refused"), [(0, True), (1, False), (99, False), (100, False), (101, True)])
    def test_of_days_is_held_beside_days(self, days: int, is_refused: bool) -> None:
        """Where a regime counts in days, a covenant does so too."""
        in_days = own(TermijnCode.BEWAREN, 100, Eenheid.DAG)
        other = tuple(in_days if t.code is in_days.code else t for t in CONVENANT_2017.termijnen)
        under = replace(CONVENANT_2017, termijnen=other)
        in_months = own(TermijnCode.BEWAREN, 1, Eenheid.MAAND)

        assert bool(list(shortening_reasons([replace(in_days, aantal=days)], under=under))) is is_refused
        assert list(shortening_reasons([in_months], under=under))

    def test_holds_for_its_own_kind_of_data(self) -> None:
        """A shorter term of log rows shortens no other."""
        log, keep = own(TermijnCode.LOGREGEL, 1, Eenheid.JAAR), own(TermijnCode.BEWAREN, 4, Eenheid.JAAR)
        convenant = replace(CONVENANT, termijnen=(log, keep))

        assert term_of(convenant, TermijnCode.LOGREGEL) == log
        assert term_of(convenant, TermijnCode.BEWAREN) == keep
        assert term_of(convenant, TermijnCode.ARCHIVEREN) == CONVENANT_2017.term(TermijnCode.ARCHIVEREN)

    def test_shorter_six_months(self) -> None:
        """Also for who was not put on the agenda."""
        short = own(TermijnCode.BEWAREN_NIET_GEAGENDEERD, 2, Eenheid.MAAND)
        one = feit(DossierStaat.NIET_AGENDEREN, besloten_op=date(2026, 12, 31))
        convenant = replace(CONVENANT, termijnen=(short,))

        assert not must_destroy(one, convenant, day=date(2027, 2, 28))
        assert must_destroy(one, convenant, day=date(2027, 3, 1))

    def test_the_register_keeps_them_as_they_are(self) -> None:
        """What is written is read again."""
        terms = (own(TermijnCode.BEWAREN, 4, Eenheid.JAAR), own(TermijnCode.LOGREGEL, 30, Eenheid.MAAND))

        assert read_terms(write_terms(terms)) == terms
        assert read_terms("") == ()


@pytest.mark.article("13.1")
class TestTheLatestStart:
    """Which rows of a list are past their term on a day, by their first day alone."""

    @pytest.mark.parametrize("termijn", [own(TermijnCode.LOGREGEL, n, e) for n in (1, 6, 60) for e in OF_DAYS])
    def test_is_the_last_start_whose_term_has_ended(self, termijn: Termijn) -> None:
        """For every day of four years: that start is past its term, the next one is not."""
        for n in range(4 * 366):
            day = date(2023, 12, 25) + n * A_DAY
            start = ended_before(day, termijn=termijn)
            assert last_day(start, termijn=termijn) < day <= last_day(start + A_DAY, termijn=termijn)


AFTER = date(2031, 3, 3)


@pytest.mark.article("13.1", "13.3")
class TestTheSystemDestroys:
    """Only the system takes data out of a file, after the term and with nothing under way."""

    def test_the_day_after_the_term(self) -> None:
        """Then it may."""
        assert rules.may_begin_vernietiging(systeem(), feit(), elders_op=None, day=AFTER).is_allowed

    def test_not_on_the_last_day(self) -> None:
        """Nothing goes early."""
        verdict = rules.may_begin_vernietiging(systeem(), feit(), elders_op=None, day=AFTER - A_DAY)

        assert refused(verdict) == {state("13.1", "not-due")}

    def test_not_while_the_other_file_keeps_it(self) -> None:
        """Casework in the other file counts."""
        verdict = rules.may_begin_vernietiging(systeem(), feit(), elders_op=date(2026, 3, 3), day=AFTER)

        assert refused(verdict) == {state("13.1", "not-due")}

    def test_not_while_a_bundle_is_under_way(self) -> None:
        """It must arrive first."""
        verdict = rules.may_begin_vernietiging(systeem(), replace(feit(), onderweg=1), elders_op=None, day=AFTER)

        assert refused(verdict) == {state("13.1", "under-way")}

    def test_what_was_moved_need_not_wait_for_its_term(self) -> None:
        """It is in the archive by then."""
        moved = replace(feit(), gearchiveerd_op=date(2027, 3, 1))

        assert rules.may_begin_vernietiging(systeem(), moved, elders_op=None, day=date(2027, 3, 1)).is_allowed

    @pytest.mark.parametrize("wie", [weegploeg(GEMEENTE), uitvoerder(), tafel(RAAD)])
    def test_nobody_else(self, wie: Wie) -> None:
        """To all others it is not there."""
        marked = replace(feit(), vernietigen_op=AFTER)

        assert hidden(rules.may_begin_vernietiging(wie, feit(), elders_op=None, day=AFTER)) >= {right("13.1", "system")}
        assert hidden(rules.may_finish_vernietiging(wie, marked, has_key=False, day=AFTER)) >= {right("13.1", "system")}
        assert hidden(rules.may_withdraw_vernietiging(wie, marked, has_key=True, day=AFTER)) >= {
            right("13.1", "system")
        }
        assert hidden(rules.may_run_nachtwerk(wie)) == {right("13.1", "system")}

    def test_not_in_another_covenant(self) -> None:
        """The system at work in one covenant destroys nothing of another."""
        other = replace(systeem(), convenant=OTHER_CONVENANT)
        verdict = rules.may_begin_vernietiging(other, feit(), elders_op=None, day=AFTER)

        assert hidden(verdict) == {right("8.4", "other-convenant"), right("13.1", "system")}


@pytest.mark.article("13.1")
class TestTheOrderOfTheSteps:
    """The intent, then the key, then the rows."""

    def test_rows_go_after_the_key(self) -> None:
        """Marked, and without a key."""
        marked = replace(feit(), vernietigen_op=AFTER)

        assert rules.may_finish_vernietiging(systeem(), marked, has_key=False, day=AFTER).is_allowed
        assert refused(rules.may_finish_vernietiging(systeem(), marked, has_key=True, day=AFTER)) == {
            state("13.1", "key")
        }

    def test_what_was_not_marked_stays(self) -> None:
        """There is nothing to finish or to take back."""
        for verdict in (
            rules.may_finish_vernietiging(systeem(), feit(), has_key=False, day=AFTER),
            rules.may_withdraw_vernietiging(systeem(), feit(), has_key=True, day=AFTER),
        ):
            assert refused(verdict) == {state("13.1", "no-intent")}

    def test_the_way_back_ends_with_the_key(self) -> None:
        """While the key is there the mark can be taken back."""
        marked = replace(feit(), vernietigen_op=AFTER)

        assert rules.may_withdraw_vernietiging(systeem(), marked, has_key=True, day=AFTER).is_allowed
        verdict = rules.may_withdraw_vernietiging(systeem(), marked, has_key=False, day=AFTER)
        assert refused(verdict) == {state("13.1", "no-key")}


@pytest.mark.article("7.4.2")
class TestTheLapse:
    """No agreement in time counts as outcome 2, and is recorded as such."""

    def test_from_the_day_after_the_term(self) -> None:
        """First signaal 5 January, last day 5 April."""
        kop = dossier(DossierStaat.IN_WEGING, eerste_signaal_op=date(2026, 1, 5)).kop

        assert rules.may_record_verval(systeem(), kop, day=date(2026, 4, 6)).is_allowed
        assert refused(rules.may_record_verval(systeem(), kop, day=date(2026, 4, 5))) == {state("7.4", "in-term")}

    def test_not_where_the_weegploeg_decided(self) -> None:
        """Its decision stands."""
        kop = dossier(DossierStaat.AGENDEREN, eerste_signaal_op=date(2026, 1, 5)).kop

        assert refused(rules.may_record_verval(systeem(), kop, day=date(2027, 1, 1))) == {state("7.4", "decided")}

    def test_by_the_system_only(self) -> None:
        """Nobody has to act, and nobody can."""
        kop = dossier(DossierStaat.IN_WEGING).kop

        assert right("13.1", "system") in hidden(rules.may_record_verval(weegploeg(GEMEENTE), kop, day=AFTER))


@pytest.mark.article("13.1", "13.3")
class TestWhatFallsDue:
    """Kernpartijen and the uitvoerder see numbers and dates of what falls due; nobody else does."""

    def test_a_kernpartij_in_the_weegploeg_sees_it(self) -> None:
        """Each of the three."""
        assert rules.may_find_vervaldagen(weegploeg(GEMEENTE), day=AFTER).is_allowed
        assert rules.may_find_vervaldag(weegploeg(GEMEENTE), feit(), day=AFTER).is_allowed

    def test_the_uitvoerder_sees_it_without_a_task(self) -> None:
        """Numbers and dates open nothing. Covenant 5."""
        assert rules.may_find_vervaldagen(uitvoerder(None), day=AFTER).is_allowed

    @pytest.mark.parametrize("wie", [tafel(RAAD), tafel(GEMEENTE)])
    def test_others_do_not(self, wie: Wie) -> None:
        """It is hidden."""
        assert hidden(rules.may_find_vervaldagen(wie, day=AFTER)) == {right("13.1", "kernpartij")}

    def test_nor_anything_of_another_covenant_or_file(self) -> None:
        """A casus has no number in this list, and each covenant its own."""
        other = replace(feit(), convenant_id=OTHER_CONVENANT.id)

        for one in (other, casus(AFTER)):
            verdict = rules.may_find_vervaldag(weegploeg(GEMEENTE), one, day=AFTER)
            assert hidden(verdict) == {right("8.4", "other-convenant")}

    def test_nor_does_who_has_left(self) -> None:
        """From the day on which a kernpartij takes part no more it sees no list."""
        gone = weegploeg(GEMEENTE, onder=convenant_without(GEMEENTE))

        assert hidden(rules.may_find_vervaldagen(gone, day=AFTER)) == {right("18.2", "left")}
