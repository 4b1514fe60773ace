"""What a request for access is answered with: of what was gathered, all that no ground keeps back. Covenant 12.3, 12.4.

Pure. The same answer is shown as a concept, put in the letter, and kept with the request once it was given.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from casustafel.acts.betrokkene.inzage import given_looks, newest
from casustafel.acts.betrokkene.overzicht import without
from casustafel.betrokkene.inhoud import Ongelezen, OverzichtInhoud
from casustafel.betrokkene.overzicht import Overzicht, OverzichtStuk
from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import OrganisatieId
from casustafel.convenant.rules.verzoekbesluit import standpunten_of
from casustafel.convenant.verzoek import Antwoord, Besluituitkomst, Stukkeuze, VerzoekFeit


class Antwoordsoort(StrEnum):
    """Which letter answers: the overview, the one that there is none to give, or a refusal to who knows of the data."""

    OVERZICHT = "overzicht"
    GEEN_OVERZICHT = "geen-overzicht"
    WEIGERING = "weigering"


@dataclass(frozen=True, slots=True, kw_only=True)
class Samengesteld:
    """The answer: which letter, what is given, on which grounds something is not, and how many pieces follow."""

    soort: Antwoordsoort
    overzicht: Overzicht | None
    gronden: tuple[str, ...] = ()
    ongelezen: tuple[Ongelezen, ...] = ()


def joined(gathered: Iterable[OverzichtInhoud]) -> Overzicht:
    """Join what was gathered, oldest first: what was held first stands, and nothing that came later replaces it."""
    found = [one.overzicht for one in gathered]
    stukken: dict[UUID, OverzichtStuk] = {}
    for one in found:
        for stuk in one.stukken:
            stukken.setdefault(stuk.id, stuk)
    return Overzicht(
        persoon=tuple(dict.fromkeys(g for one in found for g in one.persoon)),
        stukken=tuple(stukken.values()),
        ontvangers=tuple(dict.fromkeys(o for one in found for o in one.ontvangers)),
        termijnen=tuple(dict.fromkeys(t for one in found for t in one.termijnen)),
        doelen=tuple(dict.fromkeys(d for one in found for d in one.doelen)),
        grondslagen=tuple(dict.fromkeys(g for one in found for g in one.grondslagen)),
        herkomst=tuple(dict.fromkeys(h for one in found for h in one.herkomst)),
        besproken_op=tuple(sorted({day for one in found for day in one.besproken_op})),
        is_geinformeerd=any(one.is_geinformeerd for one in found),
        inzage=newest(found),
    )


@carries_out("12.4")
def kept_back(
    feit: VerzoekFeit, overzicht: Overzicht, *, uitkomst: Besluituitkomst, kept: Collection[OrganisatieId]
) -> frozenset[UUID]:
    """Give the pieces that are not given. Covenant 12.4.

    Reading: a ground for the own data reaches the pieces that its kernpartij chose, and all of its own where it chose
    none; where everything is refused, it reaches every piece.
    """
    if uitkomst is Besluituitkomst.AFGEWEZEN:
        return frozenset(stuk.id for stuk in overzicht.stukken)
    chosen = {one.stuk_id for one in feit.keuzes if one.keuze is Stukkeuze.WEGLATEN}
    return frozenset(chosen | {stuk.id for stuk in overzicht.stukken if stuk.organisatie_id in _whole(feit, kept)})


def _whole(feit: VerzoekFeit, kept: Collection[OrganisatieId]) -> set[OrganisatieId]:
    """Give the kernpartijen whose ground reaches all of their own: they invoke one, and chose no piece."""
    by_piece = {one.organisatie_id for one in feit.keuzes if one.keuze is Stukkeuze.WEGLATEN}
    invoked = {one.organisatie_id for one in standpunten_of(feit.stukken) if one.antwoord is not Antwoord.INWILLIGEN}
    return {one for one in kept if one in invoked} - by_piece


@carries_out("12.3", "12.4")
def answer_with(
    feit: VerzoekFeit,
    gathered: Collection[OverzichtInhoud],
    *,
    uitkomst: Besluituitkomst,
    kept: Collection[OrganisatieId],
    namen: Mapping[UUID, str] = MappingProxyType({}),
) -> Samengesteld:
    """Compose the answer; `namen` are the employees who may be named as who looked. Covenant 12.3, 12.4.

    Reading: where all is kept back from somebody who was not informed that there is data, the answer is that to who is
    in no file; who was informed (11.2) is refused by name of the grounds.
    """
    if not gathered:
        return Samengesteld(soort=Antwoordsoort.GEEN_OVERZICHT, overzicht=None)
    whole = joined(gathered)
    weg = kept_back(feit, whole, uitkomst=uitkomst, kept=kept)
    zonder = {one.stuk_id for one in feit.keuzes if one.keuze is Stukkeuze.ZONDER_MELDER}
    given = without(whole, weg, zonder_melder=zonder)
    gronden = tuple(dict.fromkeys(_grounds(feit, given, zonder, uitkomst=uitkomst)))
    unread = tuple(_unread(gathered, whole, weg, _whole(feit, kept)))
    if uitkomst is Besluituitkomst.AFGEWEZEN or not (given.stukken or not given.weggelaten):
        soort = Antwoordsoort.WEIGERING if whole.is_geinformeerd else Antwoordsoort.GEEN_OVERZICHT
        return Samengesteld(soort=soort, overzicht=None, gronden=gronden if soort is Antwoordsoort.WEIGERING else ())
    looks = given_looks(whole, given.weggelaten, silent=_whole(feit, kept), namen=namen)
    return Samengesteld(
        soort=Antwoordsoort.OVERZICHT, overzicht=replace(given, inzage=looks), gronden=gronden, ongelezen=unread
    )


def _grounds(
    feit: VerzoekFeit, given: Overzicht, zonder: Collection[UUID], *, uitkomst: Besluituitkomst
) -> Iterator[str]:
    """Give the grounds that kept something back; none where nothing was."""
    left = {stuk.id for stuk in given.stukken}
    if given.weggelaten or uitkomst is Besluituitkomst.AFGEWEZEN:
        yield from (one.grond for one in standpunten_of(feit.stukken) if one.grond)
        yield from (
            one.grond for one in feit.keuzes if one.keuze is Stukkeuze.WEGLATEN and one.stuk_id in given.weggelaten
        )
    yield from (
        one.grond for one in feit.keuzes if one.keuze is Stukkeuze.ZONDER_MELDER and one.stuk_id in left & set(zonder)
    )


def _unread(
    gathered: Iterable[OverzichtInhoud], whole: Overzicht, weg: Collection[UUID], silent: Collection[OrganisatieId]
) -> Iterator[Ongelezen]:
    """Give what its class kept from everybody who gathered, and that no ground reaches: its party still adds it."""
    added = {stuk.id for stuk in whole.stukken}
    found = dict.fromkeys(one for inhoud in gathered for one in inhoud.ongelezen)
    yield from (one for one in found if one.id not in added and one.id not in weg and one.organisatie_id not in silent)
