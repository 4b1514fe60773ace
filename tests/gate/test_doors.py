"""Every door is known: it has an act, or stands in the closed list; and without the gate no door leads anywhere."""

import re
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from casustafel.acts import gate
from casustafel.acts.gate import ACTS, do, enter
from casustafel.acts.register.token import CreateToken, create_token
from casustafel.bestand.pas import Pass, PassInvalid
from casustafel.casusoverleg.models import Casus
from casustafel.conf.lists import doors
from casustafel.demo import subjects
from casustafel.demo.table import Table
from casustafel.weegploeg.models import Dossier
from tests.signing_in import sign_in

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("15.2.d")]
OPEN = {
    "/aanmelden",
    "/aanmelden/bevestigen",
    "/aanmelden/passkey",
    "/aanmelden/organisatie/<slug:code>",
    "/aanmelden/organisatie/<slug:provider_id>/terug",
    "/aanmelden/organisatie/<slug:code>/sleutels",
    "/afmelden",
    "/uitnodiging/<uuid:medewerker_id>/<str:token>",
    "/uitnodiging/<uuid:medewerker_id>/<str:token>/<slug:code>",
    "/taal",
    "/demo",
    "/gezond",
    "/.well-known/security.txt",
}
OPEN |= {"/regeling/<slug:code>", "/regeling/<slug:code>/pdf"}
OWN_SESSION = {"/plaats", "/taak", "/mijn/aanmelding", "/mijn/aanmelding/app", "/mijn/aanmelding/app/afbeelding"}
OWN_SESSION |= {"/mijn/aanmelding/passkey", "/mijn/aanmelding/<int:factor_id>/weghalen"}
OWN_SESSION |= {"/mijn/aanmelding/sessies/<int:sessie_id>/beeindigen", "/mijn/aanmelding/sessies/andere/beeindigen"}
OWN_SESSION |= {"/mijn/aanmelding/herstelcodes/nieuw"}
OWN_SESSION |= {"/mijn/aanmelding/herstelcodes", "/mijn/aanmelding/verder"}
PUBLISHED = {"GET /v1/openapi.json"}
COMMANDS = {"migrate", "demo load", "demo run", "serve", "articles", "acts", "doors", "openapi"}
COMMANDS |= {"backup", "logboek checkpoint", "logboek prove"}
EMPTY_FORMS = {
    "/weegploeg/signalen/nieuw",
    "/overleg/weegploeg/nieuw",
    "/overleg/casusoverleg/nieuw",
    "/verzoeken/nieuw",
    "/incidenten/melden",
}
NAMES = [value.naam for value in vars(subjects).values() if isinstance(value, subjects.Subject)]


class TestTheListOfDoors:
    """`casustafel doors` names every route, endpoint and command."""

    def test_a_door_without_an_act_is_in_the_closed_list(self) -> None:
        """What does no act is signing in, one's own session, health, published text, or a look at the code."""
        closed = {row["door"] for row in doors() if row["act"].startswith("closed")}

        assert closed == OPEN | OWN_SESSION | PUBLISHED | COMMANDS

    def test_every_other_door_names_acts_that_exist(self) -> None:
        """An act that a door names is an act that goes through the gate, and no act is without a door."""
        named = {act for row in doors() if not row["act"].startswith("closed") for act in row["act"].split(", ")}

        assert named == set(ACTS)


def _paths(dossier_id: UUID, casus_id: UUID) -> list[str]:
    """Give a path for every screen and endpoint that reads, with ids that exist."""
    paths = []
    for row in doors():
        if row["kind"] == "command" or row["door"] in OPEN | OWN_SESSION | PUBLISHED:
            continue
        method, _space, path = row["door"].rpartition(" ")
        if method in {"", "GET"}:
            path = re.sub(r"<uuid:dossier_id>|{dossierId}", str(dossier_id), path)
            path = re.sub(r"<uuid:casus_id>|{casusId}", str(casus_id), path)
            paths.append(re.sub(r"<[^>]+>|{[^}]+}", str(uuid4()), path))
    return sorted(set(paths))


def _knock(table: Table, path: str) -> Any:
    plaats = table.people["gerda"]
    if path.startswith("/v1/"):
        return Client(raise_request_exception=False).get(path, headers={"authorization": f"Bearer {_token(table)}"})
    client = Client(raise_request_exception=False)
    return sign_in(client, plaats.medewerker_id).get(path)


def _token(table: Table) -> str:
    edge = table.edge(1)
    wie = enter(table.people["gerda"], edge=edge)
    return do(create_token, wie=wie, invoer=CreateToken(naam="proef"), edge=edge).token


@pytest.mark.usefixtures("the_day")
class TestEveryDoorLeadsThroughTheGate:
    """With the gate switched off, nobody gets anything from any door."""

    def test_with_the_gate_on_the_doors_show_what_they_are_for(self, worlds: list[Table]) -> None:
        """The doors of this test do open, so that the next test means something."""
        dossier, casus = self._ids(worlds[0])
        answers = {path: _knock(worlds[0], path) for path in _paths(dossier, casus)}

        shown = [path for path, answer in answers.items() if any(name.encode() in answer.content for name in NAMES)]
        assert len(shown) >= 12

    def test_with_the_gate_off_no_door_shows_anything(
        self, worlds: list[Table], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Every screen and endpoint fails, and none of them says a name."""
        dossier, casus = self._ids(worlds[0])
        token = _token(worlds[0])

        def closed(**_parts: object) -> Pass:
            raise PassInvalid("The gate is switched off.")

        monkeypatch.setattr(gate, "_issue", closed)
        monkeypatch.setattr(f"{__name__}._token", lambda _table: token, raising=False)
        for path in _paths(dossier, casus):
            answer = _knock(worlds[0], path)
            assert answer.status_code >= 400 or path in EMPTY_FORMS, path
            assert not any(name.encode() in answer.content for name in NAMES), path

    @staticmethod
    def _ids(table: Table) -> tuple[UUID, UUID]:
        convenant = table.people["gerda"].convenant_id
        dossier = Dossier.objects.filter(convenant_id=convenant, staat="in-weging").values_list("id", flat=True)[0]
        casus = Casus.objects.filter(convenant_id=convenant, staat="plan-vastgesteld").values_list("id", flat=True)[0]
        return dossier, casus
