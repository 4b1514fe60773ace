"""Covenant 7.3, 9.1, 8.4, 10.4: the boards meet, and each who looks has an agenda of their own."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final
from uuid import UUID

import pytest

from casustafel.convenant.feit import CasusFeit, CasusId, CasusStaat, DossierStaat, Rol, Taak, Wie
from casustafel.convenant.overleg import AanwezigeFeit, Bord, OverlegFeit, OverlegStaat, PuntFeit
from casustafel.convenant.rules import overleg as rules
from casustafel.convenant.verdict import Outcome, Verdict
from casustafel.convenant.werk import Stap
from casustafel.convenant.werk_overleg import werk_in_overleg
from tests.facts import (
    CONVENANT,
    DAY,
    DE_BRUG,
    ELSEWHERE,
    GEMEENTE,
    OM,
    OTHER_CONVENANT,
    POLITIE,
    RAAD,
    RECLASSERING,
    ROC,
    TOMORROW,
    YESTERDAY,
    casus,
    convenant_without,
    deelnemers,
    dossier,
    field,
    hidden,
    refused,
    right,
    state,
    tafel,
    uitvoerder,
    weegploeg,
    wie,
)

pytestmark = [pytest.mark.article("7.3"), pytest.mark.article("9.1")]
MEETING: Final = UUID(int=0xF001)
HIDDEN: Final = {right("10.4", "agenda")}


def other_casus() -> CasusFeit:
    """Give a second casus, at whose table only the OM and the reclassering sit."""
    found = casus(aan_tafel=deelnemers(OM, RECLASSERING))
    return replace(found, kop=replace(found.kop, id=CasusId(UUID(int=0xE002)), nummer="C-2026-0002"))


FIRST: Final = casus().kop.id
SECOND: Final = other_casus().kop.id


def at_casussen(staat: OverlegStaat = OverlegStaat.BEZIG, *, op: date = DAY, huidig: UUID | None = None) -> OverlegFeit:
    """Give a meeting of the casusoverleg on two casussen, planned by the politie, who sits at the first."""
    return OverlegFeit(
        id=MEETING,
        convenant_id=CONVENANT.id,
        bord=Bord.CASUSOVERLEG,
        nummer="O-2026-10001",
        op=op,
        van="10:00",
        plaats_id=None,
        gepland_door=POLITIE.id,
        staat=staat,
        huidig=huidig,
        punten=(PuntFeit(feit=other_casus(), is_besproken=False), PuntFeit(feit=casus(), is_besproken=False)),
        aanwezig=(AanwezigeFeit(organisatie_id=RAAD.id), AanwezigeFeit(organisatie_id=RECLASSERING.id)),
    )


def at_dossiers(staat: OverlegStaat = OverlegStaat.BEZIG, *, op: date = DAY) -> OverlegFeit:
    """Give a meeting of the weegploeg on one dossier, planned by the gemeente."""
    return replace(
        at_casussen(staat, op=op),
        bord=Bord.WEEGPLOEG,
        gepland_door=GEMEENTE.id,
        punten=(PuntFeit(feit=dossier(), is_besproken=False),),
    )


BOTH = (Rol.WEEGPLOEG, Rol.CASUSOVERLEG)
EVERY_ROLE = tuple(frozenset(Rol) - {Rol.SYSTEEM})
# Columns: meeting of the weegploeg, meeting of the casusoverleg; then the casussen that stand on the agenda.
# fmt: off
TABLE: Final[Mapping[str, tuple[Wie, str, tuple[UUID, ...]]]] = {
    "kernpartij at the table":               (wie(POLITIE, *BOTH),                 "OO", (FIRST,)),
    "kernpartij at the other table":         (wie(OM, *BOTH),                      "OO", (SECOND,)),
    "kernpartij, weegploeg only":            (wie(OM, Rol.WEEGPLOEG),              "O.", ()),
    "kernpartij, casusoverleg only":         (tafel(GEMEENTE),                     ".O", (FIRST,)),
    "casuspartij at the table":              (tafel(RAAD),                         ".O", (FIRST,)),
    "casuspartij at the other table":        (tafel(RECLASSERING),                 ".O", (SECOND,)),
    "partner at the table":                  (tafel(DE_BRUG),                      ".O", (FIRST,)),
    "partner at no table":                   (tafel(ROC),                          "..", ()),
    "uitvoerder, prepares":                  (uitvoerder(),                        "OO", (SECOND, FIRST)),
    "uitvoerder, checks":                    (uitvoerder(Taak.CONTROLEREN),        "OO", (SECOND, FIRST)),
    "uitvoerder without a task":             (uitvoerder(None),                    "TT", ()),
    "toezichthouder":                        (wie(GEMEENTE, Rol.TOEZICHTHOUDER),   "..", ()),
    "autorisatiebeheerder":                  (wie(GEMEENTE, Rol.AUTORISATIEBEHEERDER), "..", ()),
    "auditor":                               (wie(GEMEENTE, Rol.AUDITOR),          "..", ()),
    "no valid authorisation":                (wie(POLITIE),                        "..", ()),
    "left kernpartij":                       (wie(POLITIE, *EVERY_ROLE, onder=convenant_without(POLITIE)), "..", ()),
    "secrecy text not accepted":             (wie(POLITIE, *EVERY_ROLE, aanvaard=False), "..", ()),
    "other covenant":                        (wie(POLITIE, *EVERY_ROLE, onder=OTHER_CONVENANT), "..", ()),
}
# fmt: on
ANSWERS: Final = {"O": Outcome.ALLOWED, "T": Outcome.REFUSED, ".": Outcome.HIDDEN}


@pytest.mark.article("8.4")
@pytest.mark.article("10.4")
@pytest.mark.article("10.5")
class TestWhoSeesAMeeting:
    """Every kind of role before a meeting of each board."""

    @pytest.mark.parametrize("role", TABLE)
    def test_exists_for_who_sees_a_subject_of_it(self, role: str) -> None:
        """A meeting on nothing that somebody may know of does not exist for them."""
        asker, answers, _agenda = TABLE[role]

        assert rules.may_see_overleg(asker, at_dossiers(), day=DAY).outcome is ANSWERS[answers[0]]
        assert rules.may_see_overleg(asker, at_casussen(), day=DAY).outcome is ANSWERS[answers[1]]

    @pytest.mark.parametrize("role", TABLE)
    def test_has_the_agenda_of_who_looks(self, role: str) -> None:
        """Each sees the casussen at whose table they sit, in their order, and no other."""
        asker, _answers, agenda = TABLE[role]

        assert tuple(p.houder_id for p in rules.visible(asker, at_casussen(), day=DAY)) == agenda

    def test_shows_nothing_while_another_subject_is_discussed(self) -> None:
        """While another's casus is on the table, it is for them as between two subjects."""
        meeting = at_casussen(huidig=SECOND)

        assert rules.huidig(tafel(RAAD), meeting, day=DAY) is None
        assert rules.huidig(tafel(RECLASSERING), meeting, day=DAY) == SECOND

    def test_expects_only_who_is_known_to_sit_there(self) -> None:
        """Who is at another table is not among those that are expected."""
        seen = rules.expected(tafel(RAAD), at_casussen(), day=DAY)

        assert seen == {POLITIE.id, GEMEENTE.id, RAAD.id, DE_BRUG.id}

    def test_expects_who_sits_there_on_the_day(self) -> None:
        """Not who has left the table, or comes tomorrow."""
        seats = (*deelnemers(RAAD), *deelnemers(POLITIE, tot=DAY), *deelnemers(OM, vanaf=TOMORROW))
        meeting = replace(at_casussen(), punten=(PuntFeit(feit=casus(aan_tafel=seats), is_besproken=False),))

        assert rules.expected(tafel(RAAD), meeting, day=DAY) == {RAAD.id}

    def test_expects_nobody_for_a_dossier(self) -> None:
        """Only a casus has a table: a dossier on the agenda of a casusoverleg brings nobody, and hinders nobody."""
        meeting = replace(at_casussen(), punten=(*at_dossiers().punten, *at_casussen().punten))
        seated = rules.may_record_aanwezig(tafel(RAAD), meeting, organisatie_id=None, day=DAY)

        assert rules.expected(uitvoerder(), meeting, day=DAY) == rules.expected(uitvoerder(), at_casussen(), day=DAY)
        assert seated.is_allowed

    def test_stays_with_the_party_that_planned_it(self) -> None:
        """With an empty agenda a casusoverleg exists for who planned it, and for no other party."""
        empty = replace(at_casussen(OverlegStaat.GEPLAND), punten=())

        assert rules.may_see_overleg(tafel(POLITIE), empty, day=DAY).is_allowed
        assert hidden(rules.may_see_overleg(tafel(RAAD), empty, day=DAY)) == HIDDEN
        assert rules.may_see_overleg(weegploeg(OM), replace(at_dossiers(), punten=()), day=DAY).is_allowed


class TestPlanning:
    """A meeting is planned by a board's own party, or by the uitvoerder who prepares it."""

    @pytest.mark.parametrize(
        ("asker", "bord"),
        [
            (weegploeg(OM), Bord.WEEGPLOEG),
            (tafel(RAAD), Bord.CASUSOVERLEG),
            (uitvoerder(), Bord.WEEGPLOEG),
            (uitvoerder(), Bord.CASUSOVERLEG),
        ],
    )
    def test_is_allowed(self, asker: Wie, bord: Bord) -> None:
        """For today or later, at an organisation of the covenant or at a distance."""
        for op, place in ((DAY, None), (TOMORROW, ROC.id)):
            assert rules.may_plan_overleg(asker, bord, op=op, plaats_id=place, is_seated=True, day=DAY).is_allowed

    @pytest.mark.parametrize(
        ("asker", "bord", "because"),
        [
            (tafel(DE_BRUG), Bord.CASUSOVERLEG, right("9.1", "party")),
            (uitvoerder(Taak.CONTROLEREN), Bord.CASUSOVERLEG, field("5", "taak")),
            (uitvoerder(Taak.CONTROLEREN), Bord.WEEGPLOEG, field("5", "taak")),
        ],
    )
    def test_is_refused_to_others(self, asker: Wie, bord: Bord, because: object) -> None:
        """A partner plans none, nor does an uitvoerder who named another task."""
        verdict = rules.may_plan_overleg(asker, bord, op=DAY, plaats_id=None, is_seated=True, day=DAY)

        assert refused(verdict) == {because}

    @pytest.mark.parametrize("bord", Bord)
    def test_is_offered_to_who_may(self, bord: Bord) -> None:
        """The screen offers it to a party of the board and to the uitvoerder who prepares, and to no other."""
        party = weegploeg(OM) if bord is Bord.WEEGPLOEG else tafel(RAAD)

        assert rules.prepares(party, bord)
        assert rules.prepares(uitvoerder(), bord)
        for other in (tafel(DE_BRUG), uitvoerder(Taak.CONTROLEREN), wie(GEMEENTE, Rol.AUDITOR)):
            assert not rules.prepares(other, bord)

    def test_says_all_that_is_wrong(self) -> None:
        """A day that is past, a place outside the covenant, no table to meet at: all at once."""
        verdict = rules.may_plan_overleg(
            tafel(RAAD), Bord.CASUSOVERLEG, op=YESTERDAY, plaats_id=ELSEWHERE.id, is_seated=False, day=DAY
        )

        assert refused(verdict) == {right("9.1", "seat"), field("9.1", "op"), field("9.1", "plaats_id")}

    @pytest.mark.article("18.3")
    def test_is_refused_without_one_of_the_kernpartijen(self) -> None:
        """Without the OM no board meets."""
        asker = wie(GEMEENTE, *BOTH, onder=convenant_without(OM))
        for bord in Bord:
            verdict = rules.may_plan_overleg(asker, bord, op=DAY, plaats_id=None, is_seated=True, day=DAY)
            assert refused(verdict) == {state("18.3", "kernpartijen")}


class TestTheAgenda:
    """Subjects are put on it, taken off and put in order by who sees them."""

    @pytest.mark.parametrize("asker", [tafel(GEMEENTE), tafel(RAAD), uitvoerder()])
    def test_takes_a_casus_of_ones_own_table(self, asker: Wie) -> None:
        """A party at its table, and the uitvoerder who prepares, put a casus on the agenda."""
        empty = replace(at_casussen(), punten=(PuntFeit(feit=_third(), is_besproken=False),))

        assert rules.may_put_on_agenda(asker, empty, casus(), day=DAY).is_allowed

    def test_answers_alike_for_what_is_not_there_and_what_is_hidden(self) -> None:
        """A casus of another table gets the answer of one that does not exist."""
        unknown = rules.may_put_on_agenda(tafel(POLITIE), at_casussen(), None, day=DAY)

        assert rules.may_put_on_agenda(tafel(POLITIE), at_casussen(), other_casus(), day=DAY) == unknown
        assert refused(unknown) == {field("9.1", "punt_id")}

    @pytest.mark.parametrize("staat", [DossierStaat.NIET_AGENDEREN, DossierStaat.OVERGEDRAGEN, DossierStaat.AFGESLOTEN])
    def test_takes_no_dossier_that_is_decided_on(self, staat: DossierStaat) -> None:
        """The weegploeg meets on what it has to weigh, decide or hand over."""
        verdict = rules.may_put_on_agenda(weegploeg(), replace(at_dossiers(), punten=()), dossier(staat), day=DAY)

        assert refused(verdict) == {field("7.3", "punt_id")}

    def test_is_filled_by_who_prepares_while_the_meeting_is_to_come(self) -> None:
        """A partner puts nothing on it, and nobody adds to a meeting that is over."""
        over = replace(at_dossiers(OverlegStaat.AFGEROND), punten=())

        assert refused(rules.may_put_on_agenda(tafel(DE_BRUG), at_casussen(), _third(), day=DAY)) == {
            right("9.1", "party"),
            field("9.1", "punt_id"),
        }
        assert refused(rules.may_put_on_agenda(weegploeg(), over, dossier(), day=DAY)) == {state("7.3", "state")}

    def test_stays_as_it_was_when_the_meeting_is_over(self) -> None:
        """Nothing is taken off it or put in another order; while it is planned or goes on that is possible."""
        punt_id = dossier().kop.id
        for staat in OverlegStaat:
            meeting = at_dossiers(staat)
            verdicts = (
                rules.may_take_off_agenda(weegploeg(), meeting, punt_id, day=DAY),
                rules.may_order_agenda(weegploeg(), meeting, [punt_id], day=DAY),
            )
            for verdict in verdicts:
                is_to_come = staat in {OverlegStaat.GEPLAND, OverlegStaat.BEZIG}
                assert verdict.is_allowed if is_to_come else refused(verdict) == {state("7.3", "state")}

    def test_takes_no_closed_casus(self) -> None:
        """There is nothing to discuss on a plan that has been closed."""
        closed = casus(CasusStaat.AFGESLOTEN)
        empty = replace(at_casussen(), punten=())

        assert refused(rules.may_put_on_agenda(tafel(POLITIE), empty, closed, day=DAY)) == {field("9.1", "punt_id")}

    def test_takes_a_subject_once(self) -> None:
        """What is on the agenda is not put there again."""
        assert refused(rules.may_put_on_agenda(weegploeg(), at_dossiers(), dossier(), day=DAY)) == {
            field("7.3", "punt_id")
        }

    def test_lets_a_subject_go_that_was_not_discussed(self) -> None:
        """One that was discussed, or is being discussed, stays."""
        punt = at_dossiers().punten[0]
        done = replace(at_dossiers(), punten=(replace(punt, is_besproken=True),))
        now = replace(at_dossiers(), huidig=punt.houder_id)

        assert rules.may_take_off_agenda(weegploeg(), at_dossiers(), punt.houder_id, day=DAY).is_allowed
        for meeting in (done, now):
            verdict = rules.may_take_off_agenda(weegploeg(), meeting, punt.houder_id, day=DAY)
            assert refused(verdict) == {state("7.3", "discussed")}

    def test_lets_nothing_go_that_is_not_there(self) -> None:
        """A casus of another table is not on the agenda of who does not sit there."""
        verdict = rules.may_take_off_agenda(tafel(POLITIE), at_casussen(), SECOND, day=DAY)

        assert refused(verdict) == {field("9.1", "punt_id")}
        assert refused(rules.may_take_off_agenda(tafel(DE_BRUG), at_casussen(), FIRST, day=DAY)) == {
            right("9.1", "party")
        }

    def test_is_put_in_order_as_it_is_seen(self) -> None:
        """The order names all that its author sees, each once: else it changed meanwhile."""
        meeting = at_casussen()

        assert rules.may_order_agenda(uitvoerder(), meeting, [FIRST, SECOND], day=DAY).is_allowed
        assert rules.may_order_agenda(tafel(POLITIE), meeting, [FIRST], day=DAY).is_allowed
        for wrong in ([SECOND, FIRST], [], [FIRST, FIRST]):
            assert refused(rules.may_order_agenda(tafel(POLITIE), meeting, wrong, day=DAY)) == {field("9.1", "punten")}

    def test_is_put_in_order_by_who_leads(self) -> None:
        """Not by another party at the table, nor by a partner."""
        assert refused(rules.may_order_agenda(tafel(RAAD), at_casussen(), [FIRST], day=DAY)) == {
            right("9.1", "planned")
        }
        assert refused(rules.may_order_agenda(tafel(DE_BRUG), at_casussen(), [FIRST], day=DAY)) == {
            right("9.1", "party")
        }


def _third() -> CasusFeit:
    found = casus()
    return replace(found, kop=replace(found.kop, id=CasusId(UUID(int=0xE003)), nummer="C-2026-0003"))


Lead = Callable[[Wie, OverlegFeit], Verdict]
LEADS: Final[Mapping[str, tuple[Lead, OverlegStaat]]] = {
    "start": (lambda asker, m: rules.may_start_overleg(asker, m, day=DAY), OverlegStaat.GEPLAND),
    "cancel": (lambda asker, m: rules.may_cancel_overleg(asker, m, day=DAY), OverlegStaat.GEPLAND),
    "move": (
        lambda asker, m: rules.may_move_overleg(asker, m, op=DAY, plaats_id=None, day=DAY),
        OverlegStaat.GEPLAND,
    ),
    "discuss": (lambda asker, m: rules.may_discuss_punt(asker, m, None, day=DAY), OverlegStaat.BEZIG),
    "finish": (lambda asker, m: rules.may_finish_overleg(asker, m, [], day=DAY), OverlegStaat.BEZIG),
}


class TestLeading:
    """A meeting is led by who planned it, or by the uitvoerder who prepares the board."""

    @pytest.mark.parametrize("step", LEADS)
    def test_is_for_who_planned_it_and_the_uitvoerder(self, step: str) -> None:
        """In a casusoverleg the party that planned it leads; in the weegploeg each kernpartij may."""
        rule, staat = LEADS[step]

        assert rule(tafel(POLITIE), at_casussen(staat)).is_allowed
        assert rule(uitvoerder(), at_casussen(staat)).is_allowed
        assert rule(weegploeg(OM), at_dossiers(staat)).is_allowed
        assert rules.leads(tafel(POLITIE), at_casussen(staat))

    @pytest.mark.parametrize("step", LEADS)
    def test_is_not_for_others_at_the_table(self, step: str) -> None:
        """Another party and a partner are present, and do not lead."""
        rule, staat = LEADS[step]

        assert refused(rule(tafel(RAAD), at_casussen(staat))) == {right("9.1", "planned")}
        assert refused(rule(tafel(DE_BRUG), at_casussen(staat))) == {right("9.1", "party")}
        assert hidden(rule(tafel(ROC), at_casussen(staat))) == HIDDEN

    @pytest.mark.parametrize("step", LEADS)
    def test_keeps_to_the_states_of_a_meeting(self, step: str) -> None:
        """Each step is taken in its own state, and in no other."""
        rule, right_state = LEADS[step]
        for staat in set(OverlegStaat) - {right_state}:
            assert refused(rule(weegploeg(OM), at_dossiers(staat))) == {state("7.3", "state")}

    @pytest.mark.parametrize(("op", "may"), [(TOMORROW, False), (DAY, True), (YESTERDAY, True)])
    def test_begins_on_its_day(self, op: date, *, may: bool) -> None:
        """The day before it does not begin; on its day and later it does."""
        verdict = rules.may_start_overleg(weegploeg(OM), at_dossiers(OverlegStaat.GEPLAND, op=op), day=DAY)

        assert verdict.is_allowed if may else refused(verdict) == {state("7.3", "day")}

    @pytest.mark.parametrize(("op", "may"), [(YESTERDAY, False), (DAY, True), (TOMORROW, True)])
    def test_is_moved_to_today_or_later(self, op: date, *, may: bool) -> None:
        """Not to a day that has passed, and not to where nobody of the covenant is."""
        meeting = at_dossiers(OverlegStaat.GEPLAND)
        verdict = rules.may_move_overleg(weegploeg(OM), meeting, op=op, plaats_id=OM.id, day=DAY)
        nowhere = rules.may_move_overleg(weegploeg(OM), meeting, op=DAY, plaats_id=ELSEWHERE.id, day=DAY)

        assert verdict.is_allowed if may else refused(verdict) == {field("7.3", "op")}
        assert refused(nowhere) == {field("7.3", "plaats_id")}

    def test_goes_on_to_what_is_on_ones_agenda_only(self) -> None:
        """A casus of another table cannot be named, neither to discuss nor as discussed."""
        meeting = at_casussen()

        assert rules.may_discuss_punt(tafel(POLITIE), meeting, FIRST, day=DAY).is_allowed
        assert refused(rules.may_discuss_punt(tafel(POLITIE), meeting, SECOND, day=DAY)) == {field("9.1", "punt_id")}
        assert refused(rules.may_finish_overleg(tafel(POLITIE), meeting, [SECOND], day=DAY)) == {
            field("9.1", "besproken")
        }


class TestBeingPresent:
    """Each says so in their own session; the uitvoerder may record an organisation."""

    @pytest.mark.parametrize("asker", [tafel(RAAD), tafel(DE_BRUG), tafel(RECLASSERING)])
    def test_is_said_by_who_sits_there(self, asker: Wie) -> None:
        """Party and partner alike."""
        assert rules.may_record_aanwezig(asker, at_casussen(), organisatie_id=None, day=DAY).is_allowed

    def test_is_said_for_ones_own_organisation_only(self) -> None:
        """Nobody says that another is present."""
        verdict = rules.may_record_aanwezig(tafel(RAAD), at_casussen(), organisatie_id=GEMEENTE.id, day=DAY)

        assert refused(verdict) == {field("9.1", "organisatie_id")}

    def test_is_recorded_by_the_uitvoerder_who_prepares(self) -> None:
        """Of an organisation that the agenda brings to the table, and under that task."""
        meeting = at_casussen()

        assert rules.may_record_aanwezig(uitvoerder(), meeting, organisatie_id=RAAD.id, day=DAY).is_allowed
        verdict = rules.may_record_aanwezig(uitvoerder(), meeting, organisatie_id=ROC.id, day=DAY)
        assert refused(verdict) == {field("9.1", "organisatie_id")}
        checking = uitvoerder(Taak.CONTROLEREN)
        verdict = rules.may_record_aanwezig(checking, meeting, organisatie_id=RAAD.id, day=DAY)
        assert refused(verdict) == {field("5", "taak")}

    @pytest.mark.parametrize(("op", "may"), [(TOMORROW, False), (DAY, True), (YESTERDAY, True)])
    def test_begins_on_the_day(self, op: date, *, may: bool) -> None:
        """Nobody is present before the day."""
        verdict = rules.may_record_aanwezig(weegploeg(), at_dossiers(op=op), organisatie_id=None, day=DAY)

        assert verdict.is_allowed if may else refused(verdict) == {state("7.3", "day")}

    def test_ends_with_the_meeting(self) -> None:
        """After the end nobody comes in."""
        over = at_dossiers(OverlegStaat.AFGEROND)

        assert refused(rules.may_record_aanwezig(weegploeg(), over, organisatie_id=None, day=DAY)) == {
            state("7.3", "state")
        }


class TestTheWerkvoorraad:
    """A meeting that is to come waits for who may see it."""

    @pytest.mark.parametrize(("op", "waits"), [(YESTERDAY, False), (DAY, True), (TOMORROW, True)])
    def test_waits_until_its_day_is_over(self, op: date, *, waits: bool) -> None:
        """From the planning up to and including the day."""
        meeting = at_dossiers(OverlegStaat.GEPLAND, op=op)

        assert [w.stap for w in werk_in_overleg(weegploeg(), meeting, day=DAY)] == [Stap.OVERLEG_WEEGPLOEG] * waits

    def test_waits_for_nobody_else(self) -> None:
        """Not for who may not know of it, and not once it was held or called off."""
        meeting = at_casussen(OverlegStaat.GEPLAND)

        assert list(werk_in_overleg(tafel(ROC), meeting, day=DAY)) == []
        assert [w.nummer for w in werk_in_overleg(tafel(RAAD), meeting, day=DAY)] == [meeting.nummer]
        for staat in (OverlegStaat.AFGEROND, OverlegStaat.AFGELAST):
            assert list(werk_in_overleg(tafel(RAAD), at_casussen(staat), day=DAY)) == []
