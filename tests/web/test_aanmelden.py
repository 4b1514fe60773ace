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
from casustafel.acts.gate import ACTS
from casustafel.acts.invitation import set_first_password
from casustafel.acts.register.operator import operator
from casustafel.bestand.bestand import Bestand
from casustafel.conf.lists import load_all
from casustafel.demo.table import Table
from casustafel.register.models import Grens, LogRegel, Token
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
DECISIONS = {
    *("decide", "hand-over", "adopt-plan", "close-casus", "decide-eigen", "verify-regime", "give-opzegging"),
    *("take-standpunt", "take-standpunt-verlenging", "take-standpunt-afsluiting", "take-standpunt-doorverstrekking"),
    *("take-standpunt-reactivering", "take-standpunt-voorstel", "name-plaatsvervanger"),
    *("grant-autorisatie", "withdraw-autorisatie", "reset-aanmelding", "create-token"),
}
SIGN_IN, SECOND, OWN, APP = "/aanmelden", "/aanmelden/bevestigen", "/mijn/aanmelding", "/mijn/aanmelding/app"
CODES = "/mijn/aanmelding/herstelcodes"
AFTERNOON = NOW + timedelta(hours=4)
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
    def test_one_address_does_not_try_many_accounts(self) -> None:
        """After thirty tries in a minute from one address the next is not looked at, whoever it is for."""
        with time_machine.travel(AFTERNOON, tick=False):
            typed = [{"login": f"{n}@lindewaard.example", "password": "x"} for n in range(31)]
            answers = [Client().post(SIGN_IN, one).status_code for one in typed]

        assert answers == [400] * 30 + [429]

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


def decide_form(table: Table) -> tuple[str, dict[str, Any]]:
    """Give a decision that can be taken on the screen: who gets which role."""
    typed = {
        "naam": "Nora Nieuw (verzonnen)",
        "email": "nora@lindewaard.example",
        "organisatie_id": str(table.people["omar"].organisatie_id),
        "rollen": ["weegploeg", "casusoverleg"],
    }
    return "/beheer/mensen/nieuw", typed


def carried(page: str) -> list[tuple[str, str]]:
    """Give what a page carries along unseen."""
    return re.findall(r'<input type="hidden" name="(?!csrf)([^"]+)" value="([^"]*)">', page.partition("<main")[2])


class TestAPause:
    """A screen that nobody touched for half an hour, and a day that is over."""

    @pytest.fixture
    def gerda(self, table: Table, secret: str) -> tuple[Client, str]:
        """Let Gerda, who has an app, be signed in; gives her key."""
        with time_machine.travel(AFTERNOON, tick=False):
            return sign_in(Client(), gerda_id(table)), secret

    @pytest.mark.parametrize(("minutes", "status"), [(29, 200), (30, 200), (31, 403)])
    def test_after_half_an_hour_a_page_waits_for_a_code(
        self, gerda: tuple[Client, str], minutes: int, status: int
    ) -> None:
        """On the minute it still opens; after it the page shows nothing, and a code leads on to it."""
        client, secret = gerda
        with time_machine.travel(AFTERNOON + timedelta(minutes=minutes), tick=False):
            answer = client.get("/convenant?x=1")
            assert answer.status_code == status
            if status == 403:
                assert "Politie" not in text(answer)
                typed = {**dict(carried(text(answer))), "opnieuw-code": code_of(secret)}
                assert client.post("/mijn/aanmelding/verder", typed).headers["Location"] == "/convenant?x=1"
                assert client.get("/convenant").status_code == 200

    def test_who_works_on_is_not_asked(self, gerda: tuple[Client, str]) -> None:
        """Every page counts; a page that asks by itself does not, and gets nothing from a screen that waits."""
        client, _secret = gerda
        for minutes in (20, 40, 60):
            with time_machine.travel(NOW + timedelta(hours=4, minutes=minutes)):
                assert client.get("/convenant").status_code == 200
        for minutes, status in ((80, 200), (95, 403)):
            with time_machine.travel(NOW + timedelta(hours=4, minutes=minutes)):
                answer = client.get("/convenant", headers={"HX-Request": "true"})
                assert (answer.status_code, answer.content == b"") == (status, status == 403)

    def test_what_was_typed_meanwhile_is_not_lost(self, gerda: tuple[Client, str]) -> None:
        """A form that was sent after an hour waits for the code, with all that was typed, and is then saved."""
        client, secret = gerda
        with time_machine.travel(NOW + timedelta(hours=5), tick=False):
            asked = client.post("/mijn/tokens", {"naam": "een <lange> naam"})
            assert (asked.status_code, Token.objects.exists()) == (403, False)
            assert "een &lt;lange&gt; naam" in text(asked)
            client.post("/mijn/tokens", {"naam": "een <lange> naam", "opnieuw-code": code_of(secret)})
        assert Token.objects.get().naam == "een <lange> naam"

    def test_a_session_ends_after_eight_hours_whatever_is_done(self, gerda: tuple[Client, str]) -> None:
        """Working on does not make it longer."""
        client, _secret = gerda
        for minutes in (*range(25, 480, 25), 480):
            with time_machine.travel(AFTERNOON + timedelta(minutes=minutes), tick=False):
                assert client.get("/convenant").status_code == 200
        with time_machine.travel(AFTERNOON + timedelta(minutes=481), tick=False):
            assert client.get("/convenant").headers["Location"] == f"{SIGN_IN}?next=/convenant"


class TestADecision:
    """A decision by somebody who showed who they are a while ago."""

    @pytest.fixture
    def anna(self, table: Table) -> tuple[Client, str]:
        """Let Anna set up an app, and work for sixteen minutes; gives her key."""
        client, anna_id = Client(), table.people["anna"].medewerker_id
        client.post(uitnodiging(anna_id), {"new_password1": PASSWORD, "new_password2": PASSWORD})
        page = text(client.get(APP))
        client.post(APP, {"code": code_for(page)})
        found = SECRET.search(page)
        assert found is not None
        sign_in(client, anna_id, seconds_ago=16 * 60)
        return client, found[1]

    def test_it_is_asked_once_more_and_then_done(self, anna: tuple[Client, str], table: Table) -> None:
        """Nothing is saved, all that was typed goes along, and one code later it is done."""
        client, secret = anna
        path, typed = decide_form(table)
        asked = client.post(path, typed)

        assert asked.status_code == 403
        assert carried(text(asked)) == [
            *((name, value) for name, value in typed.items() if name != "rollen"),
            *(("rollen", rol) for rol in typed["rollen"]),
        ]
        assert not get_user_model().objects.filter(email=typed["email"]).exists()
        last = LogRegel.objects.order_by("-id")[0]
        assert (last.daad, last.gevolg, last.redenen) == ("grant-autorisatie", "refused", "15.2.d-sign-in-again")

        wrong = client.post(path, {**typed, "opnieuw-code": "000000"})
        assert (wrong.status_code, carried(text(wrong))) == (400, carried(text(asked)))
        done = client.post(path, {**typed, "opnieuw-code": code_of(secret)})
        assert (done.status_code, "/uitnodiging/" in text(done)) == (200, True)
        assert client.post(path, {**typed, "email": "nina@lindewaard.example"}).status_code == 200

    def test_a_fault_is_told_before_a_code_is_asked(self, anna: tuple[Client, str], table: Table) -> None:
        """Whoever may not, or left something out, hears that first."""
        path, typed = decide_form(table)

        assert anna[0].post(path, {**typed, "email": "nora"}).status_code == 400
        assert anna[0].get(path).status_code == 200

    def test_the_demo_asks_for_a_button_and_no_other_installation_takes_it(
        self, anna: tuple[Client, str], table: Table, settings: Settings
    ) -> None:
        """Who came in by the demo's door goes on with a button; who came in by a code never does."""
        client, (path, typed) = anna[0], decide_form(table)
        settings.CASUSTAFEL_IS_DEMO = True
        assert client.post(path, {**typed, "opnieuw-demo": "1"}).status_code == 403

        session = client.session
        session["account_authentication_methods"] = [{"method": "demo", "at": edge().now.timestamp() - 3600}]
        session.save()
        assert "opnieuw-demo" in text(client.post(path, typed))
        assert client.post(path, {**typed, "opnieuw-demo": "1"}).status_code == 200

    def test_which_acts_decide_is_a_closed_list(self) -> None:
        """Decisions of the boards, and who may do what; each is a change."""
        load_all()
        deciding = {act.code for act in ACTS.values() if act.needs_fresh_sign_in}

        assert deciding == DECISIONS
        assert all(ACTS[code].is_change for code in DECISIONS)


@pytest.mark.article("15.2.c")
class TestALostFactor:
    """Somebody who lost their phone asks a manager."""

    def test_another_manager_gives_a_new_link(self, secret: str, table: Table) -> None:
        """The page asks first; then password, factors, sessions and keys are gone, and the link begins anew."""
        anna, gerda = (sign_in(Client(), table.people[name].medewerker_id) for name in ("anna", "gerda"))
        gerda.post("/mijn/tokens", {"naam": "zaaksysteem"})
        path = f"/beheer/mensen/{gerda_id(table)}/nieuwe-link"

        assert path in text(anna.get("/beheer/mensen"))
        assert anna.get(path).status_code == 200
        assert Authenticator.objects.exists()
        link = re.search(r"http://testserver(/uitnodiging/\S+?)<", text(anna.post(path)))
        assert link is not None
        assert not Authenticator.objects.exists()
        assert not Token.objects.exists()
        assert gerda.get("/convenant").headers["Location"] == f"{SIGN_IN}?next=/convenant"
        assert Client().post(SIGN_IN, {"login": GERDA, "password": PASSWORD}).status_code == 400
        assert knock(Client(), code_of(secret)).headers["Location"] == SIGN_IN
        assert Client().get(link[1]).status_code == 200

    def test_nobody_does_it_for_themselves_or_without_being_a_manager(self, table: Table) -> None:
        """One's own page is not there, and for who is no manager no page is."""
        anna, gerda = (sign_in(Client(), table.people[name].medewerker_id) for name in ("anna", "gerda"))
        own = f"/beheer/mensen/{table.people['anna'].medewerker_id}/nieuwe-link"
        another = f"/beheer/mensen/{table.people['omar'].medewerker_id}/nieuwe-link"

        assert (anna.get(own).status_code, anna.post(own).status_code) == (404, 404)
        assert (gerda.get(another).status_code, gerda.post(another).status_code) == (404, 404)


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
