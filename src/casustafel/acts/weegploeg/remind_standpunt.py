"""Remind the kernpartijen that their position on the outcome is asked. Covenant 4, 7.4."""

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Wijzigend
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inhoud import Leeg
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import DossierFeit, Wie
from casustafel.convenant.rules.standpunt import may_remind_standpunt
from casustafel.convenant.verdict import Verdict
from casustafel.weegploeg import store


class RemindStandpunt(Wijzigend):
    """Of which dossier."""


def _rule(wie: Wie, dossier: DossierFeit, _invoer: RemindStandpunt, edge: Edge) -> Verdict:
    return may_remind_standpunt(wie, dossier, day=edge.day)


def _run(pas: Pass, dossier: DossierFeit, _invoer: RemindStandpunt) -> None:
    store.stukken.add(
        pas,
        Leeg(),
        houder_id=dossier.kop.id,
        soort=store.Soort.HERINNERING,
        organisatie_id=pas.wie.organisatie_id,
    )


remind_standpunt = register_act(
    HolderAct(
        code="remind-standpunt",
        articles=("4", "7.4"),
        bestand=Bestand.WEEGPLOEG,
        verwerking="wegen en beslissen",
        gevolg=Gevolg.CHANGED,
        invoer=RemindStandpunt,
        facts=store.facts,
        version=store.version,
        adds=True,
        rule=_rule,
        run=_run,
    )
)
