"""Covenant 8.2 and 10.2: what is stored is this list and nothing else, each field with the article it is there for.

The list is written from the law page. A field that is added to the code and not here fails; so does one that is here
and no longer in the code.
"""

from dataclasses import fields, is_dataclass
from importlib import import_module
from types import ModuleType
from typing import Final

import pytest
from django.apps import apps
from django.db import models

from casustafel.convenant import verstrekking

pytestmark = [pytest.mark.article("8.2"), pytest.mark.article("10.2")]

Listed = dict[str, dict[str, str]]


def under(**articles: str) -> dict[str, str]:
    """List fields by the article they are there for: `art_8_2_b="omschrijving waar"`."""
    return {
        field: name.removeprefix("art_").replace("_", ".")
        for name, names in articles.items()
        for field in names.split()
    }


SIGNAAL: Final = "omschrijving waar wanneer"
WEEGPLOEG: Final[Listed] = {
    "SignaalInhoud": under(
        art_8_2_b=SIGNAAL,
        art_8_2_c="melder_naam melder_contact",
        art_6="verstrekking",
        art_7_2="derde_naam derde_noodzaak",
    ),
    "VraagInhoud": under(art_7_4="vraag gevraagd_door"),
    "WegingInhoud": under(art_8_2_d="criterium tekst signalen"),
    "MotiveringInhoud": under(art_8_2_e="motivering"),
    "CorrectieInhoud": under(art_8_3="reden naw signaal", art_12_5="was"),
    "ControleInhoud": under(art_8_3="stukken"),
    "VerplaatsingInhoud": under(art_8_3="wijze richting nummer signalen reden"),
    "BevestigingInhoud": under(art_8_3="stukken toelichting", art_3="blijft"),
    "HeroverwegingInhoud": under(art_13_4="nummer noodzaak", art_3="doelstelling"),
}
CASUSOVERLEG: Final[Listed] = {
    "RedenInhoud": under(art_9_1="reden reden_einde"),
    "SignaalInhoud": under(art_10_2_b=SIGNAAL, art_6="merk"),
    "BijdrageInhoud": under(art_9_2="omschrijving noodzaak", art_6="verstrekking merk"),
    "AnalyseInhoud": under(art_10_2_d="criterium tekst signalen", art_6="merk"),
    "PlanInhoud": under(
        art_3="doelen doelstellingen", art_9_3="toelichting vastgesteld_op vastgesteld_door", art_6="steunt_op"
    ),
    "MaatregelInhoud": under(art_10_2_e="tekst reeks"),
    "VoortgangInhoud": under(art_9_4="tekst"),
    "MotiveringInhoud": under(art_10_2_h="motivering"),
    "EigenBesluitInhoud": under(
        art_6="bepaling reden",
        art_B2_c="bevoegd_functionaris bevoegd_functionaris_op om_geraadpleegd om_geraadpleegd_op",
    ),
    "PersoonInhoud": under(
        art_10_2_f="naam adres woonplaats gegevens noodzaak", art_10_2_g="rol sinds einde", art_6="verstrekking merk"
    ),
    "CorrectieInhoud": under(art_10_3="reden naw signaal was", art_6="merk"),
    "EvaluatieInhoud": under(art_9_4="aanleiding conclusie"),
    "InbrengInhoud": under(art_9_4="tekst motivering"),
    "AdviesvraagInhoud": under(art_9_5="aan vraag antwoord beantwoord_op"),
    "ControleInhoud": under(art_10_3="resultaat toelichting", art_3="verblijf"),
    "BevestigingInhoud": under(art_10_3="juist toelichting"),
    "DoorverstrekkingInhoud": under(
        art_10_5_iii="noodzaak toelichting soorten gevraagd_op",
        art_10_5_ii="verleend_op ingetrokken_op ingetrokken_door reden",
    ),
    "DoorverstrektInhoud": under(art_10_5_iii="soort stuk_id"),
}
IN_ARCHIEF: Final[Listed] = {
    "VraagInhoud": under(art_13_2="kenmerk door"),
    "ReactiveringInhoud": under(art_13_4="noodzaak items dossier_id", art_3="doelstelling"),
}
IN_VERZOEK: Final[Listed] = {
    "AanvraagInhoud": under(
        art_12_1="naam adres leeftijdsgroep vertegenwoordiging vertegenwoordiger vertegenwoordiger_adres",
        art_12_5="gevraagd",
    ),
    "IdentiteitInhoud": under(
        art_12_3="papier gezien brief door", art_12_1="vertegenwoordiging_papier vertegenwoordiging_gezien"
    ),
    "VerzoektaakInhoud": under(art_12_1="opdracht voor", art_12_3="bevinding door"),
    "TrefferInhoud": under(art_12_3="nummer"),
    "VerzoekStandpuntInhoud": under(art_12_4="reikwijdte motivering", art_12_2="door als_plaatsvervanger"),
    "VerzoekbesluitInhoud": under(art_12_4="bezwaar_bij rechtbank klacht_bij", art_12_2="door"),
    "Ongelezen": under(art_12_3="id organisatie_id"),
    "OverzichtInhoud": under(art_12_3="persoon_id overzicht ongelezen door"),
    "KeuzeInhoud": under(art_12_4="motivering", art_12_2="door als_plaatsvervanger"),
    "AntwoordInhoud": under(art_12_3="brief soort overzicht nog_niet door", art_12_4="gronden"),
    "WijzigingInhoud": under(art_12_5="dossier_id herkomst stuksoort stuk_op veld tekst door"),
    "BestandInhoud": under(art_12_6="bestand"),
    "UitvoeringInhoud": under(art_12_6="uitgevoerd door"),
    "OntvangerInhoud": under(art_12_6="naam adres verstrekt_op wat door"),
    "MeldingInhoud": under(art_12_6="gedaan gedaan_door door"),
    "VerzoekAfschermingInhoud": under(art_12_5="items reden", art_12_6="door reden_opheffing opgeheven_door"),
    "AankondigingInhoud": under(art_12_6="brief door"),
}
IN_OVERZICHT: Final[Listed] = {
    "Gegeven": under(art_12_3="veld waarde binnen is_ingekort is_te_toetsen"),
    "OverzichtStuk": under(
        art_12_3="id herkomst is_archief soort op organisatie_id over_id staat grondslag doel gegevens is_te_toetsen "
        "is_nadien",
        art_12_4="gaat_mee_met",
    ),
    "Ontvanger": under(art_12_3="organisatie_id als vanaf tot soorten", art_12_4="door_id"),
    "Bewaartermijn": under(art_13="herkomst is_archief nummer tot artikel"),
    "Inzageregel": under(
        art_15_2_e="nummer organisatie_id doel vanaf tot geopend gewijzigd verstrekt medewerkers namen"
    ),
    "Overzicht": under(
        art_12_3="persoon stukken ontvangers termijnen doelen grondslagen herkomst besproken_op",
        art_12_4="weggelaten",
        art_11_2="is_geinformeerd",
        art_15_2_e="inzage",
    ),
}
COPY: Final = "schema casus_id dossier_id op"
BESTAND: Final[Listed] = {
    "Naw": under(art_8_2_a="naam adres woonplaats leeftijdsgroep wisselkwartaal"),
    "Was": under(art_8_3="veld tekst"),
    "Leeg": {},
    "StandpuntInhoud": under(art_4="motivering door als_plaatsvervanger"),
    "AfschermingInhoud": under(art_12_5="afscherming_id verzoek_id grond reden"),
    "InformerenInhoud": under(
        art_4="door als_plaatsvervanger",
        art_11_3="grond noodzaak evenredigheid",
        art_11_4="reden",
        art_11_2="brief wijze hoe geinformeerd_door geinformeerd_op",
    ),
    "BundelSignaal": under(art_8_5=f"id organisatie_id op {SIGNAAL}", art_6="merk"),
    "BundelWeging": under(art_8_5="id organisatie_id op criterium tekst signalen", art_6="merk"),
    "Overdracht": under(art_8_5=f"{COPY} naw betrokken reden signalen wegingen"),
    "Aanvulling": under(art_8_5=f"{COPY} signalen wegingen"),
    "Afsluiting": under(art_8_2_f=f"{COPY} motivering"),
    "ArchiefKop": under(
        art_8_2_a="naw nummer staat",
        art_13="begonnen_op verwerkt_op besloten_op verlengd_op",
        art_15_2_e="log_id",
    ),
    "Wijzigingsregel": under(art_12_5="stuk_id soort veld tekst"),
    "Uitvoering": under(art_12_6="schema bestand houder_id dossier_id nummer op wijzigingen"),
    "ArchiefOverleg": under(art_7_3="nummer op is_besproken organisaties medewerkers"),
    "ArchiefItem": under(art_13_2="id soort organisatie_id bij_id op uiterlijk_op staat inhoud"),
    "Archivering": under(art_13_2="schema dossier_id herkomst op verwerkt_op kop items overleggen"),
    "Afscherming": under(art_12_5="schema afscherming_id verzoek_id dossier_id op grond items is_opgeheven reden"),
    "Reactivering": under(
        art_13_4="schema dossier_id op naw nummer organisatie_id noodzaak signalen", art_3="doelstelling"
    ),
    "Correctie": under(art_8_3=f"{COPY} organisatie_id reden naw signalen verwijderd"),
}
IN_INCIDENT: Final[Listed] = {
    "MeldingInhoud": under(art_15_2_g="wat welke_gegevens gedaan door"),
    "BevindingInhoud": under(art_15_2_g="bestand regels aantal"),
    "BeoordelingInhoud": under(
        art_AVG_33="aard personen aantal_personen gegevens aantal_gegevens gevolgen maatregelen",
        art_15_2_g="motivering door",
    ),
    "ApInhoud": under(art_AVG_33="gemeld_op kenmerk contactpunt vertraging motivering", art_15_2_g="door"),
    "InlichtingInhoud": under(art_AVG_34="tekst uitzondering motivering", art_15_2_g="door"),
    "IncidentafsluitingInhoud": under(art_15_3="geleerd", art_15_2_g="door"),
}
MARKS: Final[Listed] = {
    "Verstrekking": under(
        art_6="grondslag belang bepaling klasse herkomst wijze derden_getoetst "
        "bijzonder uitzondering uitzondering_reden",
        art_6_e="werkzaamheid landelijk_team",
        art_2="taak",
        art_B1_1="doel",
        art_B2_a="opsporingsbelang_getoetst_door opsporingsbelang_getoetst_op",
        art_B2_c="bevoegd_functionaris bevoegd_functionaris_functie bevoegd_functionaris_eenheid "
        "bevoegd_functionaris_op bevoegd_functionaris_oordeel bevoegd_functionaris_voorwaarden "
        "om_geraadpleegd om_geraadpleegd_op",
    ),
    "Merk": under(art_6="grondslag doel klassen bijzonder gebonden"),
    "EigenBesluit": under(art_6="item_id organisatie_id"),
}
ARCHIEF: Final = {
    "Dossier": under(
        art_13_2="id versie convenant_id nummer casus_nummer laatste_verwerking_op gearchiveerd_op",
        art_13="vernietigen_op",
    ),
    "Stuk": under(
        art_13_2="id versie verzegeld volg houder_id soort organisatie_id bij_id op uiterlijk_op staat herkomst"
    ),
    "Uitgaand": under(art_13_4="id versie verzegeld houder_id convenant_id soort op"),
}
BETROKKENE: Final = {
    "Verzoek": under(
        art_12_1="id versie convenant_id nummer soort staat",
        art_12_2="uitkomst besloten_op",
        art_12_3="ontvangen_op uiterlijk_op gegevens_tot beantwoord_op",
        art_13="vernietigen_op",
    ),
    "Stuk": under(art_12="id versie verzegeld volg houder_id soort organisatie_id bij_id op uiterlijk_op staat"),
    "Uitgaand": under(art_12_6="id versie verzegeld houder_id convenant_id soort op"),
}
TOEZICHT: Final = {
    "Incident": under(
        art_15_2_g="id versie convenant_id nummer staat bekend_op afgesloten_op",
        art_13="vernietigen_op",
    ),
    "Stuk": under(art_15_2_g="id versie verzegeld volg houder_id soort organisatie_id bij_id op uiterlijk_op staat"),
}
# Beside the sealed payload: numbers, ids, kinds, states and days, never a word about a person.
PLAIN: Final = frozenset({"nummer", "casus_nummer", "staat", "soort", "herkomst", "uitkomst"})
TABLES: Final = {
    "Dossier": under(
        art_8_2="id versie verzegeld convenant_id nummer staat",
        art_7_4="eerste_signaal_op besloten_op verlengd_op",
        art_8_5="casus_id",
        art_13="laatste_verwerking_op elders_op vernietigen_op gearchiveerd_op",
    ),
    "Casus": under(
        art_10_2="id versie verzegeld convenant_id nummer staat geopend_op",
        art_8_5="dossier_id",
        art_9_4="afgesloten_op",
        art_13="laatste_verwerking_op elders_op vernietigen_op gearchiveerd_op",
    ),
    "Stuk": under(art_8_2="id versie verzegeld volg houder_id soort organisatie_id bij_id op uiterlijk_op staat"),
    "Uitgaand": under(art_8_5="id versie verzegeld houder_id convenant_id soort op"),
}


def stored(module: ModuleType) -> dict[str, set[str]]:
    """Give the fields of each record that a module defines."""
    found = {name: kind for name, kind in vars(module).items() if isinstance(kind, type) and is_dataclass(kind)}
    return {name: {f.name for f in fields(kind)} for name, kind in found.items() if kind.__module__ == module.__name__}


class TestWhatIsSealed:
    """The content of every piece, and of what crosses a wall."""

    @pytest.mark.parametrize(
        ("module", "listed"),
        [
            ("weegploeg.inhoud", WEEGPLOEG),
            ("casusoverleg.inhoud", CASUSOVERLEG),
            ("archief.inhoud", IN_ARCHIEF),
            ("betrokkene.inhoud", IN_VERZOEK),
            ("betrokkene.overzicht", IN_OVERZICHT),
            ("toezicht.inhoud", IN_INCIDENT),
            ("bestand.inhoud", BESTAND),
        ],
    )
    def test_is_the_list_and_nothing_else(self, module: str, listed: Listed) -> None:
        """No field beside those of 8.2 and 10.2, the readings, and what the covenant itself orders to be recorded."""
        assert stored(import_module(f"casustafel.{module}")) == {name: set(kept) for name, kept in listed.items()}

    def test_carries_the_marks_of_accountability_and_no_others(self) -> None:
        """Ground, purpose, class, the conditions of B2, exceptions: nothing about a person."""
        found = stored(verstrekking)

        assert {name: found[name] for name in MARKS} == {name: set(kept) for name, kept in MARKS.items()}


class TestWhatStandsBesideIt:
    """The plain columns of the tables that hold pieces."""

    @pytest.mark.parametrize("room", ["weegploeg", "casusoverleg"])
    def test_is_the_list_and_nothing_else(self, room: str) -> None:
        """What must be queried, and no more."""
        for table in apps.get_app_config(room).get_models():
            if table.__name__ in TABLES:
                found = {field.attname for field in table._meta.concrete_fields}
                assert found == set(TABLES[table.__name__]), table.__name__

    def test_in_the_archive_is_the_list_and_nothing_else(self) -> None:
        """Numbers and days; whom it is about is in the pieces."""
        for table in apps.get_app_config("archief").get_models():
            if table.__name__ in ARCHIEF:
                found = {field.attname for field in table._meta.concrete_fields}
                assert found == set(ARCHIEF[table.__name__]), table.__name__

    def test_of_a_request_is_the_list_and_nothing_else(self) -> None:
        """Kind, state and days; whose it is is in the pieces."""
        for table in apps.get_app_config("betrokkene").get_models():
            if table.__name__ in BETROKKENE:
                found = {field.attname for field in table._meta.concrete_fields}
                assert found == set(BETROKKENE[table.__name__]), table.__name__

    def test_of_an_incident_is_the_list_and_nothing_else(self) -> None:
        """State and moments; what happened is in the pieces."""
        for table in apps.get_app_config("toezicht").get_models():
            if table.__name__ in TOEZICHT:
                found = {field.attname for field in table._meta.concrete_fields}
                assert found == set(TOEZICHT[table.__name__]), table.__name__

    @pytest.mark.parametrize("room", ["weegploeg", "casusoverleg", "archief", "betrokkene", "toezicht"])
    def test_is_never_text_about_a_person(self, room: str) -> None:
        """The only plain texts are a number, a kind and a state."""
        sealed = [t for t in apps.get_app_config(room).get_models() if t.__name__ in {*TABLES, *BETROKKENE, *TOEZICHT}]
        texts = {
            field.attname
            for table in sealed
            for field in table._meta.concrete_fields
            if isinstance(field, models.CharField | models.TextField)
        }

        assert sealed
        assert texts <= PLAIN
