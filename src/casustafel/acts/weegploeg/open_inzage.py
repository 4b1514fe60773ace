"""Open who looked: the last rows of the log of one dossier, by organisation. Covenant 15.2.e, 8.4."""

from datetime import datetime

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Id, OpHouder, Uitvoer
from casustafel.acts.overdracht.afscherming import UNTOLD
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import DossierFeit, Wie
from casustafel.convenant.rules.toegang import may_open_dossier
from casustafel.convenant.verdict import Verdict
from casustafel.weegploeg import store


class OpenInzage(OpHouder):
    """Of which dossier."""


class InzageRegel(Uitvoer):
    """What an organisation did with the dossier, and when; `None` stands for the system. Nobody is named."""

    organisatie_id: Id | None
    daad: str
    gevolg: Gevolg
    op: datetime


class InzageBeeld(Uitvoer):
    """The last rows of the log on this dossier, newest first; this reading is the first of them."""

    regels: tuple[InzageRegel, ...]


def _show(pas: Pass, dossier: DossierFeit, _invoer: OpenInzage) -> InzageBeeld:
    rows = store.inzage(pas.sleutels.log_id(dossier.kop.id), zonder=UNTOLD)
    return InzageBeeld(
        regels=tuple(
            InzageRegel(organisatie_id=row.organisatie_id, daad=row.daad, gevolg=row.gevolg, op=row.op) for row in rows
        )
    )


def _rule(wie: Wie, dossier: DossierFeit, _invoer: OpenInzage, edge: Edge) -> Verdict:
    return may_open_dossier(wie, dossier.kop, day=edge.day)


open_inzage = register_act(
    HolderAct(
        code="open-inzage",
        articles=("15.2.e", "8.4"),
        bestand=Bestand.WEEGPLOEG,
        verwerking="toezicht op inzage",
        gevolg=Gevolg.OPENED,
        invoer=OpenInzage,
        facts=store.facts,
        version=store.version,
        rule=_rule,
        run=_show,
    )
)
