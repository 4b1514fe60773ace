"""One of every letter, to invented people."""

from datetime import UTC, date, datetime

from casustafel.brieven.brief import (
    Apmelding,
    Bezwaar,
    Correctiebrief,
    Deel,
    Document,
    Geadresseerde,
    GeenOverzichtbrief,
    Identiteitbrief,
    Informatiebrief,
    Inzagebrief,
    Kennisgeving,
    Kennisgevingsoort,
    Kop,
    Opheffingsbrief,
    Publicatie,
    Taal,
    Tabel,
    Uitkomst,
    Verantwoordelijke,
    Weigeringsbrief,
)

RECEIVED = date(2026, 11, 2)
OBJECTION = Bezwaar(bij="de uitvoerder, Postbus 1, Lindewaard")
WORDS = ("Op", "Waarde")


def head(taal: Taal) -> Kop:
    """Give the head of a letter."""
    return Kop(
        taal=taal,
        op=date(2026, 11, 25),
        kenmerk="V-2026-0007",
        gemeente="Lindewaard",
        afzender="Gemeente Lindewaard, ook namens de politie en het Openbaar Ministerie",
        contact="Schrijf naar verzoeken@lindewaard.example.",
        aan=("Łucja Ždánek-’t Hof", "Dorpsstraat 1", "Lindewaard"),
        verantwoordelijken=(Verantwoordelijke(naam="Gemeente Lindewaard", contact="avg@lindewaard.example"),),
    )


def table(rows: int = 2) -> Tabel:
    """Give a table with as many rows."""
    return Tabel(
        opschrift="Signaal van de politie",
        kolommen=WORDS,
        rijen=tuple((f"Gegeven {n}", f"<b>Tekst</b> & regel {n}") for n in range(rows)),
    )


def letters(taal: Taal) -> dict[str, Document]:
    """Give one of every document in a language, by its name."""
    kop = head(taal)
    some = ("Eén", "Twee")
    day = date(2026, 12, 23)
    made: list[Document] = [
        Informatiebrief(
            kop=kop,
            aan=Geadresseerde.SUBJECT,
            is_aanvulling=True,
            volgt_niets=True,
            doelen=some,
            grondslagen=some,
            soorten=some,
            herkomst=some,
            ontvangers=some,
            termijnen=some,
        ),
        Inzagebrief(
            kop=kop,
            bezwaar=OBJECTION,
            ontvangen_op=RECEIVED,
            delen=(Deel(titel="Signalen", inleiding="Wat er binnenkwam.", tabellen=(table(45), table())),),
            gronden=("de bescherming van de betrokkene of van anderen",),
            motivering="Wij hebben twee stukken weggelaten.",
        ),
        GeenOverzichtbrief(kop=kop, bezwaar=OBJECTION, ontvangen_op=RECEIVED),
        Weigeringsbrief(
            kop=kop,
            bezwaar=OBJECTION,
            ontvangen_op=RECEIVED,
            gronden=("de veiligheid van de Staat",),
            motivering="Wij hebben dit met elkaar besproken.",
        ),
        Correctiebrief(
            kop=kop,
            bezwaar=OBJECTION,
            ontvangen_op=RECEIVED,
            gevraagd="het adres te veranderen.",
            uitkomst=Uitkomst.DEELS,
            motivering="Het adres klopte niet.",
            wijzigingen=(table(),),
            uitgevoerd_uiterlijk_op=day,
            verwittigd=some,
        ),
        Identiteitbrief(kop=kop, bezwaar=OBJECTION, ontvangen_op=RECEIVED),
        Opheffingsbrief(kop=kop, afgeschermd_op=RECEIVED, vanaf=day, motivering="Het klopt."),
        Kennisgeving(
            kop=kop,
            soort=Kennisgevingsoort.AFSCHERMEN,
            verstrekt_op=RECEIVED,
            wijzigingen=(table(),),
            uiterlijk_op=day,
        ),
        Apmelding(
            kop=kop,
            bekend_op=datetime(2026, 11, 21, 9, 17, tzinfo=UTC),
            gemeld_op=datetime(2026, 11, 25, 10, 0, tzinfo=UTC),
            aard="Een brief ging naar een <b>verkeerd</b> adres.",
            personen="inwoners",
            aantal_personen=0,
            gegevens="namen",
            contactpunt="fg@lindewaard.example",
            gevolgen="Iemand anders las de brief.",
            maatregelen="De brief is terug.",
            kenmerk_ap="AP-1",
            vertraging="Wij wisten eerst niet om wie het ging.",
        ),
        Publicatie(
            taal=taal,
            titel="Bijlage 2",
            gemeente="Lindewaard",
            versie="1",
            vanaf=day,
            referentie="Stcrt. 0000, 1",
            alineas=("Eerste alinea.\nNog een regel.", "Tweede alinea."),
            punten=some,
            tabellen=(table(),),
        ),
    ]
    return {type(one).__name__: one for one in made}
