"""The forms of signing in: allauth checks what was typed, the words are ours."""

from typing import Any

from allauth.account.forms import LoginForm
from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY, generate_totp_secret
from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from casustafel.acts.aanmelden import open_factor, seal_factor


class SignInForm(LoginForm):  # type: ignore[misc]  # its package has no types
    """E-mail address and password; one answer for whatever is wrong with them."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        address, password = self.fields["login"], self.fields["password"]
        address.label, password.label, password.help_text = _("E-mail address"), _("Password"), ""
        address.widget = forms.EmailInput(attrs={"autocomplete": "username webauthn"})
        password.widget = forms.PasswordInput(attrs={"autocomplete": "current-password"})


def _ask_code(field: forms.Field) -> None:
    field.label = _("Code")
    field.widget = forms.TextInput(
        attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "class": "ct-textbox--short"}
    )


class CodeForm(AuthenticateForm):  # type: ignore[misc]  # its package has no types
    """The code of the app, or a recovery code."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ask_code(self.fields["code"])
        self.fields["code"].help_text = _("The code in your app, or one of your recovery codes.")


def pending_secret(request: HttpRequest) -> str | None:
    """Give the secret of the app that is being set up: the session holds it sealed."""
    sealed = request.session.get(SECRET_SESSION_KEY)
    return open_factor(sealed) if sealed else None


class SetUpAppForm(ActivateTOTPForm):  # type: ignore[misc]  # its package has no types
    """The first code of an app that was just set up."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Draw a new secret for a form that is asked for; keep it for one that was sent."""
        self.user = kwargs.pop("user")
        forms.Form.__init__(self, *args, **kwargs)
        kept = pending_secret(context.request) if self.is_bound else None
        self.secret = kept or generate_totp_secret()
        if not kept:
            context.request.session[SECRET_SESSION_KEY] = seal_factor(self.secret)
        _ask_code(self.fields["code"])
        self.fields["code"].help_text = _("The six digits that the app shows now.")


class AgainForm(ReauthenticateForm):  # type: ignore[misc]  # its package has no types
    """The code of the app once more, or a recovery code, for a decision."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ask_code(self.fields["code"])
        self.fields["code"].help_text = _("The code in your app, or one of your recovery codes.")
