"""Hand a copy of the relevant data over to the casusoverleg. Covenant 8.5."""

from uuid import UUID

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Id, Wijzigend
from casustafel.acts.weegploeg.bundel import bundel_signaal, bundel_weging
from casustafel.acts.weegploeg.doelgroep import DoelgroepInvoer, Moment, keep_doelgroep
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inhoud import Overdracht, Zendsoort
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.bestand.stukken import Stuk
from casustafel.convenant.feit import DossierFeit, DossierStaat, StukId, Wie
from casustafel.convenant.rules import weegploeg as rules
from casustafel.convenant.stuk import VERVALLEN
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.verstrekking import Merk, merk_of
from casustafel.register.store import uitsluiting
from casustafel.weegploeg import store
from casustafel.weegploeg.inhoud import WegingInhoud


class HandOver(Wijzigend, DoelgroepInvoer):
    """The signals that are relevant for the casusoverleg, chosen one by one, with the two confirmations."""

    signalen: tuple[Id, ...] = ()


def _rule(wie: Wie, dossier: DossierFeit, invoer: HandOver, edge: Edge) -> Verdict:
    chosen = [StukId(signaal_id) for signaal_id in invoer.signalen]
    return rules.may_hand_over(wie, dossier, signalen=chosen, doelgroep=invoer.doelgroep(), day=edge.day)


def _goes(stuk: Stuk[WegingInhoud], chosen: set[UUID]) -> bool:
    """Tell whether a weighing counts now, and rests on chosen signals only."""
    return stuk.staat != VERVALLEN and set(stuk.inhoud.signalen) <= chosen


def _run(pas: Pass, dossier: DossierFeit, invoer: HandOver) -> None:
    pieces = store.open_all(pas, dossier.kop.id)
    chosen = set(invoer.signalen)
    marks: dict[UUID, Merk] = {s.id: merk_of(s.inhoud.verstrekking) for s in pieces.signalen}
    casus_id = pas.new_id()
    uitsluiting.carry(pas, dossier.kop.id, casus_id)
    bundel = Overdracht(
        casus_id=casus_id,
        dossier_id=dossier.kop.id,
        op=pas.day,
        naw=store.naw_of(pas, dossier.kop.id),
        betrokken=tuple(stuk.organisatie_id for stuk in pieces.betrokken),
        reden=pieces.betrokken[0].inhoud.motivering,
        signalen=tuple(bundel_signaal(s) for s in pieces.signalen if s.id in chosen),
        wegingen=tuple(bundel_weging(w, marks) for w in pieces.wegingen if _goes(w, chosen)),
    )
    keep_doelgroep(pas, dossier.kop.id, invoer.doelgroep(), moment=Moment.OVERDRACHT)
    store.outbox.put(pas, bundel, houder_id=dossier.kop.id, soort=Zendsoort.OVERDRACHT)
    store.stukken.set_staat(pas, invoer.signalen, store.HANDED_OVER)
    store.touch(pas, dossier.kop.id, staat=DossierStaat.OVERGEDRAGEN, casus_id=casus_id)


hand_over = register_act(
    HolderAct(
        code="hand-over",
        articles=("8.5", "3"),
        bestand=Bestand.WEEGPLOEG,
        verwerking="overdragen aan het casusoverleg",
        gevolg=Gevolg.CHANGED,
        invoer=HandOver,
        needs_fresh_sign_in=True,
        facts=store.facts,
        version=store.version,
        rule=_rule,
        run=_run,
    )
)
