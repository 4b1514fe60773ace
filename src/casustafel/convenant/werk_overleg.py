"""The meetings that are to come: derived from facts, like all that waits. Covenant 7.3, 9.1."""

from collections.abc import Iterator
from datetime import date

from casustafel.convenant.feit import Wie
from casustafel.convenant.overleg import TO_COME, Bord, OverlegFeit
from casustafel.convenant.rules.overleg import ARTIKEL, may_see_overleg
from casustafel.convenant.rules.weegploeg import working_reasons
from casustafel.convenant.werk import Stap, Werk


def werk_in_overleg(wie: Wie, overleg: OverlegFeit, *, day: date) -> Iterator[Werk]:
    """Give a meeting that is to come to who may see it. Covenant 7.3, 9.1."""
    is_to_come = overleg.staat in TO_COME and day <= overleg.op
    if not is_to_come or any(working_reasons(wie, day=day)):
        return
    if may_see_overleg(wie, overleg, day=day).is_allowed:
        stap = Stap.OVERLEG_WEEGPLOEG if overleg.bord is Bord.WEEGPLOEG else Stap.OVERLEG_CASUSOVERLEG
        yield Werk(
            stap=stap,
            artikel=ARTIKEL[overleg.bord],
            houder_id=overleg.id,
            nummer=overleg.nummer,
            uiterlijk_op=overleg.op,
        )
