"""Part signals on another person off into a new dossier. Covenant 8.3, 7.4, 8.2.a."""

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Id, Tekst, Uitvoer, Wijzigend
from casustafel.acts.weegploeg.doelgroep import DoelgroepInvoer, Moment, keep_doelgroep
from casustafel.acts.weegploeg.submit_signaal import NawInvoer
from casustafel.acts.weegploeg.verplaatsing import carry_signalen, leave, note_both
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inhoud import Naw
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import DossierFeit, StukId, Wie
from casustafel.convenant.rules import verplaatsing as rules
from casustafel.convenant.verdict import Verdict
from casustafel.register.store import uitsluiting
from casustafel.weegploeg import store


class PartDossier(Wijzigend, DoelgroepInvoer):
    """Which signals, whom they are about, and why they stood in the wrong dossier."""

    subject: NawInvoer
    signalen: tuple[Id, ...] = ()
    reden: Tekst


class PartedDossier(Uitvoer):
    """The dossier that was opened."""

    dossier_id: Id


def _rule(wie: Wie, dossier: DossierFeit, invoer: PartDossier, edge: Edge) -> Verdict:
    return rules.may_part_dossier(
        wie,
        dossier,
        signalen=[StukId(one) for one in invoer.signalen],
        naam=invoer.subject.naam,
        leeftijdsgroep=invoer.subject.leeftijdsgroep,
        doelgroep=invoer.doelgroep(),
        reden=invoer.reden,
        day=edge.day,
    )


def _run(pas: Pass, dossier: DossierFeit, invoer: PartDossier) -> PartedDossier:
    parted = [StukId(one) for one in invoer.signalen]
    new_id = store.begin_dossier(
        pas,
        Naw(**invoer.subject.model_dump()),
        sinds=min(s.op for s in rules.signalen_of(dossier, parted)),
        gewerkt_op=store.worked_on(dossier.kop.id),
    )
    uitsluiting.carry(pas, dossier.kop.id, new_id)
    keep_doelgroep(pas, new_id, invoer.doelgroep(), moment=Moment.OPENING)
    carry_signalen(pas, dossier, new_id, parted)
    leave(pas, dossier, parted)
    new = store.facts([new_id], lock=True)[new_id].kop
    note_both(pas, dossier.kop, new, wijze=rules.Wijze.GESPLITST, reden=invoer.reden, signalen=len(set(parted)))
    return PartedDossier(dossier_id=new_id)


part_dossier = register_act(
    HolderAct(
        code="part-dossier",
        articles=("8.3", "7.4", "8.2.a", "3"),
        bestand=Bestand.WEEGPLOEG,
        verwerking="controleren en corrigeren",
        gevolg=Gevolg.CHANGED,
        invoer=PartDossier,
        facts=store.facts,
        version=store.version,
        rule=_rule,
        run=_run,
    )
)
