"""Go on after a pause: where a page waits behind a code. Covenant 15.2.d."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from casustafel.web.frame.own_path import next_of


@require_POST
def unlock(request: HttpRequest) -> HttpResponse:
    """Lead on to the page that was asked for; the code was looked at before, as with every form that waits."""
    return redirect(next_of(request))
