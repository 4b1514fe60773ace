"""Advise the kernpartijen to close the plan; the advice names the last review that it rests on. Covenant 9.4."""

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Tekst, Wijzigend
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.casusoverleg import store
from casustafel.casusoverleg.inhoud import MotiveringInhoud
from casustafel.convenant.feit import CasusFeit, CasusStaat, Wie
from casustafel.convenant.rules import casusoverleg as rules
from casustafel.convenant.rules.evaluatie import last_closed_round
from casustafel.convenant.verdict import Verdict


class AdviseAfsluiting(Wijzigend):
    """Why the progress gives reason to close."""

    motivering: Tekst


def _rule(wie: Wie, casus: CasusFeit, invoer: AdviseAfsluiting, edge: Edge) -> Verdict:
    return rules.may_advise_afsluiting(wie, casus, motivering=invoer.motivering, day=edge.day)


def _run(pas: Pass, casus: CasusFeit, invoer: AdviseAfsluiting) -> None:
    ronde = last_closed_round(casus)
    store.stukken.add(
        pas,
        MotiveringInhoud(motivering=invoer.motivering),
        houder_id=casus.kop.id,
        soort=store.Soort.ADVIES,
        organisatie_id=pas.wie.organisatie_id,
        bij_id=ronde.id if ronde else None,
    )
    store.stukken.retire(pas, casus.kop.id, store.Soort.STANDPUNT)  # positions are on one advice, and on this plan
    store.touch(pas, casus.kop.id, staat=CasusStaat.AFSLUITING_GEADVISEERD)


advise_afsluiting = register_act(
    HolderAct(
        code="advise-afsluiting",
        articles=("9.4",),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="plan opstellen en volgen",
        gevolg=Gevolg.CHANGED,
        invoer=AdviseAfsluiting,
        facts=store.facts,
        version=store.version,
        rule=_rule,
        run=_run,
    )
)
