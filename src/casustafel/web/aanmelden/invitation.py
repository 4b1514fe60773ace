"""The one-time link: it leads to a password and a second factor, or to one's organisation. Covenant 15.2.d."""

from uuid import UUID

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.forms import SetPasswordForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from casustafel.acts.edge import edge
from casustafel.acts.invitation import invited, take_password
from casustafel.acts.koppeling import seats
from casustafel.web.door import open_door


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
        account.refresh_from_db()
        logout(request)
        answer: HttpResponse = perform_password_login(
            request, {}, Login(user=account, redirect_url=reverse("mfa_index"))
        )
        return answer
    held = seats(medewerker_id, edge=edge())
    offered = [one for one in settings.CASUSTAFEL_AANBIEDERS.values() if held.intersection(one.organisaties)]
    context = {"form": form, "aanbieders": offered, "medewerker_id": medewerker_id, "token": token}
    return render(request, "aanmelden/invitation.html", context, status=400 if form.is_bound else 200)


def _no_invitation(request: HttpRequest) -> HttpResponse:
    return render(request, "aanmelden/no_invitation.html", status=404)
