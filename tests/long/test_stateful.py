"""No sequence of acts leads where the covenant does not go: 2,000 walks of 30 acts by random people."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pytest_django.plugin import DjangoDbBlocker

from casustafel.acts.edge import at
from casustafel.conf.lists import load_all
from casustafel.jobs.relay import relay
from tests.matrix.asked import ASKED
from tests.matrix.built import built, undone
from tests.matrix.every import ROWS
from tests.matrix.paths import TABLE_ROUTES
from tests.matrix.roles import SEATS
from tests.matrix.walk import begin, leaks, lost, unknown_ways
from tests.matrix.world import World

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("8.5"), pytest.mark.article("10.4")]
SEQUENCES = 2_000
ACTS_IN_ONE = 30
RELAY = "(the relay)"
NEXT_DAY = "(the next day)"
RESULT = Path(__file__).parents[2] / "results" / "stateful.json"


@pytest.fixture(scope="module")
def world(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[World]:
    """Build the world once; every walk is taken back."""
    assert django_db_setup is None
    load_all()
    with built(django_db_blocker, tmp_path_factory.mktemp("sleutels")) as world:
        yield world


def able(code: str) -> list[str]:
    """Give who the law lets do an act at all: they come by more often than those who are refused."""
    return sorted(ROWS[code].may or SEATS)


# The bytes of the log's evidence are asked in the matrix; they are no part of the boards.
CODES = sorted(ASKED.keys() & TABLE_ROUTES.keys())
STEPS = st.sampled_from(CODES).flatmap(
    lambda code: st.tuples(
        st.just(code), st.one_of(st.sampled_from(able(code)), st.sampled_from(sorted(SEATS))), st.integers(0, 40)
    )
)
OTHER = st.sampled_from([(RELAY, "", 0), (NEXT_DAY, "", 1), (NEXT_DAY, "", 9)])
WALKS = st.lists(st.one_of(STEPS, STEPS, STEPS, OTHER), min_size=ACTS_IN_ONE, max_size=ACTS_IN_ONE)


class TestEveryWalk:
    """Whoever does what, in whatever order, with the relay late and days going by."""

    tally: ClassVar[Counter[str]] = Counter()

    @settings(
        max_examples=SEQUENCES,
        deadline=None,
        phases=(Phase.explicit, Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    @given(steps=WALKS)
    def test_stays_within_the_covenant(self, world: World, steps: list[tuple[str, str, int]]) -> None:
        """No unknown state, nothing for a non-participant, nothing chosen lost or unchosen gained."""
        with undone():
            walk = begin(world, edge=world.table.edge(0))
            assert list(unknown_ways(walk)) == []
            for code, role, pick in steps:
                if code == RELAY:
                    relay(edge=walk.edge)
                elif code == NEXT_DAY:
                    walk.edge = at(walk.edge.now + timedelta(days=pick))
                else:
                    walk.step(code, role, pick)
                assert list(unknown_ways(walk)) == []
            relay(edge=walk.edge)
            assert list(unknown_ways(walk)) == []
            assert list(leaks(walk)) == []
            assert list(lost(walk)) == []
            self.tally.update(walk.done)

    def test_did_every_act_that_somebody_may_do(self) -> None:
        """Otherwise the walks proved less than they seem to."""
        RESULT.parent.mkdir(exist_ok=True)
        RESULT.write_text(json.dumps({"sequences": SEQUENCES, "acts": ACTS_IN_ONE, "done": dict(self.tally)}))

        assert {code for code in CODES if ROWS[code].may} - set(self.tally) == set()
