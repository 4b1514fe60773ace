"""Destroy keys: the journal first, the keys, their epoch. The vault has no log; the files have. Covenant 13.1."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from casustafel.acts.bewaring.due import orphans
from casustafel.acts.bewaring.vernietiging import Stappen
from casustafel.bestand.bestand import Bestand
from casustafel.convenant.bewaring import A_DAY, BewaarFeit
from casustafel.kluis import store as kluis


def destroy_keys(leaving: Iterable[tuple[Stappen, BewaarFeit]]) -> int:
    """Destroy the keys of what was marked, and their epoch; gives the epoch under which nothing of it is wrapped."""
    by_file: defaultdict[Bestand, list[UUID]] = defaultdict(list)
    for stappen, feit in leaving:
        by_file[stappen.bestand].append(feit.id)
    for bestand, ids in by_file.items():
        kluis.note_destroyed(bestand, ids)
        kluis.destroy(bestand, ids)
    return kluis.end_epochs()


def sweep(*, day: date) -> int:
    """Destroy the keys that belong to no record and are older than a day; tells how many.

    They are noted nowhere: nothing was ever sealed under them.
    """
    swept = sum(kluis.destroy(stappen.bestand, ids) for stappen, ids in orphans(made_before=day - A_DAY) if ids)
    if swept:
        kluis.end_epochs()
    return swept
