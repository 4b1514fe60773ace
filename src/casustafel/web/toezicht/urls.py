"""The paths of oversight."""

from django.urls import path

from casustafel.web.toezicht import (
    beveiliging,
    incidentbrief,
    incidenten,
    incidentstap,
    logbewijs,
    logzoeken,
    medeondertekenen,
    verantwoording,
)

INCIDENT = "incidenten/<uuid:incident_id>"

urlpatterns = [
    path("beveiligingsplan", beveiliging.plan, name="beveiligingsplan"),
    path("beveiligingsplan/evaluatie", beveiliging.evaluate, name="evaluate-beveiliging"),
    path("beveiligingsplan/<str:punt>/maatregelen", beveiliging.write, name="write-beveiligingspunt"),
    path("beveiligingsplan/<str:punt>/toetsing", beveiliging.review, name="review-beveiligingspunt"),
    path("verantwoording", verantwoording.verantwoording, name="verantwoording"),
    path("verantwoording/cijfers", verantwoording.cijfers, name="cijfers"),
    path("verantwoording/bewijs.zip", verantwoording.bewijs, name="bewijs"),
    path("incidenten/", incidenten.incidenten, name="incidenten"),
    path("incidenten/melden", incidentstap.report, name="report-incident"),
    path(f"{INCIDENT}/", incidenten.incident, name="incident"),
    path(f"{INCIDENT}/beoordeling", incidentstap.assess, name="assess-incident"),
    path(f"{INCIDENT}/ap", incidentstap.authority, name="record-ap"),
    path(f"{INCIDENT}/ap/melding", incidentbrief.notice, name="incident-melding"),
    path(f"{INCIDENT}/betrokkenen", incidentstap.people, name="record-betrokkenen"),
    path(f"{INCIDENT}/afsluiting", incidentstap.settle, name="close-incident"),
    path("log", logzoeken.log_rows, name="log"),
    path("logbewijs", logbewijs.logbewijs, name="logbewijs"),
    path("logbewijs/controlepunten.zip", logbewijs.controlepunten, name="controlepunten"),
    path("logbewijs/eigen-regels.zip", logbewijs.own_rows, name="own-rows"),
    path("logbewijs/controle.py", logbewijs.checker, name="checker"),
    path("logbewijs/<str:bestand>/medeondertekenen", medeondertekenen.cosign, name="cosign"),
]
