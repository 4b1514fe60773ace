"""The frame of the parts of a dossier: steps, tabs, state and safeguards. Covenant 8.4."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from casustafel.acts.weegploeg.open_dossier import DossierBeeld, OpenDossier, open_dossier
from casustafel.convenant.feit import UNDECIDED
from casustafel.web.door import through
from casustafel.web.part import Link
from casustafel.web.session import visitor_of
from casustafel.web.terms import term_of
from casustafel.web.weegploeg.progress import next_steps, steps_of
from casustafel.web.weegploeg.safeguards import dossier_safeguards
from casustafel.web.words import DOSSIER_STATES


def opened(request: HttpRequest, dossier_id: UUID) -> DossierBeeld:
    """Open a dossier for who is at the screen."""
    return through(request, open_dossier, OpenDossier(houder_id=dossier_id))


def _tabs(beeld: DossierBeeld, current: str) -> list[Link]:
    parts = (
        ("dossier", _("Signalen"), len(beeld.signalen)),
        ("dossier-weging", _("Weging"), sum(not w.is_vervangen for w in beeld.wegingen)),
        ("dossier-beslissing", _("Beslissing"), None),
        ("dossier-informeren", _("Informing"), None),
        ("dossier-controle", _("Controle"), None),
        ("dossier-inzage", _("Inzage"), None),
    )
    return [
        Link(url=reverse(name, args=[beeld.id]), label=label, n=n, current=name == current) for name, label, n in parts
    ]


def dossier_page(request: HttpRequest, beeld: DossierBeeld, current: str, **more: Any) -> HttpResponse:
    """Show one part of a dossier in the frame that all have."""
    visitor = visitor_of(request)
    day = visitor.edge.day
    is_open = beeld.staat in UNDECIDED and beeld.niet_geagendeerd_sinds is None
    context = {
        "beeld": beeld,
        "steps": steps_of(beeld),
        "tabs": _tabs(beeld, current),
        "next_steps": next_steps(beeld, visitor.wie, day=day),
        "term": term_of(beeld.beslis_uiterlijk_op, day=day) if is_open else None,
        "state": DOSSIER_STATES[beeld.staat],
        "passed": _passed(beeld),
        "waarborgen": dossier_safeguards(beeld, visitor.wie, day=day),
        **more,
    }
    return render(request, f"weegploeg/{current.replace('-', '_')}.html", context)


def _passed(beeld: DossierBeeld) -> str:
    """Say that the term to decide ended without an outcome, and until when the dossier is kept. Covenant 7.4, 13.3."""
    if beeld.staat not in UNDECIDED or beeld.niet_geagendeerd_sinds is None:
        return ""
    days = {"since": date_format(beeld.niet_geagendeerd_sinds), "until": date_format(beeld.bewaring.tot)}
    return (
        _("Counts as not put on the agenda since %(since)s (article 7.4). Kept until %(until)s (article 13.3).") % days
    )
