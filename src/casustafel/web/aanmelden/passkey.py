"""Passkeys: a key that a device or a token keeps, and that opens with a finger, a face or a PIN. Covenant 15.2.d."""

import json
from typing import Any

from allauth.account.models import Login
from allauth.mfa.webauthn.internal import auth
from allauth.mfa.webauthn.internal.flows import perform_passwordless_login
from allauth.mfa.webauthn.views import AddWebAuthnView, LoginWebAuthnView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from casustafel.web.aanmelden.factor import own_factor
from casustafel.web.aanmelden.strength import FACTOR, record
from casustafel.web.door import open_door
from casustafel.web.frame.own_path import next_of


def options_for(request: HttpRequest) -> str:
    """Give what the browser asks a passkey of this person for, as JSON."""
    return json.dumps(auth.begin_authentication(request.user))


class AddPasskey(AddWebAuthnView):  # type: ignore[misc]  # its package has no types
    """Make a passkey that signs in by itself: it shows who has it, and that they opened it."""

    template_name = "aanmelden/passkey.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Give the form, and what the browser asks the device for."""
        options = json.dumps(auth.begin_registration(self.request.user, passwordless=True))
        return {"passkey_form": kwargs.get("form") or self.get_form(), "options": options}

    def form_valid(self, form: Any) -> HttpResponse:
        """Keep the passkey; making it showed that this person has it."""
        answer: HttpResponse = super().form_valid(form)
        record(self.request, FACTOR, type="webauthn")
        return answer

    def form_invalid(self, form: Any) -> HttpResponse:
        """Show the form again."""
        response: HttpResponse = super().form_invalid(form)
        response.status_code = 400
        return response


class SignInPasskey(LoginWebAuthnView):  # type: ignore[misc]  # its package has no types
    """Sign in with a passkey, without a password."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Let in whom the passkey belongs to, and lead them on to a path of our own."""
        factor = form.cleaned_data["credential"]
        login = Login(user=factor.user, redirect_url=next_of(self.request))
        answer: HttpResponse = perform_passwordless_login(self.request, factor, login)
        return answer

    def form_invalid(self, form: Any) -> HttpResponse:  # noqa: ARG002  # whatever was wrong, the answer is one
        """Say that this passkey opens nothing here."""
        return redirect(f"{reverse('account_login')}?passkey=onbekend")


add_passkey = require_http_methods(["GET", "POST"])(own_factor(AddPasskey.as_view()))
sign_in_passkey = open_door(require_http_methods(["GET", "POST"])(SignInPasskey.as_view()))
