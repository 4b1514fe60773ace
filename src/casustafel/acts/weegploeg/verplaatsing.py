"""What moving a signaal, joining and parting have in common: pieces, terms and history. Covenant 8.3."""

from collections.abc import Collection
from uuid import UUID

from casustafel.acts.invoer import Dag, Id, Uitvoer
from casustafel.acts.weegploeg.bundel import send_correction
from casustafel.bestand.pas import Pass
from casustafel.bestand.stukken import RETIRED, Stuk
from casustafel.convenant.beslistermijn import outcome_2_on
from casustafel.convenant.feit import UNDECIDED, DossierFeit, DossierKop, DossierStaat, StukId, of_kind
from casustafel.convenant.rules.verplaatsing import Richting, Wijze, is_emptied
from casustafel.weegploeg import store
from casustafel.weegploeg.inhoud import VerplaatsingInhoud, WegingInhoud

Kind = store.Soort


class VerplaatsingBeeld(Uitvoer):
    """That signals went to another dossier or came from it; the other one by its number. Covenant 8.3."""

    op: Dag
    organisatie_id: Id
    wijze: Wijze
    richting: Richting
    nummer: str
    signalen: int
    reden: str


def verplaatsing_beeld(stuk: Stuk[VerplaatsingInhoud]) -> VerplaatsingBeeld:
    """Show one piece of this history."""
    inhoud = stuk.inhoud
    return VerplaatsingBeeld(
        op=stuk.op,
        organisatie_id=stuk.organisatie_id,
        wijze=inhoud.wijze,
        richting=inhoud.richting,
        nummer=inhoud.nummer,
        signalen=inhoud.signalen,
        reden=inhoud.reden,
    )


def carry_signalen(pas: Pass, van: DossierFeit, naar_id: UUID, signalen: Collection[StukId]) -> None:
    """Move signals with their own history out of a dossier, and out of the casus's copy of it. Covenant 8.3, 10.3."""
    chosen = set(signalen)
    handed = [s.id for s in of_kind(van.stukken, Kind.SIGNAAL) if s.id in chosen and s.staat == store.HANDED_OVER]
    beside = [s.id for s in of_kind(van.stukken, Kind.CORRECTIE) if s.bij_id in chosen]
    fresh = store.stukken.carry(pas, [*chosen, *beside], van_id=van.kop.id, naar_id=naar_id)
    store.stukken.set_staat(pas, [fresh[one] for one in handed], "")  # in the other dossier nobody chose it yet (8.5)
    _release_weighings(pas, van, chosen)
    # Why it moved says something about somebody else, and stays in the weegploeg's file.
    send_correction(pas, van.kop.id, reden="", verwijderd=tuple(handed))


def _release_weighings(pas: Pass, van: DossierFeit, gone: Collection[StukId]) -> None:
    """Let each weighing go of signals that left; one that rests on nothing any more is set aside and stays readable."""
    for stuk in store.stukken.of_kind(pas, van.kop.id, Kind.WEGING, WegingInhoud):
        inhoud = stuk.inhoud
        left = tuple(one for one in inhoud.signalen if one not in gone)
        if left == inhoud.signalen:
            continue
        released = WegingInhoud(criterium=inhoud.criterium, tekst=inhoud.tekst, signalen=left)
        store.stukken.replace(pas, released, id=stuk.id, staat=stuk.staat if left else RETIRED, op=stuk.op)


def leave(pas: Pass, van: DossierFeit, signalen: Collection[StukId]) -> None:
    """Settle the dossier that signals left: positions lapse, and one without any signaal is finished."""
    if van.kop.staat in UNDECIDED:
        store.retire_positions(pas, van.kop.id)
    is_finished = is_emptied(van, signalen)
    store.settle(pas, van.kop.id, staat=DossierStaat.OPGEGAAN if is_finished else None)


def arrive(pas: Pass, van: DossierFeit, naar: DossierFeit, signalen: Collection[StukId]) -> None:
    """Settle the dossier that signals came to: positions lapse, and every term counts from the earliest day."""
    if naar.kop.staat in UNDECIDED:
        store.retire_positions(pas, naar.kop.id)
    store.settle(
        pas,
        naar.kop.id,
        sinds=min(s.op for s in of_kind(van.stukken, Kind.SIGNAAL) if s.id in set(signalen)),
        gewerkt_op=store.worked_on(van.kop.id),
        besloten_op=outcome_2_on(van.kop, pas.wie.convenant, day=pas.day),
    )


def note_both(pas: Pass, van: DossierKop, naar: DossierKop, *, wijze: Wijze, reden: str, signalen: int) -> None:
    """Write the history of both dossiers; each names the other by its number only."""
    for here, there, richting in ((van, naar, Richting.NAAR), (naar, van, Richting.VAN)):
        inhoud = VerplaatsingInhoud(wijze=wijze, richting=richting, nummer=there.nummer, signalen=signalen, reden=reden)
        store.stukken.add(
            pas, inhoud, houder_id=here.id, soort=Kind.VERPLAATSING, organisatie_id=pas.wie.organisatie_id
        )
