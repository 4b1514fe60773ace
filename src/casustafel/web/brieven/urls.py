"""The paths of what is printed."""

from django.urls import path

from casustafel.web.brieven import informatie, opheffing, publicatie, verzoekbrief

urlpatterns = [
    path("regeling/<slug:code>/pdf", publicatie.regeling_pdf, name="regeling-pdf"),
    path("weegploeg/dossiers/<uuid:houder_id>/informeren/brief", informatie.of_subject, name="informatiebrief"),
    path(
        "casusoverleg/casussen/<uuid:houder_id>/personen/<uuid:persoon_id>/informeren/brief",
        informatie.of_person,
        name="informatiebrief-casus",
    ),
    path("verzoeken/<uuid:verzoek_id>/brief", verzoekbrief.brief, name="verzoek-brief"),
    path("verzoeken/<uuid:verzoek_id>/melding/<uuid:melding_id>/brief", verzoekbrief.notice, name="melding-brief"),
    path(
        "verzoeken/<uuid:verzoek_id>/afscherming/<uuid:afscherming_id>/brief", opheffing.brief, name="opheffing-brief"
    ),
    path("convenant/teksten/<str:onderdeel>/pdf", publicatie.tekst_pdf, name="convenant-tekst-pdf"),
]
