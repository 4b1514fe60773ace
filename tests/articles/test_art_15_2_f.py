"""Covenant 15.2.f and c: authorisations are confirmed every half year by the own organisation, else they lapse."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from uuid import UUID

import pytest

from casustafel.convenant.feit import MedewerkerId, OrganisatieId, Rol
from casustafel.convenant.partij import Soort
from casustafel.convenant.rules.autorisatie import (
    AutorisatieFeit,
    confirm_from,
    confirms,
    lasts_until,
    may_ask_autorisatie,
    may_confirm_autorisaties,
    may_end_autorisatie,
    may_find_werk_autorisaties,
    may_see_autorisaties,
    may_settle_vraag,
)
from casustafel.convenant.werk import Stap
from casustafel.convenant.werk_convenant import werk_on_autorisaties
from tests.facts import DAY, POLITIE, convenant, field, hidden, medewerker_id, refused, right, wie

GERDA = wie(Soort.GEMEENTE, Rol.WEEGPLOEG)
PETRA = wie(Soort.POLITIE, Rol.WEEGPLOEG)
MANAGER = wie(Soort.GEMEENTE, Rol.AUTORISATIEBEHEERDER)
WATCHES = wie(Soort.GEMEENTE, Rol.TOEZICHTHOUDER)
UITVOERDER = wie(Soort.GEMEENTE, Rol.UITVOERDER)


def held(
    of: int = 9, *, organisatie: OrganisatieId | None = None, tot: date = DAY, colleague: bool = True
) -> AutorisatieFeit:
    """Give an authorisation of somebody of the politie, unless another organisation is named."""
    return AutorisatieFeit(
        id=UUID(int=of),
        medewerker_id=MedewerkerId(medewerker_id(of)),
        organisatie_id=organisatie or POLITIE.id,
        tot=tot,
        has_colleague=colleague,
    )


@pytest.mark.article("15.2.f")
class TestWhoConfirms:
    """Each authorisation is confirmed by somebody else of the same organisation."""

    def test_a_colleague_who_represents_the_organisation_does(self) -> None:
        """And nobody of another organisation."""
        assert confirms(PETRA, held())
        assert not confirms(GERDA, held())

    def test_nobody_confirms_the_own_one(self) -> None:
        """Not a representative, and not the manager."""
        own = replace(held(), medewerker_id=PETRA.medewerker_id or MedewerkerId(UUID(int=0)))

        assert not confirms(PETRA, own)
        assert not confirms(replace(PETRA, rollen=PETRA.rollen | {Rol.AUTORISATIEBEHEERDER}), own)

    def test_the_manager_does_only_where_no_colleague_can(self) -> None:
        """Who granted it does not control it, unless there is nobody else."""
        assert not confirms(MANAGER, held())
        assert confirms(MANAGER, held(colleague=False))

    def test_a_deputy_does_not(self) -> None:
        """A deputy acts on cases, and gives nobody rights."""
        assert not confirms(replace(PETRA, is_plaatsvervanger=True), held())

    @pytest.mark.parametrize("asks", [GERDA, PETRA, MANAGER, WATCHES])
    def test_representatives_see_their_own_people_and_oversight_sees_all(self, asks: object) -> None:
        """The page is there for them."""
        assert may_see_autorisaties(asks, day=DAY).is_allowed  # type: ignore[arg-type]  # each is a Wie

    def test_nothing_waits_for_who_oversees(self) -> None:
        """A toezichthouder sees all of them, and confirms none."""
        assert hidden(may_find_werk_autorisaties(WATCHES, day=DAY)) == {right("15.2.f", "representative")}
        assert may_find_werk_autorisaties(MANAGER, day=DAY).is_allowed
        assert may_find_werk_autorisaties(PETRA, day=DAY).is_allowed

    def test_the_uitvoerder_does_not_see_it(self) -> None:
        """It neither grants rights nor controls them (5)."""
        assert hidden(may_see_autorisaties(UITVOERDER, day=DAY)) == {right("15.2.f", "representative")}


@pytest.mark.article("15.2.f")
class TestConfirming:
    """A confirmation holds for another six months from its day."""

    CONFIRM = staticmethod(partial(may_confirm_autorisaties, PETRA, day=DAY))

    def test_is_allowed_for_what_holds_and_is_of_the_own_people(self) -> None:
        """One, or all at once."""
        both = [held(8), held(9)]

        assert self.CONFIRM(gekozen=[one.id for one in both], geldend=both).is_allowed

    @pytest.mark.parametrize(
        ("gekozen", "geldend"),
        [((), ()), ((UUID(int=9),), ()), ((UUID(int=9),), (held(9, organisatie=OrganisatieId(UUID(int=77))),))],
        ids=["nothing chosen", "lapsed", "of another organisation"],
    )
    def test_is_refused_otherwise(self, gekozen: tuple[UUID, ...], geldend: tuple[AutorisatieFeit, ...]) -> None:
        """What lapsed is granted anew by the manager."""
        assert refused(self.CONFIRM(gekozen=gekozen, geldend=geldend)) == {field("15.2.f", "autorisaties")}

    def test_is_refused_for_the_own_one(self) -> None:
        """And says that somebody else does it."""
        own = replace(held(), medewerker_id=PETRA.medewerker_id or MedewerkerId(UUID(int=0)))

        assert refused(self.CONFIRM(gekozen=[own.id], geldend=[own])) == {right("15.2.f", "own")}

    @pytest.mark.parametrize(
        ("day", "tot"),
        [
            (date(2026, 1, 15), date(2026, 7, 16)),
            (date(2026, 8, 31), date(2027, 3, 1)),
            (date(2027, 8, 31), date(2028, 3, 1)),
        ],
    )
    def test_holds_for_six_months(self, day: date, tot: date) -> None:
        """Calendar months, clipped at the end of a month."""
        assert lasts_until(convenant().regime, day=day) == tot


@pytest.mark.article("15.2.f")
class TestBeingAsked:
    """From a month before its end the confirmation stands in the werkvoorraad."""

    @pytest.mark.parametrize(("days", "waits"), [(-1, False), (0, True), (1, True)])
    def test_from_a_month_before(self, days: int, *, waits: bool) -> None:
        """With the last day on which the authorisation holds."""
        one = held(tot=date(2026, 7, 16))
        found = list(werk_on_autorisaties(PETRA, [one], is_asked=False, day=confirm_from(one) + timedelta(days=days)))

        assert [(w.stap, w.uiterlijk_op) for w in found] == [(Stap.AUTORISATIES, date(2026, 7, 15))] * waits

    def test_of_nobody_who_does_not_confirm_it(self) -> None:
        """The gemeente is not asked about people of the politie."""
        assert not list(werk_on_autorisaties(GERDA, [held()], is_asked=False, day=DAY))

    def test_a_request_waits_for_the_manager_alone(self) -> None:
        """Who asked does not answer."""
        (waits,) = werk_on_autorisaties(MANAGER, [], is_asked=True, day=DAY)

        assert (waits.stap, waits.artikel) == (Stap.AUTORISATIEVRAGEN, "15.2.c")
        assert not list(werk_on_autorisaties(PETRA, [], is_asked=True, day=DAY))


@pytest.mark.article("15.2.c")
class TestEndingAndAsking:
    """An organisation ends what its people no longer need, and asks for what they do."""

    def test_a_colleagues_authorisation_is_ended_with_the_reason(self) -> None:
        """By whoever would confirm it."""
        assert may_end_autorisatie(PETRA, held(), reden="Andere baan.", day=DAY).is_allowed

    @pytest.mark.parametrize("found", [None, held(organisatie=OrganisatieId(UUID(int=77)))])
    def test_no_other_is(self, found: AutorisatieFeit | None) -> None:
        """All reasons at once."""
        verdict = may_end_autorisatie(PETRA, found, reden=" ", day=DAY)

        assert refused(verdict) == {field("15.2.c", "autorisatie_id"), field("15.2.c", "reden")}

    ASK = staticmethod(
        partial(may_ask_autorisatie, PETRA, naam="Pim", email="pim@politie.example", reden="Nieuw.", day=DAY)
    )

    def test_a_representative_asks_roles_that_fit(self) -> None:
        """And the manager answers."""
        assert self.ASK(rollen=frozenset({Rol.WEEGPLOEG})).is_allowed
        assert may_settle_vraag(MANAGER, is_open=True, reden="Niet nodig.", day=DAY).is_allowed

    def test_everything_that_is_wrong_is_said_at_once(self) -> None:
        """No name, no address, no role, no reason."""
        verdict = may_ask_autorisatie(PETRA, naam="", email="x", rollen=frozenset(), reden="", day=DAY)

        assert refused(verdict) == {
            field("15.2.c", "naam"),
            field("15.2.c", "email"),
            field("15.2.b", "rollen"),
            field("15.2.c", "reden"),
        }

    def test_who_represents_nobody_asks_nothing(self) -> None:
        """An uitvoerder does not ask rights for others (5)."""
        verdict = may_ask_autorisatie(
            UITVOERDER, naam="P", email="p@x", rollen=frozenset({Rol.UITVOERDER}), reden="Nodig.", day=DAY
        )

        assert hidden(verdict) == {right("15.2.c", "representative")}

    def test_only_the_manager_refuses_and_only_what_waits(self) -> None:
        """With the reason."""
        assert hidden(may_settle_vraag(PETRA, is_open=True, reden="Nee.", day=DAY)) == {right("15.2.c", "manager")}
        assert refused(may_settle_vraag(MANAGER, is_open=False, reden="", day=DAY)) == {
            field("15.2.c", "vraag_id"),
            field("15.2.c", "reden"),
        }
