"""Correct what is wrong in a dossier; what stood there stays readable, and the casus's copy follows. Covenant 8.3."""

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Id, Tekst, Wijzigend
from casustafel.acts.weegploeg.bundel import bundel_signaal, send_correction
from casustafel.acts.weegploeg.submit_signaal import NawInvoer, SignaalInvoer, signaal_inhoud
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inhoud import Naw
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.bestand.stukken import Stuk
from casustafel.convenant.feit import UNDECIDED, DossierFeit, StukId, Wie
from casustafel.convenant.rules import correctie as rules
from casustafel.convenant.verdict import Verdict
from casustafel.weegploeg import store
from casustafel.weegploeg.inhoud import CorrectieInhoud, SignaalInhoud


class CorrectSignaal(SignaalInvoer, Wijzigend):
    """Which signaal, all that it must say from now on, and why."""

    signaal_id: Id
    reden: Tekst


class CorrectNaw(Wijzigend):
    """The name and address as they must be from now on, and why."""

    subject: NawInvoer
    reden: Tekst


def _may_correct_signaal(wie: Wie, dossier: DossierFeit, invoer: CorrectSignaal, edge: Edge) -> Verdict:
    return rules.may_correct_signaal(
        wie,
        dossier,
        signaal_id=StukId(invoer.signaal_id),
        omschrijving=invoer.omschrijving,
        reden=invoer.reden,
        derde=invoer.derde(),
        verstrekking=invoer.verstrekking.feit(),
        day=edge.day,
    )


def _correct_signaal(pas: Pass, dossier: DossierFeit, invoer: CorrectSignaal) -> None:
    dossier_id = dossier.kop.id
    (was,) = store.stukken.open(
        pas,
        store.stukken.sealed(dossier_id, ids=[invoer.signaal_id])[store.Soort.SIGNAAL],
        SignaalInhoud,
    )
    inhoud = signaal_inhoud(pas, invoer, was=was.inhoud)
    _keep(pas, dossier, CorrectieInhoud(reden=invoer.reden, signaal=was.inhoud), bij_id=was.id)
    store.stukken.replace(pas, inhoud, id=was.id, staat=was.staat, op=was.op)
    if dossier.kop.staat in UNDECIDED:
        store.retire_positions(pas, dossier_id)  # a position is on what was known when it was taken
    if was.staat == store.HANDED_OVER:
        now = bundel_signaal(_with(was, inhoud))
        send_correction(pas, dossier_id, reden=invoer.reden, signalen=(now,))
    store.mend(pas, dossier_id)


def _with(stuk: Stuk[SignaalInhoud], inhoud: SignaalInhoud) -> Stuk[SignaalInhoud]:
    return Stuk(
        id=stuk.id,
        organisatie_id=stuk.organisatie_id,
        bij_id=stuk.bij_id,
        op=stuk.op,
        uiterlijk_op=stuk.uiterlijk_op,
        staat=stuk.staat,
        versie=stuk.versie + 1,
        inhoud=inhoud,
    )


def _keep(pas: Pass, dossier: DossierFeit, inhoud: CorrectieInhoud, *, bij_id: StukId | None = None) -> None:
    store.stukken.add(
        pas,
        inhoud,
        houder_id=dossier.kop.id,
        soort=store.Soort.CORRECTIE,
        organisatie_id=pas.wie.organisatie_id,
        bij_id=bij_id,
    )


def _may_correct_naw(wie: Wie, dossier: DossierFeit, invoer: CorrectNaw, edge: Edge) -> Verdict:
    return rules.may_correct_naw(
        wie,
        dossier,
        naam=invoer.subject.naam,
        leeftijdsgroep=invoer.subject.leeftijdsgroep,
        reden=invoer.reden,
        day=edge.day,
    )


def _correct_naw(pas: Pass, dossier: DossierFeit, invoer: CorrectNaw) -> None:
    dossier_id = dossier.kop.id
    naw = Naw(**invoer.subject.model_dump())
    _keep(pas, dossier, CorrectieInhoud(reden=invoer.reden, naw=store.naw_of(pas, dossier_id)))
    send_correction(pas, dossier_id, reden=invoer.reden, naw=naw)
    store.mend(pas, dossier_id, naw)


correct_signaal = register_act(
    HolderAct(
        code="correct-signaal",
        articles=("8.3", "8.2.b", "6"),
        bestand=Bestand.WEEGPLOEG,
        verwerking="controleren en corrigeren",
        gevolg=Gevolg.CHANGED,
        invoer=CorrectSignaal,
        facts=store.facts,
        version=store.version,
        rule=_may_correct_signaal,
        run=_correct_signaal,
    )
)

correct_naw = register_act(
    HolderAct(
        code="correct-naw",
        articles=("8.3", "8.2.a"),
        bestand=Bestand.WEEGPLOEG,
        verwerking="controleren en corrigeren",
        gevolg=Gevolg.CHANGED,
        invoer=CorrectNaw,
        facts=store.facts,
        version=store.version,
        rule=_may_correct_naw,
        run=_correct_naw,
    )
)
