"""What pages of one meeting share: its heading, its four steps, why one may see it. Covenant 7.3, 8.4, 9.1, 10.4."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casustafel.acts.overleg.beeld import OverlegBeeld
from casustafel.acts.overleg.bord import OpOverleg
from casustafel.acts.overleg.read import open_overleg
from casustafel.convenant.feit import Rol, Wie
from casustafel.convenant.overleg import TO_COME, Bord, OverlegStaat
from casustafel.convenant.rules.overleg import prepares
from casustafel.convenant.rules.toegang import is_partner
from casustafel.web.door import through
from casustafel.web.part import Link, Waarborgen
from casustafel.web.session import visitor_of
from casustafel.web.words import ROLES, TASKS, organisation_names

BOARDS = {Bord.WEEGPLOEG: gettext_lazy("Weegploeg"), Bord.CASUSOVERLEG: gettext_lazy("Casusoverleg")}
STATES = {
    OverlegStaat.GEPLAND: gettext_lazy("Planned"),
    OverlegStaat.BEZIG: gettext_lazy("Being held"),
    OverlegStaat.AFGEROND: gettext_lazy("Finished"),
    OverlegStaat.AFGELAST: gettext_lazy("Called off"),
}
PARTS = (
    ("", gettext_lazy("1. Agenda")),
    ("-aanwezig", gettext_lazy("2. Present")),
    ("-bespreken", gettext_lazy("3. Discuss")),
    ("-afronden", gettext_lazy("4. Finish")),
)


def opened(request: HttpRequest, bord: Bord, overleg_id: UUID) -> OverlegBeeld:
    """Open a meeting for who is at the screen."""
    return through(request, open_overleg[bord], OpOverleg(houder_id=overleg_id))


def leads(wie: Wie, bord: Bord, beeld: OverlegBeeld) -> bool:
    """Tell whether to offer the steps of who leads. A convenience: each act decides for itself."""
    is_own = bord is Bord.WEEGPLOEG or Rol.UITVOERDER in wie.rollen or beeld.gepland_door == wie.organisatie_id
    return prepares(wie, bord) and is_own and beeld.staat in TO_COME


def where(wie: Wie, plaats_id: UUID | None) -> str:
    """Say where a meeting is held."""
    return organisation_names(wie).get(plaats_id, "") if plaats_id else _("at a distance")


def page(request: HttpRequest, bord: Bord, beeld: OverlegBeeld, part: str, **more: Any) -> HttpResponse:
    """Show one of the four steps of a meeting."""
    wie = visitor_of(request).wie
    name = f"overleg-{bord}"
    context = {
        "beeld": beeld,
        "board": BOARDS[bord],
        "state": STATES[beeld.staat],
        "when": f"{date_format(beeld.op)}, {beeld.van}",
        "where": where(wie, beeld.plaats_id),
        "tabs": [
            Link(url=reverse(f"{name}{suffix}", args=[beeld.id]), label=str(label), current=part == suffix)
            for suffix, label in PARTS
        ],
        "step_url": reverse(f"{name}-stap", args=[beeld.id]),
        "leads": leads(wie, bord, beeld),
        "prepares": prepares(wie, bord) and beeld.staat in TO_COME,
        "is_planned": beeld.staat is OverlegStaat.GEPLAND,
        "is_held": beeld.staat is OverlegStaat.BEZIG,
        "has_come": visitor_of(request).edge.day >= beeld.op,
        "waarborgen": waarborgen(wie, bord, beeld),
        **more,
    }
    return render(request, f"overleg/{part.removeprefix('-') or 'agenda'}.html", context)


def waarborgen(wie: Wie, bord: Bord, beeld: OverlegBeeld | None = None) -> Waarborgen:
    """Give the safeguards of a meeting."""
    rol = Rol.WEEGPLOEG if bord is Bord.WEEGPLOEG else Rol.CASUSOVERLEG
    by_task = rol not in wie.rollen and wie.taak is not None
    artikel = "8.4" if bord is Bord.WEEGPLOEG else "10.5" if is_partner(wie) else "10.4"
    return Waarborgen(
        artikel="5" if by_task else artikel,
        role=f"{ROLES[Rol.UITVOERDER]} ({TASKS[wie.taak]})" if by_task and wie.taak else str(ROLES[rol]),
        purpose=_("You see the subjects that you may know of, and this agenda is made for you."),
        kept_until=beeld.bewaard_tot if beeld else None,
        kept_artikel=beeld.bewaard_artikel if beeld else "13",
        kept_why=_("a meeting holds no content, and goes with the last of its subjects"),
    )
