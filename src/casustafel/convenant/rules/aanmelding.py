"""Who is at the screen, and since when: a decision is taken by who just showed who they are. Covenant 15.2.c, d."""

from collections.abc import Iterator
from datetime import date, timedelta

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import MedewerkerId, Rol, Wie
from casustafel.convenant.rules.beheer import may_see_people
from casustafel.convenant.verdict import Reason, Verdict, field_fault, gettext_noop, hide_for, refuse_for, right_fault

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


@carries_out("15.2.d")
def may_bind(*, is_link_good: bool, is_taken: bool, is_of_party: bool) -> Verdict:
    """Say whether who signed in at an organisation may be bound to the person of a one-time link. Covenant 15.2.d.

    Reading: one subject of a provider is one person, who has a role for that organisation; the link works once. It
    gives no right: rights are read from the register, in every request.
    """

    def reasons() -> Iterator[Reason]:
        if not is_link_good:
            text = gettext_noop("This link was used, or is too old. Ask a manager of authorisations for a new one.")
            yield right_fault("15.2.d", "link", text)
        if is_taken:
            text = gettext_noop("This account of your organisation belongs to somebody here already.")
            yield right_fault("15.2.d", "taken", text)
        if not is_of_party:
            text = gettext_noop("You have no role for this organisation. Choose another way to sign in.")
            yield right_fault("15.2.d", "party", text)

    return refuse_for(reasons())


def not_signed_in() -> Verdict:
    """Give the verdict for who did not sign in: nothing is there."""
    return hide_for([right_fault("15.2.d", "sign-in", gettext_noop("Sign in first."))])


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
