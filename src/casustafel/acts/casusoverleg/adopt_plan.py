"""Adopt the concept of the plan. Covenant 9.3."""

from casustafel.acts.casusoverleg.steun import plans_on, support_reasons
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Wijzigend
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.casusoverleg import store
from casustafel.convenant.feit import CasusFeit, CasusStaat, Wie
from casustafel.convenant.rules import casusoverleg as rules
from casustafel.convenant.verdict import Verdict, refuse_for


class AdoptPlan(Wijzigend):
    """The concept as the casusoverleg saw it: the version tells which."""


def _rule(wie: Wie, casus: CasusFeit, _invoer: AdoptPlan, edge: Edge) -> Verdict:
    return rules.may_adopt_plan(wie, casus, day=edge.day)


def _class(pas: Pass, casus: CasusFeit, _invoer: AdoptPlan) -> Verdict:
    """Weigh the class once more: who joined, or what was withdrawn, since the concept was written."""
    (concept,) = plans_on(pas, casus, casus.plan_concept)
    reasons = support_reasons(
        pas, casus, steunt_op=concept.steunt_op, doelstellingen=concept.doelstellingen, is_writing=False
    )
    return refuse_for(reasons)


def _run(pas: Pass, casus: CasusFeit, _invoer: AdoptPlan) -> None:
    if casus.plan_vastgesteld is not None:
        store.stukken.set_staat([casus.plan_vastgesteld], store.PlanStaat.VERVANGEN)
    if casus.plan_concept is not None:
        store.stukken.set_staat([casus.plan_concept], store.PlanStaat.VASTGESTELD)
    store.stukken.retire(casus.kop.id, store.Soort.STANDPUNT)  # positions are on one advice, and on this plan
    store.touch(pas, casus.kop.id, staat=CasusStaat.PLAN_VASTGESTELD)


adopt_plan = register_act(
    HolderAct(
        code="adopt-plan",
        articles=("9.3", "6"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="plan opstellen en volgen",
        gevolg=Gevolg.CHANGED,
        invoer=AdoptPlan,
        facts=store.facts,
        version=store.version,
        rule=_rule,
        toets=_class,
        run=_run,
    )
)
