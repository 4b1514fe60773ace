"""Write the concept of the plan, or change an adopted plan. Covenant 9.3, 3, 10.2.e."""

from uuid import UUID

from casustafel.acts.casusoverleg.steun import support_reasons
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Dag, Id, Invoer, Regel, Tekst, Wijzigend
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.casusoverleg import store
from casustafel.casusoverleg.inhoud import MaatregelInhoud, PlanInhoud
from casustafel.convenant.feit import CasusFeit, OrganisatieId, StukId, Wie
from casustafel.convenant.rules import casusoverleg as rules
from casustafel.convenant.stuk import PlanStaat
from casustafel.convenant.verdict import Verdict, refuse_for


class MaatregelInvoer(Invoer):
    """A measure: what, who carries it out, by which day; `reeks` names the measure that it continues."""

    tekst: Tekst
    organisatie_id: Id
    uiterlijk_op: Dag | None = None
    reeks: Id | None = None


class WritePlan(Wijzigend):
    """Purposes and goals of article 3, what is aimed at, what it rests on, the measures. It replaces a concept."""

    doelstellingen: tuple[Regel, ...] = ()
    doelen: tuple[Regel, ...] = ()
    toelichting: Tekst
    steunt_op: tuple[Id, ...] = ()
    maatregelen: tuple[MaatregelInvoer, ...] = ()


def _rule(wie: Wie, casus: CasusFeit, invoer: WritePlan, edge: Edge) -> Verdict:
    return rules.may_write_plan(
        wie,
        casus,
        doelstellingen=invoer.doelstellingen,
        doelen=invoer.doelen,
        toelichting=invoer.toelichting,
        maatregelen=[(m.tekst, OrganisatieId(m.organisatie_id)) for m in invoer.maatregelen],
        day=edge.day,
    )


def _class(pas: Pass, casus: CasusFeit, invoer: WritePlan) -> Verdict:
    reasons = support_reasons(pas, casus, steunt_op=invoer.steunt_op, doelstellingen=invoer.doelstellingen)
    return refuse_for(reasons)


def _run(pas: Pass, casus: CasusFeit, invoer: WritePlan) -> StukId:
    if casus.plan_concept is not None:
        store.stukken.set_staat(pas, [casus.plan_concept], PlanStaat.VERVANGEN)
    plan_id = store.stukken.add(
        pas,
        PlanInhoud(
            doelstellingen=invoer.doelstellingen,
            doelen=invoer.doelen,
            toelichting=invoer.toelichting,
            steunt_op=invoer.steunt_op,
        ),
        houder_id=casus.kop.id,
        soort=store.Soort.PLAN,
        organisatie_id=pas.wie.organisatie_id,
        staat=PlanStaat.CONCEPT,
    )
    known = store.reeksen(pas, casus.kop.id)
    for maatregel in invoer.maatregelen:
        _add(pas, casus, maatregel, plan_id=plan_id, known=known)
    store.touch(pas, casus.kop.id)
    return plan_id


def _add(pas: Pass, casus: CasusFeit, maatregel: MaatregelInvoer, *, plan_id: StukId, known: dict[UUID, str]) -> None:
    maatregel_id = pas.new_id()
    reeks = maatregel.reeks if maatregel.reeks in known else None
    store.stukken.add(
        pas,
        MaatregelInhoud(tekst=maatregel.tekst, reeks=reeks or maatregel_id),
        id=maatregel_id,
        houder_id=casus.kop.id,
        soort=store.Soort.MAATREGEL,
        organisatie_id=maatregel.organisatie_id,
        bij_id=plan_id,
        uiterlijk_op=maatregel.uiterlijk_op,
        staat=known.get(reeks, "") if reeks else "",
    )


write_plan = register_act(
    HolderAct(
        code="write-plan",
        articles=("9.3", "3", "10.2.e", "6"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="plan opstellen en volgen",
        gevolg=Gevolg.CHANGED,
        invoer=WritePlan,
        facts=store.facts,
        version=store.version,
        rule=_rule,
        toets=_class,
        run=_run,
    )
)
