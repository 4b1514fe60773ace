"""Check periodically what a casus holds: begin, confirm what one brought in, record the result. Covenant 10.3, 3."""

from casustafel.acts.bewaring.beeld import Bewaard, bewaring_beeld
from casustafel.acts.casusoverleg.may_have import may_have
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Dag, Id, OpHouder, Tekst, Uitvoer, Wijzigend
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.bestand.stukken import Stuk
from casustafel.casusoverleg import store
from casustafel.casusoverleg.gegevens import gegevens
from casustafel.casusoverleg.inhoud import BevestigingInhoud, ControleInhoud, CorrectieInhoud
from casustafel.convenant.feit import CasusFeit, CasusStaat, Rol, StukId, Wie
from casustafel.convenant.rules.controle_casus import (
    Controlestaat,
    Verblijf,
    casus_check_by,
    items_of,
    may_confirm_gegevens,
    may_record_controle,
    may_start_controle,
    open_check,
)
from casustafel.convenant.rules.toegang import may_open_casus
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.verstrekking import Merk


class StartControle(Wijzigend):
    """By which day the parties confirm."""

    uiterlijk_op: Dag


class ConfirmGegevens(Wijzigend):
    """Which of one's own items are right, and what is wrong or missing in the others."""

    controle_id: Id
    juist: tuple[Id, ...] = ()
    toelichting: Tekst = ""


class RecordControle(Wijzigend):
    """What was found and mended, and whether article 3 still holds, with what that rests on."""

    controle_id: Id
    resultaat: Tekst
    verblijf: Verblijf
    toelichting: Tekst


class OpenCasusControle(OpHouder):
    """Of which casus."""


class GegevenBeeld(Uitvoer):
    """An item that the reader's own organisation brought in, or for the uitvoerder any: what is to be confirmed."""

    id: Id
    soort: str
    organisatie_id: Id
    op: Dag
    tekst: str


class BevestigingBeeld(Uitvoer):
    """What a party confirmed."""

    organisatie_id: Id
    op: Dag
    juist: tuple[Id, ...]
    toelichting: str


class CasusControleBeeld(Uitvoer):
    """A periodic check, open or with its result."""

    id: Id
    op: Dag
    uiterlijk_op: Dag | None
    staat: Controlestaat
    resultaat: str
    verblijf: str
    toelichting: str
    bevestigingen: tuple[BevestigingBeeld, ...]


class WasBeeld(Uitvoer):
    """What stood in one field."""

    veld: str
    tekst: str


class CorrectieBeeld(Uitvoer):
    """A correction: on which item, why, and what stood there."""

    bij_id: Id
    organisatie_id: Id
    op: Dag
    reden: str
    was: tuple[WasBeeld, ...]


class ControlesBeeld(Bewaard):
    """The checks and corrections of a casus, and by which day it must be checked again."""

    id: Id
    nummer: str
    versie: int
    staat: CasusStaat
    uiterlijk_op: Dag
    gegevens: tuple[GegevenBeeld, ...]
    controles: tuple[CasusControleBeeld, ...]
    correcties: tuple[CorrectieBeeld, ...]


def _may_start(wie: Wie, casus: CasusFeit, invoer: StartControle, edge: Edge) -> Verdict:
    return may_start_controle(wie, casus, uiterlijk_op=invoer.uiterlijk_op, day=edge.day)


def _start(pas: Pass, casus: CasusFeit, invoer: StartControle) -> StukId:
    controle_id = store.stukken.add(
        pas,
        ControleInhoud(),
        houder_id=casus.kop.id,
        soort=store.Soort.CONTROLE,
        organisatie_id=pas.wie.organisatie_id,
        uiterlijk_op=invoer.uiterlijk_op,
        staat=Controlestaat.OPEN,
    )
    store.mend(pas, casus.kop.id)
    return controle_id


def _may_confirm(wie: Wie, casus: CasusFeit, invoer: ConfirmGegevens, edge: Edge) -> Verdict:
    return may_confirm_gegevens(
        wie,
        casus,
        controle_id=StukId(invoer.controle_id),
        juist=[StukId(i) for i in invoer.juist],
        toelichting=invoer.toelichting,
        day=edge.day,
    )


def _confirm(pas: Pass, casus: CasusFeit, invoer: ConfirmGegevens) -> None:
    is_right = {item.id for item in items_of(pas.wie, casus)} <= set(invoer.juist)
    store.stukken.put_own(
        pas,
        BevestigingInhoud(juist=invoer.juist, toelichting=invoer.toelichting),
        houder_id=casus.kop.id,
        soort=store.Soort.BEVESTIGING,
        staat="juist" if is_right else "onjuist",
        bij_id=invoer.controle_id,
    )
    store.mend(pas, casus.kop.id)


def _may_record(wie: Wie, casus: CasusFeit, invoer: RecordControle, edge: Edge) -> Verdict:
    return may_record_controle(
        wie,
        casus,
        controle_id=StukId(invoer.controle_id),
        resultaat=invoer.resultaat,
        toelichting=invoer.toelichting,
        day=edge.day,
    )


def _record(pas: Pass, casus: CasusFeit, invoer: RecordControle) -> None:
    inhoud = ControleInhoud(resultaat=invoer.resultaat, verblijf=invoer.verblijf, toelichting=invoer.toelichting)
    store.stukken.replace(pas, inhoud, id=invoer.controle_id, staat=Controlestaat.AFGEROND)
    store.mend(pas, casus.kop.id)


def _show(pas: Pass, casus: CasusFeit, _invoer: OpenCasusControle) -> ControlesBeeld:
    said = store.stukken.of_kind(pas, casus.kop.id, store.Soort.BEVESTIGING, BevestigingInhoud)
    checks = store.stukken.of_kind(pas, casus.kop.id, store.Soort.CONTROLE, ControleInhoud)
    return ControlesBeeld(
        id=casus.kop.id,
        nummer=casus.kop.nummer,
        bewaring=bewaring_beeld(casus.kop, pas.wie.convenant),
        versie=casus.kop.versie,
        staat=casus.kop.staat,
        uiterlijk_op=casus_check_by(pas.wie, casus),
        gegevens=_gegevens(pas, casus),
        controles=tuple(_controle(stuk, said=said) for stuk in checks),
        correcties=_correcties(pas, casus),
    )


def _gegevens(pas: Pass, casus: CasusFeit) -> tuple[GegevenBeeld, ...]:
    """Show what is to be confirmed, while a check is open: one's own items, to the uitvoerder all it may have."""
    if open_check(casus) is None:
        return ()
    is_checking = Rol.UITVOERDER in pas.wie.rollen
    own = {item.id for item in items_of(pas.wie, casus)}
    return tuple(
        GegevenBeeld(id=g.id, soort=g.soort, organisatie_id=g.organisatie_id, op=g.op, tekst=g.tekst)
        for g in gegevens(pas, casus.kop.id)
        if (is_checking or g.id in own) and may_have(pas, casus, g.id, g.merk)
    )


def _controle(stuk: Stuk[ControleInhoud], *, said: list[Stuk[BevestigingInhoud]]) -> CasusControleBeeld:
    return CasusControleBeeld(
        id=stuk.id,
        op=stuk.op,
        uiterlijk_op=stuk.uiterlijk_op,
        staat=Controlestaat(stuk.staat),
        resultaat=stuk.inhoud.resultaat,
        verblijf=stuk.inhoud.verblijf,
        toelichting=stuk.inhoud.toelichting,
        bevestigingen=tuple(
            BevestigingBeeld(
                organisatie_id=b.organisatie_id, op=b.op, juist=b.inhoud.juist, toelichting=b.inhoud.toelichting
            )
            for b in said
            if b.bij_id == stuk.id
        ),
    )


def _correcties(pas: Pass, casus: CasusFeit) -> tuple[CorrectieBeeld, ...]:
    """Show what was corrected, as far as the reader may have the item."""
    found = store.stukken.of_kind(pas, casus.kop.id, store.Soort.CORRECTIE, CorrectieInhoud)
    return tuple(
        CorrectieBeeld(
            bij_id=stuk.bij_id,
            organisatie_id=stuk.organisatie_id,
            op=stuk.op,
            reden=stuk.inhoud.reden,
            was=tuple(WasBeeld(veld=veld, tekst=tekst) for veld, tekst in _was(stuk.inhoud)),
        )
        for stuk in found
        if (merk := _merk(stuk.inhoud)) is None or may_have(pas, casus, stuk.bij_id, merk)
    )


def _merk(inhoud: CorrectieInhoud) -> Merk | None:
    return inhoud.signaal.merk if inhoud.signaal else inhoud.merk


def _was(inhoud: CorrectieInhoud) -> list[tuple[str, str]]:
    if inhoud.signaal:
        signaal = inhoud.signaal
        fields = (("omschrijving", signaal.omschrijving), ("waar", signaal.waar), ("wanneer", signaal.wanneer))
        return [(veld, tekst) for veld, tekst in fields if tekst]
    if inhoud.naw:
        naw = inhoud.naw
        return [("naam", naw.naam), ("adres", naw.adres), ("woonplaats", naw.woonplaats)]
    return [(was.veld, was.tekst) for was in inhoud.was]


def _may_open(wie: Wie, casus: CasusFeit, _invoer: OpenCasusControle, edge: Edge) -> Verdict:
    return may_open_casus(wie, casus.kop, day=edge.day)


start_controle = register_act(
    HolderAct(
        code="start-controle",
        articles=("10.3", "5"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="controleren en corrigeren",
        gevolg=Gevolg.CHANGED,
        invoer=StartControle,
        facts=store.facts,
        version=store.version,
        rule=_may_start,
        run=_start,
    )
)

confirm_gegevens = register_act(
    HolderAct(
        code="confirm-gegevens",
        articles=("10.3",),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="controleren en corrigeren",
        gevolg=Gevolg.CHANGED,
        invoer=ConfirmGegevens,
        facts=store.facts,
        version=store.version,
        adds=True,
        rule=_may_confirm,
        run=_confirm,
    )
)

record_controle = register_act(
    HolderAct(
        code="record-controle",
        articles=("10.3", "3", "5"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="controleren en corrigeren",
        gevolg=Gevolg.CHANGED,
        invoer=RecordControle,
        facts=store.facts,
        version=store.version,
        rule=_may_record,
        run=_record,
    )
)

open_casus_controle = register_act(
    HolderAct(
        code="open-casus-controle",
        articles=("10.3", "10.4"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="controleren en corrigeren",
        gevolg=Gevolg.OPENED,
        invoer=OpenCasusControle,
        facts=store.facts,
        version=store.version,
        rule=_may_open,
        run=_show,
    )
)
