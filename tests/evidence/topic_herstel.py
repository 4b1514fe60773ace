"""A backup brought back what was destroyed: it goes again, in every file, and sessions end. Covenant 13.1, 15.2.d."""

from casustafel.acts.bewaring.herstel import end_sessies, repeat_destruction
from casustafel.bestand.bestand import Bestand
from casustafel.kluis import store as kluis
from tests.evidence import topic_archief
from tests.evidence.stage import Stage


def walk(stage: Stage) -> None:
    """Have the journal name what is there, as after a restore, and destroy it again."""
    edge = stage.table.edge(0)
    kluis.note_destroyed(Bestand.WEEGPLOEG, [stage.dossier().dossier_id])
    kluis.note_destroyed(Bestand.CASUSOVERLEG, [stage.casus().casus_id])
    kluis.note_destroyed(Bestand.ARCHIEF, [topic_archief.archived(stage)])
    assert repeat_destruction(edge=edge) == 3
    end_sessies(edge=edge)
