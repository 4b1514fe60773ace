"""Serve one endpoint: who asks, the input, the act, and what it gives as JSON."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja.security import HttpBearer
from pydantic import BaseModel

from casustafel.acts.edge import Edge, edge
from casustafel.acts.enter import by_token
from casustafel.acts.gate import Refused, do
from casustafel.acts.invoer import Invoer
from casustafel.api.intake import Faulty, Intake, named_task
from casustafel.api.problem import problem, refused
from casustafel.api.routes import BASE, Made, Route
from casustafel.convenant.feit import Wie

MEDIA_TYPE = "application/json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Who asks, and the moment of the request."""

    wie: Wie
    edge: Edge


class PersoonlijkToken(HttpBearer):
    """A personal token: it speaks for one person, in one organisation of one covenant."""

    def authenticate(self, request: HttpRequest, token: str) -> Caller | None:
        """Give who the token speaks for, or nothing: no hint why."""
        moment = edge()
        try:
            return Caller(wie=by_token(token, taak=named_task(request), edge=moment), edge=moment)
        except Refused:
            return None


def serve(route: Route) -> Callable[..., HttpResponse]:
    """Make the view of an endpoint."""
    intake = Intake(route)

    def view(request: HttpRequest, **path: UUID) -> HttpResponse:
        caller: Caller = request.auth  # type: ignore[attr-defined]  # set by ninja, from `PersoonlijkToken`
        try:
            result = _perform(route, caller=caller, invoer=intake.take(request, path))
        except Faulty as faulty:
            return problem(faulty.status, faulty.faults)
        except Refused as refusal:
            return refused(refusal.verdict, fields=intake.fields)
        return _shown(route, result)

    return view


def _perform(route: Route, *, caller: Caller, invoer: Invoer) -> Any:
    if route.compose is None:
        return do(route.acts[0], wie=caller.wie, invoer=invoer, edge=caller.edge)
    found, away = [], None
    for act in route.acts:
        try:
            found.append(do(act, wie=caller.wie, invoer=invoer, edge=caller.edge))
        except Refused as refusal:
            if not refusal.verdict.is_hidden:
                raise
            away = refusal
    if away is not None and not found:
        raise away
    return route.compose(found)


def _shown(route: Route, result: Any) -> HttpResponse:
    """Write what an act gave, as it is: nothing is built or checked again."""
    if route.output is None:
        return HttpResponse(status=route.status)
    shown: BaseModel = Made(id=result) if route.output is Made else result
    return HttpResponse(
        shown.model_dump_json(by_alias=True),
        status=route.status,
        content_type=MEDIA_TYPE,
        headers=_location(route, shown),
    )


def _location(route: Route, shown: BaseModel) -> Mapping[str, str]:
    return {"Location": BASE + route.location.format(**shown.model_dump(by_alias=True))} if route.location else {}
