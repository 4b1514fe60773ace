"""What the pages with a form share: what was typed, and the version that the reader saw."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse

from casustafel.web.saving import ActForm, show


def typed(request: HttpRequest) -> QueryDict | None:
    """Give what was typed, or nothing where the form is asked for."""
    return request.POST if request.method == "POST" else None


def shown(request: HttpRequest, template: str, form: ActForm, context: dict[str, Any], *, versie: int) -> HttpResponse:
    """Show a form with the version that the reader sees; after a clash that is the new one."""
    form.initial["versie"] = versie
    return show(request, template, form, context, versie=versie if form.is_clash else None)


def after(name: str, casus_id: UUID, *, done: str) -> str:
    """Give the address of the page to go to, which says what was done."""
    return f"{reverse(name, args=[casus_id])}?gedaan={done}"
