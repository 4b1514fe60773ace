"""The analysis: what the weegploeg handed over, what the table made of it, and what it replaced. Covenant 10.2.d."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.template.defaultfilters import truncatechars
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from casustafel.acts.casusoverleg.analyse import (
    Analyse,
    AnalyseBeeld,
    AnalyseRegel,
    GrondBeeld,
    OpenAnalyse,
    analyse,
    open_analyse,
)
from casustafel.acts.invoer import Niets
from casustafel.acts.register.open_convenant import open_convenant
from casustafel.convenant.stuk import AnalyseStaat
from casustafel.web.casusoverleg.casus_parts import marks_of
from casustafel.web.casusoverleg.pages import typed
from casustafel.web.casusoverleg.topic import Section, StepPage, is_party, link, step_page, topic_page
from casustafel.web.casusoverleg.topic_forms import AnalyseForm
from casustafel.web.door import acts, not_there, through
from casustafel.web.part import Event, Fact
from casustafel.web.saving import as_id
from casustafel.web.session import visitor_of
from casustafel.web.words import criterium_text, organisation_names

SHORT = 120
PAGE = StepPage(
    heading=gettext_lazy("Analyse at the table"),
    intro=gettext_lazy("One criterion of the referentiekader at a time (article 10.2.d)."),
    submit=gettext_lazy("Save this analysis"),
    note=gettext_lazy("The classes of what it rests on go with it: they decide who may read it."),
    after="casus-analyse",
    done="analyse",
)


REVISION = StepPage(
    heading=gettext_lazy("Revise this analysis"),
    intro=gettext_lazy(
        "A signaal on which this analysis rested is about somebody else, and left this casus. Take out what the text "
        "says of it, or save the text as it is if it says nothing of it. Until then only your organisation reads it."
    ),
    submit=gettext_lazy("Save this analysis"),
    note=gettext_lazy("The text as it stands now is removed."),
    after="casus-analyse",
    done="analyse",
)


WAITS = gettext_lazy("A signaal on which it rested left this casus. Nobody else reads it until you have revised it.")


def _criteria(request: HttpRequest) -> dict[str, str]:
    return {c.code: c.tekst for c in through(request, open_convenant, Niets()).criteria}


def _grond(grond: GrondBeeld, names: Mapping[UUID, str]) -> str:
    party = names.get(grond.organisatie_id, "")
    return f"{date_format(grond.op, 'DATE_FORMAT')}, {party}: {truncatechars(grond.omschrijving, SHORT)}"


@acts(open_analyse, open_convenant)
@require_GET
def show(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Show the analysis of the weegploeg beside that of the table."""
    seen = through(request, open_analyse, OpenAnalyse(houder_id=casus_id))
    wie = visitor_of(request).wie
    parts = (
        (AnalyseStaat.TE_HERZIEN, _("To be revised by your organisation"), ""),
        (AnalyseStaat.TAFEL, _("Of the casusoverleg"), _("No analysis of the table that you may read.")),
        (AnalyseStaat.OVERGEDRAGEN, _("Handed over by the weegploeg"), _("No analysis that you may read.")),
        (AnalyseStaat.VERVANGEN, _("Replaced"), ""),
    )
    sections = []
    for herkomst, title, empty in parts:
        items = _events(request, seen, herkomst)
        if items or empty:
            section = Section(
                id=f"analyse-{herkomst or 'weegploeg'}",
                title=title,
                intro=str(WAITS) if herkomst is AnalyseStaat.TE_HERZIEN else "",
                items=items,
                empty="" if items else empty,
            )
            sections.append(section)
    return topic_page(
        request,
        seen,
        tab="casus-analyse",
        titel=_("Analysis"),
        acties=[link("analyse", _("Analyse at the table"), casus_id)] if is_party(wie, seen) else [],
        sections=sections,
    )


def _events(request: HttpRequest, seen: AnalyseBeeld, herkomst: AnalyseStaat) -> list[Event]:
    found = [regel for regel in seen.analyses if regel.herkomst == herkomst]
    kaders = through(request, open_convenant, Niets()).kaders if found else ()
    names = organisation_names(visitor_of(request).wie)
    gronden = {g.id: _grond(g, names) for g in seen.gronden}
    return [
        Event(
            title=criterium_text(kaders, regel.criterium, on=regel.op),
            on=regel.op,
            text=regel.tekst,
            facts=[
                Fact(key=_("By"), value=names.get(regel.organisatie_id, "")),
                *[Fact(key=_("Rests on"), value=gronden[i]) for i in regel.rust_op if i in gronden],
            ],
            marks=marks_of(regel.merk),
            url=reverse("revise-analyse", args=[seen.id, regel.id]) if herkomst is AnalyseStaat.TE_HERZIEN else "",
            url_label=_("Revise this analysis"),
        )
        for regel in found
    ]


@acts(open_analyse, open_convenant, analyse)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Add an analysis of the table."""
    seen = through(request, open_analyse, OpenAnalyse(houder_id=casus_id))
    return _write(request, seen, None)


@acts(open_analyse, open_convenant, analyse)
@require_http_methods(["GET", "POST"])
def revise(request: HttpRequest, casus_id: UUID, analyse_id: UUID) -> HttpResponse:
    """Write an analysis anew, or confirm it, after a signaal left from under it. Covenant 10.3."""
    seen = through(request, open_analyse, OpenAnalyse(houder_id=casus_id))
    waiting = [a for a in seen.analyses if a.id == analyse_id and a.herkomst is AnalyseStaat.TE_HERZIEN]
    return _write(request, seen, waiting[0]) if waiting else not_there(request)


def _write(request: HttpRequest, seen: AnalyseBeeld, old: AnalyseRegel | None) -> HttpResponse:
    names = organisation_names(visitor_of(request).wie)
    form = AnalyseForm(
        typed(request),
        criteria=_criteria(request).items(),
        gronden=[(str(g.id), _grond(g, names)) for g in seen.gronden],
        initial=(
            {"criterium": old.criterium, "tekst": old.tekst, "rust_op": [str(i) for i in old.rust_op]} if old else {}
        ),
    )

    def invoer(data: dict[str, Any]) -> Analyse:
        return Analyse(
            houder_id=seen.id,
            versie=data["versie"] or 0,
            criterium=data["criterium"],
            tekst=data["tekst"],
            rust_op=tuple(as_id(i) for i in data["rust_op"]),
            herziet=old.id if old else None,
        )

    offered = is_party(visitor_of(request).wie, seen)
    return step_page(request, seen, form, analyse, page=REVISION if old else PAGE, invoer=invoer, is_offered=offered)
