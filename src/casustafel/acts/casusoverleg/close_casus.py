"""Close the plan, when every kernpartij agrees; the weegploeg's file is told. Covenant 9.4, 10.2.h, 8.2.f."""

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Tekst, Wijzigend
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inhoud import Afsluiting, Zendsoort
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.casusoverleg import store
from casustafel.casusoverleg.inhoud import MotiveringInhoud
from casustafel.convenant.feit import CasusFeit, CasusStaat, Wie
from casustafel.convenant.rules import casusoverleg as rules
from casustafel.convenant.verdict import Verdict


class CloseCasus(Wijzigend):
    """Why the plan is closed."""

    motivering: Tekst


def _rule(wie: Wie, casus: CasusFeit, invoer: CloseCasus, edge: Edge) -> Verdict:
    return rules.may_close_casus(wie, casus, motivering=invoer.motivering, day=edge.day)


def _run(pas: Pass, casus: CasusFeit, invoer: CloseCasus) -> None:
    store.stukken.add(
        pas,
        MotiveringInhoud(motivering=invoer.motivering),
        houder_id=casus.kop.id,
        soort=store.Soort.AFSLUITING,
        organisatie_id=pas.wie.organisatie_id,
    )
    bundel = Afsluiting(
        casus_id=casus.kop.id,
        dossier_id=store.dossier_of(casus.kop.id),
        op=pas.day,
        motivering=invoer.motivering,
    )
    store.outbox.put(pas, bundel, houder_id=casus.kop.id, soort=Zendsoort.AFSLUITING)
    store.touch(pas, casus.kop.id, staat=CasusStaat.AFGESLOTEN)


close_casus = register_act(
    HolderAct(
        code="close-casus",
        articles=("9.4", "10.2.h", "4"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="afsluiten",
        gevolg=Gevolg.CHANGED,
        invoer=CloseCasus,
        needs_fresh_sign_in=True,
        facts=store.facts,
        version=store.version,
        rule=_rule,
        run=_run,
    )
)
