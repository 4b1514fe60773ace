"""The night's work: carry out whatever a term ended for. Safe twice, late, and on two machines. Covenant 7.4, 13."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from datetime import date
from itertools import chain

from casustafel.acts.bewaring.due import Delen, installatie, systemen
from casustafel.acts.bewaring.reserve import renew_reserve
from casustafel.acts.bewaring.run_nachtwerk import Getal, RunNachtwerk, run_nachtwerk
from casustafel.acts.bewaring.sleutels import sweep
from casustafel.acts.edge import Edge
from casustafel.acts.gate import perform
from casustafel.bestand.backup import empty_journals
from casustafel.convenant.bewaring import Wijze
from casustafel.convenant.feit import Wie
from casustafel.jobs.archiveren import archive
from casustafel.jobs.horen import hear
from casustafel.jobs.relay import relay
from casustafel.jobs.termijnen import clear_logs, clear_papers, clear_people
from casustafel.jobs.vernietigen import (
    archived_in,
    destroy_marked,
    due_in,
    incidents_in,
    mark,
    record_lapses,
    requests_in,
)

Told = Callable[[str, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verslag:
    """What a night did, in numbers."""

    bezorgd: int = 0
    gehoord: int = 0
    vervallen: int = 0
    ingepakt: int = 0
    bezorgd_aan_archief: int = 0
    gemarkeerd: int = 0
    verplaatst: int = 0
    vernietigd: int = 0
    opgeruimde_sleutels: int = 0
    opgeruimde_mensen: int = 0
    opgeruimde_stukken: int = 0
    vernietigde_logregels: int = 0
    vernieuwde_reserve: int = 0
    geleegde_journaals: int = 0

    def as_dict(self) -> dict[str, int]:
        """Give the numbers by name."""
        return asdict(self)


def _counted(done: dict[str, int]) -> RunNachtwerk:
    return RunNachtwerk(getallen=tuple(Getal(stap=stap, aantal=aantal) for stap, aantal in done.items()))


def _untold(_step: str, _count: int) -> None:
    """Tell nobody."""


def _kept(wie: Wie, *, day: date) -> Iterable[Delen]:
    """Give what may be past its term: in the files, in the archive, the requests that follow a dossier, incidents."""
    return chain(due_in(wie, day=day), archived_in(wie, day=day), requests_in(wie, day=day), incidents_in(wie, day=day))


def nachtwerk(*, edge: Edge, told: Told = _untold) -> Verslag:
    """Do the night's work of a day, step by step, telling what each step did."""
    done: dict[str, int] = {}

    def note(step: str, count: int) -> None:
        done[step] = count
        told(step, count)

    note("bezorgd", relay(edge=edge))
    covenants = list(systemen(day=edge.day))
    note("gehoord", sum(hear(wie, edge=edge) for wie in covenants))
    note("vervallen", sum(record_lapses(wie, due_in(wie, day=edge.day), edge=edge) for wie in covenants))
    note("ingepakt", sum(archive(wie, due_in(wie, day=edge.day), edge=edge) for wie in covenants))
    note("bezorgd_aan_archief", relay(edge=edge))
    note("gemarkeerd", sum(mark(wie, _kept(wie, day=edge.day), edge=edge) for wie in covenants))
    gone = destroy_marked(edge=edge)
    note("verplaatst", gone[Wijze.VERPLAATST])
    note("vernietigd", gone[Wijze.VERNIETIGD])
    note("opgeruimde_sleutels", sweep(day=edge.day))
    note("opgeruimde_mensen", clear_people(covenants, edge=edge))
    note("opgeruimde_stukken", clear_papers(covenants, edge=edge))
    note("vernietigde_logregels", clear_logs(covenants, edge=edge))
    note("vernieuwde_reserve", int(renew_reserve(day=edge.day)))
    note("geleegde_journaals", empty_journals())
    perform(run_nachtwerk, wie=installatie(), invoer=_counted(done), edge=edge)
    return Verslag(**done)
