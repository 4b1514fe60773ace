"""Provision, class and the table: the measures of the college, an own decision, joining and leaving."""

from casustafel.acts.casusoverleg.deelname import admit_deelnemer, end_deelname
from casustafel.acts.casusoverleg.eigen_besluit import decide_eigen, withdraw_eigen
from casustafel.acts.register.maatregelen import record_maatregelen
from tests.evidence.stage import Stage


def walk(stage: Stage) -> None:
    """Do each act of this topic."""
    stated = {"door": "het college (verzonnen)", "omschrijving": "Over niemand in het bijzonder (verzonnen)."}
    stage.does("gerda", record_maatregelen, vastgesteld_op=stage.table.edge(0).day, **stated)
    casus = stage.casus()
    item = next(s for s in casus.seen(days_ago=0).signalen if s.merk.klassen)
    raad, roc = stage.table.organisatie("rik"), stage.table.organisatie("roc")
    given = {"houder_id": casus.casus_id, "item_id": item.id, "organisatie_id": raad}
    besluit_id = stage.does("petra", decide_eigen, **given)
    stage.does("petra", withdraw_eigen, houder_id=casus.casus_id, besluit_id=besluit_id)
    stage.does("gerda", admit_deelnemer, houder_id=casus.casus_id, organisatie_id=roc)
    stage.does("gerda", end_deelname, houder_id=casus.casus_id, organisatie_id=roc)
