"""The page of who must be informed, in a dossier and in a casus. Covenant 11.2-11.5."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from casustafel.acts.informeren.beeld import open_informeren
from casustafel.acts.weegploeg.open_dossier import open_dossier
from casustafel.bestand.bestand import Bestand
from casustafel.web.casusoverleg.tabs import tabs_of
from casustafel.web.door import acts
from casustafel.web.informeren.plek import IN_CASUS, IN_DOSSIER, safeguards
from casustafel.web.informeren.shown import personen_of
from casustafel.web.session import visitor_of
from casustafel.web.weegploeg.dossier_page import dossier_page, opened


@require_safe
@acts(open_dossier, open_informeren[Bestand.WEEGPLOEG])
def of_dossier(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """Show by which day the subject is informed, who spoke, and what was noted."""
    beeld, visitor = opened(request, dossier_id), visitor_of(request)
    seen = IN_DOSSIER.seen(request, dossier_id)
    personen = personen_of(seen, visitor.wie, IN_DOSSIER, day=visitor.edge.day)
    return dossier_page(
        request, beeld, "dossier-informeren", personen=personen, waarborgen=safeguards(seen, visitor.wie)
    )


@require_safe
@acts(open_informeren[Bestand.CASUSOVERLEG])
def of_casus(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Show the same of every achterblijver and person of the network; also to a kernpartij that is not at the table."""
    visitor = visitor_of(request)
    seen = IN_CASUS.seen(request, casus_id)
    context = {
        "nummer": seen.nummer,
        "tabs": tabs_of(casus_id, "casus-informeren", wie=visitor.wie) if seen.is_aan_tafel else [],
        "personen": personen_of(seen, visitor.wie, IN_CASUS, day=visitor.edge.day),
        "waarborgen": safeguards(seen, visitor.wie),
    }
    return render(request, "informeren/casus.html", context)
