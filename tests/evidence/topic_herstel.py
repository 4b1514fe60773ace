"""A backup brought back what was destroyed: it goes again, in every file, and sessions end. Covenant 13.1, 15.2.d."""

from casustafel.acts.bewaring.herstel import end_sessies, repeat_destruction
from casustafel.acts.gaafheid import KEURINGEN, check_rows
from casustafel.bestand.bestand import Bestand
from casustafel.kluis import store as kluis
from tests.evidence import topic_archief, topic_bewaring
from tests.evidence.stage import Stage


def walk(stage: Stage) -> None:
    """Have the journal name what is there, as after a restore, and destroy it again."""
    edge, moved = stage.table.edge(0), topic_archief.archived(stage)
    keuring, wie = KEURINGEN[Bestand.ARCHIEF], topic_bewaring.systeem(stage)
    assert not list(check_rows(keuring, [wie], without=set(), edge=edge))
    kluis.note_destroyed(Bestand.WEEGPLOEG, [stage.dossier().dossier_id])
    kluis.note_destroyed(Bestand.CASUSOVERLEG, [stage.casus().casus_id])
    kluis.note_destroyed(Bestand.ARCHIEF, [moved])
    assert repeat_destruction(edge=edge) == 3
    end_sessies(edge=edge)
