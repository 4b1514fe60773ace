"""The last day on which the weegploeg can decide on a dossier. Covenant 7.4, reading."""

from datetime import date

from casustafel.convenant.feit import UNDECIDED, DossierKop
from casustafel.convenant.termijn import last_undecided_day


def beslis_uiterlijk_op(kop: DossierKop) -> date | None:
    """Give the last day to decide, or nothing where the weegploeg has decided."""
    if kop.staat not in UNDECIDED:
        return None
    return last_undecided_day(kop.eerste_signaal_op, extended=False)
