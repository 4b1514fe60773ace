"""What the API refuses: the status, the article and the field, and that nothing was written."""

from dataclasses import replace
from typing import Any

import pytest

from casustafel.convenant.feit import Rol
from casustafel.register.models import Autorisatie
from tests.api.caller import GEMEENTE, POLITIE, SIGNAAL, Caller, standing
from tests.api.conftest import Callers

pytestmark = pytest.mark.django_db(databases="__all__")


class TestASignaal:
    """A new signaal that the covenant does not let in."""

    def test_an_unknown_ground_is_refused(self, gerda: Caller) -> None:
        """The municipality provides on its own grounds only. Covenant 6.c."""
        before = standing()

        answer = gerda.post("/v1/dossiers", {**SIGNAAL, "verstrekking": {**GEMEENTE, "grondslag": "zomaar"}})

        assert answer.status == 400
        assert answer.faults == {("6.c", "6.c-grondslag", "/verstrekking/grondslag")}
        assert standing() == before

    def test_police_data_without_purpose_is_refused(self, callers: Callers) -> None:
        """Every provision of police data names its purpose. Besluit 1.1."""
        petra = callers("petra")
        before = standing()

        answer = petra.post("/v1/dossiers", {**SIGNAAL, "verstrekking": {**POLITIE, "doel": ""}})

        assert answer.status == 400
        assert answer.faults == {("B1.1", "B1.1-doel", "/verstrekking/doel")}
        assert standing() == before

    def test_who_is_no_kernpartij_is_refused(self, callers: Callers) -> None:
        """Signals enter only through a kernpartij, by its representative. Covenant 7.2."""
        rik = callers("rik")
        before = standing()

        answer = rik.post("/v1/dossiers", SIGNAAL)

        assert answer.status == 403
        assert answer.faults == {("7.2", "7.2-representative", None)}
        assert standing() == before

    def test_all_faults_are_named_at_once(self, gerda: Caller) -> None:
        """An empty name, an empty behaviour and a missing task come together. Covenant 8.2, 2."""
        before = standing()
        empty = {"grondslag": GEMEENTE["grondslag"]}

        answer = gerda.post("/v1/dossiers", {"subject": {"naam": " "}, "omschrijving": "", "verstrekking": empty})

        assert answer.status == 400
        assert answer.faults == {
            ("8.2.a", "8.2.a-naam", "/subject/naam"),
            ("3", "3-verblijft_in_nederland", "/verblijftInNederland"),
            ("3", "3-radicaliseert", "/radicaliseert"),
            ("8.2.b", "8.2.b-omschrijving", "/omschrijving"),
            ("2", "2-taak", "/verstrekking/taak"),
        }
        assert standing() == before


class TestADecision:
    """A decision that cannot be recorded."""

    def _decide(self, callers: Callers, dossier: str, *, motivering: str = "Nodig (verzonnen).") -> Any:
        outcome = {"uitkomst": "niet-agenderen", "motivering": "Te licht (verzonnen)."}
        for name in ("gerda", "omar", "petra"):
            caller = callers(name)
            caller.put(f"{dossier}/standpunt", {"versie": caller.shown(dossier)["versie"], **outcome})
        gerda = callers("gerda")
        body = {"versie": gerda.shown(dossier)["versie"], **outcome, "motivering": motivering}
        before = standing()
        answer = gerda.post(f"{dossier}/beslissing", body)
        return answer, standing() == before

    def test_an_empty_motivation_is_refused(self, callers: Callers, weighed: str) -> None:
        """A decision has its reasons. Covenant 7.4."""
        answer, is_untouched = self._decide(callers, weighed, motivering="  ")

        assert answer.status == 400
        assert answer.faults == {("7.4", "7.4-motivering", "/motivering")}
        assert is_untouched

    def test_a_second_decision_is_refused(self, callers: Callers, weighed: str) -> None:
        """The weegploeg decides once on a dossier. Covenant 7.4."""
        first, _is_untouched = self._decide(callers, weighed)

        answer, is_untouched = self._decide(callers, weighed)

        assert first.status == 204
        assert answer.status == 409
        assert answer.faults == {("7.4", "7.4-decided", None)}
        assert is_untouched

    def test_missing_agreement_is_named_by_party(self, gerda: Caller, weighed: str) -> None:
        """Each kernpartij that has not agreed is named. Covenant 4."""
        body = {"versie": gerda.shown(weighed)["versie"], "uitkomst": "agenderen", "motivering": "Nodig (verzonnen)."}
        before = standing()

        answer = gerda.post(f"{weighed}/beslissing", body)

        assert answer.status == 409
        assert answer.faults == {("4", "4-no-agreement", None)}
        assert any("Politie Lindewaard" in fault["text"] for fault in answer.json["faults"])
        assert standing() == before


class TestAStaleVersion:
    """Somebody changed the dossier first."""

    def test_a_change_on_what_was_not_seen_is_refused(self, gerda: Caller, weighed: str) -> None:
        """A change carries the version that was seen; another version is a conflict. Covenant 8.3."""
        seen = gerda.shown(weighed)
        signalen = [signaal["id"] for signaal in seen["signalen"]]
        body = {"versie": seen["versie"] - 1, "criterium": "aanpak", "tekst": "Nodig.", "signalen": signalen}
        before = standing()

        answer = gerda.post(f"{weighed}/wegingen", body)

        assert answer.status == 409
        assert answer.faults == {("8.3", "8.3-changed", None)}
        assert standing() == before


class TestAnUitvoerder:
    """An uitvoerder opens a file for a named task only."""

    def test_without_a_task_the_file_stays_closed(self, callers: Callers, dossier: str) -> None:
        """The header is asked for, with its article. Covenant 5."""
        ulla = callers("ulla")

        answers = [ulla.get(dossier), ulla.get("/v1/werkvoorraad")]

        assert [answer.status for answer in answers] == [400, 400]
        assert all(answer.faults == {("5", "5-taak", "Casustafel-Taak")} for answer in answers)

    def test_with_a_task_the_file_opens(self, callers: Callers, dossier: str) -> None:
        """A named task opens it. Covenant 5."""
        ulla = replace(callers("ulla"), taak="controleren")

        assert ulla.shown(dossier)["subject"]["naam"] == "Xander Verzonnen"

    def test_a_task_that_is_none_is_refused(self, callers: Callers, dossier: str) -> None:
        """There are three tasks. Covenant 5."""
        answer = replace(callers("ulla"), taak="kijken").get(dossier)

        assert answer.status == 400
        assert answer.faults == {(None, "not-listed", "Casustafel-Taak")}


class TestAWerkvoorraad:
    """A list that is composed of one act per file."""

    def test_a_file_that_is_hidden_adds_nothing(self, callers: Callers, dossier: str) -> None:
        """Who has no file at all has no work; who has one finds its work. Covenant 8.4, 10.4."""
        assert dossier
        wim = callers("wim")
        Autorisatie.objects.filter(medewerker__naam__startswith="Wim").update(rol=Rol.AUDITOR)

        assert wim.get("/v1/werkvoorraad").status == 404
        steps = [werk["stap"] for werk in callers("petra").shown("/v1/werkvoorraad")["werk"]]
        assert steps == ["evaluaties", "speak-informeren", "weigh-criterium"]
