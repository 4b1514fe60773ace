"""What falls due, what was destroyed and what the nights did: numbers and days, for who may see them. Covenant 13."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from casustafel.acts.bewaring.certificaten import FindCertificaten, find_certificaten
from casustafel.acts.bewaring.run_nachtwerk import find_nachten
from casustafel.acts.bewaring.vervaldagen import FindVervaldagen, find_vervaldagen, find_werk_vervaldagen, merged
from casustafel.acts.edge import LOCAL, Edge, at
from casustafel.acts.gate import do
from casustafel.acts.invoer import Niets
from casustafel.convenant.feit import Rol, Uitkomst, Wie
from casustafel.demo.steps import GEMEENTE, begin
from casustafel.demo.subjects import IN_WEGING, NIET_AGENDEREN
from casustafel.demo.table import Table
from casustafel.jobs.nachtwerk import nachtwerk
from casustafel.register.models import LogRegel, Nacht
from casustafel.weegploeg.models import Dossier
from tests.canary import Canaries
from tests.evidence.stage import Stage

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("13.1")]
A_DAY = timedelta(days=1)


def on(day: date) -> Edge:
    """Stand at noon of a day."""
    return at(datetime.combine(day, time(12), LOCAL))


def ahead(wie: Wie, day: date, **given: Any) -> list[tuple[str, str, date]]:
    """List what falls due: in which file, what, when."""
    found = [do(act, wie=wie, invoer=FindVervaldagen(**given), edge=on(day)) for act in find_vervaldagen]
    return [(row.bestand, row.wat, row.op) for row in merged(found).vervaldagen]


class TestTheListAhead:
    """By number and day, the earliest first."""

    @pytest.mark.article("13.2", "13.3", "7.4")
    def test_follows_a_subject_from_file_to_archive(self, table: Table) -> None:
        """It is in the list of the file of the weegploeg, then in that of the archive, and then in none."""
        Stage(table=table, canaries=Canaries()).casus()
        begin(table, IN_WEGING, "gerda", GEMEENTE, days_ago=0)
        wie = table.who("gerda")

        assert ahead(wie, date(2026, 3, 4)) == []
        assert ahead(wie, date(2026, 3, 5), tot=date(2026, 6, 3)) == [("weegploeg", "vervalt", date(2026, 6, 3))]
        move = ("weegploeg", "naar-archief", date(2027, 1, 31))
        assert ahead(wie, date(2026, 11, 2)) == [("weegploeg", "vernietigd", date(2026, 12, 4)), move]
        nachtwerk(edge=on(date(2026, 12, 4)))
        assert ahead(wie, date(2026, 12, 4)) == [move]
        nachtwerk(edge=on(date(2027, 1, 31)))
        assert ahead(wie, date(2031, 1, 1)) == [("archief", "vernietigd", date(2031, 3, 3))]
        nachtwerk(edge=on(date(2031, 3, 3)))
        assert ahead(wie, date(2031, 3, 3)) == []

    def test_holds_a_number_and_no_name(self, table: Table) -> None:
        """For a kernpartij and for the uitvoerder, who names no task for it."""
        begin(table, IN_WEGING, "gerda", GEMEENTE, days_ago=0)
        for wie in (table.who("gerda"), replace(table.who("ulla"), taak=None)):
            invoer = FindVervaldagen(tot=date(2026, 12, 31))
            found = do(find_vervaldagen[0], wie=wie, invoer=invoer, edge=on(date(2026, 3, 5)))
            assert found.vervaldagen[0].nummer == Dossier.objects.get().nummer
            assert IN_WEGING.naam not in found.model_dump_json()

    def test_is_paged(self, table: Table) -> None:
        """Fifty to a page; what stands on the second is on no other."""
        for _ in range(26):
            begin(table, IN_WEGING, "gerda", GEMEENTE, days_ago=0)
        given = {"tot": date(2026, 12, 31)}
        first, second = (ahead(table.who("gerda"), date(2026, 3, 5), pagina=n, **given) for n in (1, 2))

        assert (len(first), len(second)) == (50, 2)


class TestReminders:
    """Thirty days ahead, derived each time."""

    @pytest.mark.parametrize(("day", "count"), [(date(2026, 5, 3), 0), (date(2026, 5, 4), 1), (date(2026, 6, 3), 0)])
    def test_of_a_lapse(self, table: Table, day: date, count: int) -> None:
        """The dossier lapses on 3 June: from 4 May on it is said, and on the day itself no more."""
        begin(table, IN_WEGING, "gerda", GEMEENTE, days_ago=0)
        found = do(find_werk_vervaldagen[0], wie=table.who("omar"), invoer=Niets(), edge=on(day)).werk

        assert [(w.stap, w.uiterlijk_op) for w in found] == [("vervalt", date(2026, 6, 3))] * count

    def test_of_destruction_in_the_archive(self, table: Table) -> None:
        """From the archive's own file."""
        Stage(table=table, canaries=Canaries()).casus()
        nachtwerk(edge=on(date(2027, 1, 31)))
        asked = [
            do(find_werk_vervaldagen[1], wie=table.who("ulla"), invoer=Niets(), edge=on(day)).werk
            for day in (date(2031, 1, 31), date(2031, 2, 1))
        ]

        assert [[(w.stap, w.uiterlijk_op) for w in found] for found in asked] == [
            [],
            [("vernietigd", date(2031, 3, 3))],
        ]


class TestCertificates:
    """By period; an auditor has the totals alone."""

    @pytest.mark.article("13.3")
    def test_are_found_by_period(self, table: Table) -> None:
        """From and up to a day; nothing of what it was is in it."""
        refused = begin(table, NIET_AGENDEREN, "gerda", GEMEENTE, days_ago=40)
        refused.weigh("gerda", "gedrag", "Gewogen (verzonnen).", days_ago=30)
        refused.decide(Uitkomst.NIET_AGENDEREN, days_ago=20)
        nummer = Dossier.objects.get().nummer
        gone_on = date(2026, 8, 11)
        nachtwerk(edge=on(gone_on))
        act, toezicht = (
            find_certificaten["weegploeg"],
            replace(table.who("gerda"), rollen=frozenset({Rol.TOEZICHTHOUDER})),
        )

        def found(wie: Wie, **given: Any) -> Any:
            return do(act, wie=wie, invoer=FindCertificaten(**given), edge=on(gone_on))

        (one,) = found(toezicht, van=gone_on, tot=gone_on).certificaten
        assert (one.artikel, one.op) == ("13.3", gone_on)
        assert nummer not in one.model_dump_json()
        assert found(toezicht, tot=gone_on - A_DAY).certificaten == ()
        assert found(toezicht, van=gone_on + A_DAY).totalen == ()
        auditor = found(replace(toezicht, rollen=frozenset({Rol.AUDITOR})))
        assert [(t.soort, t.aantal) for t in auditor.totalen] == [("dossier", 1)]
        assert auditor.certificaten == ()

    def test_say_what_was_moved(self, table: Table) -> None:
        """A certificate in each file, with the way; the archive has none yet."""
        Stage(table=table, canaries=Canaries()).casus()
        nachtwerk(edge=on(date(2027, 1, 31)))
        wie = table.who("gerda")
        ways = {
            name: [c.wijze for c in do(act, wie=wie, invoer=FindCertificaten(), edge=on(date(2027, 2, 1))).certificaten]
            for name, act in find_certificaten.items()
        }

        assert ways == {
            "weegploeg": ["verplaatst"],
            "casusoverleg": ["verplaatst"],
            "archief": [],
            "betrokkene": [],
            "toezicht": [],
        }


class TestTheNights:
    """What each night did, in numbers."""

    def test_are_kept_and_shown(self, table: Table) -> None:
        """The latest first; a row of the log names the night."""
        begin(table, IN_WEGING, "gerda", GEMEENTE, days_ago=0)
        nachtwerk(edge=on(date(2026, 6, 2)))
        nachtwerk(edge=on(date(2026, 6, 3)))
        wie = replace(table.who("ulla"), taak=None)

        found = do(find_nachten, wie=wie, invoer=Niets(), edge=on(date(2026, 6, 4)))
        assert not found.is_gemist
        assert [nacht.dag for nacht in found.nachten] == [date(2026, 6, 3), date(2026, 6, 2)]
        counted = [{g.stap: g.aantal for g in nacht.getallen}["vervallen"] for nacht in found.nachten]
        assert counted == [1, 0]
        rows = LogRegel.objects.filter(daad="run-nachtwerk").values_list("wijzigingen", flat=True)
        assert all(str(pk) in "".join(rows) for pk in Nacht.objects.values_list("pk", flat=True))

    def test_say_that_one_was_missed(self, table: Table) -> None:
        """Where neither today's night nor yesterday's was there, or none at all."""
        wie = table.who("gerda")
        assert do(find_nachten, wie=wie, invoer=Niets(), edge=on(date(2026, 6, 1))).is_gemist
        nachtwerk(edge=on(date(2026, 6, 2)))
        missed = [do(find_nachten, wie=wie, invoer=Niets(), edge=on(date(2026, 6, d))).is_gemist for d in (2, 3, 4)]

        assert missed == [False, False, True]

    def test_go_with_the_rows_of_the_log(self, table: Table) -> None:
        """After five years."""
        assert table.people
        nachtwerk(edge=on(date(2026, 6, 2)))
        nachtwerk(edge=on(date(2031, 6, 2)))
        assert Nacht.objects.count() == 2
        nachtwerk(edge=on(date(2031, 6, 3)))
        assert not Nacht.objects.filter(dag=date(2026, 6, 2)).exists()
