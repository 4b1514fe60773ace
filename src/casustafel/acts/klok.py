"""Whether the clock can be believed: beside the log, and beside the last night's work. No act, shows no row. Cov. 13.1.

A clock that jumped ahead would let every term end at once; one that was put back would let what ended begin again.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from casustafel.acts.edge import Edge
from casustafel.acts.files import LOGBOEKEN
from casustafel.bestand.gaafheid import Gebrek
from casustafel.register.store.bewaring import last_night

__all__ = ["LONGEST_REST", "clock_faults", "last_night"]

LONGEST_REST = timedelta(days=7)
"""After so many days without a night's work the day is believed only when it is still so the day after."""
LATE, SLACK = timedelta(days=2), timedelta(minutes=5)


def clock_faults(*, edge: Edge) -> Iterator[Gebrek]:
    """Give the files whose log is ahead of the clock, and that the night's work is late."""
    for logboek in LOGBOEKEN.values():
        newest = logboek.newest_at()
        if newest is not None and newest > edge.now + SLACK:
            wat = f"the clock is behind the log: the last row is of {newest:%Y-%m-%d %H:%M} UTC"
            yield Gebrek(bestand=logboek.naam, tabel="LogRegel", wat=wat)
    last: date | None = last_night()
    if last is not None and edge.day - last > LATE:
        yield Gebrek(bestand="register", tabel="LogRegel", wat=f"the night's work was last done on {last}")
