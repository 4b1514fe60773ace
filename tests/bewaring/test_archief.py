"""The archive at work: read item by item under a stated question, and a copy that comes back. Covenant 13.2, 13.4."""

import json
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

import pytest

from casustafel.acts.archief.archiefitem import (
    OpenArchiefitem,
    OpenArchiefitems,
    open_archiefitem,
    open_archiefitems,
)
from casustafel.acts.archief.archiefvraag import OpenArchief, StateArchiefvraag, open_archief, state_archiefvraag
from casustafel.acts.archief.find_archieven import FindArchieven, find_archieven
from casustafel.acts.archief.reactivering import (
    ask_reactivering,
    take_standpunt_reactivering,
    withdraw_reactivering,
)
from casustafel.acts.edge import LOCAL, at
from casustafel.acts.gate import Refused
from casustafel.archief.models import Dossier as ArchiefDossier
from casustafel.archief.models import LogRegel, Stuk
from casustafel.bestand.bestand import Bestand
from casustafel.convenant.archief import Vraagsoort
from casustafel.convenant.feit import DossierStaat, Keuze, Uitkomst
from casustafel.convenant.overeenstemming import Vraagstaat
from casustafel.demo.steps import Steps
from casustafel.demo.table import Table
from casustafel.jobs.nachtwerk import nachtwerk
from casustafel.jobs.relay import relay
from casustafel.kluis import store as kluis
from casustafel.weegploeg.models import Dossier
from tests.canary import Canaries
from tests.evidence.stage import Stage

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("13.2")]
MOVES_ON, FIRST = date(2027, 1, 31), date(2026, 3, 2)


@pytest.fixture
def archived(table: Table) -> UUID:
    """Move a subject with a casus to the archive."""
    Stage(table=table, canaries=Canaries()).casus()
    nachtwerk(edge=at(datetime.combine(MOVES_ON, time(2), LOCAL)))
    return ArchiefDossier.objects.get().id


def piece(herkomst: str, soort: str) -> UUID:
    """Give the first piece of a kind that came from a file."""
    found = Stuk.objects.filter(herkomst=herkomst, soort=soort).order_by("op", "volg").values_list("id", flat=True)
    return found[0]


def state(table: Table, houder_id: UUID) -> Any:
    """Let the gemeente state a complaint as the question."""
    vraag = StateArchiefvraag(houder_id=houder_id, soort=Vraagsoort.KLACHT, kenmerk="Klacht 12 (verzonnen)")
    return table.does("gerda", state_archiefvraag, vraag, days_ago=0)


def does(table: Table, name: str, act: Any, houder_id: UUID, **given: Any) -> Any:
    """Let somebody do an act after the version there is."""
    versie = ArchiefDossier.objects.get(pk=houder_id).versie
    return table.does(name, act, act.invoer(houder_id=houder_id, versie=versie, **given), days_ago=0)


class TestReading:
    """A kernpartij handles a complaint."""

    def test_opens_exactly_the_item_it_asks_for_and_the_log_keeps_for_what(self, table: Table, archived: UUID) -> None:
        """The row of the log names the purpose, the question and the item, and no other."""
        vraag_id, item_id = state(table, archived), piece("weegploeg", "signaal")
        asks = OpenArchiefitem(houder_id=archived, vraag_id=vraag_id, item_id=item_id)
        beeld = table.does("gerda", open_archiefitem, asks, days_ago=0)
        row = LogRegel.objects.filter(daad="open-archiefitem").get()

        assert {"omschrijving", "verstrekking.grondslag"} <= {veld.naam for veld in beeld.velden}
        assert (row.verwerking, row.gevolg) == ("archief raadplegen: klacht", "opened")
        assert [one for one, _versie, _hash in json.loads(row.wijzigingen)] == [str(vraag_id), str(item_id)]
        assert "Klacht 12" not in str(row.__dict__)

    def test_sees_what_there_is_and_its_own_questions_alone(self, table: Table, archived: UUID) -> None:
        """Every piece of both files by kind and day; the question of another kernpartij is not shown."""
        asks = OpenArchiefitems(houder_id=archived, vraag_id=state(table, archived))
        listed = table.does("gerda", open_archiefitems, asks, days_ago=0)
        own, other = (
            table.does(name, open_archief, OpenArchief(houder_id=archived), days_ago=0) for name in ("gerda", "omar")
        )

        assert len(listed.items) == Stuk.objects.exclude(herkomst="archief").count()
        assert [one.kenmerk for one in own.vragen] == ["Klacht 12 (verzonnen)"]
        assert other.vragen == ()

    def test_every_kind_of_item_opens(self, table: Table, archived: UUID) -> None:
        """Each under the question, one by one."""
        vraag_id = state(table, archived)
        for item_id in Stuk.objects.exclude(herkomst="archief").values_list("id", flat=True):
            asks = OpenArchiefitem(houder_id=archived, vraag_id=vraag_id, item_id=item_id)
            assert table.does("gerda", open_archiefitem, asks, days_ago=0).item.id == item_id

    def test_opens_nothing_under_the_question_of_another(self, table: Table, archived: UUID) -> None:
        """Nor without one."""
        asks = OpenArchiefitem(houder_id=archived, vraag_id=state(table, archived), item_id=piece("weegploeg", "kop"))

        with pytest.raises(Refused, match=r"13\.2-no-question"):
            table.does("omar", open_archiefitem, asks, days_ago=0)

    def test_the_list_has_numbers_and_dates(self, table: Table, archived: UUID) -> None:
        """By its number as dossier and as casus; by no other text."""
        found = [
            table.does("gerda", find_archieven, FindArchieven(nummer=nummer), days_ago=0).dossiers
            for nummer in ("W-2026-0001", "C-2026-0001", "", "verzonnen")
        ]

        assert [[one.id for one in dossiers] for dossiers in found] == [[archived], [archived], [archived], []]
        assert found[0][0].bewaard_tot == date(2031, 3, 2)

    def test_nothing_of_it_changes_its_term(self, table: Table, archived: UUID) -> None:
        """Reading is no casework."""
        state(table, archived)

        assert ArchiefDossier.objects.get().laatste_verwerking_op == FIRST


@pytest.mark.article("13.4")
class TestReactivation:
    """On the order of the three kernpartijen a copy comes to the weegploeg."""

    @staticmethod
    def _ask(table: Table, archived: UUID) -> Any:
        chosen = (piece("weegploeg", "signaal"),)
        return does(table, "gerda", ask_reactivering, archived, doelstelling="i", noodzaak="Nodig.", items=chosen)

    def _agreed(self, table: Table, archived: UUID) -> Steps:
        self._ask(table, archived)
        for name in ("omar", "petra"):
            assert not Dossier.objects.exists()
            given = {"keuze": Keuze.INSTEMMEN, "motivering": "Nodig (verzonnen)."}
            does(table, name, take_standpunt_reactivering, archived, **given)
        relay(edge=table.edge(0))
        return Steps(table=table, dossier_id=Dossier.objects.get().id)

    def test_opens_a_new_dossier_with_the_chosen_signals(self, table: Table, archived: UUID) -> None:
        """With a new id and number, a term of its own, and where it came from; only what was chosen."""
        seen = self._agreed(table, archived).seen(days_ago=0)

        assert seen.id != archived
        assert (seen.nummer, seen.staat) == ("W-2026-0002", DossierStaat.NIEUW)
        chosen = Stuk.objects.get(pk=piece("weegploeg", "signaal"))
        assert [(s.organisatie_id, s.op) for s in seen.signalen] == [(chosen.organisatie_id, chosen.op)]
        assert seen.beslis_uiterlijk_op == date(2026, 6, 2)
        assert seen.heroverweging is not None
        assert (seen.heroverweging.nummer, seen.heroverweging.doelstelling) == ("W-2026-0001", "i")
        assert seen.subject.naam

    def test_leaves_the_original_with_its_own_term(self, table: Table, archived: UUID) -> None:
        """All its pieces, and the same last day."""
        before = set(Stuk.objects.exclude(herkomst="archief").values_list("id", flat=True))
        self._agreed(table, archived)

        assert set(Stuk.objects.exclude(herkomst="archief").values_list("id", flat=True)) == before
        assert ArchiefDossier.objects.get().laatste_verwerking_op == FIRST
        beeld = table.does("gerda", open_archief, OpenArchief(houder_id=archived), days_ago=0)
        assert beeld.reactivering is not None
        assert beeld.reactivering.staat is Vraagstaat.AANGENOMEN

    @pytest.mark.article("13.3")
    def test_outcome_2_destroys_the_copy_and_not_the_original(self, table: Table, archived: UUID) -> None:
        """Six months after it."""
        steps = self._agreed(table, archived)
        steps.weigh("gerda", "gedrag", "Gewogen (verzonnen).", days_ago=0)
        steps.decide(Uitkomst.NIET_AGENDEREN, days_ago=0)
        nachtwerk(edge=at(datetime.combine(date(2026, 9, 3), time(2), LOCAL)))

        assert not Dossier.objects.exists()
        assert kluis.holders(Bestand.ARCHIEF) == {archived}

    def test_each_kernpartij_opens_what_the_pending_decision_is_about(self, table: Table, archived: UUID) -> None:
        """The chosen signaal and the head, and nothing else; once it is settled nothing."""
        vraag_id = self._ask(table, archived)
        about = OpenArchiefitems(houder_id=archived, vraag_id=vraag_id)
        listed = {one.soort for one in table.does("omar", open_archiefitems, about, days_ago=0).items}
        asks = [
            OpenArchiefitem(houder_id=archived, vraag_id=vraag_id, item_id=piece("weegploeg", soort))
            for soort in ("signaal", "weging")
        ]

        assert listed == {"signaal", "kop"}
        table.does("omar", open_archiefitem, asks[0], days_ago=0)
        with pytest.raises(Refused, match=r"13\.4-not-chosen"):
            table.does("omar", open_archiefitem, asks[1], days_ago=0)
        assert LogRegel.objects.get(daad="open-archiefitem", gevolg="opened").verwerking.endswith(": heroverweging")
        does(table, "gerda", withdraw_reactivering, archived)
        with pytest.raises(Refused, match=r"13\.2-no-question"):
            table.does("omar", open_archiefitem, asks[0], days_ago=0)

    def test_one_that_withholds_leaves_it_open(self, table: Table, archived: UUID) -> None:
        """No copy is made."""
        self._ask(table, archived)
        for name, keuze in (("omar", Keuze.ONTHOUDEN), ("petra", Keuze.INSTEMMEN)):
            does(table, name, take_standpunt_reactivering, archived, keuze=keuze, motivering="Reden (verzonnen).")
        relay(edge=table.edge(0))

        assert not Dossier.objects.exists()
        assert Stuk.objects.get(soort="reactivering").staat == Vraagstaat.OPEN
