"""The reserve of the vault: every key is in it before it counts, and what was destroyed opens in no copy of it."""

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from casustafel.acts.bewaring.reserve import (
    KluisIncomplete,
    begin_anew,
    refuse_incomplete,
    renew_reserve,
    reserve_faults,
    unsaved_keys,
)
from casustafel.bestand.bestand import Bestand
from casustafel.demo.steps import GEMEENTE, begin
from casustafel.demo.subjects import IN_WEGING
from casustafel.demo.table import Table
from casustafel.kluis import store
from casustafel.kluis.models import DossierSleutel
from casustafel.seal.keys import KeyMissing
from casustafel.seal.reserve import Entry, Reserve, ReserveMissing

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("13.1", "15.1")]
FILE, DAY = Bestand.WEEGPLOEG, date(2026, 3, 2)


def made(*, op: date = DAY) -> UUID:
    """Make a key."""
    dossier_id = uuid4()
    store.Sleutels(FILE, ()).make(dossier_id, op=op)
    return dossier_id


def path() -> Path:
    """Give the file of the reserve."""
    number = store.reserve().latest()
    assert number
    return store.reserve().path(number)


def held() -> dict[str, bytes]:
    """Open what the reserve holds."""
    return {entry.name: entry.secret for entry in store.reserve().read(path())}


@pytest.mark.usefixtures("keys")
class TestAKey:
    """From its making to its destruction."""

    def test_is_in_the_reserve_as_soon_as_it_is_in_the_vault(self) -> None:
        """With its file, its day, and what it opens."""
        one, two = made(), made()

        found = {entry.name: (entry.secret[:32], entry.op) for entry in store.reserve().read(path())}
        assert found == {f"weegploeg|{id_}": (store.Sleutels(FILE, [id_]).key(id_), DAY) for id_ in (one, two)}

    def test_that_cannot_be_added_is_not_made(self, keys: Path) -> None:
        """Where the reserve is gone, no dossier can begin that it would not know."""
        made()
        path().rename(keys / "elsewhere")
        before = DossierSleutel.objects.count()

        with pytest.raises(ReserveMissing):
            made()
        assert DossierSleutel.objects.count() == before

    def test_that_was_removed_is_in_it_no_longer(self) -> None:
        """Its name neither."""
        gone, kept = made(), made()
        store.destroy(FILE, [gone])

        assert set(held()) == store.reserve().names() == {f"weegploeg|{kept}"}

    def test_that_was_destroyed_opens_in_no_copy(self) -> None:
        """The backup key of the copy of before is destroyed with the epoch."""
        gone, kept = made(), made()
        copy = path().with_name("copy")
        copy.write_bytes(path().read_bytes())
        store.destroy(FILE, [gone])
        store.end_epochs(op=DAY)

        assert not store.reserve().opens(copy)
        with pytest.raises(KeyMissing):
            list(store.reserve().read(copy))
        assert set(held()) == {f"weegploeg|{kept}"}

    def test_made_anew_after_a_crash_is_the_last_one(self, keys: Path) -> None:
        """A line that was cut short says nothing, and of two lines the last one counts."""
        reserve, name = store.reserve(), "weegploeg|x"
        made()
        reserve.add(Entry(name=name, secret=b"first", op=None))
        reserve.add(Entry(name=name, secret=b"last", op=None))
        with path().open("a") as file:
            file.write('{"naam": "weegploeg|y", "op')

        assert held()[name] == b"last"
        reserve.add(Entry(name="weegploeg|z", secret=b"z", op=None))
        assert held()["weegploeg|z"] == b"z"
        assert keys.is_dir()


@pytest.mark.usefixtures("keys")
class TestADamagedVault:
    """What the reserve puts back."""

    def test_gets_back_what_it_lacks_and_what_does_not_open(self) -> None:
        """And keeps what is whole."""
        lost, altered, whole = made(), made(), made()
        before = {one: store.Sleutels(FILE, [one]).key(one) for one in (lost, altered, whole)}
        DossierSleutel.objects.filter(dossier_id=lost).delete()
        DossierSleutel.objects.filter(dossier_id=altered).update(omhuld=b"0" * 76)

        assert store.fill_from(path()) == 2
        assert {one: store.Sleutels(FILE, [one]).key(one) for one in before} == before

    def test_gets_back_nothing_that_the_journal_has_as_destroyed(self) -> None:
        """Whatever the reserve still holds."""
        gone = made()
        DossierSleutel.objects.filter(dossier_id=gone).delete()
        store.note_destroyed(FILE, [gone])

        assert store.fill_from(path()) == 0
        assert store.holders(FILE) == set()

    def test_is_mended_when_an_epoch_ends(self) -> None:
        """A key that does not open hinders the destruction of others not at all."""
        altered, gone = made(), made()
        before = store.Sleutels(FILE, [altered]).key(altered)
        DossierSleutel.objects.filter(dossier_id=altered).update(omhuld=b"0" * 76)
        store.destroy(FILE, [gone])
        store.end_epochs(op=DAY)

        assert store.Sleutels(FILE, [altered]).key(altered) == before


class TestTheDaysOfABackupKey:
    """Seven, or what a setting says; and never longer than its epoch."""

    @pytest.mark.usefixtures("keys")
    def test_end_after_seven_days(self) -> None:
        """Not on the sixth day after it began, and on the seventh."""
        made()
        assert [renew_reserve(day=DAY + timedelta(days=n)) for n in (0, 6, 7, 7)] == [False, False, True, False]

    @pytest.mark.usefixtures("keys")
    def test_end_when_a_clock_was_put_back(self) -> None:
        """A backup key of a day to come would live too long."""
        made(op=DAY + timedelta(days=1))
        assert renew_reserve(day=DAY)

    @pytest.mark.usefixtures("keys")
    def test_are_looked_at_with_a_day_of_grace(self) -> None:
        """The night comes after the day."""
        made()
        assert [bool(list(reserve_faults(day=DAY + timedelta(days=n)))) for n in (0, 7, 8)] == [False, False, True]

    def test_do_not_end_while_the_vault_lacks_keys(self, table: Table) -> None:
        """Begun anew now, the reserve would lose them for good; somebody who knows better may."""
        dossier_id = begin(table, IN_WEGING, "gerda", GEMEENTE, days_ago=0).dossier_id
        DossierSleutel.objects.filter(dossier_id=dossier_id).delete()

        with pytest.raises(KluisIncomplete):
            renew_reserve(day=DAY + timedelta(days=9))
        assert set(held()) == {f"weegploeg|{dossier_id}"}
        begin_anew(day=DAY)
        refuse_incomplete()
        assert held() == {}


@pytest.mark.usefixtures("keys")
class TestTheLook:
    """What `health` says of the reserve."""

    def test_names_a_reserve_that_is_gone_or_does_not_open(self, keys: Path) -> None:
        """No file, no backup key, none at all."""
        assert [one.wat for one in reserve_faults(day=DAY)] == ["there is none yet; run casustafel migrate"]
        made()
        assert list(reserve_faults(day=DAY)) == []
        (keys / "reserve-000001.key").rename(keys / "away")
        assert [one.wat for one in reserve_faults(day=DAY)] == ["its backup key is not there"]
        (keys / "away").rename(keys / "reserve-000001.key")
        path().unlink()
        (found,) = reserve_faults(day=DAY)
        assert found.wat.startswith("There is no reserve of the keys in ")

    def test_names_a_key_that_the_reserve_lacks(self) -> None:
        """By its file and dossier."""
        one = made()
        lines = path().read_text().splitlines(keepends=True)
        path().write_text("".join(line for line in lines if str(one) not in line))

        assert [(found.tabel, found.id) for found in unsaved_keys()] == [("weegploeg", str(one))]


class TestANewGeneration:
    """Begun whole or not at all."""

    def test_that_could_not_be_written_leaves_the_older_one(self, keys: Path, tmp_path: Path) -> None:
        """Its backup key as well."""
        reserve = Reserve(tmp_path / "own", keys=keys, master=store.epochs()._master)  # noqa: SLF001  # the test's own
        reserve.begin([Entry(name="a", secret=b"a", op=DAY)], op=DAY, epoch=1)

        def broken() -> object:
            yield Entry(name="b", secret=b"b", op=DAY)
            raise OSError("no space left")

        with pytest.raises(OSError, match="no space"):
            reserve.begin(broken(), op=DAY, epoch=2)  # type: ignore[arg-type]  # it yields entries, then fails
        number = reserve.latest()
        assert number == 1
        assert [entry.secret for entry in reserve.read(reserve.path(number))] == [b"a"]
