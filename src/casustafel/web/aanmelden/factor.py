"""One's own second factor: an app that shows codes, and the recovery codes for when it is lost. Covenant 15.2.d."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.recovery_codes.views import ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from casustafel.acts.aanmelden import has_factor
from casustafel.web.aanmelden.forms import pending_secret
from casustafel.web.aanmelden.strength import FACTOR, record, strong_at
from casustafel.web.door import not_there
from casustafel.web.session import visitor_of

View = Callable[..., HttpResponseBase]


def first_factor(view: View) -> View:
    """Let a view be for who has no second factor yet.

    Whoever has one shows it: a password alone never adds another.
    """

    @wraps(view)
    def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not has_factor(visitor_of(request).medewerker_id):
            return view(request, *args, **kwargs)
        if strong_at(request) is None:
            logout(request)
            return redirect("account_login")
        return redirect("mfa_index")

    return asked


@require_safe
def factor(request: HttpRequest) -> HttpResponse:
    """Say how one signs in; to who has a password only, that more is needed, and nothing else."""
    context = {"has_factor": has_factor(visitor_of(request).medewerker_id), "is_strong": strong_at(request) is not None}
    return render(request, "aanmelden/factor.html", context)


class SetUpApp(ActivateTOTPView):  # type: ignore[misc]  # its package has no types
    """Set up an app that shows a new code every half minute."""

    template_name = "aanmelden/app.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Give the form, and the secret for who cannot scan; the picture is asked for by itself."""
        form = self.get_form() if "form" not in kwargs else kwargs["form"]
        secret = form.secret
        return {"code_form": form, "secret": " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))}

    def form_valid(self, form: Any) -> HttpResponse:
        """Keep the factor; its first code showed that this person has it."""
        answer: HttpResponse = super().form_valid(form)
        record(self.request, FACTOR, type="totp")
        return answer

    def form_invalid(self, form: Any) -> HttpResponse:
        """Show the form again."""
        response: HttpResponse = super().form_invalid(form)
        response.status_code = 400
        return response


@require_safe
def picture(request: HttpRequest) -> HttpResponse:
    """Draw the secret of the app that is being set up, to be scanned: at an address of our own, as our pages ask."""
    secret = pending_secret(request)
    if secret is None:
        return not_there(request)
    adapter = get_adapter()
    drawn = adapter.build_totp_svg(adapter.build_totp_url(request.user, secret))
    return HttpResponse(drawn, content_type="image/svg+xml")


class RecoveryCodes(ViewRecoveryCodesView):  # type: ignore[misc]  # its package has no types
    """Show the recovery codes, once."""

    template_name = "aanmelden/recovery_codes.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Give the codes where they were not shown before."""
        context = super().get_context_data(**kwargs)
        shown = context["can_view_codes"]
        return {"codes": context["unused_codes"] if shown else [], "left": len(context["unused_codes"])}


set_up_app = require_http_methods(["GET", "POST"])(first_factor(SetUpApp.as_view()))
recovery_codes = require_safe(RecoveryCodes.as_view())
