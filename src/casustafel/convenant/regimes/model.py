"""What a regime is made of: grounds, classes, tasks, purposes, exception grounds, terms, each with its citation."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casustafel.convenant.partij import Ontvanger, Soort


class UnknownTermijnError(KeyError):
    """Raised for a term that a regime does not hold."""


class Klasse(StrEnum):
    """The class of police or OM data, which stays with it. Data of others has none."""

    WPG_8 = "wpg-8"
    WPG_9 = "wpg-9"
    WPG_10A = "wpg-10-1-a"
    WPG_10C = "wpg-10-1-c"
    WPG_13 = "wpg-13"
    WJSG_39F = "wjsg-39f"


class Vereiste(StrEnum):
    """What a ground asks to be stated with each provision; the value is the name of the field."""

    DOEL = "doel"
    BELANG = "belang"
    TAAK = "taak"
    WERKZAAMHEID = "werkzaamheid"
    BEPALING = "bepaling"
    OMSCHRIJVING = "omschrijving"
    KLASSE = "klasse"
    HERKOMST = "herkomst"
    WIJZE = "wijze"
    OPSPORINGSBELANG_DOOR = "opsporingsbelang_getoetst_door"
    OPSPORINGSBELANG_OP = "opsporingsbelang_getoetst_op"
    BEVOEGD_FUNCTIONARIS = "bevoegd_functionaris"
    BEVOEGD_FUNCTIONARIS_FUNCTIE = "bevoegd_functionaris_functie"
    BEVOEGD_FUNCTIONARIS_EENHEID = "bevoegd_functionaris_eenheid"
    BEVOEGD_FUNCTIONARIS_OP = "bevoegd_functionaris_op"
    BEVOEGD_FUNCTIONARIS_OORDEEL = "bevoegd_functionaris_oordeel"
    OM_GERAADPLEEGD = "om_geraadpleegd"
    OM_GERAADPLEEGD_OP = "om_geraadpleegd_op"
    DERDEN_GETOETST = "derden_getoetst"
    LANDELIJK_TEAM = "landelijk_team"


class Oordeel(StrEnum):
    """What the bevoegd functionaris answered. Besluit B2.c: consultation, not consent, so an objection is recorded."""

    GEEN_BEZWAAR = "geen-bezwaar"
    BEZWAAR = "bezwaar"


class Bijzonder(StrEnum):
    """Data that the AVG keeps apart: the special categories of its article 9, the criminal data of its article 10."""

    CATEGORIE = "bijzondere-categorie"
    STRAFRECHTELIJK = "strafrechtelijk"


class Eenheid(StrEnum):
    """The unit of a term: of the calendar, or an hour of the clock."""

    UUR = "uur"
    DAG = "dag"
    MAAND = "maand"
    JAAR = "jaar"


class TermijnCode(StrEnum):
    """The names of the terms, the same in every regime."""

    BESLISSEN = "beslissen"
    BESLISSEN_VERLENGEN = "beslissen-verlengen"
    CONTROLE_WEEGPLOEG = "controle-weegploeg"
    CONTROLE_CASUSOVERLEG = "controle-casusoverleg"
    INFORMEREN = "informeren"
    UITSTEL_HEROVERWEGEN = "uitstel-heroverwegen"
    INFORMEREN_VOOR_VERNIETIGING = "informeren-voor-vernietiging"
    INZAGE = "inzage"
    CORRECTIE = "correctie"
    CORRECTIE_UITVOEREN = "correctie-uitvoeren"
    VERZET = "verzet"
    BEPERKING = "beperking"
    VERZOEK_DEEL = "verzoek-deel"
    RECHTSMIDDEL = "rechtsmiddel"
    BEWAREN = "bewaren"
    ARCHIVEREN = "archiveren"
    ARCHIVEREN_AFGESLOTEN = "archiveren-afgesloten"
    ARCHIVEREN_VOORAF = "archiveren-vooraf"
    ARCHIEFVRAAG = "archiefvraag"
    BEWAREN_NIET_GEAGENDEERD = "bewaren-niet-geagendeerd"
    LOGREGEL = "logregel"
    LOS_VERZOEK = "los-verzoek"
    INCIDENT = "incident"
    MELDEN_AP = "melden-ap"
    AUTORISATIE_BEWAREN = "autorisatie-bewaren"
    ACCOUNT_LEGEN = "account-legen"
    CONCEPT = "concept"
    CONVENANTSTUK = "convenantstuk"
    LEEG_OVERLEG = "leeg-overleg"
    VERNIETIGBERICHT = "vernietigbericht"
    CONTROLE_LOG = "controle-log"
    AUTORISATIE = "autorisatie"
    BEVEILIGING_EVALUEREN = "beveiliging-evalueren"
    OPZEGGEN = "opzeggen"
    EVALUATIE = "evaluatie"


@dataclass(frozen=True, slots=True, kw_only=True)
class Geldigheid:
    """The days on which a piece of law is valid; `tot` is the first day on which it no longer is."""

    vanaf: date
    tot: date | None = None

    def is_valid_on(self, day: date) -> bool:
        """Tell whether it is valid on the day."""
        return self.vanaf <= day and (self.tot is None or day < self.tot)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grondslag:
    """A ground on which one kind of organisation provides data. Covenant 6.

    `artikel_wet` is the provision as the source names it, `artikel_avg` today's where the AVG replaced it. Empty
    `klassen` means data without a class. `verlangt` holds what must be stated with each provision.
    """

    code: str
    soort: Soort
    titel: str
    artikel_wet: str
    artikel_avg: str | None
    geldigheid: Geldigheid
    klassen: frozenset[Klasse]
    ontvangers: frozenset[Ontvanger]
    verlangt: frozenset[Vereiste]
    citaat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KlasseRegel:
    """One cell of class × recipient × purpose that says yes; what has no cell is no. Covenant 6, reading *Class*.

    `doelen` holds the purposes for which it says yes. None listed means any purpose that the provider stated: the OM
    names its purpose in its own words (6.a).
    """

    klasse: Klasse
    ontvanger: Ontvanger
    doelen: frozenset[str]
    grondslag: str
    citaat: str
    geldigheid: Geldigheid


@dataclass(frozen=True, slots=True, kw_only=True)
class Taak:
    """A statutory task of one kind of organisation. Covenant 2."""

    code: str
    soort: Soort
    titel: str
    citaat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkzaamheid:
    """A kind of work for which the reclassering may provide. Covenant 6.e."""

    code: str
    titel: str
    citaat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VerstrekkingsDoel:
    """A purpose of the provision of police data, and the purpose of the cooperation that it serves. Besluit B1.1."""

    code: str
    titel: str
    doelstelling: str
    citaat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Doelstelling:
    """A purpose of the cooperation. Covenant 3."""

    code: str
    titel: str
    citaat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDoel:
    """An aim that a plan names. Covenant 3."""

    code: str
    titel: str
    citaat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Noodzaak:
    """A reason why a partner needs data beyond the plan for its contribution. Covenant 10.5.i, reading."""

    code: str
    titel: str
    geldigheid: Geldigheid
    citaat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gegevenssoort:
    """A kind of data that may be disclosed beyond the plan. Covenant 10.5.iii, reading."""

    code: str
    titel: str
    geldigheid: Geldigheid
    citaat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BijzondereGrond:
    """An exception on which data that the AVG keeps apart may be processed, and whose it is. AVG 9, 10; UAVG 22-33."""

    code: str
    bijzonder: Bijzonder
    titel: str
    soorten: frozenset[Soort]
    geldigheid: Geldigheid
    citaat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitzonderingsgrond:
    """A ground that may stand in the way of informing or giving access. Covenant 11.3."""

    code: str
    titel: str
    artikel_wbp: str
    artikel_uavg: str
    citaat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Afwijzingsgrond:
    """Why what is asked is not done, beside the grounds of 11.3: of one kind of request. Covenant 12.5; AVG 18, 21."""

    code: str
    soort: str
    titel: str
    geldigheid: Geldigheid
    citaat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Afschermingsgrond:
    """Why data is kept from casework, for which kinds of requests. AVG 18, first paragraph; covenant 12.5, 12.6.

    `loopt_tot_besluit`: while the request is open, until what was decided is carried out; of the others it is what was
    decided, and lasts until it is lifted. `blijft_na_termijn`: what it keeps apart outlives its term (covenant 13).
    """

    code: str
    verzoeksoorten: tuple[str, ...]
    titel: str
    loopt_tot_besluit: bool
    blijft_na_termijn: bool
    geldigheid: Geldigheid
    citaat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijn:
    """A term; `is_reading` tells that the number is ours and not that of the text."""

    code: TermijnCode
    aantal: int
    eenheid: Eenheid
    citaat: str
    is_reading: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Opvolging:
    """An article of the Wbp as the source names it, and what stands in its place from the first valid day on."""

    wbp: str
    avg: str
    geldigheid: Geldigheid
    citaat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Regime:
    """The law of one source as data, valid from a day on. Covenant 6, reading *Regime*."""

    code: str
    titel: str
    bron: str
    geldigheid: Geldigheid
    grondslagen: tuple[Grondslag, ...]
    klasse_regels: tuple[KlasseRegel, ...]
    bijzondere_gronden: tuple[BijzondereGrond, ...]
    taken: tuple[Taak, ...]
    werkzaamheden: tuple[Werkzaamheid, ...]
    verstrekkingsdoelen: tuple[VerstrekkingsDoel, ...]
    doelstellingen: tuple[Doelstelling, ...]
    plandoelen: tuple[PlanDoel, ...]
    noodzaken: tuple[Noodzaak, ...]
    gegevenssoorten: tuple[Gegevenssoort, ...]
    uitzonderingsgronden: tuple[Uitzonderingsgrond, ...]
    afwijzingsgronden: tuple[Afwijzingsgrond, ...]
    afschermingsgronden: tuple[Afschermingsgrond, ...]
    termijnen: tuple[Termijn, ...]
    bron_wbp_avg: tuple[Opvolging, ...]

    def grondslag(self, code: str, day: date) -> Grondslag | None:
        """Find a ground that is valid on the day; one that is unknown or not valid then gives nothing. Besluit B3."""
        return next((g for g in self.grondslagen if g.code == code and self._holds(g.geldigheid, day)), None)

    def grondslagen_of(self, soort: Soort, day: date) -> tuple[Grondslag, ...]:
        """Give the grounds on which this kind of organisation may provide on the day. Covenant 6."""
        return tuple(g for g in self.grondslagen if g.soort is soort and self._holds(g.geldigheid, day))

    def bijzondere_gronden_of(self, soort: Soort, day: date) -> tuple[BijzondereGrond, ...]:
        """Give the exceptions that this kind of organisation may name on the day. AVG 9, 10; UAVG 22-33."""
        return tuple(g for g in self.bijzondere_gronden if soort in g.soorten and self._holds(g.geldigheid, day))

    def taken_of(self, soort: Soort) -> tuple[Taak, ...]:
        """Give the statutory tasks of this kind of organisation. Covenant 2."""
        return tuple(t for t in self.taken if t.soort is soort)

    def noodzaken_on(self, day: date) -> tuple[Noodzaak, ...]:
        """Give the necessities for which may be disclosed on the day. Covenant 10.5.i."""
        return tuple(n for n in self.noodzaken if self._holds(n.geldigheid, day))

    def gegevenssoorten_on(self, day: date) -> tuple[Gegevenssoort, ...]:
        """Give the kinds of data that may be disclosed on the day. Covenant 10.5.iii."""
        return tuple(g for g in self.gegevenssoorten if self._holds(g.geldigheid, day))

    def may_receive(self, klasse: Klasse | None, ontvanger: Ontvanger, *, doel: str, day: date) -> bool:
        """Tell whether data of this class, provided for this purpose, may go to this recipient on the day.

        Covenant 6. Reading: *Class*: no, unless the matrix says yes. Data without a class is not the matrix's to stop
        for an organisation of the covenant; who may open it is decided elsewhere.
        """
        if klasse is None:
            return isinstance(ontvanger, Soort) and self.geldigheid.is_valid_on(day)
        return any(
            r.klasse is klasse
            and r.ontvanger is ontvanger
            and (doel in r.doelen or (bool(doel.strip()) and not r.doelen))
            and self._holds(r.geldigheid, day)
            for r in self.klasse_regels
        )

    def term(self, code: TermijnCode) -> Termijn:
        """Give a term. Raises `UnknownTermijnError` when this regime does not hold it."""
        for termijn in self.termijnen:
            if termijn.code is code:
                return termijn
        raise UnknownTermijnError(code)

    def _holds(self, geldigheid: Geldigheid, day: date) -> bool:
        return self.geldigheid.is_valid_on(day) and geldigheid.is_valid_on(day)
