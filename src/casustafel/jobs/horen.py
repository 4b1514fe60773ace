"""Let the two files of a subject hear of each other when it was last worked on. Covenant 13.1, 13.2.

A list must leave out what is past its term, in one query of its own file. So each file keeps the day of the other one;
every night it hears it anew, long before that day matters: nights that are missed hide nothing too early.
"""

from contextlib import suppress
from datetime import date, timedelta
from typing import Final

from casustafel.acts.bewaring.due import linked
from casustafel.acts.bewaring.vernietiging import HearElders, Stappen
from casustafel.acts.edge import Edge
from casustafel.acts.gate import Refused, perform_on
from casustafel.convenant.bewaring import BewaarFeit
from casustafel.convenant.feit import Wie
from casustafel.convenant.vooruitzicht import bounds

AHEAD: Final = timedelta(days=100)
"""How long before its term ends a file begins to ask the other one."""


def hear(wie: Wie, *, edge: Edge) -> int:
    """Note in each file of a covenant what the other one knows later; tells how often."""
    until = bounds(wie.convenant, day=edge.day + AHEAD).verwerkt
    return sum(
        _hear(wie, stappen, feit, elders_op=delen.elders_op(feit), edge=edge)
        for delen in linked(wie.convenant.id, until=until)
        for stappen, feit in delen.feiten
    )


def _hear(wie: Wie, stappen: Stappen, feit: BewaarFeit, *, elders_op: date | None, edge: Edge) -> bool:
    known = max(feit.verwerkt_op, feit.gehoord_op or feit.verwerkt_op)
    if stappen.hear is None or elders_op is None or elders_op <= known:
        return False
    with suppress(Refused):  # it was worked on meanwhile, or is gone
        perform_on(stappen.hear, wie=wie, invoer=HearElders(houder_id=feit.id, elders_op=elders_op), edge=edge)
        return True
    return False
