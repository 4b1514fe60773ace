"""The overview of 12.3, composed in memory from what each file holds: data, purposes, recipients, origin, terms.

Covenant 12.3; AVG 15. Pure: opened contents in, an overview out. Reading: other people are left out. The melder of a
signaal is named, unless that is withheld on ground e for that signaal; how to reach the melder never is.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final
from uuid import UUID

from casustafel.acts.betrokkene.velden import GEHEEL_WEG, GIVEN, NAAR, PERSONEN, VELDEN, Wijze
from casustafel.acts.bewaring.inhoud import inhoud_of
from casustafel.bestand.inhoud import ArchiefItem, Naw
from casustafel.betrokkene.overzicht import (
    MELDER,
    Bewaartermijn,
    Gegeven,
    Inzageregel,
    Ontvanger,
    Overzicht,
    OverzichtStuk,
)
from casustafel.casusoverleg.inhoud import CorrectieInhoud as CasusCorrectie
from casustafel.casusoverleg.inhoud import SignaalInhoud as CasusSignaal
from casustafel.convenant.anderen import Ander, Eigen, Zeef, sifted, zeef_for
from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import ConvenantFeit
from casustafel.convenant.informatieplicht import Aantekening
from casustafel.convenant.partij import KERNPARTIJEN
from casustafel.convenant.stuk import AnalyseStaat, ArchiefStuk, CasusStuk, Herkomst
from casustafel.convenant.wijziging import GEKOPIEERD
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
    inzage: tuple[Inzageregel, ...] = ()


TOLD: Final = frozenset({Aantekening.GEINFORMEERD.value, Aantekening.GEINFORMEERD_DEELS.value})
BESIDE_PERSON: Final = frozenset({CasusStuk.CORRECTIE, CasusStuk.INFORMEREN})
"""Kinds that stand beside the piece of an achterblijver or network person, and are about that person."""
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
    ontvangen_op: date | None = None,
) -> Overzicht:
    """Compose the overview of one person: the subject, or the achterblijver or network person with this piece.

    `weglaten` are the pieces that a ground of 11.3 keeps back. Reading: with a piece go its copy, what corrections
    kept of it and the analysis that rests on it, in every file. What came or was changed after the day of receipt is
    marked: the overview shows what was held on that day (12.3).
    """
    zeef = _zeef(inhouden, convenant, persoon_id=persoon_id)
    own = [(one, item) for one in inhouden for item in one.items if _is_about(item, one, persoon_id=persoon_id)]
    nadien = _since(inhouden, ontvangen_op)
    along = _along(inhouden)
    stukken = tuple(
        _stuk(item, one, zeef, is_nadien=item.id in nadien, along=along.get(item.id, frozenset())) for one, item in own
    )
    whole = Overzicht(
        persoon=_persoon(inhouden) if persoon_id is None else (),
        stukken=tuple(s for s in stukken if s.gegevens),
        ontvangers=tuple(_ontvangers(inhouden, convenant, persoon_id=persoon_id)),
        is_geinformeerd=any(_is_told(item) for _one, item in own),
        termijnen=tuple(
            Bewaartermijn(
                herkomst=one.herkomst, is_archief=one.is_archief, nummer=one.nummer, tot=one.tot, artikel=one.artikel
            )
            for one in inhouden
            if _holds(one, persoon_id)
        ),
        inzage=tuple(line for one in inhouden if _holds(one, persoon_id) for line in one.inzage),
        besproken_op=() if persoon_id else tuple(sorted({day for one in inhouden for day in one.besproken_op})),
    )
    return without(whole, weglaten)


@carries_out("12.4")
def without(overzicht: Overzicht, weglaten: Collection[UUID], *, zonder_melder: Collection[UUID] = ()) -> Overzicht:
    """Give the rest of an overview: without these pieces and what goes with them; of others without the melder's name.

    Covenant 12.4. Whatever was gathered can be kept back by piece, also when the files have changed since.
    """
    asked = frozenset(weglaten)
    weg = asked | {s.id for s in overzicht.stukken if s.id in asked or s.gaat_mee_met & asked}
    stukken = tuple(_nameless(s) if s.id in zonder_melder else s for s in overzicht.stukken if s.id not in weg)
    return replace(
        overzicht,
        stukken=stukken,
        ontvangers=tuple(o for o in overzicht.ontvangers if o.door_id not in weg),
        doelen=tuple(dict.fromkeys(s.doel for s in stukken if s.doel)),
        grondslagen=tuple(dict.fromkeys(s.grondslag for s in stukken if s.grondslag)),
        herkomst=tuple(dict.fromkeys(s.organisatie_id for s in stukken if s.organisatie_id is not None)),
        weggelaten=overzicht.weggelaten | {s.id for s in overzicht.stukken if s.id in weg},
    )


def _nameless(stuk: OverzichtStuk) -> OverzichtStuk:
    return replace(stuk, gegevens=tuple(one for one in stuk.gegevens if one.veld != MELDER))


def _holds(inhoud: Inhoud, persoon_id: UUID | None) -> bool:
    """Tell whether a file holds something about the person."""
    return persoon_id is None or any(item.id == persoon_id for item in inhoud.items)


def _along(inhouden: Iterable[Inhoud]) -> dict[UUID, frozenset[UUID]]:
    """Give of each piece those with which it is kept back: copy and original, what it stands beside, what it rests on.

    One step at a time, until nothing new is reached.
    """
    items = [item for one in inhouden for item in one.items]
    steps: dict[UUID, set[UUID]] = {item.id: _rests_on(item) for item in items}
    for item in items:
        if item.soort in GEKOPIEERD and item.bij_id is not None:
            steps.setdefault(item.bij_id, set()).add(item.id)
    return {one: frozenset(_reach(one, steps)) for one in steps}


def _rests_on(item: ArchiefItem) -> set[UUID]:
    signalen = item.inhoud.get("signalen")
    rests = {UUID(one) for one in signalen} if isinstance(signalen, list) else set()
    return rests | ({item.bij_id} if item.bij_id is not None else set())


def _reach(start: UUID, steps: Mapping[UUID, set[UUID]]) -> set[UUID]:
    found, ahead = set[UUID](), {start}
    while ahead:
        found |= ahead
        ahead = {far for one in ahead for far in steps.get(one, ())} - found
    return found - {start}


def _since(inhouden: Iterable[Inhoud], ontvangen_op: date | None) -> set[UUID]:
    """Give what came after the day of receipt, and what was corrected after it. Covenant 12.3, reading."""
    if ontvangen_op is None:
        return set()
    late = [item for one in inhouden for item in one.items if item.op > ontvangen_op]
    changed = {item.bij_id for item in late if item.soort == CasusStuk.CORRECTIE and item.bij_id is not None}
    return {item.id for item in late} | changed


def _is_told(item: ArchiefItem) -> bool:
    """Tell whether a piece says that the person was informed, of all or of a part. Covenant 11.2."""
    return item.soort == CasusStuk.INFORMEREN and item.staat in TOLD


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
        return is_own or (item.soort in BESIDE_PERSON and item.bij_id == persoon_id)
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


def _stuk(  # a piece, the file it is in, and what was found of it
    item: ArchiefItem, inhoud: Inhoud, zeef: Zeef, *, is_nadien: bool, along: frozenset[UUID]
) -> OverzichtStuk:
    kind = inhoud_of(inhoud.herkomst, item.soort)
    grondslag, doel = _ground(item.inhoud)
    gegevens = tuple(_fields(item.inhoud, kind, zeef))
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
        gegevens=gegevens,
        is_te_toetsen=any(one.is_te_toetsen for one in gegevens),
        is_nadien=is_nadien,
        gaat_mee_met=along,
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
        if wijze is Wijze.MELDER and binnen:
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
    inhouden: Iterable[Inhoud], convenant: ConvenantFeit, *, persoon_id: UUID | None
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
            if item.organisatie_id is not None and item.bij_id not in others:
                yield from _receives(item, one, item.organisatie_id, persoon_id=persoon_id, others=others)


def _receives(
    item: ArchiefItem, inhoud: Inhoud, organisatie_id: UUID, *, persoon_id: UUID | None, others: Collection[UUID | None]
) -> Iterator[Ontvanger]:
    """Give who has data by this piece: a seat at the table, an own decision of police or OM, a disclosure (10.5)."""
    if item.soort == CasusStuk.DEELNEMER:
        yield Ontvanger(organisatie_id=organisatie_id, als=TAFEL, vanaf=item.op, tot=item.uiterlijk_op, door_id=item.id)
    elif item.soort == CasusStuk.EIGEN_BESLUIT and (persoon_id is None or item.bij_id == persoon_id):
        yield Ontvanger(organisatie_id=organisatie_id, als=EIGEN_BESLUIT, vanaf=item.op, door_id=item.id)
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
                door_id=item.id,
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
