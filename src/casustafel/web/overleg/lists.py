"""The meetings that one may know of, planning one, and its calendar file. Covenant 7.3, 9.1."""

from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe
from icalendar import Calendar, Event

from casustafel.acts.edge import LOCAL
from casustafel.acts.gate import Refused
from casustafel.acts.invoer import Niets
from casustafel.acts.overleg.agenda import MoveOverleg, PlanOverleg, move_overleg, plan_overleg
from casustafel.acts.overleg.beeld import OverlegAfspraak, OverlegRegel
from casustafel.acts.overleg.bord import OpOverleg
from casustafel.acts.overleg.read import export_overleg, find_overleggen, open_overleg
from casustafel.convenant.feit import Wie
from casustafel.convenant.overleg import TO_COME, Bord, OverlegStaat
from casustafel.convenant.rules.overleg import may_find_overleggen, prepares
from casustafel.web.asked import Clock, Day
from casustafel.web.door import acts, not_there, through
from casustafel.web.overleg.frame import BOARDS, STATES, leads, opened, waarborgen, where
from casustafel.web.part import Cell, Column, Link, Table
from casustafel.web.rendering import DayPicker
from casustafel.web.saving import ActForm, save, show
from casustafel.web.session import visitor_of

AT_A_DISTANCE = "-"
SUMMARY = "Casustafel-overleg"
LENGTH = timedelta(hours=1)


class PlanForm(ActForm):
    """The day, the time and the place."""

    op = Day(label=gettext_lazy("Which day?"), widget=DayPicker)
    van = Clock(label=gettext_lazy("At what time does it begin?"))
    plaats_id = forms.ChoiceField(label=gettext_lazy("Where?"))

    def __init__(self, *args: Any, wie: Wie, day: Any, **kwargs: Any) -> None:
        """Take who asks: the place is an organisation of the covenant."""
        super().__init__(*args, **kwargs)
        places = [(str(o.id), o.naam) for o in wie.convenant.organisaties if o.is_in_force_on(day)]
        field = self.fields["plaats_id"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [*places, (AT_A_DISTANCE, _("At a distance"))]


@require_safe
@acts(*find_overleggen.values())
def overleggen(request: HttpRequest) -> HttpResponse:
    """List the meetings of both boards, as far as they exist for the reader."""
    visitor = visitor_of(request)
    wie, day = visitor.wie, visitor.edge.day
    rows = [(bord, regel) for bord in Bord for regel in _found(request, bord)]
    rows.sort(key=lambda row: (row[1].op, row[1].van))
    coming = [row for row in rows if row[1].staat in TO_COME and row[1].op >= day]
    past = [row for row in reversed(rows) if row not in coming]
    boards = [bord for bord in Bord if may_find_overleggen(wie, bord, day=day).is_allowed]
    context = {
        "coming": _table(_("To come"), coming, wie=wie) if coming else None,
        "past": _table(_("Before"), past, wie=wie) if past else None,
        "plans": [
            Link(url=reverse(f"plan-overleg-{bord}"), label=str(PLAN[bord])) for bord in boards if prepares(wie, bord)
        ],
        "waarborgen": waarborgen(wie, boards[0]) if boards else None,
    }
    return render(request, "overleg/lijst.html", context)


PLAN = {
    Bord.WEEGPLOEG: gettext_lazy("Plan a meeting of the weegploeg"),
    Bord.CASUSOVERLEG: gettext_lazy("Plan a meeting of the casusoverleg"),
}


def _found(request: HttpRequest, bord: Bord) -> tuple[OverlegRegel, ...]:
    """Find the meetings of one board; a board that is not the reader's has none."""
    try:
        return through(request, find_overleggen[bord], Niets()).overleggen
    except Refused as refused:
        if not refused.verdict.is_hidden:
            raise
        return ()


def _table(caption: str, rows: list[tuple[Bord, OverlegRegel]], *, wie: Wie) -> Table:
    labels = (_("Meeting"), _("Board"), _("Day"), _("Begins at"), _("Where"), _("State"))
    return Table(
        caption=caption,
        columns=[Column(label=label) for label in labels],
        cells=[
            [
                Cell(text=regel.nummer, url=reverse(f"overleg-{bord}", args=[regel.id])),
                Cell(text=str(BOARDS[bord])),
                Cell(on=regel.op),
                Cell(text=regel.van),
                Cell(text=where(wie, regel.plaats_id)),
                Cell(badge=str(STATES[regel.staat])),
            ]
            for bord, regel in rows
        ],
    )


@require_http_methods(["GET", "POST"])
@acts(*plan_overleg.values())
def plan(request: HttpRequest, bord: Bord) -> HttpResponse:
    """Plan a meeting of a board; who cannot, finds nothing here."""
    visitor = visitor_of(request)
    wie, day = visitor.wie, visitor.edge.day
    if not (may_find_overleggen(wie, bord, day=day).is_allowed and prepares(wie, bord)):
        return not_there(request)
    form = PlanForm(request.POST or None, wie=wie, day=day)

    def invoer(data: dict[str, Any]) -> PlanOverleg:
        place = data["plaats_id"]
        return PlanOverleg(op=data["op"], van=data["van"], plaats_id=None if place == AT_A_DISTANCE else UUID(place))

    def next_url(overleg_id: UUID) -> str:
        return reverse(f"overleg-{bord}", args=[overleg_id])

    done = save(request, form, plan_overleg[bord], invoer=invoer, next_url=next_url)
    if done is not None:
        return done
    context = {
        "heading": PLAN[bord],
        "intro": _(
            "You choose the subjects on the next page. A meeting holds no content: "
            "its number, day, time and place only."
        ),
        "submit": _("Plan this meeting"),
        "back_url": reverse("overleggen"),
        "back_label": _("Overleg"),
        "waarborgen": waarborgen(wie, bord),
    }
    return show(request, "overleg/plan.html", form, context)


@require_http_methods(["GET", "POST"])
@acts(*open_overleg.values(), *move_overleg.values())
def move(request: HttpRequest, bord: Bord, overleg_id: UUID) -> HttpResponse:
    """Move a meeting to another day, time or place; who does not lead it, or too late, finds nothing here."""
    beeld = opened(request, bord, overleg_id)
    visitor = visitor_of(request)
    wie, here = visitor.wie, reverse(f"overleg-{bord}", args=[overleg_id])
    if not leads(wie, bord, beeld) or beeld.staat is not OverlegStaat.GEPLAND:
        return not_there(request)
    now = {"op": beeld.op, "van": beeld.van, "plaats_id": str(beeld.plaats_id or AT_A_DISTANCE)}
    form = PlanForm(request.POST or None, wie=wie, day=visitor.edge.day, initial=now)

    def invoer(data: dict[str, Any]) -> MoveOverleg:
        place = data["plaats_id"]
        plaats_id = None if place == AT_A_DISTANCE else UUID(place)
        return MoveOverleg(houder_id=overleg_id, op=data["op"], van=data["van"], plaats_id=plaats_id)

    done = save(request, form, move_overleg[bord], invoer=invoer, next_url=here)
    if done is not None:
        return done
    context = {
        "heading": _("Move meeting %(number)s") % {"number": beeld.nummer},
        "intro": _("The agenda stays. Tell the others: a calendar that took this meeting does not change by itself."),
        "submit": _("Move this meeting"),
        "back_url": here,
        "back_label": beeld.nummer,
        "waarborgen": waarborgen(wie, bord),
    }
    return show(request, "overleg/plan.html", form, context)


@require_safe
@acts(*export_overleg.values())
def afspraak(request: HttpRequest, bord: Bord, overleg_id: UUID) -> HttpResponse:
    """Give the calendar file of a meeting: its number, day, time and address, and nothing of what it is about."""
    found = through(request, export_overleg[bord], OpOverleg(houder_id=overleg_id))
    url = request.build_absolute_uri(reverse(f"overleg-{bord}", args=[overleg_id]))
    return HttpResponse(
        _calendar(found, url=url, stamp=visitor_of(request).edge.now),
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{found.nummer}.ics"'},
    )


def _calendar(found: OverlegAfspraak, *, url: str, stamp: datetime) -> bytes:
    begin = datetime.combine(found.op, time.fromisoformat(found.van), LOCAL)
    event = Event()
    event.add("uid", str(found.id))
    event.add("dtstamp", stamp)
    event.add("dtstart", begin.astimezone(stamp.tzinfo))
    event.add("dtend", (begin + LENGTH).astimezone(stamp.tzinfo))
    event.add("summary", f"{SUMMARY} {found.nummer}")
    event.add("url", url)
    event.add("class", "PRIVATE")
    event.add("status", "CANCELLED" if found.is_afgelast else "CONFIRMED")
    calendar = Calendar()
    calendar.add("prodid", "-//Casustafel//NL")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    return bytes(calendar.to_ical())
