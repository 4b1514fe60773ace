"""The API itself: every endpoint of the table, behind one token, with one answer for each kind of error."""

import logging
from collections.abc import Callable
from http import HTTPStatus
from inspect import Parameter, Signature
from traceback import extract_tb
from typing import Any, Final
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, ValidationError

from casustafel.acts.health import named
from casustafel.api.door import PersoonlijkToken, serve
from casustafel.api.problem import no_token, not_there, problem
from casustafel.api.routes import ROUTES, Route

VERSION: Final = "1.0.0"
logger = logging.getLogger(__name__)


def _signed(view: Callable[..., HttpResponse], route: Route) -> Callable[..., HttpResponse]:
    """Tell ninja the parameters of a view: the request, and an id for each parameter in the path."""
    kind = Parameter.POSITIONAL_OR_KEYWORD
    ids = [Parameter(name, kind, annotation=UUID) for name in route.parameters]
    view.__signature__ = Signature([Parameter("request", kind), *ids])  # type: ignore[attr-defined]  # read by inspect
    return view


def _made() -> NinjaAPI:
    api = NinjaAPI(
        title="Casustafel",
        version=VERSION,
        openapi_url=None,
        docs_url=None,
        auth=PersoonlijkToken(),
        urls_namespace="api",
    )
    for route in ROUTES:
        endpoint: Any = api.api_operation(
            [route.method],
            route.path,
            summary=route.summary,
            operation_id=_operation_id(route),
            tags=[route.path.split("/")[1]],
            url_name=_operation_id(route),
        )
        endpoint(_signed(serve(route), route))
    api.add_exception_handler(AuthenticationError, _no_token)
    api.add_exception_handler(ValidationError, _no_id)
    api.add_exception_handler(Exception, _broken)
    return api


def _operation_id(route: Route) -> str:
    return route.acts[0].code if route.compose is None else route.path.strip("/")


def _no_token(_request: HttpRequest, _fault: object) -> HttpResponse:
    return no_token()


def _no_id(_request: HttpRequest, _fault: object) -> HttpResponse:
    """Answer for a path with something that is no id: ninja reads nothing but the path."""
    return not_there()


def _broken(_request: HttpRequest, fault: Exception | type[Exception]) -> HttpResponse:
    """Answer without a word of what went wrong; the log gets the kind and the places, never a value."""
    trace = fault.__traceback__ if isinstance(fault, Exception) else None
    places = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(extract_tb(trace)))
    logger.error("%s in %s", named(fault) if isinstance(fault, Exception) else fault.__name__, places)
    return problem(HTTPStatus.INTERNAL_SERVER_ERROR)


api = _made()
