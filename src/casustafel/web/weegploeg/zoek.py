"""Find dossiers by a name that is alike; the name is sent in a body, never in an address. Covenant 8.4."""

from dataclasses import dataclass

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from casustafel.acts.gate import Refused
from casustafel.acts.invoer import MAX_LINE
from casustafel.acts.weegploeg.search_dossiers import LEAST, GevondenDossier, SearchDossiers, search_dossiers
from casustafel.convenant.rules.toegang import may_find_dossiers
from casustafel.web.door import acts, not_there, through
from casustafel.web.part import Cell, Column, Part, Table
from casustafel.web.session import visitor_of
from casustafel.web.weegploeg.safeguards import board_safeguards
from casustafel.web.words import DOSSIER_STATES


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike(Part):
    """A dossier on somebody with a name that is alike; `add_url` is where a signaal is added to it, if it can be."""

    number: str
    name: str
    state: str
    url: str
    add_url: str = ""


class ZoekForm(forms.Form):
    """A name, or the beginning of it."""

    template_name = "components/form.html"
    use_required_attribute = False
    naam = forms.CharField(
        label=_("Search by name"),
        min_length=LEAST,
        max_length=MAX_LINE,
        help_text=_("Another spelling is found too."),
    )


def alike(request: HttpRequest, naam: str) -> list[Alike]:
    """Give the dossiers within the reader's own view on somebody with a name that is alike."""
    if len(naam.strip()) < LEAST:
        return []
    return [_alike(d) for d in through(request, search_dossiers, SearchDossiers(naam=naam)).dossiers]


def _alike(d: GevondenDossier) -> Alike:
    return Alike(
        number=d.nummer,
        name=d.naam,
        state=str(DOSSIER_STATES[d.staat]),
        url=reverse("dossier", args=[d.id]),
        add_url=reverse("submit-signaal", args=[d.id]) if d.neemt_signalen_aan else "",
    )


@require_http_methods(["GET", "POST"])
@acts(search_dossiers)
def dossiers_search(request: HttpRequest) -> HttpResponse:
    """Show what was found; without a name in the body there is no such page: one types it on the board."""
    if request.method != "POST":
        return not_there(request)
    form = ZoekForm(request.POST)
    visitor = visitor_of(request)
    general = may_find_dossiers(visitor.wie, day=visitor.edge.day)
    if not general.is_allowed:
        raise Refused(general)
    found = None
    if form.is_valid():
        found = through(request, search_dossiers, SearchDossiers(naam=form.cleaned_data["naam"]))
    context = {
        "form": form,
        "table": _table([_alike(d) for d in found.dossiers]) if found and found.dossiers else None,
        "is_empty": found is not None and not found.dossiers,
        "is_more": found is not None and not found.is_alles,
        "waarborgen": board_safeguards(visitor.wie),
    }
    return render(request, "weegploeg/zoek.html", context, status=200 if form.is_valid() else 400)


def _table(found: list[Alike]) -> Table:
    return Table(
        caption=gettext("Dossiers with a name that is alike"),
        columns=[Column(label=gettext("Number")), Column(label=gettext("Name")), Column(label=gettext("State"))],
        cells=[[Cell(text=d.number), Cell(text=d.name, url=d.url), Cell(badge=d.state)] for d in found],
    )
