"""The log of each file, for the gate, and its evidence."""

from collections.abc import Callable, Iterable

from casustafel.archief import store as archief
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Regel
from casustafel.bestand.logboek import Logboek
from casustafel.casusoverleg import store as casusoverleg
from casustafel.register import store as register
from casustafel.weegploeg import store as weegploeg

LOGS: dict[Bestand, Callable[[Iterable[Regel]], None]] = {
    Bestand.REGISTER: register.log,
    Bestand.WEEGPLOEG: weegploeg.log,
    Bestand.CASUSOVERLEG: casusoverleg.log,
    Bestand.ARCHIEF: archief.log,
    Bestand.BETROKKENE: register.log,
    Bestand.TOEZICHT: register.log,
}
LOGBOEKEN: dict[Bestand, Logboek] = {
    logboek.bestand: logboek for logboek in (register.logboek, weegploeg.logboek, casusoverleg.logboek, archief.logboek)
}


def logboek_of(bestand: Bestand) -> Logboek:
    """Give the log that the rows of a file stand in; those of requests and oversight in the register's. Cov. 15.2.e."""
    return LOGBOEKEN[Bestand(bestand.database)]
