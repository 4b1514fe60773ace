"""The pages of retention: what falls due, what was destroyed, what the nights did. Covenant 13, 5, 15.2.e."""

from collections.abc import Callable
from datetime import date, datetime, time

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from casustafel.acts.edge import LOCAL, at
from casustafel.demo.steps import GEMEENTE, begin
from casustafel.demo.subjects import IN_WEGING
from casustafel.demo.table import Table
from casustafel.jobs.nachtwerk import nachtwerk
from casustafel.register.models import Autorisatie
from casustafel.weegploeg.models import Dossier
from tests.signing_in import sign_in

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("13.1")]
PAGES = ("vervaldagen", "certificaten", "nachten")
Visit = Callable[[str], Client]


@pytest.fixture
def visit(table: Table, settings: Settings) -> Visit:
    """Open a dossier that is kept until 3 December, and let anybody sign in on a day of choice."""
    begin(table, IN_WEGING, "gerda", GEMEENTE, days_ago=0)
    Autorisatie.objects.update(tot=date(2036, 1, 1))
    settings.CASUSTAFEL_ON = date(2026, 5, 20)

    def client(name: str) -> Client:
        one = Client()
        sign_in(one, table.people[name].medewerker_id)
        return one

    return client


def read(client: Client, page: str, query: str = "") -> str:
    """Read a page in English."""
    answer = client.get(f"/bewaren/{page}{query}", headers={"accept-language": "en"})
    assert answer.status_code == 200
    return answer.content.decode()


def night(day: date) -> None:
    """Do the night's work of a day."""
    nachtwerk(edge=at(datetime.combine(day, time(3), LOCAL)))


class TestWhatFallsDue:
    """A list of numbers and days."""

    def test_names_number_day_and_article(self, visit: Visit) -> None:
        """And leads a kernpartij to the dossier; no name stands there. It can look further ahead."""
        page, nummer = read(visit("gerda"), "vervaldagen"), Dossier.objects.get().nummer

        assert nummer in page
        assert '<time datetime="2026-06-03">' in page
        assert '<time datetime="2026-12-04">' not in page
        assert f"/weegploeg/dossiers/{Dossier.objects.get().id}" in page
        assert IN_WEGING.naam not in page
        assert '<time datetime="2026-12-04">' in read(visit("gerda"), "vervaldagen", "?tot=2026-12-31")

    def test_gives_the_uitvoerder_no_way_into_the_dossier(self, visit: Visit) -> None:
        """Numbers and days, without a task."""
        page = read(visit("ulla"), "vervaldagen")

        assert Dossier.objects.get().nummer in page
        assert str(Dossier.objects.get().id) not in page

    def test_takes_what_is_no_day_or_page_for_none(self, visit: Visit) -> None:
        """A broken address is no fault of the server."""
        assert Dossier.objects.get().nummer in read(visit("gerda"), "vervaldagen", "?tot=gisteren&pagina=x")

    def test_stands_in_the_werkvoorraad_thirty_days_ahead(self, visit: Visit) -> None:
        """With the day, leading to the list."""
        page = visit("omar").get("/", headers={"accept-language": "en"}).content.decode()

        assert "Lapses if nobody decides" in page
        assert 'href="/bewaren/vervaldagen"' in page


class TestWhatWasDestroyed:
    """The certificates, by period."""

    def test_is_shown_to_a_kernpartij(self, visit: Visit, settings: Settings) -> None:
        """What kind, how many, when; and nothing in a period without any."""
        nummer = Dossier.objects.get().nummer
        night(date(2026, 12, 4))
        settings.CASUSTAFEL_ON = date(2026, 12, 5)
        page = read(visit("gerda"), "certificaten", "?van=2026-12-01")

        assert '<time datetime="2026-12-04">' in page
        assert "signals: 1" in page
        assert nummer not in page
        assert "Nothing was destroyed" in read(visit("gerda"), "certificaten", "?tot=2026-12-03")


class TestWhatTheNightsDid:
    """Numbers, and a warning where a night was missed."""

    def test_are_numbers(self, visit: Visit) -> None:
        """The night of today is there."""
        night(date(2026, 5, 20))
        page = read(visit("ulla"), "nachten")

        assert '<time datetime="2026-05-20">' in page
        assert "A night was missed" not in page

    def test_warn_of_a_missed_night(self, visit: Visit) -> None:
        """Where it was not."""
        assert "A night was missed" in read(visit("gerda"), "nachten")


class TestEverybodyElse:
    """Those who may not see a page do not know of it."""

    @pytest.mark.parametrize("name", ["rik", "bente", "anna"])
    def test_has_no_page(self, visit: Visit, name: str) -> None:
        """The answer is that of what does not exist, and the menu does not offer it."""
        client = visit(name)

        assert [client.get(f"/bewaren/{page}").status_code for page in PAGES] == [404, 404, 404]
        assert "/bewaren/" not in client.get("/convenant").content.decode()

    def test_has_the_pages_of_oversight(self, visit: Visit) -> None:
        """The toezichthouder sees what was destroyed and what the nights did, and no list of numbers."""
        client = visit("fatma")

        assert [client.get(f"/bewaren/{page}").status_code for page in PAGES] == [404, 200, 200]
