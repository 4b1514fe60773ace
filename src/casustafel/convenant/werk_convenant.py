"""What waits on the covenant itself: proposals, authorisations, the evaluation. Covenant 4, 15.2, 18.4."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from uuid import UUID

from casustafel.convenant.feit import Rol, Wie
from casustafel.convenant.overeenstemming import OvereenstemmingFeit, Vraagstaat, may_speak
from casustafel.convenant.rules.autorisatie import AutorisatieFeit, confirm_from, confirms
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


def werk_on_autorisaties(
    wie: Wie, geldend: Collection[AutorisatieFeit], *, is_asked: bool, day: date
) -> Iterator[Werk]:
    """Give the authorisations to confirm before the first of them ends, and to the manager what is asked for.

    Covenant 15.2.c, 15.2.f. `is_asked` tells whether a request for an authorisation waits for an answer.
    """
    due = [one.tot for one in geldend if confirms(wie, one) and confirm_from(one) <= day]
    if due:
        last = min(due) - timedelta(days=1)
        yield Werk(stap=Stap.AUTORISATIES, artikel="15.2.f", houder_id=wie.convenant.id, nummer="", uiterlijk_op=last)
    if is_asked and Rol.AUTORISATIEBEHEERDER in wie.rollen:
        yield Werk(stap=Stap.AUTORISATIEVRAGEN, artikel="15.2.c", houder_id=wie.convenant.id, nummer="")
