"""Lists agree with the rules: the filter of a list gives exactly what the rule allows, for everybody, on every day."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from casustafel.acts.weegploeg.find_dossiers import FindDossiers, find_dossiers
from casustafel.casusoverleg import store as casusoverleg
from casustafel.casusoverleg.models import Casus, Stuk
from casustafel.convenant.feit import DossierStaat, Rol, Taak, Wie
from casustafel.convenant.rules.toegang import (
    may_find_casussen,
    may_find_dossier,
    may_find_dossiers,
    may_open_afsluiting,
    may_open_plan,
)
from casustafel.convenant.termijn import add_months
from casustafel.demo.table import Table
from casustafel.weegploeg import store as weegploeg
from casustafel.weegploeg.models import Dossier
from tests.reseal import reseal

pytestmark = pytest.mark.django_db(databases="__all__")


@pytest.fixture
def world(worlds: list[Table]) -> list[Table]:
    """Let some seats at a table begin later, or end, in the two covenants."""
    day = worlds[0].edge(0).day
    for number, seat in enumerate(Stuk.objects.filter(soort="deelnemer").order_by("id")):
        begins, ends = [(0, None), (1, None), (-9, 0), (-9, 1), (-9, -1)][number % 5]
        op = day + timedelta(days=begins)
        reseal([seat], op=op, uiterlijk_op=None if ends is None else day + timedelta(days=ends))
    return worlds


def everybody(world: list[Table]) -> Iterator[Wie]:
    """Give each person of both covenants: as they are, with each single role, without standing, and kept away."""
    some = frozenset(list(Dossier.objects.values_list("id", flat=True))[::2])
    some |= frozenset(list(Casus.objects.values_list("id", flat=True))[::2])
    for table, name in product(world, world[0].people):
        wie = table.who(name)
        yield wie
        yield replace(wie, taak=Taak.VOORBEREIDEN)
        yield replace(wie, taak=Taak.VERZOEK)
        yield replace(wie, geheimhouding_aanvaard=False)
        yield replace(wie, rollen=frozenset())
        yield replace(wie, uitgesloten=some)
        for rol in Rol:
            yield replace(wie, rollen=frozenset({rol}), taak=Taak.CONTROLEREN)


@pytest.mark.article("8.4")
class TestTheListOfDossiers:
    """Who finds dossiers, finds all that the rule allows and nothing else."""

    def test_the_filter_is_the_rule(self, world: list[Table]) -> None:
        """For everybody who has a list at all, the filter gives what the rule allows one by one."""
        day = world[0].edge(0).day
        every = weegploeg.facts(list(Dossier.objects.values_list("id", flat=True)), lock=False).values()
        compared = 0
        for wie in everybody(world):
            if not may_find_dossiers(wie, day=day).is_allowed:
                continue
            allowed = {d.kop.id for d in every if may_find_dossier(wie, d.kop, day=day).is_allowed}
            listed = {k.id for k in weegploeg.page(wie, day=day, staten=tuple(DossierStaat), offset=0, limit=1000)}
            assert listed == allowed
            compared += bool(allowed)
        assert compared > 10

    @pytest.mark.parametrize("months", [0, 5, 6, 7, 9, 11, 12, 13])
    def test_the_filter_is_the_rule_as_terms_end(self, world: list[Table], months: int) -> None:
        """Later on, with no night's work done since: what is past its term is in no list. Covenant 13."""
        every = weegploeg.facts(list(Dossier.objects.values_list("id", flat=True)), lock=False).values()
        casussen = casusoverleg.facts(list(Casus.objects.values_list("id", flat=True)), lock=False).values()
        Casus.objects.filter(pk=min(c.kop.id for c in casussen)).update(elders_op=world[0].edge(0).day)
        wie, first = world[0].who("petra"), add_months(world[0].edge(0).day, months=months)
        for shift in range(-25, 3, 3):
            day = first + timedelta(days=shift)
            allowed = {d.kop.id for d in every if may_find_dossier(wie, d.kop, day=day).is_allowed}
            listed = weegploeg.page(wie, day=day, staten=tuple(DossierStaat), offset=0, limit=99)
            assert {k.id for k in listed} == allowed
            assert {k.id for k in weegploeg.koppen(wie, day=day)} == allowed
            casussen = casusoverleg.facts([c.kop.id for c in casussen], lock=False).values()
            at_table = {c.kop.id for c in casussen if may_open_plan(wie, c.kop, day=day).is_allowed}
            assert {c.kop.id for c in casusoverleg.page(wie, day=day, offset=0, limit=99)} == at_table

    def test_who_has_no_list_is_allowed_nothing(self, world: list[Table]) -> None:
        """Who has no list of dossiers may not open a single one."""
        day = world[0].edge(0).day
        every = weegploeg.facts(list(Dossier.objects.values_list("id", flat=True)), lock=False).values()
        for wie in everybody(world):
            if not may_find_dossiers(wie, day=day).is_allowed:
                assert not [d for d in every if may_find_dossier(wie, d.kop, day=day).is_allowed]


@pytest.mark.article("10.4")
class TestTheListOfCasussen:
    """Who finds casussen, finds those at whose table they sit today and nothing else."""

    @pytest.mark.parametrize("shift", [-1, 0, 1])
    def test_the_filter_is_the_rule(self, world: list[Table], shift: int) -> None:
        """The day before, on and after seats begin and end, the filter gives what the rule allows."""
        day: date = world[0].edge(0).day + timedelta(days=shift)
        every = casusoverleg.facts(list(Casus.objects.values_list("id", flat=True)), lock=False).values()
        compared = 0
        for wie in everybody(world):
            if not may_find_casussen(wie, day=day).is_allowed or Rol.SYSTEEM in wie.rollen:
                continue
            allowed = {c.kop.id for c in every if may_open_plan(wie, c.kop, day=day).is_allowed}
            listed = {c.kop.id for c in casusoverleg.page(wie, day=day, offset=0, limit=1000)}
            assert listed == allowed
            compared += bool(allowed)
        assert compared > 10

    def test_pending_closings_are_the_rule(self, world: list[Table]) -> None:
        """A kernpartij finds the closings that wait for it, in its own covenant."""
        day = world[0].edge(0).day
        every = casusoverleg.facts(list(Casus.objects.values_list("id", flat=True)), lock=False).values()
        for table in world:
            wie = table.who("omar")
            allowed = {c.kop.id for c in every if may_open_afsluiting(wie, c.kop, day=day).is_allowed}
            assert {c.kop.id for c in casusoverleg.pending(wie, day=day)} == allowed
            assert len(allowed) == 1


@pytest.mark.article("8.4", "15.2.e")
class TestADisagreementAtRunTime:
    """A row that the filter lets through and the rule does not is left out and logged."""

    def test_the_row_is_left_out(self, world: list[Table], monkeypatch: pytest.MonkeyPatch) -> None:
        """With a filter that lost its clause, the dossiers of another covenant stay hidden all the same."""
        monkeypatch.setattr(weegploeg, "_visible", lambda _convenant_id, _grenzen: Dossier.objects.all())

        found = world[0].does("gerda", find_dossiers, FindDossiers(), days_ago=0)

        own = set(
            Dossier.objects.filter(convenant_id=world[0].people["gerda"].convenant_id).values_list("id", flat=True)
        )
        assert {d.id for d in found.dossiers} == own
