"""The doors of the archive: its log."""

from collections.abc import Iterable

from casustafel.archief.models import Afgifte, Controlepunt, LogBlad, LogBoom, LogRegel, LogTegel
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Regel, write_rows
from casustafel.bestand.logboek import Logboek


def log(rows: Iterable[Regel]) -> None:
    """Write log rows of the archive."""
    write_rows(LogRegel, rows)


logboek = Logboek(
    bestand=Bestand.ARCHIEF,
    regels=LogRegel,
    bomen=LogBoom,
    bladen=LogBlad,
    tegels=LogTegel,
    controlepunten=Controlepunt,
    afgiften=Afgifte,
)
"""The evidence of this log. Covenant 15.2.e."""
