"""Every screen, knocked at by who lacks standing: no act is done, nothing is shown. Covenant 14.1, 15.2.c, 18.2.

The endpoints are in the matrix itself; a command asks nobody who they are. Together these are all doors.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final
from uuid import UUID, uuid4

import pytest
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from casustafel.acts.files import LOGBOEKEN
from casustafel.bestand.log import Gevolg
from casustafel.conf.lists import doors
from tests.gate.test_doors import EMPTY_FORMS
from tests.matrix.built import built, undone
from tests.matrix.world import World
from tests.signing_in import sign_in

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("14.1"), pytest.mark.article("15.2.c")]

LACKING: Final = (
    "secrecy not accepted",
    "authorisation that ended",
    "authorisation that was withdrawn",
    "party that left, at the table",
)
STANDS: Final = "kernpartij at the table"
# 14.1: who has not accepted the secrecy text yet reads it, to accept it. 11.1: the covenant itself is published.
HARMLESS: Final = frozenset({"read-geheimhouding", "accept-geheimhouding", "open-convenant"})
# Pages that are composed of lists: with each list refused they hold nothing.
COMPOSED: Final = frozenset({"/", "/overleg/"})
PARAMETER: Final = re.compile(r"<(?:(\w+):)?(\w+)>")
HELD: Final = {"dossier_id": "dossierId", "casus_id": "casusId", "verzoek_id": "betrokkeneverzoekId"}
PLAIN: Final = {"slug": "weegploeg", "str": "weegploeg", "int": "1"}


@pytest.fixture(scope="module")
def world(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[World]:
    """Build the world of the matrix."""
    assert django_db_setup is None
    with built(django_db_blocker, tmp_path_factory.mktemp("sleutels")) as world:
        yield world


def screens() -> list[str]:
    """Give the path of every screen that does an act other than those that are harmless."""
    found = [(row["door"], row["act"]) for row in doors() if row["kind"] == "screen"]
    return [door for door, act in found if not act.startswith("closed") and not set(act.split(", ")) <= HARMLESS]


def filled(path: str, world: World) -> str:
    """Fill a path in with what is there: a dossier, a casus, a request; anything else is nowhere."""

    def value(found: re.Match[str]) -> str:
        kind, name = found.group(1) or "str", found.group(2)
        if kind != "uuid":
            return PLAIN[kind]
        held = HELD.get(name) or ("casusId" if "/casussen/" in path else "dossierId" if "/dossiers/" in path else "")
        known = world.holders.get(held, {}) if name in HELD or name == "houder_id" else {}
        return str(next(iter(known.values()), uuid4()))

    return PARAMETER.sub(value, path)


def done_by(medewerker_id: UUID) -> set[str]:
    """Give the acts that the logs have of somebody, but for what was refused and what is harmless."""
    return {
        daad
        for logboek in LOGBOEKEN.values()
        for daad, gevolg in logboek.regels._default_manager.filter(medewerker_id=medewerker_id).values_list(
            "daad", "gevolg"
        )
        if gevolg != Gevolg.REFUSED.value and daad not in HARMLESS
    }


def knocked(world: World, role: str) -> tuple[dict[str, set[int]], set[str]]:
    """Knock at every screen as one of the people; give the statuses by path, and the acts that were done meanwhile."""
    plaats = world.people[role].plaats
    assert plaats is not None
    statuses: defaultdict[str, set[int]] = defaultdict(set)
    acts: set[str] = set()
    client = sign_in(Client(raise_request_exception=False), plaats.medewerker_id)
    before = done_by(plaats.medewerker_id)
    for path in screens():
        for method in ("get", "post"):
            with undone():
                answer = getattr(client, method)(filled(path, world))
                statuses[path].add(answer.status_code)
                acts |= done_by(plaats.medewerker_id) - before
    return statuses, acts


@pytest.mark.parametrize("role", LACKING)
def test_no_screen_does_or_shows_anything(world: World, role: str) -> None:
    """The answer is to go somewhere else first, or that there is nothing here; the logs have no act."""
    statuses, acts = knocked(world, role)

    assert acts == set()
    shown = {path for path, found in statuses.items() if not found <= {302, 403, 404, 405}}
    assert shown <= EMPTY_FORMS | COMPOSED


def test_the_screens_do_open_for_who_has_standing(world: World) -> None:
    """So that the test above is about who knocks, and not about how."""
    statuses, acts = knocked(world, STANDS)

    assert sum(200 in found for found in statuses.values()) > 50
    assert len(acts) > 20
