"""What a check finds altered opens an incident by itself, once for each finding. Covenant 15.2.g, 15.1."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from casustafel.acts.edge import Edge
from casustafel.acts.gate import Act, do
from casustafel.acts.toezicht.find_incidenten import FindIncidenten, find_incidenten
from casustafel.acts.toezicht.open_incident import OpenIncident, open_incident
from casustafel.acts.toezicht.verzegelen import seal_logs
from casustafel.acts.weegploeg.find_dossiers import FindDossiers, find_dossiers
from casustafel.bestand.gaafheid import Gebrek
from casustafel.cli import main
from casustafel.convenant.verdict import hide_for, right_fault
from casustafel.demo.steps import GEMEENTE, POLITIE, begin
from casustafel.demo.subjects import IN_WEGING
from casustafel.demo.table import Table
from casustafel.jobs.gezondheid import health
from casustafel.toezicht.models import Incident
from casustafel.weegploeg import models as weegploeg

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("15.2.g"), pytest.mark.article("15.1")]


@pytest.fixture
def worked(table: Table) -> Table:
    """Open one dossier."""
    begin(table, IN_WEGING, "gerda", GEMEENTE, days_ago=1)
    return table


def look(table: Table) -> list[Gebrek]:
    """Look at everything, a moment after the work."""
    later = Edge(now=table.now + timedelta(minutes=1))
    return health(edge=later, is_deep=True, told=lambda _step, _found: None)


def flip(row: Any, column: str) -> None:
    """Flip one bit of a column, past every door."""
    changed = bytearray(getattr(row, column))
    changed[len(changed) // 2] ^= 1
    type(row)._default_manager.filter(pk=row.pk).update(**{column: bytes(changed)})


def register(table: Table) -> list[Any]:
    """Give the register of incidents as the toezichthouder opens it."""
    edge = Edge(now=table.now + timedelta(minutes=2))
    wie = table.who("fatma")
    found = do(find_incidenten, wie=wie, invoer=FindIncidenten(), edge=edge).incidenten
    return [do(open_incident, wie=wie, invoer=OpenIncident(houder_id=one.id), edge=edge) for one in found]


class TestACheckOfTheRows:
    """`health --deep`."""

    def test_that_finds_nothing_opens_nothing(self, worked: Table) -> None:
        """And what is no tampering does not either: a night that was missed is the operator's."""
        look(worked)

        assert register(worked) == []

    def test_opens_one_for_what_was_altered_and_no_second_one_the_night_after(self, worked: Table) -> None:
        """It says which row, the 72 hours run from the check, and nothing of content is in it."""
        row = weegploeg.Stuk.objects.get(soort="signaal")
        flip(row, "verzegeld")
        found = look(worked)
        look(worked)

        (one,) = register(worked)
        assert one.incident.is_gevonden
        assert one.incident.is_lopend
        assert one.incident.bekend_op == worked.now + timedelta(minutes=1)
        assert one.bevinding.bestand == "weegploeg"
        assert str(row.id) in one.bevinding.regels[0]
        assert one.bevinding.aantal == sum(gebrek.is_aantasting for gebrek in found)

    def test_opens_another_for_what_is_altered_after_that(self, worked: Table) -> None:
        """Each finding stands in one."""
        flip(weegploeg.Stuk.objects.get(soort="signaal"), "verzegeld")
        look(worked)
        flip(weegploeg.Dossier.objects.get(), "verzegeld")
        look(worked)

        first, second = register(worked)
        assert not set(first.bevinding.regels) & set(second.bevinding.regels)
        assert Incident.objects.count() == 2


class TestACheckOfTheLogs:
    """`logboek verify`, and the same within `health --deep`."""

    def test_opens_one_together(self, worked: Table, capsys: pytest.CaptureFixture[str]) -> None:
        """What the command found stands in the register, and the deep check adds nothing to it."""
        seal_logs(worked.edge(0))
        row = weegploeg.LogRegel.objects.order_by("id")[0]
        weegploeg.LogRegel.objects.filter(pk=row.pk).update(rollen="niemand")

        assert main(["logboek", "verify"]) == 1
        look(worked)
        assert "not the one that was sealed" in capsys.readouterr().err
        (one,) = register(worked)
        assert one.bevinding.bestand == "weegploeg"


class TestAListThatFindsWhatItsRuleForbids:
    """The design: the row is left out, and an incident is opened."""

    def test_opens_one_for_the_list_and_not_for_each_row_or_reader(self, worked: Table) -> None:
        """It names the act and the reason, and no dossier."""
        away = hide_for([right_fault("8.4", "kernpartij", "Not yours.")])
        stricter: Act[Any, Any] = replace(find_dossiers, rule=lambda _wie, _kop, _edge: away)
        begin(worked, IN_WEGING, "petra", POLITIE, days_ago=1)
        for name in ("gerda", "petra"):
            found = do(stricter, wie=worked.who(name), invoer=FindDossiers(), edge=worked.edge(0))
            assert found.dossiers == ()

        (one,) = register(worked)
        assert "find-dossiers" in one.bevinding.regels[0]
        assert "8.4-kernpartij" in one.bevinding.regels[0]
