"""The paths of who may see a file, for both files."""

from django.urls import path

from casustafel.web.toegang import pages

DOSSIER = "weegploeg/dossiers/<uuid:houder_id>/toegang"
CASUS = "casusoverleg/casussen/<uuid:houder_id>/toegang"

urlpatterns = [
    path(DOSSIER, pages.DOSSIER_TOEGANG, name="toegang-dossier"),
    path(f"{DOSSIER}/uitsluiten", pages.DOSSIER_EXCLUDE, name="exclude-medewerker-dossier"),
    path(f"{DOSSIER}/uitgesloten/<uuid:medewerker_id>/einde", pages.DOSSIER_END, name="end-uitsluiting-dossier"),
    path(CASUS, pages.CASUS_TOEGANG, name="toegang-casus"),
    path(f"{CASUS}/uitsluiten", pages.CASUS_EXCLUDE, name="exclude-medewerker-casus"),
    path(f"{CASUS}/uitgesloten/<uuid:medewerker_id>/einde", pages.CASUS_END, name="end-uitsluiting-casus"),
]
