"""Open the achterblijvers and the network as a party at the table; classed items by reader. Covenant 10.2.f, g."""

from casustafel.acts.bewaring.beeld import Bewaard, bewaring_beeld
from casustafel.acts.casusoverleg.may_have import may_have
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Dag, Id, OpHouder, Uitvoer
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.bestand.stukken import Stuk
from casustafel.casusoverleg import store
from casustafel.casusoverleg.gegevens import personen
from casustafel.casusoverleg.inhoud import PersoonInhoud
from casustafel.convenant.feit import CasusFeit, CasusStaat, Wie
from casustafel.convenant.rules.netwerk import BEEINDIGD
from casustafel.convenant.rules.toegang import may_open_casus
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.verstrekking import Merk


class OpenNetwerk(OpHouder):
    """Of which casus."""


class PersoonBeeld(Uitvoer):
    """A person beside the subject, always with the role: in the plan, or as an achterblijver with the wish for help.

    Of who is no longer needed only name, role and reason are shown.
    """

    id: Id
    soort: str
    organisatie_id: Id
    sinds: Dag
    naam: str
    adres: str
    woonplaats: str
    gegevens: str
    noodzaak: str
    rol: str
    merk: Merk
    einde: str
    einde_op: Dag | None


class NetwerkBeeld(Bewaard):
    """The persons beside the subject, those who are needed and those who no longer are."""

    id: Id
    nummer: str
    versie: int
    staat: CasusStaat
    personen: tuple[PersoonBeeld, ...]
    beeindigd: tuple[PersoonBeeld, ...]


def _beeld(soort: str, stuk: Stuk[PersoonInhoud]) -> PersoonBeeld:
    inhoud, is_ended = stuk.inhoud, stuk.staat == BEEINDIGD
    return PersoonBeeld(
        id=stuk.id,
        soort=soort,
        organisatie_id=stuk.organisatie_id,
        sinds=inhoud.sinds,
        naam=inhoud.naam,
        adres="" if is_ended else inhoud.adres,
        woonplaats="" if is_ended else inhoud.woonplaats,
        gegevens="" if is_ended else inhoud.gegevens,
        noodzaak="" if is_ended else inhoud.noodzaak,
        rol=inhoud.rol,
        merk=inhoud.merk,
        einde=inhoud.einde,
        einde_op=(stuk.uiterlijk_op or stuk.op) if is_ended else None,
    )


def _show(pas: Pass, casus: CasusFeit, _invoer: OpenNetwerk) -> NetwerkBeeld:
    kinds = {stuk.id: stuk.soort for stuk in casus.stukken}
    found = personen(pas, casus.kop.id).values()
    shown = [_beeld(kinds[p.id], p) for p in found if may_have(pas, casus, p.id, p.inhoud.merk)]
    return NetwerkBeeld(
        id=casus.kop.id,
        nummer=casus.kop.nummer,
        bewaring=bewaring_beeld(casus.kop, pas.wie.convenant),
        versie=casus.kop.versie,
        staat=casus.kop.staat,
        personen=tuple(p for p in shown if p.einde_op is None),
        beeindigd=tuple(p for p in shown if p.einde_op is not None),
    )


def _rule(wie: Wie, casus: CasusFeit, _invoer: OpenNetwerk, edge: Edge) -> Verdict:
    return may_open_casus(wie, casus.kop, day=edge.day)


open_netwerk = register_act(
    HolderAct(
        code="open-netwerk",
        articles=("10.2.f", "10.2.g", "10.4"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="plan opstellen en volgen",
        gevolg=Gevolg.OPENED,
        invoer=OpenNetwerk,
        facts=store.facts,
        version=store.version,
        rule=_rule,
        run=_show,
    )
)
