"""What somebody may not know of gets the very answer of what does not exist."""

from uuid import UUID

import pytest

from tests.api.caller import SIGNAAL, Answer, Caller, standing
from tests.api.conftest import Callers

pytestmark = pytest.mark.django_db(databases="__all__")

NOWHERE = UUID(int=7)


def _whole(answer: Answer) -> tuple[int, bytes, dict[str, str]]:
    return answer.status, answer.content, dict(answer.headers)


class TestADossierThatIsHidden:
    """A casuspartij asks for a dossier of the weegploeg."""

    def test_it_is_not_there(self, callers: Callers, dossier: str) -> None:
        """Reading: hidden, absent, no id and no such path are the same bytes and headers. Covenant 8.4."""
        rik = callers("rik")

        answers = [rik.get(path) for path in (dossier, f"/v1/dossiers/{NOWHERE}", "/v1/dossiers/x", "/v1/onbekend")]

        assert {answer.status for answer in answers} == {404}
        assert all(_whole(answer) == _whole(answers[0]) for answer in answers)
        assert answers[0].faults == set()

    def test_it_cannot_be_changed_either(self, callers: Callers, dossier: str) -> None:
        """A change to it is a change to nothing. Covenant 8.4."""
        rik, body = callers("rik"), {"versie": 1, "uitkomst": "agenderen", "motivering": "Nodig."}
        before = standing()

        answers = [rik.post(f"{path}/beslissing", body) for path in (dossier, f"/v1/dossiers/{NOWHERE}")]

        assert _whole(answers[0]) == _whole(answers[1])
        assert answers[0].status == 404
        assert standing() == before

    def test_a_list_of_them_is_not_there(self, callers: Callers, dossier: str) -> None:
        """Who has no access to the file has no list of it. Covenant 8.4."""
        assert dossier
        rik = callers("rik")

        assert _whole(rik.get("/v1/dossiers")) == _whole(rik.get("/v1/onbekend"))


class TestPathsOutsideTheTable:
    """Anything else under /v1."""

    @pytest.mark.parametrize("path", ["/v1/", "/v1/dossiers/", "/v1/openapi.yaml", "/v1/docs", "/v1/a/b/c"])
    def test_there_is_nothing(self, gerda: Caller, path: str) -> None:
        """An unknown path is a problem, not a page and not a redirect."""
        assert gerda.get(path).status == 404
        assert gerda.get(path).faults == set()

    def test_another_method_is_named_with_what_is_allowed(self, gerda: Caller) -> None:
        """A method that an endpoint does not have is a problem too."""
        answer = gerda.call("PATCH", "/v1/dossiers", SIGNAAL)

        assert answer.status == 405
        assert answer.headers["Allow"] == "GET, POST"
        assert answer.faults == set()
