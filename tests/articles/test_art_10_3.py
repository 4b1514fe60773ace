"""Covenant 10.3: the uitvoerder checks the data periodically; a party's confirmation is input; article 3 again."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest

from casustafel.convenant.feit import CasusFeit, CasusStaat, OrganisatieFeit, StukFeit, StukId, Taak, Wie
from casustafel.convenant.regime import TermijnCode, regime
from casustafel.convenant.rules.controle_casus import (
    Controlestaat,
    casus_check_by,
    may_confirm_gegevens,
    may_record_controle,
    may_start_controle,
    open_check,
)
from casustafel.convenant.stuk import CasusStuk
from casustafel.convenant.termijn import last_day
from casustafel.convenant.werk import Stap, werk_in_casusoverleg
from tests.facts import (
    CONVENANT,
    DAY,
    DE_BRUG,
    OM,
    POLITIE,
    RAAD,
    TOMORROW,
    YESTERDAY,
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
)

CHECK, SIGNAAL, BIJDRAGE, PERSON, ENDED = (stuk_id(number) for number in range(300, 305))
CHECKER = uitvoerder(Taak.CONTROLEREN)
START = partial(may_start_controle, uiterlijk_op=DAY, day=DAY)
CONFIRM = partial(may_confirm_gegevens, controle_id=CHECK, juist=[SIGNAAL, PERSON], toelichting="", day=DAY)
RECORD = partial(
    may_record_controle, controle_id=CHECK, resultaat="adres verbeterd", toelichting="ingeschreven", day=DAY
)


def stuk(  # the plain part of a piece
    soort: CasusStuk,
    stuk_id_: StukId,
    *,
    van: OrganisatieFeit = POLITIE,
    staat: str = "",
    op: date = DAY,
    bij: StukId | None = None,
    until: date | None = None,
) -> StukFeit:
    """Give a piece of an organisation."""
    return StukFeit(id=stuk_id_, soort=soort, organisatie_id=van.id, bij_id=bij, op=op, staat=staat, uiterlijk_op=until)


DATA = (
    stuk(CasusStuk.SIGNAAL, SIGNAAL),
    stuk(CasusStuk.NETWERKPERSOON, PERSON),
    stuk(CasusStuk.NETWERKPERSOON, ENDED, staat="beeindigd"),
    stuk(CasusStuk.BIJDRAGE, BIJDRAGE, van=RAAD),
)


def checked(*more: StukFeit, staat: CasusStaat = CasusStaat.PLAN_VASTGESTELD) -> CasusFeit:
    """Give a casus with a check that is open, asked by tomorrow."""
    open_one = stuk(CasusStuk.CONTROLE, CHECK, staat=Controlestaat.OPEN, until=TOMORROW)
    return replace(casus(staat), stukken=(*DATA, open_one, *more))


def steps(wie: Wie, feit: CasusFeit, *, day: date = DAY) -> set[tuple[Stap, date | None]]:
    """Give what waits of the check, with its day."""
    kinds: Iterable[Stap] = (Stap.CONTROLE, Stap.RESULTAAT, Stap.BEVESTIGEN)
    found = [w for w in werk_in_casusoverleg(wie, feit, day=day) if w.stap in kinds]
    assert {w.artikel for w in found} <= {"10.3"}
    return {(w.stap, w.uiterlijk_op) for w in found}


@pytest.mark.article("10.3")
class TestTheTerm:
    """By when the data of a casus is checked again."""

    def test_is_six_months_from_opening_or_from_the_last_check(self) -> None:
        """Reading: six calendar months, from the opening, or from the last check whose result was recorded."""
        done = [stuk(CasusStuk.CONTROLE, stuk_id(n), staat=Controlestaat.AFGEROND, op=op) for n, op in DONE]
        opened = replace(casus(), kop=replace(casus().kop, geopend_op=date(2025, 8, 31)))

        assert casus_check_by(CHECKER, opened) == date(2026, 2, 28)
        assert casus_check_by(CHECKER, replace(opened, stukken=tuple(done))) == date(2026, 7, 15)

    def test_does_not_count_a_check_without_a_result(self) -> None:
        """A check that is open keeps the old day."""
        assert casus_check_by(CHECKER, checked()) == casus_check_by(CHECKER, casus())

    def test_is_data_of_the_regime_with_its_article(self) -> None:
        """The number is a reading, and says so."""
        term = regime(CONVENANT.regime).term(TermijnCode.CONTROLE_CASUSOVERLEG)

        assert term.citaat == "Convenant 10.3 (lezing)"
        assert term.is_reading
        assert last_day(date(2026, 1, 31), termijn=term) == date(2026, 7, 31)

    @pytest.mark.parametrize("shift", [-1, 0, 1])
    def test_stands_in_the_work_of_the_uitvoerder_before_on_and_after_its_day(self, shift: int) -> None:
        """The day before, on it and the day after: the step stays, with its day, until it is taken."""
        until = casus_check_by(CHECKER, casus())

        assert steps(CHECKER, casus(), day=until + timedelta(days=shift)) == {(Stap.CONTROLE, until)}

    def test_is_over_for_a_closed_casus_and_not_the_work_of_another_task(self) -> None:
        """Nothing waits there."""
        assert steps(CHECKER, casus(CasusStaat.AFGESLOTEN)) == set()
        assert steps(uitvoerder(), casus()) == set()


DONE = [(310, date(2025, 10, 1)), (311, date(2026, 1, 15))]


@pytest.mark.article("10.3", "5")
class TestBeginningACheck:
    """The uitvoerder begins it."""

    def test_is_for_the_uitvoerder_with_that_task(self) -> None:
        """A party does not, nor does the uitvoerder for another task."""
        assert START(CHECKER, casus()).is_allowed
        assert refused(START(tafel(POLITIE), casus())) == {right("10.3", "uitvoerder")}
        assert refused(START(uitvoerder(), casus())) == {field("5", "taak")}
        assert hidden(START(tafel(DE_BRUG), casus())) == {right("10.4", "not-at-table")}

    def test_is_one_at_a_time_on_an_open_casus(self) -> None:
        """A second waits for the result of the first."""
        assert refused(START(CHECKER, checked())) == {state("10.3", "check-open")}
        assert refused(START(CHECKER, casus(CasusStaat.AFGESLOTEN))) == {state("10.3", "closed")}

    @pytest.mark.parametrize(("until", "may"), [(YESTERDAY, False), (DAY, True), (TOMORROW, True)])
    def test_asks_for_a_day_that_has_not_passed(self, until: date, may: bool) -> None:
        """Yesterday is too early to confirm by."""
        verdict = START(CHECKER, casus(), uiterlijk_op=until)

        assert verdict.is_allowed is may
        assert may or refused(verdict) == {field("10.3", "uiterlijk_op")}

    @pytest.mark.article("18.3")
    def test_is_no_casework(self) -> None:
        """It goes on without one of the kernpartijen: existing files serve control."""
        gone = replace(CHECKER, convenant=convenant_without(OM))

        assert START(gone, casus()).is_allowed
        assert steps(gone, casus())


@pytest.mark.article("10.3")
class TestConfirming:
    """A party says what of its own data is right."""

    def test_is_for_a_party_on_its_own_items(self) -> None:
        """All right, or with an explanation of what is not."""
        assert CONFIRM(tafel(POLITIE), checked()).is_allowed
        assert CONFIRM(tafel(POLITIE), checked(), juist=[SIGNAAL], toelichting="adres klopt niet").is_allowed
        assert refused(CONFIRM(tafel(POLITIE), checked(), juist=[SIGNAAL])) == {field("10.3", "toelichting")}

    @pytest.mark.parametrize("other", [BIJDRAGE, ENDED, stuk_id(999)])
    def test_is_not_on_what_another_gave(self, other: StukId) -> None:
        """Nor on who ended, nor on what is not there."""
        wrong = CONFIRM(tafel(POLITIE), checked(), juist=[SIGNAAL, PERSON, other])

        assert refused(wrong) == {field("10.3", "juist")}

    def test_is_for_a_check_that_is_open(self) -> None:
        """Not when there is none, and not on another."""
        none = replace(casus(), stukken=DATA)

        assert refused(CONFIRM(tafel(POLITIE), none)) == {state("10.3", "no-check")}
        assert refused(CONFIRM(tafel(POLITIE), checked(), controle_id=BIJDRAGE)) == {state("10.3", "no-check")}

    def test_is_not_for_others(self) -> None:
        """Hidden from a partner and from elsewhere; the uitvoerder does not confirm for a party."""
        assert hidden(CONFIRM(tafel(DE_BRUG), checked())) == {right("10.4", "not-at-table")}
        assert hidden(CONFIRM(tafel(OM), checked())) == {right("10.4", "not-at-table")}
        assert refused(CONFIRM(CHECKER, checked(), juist=[])) == {right("10.3", "party")}

    def test_waits_for_each_party_that_brought_something_in(self) -> None:
        """Until it confirmed; the uitvoerder waits for it meanwhile, by the same day."""
        said = stuk(CasusStuk.BEVESTIGING, stuk_id(320), van=RAAD, bij=CHECK)

        assert steps(tafel(POLITIE), checked(said)) == {(Stap.BEVESTIGEN, TOMORROW)}
        assert steps(tafel(RAAD), checked(said)) == set()
        assert steps(CHECKER, checked(said)) == {(Stap.RESULTAAT, TOMORROW)}

    def test_counts_for_its_own_check_alone(self) -> None:
        """What was confirmed in an earlier check, by oneself or another, does not count in this one."""
        earlier = stuk(CasusStuk.CONTROLE, stuk_id(321), staat=Controlestaat.AFGEROND)
        then = stuk(CasusStuk.BEVESTIGING, stuk_id(322), van=POLITIE, bij=earlier.id)
        now = stuk(CasusStuk.BEVESTIGING, stuk_id(323), van=RAAD, bij=CHECK)
        feit = replace(checked(), stukken=(earlier, *checked().stukken, then, now))

        assert steps(tafel(POLITIE), feit) == {(Stap.BEVESTIGEN, TOMORROW)}
        assert steps(tafel(RAAD), feit) == set()
        assert open_check(feit) == checked().stukken[-1]
        assert refused(CONFIRM(tafel(POLITIE), feit, controle_id=earlier.id)) == {state("10.3", "no-check")}


@pytest.mark.article("10.3", "3")
class TestRecordingTheResult:
    """What was found and mended, and whether article 3 still holds."""

    def test_is_for_the_uitvoerder_with_that_task(self) -> None:
        """A party's confirmation is input, not the result."""
        assert RECORD(CHECKER, checked()).is_allowed
        assert refused(RECORD(tafel(POLITIE), checked())) == {right("10.3", "uitvoerder")}
        assert refused(RECORD(uitvoerder(), checked())) == {field("5", "taak")}

    def test_asks_what_was_found_and_on_what_article_3_rests(self) -> None:
        """Neither may be empty."""
        bare = RECORD(CHECKER, checked(), resultaat="", toelichting=" ")

        assert refused(bare) == {field("10.3", "resultaat"), field("3", "toelichting")}

    def test_is_for_a_check_that_is_open(self) -> None:
        """Not twice, and not on a closed casus."""
        closed = RECORD(CHECKER, checked(staat=CasusStaat.AFGESLOTEN))

        assert refused(RECORD(CHECKER, casus())) == {state("10.3", "no-check")}
        assert refused(closed) == {state("10.3", "closed")}
