"""Covenant 7 to 10: how the weegploeg and the casusoverleg work, and what their files hold."""

from typing import Final

from casustafel.convenant.artikelen.model import Artikel, ArtikelId, Status

WEEGPLOEG: Final = (
    Artikel(
        id=ArtikelId("7.1"),
        titel="Signalen via een kernpartij",
        strekking="De weegploeg krijgt signalen alleen via een van de kernpartijen.",
        status=Status.ENFORCED,
        note="Only a kernpartij enters a signaal.",
    ),
    Artikel(
        id=ArtikelId("7.2"),
        titel="Wie een signaal inbrengt",
        strekking="Elke kernpartij brengt signalen in via haar eigen vertegenwoordiger in de weegploeg.",
        status=Status.ENFORCED,
        note="The one who enters a signaal speaks for its kernpartij in the weegploeg. "
        "Reading: the melder of 8.2.c is that representative; a third person is named only with the necessity, and "
        "stays behind at the hand-over.",
    ),
    Artikel(
        id=ArtikelId("7.2.a"),
        titel="Signalen van de politie",
        strekking="De politie brengt haar signalen in via haar vertegenwoordiger.",
        status=Status.ENFORCED,
        note="See 7.2.",
    ),
    Artikel(
        id=ArtikelId("7.2.b"),
        titel="Signalen van het OM",
        strekking="Het OM brengt zijn signalen in via zijn vertegenwoordiger.",
        status=Status.ENFORCED,
        note="See 7.2.",
    ),
    Artikel(
        id=ArtikelId("7.2.c"),
        titel="Signalen van de gemeente",
        strekking="De gemeente brengt haar signalen in via haar vertegenwoordiger.",
        status=Status.ENFORCED,
        note="See 7.2.",
    ),
    Artikel(
        id=ArtikelId("7.3"),
        titel="Analyse",
        strekking="De weegploeg bekijkt de signalen met het referentiekader en oordeelt of een aanpak nodig is en met "
        "wie.",
        status=Status.ENFORCED,
        note="A text per criterion with the signals it rests on, and the organisations to involve; a new text takes "
        "the place of the earlier one, which stays readable. Nothing is computed. The weegploeg meets with an agenda "
        "of dossiers; a meeting holds no content and decides nothing.",
    ),
    Artikel(
        id=ArtikelId("7.4"),
        titel="Twee uitkomsten",
        strekking="Na de analyse zet de weegploeg het subject op de agenda, of niet.",
        status=Status.ENFORCED,
        note="Reading: all three kernpartijen, each with a motivation; no agreement within three months of the first "
        "signaal (once three more, by all three, with a reason) counts as outcome 2, and the dossier says since when. "
        "A new signaal does not extend the term; after an outcome it opens a new dossier.",
    ),
    Artikel(
        id=ArtikelId("7.4.1"),
        titel="Agenderen",
        strekking="De weegploeg zet het subject op de agenda van een casusoverleg, zo nodig na extra informatie.",
        status=Status.ENFORCED,
        note="Additional information is asked of kernpartijen only, from their own sources; who asked can take an open "
        "question back.",
    ),
    Artikel(
        id=ArtikelId("7.4.2"),
        titel="Niet agenderen",
        strekking="De signalen zijn te licht om het subject op de agenda te zetten.",
        status=Status.ENFORCED,
        note="The dossier gets no casus; its destruction within six months is pending (13.3).",
    ),
    Artikel(
        id=ArtikelId("8.1"),
        titel="Eigen bestand van de weegploeg",
        strekking="De weegploeg heeft een eigen digitaal bestand, los van dat van het casusoverleg.",
        status=Status.ENFORCED,
        note="A database of its own; nothing crosses but the chosen copy of 8.5.",
    ),
    Artikel(
        id=ArtikelId("8.2"),
        titel="Inhoud van het bestand",
        strekking="Het convenant bepaalt precies wat in het bestand van de weegploeg staat.",
        status=Status.ENFORCED,
        note="Reading: a closed list for data about persons; there is no other field.",
    ),
    Artikel(
        id=ArtikelId("8.2.a"),
        titel="Naam en adres",
        strekking="Het bestand bevat naam, adres en woonplaats van het subject.",
        status=Status.ENFORCED,
        note="Name, address and residence; no number, nationality, religion or photograph.",
    ),
    Artikel(
        id=ArtikelId("8.2.b"),
        titel="Signalen",
        strekking="Het bestand bevat een beschrijving van de signalen.",
        status=Status.ENFORCED,
        note="Each signaal with its ground, purpose and, from police and OM, its class.",
    ),
    Artikel(
        id=ArtikelId("8.2.c"),
        titel="Melder",
        strekking="Het bestand bevat naam en contactgegevens van wie het signaal inbracht.",
        status=Status.ENFORCED,
        note="Reading: the representative of 7.2.",
    ),
    Artikel(
        id=ArtikelId("8.2.d"),
        titel="Analyse in het bestand",
        strekking="Het bestand bevat de analyse van de signalen volgens het referentiekader.",
        status=Status.ENFORCED,
        note="A text per criterion (7.3).",
    ),
    Artikel(
        id=ArtikelId("8.2.e"),
        titel="Beslissing over agenderen",
        strekking="Het bestand bevat de beslissing om het subject wel of niet op de agenda te zetten.",
        status=Status.ENFORCED,
        note="With the position of each kernpartij (7.4).",
    ),
    Artikel(
        id=ArtikelId("8.2.f"),
        titel="Plan afgesloten",
        strekking="Het bestand bevat de beslissing dat het plan is afgesloten.",
        status=Status.ENFORCED,
        note="Comes back from the casus when the kernpartijen close the plan (9.4).",
    ),
    Artikel(
        id=ArtikelId("8.3"),
        titel="Controle van de gegevens",
        strekking="De gegevens worden regelmatig gecontroleerd en zo nodig verbeterd.",
        status=Status.ENFORCED,
        note="Reading: every six months while active the uitvoerder prepares a round, and each party that provided "
        "confirms its own items and article 3. A kernpartij corrects its own signaal, each the name and address, with "
        "a reason; what stood there stays readable, and the copy in the casus follows. A signaal in the wrong dossier "
        "is moved, dossiers are joined and parted, and no term becomes longer. None of this is casework.",
    ),
    Artikel(
        id=ArtikelId("8.4"),
        titel="Toegang tot de weegploeg",
        strekking="Alleen kernpartijen zien het bestand, en alleen voor zover de weegploeg dat nodig heeft.",
        status=Status.ENFORCED,
        note="For everybody else the dossier does not exist.",
    ),
    Artikel(
        id=ArtikelId("8.5"),
        titel="Overdracht aan het casusoverleg",
        strekking="Komt het subject op de agenda, dan gaat een kopie van de relevante gegevens naar het casusoverleg.",
        status=Status.ENFORCED,
        note="Chosen per signaal: nothing unchosen goes, nothing chosen is lost; the melder stays behind. Further "
        "signals follow to the casus in the same way.",
    ),
)

CASUSOVERLEG: Final = (
    Artikel(
        id=ArtikelId("9.1"),
        titel="Deelnemers",
        strekking="Alleen partijen en partners die voor het plan nodig zijn, nemen deel.",
        status=Status.ENFORCED,
        note="The parties and partners that the plan needs sit at the table; a party there records who joins and "
        "who leaves, with day and reason. Who leaves has no access from that day on. In a meeting on several casussen "
        "each who looks has the agenda of the tables at which they sit, and no trace of the others.",
    ),
    Artikel(
        id=ArtikelId("9.2"),
        titel="Elkaar gegevens geven",
        strekking="Deelnemers geven elkaar wat voor het plan relevant en nodig is, binnen de wet.",
        status=Status.ENFORCED,
        note="Each contribution carries its ground and its necessity.",
    ),
    Artikel(
        id=ArtikelId("9.3"),
        titel="Het plan",
        strekking="Het casusoverleg maakt een integraal plan van aanpak.",
        status=Status.ENFORCED,
        note="Goals and measures; each measure with who carries it out. Every version stays, with who wrote it, who "
        "adopted it, when, and what changed.",
    ),
    Artikel(
        id=ArtikelId("9.4"),
        titel="Voortgang en afsluiting",
        strekking="Het casusoverleg volgt de voortgang en adviseert de kernpartijen om het plan af te sluiten.",
        status=Status.ENFORCED,
        note="Progress on each measure, until it is carried out or dropped. In a review everybody at the table speaks; "
        "an advice to close rests on the last one. Reading: the kernpartijen decide.",
    ),
    Artikel(
        id=ArtikelId("9.5"),
        titel="Advies van deskundigen",
        strekking="Het overleg kan advies vragen aan de NCTV of aan andere deskundigen.",
        status=Status.ENFORCED,
        note="A party at the table records question and answer. Reading: a text with a name, address, telling day, "
        "number or way to reach somebody is refused; the refusal says the kind only.",
    ),
    Artikel(
        id=ArtikelId("10.1"),
        titel="Eigen bestand van het casusoverleg",
        strekking="Het casusoverleg heeft een eigen digitaal bestand, los van dat van de weegploeg.",
        status=Status.ENFORCED,
        note="A database of its own.",
    ),
    Artikel(
        id=ArtikelId("10.2"),
        titel="Inhoud van het bestand",
        strekking="Het convenant bepaalt precies wat in het bestand van het casusoverleg staat.",
        status=Status.ENFORCED,
        note="Items a to h are there, and no other data about persons.",
    ),
    Artikel(
        id=ArtikelId("10.2.a"),
        titel="Naam en adres",
        strekking="Het bestand bevat naam, adres en woonplaats van het subject.",
        status=Status.ENFORCED,
        note="Copied at hand-over (8.5).",
    ),
    Artikel(
        id=ArtikelId("10.2.b"),
        titel="Signalen",
        strekking="Het bestand bevat een beschrijving van de signalen.",
        status=Status.ENFORCED,
        note="The chosen signals of 8.5 and the contributions of 9.2.",
    ),
    Artikel(
        id=ArtikelId("10.2.c"),
        titel="Inbrengende partij",
        strekking="Het bestand bevat naam en contactgegevens van de partij die het signaal inbracht.",
        status=Status.ENFORCED,
        note="The party stands in the place of the melder.",
    ),
    Artikel(
        id=ArtikelId("10.2.d"),
        titel="Analyse in het bestand",
        strekking="Het bestand bevat de analyse van de signalen volgens het referentiekader.",
        status=Status.ENFORCED,
        note="What of the analysis the weegploeg handed over, and beside it that of the table, with what it rests on.",
    ),
    Artikel(
        id=ArtikelId("10.2.e"),
        titel="Acties",
        strekking="Het bestand bevat de acties van partijen na de analyse.",
        status=Status.ENFORCED,
        note="The measures of the plan and their progress.",
    ),
    Artikel(
        id=ArtikelId("10.2.f"),
        titel="Achterblijvers",
        strekking="Het bestand bevat gegevens van achterblijvers, als het plan dat nodig maakt.",
        status=Status.ENFORCED,
        note="Recorded by a party at the table on its own ground, with the necessity and whether help is wanted; ended "
        "when no longer needed.",
    ),
    Artikel(
        id=ArtikelId("10.2.g"),
        titel="Sociaal netwerk",
        strekking="Het bestand bevat gegevens van mensen uit het netwerk die een rol hebben in het plan.",
        status=Status.ENFORCED,
        note="Recorded by a party at the table on its own ground, with the necessity and the role, which always stands "
        "beside the name.",
    ),
    Artikel(
        id=ArtikelId("10.2.h"),
        titel="Plan afgesloten",
        strekking="Het bestand bevat de beslissing dat het plan is afgesloten.",
        status=Status.ENFORCED,
        note="Taken by the kernpartijen (9.4).",
    ),
    Artikel(
        id=ArtikelId("10.3"),
        titel="Controle van de gegevens",
        strekking="De uitvoerder controleert de gegevens regelmatig en verbetert ze zo nodig.",
        status=Status.ENFORCED,
        note="Reading: every six months while the casus is open. Parties confirm what they brought in, the uitvoerder "
        "records what was mended and asks article 3 again. Who gave something corrects it; what stood there is "
        "kept.",
    ),
    Artikel(
        id=ArtikelId("10.4"),
        titel="Toegang tot het casusoverleg",
        strekking="Partijen zien het bestand voor zover het casusoverleg dat nodig heeft.",
        status=Status.ENFORCED,
        note="Reading: while at the table; for a casuspartij or partner elsewhere the casus does not exist.",
    ),
    Artikel(
        id=ArtikelId("10.5"),
        titel="Toegang van externe casuspartners",
        strekking="Een partner ziet het plan; andere persoonsgegevens krijgt hij alleen onder drie voorwaarden.",
        status=Status.ENFORCED,
        note="A partner at the table sees the plan page and, until its last day, the items that all parties agreed on.",
    ),
    Artikel(
        id=ArtikelId("10.5.i"),
        titel="Nodig voor de bijdrage",
        strekking="De partner heeft de gegevens nodig voor wat hij aan het plan bijdraagt.",
        status=Status.ENFORCED,
        note="Reading: one or more reasons of a fixed list, with words for the table. Each item is chosen one by one.",
    ),
    Artikel(
        id=ArtikelId("10.5.ii"),
        titel="Toestemming van de partijen",
        strekking="De convenantspartijen hebben toestemming gegeven.",
        status=Status.ENFORCED,
        note="Reading: every party in force agrees, not learning the case elsewhere. Each may withdraw what it gave.",
    ),
    Artikel(
        id=ArtikelId("10.5.iii"),
        titel="Vastlegging",
        strekking="In het bestand staat waarom er is doorverstrekt en welke soort gegevens.",
        status=Status.ENFORCED,
        note="Each disclosure is a record of its own in the casus, with necessity and kinds of data, in a register.",
    ),
)

CONVENANT_7_10: Final = (*WEEGPLOEG, *CASUSOVERLEG)
