"""The paths of the API. Every answer carries its version; what is not in the table is not there."""

from collections.abc import Callable
from functools import cache, wraps
from http import HTTPStatus
from pathlib import Path
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, re_path
from django.views.decorators.csrf import csrf_exempt

from casustafel.api.logbewijs import PATH, logbewijs
from casustafel.api.problem import not_allowed, not_there, problem
from casustafel.api.routes import CONTRACT
from casustafel.api.service import VERSION, api

View = Callable[..., HttpResponse]
CONTRACT_FILE: Final = Path(__file__).with_name("openapi.json")


def _dressed(view: View) -> View:
    """Let a view answer with the version, never cached; no session or form comes near it."""

    @csrf_exempt
    @wraps(view)
    def answer(request: HttpRequest, *args: object, **named: object) -> HttpResponse:
        response = view(request, *args, **named)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            allowed = ", ".join(sorted(response.headers["Allow"].split(", ")))
            response = problem(HTTPStatus.METHOD_NOT_ALLOWED, headers={"Allow": allowed})
        response.headers["API-Version"] = VERSION
        response.headers["Cache-Control"] = "no-store"
        return response

    return answer


@cache
def _contract() -> bytes:
    return CONTRACT_FILE.read_bytes()


def contract(request: HttpRequest) -> HttpResponse:
    """Publish the contract, to everybody and every site."""
    if request.method not in {"GET", "HEAD"}:
        return not_allowed("GET", "HEAD")
    return HttpResponse(_contract(), content_type="application/json", headers={"Access-Control-Allow-Origin": "*"})


def unknown(_request: HttpRequest) -> HttpResponse:
    """Answer for a path that is not in the table."""
    return not_there()


def _served() -> list[URLPattern]:
    """Give ninja's patterns, dressed; its own home page is left out."""
    patterns = [p for p in api.urls[0] if isinstance(p, URLPattern) and p.name != "api-root"]
    return [URLPattern(p.pattern, _dressed(p.callback), p.default_args, p.name) for p in patterns]


app_name = "api"
urlpatterns = [
    path(CONTRACT.strip("/"), _dressed(contract), name="contract"),
    re_path(PATH, _dressed(logbewijs), name="logbewijs"),
    *_served(),
    re_path("", _dressed(unknown), name="unknown"),
]
