"""Signing in with a password and the code that goes with it, and signing out. Covenant 15.2.d."""

import json
from typing import Any

from allauth.account.views import LoginView
from allauth.mfa.base.views import AuthenticateView
from django.conf import settings
from django.contrib.auth.views import LogoutView
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from casustafel.web.door import open_door


class SignIn(LoginView):  # type: ignore[misc]  # its package has no types
    """Sign in with an account of this installation."""

    template_name = "aanmelden/sign_in.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Give the form under a name of its own: nothing is saved here, so the page says nothing of saving."""
        context = super().get_context_data(**kwargs)
        failed = "passkey" in self.request.GET
        return {
            "sign_in": context["form"],
            "next": context["redirect_field_value"] or "",
            "passkey_failed": failed,
            "aanbieders": settings.CASUSTAFEL_AANBIEDERS.values(),
        }

    def form_invalid(self, form: Any) -> HttpResponse:
        """Show the form again, with one answer for whatever was wrong."""
        response: HttpResponse = super().form_invalid(form)
        response.status_code = 400
        return response


class Second(AuthenticateView):  # type: ignore[misc]  # its package has no types
    """Ask for the second factor of who gave the right password."""

    template_name = "aanmelden/second.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Give the form under a name of its own, as when signing in."""
        context = super().get_context_data(**kwargs)
        options = context["js_data"]["request_options"]
        return {"code_form": context["form"], "options": json.dumps(options) if _has_keys(options) else ""}

    def form_invalid(self, form: Any) -> HttpResponse:
        """Show the form again."""
        response: HttpResponse = super().form_invalid(form)
        response.status_code = 400
        return response


def _has_keys(options: dict[str, Any]) -> bool:
    """Tell whether this person has a passkey that could be asked for."""
    return bool(options["publicKey"].get("allowCredentials"))


class SignOut(LogoutView):
    """Sign out, and leave nothing behind in the browser."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Add the order to clear what the browser kept."""
        response = super().dispatch(request, *args, **kwargs)
        response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
        return response


sign_in = open_door(require_http_methods(["GET", "POST"])(SignIn.as_view()))
second = open_door(require_http_methods(["GET", "POST"])(Second.as_view()))
sign_out = open_door(require_POST(SignOut.as_view()))
