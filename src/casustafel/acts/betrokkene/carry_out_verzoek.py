"""Carry out what was decided on a request. Covenant 12.5, 12.6."""

from casustafel.acts.betrokkene.declare import change
from casustafel.acts.edge import Edge
from casustafel.acts.invoer import Tekst, Wijzigend
from casustafel.bestand.pas import Pass
from casustafel.betrokkene import store
from casustafel.betrokkene.inhoud import UitvoeringInhoud
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules.verzoekuitvoering import may_carry_out_verzoek
from casustafel.convenant.stuk import VerzoekStuk
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.verzoek import VerzoekFeit, Verzoekstaat
from casustafel.register import store as register


class CarryOutVerzoek(Wijzigend):
    """What was done."""

    uitgevoerd: Tekst


def _may_carry_out(wie: Wie, feit: VerzoekFeit, invoer: CarryOutVerzoek, edge: Edge) -> Verdict:
    return may_carry_out_verzoek(wie, feit, uitgevoerd=invoer.uitgevoerd, day=edge.day)


def _carry_out(pas: Pass, feit: VerzoekFeit, invoer: CarryOutVerzoek) -> None:
    store.stukken.add(
        pas,
        UitvoeringInhoud(uitgevoerd=invoer.uitgevoerd, door=register.handelend(pas.wie)),
        houder_id=feit.id,
        soort=VerzoekStuk.UITVOERING,
    )
    store.advance(pas, feit.id, Verzoekstaat.UITGEVOERD)


carry_out_verzoek = change(
    "carry-out-verzoek", articles=("12.6",), invoer=CarryOutVerzoek, rule=_may_carry_out, run=_carry_out
)
