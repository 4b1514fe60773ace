"""Who asks: a token per user."""

from collections.abc import Callable

from django.contrib.auth.models import AnonymousUser, User
from django.http import HttpRequest, HttpResponse
from rest_framework.authentication import BaseAuthentication
from rest_framework.authtoken.models import Token
from rest_framework.request import Request

SCHEME = "Token "


class TokenMiddleware:
    """Set the user from the token before the audit log's middleware looks who it is."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.user = user_of(request.headers.get("Authorization", ""))
        return self.get_response(request)


def user_of(header: str) -> User | AnonymousUser:
    """Return the user whose token an Authorization header carries."""
    if not header.startswith(SCHEME):
        return AnonymousUser()
    token = Token.objects.select_related("user").filter(key=header.removeprefix(SCHEME)).first()
    return token.user if token else AnonymousUser()


class MiddlewareAuthentication(BaseAuthentication):
    """Take over the user that the middleware found, so that the token is looked up once."""

    def authenticate(self, request: Request) -> tuple[User, None] | None:
        """Return the user, or nothing for a stranger."""
        user = request._request.user
        return (user, None) if user.is_authenticated else None

    def authenticate_header(self, request: Request) -> str:
        """Name the scheme in a 401."""
        return SCHEME.strip()
