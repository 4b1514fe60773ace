"""Take the position of one's kernpartij on closing. Covenant 9.4, 4."""

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Tekst, Wijzigend
from casustafel.acts.standpunt import standpunt_inhoud
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.casusoverleg import store
from casustafel.convenant.feit import CasusFeit, Keuze, Wie
from casustafel.convenant.rules import casusoverleg as rules
from casustafel.convenant.verdict import Verdict


class TakeStandpuntAfsluiting(Wijzigend):
    """Whether the kernpartij agrees with closing or withholds its agreement, and why."""

    keuze: Keuze
    motivering: Tekst


def _rule(wie: Wie, casus: CasusFeit, invoer: TakeStandpuntAfsluiting, edge: Edge) -> Verdict:
    return rules.may_take_standpunt_afsluiting(wie, casus, motivering=invoer.motivering, day=edge.day)


def _run(pas: Pass, casus: CasusFeit, invoer: TakeStandpuntAfsluiting) -> None:
    store.stukken.put_own(
        pas,
        standpunt_inhoud(pas, invoer.motivering),
        houder_id=casus.kop.id,
        soort=store.Soort.STANDPUNT,
        staat=invoer.keuze,
    )
    store.touch(pas, casus.kop.id)


take_standpunt_afsluiting = register_act(
    HolderAct(
        code="take-standpunt-afsluiting",
        articles=("9.4", "4"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="afsluiten",
        gevolg=Gevolg.CHANGED,
        invoer=TakeStandpuntAfsluiting,
        needs_fresh_sign_in=True,
        facts=store.facts,
        version=store.version,
        adds=True,
        rule=_rule,
        run=_run,
    )
)
