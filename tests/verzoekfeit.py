"""Invented facts on requests of the person concerned, for the tests of the rules. Covenant 12."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from casustafel.convenant.feit import OrganisatieFeit, StukFeit
from casustafel.convenant.rules.verzoek import VERTEGENWOORDIGD
from casustafel.convenant.rules.verzoekbesluit import standpunt_code
from casustafel.convenant.stuk import VerzoekStuk
from casustafel.convenant.verzoek import Antwoord, Taakstaat, VerzoekFeit, Verzoeksoort, Verzoekstaat
from tests.facts import CONVENANT, DAY, stuk_id

VERZOEK_ID = UUID(int=0x7EC)


def stuk(number: int, soort: VerzoekStuk, *, van: OrganisatieFeit | None = None, **plain: Any) -> StukFeit:
    """Give a piece of a request, by its plain part."""
    parts = {"bij_id": None, "op": DAY, **plain}
    return StukFeit(id=stuk_id(number), soort=soort, organisatie_id=van.id if van else None, **parts)


IDENTITEIT = stuk(71, VerzoekStuk.IDENTITEIT)


def verzoek(
    soort: Verzoeksoort = Verzoeksoort.INZAGE,
    staat: Verzoekstaat = Verzoekstaat.ONTVANGEN,
    *,
    op: date = DAY,
    stukken: tuple[StukFeit, ...] = (),
    is_vertegenwoordigd: bool = False,
    **rest: Any,
) -> VerzoekFeit:
    """Give a request; behind the gate it has the piece of its identity."""
    aanvraag = stuk(70, VerzoekStuk.AANVRAAG, staat=VERTEGENWOORDIGD if is_vertegenwoordigd else "")
    gate = () if staat in {Verzoekstaat.ONTVANGEN, Verzoekstaat.ONBEKEND} else (IDENTITEIT,)
    return VerzoekFeit(
        id=VERZOEK_ID,
        convenant_id=CONVENANT.id,
        nummer="VZ-2026-0001",
        soort=soort,
        staat=staat,
        versie=1,
        ontvangen_op=op,
        stukken=(aanvraag, *gate, *stukken),
        **rest,
    )


def taak(number: int, van: OrganisatieFeit, *, voor: UUID | None = None, staat: str = Taakstaat.OPEN) -> StukFeit:
    """Give a task of a party, or of somebody appointed."""
    return stuk(number, VerzoekStuk.TAAK, van=van, bij_id=voor, staat=staat)


def standpunt(number: int, van: OrganisatieFeit, antwoord: Antwoord, grond: str = "") -> StukFeit:
    """Give the position of a kernpartij."""
    return stuk(number, VerzoekStuk.STANDPUNT, van=van, staat=standpunt_code(antwoord, grond))


def without_identity(feit: VerzoekFeit) -> VerzoekFeit:
    """Give a request whose state says more than was established: what no act can make."""
    return replace(feit, stukken=tuple(s for s in feit.stukken if s.soort != VerzoekStuk.IDENTITEIT))
