"""The articles of the Besluit of 10 July 2017 (Stcrt. 2017, 41324)."""

from typing import Final

from casustafel.convenant.artikelen.model import Artikel, ArtikelId, Status

BESLUIT: Final = (
    Artikel(
        id=ArtikelId("B1.1"),
        titel="Doelen van de verstrekking",
        strekking="De politie verstrekt politiegegevens alleen voor drie doelen.",
        status=Status.ENFORCED,
        note="Every provision of police data names one of the three purposes.",
    ),
    Artikel(
        id=ArtikelId("B1.1.a"),
        titel="Risico's voor de samenleving verkleinen",
        strekking="De gegevens helpen om de samenleving te beschermen tegen radicalisering, extremisme, uitreis en "
        "terugkeer.",
        status=Status.ENFORCED,
        note="One of the three purposes that a provision can name.",
    ),
    Artikel(
        id=ArtikelId("B1.1.b"),
        titel="Zorg voor subjecten",
        strekking="De gegevens helpen om zorg te geven aan mensen die bij deze verschijnselen betrokken zijn.",
        status=Status.ENFORCED,
        note="One of the three purposes that a provision can name.",
    ),
    Artikel(
        id=ArtikelId("B1.1.c"),
        titel="Ontwikkeling van minderjarigen beschermen",
        strekking="De gegevens helpen om te voorkomen dat deze verschijnselen de ontwikkeling van een minderjarige "
        "schaden.",
        status=Status.ENFORCED,
        note="One of the three purposes that a provision can name; the age group that it needs is pending (8.2).",
    ),
    Artikel(
        id=ArtikelId("B1.2"),
        titel="Welke politiegegevens naar het college mogen",
        strekking="De politie mag gegevens uit onderzoeken en themaregisters (Wpg 9 en 10, eerste lid, a en c) aan het "
        "college geven, voor zover dat nodig is.",
        status=Status.ENFORCED,
        note="Police data names its class; a class or recipient outside the matrix of the regime is refused.",
    ),
    Artikel(
        id=ArtikelId("B1.3"),
        titel="Alleen met een convenant",
        strekking="Er wordt alleen verstrekt als de partijen een convenant volgens het model hebben gesloten.",
        status=Status.ENFORCED,
        note="Nothing is provided before the covenant is in force, by or to who does not take part (18.2, 18.3), "
        "and no case opens under a regime that nobody verified. Reading: 'eerste lid' in the text is B1.2.",
    ),
    Artikel(
        id=ArtikelId("B2"),
        titel="Voorwaarden vooraf",
        strekking="De politie verstrekt deze gegevens pas als drie voorwaarden zijn vervuld.",
        status=Status.ENFORCED,
        note="Conditions a and c are recorded with each provision of Wpg 9, 10(1)(a) and 10(1)(c) data; b is "
        "stated once per covenant and is current on the day.",
    ),
    Artikel(
        id=ArtikelId("B2.a"),
        titel="Opsporing staat niet in de weg",
        strekking="Het belang van de opsporing mag zich niet tegen de verstrekking verzetten.",
        status=Status.ENFORCED,
        note="Recorded with the provision: who established it and when.",
    ),
    Artikel(
        id=ArtikelId("B2.b"),
        titel="Maatregelen van het college",
        strekking="Het college heeft geregeld dat de gegevens alleen voor het doel worden gebruikt en niet te lang "
        "worden bewaard.",
        status=Status.ENFORCED,
        note="The gemeente states the college's measures; the statement is current for a year. Without one, Wpg 9, "
        "10(1)(a) and 10(1)(c) data is refused.",
    ),
    Artikel(
        id=ArtikelId("B2.c"),
        titel="Overleg vooraf",
        strekking="De bevoegd functionaris van de politie en het OM zijn vooraf geraadpleegd.",
        status=Status.ENFORCED,
        note="Recorded with the provision: the bevoegd functionaris with function, unit, day, answer and "
        "conditions, and the OM with who and when, on or before the day. Consultation is not consent: an "
        "objection is recorded and does not block.",
    ),
    Artikel(
        id=ArtikelId("B3"),
        titel="Begin en einde van het besluit",
        strekking="Het besluit geldt vanaf 21 juli 2017, tot het Besluit politiegegevens deze verstrekking zelf "
        "regelt.",
        status=Status.ENFORCED,
        note="Every ground has a period of validity; one that is not valid on the day is refused. The end of the "
        "Besluit is a day in the regime, open until the Bpg provides.",
    ),
)
