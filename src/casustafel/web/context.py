"""What every page shows around its content: for whom the reader works, the menu, the footer. No query on open pages."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from casustafel.convenant.feit import Rol, Wie
from casustafel.convenant.rules.doorverstrekking import may_find_doorverstrekkingen, may_find_toestemmingen
from casustafel.convenant.rules.logbewijs import OVERSIGHT
from casustafel.convenant.rules.toegang import is_weegploeg
from casustafel.convenant.rules.verzoek import may_find_verzoeken, may_find_verzoektaken
from casustafel.convenant.rules.weegploeg import working_reasons
from casustafel.web import part
from casustafel.web.bewaring.pages import entrance
from casustafel.web.session import Visitor
from casustafel.web.words import ROLES, TASKS


def page(request: HttpRequest) -> dict[str, Any]:
    """Give the frame of a page. A page of a visitor who has a place has everything; an open page nearly nothing."""
    visitor: Visitor | None = getattr(request, "visitor", None)
    frame: dict[str, Any] = {"home_url": reverse("werkvoorraad"), "is_demo": settings.CASUSTAFEL_IS_DEMO}
    if visitor is None:
        return frame
    if visitor.place is None:
        return {**frame, "signed_in": True}
    return {
        **frame,
        "wie": _wie(request, visitor),
        "nav": list(_nav(visitor.wie, path=request.path, day=visitor.edge.day))
        if visitor.wie.geheimhouding_aanvaard
        else [],
        "is_verzonnen": visitor.place.is_verzonnen,
        "footer_links": list(_own_links(visitor.wie)),
        "is_incomplete": any(working_reasons(visitor.wie, day=visitor.edge.day)),
    }


def _wie(request: HttpRequest, visitor: Visitor) -> part.Wie:
    place, wie = visitor.place, visitor.wie
    is_uitvoerder = Rol.UITVOERDER in wie.rollen
    return part.Wie(
        organisatie=place.organisatie if place else "",
        gemeente=place.gemeente if place else "",
        rollen=[str(ROLES[rol]) for rol in Rol if rol in wie.rollen],
        naam=getattr(request.user, "naam", ""),
        switch_url=reverse("choose-place") if len(visitor.places) > 1 else "",
        taak=str(TASKS[wie.taak]) if is_uitvoerder and wie.taak else "",
        taak_url=reverse("choose-task") if is_uitvoerder else "",
    )


def _nav(wie: Wie, *, path: str, day: date) -> Iterator[part.Link]:
    retention = entrance(wie, day=day)
    works = Rol.UITVOERDER in wie.rollen and wie.taak is not None
    items = (
        ("werkvoorraad", _("Werkvoorraad"), True),
        ("weegploegbord", _("Weegploeg"), works or Rol.WEEGPLOEG in wie.rollen),
        ("casussen", _("Casusoverleg"), works or Rol.CASUSOVERLEG in wie.rollen),
        ("overleggen", _("Overleg"), works or bool({Rol.WEEGPLOEG, Rol.CASUSOVERLEG} & wie.rollen)),
        ("archieven", _("Archive"), works or is_weegploeg(wie)),
        ("verzoeken", _("Requests"), may_find_verzoeken(wie, day=day).is_allowed),
        (
            "verzoektaken",
            _("Tasks for requests"),
            may_find_verzoektaken(wie, day=day).is_allowed and not is_weegploeg(wie),
        ),
        ("toestemmingen", _("Permissions"), may_find_toestemmingen(wie, day=day).is_allowed),
        ("doorverstrekkingen", _("Data for you"), may_find_doorverstrekkingen(wie, day=day).is_allowed),
        ("people", _("People"), Rol.AUTORISATIEBEHEERDER in wie.rollen),
        (retention or "vervaldagen", _("Retention"), bool(retention)),
        ("incidenten", _("Incidents"), bool(OVERSIGHT & wie.rollen)),
        ("log", _("The log"), Rol.TOEZICHTHOUDER in wie.rollen),
        ("logbewijs", _("Evidence of the log"), bool(OVERSIGHT & wie.rollen)),
        ("convenant", _("Covenant"), True),
    )
    for name, label, is_theirs in items:
        if is_theirs:
            url = reverse(name)
            under = url.rpartition("/")[0] + "/" if name == retention else url
            yield part.Link(url=url, label=label, current=path == url if url == "/" else path.startswith(under))


def _own_links(wie: Wie) -> Iterator[part.Link]:
    yield part.Link(url=reverse("geheimhouding"), label=_("Secrecy text"))
    if is_weegploeg(wie):
        yield part.Link(url=reverse("logbewijs"), label=_("Evidence of the log"))
    yield part.Link(url=reverse("report-incident"), label=_("Report an incident"))
    yield part.Link(url=reverse("tokens"), label=_("My access keys"))
    yield part.Link(url=reverse("mfa_index"), label=_("How you sign in"))
    if settings.CASUSTAFEL_IS_DEMO:
        yield part.Link(url=reverse("persona"), label=_("Be another invented person"))
