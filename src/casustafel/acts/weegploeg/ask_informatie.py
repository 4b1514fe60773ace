"""Ask a kernpartij for more information. Covenant 7.4."""

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Dag, Id, Tekst, Wijzigend
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import DossierFeit, DossierStaat, OrganisatieId, StukId, Wie
from casustafel.convenant.rules import weegploeg as rules
from casustafel.convenant.verdict import Verdict
from casustafel.weegploeg import store
from casustafel.weegploeg.inhoud import VraagInhoud


class AskInformatie(Wijzigend):
    """Which kernpartij is asked what, and by which day an answer is hoped for."""

    organisatie_id: Id
    vraag: Tekst
    uiterlijk_op: Dag | None = None


def _rule(wie: Wie, dossier: DossierFeit, invoer: AskInformatie, edge: Edge) -> Verdict:
    return rules.may_ask_informatie(
        wie, dossier, organisatie_id=OrganisatieId(invoer.organisatie_id), vraag=invoer.vraag, day=edge.day
    )


def _run(pas: Pass, dossier: DossierFeit, invoer: AskInformatie) -> StukId:
    vraag_id = store.stukken.add(
        pas,
        VraagInhoud(vraag=invoer.vraag, gevraagd_door=pas.wie.organisatie_id),
        houder_id=dossier.kop.id,
        soort=store.Soort.VRAAG,
        organisatie_id=invoer.organisatie_id,
        uiterlijk_op=invoer.uiterlijk_op,
        staat=store.ASKED,
    )
    store.touch(pas, dossier.kop.id, staat=DossierStaat.INFORMATIE_GEVRAAGD)
    return vraag_id


ask_informatie = register_act(
    HolderAct(
        code="ask-informatie",
        articles=("7.4",),
        bestand=Bestand.WEEGPLOEG,
        verwerking="wegen en beslissen",
        gevolg=Gevolg.CHANGED,
        invoer=AskInformatie,
        facts=store.facts,
        version=store.version,
        adds=True,
        rule=_rule,
        run=_run,
    )
)
