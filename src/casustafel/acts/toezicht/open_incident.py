"""Open an incident: what happened, every judgement of it, who was told and why not, what was learned. Cov. 15.2.g."""

from collections.abc import Callable
from typing import TypeVar

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Dag, Id, Moment, OpHouder, Uitvoer
from casustafel.acts.toezicht.find_incidenten import IncidentRegel, regel_of
from casustafel.acts.toezicht.incident import ACTIVITY
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.bestand.stukken import Stuk
from casustafel.convenant.feit import Wie
from casustafel.convenant.incident import Apmelding, IncidentFeit, Inlichting, Risico, Uitzondering
from casustafel.convenant.rules.incident import may_open_incident
from casustafel.convenant.stuk import IncidentStuk
from casustafel.convenant.verdict import Verdict
from casustafel.toezicht import store
from casustafel.toezicht.inhoud import (
    ApInhoud,
    BeoordelingInhoud,
    BevindingInhoud,
    IncidentafsluitingInhoud,
    InlichtingInhoud,
    MeldingInhoud,
)

Inhoud = TypeVar("Inhoud")
Shown = TypeVar("Shown")


class OpenIncident(OpHouder):
    """Which incident."""


class MeldingBeeld(Uitvoer):
    """What somebody reported, and for which organisation."""

    op: Dag
    organisatie_id: Id
    wat: str
    welke_gegevens: str
    gedaan: str
    door: str


class BevindingBeeld(Uitvoer):
    """What a check of the system found; `aantal` counts also the lines that are not kept."""

    op: Dag
    bestand: str
    regels: tuple[str, ...]
    aantal: int


class BeoordelingBeeld(Uitvoer):
    """A judgement."""

    op: Dag
    risico: Risico
    aard: str
    personen: str
    aantal_personen: int | None
    gegevens: str
    aantal_gegevens: int | None
    gevolgen: str
    maatregelen: str
    motivering: str
    door: str


class ApBeeld(Uitvoer):
    """A notice to the AP, or why none was given."""

    op: Dag
    besluit: Apmelding
    gemeld_op: Moment | None
    kenmerk: str
    contactpunt: str
    vertraging: str
    motivering: str
    door: str


class InlichtingBeeld(Uitvoer):
    """How the people it is about were told, or why not."""

    op: Dag
    besluit: Inlichting
    ingelicht_op: Dag | None
    uitzondering: Uitzondering | None
    tekst: str
    motivering: str
    door: str


class IncidentafsluitingBeeld(Uitvoer):
    """What was learned."""

    op: Dag
    geleerd: str
    door: str


class IncidentBeeld(Uitvoer):
    """An incident, opened; of what was said more than once, the latest stands last."""

    incident: IncidentRegel
    versie: int
    melding: MeldingBeeld | None
    bevinding: BevindingBeeld | None
    beoordelingen: tuple[BeoordelingBeeld, ...]
    ap: tuple[ApBeeld, ...]
    inlichtingen: tuple[InlichtingBeeld, ...]
    afsluiting: IncidentafsluitingBeeld | None


def _rule(wie: Wie, feit: IncidentFeit, _invoer: OpenIncident, edge: Edge) -> Verdict:
    return may_open_incident(wie, feit, day=edge.day)


def _melding(stuk: Stuk[MeldingInhoud]) -> MeldingBeeld:
    one = stuk.inhoud
    return MeldingBeeld(
        op=stuk.op,
        organisatie_id=stuk.organisatie_id,
        wat=one.wat,
        welke_gegevens=one.welke_gegevens,
        gedaan=one.gedaan,
        door=one.door,
    )


def _bevinding(stuk: Stuk[BevindingInhoud]) -> BevindingBeeld:
    one = stuk.inhoud
    return BevindingBeeld(op=stuk.op, bestand=one.bestand, regels=one.regels, aantal=one.aantal)


def _beoordeling(stuk: Stuk[BeoordelingInhoud]) -> BeoordelingBeeld:
    one = stuk.inhoud
    return BeoordelingBeeld(
        op=stuk.op,
        risico=Risico(stuk.staat),
        aard=one.aard,
        personen=one.personen,
        aantal_personen=one.aantal_personen,
        gegevens=one.gegevens,
        aantal_gegevens=one.aantal_gegevens,
        gevolgen=one.gevolgen,
        maatregelen=one.maatregelen,
        motivering=one.motivering,
        door=one.door,
    )


def _ap(stuk: Stuk[ApInhoud]) -> ApBeeld:
    one = stuk.inhoud
    return ApBeeld(
        op=stuk.op,
        besluit=Apmelding(stuk.staat),
        gemeld_op=one.gemeld_op,
        kenmerk=one.kenmerk,
        contactpunt=one.contactpunt,
        vertraging=one.vertraging,
        motivering=one.motivering,
        door=one.door,
    )


def _inlichting(stuk: Stuk[InlichtingInhoud]) -> InlichtingBeeld:
    one = stuk.inhoud
    return InlichtingBeeld(
        op=stuk.op,
        besluit=Inlichting(stuk.staat),
        ingelicht_op=stuk.uiterlijk_op,
        uitzondering=Uitzondering(one.uitzondering) if one.uitzondering else None,
        tekst=one.tekst,
        motivering=one.motivering,
        door=one.door,
    )


def _afsluiting(stuk: Stuk[IncidentafsluitingInhoud]) -> IncidentafsluitingBeeld:
    return IncidentafsluitingBeeld(op=stuk.op, geleerd=stuk.inhoud.geleerd, door=stuk.inhoud.door)


def _run(pas: Pass, feit: IncidentFeit, _invoer: OpenIncident) -> IncidentBeeld:
    rows = store.stukken.sealed(feit.id)

    def of(soort: IncidentStuk, inhoud: type[Inhoud], show: Callable[[Stuk[Inhoud]], Shown]) -> tuple[Shown, ...]:
        return tuple(show(one) for one in store.stukken.open(pas, rows[soort], inhoud))

    return IncidentBeeld(
        incident=regel_of(feit, pas.wie.convenant),
        versie=feit.versie,
        melding=next(iter(of(IncidentStuk.MELDING, MeldingInhoud, _melding)), None),
        bevinding=next(iter(of(IncidentStuk.BEVINDING, BevindingInhoud, _bevinding)), None),
        beoordelingen=of(IncidentStuk.BEOORDELING, BeoordelingInhoud, _beoordeling),
        ap=of(IncidentStuk.AP, ApInhoud, _ap),
        inlichtingen=of(IncidentStuk.BETROKKENEN, InlichtingInhoud, _inlichting),
        afsluiting=next(iter(of(IncidentStuk.AFSLUITING, IncidentafsluitingInhoud, _afsluiting)), None),
    )


open_incident = register_act(
    HolderAct(
        code="open-incident",
        articles=("15.2.g",),
        bestand=Bestand.TOEZICHT,
        verwerking=ACTIVITY,
        gevolg=Gevolg.OPENED,
        invoer=OpenIncident,
        facts=store.facts,
        version=store.version,
        rule=_rule,
        run=_run,
    )
)
