"""Which letter answers a request for access. Covenant 12.3, 12.4."""

from collections.abc import Sequence
from datetime import date

from casustafel.acts.betrokkene.overzicht import Overzicht
from casustafel.acts.register.open_convenant import KaderBeeld
from casustafel.brieven.brief import Bezwaar, GeenOverzichtbrief, Inzagebrief, Kop, Weigeringsbrief
from casustafel.convenant.feit import ConvenantFeit
from casustafel.web.brieven.overzicht import delen_of

Antwoordbrief = Inzagebrief | Weigeringsbrief | GeenOverzichtbrief


def answer_of(  # a letter is to whom, when, what is given, and what stands in the way of the rest
    overzicht: Overzicht | None,
    convenant: ConvenantFeit,
    *,
    kaders: Sequence[KaderBeeld],
    kop: Kop,
    bezwaar: Bezwaar,
    ontvangen_op: date,
    gronden: tuple[str, ...] = (),
    motivering: str = "",
    is_geinformeerd: bool = False,
) -> Antwoordbrief:
    """Give the letter with the overview, or the one that there is nothing to give. Covenant 12.3, 12.4.

    Reading: where all is kept back from somebody who was not informed that there is data, the letter is that to who is
    in no file. Who was informed (11.2) is refused by name of the grounds.
    """
    if overzicht is not None and (overzicht.stukken or not overzicht.weggelaten):
        return Inzagebrief(
            kop=kop,
            bezwaar=bezwaar,
            ontvangen_op=ontvangen_op,
            delen=delen_of(overzicht, convenant, kaders=kaders, taal=kop.taal),
            gronden=gronden if overzicht.weggelaten else (),
            motivering=motivering if overzicht.weggelaten else "",
        )
    if overzicht is not None and is_geinformeerd:
        return Weigeringsbrief(
            kop=kop, bezwaar=bezwaar, ontvangen_op=ontvangen_op, gronden=gronden, motivering=motivering
        )
    return GeenOverzichtbrief(kop=kop, bezwaar=bezwaar, ontvangen_op=ontvangen_op)
