"""What waits on an archived subject: the position on a renewed decision. Covenant 13.4, 4; design: work is derived."""

from collections.abc import Iterator
from datetime import date

from casustafel.convenant.archief import ArchiefFeit
from casustafel.convenant.feit import Wie
from casustafel.convenant.overeenstemming import Onderwerp, may_speak, on_reactivation
from casustafel.convenant.rules.archief import kept_until
from casustafel.convenant.rules.weegploeg import working_reasons
from casustafel.convenant.werk import Stap, Werk, must_speak


def werk_on_reactivering(wie: Wie, feit: ArchiefFeit, *, day: date) -> Iterator[Werk]:
    """Give the position that a renewed decision waits for; after the last day of the data nothing waits. Cov. 13.1."""
    asked = on_reactivation(feit)
    if asked is None or any(working_reasons(wie, day=day)) or not may_speak(wie, Onderwerp.REACTIVERING, day=day):
        return
    if must_speak(wie, asked[1]):
        yield Werk(
            stap=Stap.STANDPUNT_REACTIVERING,
            artikel="13.4",
            houder_id=feit.id,
            nummer=feit.nummer,
            uiterlijk_op=kept_until(feit, wie.convenant),
            herinnerd_op=asked[1].herinnerd_op,
        )
