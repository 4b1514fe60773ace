"""Take one's own question back, while it is not answered. Covenant 7.4."""

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Id, Wijzigend
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import DossierFeit, DossierStaat, StukId, Wie
from casustafel.convenant.rules import weegploeg as rules
from casustafel.convenant.stuk import VERVALLEN
from casustafel.convenant.verdict import Verdict, refuse_for
from casustafel.weegploeg import store
from casustafel.weegploeg.inhoud import VraagInhoud


class WithdrawInformatie(Wijzigend):
    """Which question."""

    verzoek_id: Id


def _rule(wie: Wie, dossier: DossierFeit, invoer: WithdrawInformatie, edge: Edge) -> Verdict:
    return rules.may_withdraw_informatie(wie, dossier, verzoek_id=StukId(invoer.verzoek_id), day=edge.day)


def _is_own(pas: Pass, dossier: DossierFeit, invoer: WithdrawInformatie) -> Verdict:
    rows = store.stukken.sealed(dossier.kop.id, ids=[invoer.verzoek_id])[store.Soort.VRAAG]
    (vraag,) = store.stukken.open(pas, rows, VraagInhoud)
    return refuse_for(rules.own_question_reasons(pas.wie, vraag.inhoud.gevraagd_door))


def _run(pas: Pass, dossier: DossierFeit, invoer: WithdrawInformatie) -> None:
    store.stukken.set_staat(pas, [invoer.verzoek_id], VERVALLEN)
    is_waiting = any(not v.is_answered and v.id != invoer.verzoek_id for v in dossier.informatieverzoeken)
    weighed = DossierStaat.IN_WEGING if dossier.gewogen else DossierStaat.NIEUW
    store.touch(pas, dossier.kop.id, staat=None if is_waiting else weighed)


withdraw_informatie = register_act(
    HolderAct(
        code="withdraw-informatie",
        articles=("7.4",),
        bestand=Bestand.WEEGPLOEG,
        verwerking="wegen en beslissen",
        gevolg=Gevolg.CHANGED,
        invoer=WithdrawInformatie,
        facts=store.facts,
        version=store.version,
        adds=True,
        rule=_rule,
        run=_run,
        toets=_is_own,
    )
)
