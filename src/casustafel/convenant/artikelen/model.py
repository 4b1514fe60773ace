"""What the register holds of one article."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

ArtikelId = NewType("ArtikelId", str)


class Status(StrEnum):
    """How the product keeps an article."""

    ENFORCED = "enforced"
    """A rule refuses what the article does not allow."""

    PROCEDURAL = "procedural"
    """People keep it; the product gives them the words, the form or the record."""

    PENDING = "pending"
    """Not kept yet, or not in full."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Artikel:
    """An article, paragraph or item of the Besluit or the covenant.

    `titel` and `strekking` are Dutch, in our own words: the source prevails. `note` tells in English how the product
    supports the article, or what is pending.
    """

    id: ArtikelId
    titel: str
    strekking: str
    status: Status
    note: str
