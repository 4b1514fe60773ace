"""What is sealed in the pieces of a dossier: the closed list of covenant 8.2 and its readings."""

from dataclasses import dataclass
from uuid import UUID

from casustafel.bestand.inhoud import Naw, Was
from casustafel.convenant.rules.verplaatsing import Richting, Wijze
from casustafel.convenant.verstrekking import Verstrekking


@dataclass(frozen=True, slots=True, kw_only=True)
class SignaalInhoud:
    """A factual behaviour, who brought it in, and the ground. Covenant 8.2.b, 8.2.c, 6. Also an answer (7.4).

    A third person stands in it by name only with the necessity that the kernpartij recorded.
    """

    omschrijving: str
    waar: str
    wanneer: str
    melder_naam: str
    melder_contact: str
    verstrekking: Verstrekking
    derde_naam: str = ""
    derde_noodzaak: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VraagInhoud:
    """A question for additional information, and which kernpartij put it. Covenant 7.4."""

    vraag: str
    gevraagd_door: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WegingInhoud:
    """The analysis on one criterion, with the signals it rests on. Covenant 8.2.d."""

    criterium: str
    tekst: str
    signalen: tuple[UUID, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MotiveringInhoud:
    """Reasons in words: of a standpunt, a beslissing, the naming of parties, or an afsluiting. Covenant 8.2.e, f."""

    motivering: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectieInhoud:
    """What was mended, why, and what stood there before: a signaal, the name and address, or one text. Cov. 8.3, 12.5.

    Nothing of what was removed: only why.
    """

    reden: str
    naw: Naw | None = None
    signaal: SignaalInhoud | None = None
    was: tuple[Was, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ControleInhoud:
    """Which items a round of the periodic check is about. Covenant 8.3."""

    stukken: tuple[UUID, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BevestigingInhoud:
    """What a party is asked to look at, and its answer: its items, and article 3 of the subject. Covenant 8.3, 3."""

    stukken: tuple[UUID, ...]
    blijft: bool = False
    toelichting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VerplaatsingInhoud:
    """How signals went from one dossier to another, and why; the other dossier by its number only. Covenant 8.3."""

    wijze: Wijze
    richting: Richting
    nummer: str
    signalen: int
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeroverwegingInhoud:
    """That the data came back from the archive: from which number, for which purpose, why. Covenant 13.4."""

    nummer: str
    doelstelling: str
    noodzaak: str


Inhoud = (
    SignaalInhoud
    | VraagInhoud
    | WegingInhoud
    | MotiveringInhoud
    | CorrectieInhoud
    | ControleInhoud
    | BevestigingInhoud
    | VerplaatsingInhoud
    | HeroverwegingInhoud
)
