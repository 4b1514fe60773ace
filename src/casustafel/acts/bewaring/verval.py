"""Record outcome 2 where the weegploeg did not decide in time. Covenant 7.4, 13.3."""

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import OpHouder
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.bewaring import lapses_on
from casustafel.convenant.feit import DossierFeit, Wie
from casustafel.convenant.rules.bewaring import may_record_verval
from casustafel.convenant.verdict import Verdict
from casustafel.weegploeg import store


class RecordVerval(OpHouder):
    """Of which dossier."""


def _rule(wie: Wie, dossier: DossierFeit, _invoer: RecordVerval, edge: Edge) -> Verdict:
    return may_record_verval(wie, dossier.kop, day=edge.day)


def _run(pas: Pass, dossier: DossierFeit, _invoer: RecordVerval) -> None:
    op = lapses_on(dossier.kop, pas.wie.convenant)
    if op is not None:
        store.lapse(pas, dossier.kop.id, op=op)


record_verval = register_act(
    HolderAct(
        code="record-verval",
        articles=("7.4", "8.2.e"),
        bestand=Bestand.WEEGPLOEG,
        verwerking="wegen en beslissen",
        gevolg=Gevolg.CHANGED,
        invoer=RecordVerval,
        facts=store.facts,
        version=store.version,
        rule=_rule,
        run=_run,
    )
)
