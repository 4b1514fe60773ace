"""The night's work: what is past its term goes, what is not stays, however often it runs. Covenant 7.4, 13."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from casustafel.acts.bewaring.due import systemen
from casustafel.acts.edge import LOCAL, Edge, at
from casustafel.acts.gate import Refused, do
from casustafel.acts.register.load_convenant import LoadConvenant, load_convenant
from casustafel.acts.register.operator import operator
from casustafel.acts.toezicht.verzegelen import seal_logs
from casustafel.acts.weegploeg.find_dossiers import FindDossiers, find_dossiers
from casustafel.acts.weegploeg.open_dossier import OpenDossier, open_dossier
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.vernietiging import NOT_TOLD, hash_of
from casustafel.casusoverleg import store as casusoverleg
from casustafel.casusoverleg.models import Casus
from casustafel.casusoverleg.models import Stuk as CasusStuk
from casustafel.convenant.feit import DossierStaat, Uitkomst
from casustafel.demo.example import example
from casustafel.demo.informeren import subject_told
from casustafel.demo.steps import GEMEENTE, begin
from casustafel.demo.subjects import IN_WEGING, NIET_AGENDEREN
from casustafel.demo.table import Table
from casustafel.jobs.nachtwerk import Verslag, nachtwerk
from casustafel.kluis import store as kluis
from casustafel.register.models import Autorisatie, Geheimhoudingsverklaring, Medewerker
from casustafel.weegploeg import store as weegploeg
from casustafel.weegploeg.models import Certificaat, Dossier, LogBlad, LogRegel, Stuk
from tests.canary import Canaries
from tests.evidence.stage import Stage
from tests.reseal import reseal

pytestmark = pytest.mark.django_db(databases="__all__")
A_DAY = timedelta(days=1)
FIRST = date(2026, 3, 2)
LAPSE = date(2026, 6, 3)
LAST = date(2026, 12, 3)


def night(day: date, *, hour: int = 2) -> Edge:
    """Stand in the night of a day."""
    return at(datetime.combine(day, time(hour), LOCAL))


def work(day: date) -> Verslag:
    """Do the night's work of a day."""
    return nachtwerk(edge=night(day))


@pytest.mark.article("7.4.2", "13.3")
class TestADossierOnWhichNobodyDecided:
    """First signaal 2 March: it lapses on 3 June, and is kept until 3 December."""

    def test_lapses_the_day_after_the_term(self, table: Table) -> None:
        """With the day of the lapse as the day of the outcome, though it is recorded a week late."""
        begin(table, IN_WEGING, "gerda", GEMEENTE, days_ago=0)

        assert work(LAPSE - A_DAY).vervallen == 0
        assert work(LAPSE + 7 * A_DAY).vervallen == 1
        assert work(LAPSE + 7 * A_DAY).vervallen == 0
        row = Dossier.objects.get()
        assert (row.staat, row.besloten_op, row.laatste_verwerking_op) == ("niet-agenderen", LAPSE, FIRST)

    def test_is_destroyed_the_day_after_its_last_day(self, table: Table, keys: Path) -> None:
        """Not on the last day. Row, pieces and key go; the journal has its id and the certificate has not."""
        dossier_id = begin(table, IN_WEGING, "gerda", GEMEENTE, days_ago=0).dossier_id

        assert work(LAST).vernietigd == 0
        assert work(LAST + A_DAY).vernietigd == 1
        assert (Dossier.objects.count(), Stuk.objects.count()) == (0, 0)
        assert kluis.holders(Bestand.WEEGPLOEG) == set()
        assert kluis.destroyed_ids()[Bestand.WEEGPLOEG] == {dossier_id}
        assert dossier_id.hex not in str(Certificaat.objects.values_list())
        assert len(list(keys.glob("epoch-*.key"))) == 1

    def test_leaves_a_certificate(self, table: Table) -> None:
        """What kind, how many, on which article, in which way, when; a change of it shows."""
        begin(table, IN_WEGING, "gerda", GEMEENTE, days_ago=0)
        work(LAST + A_DAY)
        convenant_id = table.people["gerda"].convenant_id
        (one,) = weegploeg.vernietiging.certificates(convenant_id)

        assert (one.artikel, one.wijze, one.op) == ("13.3", "vernietigd", LAST + A_DAY)
        assert one.aantallen["dossier"] == one.aantallen["signaal"] == 1
        assert one.hash == hash_of(one, convenant_id=convenant_id)

    @pytest.mark.article("11.5")
    def test_counts_who_was_not_informed(self, table: Table) -> None:
        """Nobody told the subject of one dossier, that of the other was told: one, and no word about whom."""
        told = begin(table, NIET_AGENDEREN, "gerda", GEMEENTE, days_ago=0)
        begin(table, IN_WEGING, "gerda", GEMEENTE, days_ago=0)
        subject_told(told, days_ago=0)
        work(LAST + A_DAY)
        found = weegploeg.vernietiging.certificates(table.people["gerda"].convenant_id)

        assert sorted(one.aantallen.get(NOT_TOLD, 0) for one in found) == [0, 1]


@pytest.mark.article("13.3")
class TestADecisionNotToPutOnTheAgenda:
    """Six months from the decision."""

    def test_is_destroyed_and_others_stay(self, table: Table) -> None:
        """The dossier next to it is kept, and opens as before."""
        refused = begin(table, NIET_AGENDEREN, "gerda", GEMEENTE, days_ago=60)
        refused.weigh("gerda", "gedrag", "Gewogen (verzonnen).", days_ago=50)
        refused.decide(Uitkomst.NIET_AGENDEREN, days_ago=40)
        kept = begin(table, IN_WEGING, "gerda", GEMEENTE, days_ago=0)
        kept.weigh("gerda", "gedrag", "Gewogen (verzonnen).", days_ago=0)
        kept.decide(Uitkomst.AGENDEREN, days_ago=0)
        decided_on = Dossier.objects.get(pk=refused.dossier_id).besloten_op
        assert decided_on == FIRST - 40 * A_DAY

        assert work(date(2026, 7, 21)).vernietigd == 0
        assert work(date(2026, 7, 22)).vernietigd == 1
        assert kept.seen(days_ago=0).staat is DossierStaat.AGENDEREN


@pytest.mark.article("13.1")
class TestASubjectWithACasus:
    """Dossier and casus go together, five years after the last casework in either."""

    def test_goes_from_both_files(self, table: Table) -> None:
        """Not a day earlier, and with a certificate in each."""
        Stage(table=table, canaries=Canaries()).casus()

        assert work(date(2027, 1, 30)).vernietigd == 0
        assert work(date(2031, 3, 3)).vernietigd == 2
        assert not any(model.objects.exists() for model in (Dossier, Stuk, Casus, CasusStuk))
        convenant_id = table.people["gerda"].convenant_id
        for store in (weegploeg, casusoverleg):
            (one,) = store.vernietiging.certificates(convenant_id)
            assert one.artikel == "13.1"


@pytest.mark.article("13.1", "13.2", "13.3")
class TestANightThatWasMissed:
    """A term ends at midnight all the same."""

    def test_hides_what_is_past_its_term(self, table: Table) -> None:
        """On the last day it is in the list and opens; the day after it is not there, though its row is."""
        steps = begin(table, IN_WEGING, "gerda", GEMEENTE, days_ago=0)
        wie = table.who("gerda")
        edge = night(LAST + A_DAY, hour=0)
        for when, count in ((night(LAST, hour=23), 1), (edge, 0)):
            assert len(do(find_dossiers, wie=wie, invoer=FindDossiers(), edge=when).dossiers) == count
        with pytest.raises(Refused, match=r"13\.3-past-term"):
            do(open_dossier, wie=wie, invoer=OpenDossier(houder_id=steps.dossier_id), edge=edge)
        assert Dossier.objects.count() == 1

    def test_keeps_a_dossier_whose_casus_was_worked_on_since(self, table: Table) -> None:
        """Each night the files hear of each other, long before it matters; missed nights change nothing."""
        Stage(table=table, canaries=Canaries()).casus()
        reseal(Casus.objects.all(), laatste_verwerking_op=date(2026, 12, 1))
        assert work(date(2026, 11, 22)).gehoord == 0
        assert work(date(2026, 12, 1)).gehoord == 1
        assert work(date(2026, 12, 2)).gehoord == 0

        (dossier,) = weegploeg.koppen(table.who("gerda"), day=date(2027, 12, 1))
        assert (dossier.verwerkt_op, dossier.elders_op) == (FIRST, date(2026, 12, 1))
        assert weegploeg.koppen(table.who("gerda"), day=date(2027, 12, 2)) == []


@pytest.mark.article("13.1", "15.2.e")
class TestTheLogOfWhatWasDestroyed:
    """Its rows stay for their own term; nothing leads from them to what it was."""

    def test_keeps_the_random_id_alone(self, table: Table) -> None:
        """That id is not the dossier's, it died with the key, and no row holds a number or a name."""
        steps = begin(table, IN_WEGING, "gerda", GEMEENTE, days_ago=0)
        log_id = kluis.Sleutels(Bestand.WEEGPLOEG, [steps.dossier_id]).log_id(steps.dossier_id)
        rows = LogRegel.objects.filter(log_id=log_id)
        nummer, before = Dossier.objects.get().nummer, rows.count()
        work(LAST + A_DAY)

        assert log_id != steps.dossier_id
        assert kluis.Sleutels(Bestand.WEEGPLOEG, [steps.dossier_id]).log_id(steps.dossier_id) is None
        assert rows.count() >= before > 0
        said = str(list(LogRegel.objects.values_list()))
        assert nummer not in said
        assert IN_WEGING.naam not in said
        assert not LogRegel.objects.filter(log_id=steps.dossier_id).exists()


@pytest.mark.article("13.1")
class TestWhatIsMarked:
    """From the intent on it is as if it did not exist."""

    def test_is_found_by_nobody(self, table: Table) -> None:
        """Not in a list, not by its id."""
        steps = begin(table, IN_WEGING, "gerda", GEMEENTE, days_ago=0)
        Dossier.objects.update(vernietigen_op=FIRST)

        assert table.does("gerda", find_dossiers, FindDossiers(), days_ago=0).dossiers == ()
        assert weegploeg.facts([steps.dossier_id], lock=False) == {}
        assert weegploeg.active(table.who("gerda"), day=FIRST) == []

    def test_is_given_back_where_its_term_turns_out_not_to_have_ended(self, table: Table) -> None:
        """A crash between two intents, and casework in the other file before the next night."""
        Stage(table=table, canaries=Canaries()).casus()
        Casus.objects.update(vernietigen_op=FIRST)
        work(FIRST + A_DAY)

        assert Casus.objects.get().vernietigen_op is None


@pytest.mark.article("13.1")
class TestKeysWithoutARecord:
    """What a crash leaves between the making of a key and of its record."""

    def test_are_swept_when_older_than_a_day(self, table: Table) -> None:
        """Not those of today or yesterday, for their record may be on its way."""
        edge = table.edge(0)
        sleutels = kluis.Sleutels(Bestand.CASUSOVERLEG, ())
        sleutels.make(edge.new_id(), op=FIRST)

        assert [work(FIRST + n * A_DAY).opgeruimde_sleutels for n in range(4)] == [0, 0, 1, 0]
        assert kluis.destroyed_ids()[Bestand.CASUSOVERLEG] == set()


@pytest.mark.article("13.1")
class TestTheClock:
    """Days are those of Europe/Amsterdam."""

    @pytest.mark.parametrize("day", [date(2027, 3, 28), date(2026, 10, 25)])
    def test_a_night_in_which_it_changes(self, table: Table, day: date) -> None:
        """An hour before midnight it is still the last day, an hour after no more."""
        begin(table, IN_WEGING, "gerda", GEMEENTE, days_ago=0)
        last = day - A_DAY
        reseal(Dossier.objects.all(), staat="niet-agenderen", besloten_op=_six_months_before(last))

        assert nachtwerk(edge=night(last, hour=23)).vernietigd == 0
        assert nachtwerk(edge=night(day, hour=0)).vernietigd == 1


def _six_months_before(day: date) -> date:
    return date(day.year, day.month - 6, day.day) if day.month > 6 else date(day.year - 1, day.month + 6, day.day)


@pytest.mark.article("13.1", "15.2.c")
class TestPeopleWhoLeft:
    """An account is emptied a year after its last authorisation; that and the acceptance go after five years."""

    def test_the_account_is_emptied_and_the_authorisation_stays(self, table: Table) -> None:
        """Name, function and address go a year after the end, the day after its last day."""
        rik = table.people["rik"].medewerker_id
        Autorisatie.objects.exclude(medewerker_id=rik).update(tot=date(2099, 1, 1))
        Autorisatie.objects.filter(medewerker_id=rik).update(tot=date(2026, 4, 1))

        work(date(2027, 4, 1))
        assert Medewerker.objects.get(pk=rik).naam
        work(date(2027, 4, 2))
        row = Medewerker.objects.get(pk=rik)
        assert (row.naam, row.functie, row.is_active) == ("", "", False)
        assert row.email.endswith("@geleegd.invalid")
        assert Autorisatie.objects.filter(medewerker_id=rik).exists()

    def test_the_authorisation_and_the_acceptance_go_after_five_years(self, table: Table) -> None:
        """Not a day before; those who still hold one keep theirs."""
        rik = table.people["rik"].medewerker_id
        Autorisatie.objects.exclude(medewerker_id=rik).update(tot=date(2099, 1, 1))
        Autorisatie.objects.filter(medewerker_id=rik).update(tot=date(2026, 4, 1))
        others = Geheimhoudingsverklaring.objects.exclude(medewerker_id=rik).count()

        work(date(2031, 4, 1))
        assert Autorisatie.objects.filter(medewerker_id=rik).exists()
        work(date(2031, 4, 2))
        assert not Autorisatie.objects.filter(medewerker_id=rik).exists()
        assert not Geheimhoudingsverklaring.objects.filter(medewerker_id=rik).exists()
        assert Geheimhoudingsverklaring.objects.count() == others


@pytest.mark.article("13.1", "15.2.e")
class TestLogRows:
    """A row of the log is kept for five years; the hash of its leaf stays, its salt goes."""

    def test_go_the_day_after_their_term(self, table: Table) -> None:
        """Sealed rows of 2 March 2026 stand on 2 March 2031, and are gone on the 3rd."""
        begin(table, IN_WEGING, "gerda", GEMEENTE, days_ago=0)
        seal_logs(table.edge(0))
        mine = LogRegel.objects.filter(op=table.now)
        count = mine.count()

        work(date(2031, 3, 2))
        assert mine.count() == count > 0
        work(date(2031, 3, 3))
        assert mine.count() == 0
        assert LogBlad.objects.filter(zout__isnull=True, regel__isnull=True).count() >= count


@pytest.mark.article("13.1", "13.3")
class TestACovenantFile:
    """The file of a covenant may name shorter terms, and no longer ones."""

    @staticmethod
    def _load(aantal: int) -> object:
        short = [{"code": "bewaren-niet-geagendeerd", "aantal": aantal, "eenheid": "maand"}]
        values = {**example("convenant.toml"), "code": "korter", "termijnen": short}
        return do(load_convenant, wie=operator(), invoer=LoadConvenant.model_validate(values), edge=night(FIRST))

    @pytest.mark.usefixtures("keys")
    def test_a_shorter_term_is_kept(self) -> None:
        """The rules count with it from then on."""
        self._load(2)
        (wie,) = systemen(day=FIRST)

        assert [(t.code, t.aantal) for t in wie.convenant.termijnen] == [("bewaren-niet-geagendeerd", 2)]

    @pytest.mark.usefixtures("keys")
    def test_a_longer_term_is_refused(self) -> None:
        """Seven months where the covenant says six at most."""
        with pytest.raises(Refused, match=r"13\.1-termijnen\.bewaren-niet-geagendeerd"):
            self._load(7)
