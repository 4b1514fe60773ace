"""Look whether the installation is well, quickly or at every row; names what is not, never content. Covenant 15.1."""

from collections.abc import Callable, Iterable, Iterator
from uuid import UUID

from django.db import DatabaseError

from casustafel.acts.bewaring.due import systemen
from casustafel.acts.bewaring.reserve import reserve_faults, unsaved_keys
from casustafel.acts.edge import Edge
from casustafel.acts.gaafheid import KEURINGEN, check_rows
from casustafel.acts.health import Gebrek, databases, keys, pages_of_databases
from casustafel.acts.klok import clock_faults
from casustafel.acts.onderzoek import keys_and_rows, logs, overdrachten, plain_rows, unopened_keys
from casustafel.acts.toezicht.bevinding import open_incidenten
from casustafel.bestand.bestand import naam_of
from casustafel.seal.envelope import SealBroken
from casustafel.seal.keys import KeyMissing
from casustafel.seal.reserve import ReserveMissing

Told = Callable[[str, int], None]


def health(*, edge: Edge, is_deep: bool, told: Told) -> list[Gebrek]:
    """Give everything that was found, telling of each step how much that was.

    What was altered, removed or lost opens an incident, once. Covenant 15.2.g.
    """
    found: list[Gebrek] = []
    for naam, step in (*_quick(edge), *(_deep(edge) if is_deep else ())):
        before = len(found)
        found += _carefully(naam, step)
        told(naam, len(found) - before)
    found += _carefully("incidents", _open_incidenten(found, edge=edge))
    return found


def _open_incidenten(found: list[Gebrek], *, edge: Edge) -> Iterator[Gebrek]:
    """Open the incidents; nothing more is found by it, but that it could not be done."""
    open_incidenten(found, edge=edge)
    yield from ()


def _quick(edge: Edge) -> Iterator[tuple[str, Iterable[Gebrek]]]:
    yield "databases", databases()
    yield "keys", keys()
    yield "reserve", reserve_faults(day=edge.day)
    yield "clock", clock_faults(edge=edge)


def _deep(edge: Edge) -> Iterator[tuple[str, Iterable[Gebrek]]]:
    """Give the steps of the deep check; a row is opened only where its key opens."""
    without: set[UUID] = set()
    yield "pages", pages_of_databases()
    yield "kluis", _noting(unopened_keys, without)
    yield "keys and rows", _noting(lambda: keys_and_rows(edge=edge), without)
    yield "keys in reserve", unsaved_keys()
    for bestand, keuring in KEURINGEN.items():
        yield naam_of(bestand), check_rows(keuring, list(systemen(day=edge.day)), without=without, edge=edge)
    yield "hand-overs", overdrachten()
    yield "plain rows", plain_rows(edge=edge)
    yield "logs", (gebrek for _rows, gebrek in logs())


def _noting(step: Callable[[], Iterator[tuple[UUID, Gebrek]]], ids: set[UUID]) -> Iterator[Gebrek]:
    for one, gebrek in step():
        ids.add(one)
        yield gebrek


def _carefully(naam: str, step: Iterable[Gebrek]) -> Iterator[Gebrek]:
    """Go on where a step cannot: that it cannot is a finding too."""
    try:
        yield from step
    except DatabaseError as fault:
        yield Gebrek(bestand=naam, wat=f"this could not be looked at: {type(fault).__name__}: {fault}")
    except (KeyMissing, ReserveMissing, SealBroken) as fault:
        yield Gebrek(bestand=naam, wat=f"this could not be looked at: {type(fault).__name__} {fault}".rstrip())
