"""Fixtures for every test: real databases, a set moment, and invented people who act through the gate."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from django.core.management import call_command
from django.db import connections
from django.test.utils import override_settings
from pytest_django.fixtures import Settings
from pytest_django.plugin import DjangoDbBlocker

from casustafel.acts.edge import at
from casustafel.acts.gate import do, enter
from casustafel.acts.places import Plaats, places
from casustafel.acts.register.geheimhouding import AcceptGeheimhouding, accept_geheimhouding
from casustafel.acts.register.load_convenant import LoadConvenant, load_convenant
from casustafel.acts.register.load_people import LoadPeople, load_people
from casustafel.acts.register.operator import make_keys, operator
from casustafel.demo.dossiers import load
from casustafel.demo.example import example
from casustafel.demo.table import Table

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
PAST_DAYS = 150


def afternoon() -> AbstractContextManager[object]:
    """Stand in the afternoon of the day of the tests: what was given at `NOW` holds, at whatever hour they run."""
    return time_machine.travel(NOW + timedelta(hours=4))


@pytest.fixture(autouse=True)
def _static_files_when_asked(settings: Settings) -> None:
    """Look for a style sheet when it is asked for: a test's client would otherwise look through all of them first."""
    settings.WHITENOISE_AUTOREFRESH = True


@pytest.fixture
def keys(tmp_path: Path, settings: Settings) -> Path:
    """Give the installation of a test its own keys."""
    settings.CASUSTAFEL_KEYS = tmp_path / "sleutels"
    settings.CASUSTAFEL_RESERVE = tmp_path / "reserve"
    make_keys()
    return tmp_path / "sleutels"


def seat(*, now: datetime, code: str = "lindewaard") -> Table:
    """Seat the invented people of the example covenant; all accepted the secrecy text, some months ago."""
    edge = at(now - timedelta(days=PAST_DAYS))
    convenant = LoadConvenant.model_validate({**example("convenant.toml"), "code": code})
    do(load_convenant, wie=operator(), invoer=convenant, edge=edge)
    text = LoadPeople.model_validate(example("mensen.toml")).model_dump_json()
    people = text.replace('"lindewaard"', f'"{code}"').replace("@", f"@{code}.")
    seats: dict[str, Plaats] = {}
    for one in do(load_people, wie=operator(), invoer=LoadPeople.model_validate_json(people), edge=edge):
        (place,) = places(one.medewerker_id, edge=edge)
        invoer = AcceptGeheimhouding(versie=convenant.geheimhouding.versie)
        do(accept_geheimhouding, wie=enter(place.plaats, edge=edge), invoer=invoer, edge=edge)
        seats[one.email.partition("@")[0]] = place.plaats
    return Table(people=seats, now=now)


@pytest.fixture
def table(keys: Path) -> Table:
    """Seat the invented people at the table of a test."""
    assert keys.is_dir()
    return seat(now=NOW)


@pytest.fixture
def the_day(settings: Settings) -> Iterator[None]:
    """Let the screens and the API see the day of the tests."""
    settings.CASUSTAFEL_ON = NOW.date()
    with afternoon():
        yield


@pytest.fixture(scope="module")
def worlds(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[list[Table]]:
    """Fill two covenants with all invented dossiers, once for a module of tests that only look."""
    assert django_db_setup is None
    keys, reserve = (tmp_path_factory.mktemp(name) for name in ("sleutels", "reserve"))
    with override_settings(CASUSTAFEL_KEYS=keys, CASUSTAFEL_RESERVE=reserve), django_db_blocker.unblock():
        make_keys()
        tables = [seat(now=NOW), seat(now=NOW, code="elders")]
        for one in tables:
            load(one)
        yield tables
        for alias in connections:
            call_command("flush", database=alias, verbosity=0, interactive=False)
