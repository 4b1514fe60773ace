"""The relay: carry every waiting bundle to its file. Safe to run twice, late, or on two machines. Covenant 8.3, 8.5."""

import logging
from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID

from casustafel.acts.bewaring.archivering import NAAR_ARCHIEF, ReceiveArchivering, receive_archivering
from casustafel.acts.bewaring.due import is_leaving_whole, leaving
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, Refused, perform, perform_on
from casustafel.acts.health import DAMAGED, named
from casustafel.acts.overdracht.aanvulling import (
    AcknowledgeAanvulling,
    ReceiveAanvulling,
    acknowledge_aanvulling,
    receive_aanvulling,
    send_aanvulling,
)
from casustafel.acts.overdracht.afscherming import AFSCHERMEN, ShieldGegevens
from casustafel.acts.overdracht.afsluiting import (
    ReceiveAfsluiting,
    acknowledge_afsluiting,
    receive_afsluiting,
    send_afsluiting,
)
from casustafel.acts.overdracht.correctie import (
    ReceiveCorrectie,
    acknowledge_correctie,
    receive_correctie,
    send_correctie,
)
from casustafel.acts.overdracht.overdracht import (
    ReceiveOverdracht,
    SendZending,
    acknowledge_overdracht,
    receive_overdracht,
    send_overdracht,
)
from casustafel.acts.overdracht.reactivering import (
    ReceiveReactivering,
    acknowledge_reactivering,
    receive_reactivering,
    send_reactivering,
)
from casustafel.acts.overdracht.uitvoering import (
    AcknowledgeUitvoering,
    Plek,
    ReceiveUitvoering,
    acknowledge_uitvoering,
    place_of,
    receive_uitvoering_archief,
    receive_uitvoering_casus,
    receive_uitvoering_verzoek,
    receive_uitvoering_weegploeg,
    send_uitvoering,
)
from casustafel.acts.overdracht.verzoekafscherming import (
    AcknowledgeAfscherming,
    acknowledge_afscherming,
    holders_of,
    send_afscherming,
)
from casustafel.acts.overdracht.waiting import (
    Zending,
    systeem_for,
    waiting_in_archief,
    waiting_in_casusoverleg,
    waiting_in_verzoeken,
    waiting_in_weegploeg,
)
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inhoud import (
    Afsluiting,
    Archivering,
    Correctie,
    Overdracht,
    Reactivering,
    Uitvoering,
    Zendsoort,
)
from casustafel.convenant.feit import Wie

Bundel = TypeVar("Bundel")
log = logging.getLogger(__name__)
_told: set[UUID] = set()


def relay(*, edge: Edge) -> int:
    """Carry what waits, and tell how many bundles were carried.

    Oldest first, and by kind in the order below: what adds goes before what takes away, so that two clocks that differ
    never leave a copy of what was removed in a casus.
    """
    waiting = [*waiting_in_weegploeg(), *waiting_in_casusoverleg(), *waiting_in_archief(), *waiting_in_verzoeken()]
    waiting.sort(key=lambda zending: list(_CARRY).index(Zendsoort(zending.soort)))
    return sum(_carry(zending, edge=edge) for zending in waiting)


def _carry(zending: Zending, *, edge: Edge) -> bool:
    """Carry a bundle; one that does not open, or whose dossier does not, waits and keeps nobody else waiting."""
    try:
        return _CARRY[Zendsoort(zending.soort)](zending, edge=edge)
    except DAMAGED as fault:
        if zending.id not in _told:
            _told.add(zending.id)
            log.warning("Bundle %s waits: %s", zending.id, named(fault))
        return False


def _carry_by(
    zending: Zending,
    *,
    edge: Edge,
    send: HolderAct[SendZending, Any, Bundel | None],
    take: Callable[[Wie, Bundel], object],
    acknowledge: HolderAct[SendZending, Any, Any],
) -> bool:
    """Let a bundle out of its file, take it into the other, and let go of it; tells whether it still waited."""
    wie = systeem_for(zending, edge=edge)
    named = SendZending(houder_id=zending.houder_id, zending_id=zending.id)
    bundel = perform_on(send, wie=wie, invoer=named, edge=edge)
    if bundel is None:
        return False
    take(wie, bundel)
    perform_on(acknowledge, wie=wie, invoer=named, edge=edge)
    return True


def _carry_overdracht(zending: Zending, *, edge: Edge) -> bool:
    def take(wie: Wie, bundel: Overdracht) -> None:
        received = ReceiveOverdracht(zending_id=zending.id, bundel=bundel)
        perform(receive_overdracht, wie=wie, invoer=received, edge=edge)

    return _carry_by(zending, edge=edge, send=send_overdracht, take=take, acknowledge=acknowledge_overdracht)


def _carry_correctie(zending: Zending, *, edge: Edge) -> bool:
    def take(wie: Wie, bundel: Correctie) -> None:
        received = ReceiveCorrectie(houder_id=bundel.casus_id, zending_id=zending.id, bundel=bundel)
        perform_on(receive_correctie, wie=wie, invoer=received, edge=edge)

    return _carry_by(zending, edge=edge, send=send_correctie, take=take, acknowledge=acknowledge_correctie)


def _carry_aanvulling(zending: Zending, *, edge: Edge) -> bool:
    wie = systeem_for(zending, edge=edge)
    named = SendZending(houder_id=zending.houder_id, zending_id=zending.id)
    bundel = perform_on(send_aanvulling, wie=wie, invoer=named, edge=edge)
    if bundel is None:
        return False
    received = ReceiveAanvulling(houder_id=bundel.casus_id, zending_id=zending.id, bundel=bundel)
    is_taken = perform_on(receive_aanvulling, wie=wie, invoer=received, edge=edge)
    answer = AcknowledgeAanvulling(houder_id=zending.houder_id, zending_id=zending.id, is_genomen=is_taken)
    perform_on(acknowledge_aanvulling, wie=wie, invoer=answer, edge=edge)
    return True


def _carry_afsluiting(zending: Zending, *, edge: Edge) -> bool:
    def take(wie: Wie, bundel: Afsluiting) -> None:
        received = ReceiveAfsluiting(houder_id=bundel.dossier_id, zending_id=zending.id, bundel=bundel)
        perform_on(receive_afsluiting, wie=wie, invoer=received, edge=edge)

    return _carry_by(zending, edge=edge, send=send_afsluiting, take=take, acknowledge=acknowledge_afsluiting)


def _carry_archivering(zending: Zending, *, edge: Edge) -> bool:
    found = leaving(zending.houder_id)
    if found is None or not is_leaving_whole(found[1]):
        return False

    def take(wie: Wie, bundel: Archivering) -> None:
        received = ReceiveArchivering(zending_id=zending.id, bundel=bundel)
        perform(receive_archivering, wie=wie, invoer=received, edge=edge)

    naar = NAAR_ARCHIEF[found[0].bestand]
    try:
        return _carry_by(zending, edge=edge, send=naar.send, take=take, acknowledge=naar.acknowledge)
    except Refused:
        now = leaving(zending.houder_id)
        if now is not None and now[1].gearchiveerd_op is not None and now[1].onderweg:
            raise
        return False  # another run was first: it arrived meanwhile, has left its file, or was taken back


def _carry_reactivering(zending: Zending, *, edge: Edge) -> bool:
    def take(wie: Wie, bundel: Reactivering) -> None:
        received = ReceiveReactivering(zending_id=zending.id, bundel=bundel)
        perform(receive_reactivering, wie=wie, invoer=received, edge=edge)

    return _carry_by(zending, edge=edge, send=send_reactivering, take=take, acknowledge=acknowledge_reactivering)


_CARRIED_OUT_IN: dict[Bestand, HolderAct[ReceiveUitvoering, Any, Any]] = {
    Bestand.WEEGPLOEG: receive_uitvoering_weegploeg,
    Bestand.CASUSOVERLEG: receive_uitvoering_casus,
    Bestand.ARCHIEF: receive_uitvoering_archief,
    Bestand.BETROKKENE: receive_uitvoering_verzoek,
}


def _carry_uitvoering(zending: Zending, *, edge: Edge) -> bool:
    """Carry a decision into the file where what it is about lies by now; what is on its way out is waited for."""
    wie = systeem_for(zending, edge=edge)
    named = SendZending(houder_id=zending.houder_id, zending_id=zending.id)
    bundel = perform_on(send_uitvoering, wie=wie, invoer=named, edge=edge)
    plek = place_of(bundel) if bundel is not None else Plek.ONDERWEG
    if bundel is None or plek is Plek.ONDERWEG:
        return False
    try:
        casus_id = _take_uitvoering(zending, bundel, plek, wie=wie, edge=edge)
    except Refused:
        if place_of(bundel) is plek:
            raise
        return False  # it went out of its file meanwhile
    answer = AcknowledgeUitvoering(
        houder_id=zending.houder_id,
        zending_id=zending.id,
        is_uitgevoerd=plek is not Plek.NERGENS,
        casus_id=casus_id,
    )
    perform_on(acknowledge_uitvoering, wie=wie, invoer=answer, edge=edge)
    return True


def _take_uitvoering(zending: Zending, bundel: Uitvoering, plek: Plek, *, wie: Wie, edge: Edge) -> UUID | None:
    """Take a decision into its file, or what the archive has of that; gives the casus that a dossier has."""
    if plek is Plek.NERGENS:
        return None
    is_moved = plek is Plek.ARCHIEF
    receive = _CARRIED_OUT_IN[Bestand.ARCHIEF if is_moved else bundel.bestand]
    houder_id = bundel.dossier_id if is_moved else bundel.houder_id
    received = ReceiveUitvoering(houder_id=houder_id, zending_id=zending.id, bundel=bundel)
    casus_id: UUID | None = perform_on(receive, wie=wie, invoer=received, edge=edge)
    return casus_id


def _carry_afscherming(zending: Zending, *, edge: Edge) -> bool:
    """Carry a shielding into every file that holds the subject; what is under way between them is waited for."""
    wie = systeem_for(zending, edge=edge)
    named = SendZending(houder_id=zending.houder_id, zending_id=zending.id)
    bundel = perform_on(send_afscherming, wie=wie, invoer=named, edge=edge)
    holders = holders_of(bundel.dossier_id) if bundel is not None else None
    if bundel is None or holders is None:
        return False
    for bestand, houder_id in holders:
        act = AFSCHERMEN[bestand].lift if bundel.is_opgeheven else AFSCHERMEN[bestand].shield
        received = ShieldGegevens(houder_id=houder_id, zending_id=zending.id, bundel=bundel)
        try:
            perform_on(act, wie=wie, invoer=received, edge=edge)
        except Refused:
            if holders_of(bundel.dossier_id) == holders:
                raise
            return False  # it went out of its file meanwhile
    answer = AcknowledgeAfscherming(houder_id=zending.houder_id, zending_id=zending.id, is_gevonden=bool(holders))
    perform_on(acknowledge_afscherming, wie=wie, invoer=answer, edge=edge)
    return True


_CARRY = {
    Zendsoort.OVERDRACHT: _carry_overdracht,
    Zendsoort.AANVULLING: _carry_aanvulling,
    Zendsoort.CORRECTIE: _carry_correctie,
    Zendsoort.UITVOERING: _carry_uitvoering,
    Zendsoort.UITVOERING_KOPIE: _carry_uitvoering,
    Zendsoort.AFSLUITING: _carry_afsluiting,
    Zendsoort.AFSCHERMING: _carry_afscherming,
    Zendsoort.REACTIVERING: _carry_reactivering,
    Zendsoort.ARCHIVERING: _carry_archivering,
}
