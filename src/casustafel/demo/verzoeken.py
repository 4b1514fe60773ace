"""What invented people asked about their data, one request of each kind, each as far as it is. Covenant 12."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from casustafel.acts.betrokkene.answer_verzoek import answer_verzoek
from casustafel.acts.betrokkene.open_verzoek import OpenVerzoek, VerzoekBeeld, open_verzoek
from casustafel.acts.betrokkene.receive_verzoek import ReceiveVerzoek, establish_identiteit, receive_verzoek
from casustafel.acts.betrokkene.vastleggen import gather_overzicht
from casustafel.acts.betrokkene.verzamelen import record_treffers, record_verzameld
from casustafel.acts.betrokkene.verzoekbesluit import TakeStandpuntVerzoek, decide_verzoek, take_standpunt_verzoek
from casustafel.acts.betrokkene.verzoektaak import (
    DoVerzoektaak,
    GiveVerzoektaak,
    OpenVerzoektaak,
    RemindVerzoektaak,
    do_verzoektaak,
    give_verzoektaak,
    open_verzoektaak,
    remind_verzoektaak,
)
from casustafel.acts.gate import Act
from casustafel.acts.weegploeg.find_dossiers import FindDossiers, find_dossiers
from casustafel.convenant.feit import DossierStaat, Taak
from casustafel.convenant.verzoek import Antwoord, Taakstaat, Verzoeksoort
from casustafel.demo import subjects
from casustafel.demo.steps import KERNPARTIJEN
from casustafel.demo.subjects import Subject
from casustafel.demo.table import Table

HANDLER = "ulla"


def load(table: Table) -> None:
    """Load a request that just came, one that is being gathered, one that was decided, and one that was answered."""
    _received(table)
    _gathering(table)
    _decided(table)
    _answered(table)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The steps on one request."""

    table: Table
    id: UUID

    def seen(self, *, days_ago: int) -> VerzoekBeeld:
        """Look at the request as it stands."""
        asks = OpenVerzoek(houder_id=self.id)
        return self.table.does_with_task(HANDLER, Taak.VERZOEK, open_verzoek, asks, days_ago=days_ago)

    def prepares(self, act: Act[Any, Any], *, days_ago: int, **given: Any) -> None:
        """Let the uitvoerder do the next step."""
        invoer = act.invoer(houder_id=self.id, versie=self.seen(days_ago=days_ago).versie, **given)
        self.table.does_with_task(HANDLER, Taak.VERZOEK, act, invoer, days_ago=days_ago)

    def established(self, *, days_ago: int) -> None:
        """Let somebody come to the counter with a paper."""
        self.prepares(establish_identiteit, days_ago=days_ago, papier="paspoort", gezien="aan de balie (verzonnen)")

    def asked(self, name: str, opdracht: str, *, until: int, days_ago: int) -> UUID:
        """Give the party of one of the people a task, by so many days ago."""
        task = GiveVerzoektaak(
            houder_id=self.id,
            organisatie_id=self.table.organisatie(name),
            opdracht=opdracht,
            uiterlijk_op=self.table.edge(until).day,
        )
        return self.table.does_with_task(HANDLER, Taak.VERZOEK, give_verzoektaak, task, days_ago=days_ago)

    def checked(self, *names: str, days_ago: int) -> None:
        """Let these parties report their parts as done."""
        for name in names:
            own = self.table.does(name, open_verzoektaak, OpenVerzoektaak(houder_id=self.id), days_ago=days_ago)
            for taak in (one for one in own.taken if one.staat is Taakstaat.OPEN):
                done = DoVerzoektaak(houder_id=self.id, taak_id=taak.id, bevinding="Nagekeken; dit klopt (verzonnen).")
                self.table.does(name, do_verzoektaak, done, days_ago=days_ago)

    def decided(self, *, days_ago: int, **withheld: str) -> None:
        """Let the kernpartijen take their positions, the OM on a ground where one is given, and record what follows."""
        for name in KERNPARTIJEN:
            said = {"antwoord": Antwoord.GROND_EIGEN, **withheld} if withheld and name == "omar" else {}
            taken = TakeStandpuntVerzoek(houder_id=self.id, **(said or {"antwoord": Antwoord.INWILLIGEN}))  # type: ignore[arg-type]  # by name
            self.table.does(name, take_standpunt_verzoek, taken, days_ago=days_ago)
        versie = self.seen(days_ago=days_ago).versie
        where = {"bezwaar_bij": "College van Lindewaard (verzonnen)", "rechtbank": "Rechtbank Waardland (verzonnen)"}
        invoer = decide_verzoek.invoer(houder_id=self.id, versie=versie, **where)
        self.table.does("gerda", decide_verzoek, invoer, days_ago=days_ago)


def _receive(table: Table, soort: Verzoeksoort, subject: Subject, *, gevraagd: str = "", days_ago: int) -> Request:
    invoer = ReceiveVerzoek(
        soort=soort,
        naam=subject.naam,
        adres=f"{subject.adres}, Lindewaard",
        gevraagd=gevraagd,
        ontvangen_op=table.edge(days_ago).day,
    )
    made = table.does_with_task(HANDLER, Taak.VERZOEK, receive_verzoek, invoer, days_ago=days_ago)
    return Request(table=table, id=made.id)


def _dossier_of(table: Table, subject: Subject) -> UUID:
    asked = FindDossiers(staten=(DossierStaat.OVERGEDRAGEN,))
    found = table.does("gerda", find_dossiers, asked, days_ago=0).dossiers
    return next(one.id for one in found if one.naam == subject.naam)


def _received(table: Table) -> None:
    """Ask for a restriction: who asks is still to be established."""
    text = "Gebruik mijn gegevens niet zolang u nakijkt of zij kloppen. (Verzonnen.)"
    _receive(table, Verzoeksoort.BEPERKING, subjects.CASUS_CONCEPT, gevraagd=text, days_ago=3)


def _gathering(table: Table) -> None:
    """Ask for access: two parties checked their part, and one is late and was asked again."""
    request = _receive(table, Verzoeksoort.INZAGE, subjects.CASUS_PLAN, days_ago=12)
    request.established(days_ago=10)
    dossier_id = _dossier_of(table, subjects.CASUS_PLAN)
    request.prepares(record_treffers, days_ago=9, dossiers=(dossier_id,))
    late = request.asked("rik", "Ga na of uw bijdrage nog klopt (verzonnen).", until=2, days_ago=9)
    request.prepares(gather_overzicht, days_ago=8, dossier_id=dossier_id)
    request.checked("gerda", "omar", days_ago=4)
    again = RemindVerzoektaak(houder_id=request.id, taak_id=late)
    table.does_with_task(HANDLER, Taak.VERZOEK, remind_verzoektaak, again, days_ago=1)


def _decided(table: Table) -> None:
    """Object: decided, and to be answered."""
    text = "Ik heb werk en een huis; houd op met deze aanpak. (Verzonnen.)"
    request = _receive(table, Verzoeksoort.VERZET, subjects.CASUS_ADVIES, gevraagd=text, days_ago=18)
    request.established(days_ago=16)
    request.checked(*KERNPARTIJEN, days_ago=9)
    request.prepares(record_verzameld, days_ago=7, dossiers=(_dossier_of(table, subjects.CASUS_ADVIES),))
    request.decided(
        days_ago=2,
        grond="avg-21-1",
        reikwijdte="Wat het Openbaar Ministerie inbracht (verzonnen).",
        motivering="De veiligheid van anderen weegt hier zwaarder (verzonnen).",
    )


def _answered(table: Table) -> None:
    """Ask for a correction: answered, and to be carried out."""
    text = "De dag van het voorval is fout: het was een week later. (Verzonnen.)"
    request = _receive(table, Verzoeksoort.CORRECTIE, subjects.CASUS_OPEN, gevraagd=text, days_ago=26)
    request.established(days_ago=24)
    request.checked(*KERNPARTIJEN, days_ago=15)
    request.prepares(record_verzameld, days_ago=12, dossiers=(_dossier_of(table, subjects.CASUS_OPEN),))
    request.decided(days_ago=6)
    request.prepares(answer_verzoek, days_ago=4, brief="U hebt gelijk: wij zetten de juiste dag erin. (Verzonnen.)")
