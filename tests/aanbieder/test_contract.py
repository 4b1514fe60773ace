"""Signing in at one's organisation, against a real provider: what is right comes in, what is wrong is refused."""

import html
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import connections
from django.test import Client
from django.test.utils import override_settings
from pytest_django.fixtures import Settings
from pytest_django.plugin import DjangoDbBlocker

from casustafel.acts.gate import do, enter
from casustafel.acts.register.operator import make_keys
from casustafel.acts.register.people import Grant, grant_autorisatie
from casustafel.convenant.feit import Rol
from casustafel.demo.table import Table
from casustafel.register.models import Koppeling, Token
from casustafel.register.store import uitnodiging
from casustafel.web.aanmelden.organisatie.aanbieder import read_aanbieders
from tests.aanbieder.process import CODE, NAAM, Provider, running, write_config, write_key
from tests.conftest import seat
from tests.signing_in import sign_in
from tests.story.conftest import free_port

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("15.2.d")]
START = f"/aanmelden/organisatie/{CODE}"
BACK = f"{START}/terug"
OWN = "/mijn/aanmelding"
LEVEL = "http://eidas.europa.eu/LoA/{}"
LOGGER = "casustafel.web.aanmelden.organisatie.views"
WRONG = {
    "nonce": "nonce",
    "no-nonce": "nonce",
    "audience": "audience",
    "more-audiences": "audience",
    "party": "authorised-party",
    "issuer": "issuer",
    "expired": "expired",
    "issued-long-ago": "issued-at",
    "issued-later": "issued-at",
    "level": "level",
    "no-level": "level",
    "signed-in-long-ago": "signed-in-at",
    "no-signed-in": "signed-in-at",
    "no-subject": "subject",
    "signature": "signature",
    "foreign-key": "signature",
    "unknown-key": "signature",
    "none": "signature",
    "shared": "signature",
    "nonsense": "signature",
    "missing": "malformed",
    "userinfo": "userinfo",
    "refused": "code",
    "no-json": "malformed",
    "elsewhere": "unreachable",
    "state": "state",
    "discovery": "discovery",
    "in-the-open": "discovery",
}


def text(answer: Any) -> str:
    """Read a page."""
    page: str = answer.content.decode()
    return page


def words(answer: Any) -> str:
    """Read what a page says, without its markup."""
    return re.sub("<[^>]+>", "", text(answer).partition("<main")[2].partition("</main>")[0])


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder in which an operator keeps the key."""
    folder = tmp_path_factory.mktemp("aanbieders")
    write_key(folder / "politie.pem")
    return folder


@pytest.fixture(scope="module")
def process(files: Path) -> Iterator[Provider]:
    """Run a provider."""
    with running(port=free_port(), key=files / "politie.pem", callback=f"http://testserver{BACK}") as one:
        yield one


@pytest.fixture
def provider(process: Provider, files: Path, settings: Settings) -> Provider:
    """Let it answer right, and configure it for the police of Lindewaard."""
    process.wrong("")
    settings.CASUSTAFEL_AANBIEDERS = read_aanbieders(write_config(files, issuer=process.issuer))
    return process


@pytest.fixture(scope="module")
def table(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Table]:
    """Seat the invented people as of now, once: the provider's clock cannot be set."""
    assert django_db_setup is None
    keys, reserve = (tmp_path_factory.mktemp(name) for name in ("sleutels", "reserve"))
    with override_settings(CASUSTAFEL_KEYS=keys, CASUSTAFEL_RESERVE=reserve), django_db_blocker.unblock():
        make_keys()
        yield seat(now=datetime.now(UTC))
        for alias in connections:
            call_command("flush", database=alias, verbosity=0, interactive=False)


@pytest.fixture
def link(table: Table) -> str:
    """Give the one-time link of Petra, of the police."""
    return uitnodiging(table.people["petra"].medewerker_id)


def onward(answer: Any) -> str:
    """Give the address at the provider that a page leads on to."""
    found = re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', text(answer))
    assert found is not None, text(answer)
    return html.unescape(found[1])


def arrive(client: Client, back: str) -> Any:
    """Come back from the provider, at the address that it leads to."""
    parts = urlsplit(back)
    assert parts.netloc == "testserver"
    return client.get(f"{parts.path}?{parts.query}")


def at_provider(client: Client, provider: Provider, *, begin: str = START, who: str = "p.etra", **typed: Any) -> Any:
    """Go to the provider, sign in there, and come back."""
    return arrive(client, provider.walk(onward(client.post(begin, typed.pop("form", {}))), who=who, **typed))


@pytest.fixture
def bound(provider: Provider, link: str) -> Client:
    """Let Petra begin with his link at his organisation; he is signed in from then on."""
    client = Client()
    answer = at_provider(client, provider, begin=f"{link}/{CODE}")
    assert answer.headers["Location"] == "/", text(answer)
    return client


class TestBeginning:
    """Somebody follows the link of their invitation."""

    def test_the_page_of_the_link_offers_the_organisation_of_this_person(
        self, provider: Provider, link: str, table: Table
    ) -> None:
        """Whoever has no role for that organisation is not offered its sign-in, and cannot begin it."""
        other = uitnodiging(table.people["gerda"].medewerker_id)

        assert provider.issuer
        assert NAAM in text(Client().get(link))
        assert NAAM not in text(Client().get(other))
        assert "15.2.d-party" not in text(at_provider(Client(), provider, begin=f"{other}/{CODE}"))
        assert not Koppeling.objects.exists()

    def test_it_binds_once_and_signs_in(self, bound: Client, table: Table, link: str) -> None:
        """The link is used up; no password, no factor, and nothing that names this person at the provider is kept."""
        row = Koppeling.objects.get()
        account = get_user_model().objects.get(pk=row.medewerker_id)

        assert row.medewerker_id == table.people["petra"].medewerker_id
        assert bound.get("/").status_code == 200
        assert (Client().get(link).status_code, Client().post(f"{link}/{CODE}").status_code) == (404, 404)
        assert (account.has_usable_password(), Authenticator.objects.exists()) == (False, False)
        assert "p.etra" not in str([vars(row), *(session.get_decoded() for session in Session.objects.all())])
        assert uitnodiging(row.medewerker_id) == ""

    def test_allauth_has_no_table_to_write_in(self) -> None:
        """What allauth would keep of tokens and claims has no place."""
        assert not [name for name in connections["default"].introspection.table_names() if "social" in name]

    def test_one_account_of_the_organisation_is_one_person(
        self, bound: Client, provider: Provider, table: Table, caplog: pytest.LogCaptureFixture
    ) -> None:
        """A second person does not begin with the same account: there are no accounts of a group."""
        added = Grant(
            naam="Pia Proef (verzonnen)",
            email="pia@lindewaard.example",
            organisatie_id=table.people["petra"].organisatie_id,
            rollen=(Rol.WEEGPLOEG,),
        )
        edge = table.edge(1)
        made = do(grant_autorisatie, wie=enter(table.people["anna"], edge=edge), invoer=added, edge=edge)
        answer = at_provider(Client(), provider, begin=f"{made.uitnodiging}/{CODE}")

        assert (answer.status_code, Koppeling.objects.count()) == (403, 1)
        assert "refused: binding" in caplog.text
        assert "hoort hier al bij iemand" in text(answer)
        assert bound.get("/").status_code == 200

    def test_a_link_that_was_used_meanwhile_binds_nobody(self, provider: Provider, link: str, table: Table) -> None:
        """Between going and coming back somebody set a password with it."""
        client = Client()
        back = provider.walk(onward(client.post(f"{link}/{CODE}")), who="p.etra")
        Client().post(link, {"new_password1": "een lang verzonnen woord", "new_password2": "een lang verzonnen woord"})

        assert arrive(client, back).status_code == 403
        assert not Koppeling.objects.exists()
        assert get_user_model().objects.get(pk=table.people["petra"].medewerker_id).has_usable_password()

    def test_the_link_waits_sealed(self, provider: Provider, link: str) -> None:
        """On the way to the provider the register does not hold the link in clear."""
        Client().post(f"{link}/{CODE}")
        kept = str([session.get_decoded() for session in Session.objects.all()])

        assert provider.issuer
        assert "koppelen" in kept
        assert link.rpartition("/")[2] not in kept


class TestSigningIn:
    """Somebody who was bound signs in at their organisation."""

    def test_it_opens_what_was_asked_for(self, bound: Client, provider: Provider) -> None:
        """Through the button of the sign-in page, and on to the page that one came for."""
        bound.post("/afmelden")
        assert NAAM in text(bound.get("/aanmelden"))
        answer = at_provider(bound, provider, form={"next": "/convenant"})

        assert answer.headers["Location"] == "/convenant"
        assert bound.get("/convenant").status_code == 200

    @pytest.mark.usefixtures("provider", "table")
    def test_the_question_is_as_the_profile_asks(self) -> None:
        """Code, S256, 256 bits of state and nonce, levels that are enough; nothing comes from our own address."""
        added = "?scope=openid+email&auth_params=prompt%3Dnone&prompt=none&acr_values=low&action=x&process=connect"
        client = Client()
        url = onward(client.post(START + added, {"scope": "email", "process": "connect"}))
        asked = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}

        assert len(asked.pop("code_challenge")) == 43
        assert min(len(asked.pop("state")), len(asked.pop("nonce"))) == 43
        assert asked == {
            "client_id": "casustafel-proef",
            "redirect_uri": f"http://testserver{BACK}",
            "response_type": "code",
            "scope": "openid",
            "code_challenge_method": "S256",
            "acr_values": f"{LEVEL.format('substantial')} {LEVEL.format('high')}",
            "prompt": "login",
            "max_age": "0",
        }
        assert client.get(START).status_code == 405

    def test_a_higher_level_is_enough_as_well(self, bound: Client, provider: Provider) -> None:
        """What is asked is a minimum."""
        bound.post("/afmelden")

        assert at_provider(bound, provider, level=LEVEL.format("high")).status_code == 302

    def test_who_was_never_bound_gets_no_account(
        self, provider: Provider, table: Table, caplog: pytest.LogCaptureFixture
    ) -> None:
        """Whoever the organisation lets in: without the binding there is nothing, and nothing is made."""
        count = get_user_model().objects.count()
        answer = at_provider(Client(), provider, who="somebody.else")

        assert table.people
        assert (answer.status_code, get_user_model().objects.count()) == (403, count)
        assert "bij niemand hier" in text(answer)
        assert "refused: unbound" in caplog.text

    def test_it_speaks_for_that_organisation_only(self, bound: Client, provider: Provider, table: Table) -> None:
        """A role for another party is not within reach of who signed in here."""
        petra = table.people["petra"]
        added = Grant(
            naam="Petra Proef (verzonnen)",
            email="petra@lindewaard.politie-lindewaard.example",
            organisatie_id=table.people["gerda"].organisatie_id,
            rollen=(Rol.CASUSOVERLEG,),
        )
        edge = table.edge(1)
        do(grant_autorisatie, wie=enter(table.people["anna"], edge=edge), invoer=added, edge=edge)
        page = text(bound.get("/plaats"))

        assert provider.issuer
        assert str(petra.organisatie_id) in page
        assert str(table.people["gerda"].organisatie_id) not in page
        everywhere = text(sign_in(Client(), petra.medewerker_id).get("/plaats"))
        assert str(table.people["gerda"].organisatie_id) in everywhere

    def test_a_provider_that_is_no_longer_there_ends_its_sessions(self, bound: Client, settings: Settings) -> None:
        """The operator takes it away: whoever came in by it is out with the next page."""
        settings.CASUSTAFEL_AANBIEDERS = {}

        assert bound.get("/convenant").headers["Location"] == "/aanmelden?next=/convenant"
        assert "_auth_user_id" not in bound.session


class TestWhatIsWrong:
    """A provider, or somebody in between, that answers other than it should."""

    @pytest.mark.parametrize(("what", "why"), WRONG.items())
    def test_it_is_refused(
        self, bound: Client, provider: Provider, caplog: pytest.LogCaptureFixture, what: str, why: str
    ) -> None:
        """Nobody is in; the log has the reason, the screen has not."""
        bound.post("/afmelden")
        url = onward(bound.post(START))
        provider.wrong(what)
        answer = arrive(bound, provider.walk(url, who="p.etra"))

        assert answer.status_code == 403
        assert f"Signing in by {CODE} was refused: {why}" in caplog.messages
        assert "Probeer het opnieuw" in text(answer)
        assert why not in words(answer)
        assert bound.get("/convenant").headers["Location"] == "/aanmelden?next=/convenant"

    @pytest.mark.usefixtures("bound")
    def test_an_answer_that_nobody_asked_for(self, provider: Provider, caplog: pytest.LogCaptureFixture) -> None:
        """Unsolicited, of another browser, with another state, or a second time."""
        one, other = Client(), Client()
        back = provider.walk(onward(one.post(START)), who="p.etra")
        state = parse_qs(urlsplit(back).query)["state"][0]

        assert Client().get(f"{BACK}?code=x").status_code == 403
        assert arrive(other, back).status_code == 403
        assert arrive(one, back.replace(state, state[::-1])).status_code == 403
        assert arrive(one, back).status_code == 302
        assert arrive(one, back).status_code == 403
        assert caplog.messages == [f"Signing in by {CODE} was refused: state"] * 4

    @pytest.mark.usefixtures("bound")
    def test_an_answer_of_another_provider(self, provider: Provider, caplog: pytest.LogCaptureFixture) -> None:
        """The address that leads back names who answers (RFC 9207); it is not mixed up with another."""
        client = Client()
        back = provider.walk(onward(client.post(START)), who="p.etra")
        named = parse_qs(urlsplit(back).query)["iss"][0]

        assert named == provider.issuer
        assert (
            client.get(f"{BACK}?code=x&state={parse_qs(urlsplit(back).query)['state'][0]}&iss=http://other").status_code
            == 403
        )
        assert caplog.messages == [f"Signing in by {CODE} was refused: issuer"]

    @pytest.mark.usefixtures("bound")
    def test_a_code_of_another_browser(self, provider: Provider, caplog: pytest.LogCaptureFixture) -> None:
        """A stolen code does not fit the question of the thief (PKCE, nonce)."""
        one, thief = Client(), Client()
        stolen = parse_qs(urlsplit(provider.walk(onward(one.post(START)), who="p.etra")).query)["code"][0]
        own = parse_qs(urlsplit(onward(thief.post(START))).query)["state"][0]

        assert thief.get(BACK, {"code": stolen, "state": own, "iss": provider.issuer}).status_code == 403
        assert caplog.messages == [f"Signing in by {CODE} was refused: code"]

    def test_somebody_who_stops(self, provider: Provider, table: Table, caplog: pytest.LogCaptureFixture) -> None:
        """Is told that nothing was changed."""
        answer = at_provider(Client(), provider, stop="1")

        assert table.people
        assert "U bent gestopt" in text(answer)
        assert caplog.messages == [f"Signing in by {CODE} was refused: cancelled"]

    def test_a_provider_that_does_not_answer(
        self, files: Path, settings: Settings, table: Table, caplog: pytest.LogCaptureFixture
    ) -> None:
        """Nobody is sent on to nowhere."""
        settings.CASUSTAFEL_AANBIEDERS = read_aanbieders(write_config(files, issuer=f"http://localhost:{free_port()}"))

        assert table.people
        assert Client().post(START).status_code == 403
        assert caplog.messages == [f"Signing in by {CODE} was refused: unreachable"]

    def test_who_tries_on_and_on_waits(self, provider: Provider, table: Table) -> None:
        """A provider is not asked for its addresses without end, from one address."""
        assert (provider.issuer, len(table.people)) != ("", 0)
        answers = [Client().post(START).status_code for _n in range(31)]

        assert answers == [200] * 30 + [429]

    def test_a_provider_that_is_not_configured_is_not_there(self, table: Table) -> None:
        """Neither to go to, nor to come back from, nor its key."""
        assert table.people
        assert (Client().post(START).status_code, Client().get(BACK).status_code) == (404, 404)
        assert Client().get(f"{START}/sleutels").status_code == 404


class TestOnceMore:
    """A decision asks who is at the screen; so does a screen that nobody touched."""

    @pytest.fixture
    def stale(self, bound: Client) -> Client:
        """Let it be an hour since Petra signed in."""
        session = bound.session
        for one in session["account_authentication_methods"]:
            one["at"] -= 3600
        session["gezien"] = 0
        session.save()
        return bound

    def test_it_is_shown_at_the_organisation_in_another_window(self, stale: Client, provider: Provider) -> None:
        """The page keeps what was typed; after the other window, the same form goes through."""
        asked = stale.post("/mijn/tokens", {"naam": "zaaksysteem"})
        assert (asked.status_code, Token.objects.exists()) == (403, False)
        assert f'action="{START}" target="_blank"' in text(asked)
        assert 'name="naam" value="zaaksysteem"' in text(asked)
        assert stale.post("/mijn/tokens", {"naam": "zaaksysteem"}).status_code == 403

        assert "Sluit dit venster" in text(at_provider(stale, provider))
        assert stale.post("/mijn/tokens", {"naam": "zaaksysteem"}).status_code == 200
        assert Token.objects.exists()

    def test_a_page_that_waited_opens(self, stale: Client, provider: Provider) -> None:
        """After half an hour nothing shows; after the organisation's sign-in the page does."""
        assert stale.get("/convenant").status_code == 403
        at_provider(stale, provider)

        assert stale.post(f"{OWN}/verder", {"next": "/convenant"}).headers["Location"] == "/convenant"
        assert stale.get("/convenant").status_code == 200

    def test_another_person_does_not_go_on(
        self, stale: Client, provider: Provider, caplog: pytest.LogCaptureFixture
    ) -> None:
        """Neither somebody unknown, nor a colleague who is bound, at the screen of Petra."""
        Koppeling.objects.update(medewerker_id=get_user_model().objects.exclude(pk=self._petra()).first())

        assert at_provider(stale, provider).status_code == 403
        assert at_provider(stale, provider, who="somebody.else").status_code == 403
        assert [one.rpartition(" ")[2] for one in caplog.messages] == ["other-person", "unbound"]
        assert stale.get("/convenant").status_code == 403

    @staticmethod
    def _petra() -> Any:
        return Koppeling.objects.get().medewerker_id

    def test_a_session_is_as_old_as_the_sign_in(self, bound: Client) -> None:
        """What counts is when the provider says that somebody signed in."""
        (record,) = bound.session["account_authentication_methods"]

        assert record["method"] == "organisatie"
        assert record["at"] == int(record["at"])
        assert datetime.now(UTC) - datetime.fromtimestamp(record["at"], tz=UTC) < timedelta(minutes=2)


class TestOnesOwnPage:
    """How one signs in, and who ends it."""

    def test_it_shows_the_organisation_and_offers_no_other_way(self, bound: Client) -> None:
        """A factor of one's own would outlive what the organisation ends."""
        page = text(bound.get(OWN))

        assert NAAM in page
        assert f"{OWN}/app" not in page
        assert f"{OWN}/passkey" not in page
        for path in ("app", "passkey", "herstelcodes/nieuw"):
            assert bound.post(f"{OWN}/{path}").status_code == 404
        assert not Authenticator.objects.exists()

    @pytest.mark.article("15.2.c")
    def test_another_manager_ends_the_binding(self, bound: Client, provider: Provider, table: Table) -> None:
        """As for a lost factor: sessions go, the account at the organisation opens nothing, a new link begins anew."""
        anna = sign_in(Client(), table.people["anna"].medewerker_id)
        path = f"/beheer/mensen/{table.people['petra'].medewerker_id}/nieuwe-link"

        assert "Bij hun organisatie" in text(anna.get(path))
        link = re.search(r"http://testserver(/uitnodiging/\S+?)<", text(anna.post(path)))
        assert link is not None
        assert not Koppeling.objects.exists()
        assert bound.get("/").headers["Location"].startswith("/aanmelden")
        assert at_provider(Client(), provider).status_code == 403
        assert at_provider(Client(), provider, begin=f"{link[1]}/{CODE}").status_code == 302


def test_the_public_key_is_published(provider: Provider, client: Client) -> None:
    """The provider reads it there; the private half is nowhere."""
    answer = client.get(f"{START}/sleutels").json()

    assert provider.issuer
    assert [sorted(key) for key in answer["keys"]] == [["e", "kid", "kty", "n", "use"]]


def test_a_provider_that_knows_another_key_refuses_us(
    provider: Provider, bound: Client, files: Path, tmp_path: Path, settings: Settings
) -> None:
    """Nobody else speaks for this installation: the code is traded with a signature of our key."""
    bound.post("/afmelden")
    url = onward(bound.post(START))
    back = provider.walk(url, who="p.etra")
    write_key(tmp_path / "politie.pem")
    settings.CASUSTAFEL_AANBIEDERS = read_aanbieders(write_config(tmp_path, issuer=provider.issuer))

    assert files.is_dir()
    assert arrive(bound, back).status_code == 403
    assert requests.get(f"{provider.issuer}/jwks", timeout=10).status_code == 200
