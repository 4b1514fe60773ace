"""Take the position of one's kernpartij on the outcome. Covenant 7.4, 4."""

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Tekst, Wijzigend
from casustafel.acts.standpunt import standpunt_inhoud
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import DossierFeit, Keuze, Uitkomst, Wie
from casustafel.convenant.rules import weegploeg as rules
from casustafel.convenant.verdict import Verdict
from casustafel.weegploeg import store


class TakeStandpunt(Wijzigend):
    """The outcome that the kernpartij agrees with; none means that it withholds its agreement."""

    uitkomst: Uitkomst | None
    motivering: Tekst


def _rule(wie: Wie, dossier: DossierFeit, invoer: TakeStandpunt, edge: Edge) -> Verdict:
    return rules.may_take_standpunt(wie, dossier, motivering=invoer.motivering, day=edge.day)


def _run(pas: Pass, dossier: DossierFeit, invoer: TakeStandpunt) -> None:
    store.stukken.put_own(
        pas,
        standpunt_inhoud(pas, invoer.motivering),
        houder_id=dossier.kop.id,
        soort=store.Soort.STANDPUNT,
        staat=invoer.uitkomst or Keuze.ONTHOUDEN,
    )
    store.touch(pas, dossier.kop.id)


take_standpunt = register_act(
    HolderAct(
        code="take-standpunt",
        articles=("7.4", "4"),
        bestand=Bestand.WEEGPLOEG,
        verwerking="wegen en beslissen",
        gevolg=Gevolg.CHANGED,
        invoer=TakeStandpunt,
        needs_fresh_sign_in=True,
        facts=store.facts,
        version=store.version,
        adds=True,
        rule=_rule,
        run=_run,
    )
)
