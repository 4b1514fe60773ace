"""Covenant 12.3, 12.5, 12.6: by which day a request is answered, carried out, checked by a party, and objected to."""

from datetime import UTC, date, datetime, timedelta

import pytest

from casustafel.acts.edge import at
from casustafel.convenant.verzoek import (
    TERMIJN_VAN,
    Besluituitkomst,
    Verzoeksoort,
    Verzoekstaat,
    answer_by,
    appeal_by,
    carry_out_by,
    check_by,
    due,
    kept_until,
)
from tests.facts import CONVENANT
from tests.verzoekfeit import verzoek

# The day of receipt, and the last day of the 28 that follow it: counted on a calendar, not by the code.
RECEIVED = {
    "an ordinary day": (date(2026, 3, 2), date(2026, 3, 30)),
    "the first of a month": (date(2026, 6, 1), date(2026, 6, 29)),
    "the end of January": (date(2026, 1, 31), date(2026, 2, 28)),
    "the end of January, leap year": (date(2028, 1, 31), date(2028, 2, 28)),
    "the day after, leap year": (date(2028, 2, 1), date(2028, 2, 29)),
    "the leap day": (date(2028, 2, 29), date(2028, 3, 28)),
    "the first of February": (date(2026, 2, 1), date(2026, 3, 1)),
    "the end of February": (date(2026, 2, 28), date(2026, 3, 28)),
    "the end of April": (date(2026, 4, 30), date(2026, 5, 28)),
    "the end of the year": (date(2026, 12, 31), date(2027, 1, 28)),
    "over New Year": (date(2026, 12, 4), date(2027, 1, 1)),
    "just before summer time": (date(2026, 3, 28), date(2026, 4, 25)),
    "the day of summer time": (date(2026, 3, 29), date(2026, 4, 26)),
    "ends on the day of summer time": (date(2026, 3, 1), date(2026, 3, 29)),
    "just before winter time": (date(2026, 10, 24), date(2026, 11, 21)),
    "the day of winter time": (date(2026, 10, 25), date(2026, 11, 22)),
    "ends on the day of winter time": (date(2026, 9, 27), date(2026, 10, 25)),
    "received on a Saturday": (date(2026, 8, 1), date(2026, 8, 29)),
    "ends on Christmas Day": (date(2026, 11, 27), date(2026, 12, 25)),
    "a century that leaps not": (date(2100, 2, 1), date(2100, 3, 1)),
}
OFFSETS = {-1: 1, 0: 0, 1: -1}
"""A day before, on, and after the last day: how many days are left then."""


@pytest.mark.article("12.3")
class TestTheAnswer:
    """28 days after receipt."""

    @pytest.mark.parametrize("offset", OFFSETS)
    @pytest.mark.parametrize(("received", "last"), RECEIVED.values(), ids=RECEIVED)
    def test_is_due_on_the_28th_day(self, received: date, last: date, offset: int) -> None:
        """The day of receipt does not count; on the last day 0 are left, the day after less than 0."""
        feit = verzoek(op=received)

        found = due(feit, CONVENANT, day=last + timedelta(days=offset))

        assert answer_by(feit, CONVENANT) == last
        assert found is not None
        assert (found.tot, found.dagen, found.artikel) == (last, OFFSETS[offset], "12.3")

    @pytest.mark.parametrize("staat", [Verzoekstaat.ONTVANGEN, Verzoekstaat.IDENTITEIT_VASTGESTELD])
    def test_runs_while_identity_is_open(self, staat: Verzoekstaat) -> None:
        """To establish who asks wins no day and costs none."""
        assert answer_by(verzoek(staat=staat, op=date(2026, 3, 2)), CONVENANT) == date(2026, 3, 30)

    @pytest.mark.parametrize(
        ("moment", "last"),
        [
            (datetime(2026, 3, 28, 22, 59, tzinfo=UTC), date(2026, 4, 25)),
            (datetime(2026, 3, 28, 23, 0, tzinfo=UTC), date(2026, 4, 26)),
            (datetime(2026, 3, 29, 21, 59, tzinfo=UTC), date(2026, 4, 26)),
            (datetime(2026, 3, 29, 22, 0, tzinfo=UTC), date(2026, 4, 27)),
            (datetime(2026, 10, 24, 21, 59, tzinfo=UTC), date(2026, 11, 21)),
            (datetime(2026, 10, 24, 22, 0, tzinfo=UTC), date(2026, 11, 22)),
            (datetime(2026, 10, 25, 22, 59, tzinfo=UTC), date(2026, 11, 22)),
            (datetime(2026, 10, 25, 23, 0, tzinfo=UTC), date(2026, 11, 23)),
        ],
    )
    def test_counts_days_of_the_local_calendar(self, moment: datetime, last: date) -> None:
        """A minute before and on midnight, before and after both changes of the clock: days of Amsterdam."""
        assert answer_by(verzoek(op=at(moment).day), CONVENANT) == last

    @pytest.mark.parametrize(
        ("kept_to", "last"),
        [
            (date(2026, 3, 31), date(2026, 3, 30)),
            (date(2026, 3, 30), date(2026, 3, 30)),
            (date(2026, 3, 29), date(2026, 3, 29)),
            (date(2026, 3, 3), date(2026, 3, 3)),
            (date(2026, 3, 2), date(2026, 3, 2)),
            (date(2026, 3, 1), date(2026, 3, 2)),
        ],
    )
    def test_is_due_earlier_where_destruction_comes_first(self, kept_to: date, last: date) -> None:
        """On the last day of the data, and never before the day of receipt."""
        assert answer_by(verzoek(op=date(2026, 3, 2), gegevens_tot=kept_to), CONVENANT) == last


@pytest.mark.article("12.5")
@pytest.mark.parametrize("soort", [s for s in Verzoeksoort if s is not Verzoeksoort.INZAGE])
class TestTheOtherRequests:
    """Correction, objection, restriction: the same 28 days, each a term of its own."""

    @pytest.mark.parametrize("offset", OFFSETS)
    def test_are_due_on_the_28th_day(self, soort: Verzoeksoort, offset: int) -> None:
        """A day before, on, and after it."""
        found = due(verzoek(soort, op=date(2028, 2, 1)), CONVENANT, day=date(2028, 2, 29) + timedelta(days=offset))

        assert found is not None
        assert (found.tot, found.dagen) == (date(2028, 2, 29), OFFSETS[offset])
        assert len(set(TERMIJN_VAN.values())) == len(Verzoeksoort)


@pytest.mark.article("12.6")
class TestCarryingOut:
    """28 days after the decision."""

    @pytest.mark.parametrize("offset", OFFSETS)
    @pytest.mark.parametrize("decided", ["the end of January, leap year", "the end of the year", "the leap day"])
    def test_is_due_on_the_28th_day(self, decided: str, offset: int) -> None:
        """From the decision on, whenever the request came."""
        op, last = RECEIVED[decided]
        feit = verzoek(
            Verzoeksoort.CORRECTIE,
            Verzoekstaat.BEANTWOORD,
            besloten_op=op,
            beantwoord_op=op,
            uitkomst=Besluituitkomst.TOEGEWEZEN,
        )

        found = due(feit, CONVENANT, day=last + timedelta(days=offset))

        assert found is not None
        assert (found.tot, found.dagen, found.artikel) == (last, OFFSETS[offset], "12.6")

    @pytest.mark.parametrize(
        ("soort", "uitkomst"),
        [
            (Verzoeksoort.INZAGE, Besluituitkomst.TOEGEWEZEN),
            (Verzoeksoort.CORRECTIE, Besluituitkomst.AFGEWEZEN),
            (Verzoeksoort.CORRECTIE, None),
        ],
    )
    def test_is_not_asked_where_nothing_is_to_be_done(
        self, soort: Verzoeksoort, uitkomst: Besluituitkomst | None
    ) -> None:
        """Access is given by the answer; what was refused, or not decided, is not carried out."""
        feit = verzoek(soort, Verzoekstaat.BEANTWOORD, besloten_op=date(2026, 3, 2), uitkomst=uitkomst)

        assert carry_out_by(feit, CONVENANT) is None
        assert due(feit, CONVENANT, day=date(2026, 3, 3)) is None

    @pytest.mark.parametrize("staat", [Verzoekstaat.GEMELD, Verzoekstaat.ONBEKEND])
    def test_is_over_when_all_is_done(self, staat: Verzoekstaat) -> None:
        """Nothing is due any more."""
        assert due(verzoek(staat=staat), CONVENANT, day=date(2026, 3, 3)) is None


@pytest.mark.article("12.3")
class TestThePartsOfTheParties:
    """Two weeks, within the term of the answer."""

    @pytest.mark.parametrize(
        ("kept_to", "last"),
        [(None, date(2026, 3, 16)), (date(2026, 3, 17), date(2026, 3, 16)), (date(2026, 3, 9), date(2026, 3, 9))],
    )
    def test_are_due_before_the_answer(self, kept_to: date | None, last: date) -> None:
        """Never after the day on which the answer is due."""
        assert check_by(verzoek(op=date(2026, 3, 2), gegevens_tot=kept_to), CONVENANT) == last


@pytest.mark.article("12.4")
@pytest.mark.parametrize(
    ("sent", "last"),
    [
        (date(2026, 3, 2), date(2026, 4, 13)),
        (date(2026, 12, 1), date(2027, 1, 12)),
        (date(2028, 1, 31), date(2028, 3, 13)),
        (date(2026, 1, 31), date(2026, 3, 14)),
    ],
)
def test_bezwaar_is_open_for_six_weeks(sent: date, last: date) -> None:
    """Counted from the day after the decision was sent."""
    assert appeal_by(sent, CONVENANT) == last


@pytest.mark.article("13.1")
class TestHowLongARequestIsKept:
    """With its dossier, else a year after the answer."""

    @pytest.mark.parametrize(
        ("answered", "last"),
        [(date(2026, 3, 20), date(2027, 3, 20)), (date(2028, 2, 29), date(2029, 2, 28)), (None, date(2027, 3, 30))],
    )
    def test_is_a_year_after_the_answer(self, answered: date | None, last: date) -> None:
        """One that was never answered counts from the last day to answer."""
        assert kept_until(verzoek(op=date(2026, 3, 2), beantwoord_op=answered), CONVENANT) == last
