"""The parts that the templates in components/ are given, as types.

Every text is ready to be read: translated, and with nothing in it that the reader may not know.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Self

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext, ngettext


class Level(StrEnum):
    """How near the end of a term is: the only thing on the screens that has a colour."""

    NEUTRAL = "neutral"
    NEAR = "near"
    DUE = "due"
    OVERDUE = "overdue"


class Part:
    """A part; Django's templates ask for an item before an attribute, and an answer is cheaper than an error."""

    __slots__ = ()

    def __getitem__(self, name: str) -> object:
        """Return the attribute of this name."""
        return getattr(self, name)


class Dated(Part):
    """A part that may have a day, `on`."""

    __slots__ = ()
    on: date | None

    @property
    def day(self) -> str:
        """Return the day in words, in the language of the reader."""
        return _in_words(self.on, get_language()) if self.on else ""


@lru_cache(maxsize=2048)
def _in_words(day: date, _language: str | None) -> str:
    """Return a day in words; the same days stand on many rows, and Django takes its time over each."""
    return date_format(day, "DATE_FORMAT")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Part):
    """A term in words, such as "3 days left"; `of_days` makes them."""

    text: str
    level: Level = Level.NEUTRAL

    @classmethod
    def of_days(cls, *, days: int, level: Level) -> Self:
        """Say how many days are left, or how many it is late when `days` is below zero."""
        if days == 0:
            text = gettext("today")
        elif days > 0:
            text = ngettext("%(n)s day left", "%(n)s days left", days) % {"n": days}
        else:
            text = ngettext("%(n)s day late", "%(n)s days late", -days) % {"n": -days}
        return cls(text=text, level=level)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Part):
    """An item of the menu, of the footer or of the tabs."""

    url: str
    label: str
    current: bool = False
    n: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Part):
    """One step of how far something is; state is done, current or todo."""

    label: str
    state: str
    note: str | date = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Dated):
    """A name and a value, for lists of facts and answers to check; `on` is a day in the place of a value."""

    key: str
    value: str | int = ""
    on: date | None = None
    term: Term | None = None
    note: str = ""
    url: str = ""
    url_label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers(Part):
    """Answers of one page of a form, to be checked before saving."""

    title: str
    rows: Sequence[Fact]
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count(Part):
    """How many signals a party brought."""

    party: str
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Card(Part):
    """A dossier on the board."""

    number: str
    name: str
    url: str = ""
    counts: Sequence[Count] = ()
    term: Term | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane(Part):
    """A column of the board."""

    title: str
    cards: Sequence[Card]
    empty: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Dated):
    """One thing that waits for the reader, with one step to the place where it is done."""

    url: str
    label: str
    number: str
    artikel: str = ""
    convenant: str = ""
    note: str = ""
    on: date | None = None
    term: Term | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskGroup(Part):
    """What waits in one stretch of time; left out when nothing does."""

    title: str
    items: Sequence[Task]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Dated):
    """A signal, or something else that happened, in the order of time."""

    title: str
    on: date | None = None
    text: str = ""
    facts: Sequence[Fact] = ()
    marks: Sequence[str] = ()
    url: str = ""
    url_label: str = ""
    history: "Sequence[Event]" = ()
    history_label: str = ""
    more: Sequence[Link] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Dated):
    """Where a party stands in a decision; stand is given, withheld or open."""

    party: str
    stand: str
    text: str = ""
    name: str = ""
    on: date | None = None
    motivation: str = ""
    url: str = ""
    url_label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Part):
    """A column of a table; figures stand to the right."""

    label: str
    number: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell(Dated):
    """A cell of a table: a text, or a day, a term or a mark in its place."""

    text: str | int = ""
    url: str = ""
    on: date | None = None
    term: Term | None = None
    badge: str = ""
    note: str = ""

    @property
    def is_plain(self) -> bool:
        """Tell whether there is nothing to show but the text."""
        return not (self.url or self.on or self.term or self.badge or self.note)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Part):
    """A table of data; the first cell of a row names the row."""

    caption: str
    columns: Sequence[Column]
    cells: Sequence[Sequence[Cell]]
    wide: bool = False

    def rows(self) -> list[list[tuple[Column, Cell]]]:
        """Return each row as its cells with their columns."""
        return [list(zip(self.columns, row, strict=True)) for row in self.cells]


@dataclass(frozen=True, slots=True, kw_only=True)
class Maatregel(Dated):
    """A measure of the plan, as it is shown."""

    text: str
    owner: str
    on: date | None = None
    progress: str = ""
    term: Term | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Doel(Part):
    """A goal of the plan, as it is shown."""

    titel: str
    text: str = ""
    purposes: Sequence[str] = ()
    maatregelen: Sequence[Maatregel] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader(Part):
    """Who can see a file, and why."""

    party: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look(Part):
    """Somebody who looked: who, what at, and when, in words."""

    who: str
    what: str
    at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waarborgen(Part):
    """The safeguards of a page: why the reader may see it, who else can, who looked, how long it is kept."""

    artikel: str
    role: str = ""
    purpose: str = ""
    who: Sequence[Reader] = ()
    looked: Sequence[Look] = ()
    looked_url: str = ""
    who_url: str = ""
    kept_until: date | None = None
    kept_artikel: str = ""
    kept_why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wie(Part):
    """For whom the reader works, in the bar under the menu."""

    organisatie: str
    gemeente: str
    rollen: Sequence[str] = ()
    naam: str = ""
    switch_url: str = ""
    taak: str = ""
    taak_url: str = ""
