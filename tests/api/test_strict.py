"""A request that cannot be read is refused whole, with every fault at once, and writes nothing."""

import json
from typing import Any

import pytest
from django.utils.translation import gettext, override

from tests.api.caller import GEMEENTE, SIGNAAL, Caller, standing

pytestmark = pytest.mark.django_db(databases="__all__")

TEXT = json.dumps(SIGNAAL)


class TestABodyThatIsNoJson:
    """Bytes that are not one JSON object."""

    @pytest.mark.parametrize(
        ("body", "code"),
        [
            ("", "malformed"),
            ("{", "malformed"),
            (TEXT + "x", "malformed"),
            ("\ufeff" + TEXT, "malformed"),
            ('{"versie": NaN}', "malformed"),
            ('{"versie": -Infinity}', "malformed"),
            ('{"omschrijving": "\\ud800"}', "malformed"),
            ('{"versie": ' + "9" * 5000 + "}", "malformed"),
            ("[" * 100_000, "malformed"),
            (TEXT.encode("utf-16"), "not-utf-8"),
            (b'{"omschrijving": "\xff"}', "not-utf-8"),
            ("[]", "not-an-object"),
            ("null", "not-an-object"),
            (json.dumps({"omschrijving": "x" * 1_000_001}), "too-large"),
        ],
        ids=lambda value: value[:20] if isinstance(value, str) else "bytes",
    )
    def test_it_is_refused(self, gerda: Caller, body: str | bytes, code: str) -> None:
        """The whole body is at fault, and nothing is written."""
        before = standing()

        answer = gerda.post("/v1/dossiers", body)

        assert answer.status == 400
        assert answer.faults == {(None, code, "")}
        assert standing() == before

    def test_a_name_used_twice_is_refused(self, gerda: Caller) -> None:
        """Which of the two was meant is not guessed."""
        before = standing()

        answer = gerda.post("/v1/dossiers", TEXT.replace('"omschrijving"', '"omschrijving": "", "omschrijving"'))

        assert answer.status == 400
        assert answer.faults == {(None, "twice", "omschrijving")}
        assert standing() == before

    def test_another_media_type_is_refused(self, gerda: Caller) -> None:
        """A form is not JSON, whatever is in it."""
        answer = gerda.call("POST", "/v1/dossiers", TEXT, content_type="application/x-www-form-urlencoded")

        assert answer.status == 415
        assert answer.faults == set()


class TestABodyOfTheWrongShape:
    """JSON that does not fit the input of the act."""

    def test_every_fault_is_named_at_once(self, gerda: Caller) -> None:
        """A missing, an unknown, a mistyped and a too long field come together, each with its pointer."""
        before = standing()
        verstrekking = {**GEMEENTE, "derdenGetoetst": "ja", "derden_getoetst": True, "omGeraadpleegdOp": 0}

        answer = gerda.post("/v1/dossiers", {"omschrijving": "x" * 10_001, "verstrekking": verstrekking, "~/": 1})

        assert answer.status == 400
        assert answer.faults == {
            (None, "missing", "/subject"),
            (None, "too-long", "/omschrijving"),
            (None, "not-a-boolean", "/verstrekking/derdenGetoetst"),
            (None, "unknown", "/verstrekking/derden_getoetst"),
            (None, "not-a-day", "/verstrekking/omGeraadpleegdOp"),
            (None, "unknown", "/~0~1"),
        }
        assert standing() == before

    @pytest.mark.parametrize(
        ("field", "value", "code"),
        [
            ("versie", "1", "not-a-number"),
            ("versie", 1.0, "not-a-number"),
            ("versie", True, "not-a-number"),
            ("versie", None, "not-a-number"),
            ("organisatieId", 1, "invalid"),
            ("organisatieId", "x", "not-an-id"),
            ("vraag", ["x"], "not-text"),
            ("vraag", "a\x00", "invalid"),
            ("uiterlijkOp", 0, "not-a-day"),
            ("uiterlijkOp", "2026-02-30", "not-a-day"),
            ("uiterlijkOp", "morgen", "not-a-day"),
            ("houderId", "00000000-0000-0000-0000-000000000007", "unknown"),
            ("uiterlijkOp", "0", "not-a-day"),
            ("uiterlijkOp", "2026-06-01T00:00:00", "not-a-day"),
            ("vraag", 1, "not-text"),
            ("vraag", None, "not-text"),
        ],
    )
    def test_a_wrong_type_is_refused(self, gerda: Caller, dossier: str, field: str, value: Any, code: str) -> None:
        """Nothing is taken for something else: a number is no text, no day and no id."""
        body = {"versie": 1, "organisatieId": str(dossier)[-36:], "vraag": "Is er meer?", field: value}
        before = standing()

        answer = gerda.post(f"{dossier}/informatieverzoeken", body)

        assert answer.status == 400
        assert answer.faults == {(None, code, f"/{field}")}
        assert standing() == before


class TestAQuery:
    """Keys behind the question mark."""

    def test_what_is_asked_for_is_given(self, gerda: Caller, dossier: str) -> None:
        """A page and one or more states choose what is shown."""
        found = gerda.shown("/v1/dossiers?pagina=1&staten=nieuw&staten=in-weging")

        assert [f"/v1/dossiers/{one['id']}" for one in found["dossiers"]] == [dossier]
        assert gerda.shown("/v1/dossiers?staten=afgesloten")["dossiers"] == []
        assert gerda.shown("/v1/dossiers?pagina=999999999")["dossiers"] == []

    @pytest.mark.parametrize(
        ("query", "faults"),
        [
            ("pagina=0", {("not-a-number", "pagina")}),
            ("pagina=-1", {("not-a-number", "pagina")}),
            ("pagina=1.5", {("not-a-number", "pagina")}),
            ("pagina=99999999999999999999", {("not-a-number", "pagina")}),
            ("pagina=1&pagina=2", {("twice", "pagina")}),
            ("staten=oud&zoek=x", {("not-listed", "staten"), ("unknown", "zoek")}),
            ("houderId=x", {("unknown", "houderId")}),
        ],
    )
    def test_what_is_unclear_is_refused(self, gerda: Caller, query: str, faults: set[tuple[str, str]]) -> None:
        """A wrong page, an unknown state and an unknown key are faults, all at once."""
        answer = gerda.get(f"/v1/dossiers?{query}")

        assert answer.status == 400
        assert answer.faults == {(None, code, field) for code, field in faults}


class TestWhatGoesWrongOnOurSide:
    """An error of the program itself."""

    def test_nothing_of_it_is_told(
        self, gerda: Caller, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        """The answer is a bare problem, and the log has the place but no value."""

        def fail(*_args: object, **_named: object) -> None:
            raise RuntimeError("Xander Verzonnen")

        monkeypatch.setattr("casustafel.api.door.do", fail)

        answer = gerda.get("/v1/convenant")

        assert answer.status == 500
        assert answer.faults == set()
        assert b"Xander" not in answer.content
        assert "RuntimeError" in caplog.text
        assert "Xander" not in caplog.text


class TestTheLanguage:
    """The reader's language, by Accept-Language."""

    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_the_sentences_follow_it(self, gerda: Caller, language: str) -> None:
        """The sentences of rules and of the API come from the catalogue of that language."""
        answer = gerda.get("/v1/dossiers?zoek=x", **{"Accept-Language": language})

        assert answer.headers["Content-Language"] == language
        with override(language):
            assert answer.json["detail"] == gettext("This request has faults.")
            assert answer.json["faults"][0]["text"] == gettext("There is no field of this name here.")
