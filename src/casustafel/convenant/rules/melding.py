"""Telling who received data what was carried out, and hearing that they corrected their own copies. Covenant 12.6."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import Rol, StukFeit, Wie
from casustafel.convenant.melding import Meldstaat
from casustafel.convenant.partij import CASUSPARTIJEN, Soort
from casustafel.convenant.rules.toegang import is_weegploeg, standing
from casustafel.convenant.rules.verzoek import away_from_verzoek, identity_reasons, prepares
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
from casustafel.convenant.verzoek import VerzoekFeit, Verzoekstaat, must_carry_out

BEFORE_TOLD = frozenset({Verzoekstaat.BESLOTEN, Verzoekstaat.BEANTWOORD, Verzoekstaat.UITGEVOERD})


@carries_out("12.6")
def may_add_ontvanger(wie: Wie, feit: VerzoekFeit, *, naam: str, adres: str, wat: str, op: date, day: date) -> Verdict:
    """Say whether a recipient that the system does not know may be added: by who prepares, until all are told.

    Covenant 12.6. Reading: every recipient is told (AVG 19), also one outside, such as who got data by post.
    """

    def reasons() -> Iterator[Reason]:
        yield from identity_reasons(feit)
        if feit.staat not in BEFORE_TOLD or not must_carry_out(feit):
            text = gettext_noop("Recipients are added after the decision, until everybody is told.")
            yield state_fault("12.6", "step", text)
        yield from text_reason("12.6", "naam", naam)
        yield from text_reason("12.6", "adres", adres)
        yield from text_reason("12.6", "wat", wat)
        if op > day:
            yield field_fault("12.6", "verstrekt_op", gettext_noop("This day has not come yet."))

    return prepares(wie, feit, day=day, reasons=reasons())


@carries_out("12.6")
def may_notify_verzoek(wie: Wie, feit: VerzoekFeit, *, day: date) -> Verdict:
    """Say whether everybody may be told: once every file has the change. Covenant 12.6.

    Reading: the kernpartijen, who takes part in the case, and every recipient (AVG 19). They are derived: nobody is
    left out.
    """

    def reasons() -> Iterator[Reason]:
        yield from identity_reasons(feit)
        if feit.staat is not Verzoekstaat.UITGEVOERD:
            text = gettext_noop("Others are told once, after the decision was carried out.")
            yield state_fault("12.6", "step", text)

    return prepares(wie, feit, day=day, reasons=reasons())


def hears(wie: Wie) -> bool:
    """Tell whether somebody speaks for an organisation that is told: in the weegploeg, or at the tables."""
    at_tables = wie.soort in CASUSPARTIJEN | {Soort.EXTERN} and Rol.CASUSOVERLEG in wie.rollen
    return is_weegploeg(wie) or at_tables


def own_meldingen(wie: Wie, feit: VerzoekFeit) -> tuple[StukFeit, ...]:
    """Give the notices that somebody's organisation got of a request."""
    own = wie.organisatie_id
    return tuple(one for one in feit.meldingen if own is not None and one.organisatie_id == own)


@carries_out("12.6")
def may_find_meldingen(wie: Wie, *, day: date) -> Verdict:
    """Say whether somebody may have notices: who speaks for an organisation that can be told. Covenant 12.6."""
    away = tuple(standing(wie, convenant_id=wie.convenant.id, day=day))
    if away or not hears(wie):
        text = gettext_noop("Only who speaks for an organisation is told for it.")
        return hide_for([*away, right_fault("12.6", "speaks", text)])
    return ALLOWED


@carries_out("12.6", "10.4")
def may_open_melding(wie: Wie, feit: VerzoekFeit, *, day: date) -> Verdict:
    """Say whether somebody sees the notice of their own organisation: that, whose data, and nothing else. Cov. 12.6.

    Who was not told learns not even that there is a request.
    """
    away = away_from_verzoek(wie, feit, day=day)
    may = may_find_meldingen(wie, day=day) if away.is_allowed else away
    if not may.is_allowed:
        return may
    if not own_meldingen(wie, feit):
        return hide_for([right_fault("12.6", "not-told", gettext_noop("Your organisation was not told of this."))])
    return ALLOWED


@carries_out("12.6")
def may_acknowledge_melding(wie: Wie, feit: VerzoekFeit, *, melding_id: UUID, gedaan: str, day: date) -> Verdict:
    """Say whether an organisation may report that it corrected its own copies: once, for its own notice. Cov. 12.6."""
    seen = may_open_melding(wie, feit, day=day)
    if not seen.is_allowed:
        return seen
    own: dict[UUID, StukFeit] = {one.id: one for one in own_meldingen(wie, feit)}

    def reasons() -> Iterator[Reason]:
        if melding_id not in own:
            yield field_fault("12.6", "melding_id", gettext_noop("This notice is not yours."))
        elif own[melding_id].staat != Meldstaat.OPEN:
            yield state_fault("12.6", "done", gettext_noop("This was reported already."))
        yield from text_reason("12.6", "gedaan", gedaan)

    return refuse_for(reasons())
