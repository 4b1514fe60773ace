"""The buttons of a meeting: each does one act, and goes back to the page that it stood on. Covenant 7.3, 9.1."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from casustafel.acts.overleg.agenda import OrderAgenda, PuntOpAgenda, order_agenda, take_off_agenda
from casustafel.acts.overleg.bord import OpOverleg
from casustafel.acts.overleg.meet import (
    DiscussPunt,
    RecordAanwezig,
    cancel_overleg,
    discuss_punt,
    record_aanwezig,
    start_overleg,
)
from casustafel.acts.overleg.read import open_overleg
from casustafel.convenant.overleg import Bord
from casustafel.web.door import acts, not_there, through
from casustafel.web.overleg.frame import opened

Step = Callable[[HttpRequest, Bord, UUID, UUID | None], None]


def _start(request: HttpRequest, bord: Bord, overleg_id: UUID, _which: UUID | None) -> None:
    through(request, start_overleg[bord], OpOverleg(houder_id=overleg_id))


def _cancel(request: HttpRequest, bord: Bord, overleg_id: UUID, _which: UUID | None) -> None:
    through(request, cancel_overleg[bord], OpOverleg(houder_id=overleg_id))


def _come(request: HttpRequest, bord: Bord, overleg_id: UUID, which: UUID | None) -> None:
    through(request, record_aanwezig[bord], RecordAanwezig(houder_id=overleg_id, organisatie_id=which))


def _discuss(request: HttpRequest, bord: Bord, overleg_id: UUID, which: UUID | None) -> None:
    through(request, discuss_punt[bord], DiscussPunt(houder_id=overleg_id, punt_id=which))


def _off(request: HttpRequest, bord: Bord, overleg_id: UUID, which: UUID | None) -> None:
    punt_id = which or UUID(int=0)
    through(request, take_off_agenda[bord], PuntOpAgenda(houder_id=overleg_id, punt_id=punt_id))


def _up(request: HttpRequest, bord: Bord, overleg_id: UUID, which: UUID | None) -> None:
    """Swap a subject with the one before it, on the agenda as the reader sees it."""
    punten = [punt.id for punt in opened(request, bord, overleg_id).punten]
    place = punten.index(which) if which in punten else 0
    if place > 0:
        punten[place - 1], punten[place] = punten[place], punten[place - 1]
        through(request, order_agenda[bord], OrderAgenda(houder_id=overleg_id, punten=tuple(punten)))


STEPS: dict[str, tuple[Step, str]] = {
    "beginnen": (_start, "-aanwezig"),
    "afgelasten": (_cancel, ""),
    "aanwezig": (_come, "-aanwezig"),
    "bespreken": (_discuss, "-bespreken"),
    "eraf": (_off, ""),
    "omhoog": (_up, ""),
}


@require_POST
@acts(
    *open_overleg.values(),
    *start_overleg.values(),
    *cancel_overleg.values(),
    *record_aanwezig.values(),
    *discuss_punt.values(),
    *take_off_agenda.values(),
    *order_agenda.values(),
)
def stap(request: HttpRequest, bord: Bord, overleg_id: UUID) -> HttpResponse:
    """Take the step of a button."""
    step, after = STEPS.get(request.POST.get("doe", ""), (None, ""))
    if step is None:
        return not_there(request)
    step(request, bord, overleg_id, _which(request))
    return redirect(f"overleg-{bord}{after}", overleg_id)


def _which(request: HttpRequest) -> UUID | None:
    """Read which subject or organisation a button names; what is no id names nothing that exists."""
    sent = request.POST.get("welke", "")
    try:
        return UUID(sent) if sent else None
    except ValueError:
        return UUID(int=0)
