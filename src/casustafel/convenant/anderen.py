"""Keep other people out of a text that is given to one. Covenant 12.3, 12.4, 11.3.e; AVG 15(4).

Pure, and tolerant of spelling as `identificatie` is. It errs on the side of who is not asking: a sentence that names
somebody else is left out whole, and the text is marked, so that the party that provided it looks at what is left.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.identificatie import MIN_TOKEN, PARTICLES, fold, holds_name, words_of

GAP: Final = "[…]"
_SENTENCES: Final = re.compile(r"(?<=[.!?;])\s+|\n+")
_CAPITAL: Final = re.compile(r"(?<=[\w,)] )[A-ZÀ-ÖØ-Ý][\w’'-]{2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ander:
    """Somebody else whom a file knows by name, perhaps with an address. Never logged, never kept."""

    naam: str
    adres: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Eigen:
    """Whose overview it is: the names and addresses under which a file knows or knew the person."""

    namen: frozenset[str]
    adressen: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekst:
    """A text as it may be given: whether sentences were left out, and whether the party must look at it."""

    tekst: str
    is_ingekort: bool = False
    is_te_toetsen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Zeef:
    """What is looked for in the texts of one overview."""

    namen: frozenset[str]
    adressen: frozenset[str]
    straten: frozenset[str]
    bekend: frozenset[str]


@carries_out("12.3", "12.4")
def zeef_for(eigen: Eigen, anderen: Iterable[Ander], *, gewoon: Collection[str] = ()) -> Zeef:
    """Say what to look for: the parts of names, the addresses and the streets that are not the person's own.

    Covenant 12.3. Reading: who shares a surname or a house with the person is known by the rest. `gewoon` are names
    that are nobody's: of organisations and places; who acted is sometimes recorded by such a word alone.
    """
    own = {part for naam in eigen.namen for part in words_of(naam)}
    others = tuple(anderen)
    own_addresses = {_plain(adres) for adres in eigen.adressen}
    own_streets = {_street(adres) for adres in eigen.adressen}
    adressen = {_plain(one.adres) for one in others if one.adres.strip()} - own_addresses
    straten = {_street(one.adres) for one in others if one.adres.strip()} - own_streets
    nobodys = {part for name in gewoon for part in words_of(name)}
    names = (_telling(one.naam, own) for one in others)
    return Zeef(
        namen=frozenset(rest for rest in names if rest and not set(words_of(rest)) <= nobodys),
        adressen=frozenset(adressen - {""}),
        straten=frozenset(straten - {""}),
        bekend=frozenset({*own, *nobodys, *(part for adres in eigen.adressen for part in words_of(adres))}),
    )


def _telling(naam: str, own: set[str]) -> str:
    parts = [part for part in words_of(naam) if part not in own]
    is_telling = any(len(part) >= MIN_TOKEN and part.casefold() not in PARTICLES for part in parts)
    return " ".join(parts) if is_telling else ""


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", fold(text)))


def _street(adres: str) -> str:
    return " ".join(words_of(re.split(r"\d", adres, maxsplit=1)[0]))


@carries_out("12.3", "12.4")
def sifted(text: str, zeef: Zeef) -> Tekst:
    """Give a text without the sentences that name somebody else, and say whether the party must look at it.

    Covenant 12.3, 12.4. Reading: also where a text seems to name somebody whom the file does not know, which this
    cannot see for sure: a word with a capital within a sentence.
    """
    parts = [part for part in _SENTENCES.split(text) if part.strip()]
    kept = [GAP if _names_another(part, zeef) else part for part in parts]
    is_cut = GAP in kept
    given = " ".join(part for n, part in enumerate(kept) if part != GAP or n == 0 or kept[n - 1] != GAP)
    if _names_another(given.replace(GAP, " "), zeef):
        given, is_cut = GAP, True
    if not is_cut:
        given = text
    return Tekst(tekst=given, is_ingekort=is_cut, is_te_toetsen=is_cut or _may_name(given, zeef))


def _names_another(text: str, zeef: Zeef) -> bool:
    plain = f" {_plain(text)} "
    words = f" {' '.join(words_of(text))} "
    return (
        holds_name(text, zeef.namen)
        or any(f" {adres} " in plain for adres in zeef.adressen)
        or any(f" {straat} " in words for straat in zeef.straten)
    )


def _may_name(text: str, zeef: Zeef) -> bool:
    return any(not set(words_of(found)) <= zeef.bekend for found in _CAPITAL.findall(text))
