"""The items of a casus that can be disclosed one by one, as they stand when they are read. Covenant 10.5, 10.2."""

from collections.abc import Callable, Collection, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final
from uuid import UUID

from casustafel.acts.invoer import Dag, Id, Uitvoer
from casustafel.bestand.inhoud import Naw
from casustafel.bestand.pas import Pass
from casustafel.bestand.stukken import NOBODY, Stuk
from casustafel.casusoverleg import store
from casustafel.casusoverleg.inhoud import AnalyseInhoud, BijdrageInhoud, SignaalInhoud
from casustafel.convenant.doorverstrekking import NAW, GegevenFeit
from casustafel.convenant.partij import Soort
from casustafel.convenant.regime import regime
from casustafel.convenant.verstrekking import Merk, may_read_item

OPEN: Final = Merk(grondslag="")


class GegevenBeeld(Uitvoer):
    """An item: of which kind, who brought it and when, and what it says. `naw` is filled for name and address alone."""

    id: Id
    soort: str
    organisatie_id: Id | None
    op: Dag | None
    tekst: str
    waar: str = ""
    wanneer: str = ""
    naw: Naw | None = None
    merk: Merk

    @property
    def feit(self) -> GegevenFeit:
        """Give the item without its content, as the rules know it."""
        return GegevenFeit(id=self.id, soort=self.soort, merk=self.merk)


def _beeld(stuk: Stuk[Any], soort: str, **shown: Any) -> GegevenBeeld:
    organisatie_id = None if stuk.organisatie_id == NOBODY else stuk.organisatie_id
    merk: Merk = stuk.inhoud.merk
    return GegevenBeeld(id=stuk.id, soort=soort, organisatie_id=organisatie_id, op=stuk.op, merk=merk, **shown)


def _signaal(stuk: Stuk[SignaalInhoud]) -> GegevenBeeld:
    inhoud = stuk.inhoud
    return _beeld(stuk, "signaal", tekst=inhoud.omschrijving, waar=inhoud.waar, wanneer=inhoud.wanneer)


def _bijdrage(stuk: Stuk[BijdrageInhoud]) -> GegevenBeeld:
    return _beeld(stuk, "bijdrage", tekst=stuk.inhoud.omschrijving)


def _analyse(stuk: Stuk[AnalyseInhoud]) -> GegevenBeeld:
    return _beeld(stuk, "analyse", tekst=stuk.inhoud.tekst)


# Each kind of piece that can be disclosed, with its content and how it is shown.
PIECES: Final[Mapping[str, tuple[type[Any], Callable[[Stuk[Any]], GegevenBeeld]]]] = MappingProxyType(
    {
        store.Soort.SIGNAAL: (SignaalInhoud, _signaal),
        store.Soort.BIJDRAGE: (BijdrageInhoud, _bijdrage),
        store.Soort.ANALYSE: (AnalyseInhoud, _analyse),
    }
)


def gegevens(pas: Pass, casus_id: UUID, *, ids: Collection[UUID]) -> Iterator[GegevenBeeld]:
    """Open these items as they stand now; one that was set aside, or is no item, is not there."""
    if casus_id in ids:
        yield _naw(store.names(pas, [casus_id])[casus_id], casus_id)
    rows = store.stukken.sealed(casus_id, ids=ids)
    for soort, (inhoud, shown) in PIECES.items():
        standing = [row for row in rows[soort] if not row.staat]
        yield from (shown(stuk) for stuk in store.stukken.open(pas, standing, inhoud))


def _naw(naw: Naw, casus_id: UUID) -> GegevenBeeld:
    return GegevenBeeld(id=casus_id, soort=NAW, organisatie_id=None, op=None, tekst=naw.naam, naw=naw, merk=OPEN)


def may_have(pas: Pass, gegeven: GegevenBeeld, *, soort: Soort | None) -> bool:
    """Tell whether an organisation of this kind may have an item, by its class. Covenant 6."""
    return may_read_item(gegeven.merk, soort=soort, regime=regime(pas.wie.convenant.regime), day=pas.day)
