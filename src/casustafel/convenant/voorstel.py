"""Changes of the covenant that the kernpartijen agree on: what is proposed, and when it holds. Covenant 4.

An annex of the covenant is entered as a proposal, and holds from the day on which every kernpartij agreed with it, or
from a later day that the proposal names.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, TypeAlias

from casustafel.convenant.feit import OrganisatieFeit, OrganisatieId
from casustafel.convenant.overeenstemming import Onderwerp
from casustafel.convenant.partij import Soort


class Onderdeel(StrEnum):
    """A part of the covenant that is published. Covenant 11.1; 4 for the arrangement of AVG 26."""

    CONVENANT = "convenant"
    BIJLAGE_1 = "bijlage-1"
    BIJLAGE_2 = "bijlage-2"
    BIJLAGE_3 = "bijlage-3"
    REGELING = "avg-26"


TEKSTEN: Final = frozenset({Onderdeel.CONVENANT, Onderdeel.BIJLAGE_2, Onderdeel.REGELING})
"""The parts that are one text; annexes 1 and 3 are lists."""


class VoorstelSoort(StrEnum):
    """What kind of change is proposed."""

    PARTNER = "partner"
    PARTNER_EINDE = "partner-einde"
    TEKST = "tekst"
    REFERENTIEKADER = "referentiekader"
    TOETREDING = "toetreding"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerInhoud:
    """An externe casuspartner that comes into annex 1. Covenant 1.c."""

    code: str
    naam: str
    contact: str
    vanaf: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerEindeInhoud:
    """An externe casuspartner that leaves annex 1; `tot` is the first day on which it has left. Covenant 1.c."""

    organisatie_id: OrganisatieId
    tot: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TekstInhoud:
    """A version of a text of the covenant. Covenant 11.1."""

    onderdeel: Onderdeel
    versienaam: str
    tekst: str
    vanaf: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferentiekaderInhoud:
    """A version of annex 3: codes and texts of its criteria, in order. Covenant 1.g."""

    versienaam: str
    criteria: tuple[tuple[str, str], ...]
    vanaf: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToetredingInhoud:
    """A party that joins, of a kind that is missing or leaves. Covenant 18.3."""

    soort: Soort
    code: str
    naam: str
    contact: str
    vanaf: date | None = None


VoorstelInhoud: TypeAlias = PartnerInhoud | PartnerEindeInhoud | TekstInhoud | ReferentiekaderInhoud | ToetredingInhoud

INHOUD: Final[dict[VoorstelSoort, type[VoorstelInhoud]]] = {
    VoorstelSoort.PARTNER: PartnerInhoud,
    VoorstelSoort.PARTNER_EINDE: PartnerEindeInhoud,
    VoorstelSoort.TEKST: TekstInhoud,
    VoorstelSoort.REFERENTIEKADER: ReferentiekaderInhoud,
    VoorstelSoort.TOETREDING: ToetredingInhoud,
}


def soort_of(inhoud: VoorstelInhoud) -> VoorstelSoort:
    """Give the kind of a change."""
    return next(soort for soort, kind in INHOUD.items() if type(inhoud) is kind)


def onderwerp_of(soort: VoorstelSoort) -> Onderwerp:
    """Give what the kernpartijen are asked to agree on."""
    return Onderwerp.TOETREDING if soort is VoorstelSoort.TOETREDING else Onderwerp.BIJLAGE


def begins_on(inhoud: VoorstelInhoud, *, aangenomen_op: date) -> date:
    """Give the first day of a change: that of its adoption, or the later one that it names. Covenant 4."""
    chosen = inhoud.tot if isinstance(inhoud, PartnerEindeInhoud) else inhoud.vanaf
    return max(chosen or aangenomen_op, aangenomen_op)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bestaand:
    """What is there already, against which a change is held: codes, and versions by part."""

    codes: frozenset[str]
    versies: frozenset[tuple[str, str]]
    organisaties: tuple[OrganisatieFeit, ...]
