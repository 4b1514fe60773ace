"""An invented subject that is in the archive already: closed a hundred days ago. Covenant 13.2."""

from casustafel.acts.bewaring.due import systemen
from casustafel.convenant.feit import Uitkomst
from casustafel.demo.dossiers import AT_TABLE, MEASURES
from casustafel.demo.steps import GEMEENTE, POLITIE, begin
from casustafel.demo.subjects import GEARCHIVEERD
from casustafel.demo.table import Table
from casustafel.jobs.archiveren import archive
from casustafel.jobs.relay import relay
from casustafel.jobs.vernietigen import destroy_marked, due_in

BEGUN, CLOSED = 145, 100


def load(table: Table) -> None:
    """Let a casus be closed long ago, and do for it what the night's work does."""
    steps = begin(table, GEARCHIVEERD, "gerda", GEMEENTE, days_ago=BEGUN)
    steps.signaal("petra", "De politie is twee keer ter plaatse geweest. (Verzonnen.)", POLITIE, days_ago=BEGUN - 1)
    steps.weigh("gerda", "gedrag", "Het gedrag is door meer dan een partij gezien (verzonnen).", days_ago=BEGUN - 5)
    steps.decide(Uitkomst.AGENDEREN, days_ago=BEGUN - 10)
    casus = steps.hand_over(betrokken=AT_TABLE, days_ago=BEGUN - 11)
    casus.write(MEASURES, days_ago=CLOSED + 20)
    casus.adopt(days_ago=CLOSED + 18)
    casus.advise(days_ago=CLOSED + 7)
    casus.close(days_ago=CLOSED)
    edge = table.edge(0)
    convenant_id = table.people["gerda"].convenant_id
    for wie in systemen(day=edge.day):
        if wie.convenant.id == convenant_id:
            archive(wie, due_in(wie, day=edge.day), edge=edge)
    relay(edge=edge)
    destroy_marked(edge=edge)
