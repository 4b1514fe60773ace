"""The demo's own door: be one of the invented people. It is there in a demo installation only."""

import json
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from casustafel.convenant.feit import Rol
from casustafel.web.aanmelden.strength import DEMO, record
from casustafel.web.door import not_there, open_door
from casustafel.web.words import ROLES


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """One of the invented people."""

    id: str
    naam: str
    what: str
    rollen: str


@open_door
@require_http_methods(["GET", "POST"])
def persona(request: HttpRequest) -> HttpResponse:
    """List the invented people, and sign in as one of them."""
    if not settings.CASUSTAFEL_IS_DEMO:
        return not_there(request)
    people = _personas()
    if request.method == "POST":
        chosen = next((one for one in people if one.id == request.POST.get("wie")), None)
        account = ModelBackend().get_user(chosen.id) if chosen else None
        if account is None:
            return not_there(request)
        login(request, account)
        record(request, DEMO)
        return redirect("werkvoorraad")
    return render(request, "frame/persona.html", {"people": people})


def _personas() -> list[Persona]:
    rows: list[dict[str, Any]] = json.loads((settings.CASUSTAFEL_DATA / "demo.json").read_text(encoding="utf-8"))
    return [
        Persona(
            id=row["medewerker_id"],
            naam=row["naam"],
            what=", ".join(part for part in (row["functie"], row["organisatie"]) if part),
            rollen=", ".join(str(ROLES[Rol(rol)]) for rol in row["rollen"]),
        )
        for row in rows
    ]
