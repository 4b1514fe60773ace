"""The paths of signing in. allauth names some of them; it brings none of its own."""

from django.urls import path

from casustafel.web.aanmelden import factor, invitation, passkey, reset, sessies, sign_in, unlock
from casustafel.web.aanmelden.organisatie import views as organisatie

urlpatterns = [
    path("aanmelden", sign_in.sign_in, name="account_login"),
    path("aanmelden/bevestigen", sign_in.second, name="mfa_authenticate"),
    path("aanmelden/passkey", passkey.sign_in_passkey, name="sign-in-passkey"),
    path("aanmelden/organisatie/<slug:code>", organisatie.start, name="sign-in-organisatie"),
    path("aanmelden/organisatie/<slug:provider_id>/terug", organisatie.back, name="openid_connect_callback"),
    path("aanmelden/organisatie/<slug:code>/sleutels", organisatie.keys, name="organisatie-keys"),
    path("afmelden", sign_in.sign_out, name="sign-out"),
    path("uitnodiging/<uuid:medewerker_id>/<str:token>", invitation.invitation, name="invitation"),
    path(
        "uitnodiging/<uuid:medewerker_id>/<str:token>/<slug:code>",
        organisatie.start_with_link,
        name="invitation-organisatie",
    ),
    path("mijn/aanmelding/verder", unlock.unlock, name="unlock"),
    path("mijn/aanmelding", factor.factor, name="mfa_index"),
    path("mijn/aanmelding/app", factor.set_up_app, name="set-up-app"),
    path("mijn/aanmelding/app/afbeelding", factor.picture, name="factor-picture"),
    path("mijn/aanmelding/passkey", passkey.add_passkey, name="add-passkey"),
    path("mijn/aanmelding/<int:factor_id>/weghalen", factor.drop, name="drop-factor"),
    path("mijn/aanmelding/herstelcodes/nieuw", factor.new_recovery_codes, name="new-recovery-codes"),
    path("mijn/aanmelding/sessies/<int:sessie_id>/beeindigen", sessies.end, name="end-session"),
    path("mijn/aanmelding/sessies/andere/beeindigen", sessies.end_others, name="end-other-sessions"),
    path("mijn/aanmelding/herstelcodes", factor.recovery_codes, name="mfa_view_recovery_codes"),
    path("beheer/mensen/<uuid:medewerker_id>/nieuwe-link", reset.reset, name="reset-sign-in"),
]
