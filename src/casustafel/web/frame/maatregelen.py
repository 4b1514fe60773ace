"""State the measures of the college for purpose limitation and retention. Besluit B2.b."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from casustafel.acts.invoer import Niets
from casustafel.acts.register.maatregelen import RecordMaatregelen, record_maatregelen
from casustafel.acts.register.open_convenant import open_convenant
from casustafel.convenant.rules.maatregelen import states_maatregelen
from casustafel.web.asked import Day, Line, Text
from casustafel.web.door import acts, not_there, through
from casustafel.web.part import Waarborgen
from casustafel.web.rendering import DayInput, Fieldset
from casustafel.web.saving import ActForm, save, show
from casustafel.web.session import visitor_of


class MaatregelenForm(ActForm):
    """Which measures, established by whom and when."""

    groups = (
        Fieldset(legend=gettext_lazy("Statement of the college"), names=("omschrijving", "door", "vastgesteld_op")),
    )
    omschrijving = Text(
        label=gettext_lazy("Which measures keep the data to its purpose, and no longer than needed?"),
        help_text=gettext_lazy("Everybody with a role in this covenant reads this. Name no persons who are discussed."),
        rows=5,
    )
    door = Line(label=gettext_lazy("Who established this?"))
    vastgesteld_op = Day(
        label=gettext_lazy("On which day?"), widget=DayInput, help_text=gettext_lazy("For example 24-11-2026.")
    )


@acts(open_convenant, record_maatregelen)
@require_http_methods(["GET", "POST"])
def maatregelen(request: HttpRequest) -> HttpResponse:
    """State the measures of the college, as the gemeente."""
    if not states_maatregelen(visitor_of(request).wie):
        return not_there(request)
    form = MaatregelenForm(request.POST if request.method == "POST" else None)

    def invoer(typed: dict[str, Any]) -> RecordMaatregelen:
        return RecordMaatregelen(
            vastgesteld_op=typed["vastgesteld_op"], door=typed["door"], omschrijving=typed["omschrijving"]
        )

    if form.is_bound:
        done = save(request, form, record_maatregelen, invoer=invoer, next_url=f"{reverse('convenant')}?gedaan=1")
        if done is not None:
            return done
    else:
        through(request, open_convenant, Niets())
    waarborgen = Waarborgen(artikel="B2.b", purpose=_("To show that the college keeps data to its purpose and term."))
    return show(request, "frame/maatregelen.html", form, {"waarborgen": waarborgen})
