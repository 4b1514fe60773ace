"""Article 15.2.d: for a decision somebody shows once more who they are; 15.2.c: a manager lets another in again."""

from datetime import timedelta

import pytest

from casustafel.convenant.feit import Rol
from casustafel.convenant.rules.aanmelding import FRESH, may_bind, may_go_on, may_reset
from tests.facts import DAY, GEMEENTE, field, hidden, medewerker_id, refused, right, weegploeg, wie

pytestmark = pytest.mark.article("15.2.c", "15.2.d")
SECOND = timedelta(seconds=1)
MANAGER = wie(GEMEENTE, Rol.AUTORISATIEBEHEERDER)


class TestADecision:
    """How long ago somebody showed who they are."""

    @pytest.mark.parametrize("since", [None, timedelta(0), FRESH - SECOND, FRESH])
    def test_within_a_quarter_of_an_hour_it_may_be_taken(self, since: timedelta | None) -> None:
        """Up to and including a quarter of an hour; a program has no screen."""
        assert may_go_on(since).is_allowed

    def test_after_it_who_it_is_is_asked_again(self) -> None:
        """One second later it is refused."""
        assert refused(may_go_on(FRESH + SECOND)) == {right("15.2.d", "sign-in-again")}


class TestOnesOrganisation:
    """Signing in at one's organisation from now on."""

    def test_with_a_good_link_one_person_of_that_party_is_bound(self) -> None:
        """A link that was not used, an account that is nobody's yet, and a role for that organisation."""
        assert may_bind(is_link_good=True, is_taken=False, is_of_party=True).is_allowed

    @pytest.mark.parametrize(
        ("code", "given"),
        [("link", (False, False, True)), ("taken", (True, True, True)), ("party", (True, False, False))],
    )
    def test_without_one_of_these_nobody_is(self, code: str, given: tuple[bool, bool, bool]) -> None:
        """Each by itself, and said so."""
        is_link_good, is_taken, is_of_party = given
        verdict = may_bind(is_link_good=is_link_good, is_taken=is_taken, is_of_party=is_of_party)

        assert refused(verdict) == {right("15.2.d", code)}


class TestALostFactor:
    """Taking away how somebody signs in."""

    def test_a_manager_does_it_for_another_who_works_here(self) -> None:
        """Whoever holds a role in this covenant."""
        held = frozenset({Rol.CASUSOVERLEG})

        assert may_reset(MANAGER, medewerker_id=medewerker_id(7), held=held, day=DAY).is_allowed

    def test_never_for_oneself(self) -> None:
        """Another manager does that."""
        assert MANAGER.medewerker_id is not None
        verdict = may_reset(MANAGER, medewerker_id=MANAGER.medewerker_id, held=MANAGER.rollen, day=DAY)

        assert refused(verdict) == {right("15.2.c", "own")}

    def test_never_for_who_has_no_role_here(self) -> None:
        """Somebody of another covenant is nobody here."""
        verdict = may_reset(MANAGER, medewerker_id=medewerker_id(7), held=frozenset(), day=DAY)

        assert refused(verdict) == {field("15.2.c", "medewerker_id")}

    def test_for_anybody_else_it_is_not_there(self) -> None:
        """Only the manager of authorisations."""
        verdict = may_reset(weegploeg(), medewerker_id=medewerker_id(7), held=frozenset(), day=DAY)

        assert hidden(verdict) == {right("15.2.c", "manager")}
