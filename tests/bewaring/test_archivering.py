"""The move to the archive: all of a subject goes, once, and nothing of it stays behind. Covenant 13.2."""

from datetime import date, datetime, time, timedelta
from typing import Any, get_args
from uuid import UUID

import pytest

from casustafel.acts.bewaring.archivering import NAAR_ARCHIEF, PackArchivering
from casustafel.acts.bewaring.due import systemen
from casustafel.acts.bewaring.inhoud import IN_CASUS, IN_DOSSIER, MADE_THERE
from casustafel.acts.edge import LOCAL, at
from casustafel.acts.gate import Refused, do
from casustafel.acts.weegploeg.find_dossiers import FindDossiers, find_dossiers
from casustafel.acts.weegploeg.open_dossier import OpenDossier, open_dossier
from casustafel.archief import models as archief
from casustafel.archief import store
from casustafel.bestand.bestand import Bestand
from casustafel.casusoverleg import inhoud as casus_inhoud
from casustafel.casusoverleg import models as casusoverleg
from casustafel.casusoverleg import store as casusstore
from casustafel.convenant.bewaring import Wijze
from casustafel.convenant.feit import CasusStaat, DossierStaat, Uitkomst
from casustafel.convenant.stuk import CasusStuk, DossierStuk, Herkomst
from casustafel.demo.dossiers import load
from casustafel.demo.steps import GEMEENTE, begin
from casustafel.demo.subjects import IN_WEGING
from casustafel.demo.table import Table
from casustafel.jobs.nachtwerk import Verslag, nachtwerk
from casustafel.jobs.vernietigen import destroy_marked
from casustafel.kluis import store as kluis
from casustafel.kluis.store import Sleutels
from casustafel.weegploeg import inhoud as dossier_inhoud
from casustafel.weegploeg import models as weegploeg
from casustafel.weegploeg import store as weegstore
from tests.bewaring.opened import opened
from tests.canary import Canaries
from tests.evidence.stage import Stage
from tests.reseal import reseal

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("13.2")]
A_DAY = timedelta(days=1)
FIRST = date(2026, 3, 2)
MOVES_ON = date(2027, 1, 31)
MOVED_BY = date(2027, 3, 2)
ROOMS = ((Bestand.WEEGPLOEG, weegploeg), (Bestand.CASUSOVERLEG, casusoverleg))


def work(day: date) -> Verslag:
    """Do the night's work of a day."""
    return nachtwerk(edge=at(datetime.combine(day, time(2), LOCAL)))


class TestASubjectWithACasus:
    """The last casework was on 2 March 2026; it moves on 31 January 2027, and may stay until 2 March."""

    def test_moves_from_both_files_thirty_days_ahead(self, table: Table) -> None:
        """Not a day before; then no row, piece, bundle or key is left outside the archive."""
        Stage(table=table, canaries=Canaries()).casus()
        dossier_id = weegploeg.Dossier.objects.get().id
        casus_id = casusoverleg.Casus.objects.get().id

        assert work(MOVES_ON - A_DAY).ingepakt == 0
        done = work(MOVES_ON)
        assert (done.ingepakt, done.bezorgd_aan_archief, done.verplaatst, done.vernietigd) == (1, 2, 2, 0)
        for bestand, tables in ROOMS:
            assert not tables.Stuk.objects.exists()
            assert not tables.Uitgaand.objects.exists()
            assert kluis.holders(bestand) == set()
        assert not weegploeg.Dossier.objects.exists()
        assert not casusoverleg.Casus.objects.exists()
        assert kluis.holders(Bestand.ARCHIEF) == {dossier_id}
        assert kluis.destroyed_ids()[Bestand.CASUSOVERLEG] == {casus_id}

    def test_stands_in_the_archive_with_both_numbers_and_the_last_day_of_casework(self, table: Table) -> None:
        """That day is the later one of the two files."""
        Stage(table=table, canaries=Canaries()).casus()
        reseal(weegploeg.Dossier.objects.all(), laatste_verwerking_op=FIRST - 9 * A_DAY)
        nummer = weegploeg.Dossier.objects.get().nummer
        work(MOVES_ON)

        (row,) = archief.Dossier.objects.all()
        assert (row.nummer, row.casus_nummer) == (nummer, "C-2026-0001")
        assert (row.laatste_verwerking_op, row.gearchiveerd_op) == (FIRST, MOVES_ON)

    def test_leaves_a_certificate_in_each_file_that_says_moved(self, table: Table) -> None:
        """On 13.2, with the way "verplaatst"."""
        Stage(table=table, canaries=Canaries()).casus()
        work(MOVES_ON)
        convenant_id = table.people["gerda"].convenant_id

        for one in (weegstore, casusstore):
            (certificaat,) = one.vernietiging.certificates(convenant_id)
            assert (certificaat.artikel, certificaat.wijze) == ("13.2", Wijze.VERPLAATST)

    def test_is_destroyed_in_the_archive_five_years_after_the_last_casework(self, table: Table) -> None:
        """Whenever it was moved; with a certificate of its own."""
        Stage(table=table, canaries=Canaries()).casus()
        work(MOVES_ON)
        dossier_id = archief.Dossier.objects.get().id

        assert work(date(2031, 3, 2)).vernietigd == 0
        assert work(date(2031, 3, 3)).vernietigd == 1
        assert not archief.Dossier.objects.exists()
        assert not archief.Stuk.objects.exists()
        assert kluis.destroyed_ids()[Bestand.ARCHIEF] == {dossier_id}
        (one,) = store.vernietiging.certificates(table.people["gerda"].convenant_id)
        assert (one.artikel, one.wijze, one.aantallen["archiefdossier"]) == ("13.1", Wijze.VERNIETIGD, 1)

    def test_is_destroyed_at_once_where_no_night_came_for_five_years(self, table: Table) -> None:
        """It does not go to the archive first."""
        Stage(table=table, canaries=Canaries()).casus()

        done = work(date(2031, 3, 3))
        assert (done.ingepakt, done.vernietigd) == (0, 2)
        assert not archief.Dossier.objects.exists()

    def test_moves_three_months_after_it_was_closed(self, table: Table) -> None:
        """Its work is done."""
        Stage(table=table, canaries=Canaries()).casus()
        reseal(weegploeg.Dossier.objects.all(), staat=DossierStaat.AFGESLOTEN.value)
        reseal(casusoverleg.Casus.objects.all(), staat=CasusStaat.AFGESLOTEN.value, afgesloten_op=FIRST)

        assert work(date(2026, 6, 1)).ingepakt == 0
        assert work(date(2026, 6, 2)).verplaatst == 2

    def test_is_there_for_nobody_outside_the_archive(self, table: Table) -> None:
        """Not in a list, not by its id."""
        Stage(table=table, canaries=Canaries()).casus()
        dossier_id = weegploeg.Dossier.objects.get().id
        work(MOVES_ON)

        assert table.does("gerda", find_dossiers, FindDossiers(), days_ago=0).dossiers == ()
        with pytest.raises(Refused, match="not-there"):
            table.does("gerda", open_dossier, OpenDossier(houder_id=dossier_id), days_ago=0)


class TestWhoWasNotPutOnTheAgenda:
    """Six months, and then destroyed: never archived. Covenant 13.3."""

    @pytest.mark.article("13.3")
    def test_never_goes_to_the_archive(self, table: Table) -> None:
        """Neither after outcome 2 nor where nobody decided."""
        refused = begin(table, IN_WEGING, "gerda", GEMEENTE, days_ago=0)
        refused.weigh("gerda", "gedrag", "Gewogen (verzonnen).", days_ago=0)
        refused.decide(Uitkomst.NIET_AGENDEREN, days_ago=0)
        begin(table, IN_WEGING, "gerda", GEMEENTE, days_ago=0)
        for month in range(1, 13):
            assert work(date(2026 + (month < 3), month, 28)).ingepakt == 0

        assert not archief.Dossier.objects.exists()
        assert not weegploeg.Dossier.objects.exists()

    def test_what_was_put_on_the_agenda_without_a_casus_does(self, table: Table) -> None:
        """The decision was taken, and the hand-over never came."""
        steps = begin(table, IN_WEGING, "gerda", GEMEENTE, days_ago=0)
        steps.weigh("gerda", "gedrag", "Gewogen (verzonnen).", days_ago=0)
        steps.decide(Uitkomst.AGENDEREN, days_ago=0)

        assert work(MOVES_ON).verplaatst == 1
        assert archief.Dossier.objects.get().casus_nummer == ""


class TestNothingIsLeftOut:
    """Every kind of piece that a file may hold has its place in the schema of what moves."""

    def test_each_kind_is_in_the_schema(self) -> None:
        """A kind that is added and not given a place fails here, before a night finds it."""
        assert set(IN_DOSSIER) == set(DossierStuk)
        assert set(IN_CASUS) == set(CasusStuk)
        assert set(get_args(dossier_inhoud.Inhoud)) <= set(IN_DOSSIER.values())
        made = {kind for name, kind in vars(casus_inhoud).items() if name.endswith("Inhoud")}
        assert made == {kind for kind in IN_CASUS.values() if kind.__module__ == casus_inhoud.__name__}

    def test_every_piece_of_the_demo_arrives_as_it_was(self, table: Table) -> None:
        """The same id, days, state and content, of every subject that was put on the agenda."""
        load(table)
        weegploeg.Dossier.objects.filter(staat__in=["nieuw", "in-weging", "informatie-gevraagd"]).delete()
        weegploeg.Dossier.objects.filter(staat__in=["niet-agenderen", "opgegaan"]).delete()
        left = list(weegploeg.Dossier.objects.values_list("id", flat=True))
        weegploeg.Stuk.objects.exclude(houder_id__in=left).delete()
        before = {**opened(*ROOMS[0]), **opened(*ROOMS[1])}
        work(FIRST + 360 * A_DAY)
        after = opened(Bestand.ARCHIEF, archief)
        made = archief.Stuk.objects.filter(soort__in=[kind.value for kind in MADE_THERE])

        assert not weegploeg.Stuk.objects.exists()
        assert not casusoverleg.Stuk.objects.exists()
        assert after.keys() - set(made.values_list("id", flat=True)) == before.keys()
        for piece_id, (*beside, content) in before.items():
            *beside_after, content_after = after[piece_id]
            assert beside_after == beside
            assert content_after.items() >= content.items()

    def test_the_head_of_each_file_and_the_meetings_go_along(self, table: Table) -> None:
        """Whom it was about, its days, how the log knew it, and at which meetings it was discussed."""
        Stage(table=table, canaries=Canaries()).casus()
        dossier = weegploeg.Dossier.objects.get()
        log_id = Sleutels(Bestand.WEEGPLOEG, [dossier.id]).log_id(dossier.id)
        met = weegploeg.Overleg.objects.create(
            id=table.edge(0).new_id(),
            convenant_id=dossier.convenant_id,
            nummer="O-2026-12345",
            op=FIRST,
            van="10:00",
            staat="afgerond",
        )
        weegploeg.AgendaPunt.objects.create(overleg_id=met.id, houder_id=dossier.id, volg=1, is_besproken=True)
        by = table.people["gerda"]
        weegploeg.Aanwezige.objects.create(
            overleg_id=met.id, organisatie_id=by.organisatie_id, medewerker_id=by.medewerker_id, op=table.now
        )
        work(MOVES_ON)
        found = opened(Bestand.ARCHIEF, archief)
        made = {
            (row.herkomst, row.soort): found[row.id][-1]
            for row in archief.Stuk.objects.filter(soort__in=["kop", "overleg"])
        }

        assert made[Herkomst.WEEGPLOEG, "kop"]["log_id"] == str(log_id)
        assert made[Herkomst.WEEGPLOEG, "kop"]["naw"] == made[Herkomst.CASUSOVERLEG, "kop"]["naw"]
        assert made[Herkomst.WEEGPLOEG, "overleg"] == {
            "nummer": "O-2026-12345",
            "op": "2026-03-02",
            "is_besproken": True,
            "organisaties": [str(by.organisatie_id)],
            "medewerkers": [str(by.medewerker_id)],
        }
        assert not weegploeg.Overleg.objects.exists()


class TestTwoParts:
    """Both parts of a subject move, or neither."""

    def test_one_packed_alone_stays_after_casework_in_the_other_file(self, table: Table) -> None:
        """A crash between the two, and casework before the next night: the first is given back, nothing was carried."""
        Stage(table=table, canaries=Canaries()).casus()
        night = at(datetime.combine(MOVES_ON, time(2), LOCAL))
        self._pack(table, Bestand.CASUSOVERLEG, casusoverleg.Casus.objects.get().id, night)
        reseal(weegploeg.Dossier.objects.all(), laatste_verwerking_op=MOVES_ON)

        done = work(MOVES_ON)
        assert (done.bezorgd, done.ingepakt, done.verplaatst) == (0, 0, 0)
        row = casusoverleg.Casus.objects.get()
        assert (row.vernietigen_op, row.gearchiveerd_op) == (None, None)
        assert not casusoverleg.Uitgaand.objects.exists()
        assert not archief.Dossier.objects.exists()

    def test_one_packed_alone_is_followed_by_the_other(self, table: Table) -> None:
        """Without casework in between."""
        Stage(table=table, canaries=Canaries()).casus()
        night = at(datetime.combine(MOVES_ON, time(2), LOCAL))
        self._pack(table, Bestand.CASUSOVERLEG, casusoverleg.Casus.objects.get().id, night)

        assert work(MOVES_ON).verplaatst == 2

    def test_what_waits_keeps_its_key(self, table: Table) -> None:
        """A part whose bundle did not arrive is not destroyed, however often the night comes."""
        Stage(table=table, canaries=Canaries()).casus()
        night = at(datetime.combine(MOVES_ON, time(2), LOCAL))
        for bestand, houders in ((Bestand.CASUSOVERLEG, casusoverleg.Casus), (Bestand.WEEGPLOEG, weegploeg.Dossier)):
            self._pack(table, bestand, houders.objects.get().id, night)
        assert not destroy_marked(edge=night)
        assert len(kluis.holders(Bestand.CASUSOVERLEG) | kluis.holders(Bestand.WEEGPLOEG)) == 2

    @staticmethod
    def _pack(table: Table, bestand: Bestand, houder_id: UUID, night: Any) -> None:
        convenant_id = table.people["gerda"].convenant_id
        (wie,) = [one for one in systemen(day=night.day) if one.convenant.id == convenant_id]
        invoer = PackArchivering(houder_id=houder_id, elders_op=FIRST)
        do(NAAR_ARCHIEF[bestand].pack, wie=wie, invoer=invoer, edge=night)
