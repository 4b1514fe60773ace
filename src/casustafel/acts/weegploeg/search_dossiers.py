"""Find dossiers by a name, however it is spelled, within one's own view. Covenant 8.4.

The names of the covenant's own dossiers are opened and compared in memory. A dossier whose name is not alike is not
shown, and nobody has seen it: only what is shown stands in the log as found.
"""

from collections.abc import Sequence
from typing import Annotated, Final

from pydantic import Field

from casustafel.acts.bewaring.beeld import Bewaard, bewaring_beeld
from casustafel.acts.edge import Edge
from casustafel.acts.gate import ListAct, register_act
from casustafel.acts.invoer import Id, Invoer, Regel, Uitvoer
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.gelijkenis import is_alike
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.beslistermijn import outcome_2_on
from casustafel.convenant.feit import UNDECIDED, DossierKop, DossierStaat, Wie
from casustafel.convenant.rules.toegang import may_find_dossier, may_find_dossiers
from casustafel.convenant.verdict import Verdict
from casustafel.weegploeg import store

LEAST: Final = 2
MOST_SHOWN: Final = 25


class SearchDossiers(Invoer):
    """The name, or the beginning of it."""

    naam: Annotated[Regel, Field(min_length=LEAST)]


class GevondenDossier(Bewaard):
    """A dossier with a name that is alike: its number, name and state, and whether a signaal can be added to it."""

    id: Id
    nummer: str
    naam: str
    staat: DossierStaat
    neemt_signalen_aan: bool


class GevondenDossiers(Uitvoer):
    """The dossiers with a name that is alike, newest first; one that is damaged cannot be found by its name."""

    is_alles: bool
    dossiers: tuple[GevondenDossier, ...]


def _candidates(wie: Wie, _invoer: SearchDossiers, edge: Edge) -> Sequence[DossierKop]:
    return store.koppen(wie, day=edge.day)


def _select(pas: Pass, koppen: Sequence[DossierKop], invoer: SearchDossiers) -> Sequence[DossierKop]:
    names = store.names(pas, [kop.id for kop in koppen])
    alike = [kop for kop in koppen if kop.id in names and is_alike(invoer.naam, names[kop.id].naam)]
    return alike[: MOST_SHOWN + 1]


def _show(pas: Pass, koppen: Sequence[DossierKop], _invoer: SearchDossiers) -> GevondenDossiers:
    names = store.names(pas, [kop.id for kop in koppen])
    return GevondenDossiers(
        is_alles=len(koppen) <= MOST_SHOWN,
        dossiers=tuple(
            GevondenDossier(
                id=kop.id,
                nummer=kop.nummer,
                bewaring=bewaring_beeld(kop, pas.wie.convenant),
                naam=names[kop.id].naam,
                staat=kop.staat,
                neemt_signalen_aan=kop.staat in UNDECIDED and outcome_2_on(kop, pas.wie.convenant, day=pas.day) is None,
            )
            for kop in koppen[:MOST_SHOWN]
            if kop.id in names
        ),
    )


def _rule(wie: Wie, kop: DossierKop, edge: Edge) -> Verdict:
    return may_find_dossier(wie, kop, day=edge.day)


def _may(wie: Wie, edge: Edge) -> Verdict:
    return may_find_dossiers(wie, day=edge.day)


def _id(kop: DossierKop) -> Id:
    return kop.id


search_dossiers = register_act(
    ListAct(
        code="search-dossiers",
        articles=("8.4",),
        bestand=Bestand.WEEGPLOEG,
        verwerking="wegen en beslissen",
        gevolg=Gevolg.FOUND,
        invoer=SearchDossiers,
        candidates=_candidates,
        id_of=_id,
        may=_may,
        rule=_rule,
        run=_show,
        select=_select,
    )
)
