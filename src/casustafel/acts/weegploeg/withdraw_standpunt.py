"""Take the position of one's kernpartij on the outcome back, while it is open. Covenant 7.4, 4."""

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Wijzigend
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import DossierFeit, Wie
from casustafel.convenant.rules.standpunt import may_withdraw_standpunt
from casustafel.convenant.verdict import Verdict
from casustafel.weegploeg import store


class WithdrawStandpunt(Wijzigend):
    """Which dossier."""


def _rule(wie: Wie, dossier: DossierFeit, _invoer: WithdrawStandpunt, edge: Edge) -> Verdict:
    return may_withdraw_standpunt(wie, dossier, day=edge.day)


def _run(pas: Pass, dossier: DossierFeit, _invoer: WithdrawStandpunt) -> None:
    store.stukken.retire_own(pas, houder_id=dossier.kop.id, soort=store.Soort.STANDPUNT)
    store.touch(pas, dossier.kop.id)


withdraw_standpunt = register_act(
    HolderAct(
        code="withdraw-standpunt",
        articles=("7.4", "4"),
        bestand=Bestand.WEEGPLOEG,
        verwerking="wegen en beslissen",
        gevolg=Gevolg.CHANGED,
        invoer=WithdrawStandpunt,
        facts=store.facts,
        version=store.version,
        adds=True,
        rule=_rule,
        run=_run,
    )
)
