"""Plan a meeting, move it, and fill its agenda: put a subject on it, off it, in order. Covenant 7.3, 9.1."""

import re
from datetime import time
from typing import Annotated, Any
from uuid import UUID

from pydantic import BeforeValidator
from pydantic_core import PydanticKnownError

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, PlainAct, register_act
from casustafel.acts.invoer import Dag, Id, Invoer
from casustafel.acts.overleg.bord import KAMERS, VERWERKING, Kamer, OpOverleg, version
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import OrganisatieId, Wie
from casustafel.convenant.overleg import OverlegFeit
from casustafel.convenant.rules import overleg as rules
from casustafel.convenant.verdict import Verdict

TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def _is_time(value: Any) -> Any:
    """Refuse what is not a time of day or its text, hours:minutes."""
    is_text = isinstance(value, str) and TIME.fullmatch(value)
    if not is_text and not isinstance(value, time):
        raise PydanticKnownError("time_parsing", {"error": "a time is written hours:minutes"})
    return value


Tijd = Annotated[time, BeforeValidator(_is_time)]


class PlanOverleg(Invoer):
    """The day and the time, and the organisation that receives; none means at a distance."""

    op: Dag
    van: Tijd
    plaats_id: Id | None = None


class MoveOverleg(OpOverleg):
    """The new day and time, and the organisation that receives; none means at a distance."""

    op: Dag
    van: Tijd
    plaats_id: Id | None = None


class PuntOpAgenda(OpOverleg):
    """Which dossier or casus."""

    punt_id: Id


class OrderAgenda(OpOverleg):
    """The whole agenda as the reader sees it, in the order that is wanted."""

    punten: tuple[Id, ...]


def _plan(kamer: Kamer) -> PlainAct[PlanOverleg, UUID]:
    def rule(wie: Wie, invoer: PlanOverleg, edge: Edge) -> Verdict:
        return rules.may_plan_overleg(
            wie,
            kamer.bord,
            op=invoer.op,
            plaats_id=OrganisatieId(invoer.plaats_id) if invoer.plaats_id else None,
            is_seated=kamer.is_seated(wie, edge.day),
            day=edge.day,
        )

    def run(pas: Pass, invoer: PlanOverleg) -> UUID:
        return kamer.overleggen.plan(pas, op=invoer.op, van=f"{invoer.van:%H:%M}", plaats_id=invoer.plaats_id)

    return PlainAct(
        code=f"plan-overleg-{kamer.bord}",
        articles=(*kamer.artikelen, "5"),
        bestand=kamer.bestand,
        verwerking=VERWERKING,
        gevolg=Gevolg.CHANGED,
        invoer=PlanOverleg,
        rule=rule,
        run=run,
    )


def _move(kamer: Kamer) -> HolderAct[MoveOverleg, OverlegFeit, None]:
    def rule(wie: Wie, overleg: OverlegFeit, invoer: MoveOverleg, edge: Edge) -> Verdict:
        plaats_id = OrganisatieId(invoer.plaats_id) if invoer.plaats_id else None
        return rules.may_move_overleg(wie, overleg, op=invoer.op, plaats_id=plaats_id, day=edge.day)

    def run(pas: Pass, overleg: OverlegFeit, invoer: MoveOverleg) -> None:
        kamer.overleggen.move(pas, overleg.id, op=invoer.op, van=f"{invoer.van:%H:%M}", plaats_id=invoer.plaats_id)

    return HolderAct(
        code=f"move-overleg-{kamer.bord}",
        articles=kamer.artikelen,
        bestand=kamer.bestand,
        verwerking=VERWERKING,
        gevolg=Gevolg.CHANGED,
        invoer=MoveOverleg,
        facts=kamer.facts,
        version=version,
        rule=rule,
        run=run,
    )


def _put(kamer: Kamer) -> HolderAct[PuntOpAgenda, OverlegFeit, None]:
    def rule(wie: Wie, overleg: OverlegFeit, invoer: PuntOpAgenda, edge: Edge) -> Verdict:
        return rules.may_put_on_agenda(wie, overleg, kamer.punt(invoer.punt_id), day=edge.day)

    def run(pas: Pass, overleg: OverlegFeit, invoer: PuntOpAgenda) -> None:
        kamer.overleggen.put(pas, overleg.id, invoer.punt_id)

    return HolderAct(
        code=f"put-on-agenda-{kamer.bord}",
        articles=kamer.artikelen,
        bestand=kamer.bestand,
        verwerking=VERWERKING,
        gevolg=Gevolg.CHANGED,
        invoer=PuntOpAgenda,
        facts=kamer.facts,
        version=version,
        reach=_subject,
        rule=rule,
        run=run,
    )


def _subject(invoer: PuntOpAgenda) -> list[UUID]:
    return [invoer.punt_id]


def _take_off(kamer: Kamer) -> HolderAct[PuntOpAgenda, OverlegFeit, None]:
    def rule(wie: Wie, overleg: OverlegFeit, invoer: PuntOpAgenda, edge: Edge) -> Verdict:
        return rules.may_take_off_agenda(wie, overleg, invoer.punt_id, day=edge.day)

    def run(pas: Pass, overleg: OverlegFeit, invoer: PuntOpAgenda) -> None:
        kamer.overleggen.drop(pas, overleg.id, invoer.punt_id)

    return HolderAct(
        code=f"take-off-agenda-{kamer.bord}",
        articles=kamer.artikelen,
        bestand=kamer.bestand,
        verwerking=VERWERKING,
        gevolg=Gevolg.CHANGED,
        invoer=PuntOpAgenda,
        facts=kamer.facts,
        version=version,
        reach=_subject,
        rule=rule,
        run=run,
    )


def _order(kamer: Kamer) -> HolderAct[OrderAgenda, OverlegFeit, None]:
    def rule(wie: Wie, overleg: OverlegFeit, invoer: OrderAgenda, edge: Edge) -> Verdict:
        return rules.may_order_agenda(wie, overleg, invoer.punten, day=edge.day)

    def run(pas: Pass, overleg: OverlegFeit, invoer: OrderAgenda) -> None:
        kamer.overleggen.order(pas, overleg.id, invoer.punten)

    return HolderAct(
        code=f"order-agenda-{kamer.bord}",
        articles=kamer.artikelen,
        bestand=kamer.bestand,
        verwerking=VERWERKING,
        gevolg=Gevolg.CHANGED,
        invoer=OrderAgenda,
        facts=kamer.facts,
        version=version,
        rule=rule,
        run=run,
    )


plan_overleg = {bord: register_act(_plan(kamer)) for bord, kamer in KAMERS.items()}
move_overleg = {bord: register_act(_move(kamer)) for bord, kamer in KAMERS.items()}
put_on_agenda = {bord: register_act(_put(kamer)) for bord, kamer in KAMERS.items()}
take_off_agenda = {bord: register_act(_take_off(kamer)) for bord, kamer in KAMERS.items()}
order_agenda = {bord: register_act(_order(kamer)) for bord, kamer in KAMERS.items()}
