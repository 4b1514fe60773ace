"""Destroy keys: the journal first, the keys, their epoch. The vault has no log; the files have. Covenant 13.1."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from casustafel.acts.bewaring.due import orphans
from casustafel.acts.bewaring.reserve import refuse_incomplete
from casustafel.acts.bewaring.vernietiging import Stappen
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.gebruik import restored_on
from casustafel.convenant.bewaring import A_DAY, BewaarFeit
from casustafel.kluis import store as kluis

WAIT = timedelta(days=7)


def destroy_keys(leaving: Iterable[tuple[Stappen, BewaarFeit]], *, day: date) -> int:
    """Destroy the keys of what was marked, and their epoch; gives the epoch under which nothing of it is wrapped.

    Raises `KluisIncomplete` where keys of other dossiers wait to be put back from the reserve: it begins anew here.
    """
    refuse_incomplete()
    by_file: defaultdict[Bestand, list[UUID]] = defaultdict(list)
    for stappen, feit in leaving:
        by_file[stappen.bestand].append(feit.id)
    for bestand, ids in by_file.items():
        kluis.note_destroyed(bestand, ids)
        kluis.destroy(bestand, ids)
    return kluis.end_epochs(op=day)


def is_waiting(*, day: date) -> bool:
    """Tell whether a restore was done so short ago that keys without a record are kept."""
    restored = restored_on()
    return restored is not None and day < restored + WAIT


def sweep(*, day: date) -> int:
    """Destroy the keys that belong to no record and are older than a day; tells how many.

    They are noted nowhere: nothing was ever sealed under them. Just after a restore they wait: the record may be in a
    later backup, which somebody restores yet.
    """
    if is_waiting(day=day):
        return 0
    swept = sum(kluis.destroy(stappen.bestand, ids) for stappen, ids in orphans(made_before=day - A_DAY) if ids)
    if swept:
        refuse_incomplete()
        kluis.end_epochs(op=day)
    return swept
