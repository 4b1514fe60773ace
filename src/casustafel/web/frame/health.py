"""Whether the installation is ready to work: for who watches over it."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from casustafel.acts.health import is_ready
from casustafel.web.door import open_door


@open_door
@require_safe
def healthy(_request: HttpRequest) -> HttpResponse:
    """Say ok, or that it is not; never what is wrong."""
    if is_ready():
        return JsonResponse({"status": "ok"})
    return JsonResponse({"status": "unavailable"}, status=503)
