"""The screens of the duty to inform, over HTTP: who must be told, by which day, and the four steps. Covenant 11."""

from datetime import timedelta
from html import unescape
from typing import Any
from uuid import UUID

import pytest
from django.urls import reverse

from casustafel.acts.casusoverleg.netwerk import add_achterblijver
from casustafel.acts.edge import at
from casustafel.casusoverleg.models import Casus
from casustafel.casusoverleg.models import Stuk as CasusStuk
from casustafel.demo.table import Table
from casustafel.weegploeg.models import Dossier, Stuk
from tests.canary import Canaries
from tests.evidence.stage import Stage
from tests.web.casus_world import Page, screen

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("11.4")]
RAAD = {"grondslag": "publieke-taak-raad", "taak": "minderjarigen-beschermen"}
GROUND = {
    "grond": "b",
    "noodzaak": "Getuigen worden gehoord (verzonnen).",
    "evenredigheid": "Het duurt kort (verzonnen).",
    "reden": "Er loopt een onderzoek (verzonnen).",
}
TOLD = {"hoe": "In een gesprek (verzonnen).", "door": "wijkagent"}


@pytest.fixture
def stage(table: Table, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """Seat everybody, and set the clock of the screens."""
    monkeypatch.setattr("casustafel.web.session.edge", lambda: at(table.now))
    return Stage(table=table, canaries=Canaries())


@pytest.fixture
def dossier(stage: Stage) -> UUID:
    """Begin a dossier with a signaal of the gemeente and one of the politie."""
    return stage.dossier().dossier_id


def words(page: Page) -> str:
    """Read a page as text."""
    return unescape(page.text)


def until(stage: Stage, days: int = 30) -> str:
    """Give a day ahead as a browser sends it."""
    return (stage.table.edge(0).day + timedelta(days=days)).isoformat()


class TestASubject:
    """The tab of a dossier."""

    @pytest.mark.article("11.2")
    def test_is_told_after_all_spoke(self, stage: Stage, dossier: UUID) -> None:
        """Until then who is silent is named; what was recorded can be read back, and it is no casework."""
        today = {"op": stage.table.edge(0).day.strftime("%d-%m-%Y"), **TOLD}
        early = screen(stage.table, "gerda").sent("record-geinformeerd", dossier, **today)
        for name in ("gerda", "omar", "petra"):
            spoken = screen(stage.table, name).sent("speak-informeren", dossier, keuze="geen-grond", reden="")
            assert spoken.status == 302
        told = screen(stage.table, "ulla", taak="voorbereiden").sent("record-geinformeerd", dossier, **today)

        assert early.status == 409
        assert "Politie Lindewaard has not said yet" in words(early)
        assert told.status == 302
        shown = words(screen(stage.table, "petra").get("dossier-informeren", dossier))
        assert "In een gesprek (verzonnen)." in shown
        assert "Record that this person was informed" not in shown
        assert Dossier.objects.get(pk=dossier).versie > 1

    @pytest.mark.article("11.3")
    def test_waits_once_all_agree(self, stage: Stage, dossier: UUID) -> None:
        """Asked by one, agreed by the others; then nobody records that the person was told."""
        asked = {"bereik": "allen", "tot": until(stage), **GROUND}
        assert screen(stage.table, "petra").sent("defer-informeren", dossier, **asked).status == 302
        for name in ("gerda", "omar"):
            assert screen(stage.table, name).sent("speak-informeren", dossier, keuze="instemming").status == 302
        assert Stuk.objects.filter(houder_id=dossier, staat="uitstel-allen").count() == 1
        shown = words(screen(stage.table, "omar").get("dossier-informeren", dossier))
        assert "All kernpartijen let everything wait" in shown
        assert reverse("record-geinformeerd", args=[dossier]) not in shown
        assert "b. Strafbare feiten voorkomen, opsporen en vervolgen" in shown
        today = {"op": stage.table.edge(0).day.isoformat(), **TOLD}
        assert screen(stage.table, "omar").sent("record-geinformeerd", dossier, **today).status == 409
        ended = screen(stage.table, "omar").sent("withdraw-uitstel", dossier, bereik="allen", reden="Klaar.")
        assert ended.status == 302
        assert screen(stage.table, "omar").sent("record-geinformeerd", dossier, **today).status == 302

    @pytest.mark.article("11.3")
    @pytest.mark.parametrize("missing", ["bereik", "grond", "noodzaak", "evenredigheid", "reden", "tot"])
    def test_does_not_wait_with_something_missing(self, stage: Stage, dossier: UUID, missing: str) -> None:
        """The form comes back with the fault at its field, and all that was typed."""
        typed = {"bereik": "eigen", "tot": until(stage), **GROUND, missing: ""}
        page = screen(stage.table, "petra").sent("defer-informeren", dossier, **typed)

        assert page.status == 400
        assert not Stuk.objects.filter(houder_id=dossier, soort="informeren").exists()

    @pytest.mark.article("11.5")
    def test_does_not_wait_longer_than_three_months(self, stage: Stage, dossier: UUID) -> None:
        """The day is refused, and said why."""
        page = screen(stage.table, "petra").sent(
            "defer-informeren", dossier, bereik="eigen", tot=until(stage, 100), **GROUND
        )

        assert page.status == 400
        assert "at most three months on" in words(page)

    @pytest.mark.article("11.3")
    def test_is_told_the_rest_while_one_waits(self, stage: Stage, dossier: UUID) -> None:
        """The page says what to leave out; what was told in part is told to the end later."""
        own = {"bereik": "eigen", "tot": until(stage), **GROUND}
        assert screen(stage.table, "petra").sent("defer-informeren", dossier, **own).status == 302
        for name in ("gerda", "omar"):
            assert screen(stage.table, name).sent("speak-informeren", dossier, keuze="geen-grond").status == 302
        page = screen(stage.table, "gerda").get("record-geinformeerd", dossier)
        today = {"op": stage.table.edge(0).day.isoformat(), **TOLD}

        assert "Leave out what waits" in words(page)
        assert screen(stage.table, "gerda").sent("record-geinformeerd", dossier, **today).status == 302
        assert Stuk.objects.filter(houder_id=dossier, staat="geinformeerd-deels").count() == 1
        assert screen(stage.table, "gerda").sent("record-geinformeerd", dossier, **today).status == 409

    @pytest.mark.parametrize("name", ["rik", "bente"])
    def test_is_hidden_from_who_is_not_in_the_weegploeg(self, stage: Stage, dossier: UUID, name: str) -> None:
        """As if it did not exist, whatever the step."""
        for page in ("dossier-informeren", "speak-informeren", "defer-informeren", "record-geinformeerd"):
            assert screen(stage.table, name).get(page, dossier).status == 404

    @pytest.mark.article("11.5")
    def test_stands_in_the_werkvoorraad(self, stage: Stage, dossier: UUID) -> None:
        """With a day, and the way to the page; not at the table."""
        link = reverse("dossier-informeren", args=[dossier])

        assert link in screen(stage.table, "petra").get("werkvoorraad").text
        assert link in screen(stage.table, "ulla", taak="voorbereiden").get("werkvoorraad").text
        assert link not in screen(stage.table, "rik").get("werkvoorraad").text


class TestAPersonInACasus:
    """The tab of a casus, and the page for a kernpartij that is not at the table."""

    @pytest.fixture
    def persoon(self, stage: Stage) -> tuple[UUID, UUID]:
        """Let the Raad record an achterblijver."""
        casus = stage.casus(betrokken=("petra", "gerda", "rik")).casus_id
        given: dict[str, Any] = {"naam": "Bea Bedacht", "hulp": "ja", "verstrekking": RAAD}
        return casus, stage.does("rik", add_achterblijver, houder_id=casus, **given)

    @pytest.mark.article("10.4")
    def test_is_consulted_on_by_all_kernpartijen(self, stage: Stage, persoon: tuple[UUID, UUID]) -> None:
        """The OM, that is not at the table, sees the person while this is pending, and nothing else of the casus."""
        casus, person = persoon
        seen = screen(stage.table, "omar").get("casus-informeren", casus)

        assert "Bea Bedacht" in words(seen)
        assert reverse("casus-netwerk", args=[casus]) not in seen.text
        assert screen(stage.table, "omar").get("casus-netwerk", casus).status == 404
        for name in ("gerda", "omar", "petra"):
            spoken = screen(stage.table, name).sent("speak-informeren-casus", casus, person, keuze="geen-grond")
            assert spoken.status == 302
        today = {"op": stage.table.edge(0).day.isoformat(), **TOLD}
        told = screen(stage.table, "gerda").sent("record-geinformeerd-casus", casus, person, **today)
        assert told.status == 302
        assert CasusStuk.objects.get(houder_id=casus, staat="geinformeerd").bij_id == person
        assert screen(stage.table, "omar").get("casus-informeren", casus).status == 404
        assert screen(stage.table, "petra").get("casus-informeren", casus).status == 200
        assert Casus.objects.get(pk=casus).laatste_verwerking_op == stage.table.edge(0).day

    def test_is_hidden_from_the_table(self, stage: Stage, persoon: tuple[UUID, UUID]) -> None:
        """The Raad gave the data, and decides nothing here; a person who is not there has no page."""
        casus, person = persoon
        for page in ("speak-informeren-casus", "record-geinformeerd-casus"):
            assert screen(stage.table, "rik").get(page, casus, person).status == 404
        assert screen(stage.table, "rik").get("casus-informeren", casus).status == 404
        assert screen(stage.table, "petra").get("speak-informeren-casus", casus, UUID(int=5)).status == 404
