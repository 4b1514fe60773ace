"""The paths of the weegploeg. The name of a step is the value of `convenant.werk.Stap`."""

from django.urls import path

from casustafel.web.weegploeg import (
    beslissing,
    bord,
    controle,
    correctie,
    dossier,
    overdracht,
    signaal,
    verlenging,
    verplaatsing,
    vraag,
    weging,
    zoek,
)

DOSSIER = "dossiers/<uuid:dossier_id>"

urlpatterns = [
    path("", bord.weegploegbord, name="weegploegbord"),
    path("zoeken", zoek.dossiers_search, name="weegploeg-zoek"),
    path("signalen/nieuw", signaal.signaal_new, name="signaal-new"),
    path(DOSSIER, dossier.signalen, name="dossier"),
    path(f"{DOSSIER}/weging", dossier.weging, name="dossier-weging"),
    path(f"{DOSSIER}/beslissing", dossier.beslissing, name="dossier-beslissing"),
    path(f"{DOSSIER}/inzage", dossier.inzage, name="dossier-inzage"),
    path(f"{DOSSIER}/controle", controle.controle, name="dossier-controle"),
    path(f"{DOSSIER}/controle/nieuw", controle.controle_prepare, name="prepare-controle"),
    path(f"{DOSSIER}/controle/bevestiging", controle.controle_confirm, name="confirm-controle"),
    path(f"{DOSSIER}/signalen/<uuid:signaal_id>/correctie", correctie.signaal_correct, name="correct-signaal"),
    path(f"{DOSSIER}/subject", correctie.naw_correct, name="correct-naw"),
    path(f"{DOSSIER}/signalen/opnieuw", signaal.signaal_again, name="signaal-again"),
    path(f"{DOSSIER}/verlenging", verlenging.verlenging_ask, name="ask-verlenging"),
    path(f"{DOSSIER}/verlenging/standpunt", verlenging.verlenging_position, name="take-standpunt-verlenging"),
    path(f"{DOSSIER}/verlenging/intrekking", verlenging.verlenging_withdraw, name="withdraw-verlenging"),
    path(f"{DOSSIER}/verlenging/herinneren", verlenging.verlenging_remind, name="remind-verlenging"),
    path(f"{DOSSIER}/vragen/<uuid:vraag_id>/intrekking", vraag.informatie_withdraw, name="withdraw-informatie"),
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
    path(f"{DOSSIER}/overdracht/aanvullen", overdracht.overdracht_supplement, name="supplement-overdracht"),
    path(f"{DOSSIER}/signalen/<uuid:signaal_id>/verplaatsen", verplaatsing.signaal_move, name="move-signaal"),
    path(f"{DOSSIER}/samenvoegen", verplaatsing.dossier_join, name="join-dossiers"),
    path(f"{DOSSIER}/splitsen", verplaatsing.dossier_part, name="part-dossier"),
]
