"""The security plan, how the covenant is kept, and the figures, in the matrix. Covenant 15.2, 15.3, 18.4."""

from typing import Final

from casustafel.acts.gate import do, enter
from casustafel.acts.toezicht.beveiliging import ReviewPunt, WritePunt, review_punt, write_punt
from casustafel.convenant.beveiliging import Beveiligingspunt, Puntoordeel, Puntstaat
from tests.matrix.asked import Cell, Request, asked
from tests.matrix.expected import ELSEWHERE, EVIDENCE, Row
from tests.matrix.roles import UITVOERDER, WEEGPLOEG
from tests.matrix.world import World

WATCHES: Final = frozenset({"toezichthouder"})
OVERSIGHT: Final = WATCHES | {"auditor"}
KEPT: Final = WEEGPLOEG | ELSEWHERE | OVERSIGHT | UITVOERDER
LOGS: Final = ("register", "weegploeg", "casusoverleg", "archief")
FIGURES: Final = ("weegploeg", "casusoverleg", "betrokkene")


def plan(world: World) -> None:
    """Record measures of every subject and review them, so that the plan can be evaluated."""
    edge = world.table.edge(0)
    for punt in Beveiligingspunt:
        written = WritePunt(punt=punt, staat=Puntstaat.INGEVOERD, maatregelen="Gedaan (verzonnen).")
        reviewed = ReviewPunt(punt=punt, oordeel=Puntoordeel.VOLDOET, bevinding="Gezien (verzonnen).")
        for role, act, invoer in (
            ("uitvoerder without a task", write_punt, written),
            ("toezichthouder", review_punt, reviewed),
        ):
            plaats = world.people[role].plaats
            assert plaats is not None
            do(act, wie=enter(plaats, edge=edge), invoer=invoer, edge=edge)


def rows() -> dict[str, Row]:
    """Give what must come of each act. 15.3: the uitvoerder carries out, the toezichthouder reviews, all see it."""
    return {
        "open-beveiliging": Row(may=KEPT),
        "write-beveiligingspunt": Row(may=UITVOERDER, told=KEPT),
        "review-beveiligingspunt": Row(may=WATCHES, told=KEPT),
        "evaluate-beveiliging": Row(may=WATCHES, told=KEPT),
        "open-verantwoording": Row(may=EVIDENCE),
        **{f"count-log-{naam}": Row(may=EVIDENCE) for naam in LOGS},
        "export-verantwoording": Row(may=OVERSIGHT),
        **{f"count-{naam}": Row(may=KEPT) for naam in FIGURES},
    }


@asked(
    "open-beveiliging",
    "open-verantwoording",
    "export-verantwoording",
    "find-werk-beveiliging",
    *(f"count-log-{naam}" for naam in LOGS),
    *(f"count-{naam}" for naam in FIGURES),
)
def _nothing(_cell: Cell) -> Request:
    return Request()


@asked("write-beveiligingspunt")
def _write(_cell: Cell) -> Request:
    return Request({"punt": "a", "staat": "deels", "maatregelen": "Een slot (verzonnen)."})


@asked("review-beveiligingspunt")
def _review(_cell: Cell) -> Request:
    return Request({"punt": "a", "oordeel": "voldoet", "bevinding": "Gezien (verzonnen)."})


@asked("evaluate-beveiliging")
def _evaluate(_cell: Cell) -> Request:
    return Request({"conclusie": "Goed genoeg (verzonnen)."})
