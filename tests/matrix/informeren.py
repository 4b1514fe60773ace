"""The duty to inform in the matrix: who looks, consults, lets it wait, ends that, and records. Covenant 11."""

from datetime import timedelta
from typing import Any, Final

from casustafel.acts.casusoverleg.netwerk import AddAchterblijver, add_achterblijver
from casustafel.acts.informeren.overleg import defer_informeren, speak_informeren
from casustafel.bestand.bestand import Bestand
from casustafel.convenant.informatieplicht import Aantekening, Bereik
from casustafel.demo.steps import RAAD
from tests.matrix.asked import Cell, Request, asked, first
from tests.matrix.expected import CASUS_STATES, FILLED, Row, in_dossier
from tests.matrix.roles import TASKED, UITVOERDER, WEEGPLOEG
from tests.matrix.world import World

KERN: Final = ("gerda", "omar", "petra")
WITH_PERSONS: Final = frozenset({"plan-vastgesteld"})
DEFERRED: Final = frozenset({"in-weging"})
# 11.2: the outcome was reached, or would have been; before that the others have not spoken here (11.3).
DUE: Final = frozenset({"verlopen", "agenderen", "niet-agenderen", "overgedragen", "afgesloten"})
# 10.4: a kernpartij that is not at the table sees it while somebody is to be informed.
ELSEWHERE: Final = dict.fromkeys(("kernpartij not at the table", "kernpartij of the college"), WITH_PERSONS)
OF_THE_POLITIE: Final = frozenset({"kernpartij at the table"})
GROND: Final = {"grond": "b", "noodzaak": "Nodig.", "evenredigheid": "Kort.", "reden": "Onderzoek (verzonnen)."}


def _does(world: World, name: str, act: Any, houder_id: Any, **given: Any) -> Any:
    asks = act.invoer(houder_id=houder_id, versie=world.versie(houder_id), **given)
    return world.table.does(name, act, asks, days_ago=0)


def topics(world: World) -> None:
    """Let a dossier wait by agreement of all, and a person of the politie by the politie; all spoke on another one."""
    tot = world.table.edge(0).day + timedelta(days=30)
    dossier_id, casus_id = world.dossiers["in-weging"], world.casussen["plan-vastgesteld"]
    defer, speak = defer_informeren[Bestand.WEEGPLOEG], speak_informeren[Bestand.WEEGPLOEG]
    _does(world, "petra", defer, dossier_id, bereik=Bereik.ALLEN, tot=tot, **GROND)
    for name in ("gerda", "omar"):
        _does(world, name, speak, dossier_id, keuze=Aantekening.INSTEMMING)
    near = first(Cell(world, "", "", casus_id).casus_stukken("netwerkpersoon"))
    given = {"persoon_id": near, "bereik": Bereik.EIGEN, "tot": tot, **GROND}
    _does(world, "petra", defer_informeren[Bestand.CASUSOVERLEG], casus_id, **given)
    left = {"naam": "Bea Bedacht", "noodzaak": "Nodig.", "hulp": "ja", "verstrekking": RAAD}
    asks = AddAchterblijver(houder_id=casus_id, versie=world.versie(casus_id), **left)  # type: ignore[arg-type]  # by name
    left_id = world.table.does("rik", add_achterblijver, asks, days_ago=0)
    for name in KERN:
        spoken = {"persoon_id": left_id, "keuze": Aantekening.GEEN_GROND}
        _does(world, name, speak_informeren[Bestand.CASUSOVERLEG], casus_id, **spoken)


def _in_casus(may: frozenset[str], *, states: frozenset[str] = WITH_PERSONS) -> Row:
    return Row(may=may, told=WEEGPLOEG | UITVOERDER, states=states, also=ELSEWHERE)


def rows() -> dict[str, Row]:
    """Give the rows, article by article."""
    return {
        # 11.4, 8.4, 10.4: the kernpartijen in the weegploeg and the uitvoerder; the table does not see it
        "open-informeren": in_dossier(WEEGPLOEG | TASKED),
        "open-informeren-casus": _in_casus(WEEGPLOEG | TASKED, states=CASUS_STATES),
        # 11.3: a kernpartij for its own data; who went over into another dossier is informed from there
        "defer-informeren": in_dossier(WEEGPLOEG, states=FILLED),
        "defer-informeren-casus": _in_casus(OF_THE_POLITIE),
        # 11.3: each kernpartij is consulted
        "speak-informeren": in_dossier(WEEGPLOEG, states=FILLED),
        "speak-informeren-casus": _in_casus(WEEGPLOEG),
        # 11.5: one of them ends what waits for all, each what waits for its own data
        "withdraw-uitstel": in_dossier(WEEGPLOEG, states=DEFERRED),
        "withdraw-uitstel-casus": _in_casus(OF_THE_POLITIE),
        # 11.2, AVG 14: the letter, by who may record that it was given
        "open-informatiebrief": in_dossier(WEEGPLOEG | TASKED, states=DUE),
        "open-informatiebrief-casus": _in_casus(WEEGPLOEG | TASKED),
        # 11.2, 5: a kernpartij or the uitvoerder records it
        "record-geinformeerd": in_dossier(WEEGPLOEG | TASKED, states=DUE),
        "record-geinformeerd-casus": _in_casus(WEEGPLOEG | TASKED),
    }


def _tot(cell: Cell) -> str:
    return (cell.world.table.edge(0).day + timedelta(days=30)).isoformat()


def _near(cell: Cell) -> dict[str, str]:
    return {"persoonId": first(cell.casus_stukken("netwerkpersoon"))}


def _left(cell: Cell) -> dict[str, str]:
    return {"persoonId": first(cell.casus_stukken("achterblijver"))}


@asked("defer-informeren")
def _defer(cell: Cell) -> Request:
    return Request({"versie": cell.versie, "bereik": "eigen", "tot": _tot(cell), **GROND})


@asked("defer-informeren-casus")
def _defer_in_casus(cell: Cell) -> Request:
    return Request({"versie": cell.versie, "bereik": "eigen", "tot": _tot(cell), **GROND}, _near(cell))


@asked("speak-informeren")
def _speak(cell: Cell) -> Request:
    return Request({"versie": cell.versie, "keuze": "geen-grond"})


@asked("speak-informeren-casus")
def _speak_in_casus(cell: Cell) -> Request:
    return Request({"versie": cell.versie, "keuze": "geen-grond"}, _left(cell))


@asked("withdraw-uitstel")
def _end(cell: Cell) -> Request:
    return Request({"versie": cell.versie, "bereik": "allen", "reden": "Niets meer in de weg."})


@asked("withdraw-uitstel-casus")
def _end_in_casus(cell: Cell) -> Request:
    return Request({"versie": cell.versie, "bereik": "eigen", "reden": "Niets meer in de weg."}, _near(cell))


@asked("open-informatiebrief")
def _letter(_cell: Cell) -> Request:
    return Request()


@asked("open-informatiebrief-casus")
def _letter_in_casus(cell: Cell) -> Request:
    return Request({}, _left(cell))


@asked("record-geinformeerd")
def _record(cell: Cell) -> Request:
    return Request({"versie": cell.versie, "hoe": "In een gesprek.", "door": "wijkagent", "op": cell.today})


@asked("record-geinformeerd-casus")
def _record_in_casus(cell: Cell) -> Request:
    body = {"versie": cell.versie, "hoe": "Met een brief.", "door": "medewerker van de Raad", "op": cell.today}
    return Request(body, _left(cell))
