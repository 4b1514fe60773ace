"""What waits on the covenant itself: a position on a proposal, the evaluation. Covenant 4, 18.4; never stored."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from casustafel.convenant.feit import Rol, Wie
from casustafel.convenant.overeenstemming import OvereenstemmingFeit, Vraagstaat, may_speak
from casustafel.convenant.rules.toegang import is_weegploeg
from casustafel.convenant.termijn import add_months
from casustafel.convenant.werk import Stap, Werk

AHEAD = 3
"""Months before its last day from which the evaluation is asked for."""


def werk_on_voorstel(wie: Wie, voorstel_id: UUID, vraag: OvereenstemmingFeit, *, day: date) -> Iterator[Werk]:
    """Give what waits for this representative on a proposal: its position, while the proposal is open. Covenant 4."""
    taken = {s.organisatie_id for s in vraag.standpunten}
    if vraag.staat is Vraagstaat.OPEN and may_speak(wie, vraag.onderwerp, day=day) and wie.organisatie_id not in taken:
        yield Werk(
            stap=Stap.STANDPUNT_VOORSTEL,
            artikel=vraag.artikel,
            houder_id=voorstel_id,
            nummer="",
            herinnerd_op=vraag.herinnerd_op,
        )


def werk_on_evaluatie(wie: Wie, due: date | None, *, day: date) -> Iterator[Werk]:
    """Give the evaluation, from three months before it is due, to kernpartijen and uitvoerder. Covenant 18.4, 5."""
    if due is None or add_months(day, months=AHEAD) < due:
        return
    if is_weegploeg(wie) or Rol.UITVOERDER in wie.rollen:
        yield Werk(stap=Stap.EVALUATIE, artikel="18.4", houder_id=wie.convenant.id, nummer="", uiterlijk_op=due)
