"""Who may call at all: a personal token, and no hint to who has none."""

from datetime import timedelta

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from casustafel.acts.edge import at
from casustafel.acts.register.token import TERM
from casustafel.demo.table import Table
from tests.api.caller import Caller

pytestmark = pytest.mark.django_db(databases="__all__")


class TestWithoutAValidToken:
    """No token, half a token, another's scheme, a token past its term."""

    @pytest.mark.parametrize(
        "header", ["", "Bearer", "Bearer ", "Bearer x", "Basic Z2VyZGE6eA==", "Bearer a b", "Bearer \u00e9", "Token x"]
    )
    @pytest.mark.usefixtures("callers")
    def test_everybody_gets_the_same_answer(self, header: str) -> None:
        """The answer is 401 with the scheme, in the same bytes. Covenant 15.2.d."""
        nobody = Caller("")

        answer = nobody.get("/v1/dossiers", Authorization=header) if header else nobody.get("/v1/dossiers")

        assert answer.status == 401
        assert answer.headers["WWW-Authenticate"] == "Bearer"
        assert answer.faults == set()
        assert answer.content == nobody.get("/v1/dossiers").content

    @pytest.mark.usefixtures("callers")
    def test_a_bad_body_is_not_read_before_the_token(self) -> None:
        """Who did not sign in learns nothing about inputs. Covenant 15.2.d."""
        answer = Caller("x").post("/v1/dossiers", "{")

        assert answer.status == 401
        assert answer.faults == set()

    def test_a_token_ends_with_its_term(self, gerda: Caller, table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
        """On the last moment it holds, after it it does not. Covenant 15.2.d.

        Her authorisation ended long before, so all that the token is good for is to be told that there is nothing.
        """
        last = table.now + TERM
        monkeypatch.setattr("casustafel.api.door.edge", lambda: at(last - timedelta.resolution))
        before = gerda.get("/v1/werkvoorraad").status
        monkeypatch.setattr("casustafel.api.door.edge", lambda: at(last))

        assert before == 404
        assert gerda.get("/v1/werkvoorraad").status == 401


class TestASession:
    """A browser that signed in has a session; the API does not know it."""

    def test_a_session_is_not_read(self, gerda: Caller) -> None:
        """A request with a session cookie and a token asks the database for no session. Covenant 15.2.d."""
        session = SessionStore()
        session["x"] = 1
        session.save()
        client = Client(headers={"Authorization": f"Bearer {gerda.token}"})
        client.cookies["sessionid"] = str(session.session_key)

        with CaptureQueriesContext(connections["default"]) as queries:
            response = client.get("/v1/convenant")

        assert response.status_code == 200
        assert not response.cookies
        assert queries.captured_queries
        assert not [query for query in queries.captured_queries if "session" in query["sql"]]

    @pytest.mark.usefixtures("table")
    def test_a_session_is_no_token(self) -> None:
        """Being signed in at the screens opens nothing here. Covenant 15.2.d."""
        session = SessionStore()
        session["_auth_user_id"] = "x"
        session.save()
        client = Client()
        client.cookies["sessionid"] = str(session.session_key)

        assert client.get("/v1/dossiers").status_code == 401
