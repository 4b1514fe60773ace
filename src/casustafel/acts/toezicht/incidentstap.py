"""The steps of an incident: judge it, tell the AP, tell the people, settle it. Covenant 15.2.g; AVG 33, 34."""

from typing import Annotated

from pydantic import BaseModel, Field, Strict

from casustafel.acts.edge import LOCAL, Edge
from casustafel.acts.invoer import MAX_NUMBER, Dag, Moment, Regel, Tekst, Wijzigend
from casustafel.acts.toezicht.incident import change
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import Wie
from casustafel.convenant.incident import Apbesluit, IncidentFeit, Inlichting, Risico, Uitzondering
from casustafel.convenant.rules.incident import (
    ap_of,
    may_assess_incident,
    may_close_incident,
    may_record_ap,
    may_record_betrokkenen,
)
from casustafel.convenant.stuk import IncidentStuk
from casustafel.convenant.verdict import Verdict
from casustafel.register import store as register
from casustafel.toezicht import store
from casustafel.toezicht.inhoud import ApInhoud, BeoordelingInhoud, IncidentafsluitingInhoud, InlichtingInhoud

Aantal = Annotated[int, Strict(), Field(ge=0, le=MAX_NUMBER)]


class AssessIncident(Wijzigend):
    """What was judged, and of a breach what AVG 33(3) asks; how many, as far as known."""

    risico: Risico
    aard: Tekst = ""
    personen: Tekst = ""
    aantal_personen: Aantal | None = None
    gegevens: Tekst = ""
    aantal_gegevens: Aantal | None = None
    gevolgen: Tekst = ""
    maatregelen: Tekst = ""
    motivering: Tekst


class RecordAp(Wijzigend):
    """That the AP was told, when, under which reference, where it may ask more, and why late; or why it was not."""

    besluit: Apbesluit
    gemeld_op: Moment | None = None
    kenmerk: Regel = ""
    contactpunt: Regel = ""
    vertraging: Tekst = ""
    motivering: Tekst = ""


class RecordBetrokkenen(Wijzigend):
    """Whether the people it is about were told, when and in which words; or why not."""

    besluit: Inlichting
    ingelicht_op: Dag | None = None
    tekst: Tekst = ""
    uitzondering: Uitzondering | None = None
    motivering: Tekst = ""


class CloseIncident(Wijzigend):
    """What was learned."""

    geleerd: Tekst


def _texts(invoer: BaseModel) -> dict[str, str]:
    """Give what was written, by its field."""
    return {name: value for name, value in invoer if isinstance(value, str)}


def _may_assess(wie: Wie, feit: IncidentFeit, invoer: AssessIncident, edge: Edge) -> Verdict:
    return may_assess_incident(wie, feit, risico=invoer.risico, said=_texts(invoer), day=edge.day)


def _assess(pas: Pass, feit: IncidentFeit, invoer: AssessIncident) -> None:
    said = invoer.model_dump(exclude={"houder_id", "versie", "risico"})
    inhoud = BeoordelingInhoud(**said, door=register.handelend(pas.wie))
    store.add(pas, feit, inhoud, soort=IncidentStuk.BEOORDELING, staat=invoer.risico)


def _may_ap(wie: Wie, feit: IncidentFeit, invoer: RecordAp, edge: Edge) -> Verdict:
    return may_record_ap(
        wie,
        feit,
        besluit=invoer.besluit,
        gemeld_op=invoer.gemeld_op,
        said=_texts(invoer),
        now=edge.now,
        day=edge.day,
    )


def _ap(pas: Pass, feit: IncidentFeit, invoer: RecordAp) -> None:
    gemeld_op = invoer.gemeld_op if invoer.besluit is Apbesluit.MELDEN else None
    inhoud = ApInhoud(
        gemeld_op=gemeld_op,
        kenmerk=invoer.kenmerk,
        contactpunt=invoer.contactpunt,
        vertraging=invoer.vertraging,
        motivering=invoer.motivering,
        door=register.handelend(pas.wie),
    )
    staat = ap_of(pas.wie, feit, besluit=invoer.besluit, gemeld_op=gemeld_op)
    store.add(pas, feit, inhoud, soort=IncidentStuk.AP, staat=staat)


def _may_betrokkenen(wie: Wie, feit: IncidentFeit, invoer: RecordBetrokkenen, edge: Edge) -> Verdict:
    return may_record_betrokkenen(
        wie,
        feit,
        besluit=invoer.besluit,
        ingelicht_op=invoer.ingelicht_op,
        bekend_on=feit.bekend_op.astimezone(LOCAL).date(),
        uitzondering=invoer.uitzondering,
        said=_texts(invoer),
        day=edge.day,
    )


def _betrokkenen(pas: Pass, feit: IncidentFeit, invoer: RecordBetrokkenen) -> None:
    inhoud = InlichtingInhoud(
        tekst=invoer.tekst,
        uitzondering=invoer.uitzondering or "",
        motivering=invoer.motivering,
        door=register.handelend(pas.wie),
    )
    told_on = invoer.ingelicht_op if invoer.besluit is not Inlichting.NIET else None
    store.add(pas, feit, inhoud, soort=IncidentStuk.BETROKKENEN, staat=invoer.besluit, uiterlijk_op=told_on)


def _may_close(wie: Wie, feit: IncidentFeit, invoer: CloseIncident, edge: Edge) -> Verdict:
    return may_close_incident(wie, feit, geleerd=invoer.geleerd, day=edge.day)


def _close(pas: Pass, feit: IncidentFeit, invoer: CloseIncident) -> None:
    inhoud = IncidentafsluitingInhoud(geleerd=invoer.geleerd, door=register.handelend(pas.wie))
    store.stukken.add(pas, inhoud, houder_id=feit.id, soort=IncidentStuk.AFSLUITING)
    store.advance(pas, feit.id, afgesloten_op=pas.day)


assess_incident = change("assess-incident", invoer=AssessIncident, rule=_may_assess, run=_assess)
record_ap = change("record-ap", invoer=RecordAp, rule=_may_ap, run=_ap)
record_betrokkenen = change("record-betrokkenen", invoer=RecordBetrokkenen, rule=_may_betrokkenen, run=_betrokkenen)
close_incident = change("close-incident", invoer=CloseIncident, rule=_may_close, run=_close)
