"""Covenant 1 to 6: words, tasks, purpose, controller, uitvoerder, grounds."""

from typing import Final

from casustafel.convenant.artikelen.model import Artikel, ArtikelId, Status

WOORDEN: Final = (
    Artikel(
        id=ArtikelId("1"),
        titel="Betekenis van de woorden",
        strekking="Het convenant legt uit wat zijn belangrijkste woorden betekenen.",
        status=Status.ENFORCED,
        note="The words are the names in code, screens and API; each definition stands below.",
    ),
    Artikel(
        id=ArtikelId("1.a"),
        titel="Achterblijver",
        strekking="Iemand die met een uitreiziger een gezin vormde.",
        status=Status.PROCEDURAL,
        note="The party that records an achterblijver judges this; the definition stands above the form (10.2.f).",
    ),
    Artikel(
        id=ArtikelId("1.b"),
        titel="Casusoverleg",
        strekking="Het overleg van de partijen en partners die bij het plan voor één subject nodig zijn.",
        status=Status.ENFORCED,
        note="A casus has a table of its own: the organisations that its plan needs (9.1).",
    ),
    Artikel(
        id=ArtikelId("1.c"),
        titel="Externe casuspartner",
        strekking="Een derde die voor het plan nodig is en in bijlage 1 staat.",
        status=Status.ENFORCED,
        note="Only a partner that stands in annex 1 on the day is involved; it comes in and goes out by "
        "agreement of the kernpartijen, and is never a partij.",
    ),
    Artikel(
        id=ArtikelId("1.d"),
        titel="Extremisme",
        strekking="Buiten het parlement om de wet overtreden om met (gewelddadige) acties de politiek te beïnvloeden.",
        status=Status.PROCEDURAL,
        note="People judge this with the referentiekader; nothing is computed.",
    ),
    Artikel(
        id=ArtikelId("1.e"),
        titel="Integraal plan van aanpak",
        strekking="Het document met het doel van de aanpak en de maatregelen van partijen en partners.",
        status=Status.ENFORCED,
        note="A plan has goals and measures, each measure with the organisation that carries it out (9.3).",
    ),
    Artikel(
        id=ArtikelId("1.f"),
        titel="Radicalisering",
        strekking="Steeds meer bereid worden om een denkwijze tot het uiterste te volgen en in daden om te zetten.",
        status=Status.PROCEDURAL,
        note="People judge this with the referentiekader; nothing is computed.",
    ),
    Artikel(
        id=ArtikelId("1.g"),
        titel="Referentiekader",
        strekking="De objectieve criteria waarmee de weegploeg bepaalt of een persoonsgerichte aanpak nodig is.",
        status=Status.ENFORCED,
        note="Annex 3 does not ship: without criteria no analysis starts (7.3). The kernpartijen adopt each version; "
        "the one in force on the day decides, and a weighing keeps the text of its own day.",
    ),
    Artikel(
        id=ArtikelId("1.h"),
        titel="Signaal",
        strekking="Feitelijk gedrag dat volgens het referentiekader op een van de verschijnselen kan wijzen.",
        status=Status.ENFORCED,
        note="A signaal describes a behaviour: what, when and where; a belief alone is none.",
    ),
    Artikel(
        id=ArtikelId("1.i"),
        titel="Subject",
        strekking="De persoon over wie de weegploeg of het casusoverleg spreekt.",
        status=Status.PROCEDURAL,
        note="A dossier and a casus are about one subject each.",
    ),
    Artikel(
        id=ArtikelId("1.j"),
        titel="Terugkeerder",
        strekking="Een uitreiziger die terugkomt naar het verlaten land of een ander land buiten het strijdgebied.",
        status=Status.PROCEDURAL,
        note="People judge this with the referentiekader.",
    ),
    Artikel(
        id=ArtikelId("1.k"),
        titel="Uitreiziger",
        strekking="Iemand die zijn land verlaat om in een strijdgebied bij een jihadistische groep te gaan horen.",
        status=Status.PROCEDURAL,
        note="People judge this with the referentiekader; leaving for another end is no uitreizen.",
    ),
    Artikel(
        id=ArtikelId("1.l"),
        titel="Uitvoerder",
        strekking="De functionaris die namens de verantwoordelijke zorgvuldig met de gegevens omgaat.",
        status=Status.PROCEDURAL,
        note="A role of its own, that never decides; the limits of article 5 are pending.",
    ),
    Artikel(
        id=ArtikelId("1.m"),
        titel="Weegploeg",
        strekking="Het overleg van de kernpartijen dat signalen verzamelt en bepaalt voor wie een aanpak nodig is.",
        status=Status.ENFORCED,
        note="Only people of a kernpartij sit in the weegploeg and open its file (8.4).",
    ),
)

TAKEN_EN_DOEL: Final = (
    Artikel(
        id=ArtikelId("2"),
        titel="Taken van de partijen",
        strekking="Elke partij werkt vanuit haar eigen wettelijke taken.",
        status=Status.ENFORCED,
        note="The tasks are data of the regime. A provision on a public task names one of the own tasks; a party "
        "with a single task rests on that.",
    ),
    Artikel(
        id=ArtikelId("2.a"),
        titel="Taken van de gemeente",
        strekking="De gemeente bewaakt de openbare orde en regelt jeugdzorg, werk en inkomen, scholing, uitkeringen en "
        "hulp bij schulden.",
        status=Status.ENFORCED,
        note="Six tasks in the regime; the gemeente names the one on which it provides.",
    ),
    Artikel(
        id=ArtikelId("2.b"),
        titel="Taak van de politie",
        strekking="De politie handhaaft de rechtsorde en helpt wie hulp nodig heeft.",
        status=Status.ENFORCED,
        note="One task in the regime; every provision of the politie rests on it.",
    ),
    Artikel(
        id=ArtikelId("2.c"),
        titel="Taak van het OM",
        strekking="Het OM handhaaft de rechtsorde met het strafrecht.",
        status=Status.ENFORCED,
        note="One task in the regime; every provision of the OM rests on it.",
    ),
    Artikel(
        id=ArtikelId("2.d"),
        titel="Taken van de Raad voor de Kinderbescherming",
        strekking="De Raad beschermt minderjarigen, treedt voor hen op en geeft advies over hen.",
        status=Status.ENFORCED,
        note="Three tasks in the regime; the Raad names the one on which it provides.",
    ),
    Artikel(
        id=ArtikelId("2.e"),
        titel="Taak van de reclassering",
        strekking="De reclassering beheerst risico's en helpt verdachten en veroordeelden hun gedrag te veranderen.",
        status=Status.ENFORCED,
        note="One task in the regime; the reclassering states with each provision that it comes from its "
        "specialist national team.",
    ),
    Artikel(
        id=ArtikelId("3"),
        titel="Doel van de samenwerking",
        strekking="De partijen wisselen gegevens uit om samen één plan te maken voor iemand in Nederland.",
        status=Status.ENFORCED,
        note="Staying in the Netherlands, and radicalising or threatening to, is confirmed at opening and at the "
        "hand-over, and leaves a mark; each periodic check of a casus asks it again. A plan names purpose and aims. "
        "Reading: 'artikel 8' in the text is article 9.",
    ),
    Artikel(
        id=ArtikelId("3.i"),
        titel="Samenleving en zorg",
        strekking="De samenwerking verkleint risico's voor de samenleving en geeft subjecten zorg.",
        status=Status.ENFORCED,
        note="A plan names this purpose, the other, or both.",
    ),
    Artikel(
        id=ArtikelId("3.ii"),
        titel="Minderjarigen",
        strekking="De samenwerking verkleint risico's voor de ontwikkeling van minderjarigen.",
        status=Status.ENFORCED,
        note="A plan names this purpose, the other, or both.",
    ),
    Artikel(
        id=ArtikelId("3.a"),
        titel="Deradicalisering",
        strekking="Een plan kan als doel hebben dat iemand loskomt van radicale ideeën.",
        status=Status.ENFORCED,
        note="An aim that a plan can name; a plan names one or more.",
    ),
    Artikel(
        id=ArtikelId("3.b"),
        titel="Ander gedrag",
        strekking="Een plan kan als doel hebben dat iemand zijn gedrag verandert.",
        status=Status.ENFORCED,
        note="An aim that a plan can name; a plan names one or more.",
    ),
    Artikel(
        id=ArtikelId("3.c"),
        titel="Veiligheid",
        strekking="Een plan kan als doel hebben dat risico's voor de veiligheid kleiner worden.",
        status=Status.ENFORCED,
        note="An aim that a plan can name; a plan names one or more.",
    ),
    Artikel(
        id=ArtikelId("3.d"),
        titel="Uitreis voorkomen",
        strekking="Een plan kan als doel hebben dat iemand niet naar een strijdgebied vertrekt.",
        status=Status.ENFORCED,
        note="An aim that a plan can name; a plan names one or more.",
    ),
    Artikel(
        id=ArtikelId("3.e"),
        titel="Zorg",
        strekking="Een plan kan als doel hebben dat het subject zorg krijgt.",
        status=Status.ENFORCED,
        note="An aim that a plan can name; a plan names one or more.",
    ),
    Artikel(
        id=ArtikelId("3.f"),
        titel="Hulp aan achterblijvers",
        strekking="Een plan kan als doel hebben dat achterblijvers hulp krijgen, als zij dat willen.",
        status=Status.ENFORCED,
        note="An aim that a plan can name; that an achterblijver wants help is recorded with the achterblijver "
        "(10.2.f).",
    ),
)

VERANTWOORDELIJKHEID: Final = (
    Artikel(
        id=ArtikelId("4"),
        titel="Samen verantwoordelijk",
        strekking="De kernpartijen zijn samen verantwoordelijk voor de gegevens.",
        status=Status.ENFORCED,
        note="What the controller decides needs each kernpartij, by its representative or a deputy it named. The AVG "
        "30 entry is made from the acts. Pending: that withholding never blocks the rights of 11 and 12.",
    ),
    Artikel(
        id=ArtikelId("5"),
        titel="De uitvoerder",
        strekking="De uitvoerder bereidt de overleggen voor, houdt het systeem bij en doet wat de kernpartijen vragen.",
        status=Status.ENFORCED,
        note="The uitvoerder opens a file for a named task only, which stands in the log; it prepares the boards and "
        "the checks, decides nothing, and holds no role that grants rights or controls the log.",
    ),
    Artikel(
        id=ArtikelId("6"),
        titel="Grondslag per partij",
        strekking="Elke partij verstrekt alleen op haar eigen wettelijke grondslag.",
        status=Status.ENFORCED,
        note="Every provision names a ground of its own party that is valid on the day, with what that ground "
        "asks. Class and purpose stay with the data; a casuspartij or partner has classed data only on an own "
        "decision of police or OM, and it enters a plan only if everybody at the table may have it.",
    ),
    Artikel(
        id=ArtikelId("6.a"),
        titel="Grondslag van het OM",
        strekking="Het OM verstrekt strafvorderlijke gegevens voor een bepaald doel en om een zwaarwegend algemeen "
        "belang.",
        status=Status.ENFORCED,
        note="Ground wjsg-39f: purpose and weighty public interest are asked.",
    ),
    Artikel(
        id=ArtikelId("6.b"),
        titel="Grondslag van de politie",
        strekking="De politie verstrekt specifiek omschreven gegevens om een zwaarwegend algemeen belang.",
        status=Status.ENFORCED,
        note="Grounds wpg-18-2 and wpg-20: purpose, weighty public interest and class are asked.",
    ),
    Artikel(
        id=ArtikelId("6.c"),
        titel="Grondslag van de gemeente",
        strekking="De gemeente verstrekt wat nodig is voor haar publieke taak of die van de ontvanger.",
        status=Status.ENFORCED,
        note="Ground publieke-taak-gemeente: the task is asked.",
    ),
    Artikel(
        id=ArtikelId("6.d"),
        titel="Grondslag van de Raad",
        strekking="De Raad verstrekt wat nodig is voor zijn publieke taak of die van de ontvanger.",
        status=Status.ENFORCED,
        note="Ground publieke-taak-raad: the task is asked.",
    ),
    Artikel(
        id=ArtikelId("6.e"),
        titel="Grondslag van de reclassering",
        strekking="De reclassering verstrekt alleen wat nodig is voor een van haar drie soorten werk.",
        status=Status.ENFORCED,
        note="Ground reclasseringsregeling-8: the kind of work is asked.",
    ),
    Artikel(
        id=ArtikelId("6.e.i"),
        titel="Toezicht en begeleiding",
        strekking="De reclassering houdt toezicht op verdachten en veroordeelden en begeleidt hen.",
        status=Status.ENFORCED,
        note="One of the three kinds of work; only for persons suspected or convicted.",
    ),
    Artikel(
        id=ArtikelId("6.e.ii"),
        titel="Voorlichting en advies",
        strekking="De reclassering informeert en adviseert justitie.",
        status=Status.ENFORCED,
        note="One of the three kinds of work.",
    ),
    Artikel(
        id=ArtikelId("6.e.iii"),
        titel="Taakstraffen",
        strekking="De reclassering bereidt taakstraffen voor en begeleidt ze.",
        status=Status.ENFORCED,
        note="One of the three kinds of work.",
    ),
)

CONVENANT_1_6: Final = (*WOORDEN, *TAKEN_EN_DOEL, *VERANTWOORDELIJKHEID)
