"""Deputies: who acts for the representative of the own organisation, for a period. Covenant 4, 5."""

from collections.abc import Iterator
from datetime import date

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import MedewerkerId, Rol, Wie
from casustafel.convenant.rules.beheer import may_see_people, may_withdraw
from casustafel.convenant.rules.toegang import standing
from casustafel.convenant.rules.weegploeg import text_reason
from casustafel.convenant.verdict import (
    ALLOWED,
    Reason,
    Verdict,
    field_fault,
    gettext_noop,
    hide_for,
    refuse_for,
    right_fault,
)

VERVANGBAAR = frozenset({Rol.WEEGPLOEG, Rol.CASUSOVERLEG})
APART = frozenset({Rol.UITVOERDER, Rol.TOEZICHTHOUDER, Rol.AUTORISATIEBEHEERDER, Rol.AUDITOR, Rol.BEHANDELAAR})


@carries_out("4")
def may_see_vervangingen(wie: Wie, *, day: date) -> Verdict:
    """Say whether the deputies of the own organisation may be seen: by its representatives. Covenant 4."""
    away = tuple(standing(wie, convenant_id=wie.convenant.id, day=day))
    if away:
        return hide_for(away)
    if wie.rollen & VERVANGBAAR and not wie.is_plaatsvervanger:
        return ALLOWED
    text = gettext_noop("Only the representative of an organisation names its deputy.")
    return hide_for([right_fault("4", "representative", text)])


@carries_out("4", "5")
def may_name_plaatsvervanger(  # a deputy is a person, a role and a period
    wie: Wie,
    *,
    medewerker_id: MedewerkerId | None,
    held: frozenset[Rol],
    held_tot: date | None,
    rol: Rol,
    vanaf: date,
    tot: date,
    reden: str,
    day: date,
) -> Verdict:
    """Say whether somebody may be named as deputy.

    Covenant 4. Reading: by the representative in that same role; a person of the own organisation with a valid
    authorisation in the covenant, for a period within it. Covenant 5: who is uitvoerder or controls is no deputy.
    """
    seen = may_see_vervangingen(wie, day=day)
    if not seen.is_allowed:
        return seen

    def reasons() -> Iterator[Reason]:
        if rol not in VERVANGBAAR or rol not in wie.rollen:
            yield field_fault("4", "rol", gettext_noop("Choose a role that you hold as a representative."))
        if medewerker_id is None or not held or medewerker_id == wie.medewerker_id:
            text = gettext_noop("Choose somebody else of your organisation with an authorisation in this covenant.")
            yield field_fault("4", "medewerker_id", text)
        elif held & APART:
            text = gettext_noop("Who is uitvoerder or controls the covenant is no deputy.")
            yield field_fault("5", "medewerker_id", text)
        elif rol in held:
            yield field_fault("4", "medewerker_id", gettext_noop("This person holds that role already."))
        if vanaf < day:
            yield field_fault("4", "vanaf", gettext_noop("Choose today or a later day."))
        if tot <= vanaf or (held_tot is not None and tot > held_tot):
            text = gettext_noop("The period ends after it begins, and within the authorisation of the deputy.")
            yield field_fault("4", "tot", text)
        yield from text_reason("4", "reden", reden)

    return refuse_for(reasons())


@carries_out("4", "15.2.c")
def may_withdraw_plaatsvervanger(
    wie: Wie, *, is_own: bool, medewerker_id: MedewerkerId | None = None, day: date
) -> Verdict:
    """Say whether a deputy may be withdrawn: at any time, by a representative of the own organisation.

    Covenant 4, 15.2.c. Reading: who manages the authorisations withdraws those of a deputy too, and never the own;
    `medewerker_id` is the deputy, of whichever organisation.
    """
    if may_see_people(wie, day=day).is_allowed and not is_own:
        return may_withdraw(wie, medewerker_id=medewerker_id, day=day)
    seen = may_see_vervangingen(wie, day=day)
    if not seen.is_allowed:
        return seen
    text = gettext_noop("Choose a deputy of your own organisation.")
    return ALLOWED if is_own else refuse_for([field_fault("4", "vervanging_id", text)])
