"""What the system does after a restore: destroy again what was destroyed, and end every session. Covenant 13.1."""

from collections.abc import Iterator
from datetime import date

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.bewaring import BewaarFeit
from casustafel.convenant.feit import Rol, Wie
from casustafel.convenant.rules.toegang import standing
from casustafel.convenant.verdict import (
    ALLOWED,
    Reason,
    Verdict,
    gettext_noop,
    hide_for,
    refuse_for,
    right_fault,
    state_fault,
)

ONLY_THE_SYSTEM = gettext_noop("Only the system carries on after a restore.")


@carries_out("13.1")
def may_repeat_vernietiging(wie: Wie, feit: BewaarFeit, *, has_key: bool, day: date) -> Verdict:
    """Say whether rows that a backup brought back may go again: their key is gone, so nobody can read them.

    Covenant 13.1. Reading: what was destroyed stays destroyed, whatever a backup of before says of its term.
    """
    away = tuple(standing(wie, convenant_id=feit.convenant_id, day=day))
    if away or Rol.SYSTEEM not in wie.rollen:
        return hide_for([*away, right_fault("13.1", "system", ONLY_THE_SYSTEM)])

    def reasons() -> Iterator[Reason]:
        if has_key:
            yield state_fault("13.1", "key", gettext_noop("The key is destroyed first, then the rows."))

    return refuse_for(reasons())


@carries_out("15.2.d")
def may_end_sessies(wie: Wie) -> Verdict:
    """Say whether every session and token of the installation may be ended: by the system. Covenant 15.2.d.

    Reading: a backup holds sessions and tokens that were ended since; after a restore everybody signs in anew.
    """
    if Rol.SYSTEEM in wie.rollen:
        return ALLOWED
    return hide_for([right_fault("15.2.d", "system", ONLY_THE_SYSTEM)])
