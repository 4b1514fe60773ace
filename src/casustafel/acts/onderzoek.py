"""Look whether files, keys and journal fit each other: plain columns and ids only, so no act. Covenant 13.1, 15.1."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

from casustafel.acts.bewaring.due import orphans
from casustafel.acts.bewaring.sleutels import is_waiting
from casustafel.acts.bewaring.vernietiging import IN_CASUSOVERLEG, IN_WEEGPLOEG, Stappen
from casustafel.acts.edge import Edge
from casustafel.acts.gaafheid import KEURINGEN
from casustafel.acts.toezicht.verzegelen import Bevinding, checks_of_logs
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.gaafheid import Gebrek
from casustafel.convenant.bewaring import A_DAY, BewaarFeit
from casustafel.kluis import store as kluis

LONGEST_UNDER_WAY = timedelta(hours=1)


def unopened_keys() -> Iterator[tuple[UUID, Gebrek]]:
    """Give the dossiers whose key does not open."""
    for bestand, dossier_id, wat in kluis.unopened():
        yield dossier_id, Gebrek(bestand="kluis", tabel=bestand, id=str(dossier_id), wat=wat, is_aantasting=True)


def keys_and_rows(*, edge: Edge) -> Iterator[tuple[UUID, Gebrek]]:
    """Give every dossier without its key, every key without its record, and what was destroyed and is there.

    A key of today or yesterday may wait for its record: it comes first.
    """
    noted = kluis.destroyed_ids()
    for bestand, keuring in KEURINGEN.items():
        naam, keys = keuring.gaafheid.naam, kluis.holders(bestand)
        rows = {one for page in keuring.gaafheid.pages() for one in page}
        for wat, ids in (
            ("it has no key: nothing of it can be opened", rows - keys - noted[bestand]),
            ("it was destroyed, and its rows are there; the night's work removes them", rows & noted[bestand]),
        ):
            for one in sorted(ids):
                yield one, Gebrek(bestand=naam, id=str(one), wat=wat, is_aantasting=True)
        for one in sorted(keys & noted[bestand]):
            wat = "it was destroyed, and its key is there; the night's work or a restore destroys it"
            yield one, Gebrek(bestand="kluis", tabel=naam, id=str(one), wat=wat, is_aantasting=True)
    for stappen, ids in () if is_waiting(day=edge.day) else orphans(made_before=edge.day - A_DAY):
        for one in sorted(ids - noted[stappen.bestand]):
            wat = "the key belongs to no record"
            yield one, Gebrek(bestand="kluis", tabel=stappen.bestand.value, id=str(one), wat=wat)


def plain_rows(*, edge: Edge) -> Iterator[Gebrek]:
    """Give pieces without a holder, certificates that were changed, and bundles that wait too long."""
    for keuring in KEURINGEN.values():
        yield from keuring.gaafheid.strays()
        yield from keuring.gaafheid.certificates()
        for soort, op in keuring.gaafheid.waiting_since().items():
            yield from _late(keuring.gaafheid.naam, soort, op, edge=edge)


def _late(naam: str, soort: str, op: datetime, *, edge: Edge) -> Iterator[Gebrek]:
    if edge.now - op > LONGEST_UNDER_WAY:
        wat = f"{soort} waits since {op:%Y-%m-%d %H:%M}; is the relay at work?"
        yield Gebrek(bestand=naam, tabel="Uitgaand", wat=wat)


def overdrachten() -> Iterator[Gebrek]:
    """Give every dossier whose casus is not there, and the other way round: a hand-over that is not complete."""
    noted = kluis.destroyed_ids()
    for here, there in ((IN_WEEGPLOEG, IN_CASUSOVERLEG), (IN_CASUSOVERLEG, IN_WEEGPLOEG)):
        keuring = KEURINGEN[here.bestand]
        for page in keuring.gaafheid.pages():
            yield from _unanswered(here, there, page, gone=noted[there.bestand])


def _unanswered(here: Stappen, there: Stappen, page: list[UUID], *, gone: set[UUID]) -> Iterator[Gebrek]:
    feiten = [feit for feit in here.facts(page, lock=False).values() if feit.elders_id is not None]
    others = there.facts([feit.elders_id for feit in feiten], lock=False)
    for feit in feiten:
        other = others.get(feit.elders_id) if feit.elders_id else None
        wat = _wrong_between(feit, other, there.bestand, gone=gone)
        if wat:
            naam = KEURINGEN[here.bestand].gaafheid.naam
            yield Gebrek(bestand=naam, id=str(feit.id), wat=wat, is_aantasting=True, convenant_id=feit.convenant_id)


def _wrong_between(feit: BewaarFeit, other: BewaarFeit | None, there: Bestand, *, gone: set[UUID]) -> str:
    if other is None:
        is_to_come = feit.onderweg > 0 or feit.elders_id in gone
        return "" if is_to_come else f"its other part is not in {there.value}, and no bundle is under way"
    return "" if other.elders_id == feit.id else f"its other part in {there.value} names another one"


def logs() -> Iterator[tuple[int, Gebrek]]:
    """Compute the evidence of the logs anew; gives with each finding how many rows were looked at so far."""
    for controle in checks_of_logs():
        for one in controle.findings():
            yield controle.rows, gebrek_of(one)


def gebrek_of(bevinding: Bevinding) -> Gebrek:
    """Give a finding in the evidence of a log like every other finding."""
    whose = bevinding.convenant_id
    place = f"{whose}/{bevinding.plaats}" if bevinding.plaats is not None else str(whose)
    return Gebrek(
        bestand=bevinding.bestand,
        tabel="LogRegel",
        id=place,
        wat=bevinding.wat,
        is_aantasting=True,
        convenant_id=whose,
    )
