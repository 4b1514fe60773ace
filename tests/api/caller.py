"""Somebody who calls the API with a personal token, and what stands in the databases meanwhile."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import connections, router
from django.http import HttpResponse
from django.test import Client

JSON = "application/json"
GEMEENTE = {"grondslag": "publieke-taak-gemeente", "taak": "werk-en-inkomen"}
RAAD = {"grondslag": "publieke-taak-raad", "taak": "minderjarigen-beschermen"}
POLITIE = {"grondslag": "wpg-20", "klasse": "wpg-8", "doel": "a", "belang": "Ernstige dreiging (verzonnen)."}
SIGNAAL: Mapping[str, Any] = {
    "subject": {"naam": "Xander Verzonnen", "woonplaats": "Lindewaard"},
    "verblijftInNederland": True,
    "radicaliseert": True,
    "omschrijving": "Sprak op straat een dreigement uit (verzonnen).",
    "verstrekking": GEMEENTE,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What the API answered."""

    status: int
    content: bytes
    headers: Mapping[str, str]
    json: Any

    @property
    def faults(self) -> set[tuple[str | None, str, str | None]]:
        """Give each fault as its article, code and field; each has a sentence."""
        assert self.headers["Content-Type"] == "application/problem+json"
        assert self.json["status"] == self.status
        assert self.json["title"]
        assert self.json["detail"]
        assert all(fault["text"] for fault in self.json["faults"])
        return {(fault["article"], fault["code"], fault["field"]) for fault in self.json["faults"]}


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody with a token; each call is one request, as a strict browser-less client sends it."""

    token: str
    taak: str = ""

    def call(self, method: str, path: str, body: object = None, **headers: str) -> Answer:
        """Send one request; a body that is not text or bytes is sent as JSON."""
        if self.token:
            headers.setdefault("Authorization", f"Bearer {self.token}")
        if self.taak:
            headers.setdefault("Casustafel-Taak", self.taak)
        client = Client(enforce_csrf_checks=True)
        data = "" if body is None else body
        response: HttpResponse = client.generic(  # type: ignore[assignment]  # the client's own kind of response
            method,
            path,
            data if isinstance(data, bytes | str) else _json(data),
            content_type=headers.pop("content_type", JSON),
            headers=headers,
        )
        return _answer(response)

    def get(self, path: str, **headers: str) -> Answer:
        """Read."""
        return self.call("GET", path, **headers)

    def post(self, path: str, body: object) -> Answer:
        """Send."""
        return self.call("POST", path, body)

    def put(self, path: str, body: object) -> Answer:
        """Put."""
        return self.call("PUT", path, body)

    def made(self, method: str, path: str, body: object) -> Any:
        """Change something that may be changed, and give what came back."""
        answer = self.call(method, path, body)
        assert answer.status in {200, 201, 204}, answer.content
        return answer.json

    def shown(self, path: str) -> Any:
        """Read something that may be read."""
        answer = self.get(path)
        assert answer.status == 200, answer.content
        return answer.json


def _json(body: object) -> bytes:
    return json.dumps(body).encode()


def _answer(response: HttpResponse) -> Answer:
    content = response.content
    assert response.headers["API-Version"] == "1.0.0"
    assert response.headers["Cache-Control"] == "no-store"
    assert not response.cookies
    return Answer(
        status=response.status_code,
        content=content,
        headers=dict(response.headers.items()),
        json=json.loads(content) if content and _is_json(response) else None,
    )


def _is_json(response: HttpResponse) -> bool:
    kind = response.headers["Content-Type"]
    return kind.endswith("json") and not kind.endswith("jsonl")


def standing() -> dict[str, int]:
    """Count the rows of every table in every file, but for the log."""
    return {
        f"{alias}.{model.__name__}": model._base_manager.using(alias).count()
        for model in apps.get_models()
        for alias in connections
        if router.allow_migrate_model(alias, model) and model.__name__ != "LogRegel"
    }
