"""A shielding on its way from the request to every file that holds the subject. Covenant 12.5, 12.6; AVG 18.

One bundle for all files: each applies it once, and it is let go of when the last one has. What is under way between the
files arrives first, so that no copy comes in behind it.
"""

from collections.abc import Iterable
from uuid import UUID

from casustafel.acts.betrokkene.afscherming import afscherming_of
from casustafel.acts.betrokkene.declare import ACTIVITY
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Ja
from casustafel.acts.overdracht.overdracht import SendZending
from casustafel.archief import store as archief
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inhoud import Afscherming
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.betrokkene import store as betrokkene
from casustafel.casusoverleg import store as casusoverleg
from casustafel.convenant.afscherming import Afschermstaat, staat_code
from casustafel.convenant.bewaring import BewaarFeit
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules.afscherming import rest_of
from casustafel.convenant.rules.weegploeg import may_carry
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.verzoek import VerzoekFeit
from casustafel.weegploeg import store as weegploeg


class AcknowledgeAfscherming(SendZending):
    """Which bundle, and whether any file still held the subject."""

    is_gevonden: Ja


def holders_of(dossier_id: UUID) -> tuple[tuple[Bestand, UUID], ...] | None:
    """Give what each file holds of a subject now: ids and days only. Nothing while a part of it is under way.

    Also what outlived its term, which was set apart under an id made of the old one. Covenant 13.
    """
    found = [_parts_of(one) for one in (dossier_id, rest_of(dossier_id))]
    there = [part for parts in found for part in parts]
    if any(feit.onderweg for _bestand, feit in there):
        return None
    return tuple((bestand, feit.id) for bestand, feit in there if feit.vernietigen_op is None)


def _parts_of(dossier_id: UUID) -> list[tuple[Bestand, BewaarFeit]]:
    dossier = weegploeg.bewaring([dossier_id], lock=False).get(dossier_id)
    casus_id = dossier.elders_id if dossier else None
    parts: Iterable[tuple[Bestand, BewaarFeit | None]] = (
        (Bestand.WEEGPLOEG, dossier),
        (Bestand.CASUSOVERLEG, casusoverleg.bewaring([casus_id], lock=False).get(casus_id) if casus_id else None),
        (Bestand.ARCHIEF, archief.bewaring([dossier_id], lock=False).get(dossier_id)),
    )
    return [(bestand, feit) for bestand, feit in parts if feit is not None]


def _may_send(wie: Wie, feit: VerzoekFeit, _invoer: SendZending, edge: Edge) -> Verdict:
    return may_carry(wie, convenant_id=feit.convenant_id, day=edge.day)


def _send(pas: Pass, feit: VerzoekFeit, invoer: SendZending) -> Afscherming | None:
    return betrokkene.outbox.open(pas, invoer.zending_id, Afscherming, houder_id=feit.id)


def _acknowledge(pas: Pass, feit: VerzoekFeit, invoer: AcknowledgeAfscherming) -> None:
    """Note how far the shielding is now, and let go of its bundle; one that was found nowhere is over."""
    bundel = betrokkene.outbox.open(pas, invoer.zending_id, Afscherming, houder_id=feit.id)
    if bundel is None:
        return
    is_over = bundel.is_opgeheven or not invoer.is_gevonden
    staat = Afschermstaat.OPGEHEVEN if is_over else Afschermstaat.AFGESCHERMD
    stuk = afscherming_of(pas, feit.id, bundel.afscherming_id)
    betrokkene.stukken.replace(pas, stuk.inhoud, id=stuk.id, staat=staat_code(staat, bundel.grond), op=stuk.op)
    betrokkene.outbox.drop(pas, invoer.zending_id)
    betrokkene.advance(pas, feit.id, feit.staat)


send_afscherming = register_act(
    HolderAct(
        code="send-afscherming",
        articles=("12.5", "12.6"),
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
acknowledge_afscherming = register_act(
    HolderAct(
        code="acknowledge-afscherming",
        articles=("12.5", "12.6"),
        bestand=Bestand.BETROKKENE,
        verwerking=ACTIVITY,
        gevolg=Gevolg.CHANGED,
        invoer=AcknowledgeAfscherming,
        facts=betrokkene.facts,
        version=betrokkene.version,
        rule=_may_send,
        run=_acknowledge,
    )
)
