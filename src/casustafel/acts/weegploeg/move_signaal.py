"""Move a signaal that stands in the wrong dossier to the right one. Covenant 8.3, 7.4, 13.3."""

from casustafel.acts.edge import Edge
from casustafel.acts.gate import PairAct, register_act
from casustafel.acts.invoer import Id, OpTweeHouders, Tekst
from casustafel.acts.weegploeg.verplaatsing import arrive, carry_signalen, leave, note_both
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import DossierFeit, StukId, Wie
from casustafel.convenant.rules import verplaatsing as rules
from casustafel.convenant.verdict import Verdict
from casustafel.weegploeg import store


class MoveSignaal(OpTweeHouders):
    """Which signaal, to which dossier, and why."""

    signaal_id: Id
    reden: Tekst


def _rule(wie: Wie, van: DossierFeit, naar: DossierFeit, invoer: MoveSignaal, edge: Edge) -> Verdict:
    return rules.may_move_signaal(
        wie, van, naar, signaal_id=StukId(invoer.signaal_id), reden=invoer.reden, day=edge.day
    )


def _run(pas: Pass, van: DossierFeit, naar: DossierFeit, invoer: MoveSignaal) -> None:
    moved = [StukId(invoer.signaal_id)]
    carry_signalen(pas, van, naar.kop.id, moved)
    leave(pas, van, moved)
    arrive(pas, van, naar, moved)
    note_both(pas, van.kop, naar.kop, wijze=rules.Wijze.VERPLAATST, reden=invoer.reden, signalen=1)


move_signaal = register_act(
    PairAct(
        code="move-signaal",
        articles=("8.3", "7.4", "13.3"),
        bestand=Bestand.WEEGPLOEG,
        verwerking="controleren en corrigeren",
        gevolg=Gevolg.CHANGED,
        invoer=MoveSignaal,
        facts=store.facts,
        version=store.version,
        rule=_rule,
        run=_run,
    )
)
