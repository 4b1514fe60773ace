"""The essence of the arrangement between the controllers, for everybody. Covenant 4; AVG 26."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from casustafel.acts.edge import edge
from casustafel.acts.regeling import essence
from casustafel.web.door import not_there, open_door


@open_door
@require_safe
def regeling(request: HttpRequest, code: str) -> HttpResponse:
    """Show who is responsible and where somebody may turn to: without an account, and nothing about anybody."""
    found = essence(code, day=edge().day)
    if found is None:
        return not_there(request)
    return render(request, "frame/regeling.html", {"organisatie": found.gemeente, "text": found, "code": code})
