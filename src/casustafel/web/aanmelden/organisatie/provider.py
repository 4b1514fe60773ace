"""django-allauth's OpenID Connect, made strict as the Dutch profile (OIDC NL GOV) asks. Covenant 15.2.d.

allauth builds the question, keeps its state in the session, and fetches; we ask for more, and believe less. It keeps
nothing: the tables in which it would write are not there.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter, get_adapter
from allauth.socialaccount.models import SocialApp, SocialToken
from allauth.socialaccount.providers.oauth2.client import OAuth2Client, OAuth2Error
from allauth.socialaccount.providers.oauth2.utils import generate_code_challenge
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import HttpRequest
from requests import JSONDecodeError, RequestException, Session

from casustafel.web.aanmelden.edge import clock, unguessable
from casustafel.web.aanmelden.organisatie.aanbieder import Aanbieder, is_guarded
from casustafel.web.aanmelden.organisatie.id_token import Asked, NotShown, Shown, Why, check_claims, open_id_token
from casustafel.web.aanmelden.organisatie.proof import client_assertion

WELL_KNOWN = "/.well-known/openid-configuration"
ADDRESSES = ("authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri")
ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
OIDC = "openid_connect"


@contextmanager
def told_apart() -> Iterator[None]:
    """Give what goes wrong with a provider one of our reasons. Raises `NotShown`."""
    try:
        yield
    except OAuth2Error as fault:
        raise NotShown(Why.CODE) from fault
    except JSONDecodeError as fault:  # a RequestException as well, but one of an answer that came
        raise NotShown(Why.MALFORMED) from fault
    except RequestException as fault:
        raise NotShown(Why.UNREACHABLE) from fault
    except (ValueError, LookupError, TypeError, AttributeError) as fault:
        raise NotShown(Why.MALFORMED) from fault


class StrictAdapter(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]  # its package has no types
    """What is asked of a provider behind the screen, and what is believed of its answers."""

    basic_auth = False

    @property
    def aanbieder(self) -> Aanbieder:
        """Give how the operator configured this provider."""
        found: Aanbieder = settings.CASUSTAFEL_AANBIEDERS[self.provider_id]
        return found

    @property
    def openid_config(self) -> dict[str, Any]:
        """Give what the provider publishes of itself, where it is who was configured and nothing goes in the open."""
        found: dict[str, Any] = super().openid_config
        same_scheme = self.aanbieder.uitgever.partition(":")[0] + ":"
        if found["issuer"] != self.aanbieder.uitgever or not all(
            found[name].startswith(same_scheme) and is_guarded(found[name]) for name in ADDRESSES
        ):
            raise NotShown(Why.DISCOVERY)
        return found

    def get_access_token_data(
        self,
        request: HttpRequest,
        app: SocialApp,  # noqa: ARG002  # allauth gives it
        client: OAuth2Client,
        pkce_code_verifier: str,
    ) -> dict[str, Any]:
        """Trade the code for tokens, and sign that it is us (`private_key_jwt`): there is no secret to leak."""
        proof = client_assertion(self.aanbieder, audience=client.access_token_url, jti=unguessable(), at=clock())
        more = {"client_assertion_type": ASSERTION, "client_assertion": proof}
        code, self.did_fetch_access_token = request.GET["code"], True
        answer: dict[str, Any] = client.get_access_token(code, pkce_code_verifier=pkce_code_verifier, extra_data=more)
        return answer

    def complete_login(
        self,
        request: HttpRequest,
        app: SocialApp,  # noqa: ARG002  # allauth gives it
        token: SocialToken,
        *,
        response: dict[str, Any],
        asked: Asked,
    ) -> Shown:
        """Verify the ID token, and that the provider says the same of who it let in when it is asked once more."""
        with get_adapter(request).get_requests_session() as session:
            answer = session.get(self.openid_config["jwks_uri"])
            answer.raise_for_status()
        shown = check_claims(open_id_token(response.get("id_token"), keys=answer.json()), asked, now=clock())
        if self._fetch_user_info(token.token).get("sub") != shown.onderwerp:
            raise NotShown(Why.USERINFO)
        return shown

    def show(self, asked: Asked, *, verifier: str) -> Shown:
        """Give who signed in, for the code in the address. Raises `NotShown`."""
        with told_apart():
            app = self.get_provider().app
            client = self.get_client(self.request, app)
            answer = self.get_access_token_data(self.request, app, client, pkce_code_verifier=verifier)
            return self.complete_login(self.request, app, self.parse_token(answer), response=answer, asked=asked)


class StrictProvider(OpenIDConnectProvider):  # type: ignore[misc]  # its package has no types
    """How the question is put: by us alone. Nothing of it comes from an address that somebody made."""

    oauth2_adapter_class = StrictAdapter

    def get_pkce_params(self) -> dict[str, Any]:
        """Bind the code to this browser (PKCE, S256), whatever the provider says that it wants."""
        made: dict[str, Any] = generate_code_challenge()
        return made

    def ask(self, *, aanbieder: Aanbieder, nonce: str, data: dict[str, Any]) -> str:
        """Give the address at which the question is put; `data` waits in the session. Raises `NotShown`.

        Reading: a provider asks who is at the screen each time. One that lets in whoever has its session open would
        open files to who walks up to a screen.
        """
        params = {"nonce": nonce, "acr_values": " ".join(aanbieder.genoeg), "prompt": "login", "max_age": "0"}
        with told_apart():
            answer = self.redirect(
                self.request, "login", data=data, state_id=unguessable(), scope=["openid"], auth_params=params
            )
            return str(answer.url)


class OrganisatieAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # its package has no types
    """Which providers there are: those of the operator's file, never of a table."""

    def is_open_for_signup(self, _request: HttpRequest, _login: object) -> bool:
        """Say that nobody gets an account by signing in elsewhere."""
        return False

    def list_apps(self, _request: HttpRequest, **_wanted: Any) -> list[SocialApp]:
        """Say that no table holds any."""
        return []

    def get_provider(self, request: HttpRequest, provider: str, **_wanted: Any) -> StrictProvider:
        """Give a provider by its code. Raises `KeyError`."""
        one: Aanbieder = settings.CASUSTAFEL_AANBIEDERS[provider]
        address = one.uitgever.rstrip("/") + WELL_KNOWN
        app = SocialApp(provider=OIDC, provider_id=one.code, name=one.naam, client_id=one.client_id)
        app.settings = {"server_url": address}
        return StrictProvider(request, app=app)

    def get_requests_session(self) -> Session:
        """Ask with a limit of time, and go where we were told, not where an answer sends us."""
        session: Session = super().get_requests_session()
        session.max_redirects = 0
        return session
