"""A partner to whom data was disclosed is told when it was destroyed at its source. Covenant 10.5, 13.1, 14.2."""

from datetime import date, datetime, time, timedelta

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from casustafel.acts.bewaring.berichten import find_werk_vernietigd
from casustafel.acts.edge import LOCAL, Edge, at
from casustafel.acts.gate import Refused, do
from casustafel.acts.invoer import Niets
from casustafel.archief.models import Vernietigbericht
from casustafel.casusoverleg.models import Casus
from casustafel.convenant.doorverstrekking import nummer_of
from casustafel.convenant.feit import Wie
from casustafel.demo.table import Table
from casustafel.jobs.nachtwerk import nachtwerk
from casustafel.register.models import Autorisatie
from tests.canary import Canaries
from tests.evidence.stage import Stage
from tests.signing_in import sign_in

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("13.1", "10.5", "14.2")]
A_DAY = timedelta(days=1)
GONE = date(2031, 3, 3)
PARTIES = ("gerda", "omar", "petra", "rik", "rens")


def on(day: date) -> Edge:
    """Stand at noon of a day."""
    return at(datetime.combine(day, time(12), LOCAL))


def told(wie: Wie, day: date) -> list[tuple[str, date | None]]:
    """Give what somebody is told to destroy, from both files."""
    found = [do(act, wie=wie, invoer=Niets(), edge=on(day)) for act in find_werk_vernietigd]
    return [(row.nummer, row.uiterlijk_op) for lijst in found for row in lijst.werk]


@pytest.fixture
def number(table: Table) -> str:
    """Disclose to the partner, and ask for another disclosure that is never given; gives the number of the first."""
    Autorisatie.objects.update(tot=date(2036, 1, 1))
    casus = Stage(table=table, canaries=Canaries()).casus(betrokken=("gerda", "petra", "bente"))
    given, _asked = (
        casus.ask_to_disclose(
            "petra", to="bente", noodzaak="maatregel-uitvoeren", tekst="Nodig.", in_days=30, days_ago=0
        )
        for _ in range(2)
    )
    casus.permit(given, *PARTIES, days_ago=0)
    return nummer_of(given)


class TestWhatWasDisclosed:
    """The number by which the partner knew it, from the day of destruction on, for ninety days."""

    def test_is_told_when_it_is_destroyed_in_the_archive(self, table: Table, number: str) -> None:
        """Not when it is moved there; what was only asked is not told."""
        nachtwerk(edge=on(date(2027, 1, 31)))
        assert told(table.who("bente"), date(2027, 2, 1)) == []
        nachtwerk(edge=on(GONE))
        assert told(table.who("bente"), GONE) == [(number, GONE)]
        assert told(table.who("bente"), GONE + 90 * A_DAY) == [(number, GONE)]
        assert told(table.who("bente"), GONE + 91 * A_DAY) == []

    def test_is_told_when_it_is_destroyed_in_the_casusoverleg(self, table: Table, number: str) -> None:
        """Where no night was there to move it."""
        nachtwerk(edge=on(GONE))
        assert not Casus.objects.exists()
        assert told(table.who("bente"), GONE) == [(number, GONE)]

    def test_is_told_to_nobody_else(self, table: Table, number: str) -> None:
        """Another partner has nothing, and a party has no such list."""
        assert number
        nachtwerk(edge=on(GONE))
        assert told(table.who("roc"), GONE) == []
        with pytest.raises(Refused):
            told(table.who("petra"), GONE)

    def test_goes_after_ninety_days(self, table: Table, number: str) -> None:
        """The notice is deleted by the night's work."""
        assert table.people
        assert number
        nachtwerk(edge=on(date(2027, 1, 31)))
        nachtwerk(edge=on(GONE))
        nachtwerk(edge=on(GONE + 90 * A_DAY))
        assert Vernietigbericht.objects.exists()
        nachtwerk(edge=on(GONE + 91 * A_DAY))
        assert not Vernietigbericht.objects.exists()


class TestThePage:
    """The werkvoorraad of the partner leads to its list of data."""

    def test_says_what_to_destroy(self, table: Table, number: str, settings: Settings) -> None:
        """By number and day."""
        nachtwerk(edge=on(GONE))
        settings.CASUSTAFEL_ON = GONE
        client = Client(headers={"accept-language": "en"})
        sign_in(client, table.people["bente"].medewerker_id)
        home = client.get("/").content.decode()
        page = client.get("/doorverstrekkingen").content.decode()

        assert "Destroy what you were given" in home
        assert number in home
        assert number in page
        assert '<time datetime="2031-03-03">' in page
