"""Open the register of disclosures of a casus, as a party at the table. Covenant 10.5.iii."""

from casustafel.acts.bewaring.beeld import Bewaard, bewaring_beeld
from casustafel.acts.casusoverleg.gegeven import GegevenBeeld, for_reader
from casustafel.acts.casusoverleg.toestemming import chosen_of, inhoud_of
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Dag, Id, OpHouder, Uitvoer
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inhoud import StandpuntInhoud
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.bestand.stukken import RETIRED
from casustafel.casusoverleg import store
from casustafel.convenant.doorverstrekking import DoorverstrekkingFeit, doorverstrekkingen_of
from casustafel.convenant.feit import CasusFeit, Wie
from casustafel.convenant.overeenstemming import Vraagstaat
from casustafel.convenant.rules.toegang import may_open_casus
from casustafel.convenant.verdict import Verdict


class OpenDoorverstrekkingen(OpHouder):
    """Of which casus."""


class ToestemmingBij(Uitvoer):
    """Where one party stands, why, and who acted for it."""

    organisatie_id: Id
    op: Dag
    keuze: str
    motivering: str
    door: str
    als_plaatsvervanger: bool


class DoorverstrekkingBeeld(Uitvoer):
    """The record of one disclosure: to whom, what kinds, why, since and until when, who agreed, who withdrew it.

    `gegevens` leaves out what the reader may not have because of its class; `is_lopend` tells whether it still holds.
    """

    id: Id
    nummer: str
    staat: Vraagstaat
    is_lopend: bool
    partner_id: Id | None
    gevraagd_door: Id | None
    gevraagd_op: Dag
    verleend_op: Dag | None
    tot: Dag
    noodzaak: tuple[str, ...]
    toelichting: str
    soorten: tuple[str, ...]
    gegevens: tuple[GegevenBeeld, ...]
    standpunten: tuple[ToestemmingBij, ...]
    ingetrokken_op: Dag | None
    ingetrokken_door: Id | None
    reden: str


class DoorverstrekkingenBeeld(Bewaard):
    """The register of disclosures of one casus, oldest first."""

    id: Id
    nummer: str
    versie: int
    doorverstrekkingen: tuple[DoorverstrekkingBeeld, ...]


def _show(pas: Pass, casus: CasusFeit, _invoer: OpenDoorverstrekkingen) -> DoorverstrekkingenBeeld:
    rows = store.stukken.sealed(casus.kop.id)[store.Soort.STANDPUNT]
    live = [row for row in rows if row.staat != RETIRED and row.bij_id is not None]
    positions = store.stukken.open(pas, live, StandpuntInhoud)
    return DoorverstrekkingenBeeld(
        id=casus.kop.id,
        nummer=casus.kop.nummer,
        bewaring=bewaring_beeld(casus.kop, pas.wie.convenant),
        versie=casus.kop.versie,
        doorverstrekkingen=tuple(_beeld(pas, d, positions=positions) for d in doorverstrekkingen_of(casus)),
    )


def _beeld(pas: Pass, d: DoorverstrekkingFeit, *, positions: list[store.Standpunt]) -> DoorverstrekkingBeeld:
    inhoud = inhoud_of(pas, d)
    return DoorverstrekkingBeeld(
        id=d.id,
        nummer=d.nummer,
        staat=d.staat,
        is_lopend=d.is_pending_on(pas.day),
        partner_id=d.partner_id,
        gevraagd_door=d.gevraagd_door,
        gevraagd_op=inhoud.gevraagd_op,
        verleend_op=inhoud.verleend_op,
        tot=d.tot,
        noodzaak=inhoud.noodzaak,
        toelichting=inhoud.toelichting,
        soorten=inhoud.soorten,
        gegevens=tuple(for_reader(pas, d.casus, chosen_of(pas, d))),
        standpunten=tuple(
            ToestemmingBij(
                organisatie_id=p.organisatie_id,
                op=p.op,
                keuze=p.staat,
                motivering=p.inhoud.motivering,
                door=p.inhoud.door,
                als_plaatsvervanger=p.inhoud.als_plaatsvervanger,
            )
            for p in positions
            if p.bij_id == d.id
        ),
        ingetrokken_op=inhoud.ingetrokken_op,
        ingetrokken_door=inhoud.ingetrokken_door,
        reden=inhoud.reden,
    )


def _rule(wie: Wie, casus: CasusFeit, _invoer: OpenDoorverstrekkingen, edge: Edge) -> Verdict:
    return may_open_casus(wie, casus.kop, day=edge.day)


open_doorverstrekkingen = register_act(
    HolderAct(
        code="open-doorverstrekkingen",
        articles=("10.5.iii", "10.4"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="doorverstrekken",
        gevolg=Gevolg.OPENED,
        invoer=OpenDoorverstrekkingen,
        facts=store.facts,
        version=store.version,
        rule=_rule,
        run=_show,
    )
)
