"""What waits in the outboxes, and the system that carries it."""

from collections.abc import Sequence

from casustafel.acts.edge import Edge
from casustafel.acts.gate import Refused
from casustafel.archief import store as archief
from casustafel.bestand.outbox import Zending
from casustafel.betrokkene import store as betrokkene
from casustafel.casusoverleg import store as casusoverleg
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules.toegang import NOT_THERE
from casustafel.register import store as register
from casustafel.weegploeg import store as weegploeg

__all__ = [
    "Zending",
    "systeem_for",
    "waiting_in_archief",
    "waiting_in_casusoverleg",
    "waiting_in_verzoeken",
    "waiting_in_weegploeg",
]


def waiting_in_weegploeg() -> Sequence[Zending]:
    """Give what waits to leave the weegploeg's file, oldest first: ids only, nothing of its content."""
    return weegploeg.outbox.waiting()


def waiting_in_casusoverleg() -> Sequence[Zending]:
    """Give what waits to leave the casusoverleg's file, oldest first: ids only, nothing of its content."""
    return casusoverleg.outbox.waiting()


def waiting_in_archief() -> Sequence[Zending]:
    """Give what waits to leave the archive, oldest first: ids only, nothing of its content."""
    return archief.outbox.waiting()


def waiting_in_verzoeken() -> Sequence[Zending]:
    """Give what waits to leave the requests, oldest first: ids only, nothing of its content."""
    return betrokkene.outbox.waiting()


def systeem_for(zending: Zending, *, edge: Edge) -> Wie:
    """Give the system at work in the covenant of a bundle. Raises `Refused` where the covenant is gone."""
    wie = register.systeem(zending.convenant_id, day=edge.day)
    if wie is None:
        raise Refused(NOT_THERE)
    return wie
