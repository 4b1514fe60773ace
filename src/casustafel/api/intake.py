"""Make the input of an act from a request: path, query, headers and body together, every fault at once."""

import re
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Any, Final, get_origin
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext_noop
from pydantic import BaseModel, ValidationError
from pydantic.alias_generators import to_camel
from pydantic_core import ErrorDetails

from casustafel.acts.invoer import Invoer
from casustafel.api.problem import TASK_HEADER, Fault, fault
from casustafel.api.routes import PATH_FIELDS, Route
from casustafel.api.strict import Names, read_object
from casustafel.convenant.feit import Taak

MOST_DIGITS: Final = 9
NUMBER: Final = re.compile(rf"[1-9][0-9]{{0,{MOST_DIGITS - 1}}}")
MOST_NAME: Final = 100
INVALID: Final = ("invalid", gettext_noop("This value does not have the right form."))
NOT_LISTED: Final = ("not-listed", gettext_noop("This is not one of the values that are possible here."))
UNKNOWN: Final = ("unknown", gettext_noop("There is no field of this name here."))
_DAY: Final = ("not-a-day", gettext_noop("This is not a day, written year-month-day."))
_ID: Final = ("not-an-id", gettext_noop("This is not an id (a UUID)."))
_OBJECT: Final = ("not-an-object", gettext_noop("This is not a JSON object."))

# What pydantic calls a fault: our code, and the sentence that is shown. Its own sentences may repeat what was sent.
KINDS: Final = {
    "missing": ("missing", gettext_noop("This field is missing.")),
    "extra_forbidden": UNKNOWN,
    "string_type": ("not-text", gettext_noop("This is not text.")),
    "string_unicode": ("not-text", gettext_noop("This is not text.")),
    "string_too_long": ("too-long", gettext_noop("This is longer than %(max_length)s characters.")),
    "int_type": ("not-a-number", gettext_noop("This is not a whole number.")),
    "bool_type": ("not-a-boolean", gettext_noop("This is not true or false.")),
    "tuple_type": ("not-a-list", gettext_noop("This is not a list.")),
    "model_type": _OBJECT,
    "model_attributes_type": _OBJECT,
    "uuid_parsing": _ID,
    "date_type": _DAY,
    "date_parsing": _DAY,
    "date_from_datetime_parsing": _DAY,
    "date_from_datetime_inexact": _DAY,
    "enum": NOT_LISTED,
}


class Faulty(Exception):  # it is an answer that travels, not an error of the program
    """The request cannot be read as the input of the act."""

    def __init__(self, faults: list[Fault], *, status: HTTPStatus = HTTPStatus.BAD_REQUEST) -> None:
        """Take the faults, all of them."""
        super().__init__(" ".join(fault.code for fault in faults))
        self.faults = faults
        self.status = status


def named_task(request: HttpRequest) -> Taak | None:
    """Give the task that an uitvoerder names, if it is one. Covenant 5."""
    named = request.headers.get(TASK_HEADER, "")
    return Taak(named) if named in set(Taak) else None


class Intake:
    """How requests to one endpoint become the input of its act. Made once."""

    def __init__(self, route: Route) -> None:
        """Take the endpoint."""
        fields = route.invoer.model_fields
        self._invoer = route.invoer
        self._path = {name: to_camel(PATH_FIELDS[name]) for name in route.parameters}
        self._query = {to_camel(name): fields[name].annotation for name in route.query}
        self._body = frozenset(to_camel(name) for name in route.body)
        self._is_open = route.method in {"POST", "PUT"}
        self.fields = _places(route)

    def take(self, request: HttpRequest, path: Mapping[str, UUID]) -> Invoer:
        """Give the input. Raises `Faulty` with every fault of the request."""
        values: Names = {}
        faults = [*_task_faults(request), *self._take_query(request, values)]
        is_read = self._take_body(request, values, faults) if self._is_open else True
        values |= {self._path[name]: value for name, value in path.items()}
        if is_read:
            try:
                invoer = self._invoer.model_validate(values, by_alias=True, by_name=False)
            except ValidationError as invalid:
                found = invalid.errors(include_url=False, include_input=False)
                faults += [self._fault(error) for error in found]
            else:
                if not faults:
                    return invoer
        raise Faulty(faults)

    def _take_query(self, request: HttpRequest, values: Names) -> Iterator[Fault]:
        for name, sent in request.GET.lists():
            kind = self._query.get(name)
            if kind is None:
                yield fault(*UNKNOWN, field=name[:MOST_NAME])
            elif get_origin(kind) is tuple:
                values[name] = sent
            elif len(sent) > 1:
                yield fault("twice", gettext_noop("This is given more than once."), field=name)
            elif kind is not int:
                values[name] = sent[0]
            elif NUMBER.fullmatch(sent[0]):
                values[name] = int(sent[0])
            else:
                yield fault(*KINDS["int_type"], field=name)

    def _take_body(self, request: HttpRequest, values: Names, faults: list[Fault]) -> bool:
        """Add what the body says, and tell whether it could be read."""
        if request.content_type not in {"", "application/json"}:
            raise Faulty(faults, status=HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
        if not self._body:
            return True
        body, found = read_object(request)
        faults += found
        if body is None:
            return False
        elsewhere = body.keys() & (set(self._path.values()) | self._query.keys())
        faults += [fault(*UNKNOWN, field=f"/{name}") for name in sorted(elsewhere)]
        values |= {name: value for name, value in body.items() if name not in elsewhere}
        return True

    def _fault(self, error: ErrorDetails) -> Fault:
        code, text = KINDS.get(error["type"], INVALID)
        params = {name: value for name, value in error.get("ctx", {}).items() if name == "max_length"}
        return fault(code, text, field=self._pointer(error["loc"]), params=params)

    def _pointer(self, loc: tuple[int | str, ...]) -> str:
        """Name the place of a fault: a JSON pointer, or the bare name of a query key."""
        if loc and loc[0] in self._query:
            return str(loc[0])
        parts = [str(part)[:MOST_NAME].replace("~", "~0").replace("/", "~1") for part in loc]
        return "".join(f"/{part}" for part in parts)


def _task_faults(request: HttpRequest) -> Iterator[Fault]:
    if TASK_HEADER in request.headers and named_task(request) is None:
        yield fault(*NOT_LISTED, field=TASK_HEADER)


def _places(route: Route) -> dict[str, str]:
    """Tell, for each field that a rule may name, where it came from."""
    places: dict[str, str] = {PATH_FIELDS[name]: name for name in route.parameters}
    places |= {name: to_camel(name) for name in route.query}
    places |= {name: f"/{to_camel(name)}" for name in route.body}
    for name in route.body:
        for inner in _inner_fields(route.invoer.model_fields[name].annotation):
            places.setdefault(inner, f"/{to_camel(name)}/{to_camel(inner)}")
    return places


def _inner_fields(kind: Any) -> tuple[str, ...]:
    is_model = isinstance(kind, type) and issubclass(kind, BaseModel)
    return tuple(kind.model_fields) if is_model else ()
