"""Contribute a signal or other relevant data. Covenant 9.2, 10.2.b."""

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Tekst, Wijzigend
from casustafel.acts.verstrekking import VerstrekkingInvoer
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.casusoverleg import store
from casustafel.casusoverleg.inhoud import BijdrageInhoud
from casustafel.convenant.feit import CasusFeit, StukId, Wie
from casustafel.convenant.rules import casusoverleg as rules
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.verstrekking import merk_of


class Contribute(Wijzigend):
    """What is given, why it is necessary for the plan, and the ground."""

    omschrijving: Tekst
    noodzaak: Tekst
    verstrekking: VerstrekkingInvoer


def _rule(wie: Wie, casus: CasusFeit, invoer: Contribute, edge: Edge) -> Verdict:
    return rules.may_contribute(
        wie,
        casus,
        omschrijving=invoer.omschrijving,
        noodzaak=invoer.noodzaak,
        verstrekking=invoer.verstrekking.feit(),
        day=edge.day,
    )


def _run(pas: Pass, casus: CasusFeit, invoer: Contribute) -> StukId:
    verstrekking = invoer.verstrekking.feit()
    bijdrage_id = store.stukken.add(
        pas,
        BijdrageInhoud(
            omschrijving=invoer.omschrijving,
            noodzaak=invoer.noodzaak,
            verstrekking=verstrekking,
            merk=merk_of(verstrekking),
        ),
        houder_id=casus.kop.id,
        soort=store.Soort.BIJDRAGE,
        organisatie_id=pas.wie.organisatie_id,
    )
    store.touch(pas, casus.kop.id)
    return bijdrage_id


contribute = register_act(
    HolderAct(
        code="contribute",
        articles=("9.2", "10.2.b", "6"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="plan opstellen en volgen",
        gevolg=Gevolg.CHANGED,
        invoer=Contribute,
        facts=store.facts,
        version=store.version,
        adds=True,
        rule=_rule,
        run=_run,
    )
)
