"""The paths of the duty to inform, in both files."""

from django.urls import path

from casustafel.web.informeren import pages, steps

DOSSIER = "weegploeg/dossiers/<uuid:dossier_id>/informeren"
IN_DOSSIER = "weegploeg/dossiers/<uuid:houder_id>/informeren"
CASUS = "casusoverleg/casussen/<uuid:casus_id>/informeren"
PERSOON = "casusoverleg/casussen/<uuid:houder_id>/personen/<uuid:persoon_id>/informeren"

PATHS = {
    "speak": ("overleg", "speak-informeren"),
    "defer": ("uitstel", "defer-informeren"),
    "end": ("uitstel/einde", "withdraw-uitstel"),
    "record": ("geinformeerd", "record-geinformeerd"),
}

urlpatterns = [
    path(DOSSIER, pages.of_dossier, name="dossier-informeren"),
    path(CASUS, pages.of_casus, name="casus-informeren"),
    *(path(f"{IN_DOSSIER}/{end}", steps.IN_A_DOSSIER[step], name=name) for step, (end, name) in PATHS.items()),
    *(path(f"{PERSOON}/{end}", steps.IN_A_CASUS[step], name=f"{name}-casus") for step, (end, name) in PATHS.items()),
]
