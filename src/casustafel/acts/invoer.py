"""What acts take in: strict, typed, with nothing extra. JSON names are camelCase."""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field, Strict, StringConstraints
from pydantic.alias_generators import to_camel
from pydantic_core import PydanticKnownError

MAX_TEXT = 10_000
MAX_LINE = 300
MAX_NUMBER = 999_999_999


def _only(*types: type) -> Callable[[Any], Any]:
    """Refuse a value of another type, so that a number is never taken for a day or an id."""

    def check(value: Any) -> Any:
        if not isinstance(value, types):
            msg = "Wrong type of value."
            raise ValueError(msg)  # noqa: TRY004  # pydantic turns a ValueError into a fault of the field
        return value

    return check


def _is_day(value: Any) -> Any:
    """Refuse what is not a day or its text, year-month-day: a number, or a moment with a time in it."""
    is_text = isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value)
    is_day = isinstance(value, date) and not isinstance(value, datetime)
    if not is_text and not is_day:
        raise PydanticKnownError("date_parsing", {"error": "a day is written year-month-day"})
    return value


def _is_clean(value: Any) -> Any:
    if isinstance(value, str) and "\x00" in value:
        msg = "Characters that are not text."
        raise ValueError(msg)
    return value


Tekst = Annotated[
    str, Strict(), StringConstraints(strip_whitespace=True, max_length=MAX_TEXT), BeforeValidator(_is_clean)
]
Regel = Annotated[
    str, Strict(), StringConstraints(strip_whitespace=True, max_length=MAX_LINE), BeforeValidator(_is_clean)
]
Dag = Annotated[date, BeforeValidator(_is_day)]
Moment = Annotated[AwareDatetime, BeforeValidator(_only(str, datetime))]
"""A moment with its offset from UTC: without one it is refused."""
Id = Annotated[UUID, BeforeValidator(_only(str, UUID))]
Ja = Annotated[bool, Strict()]
Versie = Annotated[int, Strict(), Field(ge=0, le=MAX_NUMBER)]
Pagina = Annotated[int, Strict(), Field(ge=1, le=MAX_NUMBER)]


class Invoer(BaseModel):
    """The input of an act."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=to_camel, populate_by_name=True)


class Niets(Invoer):
    """No input."""


class OpHouder(Invoer):
    """Input about one dossier or casus."""

    houder_id: Id


class Wijzigend(OpHouder):
    """Input that changes a dossier or casus, with the version that the user saw."""

    versie: Versie


class OpTweeHouders(Wijzigend):
    """Input that changes two dossiers: the one it begins at, and another, each with the version that the user saw."""

    naar_id: Id
    naar_versie: Versie


def texts_of(invoer: BaseModel) -> Iterator[tuple[str, str]]:
    """Give every text of an input with the name of its field, those of nested inputs too."""
    for name in type(invoer).model_fields:
        value = getattr(invoer, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, BaseModel):
                yield from texts_of(one)
            elif isinstance(one, str):
                yield name, one


class Uitvoer(BaseModel):
    """What a reading act gives. JSON names are camelCase."""

    model_config = ConfigDict(frozen=True, alias_generator=to_camel, populate_by_name=True)
