"""Give somebody who lost their second factor a new link: a manager does it, for another. Covenant 15.2.c."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from casustafel.acts.invoer import Niets
from casustafel.acts.register.aanmelding import ResetAanmelding, reset_aanmelding
from casustafel.acts.register.people import find_people
from casustafel.convenant.feit import Rol
from casustafel.web.door import acts, not_there, through
from casustafel.web.part import Fact, Waarborgen
from casustafel.web.saving import ActForm, attempt, show
from casustafel.web.words import ROLES


@acts(reset_aanmelding, find_people)
@require_http_methods(["GET", "POST"])
def reset(request: HttpRequest, medewerker_id: UUID) -> HttpResponse:
    """Ask once more, then take away how somebody signs in, and show the new link once; never one's own."""
    found = through(request, find_people, Niets()).autorisaties
    row = next((row for row in found if row.medewerker_id == medewerker_id and not row.is_eigen), None)
    if row is None:
        return not_there(request)
    purpose = _("To let somebody in again who lost their phone or password.")
    waarborgen = Waarborgen(artikel="15.2.c", role=str(ROLES[Rol.AUTORISATIEBEHEERDER]), purpose=purpose)
    form = ActForm(request.POST if request.method == "POST" else None)
    if form.is_bound:
        invoer = ResetAanmelding(medewerker_id=medewerker_id)
        done = attempt(request, form, reset_aanmelding, invoer=lambda _typed: invoer)
        if done is not None:
            link = request.build_absolute_uri(done.result.uitnodiging)
            return render(request, "aanmelden/reset_done.html", {"link": link, "waarborgen": waarborgen})
    facts = [
        Fact(key=_("Name"), value=row.naam, note=row.email),
        Fact(key=_("Organisation"), value=row.organisatie),
        Fact(key=_("Signs in"), value=_("At their organisation") if row.is_gekoppeld else _("Here, with two steps")),
    ]
    return show(request, "aanmelden/reset.html", form, {"facts": facts, "waarborgen": waarborgen})
