"""Walk the duty to inform: a subject that waits, a person that is told, in both files. Covenant 11."""

from casustafel.acts.casusoverleg.netwerk import add_netwerkpersoon
from casustafel.acts.informeren.beeld import open_informeren
from casustafel.acts.informeren.brief import open_informatiebrief
from casustafel.acts.informeren.geinformeerd import record_geinformeerd
from casustafel.acts.informeren.overleg import defer_informeren, speak_informeren, withdraw_uitstel
from casustafel.acts.informeren.werk import find_werk_informeren
from casustafel.bestand.bestand import Bestand
from tests.evidence.stage import Stage

RAAD = {"grondslag": "publieke-taak-raad", "taak": "minderjarigen-beschermen"}


def walk(stage: Stage) -> None:
    """Ask, agree, end, see no ground and record, of the subject and of a person in the network."""
    casus = stage.casus().casus_id
    persoon = stage.does("rik", add_netwerkpersoon, houder_id=casus, verstrekking=RAAD)
    _told(stage, Bestand.WEEGPLOEG, houder_id=stage.dossier().dossier_id)
    _told(stage, Bestand.CASUSOVERLEG, houder_id=casus, persoon_id=persoon)


def _told(stage: Stage, bestand: Bestand, **given: object) -> None:
    stage.does("petra", find_werk_informeren[bestand])
    asked = {"bereik": "allen", "grond": "b", "tot": stage.soon(), "is_blijvend": False}
    stage.does("petra", defer_informeren[bestand], **given, **asked)
    for name in ("gerda", "omar"):
        stage.does(name, speak_informeren[bestand], **given, keuze="instemming")
    stage.does("omar", open_informeren[bestand], houder_id=given["houder_id"])
    stage.does("omar", withdraw_uitstel[bestand], **given, bereik="allen")
    for name in ("petra", "gerda", "omar"):
        stage.does(name, speak_informeren[bestand], **given, keuze="geen-grond")
    stage.does("gerda", open_informatiebrief[bestand], **given)
    stage.does("gerda", record_geinformeerd[bestand], **given, brief="nl", wijze="post", op=stage.table.edge(0).day)
