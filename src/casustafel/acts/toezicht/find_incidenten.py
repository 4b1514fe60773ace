"""The register of incidents: the list, what waits, and how many there are. Covenant 15.2.g; AVG 33(5)."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from casustafel.acts.edge import Edge
from casustafel.acts.gate import ListAct, PlainAct, register_act
from casustafel.acts.invoer import Dag, Id, Invoer, Moment, Niets, Pagina, Uitvoer
from casustafel.acts.toezicht.incident import ACTIVITY
from casustafel.acts.werk import listed
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import ConvenantFeit, Wie
from casustafel.convenant.incident import (
    Apmelding,
    IncidentFeit,
    Incidentstaat,
    Inlichting,
    Risico,
    is_running,
    kept_until,
    report_by,
)
from casustafel.convenant.rules.incident import may_count_incidenten, may_find_incidenten, may_open_incident
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.werk_incident import werk_on_incident
from casustafel.toezicht import store

PAGE: Final = 50


class FindIncidenten(Invoer):
    """The page, counted from 1."""

    pagina: Pagina = 1


class IncidentRegel(Uitvoer):
    """An incident in the register: how far it is, since when it is known, and by when the AP is told of a breach.

    `is_lopend` tells whether the 72 hours still run; `is_gevonden` whether a check of the system opened it.
    """

    id: Id
    nummer: str
    staat: Incidentstaat
    is_gevonden: bool
    bekend_op: Moment
    melden_voor: Moment
    is_lopend: bool
    risico: Risico | None
    ap: Apmelding | None
    inlichting: Inlichting | None
    afgesloten_op: Dag | None
    bewaard_tot: Dag | None


class IncidentLijst(Uitvoer):
    """A page of the register: what is not settled first, and of that what was known first."""

    pagina: int
    is_laatste: bool
    incidenten: tuple[IncidentRegel, ...]


class Aantal(Uitvoer):
    """How many of what."""

    wat: str
    aantal: int


class Incidentaantallen(Uitvoer):
    """How many incidents there are, by state, by what was judged, and by whether the AP was told in time."""

    staten: tuple[Aantal, ...]
    oordelen: tuple[Aantal, ...]
    ap: tuple[Aantal, ...]


def regel_of(feit: IncidentFeit, convenant: ConvenantFeit) -> IncidentRegel:
    """Give the plain part of an incident."""
    return IncidentRegel(
        id=feit.id,
        nummer=feit.nummer,
        staat=feit.staat,
        is_gevonden=feit.is_found,
        bekend_op=feit.bekend_op,
        melden_voor=report_by(feit, convenant),
        is_lopend=is_running(feit),
        risico=feit.risico,
        ap=feit.ap,
        inlichting=feit.inlichting,
        afgesloten_op=feit.afgesloten_op,
        bewaard_tot=kept_until(feit, convenant),
    )


def _candidates(wie: Wie, invoer: FindIncidenten, edge: Edge) -> Sequence[IncidentFeit]:
    return store.page(wie, day=edge.day, offset=(invoer.pagina - 1) * PAGE, limit=PAGE)


def _waiting(wie: Wie, _invoer: Niets, edge: Edge) -> Sequence[IncidentFeit]:
    return store.running(wie, day=edge.day)


def _may(wie: Wie, edge: Edge) -> Verdict:
    return may_find_incidenten(wie, day=edge.day)


def _rule(wie: Wie, feit: IncidentFeit, edge: Edge) -> Verdict:
    return may_open_incident(wie, feit, day=edge.day)


def _id(feit: IncidentFeit) -> Id:
    return feit.id


def _show(pas: Pass, found: Sequence[IncidentFeit], invoer: FindIncidenten) -> IncidentLijst:
    return IncidentLijst(
        pagina=invoer.pagina,
        is_laatste=len(found) < PAGE,
        incidenten=tuple(regel_of(feit, pas.wie.convenant) for feit in found),
    )


def _may_count(wie: Wie, _invoer: Niets, edge: Edge) -> Verdict:
    return may_count_incidenten(wie, day=edge.day)


def counts_of(wie: Wie, *, day: date) -> Incidentaantallen:
    """Count the incidents of a covenant."""
    staten, oordelen, ap = (
        tuple(Aantal(wat=str(one), aantal=found[one.value]) for one in kinds)
        for kinds, found in zip((Incidentstaat, Risico, Apmelding), store.counted(wie, day=day), strict=True)
    )
    return Incidentaantallen(staten=staten, oordelen=oordelen, ap=ap)


def _count(pas: Pass, _invoer: Niets) -> Incidentaantallen:
    return counts_of(pas.wie, day=pas.day)


find_incidenten = register_act(
    ListAct(
        code="find-incidenten",
        articles=("15.2.g",),
        bestand=Bestand.TOEZICHT,
        verwerking=ACTIVITY,
        gevolg=Gevolg.FOUND,
        invoer=FindIncidenten,
        candidates=_candidates,
        id_of=_id,
        may=_may,
        rule=_rule,
        run=_show,
    )
)
find_werk_incidenten = register_act(
    ListAct(
        code="find-werk-incidenten",
        articles=("15.2.g",),
        bestand=Bestand.TOEZICHT,
        verwerking="werkvoorraad",
        gevolg=Gevolg.FOUND,
        invoer=Niets,
        candidates=_waiting,
        id_of=_id,
        may=_may,
        rule=_rule,
        run=listed(werk_on_incident),
    )
)
count_incidenten = register_act(
    PlainAct(
        code="count-incidenten",
        articles=("15.2.g",),
        bestand=Bestand.TOEZICHT,
        verwerking=ACTIVITY,
        gevolg=Gevolg.FOUND,
        invoer=Niets,
        rule=_may_count,
        run=_count,
    )
)
