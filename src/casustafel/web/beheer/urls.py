"""The paths of managing the covenant."""

from django.urls import path

from casustafel.web.beheer import propose, teksten, voorstellen

VOORSTEL = "beheer/voorstellen/<uuid:voorstel_id>"

urlpatterns = [
    path("convenant/teksten/<str:onderdeel>", teksten.tekst, name="convenant-tekst"),
    path("beheer/publicaties/nieuw", voorstellen.publicatie, name="record-publicatie"),
    path("beheer/voorstellen", voorstellen.voorstellen, name="voorstellen"),
    path("beheer/voorstellen/partner", propose.partner, name="propose-partner"),
    path("beheer/voorstellen/partner-einde", propose.partner_einde, name="propose-partner-einde"),
    path("beheer/voorstellen/tekst", propose.tekst, name="propose-tekst"),
    path("beheer/voorstellen/referentiekader", propose.referentiekader, name="propose-referentiekader"),
    path("beheer/voorstellen/toetreding", propose.toetreding, name="admit-partij"),
    path(VOORSTEL, voorstellen.voorstel, name="voorstel"),
    path(f"{VOORSTEL}/standpunt", voorstellen.take_standpunt, name="take-standpunt-voorstel"),
    path(f"{VOORSTEL}/standpunt/intrekken", voorstellen.withdraw_standpunt, name="withdraw-standpunt-voorstel"),
    path(f"{VOORSTEL}/intrekken", voorstellen.withdraw, name="withdraw-voorstel"),
    path(f"{VOORSTEL}/herinneren", voorstellen.remind, name="remind-voorstel"),
]
