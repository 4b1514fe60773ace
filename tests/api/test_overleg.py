"""Meetings over HTTP: planned, held and finished through the API, each with the agenda of who asks. Covenant 9.1."""

import pytest

from casustafel.demo.table import Table
from tests.api.conftest import Callers
from tests.web.casus_world import open_world

pytestmark = pytest.mark.django_db(databases="__all__", transaction=True)
EVERY = "/v1/casusoverleg/overleggen"


class TestAMeeting:
    """Gerda plans it on a casus at whose table rik and bente sit, and rens does not."""

    def test_goes_from_plan_to_end(self, callers: Callers, table: Table) -> None:
        """Each endpoint does its step, and the mark says whether something changed."""
        casus = str(open_world(table).id)
        gerda, bente = callers("gerda"), callers("bente")
        made = gerda.made("POST", EVERY, {"op": table.edge(0).day.isoformat(), "van": "10:00", "plaatsId": None})
        one = f"{EVERY}/{made['id']}"
        gerda.made("POST", f"{one}/punten", {"puntId": casus})
        gerda.made("PUT", f"{one}/punten", {"punten": [casus]})
        gerda.made("POST", f"{one}/opening", None)
        stand = bente.shown(one)["stand"]
        bente.made("POST", f"{one}/aanwezigen", {"organisatieId": None})
        gerda.made("PUT", f"{one}/onderwerp", {"puntId": casus})

        assert bente.shown(f"{one}/stand?stand={stand}")["isNieuw"]
        seen = bente.shown(one)
        assert [(p["naam"], p["isHuidig"], p["standpunten"]) for p in seen["punten"]] == [("", True, [])]
        gerda.made("POST", f"{one}/afronding", {"besproken": [casus]})
        assert gerda.shown(one)["staat"] == "afgerond"
        assert bente.shown(f"{one}/afspraak")["nummer"] == seen["nummer"]

    def test_does_not_exist_for_who_sits_elsewhere(self, callers: Callers, table: Table) -> None:
        """Neither by its address nor in a list."""
        casus = str(open_world(table).id)
        gerda, rens = callers("gerda"), callers("rens")
        made = gerda.made("POST", EVERY, {"op": table.edge(0).day.isoformat(), "van": "10:00"})
        gerda.made("POST", f"{EVERY}/{made['id']}/punten", {"puntId": casus})

        assert rens.get(f"{EVERY}/{made['id']}").status == 404
        assert rens.shown(EVERY)["overleggen"] == []

    @pytest.mark.parametrize("van", ["25:00", "9:00", 900, "10:00:00", None])
    def test_takes_a_time_of_day_only(self, callers: Callers, table: Table, van: object) -> None:
        """Hours and minutes, two digits each: anything else is a fault of that field."""
        answer = callers("gerda").call("POST", EVERY, {"op": table.edge(0).day.isoformat(), "van": van})

        assert answer.status == 400
        assert {field for _article, _code, field in answer.faults} == {"/van"}
