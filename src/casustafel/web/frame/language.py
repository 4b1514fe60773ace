"""The language of the reader."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from casustafel.web.door import open_door


@open_door
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Take the language of the reader, and go back to where they were."""
    return set_language(request)
