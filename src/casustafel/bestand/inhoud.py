"""Sealed content that more than one file holds: the subject's name and address, and the bundles that cross a wall."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from casustafel.bestand.bestand import Bestand
from casustafel.convenant.verstrekking import Merk


class Zendsoort(StrEnum):
    """The kinds of bundles that cross from one file to another."""

    OVERDRACHT = "overdracht"
    AFSLUITING = "afsluiting"
    CORRECTIE = "correctie"
    UITVOERING = "uitvoering"
    UITVOERING_KOPIE = "uitvoering-kopie"
    AANVULLING = "aanvulling"
    ARCHIVERING = "archivering"
    REACTIVERING = "reactivering"
    AFSCHERMING = "afscherming"


@dataclass(frozen=True, slots=True, kw_only=True)
class Naw:
    """Name, address and residence of the subject, and an age group. Covenant 8.2.a, 10.2.a; reading at 8.2."""

    naam: str
    adres: str = ""
    woonplaats: str = ""
    leeftijdsgroep: str = ""
    wisselkwartaal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Was:
    """What stood in one field before it was corrected. Covenant 8.3, 10.3."""

    veld: str
    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Leeg:
    """Nothing: the piece says by its kind and day all that there is to say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandpuntInhoud:
    """Why a party takes its position, and who acted for it. Covenant 4, 7.4, 9.4."""

    motivering: str
    door: str
    als_plaatsvervanger: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class InformerenInhoud:
    """A note on the duty to inform, and who made it. Covenant 11.2-11.5.

    Of a deferral the ground of 11.3 with necessity, proportionality and reason; of informing how, when and by whom.
    `brief` is the language of the letter that was given, `wijze` how it was sent; both are empty where there was none.
    """

    door: str
    als_plaatsvervanger: bool
    grond: str = ""
    noodzaak: str = ""
    evenredigheid: str = ""
    reden: str = ""
    hoe: str = ""
    geinformeerd_door: str = ""
    geinformeerd_op: date | None = None
    brief: str = ""
    wijze: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AfschermingInhoud:
    """For which shielding of which request, on which ground; and why it was lifted. Covenant 12.5; AVG 18.

    `afscherming_id` is that of the piece of the request: one may shield many pieces, in every file.
    """

    afscherming_id: UUID
    verzoek_id: UUID
    grond: str
    reden: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BundelSignaal:
    """A chosen signaal under way; the party stands where the melder stood. Covenant 8.5, 10.2.b, 10.2.c."""

    id: UUID
    organisatie_id: UUID
    op: date
    omschrijving: str
    waar: str
    wanneer: str
    merk: Merk


@dataclass(frozen=True, slots=True, kw_only=True)
class BundelWeging:
    """The analysis on one criterion under way, resting on chosen signals only. Covenant 8.5, 10.2.d."""

    id: UUID
    organisatie_id: UUID
    op: date
    criterium: str
    tekst: str
    signalen: tuple[UUID, ...]
    merk: Merk


@dataclass(frozen=True, slots=True, kw_only=True)
class Overdracht:
    """The copy of relevant data from the weegploeg to the casusoverleg. Covenant 8.5."""

    schema: int = 1
    casus_id: UUID
    dossier_id: UUID
    op: date
    naw: Naw
    betrokken: tuple[UUID, ...]
    reden: str
    signalen: tuple[BundelSignaal, ...]
    wegingen: tuple[BundelWeging, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Afsluiting:
    """The decision that the plan is closed, on its way back to the weegploeg. Covenant 8.2.f."""

    schema: int = 1
    casus_id: UUID
    dossier_id: UUID
    op: date
    motivering: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanvulling:
    """Further signals of the dossier for the casus that it was handed over to, chosen one by one. Covenant 8.5."""

    schema: int = 1
    casus_id: UUID
    dossier_id: UUID
    op: date
    signalen: tuple[BundelSignaal, ...]
    wegingen: tuple[BundelWeging, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correctie:
    """What was mended after the hand-over, on its way to the casus's copy. Covenant 8.3, 10.3.

    `naw` is given where it changed; `signalen` are the signals whose text or mark changed, as they now read;
    `verwijderd` are those that were handed over and do not belong to this subject: they leave the casus, with the
    analysis that rests on nothing else. All signals stand by their id in the dossier.
    """

    schema: int = 1
    casus_id: UUID
    dossier_id: UUID
    op: date
    organisatie_id: UUID
    reden: str
    naw: Naw | None = None
    signalen: tuple[BundelSignaal, ...] = ()
    verwijderd: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wijzigingsregel:
    """One change of a decision: in which item, what is done, in which text, and what it becomes or gets. Cov. 12.5.

    The item stands by its id; a copy of it in another file is known by that. Of the name and address `stuk_id` is the
    dossier.
    """

    stuk_id: UUID
    soort: str
    veld: str = ""
    tekst: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitvoering:
    """What was decided on a request, on its way from the request to one file. Covenant 12.6.

    `houder_id` is the dossier, casus or other request in which it is carried out; of what was moved to the archive
    meanwhile, the part that came from `bestand`. `nummer` is that of the request: it is why a file changed.
    """

    schema: int = 1
    bestand: Bestand
    houder_id: UUID
    dossier_id: UUID
    nummer: str
    op: date
    wijzigingen: tuple[Wijzigingsregel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiefKop:
    """What a dossier or casus was, beside its pieces: whom it was about, and its days. Covenant 13.2.

    `log_id` is how the log of its file knew it: with it the rows of that log stay readable for accountability.
    """

    naw: Naw
    nummer: str
    staat: str
    begonnen_op: date
    verwerkt_op: date
    besloten_op: date | None = None
    verlengd_op: date | None = None
    log_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiefOverleg:
    """A meeting at which a subject was discussed, and who was present. Covenant 7.3, 9.1, 13.2."""

    nummer: str
    op: date
    is_besproken: bool
    organisaties: tuple[UUID, ...]
    medewerkers: tuple[UUID, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiefItem:
    """A piece on its way to the archive: what stood beside its content, and its content as its own kind has it."""

    id: UUID
    soort: str
    organisatie_id: UUID | None
    bij_id: UUID | None
    op: date
    uiterlijk_op: date | None
    staat: str
    inhoud: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Archivering:
    """All that a file holds of a subject, on its way to the archive. Covenant 13.2.

    A dossier and its casus go in a bundle each; `dossier_id` is what both belong to. `verwerkt_op` is the last casework
    in either.
    """

    schema: int = 1
    dossier_id: UUID
    herkomst: str
    op: date
    verwerkt_op: date
    kop: ArchiefKop
    items: tuple[ArchiefItem, ...]
    overleggen: tuple[ArchiefOverleg, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reactivering:
    """A copy of chosen signals on its way from the archive to the weegploeg, for a new decision. Covenant 13.4.

    `dossier_id` is the random id of the new dossier; `nummer` is that of the archived one, which stays.
    """

    schema: int = 1
    dossier_id: UUID
    op: date
    naw: Naw
    nummer: str
    organisatie_id: UUID | None
    doelstelling: str
    noodzaak: str
    signalen: tuple[ArchiefItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Afscherming:
    """That data of a subject is shielded from casework, or no longer, on its way to each file. Covenant 12.5; AVG 18.

    `dossier_id` is what all files know the subject by. `items` are the pieces, of whichever file: none is the whole.
    Where it is lifted, `reden` says why.
    """

    schema: int = 1
    afscherming_id: UUID
    verzoek_id: UUID
    dossier_id: UUID
    op: date
    grond: str
    items: tuple[UUID, ...] = ()
    is_opgeheven: bool = False
    reden: str = ""
