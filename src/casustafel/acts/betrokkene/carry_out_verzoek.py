"""Carry out what was decided on a request: in every file that holds it, by one act. Covenant 12.5, 12.6.

Each file gets a bundle of its own, in the transaction of this act. What was gathered to choose from goes with it.
"""

from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID

from casustafel.acts.betrokkene.declare import change
from casustafel.acts.edge import Edge
from casustafel.acts.invoer import Tekst, Wijzigend
from casustafel.archief import store as archief
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inhoud import Uitvoering, Wijzigingsregel, Zendsoort
from casustafel.bestand.pas import Pass
from casustafel.betrokkene import store
from casustafel.betrokkene.inhoud import BestandInhoud, UitvoeringInhoud, WijzigingInhoud
from casustafel.convenant.feit import Wie, of_kind
from casustafel.convenant.rules.verzoekuitvoering import may_carry_out_verzoek
from casustafel.convenant.stuk import VerzoekStuk
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.verzoek import VerzoekFeit, Verzoekstaat
from casustafel.convenant.wijziging import Uitvoerstaat, Wijzigingsoort
from casustafel.register import store as register
from casustafel.weegploeg import store as weegploeg


class CarryOutVerzoek(Wijzigend):
    """What was done beside the changes that were chosen, such as outside these files."""

    uitgevoerd: Tekst = ""


def _may_carry_out(wie: Wie, feit: VerzoekFeit, invoer: CarryOutVerzoek, edge: Edge) -> Verdict:
    return may_carry_out_verzoek(wie, feit, uitgevoerd=invoer.uitgevoerd, day=edge.day)


def _carry_out(pas: Pass, feit: VerzoekFeit, invoer: CarryOutVerzoek) -> None:
    store.stukken.add(
        pas,
        UitvoeringInhoud(uitgevoerd=invoer.uitgevoerd, door=register.handelend(pas.wie)),
        houder_id=feit.id,
        soort=VerzoekStuk.UITVOERING,
    )
    sent = list(_bundels(pas, feit))
    for bundel in sent:
        send(pas, feit, bundel)
    store.stukken.remove(pas, [one.id for one in of_kind(feit.stukken, VerzoekStuk.OVERZICHT)])
    store.advance(pas, feit.id, feit.staat if sent else Verzoekstaat.UITGEVOERD)


def _bundels(pas: Pass, feit: VerzoekFeit) -> Iterator[Uitvoering]:
    """Give a bundle for each file that holds a dossier of which something changes, or an overview of it."""
    for dossier_id, regels in _by_dossier(pas, feit).items():
        is_removed = any(one.soort == Wijzigingsoort.VERWIJDEREN for one in regels)
        holding = [*_files(dossier_id)]
        if is_removed:
            holding += [(Bestand.BETROKKENE, one) for one in store.others_on(feit, dossier_id)]
        for bestand, houder_id in holding:
            yield Uitvoering(
                bestand=bestand,
                houder_id=houder_id,
                dossier_id=dossier_id,
                nummer=feit.nummer,
                op=pas.day,
                wijzigingen=tuple(regels),
            )


def _by_dossier(pas: Pass, feit: VerzoekFeit) -> Mapping[UUID, list[Wijzigingsregel]]:
    found: dict[UUID, list[Wijzigingsregel]] = {}
    for one in store.stukken.of_kind(pas, feit.id, VerzoekStuk.WIJZIGING, WijzigingInhoud):
        regel = Wijzigingsregel(stuk_id=one.bij_id, soort=one.staat, veld=one.inhoud.veld, tekst=one.inhoud.tekst)
        found.setdefault(one.inhoud.dossier_id, []).append(regel)
    return found


def _files(dossier_id: UUID) -> Iterable[tuple[Bestand, UUID]]:
    """Give where a dossier is: in the weegploeg, with its casus where it has one, or else in the archive."""
    dossier = weegploeg.bewaring([dossier_id], lock=False).get(dossier_id)
    if dossier is None:
        return [(Bestand.ARCHIEF, one) for one in archief.bewaring([dossier_id], lock=False)]
    casus = [(Bestand.CASUSOVERLEG, dossier.elders_id)] if dossier.elders_id else []
    return [(Bestand.WEEGPLOEG, dossier_id), *casus]


def send(pas: Pass, feit: VerzoekFeit, bundel: Uitvoering) -> None:
    """Put a bundle in the outbox of a request, and note the file as one that it is carried out in. Covenant 12.6."""
    is_copy = bundel.bestand is Bestand.CASUSOVERLEG
    soort = Zendsoort.UITVOERING_KOPIE if is_copy else Zendsoort.UITVOERING
    store.outbox.put(pas, bundel, houder_id=feit.id, soort=soort)
    store.stukken.add(
        pas,
        BestandInhoud(bestand=bundel.bestand),
        houder_id=feit.id,
        soort=VerzoekStuk.BESTAND,
        bij_id=bundel.houder_id,
        staat=Uitvoerstaat.ONDERWEG,
    )


carry_out_verzoek = change(
    "carry-out-verzoek", articles=("12.5", "12.6"), invoer=CarryOutVerzoek, rule=_may_carry_out, run=_carry_out
)
