"""Open a dossier: all that it holds. Covenant 8.2, 8.4."""

from collections.abc import Iterable, Sequence

from casustafel.acts.bewaring.beeld import Bewaard, bewaring_beeld
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Dag, Id, OpHouder, Uitvoer
from casustafel.acts.weegploeg.termijn import beslis_uiterlijk_op
from casustafel.acts.weegploeg.verplaatsing import VerplaatsingBeeld, verplaatsing_beeld
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inhoud import Naw, StandpuntInhoud
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.bestand.stukken import NOBODY, Stuk
from casustafel.convenant.beslistermijn import outcome_2_on
from casustafel.convenant.feit import DossierFeit, DossierStaat, Wie, of_kind
from casustafel.convenant.rules.toegang import may_open_dossier
from casustafel.convenant.stuk import VERVALLEN
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.verstrekking import Verstrekking
from casustafel.weegploeg import store
from casustafel.weegploeg.inhoud import (
    CorrectieInhoud,
    HeroverwegingInhoud,
    MotiveringInhoud,
    SignaalInhoud,
    VraagInhoud,
    WegingInhoud,
)


class OpenDossier(OpHouder):
    """Which dossier."""


class WasBeeld(Uitvoer):
    """What stood in one text before."""

    veld: str
    tekst: str


class CorrectieBeeld(Uitvoer):
    """What stood there before a correction, why it was mended, by which organisation and when. Covenant 8.3, 12.5.

    Of what was removed on a request nothing stood anywhere any more: only why.
    """

    op: Dag
    organisatie_id: Id
    reden: str
    naw: Naw | None
    signaal: SignaalInhoud | None
    was: tuple[WasBeeld, ...] = ()


class SignaalBeeld(Uitvoer):
    """A signaal, with who brought it in and on which ground."""

    id: Id
    op: Dag
    organisatie_id: Id
    omschrijving: str
    waar: str
    wanneer: str
    melder_naam: str
    melder_contact: str
    verstrekking: Verstrekking
    derde_naam: str
    derde_noodzaak: str
    is_overgedragen: bool
    correcties: tuple[CorrectieBeeld, ...]


class VraagBeeld(Uitvoer):
    """A question for more information."""

    id: Id
    op: Dag
    organisatie_id: Id
    vraag: str
    uiterlijk_op: Dag | None
    gevraagd_door: Id | None
    beantwoord_op: Dag | None
    is_beantwoord: bool
    is_ingetrokken: bool


class WegingBeeld(Uitvoer):
    """The analysis on one criterion."""

    id: Id
    op: Dag
    organisatie_id: Id
    criterium: str
    tekst: str
    signalen: tuple[Id, ...]
    is_vervangen: bool


class StandpuntBeeld(Uitvoer):
    """The position of one kernpartij: an outcome that it agrees with, or that it withholds."""

    organisatie_id: Id
    op: Dag
    keuze: str
    motivering: str
    door: str
    als_plaatsvervanger: bool


class VerlengingBeeld(Uitvoer):
    """The last question for a longer term: who asked, why, how far it is, and where each kernpartij stands."""

    id: Id
    op: Dag
    organisatie_id: Id
    reden: str
    staat: str
    standpunten: tuple[StandpuntBeeld, ...]


class BeslissingBeeld(Uitvoer):
    """A decision of the weegploeg: the outcome or the closing, in words."""

    op: Dag
    uitkomst: str
    motivering: str


class BetrokkenBeeld(Uitvoer):
    """An organisation that was named to be involved, and why."""

    organisatie_id: Id
    reden: str


class DoelgroepBeeld(Uitvoer):
    """That the two things of article 3 were confirmed: by whom, when, at which step."""

    organisatie_id: Id
    op: Dag
    moment: str


class HeroverwegingBeeld(Uitvoer):
    """That the signals came back from the archive: from which number, when, for which purpose, why."""

    nummer: str
    op: Dag
    doelstelling: str
    noodzaak: str


class DossierBeeld(Bewaard):
    """A dossier as a kernpartij sees it."""

    id: Id
    nummer: str
    versie: int
    staat: DossierStaat
    subject: Naw
    correcties: tuple[CorrectieBeeld, ...]
    eerste_signaal_op: Dag
    beslis_uiterlijk_op: Dag | None
    niet_geagendeerd_sinds: Dag | None
    verlengd_op: Dag | None
    verlenging: VerlengingBeeld | None
    signalen: tuple[SignaalBeeld, ...]
    vragen: tuple[VraagBeeld, ...]
    wegingen: tuple[WegingBeeld, ...]
    standpunten: tuple[StandpuntBeeld, ...]
    beslissing: BeslissingBeeld | None
    betrokken: tuple[BetrokkenBeeld, ...]
    afsluiting: BeslissingBeeld | None
    verplaatsingen: tuple[VerplaatsingBeeld, ...]
    is_overgedragen: bool
    doelgroep: tuple[DoelgroepBeeld, ...]
    heroverweging: HeroverwegingBeeld | None


def _correcties(stukken: Iterable[Stuk[CorrectieInhoud]]) -> tuple[CorrectieBeeld, ...]:
    return tuple(
        CorrectieBeeld(
            op=stuk.op,
            organisatie_id=stuk.organisatie_id,
            reden=stuk.inhoud.reden,
            naw=stuk.inhoud.naw,
            signaal=stuk.inhoud.signaal,
            was=tuple(WasBeeld(veld=one.veld, tekst=one.tekst) for one in stuk.inhoud.was),
        )
        for stuk in stukken
    )


def _signaal(stuk: Stuk[SignaalInhoud], pieces: store.DossierStukken) -> SignaalBeeld:
    inhoud = stuk.inhoud
    return SignaalBeeld(
        id=stuk.id,
        op=stuk.op,
        organisatie_id=stuk.organisatie_id,
        omschrijving=inhoud.omschrijving,
        waar=inhoud.waar,
        wanneer=inhoud.wanneer,
        melder_naam=inhoud.melder_naam,
        melder_contact=inhoud.melder_contact,
        verstrekking=inhoud.verstrekking,
        derde_naam=inhoud.derde_naam,
        derde_noodzaak=inhoud.derde_noodzaak,
        is_overgedragen=stuk.staat == store.HANDED_OVER,
        correcties=_correcties(c for c in pieces.correcties if c.bij_id == stuk.id),
    )


def _vraag(stuk: Stuk[VraagInhoud], pieces: store.DossierStukken) -> VraagBeeld:
    answered = [signaal.op for signaal in pieces.signalen if signaal.bij_id == stuk.id]
    return VraagBeeld(
        id=stuk.id,
        op=stuk.op,
        organisatie_id=stuk.organisatie_id,
        vraag=stuk.inhoud.vraag,
        uiterlijk_op=stuk.uiterlijk_op,
        gevraagd_door=stuk.inhoud.gevraagd_door,
        beantwoord_op=answered[0] if answered else None,
        is_beantwoord=stuk.staat == store.ANSWERED,
        is_ingetrokken=stuk.staat == VERVALLEN,
    )


def _weging(stuk: Stuk[WegingInhoud]) -> WegingBeeld:
    return WegingBeeld(
        id=stuk.id,
        op=stuk.op,
        organisatie_id=stuk.organisatie_id,
        criterium=stuk.inhoud.criterium,
        tekst=stuk.inhoud.tekst,
        signalen=stuk.inhoud.signalen,
        is_vervangen=stuk.staat == VERVALLEN,
    )


def _standpunt(stuk: Stuk[StandpuntInhoud]) -> StandpuntBeeld:
    return StandpuntBeeld(
        organisatie_id=stuk.organisatie_id,
        op=stuk.op,
        keuze=stuk.staat,
        motivering=stuk.inhoud.motivering,
        door=stuk.inhoud.door,
        als_plaatsvervanger=stuk.inhoud.als_plaatsvervanger,
    )


def _verlenging(pieces: store.DossierStukken) -> VerlengingBeeld | None:
    if not pieces.verlengingen:
        return None
    stuk = pieces.verlengingen[-1]
    return VerlengingBeeld(
        id=stuk.id,
        op=stuk.op,
        organisatie_id=stuk.organisatie_id,
        reden=stuk.inhoud.motivering,
        staat=stuk.staat,
        standpunten=tuple(_standpunt(s) for s in pieces.over_verlenging if s.bij_id == stuk.id),
    )


def _beslissing(stukken: list[Stuk[MotiveringInhoud]]) -> BeslissingBeeld | None:
    if not stukken:
        return None
    stuk = stukken[-1]
    return BeslissingBeeld(op=stuk.op, uitkomst=stuk.staat, motivering=stuk.inhoud.motivering)


def _show(pas: Pass, dossier: DossierFeit, _invoer: OpenDossier) -> DossierBeeld:
    pieces = store.open_all(pas, dossier.kop.id)
    return DossierBeeld(
        id=dossier.kop.id,
        nummer=dossier.kop.nummer,
        bewaring=bewaring_beeld(dossier.kop, pas.wie.convenant),
        versie=dossier.kop.versie,
        staat=dossier.kop.staat,
        subject=store.naw_of(pas, dossier.kop.id),
        correcties=_correcties(c for c in pieces.correcties if c.bij_id not in {s.id for s in pieces.signalen}),
        eerste_signaal_op=dossier.kop.eerste_signaal_op,
        beslis_uiterlijk_op=beslis_uiterlijk_op(dossier.kop, pas.wie.convenant),
        niet_geagendeerd_sinds=outcome_2_on(dossier.kop, pas.wie.convenant, day=pas.day),
        verlengd_op=dossier.kop.verlengd_op,
        verlenging=_verlenging(pieces),
        signalen=tuple(_signaal(s, pieces) for s in pieces.signalen),
        vragen=tuple(_vraag(s, pieces) for s in pieces.vragen),
        wegingen=tuple(_weging(s) for s in pieces.wegingen),
        standpunten=tuple(_standpunt(s) for s in pieces.standpunten),
        beslissing=_beslissing(pieces.beslissingen),
        betrokken=tuple(
            BetrokkenBeeld(organisatie_id=s.organisatie_id, reden=s.inhoud.motivering) for s in pieces.betrokken
        ),
        afsluiting=_beslissing(pieces.afsluitingen),
        verplaatsingen=tuple(verplaatsing_beeld(s) for s in pieces.verplaatsingen),
        is_overgedragen=store.casus_of(dossier.kop.id) is not None,
        doelgroep=tuple(
            DoelgroepBeeld(organisatie_id=s.organisatie_id or NOBODY, op=s.op, moment=s.staat)
            for s in of_kind(dossier.stukken, store.Soort.DOELGROEP)
        ),
        heroverweging=_heroverweging(pieces.heroverwegingen),
    )


def _heroverweging(stukken: Sequence[Stuk[HeroverwegingInhoud]]) -> HeroverwegingBeeld | None:
    if not stukken:
        return None
    stuk = stukken[-1]
    return HeroverwegingBeeld(
        nummer=stuk.inhoud.nummer,
        op=stuk.op,
        doelstelling=stuk.inhoud.doelstelling,
        noodzaak=stuk.inhoud.noodzaak,
    )


def _rule(wie: Wie, dossier: DossierFeit, _invoer: OpenDossier, edge: Edge) -> Verdict:
    return may_open_dossier(wie, dossier.kop, day=edge.day)


open_dossier = register_act(
    HolderAct(
        code="open-dossier",
        articles=("8.4", "8.2"),
        bestand=Bestand.WEEGPLOEG,
        verwerking="wegen en beslissen",
        gevolg=Gevolg.OPENED,
        invoer=OpenDossier,
        facts=store.facts,
        version=store.version,
        rule=_rule,
        run=_show,
    )
)
