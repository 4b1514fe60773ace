"""Searching by name: within one's own view, logged for what is shown only, with the name nowhere else. Covenant 8.4."""

from typing import Any

import pytest

from casustafel.acts.gate import Refused
from casustafel.acts.weegploeg.open_dossier import OpenDossier, open_dossier
from casustafel.acts.weegploeg.search_dossiers import SearchDossiers, search_dossiers
from casustafel.convenant.verdict import Outcome
from casustafel.demo.table import Table
from casustafel.weegploeg.models import Dossier, LogRegel

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("8.4")]


def _found(table: Table, name: str, typed: str) -> tuple[Any, ...]:
    return table.does(name, search_dossiers, SearchDossiers(naam=typed), days_ago=0).dossiers


@pytest.fixture
def known(worlds: list[Table]) -> tuple[Table, str, str]:
    """Give a covenant with its dossiers, and the name and number of one of them."""
    table = worlds[0]
    row = Dossier.objects.filter(convenant_id=table.people["gerda"].convenant_id).order_by("nummer").first()
    assert row is not None
    return table, table.does("gerda", open_dossier, OpenDossier(houder_id=row.id), days_ago=0).subject.naam, row.nummer


class TestSearching:
    """A name is typed on the board."""

    def test_finds_the_dossier_and_logs_what_it_shows(self, known: tuple[Table, str, str]) -> None:
        """One log row for each dossier that is shown; those of other names are not logged."""
        table, naam, nummer = known
        before = LogRegel.objects.count()
        found = _found(table, "petra", naam.upper())

        rows = LogRegel.objects.order_by("id")[before:]
        assert nummer in {d.nummer for d in found}
        assert len(rows) == len(found)
        assert {(row.daad, row.gevolg) for row in rows} == {("search-dossiers", "found")}

    def test_logs_that_nothing_was_found(self, known: tuple[Table, str, str]) -> None:
        """A search without a hit leaves one row, on no dossier."""
        table = known[0]
        before = LogRegel.objects.count()
        assert _found(table, "petra", "Xyzwq Qqqqqq") == ()

        (row,) = LogRegel.objects.order_by("id")[before:]
        assert row.log_id is None

    def test_does_not_reach_another_covenant(self, worlds: list[Table], known: tuple[Table, str, str]) -> None:
        """The same people elsewhere find their own dossiers, and none of ours."""
        _table, naam, _nummer = known
        theirs = Dossier.objects.filter(convenant_id=worlds[1].people["gerda"].convenant_id)
        own = set(theirs.values_list("id", flat=True))

        found = _found(worlds[1], "gerda", naam)
        assert found
        assert {d.id for d in found} <= own

    @pytest.mark.parametrize("name", ["rik", "bente", "anna", "fatma"])
    def test_is_hidden_for_who_is_not_in_the_weegploeg(self, known: tuple[Table, str, str], name: str) -> None:
        """For them there is nothing to search in."""
        table, naam, _nummer = known
        with pytest.raises(Refused) as refused:
            _found(table, name, naam)

        assert refused.value.verdict.outcome is Outcome.HIDDEN
