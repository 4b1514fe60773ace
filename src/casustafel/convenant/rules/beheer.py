"""What may be done with people and authorisations. Covenant 14, 15.2.b, 15.2.c."""

import re
from collections.abc import Collection, Iterator
from datetime import date

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import MedewerkerId, OrganisatieId, Rol, Wie
from casustafel.convenant.partij import KERNPARTIJEN, Soort
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
    state_fault,
)

GIVEN = frozenset(Rol) - {Rol.OPERATOR, Rol.SYSTEEM}


CONTROL = frozenset({Rol.TOEZICHTHOUDER, Rol.AUDITOR, Rol.AUTORISATIEBEHEERDER})


def role_reasons(
    rollen: frozenset[Rol], *, soort: Soort, seat: str, held: frozenset[Rol] = frozenset()
) -> Iterator[Reason]:
    """Give what is wrong with these roles for somebody of this kind of organisation, beside those `held`."""
    if not rollen or not rollen <= GIVEN:
        text = gettext_noop("Choose one or more roles that people hold: %(seat)s.")
        yield field_fault("15.2.b", "rollen", text, seat=seat)
    every = rollen | held
    if Rol.UITVOERDER in every and every & CONTROL:
        text = gettext_noop("An uitvoerder does not grant rights or control the log: %(seat)s.")
        yield field_fault("5", "rollen", text, seat=seat)
    if Rol.WEEGPLOEG in rollen and soort not in KERNPARTIJEN:
        text = gettext_noop("Only somebody of a kernpartij can be in the weegploeg: %(seat)s.")
        yield field_fault("7.2", "rollen", text, seat=seat)
    if rollen - {Rol.CASUSOVERLEG} and soort is Soort.EXTERN:
        text = gettext_noop("An externe casuspartner has no other role than at the table: %(seat)s.")
        yield field_fault("10.5", "rollen", text, seat=seat)


def _manager(wie: Wie) -> Iterator[Reason]:
    if Rol.AUTORISATIEBEHEERDER not in wie.rollen:
        yield right_fault("15.2.c", "manager", gettext_noop("Only the manager of authorisations does this."))


@carries_out("15.2.c")
def may_see_people(wie: Wie, *, day: date) -> Verdict:
    """Say whether people and authorisations may be seen. Covenant 15.2.c."""
    return hide_for([*standing(wie, convenant_id=wie.convenant.id, day=day), *_manager(wie)])


@carries_out("15.2.b", "15.2.c", "5")
def may_grant(  # an authorisation is a person, an organisation, a role
    wie: Wie,
    *,
    medewerker_id: MedewerkerId | None,
    organisatie_id: OrganisatieId,
    rollen: frozenset[Rol],
    held: frozenset[Rol],
    naam: str,
    email: str,
    day: date,
    is_kept_away: bool = False,
) -> Verdict:
    """Say whether these roles may be given. Covenant 15.2.c. Reading: never to oneself; roles fit the organisation.

    Who is kept away from a subject (`is_kept_away`) is no uitvoerder: that one sees all that a request asks for.
    """
    seen = may_see_people(wie, day=day)
    if not seen.is_allowed:
        return seen

    def reasons() -> Iterator[Reason]:
        if medewerker_id is not None and medewerker_id == wie.medewerker_id:
            yield right_fault("15.2.c", "own", gettext_noop("Nobody gives an authorisation to themselves."))
        if is_kept_away and Rol.UITVOERDER in rollen:
            yield field_fault("15.2.b", "rollen", gettext_noop("This person cannot do this work for every file."))
        yield from text_reason("15.2.c", "naam", naam)
        if not re.fullmatch(r"[^@\s]+@[^@\s]+", email):
            yield field_fault("15.2.c", "email", gettext_noop("This is not an e-mail address."))
        organisatie = wie.convenant.organisatie(organisatie_id)
        if organisatie is None or not organisatie.is_in_force_on(day):
            yield field_fault("15.2.c", "organisatie_id", gettext_noop("Choose an organisation of this covenant."))
            return
        yield from role_reasons(rollen, soort=organisatie.soort, seat=organisatie.naam, held=held)

    return refuse_for(reasons())


@carries_out("15.2.c")
def may_withdraw(wie: Wie, *, medewerker_id: MedewerkerId | None, day: date) -> Verdict:
    """Say whether an authorisation may be withdrawn. Covenant 15.2.c. Reading: another manager ends one's own."""
    seen = may_see_people(wie, day=day)
    if not seen.is_allowed:
        return seen

    def reasons() -> Iterator[Reason]:
        if medewerker_id is None:
            yield field_fault("15.2.c", "autorisatie_id", gettext_noop("Choose an authorisation of this covenant."))
        elif medewerker_id == wie.medewerker_id:
            yield right_fault("15.2.c", "own", gettext_noop("Another manager ends your own authorisation."))

    return refuse_for(reasons())


@carries_out("14.1")
def may_accept_geheimhouding(wie: Wie, *, is_current: bool) -> Verdict:
    """Say whether somebody may read and accept the secrecy text: everybody with an authorisation. Covenant 14.1."""
    if not wie.rollen or wie.medewerker_id is None:
        return hide_for([right_fault("15.2.c", "no-authorisation", gettext_noop("There is no valid authorisation."))])
    if not is_current:
        return refuse_for([field_fault("14.1", "versie", gettext_noop("This is not the current secrecy text."))])
    return ALLOWED


@carries_out("1", "11.1")
def may_open_convenant(wie: Wie) -> Verdict:
    """Say whether the covenant itself may be read: by everybody with an authorisation in it. Covenant 11.1."""
    if not wie.rollen:
        return hide_for([right_fault("15.2.c", "no-authorisation", gettext_noop("There is no valid authorisation."))])
    return ALLOWED


def _operator(wie: Wie) -> Iterator[Reason]:
    if Rol.OPERATOR not in wie.rollen:
        yield right_fault("15.2.c", "operator", gettext_noop("Only the command line does this."))


@carries_out("1", "18.1", "B1.3")
def may_load_convenant(wie: Wie, *, is_known: bool) -> Verdict:
    """Say whether a covenant may be loaded: by the operator, under a code that is new. Covenant 18.1."""
    away = tuple(_operator(wie))
    if away:
        return hide_for(away)
    if is_known:
        return refuse_for([state_fault("18.1", "known", gettext_noop("A covenant with this code is there already."))])
    return ALLOWED


@carries_out("15.2.c", "7.2")
def may_load_people(
    wie: Wie, *, unknown: Collection[str], seats: Collection[tuple[str, Soort, frozenset[Rol], frozenset[Rol]]]
) -> Verdict:
    """Say whether people may be loaded: by the operator, into organisations that are known. Covenant 15.2.c.

    A seat is its name, the kind of organisation, the roles it gives, and those that the person has beside it.
    """
    away = tuple(_operator(wie))
    if away:
        return hide_for(away)

    def reasons() -> Iterator[Reason]:
        for seat in unknown:
            text = gettext_noop("There is no organisation %(seat)s.")
            yield field_fault("15.2.c", "organisatie", text, seat=seat)
        for seat, soort, rollen, held in seats:
            yield from role_reasons(rollen, soort=soort, seat=seat, held=held)

    return refuse_for(reasons())


@carries_out("15.2.d")
def may_see_tokens(wie: Wie, *, day: date) -> Verdict:
    """Say whether somebody may see and withdraw their own tokens. Covenant 15.2.d."""
    return hide_for(standing(wie, convenant_id=wie.convenant.id, day=day))


@carries_out("15.2.d")
def may_hold_token(wie: Wie, *, naam: str, day: date) -> Verdict:
    """Say whether somebody may make a personal token, for themselves. Covenant 15.2.d."""
    seen = may_see_tokens(wie, day=day)
    return refuse_for(text_reason("15.2.d", "naam", naam)) if seen.is_allowed else seen
