"""What a decision on a request changes in the files, and how far that is carried out. Covenant 12.5, 12.6."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from casustafel.convenant.stuk import CasusStuk, DossierStuk, Herkomst
from casustafel.convenant.verzoek import Verzoeksoort


class Wijzigingsoort(StrEnum):
    """What is done with an item: improved, added to, or removed. Covenant 12.5."""

    VERBETEREN = "verbeteren"
    AANVULLEN = "aanvullen"
    VERWIJDEREN = "verwijderen"


class Uitvoerstaat(StrEnum):
    """How far one file is: its bundle is under way, it has the change, or there was nothing left to change."""

    ONDERWEG = "onderweg"
    UITGEVOERD = "uitgevoerd"
    NIET_MEER = "niet-meer"


WITH_TEXT: Final = frozenset({Wijzigingsoort.VERBETEREN, Wijzigingsoort.AANVULLEN})
MAG: Final[Mapping[Verzoeksoort, frozenset[Wijzigingsoort]]] = MappingProxyType(
    {
        Verzoeksoort.INZAGE: frozenset(),
        Verzoeksoort.CORRECTIE: frozenset(Wijzigingsoort),
        Verzoeksoort.VERZET: frozenset({Wijzigingsoort.VERWIJDEREN}),
        Verzoeksoort.BEPERKING: frozenset(),
    }
)
"""What each kind of request may change. Reading: who objects with success is no longer processed, and so removed."""
VERWIJDERBAAR: Final[Mapping[Herkomst, frozenset[str]]] = MappingProxyType(
    {
        Herkomst.WEEGPLOEG: frozenset({DossierStuk.SIGNAAL, DossierStuk.WEGING, DossierStuk.CORRECTIE}),
        Herkomst.CASUSOVERLEG: frozenset(
            {
                *(CasusStuk.SIGNAAL, CasusStuk.BIJDRAGE, CasusStuk.ANALYSE, CasusStuk.VOORTGANG),
                *(CasusStuk.INBRENG, CasusStuk.ACHTERBLIJVER, CasusStuk.NETWERKPERSOON, CasusStuk.CORRECTIE),
            }
        ),
    }
)
"""The pieces that can be removed: what was brought in and said of a person.

Reading: decisions, seats, positions and disclosures stay, for accountability; what is wrong in their words is improved.
"""
GEKOPIEERD: Final[Mapping[str, str]] = MappingProxyType(
    {CasusStuk.SIGNAAL.value: DossierStuk.SIGNAAL.value, CasusStuk.ANALYSE.value: DossierStuk.WEGING.value}
)
"""The kinds of a casus that are copies, with the kind of the dossier that each is a copy of. Covenant 8.5, 10.2."""
RUST_OP: Final = frozenset({DossierStuk.WEGING.value, CasusStuk.ANALYSE.value})
"""The kinds that rest on others, by their ids."""
