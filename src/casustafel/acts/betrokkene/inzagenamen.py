"""Choose whether the overview names the employees of the own organisation who looked. Covenant 12.3, 15.2.e."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from casustafel.acts.betrokkene.declare import change
from casustafel.acts.edge import Edge
from casustafel.acts.invoer import Dag, Id, OpHouder, Tekst, Uitvoer
from casustafel.bestand.pas import Pass
from casustafel.betrokkene import store
from casustafel.betrokkene.inhoud import KeuzeInhoud, OverzichtInhoud
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules.verzoekbesluit import may_choose_inzagenamen
from casustafel.convenant.stuk import VerzoekStuk
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.verzoek import Inzagenamen, VerzoekFeit
from casustafel.register import store as register


class ChooseInzagenamen(OpHouder):
    """Name them or not, and why."""

    keuze: Inzagenamen
    motivering: Tekst


class InzagenamenBeeld(Uitvoer):
    """What an organisation chose."""

    organisatie_id: Id
    op: Dag
    keuze: Inzagenamen
    motivering: str
    door: str
    als_plaatsvervanger: bool


def _rule(wie: Wie, feit: VerzoekFeit, invoer: ChooseInzagenamen, edge: Edge) -> Verdict:
    return may_choose_inzagenamen(wie, feit, motivering=invoer.motivering, day=edge.day)


def _choose(pas: Pass, feit: VerzoekFeit, invoer: ChooseInzagenamen) -> None:
    store.stukken.put_own(
        pas,
        KeuzeInhoud(
            motivering=invoer.motivering,
            door=register.handelend(pas.wie),
            als_plaatsvervanger=pas.wie.is_plaatsvervanger,
        ),
        houder_id=feit.id,
        soort=VerzoekStuk.INZAGENAMEN,
        staat=invoer.keuze,
    )


def chosen(pas: Pass, feit: VerzoekFeit) -> Iterator[InzagenamenBeeld]:
    """Give what each organisation chose."""
    for stuk in store.stukken.of_kind(pas, feit.id, VerzoekStuk.INZAGENAMEN, KeuzeInhoud):
        yield InzagenamenBeeld(
            organisatie_id=stuk.organisatie_id,
            op=stuk.op,
            keuze=Inzagenamen(stuk.staat),
            motivering=stuk.inhoud.motivering,
            door=stuk.inhoud.door,
            als_plaatsvervanger=stuk.inhoud.als_plaatsvervanger,
        )


def names_for(feit: VerzoekFeit, gathered: Iterable[OverzichtInhoud]) -> dict[UUID, str]:
    """Look up who may be named: employees of the organisations that chose so."""
    lines = [line for one in gathered for line in one.overzicht.inzage if line.organisatie_id in feit.met_namen]
    return register.names_of({m for line in lines for m in line.medewerkers})


choose_inzagenamen = change(
    "choose-inzagenamen",
    articles=("12.3", "15.2.e"),
    invoer=ChooseInzagenamen,
    rule=_rule,
    run=_choose,
    adds=True,
)
