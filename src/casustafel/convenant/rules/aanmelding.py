"""Who is at the screen, and since when: a decision is taken by who just showed who they are. Covenant 15.2.c, d."""

from collections.abc import Iterator
from datetime import date, timedelta

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import MedewerkerId, Rol, Wie
from casustafel.convenant.rules.beheer import may_see_people
from casustafel.convenant.verdict import Reason, Verdict, field_fault, gettext_noop, refuse_for, right_fault

FRESH = timedelta(minutes=15)
AGAIN = "sign-in-again"


@carries_out("15.2.d")
def may_go_on(since: timedelta | None) -> Verdict:
    """Say whether a decision may be taken, so long after somebody last showed who they are. Covenant 15.2.d.

    Reading: a quarter of an hour. A program, with a token of its own, has no screen that somebody could walk up to.
    """
    if since is None or since <= FRESH:
        return refuse_for(())
    text = gettext_noop("Show once more that it is you: this is a decision.")
    return refuse_for([right_fault("15.2.d", AGAIN, text)])


@carries_out("15.2.c", "15.2.d")
def may_reset(wie: Wie, *, medewerker_id: MedewerkerId, held: frozenset[Rol], day: date) -> Verdict:
    """Say whether the way in which somebody signs in may be taken away. Covenant 15.2.c.

    Reading: a manager does it for who has a role in this covenant, and never for themselves.
    """
    seen = may_see_people(wie, day=day)
    if not seen.is_allowed:
        return seen

    def reasons() -> Iterator[Reason]:
        if medewerker_id == wie.medewerker_id:
            yield right_fault("15.2.c", "own", gettext_noop("Another manager does this for you."))
        elif not held:
            text = gettext_noop("Choose somebody who has a role in this covenant.")
            yield field_fault("15.2.c", "medewerker_id", text)

    return refuse_for(reasons())
