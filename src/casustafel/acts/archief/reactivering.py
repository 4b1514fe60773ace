"""Ask for a renewed decision on archived data, take a position, take the question back. Covenant 13.4, 4.

The last agreement adopts: a copy of the chosen signals is then on its way to the weegploeg, in the same transaction.
"""

from uuid import UUID

from casustafel.acts.archief.reactiveringbeeld import asked_in
from casustafel.acts.bewaring.inhoud import inhoud_of
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Id, Regel, Tekst, Wijzigend
from casustafel.acts.standpunt import open_question, standpunt_inhoud
from casustafel.archief import store
from casustafel.archief.inhoud import ReactiveringInhoud
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inhoud import ArchiefKop, Leeg, Naw, Reactivering, Zendsoort
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.archief import ArchiefFeit
from casustafel.convenant.feit import Keuze, StukId, Wie
from casustafel.convenant.overeenstemming import Vraagstaat, on_reactivation
from casustafel.convenant.rules import reactivering as rules
from casustafel.convenant.stuk import ArchiefStuk, DossierStuk, Herkomst
from casustafel.convenant.verdict import Verdict
from casustafel.register.store import uitsluiting

ACTIVITY = "terughalen uit het archief"


class AskReactivering(Wijzigend):
    """For which purpose of the covenant, why that is necessary, and which signals go back; who asks agrees."""

    doelstelling: Regel
    noodzaak: Tekst
    items: tuple[Id, ...]


class TakeStandpuntReactivering(Wijzigend):
    """Whether the kernpartij agrees, and why."""

    keuze: Keuze
    motivering: Tekst


class RemindReactivering(Wijzigend):
    """Of which archived subject."""


class WithdrawReactivering(Wijzigend):
    """Of which archived subject."""


def _may_ask(wie: Wie, feit: ArchiefFeit, invoer: AskReactivering, edge: Edge) -> Verdict:
    return rules.may_ask_reactivering(
        wie,
        feit,
        doelstelling=invoer.doelstelling,
        noodzaak=invoer.noodzaak,
        items=invoer.items,
        day=edge.day,
    )


def _ask(pas: Pass, feit: ArchiefFeit, invoer: AskReactivering) -> StukId:
    inhoud = ReactiveringInhoud(
        doelstelling=invoer.doelstelling,
        noodzaak=invoer.noodzaak,
        items=tuple(dict.fromkeys(invoer.items)),
        dossier_id=pas.new_id(),
    )
    vraag_id = store.stukken.add(
        pas,
        inhoud,
        houder_id=feit.id,
        soort=ArchiefStuk.REACTIVERING,
        organisatie_id=pas.wie.organisatie_id,
        staat=Vraagstaat.OPEN,
    )
    _put(pas, feit, vraag_id=vraag_id, keuze=Keuze.INSTEMMEN, motivering=invoer.noodzaak)
    store.touch(pas, feit.id)
    return vraag_id


def _put(pas: Pass, feit: ArchiefFeit, *, vraag_id: UUID, keuze: Keuze, motivering: str) -> None:
    store.stukken.put_own(
        pas,
        standpunt_inhoud(pas, motivering),
        houder_id=feit.id,
        soort=ArchiefStuk.STANDPUNT,
        bij_id=vraag_id,
        staat=keuze,
    )


def _may_take(wie: Wie, feit: ArchiefFeit, invoer: TakeStandpuntReactivering, edge: Edge) -> Verdict:
    return rules.may_take_standpunt_reactivering(wie, feit, motivering=invoer.motivering, day=edge.day)


def _take(pas: Pass, feit: ArchiefFeit, invoer: TakeStandpuntReactivering) -> None:
    vraag_id = open_question(on_reactivation(feit))
    _put(pas, feit, vraag_id=vraag_id, keuze=invoer.keuze, motivering=invoer.motivering)
    if rules.would_reactivate(pas.wie, feit, invoer.keuze, day=pas.day):
        store.stukken.set_staat(pas, [vraag_id], Vraagstaat.AANGENOMEN)
        store.outbox.put(pas, _bundel(pas, feit, vraag_id), houder_id=feit.id, soort=Zendsoort.REACTIVERING)
    store.touch(pas, feit.id)


def _bundel(pas: Pass, feit: ArchiefFeit, vraag_id: UUID) -> Reactivering:
    asked = asked_in(pas, feit, vraag_id)
    uitsluiting.carry(pas, feit.id, asked.inhoud.dossier_id)
    return Reactivering(
        dossier_id=asked.inhoud.dossier_id,
        op=pas.day,
        naw=_naw(pas, feit),
        nummer=feit.nummer,
        organisatie_id=asked.organisatie_id,
        doelstelling=asked.inhoud.doelstelling,
        noodzaak=asked.inhoud.noodzaak,
        signalen=store.stukken.pack(
            pas,
            feit.id,
            {DossierStuk.SIGNAAL: inhoud_of(Herkomst.WEEGPLOEG, DossierStuk.SIGNAAL)},
            ids=asked.inhoud.items,
        ),
    )


def _naw(pas: Pass, feit: ArchiefFeit) -> Naw:
    head = next(
        item.stuk.id
        for item in feit.inhoud
        if item.herkomst is Herkomst.WEEGPLOEG and item.stuk.soort == ArchiefStuk.KOP
    )
    rows = store.stukken.sealed(feit.id, ids=[head])[ArchiefStuk.KOP]
    (found,) = store.stukken.open(pas, rows, ArchiefKop)
    return found.inhoud.naw


def _may_withdraw(wie: Wie, feit: ArchiefFeit, _invoer: WithdrawReactivering, edge: Edge) -> Verdict:
    return rules.may_withdraw_reactivering(wie, feit, day=edge.day)


def _withdraw(pas: Pass, feit: ArchiefFeit, _invoer: WithdrawReactivering) -> None:
    vraag_id = open_question(on_reactivation(feit))
    store.stukken.set_staat(pas, [vraag_id], Vraagstaat.INGETROKKEN)
    store.touch(pas, feit.id)


def _may_remind(wie: Wie, feit: ArchiefFeit, _invoer: RemindReactivering, edge: Edge) -> Verdict:
    return rules.may_remind_reactivering(wie, feit, day=edge.day)


def _remind(pas: Pass, feit: ArchiefFeit, _invoer: RemindReactivering) -> None:
    store.stukken.add(
        pas,
        Leeg(),
        houder_id=feit.id,
        soort=ArchiefStuk.HERINNERING,
        organisatie_id=pas.wie.organisatie_id,
        bij_id=open_question(on_reactivation(feit)),
    )


ask_reactivering = register_act(
    HolderAct(
        code="ask-reactivering",
        articles=("13.4", "4"),
        bestand=Bestand.ARCHIEF,
        verwerking=ACTIVITY,
        gevolg=Gevolg.CHANGED,
        invoer=AskReactivering,
        facts=store.facts,
        version=store.version,
        rule=_may_ask,
        run=_ask,
    )
)

take_standpunt_reactivering = register_act(
    HolderAct(
        code="take-standpunt-reactivering",
        articles=("13.4", "4"),
        bestand=Bestand.ARCHIEF,
        verwerking=ACTIVITY,
        gevolg=Gevolg.CHANGED,
        invoer=TakeStandpuntReactivering,
        needs_fresh_sign_in=True,
        facts=store.facts,
        version=store.version,
        adds=True,
        rule=_may_take,
        run=_take,
    )
)

withdraw_reactivering = register_act(
    HolderAct(
        code="withdraw-reactivering",
        articles=("13.4", "4"),
        bestand=Bestand.ARCHIEF,
        verwerking=ACTIVITY,
        gevolg=Gevolg.CHANGED,
        invoer=WithdrawReactivering,
        facts=store.facts,
        version=store.version,
        adds=True,
        rule=_may_withdraw,
        run=_withdraw,
    )
)

remind_reactivering = register_act(
    HolderAct(
        code="remind-reactivering",
        articles=("4", "13.4"),
        bestand=Bestand.ARCHIEF,
        verwerking=ACTIVITY,
        gevolg=Gevolg.CHANGED,
        invoer=RemindReactivering,
        facts=store.facts,
        version=store.version,
        adds=True,
        rule=_may_remind,
        run=_remind,
    )
)
