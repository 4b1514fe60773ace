"""The hand-over of 8.5: out of the weegploeg's file, into the casusoverleg's, acknowledged. Covenant 8.5, 10.2."""

from collections.abc import Iterable
from uuid import UUID

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, PlainAct, register_act
from casustafel.acts.invoer import Id, Invoer, OpHouder
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inhoud import BundelSignaal, BundelWeging, Overdracht, Zendsoort
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.casusoverleg import store as casusoverleg
from casustafel.casusoverleg.inhoud import AnalyseInhoud, RedenInhoud, SignaalInhoud
from casustafel.convenant.feit import DossierFeit, Wie
from casustafel.convenant.rules.weegploeg import may_carry
from casustafel.convenant.verdict import Verdict
from casustafel.weegploeg import store as weegploeg


class SendZending(OpHouder):
    """Which bundle of which dossier."""

    zending_id: Id


class ReceiveOverdracht(Invoer):
    """The bundle as it left the weegploeg's file."""

    zending_id: Id
    bundel: Overdracht


def _may_send(wie: Wie, dossier: DossierFeit, _invoer: SendZending, edge: Edge) -> Verdict:
    return may_carry(wie, convenant_id=dossier.kop.convenant_id, day=edge.day)


def _send(pas: Pass, dossier: DossierFeit, invoer: SendZending) -> Overdracht | None:
    return weegploeg.outbox.open(pas, invoer.zending_id, Overdracht, houder_id=dossier.kop.id)


def _may_receive(wie: Wie, _invoer: ReceiveOverdracht, edge: Edge) -> Verdict:
    return may_carry(wie, convenant_id=wie.convenant.id, day=edge.day)


def _receive(pas: Pass, invoer: ReceiveOverdracht) -> None:
    is_first = casusoverleg.is_first_time(pas, zending_id=invoer.zending_id, soort=Zendsoort.OVERDRACHT)
    if is_first:
        _apply(pas, invoer.bundel)


def _apply(pas: Pass, bundel: Overdracht) -> None:
    casus_id = casusoverleg.begin_casus(
        pas, bundel.naw, casus_id=bundel.casus_id, dossier_id=bundel.dossier_id, op=bundel.op
    )
    for organisatie_id in bundel.betrokken:
        casusoverleg.stukken.add(
            pas,
            RedenInhoud(reden=bundel.reden),
            houder_id=casus_id,
            soort=casusoverleg.Soort.DEELNEMER,
            organisatie_id=organisatie_id,
        )
    copy_in(pas, casus_id, signalen=bundel.signalen, wegingen=bundel.wegingen)


def copy_in(pas: Pass, casus_id: UUID, *, signalen: Iterable[BundelSignaal], wegingen: Iterable[BundelWeging]) -> None:
    """Write what crossed into a casus. Covenant 10.2.b–d."""
    for signaal in signalen:
        inhoud = SignaalInhoud(
            omschrijving=signaal.omschrijving, waar=signaal.waar, wanneer=signaal.wanneer, merk=signaal.merk
        )
        casusoverleg.stukken.add(
            pas,
            inhoud,
            houder_id=casus_id,
            soort=casusoverleg.Soort.SIGNAAL,
            organisatie_id=signaal.organisatie_id,
            bij_id=signaal.id,  # so that a correction of 8.3 finds its copy
            op=signaal.op,
        )
    for weging in wegingen:
        casusoverleg.stukken.add(
            pas,
            AnalyseInhoud(criterium=weging.criterium, tekst=weging.tekst, signalen=weging.signalen, merk=weging.merk),
            houder_id=casus_id,
            soort=casusoverleg.Soort.ANALYSE,
            organisatie_id=weging.organisatie_id,
            bij_id=weging.id,  # so that a decision of 12.5 finds its copy
            op=weging.op,
        )


def _acknowledge(pas: Pass, _dossier: DossierFeit, invoer: SendZending) -> None:
    weegploeg.outbox.drop(pas, invoer.zending_id)


send_overdracht = register_act(
    HolderAct(
        code="send-overdracht",
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

receive_overdracht = register_act(
    PlainAct(
        code="receive-overdracht",
        articles=("8.5", "10.1", "10.2.a", "10.2.b", "10.2.c", "10.2.d"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="overdragen aan het casusoverleg",
        gevolg=Gevolg.CHANGED,
        invoer=ReceiveOverdracht,
        rule=_may_receive,
        run=_receive,
    )
)

acknowledge_overdracht = register_act(
    HolderAct(
        code="acknowledge-overdracht",
        articles=("8.5",),
        bestand=Bestand.WEEGPLOEG,
        verwerking="overdragen aan het casusoverleg",
        gevolg=Gevolg.CHANGED,
        invoer=SendZending,
        facts=weegploeg.facts,
        version=weegploeg.version,
        rule=_may_send,
        run=_acknowledge,
    )
)
