"""What the system does when a term ends, and who sees what falls due. Covenant 7.4, 13."""

from collections.abc import Iterator
from datetime import date

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.beslistermijn import outcome_2_on
from casustafel.convenant.bewaring import BewaarFeit, Houdersoort, ground_of, must_archive, must_destroy
from casustafel.convenant.feit import UNDECIDED, DossierKop, Rol, Wie
from casustafel.convenant.rules.logbewijs import OVERSIGHT
from casustafel.convenant.rules.toegang import is_weegploeg, standing
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


def _of_the_system(wie: Wie, feit: BewaarFeit | DossierKop, *, day: date) -> Verdict:
    away = tuple(standing(wie, convenant_id=feit.convenant_id, day=day))
    if away or Rol.SYSTEEM not in wie.rollen:
        text = gettext_noop("Only the system destroys what is past its term.")
        return hide_for([*away, right_fault("13.1", "system", text)])
    return ALLOWED


@carries_out("13.1", "13.3")
def may_begin_vernietiging(wie: Wie, feit: BewaarFeit, *, elders_op: date | None, day: date) -> Verdict:
    """Say whether a dossier or casus may be taken out of its file: after its last day, with nothing under way.

    Covenant 13.1, 13.3. Reading: not earlier than the day after the term; by the system, whether anybody acted or not.
    """
    seen = _of_the_system(wie, feit, day=day)
    if not seen.is_allowed:
        return seen

    def reasons() -> Iterator[Reason]:
        is_moved = feit.gearchiveerd_op is not None
        if not is_moved and not must_destroy(feit, wie.convenant, elders_op=elders_op, day=day):
            artikel, _wijze = ground_of(feit, wie.convenant, day=day)
            yield state_fault(artikel, "not-due", gettext_noop("The term for which this is kept has not ended."))
        if feit.behoudt and not is_moved:
            text = gettext_noop("Something of this is kept past its term: it is set apart first.")
            yield state_fault("13.1", "kept", text)
        yield from _under_way(feit, "13.1")

    return refuse_for(reasons())


@carries_out("13.1", "13.3", "12.5")
def may_keep_afgeschermd(wie: Wie, feit: BewaarFeit, *, day: date) -> Verdict:
    """Say whether what is kept past its term may be set apart, so that the rest can be destroyed: by the system.

    Covenant 13. Reading: what is shielded under AVG 18(1)(b) or (c) stays, shielded, until that is settled.
    """
    seen = _of_the_system(wie, feit, day=day)
    if not seen.is_allowed:
        return seen

    def reasons() -> Iterator[Reason]:
        if not feit.behoudt or feit.vernietigen_op is not None:
            yield state_fault("13.1", "nothing-kept", gettext_noop("Nothing of this is kept past its term."))

    return refuse_for(reasons())


@carries_out("13.1")
def may_hear_elders(wie: Wie, feit: BewaarFeit, *, elders_op: date, day: date) -> Verdict:
    """Say whether a file may note when its subject was last worked on in the other one: by the system. Covenant 13.1.

    Reading: a day that comes later only; what was heard is never taken back, and nothing of the future is noted.
    """
    seen = _of_the_system(wie, feit, day=day)
    if not seen.is_allowed:
        return seen
    if elders_op > day or elders_op <= max(feit.verwerkt_op, feit.gehoord_op or feit.verwerkt_op):
        text = gettext_noop("This is no later day of casework than the one that is known.")
        return refuse_for([state_fault("13.1", "not-later", text)])
    return ALLOWED


@carries_out("13.1", "13.3")
def may_finish_vernietiging(wie: Wie, feit: BewaarFeit, *, has_key: bool, day: date) -> Verdict:
    """Say whether the rows of a dossier or casus may go: once it was marked and its key is destroyed. Covenant 13.1."""
    seen = _of_the_system(wie, feit, day=day)
    if not seen.is_allowed:
        return seen

    def reasons() -> Iterator[Reason]:
        yield from _unmarked(feit)
        yield from _under_way(feit, "13.1")
        if has_key:
            yield state_fault("13.1", "key", gettext_noop("The key is destroyed first, then the rows."))

    return refuse_for(reasons())


@carries_out("13.1")
def may_withdraw_vernietiging(wie: Wie, feit: BewaarFeit, *, has_key: bool, day: date) -> Verdict:
    """Say whether the intent to destroy may be taken back: while the key is there, by the system. Covenant 13.1.

    Reading: needed where casework was done in the other file in the moment between the two intents of one subject.
    """
    seen = _of_the_system(wie, feit, day=day)
    if not seen.is_allowed:
        return seen

    def reasons() -> Iterator[Reason]:
        yield from _unmarked(feit)
        if not has_key:
            yield state_fault("13.1", "no-key", gettext_noop("The key is destroyed; there is no way back."))

    return refuse_for(reasons())


def _under_way(feit: BewaarFeit, artikel: str) -> Iterator[Reason]:
    if feit.onderweg:
        text = gettext_noop("Something of this is on its way to the other file; it must arrive first.")
        yield state_fault(artikel, "under-way", text)


def _unmarked(feit: BewaarFeit) -> Iterator[Reason]:
    if feit.vernietigen_op is None:
        yield state_fault("13.1", "no-intent", gettext_noop("This was not marked to be destroyed."))


@carries_out("13.2", "13.3")
def may_archive(wie: Wie, feit: BewaarFeit, *, elders_op: date | None, day: date) -> Verdict:
    """Say whether a dossier or casus may leave its file for the archive: from its day on, with nothing under way.

    Covenant 13.2. Reading: by the system, whether anybody acted or not; who was not put on the agenda never goes there.
    """
    seen = _of_the_system(wie, feit, day=day)
    if not seen.is_allowed:
        return seen

    def reasons() -> Iterator[Reason]:
        if feit.vernietigen_op is not None:
            yield state_fault("13.2", "leaving", gettext_noop("This is leaving its file already."))
        if not must_archive(feit, wie.convenant, elders_op=elders_op, day=day):
            yield state_fault("13.2", "not-due", gettext_noop("This does not go to the archive today."))
        yield from _under_way(feit, "13.2")

    return refuse_for(reasons())


@carries_out("13.2")
def may_carry_archivering(wie: Wie, feit: BewaarFeit, *, day: date) -> Verdict:
    """Say whether what leaves a file for the archive may be carried there, or stay after all: by the system. Cov. 13.2.

    Reading: as long as its bundle waits; what was taken in by the archive does not come back by itself.
    """
    seen = _of_the_system(wie, feit, day=day)
    if not seen.is_allowed:
        return seen

    def reasons() -> Iterator[Reason]:
        if feit.gearchiveerd_op is None:
            yield state_fault("13.2", "not-leaving", gettext_noop("This is not leaving its file for the archive."))
        elif not feit.onderweg:
            yield state_fault("13.2", "arrived", gettext_noop("The archive has this already."))

    return refuse_for(reasons())


@carries_out("7.4", "7.4.2")
def may_record_verval(wie: Wie, kop: DossierKop, *, day: date) -> Verdict:
    """Say whether outcome 2 may be recorded because nobody decided in time: from the day after the term. Covenant 7.4.

    Reading: the outcome is that of the day of the lapse, however late it is recorded.
    """
    seen = _of_the_system(wie, kop, day=day)
    if not seen.is_allowed:
        return seen
    if kop.staat not in UNDECIDED:
        return refuse_for([state_fault("7.4", "decided", gettext_noop("The weegploeg has decided already."))])
    if outcome_2_on(kop, wie.convenant, day=day) is None:
        return refuse_for([state_fault("7.4", "in-term", gettext_noop("The term to decide has not ended."))])
    return ALLOWED


@carries_out("13.1", "15.2.e")
def may_run_nachtwerk(wie: Wie) -> Verdict:
    """Say whether the terms of the register and the logs may be carried out: by the system only. Covenant 13.1."""
    if Rol.SYSTEEM in wie.rollen:
        return ALLOWED
    text = gettext_noop("Only the system destroys what is past its term.")
    return hide_for([right_fault("13.1", "system", text)])


@carries_out("13.1", "13.3")
def may_find_vervaldagen(wie: Wie, *, day: date) -> Verdict:
    """Say whether somebody may see what falls due: a kernpartij in the weegploeg, and the uitvoerder. Covenant 13, 5.

    Reading: numbers and dates only, so that no task is named; to check and mend, never a condition for what comes.
    """

    def away() -> Iterator[Reason]:
        yield from standing(wie, convenant_id=wie.convenant.id, day=day)
        if not is_weegploeg(wie) and Rol.UITVOERDER not in wie.rollen:
            text = gettext_noop("Only kernpartijen and the uitvoerder see what falls due.")
            yield right_fault("13.1", "kernpartij", text)

    return hide_for(away())


@carries_out("13.1", "15.2.e")
def may_find_certificaten(wie: Wie, *, day: date) -> Verdict:
    """Say whether somebody may see what stays of what was destroyed. Covenant 13.1.

    Reading: a kernpartij in the weegploeg and the toezichthouder see each certificate, an auditor how many there are
    (`sees_certificaten`). A certificate holds no personal data, no number and no id.
    """

    def away() -> Iterator[Reason]:
        yield from standing(wie, convenant_id=wie.convenant.id, day=day)
        if not is_weegploeg(wie) and not OVERSIGHT & wie.rollen:
            text = gettext_noop("Only kernpartijen, the toezichthouder and the auditor see what was destroyed.")
            yield right_fault("13.1", "certificaten", text)

    return hide_for(away())


@carries_out("13.1")
def sees_certificaten(wie: Wie) -> bool:
    """Tell whether somebody sees each certificate, and not their number alone. Covenant 13.1."""
    return is_weegploeg(wie) or Rol.TOEZICHTHOUDER in wie.rollen


@carries_out("13.1", "15.2.e", "5")
def may_find_nachten(wie: Wie, *, day: date) -> Verdict:
    """Say whether somebody may see what the last nights did, in numbers. Covenant 13.1, 15.2.e, 5.

    Reading: a kernpartij in the weegploeg, the uitvoerder, the toezichthouder and the auditor.
    """

    def away() -> Iterator[Reason]:
        yield from standing(wie, convenant_id=wie.convenant.id, day=day)
        if not is_weegploeg(wie) and not (OVERSIGHT | {Rol.UITVOERDER}) & wie.rollen:
            text = gettext_noop("Only kernpartijen, the uitvoerder and oversight see what the nights did.")
            yield right_fault("13.1", "nachten", text)

    return hide_for(away())


@carries_out("13.1")
def may_find_vervaldag(wie: Wie, feit: BewaarFeit, *, day: date) -> Verdict:
    """Say whether the number and dates of one dossier may be shown in the list of what falls due. Covenant 13."""
    if feit.convenant_id != wie.convenant.id or feit.soort is Houdersoort.CASUS:
        return hide_for([right_fault("8.4", "other-convenant", gettext_noop("This belongs to another covenant."))])
    return may_find_vervaldagen(wie, day=day)
