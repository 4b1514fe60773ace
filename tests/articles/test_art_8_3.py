"""Covenant 8.3: the file is mended where it is wrong; what stood there stays, and the casus's copy follows."""

from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID

import pytest

from casustafel.acts.casusoverleg.open_casus import CasusBeeld, OpenCasus, open_casus
from casustafel.acts.gate import Refused, do
from casustafel.acts.overdracht.correctie import ReceiveCorrectie, receive_correctie
from casustafel.acts.overdracht.waiting import Zending, systeem_for
from casustafel.acts.weegploeg.correct import CorrectNaw, CorrectSignaal, correct_naw, correct_signaal
from casustafel.acts.weegploeg.open_dossier import SignaalBeeld
from casustafel.acts.weegploeg.submit_signaal import NawInvoer
from casustafel.bestand.inhoud import Correctie
from casustafel.casusoverleg.models import Casus, Stuk
from casustafel.casusoverleg.store import facts
from casustafel.convenant.feit import DossierStaat, StukFeit, Uitkomst, Wie, of_kind
from casustafel.convenant.partij import Soort
from casustafel.convenant.rules.correctie import may_correct_naw, may_correct_signaal
from casustafel.convenant.rules.derde import Derde
from casustafel.convenant.stuk import VERVALLEN, AnalyseStaat, CasusStuk, DossierStuk
from casustafel.convenant.verstrekking import Verstrekking
from casustafel.demo.steps import POLITIE as BY_POLITIE
from casustafel.demo.steps import Steps
from casustafel.demo.table import Table
from casustafel.jobs.relay import relay
from casustafel.weegploeg.models import Dossier
from tests.canary import Canaries
from tests.evidence.stage import Stage
from tests.facts import (
    DAY,
    FOREIGN_SIGNAAL,
    GEMEENTE,
    POLITIE,
    SIGNAAL,
    SIGNAAL_2,
    convenant_without,
    dossier,
    field,
    hidden,
    refused,
    right,
    tafel,
    uitvoerder,
    verstrekking,
    weegploeg,
)
from tests.reseal import reseal


def _signaal(id_: Any, van: Any, staat: str = "") -> StukFeit:
    return StukFeit(id=id_, soort=DossierStuk.SIGNAAL, organisatie_id=van.id, bij_id=None, op=DAY, staat=staat)


HELD = (_signaal(SIGNAAL, POLITIE), _signaal(SIGNAAL_2, GEMEENTE))
CORRECT = partial(
    may_correct_signaal,
    signaal_id=SIGNAAL,
    omschrijving="Wat er echt gebeurde.",
    reden="Verkeerde dag.",
    verstrekking=verstrekking(Soort.POLITIE),
    day=DAY,
)
NAW = partial(may_correct_naw, naam="Andere Naam", leeftijdsgroep="", reden="Verkeerd gespeld.", day=DAY)


@pytest.mark.article("8.3")
class TestCorrectingASignaal:
    """A signaal says something that is wrong."""

    @pytest.mark.parametrize("staat", sorted(DossierStaat))
    def test_is_done_by_who_provided_it(self, staat: DossierStaat) -> None:
        """The kernpartij that brought it in corrects it, however far the dossier is."""
        assert CORRECT(weegploeg(), replace(dossier(staat), stukken=HELD)).is_allowed

    def test_is_done_while_a_kernpartij_is_missing(self) -> None:
        """A file that is kept is kept right, also when no casework is done."""
        left = weegploeg(onder=convenant_without(GEMEENTE))

        assert CORRECT(left, replace(dossier(), stukken=HELD)).is_allowed

    @pytest.mark.parametrize("signaal_id", [SIGNAAL_2, FOREIGN_SIGNAAL])
    def test_is_not_done_on_what_another_provided(self, signaal_id: Any) -> None:
        """What another kernpartij said is not ours to change."""
        verdict = CORRECT(weegploeg(), replace(dossier(), stukken=HELD), signaal_id=signaal_id)

        assert refused(verdict) == {field("8.3", "signaal_id")}

    def test_is_not_done_on_what_was_set_aside(self) -> None:
        """A signaal that no longer counts is not brought back by a correction."""
        gone = replace(dossier(), stukken=(_signaal(SIGNAAL, POLITIE, VERVALLEN),))

        assert refused(CORRECT(weegploeg(), gone)) == {field("8.3", "signaal_id")}

    @pytest.mark.article("7.2")
    def test_says_why_a_third_person_is_named(self) -> None:
        """A correction brings in no name of a third person without the need for it."""
        held = replace(dossier(), stukken=HELD)

        assert CORRECT(weegploeg(), held, derde=Derde(naam="Derde", noodzaak="zag het zelf")).is_allowed
        assert refused(CORRECT(weegploeg(), held, derde=Derde(naam="Derde"))) == {field("7.2", "derde_noodzaak")}
        assert refused(CORRECT(weegploeg(), held, derde=Derde(noodzaak="zag het"))) == {field("7.2", "derde_naam")}

    def test_says_why_and_what_it_becomes(self) -> None:
        """A correction without reason, text or ground is none."""
        held = replace(dossier(), stukken=HELD)
        verdict = CORRECT(weegploeg(), held, omschrijving=" ", reden="", verstrekking=Verstrekking(grondslag="geen"))

        assert refused(verdict) == {field("8.2.b", "omschrijving"), field("8.3", "reden"), field("6.b", "grondslag")}

    def test_is_for_representatives_only(self) -> None:
        """The uitvoerder prepares and corrects nothing; who is not in the weegploeg knows of no dossier."""
        held = replace(dossier(), stukken=HELD)

        assert right("8.3", "representative") in refused(CORRECT(uitvoerder(), held))
        assert hidden(CORRECT(tafel(), held)) == {right("8.4", "kernpartij")}


@pytest.mark.article("8.3")
@pytest.mark.article("8.2.a")
class TestCorrectingTheName:
    """Name, address or age group is wrong."""

    @pytest.mark.parametrize("asker", [weegploeg(Soort.GEMEENTE), weegploeg(Soort.OM), weegploeg(Soort.POLITIE)])
    def test_is_done_by_any_kernpartij(self, asker: Wie) -> None:
        """Each of the three may have the right name."""
        assert NAW(asker, dossier()).is_allowed

    def test_needs_a_name_a_known_age_group_and_a_reason(self) -> None:
        """All faults are named at once."""
        verdict = NAW(weegploeg(), dossier(), naam=" ", leeftijdsgroep="oud", reden=" ")

        assert refused(verdict) == {field("8.2.a", "naam"), field("8.2.a", "leeftijdsgroep"), field("8.3", "reden")}

    def test_is_for_representatives_only(self) -> None:
        """The uitvoerder corrects nothing; who is not in the weegploeg knows of no dossier."""
        assert refused(NAW(uitvoerder(), dossier())) == {right("8.3", "representative")}
        assert hidden(NAW(tafel(), dossier())) == {right("8.4", "kernpartij")}


def _of(table: Table, steps: Steps, name: str) -> SignaalBeeld:
    (own,) = (s for s in steps.seen(days_ago=0).signalen if s.organisatie_id == table.organisatie(name))
    return own


def _correct(table: Table, steps: Steps, **changed: Any) -> None:
    seen, own = steps.seen(days_ago=0), _of(table, steps, "petra")
    given = {"omschrijving": "Gecorrigeerd (verzonnen).", "verstrekking": BY_POLITIE, "reden": "Fout (verzonnen)."}
    invoer = CorrectSignaal(houder_id=seen.id, versie=seen.versie, signaal_id=own.id, **{**given, **changed})
    table.does("petra", correct_signaal, invoer, days_ago=0)


def _casus(table: Table, steps: Steps) -> CasusBeeld:
    casus_id = Casus.objects.get(dossier_id=steps.dossier_id).id
    return table.does("gerda", open_casus, OpenCasus(houder_id=casus_id), days_ago=0)


def _systeem(table: Table, houder_id: UUID) -> Wie:
    convenant_id = table.people["gerda"].convenant_id
    zending = Zending(id=houder_id, houder_id=houder_id, convenant_id=convenant_id, soort="correctie")
    return systeem_for(zending, edge=table.edge(0))


@pytest.fixture
def steps(table: Table) -> Steps:
    """Give a dossier with a signaal of the gemeente and one of the politie."""
    return Stage(table=table, canaries=Canaries()).dossier()


@pytest.fixture
def handed_over(steps: Steps) -> Steps:
    """Give that dossier after the hand-over."""
    steps.weigh("petra", "gedrag", "Gewogen (verzonnen).", days_ago=0)
    steps.decide(Uitkomst.AGENDEREN, days_ago=0)
    steps.hand_over(betrokken=("gerda", "petra", "rik"), days_ago=0)
    return steps


@pytest.mark.article("8.3")
@pytest.mark.django_db(databases="__all__")
class TestWhatIsKept:
    """The correction was made."""

    def test_what_stood_there_stays_readable(self, table: Table, steps: Steps) -> None:
        """The signaal says what is right; beside it stands what it said, why it was wrong, and the same melder."""
        was = _of(table, steps, "petra")
        _correct(table, steps)
        now = _of(table, steps, "petra")

        assert (now.id, now.op, now.melder_naam) == (was.id, was.op, was.melder_naam)
        assert now.omschrijving == "Gecorrigeerd (verzonnen)."
        (kept,) = now.correcties
        assert kept.signaal is not None
        assert (kept.signaal.omschrijving, kept.reden) == (was.omschrijving, "Fout (verzonnen).")

    def test_it_is_no_casework(self, table: Table, steps: Steps) -> None:
        """A correction does not keep the data longer: the day of the last processing stays."""
        reseal(Dossier.objects.all(), laatste_verwerking_op=DAY.replace(year=2025))
        _correct(table, steps)

        assert Dossier.objects.get().laatste_verwerking_op == DAY.replace(year=2025)

    def test_positions_on_the_outcome_lapse(self, table: Table, steps: Steps) -> None:
        """A position is on what was known when it was taken."""
        steps.weigh("petra", "gedrag", "Gewogen (verzonnen).", days_ago=0)
        steps.standpunt("omar", None, "Nog niet (verzonnen).", days_ago=0)
        _correct(table, steps)

        assert steps.seen(days_ago=0).standpunten == ()

    def test_who_saw_an_older_version_corrects_nothing(self, table: Table, steps: Steps) -> None:
        """A correction of what somebody else just corrected is made again, with both before one's eyes."""
        versie = steps.seen(days_ago=0).versie
        invoer = CorrectNaw(houder_id=steps.dossier_id, versie=versie, subject=NawInvoer(naam="A"), reden="b")
        table.does("gerda", correct_naw, invoer, days_ago=0)

        with pytest.raises(Refused):
            table.does("petra", correct_naw, invoer, days_ago=0)


@pytest.mark.article("8.3")
@pytest.mark.article("10.3")
@pytest.mark.django_db(databases="__all__")
class TestTheCopyFollows:
    """The dossier was handed over, and is corrected afterwards."""

    def test_the_signaal_in_the_casus_says_the_same(self, table: Table, handed_over: Steps) -> None:
        """The copy of 8.5 is mended too, on its own day and with its new class, and the analysis has that class."""
        was = _casus(table, handed_over).signalen
        _correct(table, handed_over, waar="Elders (verzonnen)")
        relay(edge=table.edge(0))
        now = _casus(table, handed_over).signalen

        mended = {(s.omschrijving, s.waar) for s in now} - {(s.omschrijving, s.waar) for s in was}
        assert [(s.id, s.op) for s in now] == [(s.id, s.op) for s in was]
        assert mended == {("Gecorrigeerd (verzonnen).", "Elders (verzonnen)")}

    def test_the_name_in_the_casus_is_the_same(self, table: Table, handed_over: Steps) -> None:
        """The name is right in both files."""
        versie = handed_over.seen(days_ago=0).versie
        subject = NawInvoer(naam="Juiste Naam (verzonnen)")
        invoer = CorrectNaw(houder_id=handed_over.dossier_id, versie=versie, subject=subject, reden="Spelling.")
        table.does("omar", correct_naw, invoer, days_ago=0)
        relay(edge=table.edge(0))

        assert _casus(table, handed_over).subject.naam == "Juiste Naam (verzonnen)"

    def test_what_was_not_chosen_stays_out(self, table: Table, steps: Steps) -> None:
        """A signaal that was not handed over does not reach the casus by being corrected."""
        steps.weigh("petra", "gedrag", "Gewogen (verzonnen).", days_ago=0)
        steps.decide(Uitkomst.AGENDEREN, days_ago=0)
        Stage(table=table, canaries=Canaries()).hand_over(steps, signalen=[_of(table, steps, "gerda").id])
        _correct(table, steps)

        assert relay(edge=table.edge(0)) == 0
        assert len(_casus(table, steps).signalen) == 1

    @pytest.mark.parametrize(("of", "left"), [(("petra",), 1), (("gerda", "petra"), 0)])
    def test_what_was_removed_leaves_the_casus_once(
        self, table: Table, handed_over: Steps, of: tuple[str, ...], left: int
    ) -> None:
        """A signaal on somebody else goes, with the analysis on it alone; one on more waits for its author."""
        casus, gone = _casus(table, handed_over), [_of(table, handed_over, name) for name in of]
        bundel = Correctie(
            casus_id=casus.id,
            dossier_id=handed_over.dossier_id,
            op=DAY,
            organisatie_id=table.organisatie("petra"),
            reden="Een ander (verzonnen).",
            verwijderd=tuple(s.id for s in gone),
        )
        for _twice in range(2):
            invoer = ReceiveCorrectie(houder_id=casus.id, zending_id=casus.id, bundel=bundel)
            do(receive_correctie, wie=_systeem(table, casus.id), invoer=invoer, edge=table.edge(0))

        now = _casus(table, handed_over)
        assert not [s for s in gone if s.omschrijving in now.model_dump_json()]
        waiting = [s.staat for s in of_kind(facts([casus.id], lock=False)[casus.id].stukken, CasusStuk.ANALYSE)]
        assert (len(now.signalen), now.analyses) == (len(casus.signalen) - len(of), ())
        assert waiting == [AnalyseStaat.TE_HERZIEN] * left
        assert Stuk.objects.filter(soort=CasusStuk.CORRECTIE.value).count() == len(of)
