"""The last day on which the weegploeg can decide on a dossier. Covenant 7.4, reading."""

from datetime import date

from casustafel.convenant.beslistermijn import decide_by
from casustafel.convenant.feit import UNDECIDED, ConvenantFeit, DossierKop


def beslis_uiterlijk_op(kop: DossierKop, convenant: ConvenantFeit) -> date | None:
    """Give the last day to decide, or nothing where the weegploeg has decided."""
    return decide_by(kop, convenant) if kop.staat in UNDECIDED else None
