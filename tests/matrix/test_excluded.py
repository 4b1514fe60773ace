"""Every act on every file, in every state, asked by somebody who is kept away from the subject. Covenant 15.2.b."""

from collections.abc import Iterator
from typing import Final

import pytest
from pytest_django.plugin import DjangoDbBlocker

from casustafel.archief.models import Dossier as ArchiefDossier
from casustafel.betrokkene.models import Stuk
from casustafel.casusoverleg.models import Casus
from casustafel.convenant.stuk import VerzoekStuk
from casustafel.weegploeg.models import Dossier
from tests.matrix.built import built, keep_away
from tests.matrix.every import ROWS
from tests.matrix.expected import STATES
from tests.matrix.paths import ALL_ROUTES, holder_name
from tests.matrix.test_matrix import answer_of
from tests.matrix.world import World

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("15.2.b")]

# By the name that a path of the API gives to what the act is on: what is on one subject.
ON_A_SUBJECT: Final = ("dossierId", "casusId", "doorverstrekkingId", "archiefId", "betrokkeneverzoekId")
KEPT_AWAY: Final = ("kernpartij at the table", "casuspartij at the table", "partner at the table")


@pytest.fixture(scope="module")
def excluding(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[World]:
    """Build the world, and keep three people away from every subject in it."""
    assert django_db_setup is None
    with built(django_db_blocker, tmp_path_factory.mktemp("sleutels")) as world:
        for role in KEPT_AWAY:
            plaats = world.people[role].plaats
            assert plaats is not None
            found = (model._base_manager.values_list("id", flat=True) for model in (Dossier, Casus, ArchiefDossier))
            keep_away(world, plaats, {one for some in found for one in some})
        yield world


def _states(world: World, name: str) -> list[str]:
    """Give the states in which there is a subject: of a request, those in which its dossiers were found."""
    if name != "betrokkeneverzoekId":
        return sorted(STATES[name])
    treffers = Stuk.objects.filter(soort=VerzoekStuk.TREFFER.value)
    found = set(treffers.values_list("houder_id", flat=True))
    return sorted(state for state, houder_id in world.verzoeken.items() if houder_id in found)


@pytest.mark.parametrize("role", KEPT_AWAY)
def test_nothing_on_the_subject_is_there(excluding: World, role: str) -> None:
    """Whatever they could do or see before: the answer is that of what does not exist."""
    seen, asked, could = [], 0, 0
    for code in sorted(ROWS):
        name = holder_name(ALL_ROUTES[code])
        for state in _states(excluding, name) if name in ON_A_SUBJECT else ():
            asked += 1
            could += ROWS[code].outcome(role, state) != "hidden"
            answer = answer_of(excluding, code, role=role, state=state)
            if answer != "hidden":
                seen.append(f"{code}, {state}: {answer}")
    assert not seen, "\n".join(seen)
    assert asked > could > 50
