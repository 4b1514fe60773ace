"""Provision, class and the table: the measures of the college, an own decision, joining and leaving."""

from casustafel.acts.register.maatregelen import record_maatregelen
from tests.evidence.stage import Stage


def walk(stage: Stage) -> None:
    """Do each act of this topic."""
    stated = {"door": "het college (verzonnen)", "omschrijving": "Over niemand in het bijzonder (verzonnen)."}
    stage.does("gerda", record_maatregelen, vastgesteld_op=stage.table.edge(0).day, **stated)
