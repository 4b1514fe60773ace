"""What each letter says: frozen data in, nothing looked up. Covenant 11.1, 11.2, 12.3–12.6; AVG 12–19, 33."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar


class Taal(StrEnum):
    """The languages in which a letter is written."""

    NL = "nl"
    EN = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verantwoordelijke:
    """One of the joint controllers, and where somebody may turn to. Covenant 4; AVG 26."""

    naam: str
    contact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kop:
    """What stands at the head of every letter: from whom, to whom, when, under which reference; whether it was sent."""

    taal: Taal
    op: date
    kenmerk: str
    gemeente: str
    afzender: str
    contact: str
    aan: tuple[str, ...]
    verantwoordelijken: tuple[Verantwoordelijke, ...]
    is_concept: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bezwaar:
    """Where bezwaar is made against a decision, within how many weeks, and which court comes after. Awb 6:7, 8:1.

    Without a name of the court it is that of where somebody lives.
    """

    bij: str
    weken: int = 6
    rechtbank: str = ""


class Onderwerp(StrEnum):
    """What was asked: access, a correction, an objection, a restriction. Covenant 12.1; AVG 15–18, 21."""

    INZAGE = "inzage"
    CORRECTIE = "correctie"
    VERZET = "verzet"
    BEPERKING = "beperking"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabel:
    """A table that is read row by row: the first cell of a row says what the row is about."""

    opschrift: str
    kolommen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deel:
    """A chapter of an overview, with its tables."""

    titel: str
    inleiding: str = ""
    tabellen: tuple[Tabel, ...] = ()


class Geadresseerde(StrEnum):
    """Who is told: who is discussed, who stayed behind, who may help."""

    SUBJECT = "subject"
    ACHTERBLIJVER = "achterblijver"
    NETWERKPERSOON = "netwerkpersoon"


@dataclass(frozen=True, slots=True, kw_only=True)
class Informatiebrief:
    """Tell the person that data is processed. Covenant 11.2, 11.5; AVG 14.

    `is_aanvulling`: an earlier letter told a part. `volgt_niets`: nothing follows, and the person is told all the same.
    `doelen`, `grondslagen`, `soorten`, `herkomst`, `ontvangers` and `termijnen` are sentences or parts of a list.
    """

    sjabloon: ClassVar[str] = "informatie.html"
    kop: Kop
    aan: Geadresseerde
    is_aanvulling: bool
    volgt_niets: bool
    doelen: tuple[str, ...]
    grondslagen: tuple[str, ...]
    soorten: tuple[str, ...]
    herkomst: tuple[str, ...]
    ontvangers: tuple[str, ...]
    termijnen: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inzagebrief:
    """Answer a request for access with the overview. Covenant 12.3; AVG 15.

    `gronden` is empty where everything is given; else it names in the words of the law what stands in the way of the
    rest, and `motivering` says why, without giving away what it is about. Covenant 12.4.
    """

    sjabloon: ClassVar[str] = "inzage.html"
    kop: Kop
    bezwaar: Bezwaar
    ontvangen_op: date
    delen: tuple[Deel, ...]
    gronden: tuple[str, ...] = ()
    motivering: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GeenOverzichtbrief:
    """Answer a request where there is no overview to give, and nothing to change. Covenant 12.3, 12.4.

    Reading: who is not in the file and whose being there must be withheld get the same letter. It has no field in
    which the two could differ: `onderwerp` is what was asked.
    """

    sjabloon: ClassVar[str] = "geen-overzicht.html"
    kop: Kop
    bezwaar: Bezwaar
    ontvangen_op: date
    onderwerp: Onderwerp = Onderwerp.INZAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Weigeringsbrief:
    """Refuse access on a ground of 11.3 to who knows of the data. Covenant 12.4."""

    sjabloon: ClassVar[str] = "weigering.html"
    kop: Kop
    bezwaar: Bezwaar
    ontvangen_op: date
    gronden: tuple[str, ...]
    motivering: str


class Uitkomst(StrEnum):
    """What was decided on a request to correct, remove or restrict, or on an objection."""

    GEHEEL = "geheel"
    DEELS = "deels"
    AFGEWEZEN = "afgewezen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correctiebrief:
    """Answer a request for correction or restriction, or an objection. Covenant 12.5, 12.6; AVG 16–19, 21.

    `wijzigingen` says what stood there and what stands there now; `verwittigd` names who is told.
    """

    sjabloon: ClassVar[str] = "correctie.html"
    kop: Kop
    bezwaar: Bezwaar
    ontvangen_op: date
    gevraagd: str
    uitkomst: Uitkomst
    motivering: str
    onderwerp: Onderwerp = Onderwerp.CORRECTIE
    wijzigingen: tuple[Tabel, ...] = ()
    uitgevoerd_uiterlijk_op: date | None = None
    verwittigd: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Identiteitbrief:
    """Say that it is not established who asks. Covenant 12.3.

    Reading: it confirms nothing: not even whether there is data on whoever the request is about.
    """

    sjabloon: ClassVar[str] = "identiteit.html"
    kop: Kop
    bezwaar: Bezwaar
    ontvangen_op: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Opheffingsbrief:
    """Tell the person, before it happens, that data will no longer be shielded, and why. Covenant 12.6; AVG 18(3).

    `vanaf` is the first day on which it may be used again.
    """

    sjabloon: ClassVar[str] = "opheffing.html"
    kop: Kop
    afgeschermd_op: date
    vanaf: date
    motivering: str


class Kennisgevingsoort(StrEnum):
    """What a recipient must do with the data that it has. AVG 19."""

    CORRIGEREN = "corrigeren"
    WISSEN = "wissen"
    AFSCHERMEN = "afschermen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kennisgeving:
    """Tell who received data that it was corrected, removed or shielded. Covenant 12.6; AVG 19."""

    sjabloon: ClassVar[str] = "kennisgeving.html"
    kop: Kop
    soort: Kennisgevingsoort
    verstrekt_op: date
    wijzigingen: tuple[Tabel, ...]
    uiterlijk_op: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Apmelding:
    """Tell the AP of a data breach: what AVG 33(3) asks. Covenant 15.2.g.

    Moments are local. `is_ingelicht` is nothing where it is not known yet whether the people are told.
    """

    sjabloon: ClassVar[str] = "ap-melding.html"
    kop: Kop
    bekend_op: datetime
    gemeld_op: datetime | None
    aard: str
    personen: str
    gegevens: str
    contactpunt: str
    gevolgen: str
    maatregelen: str
    aantal_personen: int | None = None
    aantal_gegevens: int | None = None
    kenmerk_ap: str = ""
    vertraging: str = ""
    is_aanvulling: bool = False
    is_ingelicht: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Publicatie:
    """A text of the covenant that everybody may read, to be printed and published. Covenant 11.1, 4.

    `alineas` are paragraphs of the text itself, `punten` its list, `tabellen` its tables; each may be empty.
    """

    sjabloon: ClassVar[str] = "publicatie.html"
    taal: Taal
    titel: str
    gemeente: str
    versie: str
    vanaf: date | None
    referentie: str
    alineas: tuple[str, ...] = ()
    punten: tuple[str, ...] = ()
    tabellen: tuple[Tabel, ...] = ()


Brief = (
    Informatiebrief
    | Inzagebrief
    | GeenOverzichtbrief
    | Weigeringsbrief
    | Correctiebrief
    | Identiteitbrief
    | Opheffingsbrief
    | Kennisgeving
    | Apmelding
)
Document = Brief | Publicatie


def taal_of(document: Document) -> Taal:
    """Give the language in which a document is written."""
    return document.taal if isinstance(document, Publicatie) else document.kop.taal
