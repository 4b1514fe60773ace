"""Take the position of one's kernpartij on closing back, while it is open. Covenant 9.4, 4."""

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Wijzigend
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.casusoverleg import store
from casustafel.convenant.feit import CasusFeit, Wie
from casustafel.convenant.rules.standpunt import may_withdraw_standpunt_afsluiting
from casustafel.convenant.verdict import Verdict


class WithdrawStandpuntAfsluiting(Wijzigend):
    """Which casus."""


def _rule(wie: Wie, casus: CasusFeit, _invoer: WithdrawStandpuntAfsluiting, edge: Edge) -> Verdict:
    return may_withdraw_standpunt_afsluiting(wie, casus, day=edge.day)


def _run(pas: Pass, casus: CasusFeit, _invoer: WithdrawStandpuntAfsluiting) -> None:
    store.stukken.retire_own(pas, houder_id=casus.kop.id, soort=store.Soort.STANDPUNT)
    store.touch(pas, casus.kop.id)


withdraw_standpunt_afsluiting = register_act(
    HolderAct(
        code="withdraw-standpunt-afsluiting",
        articles=("9.4", "4"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="afsluiten",
        gevolg=Gevolg.CHANGED,
        invoer=WithdrawStandpuntAfsluiting,
        facts=store.facts,
        version=store.version,
        adds=True,
        rule=_rule,
        run=_run,
    )
)
