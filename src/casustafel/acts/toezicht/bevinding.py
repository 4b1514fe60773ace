"""Let what a check finds open an incident: once for each finding, in every covenant that it is about. Covenant 15.2.g.

A check that runs again finds the same again: what stands in an incident opens no other, settled or not.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from casustafel.acts.bewaring.due import systemen
from casustafel.acts.disagreement import watch_disagreement
from casustafel.acts.edge import Edge
from casustafel.acts.gate import Act, perform
from casustafel.acts.toezicht.incident import OpenBevinding, open_bevinding
from casustafel.bestand.bestand import naam_of
from casustafel.bestand.gaafheid import Gebrek
from casustafel.bestand.logboek import INSTALLATION
from casustafel.convenant.feit import Wie
from casustafel.convenant.verdict import Verdict
from casustafel.toezicht import store


def open_incidenten(found: Iterable[Gebrek], *, edge: Edge) -> int:
    """Open an incident for each file in which something is touched that stands in none yet; tells how many."""
    touched = [one for one in found if one.is_aantasting]
    return sum(_open_in(wie, touched, edge=edge) for wie in systemen(day=edge.day)) if touched else 0


def _open_in(wie: Wie, touched: Iterable[Gebrek], *, edge: Edge) -> int:
    """Open those of one covenant: what is known to be its own, and what is of no covenant in particular."""
    by_file: defaultdict[str, list[str]] = defaultdict(list)
    for one in touched:
        if one.convenant_id in {None, INSTALLATION, wie.convenant.id}:
            by_file[one.bestand].append(one.line)
    fresh = {bestand: store.unknown(wie.convenant.id, lines) for bestand, lines in by_file.items()}
    for bestand, lines in fresh.items():
        if lines:
            invoer = OpenBevinding(bestand=bestand, bevindingen=tuple(lines))
            perform(open_bevinding, wie=wie, invoer=invoer, edge=edge)
    return sum(bool(lines) for lines in fresh.values())


def disagreed(act: Act[Any, Any], wie: Wie, verdicts: Iterable[Verdict], *, edge: Edge) -> None:
    """Open an incident where a list found what its rule does not allow: one for each list and reason, of no row."""
    codes = sorted({reason.code for verdict in verdicts for reason in verdict.reasons})
    wat = f"the filter of {act.code} found what its rule does not allow ({' '.join(codes)}); it was left out"
    gebrek = Gebrek(bestand=naam_of(act.bestand), wat=wat, is_aantasting=True, convenant_id=wie.convenant.id)
    open_incidenten([gebrek], edge=edge)


watch_disagreement(disagreed)
