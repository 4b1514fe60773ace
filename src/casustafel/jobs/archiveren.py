"""Move to the archive what is due, part by part: both parts of a subject or none. Covenant 13.2."""

import logging
from collections.abc import Iterable
from contextlib import suppress

from casustafel.acts.bewaring.archivering import NAAR_ARCHIEF, PackArchivering, WithdrawArchivering
from casustafel.acts.bewaring.due import Delen
from casustafel.acts.edge import Edge
from casustafel.acts.gate import Refused, perform_on
from casustafel.acts.health import DAMAGED, named
from casustafel.convenant.feit import Wie

log = logging.getLogger(__name__)


def archive(wie: Wie, found: Iterable[Delen], *, edge: Edge) -> int:
    """Pack what is due for the relay, and let stay what is no longer; tells how many subjects were packed."""
    return sum(_archive(wie, delen, edge=edge) for delen in found)


def _archive(wie: Wie, delen: Delen, *, edge: Edge) -> bool:
    """Pack all parts of a subject, or none: casework between the two takes the first one back."""
    left = [(stappen, feit) for stappen, feit in delen.feiten if feit.gearchiveerd_op is None]
    if not left:
        return False
    if not delen.goes_to_archief(wie.convenant, day=edge.day):
        _stay(wie, delen, edge=edge)
        return False
    for stappen, feit in left:
        invoer = PackArchivering(houder_id=feit.id, elders_op=delen.elders_op(feit))
        try:
            perform_on(NAAR_ARCHIEF[stappen.bestand].pack, wie=wie, invoer=invoer, edge=edge)
        except DAMAGED as fault:
            log.warning("Not archived: %s", named(fault))
            _stay(wie, delen, edge=edge)
            return False
        except Refused:
            now = stappen.facts([feit.id], lock=False).get(feit.id)
            if now is None or now.gearchiveerd_op is not None:
                continue  # another run packed it
            _stay(wie, delen, edge=edge)
            return False
    return True


def _stay(wie: Wie, delen: Delen, *, edge: Edge) -> None:
    for stappen, feit in delen.feiten:
        now = stappen.facts([feit.id], lock=False).get(feit.id)
        if now is not None and now.gearchiveerd_op is not None:
            with suppress(Refused):  # the archive has it already
                invoer = WithdrawArchivering(houder_id=feit.id)
                perform_on(NAAR_ARCHIEF[stappen.bestand].withdraw, wie=wie, invoer=invoer, edge=edge)
