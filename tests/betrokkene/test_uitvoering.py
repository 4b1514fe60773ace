"""A decided correction is carried out in every file and copy, once. Covenant 12.5, 12.6; AVG 16, 17."""

from typing import Any
from uuid import UUID

import pytest

from casustafel.acts.gate import Refused
from casustafel.archief.models import Dossier as Archived
from casustafel.archief.models import LogRegel as ArchiefLog
from casustafel.archief.models import Stuk as ArchiefStuk
from casustafel.betrokkene.models import Stuk, Uitgaand, Verzoek
from casustafel.casusoverleg import store as casusoverleg
from casustafel.casusoverleg.models import Casus
from casustafel.casusoverleg.models import LogRegel as CasusLog
from casustafel.casusoverleg.models import Stuk as Casusstuk
from casustafel.convenant.feit import DossierStaat, Uitkomst
from casustafel.convenant.verzoek import Verzoeksoort, Verzoekstaat
from casustafel.convenant.wijziging import Uitvoerstaat, Wijzigingsoort
from casustafel.demo.steps import GEMEENTE, POLITIE, CasusSteps, begin
from casustafel.demo.subjects import AGENDEREN
from casustafel.demo.table import Table
from casustafel.weegploeg.models import Dossier, LogRegel
from casustafel.weegploeg.models import Stuk as Dossierstuk
from tests.betrokkene.uitvoeren import NEW, Correctie, decided
from tests.canary import Canaries
from tests.evidence import topic_archief
from tests.evidence.stage import Stage
from tests.gate.test_afscherming import Subject, subject

__all__ = ["subject"]
pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("12.6"), pytest.mark.article("12.5")]
WEIGHED = "Dit weegt mee (verzonnen)."
ALONE = "Dit rust op een signaal (verzonnen)."
VERBETEREN, AANVULLEN, VERWIJDEREN = Wijzigingsoort


@pytest.fixture
def casus(table: Table) -> CasusSteps:
    """Put a subject in both files: two signals and an analysis that rests on both, all of it handed over."""
    steps = begin(table, AGENDEREN, "gerda", GEMEENTE, days_ago=0)
    steps.signaal("petra", "Tweede gedraging (verzonnen).", POLITIE, days_ago=0)
    steps.weigh("petra", "gedrag", WEIGHED, days_ago=0)
    steps.decide(Uitkomst.AGENDEREN, days_ago=0)
    return steps.hand_over(betrokken=("gerda", "petra", "rik", "bente"), days_ago=0)


@pytest.fixture
def correctie(table: Table, casus: CasusSteps) -> Correctie:
    """Ask for a correction of that subject's data, and have it granted, answered and gathered."""
    return decided(table, _dossier_of(casus))


def _dossier_of(casus: CasusSteps) -> UUID:
    return casusoverleg.dossier_of(casus.casus_id)


def reasons(refused: Any) -> set[str]:
    """Give the codes of a refusal."""
    return {reason.code for reason in refused.value.verdict.reasons}


class TestAnImprovement:
    """Of a signaal that was handed over."""

    def test_reaches_both_files(self, correctie: Correctie) -> None:
        """The dossier and the casus's copy say what was decided; what stood there is kept, with the request."""
        first = correctie.signaal()
        correctie.improve(first)
        correctie.carry_out()
        dossier, casus = correctie.dossier(), correctie.casus()

        assert [s.omschrijving for s in dossier.signalen if s.id == first.id] == [NEW]
        assert NEW in [s.omschrijving for s in casus.signalen]
        (kept,) = next(s for s in dossier.signalen if s.id == first.id).correcties
        assert kept.signaal is not None
        assert AGENDEREN.gedrag in kept.signaal.omschrijving
        assert kept.reden == f"Verbeterd op verzoek {correctie.opened().verzoek.nummer}."

    def test_of_the_copy_is_one_of_the_original(self, correctie: Correctie) -> None:
        """Chosen in the casus, it changes the dossier too."""
        copy = correctie.signaal(herkomst="casusoverleg")
        correctie.improve(copy)
        correctie.carry_out()

        assert [s.omschrijving for s in correctie.dossier().signalen].count(NEW) == 1
        assert [s.omschrijving for s in correctie.casus().signalen].count(NEW) == 1

    def test_of_an_analysis_reaches_its_copy(self, correctie: Correctie) -> None:
        """What the weegploeg weighed is what the table reads."""
        correctie.improve(correctie.stukken("weging")[0], veld="tekst")
        correctie.carry_out()

        assert [w.tekst for w in correctie.dossier().wegingen] == [NEW]
        assert [a.tekst for a in correctie.casus().analyses] == [NEW]

    def test_of_the_name_reaches_both_files(self, correctie: Correctie) -> None:
        """And the old one is kept where a correction keeps it."""
        correctie.choose(correctie.dossier_id, VERBETEREN, veld="naam", tekst="Milan Schijnbaar")
        correctie.carry_out()

        assert correctie.dossier().subject.naam == "Milan Schijnbaar"
        assert correctie.casus().subject.naam == "Milan Schijnbaar"
        assert [c.naw.naam for c in correctie.dossier().correcties if c.naw] == [AGENDEREN.naam]

    def test_is_a_change_in_the_log_of_each_file(self, correctie: Correctie) -> None:
        """By the system, on the articles, with the rows that it wrote."""
        correctie.improve(correctie.signaal())
        correctie.carry_out()

        for regels, daad in ((LogRegel, "receive-uitvoering-weegploeg"), (CasusLog, "receive-uitvoering-casus")):
            (regel,) = regels.objects.filter(daad=daad)
            assert regel.gevolg == "changed"
            assert regel.wijzigingen.count("[") > 2

    def test_does_no_casework(self, correctie: Correctie) -> None:
        """Until when it is kept stays as it was. Covenant 13.1."""
        before = correctie.dossier().bewaring
        correctie.improve(correctie.signaal())
        correctie.carry_out()

        assert correctie.dossier().bewaring == before


class TestAnAddition:
    """Of what was incomplete."""

    def test_stands_under_what_there_was(self, correctie: Correctie) -> None:
        """In both files; two changes of one item both count."""
        first = correctie.signaal()
        correctie.choose(first.id, AANVULLEN, veld="omschrijving", tekst=NEW)
        correctie.choose(first.id, VERBETEREN, veld="waar", tekst="Lindeplein")
        correctie.carry_out()
        now = next(s for s in correctie.dossier().signalen if s.id == first.id)

        assert now.omschrijving == f"{first.gegevens[0].waarde}\n\n{NEW}"
        assert now.waar == "Lindeplein"
        assert now.omschrijving in [s.omschrijving for s in correctie.casus().signalen]


class TestARemoval:
    """Of what should never have been recorded."""

    def test_leaves_nothing_to_read(self, correctie: Correctie) -> None:
        """In no file, no earlier version, no overview and no answer; only that it went, and on which request."""
        other = decided(correctie.table, correctie.dossier_id)
        first = correctie.signaal()
        correctie.improve(first, tekst="Eerst verbeterd (verzonnen).")
        correctie.choose(first.id, VERWIJDEREN)
        correctie.carry_out()
        dossier, casus = correctie.dossier(), correctie.casus()
        said = [dossier.model_dump_json(), casus.model_dump_json(), correctie.opened().model_dump_json()]
        left = other.stukken("signaal"), other.stukken("signaal", herkomst="casusoverleg")

        assert AGENDEREN.gedrag not in "".join(said)
        assert [len(one) for one in left] == [1, 1]
        assert "Eerst verbeterd" not in "".join(said)
        assert [c.reden for c in dossier.correcties] == [f"Verwijderd op verzoek {correctie.opened().verzoek.nummer}."]

    def test_leaves_an_analysis_to_its_author(self, correctie: Correctie) -> None:
        """One that rests on more is revised before anybody else reads it; in the dossier it lets go of the signaal."""
        first = correctie.signaal()
        correctie.choose(first.id, VERWIJDEREN)
        correctie.carry_out()

        assert correctie.casus().analyses == ()
        assert [first.id in w.signalen for w in correctie.dossier().wegingen] == [False]

    def test_takes_what_rests_on_nothing_else_along(self, correctie: Correctie) -> None:
        """In both files."""
        for one in correctie.stukken("signaal"):
            correctie.choose(one.id, VERWIJDEREN)
        correctie.carry_out()

        assert correctie.dossier().wegingen == ()
        assert correctie.casus().signalen == ()

    def test_ends_a_dossier_that_has_nothing_left_to_decide_on(self, table: Table) -> None:
        """As one that its signals left: nothing stays undecided. Covenant 7.4."""
        dossier_id = Stage(table=table, canaries=Canaries()).dossier().dossier_id
        correctie = decided(table, dossier_id)
        for one in correctie.stukken("signaal"):
            correctie.choose(one.id, VERWIJDEREN)
        correctie.carry_out()

        assert correctie.dossier().staat is DossierStaat.OPGEGAAN


class TestTheArchive:
    """Read-only, but for this. Covenant 13.2."""

    @pytest.mark.article("13.2")
    def test_changes_too(self, table: Table) -> None:
        """Dossier and casus as they were archived, each with its copy and its head."""
        dossier_id = topic_archief.archived(Stage(table=table, canaries=Canaries()))
        correctie = decided(table, dossier_id, gathered_by="gerda")
        first = correctie.signaal()
        before = set(ArchiefStuk.objects.filter(houder_id=dossier_id).values_list("id", flat=True))
        correctie.choose(first.id, VERWIJDEREN)
        correctie.choose(dossier_id, VERBETEREN, veld="naam", tekst="Milan Schijnbaar")
        correctie.carry_out()
        after = ArchiefStuk.objects.filter(houder_id=dossier_id)

        assert first.id in before
        assert not after.filter(pk=first.id).exists()
        assert not after.filter(soort="signaal", bij_id=first.id).exists()
        assert after.filter(soort="kop", versie=2).count() == after.filter(soort="kop").count() > 0
        assert Archived.objects.get(pk=dossier_id).versie > 1
        logged = ArchiefLog.objects.filter(daad="receive-uitvoering-archief", gevolg="changed")
        assert logged.count() == len(correctie.opened().bestanden)
        assert correctie.opened().verzoek.staat is Verzoekstaat.UITGEVOERD

    def test_gets_what_was_on_its_way_to_a_file_that_moved(self, table: Table) -> None:
        """A dossier that is archived before the bundle arrives changes where it went, once."""
        stage = Stage(table=table, canaries=Canaries())
        casus = stage.casus()
        correctie = decided(table, _dossier_of(casus))
        first = correctie.signaal()
        correctie.choose(first.id, AANVULLEN, veld="omschrijving", tekst=NEW)
        correctie.carry_out(relayed=False)
        topic_archief.move(stage, casus.casus_id)
        correctie.relay()

        changed = ArchiefStuk.objects.filter(houder_id=correctie.dossier_id, soort="signaal", versie=2)
        assert changed.count() == 2
        assert correctie.opened().verzoek.staat is Verzoekstaat.UITGEVOERD
        assert {one.staat for one in correctie.opened().bestanden} == {Uitvoerstaat.UITGEVOERD}


class TestShieldedData:
    """Hidden from casework (AVG 18), and not from a decision on it."""

    def test_changes_like_all_other(self, table: Table, subject: Subject) -> None:
        """What is shielded is removed with its shield, in both files; what casework sees does not change."""
        correctie = decided(table, subject.dossier_id)
        subject.tell(subject.signaal_id)
        seen = len(correctie.casus().signalen)
        correctie.choose(subject.signaal_id, VERWIJDEREN)
        correctie.carry_out()
        shields = [one.bij_id for one in stukken_of(subject.dossier_id) if one.soort == "afscherming"]

        assert subject.signaal_id not in shields
        assert len(correctie.casus().signalen) == seen
        assert not Dossierstuk.objects.filter(pk=subject.signaal_id).exists()
        assert not Casusstuk.objects.filter(bij_id=subject.signaal_id, soort="signaal").exists()


def stukken_of(houder_id: UUID) -> list[Any]:
    """Give every piece of a dossier or casus, shielded or not."""
    found = (table.objects.filter(houder_id=houder_id) for table in (Dossierstuk, Casusstuk))
    return [row for rows in found for row in rows]


class TestHowFarItIs:
    """Carried out is what every file acknowledged."""

    def test_is_carried_out_once_every_file_has_it(self, correctie: Correctie) -> None:
        """Until then it says how many; the term stays in sight, and nothing more is chosen."""
        first = correctie.signaal()
        correctie.improve(first)
        correctie.carry_out(relayed=False)
        before = correctie.opened()
        with pytest.raises(Refused) as again:
            correctie.choose(first.id, VERWIJDEREN)
        correctie.relay()
        after = correctie.opened()

        assert before.verzoek.staat is Verzoekstaat.BEANTWOORD
        assert before.verzoek.uitvoeren_uiterlijk_op is not None
        assert [one.staat for one in before.bestanden] == [Uitvoerstaat.ONDERWEG] * 2
        assert "12.6-step" in reasons(again)
        assert after.verzoek.staat is Verzoekstaat.UITGEVOERD
        assert [one.staat for one in after.bestanden] == [Uitvoerstaat.UITGEVOERD] * 2
        assert not Uitgaand.objects.exists()

    def test_reaches_what_was_handed_over_meanwhile(self, table: Table) -> None:
        """The casus that came between carrying out and the relay changes too."""
        steps = begin(table, AGENDEREN, "gerda", GEMEENTE, days_ago=0)
        steps.weigh("gerda", "gedrag", WEIGHED, days_ago=0)
        steps.decide(Uitkomst.AGENDEREN, days_ago=0)
        correctie = decided(table, steps.dossier_id)
        correctie.improve(correctie.signaal())
        correctie.carry_out(relayed=False)
        steps.hand_over(betrokken=("gerda", "petra"), days_ago=0)
        for _again in range(3):
            correctie.relay()

        assert [s.omschrijving for s in correctie.casus().signalen] == [NEW]
        assert len(correctie.opened().bestanden) == 2
        assert correctie.opened().verzoek.staat is Verzoekstaat.UITGEVOERD

    def test_of_what_is_gone_says_so(self, correctie: Correctie) -> None:
        """A file that destroyed it meanwhile has nothing left to change. Covenant 13.1."""
        correctie.improve(correctie.signaal())
        correctie.carry_out(relayed=False)
        Dossier.objects.filter(pk=correctie.dossier_id).delete()
        Casus.objects.filter(dossier_id=correctie.dossier_id).delete()
        correctie.relay()

        assert {one.staat for one in correctie.opened().bestanden} == {Uitvoerstaat.NIET_MEER}
        assert correctie.opened().verzoek.staat is Verzoekstaat.UITGEVOERD

    def test_removes_what_was_gathered_to_choose_from(self, correctie: Correctie) -> None:
        """Nothing of the files stays with the request."""
        correctie.improve(correctie.signaal())
        correctie.carry_out()

        assert not Stuk.objects.filter(houder_id=correctie.verzoek_id, soort="overzicht").exists()


class TestWhatMayBeChosen:
    """Only what the decision allows."""

    def test_is_not_what_a_ground_keeps(self, table: Table, casus: CasusSteps) -> None:
        """The politie said, with reasons, that its signaal is right: that one stays; the other changes."""
        correctie = decided(table, _dossier_of(casus), grounds={"petra": "12.5"})
        with pytest.raises(Refused) as refused:
            correctie.improve(correctie.signaal("petra"))
        correctie.improve(correctie.signaal("gerda"))

        assert reasons(refused) == {"12.4-stuk_id"}

    def test_is_not_a_decision_or_a_seat(self, correctie: Correctie) -> None:
        """They stay, for accountability; what is wrong in their words is improved."""
        decision = correctie.stukken("beslissing")[0]
        with pytest.raises(Refused) as refused:
            correctie.choose(decision.id, VERWIJDEREN)
        correctie.improve(decision, veld="motivering")

        assert reasons(refused) == {"12.5-soort"}

    def test_is_of_what_was_gathered(self, correctie: Correctie) -> None:
        """No id that somebody types, and no field but a text."""
        with pytest.raises(Refused) as unknown:
            correctie.choose(UUID(int=7), VERWIJDEREN)
        with pytest.raises(Refused) as field:
            correctie.improve(correctie.signaal(), veld="melder_naam")

        assert reasons(unknown) == {"12.5-stuk_id"}
        assert reasons(field) == {"12.5-veld"}

    def test_of_an_objection_is_to_remove(self, table: Table, casus: CasusSteps) -> None:
        """Who objects with success is no longer processed; no text is improved for it."""
        verzet = decided(table, _dossier_of(casus), soort=Verzoeksoort.VERZET)
        first = verzet.signaal()
        with pytest.raises(Refused) as refused:
            verzet.improve(first)
        verzet.choose(first.id, VERWIJDEREN)
        verzet.carry_out()

        assert reasons(refused) == {"12.5-soort"}
        assert first.id not in {s.id for s in verzet.dossier().signalen}

    def test_is_asked_for_before_it_is_carried_out(self, correctie: Correctie) -> None:
        """A correction that was granted whole changes something."""
        with pytest.raises(Refused) as refused:
            correctie.carry_out()

        assert "12.5-nothing-chosen" in reasons(refused)
        assert Verzoek.objects.get(pk=correctie.verzoek_id).staat == Verzoekstaat.BEANTWOORD
