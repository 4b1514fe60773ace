"""Report an incident; and open one of what a check of the system found. Covenant 15.2.g; AVG 33(5)."""

from collections.abc import Callable
from typing import Final, TypeVar

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, PlainAct, register_act
from casustafel.acts.invoer import Id, Invoer, Moment, OpHouder, Regel, Tekst, Uitvoer
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import Wie
from casustafel.convenant.incident import IncidentFeit
from casustafel.convenant.rules.incident import may_open_bevinding, may_report_incident
from casustafel.convenant.stuk import IncidentStuk
from casustafel.convenant.verdict import Verdict
from casustafel.register import store as register
from casustafel.toezicht import store
from casustafel.toezicht.inhoud import BevindingInhoud, MeldingInhoud

ACTIVITY: Final = "incidenten registreren en afhandelen"
KEPT_LINES: Final = 200
"""How many lines of what a check found are kept in one incident; the rest is counted."""
In = TypeVar("In", bound=OpHouder)


class ReportIncident(Invoer):
    """What happened, since when it is known, which data it is about and what was done at once."""

    wat: Tekst
    bekend_op: Moment | None = None
    welke_gegevens: Tekst = ""
    gedaan: Tekst = ""


class NewIncident(Uitvoer):
    """The number of the incident that was reported."""

    id: Id
    nummer: str


class OpenBevinding(Invoer):
    """In which file a check found what, a line each."""

    bestand: Regel
    bevindingen: tuple[str, ...]


def change(
    code: str,
    *,
    invoer: type[In],
    rule: Callable[[Wie, IncidentFeit, In, Edge], Verdict],
    run: Callable[[Pass, IncidentFeit, In], None],
) -> HolderAct[In, IncidentFeit, None]:
    """Declare a change of one incident."""
    return register_act(
        HolderAct(
            code=code,
            articles=("15.2.g",),
            bestand=Bestand.TOEZICHT,
            verwerking=ACTIVITY,
            gevolg=Gevolg.CHANGED,
            invoer=invoer,
            facts=store.facts,
            version=store.version,
            rule=rule,
            run=run,
        )
    )


def _may_report(wie: Wie, invoer: ReportIncident, edge: Edge) -> Verdict:
    return may_report_incident(wie, wat=invoer.wat, bekend_op=invoer.bekend_op, now=edge.now, day=edge.day)


def _report(pas: Pass, invoer: ReportIncident) -> NewIncident:
    feit = store.begin(pas, bekend_op=invoer.bekend_op or pas.moment)
    said = invoer.model_dump(exclude={"bekend_op"})
    inhoud = MeldingInhoud(**said, door=register.handelend(pas.wie))
    store.stukken.add(pas, inhoud, houder_id=feit.id, soort=IncidentStuk.MELDING, organisatie_id=pas.wie.organisatie_id)
    return NewIncident(id=feit.id, nummer=feit.nummer)


def _may_open(wie: Wie, _invoer: OpenBevinding, edge: Edge) -> Verdict:
    return may_open_bevinding(wie, day=edge.day)


def _open(pas: Pass, invoer: OpenBevinding) -> None:
    """Open an incident of what stands in none yet; the system knows it from now on."""
    fresh = store.unknown(pas.wie.convenant.id, invoer.bevindingen)
    if not fresh:
        return
    feit = store.begin(pas, bekend_op=pas.moment)
    inhoud = BevindingInhoud(bestand=invoer.bestand, regels=tuple(fresh[:KEPT_LINES]), aantal=len(fresh))
    store.stukken.add(pas, inhoud, houder_id=feit.id, soort=IncidentStuk.BEVINDING)
    store.remember(pas, feit.id, fresh)


report_incident = register_act(
    PlainAct(
        code="report-incident",
        articles=("15.2.g",),
        bestand=Bestand.TOEZICHT,
        verwerking=ACTIVITY,
        gevolg=Gevolg.CHANGED,
        invoer=ReportIncident,
        rule=_may_report,
        run=_report,
    )
)
open_bevinding = register_act(
    PlainAct(
        code="open-bevinding",
        articles=("15.2.g", "15.1"),
        bestand=Bestand.TOEZICHT,
        verwerking=ACTIVITY,
        gevolg=Gevolg.CHANGED,
        invoer=OpenBevinding,
        rule=_may_open,
        run=_open,
    )
)
