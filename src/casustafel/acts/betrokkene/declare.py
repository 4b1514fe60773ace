"""What every act on one request has in common: its file, its facts, its version. Covenant 12."""

from collections.abc import Callable
from typing import TypeVar

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import OpHouder
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.betrokkene import store
from casustafel.convenant.feit import Wie
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.verzoek import VerzoekFeit

ACTIVITY = "verzoeken van betrokkenen behandelen"
In = TypeVar("In", bound=OpHouder)
Out = TypeVar("Out")


def change(  # an act is its code, its articles, its rule and what it does
    code: str,
    *,
    articles: tuple[str, ...],
    invoer: type[In],
    rule: Callable[[Wie, VerzoekFeit, In, Edge], Verdict],
    run: Callable[[Pass, VerzoekFeit, In], Out],
    adds: bool = False,
    toets: Callable[[Pass, VerzoekFeit, In], Verdict] | None = None,
    reads: Callable[[Wie, In, Edge], In] | None = None,
) -> HolderAct[In, VerzoekFeit, Out]:
    """Declare a change of one request."""
    return register_act(
        HolderAct(
            code=code,
            articles=articles,
            bestand=Bestand.BETROKKENE,
            verwerking=ACTIVITY,
            gevolg=Gevolg.CHANGED,
            invoer=invoer,
            facts=store.facts,
            version=store.version,
            adds=adds,
            toets=toets,
            reads=reads,
            rule=rule,
            run=run,
        )
    )
