"""A meeting of each board, from its planning to its end: every act, by who may do it."""

from typing import Any
from uuid import UUID

from casustafel.acts.invoer import Niets
from casustafel.acts.overleg.agenda import (
    move_overleg,
    order_agenda,
    plan_overleg,
    put_on_agenda,
    take_off_agenda,
)
from casustafel.acts.overleg.meet import (
    cancel_overleg,
    discuss_punt,
    finish_overleg,
    record_aanwezig,
    start_overleg,
)
from casustafel.acts.overleg.read import PeekOverleg, export_overleg, find_overleggen, open_overleg, peek_overleg
from casustafel.acts.overleg.werk import find_werk_overleg
from casustafel.convenant.overleg import Bord
from tests.evidence.stage import Stage


def walk(stage: Stage) -> None:
    """Meet in both boards."""
    dossiers = [stage.dossier().dossier_id for _number in range(2)]
    meet(stage, Bord.WEEGPLOEG, dossiers)
    casussen = [stage.casus().casus_id for _number in range(2)]
    meet(stage, Bord.CASUSOVERLEG, casussen)


def meet(stage: Stage, bord: Bord, subjects: list[UUID]) -> None:
    """Plan, put on the agenda, meet and finish; and call another one off."""
    first, second = subjects

    def gerda(act: dict[Bord, Any], overleg_id: UUID, **given: Any) -> None:
        invoer = act[bord].invoer(houder_id=overleg_id, **given)
        stage.table.does("gerda", act[bord], invoer, days_ago=0)

    day = stage.table.edge(0).day
    planned = [stage.does("gerda", plan_overleg[bord], op=day, van="10:00", plaats_id=None) for _number in range(2)]
    overleg, other = planned
    for subject in (first, second):
        gerda(put_on_agenda, overleg, punt_id=subject)
    gerda(order_agenda, overleg, punten=(second, first))
    gerda(take_off_agenda, overleg, punt_id=first)
    stage.table.does("petra", find_overleggen[bord], Niets(), days_ago=0)
    stage.table.does("petra", find_werk_overleg[bord], Niets(), days_ago=0)
    gerda(open_overleg, overleg)
    gerda(export_overleg, overleg)
    gerda(start_overleg, overleg)
    gerda(record_aanwezig, overleg)
    gerda(discuss_punt, overleg, punt_id=second)
    stage.table.does("petra", peek_overleg[bord], PeekOverleg(houder_id=overleg), days_ago=0)
    gerda(finish_overleg, overleg, besproken=(second,))
    gerda(move_overleg, other, op=day, van="11:00")
    gerda(cancel_overleg, other)
