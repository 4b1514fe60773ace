"""A subject goes to the archive, is taken back once on the way, and is destroyed there in the end. Covenant 13.2."""

from datetime import timedelta
from uuid import UUID

from casustafel.acts.bewaring.archivering import (
    NAAR_ARCHIEF,
    PackArchivering,
    ReceiveArchivering,
    WithdrawArchivering,
    receive_archivering,
)
from casustafel.acts.edge import Edge, at
from casustafel.acts.gaafheid import KEURINGEN, check_rows
from casustafel.acts.gate import perform, perform_on
from casustafel.acts.overdracht.overdracht import SendZending
from casustafel.acts.overdracht.waiting import waiting_in_casusoverleg, waiting_in_weegploeg
from casustafel.bestand.bestand import Bestand
from tests.evidence import topic_bewaring
from tests.evidence.stage import Stage

MOVE_DAYS = 340
WAITING = {Bestand.WEEGPLOEG: waiting_in_weegploeg, Bestand.CASUSOVERLEG: waiting_in_casusoverleg}


def walk(stage: Stage) -> None:
    """Do each act of the system on what was made here, on days ahead."""
    dossier_id = archived(stage)
    whole = check_rows(
        KEURINGEN[Bestand.ARCHIEF], [topic_bewaring.systeem(stage)], without=set(), edge=stage.table.edge(0)
    )
    assert not list(whole)
    topic_bewaring.destroy(stage, Bestand.ARCHIEF, dossier_id)


def archived(stage: Stage) -> UUID:
    """Move a dossier and its casus to the archive, and give the id that both stand under there."""
    casus = stage.casus()
    dossier_id: UUID = topic_bewaring.dossier_of(casus.casus_id)
    for bestand, houder_id in ((Bestand.CASUSOVERLEG, casus.casus_id), (Bestand.WEEGPLOEG, dossier_id)):
        _move(stage, bestand, houder_id, edge=at(stage.table.now + timedelta(days=MOVE_DAYS)))
    return dossier_id


def _move(stage: Stage, bestand: Bestand, houder_id: UUID, *, edge: Edge) -> None:
    acts, wie = NAAR_ARCHIEF[bestand], topic_bewaring.systeem(stage)
    pack = PackArchivering(houder_id=houder_id)
    perform_on(acts.pack, wie=wie, invoer=pack, edge=edge)
    perform_on(acts.withdraw, wie=wie, invoer=WithdrawArchivering(houder_id=houder_id), edge=edge)
    perform_on(acts.pack, wie=wie, invoer=pack, edge=edge)
    (zending,) = [one for one in WAITING[bestand]() if one.houder_id == houder_id]
    named = SendZending(houder_id=houder_id, zending_id=zending.id)
    bundel = perform_on(acts.send, wie=wie, invoer=named, edge=edge)
    assert bundel is not None
    perform(receive_archivering, wie=wie, invoer=ReceiveArchivering(zending_id=zending.id, bundel=bundel), edge=edge)
    perform_on(acts.acknowledge, wie=wie, invoer=named, edge=edge)
