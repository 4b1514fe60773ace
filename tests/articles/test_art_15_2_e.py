"""Covenant 15.2.e: the log, and that nobody can change it unseen."""

from datetime import date, timedelta

import pytest

from casustafel.convenant.feit import Rol, Wie
from casustafel.convenant.partij import Soort
from casustafel.convenant.rules.logbewijs import (
    controlepunt_due_on,
    may_cosign,
    may_export_logregels,
    may_see_logbewijs,
    must_fetch_controlepunt,
)
from casustafel.convenant.rules.logzoeken import may_search_log
from tests.facts import (
    CONVENANT,
    DAY,
    OM,
    POLITIE,
    RAAD,
    TOMORROW,
    convenant_without,
    field,
    hidden,
    refused,
    right,
    uitvoerder,
    weegploeg,
    wie,
)

pytestmark = pytest.mark.article("15.2.e")
CODE = CONVENANT.regime
OVERSIGHT = (wie(Soort.GEMEENTE, Rol.TOEZICHTHOUDER), wie(Soort.GEMEENTE, Rol.AUDITOR))
OTHERS = (
    wie(Soort.GEMEENTE, Rol.CASUSOVERLEG),
    wie(RAAD, Rol.CASUSOVERLEG),
    wie(RAAD, Rol.WEEGPLOEG),
    wie(Soort.EXTERN, Rol.CASUSOVERLEG),
    wie(Soort.GEMEENTE, Rol.AUTORISATIEBEHEERDER),
    uitvoerder(),
)


class TestTheEvidence:
    """Checkpoints and hash tiles: they hold no data about anybody."""

    @pytest.mark.parametrize("who", [weegploeg(), weegploeg(OM), *OVERSIGHT])
    def test_kernpartijen_and_oversight_have_it(self, who: Wie) -> None:
        """A kernpartij in the weegploeg, the toezichthouder and the auditor may have them."""
        assert may_see_logbewijs(who, day=DAY).is_allowed

    @pytest.mark.parametrize("who", OTHERS)
    def test_nobody_else_does(self, who: Wie) -> None:
        """For everybody else it is not there."""
        assert hidden(may_see_logbewijs(who, day=DAY)) == {right("15.2.e", "logbewijs")}

    def test_a_party_that_left_no_longer_does(self) -> None:
        """From the day on which a kernpartij has left, it has nothing here."""
        who = weegploeg(POLITIE, onder=convenant_without(POLITIE))

        assert hidden(may_see_logbewijs(who, day=DAY)) == {right("18.2", "left")}

    def test_without_the_secrecy_text_nobody_does(self) -> None:
        """Who did not accept the current text sees nothing."""
        who = wie(Soort.POLITIE, Rol.WEEGPLOEG, aanvaard=False)

        assert hidden(may_see_logbewijs(who, day=DAY)) == {right("14.1", "secrecy")}
        assert hidden(may_export_logregels(who, day=DAY)) == {right("14.1", "secrecy")}


class TestOwnRows:
    """The log rows of one's own organisation, with a proof for each."""

    def test_a_kernpartij_has_its_own(self) -> None:
        """A representative in the weegploeg may have them."""
        assert may_export_logregels(weegploeg(), day=DAY).is_allowed

    @pytest.mark.parametrize("who", [*OVERSIGHT, *OTHERS])
    def test_nobody_else_does(self, who: Wie) -> None:
        """Not even oversight: it has no own rows to check, and controls the log by another way."""
        assert hidden(may_export_logregels(who, day=DAY)) == {right("15.2.e", "own-rows")}


class TestSearching:
    """The toezichthouder searches the log, for a period."""

    FATMA = wie(Soort.GEMEENTE, Rol.TOEZICHTHOUDER)

    def test_the_toezichthouder_does(self) -> None:
        """A day, or a year less a day, is a period."""
        assert may_search_log(self.FATMA, van=DAY, tot=DAY, day=DAY).is_allowed
        assert may_search_log(self.FATMA, van=date(2025, 3, 1), tot=date(2026, 2, 28), day=DAY).is_allowed

    @pytest.mark.parametrize(("van", "tot"), [(date(2025, 3, 1), date(2026, 3, 1)), (DAY, DAY - timedelta(days=1))])
    def test_not_without_end(self, van: date, tot: date) -> None:
        """A year and a day, or days the wrong way round, are no period."""
        assert refused(may_search_log(self.FATMA, van=van, tot=tot, day=DAY)) == {field("15.2.e", "tot")}

    @pytest.mark.parametrize("who", [weegploeg(), weegploeg(OM), OVERSIGHT[1], *OTHERS])
    def test_nobody_else_does(self, who: Wie) -> None:
        """For everybody else it is not there; an auditor counts."""
        assert right("15.2.e", "search") in hidden(may_search_log(who, van=DAY, tot=DAY, day=DAY))


class TestSigningToo:
    """A kernpartij puts its own signature under a checkpoint."""

    def test_under_one_that_it_fetched(self) -> None:
        """With a signature that is right, it may."""
        assert may_cosign(weegploeg(), is_fetched=True, is_signed=True, day=DAY).is_allowed

    def test_not_under_another(self) -> None:
        """A checkpoint that it never had it cannot speak for."""
        verdict = may_cosign(weegploeg(), is_fetched=False, is_signed=False, day=DAY)

        assert refused(verdict) == {field("15.2.e", "grootte")}

    def test_not_with_a_signature_that_does_not_fit(self) -> None:
        """A signature is over that checkpoint, under that key."""
        verdict = may_cosign(weegploeg(), is_fetched=True, is_signed=False, day=DAY)

        assert refused(verdict) == {field("15.2.e", "handtekening")}

    @pytest.mark.parametrize("who", [*OVERSIGHT, *OTHERS])
    def test_nobody_else_does(self, who: Wie) -> None:
        """For everybody else it is not there."""
        verdict = may_cosign(who, is_fetched=True, is_signed=True, day=DAY)

        assert hidden(verdict) == {right("15.2.e", "own-rows")}


class TestEveryMonth:
    """Reading: a kernpartij fetches the checkpoints every month, as the log is controlled."""

    def test_the_term_is_a_month_of_the_calendar(self) -> None:
        """Fetched on the last of January: by the last of February."""
        assert controlepunt_due_on(date(2026, 1, 31), code=CODE) == date(2026, 2, 28)

    @pytest.mark.parametrize(("days", "is_time"), [(-1, False), (0, True), (1, True)])
    def test_it_is_time_on_the_last_day(self, days: int, is_time: bool) -> None:
        """The day before it is not asked yet; on the day, and late, it is."""
        day = controlepunt_due_on(DAY, code=CODE) + timedelta(days=days)

        assert must_fetch_controlepunt(DAY, code=CODE, day=day) is is_time

    def test_who_never_fetched_does_so_at_once(self) -> None:
        """Without a first checkpoint there is nothing to hold beside the log."""
        assert must_fetch_controlepunt(None, code=CODE, day=DAY)
        assert not must_fetch_controlepunt(DAY, code=CODE, day=TOMORROW)
