"""What waits of the duty to inform, for the werkvoorraad: in each of the two files. Covenant 11.2, 11.5."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, Final

from casustafel.acts.edge import Edge
from casustafel.acts.gate import ListAct, register_act
from casustafel.acts.informeren.kamer import CASUS, DOSSIER, Kamer
from casustafel.acts.invoer import Id, Niets
from casustafel.acts.werk import WerkLijst, listed
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.casusoverleg import store as casusoverleg
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules.informatieplicht import may_find_informeren
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.werk import Werk
from casustafel.convenant.werk_informeren import werk_on_informeren, werk_on_informeren_casus
from casustafel.weegploeg import store as weegploeg

Derive = Callable[..., Iterator[Werk]]


def _may(wie: Wie, edge: Edge) -> Verdict:
    return may_find_informeren(wie, day=edge.day)


def _id(feit: Any) -> Id:
    found: Id = feit.kop.id
    return found


def _find_in(kamer: Kamer, derive: Derive, to_inform: Callable[..., list[Any]]) -> ListAct[Niets, Any, WerkLijst]:
    def candidates(wie: Wie, _invoer: Niets, edge: Edge) -> Sequence[Any]:
        return [feit for feit in to_inform(wie, day=edge.day) if any(derive(wie, feit, day=edge.day))]

    def rule(wie: Wie, feit: Any, edge: Edge) -> Verdict:
        day: date = edge.day
        return kamer.may_open(wie, feit, day=day)

    return register_act(
        ListAct(
            code=f"find-werk-informeren{kamer.naam}",
            articles=("11.2", "11.3", "11.5"),
            bestand=kamer.bestand,
            verwerking="werkvoorraad",
            gevolg=Gevolg.FOUND,
            invoer=Niets,
            candidates=candidates,
            id_of=_id,
            may=_may,
            rule=rule,
            run=listed(derive),
        )
    )


find_werk_informeren: Final = {
    Bestand.WEEGPLOEG: _find_in(DOSSIER, werk_on_informeren, weegploeg.to_inform),
    Bestand.CASUSOVERLEG: _find_in(CASUS, werk_on_informeren_casus, casusoverleg.to_inform),
}
