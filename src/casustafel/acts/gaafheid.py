"""Open every sealed row of a file and hold it beside the log; nobody is shown anything of it. Covenant 15.1, 15.2.e."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID

from casustafel.acts.bewaring.vernietiging import STAPPEN, Stappen
from casustafel.acts.edge import Edge
from casustafel.acts.files import logboek_of
from casustafel.acts.gate import ListAct, find, register_act
from casustafel.acts.invoer import Id, Invoer
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.gaafheid import Gaafheid, Gebrek
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.bewaring import BewaarFeit
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules.gaafheid import may_check_bestand, may_check_houder
from casustafel.convenant.verdict import Verdict


class CheckBestand(Invoer):
    """Which dossiers or casussen of the file: a page of them."""

    houders: tuple[Id, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Keuring:
    """The check of one file, and the act that opens for it."""

    gaafheid: Gaafheid
    act: ListAct[CheckBestand, BewaarFeit, list[Gebrek]]


def _may(wie: Wie, edge: Edge) -> Verdict:
    return may_check_bestand(wie, day=edge.day)


def _rule(wie: Wie, feit: BewaarFeit, edge: Edge) -> Verdict:
    return may_check_houder(wie, feit, day=edge.day)


def _candidates(stappen: Stappen, wie: Wie, invoer: CheckBestand, _edge: Edge) -> Sequence[BewaarFeit]:
    found = stappen.facts(invoer.houders, lock=False).values()
    return [feit for feit in found if feit.convenant_id == wie.convenant.id]


def _run(gaafheid: Gaafheid, pas: Pass, shown: Sequence[BewaarFeit], _invoer: CheckBestand) -> list[Gebrek]:
    found = gaafheid.findings(pas, [feit.id for feit in shown])
    return [replace(one, convenant_id=pas.wie.convenant.id) for one in found]


def _id_of(feit: BewaarFeit) -> UUID:
    return feit.id


def _keuring(stappen: Stappen) -> Keuring:
    gaafheid = Gaafheid(tabellen=stappen.tabellen, logboek=logboek_of(stappen.bestand))
    act = register_act(
        ListAct(
            code=f"check-bestand-{stappen.bestand.value}",
            articles=("15.1", "15.2.e"),
            bestand=stappen.bestand,
            verwerking="bestanden op gaafheid controleren",
            gevolg=Gevolg.OPENED,
            invoer=CheckBestand,
            candidates=partial(_candidates, stappen),
            id_of=_id_of,
            may=_may,
            rule=_rule,
            run=partial(_run, gaafheid),
        )
    )
    return Keuring(gaafheid=gaafheid, act=act)


KEURINGEN: dict[Bestand, Keuring] = {stappen.bestand: _keuring(stappen) for stappen in STAPPEN.values()}
"""The check of each file that holds dossiers or casussen."""


def check_rows(keuring: Keuring, systemen: Sequence[Wie], *, without: set[UUID], edge: Edge) -> Iterator[Gebrek]:
    """Check every sealed row of a file, page by page; `without` are those whose key does not open."""
    for page in keuring.gaafheid.pages():
        invoer = CheckBestand(houders=tuple(one for one in page if one not in without))
        for wie in systemen:
            if keuring.act.candidates(wie, invoer, edge):
                yield from find(keuring.act, wie=wie, invoer=invoer, edge=edge)
