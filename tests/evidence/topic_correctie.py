"""Correcting a dossier, before and after the hand-over. Covenant 8.3."""

from casustafel.acts.weegploeg.correct import correct_naw, correct_signaal
from casustafel.convenant.feit import Uitkomst
from tests.evidence.stage import CRITERIUM, Stage


def walk(stage: Stage) -> None:
    """Correct a signaal and the name, and let the casus's copy follow."""
    steps = stage.dossier()
    steps.weigh("petra", CRITERIUM, "Dit weegt mee (verzonnen).", days_ago=0)
    steps.decide(Uitkomst.AGENDEREN, days_ago=0)
    gerda = stage.table.organisatie("gerda")
    own = next(s.id for s in steps.seen(days_ago=0).signalen if s.organisatie_id == gerda)
    stage.hand_over(steps, signalen=[own])
    gemeente = {"grondslag": "publieke-taak-gemeente", "taak": "jeugdzorg"}
    stage.does("gerda", correct_signaal, houder_id=steps.dossier_id, signaal_id=own, verstrekking=gemeente)
    stage.does("omar", correct_naw, houder_id=steps.dossier_id, subject={"leeftijdsgroep": "18+"})
    stage.relay()
