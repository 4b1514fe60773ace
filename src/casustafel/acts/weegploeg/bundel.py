"""A signaal as it crosses to the casusoverleg: the party stands where the melder stood. Covenant 8.5, 10.2.c."""

from collections.abc import Mapping
from uuid import UUID

from casustafel.bestand.inhoud import BundelSignaal, BundelWeging, Correctie, Naw, Zendsoort
from casustafel.bestand.pas import Pass
from casustafel.bestand.stukken import Stuk
from casustafel.convenant.verstrekking import Merk, mark_of_analysis, merk_of
from casustafel.weegploeg import store
from casustafel.weegploeg.inhoud import SignaalInhoud, WegingInhoud


def bundel_signaal(stuk: Stuk[SignaalInhoud]) -> BundelSignaal:
    """Give what goes of a signaal: neither the melder nor a third person."""
    return BundelSignaal(
        id=stuk.id,
        organisatie_id=stuk.organisatie_id,
        op=stuk.op,
        omschrijving=stuk.inhoud.omschrijving,
        waar=stuk.inhoud.waar,
        wanneer=stuk.inhoud.wanneer,
        merk=merk_of(stuk.inhoud.verstrekking),
    )


def bundel_weging(stuk: Stuk[WegingInhoud], marks: Mapping[UUID, Merk]) -> BundelWeging:
    """Give what goes of a weighing, with the mark that it has from the signals it rests on. Covenant 10.2.d."""
    return BundelWeging(
        id=stuk.id,
        organisatie_id=stuk.organisatie_id,
        op=stuk.op,
        criterium=stuk.inhoud.criterium,
        tekst=stuk.inhoud.tekst,
        signalen=stuk.inhoud.signalen,
        merk=mark_of_analysis([marks[one] for one in stuk.inhoud.signalen]),
    )


def send_correction(  # what may have changed after a hand-over
    pas: Pass,
    dossier_id: UUID,
    *,
    reden: str,
    naw: Naw | None = None,
    signalen: tuple[BundelSignaal, ...] = (),
    verwijderd: tuple[UUID, ...] = (),
) -> None:
    """Send a correction after the copy of a hand-over, in the transaction of the act that corrects. Covenant 8.3.

    Give only signals that were handed over (`store.HANDED_OVER`); nothing happens where there is no casus.
    """
    casus_id = store.casus_of(dossier_id)
    if casus_id is None or not (naw or signalen or verwijderd):
        return
    organisatie_id = pas.wie.organisatie_id
    if organisatie_id is None:
        msg = "A correction is made by an organisation."
        raise ValueError(msg)
    bundel = Correctie(
        casus_id=casus_id,
        dossier_id=dossier_id,
        op=pas.day,
        organisatie_id=organisatie_id,
        reden=reden,
        naw=naw,
        signalen=signalen,
        verwijderd=verwijderd,
    )
    store.outbox.put(pas, bundel, houder_id=dossier_id, soort=Zendsoort.CORRECTIE)
