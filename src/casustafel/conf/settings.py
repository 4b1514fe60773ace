"""Settings of an installation, from the environment. The default needs nothing but a folder for data."""

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from casustafel.bestand.bestand import DATABASES as FILES
from casustafel.bestand.bestand import Bestand
from casustafel.conf.logs import logging_of
from casustafel.seal.envelope import new_key
from casustafel.seal.keys import write_secret
from casustafel.web.aanmelden.organisatie.aanbieder import Aanbieder, read_aanbieders
from casustafel.web.look import vendor_dirs

ROOM = Path(__file__).resolve().parent.parent
CASUSTAFEL_DATA = Path(os.environ.get("CASUSTAFEL_DATA", "data")).resolve()
CASUSTAFEL_KEYS = Path(os.environ.get("CASUSTAFEL_KEYS", str(CASUSTAFEL_DATA / "sleutels")))
CASUSTAFEL_HSM = os.environ.get("CASUSTAFEL_HSM", "")
CASUSTAFEL_SECURITY_CONTACT = os.environ.get("CASUSTAFEL_SECURITY_CONTACT", "")
CASUSTAFEL_LDV = os.environ.get("CASUSTAFEL_LDV", "")
CASUSTAFEL_LDV_REGISTER = os.environ.get("CASUSTAFEL_LDV_REGISTER", "urn:casustafel:verwerking:")
CASUSTAFEL_JOURNAL = os.environ.get("CASUSTAFEL_JOURNAL")
CASUSTAFEL_RESERVE = Path(os.environ.get("CASUSTAFEL_RESERVE", str(CASUSTAFEL_DATA / "reserve")))
CASUSTAFEL_RESERVE_DAYS = int(os.environ.get("CASUSTAFEL_RESERVE_DAYS", "7"))
CASUSTAFEL_BRIEVEN = os.environ.get("CASUSTAFEL_BRIEVEN", "")
_aanbieders = os.environ.get("CASUSTAFEL_AANBIEDERS")
CASUSTAFEL_AANBIEDERS: Mapping[str, Aanbieder] = read_aanbieders(Path(_aanbieders)) if _aanbieders else {}
CASUSTAFEL_IS_DEMO = (CASUSTAFEL_DATA / "demo.json").exists()
_on = os.environ.get("CASUSTAFEL_ON")
CASUSTAFEL_ON = date.fromisoformat(_on) if _on and CASUSTAFEL_IS_DEMO else None
NODE_MODULES = Path(os.environ.get("CASUSTAFEL_NODE_MODULES", str(ROOM.parent.parent / "node_modules")))


def _secret() -> str:
    CASUSTAFEL_DATA.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = CASUSTAFEL_KEYS / "django.key"
    if not path.exists():
        write_secret(path, new_key().hex().encode())
    return path.read_text()


def _sqlite(bestand: Bestand) -> dict[str, Any]:
    name = "register" if bestand is Bestand.REGISTER else bestand.value
    pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA secure_delete=ON;"
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": CASUSTAFEL_DATA / f"{name}.sqlite3",
        "CONN_MAX_AGE": None,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas},
        "TEST": {} if bestand is Bestand.REGISTER else {"DEPENDENCIES": []},
    }


def _postgres(bestand: Bestand, url: str) -> dict[str, Any]:
    """Read an address such as postgresql://role:password@host:5432/name?sslmode=verify-full; libpq does the rest."""
    parts = urlsplit(url)
    if parts.scheme != "postgresql" or not parts.path.strip("/"):
        raise ImproperlyConfigured(f"{_variable(bestand)} is no address such as postgresql://role@host/name")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": dict(parse_qsl(parts.query)),
        "TEST": {} if bestand is Bestand.REGISTER else {"DEPENDENCIES": []},
    }


def _variable(bestand: Bestand) -> str:
    name = "register" if bestand is Bestand.REGISTER else bestand.value
    return f"CASUSTAFEL_DATABASE_{name.upper()}"


def _databases() -> dict[str, dict[str, Any]]:
    """Give a database of its own to each file: SQLite, or PostgreSQL where every one of them has an address."""
    urls = {bestand: os.environ.get(_variable(bestand), "") for bestand in FILES}
    missing = [_variable(bestand) for bestand, url in urls.items() if not url]
    if len(missing) == len(urls):
        return {bestand.value: _sqlite(bestand) for bestand in FILES}
    if missing:
        raise ImproperlyConfigured(f"Either every file has a PostgreSQL address or none. Missing: {', '.join(missing)}")
    found = {bestand.value: _postgres(bestand, url) for bestand, url in urls.items()}
    if len({(one["HOST"], one["PORT"], one["NAME"]) for one in found.values()}) < len(found):
        raise ImproperlyConfigured("Each file has a PostgreSQL database of its own; two of them have the same address.")
    return found


SECRET_KEY = _secret()
DEBUG = False
ALLOWED_HOSTS = os.environ.get("CASUSTAFEL_HOSTS", "localhost,127.0.0.1").split(",")
ROOT_URLCONF = "casustafel.conf.urls"
WSGI_APPLICATION = "casustafel.conf.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "register.Medewerker"
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.usersessions",
    "casustafel.kluis",
    "casustafel.register",
    "casustafel.weegploeg",
    "casustafel.casusoverleg",
    "casustafel.archief",
    "casustafel.betrokkene",
    "casustafel.toezicht",
    "casustafel.web",
]
DATABASES = _databases()
DATABASE_ROUTERS = ["casustafel.bestand.router.StoreRouter"]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "casustafel.web.headers.HeadersMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "casustafel.web.session.PlaceMiddleware",
    "casustafel.web.door.RefusalMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "casustafel.web.context.page",
            ],
        },
    },
]
FORM_RENDERER = "casustafel.web.rendering.Renderer"

PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "werkvoorraad"
LOGOUT_REDIRECT_URL = "account_login"

# Signing in: docs/decisions/0043-second-factor.md. Nobody signs up, and nothing is mailed.
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
ACCOUNT_ADAPTER = "casustafel.web.aanmelden.adapter.AccountAdapter"
ACCOUNT_FORMS = {"login": "casustafel.web.aanmelden.forms.SignInForm"}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
MFA_ADAPTER = "casustafel.web.aanmelden.adapter.FactorAdapter"
MFA_FORMS = {
    "authenticate": "casustafel.web.aanmelden.forms.CodeForm",
    "activate_totp": "casustafel.web.aanmelden.forms.SetUpAppForm",
    "add_webauthn": "casustafel.web.aanmelden.passkey_forms.PasskeyForm",
    "authenticate_webauthn": "casustafel.web.aanmelden.passkey_forms.SecondPasskeyForm",
    "login_webauthn": "casustafel.web.aanmelden.passkey_forms.SignInPasskeyForm",
}
# Signing in at one's own organisation: docs/decisions/0045-organisation-sign-in.md. allauth keeps nothing of it.
SOCIALACCOUNT_ADAPTER = "casustafel.web.aanmelden.organisatie.provider.OrganisatieAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "Casustafel"
MFA_RECOVERY_CODES_SHOW_ONCE = True
CACHES = {"default": {"BACKEND": "casustafel.web.aanmelden.grens.Grenzen"}}

SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
IS_HTTPS = os.environ.get("CASUSTAFEL_HTTPS") == "1"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = IS_HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if IS_HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_HTTPS else None
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("CASUSTAFEL_PROXIES", "1" if IS_HTTPS else "0"))
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [ROOM / "web" / "locale", ROOM / "api" / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

STATIC_URL = "/static/"
STATICFILES_DIRS = vendor_dirs(NODE_MODULES)
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

LOGGING = logging_of(is_plain=os.environ.get("CASUSTAFEL_LOGS", "json") == "plain")
