"""What is put right in the invented files: corrections, a check, a signaal on somebody else. Covenant 8.3, 10.3."""

from datetime import timedelta
from uuid import UUID

from casustafel.acts.casusoverleg.controle import StartControle, start_controle
from casustafel.acts.casusoverleg.correctie import CorrectBijdrage, correct_bijdrage
from casustafel.acts.casusoverleg.find_casussen import FindCasussen, find_casussen
from casustafel.acts.weegploeg.correct import CorrectSignaal, correct_signaal
from casustafel.acts.weegploeg.find_dossiers import FindDossiers, find_dossiers
from casustafel.acts.weegploeg.part_dossier import PartDossier, part_dossier
from casustafel.acts.weegploeg.submit_signaal import NawInvoer
from casustafel.convenant.feit import DossierStaat, Taak
from casustafel.demo import subjects
from casustafel.demo.steps import GEMEENTE, CasusSteps, Steps
from casustafel.demo.subjects import Subject
from casustafel.demo.table import Table
from casustafel.jobs.relay import relay


def load(table: Table) -> None:
    """Correct and check one casus, and take a signaal out of another that is about somebody else."""
    _corrected(table)
    _parted(table)
    relay(edge=table.edge(0))


def _casus_of(table: Table, subject: Subject) -> CasusSteps:
    found = table.does("gerda", find_casussen, FindCasussen(), days_ago=0).casussen
    casus_id = next(casus.id for casus in found if casus.naam == subject.naam)
    return CasusSteps(table=table, casus_id=casus_id, host="gerda")


def _dossier_of(table: Table, subject: Subject) -> Steps:
    handed_over = FindDossiers(staten=(DossierStaat.OVERGEDRAGEN,))
    found = table.does("gerda", find_dossiers, handed_over, days_ago=0).dossiers
    return Steps(table=table, dossier_id=next(dossier.id for dossier in found if dossier.naam == subject.naam))


def _own_signaal(table: Table, steps: Steps, name: str) -> UUID:
    by = table.organisatie(name)
    return next(s.id for s in steps.seen(days_ago=0).signalen if s.organisatie_id == by)


def _corrected(table: Table) -> None:
    """Correct a contribution at the table and a signaal in the weegploeg, and begin a periodic check."""
    casus, dossier = _casus_of(table, subjects.CASUS_OPEN), _dossier_of(table, subjects.CASUS_OPEN)
    bijdrage = CorrectBijdrage(
        houder_id=casus.casus_id,
        versie=casus.seen(days_ago=5).versie,
        bijdrage_id=casus.seen(days_ago=5).bijdragen[0].id,
        omschrijving="De Raad kent het gezin uit een onderzoek van twee jaar geleden. (Verzonnen.)",
        noodzaak="Nodig om de maatregelen te kiezen (verzonnen).",
        reden="Het jaar ontbrak (verzonnen).",
    )
    table.does("rik", correct_bijdrage, bijdrage, days_ago=5)
    signaal = CorrectSignaal(
        houder_id=dossier.dossier_id,
        versie=dossier.seen(days_ago=4).versie,
        signaal_id=_own_signaal(table, dossier, "gerda"),
        omschrijving=f"{subjects.CASUS_OPEN.gedrag} Het wapen was van hout. (Verzonnen.)",
        waar=subjects.CASUS_OPEN.waar,
        wanneer="in de week voor de melding",
        verstrekking=GEMEENTE,
        reden="De school heeft dit verduidelijkt (verzonnen).",
    )
    table.does("gerda", correct_signaal, signaal, days_ago=4)
    relay(edge=table.edge(4))
    check = StartControle(
        houder_id=casus.casus_id,
        versie=casus.seen(days_ago=3).versie,
        uiterlijk_op=table.edge(0).day + timedelta(days=14),
    )
    table.does_with_task("ulla", Taak.CONTROLEREN, start_controle, check, days_ago=3)


def _parted(table: Table) -> None:
    """Take out of a casus what is about somebody else: an analysis that rested on it waits for its author."""
    dossier = _dossier_of(table, subjects.CASUS_CONCEPT)
    parted = PartDossier(
        houder_id=dossier.dossier_id,
        versie=dossier.seen(days_ago=2).versie,
        subject=NawInvoer(naam="Fenna Bedenk", adres="Wilgenweg 8", woonplaats="Lindewaard", leeftijdsgroep="18+"),
        signalen=(_own_signaal(table, dossier, "petra"),),
        verblijft_in_nederland=True,
        radicaliseert=True,
        reden="Gaat over een zus (verzonnen).",
    )
    table.does("petra", part_dossier, parted, days_ago=2)
