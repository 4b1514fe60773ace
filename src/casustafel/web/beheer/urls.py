"""The paths of managing the covenant."""

from django.urls import path

from casustafel.web.beheer import autorisaties, propose, teksten, verloop, vervanging, verwerkingen, voorstellen

VOORSTEL = "beheer/voorstellen/<uuid:voorstel_id>"

urlpatterns = [
    path("convenant/teksten/<str:onderdeel>", teksten.tekst, name="convenant-tekst"),
    path("convenant/verwerkingen", verwerkingen.verwerkingen, name="verwerkingen"),
    path("beheer/autorisaties", autorisaties.autorisaties, name="autorisaties"),
    path("beheer/autorisaties/bevestigen", autorisaties.confirm, name="confirm-autorisaties"),
    path("beheer/autorisaties/<uuid:autorisatie_id>/einde", autorisaties.end, name="end-autorisatie"),
    path("beheer/autorisaties/vragen/nieuw", autorisaties.ask, name="ask-autorisatie"),
    path("beheer/autorisaties/vragen/<uuid:vraag_id>/weigeren", autorisaties.refuse, name="refuse-autorisatie"),
    path("beheer/opzegging", verloop.opzegging, name="opzegging"),
    path("beheer/geschillen", verloop.geschillen, name="geschillen"),
    path("beheer/geschillen/nieuw", verloop.geschil_record, name="record-geschil"),
    path("beheer/geschillen/<uuid:geschil_id>/overleg", verloop.overleg_record, name="record-overleg"),
    path("beheer/geschillen/<uuid:geschil_id>/uitkomst", verloop.geschil_settle, name="settle-geschil"),
    path("beheer/evaluaties", verloop.evaluaties, name="evaluaties"),
    path("beheer/evaluaties/nieuw", verloop.evaluatie_record, name="record-evaluatie"),
    path("beheer/regime", verloop.regime_verify, name="verify-regime"),
    path("beheer/plaatsvervangers", vervanging.vervangingen, name="vervangingen"),
    path("beheer/plaatsvervangers/nieuw", vervanging.name, name="name-plaatsvervanger"),
    path(
        "beheer/plaatsvervangers/<uuid:vervanging_id>/intrekken", vervanging.withdraw, name="withdraw-plaatsvervanger"
    ),
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
