"""How much of the machine others used meanwhile: what Linux counts as busy, less what our own processes used."""

import os
import time
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

TICKS = os.sysconf("SC_CLK_TCK")
PROC = Path("/proc")
# Places in /proc/PID/stat, counted after the name of the program, which may hold spaces.
SESSION = 3
FIRST_TIME, LAST_TIME = 11, 14
# The first eight figures of /proc/stat's first line add up to all time; the fourth and fifth are idle time.
ALL_TIMES = 8
IDLE = slice(3, 5)


@dataclass(frozen=True, slots=True)
class Meter:
    """The state of the clocks at one moment, in seconds."""

    at: float
    busy: float
    own: float

    @classmethod
    def read(cls, sessions: Collection[int]) -> Self:
        """Read the clocks; our own are this process, its ended children and these sessions."""
        return cls(at=time.monotonic(), busy=_busy(), own=sum(os.times()[:4]) + sum(_times(sessions)))

    def cores_since(self, earlier: Self) -> float:
        """Return how many cores others kept busy, on average, since an earlier reading."""
        others = (self.busy - earlier.busy) - (self.own - earlier.own)
        return max(0.0, others / (self.at - earlier.at))


def _busy() -> float:
    """Return the seconds that all cores together were busy since the machine started."""
    line = (PROC / "stat").read_text().partition("\n")[0]
    times = [int(word) for word in line.split()[1 : ALL_TIMES + 1]]
    return (sum(times) - sum(times[IDLE])) / TICKS


def _times(sessions: Collection[int]) -> Iterator[float]:
    """Yield the seconds that each process of these sessions used, with its ended children."""
    for path in PROC.glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue  # it ended meanwhile
        if int(fields[SESSION]) in sessions:
            yield sum(int(field) for field in fields[FIRST_TIME : LAST_TIME + 1]) / TICKS
