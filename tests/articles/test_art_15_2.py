"""Covenant 15.2.b, c and d: rights of the parties, granting and withdrawing authorisations, logical access."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import pytest

from casustafel.convenant.feit import OrganisatieFeit, Rol, Wie
from casustafel.convenant.partij import Soort
from casustafel.convenant.rules.beheer import (
    may_grant,
    may_hold_token,
    may_load_people,
    may_see_people,
    may_see_tokens,
    may_withdraw,
)
from casustafel.convenant.rules.toegang import may_find_dossiers
from casustafel.convenant.verdict import Verdict
from tests.facts import (
    DAY,
    DE_BRUG,
    ELSEWHERE,
    GEMEENTE,
    OM,
    POLITIE,
    RAAD,
    RECLASSERING,
    SINCE,
    TOMORROW,
    YESTERDAY,
    Ground,
    convenant,
    field,
    grounds,
    hidden,
    medewerker_id,
    operator,
    refused,
    right,
    wie,
)

MANAGER = wie(Soort.GEMEENTE, Rol.AUTORISATIEBEHEERDER)
NOT_THE_MANAGER = right("15.2.c", "manager")
NO_ROLE = field("15.2.b", "rollen")
NO_UITVOERDER = field("5", "rollen")
PERSONS = frozenset(Rol) - {Rol.OPERATOR, Rol.SYSTEEM}
CONTROL = (Rol.TOEZICHTHOUDER, Rol.AUDITOR, Rol.AUTORISATIEBEHEERDER)

GRANT = partial(
    may_grant,
    MANAGER,
    medewerker_id=medewerker_id(2),
    organisatie_id=POLITIE.id,
    rollen=frozenset({Rol.WEEGPLOEG}),
    held=frozenset(),
    naam="B. Verzonnen",
    email="b@politie-lindewaard.example",
    day=DAY,
)


@pytest.mark.article("15.2.c")
class TestWithoutAnAuthorisation:
    """Nobody gave this person a role, or it lapsed or was withdrawn."""

    def test_nothing_is_shown(self) -> None:
        """Who has no valid authorisation on the day finds nothing."""
        assert hidden(may_find_dossiers(wie(Soort.POLITIE), day=DAY)) == {
            right("15.2.c", "no-authorisation"),
        }


@pytest.mark.article("15.2.c")
class TestThePeopleOfTheCovenant:
    """Who is authorised for what."""

    def test_are_seen_by_the_manager(self) -> None:
        """The manager of authorisations sees people and authorisations."""
        assert may_see_people(MANAGER, day=DAY).is_allowed

    @pytest.mark.parametrize("rol", sorted(frozenset(Rol) - {Rol.AUTORISATIEBEHEERDER, Rol.SYSTEEM}))
    def test_are_not_there_for_anybody_else(self, rol: Rol) -> None:
        """No other role has this list, nor grants or withdraws."""
        asker = wie(Soort.GEMEENTE, rol)
        withdrawn = may_withdraw(asker, medewerker_id=medewerker_id(2), day=DAY)
        granted = may_grant(asker, **GRANT.keywords)

        assert hidden(may_see_people(asker, day=DAY)) == {NOT_THE_MANAGER}
        assert hidden(granted) == {NOT_THE_MANAGER}
        assert hidden(withdrawn) == {NOT_THE_MANAGER}


@pytest.mark.article("15.2.c")
class TestGranting:
    """Giving somebody a role."""

    def test_is_done_for_another(self) -> None:
        """The manager gives somebody of a party a role, also somebody who is new."""
        assert GRANT().is_allowed
        assert GRANT(medewerker_id=None).is_allowed

    @pytest.mark.parametrize(
        ("changed", "reason"),
        [
            ({"medewerker_id": MANAGER.medewerker_id}, right("15.2.c", "own")),
            ({"naam": " "}, field("15.2.c", "naam")),
            ({"email": ""}, field("15.2.c", "email")),
            ({"email": "b.politie.example"}, field("15.2.c", "email")),
            ({"email": "b@politie.example, c@politie.example"}, field("15.2.c", "email")),
            ({"organisatie_id": ELSEWHERE.id}, field("15.2.c", "organisatie_id")),
        ],
    )
    def test_is_refused(self, changed: dict[str, Any], reason: Ground) -> None:
        """Never to oneself; with a name and an address; within an organisation of this covenant."""
        assert refused(GRANT(**changed)) == {reason}

    @pytest.mark.article("15.2.b")
    def test_is_of_roles_that_people_hold(self) -> None:
        """All of them are known, though not all go together; those of the system and the operator nobody holds."""
        together = PERSONS - {Rol.UITVOERDER}

        assert GRANT(rollen=together).is_allowed
        assert refused(GRANT(rollen=PERSONS)) == {NO_UITVOERDER}
        for rol in (Rol.OPERATOR, Rol.SYSTEEM):
            assert refused(GRANT(rollen=frozenset({rol}))) == {NO_ROLE}

    def test_names_all_that_is_wrong(self) -> None:
        """Whatever is wrong is named at once."""
        verdict = GRANT(
            medewerker_id=MANAGER.medewerker_id, naam="", email="", organisatie_id=RAAD.id, rollen=frozenset()
        )

        assert refused(verdict) == {
            right("15.2.c", "own"),
            field("15.2.c", "naam"),
            field("15.2.c", "email"),
            NO_ROLE,
        }

    @pytest.mark.article("18.2")
    @pytest.mark.parametrize(
        ("vanaf", "tot", "takes_part"),
        [
            (TOMORROW, None, False),
            (DAY, None, True),
            (YESTERDAY, None, True),
            (SINCE, TOMORROW, True),
            (SINCE, DAY, False),
            (SINCE, YESTERDAY, False),
        ],
    )
    def test_is_done_within_an_organisation_that_takes_part(
        self, vanaf: date, tot: date | None, takes_part: bool
    ) -> None:
        """From the day an organisation joins until the day it has left its people are given roles."""
        manager = wie(Soort.GEMEENTE, Rol.AUTORISATIEBEHEERDER, onder=convenant(replace(POLITIE, vanaf=vanaf, tot=tot)))
        verdict = may_grant(manager, **GRANT.keywords)

        assert grounds(verdict.reasons) == (set() if takes_part else {field("15.2.c", "organisatie_id")})
        assert verdict.is_allowed is takes_part


@pytest.mark.article("5")
@pytest.mark.article("15.2.c")
class TestGrantingToAnUitvoerder:
    """The uitvoerder does not grant itself rights, and does not control its own log."""

    @pytest.mark.parametrize("control", CONTROL)
    def test_gives_no_control_in_one_grant(self, control: Rol) -> None:
        """Nobody becomes uitvoerder and toezichthouder, auditor or manager of authorisations at once."""
        assert refused(GRANT(rollen=frozenset({Rol.UITVOERDER, control}))) == {NO_UITVOERDER}

    @pytest.mark.parametrize("control", CONTROL)
    def test_gives_no_control_beside_what_is_held(self, control: Rol) -> None:
        """Who is uitvoerder is given no control, and who has control does not become uitvoerder."""
        as_well = GRANT(rollen=frozenset({control}), held=frozenset({Rol.UITVOERDER, Rol.WEEGPLOEG}))
        instead = GRANT(rollen=frozenset({Rol.UITVOERDER}), held=frozenset({control}))

        assert refused(as_well) == {NO_UITVOERDER}
        assert refused(instead) == {NO_UITVOERDER}

    @pytest.mark.parametrize("rol", sorted(PERSONS - {Rol.UITVOERDER, *CONTROL}))
    def test_gives_any_other_role(self, rol: Rol) -> None:
        """Beside its task an uitvoerder may have the other roles of its organisation."""
        assert GRANT(rollen=frozenset({Rol.UITVOERDER, rol})).is_allowed
        assert GRANT(rollen=frozenset({rol}), held=frozenset({Rol.UITVOERDER})).is_allowed

    def test_leaves_control_to_others_together(self) -> None:
        """Without the uitvoerder the controlling roles may be one person's."""
        assert GRANT(rollen=frozenset(CONTROL), held=frozenset({Rol.WEEGPLOEG})).is_allowed


@pytest.mark.article("15.2.b")
class TestTheRolesOfAnOrganisation:
    """Which rights people of a party can have."""

    @pytest.mark.parametrize("organisatie", [GEMEENTE, OM, POLITIE])
    @pytest.mark.parametrize("rol", sorted(PERSONS))
    def test_are_all_open_to_a_kernpartij(self, organisatie: OrganisatieFeit, rol: Rol) -> None:
        """Somebody of a kernpartij can have each role that people hold."""
        assert GRANT(organisatie_id=organisatie.id, rollen=frozenset({rol})).is_allowed

    @pytest.mark.parametrize("rollen", [(), (Rol.OPERATOR,), (Rol.SYSTEEM,), (Rol.WEEGPLOEG, Rol.SYSTEEM)])
    def test_are_roles_that_people_hold(self, rollen: tuple[Rol, ...]) -> None:
        """An authorisation names a role; those of the command line and of the system are nobody's."""
        assert refused(GRANT(rollen=frozenset(rollen))) == {NO_ROLE}

    @pytest.mark.article("7.2")
    @pytest.mark.parametrize("organisatie", [RAAD, RECLASSERING])
    def test_are_not_in_the_weegploeg_for_a_casuspartij(self, organisatie: OrganisatieFeit) -> None:
        """A casuspartij sits at the table, not in the weegploeg."""
        at_table = GRANT(organisatie_id=organisatie.id, rollen=frozenset({Rol.CASUSOVERLEG}))
        both = GRANT(organisatie_id=organisatie.id, rollen=frozenset({Rol.CASUSOVERLEG, Rol.WEEGPLOEG}))

        assert at_table.is_allowed
        assert refused(both) == {field("7.2", "rollen")}

    @pytest.mark.article("10.5")
    @pytest.mark.parametrize("rol", sorted(PERSONS - {Rol.CASUSOVERLEG}))
    def test_are_at_the_table_only_for_a_partner(self, rol: Rol) -> None:
        """An externe casuspartner has no other role than at the table."""
        in_weegploeg = {field("7.2", "rollen")} if rol is Rol.WEEGPLOEG else set()
        verdict = GRANT(organisatie_id=DE_BRUG.id, rollen=frozenset({Rol.CASUSOVERLEG, rol}))

        assert GRANT(organisatie_id=DE_BRUG.id, rollen=frozenset({Rol.CASUSOVERLEG})).is_allowed
        assert refused(verdict) == {field("10.5", "rollen")} | in_weegploeg


@pytest.mark.article("15.2.c")
class TestWithdrawing:
    """Ending somebody's authorisation."""

    def test_is_done_for_another(self) -> None:
        """The manager ends the authorisation of somebody else."""
        assert may_withdraw(MANAGER, medewerker_id=medewerker_id(2), day=DAY).is_allowed

    def test_is_refused_for_ones_own(self) -> None:
        """A manager's own authorisation is another manager's to end."""
        verdict = may_withdraw(MANAGER, medewerker_id=MANAGER.medewerker_id, day=DAY)

        assert refused(verdict) == {right("15.2.c", "own")}

    def test_is_refused_for_an_authorisation_that_is_not_there(self) -> None:
        """Only an authorisation of this covenant is ended."""
        assert refused(may_withdraw(MANAGER, medewerker_id=None, day=DAY)) == {field("15.2.c", "autorisatie_id")}


@pytest.mark.article("15.2.c")
class TestLoadingPeople:
    """The first people are entered by the operator."""

    SEAT = ("politie", Soort.POLITIE, frozenset({Rol.WEEGPLOEG}), frozenset[Rol]())

    def test_is_done_into_known_organisations(self) -> None:
        """The operator enters people of the organisations of the covenant."""
        assert may_load_people(operator(), unknown=(), seats=[self.SEAT]).is_allowed

    @pytest.mark.article("7.2")
    def test_keeps_the_same_rules_as_granting(self) -> None:
        """Entering many at once gives nobody a role that could not be granted, and names every fault."""
        raad = ("raad", Soort.RAAD, frozenset({Rol.WEEGPLOEG}), frozenset[Rol]())
        nobody = ("om", Soort.OM, frozenset[Rol](), frozenset[Rol]())
        partner = ("roc", Soort.EXTERN, frozenset({Rol.AUDITOR}), frozenset[Rol]())
        verdict = may_load_people(operator(), unknown=["elders"], seats=[self.SEAT, raad, nobody, partner])

        assert refused(verdict) == {
            field("15.2.c", "organisatie"),
            field("7.2", "rollen"),
            NO_ROLE,
            field("10.5", "rollen"),
        }
        assert [(r.code, r.params["seat"]) for r in verdict.reasons] == [
            ("15.2.c-organisatie", "elders"),
            ("7.2-rollen", "raad"),
            ("15.2.b-rollen", "om"),
            ("10.5-rollen", "roc"),
        ]

    @pytest.mark.article("5")
    @pytest.mark.parametrize("control", CONTROL)
    def test_lets_no_uitvoerder_control_itself(self, control: Rol) -> None:
        """Who is entered as uitvoerder is not entered as manager of authorisations or as who controls the log."""
        none = frozenset[Rol]()
        for given, beside in (
            ({Rol.UITVOERDER, control}, none),
            ({Rol.UITVOERDER}, {control}),
            ({control}, {Rol.UITVOERDER}),
        ):
            seat = ("gemeente", Soort.GEMEENTE, frozenset(given), frozenset(beside))
            verdict = may_load_people(operator(), unknown=(), seats=[self.SEAT, seat])

            assert refused(verdict) == {NO_UITVOERDER}
            assert [r.params["seat"] for r in verdict.reasons] == ["gemeente"]

    @pytest.mark.parametrize("rol", sorted(frozenset(Rol) - {Rol.OPERATOR}))
    def test_is_nobody_elses(self, rol: Rol) -> None:
        """No person of a party loads people, the manager of authorisations included."""
        verdict = may_load_people(wie(Soort.GEMEENTE, rol), unknown=(), seats=[self.SEAT])

        assert hidden(verdict) == {right("15.2.c", "operator")}


@pytest.mark.article("15.2.d")
class TestAPersonalToken:
    """Access for a program, in the name of a person."""

    @pytest.mark.parametrize("rol", sorted(PERSONS))
    def test_is_had_by_whoever_has_standing(self, rol: Rol) -> None:
        """Whoever has an authorisation may make a token of their own: it can do no more than they can."""
        assert may_see_tokens(wie(Soort.POLITIE, rol), day=DAY).is_allowed
        assert may_hold_token(wie(Soort.POLITIE, rol), naam="koppeling", day=DAY).is_allowed

    def test_has_a_name(self) -> None:
        """A token that nobody can tell from another is not made."""
        verdict = may_hold_token(wie(Soort.POLITIE, Rol.WEEGPLOEG), naam=" ", day=DAY)

        assert refused(verdict) == {field("15.2.d", "naam")}

    @pytest.mark.parametrize("rule", [may_see_tokens, partial(may_hold_token, naam="koppeling")])
    def test_is_not_there_without_standing(self, rule: Callable[..., Verdict]) -> None:
        """Who has no valid authorisation has no token."""
        asker: Wie = wie(Soort.POLITIE)

        assert hidden(rule(asker, day=DAY)) == {right("15.2.c", "no-authorisation")}
