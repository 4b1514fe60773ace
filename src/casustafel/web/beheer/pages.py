"""What the pages on the covenant have in common: the page round a form, the safeguards, words for codes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casustafel.acts.gate import Act
from casustafel.acts.invoer import Invoer
from casustafel.convenant.overeenstemming import Vraagstaat
from casustafel.convenant.voorstel import Onderdeel, VoorstelSoort
from casustafel.web.part import Fact, Waarborgen
from casustafel.web.saving import ActForm, save, show

TEMPLATE = "beheer/form.html"
SAVE = gettext_lazy("Save")
PARTS = {
    Onderdeel.CONVENANT: gettext_lazy("The covenant"),
    Onderdeel.BIJLAGE_1: gettext_lazy("Annex 1: externe casuspartners"),
    Onderdeel.BIJLAGE_2: gettext_lazy("Annex 2: description of the process"),
    Onderdeel.BIJLAGE_3: gettext_lazy("Annex 3: referentiekader"),
    Onderdeel.REGELING: gettext_lazy("What the kernpartijen arranged together (AVG 26)"),
}
KINDS_OF_PROPOSAL = {
    VoorstelSoort.PARTNER: gettext_lazy("A partner comes into annex 1"),
    VoorstelSoort.PARTNER_EINDE: gettext_lazy("A partner leaves annex 1"),
    VoorstelSoort.TEKST: gettext_lazy("A new version of a text"),
    VoorstelSoort.REFERENTIEKADER: gettext_lazy("A new version of annex 3"),
    VoorstelSoort.TOETREDING: gettext_lazy("A kernpartij joins"),
}
PROPOSAL_STATES = {
    Vraagstaat.OPEN: gettext_lazy("asked"),
    Vraagstaat.AANGENOMEN: gettext_lazy("adopted"),
    Vraagstaat.INGETROKKEN: gettext_lazy("withdrawn"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BeheerPage:
    """What stands round a form: heading, introduction, buttons, facts above it, and where to go afterwards."""

    heading: str | Promise
    artikel: str
    back: str
    back_label: str | Promise
    submit: str | Promise = SAVE
    intro: Sequence[str | Promise] = ()
    note: str | Promise = ""
    negative: bool = False
    back_args: Sequence[object] = field(default_factory=tuple)
    facts: Sequence[Fact] = ()

    @property
    def back_url(self) -> str:
        """Give the page to go back to, and on to after saving."""
        return reverse(self.back, args=list(self.back_args))


def typed(request: HttpRequest) -> QueryDict | None:
    """Give what was sent, or nothing where the page is asked for."""
    return request.POST if request.method == "POST" else None


def answer(
    request: HttpRequest,
    form: ActForm,
    page: BeheerPage,
    *,
    act: Act[Any, Any],
    invoer: Callable[[dict[str, Any]], Invoer],
    next_url: str | Callable[[Any], str] = "",
) -> HttpResponse:
    """Do the act of a form that was sent, or show the form: anew, or with its faults and all that was typed."""
    if form.is_bound:
        done = save(request, form, act, invoer=invoer, next_url=next_url or page.back_url)
        if done is not None:
            return done
    return show(request, TEMPLATE, form, {"page": page, "waarborgen": safeguards(page.artikel)})


def safeguards(artikel: str) -> Waarborgen:
    """Say why a page on the covenant may be seen, and how long what stands there is kept."""
    return Waarborgen(
        artikel=artikel,
        purpose=_("This is about the covenant itself. Nothing here is about a subject."),
        kept_artikel="13.1",
        kept_why=_("texts as long as the covenant stands; what names people says until when"),
    )
