"""The paths of meetings: the same for each board."""

from collections.abc import Iterator

from django.urls import URLPattern, path

from casustafel.convenant.overleg import Bord
from casustafel.web.overleg import lists, pages, stap


def _paths(bord: Bord) -> Iterator[URLPattern]:
    one, name = f"{bord}/<uuid:overleg_id>", f"overleg-{bord}"
    yield path(f"{bord}/nieuw", lists.plan, {"bord": bord}, name=f"plan-{name}")
    yield path(one, pages.agenda, {"bord": bord}, name=name)
    yield path(f"{one}/verplaatsen", lists.move, {"bord": bord}, name=f"{name}-verplaatsen")
    yield path(f"{one}/onderwerpen", pages.onderwerpen, {"bord": bord}, name=f"{name}-onderwerpen")
    yield path(f"{one}/aanwezig", pages.aanwezig, {"bord": bord}, name=f"{name}-aanwezig")
    yield path(f"{one}/bespreken", pages.bespreken, {"bord": bord}, name=f"{name}-bespreken")
    yield path(f"{one}/stand", pages.stand, {"bord": bord}, name=f"{name}-stand")
    yield path(f"{one}/afronden", pages.afronden, {"bord": bord}, name=f"{name}-afronden")
    yield path(f"{one}/stap", stap.stap, {"bord": bord}, name=f"{name}-stap")
    yield path(f"{one}/afspraak.ics", lists.afspraak, {"bord": bord}, name=f"{name}-afspraak")


urlpatterns = [path("", lists.overleggen, name="overleggen"), *(one for bord in Bord for one in _paths(bord))]
