"""The paths of the frame."""

from django.urls import path

from casustafel.web.frame import (
    convenant,
    health,
    language,
    maatregelen,
    mensen,
    persona,
    plaats,
    regeling,
    secrecy,
    security_txt,
    tokens,
    werk,
)

urlpatterns = [
    path("", werk.werkvoorraad, name="werkvoorraad"),
    path("taal", language.choose_language, name="set-language"),
    path("plaats", plaats.choose_place, name="choose-place"),
    path("taak", plaats.choose_task, name="choose-task"),
    path("geheimhouding", secrecy.geheimhouding, name="geheimhouding"),
    path("beheer/mensen", mensen.people, name="people"),
    path("beheer/mensen/nieuw", mensen.grant, name="grant"),
    path("beheer/mensen/<uuid:autorisatie_id>/intrekken", mensen.withdraw, name="withdraw"),
    path(
        "beheer/mensen/plaatsvervangers/<uuid:vervanging_id>/intrekken", mensen.withdraw_deputy, name="withdraw-deputy"
    ),
    path("mijn/tokens", tokens.tokens, name="tokens"),
    path("mijn/tokens/<uuid:token_id>/intrekken", tokens.withdraw, name="withdraw-token"),
    path("convenant", convenant.convenant, name="convenant"),
    path("convenant/maatregelen", maatregelen.maatregelen, name="maatregelen"),
    path("demo", persona.persona, name="persona"),
    path("regeling/<slug:code>", regeling.regeling, name="regeling"),
    path("gezond", health.healthy, name="health"),
    path(".well-known/security.txt", security_txt.security_txt, name="security-txt"),
]
