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
# One sound, written in more than one way: each spelling with the letter that stands for it.
SOUNDS: Final = {
    spelling: sound
    for sound, spellings in (
        ("i", ("dzj", "dzh", "dj", "zh", "ij", "ie", "ee", "ei", "y", "j")),
        ("s", ("sch", "tsj", "tch", "sh", "sj", "ch", "kh", "z")),
        ("t", ("th", "dt")),
        ("d", ("dh",)),
        ("g", ("gh",)),
        ("f", ("ph", "v", "w")),
        ("u", ("ou", "oe", "oo")),
        ("k", ("ck", "c", "q")),
        ("ks", ("x",)),
    )
    for spelling in spellings
}
SPELLING: Final = re.compile("|".join(sorted(SOUNDS, key=len, reverse=True)))
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
    return DOUBLED.sub(r"\1", SPELLING.sub(lambda found: SOUNDS[found.group()], word))


def _skeleton(sound: str) -> str:
    """Give what stays of a word in every spelling: the first letter, and the consonants."""
    return sound[:1] + VOWELS.sub("", sound[1:])


def _sounds_the_same(one: str, other: str) -> bool:
    first, second = _sound(one), _sound(other)
    if first[:1] != second[:1]:
        return False
    if first == second:
        return len(first) >= LEAST_SOUND
    skeleton = _skeleton(first)
    return len(skeleton) >= LEAST_SOUND and skeleton == _skeleton(second)


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
    most = _slips(shorter)
    if most and DamerauLevenshtein.distance(one, other, score_cutoff=most) <= most:
        return True
    return _sounds_the_same(one, other)


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
