"""The paths of what is printed."""

from django.urls import path

from casustafel.web.brieven import publicatie, verzoekbrief

urlpatterns = [
    path("regeling/<slug:code>/pdf", publicatie.regeling_pdf, name="regeling-pdf"),
    path("verzoeken/<uuid:verzoek_id>/brief", verzoekbrief.brief, name="verzoek-brief"),
    path("convenant/teksten/<str:onderdeel>/pdf", publicatie.tekst_pdf, name="convenant-tekst-pdf"),
]
