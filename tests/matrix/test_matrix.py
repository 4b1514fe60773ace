"""Every act × every kind of person × every state, asked over HTTP: done, refused, or as if it did not exist."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from pytest_django.plugin import DjangoDbBlocker

from casustafel.acts.gate import ACTS
from casustafel.api.routes import BASE, Route
from tests.api.caller import Answer, Caller
from tests.matrix.asked import ASKED, Cell, Request
from tests.matrix.built import built, undone
from tests.matrix.every import ROWS
from tests.matrix.expected import ON_A_SCREEN, STATES, WITHOUT_A_FACE
from tests.matrix.paths import ALL_ROUTES, holder_name, is_holder
from tests.matrix.roles import SEATS
from tests.matrix.world import World

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("8.4"), pytest.mark.article("10.4")]

NOWHERE = UUID(int=7)
DONE = {200, 201, 204}
REFUSED = {400, 403, 409}


@pytest.fixture(scope="module")
def world(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[World]:
    """Build the world once; every cell is taken back."""
    assert django_db_setup is None
    with built(django_db_blocker, tmp_path_factory.mktemp("sleutels")) as world:
        yield world


def _ask(route: Route, request: Request, caller: Caller, *, houder_id: UUID) -> Answer:
    path = BASE + route.path
    for name in route.parameters:
        value = str(houder_id) if is_holder(name) else (request.path or {})[name]
        path = path.replace("{" + name + "}", value)
    return caller.call(route.method, path + request.query, request.body)


def states_of(code: str) -> dict[str, str]:
    """Give the states in which an act is asked, each with what it is asked on: a dossier, a casus, or nothing."""
    name = holder_name(ALL_ROUTES[code])
    return dict.fromkeys(sorted(STATES[name]), name) if name else {"-": ""}


class TestTheTable:
    """The table of what is expected."""

    def test_has_a_row_for_every_act(self) -> None:
        """A new act gets its row in expected.py, by hand from the law page, and how it is asked in asked.py."""
        assert set(ROWS) | WITHOUT_A_FACE | ON_A_SCREEN == set(ACTS)
        assert set(ASKED) == set(ROWS)

    def test_expects_each_answer_somewhere(self) -> None:
        """A table that expected the same of everything would prove nothing."""
        found = {row.outcome(role, state) for code, row in ROWS.items() for role in SEATS for state in states_of(code)}

        assert found == {"done", "refused", "hidden"}


@pytest.mark.parametrize("code", sorted(ROWS))
class TestEveryCell:
    """One act, for every kind of person and every state."""

    def test_is_answered_as_the_law_says(self, world: World, code: str) -> None:
        """Done, refused, or the very bytes of what does not exist."""
        wrong = []
        for state in states_of(code):
            for role in SEATS:
                expected = ROWS[code].outcome(role, state)
                got = answer_of(world, code, role=role, state=state)
                if got != expected:
                    wrong.append(f"{role}, {state}: expected {expected}, got {got}")
        assert not wrong, "\n".join(wrong)


def answer_of(world: World, code: str, *, role: str, state: str) -> str:
    """Ask one act as one kind of person in one state, take it back, and say what came of it."""
    route = ALL_ROUTES[code]
    person = world.people[role]
    caller = Caller(token=person.token, taak=person.taak or "")
    houder_id = world.holders.get(holder_name(route), {}).get(state, NOWHERE)
    request = ASKED[code](Cell(world, role, state, houder_id))
    with undone():
        answer = _ask(route, request, caller, houder_id=houder_id)
    if answer.status in DONE:
        return "done"
    if answer.status in REFUSED:
        return "refused"
    if not person.token:
        return "hidden" if answer.status == 401 else str(answer.status)
    nothing = _nothing(world, route, request, caller, role=role) if state != "-" else answer
    is_same = (answer.status, answer.content) == (nothing.status, nothing.content)
    return "hidden" if answer.status == 404 and is_same else f"{answer.status} {answer.content[:200]!r}"


def _nothing(world: World, route: Route, request: Request, caller: Caller, *, role: str) -> Answer:
    """Ask the same of what does not exist, once for each endpoint and person."""
    answers: dict[tuple[str, str, str], Answer] = world.things.setdefault("nothing", {})
    key = (route.method, route.path, role)
    if key not in answers:
        answers[key] = _ask(route, request, caller, houder_id=NOWHERE)
    return answers[key]
