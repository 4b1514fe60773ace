"""Which letter answers a request for access. Covenant 12.3, 12.4."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from casustafel.acts.betrokkene.samenstellen import Antwoordsoort
from casustafel.acts.register.open_convenant import KaderBeeld
from casustafel.betrokkene.overzicht import Overzicht
from casustafel.brieven.brief import Bezwaar, Deel, GeenOverzichtbrief, Inzagebrief, Kop, Weigeringsbrief
from casustafel.convenant.feit import ConvenantFeit
from casustafel.convenant.regime import regime
from casustafel.web.brieven.overzicht import delen_of

Antwoordbrief = Inzagebrief | Weigeringsbrief | GeenOverzichtbrief


@dataclass(frozen=True, slots=True, kw_only=True)
class Inzage:
    """The answer as it is given: which letter, the overview, the grounds of what is not given and why, what follows."""

    soort: Antwoordsoort
    overzicht: Overzicht | None = None
    gronden: tuple[str, ...] = ()
    motivering: str = ""
    nog_niet: int = 0


def answer_of(  # a letter is what is given, to whom, when, and in which words
    inzage: Inzage,
    convenant: ConvenantFeit,
    *,
    kaders: Sequence[KaderBeeld],
    kop: Kop,
    bezwaar: Bezwaar,
    ontvangen_op: date,
) -> Antwoordbrief:
    """Give the letter with the overview, a refusal, or the one that there is nothing to give. Covenant 12.3, 12.4.

    The last has no place for a ground, a reason or a number: who is in no file gets the same.
    """
    titles = {f"11.3.{one.code}": one.titel for one in regime(convenant.regime).uitzonderingsgronden}
    gronden = tuple(titles[code] for code in inzage.gronden if code in titles)
    if inzage.overzicht is not None:
        delen = delen_of(inzage.overzicht, convenant, kaders=kaders, taal=kop.taal)
        return Inzagebrief(
            kop=kop,
            bezwaar=bezwaar,
            ontvangen_op=ontvangen_op,
            delen=(*delen, *_to_follow(inzage.nog_niet, kop)),
            gronden=gronden,
            motivering=inzage.motivering if gronden else "",
        )
    if inzage.soort is Antwoordsoort.WEIGERING:
        return Weigeringsbrief(
            kop=kop, bezwaar=bezwaar, ontvangen_op=ontvangen_op, gronden=gronden, motivering=inzage.motivering
        )
    return GeenOverzichtbrief(kop=kop, bezwaar=bezwaar, ontvangen_op=ontvangen_op)


def _to_follow(count: int, kop: Kop) -> tuple[Deel, ...]:
    if not count:
        return ()
    with translation.override(kop.taal):
        told = ngettext(
            "The police or the OM still looks at %(count)s piece, and writes to you about it.",
            "The police or the OM still looks at %(count)s pieces, and writes to you about these.",
            count,
        )
        return (Deel(titel=_("What you still get"), inleiding=told % {"count": count}),)
