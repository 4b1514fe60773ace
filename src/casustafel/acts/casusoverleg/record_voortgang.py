"""Record progress on a measure of the adopted plan, and whether it is done. Covenant 9.4."""

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Id, Tekst, Wijzigend
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.casusoverleg import store
from casustafel.casusoverleg.inhoud import VoortgangInhoud
from casustafel.convenant.feit import CasusFeit, Maatregelstaat, StukId, Wie
from casustafel.convenant.rules import casusoverleg as rules
from casustafel.convenant.verdict import Verdict


class RecordVoortgang(Wijzigend):
    """Which measure, how it goes in words, and whether it goes on, was carried out or is dropped."""

    maatregel_id: Id
    tekst: Tekst
    staat: Maatregelstaat = Maatregelstaat.LOOPT


def _rule(wie: Wie, casus: CasusFeit, invoer: RecordVoortgang, edge: Edge) -> Verdict:
    return rules.may_record_voortgang(
        wie, casus, maatregel_id=StukId(invoer.maatregel_id), tekst=invoer.tekst, day=edge.day
    )


def _run(pas: Pass, casus: CasusFeit, invoer: RecordVoortgang) -> StukId:
    voortgang_id = store.stukken.add(
        pas,
        VoortgangInhoud(tekst=invoer.tekst),
        houder_id=casus.kop.id,
        soort=store.Soort.VOORTGANG,
        organisatie_id=pas.wie.organisatie_id,
        bij_id=invoer.maatregel_id,
        staat=invoer.staat,
    )
    store.set_maatregel(pas, casus.kop.id, invoer.maatregel_id, invoer.staat)
    store.touch(pas, casus.kop.id)
    return voortgang_id


record_voortgang = register_act(
    HolderAct(
        code="record-voortgang",
        articles=("9.4",),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="plan opstellen en volgen",
        gevolg=Gevolg.CHANGED,
        invoer=RecordVoortgang,
        facts=store.facts,
        version=store.version,
        adds=True,
        rule=_rule,
        run=_run,
    )
)
