"""How alike two names are written: in any script, with or without accents, prefixes and a slip of the pen.

Pure, and in memory: names are compared after they were opened, so that no searchable trace of one lies on disk. Nothing
is cached: what was made of a name is forgotten with the request.
"""

import re
from typing import Final

from anyascii import anyascii
from rapidfuzz.distance import DamerauLevenshtein

# Words that stand before a name and are as often left out: they decide nothing.
PREFIXES: Final = frozenset(
    (
        *("van", "de", "den", "der", "het", "ten", "ter", "te", "in", "op", "von", "zu"),
        *("la", "le", "du", "des", "di", "da", "dos"),
        *("el", "al", "as", "ash", "ben", "bin", "ibn", "bint", "abu", "abou", "ould"),
    )
)
# One sound, written in more than one way; longer spellings first.
SOUNDS: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"dzj|dzh|dj|zh", "j"),
        (r"sch|tsj|tch|sh|sj|ch|kh", "s"),
        (r"th|dt", "t"),
        (r"dh", "d"),
        (r"gh", "g"),
        (r"ph|v|w", "f"),
        (r"ou|oe|oo", "u"),
        (r"ij(?![aeiou])|ie|ee|ei|y|j", "i"),
        (r"ck|c|q", "k"),
        (r"x", "ks"),
        (r"z", "s"),
    )
)
DOUBLED: Final = re.compile(r"(.)\1+")
VOWELS: Final = re.compile(r"[aeiouh]")
LEAST_TYPED: Final = 3
LEAST_SOUND: Final = 3
ONE_SLIP_FROM: Final = 5
TWO_SLIPS_FROM: Final = 9


def words_of(naam: str) -> tuple[str, ...]:
    """Give the words of a name in plain letters; prefixes are left out, unless there is nothing else."""
    plain = re.sub(r"['’`-]", "", anyascii(naam).casefold())
    words = tuple(re.findall(r"[a-z0-9]+", plain))
    return tuple(word for word in words if word not in PREFIXES) or words


def _sound(word: str) -> str:
    for pattern, sound in SOUNDS:
        word = pattern.sub(sound, word)
    return DOUBLED.sub(r"\1", word)


def _skeleton(word: str) -> str:
    """Give what stays of a word in every spelling: its first letter, and its consonants."""
    sound = _sound(word)
    return sound[:1] + VOWELS.sub("", sound[1:])


def _sounds_the_same(one: str, other: str) -> bool:
    return any(len(form(one)) >= LEAST_SOUND and form(one) == form(other) for form in (_sound, _skeleton))


def _slips(word: str) -> int:
    if len(word) >= TWO_SLIPS_FROM:
        return 2
    return 1 if len(word) >= ONE_SLIP_FROM else 0


def _same_word(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if one == other or (len(shorter) == 1 and longer.startswith(shorter)):
        return True
    if len(shorter) >= LEAST_TYPED and longer.startswith(shorter):
        return True
    if _sounds_the_same(one, other):
        return True
    most = _slips(shorter)
    return most > 0 and DamerauLevenshtein.distance(one, other, score_cutoff=most) <= most


def is_alike(one: str, other: str) -> bool:
    """Tell whether two names may be of one person: each word of the shorter has a word of its own in the longer.

    The order of the words does not matter; a single letter is an initial, the beginning of a word stands for the word.
    """
    shorter, longer = sorted((words_of(one), words_of(other)), key=len)
    if not any(len(word) > 1 for word in shorter):
        return False
    return _fits(shorter, longer)


def _fits(wanted: tuple[str, ...], given: tuple[str, ...]) -> bool:
    """Give each wanted word another given word: the first by each that fits, and on with the rest."""
    if not wanted:
        return True
    first, *rest = wanted
    return any(
        _fits(tuple(rest), (*given[:place], *given[place + 1 :]))
        for place, word in enumerate(given)
        if _same_word(first, word)
    )
