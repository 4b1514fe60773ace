"""Who sees a meeting, which part of its agenda, and who leads it. Covenant 7.3, 9.1, 9.4, 8.4, 10.4, 5.

A subject that somebody may not know of is not on the agenda for them: every rule looks at what they see of a meeting.
"""

from collections.abc import Collection, Iterator
from datetime import date
from types import MappingProxyType
from typing import Final
from uuid import UUID

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import (
    UNDECIDED,
    CasusFeit,
    CasusStaat,
    DossierFeit,
    DossierStaat,
    OrganisatieId,
    Rol,
    Taak,
    Wie,
)
from casustafel.convenant.overleg import TO_COME, Bord, OverlegFeit, OverlegStaat, PuntFeit
from casustafel.convenant.partij import PARTIJEN
from casustafel.convenant.rules.tafel import within
from casustafel.convenant.rules.toegang import (
    at_table,
    is_weegploeg,
    may_find_casussen,
    may_find_dossier,
    may_find_dossiers,
    may_open_casus,
    may_open_plan,
    standing,
)
from casustafel.convenant.rules.weegploeg import working_reasons
from casustafel.convenant.verdict import (
    Reason,
    Verdict,
    field_fault,
    gettext_noop,
    hide_for,
    refuse_for,
    right_fault,
    state_fault,
)

ARTIKEL: Final = MappingProxyType({Bord.WEEGPLOEG: "7.3", Bord.CASUSOVERLEG: "9.1"})
ON_AGENDA: Final = UNDECIDED | {DossierStaat.AGENDEREN}


@carries_out("7.3", "9.1")
def may_find_overleggen(wie: Wie, bord: Bord, *, day: date) -> Verdict:
    """Say whether this person has a list of the meetings of a board at all. Covenant 8.4, 10.4."""
    return may_find_dossiers(wie, day=day) if bord is Bord.WEEGPLOEG else may_find_casussen(wie, day=day)


@carries_out("8.4", "10.4", "10.5")
def may_see_punt(wie: Wie, feit: DossierFeit | CasusFeit, *, day: date) -> Verdict:
    """Say whether a subject on an agenda exists for this person.

    Covenant 8.4, 10.4, 10.5. Reading: who finds the dossier, or sits at the table of the casus; a partner has its
    number only.
    """
    if isinstance(feit, DossierFeit):
        return may_find_dossier(wie, feit.kop, day=day)
    return may_open_plan(wie, feit.kop, day=day)


def visible(wie: Wie, overleg: OverlegFeit, *, day: date) -> tuple[PuntFeit, ...]:
    """Give the agenda as it is for this person."""
    return tuple(punt for punt in overleg.punten if may_see_punt(wie, punt.feit, day=day).is_allowed)


def huidig(wie: Wie, overleg: OverlegFeit, *, day: date) -> UUID | None:
    """Give the subject that is being discussed; while it is another's, nothing is, as between two subjects."""
    seen = {punt.houder_id for punt in visible(wie, overleg, day=day)}
    return overleg.huidig if overleg.huidig in seen else None


@carries_out("9.1", "10.4", "8.4", "5")
def may_see_overleg(wie: Wie, overleg: OverlegFeit, *, day: date) -> Verdict:
    """Say whether a meeting exists for this person.

    Covenant 8.4, 10.4, 5. Reading: it does for who sees a subject on its agenda, for the organisation that planned it,
    and for the uitvoerder with a named task; one of the weegploeg also while its agenda is empty.
    """
    away = tuple(standing(wie, convenant_id=overleg.convenant_id, day=day))
    if away:
        return hide_for(away)
    general = may_find_overleggen(wie, overleg.bord, day=day)
    if not general.is_allowed or _is_theirs(wie, overleg) or visible(wie, overleg, day=day):
        return general
    text = gettext_noop("There is nothing on the agenda of this meeting that you may know of.")
    return hide_for([right_fault("10.4", "agenda", text)])


def _is_theirs(wie: Wie, overleg: OverlegFeit) -> bool:
    is_own = _acts(wie, overleg.bord) and wie.organisatie_id == overleg.gepland_door
    return Rol.UITVOERDER in wie.rollen or is_own or (overleg.bord is Bord.WEEGPLOEG and not overleg.punten)


def _acts(wie: Wie, bord: Bord) -> bool:
    """Tell whether this person speaks for a kernpartij in the weegploeg, or for a party in the casusoverleg."""
    if bord is Bord.WEEGPLOEG:
        return is_weegploeg(wie)
    return Rol.CASUSOVERLEG in wie.rollen and wie.soort in PARTIJEN


def _prepares(wie: Wie, bord: Bord) -> Iterator[Reason]:
    """Ask for a party of the board, or for the uitvoerder who prepares it. Covenant 5."""
    if _acts(wie, bord):
        return
    if Rol.UITVOERDER not in wie.rollen:
        text = gettext_noop("Only a party of this board does this, or the uitvoerder who prepares it.")
        yield right_fault(ARTIKEL[bord], "party", text)
    else:
        yield from _preparing(wie)


def _preparing(wie: Wie) -> Iterator[Reason]:
    if wie.taak is not Taak.VOORBEREIDEN:
        yield field_fault("5", "taak", gettext_noop("Name the task: to prepare the boards. It covers this."))


def _leads(wie: Wie, overleg: OverlegFeit) -> Iterator[Reason]:
    """Ask for who leads the meeting: in a casusoverleg a party leads the meetings that it planned."""
    yield from _prepares(wie, overleg.bord)
    by_party = overleg.bord is Bord.CASUSOVERLEG and _acts(wie, overleg.bord)
    if by_party and wie.organisatie_id != overleg.gepland_door and Rol.UITVOERDER not in wie.rollen:
        text = gettext_noop("The party that planned this meeting leads it, or the uitvoerder who prepares it.")
        yield right_fault("9.1", "planned", text)


@carries_out("7.3", "9.1", "5")
def leads(wie: Wie, overleg: OverlegFeit) -> bool:
    """Tell whether this person leads the meeting: for a screen that offers only what can be done."""
    return not any(_leads(wie, overleg))


@carries_out("7.3", "9.1", "5")
def prepares(wie: Wie, bord: Bord) -> bool:
    """Tell whether this person may plan meetings of a board and fill their agenda."""
    return not any(_prepares(wie, bord))


def _stands(overleg: OverlegFeit, *staten: OverlegStaat) -> Iterator[Reason]:
    if overleg.staat not in staten:
        text = gettext_noop("That is not possible in the state that this meeting is in now.")
        yield state_fault(ARTIKEL[overleg.bord], "state", text)


def _has_come(overleg: OverlegFeit, *, day: date) -> Iterator[Reason]:
    if day < overleg.op:
        text = gettext_noop("The day of this meeting has not come yet.")
        yield state_fault(ARTIKEL[overleg.bord], "day", text)


def _not_yours(bord: Bord, name: str) -> Reason:
    text = gettext_noop("Choose a subject that is on your agenda, or that you may put there.")
    return field_fault(ARTIKEL[bord], name, text)


def _when_and_where(wie: Wie, bord: Bord, *, op: date, plaats_id: OrganisatieId | None, day: date) -> Iterator[Reason]:
    if op < day:
        yield field_fault(ARTIKEL[bord], "op", gettext_noop("A meeting is planned for today or for a later day."))
    place = wie.convenant.organisatie(plaats_id) if plaats_id else None
    if plaats_id and (place is None or not place.is_in_force_on(day)):
        text = gettext_noop("A meeting is held at an organisation of this covenant, or at a distance.")
        yield field_fault(ARTIKEL[bord], "plaats_id", text)


@carries_out("7.3", "9.1")
def may_move_overleg(
    wie: Wie, overleg: OverlegFeit, *, op: date, plaats_id: OrganisatieId | None, day: date
) -> Verdict:
    """Say whether the meeting may go to another day, time or place: as long as it has not begun. Covenant 7.3, 9.1."""

    def reasons() -> Iterator[Reason]:
        yield from _leads(wie, overleg)
        yield from _stands(overleg, OverlegStaat.GEPLAND)
        yield from _when_and_where(wie, overleg.bord, op=op, plaats_id=plaats_id, day=day)

    return within(wie, may_see_overleg(wie, overleg, day=day), reasons(), day=day)


@carries_out("7.3", "9.1", "5")
def may_plan_overleg(
    wie: Wie, bord: Bord, *, op: date, plaats_id: OrganisatieId | None, is_seated: bool, day: date
) -> Verdict:
    """Say whether a meeting of a board may be planned.

    Covenant 7.3, 9.1, 5. Reading: by a kernpartij in the weegploeg, by a party that sits at a table of the
    casusoverleg, or by the uitvoerder who prepares the boards; at an organisation of the covenant, or at a distance.
    """

    def reasons() -> Iterator[Reason]:
        yield from working_reasons(wie, day=day)
        yield from _prepares(wie, bord)
        if bord is Bord.CASUSOVERLEG and Rol.UITVOERDER not in wie.rollen and not is_seated:
            yield right_fault("9.1", "seat", gettext_noop("Your organisation sits at no table that could meet."))
        yield from _when_and_where(wie, bord, op=op, plaats_id=plaats_id, day=day)

    general = may_find_overleggen(wie, bord, day=day)
    return general if not general.is_allowed else refuse_for(reasons())


def _may_bring(wie: Wie, feit: DossierFeit | CasusFeit | None, *, day: date) -> bool:
    """Tell whether this person may put a subject on an agenda: one they open the file of, and that is not closed."""
    if isinstance(feit, DossierFeit):
        return may_find_dossier(wie, feit.kop, day=day).is_allowed and feit.kop.staat in ON_AGENDA
    if feit is None or feit.kop.staat is CasusStaat.AFGESLOTEN:
        return False
    return may_open_casus(wie, feit.kop, day=day).is_allowed


@carries_out("7.3", "9.1", "9.4")
def may_put_on_agenda(wie: Wie, overleg: OverlegFeit, feit: DossierFeit | CasusFeit | None, *, day: date) -> Verdict:
    """Say whether a dossier or casus may be put on the agenda.

    Covenant 7.3, 9.1, 9.4. One that does not exist, and one that they may not know of, get the same answer.
    """

    def reasons() -> Iterator[Reason]:
        yield from _prepares(wie, overleg.bord)
        yield from _stands(overleg, *TO_COME)
        if feit is None or not _may_bring(wie, feit, day=day):
            yield _not_yours(overleg.bord, "punt_id")
        elif feit.kop.id in {punt.houder_id for punt in overleg.punten}:
            text = gettext_noop("This subject is on the agenda already.")
            yield field_fault(ARTIKEL[overleg.bord], "punt_id", text)

    return within(wie, may_see_overleg(wie, overleg, day=day), reasons(), day=day)


def _on_agenda(wie: Wie, overleg: OverlegFeit, ids: Collection[UUID], *, name: str, day: date) -> Iterator[Reason]:
    if not set(ids) <= {punt.houder_id for punt in visible(wie, overleg, day=day)}:
        yield _not_yours(overleg.bord, name)


@carries_out("7.3", "9.1")
def may_take_off_agenda(wie: Wie, overleg: OverlegFeit, punt_id: UUID, *, day: date) -> Verdict:
    """Say whether a subject may be taken off the agenda: not once it has been discussed. Covenant 7.3, 9.1."""

    def reasons() -> Iterator[Reason]:
        yield from _prepares(wie, overleg.bord)
        yield from _stands(overleg, *TO_COME)
        yield from _on_agenda(wie, overleg, [punt_id], name="punt_id", day=day)
        seen = {punt.houder_id for punt in visible(wie, overleg, day=day) if punt.is_besproken}
        if punt_id in seen or punt_id == huidig(wie, overleg, day=day):
            text = gettext_noop("This subject has been discussed; it stays on the agenda.")
            yield state_fault(ARTIKEL[overleg.bord], "discussed", text)

    return within(wie, may_see_overleg(wie, overleg, day=day), reasons(), day=day)


@carries_out("7.3", "9.1")
def may_order_agenda(wie: Wie, overleg: OverlegFeit, punten: Collection[UUID], *, day: date) -> Verdict:
    """Say whether the agenda may be put in this order: all that this person sees of it, once. Covenant 7.3, 9.1."""

    def reasons() -> Iterator[Reason]:
        yield from _leads(wie, overleg)
        yield from _stands(overleg, *TO_COME)
        if sorted(punten) != sorted(punt.houder_id for punt in visible(wie, overleg, day=day)):
            text = gettext_noop("The agenda changed meanwhile. Look at it again, then put it in order.")
            yield field_fault(ARTIKEL[overleg.bord], "punten", text)

    return within(wie, may_see_overleg(wie, overleg, day=day), reasons(), day=day)


@carries_out("7.3", "9.1")
def may_start_overleg(wie: Wie, overleg: OverlegFeit, *, day: date) -> Verdict:
    """Say whether the meeting may begin: on its day, or later where it was late. Covenant 7.3, 9.1."""

    def reasons() -> Iterator[Reason]:
        yield from _leads(wie, overleg)
        yield from _stands(overleg, OverlegStaat.GEPLAND)
        yield from _has_come(overleg, day=day)

    return within(wie, may_see_overleg(wie, overleg, day=day), reasons(), day=day)


def expected(wie: Wie, overleg: OverlegFeit, *, day: date) -> frozenset[OrganisatieId]:
    """Give the organisations that may be present, as far as this person knows: those that the subjects bring here."""
    if overleg.bord is Bord.WEEGPLOEG:
        return frozenset(partij.id for partij in wie.convenant.kernpartijen_on(day))
    tables = [p.feit.kop for p in visible(wie, overleg, day=day) if isinstance(p.feit, CasusFeit)]
    return frozenset(seat.organisatie_id for kop in tables for seat in kop.deelnemers if seat.is_at_table_on(day))


def _sits(wie: Wie, overleg: OverlegFeit, *, day: date) -> bool:
    if overleg.bord is Bord.WEEGPLOEG:
        return is_weegploeg(wie)
    koppen = [punt.feit.kop for punt in overleg.punten if isinstance(punt.feit, CasusFeit)]
    return any(at_table(wie, kop, day=day) for kop in koppen)


@carries_out("9.1", "7.3", "5")
def may_record_aanwezig(wie: Wie, overleg: OverlegFeit, *, organisatie_id: OrganisatieId | None, day: date) -> Verdict:
    """Say whether it may be recorded that somebody is present.

    Covenant 9.1, 7.3, 5. Reading: a representative says so in their own session, for their own organisation; the
    uitvoerder who prepares the board records an organisation that the agenda brings to the table.
    """

    def reasons() -> Iterator[Reason]:
        yield from _stands(overleg, *TO_COME)
        yield from _has_come(overleg, day=day)
        is_own = organisatie_id is None or organisatie_id == wie.organisatie_id
        if is_own and _sits(wie, overleg, day=day):
            return
        if Rol.UITVOERDER not in wie.rollen:
            text = gettext_noop("You say so for your own organisation, when a subject brings it to the table.")
            yield field_fault(ARTIKEL[overleg.bord], "organisatie_id", text)
            return
        yield from _preparing(wie)
        if organisatie_id not in expected(wie, overleg, day=day):
            text = gettext_noop("Name an organisation that this meeting brings to the table.")
            yield field_fault(ARTIKEL[overleg.bord], "organisatie_id", text)

    return within(wie, may_see_overleg(wie, overleg, day=day), reasons(), day=day)


@carries_out("7.3", "9.1", "9.4")
def may_discuss_punt(wie: Wie, overleg: OverlegFeit, punt_id: UUID | None, *, day: date) -> Verdict:
    """Say whether the meeting may go on to a subject, or to none: one at a time. Covenant 7.3, 9.1, 9.4."""

    def reasons() -> Iterator[Reason]:
        yield from _leads(wie, overleg)
        yield from _stands(overleg, OverlegStaat.BEZIG)
        yield from _on_agenda(wie, overleg, [punt_id] if punt_id else [], name="punt_id", day=day)

    return within(wie, may_see_overleg(wie, overleg, day=day), reasons(), day=day)


@carries_out("7.3", "9.1", "9.4")
def may_finish_overleg(wie: Wie, overleg: OverlegFeit, besproken: Collection[UUID], *, day: date) -> Verdict:
    """Say whether the meeting may be finished, with what was discussed. Covenant 7.3, 9.1, 9.4.

    Reading: a meeting decides nothing; what is decided are the acts of the covenant, each by who may do it.
    """

    def reasons() -> Iterator[Reason]:
        yield from _leads(wie, overleg)
        yield from _stands(overleg, OverlegStaat.BEZIG)
        yield from _on_agenda(wie, overleg, besproken, name="besproken", day=day)

    return within(wie, may_see_overleg(wie, overleg, day=day), reasons(), day=day)


@carries_out("7.3", "9.1")
def may_cancel_overleg(wie: Wie, overleg: OverlegFeit, *, day: date) -> Verdict:
    """Say whether the meeting may be called off: as long as it has not begun. Covenant 7.3, 9.1."""

    def reasons() -> Iterator[Reason]:
        yield from _leads(wie, overleg)
        yield from _stands(overleg, OverlegStaat.GEPLAND)

    return within(wie, may_see_overleg(wie, overleg, day=day), reasons(), day=day)
