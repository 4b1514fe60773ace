"""Canaries: random words in the place of every text, and a search for them in every file there is."""

import base64
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel

from casustafel.acts.invoer import Invoer

CODES = {
    "criterium",
    "doelen",
    "doelstelling",
    "soort",
    "grond",
    "grondslag",
    "hulp",
    "klasse",
    "leeftijdsgroep",
    "taak",
    "uitkomst",
    "veld",
    "keuze",
    "werkzaamheid",
    "bevoegd_functionaris_oordeel",
    "bijzonder",
    "uitzondering",
}


# Letters only: nine digits in a row would now and then be taken for a BSN.
LETTERS = str.maketrans("0123456789", "ghijklmnop")


class Canaries:
    """Hand out random words, and remember for which field each was."""

    def __init__(self) -> None:
        """Start without any."""
        self.words: dict[str, str] = {}

    def word(self, field: str) -> str:
        """Give a new random word for a field."""
        word = f"kanarie{secrets.token_hex(12).translate(LETTERS)}"
        self.words[word] = field
        return word

    def fill(self, model: type[BaseModel], **given: Any) -> dict[str, Any]:
        """Give values for a model: what is given, and a canary for every other text."""
        values = dict(given)
        for name, field in model.model_fields.items():
            nested = _model_of(field.annotation)
            if nested is not None and isinstance(given.get(name), dict):
                values[name] = self.fill(nested, **given[name])
            elif nested is not None and isinstance(given.get(name), list):
                values[name] = [self.fill(nested, **one) for one in given[name]]
            elif name not in values and name not in CODES and field.annotation is str:
                values[name] = self.word(f"{model.__name__}.{name}")
        return values

    @property
    def fields(self) -> set[str]:
        """Give the fields that had a canary."""
        return set(self.words.values())


def _model_of(annotation: Any) -> type[BaseModel] | None:
    for one in (annotation, *get_args(annotation)):
        if isinstance(one, type) and issubclass(one, BaseModel):
            return one
    return None


def text_fields(model: type[Invoer]) -> Iterator[str]:
    """Give every text field of an input that is no code, its parts included."""
    for name, field in model.model_fields.items():
        nested = _model_of(field.annotation)
        if nested is not None and issubclass(nested, Invoer):
            yield from text_fields(nested)
        elif field.annotation is str and name not in CODES:
            yield f"{model.__name__}.{name}"


def forms_of(word: str) -> list[bytes]:
    """Give every form in which a word might lie in a file: UTF-8, UTF-16, hex, and base64 at each of three places."""
    plain = word.encode()
    found = [
        plain,
        word.encode("utf-16-le"),
        word.encode("utf-16-be"),
        plain.hex().encode(),
        plain.hex().upper().encode(),
    ]
    for shift in range(3):
        padded = base64.b64encode(b"\0" * shift + plain)
        whole = len(plain) + shift
        start = -(-shift * 8 // 6)
        found.append(padded[start : whole * 8 // 6])
    return found


def found_in(folder: Path, words: Iterator[str] | list[str]) -> list[tuple[str, str]]:
    """Give each file under a folder that holds a word in any form, with that word."""
    wanted = [(word, form) for word in words for form in forms_of(word)]
    hits = []
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        content = path.read_bytes()
        hits += [(str(path.relative_to(folder)), word) for word, form in wanted if form in content]
    return hits
