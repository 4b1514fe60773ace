"""Open what was disclosed, as the partner: exactly the chosen items, and only while it may. Covenant 10.5, 14.2."""

from collections.abc import Sequence

from casustafel.acts.bewaring.beeld import Bewaard, bewaring_beeld
from casustafel.acts.casusoverleg.gegeven import GegevenBeeld, for_reader
from casustafel.acts.casusoverleg.toestemming import chosen_of, inhoud_of, reach, version
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, ListAct, register_act
from casustafel.acts.invoer import Dag, Id, Niets, OpHouder, Uitvoer
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.casusoverleg import store
from casustafel.convenant.doorverstrekking import DoorverstrekkingFeit
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules import doorverstrekking as rules
from casustafel.convenant.verdict import Verdict


class OpenDoorverstrekking(OpHouder):
    """Which disclosure, by its own id."""


class DoorverstrekkingPagina(Bewaard):
    """What the partner sees: the items as they stand now, what they are for, and until which day."""

    id: Id
    nummer: str
    casus_id: Id
    casus_nummer: str
    noodzaak: tuple[str, ...]
    tot: Dag
    gegevens: tuple[GegevenBeeld, ...]


def _show(pas: Pass, doorverstrekking: DoorverstrekkingFeit, _invoer: OpenDoorverstrekking) -> DoorverstrekkingPagina:
    found = for_reader(pas, doorverstrekking.casus, chosen_of(pas, doorverstrekking))
    kop = doorverstrekking.casus.kop
    return DoorverstrekkingPagina(
        id=doorverstrekking.id,
        nummer=doorverstrekking.nummer,
        casus_id=kop.id,
        casus_nummer=kop.nummer,
        bewaring=bewaring_beeld(kop, pas.wie.convenant),
        noodzaak=inhoud_of(pas, doorverstrekking).noodzaak,
        tot=doorverstrekking.tot,
        gegevens=tuple(found),
    )


def _rule(wie: Wie, doorverstrekking: DoorverstrekkingFeit, _invoer: OpenDoorverstrekking, edge: Edge) -> Verdict:
    return rules.may_open_doorverstrekking(wie, doorverstrekking, day=edge.day)


open_doorverstrekking = register_act(
    HolderAct(
        code="open-doorverstrekking",
        articles=("10.5", "10.5.ii", "14.2"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="doorverstrekken",
        gevolg=Gevolg.OPENED,
        invoer=OpenDoorverstrekking,
        facts=store.doorverstrekkingen,
        version=version,
        rule=_rule,
        run=_show,
        reach=reach,
    )
)


class DoorverstrekkingRegel(Uitvoer):
    """One disclosure to the partner: of which casus by number, and until which day."""

    id: Id
    nummer: str
    casus_nummer: str
    tot: Dag


class DoorverstrekkingLijst(Uitvoer):
    """What was disclosed to a partner and may be seen today, the earliest last day first."""

    doorverstrekkingen: tuple[DoorverstrekkingRegel, ...]


def _candidates(wie: Wie, _invoer: Niets, edge: Edge) -> Sequence[DoorverstrekkingFeit]:
    found = store.pending_doorverstrekkingen(wie, day=edge.day)
    return [d for d in found if rules.may_open_doorverstrekking(wie, d, day=edge.day).is_allowed]


def _list(_pas: Pass, found: Sequence[DoorverstrekkingFeit], _invoer: Niets) -> DoorverstrekkingLijst:
    return DoorverstrekkingLijst(
        doorverstrekkingen=tuple(
            DoorverstrekkingRegel(id=d.id, nummer=d.nummer, casus_nummer=d.casus.kop.nummer, tot=d.tot)
            for d in sorted(found, key=lambda d: (d.tot, d.nummer))
        )
    )


def _id(doorverstrekking: DoorverstrekkingFeit) -> Id:
    return doorverstrekking.casus.kop.id


def _may(wie: Wie, edge: Edge) -> Verdict:
    return rules.may_find_doorverstrekkingen(wie, day=edge.day)


def _list_rule(wie: Wie, doorverstrekking: DoorverstrekkingFeit, edge: Edge) -> Verdict:
    return rules.may_open_doorverstrekking(wie, doorverstrekking, day=edge.day)


find_doorverstrekkingen = register_act(
    ListAct(
        code="find-doorverstrekkingen",
        articles=("10.5", "14.2"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="doorverstrekken",
        gevolg=Gevolg.FOUND,
        invoer=Niets,
        candidates=_candidates,
        id_of=_id,
        may=_may,
        rule=_list_rule,
        run=_list,
    )
)
