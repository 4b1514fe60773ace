"""The reserve of the vault: kept fresh, never begun anew from a vault that lost keys, copied into backups. No act.

The vault has no log and shows nothing; a key of its own opens nothing but what the gate lets open.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings

from casustafel.acts.bewaring.vernietiging import STAPPEN
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.gaafheid import Gebrek
from casustafel.bestand.turn import turn
from casustafel.convenant.bewaring import A_DAY
from casustafel.kluis import store as kluis
from casustafel.seal.envelope import SealBroken
from casustafel.seal.keys import KeyMissing, sync_file
from casustafel.seal.reserve import ReserveMissing


class KluisIncomplete(Exception):
    """The vault lacks keys of dossiers that are there: nothing is destroyed before these are put back."""


def records() -> set[str]:
    """Give the name of the key of every dossier and casus that has a row, and was not destroyed."""
    noted = kluis.destroyed_ids()
    found: set[str] = set()
    for bestand, stappen in STAPPEN.items():
        found |= kluis.names_of(bestand, stappen.tabellen.all_ids() - noted[bestand])
    return found


def lost() -> set[str]:
    """Give the names of keys that the vault lacks and the reserve may have."""
    missing = records() - kluis.all_names()
    if not missing:
        return missing
    try:
        return missing & kluis.reserve().names()
    except ReserveMissing:
        return missing


def refuse_incomplete() -> None:
    """Raise `KluisIncomplete` where the reserve is needed: a new one, begun now, would lose these keys for good."""
    missing = lost()
    if missing:
        text = (
            f"The vault lacks the keys of {len(missing)} dossiers. Stop the product and run casustafel restore --kluis."
        )
        raise KluisIncomplete(text)


def renew_reserve(*, day: date) -> bool:
    """Begin the reserve anew where its backup key has lived its days, or an epoch ended since; tells whether it did."""
    head = kluis.reserve().head()
    if head is not None and head.epoch == kluis.epochs().latest() and _is_young(head.op, day=day):
        return False
    refuse_incomplete()
    kluis.begin_reserve(op=day)
    return True


def begin_first(*, day: date) -> None:
    """Begin the reserve where none was ever begun: a new installation, or one of before there was a reserve."""
    if kluis.reserve().latest() is None:
        kluis.begin_reserve(op=day)


def begin_anew(*, day: date) -> None:
    """Begin the reserve anew from the vault as it is: for who lost the reserve, and knows that the vault is whole."""
    kluis.begin_reserve(op=day)


def _is_young(op: date | None, *, day: date, grace: timedelta = timedelta()) -> bool:
    """Tell whether a backup key is within its days; one of a day to come is not, for a clock was put back."""
    return op is not None and timedelta() <= day - op < timedelta(days=settings.CASUSTAFEL_RESERVE_DAYS) + grace


def reserve_faults(*, day: date) -> Iterator[Gebrek]:
    """Give what is wrong with the reserve as it stands; opens nothing."""
    try:
        head = kluis.reserve().head()
    except (ReserveMissing, SealBroken) as fault:
        yield Gebrek(bestand="reserve", wat=str(fault) or "the reserve cannot be read")
        return
    if head is None:
        yield Gebrek(bestand="reserve", wat="there is none yet; run casustafel migrate")
    elif not kluis.reserve().opens(kluis.reserve().path(head.number)):
        yield Gebrek(bestand="reserve", id=str(head.number), wat="its backup key is not there")
    elif head.epoch != kluis.epochs().latest() or not _is_young(head.op, day=day, grace=A_DAY):
        wat = "it is older than it may be; the night's work begins it anew"
        yield Gebrek(bestand="reserve", id=str(head.number), wat=wat)


def unsaved_keys() -> Iterator[Gebrek]:
    """Give every key in the vault that the reserve does not have."""
    for name in sorted(kluis.all_names() - kluis.reserve().names()):
        bestand, _sign, dossier_id = name.partition("|")
        wat = "the reserve does not have its key; run casustafel backup with --new-reserve"
        yield Gebrek(bestand="reserve", tabel=bestand, id=dossier_id, wat=wat)


def copy_reserve(folder: Path) -> Path:
    """Copy the reserve as it is into a folder, and give the copy."""
    number = kluis.reserve().latest()
    if number is None:
        raise KeyMissing("There is no reserve of the vault yet; casustafel migrate begins it.")
    source = kluis.reserve().path(number)
    target = folder / source.name
    with turn(Bestand.KLUIS):
        target.write_bytes(source.read_bytes())
    target.chmod(0o600)
    sync_file(target)
    return target


def journal_state() -> dict[str, Any]:
    """Give how far the journal of what was destroyed is: its length in bytes, and the hash over them."""
    text = kluis.journal_path().read_bytes()
    return {"bytes": len(text), "sha256": sha256(text).hexdigest()}
