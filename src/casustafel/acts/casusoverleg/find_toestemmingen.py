"""Find what is asked of one's party, and what waits of it, by random numbers only. Covenant 10.5.ii."""

from collections.abc import Sequence

from casustafel.acts.edge import Edge
from casustafel.acts.gate import ListAct, register_act
from casustafel.acts.invoer import Id, Niets, Uitvoer
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.casusoverleg import store
from casustafel.convenant.doorverstrekking import DoorverstrekkingFeit
from casustafel.convenant.feit import Keuze, Wie
from casustafel.convenant.overeenstemming import Vraagstaat
from casustafel.convenant.rules.doorverstrekking import may_find_toestemmingen, may_open_toestemming
from casustafel.convenant.verdict import Verdict


class ToestemmingRegel(Uitvoer):
    """One disclosure by its random number: how far the question is, and where one's own party stands."""

    id: Id
    nummer: str
    staat: Vraagstaat
    keuze: Keuze | None


class ToestemmingLijst(Uitvoer):
    """What is asked of one party, in the order of the random numbers, which is none."""

    toestemmingen: tuple[ToestemmingRegel, ...]


def _candidates(wie: Wie, _invoer: Niets, edge: Edge) -> Sequence[DoorverstrekkingFeit]:
    return store.pending_doorverstrekkingen(wie, day=edge.day)


def _show(pas: Pass, found: Sequence[DoorverstrekkingFeit], _invoer: Niets) -> ToestemmingLijst:
    own = pas.wie.organisatie_id
    return ToestemmingLijst(
        toestemmingen=tuple(
            ToestemmingRegel(id=d.id, nummer=d.nummer, staat=d.staat, keuze=d.keuze_of(own))
            for d in sorted(found, key=lambda d: d.nummer)
        )
    )


def _id(doorverstrekking: DoorverstrekkingFeit) -> Id:
    return doorverstrekking.casus.kop.id


def _may(wie: Wie, edge: Edge) -> Verdict:
    return may_find_toestemmingen(wie, day=edge.day)


def _rule(wie: Wie, doorverstrekking: DoorverstrekkingFeit, edge: Edge) -> Verdict:
    return may_open_toestemming(wie, doorverstrekking, day=edge.day)


find_toestemmingen = register_act(
    ListAct(
        code="find-toestemmingen",
        articles=("10.5.ii",),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="doorverstrekken",
        gevolg=Gevolg.FOUND,
        invoer=Niets,
        candidates=_candidates,
        id_of=_id,
        may=_may,
        rule=_rule,
        run=_show,
    )
)
