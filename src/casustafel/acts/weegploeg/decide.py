"""Record the outcome that all kernpartijen agree with. Covenant 7.4, 8.2.e."""

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Tekst, Wijzigend
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import DossierFeit, DossierStaat, Uitkomst, Wie
from casustafel.convenant.rules import weegploeg as rules
from casustafel.convenant.verdict import Verdict
from casustafel.weegploeg import store
from casustafel.weegploeg.inhoud import MotiveringInhoud


class Decide(Wijzigend):
    """The outcome and its reasons."""

    uitkomst: Uitkomst
    motivering: Tekst


def _rule(wie: Wie, dossier: DossierFeit, invoer: Decide, edge: Edge) -> Verdict:
    return rules.may_decide(wie, dossier, uitkomst=invoer.uitkomst, motivering=invoer.motivering, day=edge.day)


def _run(pas: Pass, dossier: DossierFeit, invoer: Decide) -> None:
    store.stukken.add(
        pas,
        MotiveringInhoud(motivering=invoer.motivering),
        houder_id=dossier.kop.id,
        soort=store.Soort.BESLISSING,
        organisatie_id=pas.wie.organisatie_id,
        staat=invoer.uitkomst,
    )
    store.touch(pas, dossier.kop.id, staat=DossierStaat(invoer.uitkomst.value))


decide = register_act(
    HolderAct(
        code="decide",
        articles=("7.4", "8.2.e", "4"),
        bestand=Bestand.WEEGPLOEG,
        verwerking="wegen en beslissen",
        gevolg=Gevolg.CHANGED,
        invoer=Decide,
        needs_fresh_sign_in=True,
        facts=store.facts,
        version=store.version,
        rule=_rule,
        run=_run,
    )
)
