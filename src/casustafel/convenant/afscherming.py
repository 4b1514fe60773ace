"""A shielding as the request knows it: of which dossier, on which ground, and how far it is. Covenant 12.5; AVG 18."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import StukFeit, of_kind
from casustafel.convenant.stuk import VerzoekStuk
from casustafel.convenant.verzoek import Besluituitkomst, VerzoekFeit, Verzoeksoort, Verzoekstaat


class Afschermstaat(StrEnum):
    """How far a shielding is. What is lifted, or was found nowhere any more, shields nothing."""

    ONDERWEG = "onderweg"
    AFGESCHERMD = "afgeschermd"
    OPHEFFING = "opheffing"
    OPGEHEVEN = "opgeheven"


@dataclass(frozen=True, slots=True, kw_only=True)
class AfschermingFeit:
    """One shielding of a request. `aangekondigd_op` is the day on which the person was sent that it will be lifted."""

    id: UUID
    dossier_id: UUID
    staat: Afschermstaat
    grond: str
    op: date
    aangekondigd_op: date | None = None


def staat_code(staat: Afschermstaat, grond: str) -> str:
    """Write how far a shielding is as the plain state of its piece, with its ground. At most 24 characters."""
    return f"{staat}:{grond}"


@carries_out("12.5", "12.6")
def afschermingen_in(stukken: Iterable[StukFeit]) -> tuple[AfschermingFeit, ...]:
    """Read the shieldings of a request, oldest first."""
    pieces = tuple(stukken)
    told = {one.bij_id: one.op for one in of_kind(pieces, VerzoekStuk.AANKONDIGING)}
    return tuple(
        AfschermingFeit(
            id=one.id,
            dossier_id=one.bij_id,
            staat=Afschermstaat(staat),
            grond=grond,
            op=one.op,
            aangekondigd_op=told.get(one.id),
        )
        for one in of_kind(pieces, VerzoekStuk.AFSCHERMING)
        if one.bij_id is not None
        for staat, _sign, grond in [one.staat.partition(":")]
    )


@carries_out("12.5", "12.6")
def is_contested(feit: VerzoekFeit) -> bool:
    """Tell whether a correction or an objection is open: from identity until it is refused or carried out. Cov. 12.5.

    AVG 18, first paragraph, a and d. Reading: a refusal ends it on the day of the decision.
    """
    is_open = feit.staat in {
        Verzoekstaat.IDENTITEIT_VASTGESTELD,
        Verzoekstaat.VERZAMELD,
        Verzoekstaat.BESLOTEN,
        Verzoekstaat.BEANTWOORD,
    }
    is_asked = feit.soort in {Verzoeksoort.CORRECTIE, Verzoeksoort.VERZET}
    return is_asked and feit.is_established and is_open and feit.uitkomst is not Besluituitkomst.AFGEWEZEN


@carries_out("12.5", "12.6")
def is_restricted(feit: VerzoekFeit) -> bool:
    """Tell whether a restriction was granted, in whole or in part: from the decision on. Covenant 12.2; AVG 18."""
    is_granted = feit.uitkomst in {Besluituitkomst.TOEGEWEZEN, Besluituitkomst.DEELS}
    return feit.soort is Verzoeksoort.BEPERKING and feit.is_established and is_granted
