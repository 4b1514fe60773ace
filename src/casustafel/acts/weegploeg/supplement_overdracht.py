"""Let further signals of a dossier follow to the casus that it was handed over to. Covenant 8.5."""

from uuid import UUID

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Id, Wijzigend
from casustafel.acts.weegploeg.bundel import bundel_signaal, bundel_weging
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inhoud import Aanvulling, Zendsoort
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.bestand.stukken import RETIRED
from casustafel.convenant.feit import CasusId, DossierFeit, StukId, Wie
from casustafel.convenant.rules import verplaatsing as rules
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.verstrekking import Merk, merk_of
from casustafel.weegploeg import store


class SupplementOverdracht(Wijzigend):
    """The further signals that are relevant for the casusoverleg, chosen one by one."""

    signalen: tuple[Id, ...] = ()


def _rule(wie: Wie, dossier: DossierFeit, invoer: SupplementOverdracht, edge: Edge) -> Verdict:
    return rules.may_supplement(wie, dossier, signalen=[StukId(i) for i in invoer.signalen], day=edge.day)


def _run(pas: Pass, dossier: DossierFeit, invoer: SupplementOverdracht) -> None:
    dossier_id, chosen = dossier.kop.id, set(invoer.signalen)
    casus_id = store.casus_of(dossier_id)
    if casus_id is None:
        msg = "A dossier that was handed over names its casus."
        raise LookupError(msg)
    store.outbox.put(pas, _bundel(pas, dossier, casus_id, chosen), houder_id=dossier_id, soort=Zendsoort.AANVULLING)
    store.stukken.set_staat(pas, chosen, store.HANDED_OVER)
    store.touch(pas, dossier_id)


def _bundel(pas: Pass, dossier: DossierFeit, casus_id: CasusId, chosen: set[Id]) -> Aanvulling:
    pieces = store.open_all(pas, dossier.kop.id)
    marks: dict[UUID, Merk] = {s.id: merk_of(s.inhoud.verstrekking) for s in pieces.signalen}
    there = chosen | {s.id for s in pieces.signalen if s.staat == store.HANDED_OVER}
    return Aanvulling(
        casus_id=casus_id,
        dossier_id=dossier.kop.id,
        op=pas.day,
        signalen=tuple(bundel_signaal(s) for s in pieces.signalen if s.id in chosen),
        wegingen=tuple(  # those that rest on nothing but what is in the casus now; the others went before, or stay
            bundel_weging(w, marks)
            for w in pieces.wegingen
            if w.staat != RETIRED and chosen & set(w.inhoud.signalen) and set(w.inhoud.signalen) <= there
        ),
    )


supplement_overdracht = register_act(
    HolderAct(
        code="supplement-overdracht",
        articles=("8.5",),
        bestand=Bestand.WEEGPLOEG,
        verwerking="overdragen aan het casusoverleg",
        gevolg=Gevolg.CHANGED,
        invoer=SupplementOverdracht,
        facts=store.facts,
        version=store.version,
        rule=_rule,
        run=_run,
    )
)
