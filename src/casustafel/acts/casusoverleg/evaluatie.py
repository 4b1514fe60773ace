"""Look at the plan together: start a round, say how it goes, close it with a conclusion. Covenant 9.4."""

from dataclasses import replace

from casustafel.acts.bewaring.beeld import Bewaard, bewaring_beeld
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Dag, Id, OpHouder, Tekst, Uitvoer, Wijzigend
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.bestand.stukken import Stuk
from casustafel.casusoverleg import store
from casustafel.casusoverleg.inhoud import EvaluatieInhoud, InbrengInhoud
from casustafel.convenant.feit import CasusFeit, CasusStaat, StukId, Wie, of_kind
from casustafel.convenant.rules.evaluatie import (
    Inbrengkeuze,
    Ronde,
    may_close_evaluatie,
    may_give_inbreng,
    may_start_evaluatie,
    silent_in,
)
from casustafel.convenant.rules.toegang import is_partner, may_open_plan
from casustafel.convenant.verdict import Verdict


class StartEvaluatie(Wijzigend):
    """Why all look at the plan now, and by which day each has spoken."""

    aanleiding: Tekst
    uiterlijk_op: Dag


class GiveInbreng(Wijzigend):
    """How the plan goes, and whether to go on or to close, with the reasons."""

    evaluatie_id: Id
    keuze: Inbrengkeuze
    tekst: Tekst
    motivering: Tekst


class CloseEvaluatie(Wijzigend):
    """What the table concludes."""

    evaluatie_id: Id
    conclusie: Tekst


class OpenEvaluaties(OpHouder):
    """Of which casus."""


class InbrengBeeld(Uitvoer):
    """What a participant said in a round."""

    organisatie_id: Id
    op: Dag
    keuze: Inbrengkeuze
    tekst: str
    motivering: str


class EvaluatieBeeld(Uitvoer):
    """A round. An externe casuspartner sees its own words only, not the reason for the round nor the conclusion."""

    id: Id
    op: Dag
    uiterlijk_op: Dag | None
    staat: Ronde
    aanleiding: str
    conclusie: str
    inbreng: tuple[InbrengBeeld, ...]
    zwijgt: tuple[Id, ...]


class EvaluatiesBeeld(Bewaard):
    """The rounds of a casus, oldest first."""

    id: Id
    nummer: str
    versie: int
    staat: CasusStaat
    evaluaties: tuple[EvaluatieBeeld, ...]


def _may_start(wie: Wie, casus: CasusFeit, invoer: StartEvaluatie, edge: Edge) -> Verdict:
    return may_start_evaluatie(wie, casus, aanleiding=invoer.aanleiding, uiterlijk_op=invoer.uiterlijk_op, day=edge.day)


def _start(pas: Pass, casus: CasusFeit, invoer: StartEvaluatie) -> StukId:
    evaluatie_id = store.stukken.add(
        pas,
        EvaluatieInhoud(aanleiding=invoer.aanleiding),
        houder_id=casus.kop.id,
        soort=store.Soort.EVALUATIE,
        organisatie_id=pas.wie.organisatie_id,
        uiterlijk_op=invoer.uiterlijk_op,
        staat=Ronde.OPEN,
    )
    store.touch(pas, casus.kop.id)
    return evaluatie_id


def _may_give(wie: Wie, casus: CasusFeit, invoer: GiveInbreng, edge: Edge) -> Verdict:
    return may_give_inbreng(
        wie,
        casus,
        evaluatie_id=StukId(invoer.evaluatie_id),
        tekst=invoer.tekst,
        motivering=invoer.motivering,
        day=edge.day,
    )


def _give(pas: Pass, casus: CasusFeit, invoer: GiveInbreng) -> None:
    store.stukken.put_own(
        pas,
        InbrengInhoud(tekst=invoer.tekst, motivering=invoer.motivering),
        houder_id=casus.kop.id,
        soort=store.Soort.INBRENG,
        staat=invoer.keuze,
        bij_id=invoer.evaluatie_id,
    )
    store.touch(pas, casus.kop.id)


def _may_close(wie: Wie, casus: CasusFeit, invoer: CloseEvaluatie, edge: Edge) -> Verdict:
    return may_close_evaluatie(
        wie, casus, evaluatie_id=StukId(invoer.evaluatie_id), conclusie=invoer.conclusie, day=edge.day
    )


def _close(pas: Pass, casus: CasusFeit, invoer: CloseEvaluatie) -> None:
    found = store.stukken.of_kind(pas, casus.kop.id, store.Soort.EVALUATIE, EvaluatieInhoud)
    ronde = next(stuk for stuk in found if stuk.id == invoer.evaluatie_id)
    inhoud = replace(ronde.inhoud, conclusie=invoer.conclusie)
    store.stukken.replace(pas, inhoud, id=ronde.id, staat=Ronde.GESLOTEN, op=ronde.op)
    store.touch(pas, casus.kop.id)


def _show(pas: Pass, casus: CasusFeit, _invoer: OpenEvaluaties) -> EvaluatiesBeeld:
    rounds = store.stukken.of_kind(pas, casus.kop.id, store.Soort.EVALUATIE, EvaluatieInhoud)
    said = store.stukken.of_kind(pas, casus.kop.id, store.Soort.INBRENG, InbrengInhoud)
    if is_partner(pas.wie):
        said = [stuk for stuk in said if stuk.organisatie_id == pas.wie.organisatie_id]
    return EvaluatiesBeeld(
        id=casus.kop.id,
        nummer=casus.kop.nummer,
        bewaring=bewaring_beeld(casus.kop, pas.wie.convenant),
        versie=casus.kop.versie,
        staat=casus.kop.staat,
        evaluaties=tuple(_ronde(pas, casus, ronde, said=said) for ronde in rounds),
    )


def _ronde(
    pas: Pass, casus: CasusFeit, ronde: Stuk[EvaluatieInhoud], *, said: list[Stuk[InbrengInhoud]]
) -> EvaluatieBeeld:
    is_own_only = is_partner(pas.wie)
    silent = [r for r in of_kind(casus.stukken, store.Soort.EVALUATIE) if r.id == ronde.id and r.staat == Ronde.OPEN]
    zwijgt = {o for r in silent for o in silent_in(casus, r, day=pas.day)}
    return EvaluatieBeeld(
        id=ronde.id,
        op=ronde.op,
        uiterlijk_op=ronde.uiterlijk_op,
        staat=Ronde(ronde.staat),
        aanleiding="" if is_own_only else ronde.inhoud.aanleiding,
        conclusie="" if is_own_only else ronde.inhoud.conclusie,
        inbreng=tuple(
            InbrengBeeld(
                organisatie_id=stuk.organisatie_id,
                op=stuk.op,
                keuze=Inbrengkeuze(stuk.staat),
                tekst=stuk.inhoud.tekst,
                motivering=stuk.inhoud.motivering,
            )
            for stuk in said
            if stuk.bij_id == ronde.id
        ),
        zwijgt=tuple(sorted(o for o in zwijgt if not is_own_only or o == pas.wie.organisatie_id)),
    )


def _may_open(wie: Wie, casus: CasusFeit, _invoer: OpenEvaluaties, edge: Edge) -> Verdict:
    return may_open_plan(wie, casus.kop, day=edge.day)


start_evaluatie = register_act(
    HolderAct(
        code="start-evaluatie",
        articles=("9.4",),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="plan opstellen en volgen",
        gevolg=Gevolg.CHANGED,
        invoer=StartEvaluatie,
        facts=store.facts,
        version=store.version,
        rule=_may_start,
        run=_start,
    )
)

give_inbreng = register_act(
    HolderAct(
        code="give-inbreng",
        articles=("9.4",),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="plan opstellen en volgen",
        gevolg=Gevolg.CHANGED,
        invoer=GiveInbreng,
        facts=store.facts,
        version=store.version,
        adds=True,
        rule=_may_give,
        run=_give,
    )
)

close_evaluatie = register_act(
    HolderAct(
        code="close-evaluatie",
        articles=("9.4",),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="plan opstellen en volgen",
        gevolg=Gevolg.CHANGED,
        invoer=CloseEvaluatie,
        facts=store.facts,
        version=store.version,
        rule=_may_close,
        run=_close,
    )
)

open_evaluaties = register_act(
    HolderAct(
        code="open-evaluaties",
        articles=("9.4", "10.5"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="plan opstellen en volgen",
        gevolg=Gevolg.OPENED,
        invoer=OpenEvaluaties,
        facts=store.facts,
        version=store.version,
        rule=_may_open,
        run=_show,
    )
)
