"""The periodic check: open it, prepare a round, confirm one's own items. It is no casework. Covenant 8.3, 3, 5."""

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Dag, Id, Ja, OpHouder, Tekst, Uitvoer, Wijzigend
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.bestand.stukken import Stuk
from casustafel.convenant.feit import DossierFeit, StukId, Wie
from casustafel.convenant.rules import controle as rules
from casustafel.convenant.rules.toegang import may_open_dossier
from casustafel.convenant.verdict import Verdict
from casustafel.weegploeg import store
from casustafel.weegploeg.inhoud import BevestigingInhoud, ControleInhoud

Soort = store.Soort
VERWERKING = "controleren en corrigeren"


class OpenControle(OpHouder):
    """Of which dossier."""


class PrepareControle(Wijzigend):
    """By which day each party that provided something answers."""

    uiterlijk_op: Dag


class ConfirmControle(Wijzigend):
    """That one's own items are right now, and whether article 3 still holds of the subject."""

    controle_id: Id
    is_juist: Ja
    blijft: Ja
    toelichting: Tekst = ""


class BevestigingBeeld(Uitvoer):
    """What a party was asked to look at, and what it answered."""

    organisatie_id: Id
    stukken: tuple[Id, ...]
    is_beantwoord: bool
    beantwoord_op: Dag | None
    blijft: bool
    toelichting: str


class RondeBeeld(Uitvoer):
    """A round of the check."""

    id: Id
    op: Dag
    uiterlijk_op: Dag | None
    is_open: bool
    bevestigingen: tuple[BevestigingBeeld, ...]


class ControleBeeld(Uitvoer):
    """The checks of a dossier, newest first, and by which day the next one begins."""

    id: Id
    versie: int
    controle_uiterlijk_op: Dag | None
    rondes: tuple[RondeBeeld, ...]


def _may_open(wie: Wie, dossier: DossierFeit, _invoer: OpenControle, edge: Edge) -> Verdict:
    return may_open_dossier(wie, dossier.kop, day=edge.day)


def _show(pas: Pass, dossier: DossierFeit, _invoer: OpenControle) -> ControleBeeld:
    dossier_id = dossier.kop.id
    rounds = store.stukken.of_kind(pas, dossier_id, Soort.CONTROLE, ControleInhoud)
    answers = store.stukken.of_kind(pas, dossier_id, Soort.BEVESTIGING, BevestigingInhoud)
    last = rules.last_round(dossier)
    is_open = last is not None and last.is_open(pas.wie, day=pas.day)
    return ControleBeeld(
        id=dossier_id,
        versie=dossier.kop.versie,
        controle_uiterlijk_op=rules.check_by(pas.wie, dossier, day=pas.day),
        rondes=tuple(
            RondeBeeld(
                id=ronde.id,
                op=ronde.op,
                uiterlijk_op=ronde.uiterlijk_op,
                is_open=is_open and last is not None and ronde.id == last.id,
                bevestigingen=tuple(_bevestiging(a) for a in answers if a.bij_id == ronde.id),
            )
            for ronde in reversed(rounds)
        ),
    )


def _bevestiging(stuk: Stuk[BevestigingInhoud]) -> BevestigingBeeld:
    is_answered = stuk.staat == rules.BEVESTIGD
    return BevestigingBeeld(
        organisatie_id=stuk.organisatie_id,
        stukken=stuk.inhoud.stukken,
        is_beantwoord=is_answered,
        beantwoord_op=stuk.op if is_answered else None,
        blijft=stuk.inhoud.blijft,
        toelichting=stuk.inhoud.toelichting,
    )


def _may_prepare(wie: Wie, dossier: DossierFeit, invoer: PrepareControle, edge: Edge) -> Verdict:
    return rules.may_prepare_controle(wie, dossier, uiterlijk_op=invoer.uiterlijk_op, day=edge.day)


def _prepare(pas: Pass, dossier: DossierFeit, invoer: PrepareControle) -> StukId:
    provided = rules.providers(dossier)
    controle_id = store.stukken.add(
        pas,
        ControleInhoud(stukken=tuple(stuk for own in provided.values() for stuk in own)),
        houder_id=dossier.kop.id,
        soort=Soort.CONTROLE,
        organisatie_id=pas.wie.organisatie_id,
        uiterlijk_op=invoer.uiterlijk_op,
    )
    for organisatie_id, own in provided.items():
        store.stukken.add(
            pas,
            BevestigingInhoud(stukken=own),
            houder_id=dossier.kop.id,
            soort=Soort.BEVESTIGING,
            organisatie_id=organisatie_id,
            bij_id=controle_id,
            uiterlijk_op=invoer.uiterlijk_op,
            staat=rules.GEVRAAGD,
        )
    store.mend(pas, dossier.kop.id)
    return controle_id


def _may_confirm(wie: Wie, dossier: DossierFeit, invoer: ConfirmControle, edge: Edge) -> Verdict:
    return rules.may_confirm(
        wie,
        dossier,
        controle_id=StukId(invoer.controle_id),
        is_juist=invoer.is_juist,
        blijft=invoer.blijft,
        toelichting=invoer.toelichting,
        day=edge.day,
    )


def _confirm(pas: Pass, dossier: DossierFeit, invoer: ConfirmControle) -> None:
    asked = rules.own_answer(pas.wie, dossier)
    if asked is None:
        msg = "The rule allows this only where something is asked."
        raise LookupError(msg)
    rows = store.stukken.sealed(dossier.kop.id, ids=[asked.id])[Soort.BEVESTIGING]
    (was,) = store.stukken.open(pas, rows, BevestigingInhoud)
    inhoud = BevestigingInhoud(stukken=was.inhoud.stukken, blijft=invoer.blijft, toelichting=invoer.toelichting)
    store.stukken.replace(pas, inhoud, id=asked.id, staat=rules.BEVESTIGD)
    store.mend(pas, dossier.kop.id)


open_controle = register_act(
    HolderAct(
        code="open-controle",
        articles=("8.3", "8.4"),
        bestand=Bestand.WEEGPLOEG,
        verwerking=VERWERKING,
        gevolg=Gevolg.OPENED,
        invoer=OpenControle,
        facts=store.facts,
        version=store.version,
        rule=_may_open,
        run=_show,
    )
)

prepare_controle = register_act(
    HolderAct(
        code="prepare-controle",
        articles=("8.3", "5"),
        bestand=Bestand.WEEGPLOEG,
        verwerking=VERWERKING,
        gevolg=Gevolg.CHANGED,
        invoer=PrepareControle,
        facts=store.facts,
        version=store.version,
        rule=_may_prepare,
        run=_prepare,
    )
)

confirm_controle = register_act(
    HolderAct(
        code="confirm-controle",
        articles=("8.3", "3"),
        bestand=Bestand.WEEGPLOEG,
        verwerking=VERWERKING,
        gevolg=Gevolg.CHANGED,
        invoer=ConfirmControle,
        facts=store.facts,
        version=store.version,
        adds=True,
        rule=_may_confirm,
        run=_confirm,
    )
)
