"""A decision on a request on its way to every file that holds it. Covenant 12.5, 12.6, 13.2.

Out of the request, into the file where what it is about lies by now, acknowledged with how that went. The dossier comes
before the casus that holds its copies, so that what was handed over meanwhile changes too.
"""

from dataclasses import replace
from enum import StrEnum
from typing import Any
from uuid import UUID

from casustafel.acts.betrokkene.carry_out_verzoek import send
from casustafel.acts.betrokkene.declare import ACTIVITY
from casustafel.acts.betrokkene.overzicht import without
from casustafel.acts.bewaring.inhoud import IN_CASUS, IN_DOSSIER
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Id, Ja, OpHouder
from casustafel.acts.overdracht.overdracht import SendZending
from casustafel.acts.overdracht.toepassen import Kamer, apply, naw_after, note_naw
from casustafel.archief import store as archief
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inhoud import ArchiefKop, Uitvoering, Zendsoort
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.bestand.stukken import Stuk
from casustafel.betrokkene import store as betrokkene
from casustafel.betrokkene.inhoud import AntwoordInhoud, OverzichtInhoud
from casustafel.casusoverleg import store as casusoverleg
from casustafel.casusoverleg.inhoud import CorrectieInhoud as CasusCorrectie
from casustafel.convenant.archief import ArchiefFeit
from casustafel.convenant.bewaring import BewaarFeit
from casustafel.convenant.feit import UNDECIDED, CasusFeit, DossierFeit, DossierStaat, StukId, Wie
from casustafel.convenant.rules.verplaatsing import is_emptied
from casustafel.convenant.rules.weegploeg import may_carry
from casustafel.convenant.stuk import ArchiefStuk, DossierStuk, Herkomst, VerzoekStuk
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.verzoek import VerzoekFeit, Verzoekstaat
from casustafel.convenant.wijziging import Uitvoerstaat, Wijzigingsoort
from casustafel.weegploeg import store as weegploeg
from casustafel.weegploeg.inhoud import CorrectieInhoud as DossierCorrectie

WEIGHED = {DossierStuk.SIGNAAL.value, DossierStuk.WEGING.value}


class Plek(StrEnum):
    """Where what a bundle is for lies now: in its file, in the archive, on its way there, or nowhere any more."""

    HIER = "hier"
    ARCHIEF = "archief"
    ONDERWEG = "onderweg"
    NERGENS = "nergens"


class ReceiveUitvoering(OpHouder):
    """The bundle as it left the request; the holder is what it is carried out in."""

    zending_id: Id
    bundel: Uitvoering


class AcknowledgeUitvoering(SendZending):
    """Which bundle; whether there was anything left to change, and the casus that the dossier has by now."""

    is_uitgevoerd: Ja
    casus_id: Id | None = None


# --- where it lies: ids and days only, no act, as what waits in an outbox ---


def place_of(bundel: Uitvoering) -> Plek:
    """Tell where what a bundle is for lies now. What is on its way out of a file waits until it has arrived."""
    if bundel.bestand is Bestand.BETROKKENE:
        return Plek.HIER if betrokkene.facts([bundel.houder_id], lock=False) else Plek.NERGENS
    if bundel.bestand is Bestand.WEEGPLOEG:
        dossier = weegploeg.bewaring([bundel.houder_id], lock=False).get(bundel.houder_id)
        return _in_file(dossier, bundel)
    return _at_table(bundel) if bundel.bestand is Bestand.CASUSOVERLEG else _in_archief(bundel)


def _at_table(bundel: Uitvoering) -> Plek:
    """Wait while the dossier still has something under way to its casus: a copy of what stood there before."""
    dossier = weegploeg.bewaring([bundel.dossier_id], lock=False).get(bundel.dossier_id)
    casus = casusoverleg.bewaring([bundel.houder_id], lock=False).get(bundel.houder_id)
    if dossier is not None and dossier.onderweg and dossier.gearchiveerd_op is None:
        return Plek.ONDERWEG
    return _in_file(casus, bundel)


def _in_file(feit: BewaarFeit | None, bundel: Uitvoering) -> Plek:
    """Tell where a dossier or casus is: in its file until it is packed, in the archive once that has it."""
    if feit is None or (feit.gearchiveerd_op is not None and not feit.onderweg):
        return _in_archief(bundel)
    return Plek.HIER if feit.vernietigen_op is None else Plek.ONDERWEG


def _in_archief(bundel: Uitvoering) -> Plek:
    found = archief.bewaring([bundel.dossier_id], lock=False).get(bundel.dossier_id)
    if found is None:
        return Plek.NERGENS
    return Plek.ARCHIEF if found.vernietigen_op is None else Plek.ONDERWEG


# --- out of the request ---


def _may_send(wie: Wie, feit: VerzoekFeit, _invoer: SendZending, edge: Edge) -> Verdict:
    return may_carry(wie, convenant_id=feit.convenant_id, day=edge.day)


def _send(pas: Pass, feit: VerzoekFeit, invoer: SendZending) -> Uitvoering | None:
    return betrokkene.outbox.open(pas, invoer.zending_id, Uitvoering, houder_id=feit.id)


# --- into each file ---


def _is_first(store: Any, pas: Pass, invoer: ReceiveUitvoering) -> bool:
    first: bool = store.is_first_time(pas, zending_id=invoer.zending_id, soort=Zendsoort.UITVOERING)
    return first


def _may_weegploeg(wie: Wie, dossier: DossierFeit, _invoer: ReceiveUitvoering, edge: Edge) -> Verdict:
    return may_carry(wie, convenant_id=dossier.kop.convenant_id, day=edge.day)


def _kamer_of(pas: Pass, houder_id: UUID) -> Kamer:
    """Give the weegploeg's file, for one dossier."""

    def note(inhoud: object, bij_id: UUID | None) -> None:
        weegploeg.stukken.add(pas, inhoud, houder_id=houder_id, soort=DossierStuk.CORRECTIE, bij_id=bij_id)

    return Kamer(
        herkomst=Herkomst.WEEGPLOEG,
        stukken=weegploeg.stukken,
        kinds=IN_DOSSIER,
        correctie=DossierCorrectie,
        rows=lambda: [
            row for some in weegploeg.stukken.sealed(houder_id, ook_afgeschermd=True).values() for row in some
        ],
        note=note,
    )


def _weegploeg(pas: Pass, dossier: DossierFeit, invoer: ReceiveUitvoering) -> UUID | None:
    """Change the dossier as a correction would, and tell which casus it has: positions on what was known lapse.

    Reading: that is no casework. A dossier whose last signaal was removed ends as one that its signals left (8.3).
    """
    if _is_first(weegploeg, pas, invoer):
        bundel, kop = invoer.bundel, dossier.kop
        kamer = _kamer_of(pas, kop.id)
        was = weegploeg.naw_of(pas, kop.id)
        naw = naw_after(bundel, was)
        if naw != was:
            note_naw(kamer, bundel, was)
        touched = apply(pas, kamer, bundel)
        if touched & WEIGHED and kop.staat in UNDECIDED:
            weegploeg.retire_positions(pas, kop.id)
        weegploeg.mend(pas, kop.id, naw)
        if touched & WEIGHED and is_emptied(dossier, [StukId(one) for one in _removed(bundel)]):
            weegploeg.settle(pas, kop.id, staat=DossierStaat.OPGEGAAN)
    return weegploeg.casus_of(dossier.kop.id)


def _removed(bundel: Uitvoering) -> set[UUID]:
    return {one.stuk_id for one in bundel.wijzigingen if one.soort == Wijzigingsoort.VERWIJDEREN}


def _may_casus(wie: Wie, casus: CasusFeit, _invoer: ReceiveUitvoering, edge: Edge) -> Verdict:
    return may_carry(wie, convenant_id=casus.kop.convenant_id, day=edge.day)


def _casus(pas: Pass, casus: CasusFeit, invoer: ReceiveUitvoering) -> None:
    """Change the casus: its own pieces, and its copies of what stands in the dossier."""
    if not _is_first(casusoverleg, pas, invoer):
        return
    casus_id, bundel = casus.kop.id, invoer.bundel

    def note(inhoud: object, bij_id: UUID | None) -> None:
        casusoverleg.stukken.add(pas, inhoud, houder_id=casus_id, soort=casusoverleg.Soort.CORRECTIE, bij_id=bij_id)

    kamer = Kamer(
        herkomst=Herkomst.CASUSOVERLEG,
        stukken=casusoverleg.stukken,
        kinds=IN_CASUS,
        correctie=CasusCorrectie,
        rows=lambda: [
            row for some in casusoverleg.stukken.sealed(casus_id, ook_afgeschermd=True).values() for row in some
        ],
        note=note,
    )
    was = casusoverleg.naw_of(pas, casus_id)
    naw = naw_after(bundel, was)
    if naw != was:
        note_naw(kamer, bundel, was)
    apply(pas, kamer, bundel)
    casusoverleg.mend(pas, casus_id, naw)


def _may_archief(wie: Wie, feit: ArchiefFeit, _invoer: ReceiveUitvoering, edge: Edge) -> Verdict:
    return may_carry(wie, convenant_id=feit.convenant_id, day=edge.day)


def _archief(pas: Pass, feit: ArchiefFeit, invoer: ReceiveUitvoering) -> None:
    """Change what was archived: the archive is read-only but for this. Covenant 13.2, reading.

    A bundle that was on its way to a file changes the part that came from that file.
    """
    if not _is_first(archief, pas, invoer):
        return
    of = {Bestand.WEEGPLOEG: (Herkomst.WEEGPLOEG,), Bestand.CASUSOVERLEG: (Herkomst.CASUSOVERLEG,)}
    for herkomst in of.get(invoer.bundel.bestand, (Herkomst.WEEGPLOEG, Herkomst.CASUSOVERLEG)):
        kamer = _archived(pas, feit.id, herkomst)
        for row in [row for row in kamer.rows() if row.soort == ArchiefStuk.KOP]:
            _head(pas, kamer, invoer.bundel, row)
        apply(pas, kamer, invoer.bundel)
    archief.touch(pas, feit.id)


def _head(pas: Pass, kamer: Kamer, bundel: Uitvoering, row: Any) -> None:
    """Change the name and address in the head of what was archived."""
    kop = pas.open(row, ArchiefKop, houder_id=row.houder_id)
    naw = naw_after(bundel, kop.naw)
    if naw != kop.naw:
        note_naw(kamer, bundel, kop.naw)
        archief.stukken.replace(pas, replace(kop, naw=naw), id=row.id, staat=row.staat, op=row.op)


def _archived(pas: Pass, houder_id: UUID, herkomst: Herkomst) -> Kamer:
    is_dossier = herkomst is Herkomst.WEEGPLOEG

    def note(inhoud: object, bij_id: UUID | None) -> None:
        archief.add_beside(
            pas, inhoud, houder_id=houder_id, herkomst=herkomst, soort=DossierStuk.CORRECTIE, bij_id=bij_id
        )

    def rows() -> list[Any]:
        found = archief.stukken.sealed(houder_id, ook_afgeschermd=True).values()
        return [row for some in found for row in some if row.herkomst == herkomst]

    return Kamer(
        herkomst=herkomst,
        stukken=archief.stukken,
        kinds=IN_DOSSIER if is_dossier else IN_CASUS,
        correctie=DossierCorrectie if is_dossier else CasusCorrectie,
        rows=rows,
        note=note,
    )


def _may_verzoek(wie: Wie, feit: VerzoekFeit, _invoer: ReceiveUitvoering, edge: Edge) -> Verdict:
    return may_carry(wie, convenant_id=feit.convenant_id, day=edge.day)


def _verzoek(pas: Pass, feit: VerzoekFeit, invoer: ReceiveUitvoering) -> None:
    """Take what was removed out of the overview that another request holds, gathered or given. Covenant 12.3, 12.5."""
    if not _is_first(betrokkene, pas, invoer):
        return
    gone = _removed(invoer.bundel)
    gathered = betrokkene.stukken.of_kind(pas, feit.id, VerzoekStuk.OVERZICHT, OverzichtInhoud)
    given = betrokkene.stukken.of_kind(pas, feit.id, VerzoekStuk.ANTWOORD, AntwoordInhoud)
    both: list[Stuk[Any]] = [*gathered, *given]
    for stuk in both:
        was = stuk.inhoud.overzicht
        left = without(was, gone) if was is not None else None
        if left is not None and was is not None and left.stukken != was.stukken:
            now = replace(stuk.inhoud, overzicht=replace(left, weggelaten=was.weggelaten))
            betrokkene.stukken.replace(pas, now, id=stuk.id, staat=stuk.staat, op=stuk.op)
    betrokkene.advance(pas, feit.id, feit.staat)


# --- acknowledged ---


def _acknowledge(pas: Pass, feit: VerzoekFeit, invoer: AcknowledgeUitvoering) -> None:
    """Note the file as done; what was handed over meanwhile gets a bundle too. With the last one it is carried out."""
    bundel = betrokkene.outbox.open(pas, invoer.zending_id, Uitvoering, houder_id=feit.id)
    if bundel is None:
        return
    known: dict[UUID | None, UUID] = {one.bij_id: one.id for one in feit.bestanden}
    staat = Uitvoerstaat.UITGEVOERD if invoer.is_uitgevoerd else Uitvoerstaat.NIET_MEER
    betrokkene.stukken.set_staat(pas, [known[bundel.houder_id]], staat)
    betrokkene.outbox.drop(pas, invoer.zending_id)
    still = [one for one in feit.bestanden if one.staat == Uitvoerstaat.ONDERWEG and one.bij_id != bundel.houder_id]
    if invoer.casus_id is not None and invoer.casus_id not in known:
        send(pas, feit, replace(bundel, bestand=Bestand.CASUSOVERLEG, houder_id=invoer.casus_id))
    elif not still:
        betrokkene.advance(pas, feit.id, Verzoekstaat.UITGEVOERD)


send_uitvoering = register_act(
    HolderAct(
        code="send-uitvoering",
        articles=("12.6",),
        bestand=Bestand.BETROKKENE,
        verwerking=ACTIVITY,
        gevolg=Gevolg.EXPORTED,
        invoer=SendZending,
        facts=betrokkene.facts,
        version=betrokkene.version,
        rule=_may_send,
        run=_send,
    )
)
receive_uitvoering_weegploeg = register_act(
    HolderAct(
        code="receive-uitvoering-weegploeg",
        articles=("12.5", "12.6", "8.3"),
        bestand=Bestand.WEEGPLOEG,
        verwerking=ACTIVITY,
        gevolg=Gevolg.CHANGED,
        invoer=ReceiveUitvoering,
        facts=weegploeg.all_facts,
        version=weegploeg.version,
        rule=_may_weegploeg,
        run=_weegploeg,
    )
)
receive_uitvoering_casus = register_act(
    HolderAct(
        code="receive-uitvoering-casus",
        articles=("12.5", "12.6", "10.3"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking=ACTIVITY,
        gevolg=Gevolg.CHANGED,
        invoer=ReceiveUitvoering,
        facts=casusoverleg.all_facts,
        version=casusoverleg.version,
        rule=_may_casus,
        run=_casus,
    )
)
receive_uitvoering_archief = register_act(
    HolderAct(
        code="receive-uitvoering-archief",
        articles=("12.5", "12.6", "13.2"),
        bestand=Bestand.ARCHIEF,
        verwerking=ACTIVITY,
        gevolg=Gevolg.CHANGED,
        invoer=ReceiveUitvoering,
        facts=archief.all_facts,
        version=archief.version,
        rule=_may_archief,
        run=_archief,
    )
)
receive_uitvoering_verzoek = register_act(
    HolderAct(
        code="receive-uitvoering-verzoek",
        articles=("12.3", "12.5", "12.6"),
        bestand=Bestand.BETROKKENE,
        verwerking=ACTIVITY,
        gevolg=Gevolg.CHANGED,
        invoer=ReceiveUitvoering,
        facts=betrokkene.facts,
        version=betrokkene.version,
        rule=_may_verzoek,
        run=_verzoek,
    )
)
acknowledge_uitvoering = register_act(
    HolderAct(
        code="acknowledge-uitvoering",
        articles=("12.6",),
        bestand=Bestand.BETROKKENE,
        verwerking=ACTIVITY,
        gevolg=Gevolg.CHANGED,
        invoer=AcknowledgeUitvoering,
        facts=betrokkene.facts,
        version=betrokkene.version,
        rule=_may_send,
        run=_acknowledge,
    )
)
