"""The screens for a signaal in the wrong dossier. Covenant 8.3, 8.5."""

from dataclasses import dataclass
from uuid import UUID

import pytest

from casustafel.acts.casusoverleg.analyse import Analyse, analyse
from casustafel.acts.edge import at
from casustafel.acts.weegploeg.find_dossiers import FindDossiers, find_dossiers
from casustafel.convenant.feit import DossierStaat, Uitkomst
from casustafel.demo.steps import GEMEENTE, POLITIE, CasusSteps, Steps, begin
from casustafel.demo.subjects import AGENDEREN, IN_WEGING
from casustafel.demo.table import Table
from casustafel.jobs.relay import relay
from tests.web.casus_world import Page, Screen, screen

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("8.3")]
SAVE = {"stap": "opslaan"}
WHY = {"reden": "Stond verkeerd (verzonnen)."}
NAW = {"naam": "Xander Verzonnen", "verblijft_in_nederland": "on", "radicaliseert": "on"}


@dataclass(frozen=True, slots=True)
class Two:
    """Two dossiers, and everybody at their screens."""

    table: Table
    here: Steps
    there: Steps

    def at(self, name: str) -> Screen:
        """Seat one of the people at a screen."""
        return screen(self.table, name)

    @property
    def number(self) -> str:
        """Give the number of the other dossier."""
        return self.there.seen(days_ago=0).nummer

    def own(self, name: str) -> UUID:
        """Give the signaal of one of the people in the first dossier."""
        by = self.table.organisatie(name)
        return next(s.id for s in self.here.seen(days_ago=0).signalen if s.organisatie_id == by)


@pytest.fixture
def two(table: Table, monkeypatch: pytest.MonkeyPatch) -> Two:
    """Begin two dossiers, and set the clock of the screens."""
    monkeypatch.setattr("casustafel.web.session.edge", lambda: at(table.now))
    here = begin(table, IN_WEGING, "gerda", GEMEENTE, days_ago=10)
    here.signaal("petra", "De politie was er (verzonnen).", POLITIE, days_ago=9)
    return Two(table, here, begin(table, AGENDEREN, "petra", POLITIE, days_ago=4))


def saved(at_screen: Screen, name: str, *args: object, **typed: object) -> Page:
    """Fill a form in, check the answers, and save them as they are shown."""
    check = at_screen.sent(name, *args, **typed)
    assert "Check your answers" in check.title
    versions = {one: check.value(one) for one in ("versie", "naar_versie") if f'name="{one}"' in check.text}
    return at_screen.post(name, *args, data={**typed, **versions, **SAVE})


class TestMovingOnTheScreen:
    """From a signaal to the dossier of whom it is about."""

    def test_is_offered_to_who_brought_it_in(self, two: Two) -> None:
        """Each kernpartij sees the link at its own signals."""
        petra, omar = (
            two.at("petra").get("dossier", two.here.dossier_id),
            two.at("omar").get("dossier", two.here.dossier_id),
        )

        assert petra.text.count("Move to another dossier") == 1
        assert "Move to another dossier" not in omar.text

    def test_is_checked_done_and_shown_in_both_dossiers(self, two: Two) -> None:
        """The answers show both dossiers; afterwards each names the other by its number."""
        petra = two.at("petra")
        args = (two.here.dossier_id, two.own("petra"))
        page = saved(petra, "move-signaal", *args, nummer=two.number, **WHY)

        assert page.status == 302
        here = two.here.seen(days_ago=0).nummer
        assert f"Moved here from dossier {here}" in petra.client.get(page.next).content.decode()
        assert f"Moved to dossier {two.number}" in petra.get("dossier", two.here.dossier_id).text
        assert two.there.seen(days_ago=0).eerste_signaal_op == two.table.edge(9).day

    def test_a_number_that_does_not_exist_and_one_of_elsewhere_are_the_same(self, two: Two) -> None:
        """Nobody learns which numbers there are in another covenant."""
        args = (two.here.dossier_id, two.own("petra"))
        page = two.at("petra").sent("move-signaal", *args, nummer="W-2020-9999", **WHY)

        assert page.status == 400
        assert "There is no dossier with this number." in page.text
        found = two.table.does("petra", find_dossiers, FindDossiers(nummer="W-2020-9999"), days_ago=0)
        assert found.dossiers == ()

    def test_shows_why_it_is_refused_and_keeps_what_was_typed(self, two: Two) -> None:
        """The reason stands at its field with its article."""
        args = (two.here.dossier_id, two.own("petra"))
        page = saved(two.at("petra"), "move-signaal", *args, nummer=two.number, reden="")

        assert page.status == 400
        assert "Art. 8.3: This may not be empty." in page.text
        assert page.value("nummer") == two.number

    def test_a_signaal_that_is_not_there(self, two: Two) -> None:
        """The dossier is there, the signaal is not."""
        assert two.at("petra").get("move-signaal", two.here.dossier_id, UUID(int=8)).status == 404


class TestJoiningAndParting:
    """Two dossiers on one person, and one on two."""

    def test_a_joined_dossier_says_where_it_went(self, two: Two) -> None:
        """It is finished, and its pages go on saying until when it is kept."""
        assert saved(two.at("omar"), "join-dossiers", two.here.dossier_id, nummer=two.number, **WHY).status == 302

        page = two.at("omar").get("dossier", two.here.dossier_id)
        assert two.here.seen(days_ago=0).staat is DossierStaat.OPGEGAAN
        assert f"Gone over into dossier {two.number}" in page.text
        assert '<time datetime="2026-09-02">' in page.text
        assert len(two.there.seen(days_ago=0).signalen) == 3
        assert "Gone over into another dossier" in two.at("omar").get("weegploegbord").text

    def test_ones_own_signals_are_parted_off(self, two: Two) -> None:
        """A new dossier opens on the other person, and its term counts from the day of the signaal."""
        chosen = {"signalen": [str(two.own("petra"))], **NAW}
        page = saved(two.at("petra"), "part-dossier", two.here.dossier_id, **chosen, **WHY)

        assert page.status == 302
        shown = two.at("petra").client.get(page.next).content.decode()
        assert NAW["naam"] in shown
        assert "Parted off from dossier" in shown

    def test_goes_back_to_the_form_as_it_was_typed(self, two: Two) -> None:
        """On the way back nothing is lost."""
        back = {"nummer": two.number, **WHY, "stap": "wijzigen"}
        page = two.at("omar").post("join-dossiers", two.here.dossier_id, data=back)

        assert page.status == 200
        assert page.value("nummer") == two.number

    def test_a_weighing_that_rests_on_nothing_stays_readable(self, two: Two) -> None:
        """It is shown as set aside."""
        steps = two.there
        steps.weigh("petra", "gedrag", "Hierop rustte het (verzonnen).", days_ago=2)
        moved = steps.seen(days_ago=0).signalen[0].id
        page = saved(
            two.at("petra"), "move-signaal", steps.dossier_id, moved, nummer=two.here.seen(days_ago=0).nummer, **WHY
        )

        assert page.status == 302
        weging = two.at("petra").get("dossier-weging", steps.dossier_id)
        assert "Hierop rustte het" in weging.text
        assert "set aside: its signals went to another dossier" in weging.text


@pytest.mark.article("8.3", "10.3")
class TestWhatTheCasusSees:
    """A signaal that had been handed over is moved."""

    def test_the_copy_is_gone_and_nothing_is_said_of_the_other_person(self, two: Two) -> None:
        """The table reads that a signaal left, not why, and nothing of what it said."""
        two.here.weigh("gerda", "gedrag", "Gewogen (verzonnen).", days_ago=8)
        two.here.decide(Uitkomst.AGENDEREN, days_ago=7)
        casus = two.here.hand_over(betrokken=("gerda", "petra"), days_ago=6)
        saved(two.at("petra"), "move-signaal", two.here.dossier_id, two.own("petra"), nummer=two.number, **WHY)
        relay(edge=two.table.edge(0))

        checks = two.at("gerda").get("casus-controle", casus.casus_id)
        assert "A signaal that is about somebody else left this casus." in checks.text
        assert WHY["reden"] not in checks.text
        assert "De politie was er" not in casus.seen(days_ago=0).model_dump_json()

    def test_an_analysis_that_rested_on_it_is_for_its_author_until_revised(self, two: Two) -> None:
        """Its text may speak of what left: nobody else reads it, and its party writes it anew or confirms it."""
        casus = handed_over(two, text="De politie zag hem met anderen (verzonnen).")
        saved(two.at("petra"), "move-signaal", two.here.dossier_id, two.own("petra"), nummer=two.number, **WHY)
        relay(edge=two.table.edge(0))

        for page in ("casus", "casus-analyse"):
            assert "De politie zag hem" not in two.at("petra").get(page, casus.casus_id).text
        gerda = two.at("gerda")
        assert "De politie zag hem" not in gerda.get("casus", casus.casus_id).text
        assert "De politie zag hem" in gerda.get("casus-analyse", casus.casus_id).text
        (url,) = {link for link in gerda.get("werkvoorraad").links if link.endswith("/herziening")}
        assert url in gerda.get("casus-analyse", casus.casus_id).links
        assert two.at("petra").client.get(url).status_code == 404

        old = url.split("/")[-2]
        kept = {"criterium": "gedrag", "rust_op": [str(casus.seen(days_ago=0).signalen[0].id)]}
        done = gerda.sent("revise-analyse", casus.casus_id, old, tekst="Alleen wat blijft (verzonnen).", **kept)

        assert done.status == 302
        petra = two.at("petra").get("casus-analyse", casus.casus_id).text
        assert "Alleen wat blijft" in petra
        assert "De politie zag hem" not in gerda.get("casus-analyse", casus.casus_id).text
        assert gerda.client.get(url).status_code == 404

    def test_what_the_table_had_replaced_goes_with_it(self, two: Two) -> None:
        """Nobody needs it any more, so nobody has to revise it."""
        casus = handed_over(two, text="Gewogen (verzonnen).")
        for text in ("Eerst dit (verzonnen).", "Daarna dat (verzonnen)."):
            seen = casus.seen(days_ago=0)
            invoer = Analyse(
                houder_id=casus.casus_id,
                versie=seen.versie,
                criterium="gedrag",
                tekst=text,
                rust_op=tuple(s.id for s in seen.signalen),
            )
            two.table.does("gerda", analyse, invoer, days_ago=0)
        saved(two.at("petra"), "move-signaal", two.here.dossier_id, two.own("petra"), nummer=two.number, **WHY)
        relay(edge=two.table.edge(0))

        page = two.at("gerda").get("casus-analyse", casus.casus_id).text
        assert "Daarna dat" in page
        assert "Eerst dit" not in page

    def test_what_is_over_offers_nothing(self, two: Two) -> None:
        """After outcome 2 nothing is parted off or joined."""
        two.here.weigh("gerda", "gedrag", "Gewogen (verzonnen).", days_ago=8)
        assert "Part signals off" in two.at("petra").get("dossier", two.here.dossier_id).text
        two.here.decide(Uitkomst.NIET_AGENDEREN, days_ago=7)

        assert "Part signals off" not in two.at("petra").get("dossier", two.here.dossier_id).text


def handed_over(two: Two, *, text: str) -> CasusSteps:
    """Weigh both signals of the first dossier, and hand it over."""
    two.here.weigh("gerda", "gedrag", text, days_ago=8)
    two.here.decide(Uitkomst.AGENDEREN, days_ago=7)
    return two.here.hand_over(betrokken=("gerda", "petra"), days_ago=6)


@pytest.mark.article("8.5")
class TestSupplementing:
    """A dossier with a casus got a further signaal."""

    def test_what_was_not_chosen_before_may_follow(self, two: Two) -> None:
        """The step is offered while something has not gone, and offers nothing that went."""
        two.here.weigh("gerda", "gedrag", "Gewogen (verzonnen).", days_ago=8)
        two.here.decide(Uitkomst.AGENDEREN, days_ago=7)
        casus = two.here.hand_over(betrokken=("gerda", "petra"), days_ago=6)
        saved(two.at("omar"), "join-dossiers", two.there.dossier_id, nummer=two.here.seen(days_ago=0).nummer, **WHY)
        assert "Let further signals follow" in two.at("omar").get("dossier", two.here.dossier_id).text

        (new,) = [s.id for s in two.here.seen(days_ago=0).signalen if not s.is_overgedragen]
        page = saved(two.at("omar"), "supplement-overdracht", two.here.dossier_id, signalen=[str(new)])
        assert page.status == 302
        relay(edge=two.table.edge(0))
        assert len(casus.seen(days_ago=0).signalen) == 3
        assert "Let further signals follow" not in two.at("omar").get("dossier", two.here.dossier_id).text

    def test_what_comes_too_late_stays_with_the_weegploeg(self, two: Two) -> None:
        """The plan was closed while it was under way: the casus takes nothing new, and nothing chosen is lost."""
        casus = handed_over(two, text="Gewogen (verzonnen).")
        casus.write((("Gesprek", "gerda", 9),), days_ago=5)
        casus.adopt(days_ago=4)
        saved(two.at("omar"), "join-dossiers", two.there.dossier_id, nummer=two.here.seen(days_ago=0).nummer, **WHY)
        (new,) = [s.id for s in two.here.seen(days_ago=0).signalen if not s.is_overgedragen]
        saved(two.at("omar"), "supplement-overdracht", two.here.dossier_id, signalen=[str(new)])
        casus.advise(days_ago=0)
        casus.close(days_ago=0)
        relay(edge=two.table.edge(0))

        assert len(casus.seen(days_ago=0).signalen) == 2
        (back,) = [s for s in two.here.seen(days_ago=0).signalen if not s.is_overgedragen]
        assert back.id == new
        assert relay(edge=two.table.edge(0)) == 0
