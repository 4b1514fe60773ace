"""Record, or withdraw, the own decision of police or OM that an organisation may have an item. Covenant 6."""

from uuid import UUID

from casustafel.acts.casusoverleg.steun import steun_of
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Dag, Id, Regel, Tekst, Uitvoer, Wijzigend
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.casusoverleg import store
from casustafel.casusoverleg.inhoud import EigenBesluitInhoud
from casustafel.convenant.feit import CasusFeit, OrganisatieId, StukId, Wie
from casustafel.convenant.rules import klasse as rules
from casustafel.convenant.verdict import Verdict, refuse_for


class DecideEigen(Wijzigend):
    """Which item, for which organisation, on which ground and why; for Wpg 9 and 10 also who was consulted when."""

    item_id: Id
    organisatie_id: Id
    bepaling: Tekst
    reden: Tekst
    bevoegd_functionaris: Regel = ""
    bevoegd_functionaris_op: Dag | None = None
    om_geraadpleegd: Regel = ""
    om_geraadpleegd_op: Dag | None = None


class WithdrawEigen(Wijzigend):
    """Which decision."""

    besluit_id: Id


class EigenBesluitBeeld(Uitvoer):
    """An own decision, as the party whose data it is sees it."""

    id: Id
    item_id: Id
    organisatie_id: Id
    op: Dag
    bepaling: str
    reden: str
    is_ingetrokken: bool


def own_decisions(pas: Pass, casus: CasusFeit, *, own: set[UUID]) -> tuple[EigenBesluitBeeld, ...]:
    """Show the decisions on the items of one's own organisation."""
    found = store.stukken.of_kind(pas, casus.kop.id, store.Soort.EIGEN_BESLUIT, EigenBesluitInhoud)
    return tuple(
        EigenBesluitBeeld(
            id=s.id,
            item_id=s.bij_id,
            organisatie_id=s.organisatie_id,
            op=s.op,
            bepaling=s.inhoud.bepaling,
            reden=s.inhoud.reden,
            is_ingetrokken=s.staat == rules.WITHDRAWN,
        )
        for s in found
        if s.bij_id in own
    )


def _may_decide(wie: Wie, casus: CasusFeit, invoer: DecideEigen, edge: Edge) -> Verdict:
    return rules.may_decide_eigen(
        wie,
        casus,
        item_id=StukId(invoer.item_id),
        organisatie_id=OrganisatieId(invoer.organisatie_id),
        bepaling=invoer.bepaling,
        reden=invoer.reden,
        day=edge.day,
    )


def _consulted(pas: Pass, casus: CasusFeit, invoer: DecideEigen) -> Verdict:
    raadpleging = rules.Raadpleging(
        bevoegd_functionaris=invoer.bevoegd_functionaris,
        bevoegd_functionaris_op=invoer.bevoegd_functionaris_op,
        om_geraadpleegd=invoer.om_geraadpleegd,
        om_geraadpleegd_op=invoer.om_geraadpleegd_op,
    )
    merk = steun_of(pas, casus)[invoer.item_id].merk
    return refuse_for(rules.eigen_besluit_reasons(merk, raadpleging, day=pas.day))


def _decide(pas: Pass, casus: CasusFeit, invoer: DecideEigen) -> StukId:
    besluit_id = store.stukken.add(
        pas,
        EigenBesluitInhoud(
            bepaling=invoer.bepaling,
            reden=invoer.reden,
            bevoegd_functionaris=invoer.bevoegd_functionaris,
            bevoegd_functionaris_op=invoer.bevoegd_functionaris_op,
            om_geraadpleegd=invoer.om_geraadpleegd,
            om_geraadpleegd_op=invoer.om_geraadpleegd_op,
        ),
        houder_id=casus.kop.id,
        soort=store.Soort.EIGEN_BESLUIT,
        organisatie_id=invoer.organisatie_id,
        bij_id=invoer.item_id,
    )
    store.touch(pas, casus.kop.id)
    return besluit_id


def _may_withdraw(wie: Wie, casus: CasusFeit, invoer: WithdrawEigen, edge: Edge) -> Verdict:
    return rules.may_withdraw_eigen(wie, casus, besluit_id=StukId(invoer.besluit_id), day=edge.day)


def _withdraw(pas: Pass, casus: CasusFeit, invoer: WithdrawEigen) -> None:
    store.stukken.set_staat(pas, [invoer.besluit_id], rules.WITHDRAWN)
    store.touch(pas, casus.kop.id)


decide_eigen = register_act(
    HolderAct(
        code="decide-eigen",
        articles=("6", "B2.c"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="plan opstellen en volgen",
        gevolg=Gevolg.CHANGED,
        invoer=DecideEigen,
        needs_fresh_sign_in=True,
        facts=store.facts,
        version=store.version,
        rule=_may_decide,
        toets=_consulted,
        run=_decide,
    )
)

withdraw_eigen = register_act(
    HolderAct(
        code="withdraw-eigen",
        articles=("6",),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="plan opstellen en volgen",
        gevolg=Gevolg.CHANGED,
        invoer=WithdrawEigen,
        facts=store.facts,
        version=store.version,
        rule=_may_withdraw,
        run=_withdraw,
    )
)
