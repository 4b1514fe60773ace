"""The frame over HTTP: who comes in, in what order things are asked, what stays behind, who manages whom."""

import json
import re
from datetime import datetime, timedelta
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from casustafel.acts.edge import at
from casustafel.acts.gate import do, enter
from casustafel.acts.invitation import set_first_password
from casustafel.acts.invoer import Niets
from casustafel.acts.places import places
from casustafel.acts.register.load_convenant import LoadConvenant, load_convenant
from casustafel.acts.register.load_people import LoadPeople, load_people
from casustafel.acts.register.operator import operator
from casustafel.acts.register.people import AutorisatieBeeld, find_people
from casustafel.acts.register.token import find_tokens
from casustafel.demo import subjects
from casustafel.demo.example import example
from casustafel.demo.steps import GEMEENTE, OM, begin
from casustafel.demo.table import Table
from casustafel.web.session import place_key
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db(databases="__all__")

SECURITY_TXT = "/.well-known/security.txt"
SIGN_IN = "/aanmelden"
GERDA = "gerda@lindewaard.lindewaard.example"
PASSWORD = "een lang verzonnen wachtwoord"


@pytest.fixture(autouse=True)
def _today(settings: Settings, table: Table) -> None:
    """Let the screens stand on the day of the table."""
    settings.CASUSTAFEL_ON = table.now.date()


def signed_in(table: Table, name: str) -> Client:
    """Sign one of the invented people in."""
    return sign_in(Client(), table.people[name].medewerker_id)


def read(response: Any) -> str:
    """Read a page as text, without what differs from one answer to the next."""
    text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", response.content.decode())
    return unescape(text)


def newcomer(table: Table, *, convenant: str = "lindewaard", email: str = "nora@lindewaard.example") -> str:
    """Load somebody, or one more seat of somebody; gives the one-time link."""
    seat = {"convenant": convenant, "organisatie": "gemeente", "rollen": ["weegploeg"]}
    person = {"naam": "Nora Nieuw (verzonnen)", "email": email, "autorisatie": [seat]}
    people = LoadPeople.model_validate({"medewerker": [person]})
    (invited,) = do(load_people, wie=operator(), invoer=people, edge=at(table.now))
    return invited.uitnodiging


def second_seat(table: Table) -> str:
    """Give Gerda a seat in a second covenant, where she accepted nothing yet; gives its key."""
    convenant = LoadConvenant.model_validate({**example("convenant.toml"), "code": "elders", "gemeente": "Elders"})
    do(load_convenant, wie=operator(), invoer=convenant, edge=at(table.now))
    newcomer(table, convenant="elders", email=GERDA)
    found = places(table.people["gerda"].medewerker_id, edge=at(table.now))
    return next(place_key(place.plaats) for place in found if place.gemeente == "Elders")


class TestOpenPages:
    """Pages for who is not signed in."""

    def test_sign_in_is_there_without_a_query(
        self, client: Client, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        """The page to sign in asks no database anything."""
        with django_assert_num_queries(0):
            response = client.get(SIGN_IN)

        assert response.status_code == 200

    @pytest.mark.parametrize("path", ["/", "/convenant", "/beheer/mensen", "/mijn/tokens", "/geheimhouding", "/plaats"])
    def test_everything_else_asks_to_sign_in(self, client: Client, path: str) -> None:
        """Who did not sign in is asked to, and comes back to where they were going."""
        assert client.get(path).headers["Location"] == f"{SIGN_IN}?next={path}"

    def test_nothing_is_kept_by_the_browser(self, client: Client, table: Table) -> None:
        """No page may be cached, open or not, there or not."""
        inside = signed_in(table, "gerda")
        answers = [client.get(SIGN_IN), client.get("/nergens"), inside.get("/"), inside.get("/nergens")]

        assert all("no-store" in answer.headers["Cache-Control"] for answer in answers)
        assert [answer.status_code for answer in answers] == [200, 404, 200, 404]

    def test_health_says_yes_or_no(self, client: Client, keys: Path) -> None:
        """The installation is ready; without its master key it is not, and does not say why."""
        assert client.get("/gezond").json() == {"status": "ok"}

        (keys / "master.key").unlink()

        answer = client.get("/gezond")
        assert (answer.status_code, answer.json()) == (503, {"status": "unavailable"})


class TestSigningIn:
    """The e-mail address and the password."""

    def test_a_wrong_password_is_answered_as_an_unknown_address(self, client: Client, table: Table) -> None:
        """Nobody learns from the page who has an account."""
        set_first_password(newcomer(table), PASSWORD)
        wrong = client.post(SIGN_IN, {"login": "nora@lindewaard.example", "password": "x"})
        unknown = client.post(SIGN_IN, {"login": "wie@lindewaard.example", "password": "x"})

        assert wrong.status_code == unknown.status_code == 400
        assert read(wrong).replace("nora@", "wie@") == read(unknown)

    @pytest.mark.parametrize("asked", ["https://elders.example/", "//elders.example", "/\\elders.example"])
    def test_it_goes_on_to_paths_of_our_own_only(self, client: Client, table: Table, asked: str) -> None:
        """An address elsewhere leads home."""
        set_first_password(newcomer(table), PASSWORD)
        typed = {"login": "Nora@lindewaard.example", "password": PASSWORD}

        assert client.post(SIGN_IN, {**typed, "next": asked}).headers["Location"] == "/"

    def test_it_goes_on_to_where_one_was_going(self, client: Client, table: Table) -> None:
        """A path of our own is gone on to."""
        set_first_password(newcomer(table), PASSWORD)
        typed = {"login": "nora@lindewaard.example", "password": PASSWORD, "next": "/convenant"}

        assert client.post(SIGN_IN, typed).headers["Location"] == "/convenant"

    def test_signing_out_leaves_nothing_behind(self, table: Table) -> None:
        """The browser is told to forget; the session is gone; once more does no harm."""
        client = signed_in(table, "gerda")
        answer = client.post("/afmelden")

        assert answer.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
        assert client.get("/").headers["Location"] == f"{SIGN_IN}?next=/"
        assert client.post("/afmelden").headers["Location"] == SIGN_IN
        assert client.get("/afmelden").status_code == 405


class TestInvitation:
    """The one-time link with which somebody sets a first password."""

    def test_it_works_once(self, client: Client, table: Table) -> None:
        """After the password is set the link gives the answer of a link that never was."""
        link = newcomer(table)
        typed = {"new_password1": PASSWORD, "new_password2": PASSWORD}

        assert client.post(link, {**typed, "new_password2": "anders"}).status_code == 400
        assert client.post(link, typed).headers["Location"] == "/mijn/aanmelding"

        never = client.get(f"/uitnodiging/{uuid4()}/nooit")
        used, again = client.get(link), client.post(link, {**typed, "new_password1": "x", "new_password2": "x"})
        assert never.status_code == used.status_code == again.status_code == 404
        assert read(used).replace(link, never.request["PATH_INFO"]) == read(never)
        client.post("/afmelden")
        answer = client.post(SIGN_IN, {"login": "nora@lindewaard.example", "password": PASSWORD})
        assert answer.headers["Location"] == "/"


@pytest.mark.article("14.1")
class TestWhatComesFirst:
    """What is asked before anything is shown."""

    def test_the_place_is_asked_then_secrecy(self, table: Table) -> None:
        """Sign in, then for whom one works, then the secrecy text of that covenant, then the page."""
        elders = second_seat(table)
        client = signed_in(table, "gerda")

        assert client.get("/convenant").headers["Location"] == "/plaats?next=/convenant"
        chosen = client.post("/plaats", {"plaats": elders, "next": "/convenant"})
        assert chosen.headers["Location"] == "/convenant"
        assert client.get("/convenant").headers["Location"] == "/geheimhouding"
        assert client.post("/geheimhouding", {"versie": "voorbeeld-1", "aanvaard": "on"}).headers["Location"] == "/"
        assert "Elders" in read(client.get("/convenant"))

    def test_only_a_place_of_ones_own_can_be_chosen(self, table: Table) -> None:
        """Another's place is no choice."""
        second_seat(table)
        client = signed_in(table, "gerda")

        assert client.post("/plaats", {"plaats": place_key(table.people["omar"])}).status_code == 400
        assert client.get("/").headers["Location"] == "/plaats?next=/"

    def test_secrecy_is_accepted_by_hand_and_for_this_version(self, client: Client, table: Table) -> None:
        """An empty box, or another version than the current one, accepts nothing."""
        newcomer(table)
        sign_in(client, get_user_model().objects.get(email="nora@lindewaard.example").pk)

        assert client.post("/geheimhouding", {"versie": "voorbeeld-1"}).status_code == 400
        assert client.post("/geheimhouding", {"versie": "oud", "aanvaard": "on"}).status_code == 400
        assert client.get("/").headers["Location"] == "/geheimhouding"

    def test_who_has_no_authorisation_has_no_place(self, client: Client) -> None:
        """An account alone shows nothing, and can be signed out."""
        nobody = get_user_model()(pk=uuid4(), email="nobody@lindewaard.example")
        nobody.save()
        sign_in(client, nobody.pk)

        assert client.get("/").headers["Location"] == "/plaats?next=/"
        assert reverse("sign-out") in read(client.get("/plaats"))

    @pytest.mark.article("5")
    def test_an_uitvoerder_names_a_task(self, table: Table) -> None:
        """Without a task the boards are not offered and refuse; with one they open. Nobody else names a task."""
        ulla = signed_in(table, "ulla")

        assert 'href="/weegploeg/"' not in read(ulla.get("/"))
        refused = ulla.get("/weegploeg/")
        assert (refused.status_code, "/taak?next=/weegploeg/" in read(refused)) == (400, True)
        assert ulla.post("/taak", {"taak": "voorbereiden", "next": "/weegploeg/"}).headers["Location"] == "/weegploeg/"
        assert ulla.get("/weegploeg/").status_code == 200
        assert signed_in(table, "gerda").get("/taak").status_code == 404


class TestWerkvoorraad:
    """What waits, over all the covenants of a person."""

    def test_it_leads_to_the_step(self, table: Table) -> None:
        """A new dossier waits for who must weigh it, and is no work of the Raad's."""
        steps = begin(table, subjects.NIEUW_GEMEENTE, "gerda", GEMEENTE, days_ago=2)
        weigh = reverse("weigh-criterium", args=[steps.dossier_id])

        assert f'href="{weigh}"' in read(signed_in(table, "omar").get("/"))
        assert "W-" not in read(signed_in(table, "rik").get("/"))

    def test_it_leads_to_another_place_by_asking_first(self, table: Table) -> None:
        """Work at another place first asks whether one goes there; the secrecy text there is work too."""
        elders, here = second_seat(table), place_key(table.people["gerda"])
        steps = begin(table, subjects.NIEUW_GEMEENTE, "omar", OM, days_ago=2)
        weigh = reverse("weigh-criterium", args=[steps.dossier_id])
        client = signed_in(table, "gerda")

        client.post("/plaats", {"plaats": here})
        page = read(client.get("/"))
        assert f'href="/plaats?{urlencode({"plaats": elders, "next": "/geheimhouding"})}"' in page
        assert f'href="{weigh}"' in page

        client.post("/plaats", {"plaats": elders})
        client.post("/geheimhouding", {"versie": "voorbeeld-1", "aanvaard": "on"})
        there = f"/plaats?{urlencode({'plaats': here, 'next': weigh})}"
        assert f'href="{there}"' in read(client.get("/"))
        assert re.search(rf'value="{here}"[^>]*checked', read(client.get(there)))


@pytest.mark.article("15.2.c")
class TestPeople:
    """People and their authorisations, as the manager sees them."""

    def rows(self, table: Table) -> dict[str, AutorisatieBeeld]:
        """Give the authorisations by the first name of who holds them."""
        found = do(find_people, wie=table.who("anna"), invoer=Niets(), edge=at(table.now)).autorisaties
        return {row.naam.split()[0].lower(): row for row in found}

    def test_nobody_else_learns_that_there_is_such_a_page(self, table: Table) -> None:
        """For who is no manager the pages do not exist."""
        gerda = signed_in(table, "gerda")
        paths = ["/beheer/mensen", "/beheer/mensen/nieuw", f"/beheer/mensen/{self.rows(table)['omar'].id}/intrekken"]

        assert [gerda.get(path).status_code for path in paths] == [404, 404, 404]
        assert gerda.post(paths[2]).status_code == 404
        assert "/beheer/mensen" not in read(gerda.get("/"))

    def test_a_role_is_given_and_the_link_shown_once(self, client: Client, table: Table) -> None:
        """The answer holds the link of who is new; no page after it does."""
        anna = signed_in(table, "anna")
        organisatie = str(table.people["omar"].organisatie_id)
        typed = {
            "naam": "Nora Nieuw",
            "email": "nora@om.example",
            "organisatie_id": organisatie,
            "rollen": ["weegploeg"],
        }

        given = anna.post("/beheer/mensen/nieuw", typed)
        link = re.search(r"http://testserver(/uitnodiging/\S+?)<", read(given))
        assert link is not None
        assert client.get(link[1]).status_code == 200
        assert "/uitnodiging/" not in read(anna.get("/beheer/mensen"))
        assert "nora@om.example" in read(anna.get("/beheer/mensen"))

    def test_faults_come_back_with_what_was_typed(self, table: Table) -> None:
        """Every fault at once, each with its article; what was typed is still there."""
        anna = signed_in(table, "anna")
        organisatie = str(table.people["rik"].organisatie_id)
        typed = {"naam": "Nora Nieuw", "email": "nora", "organisatie_id": organisatie, "rollen": ["weegploeg"]}

        page = anna.post("/beheer/mensen/nieuw", typed)
        assert page.status_code == 400
        assert 'value="Nora Nieuw"' in read(page)
        assert {"15.2.c", "7.2"} <= set(re.findall(r"Art\. ([\d.a-z]*\w)", read(page)))

    def test_a_role_is_withdrawn_after_asking_and_never_ones_own(self, table: Table) -> None:
        """Looking changes nothing; sending does. One's own is not offered."""
        anna, rows = signed_in(table, "anna"), self.rows(table)
        path, own = (f"/beheer/mensen/{rows[name].id}/intrekken" for name in ("fatma", "anna"))

        assert anna.get(path).status_code == 200
        assert "fatma" in self.rows(table)
        assert anna.post(path).headers["Location"] == "/beheer/mensen"
        assert "fatma" not in self.rows(table)
        assert (anna.get(own).status_code, anna.post(own).status_code) == (404, 404)
        assert "anna" in self.rows(table)


@pytest.mark.article("15.2.d")
class TestTokens:
    """Personal access keys for other programs."""

    def test_a_token_is_shown_once(self, table: Table) -> None:
        """The answer holds the token; the list does not."""
        gerda = signed_in(table, "gerda")
        made = re.search(r'class="ct-once">([^<]+)<', read(gerda.post("/mijn/tokens", {"naam": "zaaksysteem"})))

        assert made is not None
        assert made[1] not in read(gerda.get("/mijn/tokens"))
        assert gerda.post("/mijn/tokens", {"naam": ""}).status_code == 400

    def test_anothers_token_is_untouched(self, table: Table) -> None:
        """A token of somebody else does not exist; one's own can be withdrawn."""
        gerda, omar = signed_in(table, "gerda"), signed_in(table, "omar")
        gerda.post("/mijn/tokens", {"naam": "zaaksysteem"})
        wie = enter(table.people["gerda"], edge=at(table.now))
        (token,) = do(find_tokens, wie=wie, invoer=Niets(), edge=at(table.now)).tokens
        path = f"/mijn/tokens/{token.id}/intrekken"

        assert omar.post(path).status_code == omar.get(path).status_code == 404
        assert do(find_tokens, wie=wie, invoer=Niets(), edge=at(table.now)).tokens == (token,)
        assert gerda.post(path).headers["Location"] == "/mijn/tokens"
        assert do(find_tokens, wie=wie, invoer=Niets(), edge=at(table.now)).tokens == ()


class TestPersona:
    """The demo's own door."""

    def test_it_is_not_there_outside_a_demo(self, client: Client, settings: Settings, table: Table) -> None:
        """An installation that is no demo has no such door, and no link to it."""
        settings.CASUSTAFEL_IS_DEMO = False
        chosen = {"wie": str(table.people["gerda"].medewerker_id)}

        assert client.get("/demo").status_code == client.post("/demo", chosen).status_code == 404
        assert read(client.get("/demo")).replace("/demo", "/nergens") == read(client.get("/nergens"))
        assert 'href="/demo"' not in read(client.get(SIGN_IN))

    def test_it_signs_in_as_who_is_on_its_list(
        self, client: Client, settings: Settings, table: Table, tmp_path: Path
    ) -> None:
        """In a demo one can be anybody of the invented people, and nobody else."""
        listed = {"medewerker_id": str(table.people["gerda"].medewerker_id), "naam": "Gerda", "functie": "adviseur"}
        persona = {**listed, "organisatie": "Gemeente", "rollen": ["weegploeg"]}
        (tmp_path / "demo.json").write_text(json.dumps([persona]))
        settings.CASUSTAFEL_IS_DEMO, settings.CASUSTAFEL_DATA = True, tmp_path

        assert "Gerda" in read(client.get("/demo"))
        assert client.post("/demo", {"wie": str(table.people["omar"].medewerker_id)}).status_code == 404
        assert client.post("/demo", {"wie": listed["medewerker_id"]}).headers["Location"] == "/"
        assert client.get("/").status_code == 200


class TestFaults:
    """Pages for what goes wrong."""

    def test_a_form_without_its_mark_saves_nothing(self, table: Table) -> None:
        """A form that did not come from our own page is refused, in words."""
        client = Client(enforce_csrf_checks=True)
        sign_in(client, table.people["gerda"].medewerker_id)

        answer = client.post("/mijn/tokens", {"naam": "zaaksysteem"})
        assert answer.status_code == 403
        assert reverse("werkvoorraad") in read(answer)

    def test_a_fault_of_ours_says_nothing_of_what_it_was(self, table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
        """The page of a fault stands on its own, and holds nothing of what was being done."""
        client = signed_in(table, "gerda")
        client.raise_request_exception = False
        monkeypatch.setattr("casustafel.web.frame.convenant._facts", lambda beeld: beeld.xander)

        answer = client.get("/convenant")
        assert (answer.status_code, "xander" in read(answer)) == (500, False)
        assert "<h1" in read(answer)


@pytest.mark.article("11.1")
def test_the_covenant_is_open_to_everybody_in_it(table: Table) -> None:
    """Parties, partners and criteria can be read; on an invented covenant every page says that it is."""
    page = read(signed_in(table, "bente").get("/convenant"))

    assert all(words in page for words in ("Politie Lindewaard", "Jeugdhulp De Brug", "ct-invented"))


def test_the_language_is_the_readers(client: Client) -> None:
    """The choice holds for the pages after it."""
    assert 'lang="nl"' in read(client.get(SIGN_IN))

    assert client.post("/taal", {"language": "en", "next": SIGN_IN}).headers["Location"] == SIGN_IN
    assert '<html lang="en"' in read(client.get(SIGN_IN))


class TestWhereAWeaknessIsTold:
    """The address of RFC 9116."""

    def test_gives_contact_and_an_end_within_a_year(self, settings: Settings, client: Client) -> None:
        """As the operator named it."""
        settings.CASUSTAFEL_SECURITY_CONTACT = "mailto:meld@lindewaard.example"

        lines = dict(line.split(": ", 1) for line in client.get(SECURITY_TXT).content.decode().splitlines())

        assert lines["Contact"] == "mailto:meld@lindewaard.example"
        ends = datetime.fromisoformat(lines["Expires"]).date()
        assert settings.CASUSTAFEL_ON < ends < settings.CASUSTAFEL_ON + timedelta(days=365)
        assert lines["Canonical"].endswith(SECURITY_TXT)

    def test_is_not_there_where_nobody_was_named(self, client: Client) -> None:
        """Rather nothing than an address at which nobody looks."""
        assert client.get(SECURITY_TXT).status_code == 404
