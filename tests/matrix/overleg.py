"""Meetings in the matrix: planned, going on, over, called off, for each board. Covenant 7.3, 9.1, 8.4, 10.4, 5."""

from collections.abc import Callable
from datetime import time
from typing import Final

from casustafel.acts.overleg.agenda import PlanOverleg, PuntOpAgenda, plan_overleg, put_on_agenda
from casustafel.acts.overleg.bord import OpOverleg
from casustafel.acts.overleg.meet import (
    FinishOverleg,
    cancel_overleg,
    finish_overleg,
    start_overleg,
)
from casustafel.convenant.overleg import Bord
from tests.matrix.asked import Cell, Request, asked
from tests.matrix.expected import (
    AT_ANY_TABLE,
    ELSEWHERE,
    OF_THE_POLITIE,
    OVERLEG_STATES,
    PREPARES,
    Names,
    Row,
)
from tests.matrix.roles import PARTIES_AT_TABLE, TABLE_OF_ALL, TASKED, UITVOERDER, WEEGPLOEG
from tests.matrix.world import World

PLANNED: Final = frozenset({"planned"})
GOING: Final = frozenset({"going on"})
TO_COME: Final = PLANNED | GOING
HOSTS: Final = {Bord.WEEGPLOEG: "gerda", Bord.CASUSOVERLEG: "petra"}


def meetings(world: World) -> None:
    """Plan four meetings of each board, and let them go as far as their name says."""
    on = {Bord.WEEGPLOEG: world.dossiers["in-weging"], Bord.CASUSOVERLEG: world.casussen["plan-vastgesteld"]}
    other = {Bord.WEEGPLOEG: world.dossiers["nieuw"], Bord.CASUSOVERLEG: world.casussen["open"]}
    world.things["on the agenda"], world.things["to put on it"] = on, other
    for bord, host in HOSTS.items():
        world.overleggen[bord.value] = {staat: _meeting(world, bord, host, staat) for staat in sorted(OVERLEG_STATES)}


def _meeting(world: World, bord: Bord, host: str, staat: str) -> object:
    table, punt = world.table, world.things["on the agenda"][bord]
    planned = PlanOverleg(op=table.edge(0).day, van=time(10, 0))
    overleg_id = table.does(host, plan_overleg[bord], planned, days_ago=0)
    put = PuntOpAgenda(houder_id=overleg_id, punt_id=punt)
    table.does(host, put_on_agenda[bord], put, days_ago=0)
    if staat == "called off":
        table.does(host, cancel_overleg[bord], OpOverleg(houder_id=overleg_id), days_ago=0)
    if staat in {"going on", "over"}:
        table.does(host, start_overleg[bord], OpOverleg(houder_id=overleg_id), days_ago=0)
    if staat == "over":
        finished = FinishOverleg(houder_id=overleg_id, besproken=(punt,))
        table.does(host, finish_overleg[bord], finished, days_ago=0)
    return overleg_id


def rows() -> dict[str, Row]:
    """Give what must come of each act of a meeting, board by board."""
    weegploeg = _board(
        "weegploeg", sees=WEEGPLOEG | TASKED, leads=WEEGPLOEG | PREPARES, brings=WEEGPLOEG | PREPARES, sits=WEEGPLOEG
    )
    casusoverleg = _board(
        "casusoverleg",
        sees=TABLE_OF_ALL | TASKED,
        leads=OF_THE_POLITIE | PREPARES,
        brings=PARTIES_AT_TABLE | PREPARES,
        sits=TABLE_OF_ALL,
    )
    # 9.1: whose organisation sits at a table plans a meeting; who sits at none may not, and knows that
    plan = Row(may=PARTIES_AT_TABLE | PREPARES, told=AT_ANY_TABLE | ELSEWHERE | UITVOERDER)
    find = {
        "find-overleggen-weegploeg": Row(may=WEEGPLOEG | ELSEWHERE | TASKED, told=UITVOERDER),
        "plan-overleg-weegploeg": Row(may=WEEGPLOEG | ELSEWHERE | PREPARES, told=UITVOERDER),
        "find-overleggen-casusoverleg": Row(may=AT_ANY_TABLE | ELSEWHERE | TASKED, told=UITVOERDER),
        "plan-overleg-casusoverleg": plan,
    }
    return {**weegploeg, **casusoverleg, **find}


def _board(name: str, *, sees: Names, leads: Names, brings: Names, sits: Names) -> dict[str, Row]:
    """8.4, 10.4: who sees a subject on the agenda sees the meeting; 5: the uitvoerder prepares, and does not decide."""
    told = sees | UITVOERDER

    def row(may: Names, states: Names = OVERLEG_STATES) -> Row:
        return Row(may=may, told=told, states=states)

    return {
        f"open-overleg-{name}": row(sees),
        f"peek-overleg-{name}": row(sees),
        f"export-overleg-{name}": row(sees),
        f"put-on-agenda-{name}": row(brings, TO_COME),
        f"take-off-agenda-{name}": row(brings, TO_COME),
        f"order-agenda-{name}": row(leads, TO_COME),
        f"start-overleg-{name}": row(leads, PLANNED),
        f"cancel-overleg-{name}": row(leads, PLANNED),
        f"move-overleg-{name}": row(leads, PLANNED),
        f"discuss-punt-{name}": row(leads, GOING),
        f"finish-overleg-{name}": row(leads, GOING),
        f"record-aanwezig-{name}": row(sits | PREPARES, TO_COME),
    }


LOOKS: Final = ("open-overleg", "peek-overleg", "export-overleg", "find-overleggen")


def _on_agenda(bord: Bord, *, thing: str) -> Callable[[Cell], str]:
    return lambda cell: str(cell.world.things[thing][bord])


@asked(*(f"{code}-{bord}" for bord in Bord for code in LOOKS))
def _look(_cell: Cell) -> Request:
    return Request()


@asked(*(f"{code}-{bord}" for bord in Bord for code in ("start-overleg", "cancel-overleg")))
def _move(_cell: Cell) -> Request:
    return Request({})


@asked(*(f"{code}-{bord}" for bord in Bord for code in ("plan-overleg", "move-overleg")))
def _plan(cell: Cell) -> Request:
    return Request({"op": cell.today, "van": "10:00"})


@asked(*(f"record-aanwezig-{bord}" for bord in Bord))
def _present(cell: Cell) -> Request:
    return Request({"organisatieId": cell.organisatie("petra")} if cell.role in PREPARES else {})


def _asks(bord: Bord) -> None:
    """Say how the acts on a subject of the agenda are asked."""
    here, new = _on_agenda(bord, thing="on the agenda"), _on_agenda(bord, thing="to put on it")
    asked(f"put-on-agenda-{bord}")(lambda cell: Request({"puntId": new(cell)}))
    asked(f"take-off-agenda-{bord}")(lambda cell: Request(path={"puntId": here(cell)}))
    asked(f"order-agenda-{bord}")(lambda cell: Request({"punten": [here(cell)]}))
    asked(f"discuss-punt-{bord}")(lambda cell: Request({"puntId": here(cell)}))
    asked(f"finish-overleg-{bord}")(lambda cell: Request({"besproken": [here(cell)]}))


for _bord in Bord:
    _asks(_bord)
