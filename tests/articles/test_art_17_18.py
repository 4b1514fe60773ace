"""Covenant 4, 17, 18.2, 18.4, B1.3: deputies, disputes, notice to leave, evaluation, the law that was verified."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

from casustafel.convenant.feit import OrganisatieFeit, Rol, Wie
from casustafel.convenant.partij import Soort
from casustafel.convenant.rules import verloop, vervanging
from casustafel.convenant.verdict import Verdict
from tests.facts import (
    CONVENANT,
    DAY,
    DE_BRUG,
    ELSEWHERE,
    GEMEENTE,
    KERN,
    OM,
    POLITIE,
    RAAD,
    SINCE,
    TOMORROW,
    YESTERDAY,
    Ground,
    convenant,
    convenant_without,
    field,
    hidden,
    medewerker_id,
    refused,
    right,
    state,
    tafel,
    uitvoerder,
    weegploeg,
    wie,
)

REPRESENTATIVES = [weegploeg(GEMEENTE), weegploeg(OM), tafel(RAAD)]
NO_PARTY = [tafel(DE_BRUG), uitvoerder(), tafel(GEMEENTE), wie(Soort.GEMEENTE, Rol.AUDITOR)]
NO_DEPUTY = replace(weegploeg(), is_plaatsvervanger=True)


def leaving(partij: OrganisatieFeit, tot: date) -> Wie:
    """Give the representative of a kernpartij that gave notice."""
    return weegploeg(partij, onder=convenant(replace(partij, tot=tot)))


@pytest.mark.article("18.2")
class TestNotice:
    """A party leaves with three months' notice."""

    @pytest.mark.parametrize(
        ("op", "tot"), [(date(2026, 3, 2), date(2026, 6, 3)), (date(2026, 11, 30), date(2027, 3, 1))]
    )
    def test_runs_three_calendar_months(self, op: date, tot: date) -> None:
        """The last day of the term is the same day of the month, clipped; the day after it the party has left."""
        assert verloop.leaves_on(op, weegploeg()) == tot

    @pytest.mark.parametrize("asker", REPRESENTATIVES)
    def test_is_given_by_the_representative_of_a_party(self, asker: Wie) -> None:
        """Of a kernpartij the one in the weegploeg, of a casuspartij the one at the table."""
        assert verloop.may_give_opzegging(asker, day=DAY).is_allowed

    @pytest.mark.parametrize("asker", NO_PARTY)
    def test_is_given_by_nobody_else(self, asker: Wie) -> None:
        """A partner is no party, and the uitvoerder decides nothing."""
        assert hidden(verloop.may_give_opzegging(asker, day=DAY)) == {right("17", "partij")}
        assert verloop.may_withdraw_opzegging(asker, tot=TOMORROW, reden="x", day=DAY).is_hidden

    def test_is_given_once_and_not_by_a_deputy(self) -> None:
        """Who leaves already gives no second notice."""
        assert refused(verloop.may_give_opzegging(leaving(OM, TOMORROW), day=DAY)) == {state("18.2", "given")}
        assert refused(verloop.may_give_opzegging(NO_DEPUTY, day=DAY)) == {right("18.2", "deputy")}

    @pytest.mark.parametrize(("day", "is_allowed"), [(YESTERDAY, True), (DAY, False), (TOMORROW, False)])
    def test_is_taken_back_before_the_term_has_run_out(self, day: date, *, is_allowed: bool) -> None:
        """On the first day without it the party is a stranger."""
        verdict = verloop.may_withdraw_opzegging(leaving(OM, DAY), tot=DAY, reden="anders besloten", day=day)

        assert verdict.is_allowed is is_allowed
        assert verdict.is_hidden is not is_allowed

    def test_is_taken_back_with_a_reason_and_only_when_given(self) -> None:
        """Both are named at once."""
        verdict = verloop.may_withdraw_opzegging(weegploeg(), tot=None, reden=" ", day=DAY)

        assert refused(verdict) == {field("18.2", "reden"), state("18.2", "not-given")}

    def test_is_not_taken_back_by_a_deputy(self) -> None:
        """The representative who gave it takes it back."""
        deputy = replace(leaving(POLITIE, TOMORROW), is_plaatsvervanger=True)
        verdict = verloop.may_withdraw_opzegging(deputy, tot=TOMORROW, reden="x", day=DAY)

        assert refused(verdict) == {right("18.2", "deputy")}

    def test_stands_when_another_takes_the_place(self) -> None:
        """Two of a kind at once is what nobody agreed to."""
        onder = convenant(replace(OM, tot=TOMORROW), replace(RAAD, soort=Soort.OM, vanaf=TOMORROW))
        verdict = verloop.may_withdraw_opzegging(weegploeg(OM, onder=onder), tot=TOMORROW, reden="x", day=DAY)

        assert refused(verdict) == {state("18.3", "followed")}


def dispute(
    asker: Wie, *, tussen: tuple[OrganisatieFeit, ...] = (RAAD, OM), artikel: str = "9.3", text: str = "x"
) -> Verdict:
    """Let somebody record a dispute today."""
    ids = [o.id for o in tussen]
    return verloop.may_record_geschil(asker, tussen=ids, artikel=artikel, omschrijving=text, day=DAY)


@pytest.mark.article("17", "16")
class TestADispute:
    """Parties settle it by consultation."""

    @pytest.mark.parametrize("asker", [tafel(RAAD), weegploeg(OM)])
    def test_is_recorded_by_a_party_of_it(self, asker: Wie) -> None:
        """Between two or more parties, one of them the own."""
        assert dispute(asker).is_allowed

    @pytest.mark.parametrize(
        ("given", "ground"),
        [
            ({"tussen": (OM,)}, field("17", "tussen")),
            ({"tussen": (OM, DE_BRUG)}, field("17", "tussen")),
            ({"tussen": (OM, ELSEWHERE)}, field("17", "tussen")),
            ({"tussen": (RAAD, GEMEENTE)}, field("17", "tussen")),
            ({"artikel": "99"}, field("17", "artikel")),
            ({"text": ""}, field("17", "omschrijving")),
        ],
    )
    def test_is_refused_for_what_is_wrong_in_it(self, given: dict[str, Any], ground: Ground) -> None:
        """Too few, no party, another's dispute, an article that is none, no words."""
        assert refused(dispute(weegploeg(OM), **given)) == {ground}

    @pytest.mark.parametrize("asker", NO_PARTY)
    def test_is_not_known_to_who_is_no_party(self, asker: Wie) -> None:
        """A partner and the uitvoerder learn of no dispute."""
        assert dispute(asker).is_hidden
        assert verloop.may_see_geschillen(asker, day=DAY).is_hidden

    @pytest.mark.parametrize(("op", "is_allowed"), [(YESTERDAY, True), (DAY, True), (TOMORROW, False)])
    def test_is_consulted_on_and_settled(self, op: date, *, is_allowed: bool) -> None:
        """On a day that has come, in words, while it is open."""

        def add(**given: Any) -> Verdict:
            shown = {"is_there": True, "is_settled": False, "op": op, "tekst": "besproken", **given}
            return verloop.may_add_overleg(weegploeg(), name="verslag", day=DAY, **shown)

        assert add().is_allowed is is_allowed
        assert is_allowed or refused(add()) == {field("17", "op")}
        assert field("17", "verslag") in refused(add(tekst=""))
        assert state("17", "settled") in refused(add(is_settled=True))
        assert hidden(add(is_there=False)) == {right("8.4", "not-there")}
        assert verloop.may_add_overleg(
            tafel(DE_BRUG), is_there=True, is_settled=False, op=DAY, tekst="x", name="verslag", day=DAY
        ).is_hidden


@pytest.mark.article("18.4", "5")
class TestAnEvaluation:
    """The covenant is evaluated after two years."""

    def test_is_due_two_years_after_the_beginning_and_then_as_agreed(self) -> None:
        """Once done, only the day that was agreed counts."""
        assert verloop.evaluatie_due(weegploeg(), volgende_op=None, is_evaluated=False) == date(2026, 1, 1)
        assert verloop.evaluatie_due(weegploeg(), volgende_op=None, is_evaluated=True) is None
        assert verloop.evaluatie_due(weegploeg(), volgende_op=DAY, is_evaluated=True) == DAY

    @pytest.mark.parametrize(
        ("op", "is_allowed"),
        [(SINCE - timedelta(days=1), False), (SINCE, True), (DAY, True), (TOMORROW, False)],
    )
    def test_is_recorded_by_a_kernpartij(self, op: date, *, is_allowed: bool) -> None:
        """On a day since the covenant is in force that has come."""
        given: dict[str, Any] = {"uitgevoerd_door": "bureau", "conclusie": "goed", "volgende_op": None, "day": DAY}

        verdict = verloop.may_record_evaluatie(weegploeg(), op=op, **given)

        assert verdict.is_allowed is is_allowed
        assert is_allowed or refused(verdict) == {field("18.4", "op")}
        assert right("18.4", "representative") in refused(verloop.may_record_evaluatie(uitvoerder(), op=op, **given))
        assert verloop.may_record_evaluatie(tafel(DE_BRUG), op=op, **given).is_hidden

    def test_names_all_that_is_missing(self) -> None:
        """Who, what, and a next day that comes after it."""
        verdict = verloop.may_record_evaluatie(
            weegploeg(), op=DAY, uitgevoerd_door="", conclusie="", volgende_op=DAY, day=DAY
        )

        expected = {"uitgevoerd_door", "conclusie", "volgende_op"}
        assert refused(verdict) == {field("18.4", name) for name in expected}


@pytest.mark.article("B1.3")
def test_the_law_is_verified_by_a_kernpartij() -> None:
    """With what was verified, in words; it is nobody else's."""
    may = verloop.may_verify_regime

    assert may(weegploeg(), toelichting="Besluit nagelezen", day=DAY).is_allowed
    assert refused(may(weegploeg(), toelichting="", day=DAY)) == {field("B1.3", "toelichting")}
    for one in (uitvoerder(), tafel(RAAD), tafel(DE_BRUG)):
        assert hidden(may(one, toelichting="x", day=DAY)) == {right("B1.3", "representative")}
    assert hidden(may(leaving(OM, DAY), toelichting="x", day=DAY)) == {right("18.2", "left")}


@pytest.mark.article("4")
def test_the_register_of_processing_is_open_to_everybody_of_the_covenant() -> None:
    """A partner too; not to who has left."""
    assert verloop.may_open_verwerkingen(tafel(DE_BRUG), day=DAY).is_allowed
    assert verloop.may_open_verwerkingen(tafel(OM, onder=convenant_without(OM)), day=DAY).is_hidden
    assert len(KERN) == len({POLITIE, GEMEENTE, OM})


def name(asker: Wie | None = None, **given: Any) -> Verdict:
    """Let a representative name a deputy today."""
    period = {"vanaf": DAY, "tot": DAY + timedelta(days=7), "held_tot": DAY + timedelta(days=30)}
    who = {"medewerker_id": medewerker_id(2), "held": frozenset({Rol.CASUSOVERLEG}), "rol": Rol.WEEGPLOEG}
    given = {**period, **who, "reden": "verlof", **given}
    return vervanging.may_name_plaatsvervanger(asker or weegploeg(), **given, day=DAY)


@pytest.mark.article("4", "5")
class TestADeputy:
    """Who acts for the representative, for a period."""

    def test_is_named_by_the_representative_in_that_role(self) -> None:
        """For another role than the own nobody names one."""
        assert name().is_allowed
        assert refused(name(tafel(OM))) == {field("4", "rol")}
        assert refused(name(rol=Rol.AUDITOR, held=frozenset({Rol.CASUSOVERLEG}))) == {field("4", "rol")}
        assert name(tafel(DE_BRUG), rol=Rol.CASUSOVERLEG, held=frozenset({Rol.WEEGPLOEG})).is_allowed

    @pytest.mark.parametrize("asker", [uitvoerder(), wie(Soort.GEMEENTE, Rol.AUDITOR), NO_DEPUTY])
    def test_is_named_by_no_one_else(self, asker: Wie) -> None:
        """Not by the uitvoerder, not by who controls, and not by a deputy."""
        assert hidden(name(asker)) == {right("4", "representative")}
        assert vervanging.may_withdraw_plaatsvervanger(asker, is_own=True, day=DAY).is_hidden

    @pytest.mark.parametrize(
        ("given", "ground"),
        [
            ({"medewerker_id": None}, field("4", "medewerker_id")),
            ({"medewerker_id": medewerker_id(1)}, field("4", "medewerker_id")),
            ({"held": frozenset()}, field("4", "medewerker_id")),
            ({"held": frozenset({Rol.WEEGPLOEG})}, field("4", "medewerker_id")),
            ({"reden": ""}, field("4", "reden")),
            ({"vanaf": YESTERDAY}, field("4", "vanaf")),
            ({"tot": DAY}, field("4", "tot")),
            *(({"held": frozenset({rol})}, field("5", "medewerker_id")) for rol in vervanging.APART),
        ],
    )
    def test_is_refused_for_what_does_not_fit(self, given: dict[str, Any], ground: Ground) -> None:
        """Nobody, oneself, a stranger, who holds the role, who controls; no reason; a period that is none."""
        assert refused(name(**given)) == {ground}

    @pytest.mark.parametrize(("days", "is_allowed"), [(29, True), (30, True), (31, False)])
    def test_acts_within_the_own_authorisation(self, days: int, *, is_allowed: bool) -> None:
        """The period ends at the latest with the authorisation of the deputy."""
        assert name(tot=DAY + timedelta(days=days)).is_allowed is is_allowed

    def test_is_withdrawn_at_any_time_by_the_own_organisation(self) -> None:
        """Another's deputy is no choice."""
        assert vervanging.may_withdraw_plaatsvervanger(weegploeg(), is_own=True, day=DAY).is_allowed
        other = vervanging.may_withdraw_plaatsvervanger(weegploeg(), is_own=False, day=DAY)
        assert refused(other) == {field("4", "vervanging_id")}
        assert CONVENANT.organisaties

    @pytest.mark.article("15.2.c")
    def test_is_withdrawn_by_who_manages_authorisations(self) -> None:
        """Of any organisation, but not the own; what is no deputy is no choice."""
        manager = wie(GEMEENTE, Rol.AUTORISATIEBEHEERDER)
        withdraw = partial(vervanging.may_withdraw_plaatsvervanger, manager, is_own=False, day=DAY)

        assert withdraw(medewerker_id=medewerker_id(2)).is_allowed
        assert refused(withdraw(medewerker_id=manager.medewerker_id)) == {right("15.2.c", "own")}
        assert refused(withdraw(medewerker_id=None)) == {field("15.2.c", "autorisatie_id")}
