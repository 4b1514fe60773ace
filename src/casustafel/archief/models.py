"""The tables of the archive."""

from casustafel.bestand.tabel import LogRegelTabel


class LogRegel(LogRegelTabel):
    """The log of the archive."""
