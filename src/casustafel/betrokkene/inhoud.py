"""What is sealed in the pieces of a request. Covenant 12."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from casustafel.bestand.bestand import Bestand
from casustafel.betrokkene.overzicht import Overzicht
from casustafel.convenant.stuk import Herkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class AanvraagInhoud:
    """Who asks and what; for whom somebody else asks, and why that may be. Covenant 12.1, 12.5."""

    naam: str
    adres: str
    leeftijdsgroep: str
    gevraagd: str
    vertegenwoordiging: str
    vertegenwoordiger: str
    vertegenwoordiger_adres: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentiteitInhoud:
    """Which paper was seen and how, and of a representative that of the representation; no copy, no number. Cov. 12.3.

    `brief` is the letter where identity was not established in time.
    """

    papier: str = ""
    gezien: str = ""
    vertegenwoordiging_papier: str = ""
    vertegenwoordiging_gezien: str = ""
    brief: str = ""
    door: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VerzoektaakInhoud:
    """What a party, or somebody appointed, is asked to do, and what they found. Covenant 12.1, 12.3."""

    opdracht: str
    voor: str = ""
    bevinding: str = ""
    door: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrefferInhoud:
    """The number of a dossier that a request is about. Covenant 12.3."""

    nummer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VerzoekStandpuntInhoud:
    """How far a ground reaches and why, and who acted for the kernpartij. Covenant 12.2, 12.4."""

    reikwijdte: str
    motivering: str
    door: str
    als_plaatsvervanger: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class VerzoekbesluitInhoud:
    """Where to object to a decision, to which court, where to complain; and who recorded it. Covenant 12.2, 12.4."""

    bezwaar_bij: str
    rechtbank: str
    klacht_bij: str
    door: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ongelezen:
    """A piece that its class kept from who gathered: the organisation that it comes from adds it. Covenant 12.3, 6."""

    id: UUID
    organisatie_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OverzichtInhoud:
    """What was held of one person in one dossier and its casus when it was gathered; `persoon_id`: beside the subject.

    Covenant 12.3. It goes with the answer: then only what was given is kept.
    """

    persoon_id: UUID | None
    overzicht: Overzicht
    ongelezen: tuple[Ongelezen, ...]
    door: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeuzeInhoud:
    """Why a piece is kept back, or given without the melder's name, and who acted for the party. Covenant 12.4."""

    motivering: str
    door: str
    als_plaatsvervanger: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AntwoordInhoud:
    """The answer as it was given: which letter, why, and the overview where access is given. Covenant 12.3, 12.4.

    `gronden` are those of 11.3 that kept something back; `nog_niet` counts what its party still adds.
    """

    brief: str
    soort: str = ""
    overzicht: Overzicht | None = None
    gronden: tuple[str, ...] = ()
    nog_niet: int = 0
    door: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WijzigingInhoud:
    """A change that was chosen: in which dossier, which text of which kind of item of when, and what it becomes.

    Covenant 12.5. Nothing of what stands there now: what is removed leaves no word here.
    """

    dossier_id: UUID
    herkomst: Herkomst
    stuksoort: str
    stuk_op: date
    veld: str
    tekst: str
    door: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BestandInhoud:
    """In which file a decision is carried out. Covenant 12.6."""

    bestand: Bestand


@dataclass(frozen=True, slots=True, kw_only=True)
class UitvoeringInhoud:
    """What was done to carry a decision out, beside the changes that were chosen. Covenant 12.6."""

    uitgevoerd: str
    door: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OntvangerInhoud:
    """Who received data and is in no file: where a letter goes, what it got when. Covenant 12.6; AVG 19."""

    naam: str
    adres: str
    verstrekt_op: date
    wat: str
    door: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeldingInhoud:
    """Who told an organisation of what was carried out; what that did with its own copies, and who said so. Cov. 12.6.

    No word of what changed: who may read that, reads it in the file.
    """

    door: str
    gedaan: str = ""
    gedaan_door: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VerzoekAfschermingInhoud:
    """Which pieces a request shields (none: the whole), why, and why that was lifted. Covenant 12.5; AVG 18."""

    items: tuple[UUID, ...]
    reden: str
    door: str
    reden_opheffing: str = ""
    opgeheven_door: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AankondigingInhoud:
    """What the person was sent before a shielding is lifted: why. Covenant 12.6; AVG 18(3)."""

    brief: str
    door: str
