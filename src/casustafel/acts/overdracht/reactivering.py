"""A copy of archived signals on its way to the weegploeg, as a new dossier for a new decision. Covenant 13.4, 7.4."""

from pydantic import TypeAdapter

from casustafel.acts.archief.reactivering import ACTIVITY
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, PlainAct, register_act
from casustafel.acts.invoer import Id, Invoer
from casustafel.acts.overdracht.overdracht import SendZending
from casustafel.archief import store as archief
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inhoud import Reactivering, Zendsoort
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.archief import ArchiefFeit
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules.weegploeg import may_carry
from casustafel.convenant.verdict import Verdict
from casustafel.weegploeg import store as weegploeg
from casustafel.weegploeg.inhoud import HeroverwegingInhoud, SignaalInhoud

_signaal = TypeAdapter(SignaalInhoud)


class ReceiveReactivering(Invoer):
    """The bundle as it left the archive."""

    zending_id: Id
    bundel: Reactivering


def _may_send(wie: Wie, feit: ArchiefFeit, _invoer: SendZending, edge: Edge) -> Verdict:
    return may_carry(wie, convenant_id=feit.convenant_id, day=edge.day)


def _send(pas: Pass, feit: ArchiefFeit, invoer: SendZending) -> Reactivering | None:
    return archief.outbox.open(pas, invoer.zending_id, Reactivering, houder_id=feit.id)


def _may_receive(wie: Wie, _invoer: ReceiveReactivering, edge: Edge) -> Verdict:
    return may_carry(wie, convenant_id=wie.convenant.id, day=edge.day)


def _receive(pas: Pass, invoer: ReceiveReactivering) -> None:
    if weegploeg.is_first_time(pas, zending_id=invoer.zending_id, soort=Zendsoort.REACTIVERING):
        _apply(pas, invoer.bundel)


def _apply(pas: Pass, bundel: Reactivering) -> None:
    """Open the new dossier: the signals keep their day and their party, the terms count from the agreement."""
    dossier_id = weegploeg.begin_dossier(
        pas, bundel.naw, dossier_id=bundel.dossier_id, sinds=bundel.op, gewerkt_op=bundel.op
    )
    for item in bundel.signalen:
        weegploeg.stukken.add(
            pas,
            _signaal.validate_python(item.inhoud),
            houder_id=dossier_id,
            soort=weegploeg.Soort.SIGNAAL,
            organisatie_id=item.organisatie_id,
            op=item.op,
        )
    weegploeg.stukken.add(
        pas,
        HeroverwegingInhoud(nummer=bundel.nummer, doelstelling=bundel.doelstelling, noodzaak=bundel.noodzaak),
        houder_id=dossier_id,
        soort=weegploeg.Soort.HEROVERWEGING,
        organisatie_id=bundel.organisatie_id,
        op=bundel.op,
    )


def _acknowledge(pas: Pass, _feit: ArchiefFeit, invoer: SendZending) -> None:
    archief.outbox.drop(pas, invoer.zending_id)


send_reactivering = register_act(
    HolderAct(
        code="send-reactivering",
        articles=("13.4",),
        bestand=Bestand.ARCHIEF,
        verwerking=ACTIVITY,
        gevolg=Gevolg.EXPORTED,
        invoer=SendZending,
        facts=archief.facts,
        version=archief.version,
        rule=_may_send,
        run=_send,
    )
)

receive_reactivering = register_act(
    PlainAct(
        code="receive-reactivering",
        articles=("13.4", "8.2.a", "8.2.b", "8.2.c"),
        bestand=Bestand.WEEGPLOEG,
        verwerking=ACTIVITY,
        gevolg=Gevolg.CHANGED,
        invoer=ReceiveReactivering,
        rule=_may_receive,
        run=_receive,
    )
)

acknowledge_reactivering = register_act(
    HolderAct(
        code="acknowledge-reactivering",
        articles=("13.4",),
        bestand=Bestand.ARCHIEF,
        verwerking=ACTIVITY,
        gevolg=Gevolg.CHANGED,
        invoer=SendZending,
        facts=archief.facts,
        version=archief.version,
        rule=_may_send,
        run=_acknowledge,
    )
)
