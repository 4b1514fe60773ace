"""Accept the current secrecy text: once per version, before anything is shown. Covenant 14.1."""

from casustafel.acts.edge import Edge
from casustafel.acts.gate import PlainAct, register_act
from casustafel.acts.invoer import Invoer, Niets, Regel, Uitvoer
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules.beheer import may_accept_geheimhouding
from casustafel.convenant.verdict import Verdict
from casustafel.register import store


class AcceptGeheimhouding(Invoer):
    """The version that was read."""

    versie: Regel


class GeheimhoudingBeeld(Uitvoer):
    """The current secrecy text of the covenant."""

    versie: str
    tekst: str
    is_aanvaard: bool


def _may_read(wie: Wie, _invoer: Niets, _edge: Edge) -> Verdict:
    return may_accept_geheimhouding(wie, is_current=True)


def _read(pas: Pass, _invoer: Niets) -> GeheimhoudingBeeld:
    tekst = store.geheimhoudingstekst(pas.wie.convenant.id, day=pas.day)
    return GeheimhoudingBeeld(
        versie=tekst.versie if tekst else "",
        tekst=tekst.tekst if tekst else "",
        is_aanvaard=pas.wie.geheimhouding_aanvaard,
    )


def _may_accept(wie: Wie, invoer: AcceptGeheimhouding, edge: Edge) -> Verdict:
    tekst = store.geheimhoudingstekst(wie.convenant.id, day=edge.day)
    return may_accept_geheimhouding(wie, is_current=tekst is not None and tekst.versie == invoer.versie)


def _accept(pas: Pass, _invoer: AcceptGeheimhouding) -> None:
    store.accept_geheimhouding(pas.wie, day=pas.day, at=pas.moment)


read_geheimhouding = register_act(
    PlainAct(
        code="read-geheimhouding",
        articles=("14.1",),
        bestand=Bestand.REGISTER,
        verwerking="geheimhouding",
        gevolg=Gevolg.OPENED,
        invoer=Niets,
        rule=_may_read,
        run=_read,
    )
)

accept_geheimhouding = register_act(
    PlainAct(
        code="accept-geheimhouding",
        articles=("14.1",),
        bestand=Bestand.REGISTER,
        verwerking="geheimhouding",
        gevolg=Gevolg.CHANGED,
        invoer=AcceptGeheimhouding,
        rule=_may_accept,
        run=_accept,
    )
)
