"""No sequence of acts leads where the covenant does not go: 2,000 walks of 30 acts by random people."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from itertools import islice
from pathlib import Path
from random import Random
from typing import ClassVar, Final

import pytest
from pytest_django.plugin import DjangoDbBlocker

from casustafel.acts.edge import at
from casustafel.conf.lists import load_all
from casustafel.jobs.relay import relay
from tests.matrix.asked import ASKED
from tests.matrix.built import built, undone
from tests.matrix.every import ROWS
from tests.matrix.paths import TABLE_ROUTES
from tests.matrix.roles import SEATS
from tests.matrix.walk import Walk, begin, leaks, lost, unknown_ways
from tests.matrix.world import World

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("8.5"), pytest.mark.article("10.4")]
SEQUENCES: Final = 2_000
ACTS_IN_ONE: Final = 30
RESULT = Path(__file__).parents[2] / "results" / "stateful.json"
# The bytes of the log's evidence are asked in the matrix; they are no part of the boards.
CODES: Final = sorted(ASKED.keys() & TABLE_ROUTES.keys())
Step = tuple[str, str, int]


@pytest.fixture(scope="module")
def world(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[World]:
    """Build the world once; every walk is taken back."""
    assert django_db_setup is None
    load_all()
    with built(django_db_blocker, tmp_path_factory.mktemp("sleutels")) as world:
        yield world


def steps(rng: Random) -> Iterator[Step]:
    """Draw who tries what, where: those whom the law lets do an act at all come by more often than those it refuses."""
    while True:
        code = rng.choice(CODES)
        able = sorted(ROWS[code].may or SEATS)
        role = rng.choice(able if rng.random() < 0.75 else sorted(SEATS))
        yield code, role, rng.randrange(40)


def go(walk: Walk, step: Step, rng: Random) -> None:
    """Take one step; now and then the relay comes by, or days go by first."""
    if rng.random() < 0.2:
        relay(edge=walk.edge)
    if rng.random() < 0.1:
        walk.edge = at(walk.edge.now + timedelta(days=rng.choice((1, 9))))
    walk.step(*step)


class TestEveryWalk:
    """Whoever does what, in whatever order, with the relay late and days going by."""

    tally: ClassVar[Counter[str]] = Counter()

    def test_stays_within_the_covenant(self, world: World) -> None:
        """No unknown state, nothing for a non-participant, nothing chosen lost or unchosen gained."""
        for number in range(SEQUENCES):
            rng = Random(number)  # noqa: S311  # a walk that can be walked again, no secret
            walked = list(islice(steps(rng), ACTS_IN_ONE))
            with undone():
                walk = begin(world, edge=world.table.edge(0))
                assert list(unknown_ways(walk)) == []
                for step in walked:
                    go(walk, step, rng)
                    assert list(unknown_ways(walk)) == [], f"walk {number}: {walked}"
                relay(edge=walk.edge)
                wrong = [*unknown_ways(walk), *leaks(walk, rng), *lost(walk)]
                assert wrong == [], f"walk {number}: {walked}"
                self.tally.update(walk.done)

    def test_did_every_act_that_somebody_may_do(self) -> None:
        """Otherwise the walks proved less than they seem to."""
        RESULT.parent.mkdir(exist_ok=True)
        figures = {"sequences": SEQUENCES, "acts": ACTS_IN_ONE, "done": dict(sorted(self.tally.items()))}
        RESULT.write_text(json.dumps(figures))

        assert {code for code in CODES if ROWS[code].may} - set(self.tally) == set()
