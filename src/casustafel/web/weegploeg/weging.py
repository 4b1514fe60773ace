"""Weigh one criterion of the referentiekader, with the signals that the text rests on. Covenant 7.3, 8.2.d."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from casustafel.acts.invoer import Niets
from casustafel.acts.register.open_convenant import open_convenant
from casustafel.acts.weegploeg.open_dossier import open_dossier
from casustafel.acts.weegploeg.weigh_criterium import WeighCriterium, weigh_criterium
from casustafel.web.asked import Many, One, Text
from casustafel.web.door import acts, through
from casustafel.web.rendering import Fieldset
from casustafel.web.saving import ActForm, as_id
from casustafel.web.session import visitor_of
from casustafel.web.weegploeg.dossier_page import opened
from casustafel.web.weegploeg.form_page import FormPage, answer, typed
from casustafel.web.weegploeg.shown import signaal_names

PAGE = FormPage(
    heading=_("Weigh the signals"),
    submit=_("Save this weighing"),
    after="dossier-weging",
    intro=_("Weigh one criterion at a time, in your own words. Nothing is computed (article 7.3)."),
)


class WegingForm(ActForm):
    """A criterion, what the weegploeg thinks of it, and the signals that this rests on."""

    groups = (Fieldset(legend=_("Weighing"), names=("criterium", "signalen", "tekst")),)
    field_order = ("versie", "criterium", "signalen", "tekst")

    def __init__(
        self, *args: Any, criteria: Iterable[tuple[str, str]], signalen: Iterable[tuple[str, str]], **kwargs: Any
    ) -> None:
        """Offer the criteria in force and the signals of this dossier."""
        super().__init__(*args, **kwargs)
        self.fields["criterium"] = One(label=_("Which criterion do you weigh?"), choices=list(criteria))
        self.fields["signalen"] = Many(label=_("On which signals does this rest?"), choices=list(signalen))
        self.fields["tekst"] = Text(
            label=_("What does the weegploeg see?"),
            rows=6,
            help_text=_("Describe what the signals show on this criterion, and what they do not show."),
        )


@require_http_methods(["GET", "POST"])
@acts(open_dossier, open_convenant, weigh_criterium)
def criterium_weigh(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """Record the analysis on one criterion."""
    beeld = opened(request, dossier_id)
    frame = through(request, open_convenant, Niets()).criteria
    names = signaal_names(beeld, visitor_of(request).wie)
    form = WegingForm(
        typed(request),
        initial={"versie": beeld.versie},
        criteria=[(c.code, c.tekst) for c in frame],
        signalen=[(str(signaal_id), name) for signaal_id, name in names.items()],
    )

    def invoer(data: dict[str, Any]) -> WeighCriterium:
        return WeighCriterium(
            houder_id=dossier_id,
            versie=data["versie"],
            criterium=data["criterium"],
            tekst=data["tekst"],
            signalen=tuple(as_id(chosen) for chosen in data["signalen"]),
        )

    return answer(request, form, beeld, PAGE, act=weigh_criterium, invoer=invoer)
