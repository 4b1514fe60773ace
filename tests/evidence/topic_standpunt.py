"""Positions that are taken back, and reminders: on the outcome and on closing."""

from casustafel.acts.casusoverleg.remind_afsluiting import remind_afsluiting
from casustafel.acts.casusoverleg.take_standpunt_afsluiting import take_standpunt_afsluiting
from casustafel.acts.casusoverleg.withdraw_standpunt_afsluiting import withdraw_standpunt_afsluiting
from casustafel.acts.weegploeg.remind_standpunt import remind_standpunt
from casustafel.acts.weegploeg.take_standpunt import take_standpunt
from casustafel.acts.weegploeg.withdraw_standpunt import withdraw_standpunt
from tests.evidence.stage import CRITERIUM, Stage


def walk(stage: Stage) -> None:
    """Take a position, remind the others, and take it back: in both files."""
    dossier = stage.dossier()
    dossier.weigh("petra", CRITERIUM, "Dit weegt mee (verzonnen).", days_ago=0)
    stage.does("petra", take_standpunt, houder_id=dossier.dossier_id, uitkomst="agenderen")
    stage.does("petra", remind_standpunt, houder_id=dossier.dossier_id)
    stage.does("petra", withdraw_standpunt, houder_id=dossier.dossier_id)
    casus = stage.casus()
    casus.advise(days_ago=0)
    stage.does("petra", take_standpunt_afsluiting, houder_id=casus.casus_id, keuze="instemmen")
    stage.does("petra", remind_afsluiting, houder_id=casus.casus_id)
    stage.does("petra", withdraw_standpunt_afsluiting, houder_id=casus.casus_id)
