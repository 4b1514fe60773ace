"""Build the world of the matrix for a run of tests, and take back whatever is done in it."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from uuid import UUID, uuid4

from django.core.management import call_command
from django.db import connections, transaction
from django.test.utils import override_settings
from pytest_django.plugin import DjangoDbBlocker

from casustafel.acts.register.operator import make_keys
from casustafel.convenant.rules.uitsluiting import Uitsluitgrond
from casustafel.register.beeld import Plaats
from casustafel.register.models import Autorisatie
from casustafel.register.store import uitsluiting
from tests.conftest import NOW, afternoon
from tests.matrix.archief import archieven
from tests.matrix.incident import incidenten
from tests.matrix.informeren import topics as informed
from tests.matrix.overleg import meetings
from tests.matrix.tafel import topics
from tests.matrix.toezicht import plan
from tests.matrix.verzoek import verzoeken
from tests.matrix.world import World, build


@contextmanager
def built(blocker: DjangoDbBlocker, keys: Path) -> Iterator[World]:
    """Give the world, with keys of its own in this folder, and empty every file afterwards."""
    with (
        override_settings(CASUSTAFEL_KEYS=keys, CASUSTAFEL_RESERVE=keys / "reserve", CASUSTAFEL_ON=NOW.date()),
        blocker.unblock(),
        afternoon(),
    ):
        make_keys()
        world = build(NOW, meetings, topics, informed, archieven, verzoeken, incidenten, plan)
        rik = world.people["casuspartij at the table"].plaats
        assert rik is not None
        held = Autorisatie.objects.filter(medewerker_id=rik.medewerker_id)
        world.things["uitgesloten"] = kept_away(world)
        world.things["autorisatie of rik"] = str(held.values_list("id", flat=True)[0])
        yield world
        for alias in connections:
            call_command("flush", database=alias, verbosity=0, interactive=False)


def kept_away(world: World) -> UUID:
    """Keep one person of the OM, who has no part in any of them, away from every dossier and casus."""
    plaats = world.people["kernpartij not at the table without the weegploeg role"].plaats
    assert plaats is not None
    keep_away(world, plaats, [*world.dossiers.values(), *world.casussen.values()])
    return plaats.medewerker_id


def keep_away(world: World, plaats: Plaats, houders: Iterable[UUID]) -> None:
    """Keep somebody away from these dossiers and casussen."""
    uitsluiting.add(
        [(uuid4(), houder_id) for houder_id in houders],
        medewerker_id=plaats.medewerker_id,
        convenant_id=plaats.convenant_id,
        grond=Uitsluitgrond.BEKENDE,
        op=world.table.now.date(),
        door="Iemand (verzonnen)",
    )


@contextmanager
def undone() -> Iterator[None]:
    """Take back whatever is done, in every file."""
    with ExitStack() as stack:
        for alias in connections:
            stack.enter_context(transaction.atomic(using=alias))
        yield
        for alias in connections:
            transaction.set_rollback(True, using=alias)
