"""The closing decision on its way back to the weegploeg's file. Covenant 8.2.f, 10.2.h."""

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Id, OpHouder
from casustafel.acts.overdracht.overdracht import SendZending
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inhoud import Afsluiting, Zendsoort
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.casusoverleg import store as casusoverleg
from casustafel.convenant.feit import CasusFeit, DossierFeit, DossierStaat, Wie
from casustafel.convenant.rules.weegploeg import may_carry
from casustafel.convenant.verdict import Verdict
from casustafel.weegploeg import store as weegploeg
from casustafel.weegploeg.inhoud import MotiveringInhoud


class ReceiveAfsluiting(OpHouder):
    """The bundle as it left the casusoverleg's file; the holder is the dossier it was handed over from."""

    zending_id: Id
    bundel: Afsluiting


def _may_send(wie: Wie, casus: CasusFeit, _invoer: SendZending, edge: Edge) -> Verdict:
    return may_carry(wie, convenant_id=casus.kop.convenant_id, day=edge.day)


def _send(pas: Pass, casus: CasusFeit, invoer: SendZending) -> Afsluiting | None:
    return casusoverleg.outbox.open(pas, invoer.zending_id, Afsluiting, houder_id=casus.kop.id)


def _may_receive(wie: Wie, dossier: DossierFeit, _invoer: ReceiveAfsluiting, edge: Edge) -> Verdict:
    return may_carry(wie, convenant_id=dossier.kop.convenant_id, day=edge.day)


def _receive(pas: Pass, dossier: DossierFeit, invoer: ReceiveAfsluiting) -> None:
    if not weegploeg.is_first_time(pas, zending_id=invoer.zending_id, soort=Zendsoort.AFSLUITING):
        return
    weegploeg.stukken.add(
        pas,
        MotiveringInhoud(motivering=invoer.bundel.motivering),
        houder_id=dossier.kop.id,
        soort=weegploeg.Soort.AFSLUITING,
        op=invoer.bundel.op,
    )
    weegploeg.touch(pas, dossier.kop.id, staat=DossierStaat.AFGESLOTEN, op=invoer.bundel.op)


def _acknowledge(pas: Pass, _casus: CasusFeit, invoer: SendZending) -> None:
    casusoverleg.outbox.drop(pas, invoer.zending_id)


send_afsluiting = register_act(
    HolderAct(
        code="send-afsluiting",
        articles=("8.2.f", "10.2.h"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="afsluiten",
        gevolg=Gevolg.EXPORTED,
        invoer=SendZending,
        facts=casusoverleg.facts,
        version=casusoverleg.version,
        rule=_may_send,
        run=_send,
    )
)

receive_afsluiting = register_act(
    HolderAct(
        code="receive-afsluiting",
        articles=("8.2.f",),
        bestand=Bestand.WEEGPLOEG,
        verwerking="afsluiten",
        gevolg=Gevolg.CHANGED,
        invoer=ReceiveAfsluiting,
        facts=weegploeg.facts,
        version=weegploeg.version,
        rule=_may_receive,
        run=_receive,
    )
)

acknowledge_afsluiting = register_act(
    HolderAct(
        code="acknowledge-afsluiting",
        articles=("8.2.f", "10.2.h"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="afsluiten",
        gevolg=Gevolg.CHANGED,
        invoer=SendZending,
        facts=casusoverleg.facts,
        version=casusoverleg.version,
        rule=_may_send,
        run=_acknowledge,
    )
)
