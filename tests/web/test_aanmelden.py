"""Signing in: a password opens nothing but the second factor, and guessing is slowed down for everybody at once."""

import re
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import time_machine
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from casustafel.acts.edge import edge
from casustafel.acts.invitation import set_first_password
from casustafel.acts.register.operator import operator
from casustafel.bestand.bestand import Bestand
from casustafel.demo.table import Table
from casustafel.register.models import Grens
from casustafel.register.store import uitnodiging
from casustafel.register.store.bewaring import drop_expired, empty_accounts
from casustafel.seal.envelope import SealBroken
from tests.conftest import NOW
from tests.signing_in import SECRET, code_for, code_of, sign_in

pytestmark = [
    pytest.mark.django_db(databases="__all__"),
    pytest.mark.article("15.2.d"),
    pytest.mark.usefixtures("the_day"),
]
SIGN_IN, SECOND, OWN, APP = "/aanmelden", "/aanmelden/bevestigen", "/mijn/aanmelding", "/mijn/aanmelding/app"
CODES = "/mijn/aanmelding/herstelcodes"
GERDA = "gerda@lindewaard.lindewaard.example"
PASSWORD = "een lang verzonnen wachtwoord"


def text(answer: Any) -> str:
    """Read a page."""
    page: str = answer.content.decode()
    return page


def gerda_id(table: Table) -> UUID:
    """Give the account of Gerda."""
    return table.people["gerda"].medewerker_id


@pytest.fixture
def password(table: Table) -> Client:
    """Let Gerda set a password with her link, and stop there."""
    client = Client()
    client.post(uitnodiging(gerda_id(table)), {"new_password1": PASSWORD, "new_password2": PASSWORD})
    return client


@pytest.fixture
def secret(password: Client) -> str:
    """Let Gerda set up an app, and sign out; gives the key in the app."""
    page = text(password.get(APP))
    password.post(APP, {"code": code_for(page)})
    password.post("/afmelden")
    found = SECRET.search(page)
    assert found is not None
    return found[1]


def knock(client: Client, code: str, *, typed: str = PASSWORD) -> Any:
    """Sign in as Gerda with a password and a code."""
    client.post(SIGN_IN, {"login": GERDA, "password": typed, "next": "/convenant"})
    return client.post(SECOND, {"code": code})


class TestAPasswordAlone:
    """Somebody who gave a password, and has no second factor yet."""

    @pytest.mark.parametrize("path", ["/", "/convenant", "/plaats", "/geheimhouding", "/weegploeg/", "/mijn/tokens"])
    def test_it_opens_the_set_up_of_a_second_factor_and_nothing_else(self, password: Client, path: str) -> None:
        """Every page leads to where a second factor is set up."""
        assert password.get(path).headers["Location"] == OWN
        assert "/mijn/aanmelding/app" in text(password.get(OWN))

    def test_an_app_is_set_up_and_opens_the_rest(self, password: Client) -> None:
        """A wrong code sets up nothing; the right one does, shows the recovery codes once, and opens the pages."""
        page = text(password.get(APP))
        picture = password.get(f"{APP}/afbeelding")

        assert (picture.headers["Content-Type"], b"<svg" in picture.content) == ("image/svg+xml", True)
        assert "data:" not in page
        assert password.post(APP, {"code": "12"}).status_code == 400
        assert password.post(APP, {"code": code_for(page)}).headers["Location"] == CODES
        assert len(re.findall(r"<code[^>]*>\d{8}</code>", text(password.get(CODES)))) == 10
        assert re.findall(r"<code[^>]*>\d{8}</code>", text(password.get(CODES))) == []
        assert password.get("/convenant").status_code == 200

    def test_it_never_adds_a_factor_beside_another(self, password: Client, table: Table) -> None:
        """A session that stopped at the password is ended where the account has a second factor meanwhile."""
        other = Client()
        other.force_login(get_user_model().objects.get(pk=gerda_id(table)))
        password.post(APP, {"code": code_for(text(password.get(APP)))})

        assert other.get("/").headers["Location"] == OWN
        assert other.get(APP).headers["Location"] == SIGN_IN
        assert "_auth_user_id" not in other.session

    def test_the_password_of_the_demo_is_only_for_the_demo(
        self, client: Client, table: Table, settings: Settings
    ) -> None:
        """A session of the demo's own door opens nothing in an installation that is none."""
        session = sign_in(client, gerda_id(table)).session
        session["account_authentication_methods"] = [{"method": "demo", "at": edge().now.timestamp()}]
        session.save()

        assert client.get("/convenant").headers["Location"] == OWN
        settings.CASUSTAFEL_IS_DEMO = True
        assert client.get("/convenant").status_code == 200


class TestTheSecretOfTheApp:
    """What the database holds of it."""

    def test_it_is_sealed_in_the_account_and_in_the_session(self, password: Client) -> None:
        """Neither while it is set up nor after does the secret stand in the register in clear."""
        page = text(password.get(APP))
        found = SECRET.search(page)
        assert found is not None
        plain = found[1].replace(" ", "")
        kept = [str(session.get_decoded()) for session in Session.objects.all()]
        assert not any(plain in one for one in kept)

        password.post(APP, {"code": code_for(page)})
        factors = [str(factor.data) for factor in Authenticator.objects.all()]
        assert len(factors) == 2
        assert not any(plain in one for one in factors)

    def test_one_that_somebody_else_wrote_does_not_open(self, secret: str) -> None:
        """A row that did not pass our sealing is no factor."""
        Authenticator.objects.filter(type="totp").update(data={"secret": secret.replace(" ", "")})

        with pytest.raises(SealBroken):
            knock(Client(), code_of(secret))


class TestBothSteps:
    """The password, then the code."""

    def test_the_code_is_asked_and_opens(self, client: Client, secret: str) -> None:
        """After the password nobody is in yet; after the code they are where they were going."""
        asked = client.post(SIGN_IN, {"login": GERDA, "password": PASSWORD, "next": "/convenant"})

        assert asked.headers["Location"] == SECOND
        assert client.get("/convenant").headers["Location"] == f"{SIGN_IN}?next=/convenant"
        assert client.post(SECOND, {"code": "000000"}).status_code == 400
        assert client.post(SECOND, {"code": code_of(secret)}).headers["Location"] == "/convenant"
        assert client.get("/convenant").status_code == 200

    def test_a_code_works_once(self, secret: str) -> None:
        """Who saw a code being typed cannot use it, in whatever process."""
        code = code_of(secret)

        assert knock(Client(), code).headers["Location"] == "/convenant"
        assert knock(Client(), code).status_code == 400

    def test_a_recovery_code_works_once(self, password: Client) -> None:
        """A recovery code stands for the app, once."""
        password.post(APP, {"code": code_for(text(password.get(APP)))})
        code = re.findall(r"<code[^>]*>(\d{8})</code>", text(password.get(CODES)))[0]

        assert knock(Client(), code).headers["Location"] == "/convenant"
        assert knock(Client(), code).status_code == 400

    def test_there_is_no_second_step_without_a_first(self, client: Client, secret: str) -> None:
        """The page of the code leads back to who did not give a password."""
        assert client.post(SECOND, {"code": code_of(secret)}).headers["Location"] == SIGN_IN

    def test_no_other_table_takes_the_address(self, secret: str) -> None:
        """The e-mail address stands in the account, and nowhere else."""
        knock(Client(), code_of(secret))

        assert not EmailAddress.objects.exists()


class TestGuessing:
    """Passwords and codes that are tried again and again."""

    @pytest.mark.usefixtures("secret")
    def test_after_five_wrong_passwords_the_right_one_waits(self, client: Client) -> None:
        """The sixth try is not looked at; five minutes later it is."""
        wrong = [client.post(SIGN_IN, {"login": GERDA, "password": "x"}).status_code for _n in range(5)]
        assert wrong == [400] * 5
        assert Client().post(SIGN_IN, {"login": GERDA, "password": PASSWORD}).status_code == 400

        with time_machine.travel(NOW + timedelta(hours=4, minutes=6)):
            assert Client().post(SIGN_IN, {"login": GERDA, "password": PASSWORD}).headers["Location"] == SECOND

    def test_after_five_wrong_codes_the_right_one_waits(self, secret: str) -> None:
        """A code cannot be guessed by trying them all, and signing out in between does not help."""
        assert [knock(Client(), "000000").status_code for _n in range(5)] == [400] * 5
        assert knock(Client(), code_of(secret)).status_code == 400

        with time_machine.travel(NOW + timedelta(hours=4, minutes=6)):
            assert knock(Client(), code_of(secret)).headers["Location"] == "/convenant"

    @pytest.mark.usefixtures("table")
    def test_what_is_counted_names_nobody_and_goes(self, client: Client) -> None:
        """The register holds a hash and a number, until the night after."""
        client.post(SIGN_IN, {"login": GERDA, "password": "x"})

        assert Grens.objects.exists()
        assert not any("gerda" in row.sleutel + row.waarde for row in Grens.objects.all())
        drop_expired(at=edge().now + timedelta(days=1))
        assert not Grens.objects.exists()

    def test_the_limits_are_shared(self) -> None:
        """What one process counts, another sees: of two that add the same, one did."""
        assert (cache.add("x", 1, 60), cache.add("x", 2, 60), cache.get("x")) == (True, False, 1)
        cache.set("x", [1.5])
        assert (cache.get("x"), cache.touch("x"), cache.delete("x"), cache.delete("x")) == ([1.5], True, True, False)
        assert (cache.get("x", "none"), cache.touch("x"), cache.add("x", 1, -1), cache.get("x")) == (
            "none",
            False,
            True,
            None,
        )
        cache.add("y", 1, None)
        cache.clear()
        assert cache.get("y") is None


class TestWhatItCosts:
    """Signing in is read from the session that every page reads anyhow."""

    def test_a_page_asks_the_register_no_more_than_before(
        self, client: Client, table: Table, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        """The page of one's own keys: session, account, places, who asks, and the act."""
        sign_in(client, gerda_id(table))
        client.get("/mijn/tokens")

        with django_assert_num_queries(12, using=Bestand.REGISTER.value):
            client.get("/mijn/tokens")


@pytest.mark.article("13.1")
@pytest.mark.usefixtures("secret")
def test_an_emptied_account_keeps_no_factor() -> None:
    """A year after the last authorisation nothing is left of how somebody signed in."""
    assert Authenticator.objects.exists()

    empty_accounts(until=NOW.date() + timedelta(days=2000))
    assert not Authenticator.objects.exists()


def test_an_operator_still_sets_a_password_by_link(table: Table) -> None:
    """A link works for a program as for a person: it sets the password, and no factor."""
    assert operator().medewerker_id is None
    assert set_first_password(uitnodiging(gerda_id(table)), PASSWORD)
    assert not Authenticator.objects.exists()
