"""What of each piece goes into an overview, field by field: a closed list. Covenant 12.3; reading at 12.3, 11.3.e.

Every field of every kind of piece stands here, or a test fails: nothing new can go along unseen, or stay behind.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from casustafel.acts.bewaring.inhoud import inhoud_of
from casustafel.bestand import inhoud as gedeeld
from casustafel.casusoverleg import inhoud as casus
from casustafel.convenant.doelgroep import Doelgroep
from casustafel.convenant.stuk import CasusStuk, DossierStuk, Herkomst
from casustafel.convenant.verstrekking import Merk, Verstrekking
from casustafel.weegploeg import inhoud as dossier


class Wijze(StrEnum):
    """How a field goes into an overview, or why it stays out."""

    TEKST = "tekst"  # people's words: without the sentences that name somebody else
    EIGEN = "eigen"  # the person's own name, address, residence
    WAARDE = "waarde"  # a day, a yes or no, a code of a list
    BINNEN = "binnen"  # a part with fields of its own
    GROND = "grond"  # the ground and purpose of the provision
    MELDER = "melder"  # named, unless withheld on ground e for that signaal; reading at 12.3
    ANDER = "ander"  # out: somebody else
    MEDEWERKER = "medewerker"  # out: who acted for an organisation; the organisation is named
    VERWIJZING = "verwijzing"  # out: the id of another piece, a number of another file
    VERANTWOORDING = "verantwoording"  # out: a mark of accountability that says nothing about the person


GIVEN: Final = frozenset({Wijze.TEKST, Wijze.EIGEN, Wijze.WAARDE, Wijze.BINNEN, Wijze.GROND, Wijze.MELDER})
_MOTIVERING: Final = {"motivering": Wijze.TEKST}
_SIGNAAL: Final = {"omschrijving": Wijze.TEKST, "waar": Wijze.TEKST, "wanneer": Wijze.TEKST}
_ANALYSE: Final = {"criterium": Wijze.WAARDE, "tekst": Wijze.TEKST, "signalen": Wijze.VERWIJZING}

VELDEN: Final[Mapping[type, Mapping[str, Wijze]]] = MappingProxyType(
    {
        gedeeld.Naw: {
            "naam": Wijze.EIGEN,
            "adres": Wijze.EIGEN,
            "woonplaats": Wijze.EIGEN,
            "leeftijdsgroep": Wijze.WAARDE,
            "wisselkwartaal": Wijze.WAARDE,
        },
        gedeeld.Leeg: {},
        gedeeld.StandpuntInhoud: {
            **_MOTIVERING,
            "door": Wijze.MEDEWERKER,
            "als_plaatsvervanger": Wijze.VERANTWOORDING,
        },
        gedeeld.InformerenInhoud: {
            "door": Wijze.MEDEWERKER,
            "als_plaatsvervanger": Wijze.VERANTWOORDING,
            **dict.fromkeys(("grond", "noodzaak", "evenredigheid", "reden"), Wijze.VERANTWOORDING),  # why it waited
            "brief": Wijze.VERANTWOORDING,
            "wijze": Wijze.WAARDE,
            "hoe": Wijze.TEKST,
            "geinformeerd_door": Wijze.MEDEWERKER,
            "geinformeerd_op": Wijze.WAARDE,
        },
        gedeeld.AfschermingInhoud: {
            "afscherming_id": Wijze.VERWIJZING,
            "verzoek_id": Wijze.VERWIJZING,
            "grond": Wijze.VERANTWOORDING,
            "reden": Wijze.VERANTWOORDING,  # stands in the letter of its own request
        },
        gedeeld.ArchiefKop: {
            "naw": Wijze.BINNEN,
            "nummer": Wijze.WAARDE,
            "staat": Wijze.WAARDE,
            "begonnen_op": Wijze.WAARDE,
            "verwerkt_op": Wijze.WAARDE,
            "besloten_op": Wijze.WAARDE,
            "verlengd_op": Wijze.WAARDE,
            "log_id": Wijze.VERWIJZING,
        },
        gedeeld.ArchiefOverleg: {
            "nummer": Wijze.VERWIJZING,
            "op": Wijze.WAARDE,
            "is_besproken": Wijze.WAARDE,
            "organisaties": Wijze.VERANTWOORDING,
            "medewerkers": Wijze.MEDEWERKER,
        },
        Doelgroep: {"verblijft_in_nederland": Wijze.WAARDE, "radicaliseert": Wijze.WAARDE},
        dossier.SignaalInhoud: {
            **_SIGNAAL,
            "melder_naam": Wijze.MELDER,
            "melder_contact": Wijze.ANDER,
            "verstrekking": Wijze.GROND,
            "derde_naam": Wijze.ANDER,
            "derde_noodzaak": Wijze.ANDER,
        },
        dossier.VraagInhoud: {"vraag": Wijze.TEKST, "gevraagd_door": Wijze.VERANTWOORDING},
        dossier.WegingInhoud: _ANALYSE,
        dossier.MotiveringInhoud: _MOTIVERING,
        dossier.CorrectieInhoud: {
            "reden": Wijze.TEKST,
            **dict.fromkeys(("naw", "signaal", "was"), Wijze.BINNEN),
        },
        dossier.ControleInhoud: {"stukken": Wijze.VERWIJZING},
        dossier.BevestigingInhoud: {
            "stukken": Wijze.VERWIJZING,
            "blijft": Wijze.WAARDE,
            "toelichting": Wijze.TEKST,
        },
        dossier.VerplaatsingInhoud: dict.fromkeys(("wijze", "richting", "nummer", "signalen", "reden"), Wijze.ANDER),
        dossier.HeroverwegingInhoud: {
            "nummer": Wijze.WAARDE,
            "doelstelling": Wijze.WAARDE,
            "noodzaak": Wijze.TEKST,
        },
        casus.RedenInhoud: {"reden": Wijze.TEKST, "reden_einde": Wijze.TEKST},
        casus.SignaalInhoud: {**_SIGNAAL, "merk": Wijze.GROND},
        casus.BijdrageInhoud: {
            "omschrijving": Wijze.TEKST,
            "noodzaak": Wijze.TEKST,
            "verstrekking": Wijze.VERANTWOORDING,
            "merk": Wijze.GROND,
        },
        casus.AnalyseInhoud: {**_ANALYSE, "merk": Wijze.GROND},
        casus.PlanInhoud: {
            "doelstellingen": Wijze.WAARDE,
            "doelen": Wijze.WAARDE,
            "toelichting": Wijze.TEKST,
            "steunt_op": Wijze.VERWIJZING,
            "vastgesteld_op": Wijze.WAARDE,
            "vastgesteld_door": Wijze.VERANTWOORDING,
        },
        casus.MaatregelInhoud: {"tekst": Wijze.TEKST, "reeks": Wijze.VERWIJZING},
        casus.EigenBesluitInhoud: {
            "bepaling": Wijze.TEKST,
            "reden": Wijze.TEKST,
            "bevoegd_functionaris": Wijze.MEDEWERKER,
            "bevoegd_functionaris_op": Wijze.VERANTWOORDING,
            "om_geraadpleegd": Wijze.MEDEWERKER,
            "om_geraadpleegd_op": Wijze.VERANTWOORDING,
        },
        casus.VoortgangInhoud: {"tekst": Wijze.TEKST},
        casus.MotiveringInhoud: _MOTIVERING,
        casus.PersoonInhoud: {
            "naam": Wijze.EIGEN,
            "adres": Wijze.EIGEN,
            "woonplaats": Wijze.EIGEN,
            "gegevens": Wijze.TEKST,
            "noodzaak": Wijze.TEKST,
            "rol": Wijze.TEKST,
            "sinds": Wijze.WAARDE,
            "verstrekking": Wijze.VERANTWOORDING,
            "merk": Wijze.GROND,
            "einde": Wijze.TEKST,
        },
        gedeeld.Was: {"veld": Wijze.VERWIJZING, "tekst": Wijze.TEKST},  # the field is what the text is called by
        casus.CorrectieInhoud: {
            "reden": Wijze.TEKST,
            "naw": Wijze.BINNEN,
            "signaal": Wijze.BINNEN,
            "was": Wijze.BINNEN,
            "merk": Wijze.VERANTWOORDING,
        },
        casus.EvaluatieInhoud: {"aanleiding": Wijze.TEKST, "conclusie": Wijze.TEKST},
        casus.InbrengInhoud: {"tekst": Wijze.TEKST, "motivering": Wijze.TEKST},
        casus.AdviesvraagInhoud: {
            "aan": Wijze.ANDER,
            "vraag": Wijze.TEKST,
            "antwoord": Wijze.TEKST,
            "beantwoord_op": Wijze.WAARDE,
        },
        casus.ControleInhoud: {
            "resultaat": Wijze.TEKST,
            "verblijf": Wijze.WAARDE,
            "toelichting": Wijze.TEKST,
        },
        casus.BevestigingInhoud: {"juist": Wijze.VERWIJZING, "toelichting": Wijze.TEKST},
        casus.DoorverstrekkingInhoud: {
            "noodzaak": Wijze.WAARDE,
            "toelichting": Wijze.TEKST,
            "soorten": Wijze.WAARDE,
            "gevraagd_op": Wijze.WAARDE,
            "verleend_op": Wijze.WAARDE,
            "ingetrokken_op": Wijze.WAARDE,
            "ingetrokken_door": Wijze.VERANTWOORDING,
            "reden": Wijze.TEKST,
        },
        casus.DoorverstrektInhoud: {"soort": Wijze.VERWIJZING, "stuk_id": Wijze.VERWIJZING},
    }
)


def texts_in(herkomst: Herkomst, soort: str) -> frozenset[str]:
    """Give the texts of a kind of piece that a correction can improve or add to: people's words, and the own name."""
    fields = VELDEN[inhoud_of(herkomst, soort)]
    return frozenset(veld for veld, wijze in fields.items() if wijze in {Wijze.TEKST, Wijze.EIGEN})


GEHEEL_WEG: Final = frozenset(
    {
        DossierStuk.CONTROLE,  # which pieces a check is about
        DossierStuk.VERPLAATSING,  # that signals were somebody else's
        DossierStuk.HERINNERING,  # that an organisation was reminded
        CasusStuk.DOORVERSTREKT,  # stands with the recipients
        DossierStuk.AFSCHERMING,  # stands in the letters of the request
    }
)
"""Kinds of which no piece goes along: they say nothing about the person, or something about somebody else."""
NAAR: Final = frozenset(
    {
        *(DossierStuk.VRAAG, DossierStuk.BETROKKEN),
        *(CasusStuk.DEELNEMER, CasusStuk.MAATREGEL, CasusStuk.DOORVERSTREKKING, CasusStuk.EIGEN_BESLUIT),
    }
)
"""Kinds whose organisation is not the one that it comes from: asked, involved, seated, to carry out, or given data."""
PERSONEN: Final = frozenset({CasusStuk.ACHTERBLIJVER, CasusStuk.NETWERKPERSOON})
"""Kinds that are about a person beside the subject: of these only the piece of who asks goes along."""
GEMERKT: Final = (Merk, Verstrekking)
"""What says on which ground and for which purpose something was provided."""
