"""Carry out the terms of dossiers and casussen: intent → key → end of the epoch → rows and certificate. Covenant 13.

A crash at any moment leaves what the next run finishes; two runs at once, or one twice, end the same.
"""

from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from datetime import date

from casustafel.acts.bewaring.behoud import BEHOUD, KeepAfgeschermd
from casustafel.acts.bewaring.due import Delen, archived, elders_of, incidents, marked, requests, subjects, systemen
from casustafel.acts.bewaring.sleutels import destroy_keys
from casustafel.acts.bewaring.vernietiging import (
    BeginVernietiging,
    FinishVernietiging,
    Stappen,
    WithdrawVernietiging,
)
from casustafel.acts.bewaring.verval import RecordVerval, record_verval
from casustafel.acts.edge import Edge
from casustafel.acts.gate import Refused, perform_on
from casustafel.acts.health import DAMAGED
from casustafel.convenant.bewaring import A_DAY, BewaarFeit, Certificaat, Wijze, lapses_on, quiet_since
from casustafel.convenant.eigen_termijn import term_of
from casustafel.convenant.feit import Wie
from casustafel.convenant.regime import TermijnCode
from casustafel.convenant.termijn import ended_before


def record_lapses(wie: Wie, found: Iterable[Delen], *, edge: Edge) -> int:
    """Record outcome 2 for the dossiers on which nobody decided in time. Covenant 7.4."""
    return sum(_lapse(wie, feit, edge=edge) for delen in found for _stappen, feit in delen.feiten)


def _lapse(wie: Wie, feit: BewaarFeit, *, edge: Edge) -> bool:
    on = lapses_on(feit.kop, wie.convenant) if feit.kop is not None else None
    if on is None or edge.day < on or feit.vernietigen_op is not None:
        return False
    with suppress(Refused, *DAMAGED):  # somebody was first; what does not open is destroyed all the same, in its time
        perform_on(record_verval, wie=wie, invoer=RecordVerval(houder_id=feit.id), edge=edge)
        return True
    return False


def due_in(wie: Wie, *, day: date) -> Iterable[Delen]:
    """Give the subjects of a covenant of which something may have to go, move, or be recorded, on a day."""
    until = [
        ended_before(day, termijn=term_of(wie.convenant, TermijnCode.BEWAREN)),
        quiet_since(wie.convenant, day=day),
    ]
    closed = ended_before(day + A_DAY, termijn=term_of(wie.convenant, TermijnCode.ARCHIVEREN_AFGESLOTEN))
    return subjects(wie.convenant.id, until=max(until), afgesloten_until=closed)


def archived_in(wie: Wie, *, day: date) -> Iterable[Delen]:
    """Give the subjects in the archive of a covenant that may have to go on a day."""
    return archived(wie.convenant.id, until=ended_before(day, termijn=term_of(wie.convenant, TermijnCode.BEWAREN)))


def requests_in(wie: Wie, *, day: date) -> Iterable[Delen]:
    """Give the requests of a covenant that may have to go on a day: about no dossier, or about one that is gone."""
    return requests(wie.convenant.id, until=ended_before(day, termijn=term_of(wie.convenant, TermijnCode.LOS_VERZOEK)))


def incidents_in(wie: Wie, *, day: date) -> Iterable[Delen]:
    """Give the incidents of a covenant that may have to go on a day: three years after they were settled."""
    return incidents(wie.convenant.id, until=ended_before(day, termijn=term_of(wie.convenant, TermijnCode.INCIDENT)))


def mark(wie: Wie, found: Iterable[Delen], *, edge: Edge) -> int:
    """Mark what is past its term, and take a mark back that no longer holds; tells how many subjects were marked."""
    return sum(_mark(wie, delen, edge=edge) for delen in found)


def _mark(wie: Wie, delen: Delen, *, edge: Edge) -> bool:
    """Mark all parts of a subject, or none: casework between two intents takes the first one back."""
    if not delen.is_past(wie.convenant, day=edge.day):
        _unmark(wie, delen, edge=edge)
        return False
    _keep(wie, delen, edge=edge)
    open_parts = [(stappen, feit) for stappen, feit in delen.feiten if feit.vernietigen_op is None]
    for stappen, feit in open_parts:
        invoer = BeginVernietiging(houder_id=feit.id, elders_op=delen.elders_op(feit))
        try:
            perform_on(stappen.begin, wie=wie, invoer=invoer, edge=edge)
        except Refused:
            _unmark(wie, delen, edge=edge)
            return False
    return bool(open_parts)


def _keep(wie: Wie, delen: Delen, *, edge: Edge) -> None:
    """Set apart what is kept past its term, before anything of a subject is marked. Covenant 13; AVG 18."""
    for stappen, feit in delen.feiten:
        if feit.behoudt and feit.vernietigen_op is None and stappen.bestand in BEHOUD:
            with suppress(Refused):  # another run was first
                perform_on(BEHOUD[stappen.bestand], wie=wie, invoer=KeepAfgeschermd(houder_id=feit.id), edge=edge)


def _unmark(wie: Wie, delen: Delen, *, edge: Edge) -> None:
    for stappen, feit in delen.feiten:
        now = stappen.facts([feit.id], lock=False).get(feit.id)
        if now is not None and now.vernietigen_op is not None and now.gearchiveerd_op is None:
            with suppress(Refused):  # its key is gone already
                perform_on(stappen.withdraw, wie=wie, invoer=WithdrawVernietiging(houder_id=feit.id), edge=edge)


def destroy_marked(*, edge: Edge) -> Counter[Wijze]:
    """Destroy the keys of what was marked in every file, end their epoch, then remove the rows; counts them by way.

    What waits to reach the archive stays until it has. The ids are in the journal before a key goes. The epoch ends
    before a certificate says so.
    """
    leaving = [(stappen, feit) for stappen, feit in marked() if not feit.onderweg and _is_whole(feit)]
    done: Counter[Wijze] = Counter()
    if not leaving:
        return done
    tijdperk = destroy_keys(leaving, day=edge.day)
    wie = {one.convenant.id: one for one in systemen(day=edge.day)}
    for stappen, feit in leaving:
        certificaat = _finish(wie[feit.convenant_id], stappen, feit, tijdperk, edge=edge)
        if certificaat is not None:
            done[certificaat.wijze] += 1
    return done


def _is_whole(feit: BewaarFeit) -> bool:
    """Tell whether the other part of the subject is marked too, or gone."""
    if feit.elders_id is None or feit.gearchiveerd_op is not None:
        return True
    other = elders_of(feit)
    return other is None or other.vernietigen_op is not None


def _finish(wie: Wie, stappen: Stappen, feit: BewaarFeit, tijdperk: int, *, edge: Edge) -> Certificaat | None:
    invoer = FinishVernietiging(houder_id=feit.id, tijdperk=tijdperk)
    with suppress(Refused):  # another run finished it
        return perform_on(stappen.finish, wie=wie, invoer=invoer, edge=edge)
    return None
