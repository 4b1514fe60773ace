"""Who takes part: the parties of the covenant, the external partners, and the offices that receive beside them."""

from enum import StrEnum
from typing import Final, TypeAlias


class Soort(StrEnum):
    """The kind of an organisation that takes part.

    Covenant, list of parties and 1.c. An externe casuspartner takes part in a casus and is not a partij.
    """

    GEMEENTE = "gemeente"
    OM = "om"
    POLITIE = "politie"
    RAAD = "raad"
    RECLASSERING = "reclassering"
    EXTERN = "extern"


class Ambt(StrEnum):
    """An office that the law names as a recipient and that is not itself an organisation at the table.

    Besluit B1.2: the burgemeester receives under Wpg 16 for another end than the college of the same gemeente.
    """

    BURGEMEESTER = "burgemeester"


Ontvanger: TypeAlias = Soort | Ambt

KERNPARTIJEN: Final = frozenset({Soort.GEMEENTE, Soort.OM, Soort.POLITIE})
CASUSPARTIJEN: Final = frozenset({Soort.RAAD, Soort.RECLASSERING})
PARTIJEN: Final = KERNPARTIJEN | CASUSPARTIJEN
