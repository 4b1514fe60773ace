"""Carrying out what was decided on a request, and telling of it. Covenant 12.5, 12.6."""

from collections.abc import Collection, Iterator
from datetime import date
from uuid import UUID

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules.verzoek import identity_reasons, prepares, told_first_day
from casustafel.convenant.rules.weegploeg import text_reason
from casustafel.convenant.verdict import Reason, Verdict, field_fault, gettext_noop, state_fault
from casustafel.convenant.verzoek import VerzoekFeit, Verzoekstaat, must_carry_out


@carries_out("12.5", "12.6")
def may_carry_out_verzoek(wie: Wie, feit: VerzoekFeit, *, uitgevoerd: str, day: date) -> Verdict:
    """Say whether it may be recorded that a decision was carried out: what was granted and answered. Covenant 12.6."""

    def reasons() -> Iterator[Reason]:
        yield from identity_reasons(feit)
        if not must_carry_out(feit):
            text = gettext_noop("Nothing is carried out: nothing was granted but an answer.")
            yield state_fault("12.6", "nothing", text)
        elif feit.staat is not Verzoekstaat.BEANTWOORD:
            text = gettext_noop("A decision is carried out once, after the answer.")
            yield state_fault("12.6", "step", text)
        yield from text_reason("12.6", "uitgevoerd", uitgevoerd)

    return prepares(wie, feit, day=day, reasons=reasons())


@carries_out("12.6")
def may_notify_verzoek(
    wie: Wie, feit: VerzoekFeit, *, organisaties: Collection[UUID], verplicht: Collection[UUID], day: date
) -> Verdict:
    """Say whether it may be recorded that everybody was told: after it was carried out, nobody left out. Covenant 12.6.

    Reading: the kernpartijen, who takes part in the case, and every recipient (AVG 19); `verplicht` are the last two.
    """

    def reasons() -> Iterator[Reason]:
        yield from identity_reasons(feit)
        if feit.staat is not Verzoekstaat.UITGEVOERD:
            text = gettext_noop("Others are told once, after the decision was carried out.")
            yield state_fault("12.6", "step", text)
        if not {*told_first_day(wie, day=day), *verplicht} <= set(organisaties):
            text = gettext_noop("Every kernpartij, everybody in the case and every recipient is told.")
            yield field_fault("12.6", "organisaties", text)

    return prepares(wie, feit, day=day, reasons=reasons())
