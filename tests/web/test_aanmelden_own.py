"""One's own second factors and sessions: seen, added, taken away by who just showed who they are. Covenant 15.2.d."""

import re
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client

from casustafel.demo.table import Table
from casustafel.register.store import uitnodiging
from tests.signing_in import code_for, sign_in

pytestmark = [
    pytest.mark.django_db(databases="__all__"),
    pytest.mark.article("15.2.d"),
    pytest.mark.usefixtures("the_day"),
]
OWN, APP, PASSKEY = "/mijn/aanmelding", "/mijn/aanmelding/app", "/mijn/aanmelding/passkey"
CODES, NEW_CODES = "/mijn/aanmelding/herstelcodes", "/mijn/aanmelding/herstelcodes/nieuw"
GERDA = "gerda@lindewaard.lindewaard.example"
PASSWORD = "een lang verzonnen wachtwoord"
STALE = 16 * 60


def text(answer: Any) -> str:
    """Read a page."""
    page: str = answer.content.decode()
    return page


@pytest.fixture
def gerda(table: Table) -> Client:
    """Let Gerda set up an app with her link; she is signed in from then on."""
    client = Client(headers={"user-agent": "Verzonnen browser 1"})
    typed = {"new_password1": PASSWORD, "new_password2": PASSWORD}
    client.post(uitnodiging(table.people["gerda"].medewerker_id), typed)
    client.post(APP, {"code": code_for(text(client.get(APP)))})
    return client


def another(table: Table, *, kind: str = "webauthn") -> int:
    """Give Gerda a second factor beside her app; gives its number."""
    medewerker_id = table.people["gerda"].medewerker_id
    data = {"name": "oude sleutel", "credential": {}}
    made = Authenticator.objects.create(user_id=medewerker_id, type=kind, data=data)
    number: int = made.pk
    return number


class TestFactors:
    """The ways in which one signs in."""

    def test_one_sees_ones_own(self, gerda: Client) -> None:
        """The app, the codes, and what can be added; the last factor cannot be taken away."""
        page = text(gerda.get(OWN))

        assert CODES in page
        assert f'href="{PASSKEY}"' in page
        assert f'href="{APP}"' not in page
        assert "/weghalen" not in page
        assert gerda.get(f"{OWN}/{Authenticator.objects.get(type='totp').pk}/weghalen").status_code == 404

    def test_one_of_two_is_taken_away_after_asking(self, gerda: Client, table: Table) -> None:
        """Looking changes nothing; sending does; then the other is the last."""
        path = f"{OWN}/{another(table)}/weghalen"

        assert path in text(gerda.get(OWN))
        assert "oude sleutel" in text(gerda.get(path))
        assert Authenticator.objects.filter(type="webauthn").exists()
        assert gerda.post(path).headers["Location"] == OWN
        assert set(Authenticator.objects.values_list("type", flat=True)) == {"totp", "recovery_codes"}

    def test_anothers_is_not_there(self, gerda: Client, table: Table) -> None:
        """Somebody else's factor cannot be asked for."""
        another(table)
        omar = sign_in(Client(), table.people["omar"].medewerker_id)
        path = f"{OWN}/{Authenticator.objects.get(type='totp').pk}/weghalen"

        assert (omar.get(path).status_code, omar.post(path).status_code) == (404, 404)
        assert gerda.get(OWN).status_code == 200

    @pytest.mark.parametrize("path", [PASSKEY, APP, NEW_CODES])
    def test_after_a_quarter_of_an_hour_a_code_is_asked_first(self, gerda: Client, table: Table, path: str) -> None:
        """Who walks up to an open screen adds no factor and makes no codes."""
        sign_in(gerda, table.people["gerda"].medewerker_id, seconds_ago=STALE)

        assert gerda.post(path, {"name": "x"}).status_code == 403

    def test_new_codes_end_the_old_ones(self, gerda: Client) -> None:
        """Made anew, they are shown once; an old one opens nothing."""
        old = re.findall(r"<code[^>]*>(\d{8})</code>", text(gerda.get(CODES)))
        assert gerda.post(NEW_CODES).headers["Location"] == CODES
        new = re.findall(r"<code[^>]*>(\d{8})</code>", text(gerda.get(CODES)))

        assert (len(old), len(new), set(old) & set(new)) == (10, 10, set())

    def test_an_answer_that_is_no_passkey_makes_none(self, gerda: Client) -> None:
        """Nonsense, or nothing at all, is refused where a passkey is made and where one is used."""
        gerda.get(PASSKEY)
        for credential in ("", "{}", '{"id": "x"}', "[1]", "geen json"):
            assert gerda.post(PASSKEY, {"name": "x", "credential": credential}).status_code == 400
            unknown = Client().post("/aanmelden/passkey", {"credential": credential})
            assert unknown.headers["Location"] == "/aanmelden?passkey=onbekend"
        assert not Authenticator.objects.filter(type="webauthn").exists()


class TestSessions:
    """Where one is signed in."""

    @pytest.fixture
    def elsewhere(self, gerda: Client, table: Table) -> Client:
        """Let Gerda sign in with a second browser."""
        secret = self.key
        client = Client(headers={"user-agent": "Verzonnen browser 2"})
        client.post("/aanmelden", {"login": GERDA, "password": PASSWORD})
        client.post("/aanmelden/bevestigen", {"code": secret})
        assert gerda.get(OWN).status_code == 200
        assert table.people
        return client

    @property
    def key(self) -> str:
        """Give a recovery code, which stands for the app."""
        (code, *_more) = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()
        return str(code)

    def test_one_sees_them_and_ends_one(self, gerda: Client, elsewhere: Client) -> None:
        """Each with its browser; the one that is ended asks to sign in again."""
        page = text(gerda.get(OWN))
        assert all(words in page for words in ("Verzonnen browser 1", "Verzonnen browser 2", "127.0.0.1"))

        other = UserSession.objects.get(user_agent="Verzonnen browser 2")
        gerda.post(f"{OWN}/sessies/{other.pk}/beeindigen")
        assert elsewhere.get("/convenant").headers["Location"].startswith("/aanmelden")
        assert gerda.get(OWN).status_code == 200
        assert "Verzonnen browser 2" not in text(gerda.get(OWN))

    def test_one_ends_all_others_at_once(self, gerda: Client, elsewhere: Client) -> None:
        """This session goes on."""
        assert gerda.post(f"{OWN}/sessies/andere/beeindigen").headers["Location"] == OWN

        assert elsewhere.get("/convenant").headers["Location"].startswith("/aanmelden")
        assert gerda.get(OWN).status_code == 200

    def test_ending_ones_own_signs_out(self, gerda: Client) -> None:
        """The session that asks can be ended as well."""
        this = UserSession.objects.get()

        assert gerda.post(f"{OWN}/sessies/{this.pk}/beeindigen").headers["Location"] == "/aanmelden"
        assert gerda.get("/convenant").headers["Location"].startswith("/aanmelden")

    def test_anothers_is_left_alone(self, gerda: Client, table: Table) -> None:
        """The number of somebody else's session ends nothing."""
        omar = sign_in(Client(), table.people["omar"].medewerker_id)
        omar.post(f"{OWN}/sessies/{UserSession.objects.get().pk}/beeindigen")

        assert gerda.get(OWN).status_code == 200
        assert Session.objects.count() >= 2
