"""Fixtures of the API: callers with a token each, at a set moment, and a dossier to call about."""

from collections.abc import Callable
from datetime import timedelta
from itertools import count
from typing import Any

import pytest

from casustafel.acts.edge import at
from casustafel.acts.register.token import CreateToken, create_token
from casustafel.demo.table import Table
from tests.api.caller import GEMEENTE, SIGNAAL, Caller

Callers = Callable[[str], Caller]


@pytest.fixture
def callers(table: Table, monkeypatch: pytest.MonkeyPatch) -> Callers:
    """Give anybody of the invented people a token, and set the clock of the API: each request is a second later."""
    seconds = count(1)
    monkeypatch.setattr("casustafel.api.door.edge", lambda: at(table.now + timedelta(seconds=next(seconds))))

    def caller(name: str) -> Caller:
        return Caller(table.does(name, create_token, CreateToken(naam="proef"), days_ago=0).token)

    return caller


@pytest.fixture
def gerda(callers: Callers) -> Caller:
    """Give the representative of the municipality."""
    return callers("gerda")


@pytest.fixture
def dossier(gerda: Caller) -> str:
    """Open a dossier with one signaal, and give its path."""
    path: str = gerda.call("POST", "/v1/dossiers", SIGNAAL).headers["Location"]
    return path


@pytest.fixture
def weighed(gerda: Caller, dossier: str) -> str:
    """Weigh the dossier on one criterion, and give its path."""
    seen: Any = gerda.shown(dossier)
    body = {
        "versie": seen["versie"],
        "criterium": "gedrag",
        "tekst": "Feitelijk vastgesteld (verzonnen).",
        "signalen": [signaal["id"] for signaal in seen["signalen"]],
    }
    gerda.made("POST", f"{dossier}/wegingen", body)
    return dossier


@pytest.fixture
def signaal(gerda: Caller, dossier: str) -> dict[str, Any]:
    """Give the body of one more signaal to the dossier."""
    versie = gerda.shown(dossier)["versie"]
    return {"versie": versie, "omschrijving": "Tweede gedraging (verzonnen).", "verstrekking": GEMEENTE}
