"""Covenant 15.2, 15.3: the security plan: seven subjects, each reviewed by somebody else, evaluated each year."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Final

import pytest

from casustafel.convenant.beveiliging import (
    NORMEN,
    Beveiligingspunt,
    Plandeel,
    PlanFeit,
    evaluate_by,
    must_evaluate,
    unreviewed,
)
from casustafel.convenant.feit import MedewerkerId, Rol, Wie
from casustafel.convenant.partij import Soort
from casustafel.convenant.rules.beveiliging import (
    asks_of,
    may_evaluate_plan,
    may_review_punt,
    may_see_beveiliging,
    may_write_punt,
)
from casustafel.convenant.rules.verantwoording import (
    may_export_verantwoording,
    may_see_cijfers,
    may_see_verantwoording,
)
from tests.facts import CONVENANT, DAY, SINCE, field, hidden, medewerker_id, refused, right, state, wie

pytestmark = [pytest.mark.article("15.3"), pytest.mark.article("15.2")]

KERN: Final = wie(Soort.POLITIE, Rol.WEEGPLOEG)
WATCHES: Final = wie(Soort.GEMEENTE, Rol.TOEZICHTHOUDER, medewerker=7)
AUDITS: Final = wie(Soort.GEMEENTE, Rol.AUDITOR, medewerker=8)
CARRIES: Final = wie(Soort.GEMEENTE, Rol.UITVOERDER)
RAAD: Final = wie(Soort.RAAD, Rol.CASUSOVERLEG)
LAST: Final = date(2027, 3, 2)


def said(deel: Plandeel, punt: Beveiligingspunt | None = None, *, by: int = 1, op: date = DAY) -> PlanFeit:
    """Give a line of the plan."""
    return PlanFeit(deel=deel, punt=punt, op=op, medewerker_id=MedewerkerId(medewerker_id(by)))


def reviewed(*, op: date = DAY) -> list[PlanFeit]:
    """Give a plan of which every subject was recorded and reviewed."""
    return [said(deel, punt, op=op) for punt in Beveiligingspunt for deel in (Plandeel.MAATREGELEN, Plandeel.TOETSING)]


class TestTheSubjects:
    """The seven of 15.2, each with the controls of the standard."""

    def test_are_a_to_g(self) -> None:
        """None is left out, and none has no control beside it."""
        assert "".join(Beveiligingspunt) == "abcdefg"
        assert all(NORMEN[punt] for punt in Beveiligingspunt)


class TestWhoSees:
    """Who must see to it, who carries it out, who oversees."""

    @pytest.mark.parametrize("asks", [KERN, WATCHES, AUDITS, CARRIES])
    def test_the_plan(self, asks: Wie) -> None:
        """The uitvoerder without a named task."""
        assert may_see_beveiliging(asks, day=DAY).is_allowed
        assert hidden(may_see_beveiliging(RAAD, day=DAY)) == {right("15.2", "plan")}

    def test_how_the_covenant_is_kept_and_the_evidence(self) -> None:
        """Kernpartijen see the counts; the evidence goes with oversight alone."""
        for asks in (KERN, WATCHES, AUDITS):
            assert may_see_verantwoording(asks, day=DAY).is_allowed
        for asks in (WATCHES, AUDITS):
            assert may_export_verantwoording(asks, day=DAY).is_allowed
        assert hidden(may_see_verantwoording(CARRIES, day=DAY)) == {right("15.3", "verantwoording")}
        assert hidden(may_export_verantwoording(KERN, day=DAY)) == {right("15.3", "oversight")}

    @pytest.mark.article("18.4")
    def test_the_figures(self) -> None:
        """The uitvoerder too, who prepares the evaluation."""
        for asks in (KERN, WATCHES, AUDITS, CARRIES):
            assert may_see_cijfers(asks, day=DAY).is_allowed
        assert hidden(may_see_cijfers(RAAD, day=DAY)) == {right("18.4", "cijfers")}


class TestRecording:
    """The uitvoerder carries the measures out."""

    def test_is_of_the_uitvoerder(self) -> None:
        """With words; who sees the plan is told so."""
        assert may_write_punt(CARRIES, tekst="Een slot.", day=DAY).is_allowed
        assert refused(may_write_punt(CARRIES, tekst=" ", day=DAY)) == {field("15.2", "maatregelen")}
        assert refused(may_write_punt(WATCHES, tekst="Een slot.", day=DAY)) == {right("15.3", "uitvoerder")}


class TestReviewing:
    """The toezichthouder, never who wrote it."""

    review = staticmethod(partial(may_review_punt, punt=Beveiligingspunt.FYSIEK, tekst="Gezien.", day=DAY))

    def test_needs_measures_of_somebody_else(self) -> None:
        """And says what was found."""
        written = [said(Plandeel.MAATREGELEN, Beveiligingspunt.FYSIEK)]
        own = [said(Plandeel.MAATREGELEN, Beveiligingspunt.FYSIEK, by=7)]

        assert self.review(WATCHES, written).is_allowed
        assert refused(self.review(WATCHES, [])) == {state("15.3", "nothing")}
        assert refused(self.review(WATCHES, own)) == {right("15.3", "own")}
        assert refused(self.review(WATCHES, written, tekst="")) == {field("15.3", "bevinding")}
        assert refused(self.review(AUDITS, written)) == {right("15.3", "toezichthouder")}

    def test_is_needed_again_where_measures_changed(self) -> None:
        """Of that subject alone."""
        plan = [*reviewed(), said(Plandeel.MAATREGELEN, Beveiligingspunt.LOGGEN)]

        assert unreviewed(reviewed()) == ()
        assert unreviewed(plan) == (Beveiligingspunt.LOGGEN,)


class TestTheEvaluation:
    """Each year."""

    @pytest.mark.parametrize(("after", "asked"), [(-1, False), (0, True), (1, True)])
    def test_is_asked_for_from_a_month_before_its_last_day(self, *, after: int, asked: bool) -> None:
        """A year after the last one; in the werkvoorraad of the toezichthouder."""
        plan, day = [said(Plandeel.EVALUATIE)], date(2027, 2, 2) + timedelta(days=after)

        assert evaluate_by(plan, CONVENANT) == LAST
        assert must_evaluate(plan, CONVENANT, day=day) is asked
        assert asks_of(WATCHES, plan, day=day) is asked
        assert not asks_of(KERN, plan, day=LAST)

    def test_is_due_a_year_after_the_covenant_began_where_there_was_none(self) -> None:
        """Nobody can leave it by never doing it."""
        assert evaluate_by([], CONVENANT) == SINCE.replace(year=SINCE.year + 1)

    def test_comes_after_every_subject_was_reviewed_since_the_last_one(self) -> None:
        """Also those of which nothing changed."""
        plan = reviewed()
        again = [*plan, said(Plandeel.EVALUATIE)]
        evaluate = partial(may_evaluate_plan, WATCHES, tekst="Goed.", day=DAY)

        assert evaluate(plan).is_allowed
        assert refused(evaluate(plan[:-1])) == {state("15.3", "unreviewed")}
        assert refused(evaluate(again)) == {state("15.3", "unreviewed")}
        assert refused(evaluate(plan, tekst=" ")) == {field("15.3", "conclusie")}
        assert refused(may_evaluate_plan(replace(CARRIES), plan, tekst="Goed.", day=DAY)) == {
            right("15.3", "toezichthouder")
        }
