"""Weigh a dossier on one criterion of the referentiekader. Covenant 7.3, 8.2.d."""

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Id, Regel, Tekst, Wijzigend
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import DossierFeit, DossierStaat, StukId, Wie
from casustafel.convenant.rules import weegploeg as rules
from casustafel.convenant.stuk import VERVALLEN
from casustafel.convenant.verdict import Verdict
from casustafel.weegploeg import store
from casustafel.weegploeg.inhoud import WegingInhoud


class WeighCriterium(Wijzigend):
    """A criterion, what the weegploeg thinks of it, and the signals that this rests on."""

    criterium: Regel
    tekst: Tekst
    signalen: tuple[Id, ...] = ()


def _rule(wie: Wie, dossier: DossierFeit, invoer: WeighCriterium, edge: Edge) -> Verdict:
    return rules.may_weigh_criterium(
        wie,
        dossier,
        criterium=invoer.criterium,
        tekst=invoer.tekst,
        signalen=[StukId(i) for i in invoer.signalen],
        day=edge.day,
    )


def _supersede(pas: Pass, dossier: DossierFeit, criterium: str) -> None:
    """Set aside what was weighed on this criterion before: it stays readable, and counts no longer."""
    wegingen = store.stukken.of_kind(pas, dossier.kop.id, store.Soort.WEGING, WegingInhoud)
    earlier = [w.id for w in wegingen if w.inhoud.criterium == criterium and w.staat != VERVALLEN]
    store.stukken.set_staat(pas, earlier, VERVALLEN)


def _run(pas: Pass, dossier: DossierFeit, invoer: WeighCriterium) -> StukId:
    _supersede(pas, dossier, invoer.criterium)
    weging_id = store.stukken.add(
        pas,
        WegingInhoud(criterium=invoer.criterium, tekst=invoer.tekst, signalen=invoer.signalen),
        houder_id=dossier.kop.id,
        soort=store.Soort.WEGING,
        organisatie_id=pas.wie.organisatie_id,
    )
    is_new = dossier.kop.staat is DossierStaat.NIEUW
    store.touch(pas, dossier.kop.id, staat=DossierStaat.IN_WEGING if is_new else None)
    return weging_id


weigh_criterium = register_act(
    HolderAct(
        code="weigh-criterium",
        articles=("7.3", "8.2.d"),
        bestand=Bestand.WEEGPLOEG,
        verwerking="wegen en beslissen",
        gevolg=Gevolg.CHANGED,
        invoer=WeighCriterium,
        facts=store.facts,
        version=store.version,
        rule=_rule,
        run=_run,
    )
)
