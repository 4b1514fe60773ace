"""What in a text identifies somebody of a file. Covenant 9.5. Reading: question and answer hold nothing of the kind.

Pure matching, tolerant of case, diacritics and simple variants of spelling. It says which kind of thing was found, and
never gives back what it matched. It errs on the side of the person in the file.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.verdict import Nature, Reason, gettext_noop

# The small words of names, of three letters or more: shorter ones never count as a name.
PARTICLES: Final = frozenset(
    (
        *("aan", "bel", "ben", "bij", "bin", "bint", "del", "den", "der", "des", "dos", "het", "ibn", "les", "oud"),
        *("ten", "ter", "tot", "und", "van", "ver", "von", "voor"),
    )
)
MIN_TOKEN: Final = 3
MIN_FUZZY: Final = 5
MIN_JOINED: Final = 7
_LETTERS: Final = str.maketrans({"Ø": "O", "Ł": "L", "Đ": "D", "Æ": "AE", "Œ": "OE", "Ð": "D", "Þ": "TH", "Ħ": "H"})
_SOUNDS: Final = (
    *(("SCH", "S"), ("CH", "G"), ("PH", "F"), ("TH", "T"), ("KS", "X"), ("QU", "K"), ("OU", "U"), ("OE", "U")),
    *(("IJ", "I"), ("EI", "I"), ("IE", "I"), ("UI", "I"), ("AU", "U"), ("DJ", "J"), ("SJ", "S"), ("SH", "S")),
    *(("Y", "I"), ("J", "I"), ("C", "K"), ("Q", "K"), ("Z", "S"), ("V", "F"), ("W", "F"), ("G", "H"), ("H", "")),
)
_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            *("JANUARI JAN JANUARY", "FEBRUARI FEB FEBRUARY", "MAART MRT MARCH MAR", "APRIL APR", "MEI MAY"),
            *("JUNI JUN JUNE", "JULI JUL JULY", "AUGUSTUS AUG AUGUST", "SEPTEMBER SEP SEPT"),
            *("OKTOBER OKT OCTOBER OCT", "NOVEMBER NOV", "DECEMBER DEC"),
        ),
        start=1,
    )
    for name in names.split()
}
_DAY_FIRST: Final = re.compile(r"(?<!\d)(\d{1,2})\s?[-/. ]\s?(\d{1,2})\s?[-/. ]\s?(\d{4}|\d{2})(?!\d)")
_YEAR_FIRST: Final = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_MONTH: Final = "|".join(_MONTHS)
_IN_WORDS: Final = re.compile(rf"(?<!\d)(\d{{1,2}})(?:E|DE|STE)?\.?\s+({_MONTH})\b\.?(?:\s+(\d{{4}}|\d{{2}})\b)?")
_BIRTH: Final = re.compile(r"\b(?:GEBOREN|GEBOORTE\w*|GEB\.?|BORN|BIRTH\w*|JARIG|VERJAARDAG)\W[^.!?]{0,40}?\d")
_POSTCODE: Final = re.compile(r"(?<!\w)[1-9]\d{3}(?:\s?(?!OM\b)[A-Z]{2}|[a-z]{2})\b")
_NUMBER: Final = re.compile(r"\b[WC]\s?[-–—_/. ]?\s?20\d{2}\s?[-–—_/. ]?\s?\d{1,6}\b")
_REACH: Final = re.compile(r"[\w.+-]+@[\w-]+\.\w|(?<![\d-])(?:\+\d{2}|0)[\s-]?(?:\d[\s-]?){8}\d(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bekend:
    """What a file holds that may identify: names, addresses and days. Never logged, never kept."""

    namen: frozenset[str]
    adressen: frozenset[str]
    dagen: frozenset[date]


def fold(text: str) -> str:
    """Give a text in capitals without diacritics, however it was typed."""
    bare = text
    for _again in range(2):
        apart = unicodedata.normalize("NFKD", bare)
        bare = "".join(c for c in apart if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
        bare = bare.upper().casefold().upper().translate(_LETTERS)
    return bare


def words_of(text: str) -> list[str]:
    """Give the words of a text, folded; what stands between letters parts them."""
    return re.findall(r"[^\W\d_]+", fold(text))


def _sound(word: str) -> str:
    """Give a word by its sound, roughly, so that usual variants of spelling fall together."""
    for written, spoken in _SOUNDS:
        word = word.replace(written, spoken)
    return re.sub(r"(.)\1+", r"\1", word)


def _differ_by_one(one: str, other: str) -> bool:
    """Tell whether two words differ in one letter at most: another, one more, one less, or two that changed places."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, other_rest = one[start:], other[start:]
    swapped = rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:]
    return swapped or rest[1:] == other_rest[1:] or rest[1:] == other_rest or rest == other_rest[1:]


def _is_variant(word: str, name: str) -> bool:
    """Tell whether a word is this part of a name, or a variant of it."""
    if word in {name, f"{name}S"}:
        return True
    if len(name) < MIN_FUZZY or len(word) < MIN_FUZZY:
        return False
    same_sound = _sound(word) in {_sound(name), _sound(f"{name}S")}
    return same_sound or (word[0] == name[0] and _differ_by_one(word, name))


def _holds_run(words: list[str], wanted: list[str]) -> bool:
    return any(words[n : n + len(wanted)] == wanted for n in range(len(words) - len(wanted) + 1))


def holds_name(text: str, namen: Iterable[str]) -> bool:
    """Tell whether a text holds a name: in full, joined to one word, or one telling part of it."""
    words = words_of(text)
    joined = "".join(words)
    for naam in namen:
        parts = words_of(naam)
        whole = "".join(parts)
        if parts and (_holds_run(words, parts) or (len(whole) >= MIN_JOINED and whole in joined)):
            return True
        telling = [part for part in parts if len(part) >= MIN_TOKEN and part.casefold() not in PARTICLES]
        if any(_is_variant(word, part) for part in telling for word in words):
            return True
    return False


def _holds_address(text: str, adressen: Iterable[str]) -> bool:
    """Tell whether a text holds a postcode, or a street of the file. Reading: the town is known from who asks."""
    words = words_of(text)
    if _POSTCODE.search(text):
        return True
    for adres in adressen:
        street = words_of(re.split(r"\d", adres, maxsplit=1)[0])
        is_one_word = len(street) == 1 and any(_is_variant(word, street[0]) for word in words)
        if street and (is_one_word or _holds_run(words, street)):
            return True
    return False


def days_in(text: str) -> Iterator[tuple[int | None, int, int]]:
    """Give each day that is written in a text as year (if it has one), month and day, in figures or in words."""
    folded = fold(text)
    for found in _YEAR_FIRST.finditer(folded):
        yield _year(found[1]), int(found[2]), int(found[3])
    for found in _DAY_FIRST.finditer(folded):
        yield _year(found[3]), int(found[2]), int(found[1])
    for found in _IN_WORDS.finditer(folded):
        yield _year(found[3]) if found[3] else None, _MONTHS[found[2]], int(found[1])


def _year(text: str) -> int:
    number = int(text)
    century = 1900
    is_short = number < 100  # noqa: PLR2004  # a year of two figures
    return number if not is_short else number + (century if number > 40 else 2000)  # noqa: PLR2004  # 41 is 1941


def full_days_in(text: str) -> frozenset[date]:
    """Give the days with a year that a text of the file names; they may identify."""
    found = set()
    for year, month, day in days_in(text):
        try:
            found.add(date(year or 0, month, day))
        except ValueError:
            continue
    return frozenset(found)


def _holds_day(text: str, dagen: frozenset[date]) -> bool:
    """Tell whether a text holds a day of the file, with its year or without."""
    short = {(known.month, known.day) for known in dagen}
    return any(
        (month, day) in short and (year is None or any(k == (year, month, day) for k in map(_parts, dagen)))
        for year, month, day in days_in(text)
    )


def _parts(day: date) -> tuple[int, int, int]:
    return day.year, day.month, day.day


_TEXTS: Final = {
    "naam": gettext_noop("This holds a name. Leave it out, however it is spelled: nobody may be recognised."),
    "adres": gettext_noop("This holds an address, a street or a postcode. Leave it out: nobody may be recognised."),
    "geboortedag": gettext_noop("This holds a day of birth. Leave it out; an age group is enough."),
    "dag": gettext_noop("This holds a day on which something in the file happened. Name the season or the year."),
    "nummer": gettext_noop("This holds the number of a dossier or a casus. Leave it out."),
    "bereik": gettext_noop("This holds an e-mail address or a telephone number. Leave it out."),
}


@carries_out("9.5")
def identifying_reasons(text: str, *, known: Bekend, name: str = "vraag") -> Iterator[Reason]:
    """Say which kinds of things in a text identify somebody, one reason for each kind; `name` is its field.

    Covenant 9.5. Reading: names of the subject, achterblijvers and persons in the network; streets and postcodes; days
    of birth and days of the file; numbers of files; ways to reach somebody. A residence alone does not identify.
    """
    folded = fold(text)
    found = {
        "naam": holds_name(text, known.namen),
        "adres": _holds_address(text, known.adressen),
        "geboortedag": bool(_BIRTH.search(folded)) and any(True for _day in days_in(text)),
        "dag": _holds_day(text, known.dagen),
        "nummer": bool(_NUMBER.search(folded)),
        "bereik": bool(_REACH.search(folded)),
    }
    for kind, is_found in found.items():
        if is_found:
            yield Reason(artikel="9.5", code=f"9.5-{kind}", text=_TEXTS[kind], field=name, nature=Nature.FIELD)
