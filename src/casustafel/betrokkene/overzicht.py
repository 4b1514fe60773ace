"""The overview of 12.3 as it is composed, kept with the request until the answer, and given. Covenant 12.3; AVG 15.

Of one person only: whom else a file knows, and how to reach a melder, has no field here.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from casustafel.convenant.stuk import Herkomst

MELDER: Final = "melder_naam"
"""The field that names who brought a signaal in: given, unless withheld on ground e for that signaal. Covenant 12.3."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gegeven:
    """A field with what stands in it; `binnen` names the part of the piece that it stands in."""

    veld: str
    waarde: str
    binnen: str = ""
    is_ingekort: bool = False
    is_te_toetsen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OverzichtStuk:
    """A piece of a file: what it is, of when, which organisation it comes from, on which ground, what it says.

    `over_id` is an organisation that the piece is about: asked, involved, given data. `is_te_toetsen`: a text that
    names somebody else, or seems to; the organisation that provided it looks at it before it is given. `is_nadien`: it
    came, or was changed, after the request was received. `gaat_mee_met` are the pieces with which it is kept back.
    """

    id: UUID
    herkomst: Herkomst
    is_archief: bool
    soort: str
    op: date
    organisatie_id: UUID | None
    over_id: UUID | None
    staat: str
    grondslag: str
    doel: str
    gegevens: tuple[Gegeven, ...]
    is_te_toetsen: bool = False
    is_nadien: bool = False
    gaat_mee_met: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontvanger:
    """Who has the data or had it: as what, since when, until when, and for a disclosure which kinds. AVG 15(1)(c).

    `door_id` is the piece by which: where that is kept back, so is this.
    """

    organisatie_id: UUID
    als: str
    vanaf: date
    tot: date | None = None
    soorten: tuple[str, ...] = ()
    door_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewaartermijn:
    """Until when a file keeps it, and on which article."""

    herkomst: Herkomst
    is_archief: bool
    nummer: str
    tot: date
    artikel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Inzageregel:
    """How often an organisation opened, changed and gave out the data, for a purpose, on a day or from day to day.

    Covenant 15.2.e. `nummer` is that of the file while it is gathered; `organisatie_id` is empty for the system.
    `medewerkers` are the ids of who did it, until the answer; `namen` are of those whom their organisation names.
    """

    nummer: str
    organisatie_id: UUID | None
    doel: str
    vanaf: date
    tot: date
    geopend: int = 0
    gewijzigd: int = 0
    verstrekt: int = 0
    medewerkers: tuple[UUID, ...] = ()
    namen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Overzicht:
    """All that is given to one person. `weggelaten` are the pieces that a ground of 11.3 keeps back. Covenant 12.3.

    `is_geinformeerd`: a file says that the person was told of the data (11.2), and so knows that there is some.
    """

    persoon: tuple[Gegeven, ...] = ()
    stukken: tuple[OverzichtStuk, ...] = ()
    ontvangers: tuple[Ontvanger, ...] = ()
    termijnen: tuple[Bewaartermijn, ...] = ()
    doelen: tuple[str, ...] = ()
    grondslagen: tuple[str, ...] = ()
    herkomst: tuple[UUID, ...] = ()
    besproken_op: tuple[date, ...] = ()
    weggelaten: frozenset[UUID] = frozenset()
    is_geinformeerd: bool = False
    inzage: tuple[Inzageregel, ...] = ()

    @property
    def te_toetsen(self) -> dict[UUID, frozenset[UUID]]:
        """Give, by the organisation that provided them, the pieces that it must look at before they are given."""
        found: dict[UUID, set[UUID]] = {}
        for stuk in self.stukken:
            if stuk.is_te_toetsen and stuk.organisatie_id is not None:
                found.setdefault(stuk.organisatie_id, set()).add(stuk.id)
        return {organisatie_id: frozenset(ids) for organisatie_id, ids in found.items()}
