"""Until when something is kept and on which article, as every page of a dossier or casus says it. Covenant 13."""

from casustafel.acts.invoer import Dag, Uitvoer
from casustafel.convenant.feit import ConvenantFeit
from casustafel.convenant.vooruitzicht import Kop, outlook


class BewaringBeeld(Uitvoer):
    """What comes if nothing more is done: the last day on which it is kept and the article, and what comes before.

    `vervalt_op`: the day on which it counts as not put on the agenda; `archief_op`: its last day outside the archive.
    """

    tot: Dag
    artikel: str
    vervalt_op: Dag | None
    archief_op: Dag | None


class Bewaard(Uitvoer):
    """A page of a dossier or casus: it says until when that is kept."""

    bewaring: BewaringBeeld


def bewaring_beeld(kop: Kop, convenant: ConvenantFeit) -> BewaringBeeld:
    """Say until when a dossier or casus is kept."""
    ahead = outlook(kop, convenant)
    return BewaringBeeld(tot=ahead.tot, artikel=ahead.artikel, vervalt_op=ahead.vervalt_op, archief_op=ahead.archief_op)
