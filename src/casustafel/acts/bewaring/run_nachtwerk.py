"""Note what the night's work did, and show the last nights. Covenant 13.1, 15.2.e."""

from datetime import datetime
from typing import Final

from casustafel.acts.bewaring.termijnen import ended_by
from casustafel.acts.bewaring.vernietiging import ACTIVITY
from casustafel.acts.edge import Edge
from casustafel.acts.gate import PlainAct, register_act
from casustafel.acts.invoer import Dag, Invoer, Niets, Regel, Uitvoer, Versie
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.bewaring import A_DAY
from casustafel.convenant.feit import Wie
from casustafel.convenant.regime import TermijnCode
from casustafel.convenant.rules.bewaring import may_find_nachten, may_run_nachtwerk
from casustafel.convenant.verdict import Verdict
from casustafel.register.store import bewaring as store

NIGHTS: Final = 31


class Getal(Invoer):
    """How much a step of the night did."""

    stap: Regel
    aantal: Versie


class RunNachtwerk(Invoer):
    """The night's work as a whole, in numbers; each of its steps has a row of its own, in the file that it touched."""

    getallen: tuple[Getal, ...] = ()


class GetalBeeld(Uitvoer):
    """How much a step of a night did."""

    stap: str
    aantal: int


class NachtBeeld(Uitvoer):
    """What a night did: for which day, when, and how much of each step."""

    dag: Dag
    op: datetime
    getallen: tuple[GetalBeeld, ...]


class Nachten(Uitvoer):
    """The last nights, the latest first; `is_gemist` tells that the night of today or yesterday was not there."""

    is_gemist: bool
    nachten: tuple[NachtBeeld, ...]


def _rule(wie: Wie, _invoer: RunNachtwerk, _edge: Edge) -> Verdict:
    return may_run_nachtwerk(wie)


def _run(pas: Pass, invoer: RunNachtwerk) -> None:
    nacht_id = pas.new_id()
    store.add_nacht(
        nacht_id,
        op=pas.moment,
        dag=pas.day,
        getallen={getal.stap: getal.aantal for getal in invoer.getallen},
        keep_from=ended_by(pas.wie.convenant, TermijnCode.LOGREGEL, day=pas.day) + A_DAY,
    )
    pas.note(nacht_id)


run_nachtwerk = register_act(
    PlainAct(
        code="run-nachtwerk",
        articles=("13.1", "13.3", "7.4"),
        bestand=Bestand.REGISTER,
        verwerking=ACTIVITY,
        gevolg=Gevolg.CHANGED,
        invoer=RunNachtwerk,
        rule=_rule,
        run=_run,
    )
)


def _may_find(wie: Wie, _invoer: Niets, edge: Edge) -> Verdict:
    return may_find_nachten(wie, day=edge.day)


def _find(pas: Pass, _invoer: Niets) -> Nachten:
    rows = store.nachten(limit=NIGHTS)
    return Nachten(
        is_gemist=not rows or rows[0].dag < pas.day - A_DAY,
        nachten=tuple(
            NachtBeeld(
                dag=row.dag,
                op=row.op,
                getallen=tuple(GetalBeeld(stap=stap, aantal=aantal) for stap, aantal in row.getallen.items()),
            )
            for row in rows
        ),
    )


find_nachten = register_act(
    PlainAct(
        code="find-nachten",
        articles=("13.1", "15.2.e"),
        bestand=Bestand.REGISTER,
        verwerking=ACTIVITY,
        gevolg=Gevolg.FOUND,
        invoer=Niets,
        rule=_may_find,
        run=_find,
    )
)
