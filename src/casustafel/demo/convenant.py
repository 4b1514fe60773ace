"""What happens round the invented covenant: deputies, proposals, disputes, evaluation, notice. Covenant 4, 17, 18."""

from datetime import timedelta

from casustafel.acts.invoer import Niets
from casustafel.acts.register.decide_voorstel import TakeStandpuntVoorstel, take_standpunt_voorstel
from casustafel.acts.register.evaluatie import RecordEvaluatie, record_evaluatie
from casustafel.acts.register.geschil import (
    RecordGeschil,
    RecordOverleg,
    SettleGeschil,
    record_geschil,
    record_overleg,
    settle_geschil,
)
from casustafel.acts.register.opzegging import give_opzegging
from casustafel.acts.register.propose import ProposePartner, ProposeTekst, propose_partner, propose_tekst
from casustafel.acts.register.vervanging import NamePlaatsvervanger, name_plaatsvervanger
from casustafel.convenant.feit import Keuze, Rol
from casustafel.convenant.voorstel import Onderdeel
from casustafel.demo.table import Table


def load(table: Table) -> None:
    """Load what stands beside the files."""
    _deputy(table)
    _proposals(table)
    _disputes(table)
    _evaluation(table)
    table.does("rens", give_opzegging, Niets(), days_ago=12)


def _deputy(table: Table) -> None:
    """Let a colleague act for the police in the weegploeg for two weeks."""
    today = table.edge(0).day
    invoer = NamePlaatsvervanger(
        medewerker_id=table.people["wim"].medewerker_id,
        rol=Rol.WEEGPLOEG,
        vanaf=today,
        tot=today + timedelta(days=14),
        reden="Verlof (verzonnen).",
    )
    table.does("petra", name_plaatsvervanger, invoer, days_ago=0)


def _proposals(table: Table) -> None:
    """Propose a partner that one kernpartij still has to agree on, and adopt the essence of the arrangement."""
    today = table.edge(0).day
    partner = ProposePartner(
        code="wooncorporatie",
        naam="Wooncorporatie Waardhuis (verzonnen)",
        contact="contact@waardhuis.example",
        vanaf=today + timedelta(days=30),
        reden="Bij wonen en overlast is deze partner vaak nodig (verzonnen).",
    )
    voorstel_id = table.does("gerda", propose_partner, partner, days_ago=9)
    _agree(table, voorstel_id, "gerda", "petra", days_ago=7)
    text = ProposeTekst(
        onderdeel=Onderdeel.REGELING,
        versienaam="regeling-1",
        tekst=(
            "De gemeente, het Openbaar Ministerie en de politie van Lindewaard (verzonnen) zijn samen "
            "verantwoordelijk. Wie wil weten wat over hem of haar is vastgelegd, kan bij elk van hen terecht. De "
            "uitvoerder van het convenant neemt elk verzoek aan en zorgt dat er op tijd antwoord komt."
        ),
        vanaf=today - timedelta(days=20),
        reden="AVG 26 vraagt dat de essentie bekend is (verzonnen).",
    )
    adopted = table.does("gerda", propose_tekst, text, days_ago=25)
    _agree(table, adopted, "gerda", "omar", "petra", days_ago=22)


def _agree(table: Table, voorstel_id: object, *names: str, days_ago: int) -> None:
    for name in names:
        invoer = TakeStandpuntVoorstel.model_validate(
            {"voorstel_id": voorstel_id, "keuze": Keuze.INSTEMMEN, "motivering": "Akkoord (verzonnen)."}
        )
        table.does(name, take_standpunt_voorstel, invoer, days_ago=days_ago)


def _disputes(table: Table) -> None:
    """Settle one dispute by consultation, and leave another open."""
    day = table.edge(60).day
    first = RecordGeschil(
        tussen=(table.organisatie("gerda"), table.organisatie("rik")),
        artikel="9.3",
        omschrijving="Wie het plan schrijft als twee partijen hetzelfde gezin begeleiden (verzonnen).",
    )
    settled = table.does("rik", record_geschil, first, days_ago=75)
    said = RecordOverleg(geschil_id=settled, op=day, verslag="Beide hebben hun werkwijze toegelicht (verzonnen).")
    table.does("gerda", record_overleg, said, days_ago=60)
    agreed = SettleGeschil(
        geschil_id=settled, op=table.edge(50).day, uitkomst="De gemeente schrijft, de Raad leest mee (verzonnen)."
    )
    table.does("rik", settle_geschil, agreed, days_ago=50)
    second = RecordGeschil(
        tussen=(table.organisatie("omar"), table.organisatie("gerda")),
        artikel="7.4",
        omschrijving="Hoe lang op de uitkomst van een zaak wordt gewacht (verzonnen).",
    )
    is_open = table.does("omar", record_geschil, second, days_ago=14)
    talked = RecordOverleg(geschil_id=is_open, op=table.edge(6).day, verslag="Nog geen overeenstemming (verzonnen).")
    table.does("omar", record_overleg, talked, days_ago=6)


def _evaluation(table: Table) -> None:
    """Evaluate the covenant, and agree on the next time."""
    invoer = RecordEvaluatie(
        op=table.edge(30).day,
        uitgevoerd_door="Bureau Voorbeeld (verzonnen)",
        conclusie="De termijnen worden gehaald; de controle van gegevens mag vaker (verzonnen).",
        volgende_op=table.edge(0).day + timedelta(days=365),
    )
    table.does("gerda", record_evaluatie, invoer, days_ago=29)
