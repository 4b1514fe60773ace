"""The overview of 12.3, composed in memory from what each file holds: data, purposes, recipients, origin, terms.

Covenant 12.3; AVG 15. Pure: opened contents in, an overview out. Nothing of it is stored. Reading: other people and the
melder are left out; the organisation stands in the melder's place (8.2.c), and the name is given to nobody here.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from casustafel.acts.betrokkene.velden import GEHEEL_WEG, GIVEN, NAAR, PERSONEN, VELDEN, Wijze
from casustafel.acts.bewaring.inhoud import inhoud_of
from casustafel.bestand.inhoud import ArchiefItem, Naw
from casustafel.casusoverleg.inhoud import CorrectieInhoud as CasusCorrectie
from casustafel.casusoverleg.inhoud import SignaalInhoud as CasusSignaal
from casustafel.convenant.anderen import Ander, Eigen, Zeef, sifted, zeef_for
from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import ConvenantFeit
from casustafel.convenant.partij import KERNPARTIJEN
from casustafel.convenant.stuk import AnalyseStaat, ArchiefStuk, CasusStuk, Herkomst
from casustafel.weegploeg.inhoud import SignaalInhoud as DossierSignaal


@dataclass(frozen=True, slots=True, kw_only=True)
class Inhoud:
    """What one file holds of a subject, opened: of the archive what came from that file. `tot` is its last day."""

    herkomst: Herkomst
    is_archief: bool
    nummer: str
    naw: Naw
    tot: date
    artikel: str
    items: tuple[ArchiefItem, ...]
    besproken_op: tuple[date, ...] = ()


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

    `over_id` is an organisation that the piece is about: asked, involved, given data. `te_toetsen`: a text that names
    somebody else, or seems to; the organisation that provided it looks at it before it is given.
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

    @property
    def te_toetsen(self) -> bool:
        """Tell whether the providing organisation must look at a text of this piece."""
        return any(one.is_te_toetsen for one in self.gegevens)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontvanger:
    """Who has the data or had it: as what, since when, until when, and for a disclosure which kinds. AVG 15(1)(c)."""

    organisatie_id: UUID
    als: str
    vanaf: date
    tot: date | None = None
    soorten: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewaartermijn:
    """Until when a file keeps it, and on which article."""

    herkomst: Herkomst
    is_archief: bool
    nummer: str
    tot: date
    artikel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Overzicht:
    """All that is given to one person. `weggelaten` are the pieces that a ground of 11.3 keeps back. Covenant 12.3."""

    persoon: tuple[Gegeven, ...]
    stukken: tuple[OverzichtStuk, ...]
    ontvangers: tuple[Ontvanger, ...]
    termijnen: tuple[Bewaartermijn, ...]
    doelen: tuple[str, ...]
    grondslagen: tuple[str, ...]
    herkomst: tuple[UUID, ...]
    besproken_op: tuple[date, ...]
    weggelaten: frozenset[UUID]

    @property
    def te_toetsen(self) -> dict[UUID, frozenset[UUID]]:
        """Give, by the organisation that provided them, the pieces that it must look at before they are given."""
        found: dict[UUID, set[UUID]] = {}
        for stuk in self.stukken:
            if stuk.te_toetsen and stuk.organisatie_id is not None:
                found.setdefault(stuk.organisatie_id, set()).add(stuk.id)
        return {organisatie_id: frozenset(ids) for organisatie_id, ids in found.items()}


YES: Final = "ja"
KERNPARTIJ: Final = "kernpartij"
TAFEL: Final = "deelnemer"
DOORVERSTREKT: Final = "doorverstrekking"
EIGEN_BESLUIT: Final = "eigen-besluit"


@carries_out("12.3", "12.4")
def compose(
    inhouden: Collection[Inhoud],
    convenant: ConvenantFeit,
    *,
    persoon_id: UUID | None = None,
    weglaten: Collection[UUID] = (),
) -> Overzicht:
    """Compose the overview of one person: the subject, or the achterblijver or network person with this piece.

    `weglaten` are the pieces that a ground of 11.3 keeps back. Reading: with a piece go its copy, what corrections
    kept of it and the analysis that rests on it, in every file.
    """
    weg = _reached(inhouden, weglaten)
    zeef = _zeef(inhouden, convenant, persoon_id=persoon_id)
    own = [(one, item) for one in inhouden for item in one.items if _is_about(item, one, persoon_id=persoon_id)]
    stukken = tuple(_stuk(item, one, zeef) for one, item in own if item.id not in weg)
    return Overzicht(
        persoon=_persoon(inhouden) if persoon_id is None else (),
        stukken=tuple(s for s in stukken if s.gegevens),
        ontvangers=tuple(_ontvangers(inhouden, convenant, persoon_id=persoon_id, weg=weg)),
        termijnen=tuple(
            Bewaartermijn(
                herkomst=one.herkomst, is_archief=one.is_archief, nummer=one.nummer, tot=one.tot, artikel=one.artikel
            )
            for one in inhouden
            if _holds(one, persoon_id)
        ),
        doelen=tuple(dict.fromkeys(s.doel for s in stukken if s.doel)),
        grondslagen=tuple(dict.fromkeys(s.grondslag for s in stukken if s.grondslag)),
        herkomst=tuple(dict.fromkeys(s.organisatie_id for s in stukken if s.organisatie_id is not None)),
        besproken_op=() if persoon_id else tuple(sorted({day for one in inhouden for day in one.besproken_op})),
        weggelaten=frozenset(item.id for _one, item in own if item.id in weg),
    )


def _holds(inhoud: Inhoud, persoon_id: UUID | None) -> bool:
    """Tell whether a file holds something about the person."""
    return persoon_id is None or any(item.id == persoon_id for item in inhoud.items)


def _reached(inhouden: Iterable[Inhoud], weglaten: Collection[UUID]) -> frozenset[UUID]:
    """Give what is kept back with these pieces: copies and originals, what stands beside them, what rests on them."""
    items = [item for one in inhouden for item in one.items]
    weg, size = set(weglaten), -1
    while len(weg) != size:
        size = len(weg)
        for item in items:
            signalen = item.inhoud.get("signalen")
            rests = {UUID(one) for one in signalen} if isinstance(signalen, list) else set()
            if item.bij_id in weg or rests & weg:
                weg.add(item.id)
            if item.id in weg and item.soort == CasusStuk.SIGNAAL and item.bij_id is not None:
                weg.add(item.bij_id)
    return frozenset(weg)


# --- who is who ---


def _zeef(inhouden: Collection[Inhoud], convenant: ConvenantFeit, *, persoon_id: UUID | None) -> Zeef:
    """Say whom the texts may not name: everybody whom a file knows by name, but for the person itself."""
    eigen: list[Ander] = []
    anderen: list[Ander] = []
    for one in inhouden:
        (eigen if persoon_id is None else anderen).append(Ander(naam=one.naw.naam, adres=one.naw.adres))
        for item in one.items:
            for who, is_subject in _named_in(item):
                mine = is_subject if persoon_id is None else persoon_id in {item.id, item.bij_id} and not is_subject
                (eigen if mine else anderen).append(who)
    woonplaatsen = (one.naw.woonplaats for one in inhouden)
    return zeef_for(
        Eigen(namen=frozenset(e.naam for e in eigen), adressen=frozenset(e.adres for e in eigen)),
        anderen,
        gewoon=(*(o.naam for o in convenant.organisaties), *woonplaatsen),
    )


ANDERE_NAMEN: Final = frozenset(
    {
        *("melder_naam", "derde_naam", "door", "bevoegd_functionaris", "om_geraadpleegd"),
        "opsporingsbelang_getoetst_door",
        "geinformeerd_door",
    }
)


def _named_in(item: ArchiefItem) -> Iterator[tuple[Ander, bool]]:
    """Give whom a piece names in a field of its own, and whether that is the subject."""
    inhoud = item.inhoud
    for part in (inhoud, inhoud.get("signaal") or {}):
        for known in (part, part.get("verstrekking") or {}):
            yield from ((Ander(naam=known[name]), False) for name in ANDERE_NAMEN if known.get(name))
    naw = inhoud.get("naw")
    if naw:
        yield Ander(naam=naw["naam"], adres=naw["adres"]), True
    if item.soort in PERSONEN:
        yield Ander(naam=inhoud["naam"], adres=inhoud["adres"]), False
    was = {one["veld"]: one["tekst"] for one in inhoud.get("was") or ()}
    if "naam" in was or "adres" in was:
        yield Ander(naam=was.get("naam", ""), adres=was.get("adres", "")), False


def _is_about(item: ArchiefItem, inhoud: Inhoud, *, persoon_id: UUID | None) -> bool:
    """Tell whether a piece is about the person: of the subject all but what is about somebody else."""
    if item.soort in GEHEEL_WEG or (item.soort == CasusStuk.ANALYSE and item.staat == AnalyseStaat.TE_HERZIEN):
        return False
    if persoon_id is not None:
        is_own = item.id == persoon_id
        return is_own or (item.soort == CasusStuk.CORRECTIE and item.bij_id == persoon_id)
    others = {one.id for one in inhoud.items if one.soort in PERSONEN}
    return item.id not in others and item.bij_id not in others


# --- what is given ---


def _persoon(inhouden: Iterable[Inhoud]) -> tuple[Gegeven, ...]:
    found = (
        Gegeven(veld=veld, waarde=str(getattr(one.naw, veld)))
        for one in inhouden
        for veld in VELDEN[Naw]
        if getattr(one.naw, veld)
    )
    return tuple(dict.fromkeys(found))


def _stuk(item: ArchiefItem, inhoud: Inhoud, zeef: Zeef) -> OverzichtStuk:
    kind = inhoud_of(inhoud.herkomst, item.soort)
    grondslag, doel = _ground(item.inhoud)
    return OverzichtStuk(
        id=item.id,
        herkomst=inhoud.herkomst,
        is_archief=inhoud.is_archief,
        soort=item.soort,
        op=item.op,
        organisatie_id=None if item.soort in NAAR else item.organisatie_id,
        over_id=item.organisatie_id if item.soort in NAAR else None,
        staat=item.staat,
        grondslag=grondslag,
        doel=sifted(doel, zeef).tekst,
        gegevens=tuple(_fields(item.inhoud, kind, zeef)),
    )


def _ground(inhoud: Mapping[str, Any]) -> tuple[str, str]:
    mark = inhoud.get("merk") or inhoud.get("verstrekking") or {}
    return mark.get("grondslag", ""), mark.get("doel", "")


def _kind_within(kind: type, veld: str) -> type:
    if veld == "signaal":
        return CasusSignaal if kind is CasusCorrectie else DossierSignaal
    return Naw


def _text(veld: str, text: str, zeef: Zeef, *, binnen: str) -> Gegeven:
    given = sifted(text, zeef)
    return Gegeven(
        veld=veld,
        waarde=given.tekst,
        binnen=binnen,
        is_ingekort=given.is_ingekort,
        is_te_toetsen=given.is_te_toetsen,
    )


def _fields(inhoud: Mapping[str, Any], kind: type, zeef: Zeef, *, binnen: str = "") -> Iterator[Gegeven]:
    """Give the fields of a piece that go along, in their order; what is empty is left out."""
    for veld, wijze in VELDEN[kind].items():
        value = inhoud.get(veld)
        if wijze not in GIVEN or wijze is Wijze.GROND or value in (None, "", [], False):
            continue
        if wijze is Wijze.BINNEN:
            parts = value if isinstance(value, list) else [value]
            for part in parts:
                if veld == "was":
                    yield _text(part["veld"], part["tekst"], zeef, binnen=veld)
                    continue
                yield from _fields(part, _kind_within(kind, veld), zeef, binnen=veld)
        elif wijze is Wijze.TEKST:
            yield _text(veld, str(value), zeef, binnen=binnen)
        else:
            yield Gegeven(veld=veld, waarde=_value(value), binnen=binnen)


def _value(value: Any) -> str:
    values = value if isinstance(value, list) else [value]
    return ", ".join(YES if one is True else str(one) for one in values)


# --- who has it ---


def _ontvangers(
    inhouden: Iterable[Inhoud], convenant: ConvenantFeit, *, persoon_id: UUID | None, weg: Collection[UUID]
) -> Iterator[Ontvanger]:
    for one in inhouden:
        if not one.items or not _holds(one, persoon_id):
            continue
        since = min(item.op for item in one.items)
        if one.herkomst is Herkomst.WEEGPLOEG:
            for partij in convenant.organisaties:
                if partij.soort in KERNPARTIJEN and (partij.tot is None or since < partij.tot):
                    yield Ontvanger(
                        organisatie_id=partij.id, als=KERNPARTIJ, vanaf=max(since, partij.vanaf), tot=partij.tot
                    )
        others = {item.id for item in one.items if item.soort in PERSONEN} - {persoon_id}
        for item in one.items:
            if item.organisatie_id is not None and item.id not in weg and item.bij_id not in others:
                yield from _receives(item, one, item.organisatie_id, persoon_id=persoon_id, others=others)


def _receives(
    item: ArchiefItem, inhoud: Inhoud, organisatie_id: UUID, *, persoon_id: UUID | None, others: Collection[UUID | None]
) -> Iterator[Ontvanger]:
    """Give who has data by this piece: a seat at the table, an own decision of police or OM, a disclosure (10.5)."""
    if item.soort == CasusStuk.DEELNEMER:
        yield Ontvanger(organisatie_id=organisatie_id, als=TAFEL, vanaf=item.op, tot=item.uiterlijk_op)
    elif item.soort == CasusStuk.EIGEN_BESLUIT and (persoon_id is None or item.bij_id == persoon_id):
        yield Ontvanger(organisatie_id=organisatie_id, als=EIGEN_BESLUIT, vanaf=item.op)
    elif item.soort == CasusStuk.DOORVERSTREKKING and item.inhoud.get("verleend_op"):
        chosen = {
            UUID(part.inhoud["stuk_id"])
            for part in inhoud.items
            if part.soort == CasusStuk.DOORVERSTREKT and part.bij_id == item.id
        }
        if persoon_id in chosen if persoon_id is not None else not chosen or chosen - set(others):
            gone = item.inhoud.get("ingetrokken_op")
            yield Ontvanger(
                organisatie_id=organisatie_id,
                als=DOORVERSTREKT,
                vanaf=date.fromisoformat(item.inhoud["verleend_op"]),
                tot=date.fromisoformat(gone) if gone else item.uiterlijk_op,
                soorten=tuple(item.inhoud.get("soorten") or ()),
            )


# --- what the archive holds ---


def from_archive(items: Collection[tuple[Herkomst, ArchiefItem]], *, tot: date, artikel: str) -> tuple[Inhoud, ...]:
    """Part what the archive holds of a subject by the file that it came from, each with its head and its meetings."""
    found = []
    for herkomst in (Herkomst.WEEGPLOEG, Herkomst.CASUSOVERLEG):
        own = [item for of, item in items if of is herkomst]
        heads = [item.inhoud for item in own if item.soort == ArchiefStuk.KOP]
        if heads:
            found.append(
                Inhoud(
                    herkomst=herkomst,
                    is_archief=True,
                    nummer=heads[0]["nummer"],
                    naw=Naw(**heads[0]["naw"]),
                    tot=tot,
                    artikel=artikel,
                    items=tuple(item for item in own if item.soort not in {ArchiefStuk.KOP, ArchiefStuk.OVERLEG}),
                    besproken_op=tuple(
                        item.op for item in own if item.soort == ArchiefStuk.OVERLEG and item.inhoud["is_besproken"]
                    ),
                )
            )
    return tuple(found)
