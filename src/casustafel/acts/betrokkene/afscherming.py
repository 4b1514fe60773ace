"""Shield what a request asks in every file by one act, and lift it after the person was told. Covenant 12.5; AVG 18.

What each file has to do goes in a bundle, in the transaction of the act. Which pieces there are is read from plain
columns: no content, and no more than who prepares needs to choose.
"""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from casustafel.acts.betrokkene.declare import ACTIVITY, change
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Dag, Id, OpHouder, Regel, Tekst, Uitvoer, Wijzigend
from casustafel.archief import store as archief
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inhoud import Afscherming, Zendsoort
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.bestand.stukken import Stuk
from casustafel.betrokkene import store
from casustafel.betrokkene.inhoud import AankondigingInhoud, TrefferInhoud, VerzoekAfschermingInhoud
from casustafel.casusoverleg import store as casusoverleg
from casustafel.convenant.afscherming import Afschermstaat, afschermingen_in, staat_code
from casustafel.convenant.feit import StukFeit, Wie
from casustafel.convenant.rules.afscherming import AF_TE_SCHERMEN
from casustafel.convenant.rules.verzoekafscherming import (
    gronden_of,
    may_announce_opheffing,
    may_lift_verzoek,
    may_open_afscherming,
    may_shield_verzoek,
)
from casustafel.convenant.stuk import CasusStuk, VerzoekStuk
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.verzoek import VerzoekFeit
from casustafel.register import store as register
from casustafel.weegploeg import store as weegploeg


class ShieldVerzoek(Wijzigend):
    """Which dossier, which pieces of it in any file (none for all of it), on which ground, and what was asked."""

    dossier_id: Id
    items: tuple[Id, ...] = ()
    grond: Regel
    reden: Tekst


class AnnounceOpheffing(Wijzigend):
    """Which shielding, and what the person was sent: why it will be lifted."""

    afscherming_id: Id
    brief: Tekst


class LiftVerzoek(Wijzigend):
    """Which shielding, and why it is lifted."""

    afscherming_id: Id
    reden: Tekst


class OpenAfscherming(OpHouder):
    """Of which request."""


class AfschermbaarStuk(Uitvoer):
    """A piece that can be shielded by itself: in which file, what it is, of when and which organisation. No content."""

    id: Id
    bestand: Bestand
    soort: str
    op: Dag
    organisatie_id: Id | None


class AfschermbaarDossier(Uitvoer):
    """A dossier that the request is about, with the pieces of it that can be shielded."""

    dossier_id: Id
    nummer: str
    stukken: tuple[AfschermbaarStuk, ...]


class AfschermbaarBeeld(Uitvoer):
    """What can be shielded on a request, and on which grounds."""

    gronden: tuple[str, ...]
    dossiers: tuple[AfschermbaarDossier, ...]


class AfschermingBeeld(Uitvoer):
    """A shielding: how far it is, on which ground, why; when the person was told that it will be lifted."""

    id: Id
    dossier_id: Id
    op: Dag
    staat: Afschermstaat
    grond: str
    items: tuple[Id, ...]
    reden: str
    door: str
    aangekondigd_op: Dag | None
    brief: str
    reden_opheffing: str


# --- what there is ---


def pieces_of(dossier_id: UUID) -> Iterator[tuple[Bestand, StukFeit]]:
    """Give the pieces of a subject that are shielded by themselves, of whichever file: plain columns only.

    A copy in the casus is not named: it goes with its signaal.
    """
    dossier = weegploeg.all_facts([dossier_id], lock=False).get(dossier_id)
    for one in dossier.stukken if dossier else ():
        yield Bestand.WEEGPLOEG, one
    casus_id = weegploeg.casus_of(dossier_id) if dossier else None
    for casus in casusoverleg.all_facts([casus_id], lock=False).values() if casus_id else ():
        yield from ((Bestand.CASUSOVERLEG, one) for one in casus.stukken if not _is_copy(one))
    for archived in archief.all_facts([dossier_id], lock=False).values():
        yield from ((Bestand.ARCHIEF, item.stuk) for item in archived.inhoud if not _is_copy(item.stuk))


def _is_copy(stuk: StukFeit) -> bool:
    return stuk.soort in {CasusStuk.SIGNAAL, CasusStuk.ANALYSE} and stuk.bij_id is not None


def _shieldable(dossier_id: UUID) -> list[tuple[Bestand, StukFeit]]:
    return [(bestand, one) for bestand, one in pieces_of(dossier_id) if one.soort in AF_TE_SCHERMEN]


def _may_open(wie: Wie, feit: VerzoekFeit, _invoer: OpenAfscherming, edge: Edge) -> Verdict:
    return may_open_afscherming(wie, feit, day=edge.day)


def _open(pas: Pass, feit: VerzoekFeit, _invoer: OpenAfscherming) -> AfschermbaarBeeld:
    hits = store.stukken.of_kind(pas, feit.id, VerzoekStuk.TREFFER, TrefferInhoud)
    return AfschermbaarBeeld(
        gronden=tuple(g.code for g in gronden_of(feit, pas.wie.convenant, day=pas.day)),
        dossiers=tuple(
            AfschermbaarDossier(
                dossier_id=hit.bij_id,
                nummer=hit.inhoud.nummer,
                stukken=tuple(
                    AfschermbaarStuk(
                        id=one.id, bestand=bestand, soort=one.soort, op=one.op, organisatie_id=one.organisatie_id
                    )
                    for bestand, one in _shieldable(hit.bij_id)
                ),
            )
            for hit in hits
        ),
    )


def shown_afschermingen(pas: Pass, feit: VerzoekFeit) -> tuple[AfschermingBeeld, ...]:
    """Open the shieldings of a request, oldest first."""
    known = {one.id: one for one in afschermingen_in(feit.stukken)}
    told = {
        one.bij_id: one.inhoud.brief
        for one in store.stukken.of_kind(pas, feit.id, VerzoekStuk.AANKONDIGING, AankondigingInhoud)
    }
    return tuple(
        AfschermingBeeld(
            id=one.id,
            dossier_id=one.bij_id,
            op=one.op,
            staat=known[one.id].staat,
            grond=known[one.id].grond,
            items=one.inhoud.items,
            reden=one.inhoud.reden,
            door=one.inhoud.door,
            aangekondigd_op=known[one.id].aangekondigd_op,
            brief=told.get(one.id, ""),
            reden_opheffing=one.inhoud.reden_opheffing,
        )
        for one in store.stukken.of_kind(pas, feit.id, VerzoekStuk.AFSCHERMING, VerzoekAfschermingInhoud)
    )


# --- shield, tell, lift ---


def _may_shield(wie: Wie, feit: VerzoekFeit, invoer: ShieldVerzoek, edge: Edge) -> Verdict:
    return may_shield_verzoek(
        wie,
        feit,
        dossier_id=invoer.dossier_id,
        items=invoer.items,
        bekend=[one.id for _bestand, one in _shieldable(invoer.dossier_id)],
        grond=invoer.grond,
        reden=invoer.reden,
        day=edge.day,
    )


def _shield(pas: Pass, feit: VerzoekFeit, invoer: ShieldVerzoek) -> UUID:
    inhoud = VerzoekAfschermingInhoud(items=invoer.items, reden=invoer.reden, door=register.handelend(pas.wie))
    shielding = store.stukken.add(
        pas,
        inhoud,
        houder_id=feit.id,
        soort=VerzoekStuk.AFSCHERMING,
        bij_id=invoer.dossier_id,
        staat=staat_code(Afschermstaat.ONDERWEG, invoer.grond),
    )
    bundel = Afscherming(
        afscherming_id=shielding,
        verzoek_id=feit.id,
        dossier_id=invoer.dossier_id,
        op=pas.day,
        grond=invoer.grond,
        items=invoer.items,
    )
    store.outbox.put(pas, bundel, houder_id=feit.id, soort=Zendsoort.AFSCHERMING)
    store.advance(pas, feit.id, feit.staat)
    return shielding


def _may_announce(wie: Wie, feit: VerzoekFeit, invoer: AnnounceOpheffing, edge: Edge) -> Verdict:
    return may_announce_opheffing(wie, feit, afscherming_id=invoer.afscherming_id, brief=invoer.brief, day=edge.day)


def _announce(pas: Pass, feit: VerzoekFeit, invoer: AnnounceOpheffing) -> None:
    store.stukken.add(
        pas,
        AankondigingInhoud(brief=invoer.brief, door=register.handelend(pas.wie)),
        houder_id=feit.id,
        soort=VerzoekStuk.AANKONDIGING,
        bij_id=invoer.afscherming_id,
    )
    store.advance(pas, feit.id, feit.staat)


def _may_lift(wie: Wie, feit: VerzoekFeit, invoer: LiftVerzoek, edge: Edge) -> Verdict:
    return may_lift_verzoek(wie, feit, afscherming_id=invoer.afscherming_id, reden=invoer.reden, day=edge.day)


def _lift(pas: Pass, feit: VerzoekFeit, invoer: LiftVerzoek) -> None:
    one = next(one for one in afschermingen_in(feit.stukken) if one.id == invoer.afscherming_id)
    stuk = afscherming_of(pas, feit.id, one.id)
    inhoud = replace(stuk.inhoud, reden_opheffing=invoer.reden, opgeheven_door=register.handelend(pas.wie))
    store.stukken.replace(pas, inhoud, id=one.id, staat=staat_code(Afschermstaat.OPHEFFING, one.grond), op=stuk.op)
    bundel = Afscherming(
        afscherming_id=one.id,
        verzoek_id=feit.id,
        dossier_id=one.dossier_id,
        op=pas.day,
        grond=one.grond,
        is_opgeheven=True,
        reden=invoer.reden,
    )
    store.outbox.put(pas, bundel, houder_id=feit.id, soort=Zendsoort.AFSCHERMING)
    store.advance(pas, feit.id, feit.staat)


def afscherming_of(pas: Pass, verzoek_id: UUID, afscherming_id: UUID) -> Stuk[VerzoekAfschermingInhoud]:
    """Open one shielding of a request."""
    rows = store.stukken.sealed(verzoek_id, ids=[afscherming_id])[VerzoekStuk.AFSCHERMING]
    (stuk,) = store.stukken.open(pas, rows, VerzoekAfschermingInhoud)
    return stuk


shield_verzoek = change(
    "shield-verzoek", articles=("12.5", "12.6"), invoer=ShieldVerzoek, rule=_may_shield, run=_shield
)
announce_opheffing = change(
    "announce-opheffing", articles=("12.6",), invoer=AnnounceOpheffing, rule=_may_announce, run=_announce
)
lift_verzoek = change("lift-verzoek", articles=("12.5", "12.6"), invoer=LiftVerzoek, rule=_may_lift, run=_lift)
open_afscherming = register_act(
    HolderAct(
        code="open-afscherming",
        articles=("12.5",),
        bestand=Bestand.BETROKKENE,
        verwerking=ACTIVITY,
        gevolg=Gevolg.OPENED,
        invoer=OpenAfscherming,
        facts=store.facts,
        version=store.version,
        rule=_may_open,
        run=_open,
    )
)
