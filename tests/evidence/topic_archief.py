"""A subject goes to the archive, is read there, comes back as a copy, and is destroyed in the end. Covenant 13."""

from datetime import timedelta
from uuid import UUID

from casustafel.acts.archief.archiefitem import open_archiefitem, open_archiefitems
from casustafel.acts.archief.archiefvraag import open_archief, state_archiefvraag
from casustafel.acts.archief.find_archieven import find_archieven
from casustafel.acts.archief.find_werk import find_werk_archief
from casustafel.acts.archief.reactivering import (
    ask_reactivering,
    remind_reactivering,
    take_standpunt_reactivering,
    withdraw_reactivering,
)
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
from casustafel.archief.models import Dossier, Stuk
from casustafel.bestand.bestand import Bestand
from casustafel.convenant.archief import Vraagsoort
from casustafel.convenant.feit import Keuze
from tests.evidence import topic_bewaring
from tests.evidence.stage import Stage

MOVE_DAYS = 340
WAITING = {Bestand.WEEGPLOEG: waiting_in_weegploeg, Bestand.CASUSOVERLEG: waiting_in_casusoverleg}


def walk(stage: Stage) -> None:
    """Do each act of the system on what was made here, on days ahead."""
    dossier_id = archived(stage)
    checked = check_rows(
        KEURINGEN[Bestand.ARCHIEF], [topic_bewaring.systeem(stage)], without=set(), edge=stage.table.edge(0)
    )
    assert not list(checked)
    _read(stage, dossier_id)
    _reactivate(stage, dossier_id)
    topic_bewaring.destroy(stage, Bestand.ARCHIEF, dossier_id)


def _read(stage: Stage, dossier_id: UUID) -> None:
    """State a question, and open one item under it."""
    vraag_id = stage.does("gerda", state_archiefvraag, houder_id=dossier_id, soort=Vraagsoort.KLACHT)
    stage.does("gerda", find_archieven)
    stage.does("gerda", find_werk_archief)
    stage.does("gerda", open_archief, houder_id=dossier_id)
    stage.does("gerda", open_archiefitems, houder_id=dossier_id, vraag_id=vraag_id)
    head = Stuk.objects.get(houder_id=dossier_id, herkomst="weegploeg", soort="kop").id
    stage.does("gerda", open_archiefitem, houder_id=dossier_id, vraag_id=vraag_id, item_id=head)


def _reactivate(stage: Stage, dossier_id: UUID) -> None:
    """Ask a renewed decision, take that back, ask it again, agree, and carry the copy."""
    chosen = list(
        Stuk.objects.filter(houder_id=dossier_id, herkomst="weegploeg", soort="signaal").values_list("id", flat=True)
    )
    for is_taken_back in (True, False):
        given = {"houder_id": dossier_id, "versie": _version(dossier_id), "items": chosen, "doelstelling": "i"}
        stage.does("gerda", ask_reactivering, **given)
        if is_taken_back:
            stage.does("omar", remind_reactivering, houder_id=dossier_id, versie=_version(dossier_id))
            stage.does("gerda", withdraw_reactivering, houder_id=dossier_id, versie=_version(dossier_id))
    for name in ("omar", "petra"):
        given = {"houder_id": dossier_id, "versie": _version(dossier_id), "keuze": Keuze.INSTEMMEN}
        stage.does(name, take_standpunt_reactivering, **given)
    stage.relay()


def _version(dossier_id: UUID) -> int:
    return Dossier.objects.get(pk=dossier_id).versie


def archived(stage: Stage) -> UUID:
    """Move a dossier and its casus to the archive, and give the id that both stand under there."""
    return move(stage, stage.casus().casus_id)


def move(stage: Stage, casus_id: UUID) -> UUID:
    """Move a casus and its dossier to the archive, and give the id that both stand under there."""
    dossier_id: UUID = topic_bewaring.dossier_of(casus_id)
    for bestand, houder_id in ((Bestand.CASUSOVERLEG, casus_id), (Bestand.WEEGPLOEG, dossier_id)):
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
