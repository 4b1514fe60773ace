"""The invented subjects of the demo. None of them exists; the texts describe no real event."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """An invented subject: name, address, age group, and the behaviour of the first signaal."""

    naam: str
    adres: str
    leeftijdsgroep: str
    gedrag: str
    waar: str


NIEUW_GEMEENTE = Subject(
    naam="Thijs van der Verzonnen",
    adres="Lindelaan 3",
    leeftijdsgroep="18+",
    gedrag="Zei aan het loket van de sociale dienst dat hij zijn spullen heeft verkocht en volgende maand weggaat.",
    waar="Loket Werk en Inkomen",
)
NIEUW_POLITIE = Subject(
    naam="Noor Bedacht",
    adres="Beukenplein 12",
    leeftijdsgroep="18+",
    gedrag="Deelde op het plein oproepen uit waarin geweld tegen bestuurders wordt toegejuicht.",
    waar="Marktplein",
)
IN_WEGING = Subject(
    naam="Sem Fictief",
    adres="Eikenweg 41",
    leeftijdsgroep="16-17",
    gedrag="Bedreigde een docent na een les over verkiezingen en zei dat stemmers gestraft moeten worden.",
    waar="School, lokaal 2.14",
)
WITHHELD = Subject(
    naam="Lotte Bestaatniet",
    adres="Wilgenhof 7",
    leeftijdsgroep="18+",
    gedrag="Boekte een enkele reis naar een plaats bij de grens van een strijdgebied.",
    waar="Reisbureau",
)
GEVRAAGD = Subject(
    naam="Daan Verzinsel",
    adres="Populierstraat 88",
    leeftijdsgroep="18+",
    gedrag="Weigerde hulpverleners de toegang en riep dat de overheid de vijand is die bestreden moet worden.",
    waar="Thuis",
)
GEVRAAGD_LANG = Subject(
    naam="Yara Denkbeeldig",
    adres="Essenpad 5",
    leeftijdsgroep="18+",
    gedrag="Werd gezien bij een training waar met messen werd geoefend.",
    waar="Bosrand bij de Waard",
)
AGENDEREN = Subject(
    naam="Milan Schijn",
    adres="Kastanjelaan 19",
    leeftijdsgroep="18+",
    gedrag="Verspreidde filmpjes waarin hij zelf oproept om zich bij een gewapende groep te voegen.",
    waar="Openbare groep op internet",
)
NIET_AGENDEREN = Subject(
    naam="Fleur Nergens",
    adres="Hazelaarhof 2",
    leeftijdsgroep="18+",
    gedrag="Maakte een dreigende opmerking tijdens een burenruzie.",
    waar="Hazelaarhof",
)
CASUS_OPEN = Subject(
    naam="Bram Zogenaamd",
    adres="Meidoornweg 60",
    leeftijdsgroep="12-15",
    gedrag="Bracht een zelfgemaakt wapen mee naar school en noemde een aanslag als voorbeeld.",
    waar="School, fietsenstalling",
)
CASUS_CONCEPT = Subject(
    naam="Iris Modelnaam",
    adres="Vlierstraat 9",
    leeftijdsgroep="18+",
    gedrag="Probeerde met haar kinderen de grens over te gaan naar een strijdgebied.",
    waar="Luchthaven",
)
CASUS_PLAN = Subject(
    naam="Jesse Proefpersoon",
    adres="Berkenring 33",
    leeftijdsgroep="18+",
    gedrag="Ronselde leeftijdgenoten voor een groep die geweld voorbereidt.",
    waar="Sportschool",
)
CASUS_ADVIES = Subject(
    naam="Saar Voorbeeld",
    adres="Olmenplantsoen 4",
    leeftijdsgroep="18+",
    gedrag="Keerde terug uit een strijdgebied waar zij bij een jihadistische groep verbleef.",
    waar="Lindewaard",
)
CASUS_GESLOTEN = Subject(
    naam="Tim Hypothetisch",
    adres="Elzenkade 27",
    leeftijdsgroep="18+",
    gedrag="Viel bij een demonstratie voorbijgangers aan en riep op tot meer geweld.",
    waar="Stationsplein",
)
GEARCHIVEERD = Subject(
    naam="Noor Fictief",
    adres="Kastanjedreef 8",
    leeftijdsgroep="18+",
    gedrag="Verspreidde op straat teksten die opriepen tot geweld tegen bestuurders.",
    waar="Marktplein",
)
