"""Open who looked: the last lines of the log of one casus, by organisation. Covenant 15.2.e, 10.4."""

from datetime import datetime

from casustafel.acts.bewaring.beeld import Bewaard, bewaring_beeld
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Id, OpHouder, Uitvoer
from casustafel.acts.overdracht.afscherming import UNTOLD
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.casusoverleg import store
from casustafel.convenant.feit import CasusFeit, Wie
from casustafel.convenant.rules.toegang import may_open_casus
from casustafel.convenant.verdict import Verdict


class OpenCasusInzage(OpHouder):
    """Of which casus."""


class InzageRegelBeeld(Uitvoer):
    """A line of the log: which organisation, which act, with which effect, when. The system has no organisation."""

    organisatie_id: Id | None
    daad: str
    gevolg: Gevolg
    op: datetime


class CasusInzage(Bewaard):
    """The last lines of the log of a casus, newest first; this reading is the first of them."""

    id: Id
    nummer: str
    regels: tuple[InzageRegelBeeld, ...]


def _show(pas: Pass, casus: CasusFeit, _invoer: OpenCasusInzage) -> CasusInzage:
    return CasusInzage(
        id=casus.kop.id,
        nummer=casus.kop.nummer,
        bewaring=bewaring_beeld(casus.kop, pas.wie.convenant),
        regels=tuple(
            InzageRegelBeeld(organisatie_id=row.organisatie_id, daad=row.daad, gevolg=Gevolg(row.gevolg), op=row.op)
            for row in store.inzage(pas, casus.kop.id, zonder=UNTOLD)
        ),
    )


def _rule(wie: Wie, casus: CasusFeit, _invoer: OpenCasusInzage, edge: Edge) -> Verdict:
    return may_open_casus(wie, casus.kop, day=edge.day)


open_casus_inzage = register_act(
    HolderAct(
        code="open-casus-inzage",
        articles=("15.2.e", "10.4"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="plan opstellen en volgen",
        gevolg=Gevolg.OPENED,
        invoer=OpenCasusInzage,
        facts=store.facts,
        version=store.version,
        rule=_rule,
        run=_show,
    )
)
