"""Note in the log that the night's work was done. Covenant 13.1, 15.2.e."""

from casustafel.acts.bewaring.vernietiging import ACTIVITY
from casustafel.acts.edge import Edge
from casustafel.acts.gate import PlainAct, register_act
from casustafel.acts.invoer import Invoer
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules.bewaring import may_run_nachtwerk
from casustafel.convenant.verdict import Verdict


class RunNachtwerk(Invoer):
    """The night's work as a whole; each of its steps has a row of its own, in the file that it touched."""


def _rule(wie: Wie, _invoer: RunNachtwerk, _edge: Edge) -> Verdict:
    return may_run_nachtwerk(wie)


def _run(_pas: Pass, _invoer: RunNachtwerk) -> None:
    """Nothing more than the row."""


run_nachtwerk = register_act(
    PlainAct(
        code="run-nachtwerk",
        articles=("13.1", "13.3", "7.4"),
        bestand=Bestand.REGISTER,
        verwerking=ACTIVITY,
        gevolg=Gevolg.CHANGED,
        invoer=RunNachtwerk,
        rule=_rule,
        run=_run,
    )
)
