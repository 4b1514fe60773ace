"""Open the items of a pending closing, as a kernpartij that decides on it. Covenant 9.4, 10.4."""

from casustafel.acts.bewaring.beeld import Bewaard, bewaring_beeld
from casustafel.acts.casusoverleg.open_casus import MotiveringBeeld, StandpuntBeeld, motivering_beeld, standpunt_beeld
from casustafel.acts.casusoverleg.plan_beeld import PlanBeeld, plan_beeld
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Id, OpHouder
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.casusoverleg import store
from casustafel.convenant.feit import CasusFeit, CasusStaat, Wie
from casustafel.convenant.rules.toegang import may_open_afsluiting
from casustafel.convenant.verdict import Verdict


class OpenAfsluiting(OpHouder):
    """Of which casus."""


class AfsluitingBeeld(Bewaard):
    """What the decision rests on: the adopted plan with its progress, the advice, the positions so far."""

    id: Id
    nummer: str
    versie: int
    staat: CasusStaat
    naam: str
    plan: PlanBeeld | None
    adviezen: tuple[MotiveringBeeld, ...]
    standpunten: tuple[StandpuntBeeld, ...]


def _show(pas: Pass, casus: CasusFeit, _invoer: OpenAfsluiting) -> AfsluitingBeeld:
    pieces = store.open_afsluiting(pas, casus.kop.id)
    return AfsluitingBeeld(
        id=casus.kop.id,
        nummer=casus.kop.nummer,
        bewaring=bewaring_beeld(casus.kop, pas.wie.convenant),
        versie=casus.kop.versie,
        staat=casus.kop.staat,
        naam=store.naw_of(pas, casus.kop.id).naam,
        plan=plan_beeld(
            casus.plan_vastgesteld,
            plannen=pieces.plan.plannen,
            maatregelen=pieces.plan.maatregelen,
            voortgang=pieces.plan.voortgang,
        ),
        adviezen=tuple(motivering_beeld(s) for s in pieces.adviezen),
        standpunten=tuple(standpunt_beeld(s) for s in pieces.standpunten),
    )


def _rule(wie: Wie, casus: CasusFeit, _invoer: OpenAfsluiting, edge: Edge) -> Verdict:
    return may_open_afsluiting(wie, casus.kop, day=edge.day)


open_afsluiting = register_act(
    HolderAct(
        code="open-afsluiting",
        articles=("9.4", "10.4"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="afsluiten",
        gevolg=Gevolg.OPENED,
        invoer=OpenAfsluiting,
        facts=store.facts,
        version=store.version,
        rule=_rule,
        run=_show,
    )
)
