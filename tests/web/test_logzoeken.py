"""The search of the log: a period always, people by name, dossiers by number, and nothing of what stands in them."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from casustafel.acts.gate import Refused
from casustafel.acts.toezicht.logzoeken import LogLijst, SearchLog, search_log
from casustafel.acts.weegploeg.find_dossiers import FindDossiers, find_dossiers
from casustafel.acts.weegploeg.open_dossier import OpenDossier, open_dossier
from casustafel.bestand.log import Gevolg
from casustafel.demo.steps import GEMEENTE, begin
from casustafel.demo.subjects import NIEUW_GEMEENTE
from casustafel.demo.table import Table
from casustafel.weegploeg.models import Dossier, LogRegel
from tests.signing_in import sign_in

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("15.2.e")]
CONTROLS = "fatma"
Search = Callable[..., LogLijst]


@pytest.fixture
def search(table: Table) -> Search:
    """Let two people work on a dossier and one look elsewhere, and let the toezichthouder search the weegploeg."""
    first = begin(table, NIEUW_GEMEENTE, "gerda", GEMEENTE, days_ago=0)
    begin(table, NIEUW_GEMEENTE, "gerda", GEMEENTE, days_ago=0)
    table.does("petra", find_dossiers, FindDossiers(), days_ago=0)
    table.does("petra", open_dossier, OpenDossier(houder_id=first.dossier_id), days_ago=0)
    with pytest.raises(Refused):
        table.does("petra", open_dossier, OpenDossier(houder_id=table.people["rik"].medewerker_id), days_ago=0)

    def ask(**given: Any) -> LogLijst:
        today = table.now.date()
        invoer = SearchLog(**{"van": today, "tot": today, **given})
        return table.does(CONTROLS, search_log["weegploeg"], invoer, days_ago=0)

    return ask


class TestASearch:
    """By period, person, dossier and effect."""

    def test_tells_seen_in_a_list_from_read(self, search: Search) -> None:
        """Found, opened, changed and refused are rows of their own."""
        opened = search(medewerker="petra", gevolg=Gevolg.OPENED).regels
        found = search(medewerker="petra", gevolg=Gevolg.FOUND).regels
        refused = search(medewerker="petra", gevolg=Gevolg.REFUSED).regels

        assert {row.daad for row in opened} == {"open-dossier"}
        assert "find-dossiers" in {row.daad for row in found}
        assert [row.daad for row in refused] == ["open-dossier"]
        assert len(refused[0].redenen) == 1

    def test_of_one_dossier_by_its_number(self, search: Search) -> None:
        """All rows are of that dossier, and of the other there are none; a number that is nowhere has none."""
        one, other = (search(nummer=nummer) for nummer in Dossier.objects.values_list("nummer", flat=True))

        assert {row.over for row in one.regels}.isdisjoint({row.over for row in other.regels})
        assert len({row.over for row in one.regels}) == len({row.over for row in other.regels}) == 1
        assert search(nummer="W-1999-0001").regels == ()

    def test_of_one_person_by_part_of_a_name(self, search: Search) -> None:
        """A name that nobody here has finds nothing, and no name finds everybody."""
        assert len({row.medewerker_id for row in search(medewerker="petra").regels}) == 1
        assert len({row.medewerker_id for row in search().regels}) > 1
        assert search(medewerker="niemand").regels == ()

    def test_of_its_period_alone(self, search: Search, table: Table) -> None:
        """Yesterday and tomorrow nobody works; today is a day from midnight to midnight."""
        yesterday, tomorrow = (table.now.date() + timedelta(days=days) for days in (-1, 1))

        assert search(van=yesterday, tot=yesterday).regels == ()
        assert search(van=tomorrow, tot=tomorrow).regels == ()
        assert search(van=yesterday).regels != ()

    def test_is_itself_in_the_log(self, search: Search) -> None:
        """Each search leaves a row in the log that was searched, and the next search finds it."""
        search()

        assert LogRegel.objects.filter(daad="search-log-weegploeg", gevolg="found").count() == 1
        assert "search-log-weegploeg" in {row.daad for row in search().regels}

    def test_goes_back_page_by_page(self, search: Search) -> None:
        """A page is full before there is another, the newest row first, and no row stands on two."""
        for _time in range(60):
            search()
        first, second = search(), search(pagina=2)

        assert (len(first.regels), first.is_laatste, second.is_laatste) == (50, False, True)
        assert [row.rij for row in first.regels] == sorted((row.rij for row in first.regels), reverse=True)
        assert max(row.rij for row in second.regels) <= min(row.rij for row in first.regels) + 1


class TestThePage:
    """What the toezichthouder sees, and nobody else."""

    @pytest.fixture
    def visit(self, table: Table, search: Search, settings: Settings) -> Callable[[str], Client]:
        """Let anybody sign in."""
        assert search().regels
        settings.CASUSTAFEL_ON = table.now.date()

        def client(name: str) -> Client:
            one = Client()
            sign_in(one, table.people[name].medewerker_id)
            return one

        return client

    def typed(self, table: Table, **more: str) -> dict[str, str]:
        """Fill the form in."""
        today = table.now.date().isoformat()
        return {"bestand": "weegploeg", "van": today, "tot": today, **more}

    def test_shows_who_did_what(self, visit: Callable[[str], Client], table: Table) -> None:
        """Name, act and effect stand there; the name of who the dossier is about does not."""
        page = visit(CONTROLS).post("/log", self.typed(table, medewerker="petra"))

        assert page.status_code == 200
        assert "geopend" in page.content.decode()
        assert NIEUW_GEMEENTE.naam not in page.content.decode()

    def test_asks_for_a_period(self, visit: Callable[[str], Client], table: Table) -> None:
        """Without a day, or with the days the wrong way round, there is no search."""
        client, before = visit(CONTROLS), LogRegel.objects.filter(daad="search-log-weegploeg", gevolg="found").count()

        assert client.post("/log", self.typed(table, van="")).status_code == 400
        assert client.post("/log", self.typed(table, tot="2026-01-01")).status_code == 400
        assert LogRegel.objects.filter(daad="search-log-weegploeg", gevolg="found").count() == before

    @pytest.mark.parametrize("name", ["gerda", "ulla", "anna", "bente"])
    def test_is_not_there_for_others(self, visit: Callable[[str], Client], table: Table, name: str) -> None:
        """A kernpartij, the uitvoerder, the manager and a partner get the page of what is not there."""
        client = visit(name)

        assert client.get("/log").status_code == 404
        assert client.post("/log", self.typed(table)).status_code == 404
