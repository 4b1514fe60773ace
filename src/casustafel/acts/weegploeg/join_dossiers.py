"""Let one dossier go over into another on the same subject. Covenant 8.3, 7.4, 8.5, 13.3."""

from casustafel.acts.edge import Edge
from casustafel.acts.gate import PairAct, register_act
from casustafel.acts.invoer import OpTweeHouders, Tekst
from casustafel.acts.weegploeg.verplaatsing import note_both
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import UNDECIDED, DossierFeit, DossierStaat, Wie, of_kind
from casustafel.convenant.rules import verplaatsing as rules
from casustafel.convenant.verdict import Verdict
from casustafel.register.store import uitsluiting
from casustafel.weegploeg import store

Kind = store.Soort
# What was decided on a dossier, and its own history, stay with it; the rest goes over.
GOES_OVER = (Kind.SIGNAAL, Kind.VRAAG, Kind.WEGING, Kind.CORRECTIE, Kind.CONTROLE, Kind.BEVESTIGING)


class JoinDossiers(OpTweeHouders):
    """Into which dossier, and why."""

    reden: Tekst


def _rule(wie: Wie, van: DossierFeit, naar: DossierFeit, invoer: JoinDossiers, edge: Edge) -> Verdict:
    return rules.may_join_dossiers(wie, van, naar, reden=invoer.reden, day=edge.day)


def _run(pas: Pass, van: DossierFeit, naar: DossierFeit, invoer: JoinDossiers) -> None:
    uitsluiting.carry(pas, van.kop.id, naar.kop.id)
    pieces = [stuk.id for stuk in of_kind(van.stukken, *GOES_OVER)]
    store.stukken.carry(pas, pieces, van_id=van.kop.id, naar_id=naar.kop.id)
    for dossier in (van, naar):
        if dossier.kop.staat in UNDECIDED:
            store.retire_positions(pas, dossier.kop.id)
    store.settle(
        pas,
        naar.kop.id,
        sinds=van.kop.eerste_signaal_op,
        gewerkt_op=store.worked_on(van.kop.id),
        staat=_further(van, naar),
        blijft_verlengd=van.kop.verlengd_op is not None,
    )
    store.settle(pas, van.kop.id, staat=DossierStaat.OPGEGAAN)
    signalen = len(of_kind(van.stukken, Kind.SIGNAAL))
    note_both(pas, van.kop, naar.kop, wijze=rules.Wijze.SAMENGEVOEGD, reden=invoer.reden, signalen=signalen)


def _further(van: DossierFeit, naar: DossierFeit) -> DossierStaat:
    """Give the state of what was joined: as far as the further of two that are undecided."""
    if naar.kop.staat not in UNDECIDED:
        return naar.kop.staat
    states = {van.kop.staat, naar.kop.staat}
    far = (DossierStaat.INFORMATIE_GEVRAAGD, DossierStaat.IN_WEGING, DossierStaat.NIEUW)
    return next(staat for staat in far if staat in states)


join_dossiers = register_act(
    PairAct(
        code="join-dossiers",
        articles=("8.3", "7.4", "8.5", "13.3"),
        bestand=Bestand.WEEGPLOEG,
        verwerking="controleren en corrigeren",
        gevolg=Gevolg.CHANGED,
        invoer=JoinDossiers,
        facts=store.facts,
        version=store.version,
        rule=_rule,
        run=_run,
    )
)
