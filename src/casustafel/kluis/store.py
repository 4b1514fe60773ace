# reason: what makes, destroys and saves a key must be read together, for the order of the steps is the safety
"""The doors of the vault: make keys, fetch a page of them in one go, destroy them, and keep a reserve of them."""

import json
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connections
from django.db.models import Q, QuerySet

from casustafel.bestand.bestand import Bestand
from casustafel.bestand.prepared import Prepared, Slot
from casustafel.bestand.turn import turn
from casustafel.kluis.hoofdsleutel import hoofdsleutel
from casustafel.kluis.models import DossierSleutel
from casustafel.ledger.note import Signer, SoftSigner, new_private_key
from casustafel.seal.envelope import KEY_BYTES, SealBroken, new_key, seal, unseal
from casustafel.seal.journal import append_line, read_lines
from casustafel.seal.keys import (
    EpochKeys,
    KeyMissing,
    read_wrapped,
    write_secret,
    write_wrapped,
)
from casustafel.seal.reserve import Entry, Reserve, ReserveMissing

LOG_ID_BYTES = 16
LOG_KEY = b"log"


@cache
def _epochs(folder: Path) -> EpochKeys:
    return EpochKeys(folder, hoofdsleutel())


def epochs() -> EpochKeys:
    """Give the epoch keys of this installation."""
    return _epochs(Path(settings.CASUSTAFEL_KEYS))


def make_keys() -> None:
    """Make the master key and the first epoch key where there are none. Safe to repeat."""
    hoofdsleutel().make()
    epochs().latest()
    write_secret(journal_path(), b"")
    write_wrapped(_log_key(), new_private_key(), master=hoofdsleutel(), place=LOG_KEY)


def check_master() -> None:
    """Use the master key, or raise `KeyMissing`."""
    hoofdsleutel().wrap(b"", place=b"health")


def check_epochs() -> None:
    """Open every epoch key, or raise `KeyMissing` or `SealBroken`."""
    keys = EpochKeys(Path(settings.CASUSTAFEL_KEYS), hoofdsleutel())
    if not keys.numbers():
        raise KeyMissing("There is no epoch key.")
    for epoch in keys.numbers():
        keys.key(epoch)


def _log_key() -> Path:
    return Path(settings.CASUSTAFEL_KEYS) / "log.key"


@cache
def _signer(path: Path) -> Signer:
    return SoftSigner(read_wrapped(path, master=hoofdsleutel(), place=LOG_KEY))


def log_signer() -> Signer:
    """Give what signs the checkpoints of the logs of this installation. Covenant 15.2.e."""
    return _signer(_log_key())


def _name(bestand: Bestand, dossier_id: UUID) -> str:
    return f"{bestand.value}|{dossier_id}"


def _place(bestand: Bestand, dossier_id: UUID) -> bytes:
    return _name(bestand, dossier_id).encode()


@cache
def _reserve(folder: Path, keys: Path) -> Reserve:
    return Reserve(folder, keys=keys, master=hoofdsleutel())


def reserve() -> Reserve:
    """Give the reserve of the vault: every key, kept up with each that is made, outside every database."""
    return _reserve(Path(settings.CASUSTAFEL_RESERVE), Path(settings.CASUSTAFEL_KEYS))


def _of_dossiers() -> QuerySet[DossierSleutel, tuple[Any, ...]]:
    rows = DossierSleutel.objects.filter(bestand=Slot("bestand"), dossier_id__in=[Slot("dossier_ids", is_many=True)])
    return rows.values_list("dossier_id", "epoch", "omhuld")


_keys = Prepared(_of_dossiers)


def _keep(bestand: Bestand, dossier_id: UUID, plain: bytes, *, op: date | None) -> dict[UUID, tuple[int, bytes]]:
    """Keep a new key under the latest epoch, or the key that is there; nothing where that epoch ended meanwhile.

    It is in the reserve before it counts: what is lost after the last backup of the vault is not lost.
    """
    keys = epochs()
    epoch = keys.latest()
    wrapped = seal(plain, key=keys.key(epoch), place=_place(bestand, dossier_id))
    with turn(Bestand.KLUIS):
        row, is_new = DossierSleutel.objects.get_or_create(
            bestand=bestand.value, dossier_id=dossier_id, defaults={"epoch": epoch, "omhuld": wrapped, "gemaakt_op": op}
        )
        is_kept = keys.has(row.epoch)
        if is_new and is_kept:
            _add_to_reserve(Entry(name=_name(bestand, dossier_id), secret=plain, op=op))
        elif is_new:
            row.delete()
    return {dossier_id: (row.epoch, bytes(row.omhuld))} if is_kept else {}


def _add_to_reserve(entry: Entry) -> None:
    """Add a key to the reserve; where none was ever begun, begin it with every key that there is."""
    if reserve().latest() is None:
        _begin_reserve(op=entry.op)
    else:
        reserve().add(entry)


class Sleutels:
    """The dossier keys of one act in one file; forgotten when the act ends."""

    __slots__ = ("_bestand", "_epochs", "_log_ids", "_open", "_wrapped")

    def __init__(self, bestand: Bestand, dossier_ids: Collection[UUID]) -> None:
        """Fetch the wrapped keys of these dossiers in one query."""
        self._bestand = bestand
        self._epochs = epochs()
        self._open: dict[UUID, bytes] = {}
        self._log_ids: dict[UUID, UUID] = {}
        self._wrapped: dict[UUID, tuple[int, bytes]] = {}
        if dossier_ids:
            rows = _keys.rows(bestand=bestand.value, dossier_ids=dossier_ids)
            self._wrapped = {dossier_id: (epoch, bytes(omhuld)) for dossier_id, epoch, omhuld in rows}

    def _unwrap(self, dossier_id: UUID) -> None:
        if dossier_id not in self._wrapped:
            raise KeyMissing(self._named(dossier_id, "it has no key"))
        epoch, wrapped = self._wrapped[dossier_id]
        if not self._epochs.has(epoch):
            epoch, wrapped = self._fetch_anew(dossier_id)
        try:
            plain = unseal(wrapped, key=self._epochs.key(epoch), place=_place(self._bestand, dossier_id))
        except SealBroken as fault:
            raise SealBroken(self._named(dossier_id, "its key does not open")) from fault
        self._open[dossier_id] = plain[:KEY_BYTES]
        self._log_ids[dossier_id] = UUID(bytes=plain[KEY_BYTES:])

    def _named(self, dossier_id: UUID, wat: str) -> str:
        return f"{self._bestand.value} {dossier_id}: {wat}"

    def _fetch_anew(self, dossier_id: UUID) -> tuple[int, bytes]:
        """Fetch a key that was wrapped anew since this act began, because its epoch ended."""
        found = _keys.first(bestand=self._bestand.value, dossier_ids=[dossier_id])
        if found is None:
            raise KeyMissing(self._named(dossier_id, "it has no key"))
        _dossier_id, epoch, wrapped = found
        self._wrapped[dossier_id] = (epoch, bytes(wrapped))
        return self._wrapped[dossier_id]

    def key(self, dossier_id: UUID) -> bytes:
        """Give the key of a dossier, or raise `KeyMissing`."""
        if dossier_id not in self._open:
            self._unwrap(dossier_id)
        return self._open[dossier_id]

    def log_id(self, dossier_id: UUID) -> UUID | None:
        """Give the log id of a dossier, or nothing where its key is gone or does not open."""
        if dossier_id not in self._log_ids:
            try:
                self._unwrap(dossier_id)
            except (KeyMissing, SealBroken):
                return None
        return self._log_ids[dossier_id]

    def make(self, dossier_id: UUID, *, op: date | None = None) -> None:
        """Make the key of a dossier on a day and commit it; one that is there already is kept."""
        plain = new_key() + new_key()[:LOG_ID_BYTES]
        while dossier_id not in self._wrapped:
            self._wrapped.update(_keep(self._bestand, dossier_id, plain, op=op))

    def forget(self) -> None:
        """Forget every unwrapped key."""
        self._open.clear()
        self._log_ids.clear()
        self._wrapped.clear()


# --- destruction: the keys that must go are left behind in an epoch whose key is destroyed ---

BATCH = 500


def journal_path() -> Path:
    """Give where the journal of what was destroyed is kept: outside every backup."""
    return Path(settings.CASUSTAFEL_JOURNAL or Path(settings.CASUSTAFEL_KEYS) / "vernietigd.jsonl")


def note_destroyed(bestand: Bestand, dossier_ids: Collection[UUID]) -> None:
    """Note that keys are about to be destroyed, where no backup reaches: a restore destroys them again. Covenant 13.1.

    On the disk before this returns. Ids and the name of the file alone; a line that is there twice means the same.
    """
    if dossier_ids:
        line = {"bestand": bestand.value, "ids": sorted(str(dossier_id) for dossier_id in dossier_ids)}
        append_line(journal_path(), json.dumps(line))


def _notes() -> Iterator[tuple[int, str, dict[str, Any] | None]]:
    """Give every line of the journal with its number and what it says, if anything."""
    for number, line in enumerate(read_lines(journal_path()), start=1):
        try:
            noted = json.loads(line)
            yield number, line, {"bestand": Bestand(noted["bestand"]), "ids": [UUID(one) for one in noted["ids"]]}
        except (ValueError, KeyError, TypeError):
            yield number, line, None


def destroyed_ids() -> dict[Bestand, set[UUID]]:
    """Give what was ever noted as destroyed, by file. A line that a crash cut short was never acted on."""
    found: dict[Bestand, set[UUID]] = {bestand: set() for bestand in Bestand}
    for _number, _line, noted in _notes():
        if noted:
            found[noted["bestand"]].update(noted["ids"])
    return found


def unreadable_notes() -> list[int]:
    """Give the number of every line of the journal that says nothing, but for those that a crash cut short."""
    return [number for number, line, noted in _notes() if not noted and not _is_cut(line)]


def _is_cut(line: str) -> bool:
    """Tell whether a line is the beginning of a note, and no more."""
    beginning = '{"bestand": "'
    return (line.startswith(beginning) or beginning.startswith(line)) and not line.endswith("}")


def destroy(bestand: Bestand, dossier_ids: Collection[UUID]) -> int:
    """Remove the keys of dossiers and tell how many were there; they are gone for good when their epoch ends."""
    with turn(Bestand.KLUIS):
        rows = DossierSleutel.objects.filter(bestand=bestand.value, dossier_id__in=list(dossier_ids))
        gone, _by_table = rows.delete()
        reserve().drop([_name(bestand, dossier_id) for dossier_id in dossier_ids])
    return gone


def end_epochs(*, op: date | None = None) -> int:
    """Begin a new epoch, wrap every key that lives anew, destroy the older epoch keys, and give the new number.

    Covenant 13.1. Reading: destroyed means unreadable everywhere. A key that was removed before this is wrapped under
    no key that exists, in whatever backup or journal it still stands; the reserve begins anew, under a new backup key.
    Each step is safe to repeat: what a crash left behind is finished by the next call.

    Keys are destroyed in a transaction that writes nothing: whatever was wrapped anew is on the disk by then.
    """
    keys, latest = epochs(), epochs().begin()
    is_done = False
    while not is_done:
        while _wrap_batch(latest):
            pass
        with turn(Bestand.KLUIS):
            _lock()
            is_done = not DossierSleutel.objects.filter(epoch__lt=latest).exists()
            if is_done:
                for epoch in keys.numbers():
                    if epoch < latest:
                        keys.destroy(epoch)
                _begin_reserve(op=op)
    return latest


def _wrap_batch(latest: int) -> int:
    """Wrap some keys of older epochs under the latest one, and tell how many there were.

    One that does not open is taken from the reserve; where it is not there either it stays as it is, for good.
    """
    key = epochs().key(latest)
    with turn(Bestand.KLUIS):
        rows = list(DossierSleutel.objects.select_for_update().filter(epoch__lt=latest)[:BATCH])
        saved = Saved()
        for row in rows:
            plain = _plain(row) or saved.get(row)
            row.epoch = latest
            if plain:
                row.omhuld = seal(plain, key=key, place=_place(Bestand(row.bestand), row.dossier_id))
        DossierSleutel.objects.bulk_update(rows, ["epoch", "omhuld"])
    return len(rows)


def _plain(row: DossierSleutel) -> bytes | None:
    """Open a wrapped key, or give nothing where it does not open."""
    try:
        key = epochs().key(row.epoch)
        return unseal(bytes(row.omhuld), key=key, place=_place(Bestand(row.bestand), row.dossier_id))
    except (KeyMissing, SealBroken, ValueError):
        return None


def _lock() -> None:
    """Let nobody make a key until this transaction ends. SQLite lets one write at a time by itself."""
    connection = connections[Bestand.KLUIS.value]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f'LOCK TABLE "{DossierSleutel._meta.db_table}" IN SHARE ROW EXCLUSIVE MODE')


def holders(bestand: Bestand, *, made_before: date | None = None) -> set[UUID]:
    """Give every dossier of a file that has a key; with a day only those whose key was made before it."""
    rows = DossierSleutel.objects.filter(bestand=bestand.value)
    if made_before is not None:
        rows = rows.filter(Q(gemaakt_op__isnull=True) | Q(gemaakt_op__lt=made_before))
    return set(rows.values_list("dossier_id", flat=True))


def unopened() -> Iterator[tuple[str, UUID, str]]:
    """Give each key that does not open in its place: its file, its dossier, and why."""
    keys = epochs()
    for bestand, dossier_id, epoch, omhuld in (
        DossierSleutel.objects.order_by("id").values_list("bestand", "dossier_id", "epoch", "omhuld").iterator()
    ):
        try:
            unseal(bytes(omhuld), key=keys.key(epoch), place=_place(Bestand(bestand), dossier_id))
        except KeyMissing:
            yield bestand, dossier_id, f"the key is wrapped under epoch {epoch}, which has no key"
        except (SealBroken, ValueError):
            yield bestand, dossier_id, "the key does not open: altered, moved or put back"


# --- the reserve: what is left where the vault is lost ---


class Saved:
    """What the reserve holds, read when it is first needed."""

    def __init__(self) -> None:
        """Read nothing yet."""
        self._secrets: dict[str, bytes] | None = None

    def get(self, row: DossierSleutel) -> bytes | None:
        """Give a key from the reserve; nothing where that cannot be read, or does not have it."""
        if self._secrets is None:
            self._secrets = self._read()
        return self._secrets.get(f"{row.bestand}|{row.dossier_id}")

    @staticmethod
    def _read() -> dict[str, bytes]:
        try:
            number = reserve().latest()
            entries = reserve().read(reserve().path(number)) if number else ()
            return {entry.name: entry.secret for entry in entries}
        except (KeyMissing, SealBroken, ReserveMissing):
            return {}


def begin_reserve(*, op: date | None) -> None:
    """Begin a new generation of the reserve with every key that there is; the older one opens no more."""
    with turn(Bestand.KLUIS):
        _lock()
        _begin_reserve(op=op)


def _begin_reserve(*, op: date | None) -> None:
    reserve().begin(_entries(), op=op, epoch=epochs().latest())


def _entries() -> Iterator[Entry]:
    """Give every key that opens, or that the reserve of before has."""
    saved = Saved()
    for row in DossierSleutel.objects.order_by("id").iterator():
        plain = _plain(row) or saved.get(row)
        if plain:
            yield Entry(name=f"{row.bestand}|{row.dossier_id}", secret=plain, op=row.gemaakt_op)


def names_of(bestand: Bestand, dossier_ids: Iterable[UUID]) -> set[str]:
    """Give the names under which the reserve knows the keys of these dossiers."""
    return {_name(bestand, dossier_id) for dossier_id in dossier_ids}


def all_names() -> set[str]:
    """Give the name of every key in the vault."""
    return {f"{bestand}|{one}" for bestand, one in DossierSleutel.objects.values_list("bestand", "dossier_id")}


def fill_from(path: Path) -> int:
    """Put back the keys of a reserve that the vault does not have, or not whole; tells how many.

    What the journal has as destroyed is not put back.
    """
    noted = {name for bestand, ids in destroyed_ids().items() for name in names_of(bestand, ids)}
    epoch = epochs().latest()
    key, filled = epochs().key(epoch), 0
    whole = _whole_names()
    for entry in reserve().read(path):
        if entry.name in noted or entry.name in whole:
            continue
        bestand, _sign, dossier_id = entry.name.partition("|")
        wrapped = seal(entry.secret, key=key, place=entry.name.encode())
        with turn(Bestand.KLUIS):
            DossierSleutel.objects.update_or_create(
                bestand=bestand,
                dossier_id=UUID(dossier_id),
                defaults={"epoch": epoch, "omhuld": wrapped, "gemaakt_op": entry.op},
            )
        filled += 1
    return filled


def _whole_names() -> set[str]:
    rows = DossierSleutel.objects.iterator()
    return {f"{row.bestand}|{row.dossier_id}" for row in rows if _plain(row) is not None}
