"""The relay: carry every waiting bundle to its file. Safe to run twice, late, or on two machines. Covenant 8.5."""

from casustafel.acts.edge import Edge
from casustafel.acts.gate import perform, perform_on
from casustafel.acts.overdracht.afsluiting import (
    ReceiveAfsluiting,
    acknowledge_afsluiting,
    receive_afsluiting,
    send_afsluiting,
)
from casustafel.acts.overdracht.overdracht import (
    ReceiveOverdracht,
    SendZending,
    acknowledge_overdracht,
    receive_overdracht,
    send_overdracht,
)
from casustafel.acts.overdracht.waiting import Zending, systeem_for, waiting_afsluitingen, waiting_overdrachten


def relay(*, edge: Edge) -> int:
    """Carry what waits, oldest first, and tell how many bundles were carried."""
    carried = 0
    for zending in waiting_overdrachten():
        carried += _carry_overdracht(zending, edge=edge)
    for zending in waiting_afsluitingen():
        carried += _carry_afsluiting(zending, edge=edge)
    return carried


def _carry_overdracht(zending: Zending, *, edge: Edge) -> bool:
    wie = systeem_for(zending, edge=edge)
    named = SendZending(houder_id=zending.houder_id, zending_id=zending.id)
    bundel = perform_on(send_overdracht, wie=wie, invoer=named, edge=edge)
    if bundel is None:
        return False
    received = ReceiveOverdracht(zending_id=zending.id, bundel=bundel)
    perform(receive_overdracht, wie=wie, invoer=received, edge=edge)
    perform_on(acknowledge_overdracht, wie=wie, invoer=named, edge=edge)
    return True


def _carry_afsluiting(zending: Zending, *, edge: Edge) -> bool:
    wie = systeem_for(zending, edge=edge)
    named = SendZending(houder_id=zending.houder_id, zending_id=zending.id)
    bundel = perform_on(send_afsluiting, wie=wie, invoer=named, edge=edge)
    if bundel is None:
        return False
    received = ReceiveAfsluiting(houder_id=bundel.dossier_id, zending_id=zending.id, bundel=bundel)
    perform_on(receive_afsluiting, wie=wie, invoer=received, edge=edge)
    perform_on(acknowledge_afsluiting, wie=wie, invoer=named, edge=edge)
    return True
