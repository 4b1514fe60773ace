"""Signing in and out, the one-time link that sets a first password, and the language. Covenant 15.2.d."""

from typing import Any
from uuid import UUID

from django.contrib.auth.forms import AuthenticationForm, SetPasswordForm
from django.contrib.auth.views import LoginView, LogoutView
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST
from django.views.i18n import set_language

from casustafel.acts.invitation import invited, take_password
from casustafel.web.door import open_door


class SignInForm(AuthenticationForm):
    """E-mail address and password; one answer for whatever is wrong with them."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("E-mail address")
        self.fields["username"].widget.attrs["autocomplete"] = "username"
        self.fields["password"].label = _("Password")

    def clean_username(self) -> str:
        """Take the address in small letters, as accounts keep it."""
        return str(self.cleaned_data["username"]).lower()

    def get_invalid_login_error(self) -> ValidationError:
        """Say no more than that the two do not belong together."""
        return ValidationError(_("The e-mail address and the password do not belong together."), code="invalid_login")


class SignIn(LoginView):
    """Sign in with an account of this installation."""

    authentication_form = SignInForm
    template_name = "frame/sign_in.html"
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Give the form under a name of its own: nothing is saved here, so the page says nothing of saving."""
        context = super().get_context_data(**kwargs)
        context["sign_in"] = context.pop("form")
        return context

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        """Show the form again, with one answer for whatever was wrong."""
        response = super().form_invalid(form)
        response.status_code = 400
        return response


class SignOut(LogoutView):
    """Sign out, and leave nothing behind in the browser."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Add the order to clear what the browser kept."""
        response = super().dispatch(request, *args, **kwargs)
        response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
        return response


sign_in = open_door(require_http_methods(["GET", "POST"])(SignIn.as_view()))
sign_out = open_door(require_POST(SignOut.as_view()))


@open_door
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def invitation(request: HttpRequest, medewerker_id: UUID, token: str) -> HttpResponse:
    """Set a first password. A link that was used gives the same answer as one that never was."""
    account = invited(medewerker_id, token)
    if account is None:
        return _no_invitation(request)
    form = SetPasswordForm(account, request.POST if request.method == "POST" else None)
    form.use_required_attribute = False
    if form.is_bound and form.is_valid():
        if not take_password(medewerker_id, token, password=form.cleaned_data["new_password1"]):
            return _no_invitation(request)
        return render(request, "frame/invitation_done.html")
    return render(request, "frame/invitation.html", {"form": form}, status=400 if form.is_bound else 200)


def _no_invitation(request: HttpRequest) -> HttpResponse:
    return render(request, "frame/no_invitation.html", status=404)


@open_door
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Take the language of the reader, and go back to where they were."""
    return set_language(request)
