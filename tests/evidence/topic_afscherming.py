"""Shielding in each file, lifting it, and setting apart what outlives its term. Covenant 12.5, 12.6, 13; AVG 18."""

from uuid import UUID, uuid4

from casustafel.acts.bewaring.behoud import BEHOUD, KeepAfgeschermd
from casustafel.acts.gate import perform_on
from casustafel.acts.overdracht.afscherming import AFSCHERMEN, ShieldGegevens
from casustafel.archief.models import Stuk as Archiefstuk
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inhoud import Afscherming
from casustafel.casusoverleg.models import Stuk as Casusstuk
from casustafel.weegploeg.models import Stuk
from tests.evidence import topic_archief, topic_bewaring
from tests.evidence.stage import Stage


def walk(stage: Stage) -> None:
    """Shield a signaal in each file and lift that; shield it again, and set it apart where a term ends."""
    casus_id = stage.casus().casus_id
    dossier_id, archived_id = topic_bewaring.dossier_of(casus_id), topic_archief.archived(stage)
    for bestand, houder_id, table in (
        (Bestand.CASUSOVERLEG, casus_id, Casusstuk),
        (Bestand.WEEGPLOEG, dossier_id, Stuk),
        (Bestand.ARCHIEF, archived_id, Archiefstuk),
    ):
        rows = table._default_manager.filter(houder_id=houder_id, soort="signaal")
        signaal = rows.values_list("id", flat=True)[0]
        _tell(stage, bestand, houder_id, signaal, is_opgeheven=False)
        _tell(stage, bestand, houder_id, signaal, is_opgeheven=True)
        if bestand in BEHOUD:
            _tell(stage, bestand, houder_id, signaal, is_opgeheven=False)
            keep = KeepAfgeschermd(houder_id=houder_id)
            perform_on(BEHOUD[bestand], wie=topic_bewaring.systeem(stage), invoer=keep, edge=stage.table.edge(0))


def _tell(stage: Stage, bestand: Bestand, houder_id: UUID, signaal: UUID, *, is_opgeheven: bool) -> None:
    edge = stage.table.edge(0)
    bundel = Afscherming(
        afscherming_id=UUID(int=1),
        verzoek_id=UUID(int=2),
        dossier_id=houder_id,
        op=edge.day,
        grond="avg-18-1-b",
        items=(signaal,),
        is_opgeheven=is_opgeheven,
        reden=stage.canaries.word("Afscherming.reden"),
    )
    invoer = ShieldGegevens(houder_id=houder_id, zending_id=uuid4(), bundel=bundel)
    act = AFSCHERMEN[bestand].lift if is_opgeheven else AFSCHERMEN[bestand].shield
    perform_on(act, wie=topic_bewaring.systeem(stage), invoer=invoer, edge=edge)
