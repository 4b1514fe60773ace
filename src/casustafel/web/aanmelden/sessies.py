"""Where one is signed in, and ending that from elsewhere. Covenant 15.2.d."""

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from casustafel.acts.aanmelden import end_other_sessies, end_sessie
from casustafel.web.session import visitor_of


@require_POST
def end(request: HttpRequest, sessie_id: int) -> HttpResponse:
    """End one session of one's own; one that is not there, or another's, changes nothing."""
    if end_sessie(visitor_of(request).medewerker_id, sessie_id) == request.session.session_key:
        logout(request)
        return redirect("account_login")
    return redirect("mfa_index")


@require_POST
def end_others(request: HttpRequest) -> HttpResponse:
    """End every session of one's own but this."""
    end_other_sessies(visitor_of(request).medewerker_id, than=request.session.session_key or "")
    return redirect("mfa_index")
