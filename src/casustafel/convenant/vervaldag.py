"""What falls due ahead: a lapse, the move to the archive, destruction. To check and mend, never to decide. Covenant 13.

A term ends without anybody acting: nothing here holds it up.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.bewaring import A_DAY, BewaarFeit, archive_from, retention_of
from casustafel.convenant.feit import ConvenantFeit
from casustafel.convenant.regime import TermijnCode, regime
from casustafel.convenant.termijn import last_day
from casustafel.convenant.vooruitzicht import outlook


class Verval(StrEnum):
    """What comes when a term ends."""

    VERVALT = "vervalt"
    NAAR_ARCHIEF = "naar-archief"
    VERNIETIGD = "vernietigd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vervaldag:
    """What comes of one dossier, on which day and article. Its number, and nothing of its content."""

    houder_id: UUID
    nummer: str
    wat: Verval
    op: date
    artikel: str


@carries_out("13.1", "13.2", "13.3", "7.4")
def vervaldagen_of(feit: BewaarFeit, convenant: ConvenantFeit, *, day: date, until: date) -> Iterator[Vervaldag]:
    """Give what comes of a dossier up to and including a day, if nothing more is done, the earliest first.

    Covenant 7.4, 13. Reading: an undecided dossier lapses on the day after its term, and what was not put on the agenda
    is destroyed on the day after its six months; else it goes to the archive, and is destroyed there. What is past its
    term, or on its way out, is in no list.
    """
    if feit.vernietigen_op is not None or feit.gearchiveerd_op is not None:
        return
    for op, wat, artikel in _ahead(feit, convenant, day=day):
        if op <= until:
            yield Vervaldag(houder_id=feit.id, nummer=feit.nummer, wat=wat, op=op, artikel=artikel)


def _ahead(feit: BewaarFeit, convenant: ConvenantFeit, *, day: date) -> Iterator[tuple[date, Verval, str]]:
    if feit.kop is None:
        kept = retention_of(feit, convenant, day=day)
        if day <= kept.tot:
            yield kept.vernietigen_vanaf, Verval.VERNIETIGD, kept.artikel
        return
    ahead = outlook(feit.kop, convenant)
    if day > ahead.hier_tot:
        return
    if ahead.vervalt_op is not None and day < ahead.vervalt_op:
        yield ahead.vervalt_op, Verval.VERVALT, "7.4"
    if ahead.archief_op is not None:
        yield archive_from(feit, convenant, elders_op=feit.gehoord_op), Verval.NAAR_ARCHIEF, "13.2"
    else:
        yield ahead.tot + A_DAY, Verval.VERNIETIGD, ahead.artikel


@carries_out("11.5", "13.1")
def remind_until(convenant: ConvenantFeit, *, day: date) -> date:
    """Give the last day of which is reminded ahead: thirty days. Covenant 11.5, 13.1, reading."""
    return last_day(day, termijn=regime(convenant.regime).term(TermijnCode.INFORMEREN_VOOR_VERNIETIGING))
