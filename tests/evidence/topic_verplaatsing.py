"""Moving, joining and parting, before and after the hand-over, and what follows to the casus. Covenant 8.3, 8.5."""

from uuid import UUID

from casustafel.acts.weegploeg.join_dossiers import join_dossiers
from casustafel.acts.weegploeg.move_signaal import move_signaal
from casustafel.acts.weegploeg.part_dossier import part_dossier
from casustafel.acts.weegploeg.supplement_overdracht import supplement_overdracht
from casustafel.convenant.feit import Uitkomst
from casustafel.demo.steps import Steps
from tests.evidence.stage import AT_TABLE, CRITERIUM, Stage


def walk(stage: Stage) -> None:
    """Move a signaal out of a dossier that was handed over, part one off, join a dossier, and supplement the casus."""
    handed, other, third = _handed_over(stage), stage.dossier(), stage.dossier()
    (moved,) = _own(stage, handed, "gerda")
    stage.does("gerda", move_signaal, houder_id=handed.dossier_id, signaal_id=moved, naar_id=other.dossier_id)
    parted = _own(stage, handed, "petra")
    subject = {"leeftijdsgroep": "18+"}
    confirmed = {"verblijft_in_nederland": True, "radicaliseert": True}
    stage.does("petra", part_dossier, houder_id=handed.dossier_id, signalen=parted, subject=subject, **confirmed)
    stage.does("omar", join_dossiers, houder_id=third.dossier_id, naar_id=handed.dossier_id)
    follow = [s.id for s in handed.seen(days_ago=0).signalen]
    stage.does("omar", supplement_overdracht, houder_id=handed.dossier_id, signalen=follow)
    stage.relay()


def _own(stage: Stage, steps: Steps, name: str) -> list[UUID]:
    by = stage.table.organisatie(name)
    return [s.id for s in steps.seen(days_ago=0).signalen if s.organisatie_id == by]


def _handed_over(stage: Stage) -> Steps:
    steps = stage.dossier()
    steps.weigh("petra", CRITERIUM, "Dit weegt mee (verzonnen).", days_ago=0)
    steps.decide(Uitkomst.AGENDEREN, days_ago=0)
    steps.hand_over(betrokken=AT_TABLE, days_ago=0)
    return steps
