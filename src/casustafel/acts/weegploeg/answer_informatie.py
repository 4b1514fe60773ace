"""Answer a question of the weegploeg; the answer is kept as a signaal. Covenant 7.4, 8.2.b."""

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Id, Wijzigend
from casustafel.acts.weegploeg.submit_signaal import SignaalInvoer, signaal_inhoud
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import DossierFeit, DossierStaat, StukId, Wie
from casustafel.convenant.rules import weegploeg as rules
from casustafel.convenant.verdict import Verdict
from casustafel.weegploeg import store


class AnswerInformatie(SignaalInvoer, Wijzigend):
    """The answer: a behaviour, where, when, and the ground on which it is provided."""

    verzoek_id: Id


def _rule(wie: Wie, dossier: DossierFeit, invoer: AnswerInformatie, edge: Edge) -> Verdict:
    return rules.may_answer_informatie(
        wie,
        dossier,
        verzoek_id=StukId(invoer.verzoek_id),
        antwoord=invoer.omschrijving,
        derde=invoer.derde(),
        verstrekking=invoer.verstrekking.feit(),
        day=edge.day,
    )


def _run(pas: Pass, dossier: DossierFeit, invoer: AnswerInformatie) -> StukId:
    antwoord_id = store.stukken.add(
        pas,
        signaal_inhoud(pas, invoer),
        houder_id=dossier.kop.id,
        soort=store.Soort.SIGNAAL,
        organisatie_id=pas.wie.organisatie_id,
        bij_id=invoer.verzoek_id,
    )
    store.stukken.set_staat(pas, [invoer.verzoek_id], store.ANSWERED)
    store.retire_positions(pas, dossier.kop.id)  # a position is on what was known when it was taken
    is_last = all(v.is_answered or v.id == invoer.verzoek_id for v in dossier.informatieverzoeken)
    store.touch(pas, dossier.kop.id, staat=DossierStaat.IN_WEGING if is_last else None)
    return antwoord_id


answer_informatie = register_act(
    HolderAct(
        code="answer-informatie",
        articles=("7.4", "8.2.b", "6"),
        bestand=Bestand.WEEGPLOEG,
        verwerking="signalen verzamelen",
        gevolg=Gevolg.CHANGED,
        invoer=AnswerInformatie,
        facts=store.facts,
        version=store.version,
        adds=True,
        rule=_rule,
        run=_run,
    )
)
