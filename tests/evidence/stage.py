"""A stage for walking a topic: people round a table, a canary in every text, a dossier or a casus to begin with.

A module `topic_*.py` beside this one has a function `walk(stage)` that does each act of its topic. The search for
canaries and the test of the log walk them all, so that no act is forgotten by either.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from typing import Any
from uuid import UUID

from casustafel.acts.casusoverleg.open_plan import OpenPlan, open_plan
from casustafel.acts.gate import Act, do, enter
from casustafel.acts.weegploeg.controle import PrepareControle, prepare_controle
from casustafel.acts.weegploeg.hand_over import hand_over
from casustafel.acts.weegploeg.name_betrokkenen import name_betrokkenen
from casustafel.acts.weegploeg.open_dossier import OpenDossier, open_dossier
from casustafel.bestand.bestand import Bestand
from casustafel.convenant.feit import Taak, Uitkomst
from casustafel.demo.steps import GEMEENTE, POLITIE, CasusSteps, Steps, begin
from casustafel.demo.subjects import NIEUW_GEMEENTE
from casustafel.demo.table import Table
from casustafel.jobs.relay import relay
from tests.canary import Canaries

AT_TABLE = ("gerda", "petra", "rik", "bente")
CRITERIUM = "gedrag"
CONFIRMED = {"verblijft_in_nederland": True, "radicaliseert": True}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """Who sits round the table, and the canaries that were handed out."""

    table: Table
    canaries: Canaries

    def does(self, name: str, act: Act[Any, Any], **given: Any) -> Any:
        """Let somebody do an act today, with a canary in every text that is not given and the version of today."""
        fields = act.invoer.model_fields
        if "versie" in fields and "versie" not in given and "houder_id" in given:
            given["versie"] = self.version(act.bestand, given["houder_id"])
        if "naar_versie" in fields and "naar_versie" not in given:
            given["naar_versie"] = self.version(act.bestand, given["naar_id"])
        return self.table.does(name, act, act.invoer(**self.canaries.fill(act.invoer, **given)), days_ago=0)

    def version(self, bestand: Bestand, houder_id: UUID) -> int:
        """Look at which version a dossier or casus is."""
        if bestand is Bestand.WEEGPLOEG:
            return self.table.does("gerda", open_dossier, OpenDossier(houder_id=houder_id), days_ago=0).versie
        return self.table.does("gerda", open_plan, OpenPlan(houder_id=houder_id), days_ago=0).versie

    def dossier(self, name: str = "gerda") -> Steps:
        """Open a dossier with one signaal of the gemeente and one of the politie, on an invented subject."""
        steps = begin(self.table, NIEUW_GEMEENTE, name, GEMEENTE, days_ago=0)
        steps.signaal("petra", "Nog een verzonnen gedraging.", POLITIE, days_ago=0)
        return steps

    def hand_over(self, steps: Steps, *, signalen: Sequence[UUID]) -> None:
        """Hand only these signals over, and let the relay carry them."""
        involved = [self.table.organisatie(name) for name in AT_TABLE]
        self.does("gerda", name_betrokkenen, houder_id=steps.dossier_id, organisaties=involved)
        self.does("gerda", hand_over, houder_id=steps.dossier_id, signalen=signalen, **CONFIRMED)
        self.relay()

    def prepare_controle(self, dossier_id: UUID) -> UUID:
        """Let the uitvoerder begin a round of the periodic check."""
        ulla = replace(self.table.people["ulla"], taak=Taak.CONTROLEREN)
        wie = enter(ulla, edge=self.table.edge(0))
        invoer = PrepareControle(
            houder_id=dossier_id, versie=self.version(Bestand.WEEGPLOEG, dossier_id), uiterlijk_op=self.soon()
        )
        return do(prepare_controle, wie=wie, invoer=invoer, edge=self.table.edge(0))

    def casus(self, *, betrokken: tuple[str, ...] = AT_TABLE) -> CasusSteps:
        """Hand a dossier over, and adopt a plan with a measure of the gemeente and one of the partner."""
        steps = self.dossier()
        steps.weigh("petra", CRITERIUM, "Dit weegt mee (verzonnen).", days_ago=0)
        steps.decide(Uitkomst.AGENDEREN, days_ago=0)
        casus = steps.hand_over(betrokken=betrokken, days_ago=0)
        casus.write((("Hulp bij werk (verzonnen).", betrokken[0], 30),), days_ago=0)
        casus.adopt(days_ago=0)
        return casus

    def relay(self) -> None:
        """Carry what waits between the files."""
        relay(edge=self.table.edge(0))

    def soon(self, days: int = 30) -> Any:
        """Give a day ahead."""
        return self.table.edge(0).day + timedelta(days=days)


def topics() -> list[Callable[[Stage], None]]:
    """Give the walk of each topic, by name."""
    names = sorted(path.stem for path in Path(__file__).parent.glob("topic_*.py"))
    return [import_module(f"tests.evidence.{name}").walk for name in names]
