"""A disclosure beyond the plan: asked, agreed on by every party, seen by the partner, withdrawn."""

from casustafel.acts.casusoverleg.find_toestemmingen import find_toestemmingen
from casustafel.acts.casusoverleg.open_casus import OpenCasus, open_casus
from casustafel.acts.casusoverleg.open_doorverstrekking import find_doorverstrekkingen, open_doorverstrekking
from casustafel.acts.casusoverleg.open_doorverstrekkingen import open_doorverstrekkingen
from casustafel.acts.casusoverleg.request_doorverstrekking import request_doorverstrekking
from casustafel.acts.casusoverleg.toestemming import (
    open_toestemming,
    take_standpunt_doorverstrekking,
    withdraw_standpunt_doorverstrekking,
)
from casustafel.acts.casusoverleg.withdraw_doorverstrekking import withdraw_doorverstrekking
from casustafel.acts.werk import find_werk_doorverstrekking
from tests.evidence.stage import Stage

PARTIES = ("gerda", "omar", "petra", "rik", "rens")


def walk(stage: Stage) -> None:
    """Ask, let every party answer, take an answer back and give it again, look as the partner, and withdraw."""
    casus_id = stage.casus().casus_id
    seen = stage.table.does("rik", open_casus, OpenCasus(houder_id=casus_id), days_ago=0)
    asked = stage.does(
        "rik",
        request_doorverstrekking,
        houder_id=casus_id,
        organisatie_id=stage.table.organisatie("bente"),
        noodzaak=("hulp-bieden",),
        gegevens=(casus_id, seen.signalen[0].id),
        tot=stage.soon(),
    )
    stage.does("rens", find_werk_doorverstrekking)
    stage.does("rens", find_toestemmingen)
    stage.does("rens", open_toestemming, houder_id=asked)
    for name in PARTIES:
        stage.does(name, take_standpunt_doorverstrekking, houder_id=asked, keuze="instemmen")
        if name == "gerda":
            stage.does(name, withdraw_standpunt_doorverstrekking, houder_id=asked)
            stage.does(name, take_standpunt_doorverstrekking, houder_id=asked, keuze="instemmen")
    stage.does("bente", find_doorverstrekkingen)
    stage.does("bente", open_doorverstrekking, houder_id=asked)
    stage.does("rik", open_doorverstrekkingen, houder_id=casus_id)
    stage.does("rens", withdraw_doorverstrekking, houder_id=asked)
