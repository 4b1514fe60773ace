"""Name the parties and externe casuspartners to involve. Covenant 7.3, 9.1."""

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Id, Tekst, Wijzigend
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import DossierFeit, OrganisatieId, Wie
from casustafel.convenant.rules import weegploeg as rules
from casustafel.convenant.verdict import Verdict
from casustafel.weegploeg import store
from casustafel.weegploeg.inhoud import MotiveringInhoud


class NameBetrokkenen(Wijzigend):
    """The organisations that the plan needs, and why they are needed; naming them again replaces the list."""

    organisaties: tuple[Id, ...] = ()
    reden: Tekst


def _rule(wie: Wie, dossier: DossierFeit, invoer: NameBetrokkenen, edge: Edge) -> Verdict:
    chosen = [OrganisatieId(i) for i in invoer.organisaties]
    return rules.may_name_betrokkenen(wie, dossier, organisaties=chosen, reden=invoer.reden, day=edge.day)


def _run(pas: Pass, dossier: DossierFeit, invoer: NameBetrokkenen) -> None:
    store.stukken.retire(pas, dossier.kop.id, store.Soort.BETROKKEN)
    for organisatie_id in sorted(set(invoer.organisaties)):
        store.stukken.add(
            pas,
            MotiveringInhoud(motivering=invoer.reden),
            houder_id=dossier.kop.id,
            soort=store.Soort.BETROKKEN,
            organisatie_id=organisatie_id,
        )
    store.touch(pas, dossier.kop.id)


name_betrokkenen = register_act(
    HolderAct(
        code="name-betrokkenen",
        articles=("7.3", "9.1", "1.c"),
        bestand=Bestand.WEEGPLOEG,
        verwerking="wegen en beslissen",
        gevolg=Gevolg.CHANGED,
        invoer=NameBetrokkenen,
        facts=store.facts,
        version=store.version,
        rule=_rule,
        run=_run,
    )
)
