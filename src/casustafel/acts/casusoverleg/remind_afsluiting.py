"""Remind the kernpartijen that their position on closing is asked. Covenant 4, 9.4."""

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Wijzigend
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inhoud import Leeg
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.casusoverleg import store
from casustafel.convenant.feit import CasusFeit, Wie
from casustafel.convenant.rules.standpunt import may_remind_afsluiting
from casustafel.convenant.verdict import Verdict


class RemindAfsluiting(Wijzigend):
    """Of which casus."""


def _rule(wie: Wie, casus: CasusFeit, _invoer: RemindAfsluiting, edge: Edge) -> Verdict:
    return may_remind_afsluiting(wie, casus, day=edge.day)


def _run(pas: Pass, casus: CasusFeit, _invoer: RemindAfsluiting) -> None:
    store.stukken.add(
        pas,
        Leeg(),
        houder_id=casus.kop.id,
        soort=store.Soort.HERINNERING,
        organisatie_id=pas.wie.organisatie_id,
    )


remind_afsluiting = register_act(
    HolderAct(
        code="remind-afsluiting",
        articles=("4", "9.4"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="afsluiten",
        gevolg=Gevolg.CHANGED,
        invoer=RemindAfsluiting,
        facts=store.facts,
        version=store.version,
        adds=True,
        rule=_rule,
        run=_run,
    )
)
