"""Covenant 14 to 18: secrecy, security, and the covenant itself."""

from typing import Final

from casustafel.convenant.artikelen.model import Artikel, ArtikelId, Status

BEVEILIGING: Final = (
    Artikel(
        id=ArtikelId("14.1"),
        titel="Geheimhouding van partijen",
        strekking="Partijen houden geheim wat zij te weten komen, behalve als de wet of hun taak tot mededelen dwingt.",
        status=Status.ENFORCED,
        note="Reading: nobody opens personal data before accepting the current secrecy text, on record.",
    ),
    Artikel(
        id=ArtikelId("14.2"),
        titel="Geheimhouding van derden",
        strekking="Partijen leggen geheimhouding op aan derden die gegevens zien of krijgen.",
        status=Status.ENFORCED,
        note="The people of a partner see nothing before they accepted the current secrecy text, on record.",
    ),
    Artikel(
        id=ArtikelId("15.1"),
        titel="Beveiligingsplicht",
        strekking="De verantwoordelijke beschermt de gegevens tegen verlies en onrechtmatige verwerking.",
        status=Status.PENDING,
        note="Pending: shown with the security plan of 15.2.",
    ),
    Artikel(
        id=ArtikelId("15.2"),
        titel="Beveiligingsplan",
        strekking="Er is een beveiligingsplan met ten minste zeven onderwerpen, en het wordt uitgevoerd.",
        status=Status.PROCEDURAL,
        note="The plan has the seven subjects, each with its measures, how far they are, a review by somebody else, "
        "the controls of BIO2, and what the product shows of itself.",
    ),
    Artikel(
        id=ArtikelId("15.2.a"),
        titel="Fysieke toegang",
        strekking="Het plan regelt de fysieke beveiliging en de controle daarop.",
        status=Status.PROCEDURAL,
        note="The measures are described in the plan and reviewed; of doors and locks the product knows nothing.",
    ),
    Artikel(
        id=ArtikelId("15.2.b"),
        titel="Lezen en schrijven",
        strekking="Het plan regelt wat elke partij mag lezen en schrijven.",
        status=Status.PENDING,
        note="Pending with 15.2: printed from the rules. Kept: who may see a dossier or casus, asked of the rule for "
        "everybody; somebody who knows the subject is kept away from it.",
    ),
    Artikel(
        id=ArtikelId("15.2.c"),
        titel="Autorisaties beheren",
        strekking="Het plan regelt hoe toegang wordt gegeven, gewijzigd en ingetrokken.",
        status=Status.PENDING,
        note="Pending with 15.2. Kept: asked for by an organisation, granted by a manager and never to oneself, for a "
        "period, changed, withdrawn, each step on record.",
    ),
    Artikel(
        id=ArtikelId("15.2.d"),
        titel="Toegangscontrole",
        strekking="Het plan regelt hoe het systeem controleert wie erin mag.",
        status=Status.PENDING,
        note="Pending with 15.2. Kept: sign-in with a second factor or a passkey, or at one's own organisation at a "
        "sufficient level of assurance; who it is, is asked again for a decision; a session ends by itself.",
    ),
    Artikel(
        id=ArtikelId("15.2.e"),
        titel="Logging",
        strekking="Elke toegang tot gegevens wordt automatisch vastgelegd en regelmatig gecontroleerd.",
        status=Status.PENDING,
        note="Pending with 15.2: control by the toezichthouder every month (reading). "
        "Kept: every act and reading leaves a row; rows are sealed in a "
        "tree with signed checkpoints, so that a party can show that one was changed.",
    ),
    Artikel(
        id=ArtikelId("15.2.f"),
        titel="Controle op bevoegdheden",
        strekking="Het plan regelt dat gegeven bevoegdheden worden gecontroleerd.",
        status=Status.PENDING,
        note="Pending with 15.2. Reading: an authorisation is confirmed every six months by a colleague, else it "
        "lapses.",
    ),
    Artikel(
        id=ArtikelId("15.2.g"),
        titel="Incidenten",
        strekking="Beveiligingsincidenten en datalekken worden gemeld, vastgelegd en afgehandeld.",
        status=Status.ENFORCED,
        note="Everybody may report one; a check that finds something altered opens one itself. No step is skipped: "
        "judged, the AP told within 72 hours or why not (AVG 33), the people told or why not (AVG 34), settled.",
    ),
    Artikel(
        id=ArtikelId("15.3"),
        titel="Toezicht op de uitvoering",
        strekking="De verantwoordelijke ziet toe op de maatregelen en evalueert het beleid elk jaar.",
        status=Status.PROCEDURAL,
        note="The plan is evaluated each year, once every subject was reviewed since the last time; the werkvoorraad "
        "asks for it. Kernpartijen see the plan, and article by article how the covenant is kept.",
    ),
    Artikel(
        id=ArtikelId("15.4"),
        titel="Richtlijnen volgen",
        strekking="Partijen houden zich aan de richtlijnen voor beveiliging en toegang.",
        status=Status.PENDING,
        note="Pending: the guidelines and their acceptance.",
    ),
)

HET_CONVENANT: Final = (
    Artikel(
        id=ArtikelId("16"),
        titel="Niet afdwingbaar",
        strekking="Niemand kan met dit convenant naar de rechter.",
        status=Status.PROCEDURAL,
        note="Nothing to enforce. The covenant, its printed text and the page of disputes say so.",
    ),
    Artikel(
        id=ArtikelId("17"),
        titel="Geschillen",
        strekking="Partijen lossen geschillen in overleg op.",
        status=Status.PROCEDURAL,
        note="A party records a dispute, its consultations and its outcome; the other parties see them.",
    ),
    Artikel(
        id=ArtikelId("18.1"),
        titel="Begin van het convenant",
        strekking="Het convenant geldt vanaf een afgesproken dag, voor onbepaalde tijd.",
        status=Status.ENFORCED,
        note="Nothing is entered or shown before the day of entry into force; the covenant has no end.",
    ),
    Artikel(
        id=ArtikelId("18.2"),
        titel="Opzeggen",
        strekking="Een partij kan met drie maanden opzegtermijn stoppen en blijft daarna tot geheimhouding verplicht.",
        status=Status.ENFORCED,
        note="Notice is given and taken back by the own representative; after three months its people have no access.",
    ),
    Artikel(
        id=ArtikelId("18.3"),
        titel="De anderen gaan door",
        strekking="Stopt een partij, dan blijft het convenant voor de anderen gelden als dat inhoudelijk kan.",
        status=Status.ENFORCED,
        note="Without one of the kernpartijen no casework is done, as every page says; the others may admit one.",
    ),
    Artikel(
        id=ArtikelId("18.4"),
        titel="Evaluatie",
        strekking="Twee jaar na het begin wordt het convenant geëvalueerd.",
        status=Status.PROCEDURAL,
        note="Due two years after entry into force, then as agreed; each evaluation is recorded, beside its figures.",
    ),
)

CONVENANT_14_18: Final = (*BEVEILIGING, *HET_CONVENANT)
