"""The tables of the archive."""

from casustafel.bestand.tabel import (
    AfgifteTabel,
    ControlepuntTabel,
    LogBladTabel,
    LogBoomTabel,
    LogRegelTabel,
    LogTegelTabel,
)


class LogRegel(LogRegelTabel):
    """The log of the archive."""


class LogBoom(LogBoomTabel):
    """The trees over the log of the archive."""


class LogBlad(LogBladTabel):
    """The leaves of these trees."""


class LogTegel(LogTegelTabel):
    """The tiles of these trees."""


class Controlepunt(ControlepuntTabel):
    """The checkpoints of these trees."""


class Afgifte(AfgifteTabel):
    """The checkpoints that organisations fetched."""
