"""Errors as application/problem+json (RFC 9457), with all faults at once. A refusal is translated here, once."""

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from types import MappingProxyType
from typing import Any, Final

from django.http import HttpResponse
from django.utils.translation import gettext, gettext_noop

from casustafel.acts.invoer import Uitvoer
from casustafel.convenant.verdict import Nature, Reason, Verdict

MEDIA_TYPE: Final = "application/problem+json"
TASK_HEADER: Final = "Casustafel-Taak"
TASK_ASKED: Final = "5-taak"
MOST_FAULTS: Final = 100
NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})

DETAILS: Final[Mapping[HTTPStatus, str]] = {
    HTTPStatus.BAD_REQUEST: gettext_noop("This request has faults."),
    HTTPStatus.UNAUTHORIZED: gettext_noop("Sign in with a personal token."),
    HTTPStatus.FORBIDDEN: gettext_noop("This is not yours to do."),
    HTTPStatus.NOT_FOUND: gettext_noop("There is nothing here."),
    HTTPStatus.METHOD_NOT_ALLOWED: gettext_noop("This method does not exist here."),
    HTTPStatus.CONFLICT: gettext_noop("This does not fit how things stand now."),
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: gettext_noop("Send the body as application/json."),
    HTTPStatus.INTERNAL_SERVER_ERROR: gettext_noop("Something went wrong on our side."),
}


class Fault(Uitvoer):
    """One fault: its article if a rule found it, a stable code, where it is, and the sentence to show.

    `field` is a JSON pointer into the body, or the bare name of a query key, a path parameter or a header.
    """

    article: str | None
    code: str
    field: str | None
    text: str


class Problem(Uitvoer):
    """What went wrong, with every fault."""

    type: str
    title: str
    status: int
    detail: str
    faults: tuple[Fault, ...]


def fault(
    code: str,
    text: str,
    *,
    field: str | None = None,
    article: str | None = None,
    params: Mapping[str, object] = NOTHING,
) -> Fault:
    """Make a fault; the text is an English msgid, shown in the reader's language."""
    return Fault(article=article, code=code, field=field, text=gettext(text) % dict(params))


def problem(status: HTTPStatus, faults: Iterable[Fault] = (), *, headers: Mapping[str, str] = NOTHING) -> HttpResponse:
    """Make the response for an error."""
    body = Problem(
        type="about:blank",
        title=status.phrase,
        status=status.value,
        detail=gettext(DETAILS[status]),
        faults=tuple(faults)[:MOST_FAULTS],
    )
    return HttpResponse(
        body.model_dump_json(by_alias=True), status=status, content_type=MEDIA_TYPE, headers=dict(headers)
    )


def no_token() -> HttpResponse:
    """Answer for who brings no valid token: no hint why."""
    return problem(HTTPStatus.UNAUTHORIZED, headers={"WWW-Authenticate": "Bearer"})


def not_allowed(*methods: str) -> HttpResponse:
    """Answer for a method that a path does not take, with those that it does."""
    return problem(HTTPStatus.METHOD_NOT_ALLOWED, headers={"Allow": ", ".join(sorted(methods))})


def not_there() -> HttpResponse:
    """Answer for what does not exist, and for what the asker may not know of: the same bytes."""
    return problem(HTTPStatus.NOT_FOUND)


def refused(verdict: Verdict, *, fields: Mapping[str, str]) -> HttpResponse:
    """Answer for a verdict that is not *allowed*; `fields` tells where each field of the input came from."""
    if verdict.is_hidden:
        return not_there()
    natures = {reason.nature for reason in verdict.reasons}
    if Nature.RIGHT in natures:
        status = HTTPStatus.FORBIDDEN
    else:
        status = HTTPStatus.CONFLICT if Nature.STATE in natures else HTTPStatus.BAD_REQUEST
    return problem(status, [_fault_of(reason, fields=fields) for reason in verdict.reasons])


def _fault_of(reason: Reason, *, fields: Mapping[str, str]) -> Fault:
    field = None if reason.field is None else fields.get(reason.field, f"/{reason.field}")
    if reason.code == TASK_ASKED:
        field = TASK_HEADER
    return fault(reason.code, reason.text, field=field, article=reason.artikel, params=reason.params)
