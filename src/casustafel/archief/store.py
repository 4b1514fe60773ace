"""The doors of the archive: its log."""

from collections.abc import Iterable

from casustafel.archief import models
from casustafel.archief.models import LogRegel
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Regel, write_rows
from casustafel.bestand.logboek import logboek_of


def log(rows: Iterable[Regel]) -> None:
    """Write log rows of the archive."""
    write_rows(LogRegel, rows)


logboek = logboek_of(Bestand.ARCHIEF, models)
"""The evidence of this log. Covenant 15.2.e."""
