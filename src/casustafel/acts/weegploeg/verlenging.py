"""A longer term to decide: ask it, take a position on it, take the question back. Covenant 7.4, 4."""

from uuid import UUID

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Tekst, Wijzigend
from casustafel.acts.standpunt import open_question, standpunt_inhoud
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inhoud import Leeg
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import DossierFeit, Keuze, StukId, Wie
from casustafel.convenant.overeenstemming import Vraagstaat, on_extension
from casustafel.convenant.rules import verlenging as rules
from casustafel.convenant.verdict import Verdict
from casustafel.weegploeg import store
from casustafel.weegploeg.inhoud import MotiveringInhoud


class AskVerlenging(Wijzigend):
    """Why the weegploeg needs more time; who asks agrees."""

    reden: Tekst


class TakeStandpuntVerlenging(Wijzigend):
    """Whether the kernpartij agrees with a longer term, and why."""

    keuze: Keuze
    motivering: Tekst


class RemindVerlenging(Wijzigend):
    """Of which dossier."""


class WithdrawVerlenging(Wijzigend):
    """Of which dossier."""


def _may_ask(wie: Wie, dossier: DossierFeit, invoer: AskVerlenging, edge: Edge) -> Verdict:
    return rules.may_ask_verlenging(wie, dossier, reden=invoer.reden, day=edge.day)


def _ask(pas: Pass, dossier: DossierFeit, invoer: AskVerlenging) -> StukId:
    vraag_id = store.stukken.add(
        pas,
        MotiveringInhoud(motivering=invoer.reden),
        houder_id=dossier.kop.id,
        soort=store.Soort.VERLENGING,
        organisatie_id=pas.wie.organisatie_id,
        staat=Vraagstaat.OPEN,
    )
    _put(pas, dossier, vraag_id=vraag_id, keuze=Keuze.INSTEMMEN, motivering=invoer.reden)
    store.touch(pas, dossier.kop.id)
    return vraag_id


def _put(pas: Pass, dossier: DossierFeit, *, vraag_id: UUID, keuze: Keuze, motivering: str) -> None:
    store.stukken.put_own(
        pas,
        standpunt_inhoud(pas, motivering),
        houder_id=dossier.kop.id,
        soort=store.Soort.STANDPUNT,
        bij_id=vraag_id,
        staat=keuze,
    )


def _may_take(wie: Wie, dossier: DossierFeit, invoer: TakeStandpuntVerlenging, edge: Edge) -> Verdict:
    return rules.may_take_standpunt_verlenging(wie, dossier, motivering=invoer.motivering, day=edge.day)


def _take(pas: Pass, dossier: DossierFeit, invoer: TakeStandpuntVerlenging) -> None:
    vraag_id = open_question(on_extension(dossier))
    _put(pas, dossier, vraag_id=vraag_id, keuze=invoer.keuze, motivering=invoer.motivering)
    if rules.would_extend(pas.wie, dossier, invoer.keuze, day=pas.day):
        store.stukken.set_staat(pas, [vraag_id], Vraagstaat.AANGENOMEN)
        store.extend(pas, dossier.kop.id)
    else:
        store.touch(pas, dossier.kop.id)


def _may_withdraw(wie: Wie, dossier: DossierFeit, _invoer: WithdrawVerlenging, edge: Edge) -> Verdict:
    return rules.may_withdraw_verlenging(wie, dossier, day=edge.day)


def _withdraw(pas: Pass, dossier: DossierFeit, _invoer: WithdrawVerlenging) -> None:
    vraag_id = open_question(on_extension(dossier))
    store.stukken.set_staat(pas, [vraag_id], Vraagstaat.INGETROKKEN)
    store.touch(pas, dossier.kop.id)


def _may_remind(wie: Wie, dossier: DossierFeit, _invoer: RemindVerlenging, edge: Edge) -> Verdict:
    return rules.may_remind_verlenging(wie, dossier, day=edge.day)


def _remind(pas: Pass, dossier: DossierFeit, _invoer: RemindVerlenging) -> None:
    store.stukken.add(
        pas,
        Leeg(),
        houder_id=dossier.kop.id,
        soort=store.Soort.HERINNERING,
        organisatie_id=pas.wie.organisatie_id,
        bij_id=open_question(on_extension(dossier)),
    )


ask_verlenging = register_act(
    HolderAct(
        code="ask-verlenging",
        articles=("7.4", "4"),
        bestand=Bestand.WEEGPLOEG,
        verwerking="wegen en beslissen",
        gevolg=Gevolg.CHANGED,
        invoer=AskVerlenging,
        facts=store.facts,
        version=store.version,
        adds=True,
        rule=_may_ask,
        run=_ask,
    )
)

take_standpunt_verlenging = register_act(
    HolderAct(
        code="take-standpunt-verlenging",
        articles=("7.4", "4"),
        bestand=Bestand.WEEGPLOEG,
        verwerking="wegen en beslissen",
        gevolg=Gevolg.CHANGED,
        invoer=TakeStandpuntVerlenging,
        needs_fresh_sign_in=True,
        facts=store.facts,
        version=store.version,
        adds=True,
        rule=_may_take,
        run=_take,
    )
)

withdraw_verlenging = register_act(
    HolderAct(
        code="withdraw-verlenging",
        articles=("7.4", "4"),
        bestand=Bestand.WEEGPLOEG,
        verwerking="wegen en beslissen",
        gevolg=Gevolg.CHANGED,
        invoer=WithdrawVerlenging,
        facts=store.facts,
        version=store.version,
        adds=True,
        rule=_may_withdraw,
        run=_withdraw,
    )
)

remind_verlenging = register_act(
    HolderAct(
        code="remind-verlenging",
        articles=("4", "7.4"),
        bestand=Bestand.WEEGPLOEG,
        verwerking="wegen en beslissen",
        gevolg=Gevolg.CHANGED,
        invoer=RemindVerlenging,
        facts=store.facts,
        version=store.version,
        adds=True,
        rule=_may_remind,
        run=_remind,
    )
)
