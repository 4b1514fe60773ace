"""The way back to the meeting in which somebody was asked to do something elsewhere."""

from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse

from casustafel.convenant.overleg import Bord

ASKED_BY = "overleg"


def back_to(request: HttpRequest, bord: Bord) -> str:
    """Give the address of the meeting that the page was reached from, or nothing. Only an id is taken from outside."""
    try:
        overleg_id = UUID(request.GET.get(ASKED_BY, ""))
    except ValueError:
        return ""
    return reverse(f"overleg-{bord}-bespreken", args=[overleg_id])
