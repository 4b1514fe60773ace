"""A correction on its way from the weegploeg's file to the casus's copy. Covenant 8.3, 10.3."""

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Id, OpHouder
from casustafel.acts.overdracht.overdracht import SendZending
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inhoud import BundelSignaal, Correctie, Zendsoort
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.bestand.stukken import Stuk
from casustafel.casusoverleg import store as casusoverleg
from casustafel.casusoverleg.inhoud import AnalyseInhoud, BijdrageInhoud, CorrectieInhoud, SignaalInhoud
from casustafel.convenant.feit import CasusFeit, DossierFeit, StukId, Wie, of_kind
from casustafel.convenant.rules.weegploeg import may_carry
from casustafel.convenant.stuk import AnalyseStaat
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.verstrekking import Merk, mark_of_analysis
from casustafel.weegploeg import store as weegploeg

Kind = casusoverleg.Soort


class ReceiveCorrectie(OpHouder):
    """The bundle as it left the weegploeg's file; the holder is the casus that holds the copy."""

    zending_id: Id
    bundel: Correctie


def _may_send(wie: Wie, dossier: DossierFeit, _invoer: SendZending, edge: Edge) -> Verdict:
    return may_carry(wie, convenant_id=dossier.kop.convenant_id, day=edge.day)


def _send(pas: Pass, dossier: DossierFeit, invoer: SendZending) -> Correctie | None:
    return weegploeg.outbox.open(pas, invoer.zending_id, Correctie, houder_id=dossier.kop.id)


def _may_receive(wie: Wie, casus: CasusFeit, _invoer: ReceiveCorrectie, edge: Edge) -> Verdict:
    return may_carry(wie, convenant_id=casus.kop.convenant_id, day=edge.day)


def _receive(pas: Pass, casus: CasusFeit, invoer: ReceiveCorrectie) -> None:
    if not casusoverleg.is_first_time(pas, zending_id=invoer.zending_id, soort=Zendsoort.CORRECTIE):
        return
    bundel = invoer.bundel
    casus_id = casus.kop.id
    if bundel.naw is not None:
        was = casusoverleg.naw_of(pas, casus_id)
        _note(pas, casus, bundel, CorrectieInhoud(reden=bundel.reden, naw=was))
    held = {s.bij_id: s for s in casusoverleg.stukken.of_kind(pas, casus_id, Kind.SIGNAAL, SignaalInhoud)}
    for signaal in bundel.signalen:
        if signaal.id in held:
            _replace(pas, casus, bundel, was=held[StukId(signaal.id)], now=signaal)
    gone = [stuk for signaal_id, stuk in held.items() if signaal_id in bundel.verwijderd]
    _forget(pas, casus, [stuk.id for stuk in gone])
    for stuk in gone:
        _note(pas, casus, bundel, CorrectieInhoud(reden=bundel.reden), bij_id=stuk.id)
    marks = {signaal_id: stuk.inhoud.merk for signaal_id, stuk in held.items()}
    for bijdrage in casusoverleg.stukken.of_kind(pas, casus_id, Kind.BIJDRAGE, BijdrageInhoud):
        marks[bijdrage.id] = bijdrage.inhoud.merk
    _mend_analyses(pas, casus, bundel, marks={**marks, **{StukId(s.id): s.merk for s in bundel.signalen}})
    casusoverleg.mend(pas, casus_id, bundel.naw)


def _forget(pas: Pass, casus: CasusFeit, gone: list[StukId]) -> None:
    """Take signals out of the casus, with what earlier corrections kept of them: it is about somebody else."""
    before = [c.id for c in of_kind(casus.stukken, Kind.CORRECTIE) if c.bij_id in set(gone)]
    casusoverleg.stukken.remove(pas, [*gone, *before])


def _note(
    pas: Pass, casus: CasusFeit, bundel: Correctie, inhoud: CorrectieInhoud, *, bij_id: StukId | None = None
) -> None:
    casusoverleg.stukken.add(
        pas,
        inhoud,
        houder_id=casus.kop.id,
        soort=Kind.CORRECTIE,
        organisatie_id=bundel.organisatie_id,
        bij_id=bij_id,
        op=bundel.op,
    )


def _replace(pas: Pass, casus: CasusFeit, bundel: Correctie, *, was: Stuk[SignaalInhoud], now: BundelSignaal) -> None:
    _note(pas, casus, bundel, CorrectieInhoud(reden=bundel.reden, signaal=was.inhoud), bij_id=was.id)
    inhoud = SignaalInhoud(omschrijving=now.omschrijving, waar=now.waar, wanneer=now.wanneer, merk=now.merk)
    casusoverleg.stukken.replace(pas, inhoud, id=was.id, staat=was.staat, op=was.op)


def _mend_analyses(pas: Pass, casus: CasusFeit, bundel: Correctie, *, marks: dict[StukId, Merk]) -> None:
    """Give each analysis the mark of its signals as they now are; one that rests on nothing any more goes too.

    Covenant 10.3. Reading: where a signaal left, the text may still speak of it, and so of somebody else: it is for its
    author alone until revised, and what it replaced goes.
    """
    touched = {*(s.id for s in bundel.signalen), *bundel.verwijderd}
    for stuk in casusoverleg.stukken.of_kind(pas, casus.kop.id, Kind.ANALYSE, AnalyseInhoud):
        rests_on = stuk.inhoud.signalen
        if not touched & set(rests_on):
            continue
        left = tuple(one for one in rests_on if one not in bundel.verwijderd)
        is_about_more = left != rests_on
        if not left or (is_about_more and stuk.staat == AnalyseStaat.VERVANGEN):
            casusoverleg.stukken.remove(pas, [stuk.id])
            continue
        merk = mark_of_analysis([marks[StukId(i)] for i in left if i in marks] or [stuk.inhoud.merk])
        if merk == stuk.inhoud.merk and not is_about_more:
            continue
        inhoud = AnalyseInhoud(criterium=stuk.inhoud.criterium, tekst=stuk.inhoud.tekst, signalen=left, merk=merk)
        staat = AnalyseStaat.TE_HERZIEN.value if is_about_more else stuk.staat
        casusoverleg.stukken.replace(pas, inhoud, id=stuk.id, staat=staat, op=stuk.op)


def _acknowledge(pas: Pass, _dossier: DossierFeit, invoer: SendZending) -> None:
    weegploeg.outbox.drop(pas, invoer.zending_id)


send_correctie = register_act(
    HolderAct(
        code="send-correctie",
        articles=("8.3",),
        bestand=Bestand.WEEGPLOEG,
        verwerking="controleren en corrigeren",
        gevolg=Gevolg.EXPORTED,
        invoer=SendZending,
        facts=weegploeg.facts,
        version=weegploeg.version,
        rule=_may_send,
        run=_send,
    )
)

receive_correctie = register_act(
    HolderAct(
        code="receive-correctie",
        articles=("8.3", "10.3"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="controleren en corrigeren",
        gevolg=Gevolg.CHANGED,
        invoer=ReceiveCorrectie,
        facts=casusoverleg.all_facts,
        version=casusoverleg.version,
        rule=_may_receive,
        run=_receive,
    )
)

acknowledge_correctie = register_act(
    HolderAct(
        code="acknowledge-correctie",
        articles=("8.3",),
        bestand=Bestand.WEEGPLOEG,
        verwerking="controleren en corrigeren",
        gevolg=Gevolg.CHANGED,
        invoer=SendZending,
        facts=weegploeg.facts,
        version=weegploeg.version,
        rule=_may_send,
        run=_acknowledge,
    )
)
