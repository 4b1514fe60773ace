"""One's own second factor: an app that shows codes, and the recovery codes for when it is lost. Covenant 15.2.d."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.recovery_codes.internal.flows import generate_recovery_codes
from allauth.mfa.recovery_codes.views import ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from casustafel.acts.aanmelden import FactorRij, drop_factor, factors, has_factor, sessies
from casustafel.acts.edge import Edge
from casustafel.acts.koppeling import koppeling_of
from casustafel.convenant.rules.aanmelding import may_go_on
from casustafel.web.aanmelden.again import ask_again
from casustafel.web.aanmelden.edge import clock
from casustafel.web.aanmelden.forms import pending_secret
from casustafel.web.aanmelden.strength import FACTOR, aanbieder_of, record, strong_at
from casustafel.web.door import not_there
from casustafel.web.session import visitor_of

APP, PASSKEY = "totp", "webauthn"
KINDS = {APP: _("App with codes"), PASSKEY: _("Passkey")}
View = Callable[..., HttpResponseBase]


def own_factor(view: View) -> View:
    """Let a view be for who has no second factor yet, and for who just showed one.

    A password alone never adds a second factor beside another, nor takes one away. Who signs in at their organisation
    signs in there only: a factor of their own would outlive what the organisation ends.
    """

    @wraps(view)
    def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if koppeling_of(visitor_of(request).medewerker_id) is not None:
            return not_there(request)
        if not has_factor(visitor_of(request).medewerker_id):
            return view(request, *args, **kwargs)
        if strong_at(request) is None:
            logout(request)
            return redirect("account_login")
        if not may_go_on(visitor_of(request).edge.since_sign_in).is_allowed:
            return ask_again(request)
        return view(request, *args, **kwargs)

    return asked


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """A second factor as the page shows it."""

    factor: FactorRij
    naam: str


@require_safe
def factor(request: HttpRequest) -> HttpResponse:
    """Say how one signs in; to who has a password only, that more is needed, and nothing else."""
    visitor, is_strong = visitor_of(request), strong_at(request) is not None
    koppeling = koppeling_of(visitor.medewerker_id)
    context: dict[str, Any] = {"has_factor": has_factor(visitor.medewerker_id), "is_strong": is_strong}
    context["koppeling"], context["aanbieder"] = koppeling, aanbieder_of(request)
    if is_strong:
        found = factors(visitor.medewerker_id)
        second = [one for one in found if one.soort in KINDS]
        context["factors"] = [_Shown(factor=one, naam=one.naam or str(KINDS[one.soort])) for one in second]
        context["has_app"] = any(one.soort == APP for one in second)
        context["may_drop"] = len(second) > 1
        this = request.session.session_key or ""
        context["sessies"] = sessies(visitor.medewerker_id, this=this, edge=Edge(now=clock()))
    return render(request, "aanmelden/factor.html", context)


class SetUpApp(ActivateTOTPView):  # type: ignore[misc]  # its package has no types
    """Set up an app that shows a new code every half minute."""

    template_name = "aanmelden/app.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Give the form, and the secret for who cannot scan; the picture is asked for by itself."""
        form = self.get_form() if "form" not in kwargs else kwargs["form"]
        secret = form.secret
        return {"code_form": form, "secret": " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))}

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Send who has an app already to where it can be taken away."""
        if any(one.soort == APP for one in factors(visitor_of(request).medewerker_id)):
            return redirect("mfa_index")
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return answer

    def form_valid(self, form: Any) -> HttpResponse:
        """Keep the factor; its first code showed that this person has it."""
        answer: HttpResponse = super().form_valid(form)
        record(self.request, FACTOR, type=APP)
        return answer

    def form_invalid(self, form: Any) -> HttpResponse:
        """Show the form again."""
        response: HttpResponse = super().form_invalid(form)
        response.status_code = 400
        return response


@own_factor
@require_http_methods(["GET", "POST"])
def drop(request: HttpRequest, factor_id: int) -> HttpResponse:
    """Ask once more, then take a second factor of one's own away; the last one stays."""
    medewerker_id = visitor_of(request).medewerker_id
    second = [one for one in factors(medewerker_id) if one.soort in KINDS]
    chosen = next((one for one in second if one.id == factor_id), None)
    if chosen is None or len(second) == 1:
        return not_there(request)
    if request.method == "POST":
        drop_factor(medewerker_id, factor_id)
        return redirect("mfa_index")
    return render(request, "aanmelden/drop_factor.html", {"naam": chosen.naam or KINDS[chosen.soort]})


@own_factor
@require_POST
def new_recovery_codes(request: HttpRequest) -> HttpResponse:
    """Make new recovery codes: the old ones stop working, and the new ones are shown once."""
    if not has_factor(visitor_of(request).medewerker_id):
        return not_there(request)
    generate_recovery_codes(request)
    return redirect("mfa_view_recovery_codes")


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


set_up_app = require_http_methods(["GET", "POST"])(own_factor(SetUpApp.as_view()))
recovery_codes = require_safe(RecoveryCodes.as_view())
