"""The table, the acts behind it, and the contract that is published."""

import json
import re

import pytest
from django.test import Client

from casustafel.acts.gate import ACTS
from casustafel.api.contract import written
from casustafel.api.logbewijs import doors as tile_doors
from casustafel.api.routes import OPERATOR_ACTS, ROUTES, SYSTEM_ACTS, doors
from casustafel.api.urls import CONTRACT_FILE
from casustafel.conf.lists import load_all

CONTRACT = json.loads(CONTRACT_FILE.read_text(encoding="utf-8"))
SCREEN_ACTS = {"find-werk-logbewijs"}  # what it says stands in /logboeken as well
OPERATIONS = [
    pytest.param(operation, id=f"{method} {path}")
    for path, methods in CONTRACT["paths"].items()
    for method, operation in methods.items()
]


class TestTheTable:
    """Every act is an endpoint, or stands in the list of those that are none."""

    def test_every_act_is_served_or_listed(self) -> None:
        """An act is reached through the API, or is the system's or the operator's."""
        load_all()

        served = {act.code for route in ROUTES for act in route.acts} | {door.act for door in tile_doors()}

        assert served | SYSTEM_ACTS | OPERATOR_ACTS | SCREEN_ACTS == set(ACTS)
        assert not served & (SYSTEM_ACTS | OPERATOR_ACTS)

    def test_every_endpoint_is_a_door(self) -> None:
        """The list of doors names each endpoint with its act, once."""
        listed = doors()

        assert len(set(listed)) == len(listed)
        assert ("POST", "/v1/dossiers", "submit-new-signaal") in listed
        assert {path for _method, path, _act in listed} == {
            *(f"/v1{route.path}" for route in ROUTES),
            "/v1/openapi.json",
        }

    @pytest.mark.parametrize("route", ROUTES, ids=lambda route: f"{route.method} {route.path}")
    def test_a_path_has_no_capital_no_slash_at_the_end_and_no_verb(self, route: object) -> None:
        """Paths are nouns in kebab-case, or end in _zoek for a search by what no address holds; keys are camelCase."""
        assert route in ROUTES
        path = next(one.path for one in ROUTES if one is route)

        assert re.fullmatch(r"(/([a-z]+(-[a-z]+)*|{[a-z]+([A-Z][a-z]+)*}))+(/_zoek)?", path)


class TestTheContract:
    """The file in the repository is what is served, and what the table makes."""

    def test_the_file_is_what_the_table_makes(self) -> None:
        """After a change: casustafel openapi > src/casustafel/api/openapi.json."""
        assert CONTRACT_FILE.read_text(encoding="utf-8") == written()

    def test_it_is_public(self) -> None:
        """Everybody and every site may read it, without a token."""
        response = Client().get("/v1/openapi.json")

        assert response.status_code == 200
        assert response.content == CONTRACT_FILE.read_bytes()
        assert response.headers["Access-Control-Allow-Origin"] == "*"
        assert response.headers["API-Version"] == CONTRACT["info"]["version"]
        assert Client().post("/v1/openapi.json").status_code == 405

    def test_it_says_who_to_ask(self) -> None:
        """OpenAPI 3.1, with a contact that has a name, an e-mail address and a page."""
        assert CONTRACT["openapi"].startswith("3.1")
        assert set(CONTRACT["info"]["contact"]) == {"name", "email", "url"}
        assert CONTRACT["servers"] == [{"url": "/v1"}]

    def test_every_reference_leads_somewhere(self) -> None:
        """No endpoint refers to a part that is not there, and no schema stands unused."""
        refs = set(re.findall(r'"#/components/(\w+)/([\w-]+)"', json.dumps(CONTRACT)))
        parts = {(kind, name) for kind in CONTRACT["components"] for name in CONTRACT["components"][kind]}

        assert refs | {("securitySchemes", "PersoonlijkToken")} == parts

    @pytest.mark.parametrize("operation", OPERATIONS)
    def test_every_operation_says_what_it_rests_on(self, operation: dict[str, object]) -> None:
        """A summary, the articles, the token, and the problems that can come back."""
        assert operation["summary"]
        assert operation["x-article"]
        assert operation["security"] == [{"PersoonlijkToken": []}]
        assert {"400", "401", "403", "404", "500"} <= set(operation["responses"])  # type: ignore[call-overload]  # JSON
