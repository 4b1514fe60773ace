"""Put the signature of a kernpartij under a checkpoint that it keeps. Covenant 15.2.e."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from casustafel.acts.invoer import Niets
from casustafel.acts.toezicht.logbewijs import find_logbewijs
from casustafel.acts.toezicht.medeondertekenen import MOST_SIZE, Medeonderteken, cosign_controlepunt
from casustafel.convenant.rules.toegang import is_weegploeg
from casustafel.web.asked import Line, Whole
from casustafel.web.door import acts, not_there, through
from casustafel.web.saving import ActForm, save, show
from casustafel.web.session import visitor_of
from casustafel.web.toezicht.logbewijs import FILES, waarborgen


class CosignForm(ActForm):
    """Which checkpoint, and the signature over it."""

    grootte = Whole(
        label=gettext_lazy("Number of rows of the checkpoint"),
        help_text=gettext_lazy("The second line of the checkpoint that you keep."),
        min_value=0,
        max_value=MOST_SIZE,
    )
    sleutel = Line(
        label=gettext_lazy("Public key of your organisation"),
        help_text=gettext_lazy("The one line between the first and the last line of your public key file (Ed25519)."),
    )
    handtekening = Line(
        label=gettext_lazy("Signature"),
        help_text=gettext_lazy("Over the first three lines of the checkpoint, as one line of base64."),
    )

    def invoer(self, typed: dict[str, Any]) -> Medeonderteken:
        """Give what was typed as the input of the act."""
        return Medeonderteken(
            grootte=typed["grootte"] or 0, sleutel=typed["sleutel"], handtekening=typed["handtekening"]
        )


@acts(*cosign_controlepunt.values(), *find_logbewijs.values())
@require_http_methods(["GET", "POST"])
def cosign(request: HttpRequest, bestand: str) -> HttpResponse:
    """Ask for the signature, and keep it when it is right."""
    if bestand not in cosign_controlepunt or not is_weegploeg(visitor_of(request).wie):
        return not_there(request)
    form = CosignForm(request.POST if request.method == "POST" else None)
    if form.is_bound:
        saved = save(request, form, cosign_controlepunt[bestand], invoer=form.invoer, next_url=reverse("logbewijs"))
        if saved is not None:
            return saved
    log = through(request, find_logbewijs[bestand], Niets())
    context = {"bestand": FILES[bestand], "log": log, "waarborgen": waarborgen(visitor_of(request).wie)}
    return show(request, "toezicht/medeondertekenen.html", form, context)
