"""The notice to the AP as a document, with what AVG 33(3) asks. Covenant 15.2.g."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from casustafel.acts.edge import LOCAL
from casustafel.acts.invoer import Niets
from casustafel.acts.register.open_convenant import ConvenantBeeld, open_convenant
from casustafel.acts.toezicht.open_incident import IncidentBeeld, OpenIncident, open_incident
from casustafel.brieven.brief import Apmelding, Kop, Taal, Verantwoordelijke
from casustafel.brieven.pdf import to_pdf
from casustafel.convenant.incident import TOLD_AP, Inlichting, Risico
from casustafel.convenant.partij import KERNPARTIJEN, Soort
from casustafel.web.brieven.publicatie import answer
from casustafel.web.door import acts, not_there, through
from casustafel.web.session import visitor_of

OPEN_PLACE = "…"
"""Stands where something still has to be said."""
AP = ("Autoriteit Persoonsgegevens",)


@acts(open_incident, open_convenant)
@require_safe
def notice(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """Make the notice of a breach from its last judgement: a concept until it is recorded that the AP was told.

    `?taal=en` gives it in English.
    """
    beeld = through(request, open_incident, OpenIncident(houder_id=incident_id))
    if beeld.incident.risico in {None, Risico.GEEN_DATALEK}:
        return not_there(request)
    convenant = through(request, open_convenant, Niets())
    taal = Taal.EN if request.GET.get("taal") == Taal.EN else Taal.NL
    return answer(to_pdf(_notice(request, beeld, convenant, taal=taal)), name=beeld.incident.nummer)


def _notice(request: HttpRequest, beeld: IncidentBeeld, convenant: ConvenantBeeld, *, taal: Taal) -> Apmelding:
    given = [one for one in beeld.ap if one.besluit in TOLD_AP]
    last, told = beeld.beoordelingen[-1], given[-1] if given else None
    kern = [o for o in convenant.organisaties if o.soort in KERNPARTIJEN]
    kop = Kop(
        taal=taal,
        op=told.op if told else visitor_of(request).edge.day,
        kenmerk=beeld.incident.nummer,
        gemeente=convenant.gemeente,
        afzender=", ".join(o.naam for o in kern),
        contact=next((o.contact for o in kern if o.soort is Soort.GEMEENTE), OPEN_PLACE),
        aan=AP,
        verantwoordelijken=tuple(Verantwoordelijke(naam=o.naam, contact=o.contact) for o in kern),
        is_concept=told is None,
    )
    return Apmelding(
        kop=kop,
        bekend_op=beeld.incident.bekend_op.astimezone(LOCAL),
        gemeld_op=told.gemeld_op.astimezone(LOCAL) if told and told.gemeld_op else None,
        is_aanvulling=len(given) > 1,
        kenmerk_ap=told.kenmerk if told else "",
        aard=last.aard,
        personen=last.personen,
        aantal_personen=last.aantal_personen,
        gegevens=last.gegevens,
        aantal_gegevens=last.aantal_gegevens,
        contactpunt=told.contactpunt if told else OPEN_PLACE,
        gevolgen=last.gevolgen,
        maatregelen=last.maatregelen,
        vertraging=next((one.vertraging for one in given if one.vertraging), ""),
        is_ingelicht=_is_told(beeld),
    )


def _is_told(beeld: IncidentBeeld) -> bool | None:
    found = beeld.incident.inlichting
    return None if found is None else found is not Inlichting.NIET
