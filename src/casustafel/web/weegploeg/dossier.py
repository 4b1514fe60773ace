"""A dossier in four parts: signalen, weging, beslissing, inzage. Each page is one read, judged and logged."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from casustafel.acts.invoer import Niets
from casustafel.acts.register.open_convenant import open_convenant
from casustafel.acts.weegploeg.open_dossier import DossierBeeld, OpenDossier, open_dossier
from casustafel.acts.weegploeg.open_inzage import OpenInzage, open_inzage
from casustafel.convenant.feit import UNDECIDED
from casustafel.web.door import acts, through
from casustafel.web.part import Fact, Link
from casustafel.web.session import visitor_of
from casustafel.web.terms import term_of
from casustafel.web.weegploeg.looks import looks
from casustafel.web.weegploeg.progress import next_steps, steps_of
from casustafel.web.weegploeg.safeguards import dossier_safeguards
from casustafel.web.weegploeg.shown import criteria, events, outcome_facts, positions, subject_facts
from casustafel.web.words import DOSSIER_STATES, organisation_names


def opened(request: HttpRequest, dossier_id: UUID) -> DossierBeeld:
    """Open a dossier for who is at the screen."""
    return through(request, open_dossier, OpenDossier(houder_id=dossier_id))


def _tabs(beeld: DossierBeeld, current: str) -> list[Link]:
    parts = (
        ("dossier", _("Signalen"), len(beeld.signalen)),
        ("dossier-weging", _("Weging"), len(beeld.wegingen)),
        ("dossier-beslissing", _("Beslissing"), None),
        ("dossier-inzage", _("Inzage"), None),
    )
    return [
        Link(url=reverse(name, args=[beeld.id]), label=label, n=n, current=name == current) for name, label, n in parts
    ]


def _page(request: HttpRequest, beeld: DossierBeeld, current: str, **more: Any) -> HttpResponse:
    visitor = visitor_of(request)
    day = visitor.edge.day
    is_open = beeld.staat in UNDECIDED
    context = {
        "beeld": beeld,
        "steps": steps_of(beeld),
        "tabs": _tabs(beeld, current),
        "next_steps": next_steps(beeld, visitor.wie, day=day),
        "term": term_of(beeld.beslis_uiterlijk_op, day=day) if is_open else None,
        "state": DOSSIER_STATES[beeld.staat],
        "waarborgen": dossier_safeguards(beeld, visitor.wie, day=day),
        **more,
    }
    return render(request, f"weegploeg/{current.replace('-', '_')}.html", context)


@require_safe
@acts(open_dossier)
def signalen(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """Show the subject, and the signals and questions in the order of time."""
    beeld = opened(request, dossier_id)
    shown = events(beeld, visitor_of(request).wie)
    return _page(request, beeld, "dossier", events=shown, facts=subject_facts(beeld))


@require_safe
@acts(open_dossier, open_convenant)
def weging(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """Show the analysis, criterion by criterion, with the signals it rests on."""
    beeld = opened(request, dossier_id)
    frame = through(request, open_convenant, Niets()).criteria
    return _page(request, beeld, "dossier-weging", criteria=criteria(beeld, visitor_of(request).wie, frame=frame))


@require_safe
@acts(open_dossier)
def beslissing(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """Show where each kernpartij stands, the outcome, who must be involved, the handing over and the closing."""
    beeld = opened(request, dossier_id)
    visitor = visitor_of(request)
    names = organisation_names(visitor.wie)
    return _page(
        request,
        beeld,
        "dossier-beslissing",
        positions=positions(beeld, visitor.wie, day=visitor.edge.day),
        outcome=outcome_facts(beeld),
        betrokken=[names.get(b.organisatie_id, "") for b in beeld.betrokken],
        reden=beeld.betrokken[0].reden if beeld.betrokken else "",
        closing=[
            Fact(key=_("Closed on"), on=beeld.afsluiting.op),
            Fact(key=_("Motivation"), value=beeld.afsluiting.motivering),
        ]
        if beeld.afsluiting
        else [],
    )


@require_safe
@acts(open_dossier, open_inzage)
def inzage(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """Show which organisations looked, and what they did; no names of people."""
    beeld = opened(request, dossier_id)
    rows = through(request, open_inzage, OpenInzage(houder_id=dossier_id)).regels
    return _page(request, beeld, "dossier-inzage", table=looks(rows, organisation_names(visitor_of(request).wie)))
