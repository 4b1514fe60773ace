"""Moving, joining and parting at random: nothing is lost or doubled, and no term becomes longer. Covenant 8.3, 8.5."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.db import connections, transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from casustafel.acts.casusoverleg.find_casussen import FindCasussen, find_casussen
from casustafel.acts.casusoverleg.open_casus import OpenCasus, open_casus
from casustafel.acts.gate import Act, Refused
from casustafel.acts.weegploeg.hand_over import hand_over
from casustafel.acts.weegploeg.join_dossiers import join_dossiers
from casustafel.acts.weegploeg.move_signaal import move_signaal
from casustafel.acts.weegploeg.name_betrokkenen import name_betrokkenen
from casustafel.acts.weegploeg.open_dossier import DossierBeeld, OpenDossier, SignaalBeeld, open_dossier
from casustafel.acts.weegploeg.part_dossier import part_dossier
from casustafel.acts.weegploeg.submit_signaal import NawInvoer
from casustafel.acts.weegploeg.supplement_overdracht import supplement_overdracht
from casustafel.convenant.feit import DossierStaat, Uitkomst
from casustafel.demo.steps import GEMEENTE, POLITIE, Steps, begin
from casustafel.demo.subjects import AGENDEREN, CASUS_PLAN, NIEUW_GEMEENTE, NIEUW_POLITIE, Subject
from casustafel.demo.table import Table
from casustafel.jobs.relay import relay
from casustafel.weegploeg.models import Dossier

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("8.3", "8.5", "7.4", "13.3")]
CONFIRMED = {"verblijft_in_nederland": True, "radicaliseert": True}
AT_TABLE = ("gerda", "petra", "rik")
MOVE, JOIN, PART, SUPPLEMENT, RELAY = range(5)


@dataclass(slots=True, kw_only=True)
class World:
    """Some dossiers, and what was ever brought in, by its text."""

    table: Table
    ids: list[UUID]
    chosen: set[str] = field(default_factory=set)

    def dossier(self, place: int) -> DossierBeeld:
        """Open one of the dossiers."""
        return self.table.does("omar", open_dossier, OpenDossier(houder_id=self.ids[place % len(self.ids)]), days_ago=0)

    def all(self) -> list[DossierBeeld]:
        """Open every dossier; each signaal opens in its place."""
        return [self.dossier(place) for place in range(len(self.ids))]

    def by(self, s: SignaalBeeld) -> str:
        """Give who represents the kernpartij that brought a signaal in."""
        return next(name for name in ("gerda", "petra") if self.table.organisatie(name) == s.organisatie_id)

    def does(self, name: str, act: Act[Any, Any], **given: Any) -> Any:
        """Let somebody try an act; a refusal changes nothing."""
        try:
            return self.table.does(name, act, act.invoer(**given), days_ago=0)
        except Refused:
            return Refused


@pytest.fixture
def world(table: Table) -> World:
    """Make four dossiers: two undecided, one on the agenda, one handed over with one of its three signals."""
    made = World(table=table, ids=[])
    _fill(made)
    return made


@contextmanager
def undone() -> Iterator[None]:
    """Undo in every file what is done here, so that each example begins with the same dossiers."""
    with ExitStack() as stack:
        for alias in connections:
            stack.enter_context(transaction.atomic(using=alias))
        yield
        for alias in connections:
            transaction.set_rollback(True, using=alias)


def _fill(world: World) -> None:
    table = world.table
    fresh = _dossier(table, NIEUW_GEMEENTE, days_ago=10, n=0)
    second = _dossier(table, NIEUW_POLITIE, days_ago=40, n=1)
    agenda = _decided(table, AGENDEREN, n=2)
    handed = _decided(table, CASUS_PLAN, n=3)
    world.ids += [s.dossier_id for s in (fresh, second, agenda, handed)]
    seen = handed.seen(days_ago=0)
    involved = tuple(table.organisatie(name) for name in AT_TABLE)
    named = {"organisaties": involved, "reden": "Nodig (verzonnen)."}
    world.does("gerda", name_betrokkenen, houder_id=seen.id, versie=seen.versie, **named)
    only = seen.signalen[0]
    world.does(
        "gerda", hand_over, houder_id=seen.id, versie=handed.seen(days_ago=0).versie, signalen=(only.id,), **CONFIRMED
    )
    world.chosen.add(only.omschrijving)
    relay(edge=table.edge(0))
    assert handed.seen(days_ago=0).staat is DossierStaat.OVERGEDRAGEN


def _dossier(table: Table, subject: Subject, *, days_ago: int, n: int) -> Steps:
    steps = begin(table, subject, "gerda", GEMEENTE, days_ago=days_ago)
    steps.signaal("petra", f"Tweede gedraging {n} (verzonnen).", POLITIE, days_ago=days_ago - 1)
    steps.signaal("gerda", f"Derde gedraging {n} (verzonnen).", GEMEENTE, days_ago=days_ago - 2)
    steps.weigh("petra", "gedrag", f"Weging {n} (verzonnen).", days_ago=days_ago - 3)
    return steps


def _decided(table: Table, subject: Subject, *, n: int) -> Steps:
    steps = _dossier(table, subject, days_ago=30, n=n)
    steps.decide(Uitkomst.AGENDEREN, days_ago=5)
    return steps


def _step(world: World, kind: int, here: int, there: int, which: int) -> None:
    """Take one step, as a user who sees both dossiers would; what is refused is refused."""
    van, naar = world.dossier(here), world.dossier(there)
    seen = {"houder_id": van.id, "versie": van.versie, "reden": "Verzonnen."}
    both = {**seen, "naar_id": naar.id, "naar_versie": naar.versie}
    if kind == JOIN:
        world.does("omar", join_dossiers, **both)
    elif kind == RELAY:
        relay(edge=world.table.edge(0))
    elif van.signalen:
        s = van.signalen[which % len(van.signalen)]
        _with_signaal(world, kind, s, seen=seen, both=both)


def _with_signaal(world: World, kind: int, s: SignaalBeeld, *, seen: dict[str, Any], both: dict[str, Any]) -> None:
    if kind == MOVE and world.does(world.by(s), move_signaal, signaal_id=s.id, **both) is not Refused:
        world.chosen.discard(s.omschrijving)
    elif kind == PART:
        subject = NawInvoer(naam="Xander Verzonnen")
        made = world.does(world.by(s), part_dossier, signalen=(s.id,), subject=subject, **CONFIRMED, **seen)
        if made is not Refused:
            world.ids.append(made.dossier_id)
            world.chosen.discard(s.omschrijving)
    elif kind == SUPPLEMENT:
        chosen = {"houder_id": seen["houder_id"], "versie": seen["versie"], "signalen": (s.id,)}
        if world.does("omar", supplement_overdracht, **chosen) is not Refused:
            world.chosen.add(s.omschrijving)


def _days(world: World) -> dict[UUID, tuple[date, date]]:
    rows = Dossier.objects.filter(pk__in=world.ids).values_list("id", "eerste_signaal_op", "laatste_verwerking_op")
    return {one: (first, worked) for one, first, worked in rows}


STEPS = st.lists(
    st.tuples(st.sampled_from([MOVE, MOVE, JOIN, PART, SUPPLEMENT, RELAY]), *[st.integers(0, 9)] * 3), max_size=12
)


class TestWhateverIsMoved:
    """Random sequences of moving, joining, parting, supplementing and carrying."""

    @settings(
        phases=[Phase.explicit, Phase.generate],
        max_examples=20,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    @given(steps=STEPS)
    def test_nothing_is_lost_and_no_term_becomes_longer(
        self, world: World, steps: list[tuple[int, int, int, int]]
    ) -> None:
        """Each signaal stands in one dossier and opens there; terms only shorten; the casus has what was chosen."""
        before = sorted(s.omschrijving for beeld in world.all() for s in beeld.signalen)
        with undone():
            mine = replace(world, ids=list(world.ids), chosen=set(world.chosen))
            for kind, here, there, which in steps:
                days = _days(mine)
                _step(mine, kind, here, there, which)
                _terms_hold(mine, days, worked=kind == SUPPLEMENT)
            relay(edge=mine.table.edge(0))

            beelden = mine.all()
            assert sorted(s.omschrijving for beeld in beelden for s in beeld.signalen) == before
            _no_loose_ends(beelden)
            assert _copies(mine) == sorted(mine.chosen)


def _terms_hold(world: World, before: dict[UUID, tuple[date, date]], *, worked: bool) -> None:
    for one, (first, worked_on) in _days(world).items():
        if one in before:
            assert first <= before[one][0]
            assert worked or worked_on <= before[one][1]
    for beeld in world.all():
        assert all(beeld.eerste_signaal_op <= s.op for s in beeld.signalen)


def _no_loose_ends(beelden: list[DossierBeeld]) -> None:
    """A weighing rests on signals of its own dossier; a dossier without signals does not stay undecided."""
    for beeld in beelden:
        own = {s.id for s in beeld.signalen}
        assert all(set(w.signalen) <= own and (w.signalen or w.is_vervangen) for w in beeld.wegingen)
        assert own or beeld.staat in {DossierStaat.OPGEGAAN, DossierStaat.OVERGEDRAGEN}


def _copies(world: World) -> list[str]:
    (casus,) = world.table.does("rik", find_casussen, FindCasussen(), days_ago=0).casussen
    return sorted(
        s.omschrijving
        for s in world.table.does("gerda", open_casus, OpenCasus(houder_id=casus.id), days_ago=0).signalen
    )
