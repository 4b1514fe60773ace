"""What is sealed in the pieces of a casus: the closed list of covenant 10.2 and its readings."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from casustafel.bestand.inhoud import Naw, Was
from casustafel.convenant.verstrekking import Merk, Verstrekking


@dataclass(frozen=True, slots=True, kw_only=True)
class RedenInhoud:
    """Why an organisation is at the table, and why it left. Covenant 9.1."""

    reden: str
    reden_einde: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignaalInhoud:
    """A signaal as it was handed over: the party stands where the melder stood. Covenant 10.2.b, c."""

    omschrijving: str
    waar: str
    wanneer: str
    merk: Merk


@dataclass(frozen=True, slots=True, kw_only=True)
class BijdrageInhoud:
    """What a participant gives, with necessity and ground. Covenant 9.2, 10.2.b."""

    omschrijving: str
    noodzaak: str
    verstrekking: Verstrekking
    merk: Merk


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalyseInhoud:
    """The analysis on one criterion, as it was handed over or made at the table. Covenant 10.2.d."""

    criterium: str
    tekst: str
    signalen: tuple[UUID, ...]
    merk: Merk


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanInhoud:
    """Purposes and goals of the plan, what is aimed at in words, and who adopted it when. Covenant 9.3, 3."""

    doelen: tuple[str, ...]
    toelichting: str
    doelstellingen: tuple[str, ...] = ()
    steunt_op: tuple[UUID, ...] = ()
    vastgesteld_op: date | None = None
    vastgesteld_door: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MaatregelInhoud:
    """A measure of the plan; `reeks` stays the same when the plan changes. Covenant 9.3, 10.2.e."""

    tekst: str
    reeks: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class EigenBesluitInhoud:
    """On which ground police or OM decided that an organisation may have an item, and who was consulted. Covenant 6."""

    bepaling: str
    reden: str
    bevoegd_functionaris: str = ""
    bevoegd_functionaris_op: date | None = None
    om_geraadpleegd: str = ""
    om_geraadpleegd_op: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VoortgangInhoud:
    """Progress on a measure. Covenant 9.4."""

    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MotiveringInhoud:
    """Reasons in words: of an advice, a standpunt, or the closing. Covenant 9.4, 10.2.h."""

    motivering: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersoonInhoud:
    """An achterblijver, or a person in the social network with a role in the plan. Covenant 10.2.f, 10.2.g.

    `rol` is the role in the plan; of an achterblijver it says whether help is wanted (3.f): ja, nee or onbekend.
    """

    naam: str
    adres: str
    woonplaats: str
    gegevens: str
    noodzaak: str
    rol: str
    sinds: date
    verstrekking: Verstrekking
    merk: Merk
    einde: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectieInhoud:
    """What was mended, why, and what stood there before; nothing of a signaal that was removed. Covenant 10.3.

    `naw` and `signaal` are what came from the weegploeg; `was` is what stood in a contribution or of a person, with the
    mark that stays with the old text.
    """

    reden: str
    naw: Naw | None = None
    signaal: SignaalInhoud | None = None
    was: tuple[Was, ...] = ()
    merk: Merk | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluatieInhoud:
    """A round in which all look at the plan: why, and what was concluded. Covenant 9.4."""

    aanleiding: str
    conclusie: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InbrengInhoud:
    """What a participant says in a round: how it goes, and why to go on or to close. Covenant 9.4."""

    tekst: str
    motivering: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviesvraagInhoud:
    """A question to the NCTV or an expert, and the answer; neither identifies anybody. Covenant 9.5."""

    aan: str
    vraag: str
    antwoord: str = ""
    beantwoord_op: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ControleInhoud:
    """What a periodic check found and mended, and whether article 3 still holds. Covenant 10.3, 3."""

    resultaat: str = ""
    verblijf: str = ""
    toelichting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BevestigingInhoud:
    """What a party calls right of what it brought in, and what is wrong with the rest. Covenant 10.3."""

    juist: tuple[UUID, ...]
    toelichting: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorverstrekkingInhoud:
    """The record of a disclosure: its necessity, the kinds of data, who asked, and how it went on. Covenant 10.5.iii.

    `noodzaak` holds codes of the fixed list; `toelichting` is for those at the table.
    """

    noodzaak: tuple[str, ...]
    toelichting: str
    soorten: tuple[str, ...]
    gevraagd_op: date
    verleend_op: date | None = None
    ingetrokken_op: date | None = None
    ingetrokken_door: UUID | None = None
    reden: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorverstrektInhoud:
    """One item that was chosen to be disclosed, by its kind and id. Covenant 10.5.i, iii."""

    soort: str
    stuk_id: UUID
