"""Personal access keys for other programs: made, seen and withdrawn by the person they speak for. Covenant 15.2.d."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from casustafel.acts.invoer import Niets
from casustafel.acts.register.token import CreateToken, WithdrawToken, create_token, find_tokens, withdraw_token
from casustafel.web.asked import Line
from casustafel.web.door import acts, not_there, through
from casustafel.web.part import Cell, Column, Fact, Table, Waarborgen
from casustafel.web.saving import ActForm, attempt, save, show


class TokenForm(ActForm):
    """What the access key is called."""

    naam = Line(
        label=gettext_lazy("Name of the access key"),
        help_text=gettext_lazy("For yourself, so that you know later which program uses it."),
    )


@acts(find_tokens, create_token)
@require_http_methods(["GET", "POST"])
def tokens(request: HttpRequest) -> HttpResponse:
    """List one's own access keys, and make one, which is shown once."""
    form = TokenForm(request.POST if request.method == "POST" else None)
    if form.is_bound:
        done = attempt(request, form, create_token, invoer=lambda typed: CreateToken(naam=typed["naam"]))
        if done is not None:
            context = {"token": done.result.token, "waarborgen": _waarborgen()}
            return render(request, "frame/token_made.html", context)
    found = through(request, find_tokens, Niets()).tokens
    table = Table(
        caption=_("Valid access keys"),
        columns=[Column(label=label) for label in (_("Name"), _("Valid until"), _("Withdraw"))],
        cells=[
            [Cell(text=t.naam), Cell(on=t.tot), Cell(text=_("Withdraw"), url=reverse("withdraw-token", args=[t.id]))]
            for t in found
        ],
    )
    return show(request, "frame/tokens.html", form, {"table": table, "waarborgen": _waarborgen()})


@acts(withdraw_token, find_tokens)
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, token_id: UUID) -> HttpResponse:
    """Ask once more, then withdraw an access key of one's own."""
    found = through(request, find_tokens, Niets()).tokens
    token = next((token for token in found if token.id == token_id), None)
    if token is None:
        return not_there(request)
    form = ActForm(request.POST if request.method == "POST" else None)
    if form.is_bound:
        invoer = WithdrawToken(token_id=token_id)
        saved = save(request, form, withdraw_token, invoer=lambda _typed: invoer, next_url=reverse("tokens"))
        if saved is not None:
            return saved
    facts = [Fact(key=_("Name"), value=token.naam), Fact(key=_("Valid until"), on=token.tot)]
    return show(request, "frame/withdraw_token.html", form, {"facts": facts, "waarborgen": _waarborgen()})


def _waarborgen() -> Waarborgen:
    return Waarborgen(artikel="15.2.d", purpose=_("Your own access keys for this organisation."))
