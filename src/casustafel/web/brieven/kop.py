"""The head of a letter: from whom, to whom, when, under which number. Covenant 4; AVG 26."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from django.http import HttpRequest

from casustafel.acts.register.open_convenant import ConvenantBeeld
from casustafel.brieven.brief import Kop, Taal, Verantwoordelijke
from casustafel.convenant.partij import KERNPARTIJEN, Soort

OPEN_PLACE: Final = "…"
"""Stands where the letter still has to say something."""


def taal_asked(request: HttpRequest) -> Taal:
    """Give the language that the address asks for, Dutch if none."""
    return Taal.EN if request.GET.get("taal") == Taal.EN else Taal.NL


def head_of(  # a head is these
    convenant: ConvenantBeeld, *, taal: Taal, op: date, kenmerk: str, aan: Iterable[str], is_concept: bool = False
) -> Kop:
    """Give the head of a letter of the kernpartijen together; the gemeente is where somebody writes back to."""
    there = (o for o in convenant.organisaties if o.vanaf <= op and (o.tot is None or op < o.tot))
    kern = [o for o in there if o.soort in KERNPARTIJEN]
    return Kop(
        taal=taal,
        op=op,
        kenmerk=kenmerk,
        gemeente=convenant.gemeente,
        afzender=", ".join(o.naam for o in kern),
        contact=next((o.contact for o in kern if o.soort is Soort.GEMEENTE), OPEN_PLACE),
        aan=tuple(part for part in aan if part),
        verantwoordelijken=tuple(Verantwoordelijke(naam=o.naam, contact=o.contact) for o in kern),
        is_concept=is_concept,
    )
