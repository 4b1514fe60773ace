"""What is damaged is not served: a page says that it is our fault, the log of the machine names file, table and id."""

import logging

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from casustafel.acts.bewaring.reserve import KluisIncomplete, begin_anew
from casustafel.acts.casusoverleg.find_casussen import FindCasussen, find_casussen
from casustafel.acts.register.token import CreateToken, create_token
from casustafel.acts.weegploeg.find_dossiers import FindDossiers, find_dossiers
from casustafel.acts.weegploeg.hand_over import HandOver, hand_over
from casustafel.acts.weegploeg.join_dossiers import JoinDossiers, join_dossiers
from casustafel.betrokkene.models import Uitgaand as VerzoekUitgaand
from casustafel.casusoverleg.models import Casus
from casustafel.convenant.feit import Uitkomst
from casustafel.convenant.verzoek import Verzoekstaat
from casustafel.demo.steps import GEMEENTE, Steps, begin
from casustafel.demo.subjects import IN_WEGING, WITHHELD
from casustafel.demo.table import Table
from casustafel.jobs.relay import relay
from casustafel.kluis.models import DossierSleutel
from casustafel.weegploeg.models import Dossier, Stuk, Uitgaand
from tests.betrokkene.uitvoeren import decided
from tests.bewaring.test_nachtwerk import A_DAY, FIRST, LAST, work
from tests.faults.test_health import flip, look
from tests.kill.driver import name
from tests.signing_in import sign_in

pytestmark = [
    pytest.mark.django_db(databases="__all__"),
    pytest.mark.article("15.1"),
    pytest.mark.usefixtures("the_day"),
]


@pytest.fixture
def steps(table: Table) -> Steps:
    """Begin a dossier."""
    return begin(table, IN_WEGING, "gerda", GEMEENTE, days_ago=0)


def page(table: Table, path: str) -> HttpResponse:
    """Ask for a page as gerda."""
    client = Client(raise_request_exception=False)
    sign_in(client, table.people["gerda"].medewerker_id)
    return client.get(path)  # type: ignore[return-value]  # the test's response is one


class TestADamagedRow:
    """One bit was flipped."""

    def test_is_not_shown_on_the_screen(self, table: Table, steps: Steps, caplog: pytest.LogCaptureFixture) -> None:
        """The page is that of a fault of ours, without a word of content."""
        row = Stuk.objects.get(houder_id=steps.dossier_id, soort="signaal")
        flip(row, "verzegeld")
        caplog.set_level(logging.ERROR)

        answer = page(table, reverse("dossier", args=[steps.dossier_id]))

        assert answer.status_code == 500
        assert b"erzonnen" not in answer.content
        assert f"SealBroken: weegploeg Stuk {row.id}: the row does not open" in caplog.messages

    def test_is_not_given_by_the_api(self, table: Table, steps: Steps, caplog: pytest.LogCaptureFixture) -> None:
        """A problem, and the same line in the log of the machine."""
        row = Stuk.objects.get(houder_id=steps.dossier_id, soort="signaal")
        flip(row, "verzegeld")
        caplog.set_level(logging.ERROR)
        token = table.does("gerda", create_token, CreateToken(naam="proef"), days_ago=0).token

        answer = Client().get(f"/v1/dossiers/{steps.dossier_id}", headers={"authorization": f"Bearer {token}"})

        assert (answer.status_code, answer.headers["Content-Type"]) == (500, "application/problem+json")
        assert any(str(row.id) in line for line in caplog.messages)


class TestARowThatWasPutBack:
    """A whole older row, as it once was: it opens, and the log knows a later one."""

    def test_is_not_shown(self, table: Table, steps: Steps, caplog: pytest.LogCaptureFixture) -> None:
        """Of a dossier: the page is that of a fault of ours, and the log of the machine says what differs."""
        older = Dossier.objects.get(pk=steps.dossier_id)
        steps.signaal("gerda", "Nog iets (verzonnen).", GEMEENTE, days_ago=0)
        older.save(force_update=True)
        caplog.set_level(logging.ERROR)

        assert page(table, reverse("dossier", args=[steps.dossier_id])).status_code == 500
        differs = f"the row is at version {older.versie}, the log at {older.versie + 1}"
        assert f"NotAsLogged: weegploeg Dossier {older.id}: {differs}" in caplog.messages

    def test_is_not_shown_where_only_a_piece_was(self, table: Table, steps: Steps) -> None:
        """A position as it was before it was withdrawn would count again."""
        steps.weigh("gerda", "gedrag", "Gewogen (verzonnen).", days_ago=0)
        older = Stuk.objects.get(houder_id=steps.dossier_id, soort="weging")
        steps.weigh("gerda", "gedrag", "Anders gewogen (verzonnen).", days_ago=0)
        older.save(force_update=True)

        assert page(table, reverse("dossier", args=[steps.dossier_id])).status_code == 500

    def test_is_not_shown_where_it_had_been_taken_out(self, table: Table, steps: Steps) -> None:
        """A signaal that was moved to another dossier, put back in this one."""
        other = begin(table, WITHHELD, "gerda", GEMEENTE, days_ago=0)
        older = Stuk.objects.filter(houder_id=steps.dossier_id, soort="signaal").get()
        seen, naar = steps.seen(days_ago=0), other.seen(days_ago=0)
        versies = {"versie": seen.versie, "naar_versie": naar.versie}
        invoer = JoinDossiers(houder_id=steps.dossier_id, naar_id=naar.id, reden="Zelfde mens (verzonnen).", **versies)
        table.does("gerda", join_dossiers, invoer, days_ago=0)
        older.save(force_insert=True)

        assert page(table, reverse("dossier", args=[steps.dossier_id])).status_code == 500


class TestAPlainColumn:
    """What is not sealed in a row is held to what is."""

    @pytest.mark.parametrize(
        "columns",
        [{"staat": "niet-agenderen"}, {"eerste_signaal_op": "2026-02-28"}, {"laatste_verwerking_op": "2026-02-28"}],
    )
    def test_of_a_dossier_that_was_altered_is_not_believed(
        self, table: Table, steps: Steps, columns: dict[str, str]
    ) -> None:
        """Its state, or a day that a term counts from."""
        Dossier.objects.filter(pk=steps.dossier_id).update(**columns)

        assert page(table, reverse("dossier", args=[steps.dossier_id])).status_code == 500

    @pytest.mark.parametrize("columns", [{"staat": "vervallen"}, {"op": "2026-02-28"}, {"organisatie_id": None}])
    def test_of_a_signaal_that_was_altered_is_not_believed(
        self, table: Table, steps: Steps, columns: dict[str, str | None]
    ) -> None:
        """Its state, its day, or which organisation brought it."""
        Stuk.objects.filter(houder_id=steps.dossier_id, soort="signaal").update(**columns)

        assert page(table, reverse("dossier", args=[steps.dossier_id])).status_code == 500


class TestAList:
    """With one row that is damaged."""

    def test_of_dossiers_shows_the_others_and_says_so(
        self, table: Table, steps: Steps, caplog: pytest.LogCaptureFixture
    ) -> None:
        """The damaged one is left out, and named in the log of the machine."""
        whole = begin(table, WITHHELD, "gerda", GEMEENTE, days_ago=0)
        damaged = Dossier.objects.get(pk=steps.dossier_id)
        flip(damaged, "verzegeld")
        caplog.set_level(logging.ERROR)

        answer = page(table, reverse("weegploegbord"))

        assert answer.status_code == 200
        assert whole.seen(days_ago=0).nummer in answer.content.decode()
        assert damaged.nummer not in answer.content.decode()
        assert "1 regel is weggelaten" in answer.content.decode()
        assert f"SealBroken: weegploeg Dossier {damaged.id}" in caplog.messages

    def test_leaves_out_a_row_that_was_put_back(self, table: Table, steps: Steps) -> None:
        """Between others that are whole: what the log last said is read for all of them at once."""
        begin(table, WITHHELD, "gerda", GEMEENTE, days_ago=0)
        older = Dossier.objects.get(pk=steps.dossier_id)
        steps.signaal("gerda", "Nog iets (verzonnen).", GEMEENTE, days_ago=0)
        older.save(force_update=True)

        found = table.does("gerda", find_dossiers, FindDossiers(), days_ago=0)

        assert (len(found.dossiers), found.beschadigd) == (1, 1)

    def test_of_casussen_leaves_it_out_too(self, table: Table) -> None:
        """And counts it."""
        for steps in (agreed(table), agreed(table)):
            put_in_outbox(steps)
        relay(edge=table.edge(0))
        flip(Casus.objects.all()[0], "verzegeld")

        found = table.does("gerda", find_casussen, FindCasussen(), days_ago=0)

        assert (len(found.casussen), found.beschadigd) == (1, 1)


class TestALostKey:
    """Of one dossier."""

    def test_is_named(self, table: Table, steps: Steps, caplog: pytest.LogCaptureFixture) -> None:
        """By the dossier."""
        DossierSleutel.objects.filter(dossier_id=steps.dossier_id).delete()
        caplog.set_level(logging.ERROR)

        assert page(table, reverse("dossier", args=[steps.dossier_id])).status_code == 500
        assert f"KeyMissing: weegploeg {steps.dossier_id}: it has no key" in caplog.messages

    @pytest.mark.parametrize("is_altered", [False, True])
    def test_keeps_no_term_from_ending(self, table: Table, steps: Steps, is_altered: bool) -> None:
        """The dossier next to it lapses in time, and both are destroyed after their last day."""
        begin(table, WITHHELD, "gerda", GEMEENTE, days_ago=0)
        keys = DossierSleutel.objects.filter(dossier_id=steps.dossier_id)
        if is_altered:
            keys.update(omhuld=b"0" * 76)
        else:
            keys.delete()
            begin_anew(day=FIRST)  # the reserve has lost it too

        assert work(LAST).vervallen == 1
        assert work(LAST + A_DAY).vernietigd == 2
        assert Dossier.objects.count() == 0

    def test_that_the_reserve_has_is_put_back_before_anything_is_destroyed(self, table: Table, steps: Steps) -> None:
        """The night's work says so, and stops."""
        begin(table, WITHHELD, "gerda", GEMEENTE, days_ago=0)
        DossierSleutel.objects.filter(dossier_id=steps.dossier_id).delete()

        with pytest.raises(KluisIncomplete, match="restore --kluis"):
            work(LAST + A_DAY)
        assert Dossier.objects.count() == 2


class TestABundleThatDoesNotOpen:
    """It is on its way between the files."""

    def test_waits_and_keeps_no_other_waiting(self, table: Table) -> None:
        """The hand-over next to it arrives; the one that waits is named once, and found by `health`."""
        damaged, whole = (agreed(table) for _ in range(2))
        for steps in (damaged, whole):
            put_in_outbox(steps)
        row = Uitgaand.objects.get(houder_id=damaged.dossier_id)
        flip(row, "verzegeld")

        assert [relay(edge=table.edge(0)) for _ in range(2)] == [1, 0]
        assert [casus.dossier_id for casus in Casus.objects.all()] == [whole.dossier_id]
        assert str(row.id) in {one.id for one in look(table)}

    @pytest.mark.article("12.6")
    def test_of_a_decision_waits_too(self, table: Table) -> None:
        """The decision next to it is carried out; the one that waits says that it is not, and is found by `health`."""
        damaged, whole = (decided(table, agreed(table).dossier_id) for _ in range(2))
        for one in (damaged, whole):
            one.improve(one.signaal())
            one.carry_out(relayed=False)
        row = VerzoekUitgaand.objects.get(houder_id=damaged.verzoek_id)
        flip(row, "verzegeld")

        assert [relay(edge=table.edge(0)) for _ in range(2)] == [1, 0]
        assert damaged.opened().verzoek.staat is Verzoekstaat.BEANTWOORD
        assert whole.opened().verzoek.staat is Verzoekstaat.UITGEVOERD
        assert str(row.id) in {one.id for one in look(table)}


def agreed(table: Table) -> Steps:
    """Begin a dossier and put it on the agenda."""
    steps = begin(table, IN_WEGING, "gerda", GEMEENTE, days_ago=0)
    steps.weigh("gerda", "gedrag", "Gewogen (verzonnen).", days_ago=0)
    steps.decide(Uitkomst.AGENDEREN, days_ago=0)
    name(steps, table)
    return steps


def put_in_outbox(steps: Steps) -> None:
    """Hand a dossier over, and let nobody carry it yet."""
    seen = steps.seen(days_ago=0)
    invoer = HandOver(
        houder_id=steps.dossier_id,
        versie=seen.versie,
        signalen=tuple(signaal.id for signaal in seen.signalen),
        verblijft_in_nederland=True,
        radicaliseert=True,
    )
    steps.table.does("gerda", hand_over, invoer, days_ago=0)
