"""What waits on requests, for the werkvoorraad: by number and day. Covenant 12."""

from collections.abc import Sequence

from casustafel.acts.edge import Edge
from casustafel.acts.gate import ListAct, register_act
from casustafel.acts.invoer import Id, Niets
from casustafel.acts.werk import listed
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.betrokkene import store
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules.verzoek import (
    may_find_verzoek,
    may_find_verzoektaken,
    may_find_werk_verzoeken,
    may_open_verzoektaak,
)
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.verzoek import VerzoekFeit, Verzoekstaat
from casustafel.convenant.werk_verzoek import werk_on_verzoek, werk_on_verzoektaken

RUNNING = frozenset(Verzoekstaat) - {Verzoekstaat.ONBEKEND}


def _waiting(wie: Wie, _invoer: Niets, edge: Edge) -> Sequence[VerzoekFeit]:
    found = store.page(wie, day=edge.day, staten=RUNNING, offset=0, limit=None)
    return [feit for feit in found if any(werk_on_verzoek(wie, feit, day=edge.day))]


def _own(wie: Wie, _invoer: Niets, edge: Edge) -> Sequence[VerzoekFeit]:
    found = store.with_taken(wie, day=edge.day)
    return [feit for feit in found if any(werk_on_verzoektaken(wie, feit, day=edge.day))]


def _may(wie: Wie, edge: Edge) -> Verdict:
    return may_find_werk_verzoeken(wie, day=edge.day)


def _rule(wie: Wie, feit: VerzoekFeit, edge: Edge) -> Verdict:
    return may_find_verzoek(wie, feit, day=edge.day)


def _may_own(wie: Wie, edge: Edge) -> Verdict:
    return may_find_verzoektaken(wie, day=edge.day)


def _own_rule(wie: Wie, feit: VerzoekFeit, edge: Edge) -> Verdict:
    return may_open_verzoektaak(wie, feit, day=edge.day)


def _id(feit: VerzoekFeit) -> Id:
    return feit.id


find_werk_verzoeken = register_act(
    ListAct(
        code="find-werk-verzoeken",
        articles=("12.1", "12.2", "12.3", "12.6"),
        bestand=Bestand.BETROKKENE,
        verwerking="werkvoorraad",
        gevolg=Gevolg.FOUND,
        invoer=Niets,
        candidates=_waiting,
        id_of=_id,
        may=_may,
        rule=_rule,
        run=listed(werk_on_verzoek),
    )
)
find_werk_verzoektaken = register_act(
    ListAct(
        code="find-werk-verzoektaken",
        articles=("12.1", "12.3"),
        bestand=Bestand.BETROKKENE,
        verwerking="werkvoorraad",
        gevolg=Gevolg.FOUND,
        invoer=Niets,
        candidates=_own,
        id_of=_id,
        may=_may_own,
        rule=_own_rule,
        run=listed(werk_on_verzoektaken),
    )
)
