"""Archived data made available to the weegploeg again, on the order of the controller. Covenant 13.4, 4."""

from collections.abc import Collection, Iterator
from datetime import date
from uuid import UUID

from casustafel.convenant.archief import ArchiefFeit
from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import Keuze, StandpuntFeit, Wie
from casustafel.convenant.overeenstemming import (
    Onderwerp,
    Vraagstaat,
    is_agreed,
    on_reactivation,
    open_reasons,
    reminder_reasons,
    speaking_reasons,
    with_position,
)
from casustafel.convenant.regime import regime
from casustafel.convenant.rules.afscherming import settled_reasons
from casustafel.convenant.rules.archief import may_consult_archief
from casustafel.convenant.rules.weegploeg import text_reason, verified, working_reasons
from casustafel.convenant.verdict import (
    Reason,
    Verdict,
    field_fault,
    gettext_noop,
    refuse_for,
    right_fault,
    state_fault,
)


def _within(wie: Wie, feit: ArchiefFeit, *, day: date, reasons: Iterator[Reason]) -> Verdict:
    seen = may_consult_archief(wie, feit, day=day)
    if not seen.is_allowed:
        return seen
    speaks = speaking_reasons(wie, Onderwerp.REACTIVERING, day=day)
    return refuse_for([*working_reasons(wie, day=day), *speaks, *reasons])


@carries_out("13.4", "3", "4")
def may_ask_reactivering(  # an order is the purpose, the necessity and the items
    wie: Wie, feit: ArchiefFeit, *, doelstelling: str, noodzaak: str, items: Collection[UUID], day: date
) -> Verdict:
    """Say whether a renewed decision may be asked for: with the purpose that it is necessary for, and chosen signals.

    Covenant 13.4. Reading: by one kernpartij, agreed by all; one question at a time.
    """

    def reasons() -> Iterator[Reason]:
        yield from verified(wie, day=day)
        yield from settled_reasons(feit.afschermingen, wie.convenant)
        found = on_reactivation(feit)
        if found is not None and found[1].staat is Vraagstaat.OPEN:
            yield state_fault("13.4", "asked", gettext_noop("A renewed decision has been asked for already."))
        if doelstelling not in {d.code for d in regime(wie.convenant.regime).doelstellingen}:
            text = gettext_noop("Choose the purpose of the covenant for which this is necessary.")
            yield field_fault("13.4", "doelstelling", text)
        yield from text_reason("13.4", "noodzaak", noodzaak)
        if not items:
            yield field_fault("13.4", "items", gettext_noop("Choose at least one signaal."))
        elif not set(items) <= feit.terug_te_geven:
            text = gettext_noop("Only signals of the weegploeg go back: the analysis is made anew (7.3, 8.2).")
            yield field_fault("13.4", "items", text)

    return _within(wie, feit, day=day, reasons=reasons())


@carries_out("13.4", "4")
def may_take_standpunt_reactivering(wie: Wie, feit: ArchiefFeit, *, motivering: str, day: date) -> Verdict:
    """Say whether a kernpartij may take its position on a renewed decision: while that is open. Covenant 13.4, 4."""

    def reasons() -> Iterator[Reason]:
        found = on_reactivation(feit)
        yield from open_reasons(found[1] if found else None)
        yield from settled_reasons(feit.afschermingen, wie.convenant)
        yield from text_reason("13.4", "motivering", motivering)

    return _within(wie, feit, day=day, reasons=reasons())


@carries_out("13.4", "4")
def may_withdraw_reactivering(wie: Wie, feit: ArchiefFeit, *, day: date) -> Verdict:
    """Say whether the question may be taken back: by who asked, while it is open. Covenant 13.4."""

    def reasons() -> Iterator[Reason]:
        found = on_reactivation(feit)
        yield from open_reasons(found[1] if found else None)
        if found is not None and found[1].gevraagd_door != wie.organisatie_id:
            text = gettext_noop("Only the kernpartij that asked for this takes it back.")
            yield right_fault("13.4", "asker", text)

    return _within(wie, feit, day=day, reasons=reasons())


@carries_out("13.4", "4")
def may_remind_reactivering(wie: Wie, feit: ArchiefFeit, *, day: date) -> Verdict:
    """Say whether the kernpartijen may be reminded of a renewed decision: while one has not spoken, once a day."""

    def reasons() -> Iterator[Reason]:
        found = on_reactivation(feit)
        yield from reminder_reasons(found[1] if found else None, wie.convenant, day=day)

    return _within(wie, feit, day=day, reasons=reasons())


@carries_out("13.4", "4")
def would_reactivate(wie: Wie, feit: ArchiefFeit, keuze: Keuze, *, day: date) -> bool:
    """Tell whether the copy goes to the weegploeg once this kernpartij has taken this position: then all agree."""
    found = on_reactivation(feit)
    if found is None or wie.organisatie_id is None:
        return False
    own = StandpuntFeit(organisatie_id=wie.organisatie_id, keuze=keuze)
    return is_agreed(with_position(found[1], own), wie.convenant, day=day)
