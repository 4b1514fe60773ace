"""A dossier in its parts: signalen, weging, beslissing, inzage. Each page is one read, judged and logged."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from casustafel.acts.invoer import Niets
from casustafel.acts.register.open_convenant import open_convenant
from casustafel.acts.weegploeg.open_dossier import DossierBeeld, open_dossier
from casustafel.acts.weegploeg.open_inzage import OpenInzage, open_inzage
from casustafel.web.door import acts, through
from casustafel.web.part import Fact
from casustafel.web.session import visitor_of
from casustafel.web.weegploeg.doelgroep import doelgroep_facts, heroverweging_facts
from casustafel.web.weegploeg.dossier_page import dossier_page, opened
from casustafel.web.weegploeg.looks import looks
from casustafel.web.weegploeg.progress import mending_steps
from casustafel.web.weegploeg.shown import (
    corrected,
    criteria,
    events,
    outcome_facts,
    positions,
    subject_facts,
    verplaatsingen,
)
from casustafel.web.weegploeg.verlenging import question_facts, term_facts, term_positions, term_steps
from casustafel.web.words import organisation_names


def _naw_history(beeld: DossierBeeld, request: HttpRequest) -> dict[str, Any]:
    wie = visitor_of(request).wie
    return {"naw_history": [corrected(c, wie) for c in reversed(beeld.correcties)]}


@require_safe
@acts(open_dossier)
def signalen(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """Show the subject, and the signals and questions in the order of time."""
    beeld = opened(request, dossier_id)
    wie = visitor_of(request).wie
    facts = [*subject_facts(beeld, wie=wie), *doelgroep_facts(beeld, wie), *heroverweging_facts(beeld)]
    moves, mending = verplaatsingen(beeld, wie), mending_steps(beeld, wie)
    history = _naw_history(beeld, request)
    return dossier_page(
        request, beeld, "dossier", events=events(beeld, wie), facts=facts, moves=moves, mending=mending, **history
    )


@require_safe
@acts(open_dossier, open_convenant)
def weging(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """Show the analysis, criterion by criterion, with the signals it rests on."""
    beeld = opened(request, dossier_id)
    convenant = through(request, open_convenant, Niets())
    shown = criteria(beeld, visitor_of(request).wie, frame=convenant.criteria, kaders=convenant.kaders)
    return dossier_page(request, beeld, "dossier-weging", criteria=shown)


@require_safe
@acts(open_dossier)
def beslissing(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """Show where each kernpartij stands, the outcome, who must be involved, the handing over and the closing."""
    beeld = opened(request, dossier_id)
    visitor = visitor_of(request)
    names = organisation_names(visitor.wie)
    return dossier_page(
        request,
        beeld,
        "dossier-beslissing",
        positions=positions(beeld, visitor.wie, day=visitor.edge.day),
        outcome=outcome_facts(beeld),
        term_facts=term_facts(beeld, day=visitor.edge.day),
        question=question_facts(beeld, visitor.wie),
        term_positions=term_positions(beeld, visitor.wie, day=visitor.edge.day),
        term_steps=term_steps(beeld, visitor.wie, day=visitor.edge.day),
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
    return dossier_page(
        request, beeld, "dossier-inzage", table=looks(rows, organisation_names(visitor_of(request).wie))
    )
