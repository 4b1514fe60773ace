"""Who received data of a person, and is told of what was carried out. Covenant 12.6; AVG 19."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import OrganisatieId, StukFeit
from casustafel.convenant.stuk import CasusStuk, DossierStuk


class Meldstaat(StrEnum):
    """How far a notice is: it waits for its organisation, that corrected its own copies, or it goes as a letter."""

    OPEN = "open"
    BEVESTIGD = "bevestigd"
    BRIEF = "brief"


RECEIVING: Final = frozenset({DossierStuk.VRAAG.value, CasusStuk.DEELNEMER.value, CasusStuk.EIGEN_BESLUIT.value})
"""The pieces whose organisation got data by them: asked a question, seated at the table, given by an own decision.

A disclosure of 10.5 goes to somebody with a seat; an answer out of the archive to a kernpartij. Who was named to take
part (7.3) and never sat down got nothing, and learns nothing.
"""


@carries_out("12.6")
def received_by(stukken: Iterable[StukFeit]) -> frozenset[OrganisatieId]:
    """Give who received of a dossier, its casus or what the archive has of them. Covenant 12.6.

    Reading: everybody who ever did, also who left the table since, or whose disclosure was taken back.
    """
    return frozenset(one.organisatie_id for one in stukken if one.soort in RECEIVING and one.organisatie_id is not None)
