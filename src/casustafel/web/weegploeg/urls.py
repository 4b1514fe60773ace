"""The paths of the weegploeg. The name of a step is the value of `convenant.werk.Stap`."""

from django.urls import path

from casustafel.web.weegploeg import beslissing, bord, dossier, overdracht, signaal, vraag, weging

DOSSIER = "dossiers/<uuid:dossier_id>"

urlpatterns = [
    path("", bord.weegploegbord, name="weegploegbord"),
    path("signalen/nieuw", signaal.signaal_new, name="signaal-new"),
    path(DOSSIER, dossier.signalen, name="dossier"),
    path(f"{DOSSIER}/weging", dossier.weging, name="dossier-weging"),
    path(f"{DOSSIER}/beslissing", dossier.beslissing, name="dossier-beslissing"),
    path(f"{DOSSIER}/inzage", dossier.inzage, name="dossier-inzage"),
    path(f"{DOSSIER}/signalen/nieuw", signaal.signaal_submit, name="submit-signaal"),
    path(f"{DOSSIER}/vragen/nieuw", vraag.informatie_ask, name="ask-informatie"),
    path(f"{DOSSIER}/vragen/<uuid:vraag_id>", signaal.informatie_answer, name="answer-informatie"),
    path(f"{DOSSIER}/weging/nieuw", weging.criterium_weigh, name="weigh-criterium"),
    path(f"{DOSSIER}/standpunt", beslissing.standpunt_take, name="take-standpunt"),
    path(f"{DOSSIER}/standpunt/intrekken", beslissing.standpunt_withdraw, name="withdraw-standpunt"),
    path(f"{DOSSIER}/standpunt/herinneren", beslissing.standpunt_remind, name="remind-standpunt"),
    path(f"{DOSSIER}/beslissing/nieuw", beslissing.uitkomst_decide, name="decide"),
    path(f"{DOSSIER}/betrokkenen", overdracht.betrokkenen_name, name="name-betrokkenen"),
    path(f"{DOSSIER}/overdracht", overdracht.signalen_hand_over, name="hand-over"),
]
