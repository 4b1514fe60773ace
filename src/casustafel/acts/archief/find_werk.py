"""What waits on archived subjects: the positions on a renewed decision. Covenant 13.4, 4."""

from collections.abc import Sequence

from casustafel.acts.edge import Edge
from casustafel.acts.gate import ListAct, register_act
from casustafel.acts.invoer import Id, Niets
from casustafel.acts.werk import listed
from casustafel.archief import store
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.convenant.archief import ArchiefFeit
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules.archief import may_consult_archief, may_find_archieven, past_since
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.werk_archief import werk_on_reactivering


def _candidates(wie: Wie, _invoer: Niets, edge: Edge) -> Sequence[ArchiefFeit]:
    found = store.asked_again(wie, past=past_since(wie.convenant, day=edge.day))
    return [feit for feit in found if any(werk_on_reactivering(wie, feit, day=edge.day))]


def _may(wie: Wie, edge: Edge) -> Verdict:
    return may_find_archieven(wie, day=edge.day)


def _rule(wie: Wie, feit: ArchiefFeit, edge: Edge) -> Verdict:
    return may_consult_archief(wie, feit, day=edge.day)


def _id(feit: ArchiefFeit) -> Id:
    return feit.id


find_werk_archief = register_act(
    ListAct(
        code="find-werk-archief",
        articles=("13.4", "4"),
        bestand=Bestand.ARCHIEF,
        verwerking="werkvoorraad",
        gevolg=Gevolg.FOUND,
        invoer=Niets,
        candidates=_candidates,
        id_of=_id,
        may=_may,
        rule=_rule,
        run=listed(werk_on_reactivering),
    )
)
