"""Who may see a file and who is kept away, on the screens. Covenant 15.2.b."""

import pytest
from pytest_django.fixtures import Settings

from casustafel.acts.gate import Refused
from casustafel.acts.weegploeg.open_dossier import OpenDossier, open_dossier
from casustafel.casusoverleg.models import Casus
from casustafel.convenant.feit import Taak
from casustafel.demo.table import Table
from casustafel.register.models import Uitsluiting
from casustafel.weegploeg.models import Dossier
from tests.web.casus_world import screen

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("15.2.b")]


@pytest.fixture
def world(worlds: list[Table], settings: Settings) -> Table:
    """Let the screens stand on the day of the invented municipality."""
    settings.CASUSTAFEL_ON = worlds[0].now.date()
    return worlds[0]


@pytest.fixture
def casus(world: Table) -> Casus:
    """Give a casus with a plan."""
    return Casus.objects.filter(convenant_id=world.people["gerda"].convenant_id, staat="plan-vastgesteld").earliest(
        "nummer"
    )


class TestThePanel:
    """The page of who exactly may see a dossier or a casus."""

    def test_names_the_people_and_the_article(self, world: Table, casus: Casus) -> None:
        """The representatives of the kernpartijen, and the uitvoerder for a named task; not who is elsewhere."""
        text = screen(world, "petra").get("toegang-dossier", casus.dossier_id).text

        assert "Petra" in text
        assert "Omar" in text
        assert "only for a named task" in text
        assert "Rik" not in text

    def test_names_at_a_casus_who_sits_at_its_table(self, world: Table, casus: Casus) -> None:
        """A partner is there too: for the plan."""
        seen = screen(world, "gerda").get("toegang-casus", casus.id)

        assert "Gerda" in seen.text
        assert "Rens" not in seen.text


class TestKeepingSomebodyAway:
    """Petra knows the person."""

    def test_hides_every_file_of_the_subject_from_her_and_from_nobody_else(self, world: Table, casus: Casus) -> None:
        """She says so herself; at once neither the dossier nor its casus is there for her."""
        petra, omar = screen(world, "petra"), screen(world, "omar")
        form = {"medewerker_id": str(world.people["petra"].medewerker_id), "grond": "bekende", "versie": "0"}

        assert petra.post("exclude-medewerker-dossier", casus.dossier_id, data=form).status == 302

        assert petra.get("dossier", casus.dossier_id).status == 404
        assert petra.get("toegang-dossier", casus.dossier_id).status == 404
        assert petra.get("plan", casus.id).status == 404
        assert Dossier.objects.get(pk=casus.dossier_id).nummer not in petra.get("weegploegbord").text
        assert omar.get("dossier", casus.dossier_id).status == 200
        assert "Knows the person" not in omar.get("toegang-dossier", casus.dossier_id).text

    def test_ends_when_the_uitvoerder_says_so(self, world: Table, casus: Casus) -> None:
        """And not before; the refusal stands in the log, and what is over is not kept."""
        form = {"medewerker_id": str(world.people["petra"].medewerker_id), "grond": "familie", "versie": "0"}
        screen(world, "petra").post("exclude-medewerker-dossier", casus.dossier_id, data=form)
        with pytest.raises(Refused):
            world.does("petra", open_dossier, OpenDossier(houder_id=casus.dossier_id), days_ago=0)

        ulla = screen(world, "ulla", taak=Taak.CONTROLEREN)
        ends = ("end-uitsluiting-dossier", casus.dossier_id, world.people["petra"].medewerker_id)
        assert "Family, or lives" in ulla.get("toegang-dossier", casus.dossier_id).text
        assert ulla.get(*ends).status == 200
        assert ulla.post(*ends, data={"versie": "0"}).status == 302

        assert not Uitsluiting.objects.exists()
        seen = world.does("petra", open_dossier, OpenDossier(houder_id=casus.dossier_id), days_ago=0)
        assert seen.id == casus.dossier_id
