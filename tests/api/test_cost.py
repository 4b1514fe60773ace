"""What a request costs: a list of many asks the databases no more than a list of one."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from tests.api.caller import SIGNAAL, Caller

pytestmark = pytest.mark.django_db(databases="__all__")


@contextmanager
def _counting() -> Iterator[list[CaptureQueriesContext]]:
    with ExitStack() as stack:
        yield [stack.enter_context(CaptureQueriesContext(connections[alias])) for alias in connections]


class TestAListOfDossiers:
    """The list that is asked for most."""

    def test_its_queries_do_not_grow_with_it(self, gerda: Caller, dossier: str) -> None:
        """Four dossiers take as many statements as one, in every file."""
        assert dossier
        with _counting() as one:
            gerda.shown("/v1/dossiers")
        for _again in range(3):
            gerda.made("POST", "/v1/dossiers", SIGNAAL)

        with _counting() as four:
            found = gerda.shown("/v1/dossiers")["dossiers"]

        assert len(found) == 4
        assert [len(queries) for queries in four] == [len(queries) for queries in one]
