"""What the invented table of a casus does beside the plan: persons, analysis, advice and a review. Covenant 9, 10."""

from datetime import timedelta

from casustafel.acts.casusoverleg.advies import AskAdvies, RecordAntwoord, ask_advies, record_antwoord
from casustafel.acts.casusoverleg.analyse import Analyse, analyse
from casustafel.acts.casusoverleg.evaluatie import GiveInbreng, StartEvaluatie, give_inbreng, start_evaluatie
from casustafel.acts.casusoverleg.netwerk import (
    AddAchterblijver,
    AddNetwerkpersoon,
    add_achterblijver,
    add_netwerkpersoon,
)
from casustafel.convenant.rules.evaluatie import Inbrengkeuze
from casustafel.demo.steps import RAAD, CasusSteps


def persons(steps: CasusSteps, *, days_ago: int) -> None:
    """Record an achterblijver who wants help, and somebody in the network with a role in the plan."""
    left = AddAchterblijver(
        houder_id=steps.casus_id,
        versie=steps.seen(days_ago=days_ago).versie,
        naam="Mirte Nietecht",
        woonplaats="Lindewaard",
        gegevens="Zorgt alleen voor twee kinderen. (Verzonnen.)",
        noodzaak="De hulp in het plan is ook voor haar bedoeld (verzonnen).",
        hulp="ja",
        verstrekking=RAAD,
    )
    steps.table.does("rik", add_achterblijver, left, days_ago=days_ago)
    near = AddNetwerkpersoon(
        houder_id=steps.casus_id,
        versie=steps.seen(days_ago=days_ago).versie,
        naam="Coen Bedenksel",
        noodzaak="Zonder hem komt het gesprek niet tot stand (verzonnen).",
        rol="Oom en vertrouwenspersoon: gaat mee naar de gesprekken (verzonnen).",
        verstrekking=RAAD,
    )
    steps.table.does("rik", add_netwerkpersoon, near, days_ago=days_ago)


def analysis(steps: CasusSteps, *, days_ago: int) -> None:
    """Analyse at the table, on what the gemeente brought in."""
    beeld = steps.seen(days_ago=days_ago)
    own = steps.table.organisatie("gerda")
    invoer = Analyse(
        houder_id=steps.casus_id,
        versie=beeld.versie,
        criterium="aanpak",
        tekst="Hulp alleen volstaat niet; school en werk moeten tegelijk beginnen (verzonnen).",
        rust_op=tuple(s.id for s in beeld.signalen if s.organisatie_id == own),
    )
    steps.table.does("gerda", analyse, invoer, days_ago=days_ago)


def advice(steps: CasusSteps, *, days_ago: int) -> None:
    """Ask the NCTV, and record the answer a week later."""
    asked = AskAdvies(
        houder_id=steps.casus_id,
        versie=steps.seen(days_ago=days_ago).versie,
        aan="NCTV",
        vraag="Een volwassene werft leeftijdgenoten in een sportschool. Welke aanpak werkte elders? (Bedacht.)",
    )
    advies_id = steps.table.does("rik", ask_advies, asked, days_ago=days_ago)
    answer = RecordAntwoord(
        houder_id=steps.casus_id,
        versie=steps.seen(days_ago=days_ago - 7).versie,
        advies_id=advies_id,
        antwoord="Begin met iemand die al vertrouwen heeft, en spreek daarna pas over de groep. (Bedacht.)",
    )
    steps.table.does("rik", record_antwoord, answer, days_ago=days_ago - 7)


def review(steps: CasusSteps, *, days_ago: int) -> None:
    """Start a review in which one participant has spoken, and the others have a week left."""
    start = StartEvaluatie(
        houder_id=steps.casus_id,
        versie=steps.seen(days_ago=days_ago).versie,
        aanleiding="Een maatregel is over de datum (verzonnen).",
        uiterlijk_op=steps.table.edge(0).day + timedelta(days=7),
    )
    ronde = steps.table.does("gerda", start_evaluatie, start, days_ago=days_ago)
    said = GiveInbreng(
        houder_id=steps.casus_id,
        versie=steps.seen(days_ago=days_ago).versie,
        evaluatie_id=ronde,
        keuze=Inbrengkeuze.DOORGAAN,
        tekst="De gesprekken lopen, de afspraken over werk nog niet (verzonnen).",
        motivering="Het is te vroeg om af te sluiten (verzonnen).",
    )
    steps.table.does("bente", give_inbreng, said, days_ago=days_ago)
