"""Article 13: until when a dossier or casus is there, and that it is there no more from midnight on."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casustafel.convenant.bewaring import BewaarFeit, Houdersoort
from casustafel.convenant.feit import UNDECIDED, CasusKop, ConvenantFeit, DossierKop, DossierStaat
from casustafel.convenant.regime import Eenheid, Termijn, TermijnCode
from casustafel.convenant.rules.bewaring import may_hear_elders
from casustafel.convenant.rules.toegang import may_find_dossier, may_open_afsluiting, may_open_casus, may_open_plan
from casustafel.convenant.verdict import Outcome, Verdict
from casustafel.convenant.vooruitzicht import (
    Grenzen,
    Kop,
    Vooruitzicht,
    bounds,
    convenantstuk_until,
    convenantstukken_from,
    is_past,
    last_casework_on,
    outlook,
    overleg_outlook,
)
from tests.facts import (
    CONVENANT,
    DAY,
    DE_BRUG,
    OM,
    POLITIE,
    casus,
    dossier,
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
UNLISTED = (DossierStaat.NIET_AGENDEREN, DossierStaat.OPGEGAAN)
STAYS = (DossierStaat.AGENDEREN, DossierStaat.OVERGEDRAGEN, DossierStaat.AFGESLOTEN)


def kop(  # the days of a dossier are these fields
    staat: DossierStaat,
    *,
    op: date = DAY,
    elders_op: date | None = None,
    eerste_signaal_op: date = DAY,
    besloten_op: date | None = None,
    verlengd_op: date | None = None,
) -> DossierKop:
    """Give a dossier with these days."""
    one = dossier(staat, eerste_signaal_op=eerste_signaal_op).kop
    return replace(one, verwerkt_op=op, elders_op=elders_op, besloten_op=besloten_op, verlengd_op=verlengd_op)


def short(code: TermijnCode, aantal: int, eenheid: Eenheid) -> ConvenantFeit:
    """Give a covenant with one shorter term."""
    own = Termijn(code=code, aantal=aantal, eenheid=eenheid, citaat="Convenant 13 (eigen)")
    return replace(CONVENANT, termijnen=(own,))


def around(one: Kop, last: date) -> list[bool]:
    """Ask the day before the last day, on it and after it."""
    return [is_past(one, CONVENANT, day=last + n * A_DAY) for n in (-1, 0, 1)]


ENDS_AFTER = [False, False, True]


@pytest.mark.article("7.4", "13.3")
class TestWhatIsUndecided:
    """It lapses by itself, and is kept for six months from then on."""

    def test_says_when_it_lapses_and_until_when_it_is_kept(self) -> None:
        """First signaal 2 March: it lapses on 3 June, and is kept until 3 December."""
        for staat in UNDECIDED:
            assert outlook(kop(staat), CONVENANT) == Vooruitzicht(
                tot=date(2026, 12, 3), artikel="13.3", vervalt_op=date(2026, 6, 3)
            )

    @pytest.mark.parametrize(
        ("first", "verlengd_op", "last"),
        [
            (date(2026, 3, 2), None, date(2026, 12, 3)),
            (date(2026, 3, 2), date(2026, 5, 1), date(2027, 3, 3)),
            (date(2026, 11, 30), None, date(2027, 9, 1)),
            (date(2026, 8, 31), date(2026, 9, 1), date(2027, 9, 1)),
            (date(2027, 11, 29), None, date(2028, 9, 1)),
        ],
    )
    def test_is_there_no_more_from_the_day_after(self, first: date, verlengd_op: date | None, last: date) -> None:
        """Whatever was worked on it since; month ends and the leap day included."""
        one = kop(DossierStaat.IN_WEGING, eerste_signaal_op=first, verlengd_op=verlengd_op, op=date(2030, 1, 1))

        assert around(one, last) == ENDS_AFTER


@pytest.mark.article("13.3")
class TestWhatWasNotPutOnTheAgenda:
    """Six months from the outcome, or from the day it went over into another dossier."""

    @pytest.mark.parametrize("staat", UNLISTED)
    @pytest.mark.parametrize(
        ("since", "last"),
        [
            (date(2026, 8, 31), date(2027, 2, 28)),
            (date(2027, 8, 31), date(2028, 2, 29)),
            (date(2026, 4, 25), date(2026, 10, 25)),
            (date(2026, 9, 28), date(2027, 3, 28)),
        ],
    )
    def test_is_there_no_more_from_the_day_after(self, staat: DossierStaat, since: date, last: date) -> None:
        """Also where the clock changes that night, and in a leap year."""
        one = kop(staat, besloten_op=since, op=date(2030, 1, 1))

        assert outlook(one, CONVENANT) == Vooruitzicht(tot=last, artikel="13.3")
        assert around(one, last) == ENDS_AFTER


@pytest.mark.article("13.1", "13.2")
class TestEverythingElse:
    """A year in the file of casework, five years in all, from the last casework in either file."""

    @pytest.mark.parametrize("staat", STAYS)
    def test_says_when_it_goes_to_the_archive_and_until_when_it_is_kept(self, staat: DossierStaat) -> None:
        """The leap day is clipped."""
        one = outlook(kop(staat, op=date(2024, 2, 29)), CONVENANT)

        assert one == Vooruitzicht(tot=date(2029, 2, 28), artikel="13.1", archief_op=date(2025, 2, 28))
        assert (one.hier_tot, one.hier_artikel) == (date(2025, 2, 28), "13.2")

    @pytest.mark.parametrize("one", [kop(DossierStaat.OVERGEDRAGEN), casus().kop])
    def test_is_there_no_more_from_the_day_after_a_year(self, one: Kop) -> None:
        """A dossier and a casus alike; a later day from the other file counts, an earlier one does not."""
        assert around(one, date(2027, 3, 2)) == ENDS_AFTER
        assert around(replace(one, elders_op=date(2026, 5, 5)), date(2027, 5, 5)) == ENDS_AFTER
        assert around(replace(one, elders_op=date(2025, 1, 1)), date(2027, 3, 2)) == ENDS_AFTER
        assert last_casework_on(replace(one, elders_op=date(2026, 5, 5))) == date(2026, 5, 5)

    def test_goes_to_no_archive_where_it_is_destroyed_before(self) -> None:
        """A covenant that keeps nothing longer than a year has no archive to fill."""
        half = short(TermijnCode.BEWAREN, 12, Eenheid.MAAND)

        one = outlook(kop(DossierStaat.OVERGEDRAGEN), half)
        assert one == Vooruitzicht(tot=date(2027, 3, 2), artikel="13.1")
        assert (one.hier_tot, one.hier_artikel) == (date(2027, 3, 2), "13.1")


def passes(one: Kop, grenzen: Grenzen) -> bool:
    """Do what the filter of a list does with the bounds."""
    if isinstance(one, DossierKop) and one.staat in UNDECIDED:
        return one.eerste_signaal_op >= (grenzen.signaal_verlengd if one.verlengd_op else grenzen.signaal)
    if isinstance(one, DossierKop) and one.staat in UNLISTED:
        assert one.besloten_op is not None
        return one.besloten_op >= grenzen.uitkomst
    return one.verwerkt_op >= grenzen.verwerkt or (one.elders_op is not None and one.elders_op >= grenzen.verwerkt)


@pytest.mark.article("13.1", "7.3", "9.1")
class TestAMeeting:
    """It holds no content, and goes with the last of its subjects."""

    def test_goes_with_the_last_subject_that_one_sees(self) -> None:
        """The article is that on which the subject leaves the file; of equal days any will do."""
        soon, late = kop(DossierStaat.IN_WEGING), kop(DossierStaat.OVERGEDRAGEN)

        assert overleg_outlook(DAY, [soon], CONVENANT) == Vooruitzicht(tot=date(2026, 12, 3), artikel="13.3")
        assert overleg_outlook(DAY, [late, soon], CONVENANT) == Vooruitzicht(tot=date(2027, 3, 2), artikel="13.2")

    def test_goes_two_weeks_after_its_day_with_nothing_on_its_agenda(self) -> None:
        """From 2 March up to and including the 16th."""
        assert overleg_outlook(DAY, [], CONVENANT) == Vooruitzicht(tot=date(2026, 3, 16), artikel="13.1")


@pytest.mark.article("13.1", "4", "17", "18.4")
class TestWhatIsOfTheCovenantItself:
    """Proposals, disputes, notices, evaluations and statements: five years after the last thing that happened."""

    @pytest.mark.parametrize(
        ("last", "tot"), [(date(2026, 3, 2), date(2031, 3, 2)), (date(2024, 2, 29), date(2029, 2, 28))]
    )
    def test_is_kept_up_to_and_including_a_day(self, last: date, tot: date) -> None:
        """On that day it is found, the day after not."""
        assert convenantstuk_until(last, CONVENANT) == tot
        found = [last >= convenantstukken_from(CONVENANT, day=tot + n * A_DAY) for n in (-1, 0, 1)]
        assert found == [True, True, False]

    def test_may_be_kept_shorter(self) -> None:
        """By a term of the covenant's own."""
        own = short(TermijnCode.CONVENANTSTUK, 2, Eenheid.JAAR)

        assert convenantstuk_until(DAY, own) == date(2028, 3, 2)
        assert convenantstukken_from(own, day=date(2028, 3, 3)) == DAY + A_DAY


DAYS = st.dates(min_value=date(2023, 1, 1), max_value=date(2033, 12, 31))
COVENANTS = st.sampled_from(
    [
        CONVENANT,
        short(TermijnCode.BEWAREN, 7, Eenheid.MAAND),
        short(TermijnCode.ARCHIVEREN, 1, Eenheid.MAAND),
        short(TermijnCode.BEWAREN_NIET_GEAGENDEERD, 1, Eenheid.MAAND),
    ]
)


@pytest.mark.article("13.1", "13.2", "13.3")
class TestTheFilterOfAList:
    """The earliest days that are not past their term, for the query of a list."""

    @given(
        staat=st.sampled_from(DossierStaat),
        days=st.tuples(DAYS, DAYS, DAYS, st.none() | DAYS),
        is_longer=st.booleans(),
        onder=COVENANTS,
        day=DAYS,
    )
    def test_is_the_rule(
        self,
        staat: DossierStaat,
        days: tuple[date, date, date, date | None],
        is_longer: bool,  # drawn by name
        onder: ConvenantFeit,
        day: date,
    ) -> None:
        """On every day, for every state, with a covenant's own terms too."""
        op, first, since, elders_op = days
        one = kop(
            staat,
            op=op,
            eerste_signaal_op=first,
            besloten_op=since,
            elders_op=elders_op,
            verlengd_op=first if is_longer else None,
        )

        assert passes(one, bounds(onder, day=day)) is not is_past(one, onder, day=day)

    @given(op=DAYS, after=st.integers(min_value=0, max_value=2000), onder=COVENANTS)
    def test_never_lets_a_term_begin_anew(self, op: date, after: int, onder: ConvenantFeit) -> None:
        """What is past its term stays past it."""
        one: CasusKop = replace(casus().kop, verwerkt_op=op)
        last = outlook(one, onder).hier_tot

        assert is_past(one, onder, day=last + (1 + after) * A_DAY)
        assert not is_past(one, onder, day=last - min(after, 28) * A_DAY)

    def test_says_each_day(self) -> None:
        """On 2 March 2026, for the terms of the text."""
        assert bounds(CONVENANT, day=DAY) == Grenzen(
            verwerkt=date(2025, 3, 2),
            uitkomst=date(2025, 9, 2),
            signaal=date(2025, 6, 1),
            signaal_verlengd=date(2025, 3, 1),
        )


def ask(day: date) -> dict[str, Verdict]:
    """Ask every rule that lets somebody near, on a dossier and a casus that were worked on last on 2 March 2026."""
    one, kept = casus(), kop(DossierStaat.OVERGEDRAGEN)
    return {
        "dossier": may_find_dossier(weegploeg(), kept, day=day),
        "dossier, the system": may_find_dossier(systeem(), kept, day=day),
        "dossier, uitvoerder": may_find_dossier(uitvoerder(None), kept, day=day),
        "casus": may_open_casus(tafel(), one.kop, day=day),
        "plan": may_open_plan(tafel(DE_BRUG), one.kop, day=day),
        "closing": may_open_afsluiting(weegploeg(OM), one.kop, day=day),
    }


@pytest.mark.article("13.1", "13.2", "8.4", "10.4")
class TestMidnight:
    """Nobody sees what is past its term, whether or not the night's work was done."""

    def test_hides_it_from_everybody(self) -> None:
        """Also from who would be told why they may not; the reason stands in the log alone."""
        for verdict in ask(date(2027, 3, 3)).values():
            assert hidden(verdict) == {right("13.2", "past-term")}

    def test_is_not_a_day_early(self) -> None:
        """On the last day it is there."""
        answers = {name: v.outcome for name, v in ask(date(2027, 3, 2)).items()}

        assert answers["dossier"] is answers["casus"] is answers["plan"] is Outcome.ALLOWED
        assert answers["dossier, uitvoerder"] is Outcome.REFUSED

    def test_says_first_that_one_has_no_standing(self) -> None:
        """A person of another covenant learns nothing of terms."""
        elsewhere = replace(weegploeg(), convenant=replace(CONVENANT, id=OM.id))  # type: ignore[arg-type]
        verdict = may_find_dossier(elsewhere, kop(DossierStaat.AFGESLOTEN), day=date(2030, 1, 1))

        assert hidden(verdict) == {right("8.4", "other-convenant")}


@pytest.mark.article("13.1")
class TestHearingOfTheOtherFile:
    """Each file keeps the day of the last casework in the other one."""

    @staticmethod
    def _asked(elders_op: date, *, gehoord_op: date | None = None) -> Verdict:
        feit = BewaarFeit(
            id=dossier().kop.id,
            convenant_id=CONVENANT.id,
            soort=Houdersoort.DOSSIER,
            nummer="W-2026-0001",
            verwerkt_op=DAY,
            gehoord_op=gehoord_op,
        )
        return may_hear_elders(systeem(), feit, elders_op=elders_op, day=date(2026, 6, 1))

    def test_a_later_day_is_noted(self) -> None:
        """Later than its own, than what it heard before, and not later than today."""
        assert self._asked(DAY + A_DAY).is_allowed
        assert self._asked(date(2026, 6, 1), gehoord_op=DAY + A_DAY).is_allowed

    def test_another_day_is_not(self) -> None:
        """The same day, an earlier one, or one of the future."""
        no = {state("13.1", "not-later")}

        assert refused(self._asked(DAY)) == no
        assert refused(self._asked(DAY + A_DAY, gehoord_op=DAY + A_DAY)) == no
        assert refused(self._asked(date(2026, 6, 2))) == no

    def test_by_nobody_but_the_system(self) -> None:
        """It is hidden for everybody else."""
        feit = BewaarFeit(
            id=dossier().kop.id, convenant_id=CONVENANT.id, soort=Houdersoort.CASUS, nummer="C", verwerkt_op=DAY
        )
        verdict = may_hear_elders(weegploeg(POLITIE), feit, elders_op=DAY + A_DAY, day=date(2026, 6, 1))

        assert hidden(verdict) == {right("13.1", "system")}
