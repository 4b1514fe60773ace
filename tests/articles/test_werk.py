"""What waits for whom: each step, its article and its day. Covenant 7.3, 7.4, 8.5, 9.3, 9.4; work is derived."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import pytest

from casustafel.convenant.feit import (
    CasusFeit,
    CasusStaat,
    DossierFeit,
    DossierStaat,
    OrganisatieFeit,
    Rol,
    StandpuntFeit,
    StukFeit,
    Taak,
    Uitkomst,
    Wie,
)
from casustafel.convenant.stuk import DossierStuk
from casustafel.convenant.werk import Stap, Werk, werk_in_casusoverleg, werk_in_weegploeg, werk_on_afsluiting
from tests.facts import (
    CONCEPT,
    CONCEPT_MAATREGEL,
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
    SINCE,
    TOMORROW,
    VRAAG,
    WEGING,
    YESTERDAY,
    casus,
    convenant_without,
    deelnemers,
    dossier,
    onthouden,
    operator,
    standpunten,
    stuk_id,
    systeem,
    tafel,
    uitvoerder,
    verzoek,
    weegploeg,
    wie,
)

LAST = date(2026, 6, 2)
"""Three months from the first signaal of `dossier()`."""

AGENDEREN, NIET_AGENDEREN = Uitkomst
BOTH: Final = (Rol.WEEGPLOEG, Rol.CASUSOVERLEG)
PENDING = CasusStaat.AFSLUITING_GEADVISEERD
UNDECIDED = (DossierStaat.NIEUW, DossierStaat.IN_WEGING, DossierStaat.INFORMATIE_GEVRAAGD)
NOTHING: list[Werk] = []
TO_ADOPT = casus(concept=CONCEPT)
TO_WRITE = casus(CasusStaat.OPEN, concept=None, vastgesteld=None)
ADOPTED = casus(concept=None)


def on(dossier: DossierFeit, asker: Wie, *, day: date = DAY) -> list[Werk]:
    """Give what waits for somebody on a dossier."""
    return list(werk_in_weegploeg(asker, dossier, day=day))


def at(casus: CasusFeit, asker: Wie, *, day: date = DAY) -> list[Werk]:
    """Give what waits for somebody at the table of a casus."""
    return list(werk_in_casusoverleg(asker, casus, day=day))


def closing(casus: CasusFeit, asker: Wie, *, day: date = DAY) -> list[Werk]:
    """Give what waits for somebody on a closing."""
    return list(werk_on_afsluiting(asker, casus, day=day))


def of_dossier(stap: Stap, artikel: str, uiterlijk_op: date | None = None) -> list[Werk]:
    """Expect this one step on the dossier."""
    kop = dossier().kop
    return [Werk(stap=stap, artikel=artikel, houder_id=kop.id, nummer=kop.nummer, uiterlijk_op=uiterlijk_op)]


def of_casus(stap: Stap, artikel: str) -> list[Werk]:
    """Expect this one step on the casus."""
    kop = casus().kop
    return [Werk(stap=stap, artikel=artikel, houder_id=kop.id, nummer=kop.nummer)]


def steps(found: Iterable[Werk]) -> list[Stap]:
    """Give the steps only."""
    return [werk.stap for werk in found]


@pytest.mark.article("7.4.1")
class TestAQuestion:
    """The weegploeg asked a kernpartij for more."""

    ASKED = dossier(verzoeken=[verzoek(POLITIE)])

    def test_waits_for_the_kernpartij_that_was_asked(self) -> None:
        """The politie that was asked answers, and is told which question."""
        (answer,) = (w for w in on(self.ASKED, weegploeg(POLITIE)) if w.stap is Stap.ANSWER)
        kop = self.ASKED.kop

        assert answer == Werk(
            stap=Stap.ANSWER, artikel="7.4", houder_id=kop.id, nummer=kop.nummer, uiterlijk_op=LAST, bij_id=VRAAG
        )

    @pytest.mark.parametrize("organisatie", [GEMEENTE, OM])
    def test_does_not_wait_for_another(self, organisatie: OrganisatieFeit) -> None:
        """Who was not asked has nothing to answer."""
        assert Stap.ANSWER not in steps(on(self.ASKED, weegploeg(organisatie)))

    def test_does_not_wait_once_it_is_answered(self) -> None:
        """An answer is given once."""
        answered = dossier(verzoeken=[verzoek(POLITIE, answered=True)])

        assert Stap.ANSWER not in steps(on(answered, weegploeg(POLITIE)))

    @pytest.mark.parametrize(
        ("asked_by", "due"),
        [
            (None, LAST),
            (LAST - timedelta(days=1), LAST - timedelta(days=1)),
            (LAST, LAST),
            (LAST + timedelta(days=1), LAST),
        ],
    )
    def test_waits_until_the_day_that_was_asked_or_the_last_day(self, asked_by: date | None, due: date) -> None:
        """The day that was asked for, but never later than the last day to decide."""
        asked = dossier(verzoeken=[verzoek(POLITIE, uiterlijk_op=asked_by)])

        assert [w.uiterlijk_op for w in on(asked, weegploeg(POLITIE)) if w.stap is Stap.ANSWER] == [due]

    def test_does_not_keep_the_rest_waiting(self) -> None:
        """Beside the answer the kernpartij still has its position to take."""
        assert steps(on(self.ASKED, weegploeg(POLITIE))) == [Stap.ANSWER, Stap.STANDPUNT]


@pytest.mark.article("7.3")
class TestTheAnalysis:
    """A dossier of which no criterion was weighed."""

    @pytest.mark.parametrize("staat", UNDECIDED)
    @pytest.mark.parametrize("organisatie", KERN, ids=lambda o: o.naam)
    def test_waits_for_each_kernpartij(self, organisatie: OrganisatieFeit, staat: DossierStaat) -> None:
        """Any of the three may begin, by the last day to decide."""
        assert on(dossier(staat, gewogen=()), weegploeg(organisatie)) == of_dossier(Stap.WEIGH, "7.3", LAST)

    def test_comes_before_the_positions(self) -> None:
        """Whatever positions there are: without analysis the analysis is asked."""
        early = dossier(gewogen=(), standpunten=standpunten(*KERN, uitkomst=AGENDEREN))

        assert on(early, weegploeg()) == of_dossier(Stap.WEIGH, "7.3", LAST)


@pytest.mark.article("7.4")
@pytest.mark.article("4")
class TestTheOutcome:
    """A dossier that was weighed."""

    @pytest.mark.parametrize("organisatie", KERN, ids=lambda o: o.naam)
    def test_waits_for_the_position_of_each_kernpartij(self, organisatie: OrganisatieFeit) -> None:
        """Each that has not taken its position is asked for it, by the last day; the others are not."""
        others = [o for o in KERN if o is not organisatie]
        waiting = dossier(standpunten=standpunten(*others, uitkomst=AGENDEREN))

        assert on(waiting, weegploeg(organisatie)) == of_dossier(Stap.STANDPUNT, "7.4", LAST)
        assert [on(waiting, weegploeg(o)) for o in others] == [NOTHING, NOTHING]

    @pytest.mark.parametrize("uitkomst", Uitkomst)
    @pytest.mark.parametrize("organisatie", KERN, ids=lambda o: o.naam)
    def test_waits_to_be_recorded_when_all_agree(self, organisatie: OrganisatieFeit, uitkomst: Uitkomst) -> None:
        """Any of the three records what all agree with, whichever of the two it is."""
        agreed = dossier(standpunten=standpunten(*KERN, uitkomst=uitkomst))

        assert on(agreed, weegploeg(organisatie)) == of_dossier(Stap.DECIDE, "7.4", LAST)

    @pytest.mark.parametrize(
        "third", [onthouden(OM), *standpunten(OM, uitkomst=NIET_AGENDEREN), *standpunten(RAAD, uitkomst=AGENDEREN)]
    )
    def test_waits_for_nobody_while_they_differ(self, third: StandpuntFeit) -> None:
        """Who took its position has nothing to do while the OM withholds, differs or is still to answer."""
        two = standpunten(GEMEENTE, POLITIE, uitkomst=AGENDEREN)

        assert on(dossier(standpunten=(*two, third)), weegploeg(POLITIE)) == NOTHING

    def test_says_when_who_is_silent_was_reminded(self) -> None:
        """A reminder is about the position; what else waits does not show it."""
        reminder = StukFeit(
            id=stuk_id(80), soort=DossierStuk.HERINNERING, organisatie_id=OM.id, bij_id=None, op=YESTERDAY
        )
        silent, unweighed = (replace(dossier(gewogen=g), stukken=(reminder,)) for g in ((WEGING,), ()))
        agreed = replace(silent, standpunten=standpunten(*KERN, uitkomst=AGENDEREN))
        days = [(w.stap, w.herinnerd_op) for feit in (silent, unweighed, agreed) for w in on(feit, weegploeg())]

        assert days == [(Stap.STANDPUNT, YESTERDAY), (Stap.WEIGH, None), (Stap.DECIDE, None)]

    def test_waits_until_three_months_from_the_first_signaal(self) -> None:
        """The last day is counted from the first signaal, clipped at the end of a shorter month."""
        first = dossier(eerste_signaal_op=date(2025, 11, 30))
        days = [date(2026, 2, 27), date(2026, 2, 28)]

        assert [on(first, weegploeg(), day=day) for day in days] == [
            of_dossier(Stap.STANDPUNT, "7.4", date(2026, 2, 28))
        ] * 2


@pytest.mark.article("7.3")
@pytest.mark.article("8.5")
class TestTheAgenda:
    """The subject was put on the agenda."""

    @pytest.mark.parametrize("organisatie", KERN, ids=lambda o: o.naam)
    def test_waits_for_who_to_involve_and_then_for_the_hand_over(self, organisatie: OrganisatieFeit) -> None:
        """First each kernpartij may name the parties, then hand over; neither has a day."""
        to_name = dossier(DossierStaat.AGENDEREN)
        to_hand_over = dossier(DossierStaat.AGENDEREN, betrokken=[RAAD])

        assert on(to_name, weegploeg(organisatie)) == of_dossier(Stap.NAME, "7.3")
        assert on(to_hand_over, weegploeg(organisatie)) == of_dossier(Stap.HAND_OVER, "8.5")

    @pytest.mark.parametrize("staat", [DossierStaat.NIET_AGENDEREN, DossierStaat.OVERGEDRAGEN, DossierStaat.AFGESLOTEN])
    def test_leaves_nothing_after_the_hand_over_or_without_it(self, staat: DossierStaat) -> None:
        """On what was handed over, closed or not put on the agenda nothing waits, not even an open question."""
        done = dossier(staat, gewogen=(), verzoeken=[verzoek(POLITIE)], betrokken=[RAAD])

        assert on(done, weegploeg(POLITIE)) == NOTHING


@pytest.mark.article("8.4")
class TestADossier:
    """Whatever waits on it."""

    WAITING = (
        dossier(gewogen=(), verzoeken=[verzoek(GEMEENTE)]),
        dossier(),
        dossier(standpunten=standpunten(*KERN, uitkomst=AGENDEREN)),
        dossier(DossierStaat.AGENDEREN),
        dossier(DossierStaat.AGENDEREN, betrokken=[RAAD]),
    )

    @pytest.mark.parametrize("waiting", WAITING)
    @pytest.mark.parametrize(
        "asker",
        [
            tafel(GEMEENTE),
            weegploeg(RAAD),
            weegploeg(DE_BRUG),
            uitvoerder(),
            uitvoerder(Taak.CONTROLEREN),
            systeem(),
            operator(),
            wie(None, Rol.WEEGPLOEG),
            wie(GEMEENTE, *(frozenset(Rol) - {Rol.WEEGPLOEG})),
        ],
    )
    def test_waits_for_representatives_only(self, asker: Wie, waiting: DossierFeit) -> None:
        """For who is not of a kernpartij in the weegploeg nothing waits: the uitvoerder only prepares."""
        assert on(waiting, weegploeg(GEMEENTE))
        assert on(waiting, asker) == NOTHING


@pytest.mark.article("9.3")
class TestThePlan:
    """What waits at the table until there is a plan."""

    @pytest.mark.parametrize("organisatie", [POLITIE, GEMEENTE, RAAD], ids=lambda o: o.naam)
    def test_waits_to_be_written_by_each_party(self, organisatie: OrganisatieFeit) -> None:
        """While there is no plan and no concept each party at the table may write it."""
        assert at(TO_WRITE, tafel(organisatie)) == of_casus(Stap.WRITE_PLAN, "9.3")

    @pytest.mark.parametrize("organisatie", [GEMEENTE, RAAD], ids=lambda o: o.naam)
    def test_waits_to_be_adopted_by_each_party(self, organisatie: OrganisatieFeit) -> None:
        """A concept, the first or one that changes the plan, is to be adopted."""
        first = casus(CasusStaat.OPEN, vastgesteld=None)

        assert at(first, tafel(organisatie)) == of_casus(Stap.ADOPT_PLAN, "9.3")
        assert at(TO_ADOPT, tafel(organisatie)) == of_casus(Stap.ADOPT_PLAN, "9.3")

    def test_waits_for_no_party_once_it_is_adopted(self) -> None:
        """A party without a measure has nothing to do on an adopted plan."""
        assert at(ADOPTED, tafel(RAAD)) == NOTHING

    @pytest.mark.parametrize("waiting", [TO_WRITE, casus(CasusStaat.OPEN, vastgesteld=None)])
    def test_does_not_wait_for_a_partner(self, waiting: CasusFeit) -> None:
        """A partner at the table carries out measures; it writes and adopts no plan."""
        assert at(waiting, tafel(DE_BRUG)) == NOTHING


@pytest.mark.article("9.4")
class TestAMeasure:
    """What the adopted plan asks of somebody."""

    @pytest.mark.parametrize(
        ("organisatie", "maatregel", "due"), [(POLITIE, MAATREGEL, TOMORROW), (DE_BRUG, PARTNER_MAATREGEL, None)]
    )
    def test_waits_for_who_carries_it_out(self, organisatie: OrganisatieFeit, maatregel: object, due: date) -> None:
        """A party, and a partner too, is asked how its own measure goes, by the day of the measure if it has one."""
        (progress,) = at(casus(concept=None, uiterlijk_op=TOMORROW), tafel(organisatie))
        (expected,) = of_casus(Stap.VOORTGANG, "9.4")

        assert progress == replace(expected, uiterlijk_op=due, bij_id=progress.bij_id)
        assert progress.bij_id == maatregel

    @pytest.mark.parametrize("due", [YESTERDAY, DAY, TOMORROW])
    def test_keeps_its_day_when_that_has_passed(self, due: date) -> None:
        """Before, on and after its day a measure waits under that day."""
        assert [w.uiterlijk_op for w in at(casus(concept=None, uiterlijk_op=due), tafel(POLITIE))] == [due]

    def test_that_is_a_concept_only_waits_for_nobody(self) -> None:
        """Before a plan is adopted, and of a concept that would change it, no progress is asked."""
        found = at(TO_ADOPT, tafel(POLITIE))

        assert steps(found) == [Stap.ADOPT_PLAN, Stap.VOORTGANG]
        assert CONCEPT_MAATREGEL not in {w.bij_id for w in found}
        assert steps(at(casus(CasusStaat.OPEN, vastgesteld=None), tafel(POLITIE))) == [Stap.ADOPT_PLAN]

    @pytest.mark.parametrize("organisatie", [GEMEENTE, RAAD], ids=lambda o: o.naam)
    def test_does_not_wait_for_another(self, organisatie: OrganisatieFeit) -> None:
        """Who carries out no measure is not asked how one goes."""
        assert at(ADOPTED, tafel(organisatie)) == NOTHING


@pytest.mark.article("10.4")
class TestACasus:
    """Whatever waits at the table of it."""

    ALL = (*KERN, RAAD, RECLASSERING, DE_BRUG, ROC)

    @pytest.mark.parametrize(
        "asker",
        [
            *(tafel(o) for o in (OM, RECLASSERING, ROC)),
            weegploeg(POLITIE),
            uitvoerder(),
            systeem(),
            operator(),
            wie(None, Rol.CASUSOVERLEG),
            wie(POLITIE, *(frozenset(Rol) - {Rol.CASUSOVERLEG})),
        ],
    )
    @pytest.mark.parametrize("waiting", [TO_WRITE, TO_ADOPT, ADOPTED])
    def test_waits_for_nobody_elsewhere(self, asker: Wie, waiting: CasusFeit) -> None:
        """For who is not at the table, and without the role, nothing waits; the uitvoerder has no work of its own."""
        assert at(waiting, tafel(POLITIE))
        assert at(waiting, asker) == NOTHING

    @pytest.mark.parametrize(
        ("vanaf", "tot", "at_table"),
        [
            (TOMORROW, None, False),
            (DAY, None, True),
            (YESTERDAY, None, True),
            (SINCE, TOMORROW, True),
            (SINCE, DAY, False),
            (SINCE, YESTERDAY, False),
        ],
    )
    def test_waits_while_one_is_at_the_table(self, vanaf: date, tot: date | None, at_table: bool) -> None:
        """From the day somebody joins until the day it has left."""
        waiting = casus(aan_tafel=deelnemers(POLITIE, DE_BRUG, vanaf=vanaf, tot=tot))

        assert bool(at(waiting, tafel(POLITIE))) is at_table
        assert bool(at(waiting, tafel(DE_BRUG))) is at_table

    @pytest.mark.parametrize("organisatie", ALL, ids=lambda o: o.naam)
    def test_leaves_nothing_once_its_plan_is_closed(self, organisatie: OrganisatieFeit) -> None:
        """On a closed plan nothing waits for anybody."""
        closed = casus(CasusStaat.AFGESLOTEN, aan_tafel=deelnemers(*self.ALL), standpunten=standpunten(*KERN[1:]))

        assert at(closed, tafel(organisatie)) == NOTHING
        assert closing(closed, wie(organisatie, *BOTH)) == NOTHING


@pytest.mark.article("9.4")
@pytest.mark.article("4")
class TestAPendingClosing:
    """The table advised the kernpartijen to close."""

    @pytest.mark.parametrize("organisatie", KERN, ids=lambda o: o.naam)
    def test_waits_for_the_position_of_each_kernpartij(self, organisatie: OrganisatieFeit) -> None:
        """Each that has not taken its position is asked for it, at the table or not; the others are not."""
        others = [o for o in KERN if o is not organisatie]
        waiting = casus(PENDING, standpunten=standpunten(*others))

        assert closing(waiting, weegploeg(organisatie)) == of_casus(Stap.STANDPUNT_AFSLUITING, "9.4")
        assert [closing(waiting, weegploeg(o)) for o in others] == [NOTHING, NOTHING]

    @pytest.mark.parametrize("organisatie", KERN, ids=lambda o: o.naam)
    def test_waits_to_be_closed_when_all_agree(self, organisatie: OrganisatieFeit) -> None:
        """Any of the three records the closing that all agree with."""
        agreed = casus(PENDING, standpunten=standpunten(*KERN))

        assert closing(agreed, weegploeg(organisatie)) == of_casus(Stap.CLOSE, "9.4")

    @pytest.mark.parametrize("third", [onthouden(OM), *standpunten(RAAD)])
    def test_waits_for_nobody_while_one_does_not_agree(self, third: StandpuntFeit) -> None:
        """Who agreed has nothing to do while the OM withholds or is still to answer."""
        waiting = casus(PENDING, standpunten=(*standpunten(GEMEENTE, POLITIE), third))

        assert closing(waiting, weegploeg(POLITIE)) == NOTHING

    def test_does_not_wait_for_who_withheld(self) -> None:
        """To withhold is a position: the OM is not asked again."""
        waiting = casus(PENDING, standpunten=(*standpunten(GEMEENTE, POLITIE), onthouden(OM)))

        assert closing(waiting, weegploeg(OM)) == NOTHING

    @pytest.mark.parametrize("staat", sorted(frozenset(CasusStaat) - {PENDING}))
    @pytest.mark.parametrize("positions", [(), standpunten(*KERN)])
    def test_does_not_wait_before_the_advice(self, staat: CasusStaat, positions: tuple[StandpuntFeit, ...]) -> None:
        """While nothing is pending, and after the decision, no position is asked and nothing is closed."""
        assert closing(casus(staat, standpunten=positions), weegploeg()) == NOTHING

    @pytest.mark.parametrize("positions", [(), standpunten(*KERN)])
    @pytest.mark.parametrize(
        "asker", [tafel(POLITIE), tafel(RAAD), tafel(DE_BRUG), uitvoerder(), systeem(), operator()]
    )
    def test_does_not_wait_for_the_table(self, asker: Wie, positions: tuple[StandpuntFeit, ...]) -> None:
        """The table advised and the uitvoerder prepares: neither has a decision to take."""
        assert closing(casus(PENDING, standpunten=positions), asker) == NOTHING


@pytest.mark.article("18.2")
class TestAKernpartijThatLeaves:
    """The OM gave notice."""

    @pytest.mark.parametrize("day", [YESTERDAY - timedelta(days=1), YESTERDAY])
    def test_is_waited_for_until_its_term_has_run_out(self, day: date) -> None:
        """The day before it has left, too, nothing is recorded without its agreement."""
        asker = weegploeg(POLITIE, onder=convenant_without(OM))
        two = standpunten(GEMEENTE, POLITIE, uitkomst=AGENDEREN)

        assert on(dossier(standpunten=two), asker, day=day) == NOTHING
        assert closing(casus(PENDING, standpunten=two), asker, day=day) == NOTHING


@pytest.mark.article("7.4", "18.3")
class TestWhatTheRulesWouldRefuse:
    """A step that cannot be taken is not offered."""

    @pytest.mark.parametrize(("days", "is_offered"), [(-1, True), (0, True), (1, False)])
    def test_ends_with_the_term(self, days: int, *, is_offered: bool) -> None:
        """After the last day to decide, nobody is asked to weigh, to answer or to decide."""
        asked = verzoek(GEMEENTE)
        found = werk_in_weegploeg(weegploeg(GEMEENTE), dossier(verzoeken=[asked]), day=LAST + timedelta(days=days))

        assert bool(list(found)) is is_offered

    def test_stops_when_a_kernpartij_leaves(self) -> None:
        """Without one of the kernpartijen no casework waits for anybody, on either board."""
        gone = convenant_without(OM)
        closing = casus(CasusStaat.AFSLUITING_GEADVISEERD)

        assert list(werk_in_weegploeg(weegploeg(GEMEENTE, onder=gone), dossier(), day=DAY)) == []
        assert list(werk_in_casusoverleg(wie(POLITIE, *BOTH, onder=gone), casus(), day=DAY)) == []
        assert list(werk_on_afsluiting(weegploeg(GEMEENTE, onder=gone), closing, day=DAY)) == []

    def test_gives_closing_to_kernpartijen_only(self) -> None:
        """A casuspartij does not decide on closing, whatever role it was given."""
        closing = casus(CasusStaat.AFSLUITING_GEADVISEERD)

        assert list(werk_on_afsluiting(wie(RAAD, *BOTH), closing, day=DAY)) == []
