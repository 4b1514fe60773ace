"""What allauth leaves to the product: nobody signs up, secrets are sealed, and every sentence is one of ours."""

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casustafel.acts.aanmelden import open_factor, seal_factor

UNKNOWN = "0.0.0.0"  # noqa: S104  # an address that nobody has; nothing listens on it
WRONG = _("The e-mail address and the password do not belong together.")
WRONG_CODE = _("This code is not right. A code holds for half a minute, and works once.")
TOO_OFTEN = _("That was tried too often. Try again in five minutes.")


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # its package has no types
    """Accounts: made by a manager, never by oneself."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": WRONG,
        "account_inactive": WRONG,
        "invalid_login": WRONG,
        "incorrect_code": WRONG_CODE,
        "incorrect_password": WRONG,
        "too_many_login_attempts": TOO_OFTEN,
        "rate_limited": TOO_OFTEN,
    }

    def is_open_for_signup(self, _request: HttpRequest) -> bool:
        """Say that nobody signs up."""
        return False

    def is_safe_url(self, url: str) -> bool:
        """Go on to a path of our own, never to an address elsewhere."""
        return url.startswith("/") and url_has_allowed_host_and_scheme(url, allowed_hosts=None)

    def is_reauthentication_required(self, *, app: str) -> bool:  # noqa: ARG002  # allauth gives it by name
        """Leave it to the product when somebody must show anew who they are."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """Give the address that tries are counted by; who has none is counted with all who have none."""
        try:
            return str(super().get_client_ip(request))
        except PermissionDenied:
            return UNKNOWN


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # its package has no types
    """Second factors: their secrets are sealed under the master key."""

    error_messages: ClassVar[dict[str, Any]] = {**DefaultMFAAdapter.error_messages, "incorrect_code": WRONG_CODE}

    def encrypt(self, text: str) -> str:
        """Seal a secret before the database holds it."""
        return seal_factor(text)

    def decrypt(self, encrypted_text: str) -> str:
        """Open a secret."""
        return open_factor(encrypted_text)

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Any) -> str:  # noqa: A002, ARG002  # allauth's own
        """Name a passkey that was given no name."""
        return gettext("Passkey")

    def _get_user_identifier(self, user: AbstractBaseUser) -> str:
        return str(getattr(user, "email", ""))

    def _get_site_name(self) -> str:
        return "Casustafel"
