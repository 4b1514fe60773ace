"""The figures of the evaluation: how many, by quarter and outcome, with small counts kept back. Covenant 18.4, reading.

One act per file, for each is logged in its own. What is kept back does not leave the act.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from casustafel.acts.edge import Edge
from casustafel.acts.gate import PlainAct, register_act
from casustafel.acts.invoer import Niets, Uitvoer
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.betrokkene import store as betrokkene
from casustafel.casusoverleg import store as casusoverleg
from casustafel.convenant.cijfers import Kruistabel, published, quarter_of, quarters_before
from casustafel.convenant.feit import UNDECIDED, CasusStaat, DossierStaat, Wie
from casustafel.convenant.rules.verantwoording import may_see_cijfers
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.verzoek import Verzoeksoort
from casustafel.weegploeg import store as weegploeg

ACTIVITY: Final = "convenant evalueren"


class CijferBeeld(Uitvoer):
    """Counts by row and column, the last of each the total; nothing stands where a count is kept back."""

    bestand: str
    rijen: tuple[str, ...]
    kolommen: tuple[str, ...]
    aantallen: tuple[tuple[int | None, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Telling:
    """What is counted of a file: its counts by day and code, and under which column each code falls."""

    bestand: Bestand
    counted: Callable[..., list[tuple[date, str, int]]]
    column_of: Mapping[str, str]


def _outcome(staat: DossierStaat) -> str:
    if staat in UNDECIDED:
        return "onbeslist"
    return "niet-agenderen" if staat is DossierStaat.NIET_AGENDEREN else "agenderen"


TELLINGEN: Final = (
    _Telling(
        bestand=Bestand.WEEGPLOEG,
        counted=weegploeg.counted_by_day,
        column_of={staat.value: _outcome(staat) for staat in DossierStaat if staat is not DossierStaat.OPGEGAAN},
    ),
    _Telling(
        bestand=Bestand.CASUSOVERLEG,
        counted=casusoverleg.counted_by_day,
        column_of={staat.value: "afgesloten" if staat is CasusStaat.AFGESLOTEN else "lopend" for staat in CasusStaat},
    ),
    _Telling(
        bestand=Bestand.BETROKKENE,
        counted=betrokkene.counted_by_day,
        column_of={soort.value: soort.value for soort in Verzoeksoort},
    ),
)


def table_of(telling: _Telling, wie: Wie, *, day: date) -> Kruistabel:
    """Count by quarter and column, of the quarters of two years that are over, since the covenant began."""
    begun = quarter_of(wie.convenant.in_werking_op)
    rijen = tuple(one for one in quarters_before(day) if one >= begun)
    kolommen = tuple(dict.fromkeys(telling.column_of.values()))
    found: Counter[tuple[str, str]] = Counter()
    for on, code, n in telling.counted(wie.convenant.id):
        if code in telling.column_of:
            found[quarter_of(on), telling.column_of[code]] += n
    aantallen = tuple(tuple(found[rij, kolom] for kolom in kolommen) for rij in rijen)
    return Kruistabel(rijen=rijen, kolommen=kolommen, aantallen=aantallen)


def _rule(wie: Wie, _invoer: Niets, edge: Edge) -> Verdict:
    return may_see_cijfers(wie, day=edge.day)


def _act(telling: _Telling) -> PlainAct[Niets, CijferBeeld]:
    def run(pas: Pass, _invoer: Niets) -> CijferBeeld:
        tabel = table_of(telling, pas.wie, day=pas.day)
        return CijferBeeld(
            bestand=telling.bestand.value,
            rijen=tabel.rijen,
            kolommen=tabel.kolommen,
            aantallen=published(tabel),
        )

    return PlainAct(
        code=f"count-{telling.bestand.value}",
        articles=("18.4",),
        bestand=telling.bestand,
        verwerking=ACTIVITY,
        gevolg=Gevolg.FOUND,
        invoer=Niets,
        rule=_rule,
        run=run,
    )


count_cijfers: dict[str, PlainAct[Niets, CijferBeeld]] = {
    telling.bestand.value: register_act(_act(telling)) for telling in TELLINGEN
}
"""The figures, by the name of the file that they are of."""
