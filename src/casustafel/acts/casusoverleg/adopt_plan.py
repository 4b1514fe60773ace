"""Adopt the concept of the plan. Covenant 9.3."""

from dataclasses import replace

from casustafel.acts.casusoverleg.steun import plans_on, support_reasons
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Wijzigend
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.casusoverleg import store
from casustafel.casusoverleg.inhoud import PlanInhoud
from casustafel.convenant.feit import CasusFeit, CasusStaat, StukId, Wie
from casustafel.convenant.rules import casusoverleg as rules
from casustafel.convenant.stuk import PlanStaat
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
        store.stukken.set_staat(pas, [casus.plan_vastgesteld], PlanStaat.VERVANGEN)
    if casus.plan_concept is not None:
        _adopt(pas, casus, casus.plan_concept)
    store.stukken.retire(pas, casus.kop.id, store.Soort.STANDPUNT)  # positions are on one advice, and on this plan
    store.touch(pas, casus.kop.id, staat=CasusStaat.PLAN_VASTGESTELD)


def _adopt(pas: Pass, casus: CasusFeit, plan_id: StukId) -> None:
    """Note who adopted the version, and when."""
    plan = next(p for p in store.stukken.of_kind(pas, casus.kop.id, store.Soort.PLAN, PlanInhoud) if p.id == plan_id)
    inhoud = replace(plan.inhoud, vastgesteld_op=pas.day, vastgesteld_door=pas.wie.organisatie_id)
    store.stukken.replace(pas, inhoud, id=plan_id, staat=PlanStaat.VASTGESTELD, op=plan.op)


adopt_plan = register_act(
    HolderAct(
        code="adopt-plan",
        articles=("9.3", "6"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="plan opstellen en volgen",
        gevolg=Gevolg.CHANGED,
        invoer=AdoptPlan,
        needs_fresh_sign_in=True,
        facts=store.facts,
        version=store.version,
        rule=_rule,
        toets=_class,
        run=_run,
    )
)
