"""Covenant 11.2, 11.4, 11.5: by which day a person is informed, and what the notes make of that day."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest

from casustafel.convenant.bewaring import Houdersoort
from casustafel.convenant.feit import CasusFeit, CasusStaat, DossierFeit, DossierStaat, Keuze, OrganisatieFeit, StukFeit
from casustafel.convenant.informatieplicht import (
    Aantekening,
    Plicht,
    Plichtstaat,
    Stand,
    defer_until,
    inform_by,
    replay,
    stand_of,
    unmet,
)
from casustafel.convenant.overeenstemming import Vraagstaat
from casustafel.convenant.plichten import last_day_here, plichten_of_casus, plichten_of_dossier, untold
from casustafel.convenant.stuk import CasusStuk, DossierStuk
from tests.facts import CONVENANT, DE_BRUG, GEMEENTE, OM, POLITIE, RAAD, SIGNAAL, SIGNAAL_2, casus, dossier, stuk_id

pytestmark = [pytest.mark.article("11.2"), pytest.mark.article("11.4"), pytest.mark.article("11.5")]

A_DAY = timedelta(days=1)
SINDS = date(2026, 3, 2)
UITERLIJK = date(2026, 4, 2)
LAATSTE = date(2026, 12, 31)
SLOT = date(2026, 12, 1)
OPEN, UITGESTELD = Plichtstaat.OPEN, Plichtstaat.UITGESTELD
BLIJVEND, VERVULD = Plichtstaat.BLIJVEND, Plichtstaat.VERVULD
N = Aantekening


def note(
    staat: Aantekening,
    van: OrganisatieFeit | None = POLITIE,
    *,
    op: date = SINDS,
    tot: date | None = None,
    number: int = 70,
    soort: str = DossierStuk.INFORMEREN,
) -> StukFeit:
    """Make a note on the duty."""
    return StukFeit(
        id=stuk_id(number),
        soort=soort,
        organisatie_id=van.id if van else None,
        bij_id=None,
        op=op,
        uiterlijk_op=tot,
        staat=staat,
    )


def plicht(*notes: StukFeit, bronnen: tuple[OrganisatieFeit, ...] = (POLITIE, GEMEENTE)) -> Plicht:
    """Make the duty towards somebody of whom politie and gemeente gave data, with these notes."""
    return Plicht(
        persoon_id=None,
        sinds=SINDS,
        uiterlijk_op=UITERLIJK,
        laatste_op=LAATSTE,
        slotfase_vanaf=SLOT,
        bronnen=frozenset(o.id for o in bronnen),
        aantekeningen=notes,
    )


@dataclass(frozen=True, slots=True)
class By:
    """A case of the first day: recorded, outcome, first disclosure, and the last day that follows."""

    sinds: date
    uitkomst_op: date | None
    verstrekt_op: date | None
    last: date


CASES_BY = (
    By(date(2026, 3, 2), None, None, date(2026, 4, 2)),
    By(date(2026, 3, 31), None, None, date(2026, 4, 30)),
    By(date(2026, 1, 31), None, None, date(2026, 2, 28)),
    By(date(2028, 1, 31), None, None, date(2028, 2, 29)),
    By(date(2026, 1, 28), None, None, date(2026, 2, 28)),
    By(date(2026, 12, 31), None, None, date(2027, 1, 31)),
    By(date(2026, 3, 2), date(2026, 3, 2), None, date(2026, 3, 2)),
    By(date(2026, 3, 2), date(2026, 4, 1), None, date(2026, 4, 1)),
    By(date(2026, 3, 2), date(2026, 4, 2), None, date(2026, 4, 2)),
    By(date(2026, 3, 2), date(2026, 4, 3), None, date(2026, 4, 2)),
    By(date(2026, 3, 2), None, date(2026, 3, 20), date(2026, 3, 20)),
    By(date(2026, 3, 2), None, date(2026, 5, 1), date(2026, 4, 2)),
    By(date(2026, 3, 2), date(2026, 3, 25), date(2026, 3, 20), date(2026, 3, 20)),
    By(date(2026, 3, 2), date(2026, 3, 20), date(2026, 3, 25), date(2026, 3, 20)),
)


class TestTheFirstLastDay:
    """On the outcome; a month after the first record, or the first disclosure, where that is earlier."""

    @pytest.mark.parametrize("case", CASES_BY)
    def test_is_what_comes_first(self, case: By) -> None:
        """Calendar months, clipped at the end of a month."""
        found = inform_by(case.sinds, CONVENANT, uitkomst_op=case.uitkomst_op, verstrekt_op=case.verstrekt_op)

        assert found == case.last

    @pytest.mark.parametrize(
        ("day", "last"),
        [
            (date(2026, 3, 2), date(2026, 6, 2)),
            (date(2026, 11, 30), date(2027, 2, 28)),
            (date(2027, 11, 30), date(2028, 2, 29)),
            (date(2026, 1, 31), date(2026, 4, 30)),
        ],
    )
    def test_may_be_deferred_three_months(self, day: date, last: date) -> None:
        """A deferral is reconsidered at least every three months."""
        assert defer_until(CONVENANT, day=day) == last


EIGEN_POLITIE = note(N.UITSTEL_EIGEN, op=date(2026, 3, 20), tot=date(2026, 6, 20))
EIGEN_GEMEENTE = note(N.UITSTEL_EIGEN, GEMEENTE, op=date(2026, 3, 20), tot=date(2026, 5, 20))
ALLEN = note(N.UITSTEL_ALLEN, op=date(2026, 3, 20), tot=date(2026, 6, 20))
GEVRAAGD = note(N.UITSTEL_GEVRAAGD, op=date(2026, 3, 20), tot=date(2026, 6, 20))
TOLD = note(N.GEINFORMEERD, None, op=date(2026, 3, 30))
TOLD_IN_PART = note(N.GEINFORMEERD_DEELS, None, op=date(2026, 3, 30))
EINDE_POLITIE = note(N.EINDE_EIGEN, op=date(2026, 5, 1))
EINDE_ALLEN = note(N.EINDE_ALLEN, OM, op=date(2026, 5, 1))
EARLY_END = note(N.EINDE_ALLEN, OM, op=date(2026, 3, 25))
BLIJVEND_ALLEN = note(N.BLIJVEND_ALLEN, op=SLOT, tot=LAATSTE)
BLIJVEND_POLITIE = note(N.BLIJVEND_EIGEN, op=SLOT, tot=LAATSTE)
BLIJVEND_GEMEENTE = note(N.BLIJVEND_EIGEN, GEMEENTE, op=SLOT, tot=LAATSTE)
LATE = note(N.UITSTEL_ALLEN, op=date(2026, 10, 10), tot=date(2027, 1, 10))
JUNE, MAY = date(2026, 6, 20), date(2026, 5, 1)


@dataclass(frozen=True, slots=True)
class Case:
    """A case of the duty: the notes, the day, and how it then stands."""

    name: str
    notes: tuple[StukFeit, ...]
    day: date
    staat: Plichtstaat
    last: date | None
    late: bool = False


CASES = (
    # nothing was noted: due, whether anybody acts or not
    Case("nothing, a day before", (), UITERLIJK - A_DAY, OPEN, UITERLIJK),
    Case("nothing, the last day", (), UITERLIJK, OPEN, UITERLIJK),
    Case("nothing, a day after", (), UITERLIJK + A_DAY, OPEN, UITERLIJK, late=True),
    Case("no ground was seen", (note(N.GEEN_GROND),), UITERLIJK + A_DAY, OPEN, UITERLIJK, late=True),
    # a ground of all holds up to and including its day
    Case("all, the day it was made", (ALLEN,), date(2026, 3, 20), UITGESTELD, JUNE),
    Case("all, a day before its end", (ALLEN,), JUNE - A_DAY, UITGESTELD, JUNE),
    Case("all, its own day", (ALLEN,), JUNE, UITGESTELD, JUNE),
    Case("all, a day after", (ALLEN,), JUNE + A_DAY, OPEN, JUNE, late=True),
    Case("all, shorter than the duty", (replace(ALLEN, uiterlijk_op=MAY - timedelta(days=40)),), MAY, OPEN, UITERLIJK,
         late=True),
    # asked is not agreed: withholding never holds it up
    Case("asked, on the last day", (GEVRAAGD,), UITERLIJK, OPEN, UITERLIJK),
    Case("asked, a day after", (GEVRAAGD,), UITERLIJK + A_DAY, OPEN, UITERLIJK, late=True),
    Case("asked, two of three", (GEVRAAGD, note(N.INSTEMMING, OM)), UITERLIJK + A_DAY, OPEN, UITERLIJK, late=True),
    # a ground of one reaches its own data
    Case("own of one, the rest is due", (EIGEN_POLITIE,), UITERLIJK, OPEN, UITERLIJK),
    Case("own of one, the rest is late", (EIGEN_POLITIE,), UITERLIJK + A_DAY, OPEN, UITERLIJK, late=True),
    Case("own of both", (EIGEN_POLITIE, EIGEN_GEMEENTE), UITERLIJK + A_DAY, UITGESTELD, date(2026, 5, 20)),
    Case("own of both, one ended", (EIGEN_POLITIE, EIGEN_GEMEENTE), date(2026, 5, 21), OPEN, date(2026, 5, 20),
         late=True),
    Case("own of who gave nothing", (note(N.UITSTEL_EIGEN, OM, tot=JUNE),), UITERLIJK + A_DAY, OPEN, UITERLIJK,
         late=True),
    # as soon as nothing stands in the way
    Case("ended by one, that day", (ALLEN, EINDE_ALLEN), MAY, OPEN, MAY),
    Case("ended by one, a day after", (ALLEN, EINDE_ALLEN), MAY + A_DAY, OPEN, MAY, late=True),
    Case("ended before the first last day", (ALLEN, EARLY_END), UITERLIJK, OPEN, UITERLIJK),
    Case("own ended, that day", (EIGEN_POLITIE, EIGEN_GEMEENTE, EINDE_POLITIE), MAY, OPEN, MAY),
    Case("own ended, a day after", (EIGEN_POLITIE, EIGEN_GEMEENTE, EINDE_POLITIE), MAY + A_DAY, OPEN, MAY, late=True),
    Case("ended, then deferred anew", (ALLEN, EINDE_ALLEN, replace(ALLEN, op=MAY, uiterlijk_op=date(2026, 8, 1))),
         date(2026, 8, 1), UITGESTELD, date(2026, 8, 1)),
    Case("reconsidered: a next day", (ALLEN, replace(ALLEN, op=JUNE, uiterlijk_op=date(2026, 9, 20))),
         date(2026, 9, 20), UITGESTELD, date(2026, 9, 20)),
    Case("reconsidered, and that day passed", (ALLEN, replace(ALLEN, op=JUNE, uiterlijk_op=date(2026, 9, 20))),
         date(2026, 9, 21), OPEN, date(2026, 9, 20), late=True),
    Case("an end of what was only asked", (GEVRAAGD, EARLY_END), UITERLIJK, OPEN, UITERLIJK),
    # informed
    Case("told", (TOLD,), date(2026, 3, 30), VERVULD, None),
    Case("told, long after", (TOLD,), date(2027, 3, 30), VERVULD, None),
    Case("told after the last day", (replace(TOLD, op=date(2026, 7, 1)),), date(2026, 7, 1), VERVULD, None),
    Case("told in part: the rest waits", (EIGEN_POLITIE, TOLD_IN_PART), JUNE, UITGESTELD, JUNE),
    Case("told in part: the rest is due", (EIGEN_POLITIE, TOLD_IN_PART), JUNE + A_DAY, OPEN, JUNE, late=True),
    Case("told in part, then that ended", (EIGEN_POLITIE, TOLD_IN_PART, EINDE_POLITIE), MAY, OPEN, MAY),
    Case("told in part, then the rest", (EIGEN_POLITIE, TOLD_IN_PART, EINDE_POLITIE, replace(TOLD, op=MAY)), MAY,
         VERVULD, None),
    Case("told in part without a ground", (TOLD_IN_PART,), JUNE, VERVULD, None),
    # the last thirty days in this file
    Case("last phase, told", (TOLD,), SLOT, VERVULD, None),
    Case("last phase, a next day does not count", (LATE,), SLOT, UITGESTELD, LAATSTE),
    Case("last phase, the last day", (LATE,), LAATSTE, UITGESTELD, LAATSTE),
    Case("last phase, a day after", (LATE,), LAATSTE + A_DAY, UITGESTELD, LAATSTE, late=True),
    Case("a ground that stays, of all", (BLIJVEND_ALLEN,), LAATSTE, BLIJVEND, None),
    Case("a ground that stays, of one", (BLIJVEND_POLITIE,), SLOT, OPEN, UITERLIJK, late=True),
    Case("a ground that stays, of each", (BLIJVEND_POLITIE, BLIJVEND_GEMEENTE), SLOT, BLIJVEND, None),
    Case("a ground that stays, asked only", (note(N.BLIJVEND_GEVRAAGD, op=SLOT, tot=LAATSTE),), SLOT, OPEN, UITERLIJK,
         late=True),
    Case("a ground that stays does not outlast its day", (BLIJVEND_ALLEN,), LAATSTE + A_DAY, OPEN, LAATSTE, late=True),
    Case("a ground that stays is ended", (BLIJVEND_ALLEN, replace(EINDE_ALLEN, op=date(2026, 12, 5))),
         date(2026, 12, 5), OPEN, date(2026, 12, 5)),
)  # fmt: skip


class TestWhatTheNotesMakeOfIt:
    """A ground holds it up to its day; silence never does."""

    @pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
    def test_follows_from_the_notes_alone(self, case: Case) -> None:
        """How the duty stands, by which day, and whether that is late."""
        stand = stand_of(plicht(*case.notes), day=case.day)

        assert (stand.staat, stand.uiterlijk_op, stand.is_late(case.day)) == (case.staat, case.last, case.late)

    def test_says_for_whose_data_it_is_due(self) -> None:
        """Of the kernpartij that let it wait nothing is told, of the others all."""
        stand = stand_of(plicht(EIGEN_POLITIE), day=UITERLIJK)

        assert stand == Stand(staat=OPEN, uiterlijk_op=UITERLIJK, open_delen=frozenset({GEMEENTE.id}))

    def test_asks_a_ground_that_stays_from_thirty_days_before(self) -> None:
        """On the thirtieth day before, not the day before that."""
        for day, asked in ((SLOT - A_DAY, False), (SLOT, True), (SLOT + A_DAY, True)):
            assert stand_of(plicht(LATE), day=day).moet_blijvend is asked

    def test_is_counted_where_nobody_acted(self) -> None:
        """Told, or a ground that stays, is met; waiting or nothing is not."""
        plichten = [plicht(), plicht(LATE), plicht(TOLD), plicht(BLIJVEND_ALLEN)]

        assert unmet(plichten, day=LAATSTE) == 2

    def test_is_of_the_whole_where_no_source_is_known(self) -> None:
        """Nothing of anybody is no reason not to inform."""
        assert stand_of(plicht(bronnen=()), day=UITERLIJK).staat is OPEN
        assert stand_of(plicht(TOLD, bronnen=()), day=UITERLIJK).staat is VERVULD

    def test_remembers_who_spoke(self) -> None:
        """Saying no ground, invoking one, asking one and agreeing are all speaking; ending what waits is not."""
        found = replay(plicht(note(N.GEEN_GROND, OM), EIGEN_POLITIE, note(N.EINDE_ALLEN, GEMEENTE)))

        assert found.gesproken == {OM.id, POLITIE.id}


def _dossier(staat: DossierStaat, *notes: StukFeit, besloten_op: date | None = None) -> DossierFeit:
    signalen = tuple(
        StukFeit(id=id_, soort=DossierStuk.SIGNAAL, organisatie_id=o.id, bij_id=None, op=SINDS)
        for id_, o in ((SIGNAAL, POLITIE), (SIGNAAL_2, GEMEENTE))
    )
    plain = dossier(staat, eerste_signaal_op=SINDS)
    return replace(plain, kop=replace(plain.kop, besloten_op=besloten_op), stukken=(*signalen, *notes))


class TestTheSubject:
    """Recorded in the dossier of the weegploeg."""

    def test_is_informed_on_the_outcome(self) -> None:
        """Whatever the outcome: also where nothing followed. Without one, after a month."""
        for staat in (DossierStaat.AGENDEREN, DossierStaat.NIET_AGENDEREN, DossierStaat.OVERGEDRAGEN):
            (found,) = plichten_of_dossier(_dossier(staat, besloten_op=date(2026, 3, 9)), CONVENANT, day=SINDS)
            assert found.uiterlijk_op == date(2026, 3, 9)
        (found,) = plichten_of_dossier(_dossier(DossierStaat.IN_WEGING), CONVENANT, day=SINDS)

        assert (found.sinds, found.uiterlijk_op) == (SINDS, UITERLIJK)
        assert found.bronnen == {POLITIE.id, GEMEENTE.id}

    def test_of_a_dossier_that_went_over_is_informed_from_the_other(self) -> None:
        """One person, one duty."""
        assert plichten_of_dossier(_dossier(DossierStaat.OPGEGAAN), CONVENANT, day=SINDS) == ()

    @pytest.mark.parametrize(
        ("staat", "besloten_op", "last"),
        [
            (DossierStaat.NIET_AGENDEREN, date(2026, 3, 31), date(2026, 9, 30)),
            (DossierStaat.IN_WEGING, None, date(2026, 12, 3)),
            (DossierStaat.AFGESLOTEN, date(2026, 3, 2), date(2026, 6, 1)),
        ],
    )
    def test_is_told_before_the_data_leaves(self, staat: DossierStaat, besloten_op: date | None, last: date) -> None:
        """Six months from outcome 2, also from the one that comes of itself; closed work goes to the archive."""
        found = _dossier(staat, besloten_op=besloten_op)

        assert last_day_here(found.kop, CONVENANT) == last
        (duty,) = plichten_of_dossier(found, CONVENANT, day=SINDS)
        assert duty.slotfase_vanaf == last - timedelta(days=30)


PERSOON, TWEEDE = stuk_id(80), stuk_id(81)


def _casus(*more: StukFeit) -> CasusFeit:
    personen = (
        StukFeit(id=PERSOON, soort=CasusStuk.ACHTERBLIJVER, organisatie_id=RAAD.id, bij_id=None, op=SINDS),
        StukFeit(
            id=TWEEDE,
            soort=CasusStuk.NETWERKPERSOON,
            organisatie_id=POLITIE.id,
            bij_id=None,
            op=SINDS,
            staat="beeindigd",
        ),
    )
    return replace(casus(CasusStaat.OPEN), stukken=(*personen, *more))


def _disclosed(*, of: OrganisatieFeit, staat: Vraagstaat, op: date) -> tuple[StukFeit, ...]:
    plain = StukFeit(id=stuk_id(90), soort="", organisatie_id=DE_BRUG.id, bij_id=None, op=SINDS, uiterlijk_op=LAATSTE)
    return (
        replace(plain, soort=CasusStuk.DOORVERSTREKKING, staat=staat),
        replace(plain, id=stuk_id(91), soort=CasusStuk.DOORVERSTREKT, organisatie_id=of.id, bij_id=stuk_id(90)),
        replace(plain, id=stuk_id(92), soort=CasusStuk.STANDPUNT, bij_id=stuk_id(90), op=op, staat=Keuze.INSTEMMEN),
    )


class TestThePersonsOfACasus:
    """Achterblijvers and the network: recorded in the casus."""

    def test_are_each_informed_within_a_month(self) -> None:
        """Also who is no longer needed for the plan."""
        found = plichten_of_casus(_casus(), CONVENANT)

        assert [(p.persoon_id, p.uiterlijk_op) for p in found] == [(PERSOON, UITERLIJK), (TWEEDE, UITERLIJK)]

    def test_have_notes_of_their_own(self) -> None:
        """What is noted of one says nothing of the other."""
        told = replace(note(N.GEINFORMEERD, None, soort=CasusStuk.INFORMEREN), bij_id=PERSOON)
        found = plichten_of_casus(_casus(told), CONVENANT)

        assert [stand_of(p, day=UITERLIJK).staat for p in found] == [VERVULD, OPEN]

    def test_are_informed_when_their_data_is_first_disclosed(self) -> None:
        """On the day on which all agreed, where that is earlier; not for what is only asked, or of others."""
        on = date(2026, 3, 20)
        given = plichten_of_casus(_casus(*_disclosed(of=RAAD, staat=Vraagstaat.AANGENOMEN, op=on)), CONVENANT)
        asked = plichten_of_casus(_casus(*_disclosed(of=RAAD, staat=Vraagstaat.OPEN, op=on)), CONVENANT)

        before = _disclosed(of=RAAD, staat=Vraagstaat.AANGENOMEN, op=SINDS - A_DAY)
        before = tuple(replace(stuk, op=SINDS - A_DAY) for stuk in before)
        assert [p.uiterlijk_op for p in given] == [on, UITERLIJK]
        assert [p.uiterlijk_op for p in plichten_of_casus(_casus(*before), CONVENANT)] == [UITERLIJK, UITERLIJK]
        assert [p.uiterlijk_op for p in asked] == [UITERLIJK, UITERLIJK]


class TestWhatLeavesAFile:
    """Counted, and nothing else."""

    @pytest.mark.parametrize(
        ("notes", "count"),
        [
            ((), 1),
            ((ALLEN,), 1),
            ((TOLD,), 0),
            ((BLIJVEND_ALLEN,), 0),
            ((BLIJVEND_ALLEN, EINDE_ALLEN), 1),
            ((BLIJVEND_POLITIE,), 1),
            ((BLIJVEND_POLITIE, BLIJVEND_GEMEENTE), 0),
            ((EIGEN_POLITIE, TOLD_IN_PART), 1),
        ],
    )
    def test_is_who_was_not_told_and_had_no_ground_that_stays(self, notes: tuple[StukFeit, ...], count: int) -> None:
        """A deferral with a next day that was never reconsidered does not count as one."""
        found = _dossier(DossierStaat.NIET_AGENDEREN, *notes)

        assert untold(found.stukken, soort=Houdersoort.DOSSIER) == count

    def test_is_each_person_of_a_casus(self) -> None:
        """The subject is counted with the dossier; in the archive all are together."""
        told = replace(note(N.GEINFORMEERD, None, soort=CasusStuk.INFORMEREN), bij_id=PERSOON)
        whole = (*_dossier(DossierStaat.AFGESLOTEN).stukken, *_casus(told).stukken)

        assert untold(_casus().stukken, soort=Houdersoort.CASUS) == 2
        assert untold(_casus(told).stukken, soort=Houdersoort.CASUS) == 1
        assert untold(whole, soort=Houdersoort.ARCHIEF) == 2
