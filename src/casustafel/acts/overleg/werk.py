"""The meetings that are to come, for the werkvoorraad: by number and day. Covenant 7.3, 9.1."""

from collections.abc import Sequence

from casustafel.acts.edge import Edge
from casustafel.acts.gate import ListAct, register_act
from casustafel.acts.invoer import Id, Niets
from casustafel.acts.overleg.bord import KAMERS, Kamer
from casustafel.acts.werk import WerkLijst, listed
from casustafel.bestand.log import Gevolg
from casustafel.convenant.feit import Wie
from casustafel.convenant.overleg import TO_COME, OverlegFeit
from casustafel.convenant.rules.overleg import may_find_overleggen, may_see_overleg
from casustafel.convenant.werk_overleg import werk_in_overleg


def _find_werk(kamer: Kamer) -> ListAct[Niets, OverlegFeit, WerkLijst]:
    def candidates(wie: Wie, _invoer: Niets, edge: Edge) -> Sequence[OverlegFeit]:
        ids = kamer.overleggen.ids(wie.convenant.id, staten=TO_COME, vanaf=edge.day)
        found = kamer.facts(ids, lock=False).values()
        return [overleg for overleg in found if any(werk_in_overleg(wie, overleg, day=edge.day))]

    return ListAct(
        code=f"find-werk-overleg-{kamer.bord}",
        articles=kamer.artikelen,
        bestand=kamer.bestand,
        verwerking="werkvoorraad",
        gevolg=Gevolg.FOUND,
        invoer=Niets,
        candidates=candidates,
        id_of=_id,
        may=lambda wie, edge: may_find_overleggen(wie, kamer.bord, day=edge.day),
        rule=lambda wie, overleg, edge: may_see_overleg(wie, overleg, day=edge.day),
        run=listed(werk_in_overleg),
    )


def _id(overleg: OverlegFeit) -> Id:
    return overleg.id


find_werk_overleg = {bord: register_act(_find_werk(kamer)) for bord, kamer in KAMERS.items()}
