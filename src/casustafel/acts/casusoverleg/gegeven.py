"""The items of a casus that can be disclosed one by one, as they stand when they are read. Covenant 10.5, 10.2."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final
from uuid import UUID

from casustafel.acts.casusoverleg.steun import readable, steun_of
from casustafel.acts.invoer import Dag, Id, Uitvoer
from casustafel.bestand.inhoud import Naw
from casustafel.bestand.pas import Pass
from casustafel.bestand.stukken import NOBODY, Stuk
from casustafel.casusoverleg import store
from casustafel.casusoverleg.inhoud import AnalyseInhoud, BijdrageInhoud, PersoonInhoud, SignaalInhoud
from casustafel.convenant.doorverstrekking import NAW
from casustafel.convenant.feit import CasusFeit, StukId
from casustafel.convenant.rules.klasse import Steun
from casustafel.convenant.stuk import AnalyseStaat
from casustafel.convenant.verstrekking import Merk

STANDING: Final = frozenset({"", AnalyseStaat.TAFEL.value})
"""The states of an item that was not set aside, ended or replaced."""
OPEN: Final = Merk(grondslag="")


class GegevenBeeld(Uitvoer):
    """An item: of which kind, who brought it and when, and what it says.

    `naw` is filled for the subject and for a person beside the subject, `rol` for the latter: the role in the plan, or
    of an achterblijver whether help is wanted.
    """

    id: Id
    soort: str
    organisatie_id: Id | None
    op: Dag | None
    tekst: str
    waar: str = ""
    wanneer: str = ""
    naw: Naw | None = None
    rol: str = ""
    merk: Merk


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


def _persoon(stuk: Stuk[PersoonInhoud], soort: str) -> GegevenBeeld:
    inhoud = stuk.inhoud
    naw = Naw(naam=inhoud.naam, adres=inhoud.adres, woonplaats=inhoud.woonplaats)
    return _beeld(stuk, soort, tekst=inhoud.gegevens, naw=naw, rol=inhoud.rol)


def _achterblijver(stuk: Stuk[PersoonInhoud]) -> GegevenBeeld:
    return _persoon(stuk, "achterblijver")


def _netwerkpersoon(stuk: Stuk[PersoonInhoud]) -> GegevenBeeld:
    return _persoon(stuk, "netwerkpersoon")


# Each kind of piece that can be disclosed, with its content and how it is shown.
PIECES: Final[Mapping[str, tuple[type[Any], Callable[[Stuk[Any]], GegevenBeeld]]]] = MappingProxyType(
    {
        store.Soort.SIGNAAL: (SignaalInhoud, _signaal),
        store.Soort.BIJDRAGE: (BijdrageInhoud, _bijdrage),
        store.Soort.ANALYSE: (AnalyseInhoud, _analyse),
        store.Soort.ACHTERBLIJVER: (PersoonInhoud, _achterblijver),
        store.Soort.NETWERKPERSOON: (PersoonInhoud, _netwerkpersoon),
    }
)


def gegevens(pas: Pass, casus_id: UUID, *, ids: Collection[UUID]) -> Iterator[GegevenBeeld]:
    """Open these items as they stand now; one that was set aside, or is no item, is not there."""
    if casus_id in ids:
        yield _naw(store.naw_of(pas, casus_id), casus_id)
    rows = store.stukken.sealed(casus_id, ids=ids)
    for soort, (inhoud, shown) in PIECES.items():
        standing = [row for row in rows[soort] if row.staat in STANDING]
        yield from (shown(stuk) for stuk in store.stukken.open(pas, standing, inhoud))


def _naw(naw: Naw, casus_id: UUID) -> GegevenBeeld:
    return GegevenBeeld(id=casus_id, soort=NAW, organisatie_id=None, op=None, tekst=naw.naam, naw=naw, merk=OPEN)


def steun_for(pas: Pass, casus: CasusFeit, found: Collection[GegevenBeeld]) -> dict[UUID, Steun]:
    """Give the marks of items; of an analysis also those of what it rests on. Covenant 6."""
    known = steun_of(pas, casus) if any(one.soort == "analyse" for one in found) else {}
    return {one.id: known.get(one.id, Steun(id=StukId(one.id), merk=one.merk)) for one in found}


def for_reader(pas: Pass, casus: CasusFeit, found: Iterable[GegevenBeeld]) -> list[GegevenBeeld]:
    """Leave out what the reader may not have, by its class and the own decisions on it. Covenant 6."""
    items = list(found)
    have = readable(pas, casus, steun_for(pas, casus, items).values())
    return [one for one in items if one.id in have]
