"""The kinds of pieces that a file may hold: the closed lists of covenant 8.2 and 10.2, and what it orders to record."""

from enum import StrEnum
from types import MappingProxyType
from typing import Final

VERVALLEN: Final = "vervallen"
"""The state of a piece that was set aside: it stays readable, and counts no longer."""
OVERGEDRAGEN: Final = "overgedragen"
"""The state of a signaal of which the casus holds a copy."""
AFSCHERMING: Final = "afscherming"
"""The kind of piece, in every file, by which a piece or the whole is kept from casework. Covenant 12.5; AVG 18."""


class DossierStuk(StrEnum):
    """The kinds of pieces in a dossier of the weegploeg. Covenant 8.2."""

    SIGNAAL = "signaal"
    VRAAG = "vraag"
    WEGING = "weging"
    STANDPUNT = "standpunt"
    BESLISSING = "beslissing"
    BETROKKEN = "betrokken"
    AFSLUITING = "afsluiting"
    VERLENGING = "verlenging"
    CORRECTIE = "correctie"
    CONTROLE = "controle"
    BEVESTIGING = "bevestiging"
    VERPLAATSING = "verplaatsing"
    HERINNERING = "herinnering"
    DOELGROEP = "doelgroep"
    HEROVERWEGING = "heroverweging"
    INFORMEREN = "informeren"
    AFSCHERMING = AFSCHERMING


class CasusStuk(StrEnum):
    """The kinds of pieces in a casus. Covenant 10.2."""

    DEELNEMER = "deelnemer"
    SIGNAAL = "signaal"
    BIJDRAGE = "bijdrage"
    ANALYSE = "analyse"
    PLAN = "plan"
    MAATREGEL = "maatregel"
    VOORTGANG = "voortgang"
    ADVIES = "advies"
    STANDPUNT = "standpunt"
    AFSLUITING = "afsluiting"
    ACHTERBLIJVER = "achterblijver"
    NETWERKPERSOON = "netwerkpersoon"
    EVALUATIE = "evaluatie"
    INBRENG = "inbreng"
    ADVIESVRAAG = "adviesvraag"
    CONTROLE = "controle"
    BEVESTIGING = "bevestiging"
    DOORVERSTREKKING = "doorverstrekking"
    DOORVERSTREKT = "doorverstrekt"
    EIGEN_BESLUIT = "eigen-besluit"
    CORRECTIE = "correctie"
    HERINNERING = "herinnering"
    INFORMEREN = "informeren"
    AFSCHERMING = AFSCHERMING


class Herkomst(StrEnum):
    """Where a piece in the archive comes from: one of the two files, or the archive itself. Covenant 13.2."""

    WEEGPLOEG = "weegploeg"
    CASUSOVERLEG = "casusoverleg"
    ARCHIEF = "archief"


class ArchiefStuk(StrEnum):
    """The kinds of pieces that the archive makes itself, beside those that came from the files. Covenant 13.2, 13.4."""

    KOP = "kop"
    OVERLEG = "overleg"
    VRAAG = "archiefvraag"
    REACTIVERING = "reactivering"
    STANDPUNT = "archiefstandpunt"
    HERINNERING = "archiefherinnering"
    AFSCHERMING = AFSCHERMING


class VerzoekStuk(StrEnum):
    """The kinds of pieces of a request of the person concerned. Covenant 12."""

    AANVRAAG = "aanvraag"
    IDENTITEIT = "identiteit"
    TAAK = "verzoektaak"
    HERINNERING = "verzoekherinnering"
    TREFFER = "treffer"
    OVERZICHT = "overzicht"
    KEUZE = "stukkeuze"
    INZAGENAMEN = "inzagenamen"
    STANDPUNT = "verzoekstandpunt"
    BESLUIT = "verzoekbesluit"
    ANTWOORD = "antwoord"
    WIJZIGING = "wijziging"
    UITVOERING = "uitvoering"
    BESTAND = "uitvoering-bestand"
    ONTVANGER = "ontvanger"
    MELDING = "melding"
    AFSCHERMING = "verzoekafscherming"
    AANKONDIGING = "opheffingsbericht"


class IncidentStuk(StrEnum):
    """The kinds of pieces of an incident. Covenant 15.2.g; AVG 33, 34."""

    MELDING = "incidentmelding"
    BEVINDING = "bevinding"
    BEOORDELING = "beoordeling"
    AP = "ap-melding"
    BETROKKENEN = "betrokkenen"
    AFSLUITING = "incidentafsluiting"


class PlanStaat(StrEnum):
    """How far a version of the plan is."""

    CONCEPT = "concept"
    VASTGESTELD = "vastgesteld"
    VERVANGEN = "vervangen"


class AnalyseStaat(StrEnum):
    """Where an analysis comes from: the weegploeg handed it over, or the table made it and perhaps replaced it.

    One that a signaal left from under may speak of what left: it counts for nothing, and only the party that wrote it
    reads it, until that party has written it anew or confirmed it.
    """

    OVERGEDRAGEN = ""
    TAFEL = "tafel"
    VERVANGEN = "vervangen"
    TE_HERZIEN = "te-herzien"


# Which article each kind of piece rests on: a kind without an article has no place in a file.
DOSSIER_ARTIKEL: Final = MappingProxyType(
    {
        DossierStuk.SIGNAAL: "8.2.b",
        DossierStuk.VRAAG: "7.4",
        DossierStuk.WEGING: "8.2.d",
        DossierStuk.STANDPUNT: "7.4",
        DossierStuk.BESLISSING: "8.2.e",
        DossierStuk.BETROKKEN: "7.3",
        DossierStuk.AFSLUITING: "8.2.f",
        DossierStuk.VERLENGING: "7.4",
        DossierStuk.CORRECTIE: "8.3",
        DossierStuk.CONTROLE: "8.3",
        DossierStuk.BEVESTIGING: "8.3",
        DossierStuk.VERPLAATSING: "8.3",
        DossierStuk.HERINNERING: "4",
        DossierStuk.DOELGROEP: "3",
        DossierStuk.HEROVERWEGING: "13.4",
        DossierStuk.INFORMEREN: "11.4",
        DossierStuk.AFSCHERMING: "12.5",
    }
)
ARCHIEF_ARTIKEL: Final = MappingProxyType(
    {
        ArchiefStuk.KOP: "13.2",
        ArchiefStuk.OVERLEG: "13.2",
        ArchiefStuk.VRAAG: "13.2",
        ArchiefStuk.REACTIVERING: "13.4",
        ArchiefStuk.STANDPUNT: "13.4",
        ArchiefStuk.HERINNERING: "4",
        ArchiefStuk.AFSCHERMING: "12.5",
    }
)
VERZOEK_ARTIKEL: Final = MappingProxyType(
    {
        VerzoekStuk.AANVRAAG: "12.1",
        VerzoekStuk.IDENTITEIT: "12.3",
        VerzoekStuk.TAAK: "12.1",
        VerzoekStuk.HERINNERING: "12.1",
        VerzoekStuk.TREFFER: "12.3",
        VerzoekStuk.OVERZICHT: "12.3",
        VerzoekStuk.KEUZE: "12.4",
        VerzoekStuk.INZAGENAMEN: "12.3",
        VerzoekStuk.STANDPUNT: "12.2",
        VerzoekStuk.BESLUIT: "12.2",
        VerzoekStuk.ANTWOORD: "12.3",
        VerzoekStuk.WIJZIGING: "12.5",
        VerzoekStuk.UITVOERING: "12.6",
        VerzoekStuk.BESTAND: "12.6",
        VerzoekStuk.ONTVANGER: "12.6",
        VerzoekStuk.MELDING: "12.6",
        VerzoekStuk.AFSCHERMING: "12.5",
        VerzoekStuk.AANKONDIGING: "12.6",
    }
)
INCIDENT_ARTIKEL: Final = MappingProxyType(dict.fromkeys(IncidentStuk, "15.2.g"))
CASUS_ARTIKEL: Final = MappingProxyType(
    {
        CasusStuk.DEELNEMER: "9.1",
        CasusStuk.SIGNAAL: "10.2.b",
        CasusStuk.BIJDRAGE: "9.2",
        CasusStuk.ANALYSE: "10.2.d",
        CasusStuk.PLAN: "9.3",
        CasusStuk.MAATREGEL: "10.2.e",
        CasusStuk.VOORTGANG: "9.4",
        CasusStuk.ADVIES: "9.4",
        CasusStuk.STANDPUNT: "4",
        CasusStuk.AFSLUITING: "10.2.h",
        CasusStuk.ACHTERBLIJVER: "10.2.f",
        CasusStuk.NETWERKPERSOON: "10.2.g",
        CasusStuk.EVALUATIE: "9.4",
        CasusStuk.INBRENG: "9.4",
        CasusStuk.ADVIESVRAAG: "9.5",
        CasusStuk.CONTROLE: "10.3",
        CasusStuk.BEVESTIGING: "10.3",
        CasusStuk.DOORVERSTREKKING: "10.5.iii",
        CasusStuk.DOORVERSTREKT: "10.5.iii",
        CasusStuk.EIGEN_BESLUIT: "6",
        CasusStuk.CORRECTIE: "10.3",
        CasusStuk.HERINNERING: "4",
        CasusStuk.INFORMEREN: "11.4",
        CasusStuk.AFSCHERMING: "12.5",
    }
)
