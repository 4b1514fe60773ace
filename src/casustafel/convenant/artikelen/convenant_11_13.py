"""Covenant 11 to 13: the duty to inform, the rights of the person concerned, retention."""

from typing import Final

from casustafel.convenant.artikelen.model import Artikel, ArtikelId, Status

BETROKKENE: Final = (
    Artikel(
        id=ArtikelId("11.1"),
        titel="Openbaar convenant",
        strekking="Het convenant en de bijlagen staan in de Staatscourant.",
        status=Status.PROCEDURAL,
        note="The reference of each publication is kept; everybody in the covenant can print the texts in force.",
    ),
    Artikel(
        id=ArtikelId("11.2"),
        titel="De betrokkene informeren",
        strekking="De betrokkene hoort dat zijn gegevens worden verwerkt zodra de weegploeg een uitkomst heeft.",
        status=Status.ENFORCED,
        note="Due on the outcome, and at the latest a month after the person was first recorded or first disclosed; "
        "also for achterblijvers and the network. A letter with all that AVG 14 asks, for each of them, once it may be "
        "given; met by recording with which letter or how else, when and by whom.",
    ),
    Artikel(
        id=ArtikelId("11.3"),
        titel="Overleg over informeren",
        strekking="De kernpartijen overleggen eerst of een van vijf belangen aan informeren in de weg staat.",
        status=Status.ENFORCED,
        note="Each kernpartij says whether it sees a ground. Reading: one lets its own data wait, all of them "
        "everything; silence holds nothing up on the last day.",
    ),
    Artikel(
        id=ArtikelId("11.3.a"),
        titel="Veiligheid van de Staat",
        strekking="Informeren kan wachten als de veiligheid van de Staat dat nodig maakt.",
        status=Status.ENFORCED,
        note="An exception ground of the regime, with necessity, proportionality and reason.",
    ),
    Artikel(
        id=ArtikelId("11.3.b"),
        titel="Strafbare feiten",
        strekking="Informeren kan wachten om strafbare feiten te voorkomen, op te sporen of te vervolgen.",
        status=Status.ENFORCED,
        note="An exception ground of the regime, with necessity, proportionality and reason.",
    ),
    Artikel(
        id=ArtikelId("11.3.c"),
        titel="Economische en financiële belangen",
        strekking="Informeren kan wachten om grote economische of financiële belangen van de overheid.",
        status=Status.ENFORCED,
        note="An exception ground of the regime, with necessity, proportionality and reason.",
    ),
    Artikel(
        id=ArtikelId("11.3.d"),
        titel="Toezicht",
        strekking="Informeren kan wachten om het toezicht op regels voor de belangen b en c.",
        status=Status.ENFORCED,
        note="An exception ground of the regime, with necessity, proportionality and reason.",
    ),
    Artikel(
        id=ArtikelId("11.3.e"),
        titel="Bescherming van mensen",
        strekking="Informeren kan wachten om de betrokkene of de rechten van anderen te beschermen.",
        status=Status.ENFORCED,
        note="An exception ground of the regime, with necessity, proportionality and reason.",
    ),
    Artikel(
        id=ArtikelId("11.4"),
        titel="Aantekening van uitstel",
        strekking="Kan informeren (nog) niet, dan staat daarvan een aantekening in het bestand.",
        status=Status.ENFORCED,
        note='A piece of the file in which the person stands. Reading: "eerste lid" in the text is 11.2.',
    ),
    Artikel(
        id=ArtikelId("11.5"),
        titel="Alsnog informeren",
        strekking="Zodra het kan, wordt de betrokkene geïnformeerd, ook als er verder niets is gebeurd.",
        status=Status.ENFORCED,
        note="Reconsidered at least every three months; from thirty days before the data goes only informing or a "
        "ground that stays settles it. Who was not told is counted on the certificate.",
    ),
    Artikel(
        id=ArtikelId("12.1"),
        titel="Waar een verzoek heen gaat",
        strekking="De betrokkene, of zijn vertegenwoordiger als hij jonger is dan zestien of onder curatele of "
        "mentorschap staat, stuurt zijn verzoek aan de uitvoerder.",
        status=Status.ENFORCED,
        note="The uitvoerder receives requests, and establishes from papers that were seen who asks, and who "
        "represents: no copy and no number is kept. Others are given a task by name and see that task only.",
    ),
    Artikel(
        id=ArtikelId("12.2"),
        titel="Wie beslist op een verzoek",
        strekking="De betrokkene vraagt de verantwoordelijke om inzage in zijn gegevens.",
        status=Status.ENFORCED,
        note="The kernpartijen decide by their positions; who is silent on the last day stands in nobody's way. "
        "Reading: a ground reaches the own data of who invokes it, and all of it only where all three invoke "
        "it.",
    ),
    Artikel(
        id=ArtikelId("12.3"),
        titel="Inzage",
        strekking="Binnen vier weken na ontvangst krijgt de betrokkene een begrijpelijk overzicht.",
        status=Status.ENFORCED,
        note="The overview is gathered from both files and the archive once identity is established, with nobody else "
        "in it, and kept with the request: the answer is made of that and kept as it was given; what came after "
        "receipt is marked; it says which organisation looked, when, for what and how often. 28 days from receipt, "
        "earlier where destruction comes first; a task for each kernpartij "
        "from the first day. Reading: the term runs while identity is open; nothing is answered before; a melder is "
        "named unless ground e withholds the name of that signaal.",
    ),
    Artikel(
        id=ArtikelId("12.4"),
        titel="Inzage weigeren",
        strekking="Inzage kan alleen op een van de vijf gronden worden geweigerd, met uitleg.",
        status=Status.ENFORCED,
        note="Access is refused on one of the five grounds only, with how far it reaches and why; the rest is "
        "given. Every decision names bezwaar, the court and the complaint to the AP.",
    ),
    Artikel(
        id=ArtikelId("12.5"),
        titel="Correctie",
        strekking="De betrokkene zegt wat er anders moet en waarom; wat fout is wordt binnen vier weken hersteld.",
        status=Status.ENFORCED,
        note="What is to change and why is asked at receipt; 28 days after it. Reading: refused where a kernpartij "
        "says, with reasons, that the data is right, complete, relevant and lawful. After the decision is chosen, "
        "item by item and within it, what is improved, added to or removed. While it is open, what it contests is "
        "shielded from casework (AVG 18).",
    ),
    Artikel(
        id=ArtikelId("12.5.a"),
        titel="Onjuiste gegevens",
        strekking="Gegevens die feitelijk niet kloppen, worden gecorrigeerd.",
        status=Status.ENFORCED,
        note="A reason for correction: it is refused where none of the three is there (12.5).",
    ),
    Artikel(
        id=ArtikelId("12.5.b"),
        titel="Onvolledige of onnodige gegevens",
        strekking="Gegevens die voor het doel onvolledig of niet relevant zijn, worden gecorrigeerd.",
        status=Status.ENFORCED,
        note="A reason for correction: it is refused where none of the three is there (12.5).",
    ),
    Artikel(
        id=ArtikelId("12.5.c"),
        titel="Onrechtmatige gegevens",
        strekking="Gegevens die tegen een wettelijke regel in worden verwerkt, worden gecorrigeerd.",
        status=Status.ENFORCED,
        note="A reason for correction: it is refused where none of the three is there (12.5).",
    ),
    Artikel(
        id=ArtikelId("12.6"),
        titel="Correctie uitvoeren",
        strekking="Een beslissing tot correctie wordt binnen vier weken uitgevoerd en aan partijen gemeld.",
        status=Status.ENFORCED,
        note="28 days after the decision, by one act in both files, the archive, every copy and every overview that is "
        "kept; carried out is what each file acknowledged. Earlier versions stay as with any correction; of what is "
        "removed nothing does. Then the kernpartijen, who took part in the case, and every recipient are told, as it "
        "follows from the files, one outside by letter; each reports that it corrected its own copies (AVG 19).",
    ),
)

BEWAREN: Final = (
    Artikel(
        id=ArtikelId("13.1"),
        titel="Vijf jaar bewaren",
        strekking="Na de laatste verwerking blijven gegevens vijf jaar bewaard voor klachten en verantwoording; daarna "
        "worden ze vernietigd.",
        status=Status.ENFORCED,
        note="The night's work destroys key and rows the day after the term; a certificate stays. From midnight on it "
        "is shown to nobody, also where a night was missed. Reading: the last casework in either file counts. Log "
        "rows, people, and what is of the covenant itself end by their own terms. Sole exception: what is shielded "
        "because the person wants it kept (AVG 18(1)(b), (c)) is set apart, and stays until that is lifted.",
    ),
    Artikel(
        id=ArtikelId("13.2"),
        titel="Archief na een jaar",
        strekking="Uiterlijk een jaar na de laatste verwerking gaan gegevens naar een archief dat alleen kernpartijen "
        "kunnen raadplegen.",
        status=Status.ENFORCED,
        note="The night's work moves all of a subject thirty days before the term ends, closed work after three "
        "months; nothing stays behind. Kernpartijen open item by item under a stated question; the uitvoerder sees "
        "number and dates.",
    ),
    Artikel(
        id=ArtikelId("13.3"),
        titel="Niet geagendeerd: zes maanden",
        strekking="Gegevens van wie niet op de agenda kwam, worden uiterlijk na zes maanden vernietigd.",
        status=Status.ENFORCED,
        note="Destroyed by the night's work. Reading: six months from outcome 2, also where that came of itself.",
    ),
    Artikel(
        id=ArtikelId("13.4"),
        titel="Terug uit het archief",
        strekking="In opdracht van de verantwoordelijke kan de weegploeg gegevens uit het archief opnieuw gebruiken.",
        status=Status.ENFORCED,
        note="By agreement of the kernpartijen, with a purpose of the covenant and chosen signals. Reading: a copy for "
        "a new decision under 7.4; the archived original keeps its term.",
    ),
)

CONVENANT_11_13: Final = (*BETROKKENE, *BEWAREN)
