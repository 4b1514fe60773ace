"""The log of each file, for the gate."""

from collections.abc import Callable, Iterable

from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Regel
from casustafel.casusoverleg import store as casusoverleg
from casustafel.register import store as register
from casustafel.weegploeg import store as weegploeg

LOGS: dict[Bestand, Callable[[Iterable[Regel]], None]] = {
    Bestand.REGISTER: register.log,
    Bestand.WEEGPLOEG: weegploeg.log,
    Bestand.CASUSOVERLEG: casusoverleg.log,
}
