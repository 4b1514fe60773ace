"""Further signals on their way to the casus that a dossier was handed over to. Covenant 8.5, 10.2."""

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Id, OpHouder
from casustafel.acts.overdracht.overdracht import SendZending, copy_in
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inhoud import Aanvulling, Zendsoort
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.casusoverleg import store as casusoverleg
from casustafel.convenant.feit import CasusFeit, DossierFeit, StukId, Wie, of_kind
from casustafel.convenant.rules.casusoverleg import takes_in
from casustafel.convenant.rules.weegploeg import may_carry
from casustafel.convenant.verdict import Verdict
from casustafel.weegploeg import store as weegploeg


class AcknowledgeAanvulling(SendZending):
    """Which bundle of which dossier, and whether the casus took it."""

    is_genomen: bool


class ReceiveAanvulling(OpHouder):
    """The bundle as it left the weegploeg's file; the holder is the casus that holds the copy."""

    zending_id: Id
    bundel: Aanvulling


def _may_send(wie: Wie, dossier: DossierFeit, _invoer: SendZending, edge: Edge) -> Verdict:
    return may_carry(wie, convenant_id=dossier.kop.convenant_id, day=edge.day)


def _send(pas: Pass, dossier: DossierFeit, invoer: SendZending) -> Aanvulling | None:
    return weegploeg.outbox.open(pas, invoer.zending_id, Aanvulling, houder_id=dossier.kop.id)


def _may_receive(wie: Wie, casus: CasusFeit, _invoer: ReceiveAanvulling, edge: Edge) -> Verdict:
    return may_carry(wie, convenant_id=casus.kop.convenant_id, day=edge.day)


def _receive(pas: Pass, casus: CasusFeit, invoer: ReceiveAanvulling) -> bool:
    """Copy the signals in, and tell whether the casus has them."""
    if not takes_in(casus, [StukId(signaal.id) for signaal in invoer.bundel.signalen]):
        return False
    if not casusoverleg.is_first_time(pas, zending_id=invoer.zending_id, soort=Zendsoort.AANVULLING):
        return True
    held = {s.bij_id for s in of_kind(casus.stukken, casusoverleg.Soort.SIGNAAL)}
    new = [signaal for signaal in invoer.bundel.signalen if signaal.id not in held]
    copy_in(pas, casus.kop.id, signalen=new, wegingen=invoer.bundel.wegingen)
    casusoverleg.touch(pas, casus.kop.id)
    return True


def _acknowledge(pas: Pass, dossier: DossierFeit, invoer: AcknowledgeAanvulling) -> None:
    bundel = weegploeg.outbox.open(pas, invoer.zending_id, Aanvulling, houder_id=dossier.kop.id)
    if bundel is not None and not invoer.is_genomen:
        chosen = {signaal.id for signaal in bundel.signalen}
        back = [s.id for s in of_kind(dossier.stukken, weegploeg.Soort.SIGNAAL) if s.id in chosen]
        weegploeg.stukken.set_staat(pas, back, "")
        weegploeg.settle(pas, dossier.kop.id)
    weegploeg.outbox.drop(pas, invoer.zending_id)


send_aanvulling = register_act(
    HolderAct(
        code="send-aanvulling",
        articles=("8.5",),
        bestand=Bestand.WEEGPLOEG,
        verwerking="overdragen aan het casusoverleg",
        gevolg=Gevolg.EXPORTED,
        invoer=SendZending,
        facts=weegploeg.facts,
        version=weegploeg.version,
        rule=_may_send,
        run=_send,
    )
)

receive_aanvulling = register_act(
    HolderAct(
        code="receive-aanvulling",
        articles=("8.5", "10.2.b", "10.2.c", "10.2.d"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="overdragen aan het casusoverleg",
        gevolg=Gevolg.CHANGED,
        invoer=ReceiveAanvulling,
        facts=casusoverleg.all_facts,
        version=casusoverleg.version,
        rule=_may_receive,
        run=_receive,
    )
)

acknowledge_aanvulling = register_act(
    HolderAct(
        code="acknowledge-aanvulling",
        articles=("8.5",),
        bestand=Bestand.WEEGPLOEG,
        verwerking="overdragen aan het casusoverleg",
        gevolg=Gevolg.CHANGED,
        invoer=AcknowledgeAanvulling,
        facts=weegploeg.all_facts,
        version=weegploeg.version,
        rule=_may_send,
        run=_acknowledge,
    )
)
