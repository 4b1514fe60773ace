"""What is sealed in the pieces of an incident. Covenant 15.2.g; AVG 33, 34."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MeldingInhoud:
    """What somebody reported: what happened, which data it is about, what was done at once, and who says so."""

    wat: str
    welke_gegevens: str
    gedaan: str
    door: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BevindingInhoud:
    """What a check of the system found, a line each: file, table, id and what is wrong; never content."""

    bestand: str
    regels: tuple[str, ...]
    aantal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BeoordelingInhoud:
    """What AVG 33(3) asks of a breach, as it was judged; the numbers are about how many, as far as known."""

    aard: str
    personen: str
    aantal_personen: int | None
    gegevens: str
    aantal_gegevens: int | None
    gevolgen: str
    maatregelen: str
    motivering: str
    door: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApInhoud:
    """When and under which reference the AP was told, where it may ask more, why late; or why it was not. AVG 33."""

    gemeld_op: datetime | None
    kenmerk: str
    contactpunt: str
    vertraging: str
    motivering: str
    door: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InlichtingInhoud:
    """When the people were told and in which words; or why not. AVG 34."""

    tekst: str
    uitzondering: str
    motivering: str
    door: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentafsluitingInhoud:
    """What was learned. Covenant 15.2.g, 15.3."""

    geleerd: str
    door: str
