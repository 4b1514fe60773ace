"""The question to make archived data available again, as it is shown. Covenant 13.4."""

from uuid import UUID

from casustafel.acts.invoer import Dag, Id, Uitvoer
from casustafel.archief import store
from casustafel.archief.inhoud import ReactiveringInhoud
from casustafel.bestand.inhoud import StandpuntInhoud
from casustafel.bestand.pas import Pass
from casustafel.bestand.stukken import Stuk
from casustafel.convenant.archief import ArchiefFeit
from casustafel.convenant.feit import Keuze
from casustafel.convenant.overeenstemming import OvereenstemmingFeit, Vraagstaat, on_reactivation
from casustafel.convenant.stuk import ArchiefStuk


class ReactiveringStandpunt(Uitvoer):
    """Where a kernpartij stands, why, and who acted for it."""

    organisatie_id: Id
    keuze: Keuze
    motivering: str
    door: str
    als_plaatsvervanger: bool
    op: Dag


class ReactiveringBeeld(Uitvoer):
    """For which purpose of the covenant a renewed decision is necessary, why, on which items, and how far that is."""

    id: Id
    gevraagd_door: Id | None
    op: Dag
    staat: Vraagstaat
    doelstelling: str
    noodzaak: str
    items: tuple[Id, ...]
    standpunten: tuple[ReactiveringStandpunt, ...]


def asked_in(pas: Pass, feit: ArchiefFeit, vraag_id: UUID) -> Stuk[ReactiveringInhoud]:
    """Open one question."""
    rows = store.stukken.sealed(feit.id, ids=[vraag_id])[ArchiefStuk.REACTIVERING]
    (found,) = store.stukken.open(pas, rows, ReactiveringInhoud)
    return found


def reactivering_of(pas: Pass, feit: ArchiefFeit) -> ReactiveringBeeld | None:
    """Open the last question with its positions, or give nothing where none was asked."""
    found = on_reactivation(feit)
    return _beeld(pas, feit, *found) if found is not None else None


def _beeld(pas: Pass, feit: ArchiefFeit, vraag_id: UUID, vraag: OvereenstemmingFeit) -> ReactiveringBeeld:
    stuk = asked_in(pas, feit, vraag_id)
    positions = store.stukken.of_kind(pas, feit.id, ArchiefStuk.STANDPUNT, StandpuntInhoud)
    return ReactiveringBeeld(
        id=vraag_id,
        gevraagd_door=vraag.gevraagd_door,
        op=vraag.gevraagd_op,
        staat=vraag.staat,
        doelstelling=stuk.inhoud.doelstelling,
        noodzaak=stuk.inhoud.noodzaak,
        items=stuk.inhoud.items,
        standpunten=tuple(
            ReactiveringStandpunt(
                organisatie_id=one.organisatie_id,
                keuze=Keuze(one.staat),
                motivering=one.inhoud.motivering,
                door=one.inhoud.door,
                als_plaatsvervanger=one.inhoud.als_plaatsvervanger,
                op=one.op,
            )
            for one in positions
            if one.bij_id == vraag_id
        ),
    )
