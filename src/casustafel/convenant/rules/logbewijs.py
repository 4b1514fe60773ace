"""Who may hold the evidence of the logs, and when a kernpartij fetches it anew. Covenant 15.2.e."""

from collections.abc import Iterator
from datetime import date

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import Rol, Wie
from casustafel.convenant.regime import regime
from casustafel.convenant.regimes.model import TermijnCode
from casustafel.convenant.rules.toegang import is_weegploeg, standing
from casustafel.convenant.termijn import last_day
from casustafel.convenant.verdict import (
    Reason,
    Verdict,
    field_fault,
    gettext_noop,
    hide_for,
    refuse_for,
    right_fault,
)

OVERSIGHT = frozenset({Rol.TOEZICHTHOUDER, Rol.AUDITOR})


@carries_out("15.2.e")
def may_see_logbewijs(wie: Wie, *, day: date) -> Verdict:
    """Say whether somebody may have the checkpoints and hash tiles of the logs of their covenant.

    Covenant 15.2.e. Reading: a kernpartij in the weegploeg, the toezichthouder and the auditor; hashes hold no data.
    """

    def away() -> Iterator[Reason]:
        yield from standing(wie, convenant_id=wie.convenant.id, day=day)
        if not is_weegploeg(wie) and not OVERSIGHT & wie.rollen:
            text = gettext_noop("Only kernpartijen, the toezichthouder and the auditor have the evidence of the log.")
            yield right_fault("15.2.e", "logbewijs", text)

    return hide_for(away())


@carries_out("15.2.e")
def may_export_logregels(wie: Wie, *, day: date) -> Verdict:
    """Say whether somebody may have the log rows of their own organisation.

    Covenant 15.2.e. Reading: a representative of a kernpartij in the weegploeg, of no other organisation than its own.
    """

    def away() -> Iterator[Reason]:
        yield from standing(wie, convenant_id=wie.convenant.id, day=day)
        if not is_weegploeg(wie):
            text = gettext_noop("Only a kernpartij checks the log rows of its own organisation.")
            yield right_fault("15.2.e", "own-rows", text)

    return hide_for(away())


@carries_out("15.2.e")
def may_cosign(wie: Wie, *, is_fetched: bool, is_signed: bool, day: date) -> Verdict:
    """Say whether a kernpartij may put its signature under a checkpoint: one that it fetched, with its own key.

    Covenant 15.2.e. Reading: who signs says that it kept this checkpoint; it is free to do so or not.
    """
    seen = may_export_logregels(wie, day=day)
    if not seen.is_allowed:
        return seen

    def reasons() -> Iterator[Reason]:
        if not is_fetched:
            text = gettext_noop("Your organisation did not fetch a checkpoint with this number of rows.")
            yield field_fault("15.2.e", "grootte", text)
        elif not is_signed:
            text = gettext_noop("This is not the signature over that checkpoint under this key.")
            yield field_fault("15.2.e", "handtekening", text)

    return refuse_for(reasons())


@carries_out("15.2.e")
def controlepunt_due_on(last_fetched_on: date, *, code: str) -> date:
    """Give the last day by which a kernpartij fetches a checkpoint anew, under the regime with this code.

    Covenant 15.2.e. Reading: monthly, as the log is controlled. Who never fetched one does so at once.
    """
    return last_day(last_fetched_on, termijn=regime(code).term(TermijnCode.CONTROLE_LOG))


@carries_out("15.2.e")
def must_fetch_controlepunt(last_fetched_on: date | None, *, code: str, day: date) -> bool:
    """Tell whether it is time to fetch a checkpoint: on the last day of the term, and from then on."""
    return last_fetched_on is None or day >= controlepunt_due_on(last_fetched_on, code=code)
