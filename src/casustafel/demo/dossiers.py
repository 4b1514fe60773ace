"""About a dozen invented dossiers, one or more in every state. Days are counted back from the day of loading."""

from casustafel.convenant.feit import Keuze, Uitkomst
from casustafel.demo import informeren, subjects, topics
from casustafel.demo.steps import GEMEENTE, OM, POLITIE, RAAD, CasusSteps, Steps, begin
from casustafel.demo.subjects import Subject
from casustafel.demo.table import Table

AT_TABLE = ("gerda", "petra", "rik", "bente")
MEASURES = (
    ("Wekelijks gesprek over school en thuis", "bente", 20),
    ("Begeleiding naar werk of een opleiding", "gerda", 5),
    ("Gesprekken over veiligheid door de wijkagent", "petra", -3),
)


def load(table: Table) -> None:
    """Load every dossier of the demo."""
    _new(table)
    _weighing(table)
    _decided(table)
    _in_casusoverleg(table)
    _closing(table)


def _new(table: Table) -> None:
    begin(table, subjects.NIEUW_GEMEENTE, "gerda", GEMEENTE, days_ago=2)
    steps = begin(table, subjects.NIEUW_POLITIE, "petra", POLITIE, days_ago=10)
    steps.signaal("omar", "Staat terecht voor een eerdere bedreiging van een bestuurder. (Verzonnen.)", OM, days_ago=8)


def _weighing(table: Table) -> None:
    steps = begin(table, subjects.IN_WEGING, "gerda", GEMEENTE, days_ago=30)
    _weigh(steps, days_ago=21)
    withheld = begin(table, subjects.WITHHELD, "petra", POLITIE, days_ago=82)
    _weigh(withheld, days_ago=60)
    informeren.subject_waits(withheld, in_days=20, days_ago=55)
    withheld.standpunt("gerda", Uitkomst.AGENDEREN, "Hulp alleen is niet genoeg (verzonnen).", days_ago=20)
    withheld.standpunt("petra", Uitkomst.AGENDEREN, "Een gezamenlijke aanpak is nodig (verzonnen).", days_ago=19)
    withheld.standpunt("omar", None, "Wij wachten de uitkomst van een zaak af (verzonnen).", days_ago=18)
    asked = begin(table, subjects.GEVRAAGD, "gerda", GEMEENTE, days_ago=20)
    asked.ask("gerda", of="petra", vraag="Zijn er recente meldingen op dit adres? (Verzonnen.)", days_ago=12)
    long_ago = begin(table, subjects.GEVRAAGD_LANG, "petra", POLITIE, days_ago=88)
    long_ago.ask("petra", of="gerda", vraag="Loopt er begeleiding vanuit de gemeente? (Verzonnen.)", days_ago=40)


def _decided(table: Table) -> None:
    _agreed(table, subjects.AGENDEREN, Uitkomst.AGENDEREN, days_ago=25)
    _agreed(table, subjects.NIET_AGENDEREN, Uitkomst.NIET_AGENDEREN, days_ago=60)


def _in_casusoverleg(table: Table) -> None:
    opened = _casus(table, subjects.CASUS_OPEN, days_ago=35)
    opened.contribute("rik", "De Raad kent het gezin uit een eerder onderzoek. (Verzonnen.)", RAAD, days_ago=9)
    _casus(table, subjects.CASUS_CONCEPT, days_ago=50).write(MEASURES, days_ago=14)
    running = _casus(table, subjects.CASUS_PLAN, days_ago=110)
    running.write(MEASURES, days_ago=80)
    running.adopt(days_ago=75)
    _disclosed(running)
    running.share("petra", to="rik", days_ago=70)
    running.admit("roc", "Een plaats op school is nodig (verzonnen).", days_ago=65)
    running.leave("roc", "De plaats op school is geregeld (verzonnen).", days_ago=40)
    running.progress("bente", "Drie van de vier gesprekken zijn doorgegaan. (Verzonnen.)", days_ago=30)
    topics.analysis(running, days_ago=70)
    topics.persons(running, days_ago=60)
    informeren.persons(running, days_ago=50)
    topics.advice(running, days_ago=45)
    topics.review(running, days_ago=2)


def _disclosed(running: CasusSteps) -> None:
    """Disclose the address to the partner with everybody's permission, and ask once more, which is still open."""
    why = "De Brug gaat bij het gezin langs (verzonnen)."
    given = running.ask_to_disclose("gerda", to="bente", noodzaak="contact-leggen", tekst=why, in_days=30, days_ago=40)
    running.permit(given, "gerda", "omar", "petra", "rik", "rens", days_ago=38)
    safe = "Een medewerker wil weten wat hij kan verwachten (verzonnen)."
    asked = running.ask_to_disclose(
        "rik", to="bente", noodzaak="veiligheid-medewerkers", tekst=safe, in_days=60, days_ago=31
    )
    running.permit(asked, "gerda", "rik", days_ago=30)


def _closing(table: Table) -> None:
    advised = _casus(table, subjects.CASUS_ADVIES, days_ago=130)
    advised.write(MEASURES, days_ago=100)
    advised.adopt(days_ago=95)
    advised.advise(days_ago=10)
    advised.standpunt("gerda", Keuze.INSTEMMEN, "De doelen zijn bereikt (verzonnen).", days_ago=6)
    advised.standpunt("petra", Keuze.ONTHOUDEN, "Eerst nog een maand zonder voorval (verzonnen).", days_ago=5)
    closed = _casus(table, subjects.CASUS_GESLOTEN, days_ago=140)
    closed.write(MEASURES, days_ago=120)
    closed.adopt(days_ago=118)
    closed.advise(days_ago=40)
    closed.close(days_ago=33)


def _weigh(steps: Steps, *, days_ago: int) -> None:
    steps.weigh("gerda", "gedrag", "Het gedrag is door meer dan een partij gezien (verzonnen).", days_ago=days_ago)
    steps.weigh("petra", "omgeving", "Anderen in de omgeving zijn er bang door (verzonnen).", days_ago=days_ago)


def _agreed(table: Table, subject: Subject, uitkomst: Uitkomst, *, days_ago: int) -> Steps:
    steps = begin(table, subject, "gerda", GEMEENTE, days_ago=days_ago)
    steps.signaal("petra", "De politie is twee keer ter plaatse geweest. (Verzonnen.)", POLITIE, days_ago=days_ago - 1)
    _weigh(steps, days_ago=days_ago - 5)
    steps.decide(uitkomst, days_ago=days_ago - 10)
    if subject == subjects.AGENDEREN:
        informeren.subject_waits(steps, in_days=40, days_ago=days_ago - 10)
    elif subject == subjects.CASUS_CONCEPT:
        informeren.subject_told_in_part(steps, in_days=5, days_ago=days_ago - 10)
    elif subject != subjects.NIET_AGENDEREN:
        informeren.subject_told(steps, days_ago=days_ago - 10)
    return steps


def _casus(table: Table, subject: Subject, *, days_ago: int) -> CasusSteps:
    steps = _agreed(table, subject, Uitkomst.AGENDEREN, days_ago=days_ago)
    return steps.hand_over(betrokken=AT_TABLE, days_ago=days_ago - 11)
