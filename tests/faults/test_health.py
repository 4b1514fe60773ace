"""What is damaged is noticed and named, by file, table and id, never with content. Covenant 15.1."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.apps import apps

from casustafel.acts.edge import Edge
from casustafel.acts.gaafheid import KEURINGEN
from casustafel.acts.toezicht.verzegelen import seal_logs
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.gaafheid import Gebrek
from casustafel.bestand.tabel import VerzegeldTabel
from casustafel.casusoverleg import models as casusoverleg
from casustafel.cli import main
from casustafel.demo.dossiers import load
from casustafel.demo.steps import GEMEENTE, Steps
from casustafel.demo.table import Table
from casustafel.jobs.gezondheid import health
from casustafel.kluis import store as kluis
from casustafel.kluis.models import DossierSleutel
from casustafel.seal.envelope import seal
from casustafel.weegploeg import models as weegploeg

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("15.1")]
DOES_NOT_OPEN = "the sealed row does not open: altered, moved, put back, or under another key"


@pytest.fixture
def worked(table: Table) -> Table:
    """Fill both files with the invented dossiers."""
    load(table)
    return table


def look(table: Table, *, is_deep: bool = True) -> list[Gebrek]:
    """Look at everything, a moment after the work."""
    return health(edge=Edge(now=table.now + timedelta(minutes=1)), is_deep=is_deep, told=lambda _step, _found: None)


def signaal() -> weegploeg.Stuk:
    """Give one signaal."""
    return weegploeg.Stuk.objects.filter(soort="signaal").order_by("volg")[0]


def put(row: VerzegeldTabel, **fields: Any) -> None:
    """Write columns of a row past every door."""
    type(row)._default_manager.filter(pk=row.pk).update(**fields)


def flip(row: Any, column: str) -> None:
    """Flip one bit in the middle of a column."""
    changed = bytearray(getattr(row, column))
    changed[len(changed) // 2] ^= 1
    type(row)._default_manager.filter(pk=row.pk).update(**{column: bytes(changed)})


class TestAnInstallationThatIsWell:
    """Nothing is found where nothing is wrong."""

    def test_has_no_findings_and_every_opening_stands_in_the_log(self, worked: Table) -> None:
        """The check opens by the gate: each dossier has a row that says so, by the system."""
        assert look(worked) == []

        rows = weegploeg.LogRegel.objects.filter(daad="check-bestand-weegploeg")
        assert rows.count() == weegploeg.Dossier.objects.count()
        assert set(rows.values_list("gevolg", "rollen", "medewerker_id")) == {("opened", "systeem", None)}


def swap(table: Table) -> tuple[str, str]:
    """Give two signals each other's content."""
    assert table.people
    one, two = weegploeg.Stuk.objects.filter(soort="signaal").order_by("volg")[:2]
    put(one, verzegeld=two.verzegeld)
    put(two, verzegeld=one.verzegeld)
    return str(one.id), DOES_NOT_OPEN


def alter(_table: Table) -> tuple[str, str]:
    """Flip one bit of a row."""
    row = signaal()
    flip(row, "verzegeld")
    return str(row.id), DOES_NOT_OPEN


def move(_table: Table) -> tuple[str, str]:
    """Hang a signaal under another dossier."""
    row = signaal()
    other = weegploeg.Dossier.objects.exclude(pk=row.houder_id)[0]
    put(row, houder_id=other.id)
    return str(row.id), DOES_NOT_OPEN


def put_back(table: Table) -> tuple[str, str]:
    """Put a whole row back as it was, version and content together: it opens, and only the log knows better."""
    older = weegploeg.Dossier.objects.filter(staat="in-weging")[0]
    Steps(table=table, dossier_id=older.id).signaal("gerda", "Nog iets (verzonnen).", GEMEENTE, days_ago=0)
    older.save(force_update=True)
    return str(older.id), f"the row is at version {older.versie}, the log at {older.versie + 1}"


def remove(_table: Table) -> tuple[str, str]:
    """Take a signaal out of the table."""
    row = signaal()
    weegploeg.Stuk.objects.filter(pk=row.pk).delete()
    return str(row.id), "the row is gone, and the log does not say why"


def slip_in(_table: Table) -> tuple[str, str]:
    """Put a row in beside the doors, sealed with the key of its dossier."""
    row = signaal()
    row.id, row.versie = uuid4(), 1
    keys = kluis.Sleutels(Bestand.WEEGPLOEG, [row.houder_id])
    row.verzegeld = seal(b"{}", key=keys.key(row.houder_id), place=f"weegploeg|Stuk|{row.bound()}".encode())
    row.save(force_insert=True)
    return str(row.id), "the log knows no change that made this row"


def orphan(_table: Table) -> tuple[str, str]:
    """Take the row of a dossier away, and leave what hangs on it."""
    row = signaal()
    weegploeg.Dossier.objects.filter(pk=row.houder_id).delete()
    return str(row.id), "what it belongs to is not there"


def lose_key(_table: Table) -> tuple[str, str]:
    """Lose the key of a dossier."""
    row = signaal()
    DossierSleutel.objects.filter(dossier_id=row.houder_id).delete()
    return str(row.houder_id), "it has no key: nothing of it can be opened"


def alter_key(_table: Table) -> tuple[str, str]:
    """Flip one bit of a wrapped key."""
    row = DossierSleutel.objects.order_by("id")[0]
    flip(row, "omhuld")
    return str(row.dossier_id), "the key does not open: altered, moved or put back"


def put_key_back(_table: Table) -> tuple[str, str]:
    """Put back a key of which the journal says that it was destroyed."""
    row = DossierSleutel.objects.filter(bestand="weegploeg").order_by("id")[0]
    kluis.note_destroyed(Bestand.WEEGPLOEG, [row.dossier_id])
    return str(row.dossier_id), "it was destroyed, and its key is there; the night's work or a restore destroys it"


def spare_key(table: Table) -> tuple[str, str]:
    """Leave a key of some days ago without a record."""
    spare = uuid4()
    kluis.Sleutels(Bestand.CASUSOVERLEG, ()).make(spare, op=table.edge(3).day)
    return str(spare), "the key belongs to no record"


def lose_casus(_table: Table) -> tuple[str, str]:
    """Take a casus away that a dossier was handed over to."""
    casus = casusoverleg.Casus.objects.order_by("nummer")[0]
    casusoverleg.Stuk.objects.filter(houder_id=casus.id).delete()
    casusoverleg.Casus.objects.filter(pk=casus.id).delete()
    return str(casus.dossier_id), "its other part is not in casusoverleg, and no bundle is under way"


def cross(_table: Table) -> tuple[str, str]:
    """Let a dossier name the casus of another."""
    one, two = casusoverleg.Casus.objects.order_by("nummer")[:2]
    weegploeg.Dossier.objects.filter(pk=one.dossier_id).update(casus_id=two.id)
    return str(one.dossier_id), "its other part in casusoverleg names another one"


DAMAGE: tuple[Callable[[Table], tuple[str, str]], ...] = (
    *(swap, alter, move, put_back, remove, slip_in, orphan),
    *(lose_key, alter_key, put_key_back, spare_key, lose_casus, cross),
)


class TestDamage:
    """Each kind of damage, one at a time."""

    @pytest.mark.parametrize("damage", DAMAGE)
    def test_is_named(self, worked: Table, damage: Callable[[Table], tuple[str, str]]) -> None:
        """The row is named with what is wrong with it."""
        row_id, wat = damage(worked)

        found = look(worked)

        assert (row_id, wat) in {(one.id, one.wat) for one in found}
        assert "erzonnen" not in repr(found)

    def test_a_row_of_the_log_that_was_changed_is_named(self, worked: Table) -> None:
        """The logs are computed anew as well."""
        seal_logs(worked.edge(0))
        row = weegploeg.LogRegel.objects.filter(daad="open-dossier")[0]
        weegploeg.LogRegel.objects.filter(pk=row.pk).update(daad="find-dossiers")

        assert "row is not the one that was sealed" in {one.wat for one in look(worked)}

    def test_a_line_of_the_journal_that_was_changed_is_named(self, worked: Table, keys: Path) -> None:
        """By its number; a line that a crash cut short is none."""
        kluis.note_destroyed(Bestand.WEEGPLOEG, [UUID(int=1)])
        path = keys / "vernietigd.jsonl"
        path.write_text('{"bestand": "weegpl\n' + path.read_text().replace("weegploeg", "weegploek"))

        (found,) = look(worked, is_deep=False)
        assert (found.tabel, found.id) == ("vernietigd.jsonl", "2")

    def test_a_lost_epoch_key_is_named_once_for_each_dossier(self, worked: Table, keys: Path) -> None:
        """And what can be looked at is looked at all the same."""
        kluis.epochs().begin()
        (keys / "epoch-000001.key").unlink()
        lost = DossierSleutel.objects.count()

        whys = [one.wat for one in look(worked) if one.bestand == "kluis"]
        assert len(whys) == lost
        assert set(whys) == {"the key is wrapped under epoch 1, which has no key"}

    def test_a_lost_master_key_is_named(self, worked: Table, keys: Path) -> None:
        """Quickly too."""
        (keys / "master.key").unlink()

        assert "master.key" in {one.tabel for one in look(worked, is_deep=False)}


class TestEveryTable:
    """No sealed table is forgotten."""

    def test_that_holds_sealed_rows_is_looked_at(self) -> None:
        """Whatever room it stands in."""
        looked_at = {tabel for keuring in KEURINGEN.values() for tabel in keuring.gaafheid.sealed()}

        assert {model for model in apps.get_models() if issubclass(model, VerzegeldTabel)} == looked_at


class TestTheCommand:
    """`casustafel health` for a monitor: exit code, and JSON that stays the same."""

    @pytest.mark.usefixtures("the_day")
    def test_answers_0_and_1_and_names_what_is_wrong(self, worked: Table, capsys: pytest.CaptureFixture[str]) -> None:
        """Well, then with one bit flipped."""
        assert worked.people
        assert main(["health", "--deep"]) == 0
        row = signaal()
        flip(row, "verzegeld")
        capsys.readouterr()

        assert main(["health", "--deep", "--json"]) == 1
        told = json.loads(capsys.readouterr().out)
        finding = {"file": "weegploeg", "table": "Stuk", "id": str(row.id), "what": DOES_NOT_OPEN}
        assert not told["isWell"]
        assert finding in told["findings"]
        assert told["steps"]["weegploeg"] == len(told["findings"])

    def test_answers_2_for_wrong_use(self) -> None:
        """An option that is none."""
        with pytest.raises(SystemExit) as stopped:
            main(["health", "--deeper"])
        assert stopped.value.code == 2
