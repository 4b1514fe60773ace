"""Where somebody who finds a weakness can say so: RFC 9116. Covenant 15.2.g."""

from datetime import UTC, datetime, time, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from casustafel.acts.edge import edge
from casustafel.web.door import not_there, open_door

VALID = timedelta(days=180)
"""Less than the year that RFC 9116 asks for at most."""


@open_door
@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Give the address to tell, until when that holds, and the languages; nothing where the operator named none."""
    contact = settings.CASUSTAFEL_SECURITY_CONTACT
    if not contact:
        return not_there(request)
    ends = datetime.combine(edge().day + VALID, time(), tzinfo=UTC)
    lines = (
        f"Contact: {contact}",
        f"Expires: {ends.isoformat().replace('+00:00', 'Z')}",
        "Preferred-Languages: nl, en",
        f"Canonical: {request.build_absolute_uri()}",
    )
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
