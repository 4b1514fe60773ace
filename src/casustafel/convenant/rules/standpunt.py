"""Taking a position back, and reminding who has not spoken: on the outcome and on closing. Covenant 4, 7.4, 9.4."""

from collections.abc import Iterator
from datetime import date

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import CasusFeit, DossierFeit, Wie
from casustafel.convenant.overeenstemming import (
    Onderwerp,
    on_closing,
    on_outcome,
    reminder_reasons,
    reminding_reasons,
    speaking_reasons,
    withdrawal_reasons,
)
from casustafel.convenant.rules.toegang import may_open_afsluiting, may_open_casus, may_open_dossier
from casustafel.convenant.rules.weegploeg import undecided, working_reasons
from casustafel.convenant.verdict import Reason, Verdict, refuse_for


@carries_out("4", "7.4")
def may_withdraw_standpunt(wie: Wie, dossier: DossierFeit, *, day: date) -> Verdict:
    """Say whether a kernpartij may take its position on the outcome back: while the weegploeg is undecided."""
    seen = may_open_dossier(wie, dossier.kop, day=day)
    if not seen.is_allowed:
        return seen
    return refuse_for(
        [
            *working_reasons(wie, day=day),
            *speaking_reasons(wie, Onderwerp.BESLISSING, day=day),
            *undecided(wie, dossier, artikel="7.4", day=day),
            *withdrawal_reasons(wie, on_outcome(dossier, None)),
        ]
    )


@carries_out("4", "7.4")
def may_remind_standpunt(wie: Wie, dossier: DossierFeit, *, day: date) -> Verdict:
    """Say whether the kernpartijen may be reminded of the outcome: while one has not spoken, once a day."""
    seen = may_open_dossier(wie, dossier.kop, day=day)
    if not seen.is_allowed:
        return seen
    return refuse_for(
        [
            *working_reasons(wie, day=day),
            *reminding_reasons(wie, Onderwerp.BESLISSING, day=day),
            *undecided(wie, dossier, artikel="7.4", day=day),
            *reminder_reasons(on_outcome(dossier, None), wie.convenant, day=day),
        ]
    )


def _closing_seen(wie: Wie, casus: CasusFeit, *, day: date) -> Verdict:
    pending = may_open_afsluiting(wie, casus.kop, day=day)
    return pending if pending.is_allowed else may_open_casus(wie, casus.kop, day=day)


def _closing(wie: Wie, casus: CasusFeit, reasons: Iterator[Reason], *, day: date) -> Verdict:
    seen = _closing_seen(wie, casus, day=day)
    return refuse_for([*working_reasons(wie, day=day), *reasons]) if seen.is_allowed else seen


@carries_out("4", "9.4")
def may_withdraw_standpunt_afsluiting(wie: Wie, casus: CasusFeit, *, day: date) -> Verdict:
    """Say whether a kernpartij may take its position on closing back: while the decision is pending."""

    def reasons() -> Iterator[Reason]:
        yield from speaking_reasons(wie, Onderwerp.AFSLUITING, day=day)
        yield from withdrawal_reasons(wie, on_closing(casus))

    return _closing(wie, casus, reasons(), day=day)


@carries_out("4", "9.4")
def may_remind_afsluiting(wie: Wie, casus: CasusFeit, *, day: date) -> Verdict:
    """Say whether the kernpartijen may be reminded of a pending closing: while one has not spoken, once a day."""

    def reasons() -> Iterator[Reason]:
        yield from reminding_reasons(wie, Onderwerp.AFSLUITING, day=day)
        yield from reminder_reasons(on_closing(casus), wie.convenant, day=day)

    return _closing(wie, casus, reasons(), day=day)
