"""The forms of passkeys: what a browser answers, read strictly. Whatever else is sent gets one answer."""

import struct
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# What reading an answer that no browser gave can end in; the libraries beneath refuse only some of it themselves.
NONSENSE = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError, struct.error)


def _refused() -> ValidationError:
    refused: ValidationError = get_adapter().validation_error("incorrect_code")
    return refused


class _Strict(AuthenticateWebAuthnForm):  # type: ignore[misc]  # its package has no types
    """An answer of a passkey."""

    def clean_credential(self) -> Any:
        """Find the passkey that answered, or refuse."""
        try:
            return super().clean_credential()
        except NONSENSE as fault:
            raise _refused() from fault


class SecondPasskeyForm(_Strict):
    """A passkey beside a password."""


class SignInPasskeyForm(_Strict, LoginWebAuthnForm):  # type: ignore[misc]  # its package has no types
    """A passkey alone."""


class AgainPasskeyForm(_Strict, ReauthenticateWebAuthnForm):  # type: ignore[misc]  # its package has no types
    """A passkey for a decision."""


class PasskeyForm(AddWebAuthnForm):  # type: ignore[misc]  # its package has no types
    """A passkey that was just made: it signs in by itself, so that it was opened with a finger, a face or a PIN."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"name": ""})
        super().__init__(*args, **kwargs)
        self.fields.pop("passwordless", None)
        self.fields["name"] = forms.CharField(
            label=_("Name of the passkey"),
            help_text=_("Such as: my work phone."),
            required=False,
            max_length=60,
            initial="",
        )
        self.fields["credential"].widget.attrs["data-passkey-answer"] = ""

    def clean(self) -> Any:
        """Look at the passkey as at one that signs in without a password."""
        self.cleaned_data["passwordless"] = True
        try:
            return super().clean()
        except NONSENSE as fault:
            raise _refused() from fault
