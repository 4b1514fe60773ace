"""What a page costs: a constant number of statements, whatever it shows."""

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from casustafel.acts.gate import do
from casustafel.acts.weegploeg.find_dossiers import FindDossiers, find_dossiers
from casustafel.demo.steps import GEMEENTE, begin
from casustafel.demo.subjects import IN_WEGING
from casustafel.demo.table import Table

pytestmark = pytest.mark.django_db(databases="__all__")


class TestAPageCostsAConstantNumberOfQueries:
    """A list of many dossiers asks the databases as often as a list of one."""

    def test_one_and_twenty(self, table: Table) -> None:
        """The number of statements in the weegploeg's file does not grow with the page."""
        counts = []
        for more in (1, 19):
            for _n in range(more):
                begin(table, IN_WEGING, "gerda", GEMEENTE, days_ago=0)
            counts.append(_statements(table))
        assert counts[0] == counts[1]


def _statements(table: Table) -> int:
    wie = table.who("gerda")
    with CaptureQueriesContext(connections["weegploeg"]) as own, CaptureQueriesContext(connections["kluis"]) as keys:
        do(find_dossiers, wie=wie, invoer=FindDossiers(), edge=table.edge(0))
    return len(own) + len(keys)
