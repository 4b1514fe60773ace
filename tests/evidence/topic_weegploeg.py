"""What the weegploeg does beside the main line: time, a question taken back, a search, a check. Covenant 7.4, 8."""

from casustafel.acts.weegploeg.ask_informatie import ask_informatie
from casustafel.acts.weegploeg.controle import confirm_controle, open_controle
from casustafel.acts.weegploeg.search_dossiers import SearchDossiers, search_dossiers
from casustafel.acts.weegploeg.verlenging import (
    ask_verlenging,
    remind_verlenging,
    take_standpunt_verlenging,
    withdraw_verlenging,
)
from casustafel.acts.weegploeg.withdraw_informatie import withdraw_informatie
from tests.evidence.stage import Stage


def walk(stage: Stage) -> None:
    """Do each of it once."""
    steps = stage.dossier()
    dossier = steps.dossier_id
    stage.does("gerda", ask_verlenging, houder_id=dossier)
    stage.does("gerda", remind_verlenging, houder_id=dossier)
    stage.does("omar", take_standpunt_verlenging, houder_id=dossier, keuze="onthouden")
    stage.does("gerda", withdraw_verlenging, houder_id=dossier)
    vraag = stage.does("gerda", ask_informatie, houder_id=dossier, organisatie_id=stage.table.organisatie("omar"))
    stage.does("gerda", withdraw_informatie, houder_id=dossier, verzoek_id=vraag)
    controle = stage.prepare_controle(dossier)
    stage.does("omar", open_controle, houder_id=dossier)
    for name in ("gerda", "petra"):
        given = {"controle_id": controle, "is_juist": True, "blijft": True}
        stage.does(name, confirm_controle, houder_id=dossier, **given)
    naam = steps.seen(days_ago=0).subject.naam
    stage.table.does("petra", search_dossiers, SearchDossiers(naam=naam), days_ago=0)
