"""Asking for an authorisation, and confirming every half year that it is still needed. Covenant 15.2.c, 15.2.f."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import MedewerkerId, OrganisatieId, Rol, Wie
from casustafel.convenant.regime import TermijnCode, regime
from casustafel.convenant.rules.beheer import may_see_people, role_reasons
from casustafel.convenant.rules.toegang import standing
from casustafel.convenant.rules.vervanging import VERVANGBAAR
from casustafel.convenant.rules.weegploeg import text_reason
from casustafel.convenant.termijn import add_months, last_day
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

AHEAD = 1
"""Months before its last day from which the confirmation of an authorisation is asked for."""

OVERSEES = frozenset({Rol.AUTORISATIEBEHEERDER, Rol.TOEZICHTHOUDER})


class Autorisatiestap(StrEnum):
    """What was done with an authorisation. Covenant 15.2.c, 15.2.f."""

    VERLEEND = "verleend"
    BEVESTIGD = "bevestigd"
    INGETROKKEN = "ingetrokken"


class Vraaguitkomst(StrEnum):
    """How far a request for an authorisation is. Covenant 15.2.c."""

    OPEN = "open"
    VERLEEND = "verleend"
    GEWEIGERD = "geweigerd"


@dataclass(frozen=True, slots=True, kw_only=True)
class AutorisatieFeit:
    """An authorisation that holds; `tot` is the first day on which it no longer does.

    `has_colleague` tells whether its organisation has another representative than the holder, who can confirm it.
    """

    id: UUID
    medewerker_id: MedewerkerId
    organisatie_id: OrganisatieId
    tot: date
    has_colleague: bool


def represents(wie: Wie) -> bool:
    """Tell whether somebody represents an organisation in a board, and is no deputy."""
    return bool(wie.rollen & VERVANGBAAR) and wie.organisatie_id is not None and not wie.is_plaatsvervanger


@carries_out("15.2.f")
def may_see_autorisaties(wie: Wie, *, day: date) -> Verdict:
    """Say whether authorisations may be reviewed: by who represents an organisation, those of its own people.

    Covenant 15.2.f. Reading: the manager and the toezichthouder see those of all.
    """
    away = tuple(standing(wie, convenant_id=wie.convenant.id, day=day))
    if away:
        return hide_for(away)
    if represents(wie) or wie.rollen & OVERSEES:
        return ALLOWED
    text = gettext_noop("Representatives review the authorisations of their own people.")
    return hide_for([right_fault("15.2.f", "representative", text)])


@carries_out("15.2.f")
def may_find_werk_autorisaties(wie: Wie, *, day: date) -> Verdict:
    """Say whether something can wait for somebody: to confirm, or as the manager to answer. Covenant 15.2.c, 15.2.f."""
    seen = may_see_autorisaties(wie, day=day)
    if not seen.is_allowed or represents(wie) or Rol.AUTORISATIEBEHEERDER in wie.rollen:
        return seen
    return hide_for([right_fault("15.2.f", "representative", gettext_noop("Who oversees confirms nothing."))])


def sees_all(wie: Wie) -> bool:
    """Tell whether somebody sees the authorisations of every organisation. Covenant 15.2.f."""
    return bool(wie.rollen & OVERSEES)


@carries_out("15.2.f")
def confirms(wie: Wie, autorisatie: AutorisatieFeit) -> bool:
    """Tell whether it is this person who confirms an authorisation: a representative of that organisation.

    Reading: nobody confirms the own one. The manager, who granted it, does so only where no colleague can.
    """
    if autorisatie.medewerker_id == wie.medewerker_id:
        return False
    if represents(wie) and autorisatie.organisatie_id == wie.organisatie_id:
        return True
    return Rol.AUTORISATIEBEHEERDER in wie.rollen and not autorisatie.has_colleague


@carries_out("15.2.f")
def confirm_from(autorisatie: AutorisatieFeit) -> date:
    """Give the day from which the confirmation of an authorisation is asked for. Covenant 15.2.f."""
    return add_months(autorisatie.tot, months=-AHEAD)


def lasts_until(regime_code: str, *, day: date) -> date:
    """Give the first day on which an authorisation of this day no longer holds. Covenant 15.2.f: six months."""
    return last_day(day, termijn=regime(regime_code).term(TermijnCode.AUTORISATIE)) + timedelta(days=1)


@carries_out("15.2.f")
def may_confirm_autorisaties(
    wie: Wie, *, gekozen: Collection[UUID], geldend: Collection[AutorisatieFeit], day: date
) -> Verdict:
    """Say whether these authorisations may be confirmed for another term. Covenant 15.2.f.

    `geldend` are those of `gekozen` that hold. Reading: one that lapsed is granted anew, by the manager.
    """
    seen = may_see_autorisaties(wie, day=day)
    if not seen.is_allowed:
        return seen

    def reasons() -> Iterator[Reason]:
        if any(one.medewerker_id == wie.medewerker_id for one in geldend):
            yield right_fault("15.2.f", "own", gettext_noop("Somebody else confirms your own authorisation."))
        own = {one.id for one in geldend if confirms(wie, one) or one.medewerker_id == wie.medewerker_id}
        if not gekozen or not set(gekozen) <= own:
            text = gettext_noop("Choose authorisations of people of your organisation that have not ended.")
            yield field_fault("15.2.f", "autorisaties", text)

    return refuse_for(reasons())


@carries_out("15.2.c")
def may_end_autorisatie(wie: Wie, autorisatie: AutorisatieFeit | None, *, reden: str, day: date) -> Verdict:
    """Say whether a representative may end the authorisation of a colleague who no longer needs it. Covenant 15.2.c."""
    seen = may_see_autorisaties(wie, day=day)
    if not seen.is_allowed:
        return seen

    def reasons() -> Iterator[Reason]:
        if autorisatie is None or not confirms(wie, autorisatie):
            text = gettext_noop("Choose an authorisation of somebody else of your organisation.")
            yield field_fault("15.2.c", "autorisatie_id", text)
        yield from text_reason("15.2.c", "reden", reden)

    return refuse_for(reasons())


@carries_out("15.2.b", "15.2.c", "5")
def may_ask_autorisatie(  # a request names a person, the roles, and why
    wie: Wie, *, naam: str, email: str, rollen: frozenset[Rol], reden: str, day: date
) -> Verdict:
    """Say whether a representative may ask for roles for somebody of the own organisation. Covenant 15.2.c.

    Reading: the roles fit the organisation and each other; the manager decides, and may refuse.
    """
    away = tuple(standing(wie, convenant_id=wie.convenant.id, day=day))
    if away:
        return hide_for(away)
    if not represents(wie) or wie.organisatie is None:
        text = gettext_noop("The representative of an organisation asks for an authorisation.")
        return hide_for([right_fault("15.2.c", "representative", text)])
    organisatie = wie.organisatie

    def reasons() -> Iterator[Reason]:
        yield from text_reason("15.2.c", "naam", naam)
        if "@" not in email:
            yield field_fault("15.2.c", "email", gettext_noop("This is not an e-mail address."))
        yield from role_reasons(rollen, soort=organisatie.soort, seat=organisatie.naam)
        yield from text_reason("15.2.c", "reden", reden)

    return refuse_for(reasons())


@carries_out("15.2.c")
def may_settle_vraag(wie: Wie, *, is_open: bool, reden: str, day: date) -> Verdict:
    """Say whether a request for an authorisation may be refused, with the reason: by the manager. Covenant 15.2.c."""
    seen = may_see_people(wie, day=day)
    if not seen.is_allowed:
        return seen

    def reasons() -> Iterator[Reason]:
        if not is_open:
            yield field_fault("15.2.c", "vraag_id", gettext_noop("Choose a request that waits for an answer."))
        yield from text_reason("15.2.c", "reden", reden)

    return refuse_for(reasons())
