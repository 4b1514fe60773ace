"""Open the plan page: the adopted plan and nothing else. For everyone at the table, the partner too. Covenant 10.5."""

from casustafel.acts.bewaring.beeld import Bewaard, bewaring_beeld
from casustafel.acts.casusoverleg.plan_beeld import PlanBeeld, plan_beeld
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Id, OpHouder
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.casusoverleg import store
from casustafel.convenant.feit import CasusFeit, CasusStaat, Wie
from casustafel.convenant.rules.toegang import may_open_plan
from casustafel.convenant.verdict import Verdict


class OpenPlan(OpHouder):
    """Of which casus."""


class PlanPagina(Bewaard):
    """The plan page: its number, and the adopted plan once there is one."""

    id: Id
    nummer: str
    versie: int
    staat: CasusStaat
    plan: PlanBeeld | None


def _show(pas: Pass, casus: CasusFeit, _invoer: OpenPlan) -> PlanPagina:
    pieces = store.open_plan(pas, casus.kop.id)
    return PlanPagina(
        id=casus.kop.id,
        nummer=casus.kop.nummer,
        bewaring=bewaring_beeld(casus.kop, pas.wie.convenant),
        versie=casus.kop.versie,
        staat=casus.kop.staat,
        plan=plan_beeld(
            casus.plan_vastgesteld,
            plannen=pieces.plannen,
            maatregelen=pieces.maatregelen,
            voortgang=pieces.voortgang,
        ),
    )


def _rule(wie: Wie, casus: CasusFeit, _invoer: OpenPlan, edge: Edge) -> Verdict:
    return may_open_plan(wie, casus.kop, day=edge.day)


open_plan = register_act(
    HolderAct(
        code="open-plan",
        articles=("10.5", "10.4"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="plan opstellen en volgen",
        gevolg=Gevolg.OPENED,
        invoer=OpenPlan,
        facts=store.facts,
        version=store.version,
        rule=_rule,
        run=_show,
    )
)
