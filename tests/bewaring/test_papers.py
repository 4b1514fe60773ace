"""What is of the covenant itself, and empty meetings: past their term they go, and nobody sees them. Covenant 13.1."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from casustafel.acts.edge import LOCAL, Edge, at
from casustafel.acts.gate import Act, Refused, do
from casustafel.acts.invoer import Invoer, Niets
from casustafel.acts.overleg.agenda import PlanOverleg, PuntOpAgenda, plan_overleg, put_on_agenda
from casustafel.acts.register.decide_voorstel import OpVoorstel, TakeStandpuntVoorstel, take_standpunt_voorstel
from casustafel.acts.register.evaluatie import (
    RecordEvaluatie,
    VerifyRegime,
    find_evaluaties,
    record_evaluatie,
    verify_regime,
)
from casustafel.acts.register.geschil import (
    RecordGeschil,
    RecordOverleg,
    find_geschillen,
    record_geschil,
    record_overleg,
)
from casustafel.acts.register.maatregelen import RecordMaatregelen, record_maatregelen
from casustafel.acts.register.open_convenant import open_convenant
from casustafel.acts.register.open_voorstel import find_voorstellen, open_voorstel
from casustafel.acts.register.opzegging import give_opzegging
from casustafel.acts.register.propose import ProposePartner, propose_partner
from casustafel.convenant.feit import Keuze
from casustafel.convenant.overleg import Bord
from casustafel.demo.steps import GEMEENTE, begin
from casustafel.demo.subjects import IN_WEGING
from casustafel.demo.table import Table
from casustafel.jobs.nachtwerk import nachtwerk
from casustafel.register.models import (
    Autorisatie,
    Convenant,
    ConvenantEvaluatie,
    Geschil,
    GeschilOverleg,
    Maatregelen,
    Opzegging,
    Organisatie,
    RegimeVerificatie,
    Voorstel,
    VoorstelStandpunt,
)
from casustafel.weegploeg.models import Aanwezige, AgendaPunt, Overleg

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("13.1")]
A_DAY = timedelta(days=1)
FIRST = date(2026, 3, 2)
LAST = date(2031, 3, 2)


def on(day: date, *, hour: int = 12) -> Edge:
    """Stand at an hour of a day."""
    return at(datetime.combine(day, time(hour), LOCAL))


@pytest.fixture
def table(table: Table) -> Table:
    """Let everybody keep their authorisation for ten years, with nothing that is older than the tests."""
    Autorisatie.objects.update(tot=date(2036, 1, 1))
    Convenant.objects.update(regime_geverifieerd_door="")
    Maatregelen.objects.all().delete()
    return table


class TestADispute:
    """Five years after the last thing that happened with it, though it was never settled."""

    @pytest.mark.article("17")
    def test_is_shown_and_kept_up_to_and_including_its_last_day(self, table: Table) -> None:
        """It says so itself; the day after it is gone for its readers before the night, and then from the table."""
        between = (table.organisatie("petra"), table.organisatie("gerda"))
        record = RecordGeschil(tussen=between, artikel="9.2", omschrijving="Oneens (verzonnen).")
        geschil_id = table.does("petra", record_geschil, record, days_ago=100)
        consulted = RecordOverleg(geschil_id=geschil_id, op=FIRST, verslag="Gesproken (verzonnen).")
        table.does("petra", record_overleg, consulted, days_ago=0)
        wie = table.who("petra")

        (seen,) = do(find_geschillen, wie=wie, invoer=Niets(), edge=on(LAST)).geschillen
        assert seen.bewaard_tot == LAST
        assert nachtwerk(edge=on(LAST)).opgeruimde_stukken == 0
        assert do(find_geschillen, wie=wie, invoer=Niets(), edge=on(LAST + A_DAY, hour=0)).geschillen == ()
        with pytest.raises(Refused):
            do(record_overleg, wie=wie, invoer=consulted, edge=on(LAST + A_DAY, hour=0))
        assert nachtwerk(edge=on(LAST + A_DAY)).opgeruimde_stukken == 1
        assert not Geschil.objects.exists()
        assert not GeschilOverleg.objects.exists()


class TestAProposal:
    """Five years after the last thing that happened with it."""

    @pytest.mark.article("4")
    def test_goes_with_its_positions(self, table: Table) -> None:
        """The day after its last day it cannot be opened, and nobody takes a position on it."""
        proposed = ProposePartner(reden="Nodig.", code="nieuw", naam="School Verzonnen", contact="s@s.example")
        voorstel_id = table.does("gerda", propose_partner, proposed, days_ago=100)
        agreed = TakeStandpuntVoorstel(voorstel_id=voorstel_id, keuze=Keuze.INSTEMMEN, motivering="Ja.")
        table.does("omar", take_standpunt_voorstel, agreed, days_ago=0)
        wie, named = table.who("gerda"), OpVoorstel(voorstel_id=voorstel_id)

        assert do(open_voorstel, wie=wie, invoer=named, edge=on(LAST)).bewaard_tot == LAST
        asked: tuple[tuple[Act[Any, Any], Invoer], ...] = ((open_voorstel, named), (take_standpunt_voorstel, agreed))
        for act, invoer in asked:
            with pytest.raises(Refused):
                do(act, wie=wie, invoer=invoer, edge=on(LAST + A_DAY))
        assert do(find_voorstellen, wie=wie, invoer=Niets(), edge=on(LAST + A_DAY)).voorstellen == ()
        assert nachtwerk(edge=on(LAST)).opgeruimde_stukken == 0
        assert nachtwerk(edge=on(LAST + A_DAY)).opgeruimde_stukken == 1
        assert not Voorstel.objects.exists()
        assert not VoorstelStandpunt.objects.exists()


class TestAnEvaluation:
    """The next one counts from the last: of that one the day stays."""

    @pytest.mark.article("18.4")
    def test_goes_and_of_the_last_one_the_day_stays(self, table: Table) -> None:
        """Who did it and what it said go."""
        for days_ago in (20, 0):
            day = FIRST - days_ago * A_DAY
            found = RecordEvaluatie(op=day, uitgevoerd_door="B. Verzonnen", conclusie="Goed (verzonnen).")
            table.does("omar", record_evaluatie, found, days_ago=days_ago)
        wie = table.who("omar")

        (last, _other) = do(find_evaluaties, wie=wie, invoer=Niets(), edge=on(date(2031, 2, 10))).evaluaties
        assert last.bewaard_tot == LAST
        assert do(find_evaluaties, wie=wie, invoer=Niets(), edge=on(LAST + A_DAY)).evaluaties == ()
        assert nachtwerk(edge=on(LAST)).opgeruimde_stukken == 1
        assert nachtwerk(edge=on(LAST + A_DAY)).opgeruimde_stukken == 1
        assert nachtwerk(edge=on(LAST + 2 * A_DAY)).opgeruimde_stukken == 0
        row = ConvenantEvaluatie.objects.get()
        assert (row.op, row.door, row.uitgevoerd_door, row.conclusie) == (FIRST, "", "", "")


class TestNoticesStatementsAndVerifications:
    """Who acted goes; what the covenant rests on stays."""

    @pytest.mark.article("18.2", "B1.3", "B2.b")
    def test_go_five_years_after_they_ended(self, table: Table) -> None:
        """The day on which a party left and on which the law was verified stay."""
        does: tuple[tuple[str, Act[Any, Any], Any], ...] = (
            ("rens", give_opzegging, Niets()),
            ("omar", verify_regime, VerifyRegime(toelichting="Gelezen (verzonnen).")),
            (
                "gerda",
                record_maatregelen,
                RecordMaatregelen(door="Het college", vastgesteld_op=FIRST, omschrijving="Regels (verzonnen)."),
            ),
        )
        for name, act, invoer in does:
            table.does(name, act, invoer, days_ago=0)
        (statement,) = do(open_convenant, wie=table.who("gerda"), invoer=Niets(), edge=on(FIRST)).maatregelen
        assert statement.bewaard_tot == date(2032, 3, 2)

        nachtwerk(edge=on(LAST))
        assert RegimeVerificatie.objects.exists()
        nachtwerk(edge=on(LAST + A_DAY))
        assert not RegimeVerificatie.objects.exists()
        covenant = Convenant.objects.get()
        assert (covenant.regime_geverifieerd_op, covenant.regime_geverifieerd_door) == (FIRST, "")
        assert Opzegging.objects.exists()
        later = do(open_convenant, wie=table.who("gerda"), invoer=Niets(), edge=on(date(2032, 3, 3)))
        assert later.maatregelen == ()
        nachtwerk(edge=on(date(2032, 3, 3)))
        assert not Maatregelen.objects.exists()
        assert not Opzegging.objects.exists()
        assert Organisatie.objects.filter(tot=date(2026, 6, 3)).exists()


class TestAMeetingWithNothingOnItsAgenda:
    """It goes two weeks after its day; one with a subject stays."""

    @pytest.mark.article("7.3")
    def test_goes_and_one_with_a_subject_stays(self, table: Table) -> None:
        """With who was present."""
        steps = begin(table, IN_WEGING, "gerda", GEMEENTE, days_ago=0)
        planned = PlanOverleg(op=FIRST, van=time(10, 0))
        _empty, full = (table.does("gerda", plan_overleg[Bord.WEEGPLOEG], planned, days_ago=0) for _ in range(2))
        put = PuntOpAgenda(houder_id=full, punt_id=steps.dossier_id)
        table.does("gerda", put_on_agenda[Bord.WEEGPLOEG], put, days_ago=0)

        assert nachtwerk(edge=on(date(2026, 3, 16))).opgeruimde_stukken == 0
        assert nachtwerk(edge=on(date(2026, 3, 17))).opgeruimde_stukken == 1
        assert set(Overleg.objects.values_list("id", flat=True)) == {full}
        nachtwerk(edge=on(date(2026, 12, 4)))
        assert not AgendaPunt.objects.exists()
        nachtwerk(edge=on(date(2026, 12, 5)))
        assert not Overleg.objects.exists()
        assert not Aanwezige.objects.exists()
