"""Requests of the person concerned: who sees them, who receives and prepares, and the gate of identity. Covenant 12."""

from collections.abc import Collection, Iterator
from datetime import date
from uuid import UUID

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import OrganisatieId, Rol, StukFeit, Taak, Wie, of_kind
from casustafel.convenant.partij import CASUSPARTIJEN, KERNPARTIJEN, PARTIJEN
from casustafel.convenant.rules.toegang import is_weegploeg, standing
from casustafel.convenant.rules.uitsluiting import may_come_near
from casustafel.convenant.rules.weegploeg import LEEFTIJDSGROEPEN, text_reason
from casustafel.convenant.stuk import VerzoekStuk
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
from casustafel.convenant.verzoek import (
    UNANSWERED,
    Taakstaat,
    Vertegenwoordiging,
    VerzoekFeit,
    Verzoeksoort,
    Verzoekstaat,
    answer_by,
    check_by,
    kept_until,
    reminded_on,
    taak_late,
    taak_of,
)

ONDER_16 = frozenset(LEEFTIJDSGROEPEN[:2])
VERTEGENWOORDIGD = "vertegenwoordigd"
"""The state of the piece with who asks, where that is a representative: which kind is sealed."""


# --- who sees what ---


@carries_out("12.1", "12.2", "5")
def may_find_verzoeken(wie: Wie, *, day: date) -> Verdict:
    """Say whether somebody has the list of requests: kernpartijen in the weegploeg, and the uitvoerder. Covenant 12.1.

    Reading: the uitvoerder for the named task *request*; whoever else was given a task sees that task, and no list.
    """
    away = tuple(standing(wie, convenant_id=wie.convenant.id, day=day))
    return hide_for(away) if away else _reaches(wie)


def _reaches(wie: Wie) -> Verdict:
    if is_weegploeg(wie):
        return ALLOWED
    if Rol.UITVOERDER not in wie.rollen:
        return hide_for([right_fault("12.1", "handlers", gettext_noop("Only who handles requests sees them."))])
    if wie.taak is not Taak.VERZOEK:
        text = gettext_noop("Name the task for which you open this file: a request.")
        return refuse_for([field_fault("5", "taak", text)])
    return ALLOWED


@carries_out("12.1", "12.2", "5")
def may_find_werk_verzoeken(wie: Wie, *, day: date) -> Verdict:
    """Say whether somebody has requests among what waits: not the uitvoerder who named another task. Covenant 5."""
    if Rol.UITVOERDER in wie.rollen and wie.taak not in {None, Taak.VERZOEK}:
        text = gettext_noop("Only who handles requests sees them.")
        return hide_for([right_fault("5", "other-task", text)])
    return may_find_verzoeken(wie, day=day)


@carries_out("12.1", "13.1")
def may_find_verzoek(wie: Wie, feit: VerzoekFeit, *, day: date) -> Verdict:
    """Say whether a request may stand in a list, or be opened: by who decides on it or prepares it. Covenant 12.1."""
    away = away_from_verzoek(wie, feit, day=day)
    return away if not away.is_allowed else _reaches(wie)


def away_from_verzoek(wie: Wie, feit: VerzoekFeit, *, day: date) -> Verdict:
    """Hide a request from who has no standing in its covenant, and once its term has ended. Covenant 12.1, 13.1."""
    away = tuple(standing(wie, convenant_id=feit.convenant_id, day=day))
    if not away and not feit.treffers and day > kept_until(feit, wie.convenant):
        away = (right_fault("13.1", "past-term", gettext_noop("The term for which this is kept here has ended.")),)
    return hide_for(away) if away else may_come_near(wie, feit.treffers)


@carries_out("12.1", "12.3")
def may_find_verzoektaken(wie: Wie, *, day: date) -> Verdict:
    """Say whether somebody may have tasks for requests: of a party, or appointed to handle them. Covenant 12.1."""
    away = tuple(standing(wie, convenant_id=wie.convenant.id, day=day))
    if away or not (_speaks(wie) or Rol.BEHANDELAAR in wie.rollen):
        text = gettext_noop("Only who handles requests sees them.")
        return hide_for([*away, right_fault("12.1", "handlers", text)])
    return ALLOWED


@carries_out("12.1", "12.3")
def may_open_verzoektaak(wie: Wie, feit: VerzoekFeit, *, day: date) -> Verdict:
    """Say whether somebody sees the tasks of their own for a request: these, and whose request it is. Covenant 12.1.

    Reading: others may be appointed to handle requests; they see their tasks only.
    """
    away = away_from_verzoek(wie, feit, day=day)
    if not away.is_allowed:
        return away
    may = may_find_verzoektaken(wie, day=day)
    if not may.is_allowed:
        return may
    if not own_taken(wie, feit):
        return hide_for([right_fault("12.1", "no-task", gettext_noop("You have no task for this request."))])
    return ALLOWED


def own_taken(wie: Wie, feit: VerzoekFeit) -> tuple[StukFeit, ...]:
    """Give somebody's tasks: of the party for who speaks for it, in the own name for who was appointed. Cov. 12.1."""
    speaks, is_appointed = _speaks(wie), Rol.BEHANDELAAR in wie.rollen
    return tuple(taak for taak in taak_of(wie, feit) if (speaks if taak.bij_id is None else is_appointed))


def _speaks(wie: Wie) -> bool:
    """Tell whether somebody looks after the part of a party: of a kernpartij its representative in the weegploeg."""
    return is_weegploeg(wie) or (wie.soort in CASUSPARTIJEN and Rol.CASUSOVERLEG in wie.rollen)


# --- who prepares ---


def prepares(wie: Wie, feit: VerzoekFeit, *, day: date, reasons: Iterator[Reason]) -> Verdict:
    """Ask for the uitvoerder, who receives and prepares; a kernpartij that sees the request is told so."""
    seen = may_find_verzoek(wie, feit, day=day)
    if not seen.is_allowed:
        return seen
    if Rol.UITVOERDER not in wie.rollen or wie.taak is not Taak.VERZOEK:
        return refuse_for([_of_the_uitvoerder()])
    return refuse_for(reasons)


def _of_the_uitvoerder() -> Reason:
    return right_fault("12.1", "uitvoerder", gettext_noop("The uitvoerder receives requests and prepares them."))


@carries_out("12.1", "12.5", "5")
def may_receive_verzoek(  # a request is who asks, for whom, what, and when it came
    wie: Wie,
    *,
    soort: Verzoeksoort,
    naam: str,
    adres: str,
    gevraagd: str,
    vertegenwoordiging: Vertegenwoordiging,
    vertegenwoordiger: str,
    leeftijdsgroep: str,
    ontvangen_op: date,
    day: date,
) -> Verdict:
    """Say whether a request may be entered: by the uitvoerder, with who asks and what. Covenant 12.1, 12.5."""
    seen = may_find_verzoeken(wie, day=day)
    if not seen.is_allowed:
        return seen
    if Rol.UITVOERDER not in wie.rollen or wie.taak is not Taak.VERZOEK:
        return refuse_for([_of_the_uitvoerder()])

    def reasons() -> Iterator[Reason]:
        yield from text_reason("12.1", "naam", naam)
        yield from text_reason("12.1", "adres", adres)
        if soort is not Verzoeksoort.INZAGE:
            yield from text_reason("12.5", "gevraagd", gevraagd)
        if ontvangen_op > day:
            yield field_fault("12.3", "ontvangen_op", gettext_noop("A request cannot have come after today."))
        elif ontvangen_op < wie.convenant.in_werking_op:
            text = gettext_noop("The covenant was not in force on this day.")
            yield field_fault("12.3", "ontvangen_op", text)
        yield from representation_reasons(vertegenwoordiging, vertegenwoordiger, leeftijdsgroep=leeftijdsgroep)

    return refuse_for(reasons())


@carries_out("12.1")
def representation_reasons(
    vertegenwoordiging: Vertegenwoordiging, vertegenwoordiger: str, *, leeftijdsgroep: str
) -> Iterator[Reason]:
    """Say why somebody may not ask for another. Covenant 12.1: under sixteen, under curatele, or with a mentor."""
    if leeftijdsgroep and leeftijdsgroep not in LEEFTIJDSGROEPEN:
        yield field_fault("12.1", "leeftijdsgroep", gettext_noop("Choose an age group of the list."))
    if vertegenwoordiging is Vertegenwoordiging.GEEN:
        if vertegenwoordiger.strip():
            text = gettext_noop("Only for who is under 16, under curatele or has a mentor somebody else asks.")
            yield field_fault("12.1", "vertegenwoordiging", text)
        return
    yield from text_reason("12.1", "vertegenwoordiger", vertegenwoordiger)
    if vertegenwoordiging is Vertegenwoordiging.JONGER_DAN_16 and leeftijdsgroep not in ONDER_16:
        text = gettext_noop("From the age of 16 people ask for themselves.")
        yield field_fault("12.1", "leeftijdsgroep", text)


def is_represented(feit: VerzoekFeit) -> bool:
    """Tell whether a representative asks."""
    return any(stuk.staat == VERTEGENWOORDIGD for stuk in of_kind(feit.stukken, VerzoekStuk.AANVRAAG))


# --- the gate ---


@carries_out("12.1", "12.3")
def identity_reasons(feit: VerzoekFeit) -> Iterator[Reason]:
    """Say why nothing is decided or answered: whose request it is was not established. Covenant 12.3."""
    if not feit.is_established:
        text = gettext_noop("First establish who asks: before that nothing is decided or answered.")
        yield state_fault("12.3", "identity", text)


@carries_out("12.1", "12.3")
def may_establish_identiteit(  # both papers, and how each was seen
    wie: Wie,
    feit: VerzoekFeit,
    *,
    papier: str,
    gezien: str,
    vertegenwoordiging_papier: str,
    vertegenwoordiging_gezien: str,
    day: date,
) -> Verdict:
    """Say whether identity may be recorded as established: which paper, and how it was seen. Covenant 12.1, 12.3.

    Reading: of a representative two papers, the own one and that of the representation; no copy and no number is kept.
    """

    def reasons() -> Iterator[Reason]:
        yield from _only_in(feit, Verzoekstaat.ONTVANGEN)
        yield from text_reason("12.3", "papier", papier)
        yield from text_reason("12.3", "gezien", gezien)
        if is_represented(feit):
            yield from text_reason("12.1", "vertegenwoordiging_papier", vertegenwoordiging_papier)
            yield from text_reason("12.1", "vertegenwoordiging_gezien", vertegenwoordiging_gezien)

    return prepares(wie, feit, day=day, reasons=reasons())


def _only_in(feit: VerzoekFeit, *staten: Verzoekstaat) -> Iterator[Reason]:
    if feit.staat not in staten:
        yield state_fault("12.3", "step", gettext_noop("This step is not the one that this request is at."))


@carries_out("12.3")
def may_close_onbekend(wie: Wie, feit: VerzoekFeit, *, brief: str, day: date) -> Verdict:
    """Say whether a request may end with the letter that identity was not established, and confirms nothing. Cov. 12.3.

    Reading: on the last day of the 28, or after it; until then identity can still be established.
    """

    def reasons() -> Iterator[Reason]:
        yield from _only_in(feit, Verzoekstaat.ONTVANGEN)
        if day < answer_by(feit, wie.convenant):
            text = gettext_noop("Until the last day to answer, identity can still be established.")
            yield state_fault("12.3", "in-term", text)
        yield from text_reason("12.3", "brief", brief)

    return prepares(wie, feit, day=day, reasons=reasons())


# --- the parts of the parties, and of who was appointed ---


@carries_out("12.1", "12.3")
def may_give_verzoektaak(  # a task is for whom, what, and by which day
    wie: Wie,
    feit: VerzoekFeit,
    *,
    organisatie_id: OrganisatieId,
    opdracht: str,
    uiterlijk_op: date | None,
    is_behandelaar: bool | None = None,
    day: date,
) -> Verdict:
    """Say whether a party, or somebody appointed, may be given a task for a request. Covenant 12.1, 12.3.

    `is_behandelaar` tells of a person whether the party appointed them. Reading: parties in force only; by a day that
    is not past, and not after the answer is due while that is ahead.
    """

    def reasons() -> Iterator[Reason]:
        yield from _unanswered(feit)
        yield from text_reason("12.1", "opdracht", opdracht)
        found = wie.convenant.organisatie(organisatie_id)
        if found is None or found.soort not in PARTIJEN or not found.is_in_force_on(day):
            yield field_fault("12.1", "organisatie_id", gettext_noop("Choose a party that takes part on this day."))
        if is_behandelaar is False:
            text = gettext_noop("This person is not appointed to handle requests for this party.")
            yield field_fault("12.1", "medewerker_id", text)
        last = max(answer_by(feit, wie.convenant), day)
        if uiterlijk_op is not None and not day <= uiterlijk_op <= last:
            text = gettext_noop("Choose a day from today on, not after the day on which the answer is due.")
            yield field_fault("12.3", "uiterlijk_op", text)

    return prepares(wie, feit, day=day, reasons=reasons())


def _unanswered(feit: VerzoekFeit) -> Iterator[Reason]:
    if feit.staat not in UNANSWERED:
        yield state_fault("12.3", "answered", gettext_noop("This request has been answered already."))


@carries_out("12.1", "12.3")
def may_do_verzoektaak(wie: Wie, feit: VerzoekFeit, *, taak_id: UUID, bevinding: str, day: date) -> Verdict:
    """Say whether a task for a request may be reported as done: by whose it is. Covenant 12.1, 12.3."""
    seen = may_open_verzoektaak(wie, feit, day=day)
    if not seen.is_allowed:
        return seen
    own: dict[UUID, StukFeit] = {taak.id: taak for taak in own_taken(wie, feit)}

    def reasons() -> Iterator[Reason]:
        yield from _unanswered(feit)
        if taak_id not in own:
            yield field_fault("12.1", "taak_id", gettext_noop("This task is not yours."))
        elif own[taak_id].staat != Taakstaat.OPEN:
            yield state_fault("12.1", "done", gettext_noop("This task was done already."))
        yield from text_reason("12.3", "bevinding", bevinding)

    return refuse_for(reasons())


@carries_out("12.1", "12.3")
def may_remind_verzoektaak(wie: Wie, feit: VerzoekFeit, *, taak_id: UUID, day: date) -> Verdict:
    """Say whether somebody is asked for the second time to do a task: once its day has passed, once a day at most.

    Covenant 12.1, 12.3. Reading: the answer does not wait for it (12.3), so that asking again is all there is to do.
    """

    def reasons() -> Iterator[Reason]:
        yield from _unanswered(feit)
        taak = next((one for one in feit.taken if one.id == taak_id), None)
        if taak is None:
            yield field_fault("12.1", "taak_id", gettext_noop("This task is not there."))
            return
        if taak.staat != Taakstaat.OPEN:
            yield state_fault("12.1", "done", gettext_noop("This task was done already."))
        elif not taak_late(feit, taak, wie.convenant, day=day):
            text = gettext_noop("The day of this task has not passed yet.")
            yield state_fault("12.3", "in-term", text)
        if reminded_on(feit, taak_id) == day:
            yield state_fault("12.1", "reminded", gettext_noop("A reminder went out today already."))

    return prepares(wie, feit, day=day, reasons=reasons())


@carries_out("12.3", "12.5")
def may_record_verzameld(wie: Wie, feit: VerzoekFeit, *, dossiers: Collection[UUID] | None, day: date) -> Verdict:
    """Say whether what was found may be put before the kernpartijen: every part checked, or the day for it is past.

    Covenant 12.3. Reading: who does not check its part by its own day does not hold up the answer, and nobody does on
    the last day. `dossiers` are those of
    which it was found that they are there, or nothing where that was not looked up.
    """

    def reasons() -> Iterator[Reason]:
        yield from identity_reasons(feit)
        yield from _only_in(feit, Verzoekstaat.IDENTITEIT_VASTGESTELD)
        last = check_by(feit, wie.convenant)
        is_open = any(taak.staat == Taakstaat.OPEN and day <= (taak.uiterlijk_op or last) for taak in feit.taken)
        if is_open and day < answer_by(feit, wie.convenant):
            text = gettext_noop("Parts are still to be checked, and the day for that has not passed.")
            yield state_fault("12.3", "parts", text)
        if dossiers is None:
            text = gettext_noop("One of these dossiers is not there.")
            yield field_fault("12.3", "dossiers", text)

    return prepares(wie, feit, day=day, reasons=reasons())


@carries_out("12.3")
def may_record_treffers(wie: Wie, feit: VerzoekFeit, *, dossiers: Collection[UUID] | None, day: date) -> Verdict:
    """Say whether it may be recorded in which dossiers somebody stands: as soon as identity is established. Cov. 12.3.

    Reading: before the parties have checked their part, so that what is held on receipt can be gathered.
    """

    def reasons() -> Iterator[Reason]:
        yield from identity_reasons(feit)
        yield from _only_in(feit, Verzoekstaat.IDENTITEIT_VASTGESTELD)
        if not dossiers:
            text = gettext_noop("One of these dossiers is not there.")
            yield field_fault("12.3", "dossiers", text)

    return prepares(wie, feit, day=day, reasons=reasons())


def told_first_day(wie: Wie, *, day: date) -> tuple[OrganisatieId, ...]:
    """Give who is told of a request on its first day: police, OM, and the third kernpartij. Covenant 12.3, reading."""
    return tuple(o.id for o in wie.convenant.organisaties if o.soort in KERNPARTIJEN and o.is_in_force_on(day))
