"""Set apart what is kept past its term, so that the rest of it can be destroyed. Covenant 13; AVG 18(1)(b), (c).

It goes to a dossier of its own, under a key of its own: the old key is destroyed with all else that it sealed.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from casustafel.acts.bewaring.vernietiging import ACTIVITY, IN_ARCHIEF, IN_WEEGPLOEG, Stappen
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import OpHouder
from casustafel.archief import store as archief
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.bewaring import BewaarFeit
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules.bewaring import may_keep_afgeschermd
from casustafel.convenant.verdict import Verdict
from casustafel.weegploeg import store as weegploeg


class KeepAfgeschermd(OpHouder):
    """Of which one."""


def _may(wie: Wie, feit: BewaarFeit, _invoer: KeepAfgeschermd, edge: Edge) -> Verdict:
    return may_keep_afgeschermd(wie, feit, day=edge.day)


def _version(_feit: BewaarFeit) -> int:
    return 0


def _act_in(stappen: Stappen, keep: Callable[[Pass, UUID], object]) -> HolderAct[KeepAfgeschermd, Any, None]:
    """Declare the act of one file."""

    def run(pas: Pass, feit: BewaarFeit, _invoer: KeepAfgeschermd) -> None:
        keep(pas, feit.id)

    return register_act(
        HolderAct(
            code=f"keep-afgeschermd-{stappen.bestand}",
            articles=("13.1", "13.3", "12.5"),
            bestand=stappen.bestand,
            verwerking=ACTIVITY,
            gevolg=Gevolg.CHANGED,
            invoer=KeepAfgeschermd,
            facts=stappen.facts,
            version=_version,
            rule=_may,
            run=run,
        )
    )


BEHOUD: dict[Bestand, HolderAct[KeepAfgeschermd, Any, None]] = {
    Bestand.WEEGPLOEG: _act_in(IN_WEEGPLOEG, weegploeg.keep_afgeschermd),
    Bestand.ARCHIEF: _act_in(IN_ARCHIEF, archief.keep_afgeschermd),
}
"""The files in which a term ends. Reading: what a casus holds goes to the archive long before."""
