"""What may be done in the weegploeg. Covenant 7, 8."""

from collections.abc import Collection, Iterator
from datetime import date
from uuid import UUID

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.beslistermijn import decide_by
from casustafel.convenant.doelgroep import Doelgroep, doelgroep_reasons
from casustafel.convenant.feit import (
    UNDECIDED,
    DossierFeit,
    DossierStaat,
    InformatieverzoekFeit,
    OrganisatieId,
    Rol,
    StukId,
    Uitkomst,
    Wie,
)
from casustafel.convenant.overeenstemming import missing_reasons, on_outcome
from casustafel.convenant.partij import KERNPARTIJEN
from casustafel.convenant.regime import regime
from casustafel.convenant.rules.afscherming import settled_reasons
from casustafel.convenant.rules.derde import NIEMAND, Derde, third_person_reasons
from casustafel.convenant.rules.toegang import is_weegploeg, may_open_dossier, standing
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
from casustafel.convenant.verstrekking import Verstrekking, provision_reasons


def text_reason(artikel: str, name: str, value: str) -> Iterator[Reason]:
    """Ask for a text that may not be empty."""
    if not value.strip():
        yield field_fault(artikel, name, gettext_noop("This may not be empty."))


def representative(wie: Wie, *, artikel: str) -> Iterator[Reason]:
    """Ask for a representative of a kernpartij in the weegploeg."""
    if not is_weegploeg(wie):
        text = gettext_noop("Only a representative of a kernpartij in the weegploeg does this.")
        yield right_fault(artikel, "representative", text)


def undecided(wie: Wie, dossier: DossierFeit, *, artikel: str, day: date) -> Iterator[Reason]:
    """Ask for a dossier on which the weegploeg may still decide. Covenant 7.4."""
    if dossier.kop.staat not in UNDECIDED:
        yield state_fault(artikel, "decided", gettext_noop("The weegploeg has already decided on this dossier."))
    elif day > decide_by(dossier.kop, wie.convenant):
        text = gettext_noop("The weegploeg did not agree in time: this counts as not substantial enough.")
        yield state_fault("7.4", "term", text)


def within_dossier(wie: Wie, dossier: DossierFeit, *, day: date, reasons: Iterator[Reason]) -> Verdict:
    """Give the reasons only to who may know that the dossier exists."""
    seen = may_open_dossier(wie, dossier.kop, day=day)
    return seen if not seen.is_allowed else refuse_for([*working_reasons(wie, day=day), *reasons])


def provided(wie: Wie, verstrekking: Verstrekking, *, day: date) -> Iterator[Reason]:
    """Give every fault of a provision by the organisation that asks."""
    if wie.soort is not None:
        law = regime(wie.convenant.regime)
        yield from provision_reasons(verstrekking, soort=wie.soort, convenant=wie.convenant, regime=law, day=day)


@carries_out("18.3")
def working_reasons(wie: Wie, *, day: date) -> Iterator[Reason]:
    """Say why no casework is done: a kernpartij is missing.

    Covenant 18.3. Reading: without one of the kernpartijen existing files serve only articles 11, 12, 13 and control.
    """
    soorten = {o.soort for o in wie.convenant.kernpartijen_on(day)}
    if soorten != KERNPARTIJEN:
        text = gettext_noop("The covenant lacks one of its kernpartijen: no casework is done and no new case opens.")
        yield state_fault("18.3", "kernpartijen", text)


def verified(wie: Wie, *, day: date) -> Iterator[Reason]:
    """Ask for a legal regime that somebody verified. Covenant B1.3."""
    verified_on = wie.convenant.regime_geverifieerd_op
    if verified_on is None or verified_on > day:
        text = gettext_noop("Nobody has verified the legal regime of this covenant: no new case opens.")
        yield state_fault("B1.3", "regime", text)


@carries_out("7.1", "7.2", "7.2.a", "7.2.b", "7.2.c", "8.2.a", "8.2.b", "8.2.c", "1.h", "18.3", "B1.3", "3")
def may_submit_new_signaal(  # a new dossier is a subject, a behaviour and a provision
    wie: Wie,
    *,
    naam: str,
    leeftijdsgroep: str,
    doelgroep: Doelgroep,
    omschrijving: str,
    verstrekking: Verstrekking,
    day: date,
    derde: Derde = NIEMAND,
) -> Verdict:
    """Say whether a signaal may open a new dossier. Covenant 7.1, 7.2, 8.2.a–c, 6, 3."""
    away = tuple(standing(wie, convenant_id=wie.convenant.id, day=day))
    if away:
        return hide_for(away)
    if not is_weegploeg(wie):
        return refuse_for(representative(wie, artikel="7.2"))
    return refuse_for(
        [
            *working_reasons(wie, day=day),
            *verified(wie, day=day),
            *text_reason("8.2.a", "naam", naam),
            *age_group(leeftijdsgroep),
            *doelgroep_reasons(doelgroep),
            *text_reason("8.2.b", "omschrijving", omschrijving),
            *third_person_reasons(derde),
            *provided(wie, verstrekking, day=day),
        ]
    )


@carries_out("7.1", "7.2", "7.4", "8.2.b")
def may_submit_signaal(  # a signaal is a behaviour, a provision and at times a third person
    wie: Wie,
    dossier: DossierFeit,
    *,
    omschrijving: str,
    verstrekking: Verstrekking,
    day: date,
    derde: Derde = NIEMAND,
) -> Verdict:
    """Say whether a signaal may be added. Covenant 7.1, 7.4. Reading: after an outcome it opens a new dossier."""

    def reasons() -> Iterator[Reason]:
        yield from representative(wie, artikel="7.2")
        yield from undecided(wie, dossier, artikel="7.4", day=day)
        yield from text_reason("8.2.b", "omschrijving", omschrijving)
        yield from third_person_reasons(derde)
        yield from provided(wie, verstrekking, day=day)

    return within_dossier(wie, dossier, day=day, reasons=reasons())


@carries_out("7.4", "7.4.1")
def may_ask_informatie(
    wie: Wie, dossier: DossierFeit, *, organisatie_id: OrganisatieId, vraag: str, day: date
) -> Verdict:
    """Say whether more may be asked. Covenant 7.4. Reading: only kernpartijen are asked, from their own sources."""

    def reasons() -> Iterator[Reason]:
        yield from representative(wie, artikel="7.4")
        yield from undecided(wie, dossier, artikel="7.4", day=day)
        if organisatie_id not in {o.id for o in wie.convenant.kernpartijen_on(day)}:
            text = gettext_noop("Only a kernpartij of this covenant is asked for more.")
            yield field_fault("7.4", "organisatie_id", text)
        yield from text_reason("7.4", "vraag", vraag)

    return within_dossier(wie, dossier, day=day, reasons=reasons())


LEEFTIJDSGROEPEN = ("12-", "12-15", "16-17", "18+")


def age_group(value: str) -> Iterator[Reason]:
    """Ask for one of the age groups, or none."""
    if value and value not in LEEFTIJDSGROEPEN:
        yield field_fault("8.2.a", "leeftijdsgroep", gettext_noop("Choose one of the age groups."))


def _open_question(dossier: DossierFeit, verzoek_id: StukId) -> InformatieverzoekFeit | None:
    return next((v for v in dossier.informatieverzoeken if v.id == verzoek_id), None)


@carries_out("7.4", "7.4.1")
def may_answer_informatie(  # the answer carries its own provision
    wie: Wie,
    dossier: DossierFeit,
    *,
    verzoek_id: StukId,
    antwoord: str,
    verstrekking: Verstrekking,
    day: date,
    derde: Derde = NIEMAND,
) -> Verdict:
    """Say whether a question may be answered: by the kernpartij that was asked, once. Covenant 7.4."""

    def reasons() -> Iterator[Reason]:
        yield from representative(wie, artikel="7.4")
        yield from undecided(wie, dossier, artikel="7.4", day=day)
        verzoek = _open_question(dossier, verzoek_id)
        if verzoek is None or verzoek.organisatie_id != wie.organisatie_id:
            yield field_fault("7.4", "verzoek_id", gettext_noop("This question was not put to your organisation."))
        elif verzoek.is_answered:
            yield state_fault("7.4", "answered", gettext_noop("This question has been answered already."))
        yield from text_reason("7.4", "omschrijving", antwoord)
        yield from third_person_reasons(derde)
        yield from provided(wie, verstrekking, day=day)

    return within_dossier(wie, dossier, day=day, reasons=reasons())


@carries_out("7.4", "7.4.1")
def may_withdraw_informatie(wie: Wie, dossier: DossierFeit, *, verzoek_id: StukId, day: date) -> Verdict:
    """Say whether an open question may be taken back; that it is one's own is asked of its content. Covenant 7.4."""

    def reasons() -> Iterator[Reason]:
        yield from representative(wie, artikel="7.4")
        yield from undecided(wie, dossier, artikel="7.4", day=day)
        verzoek = _open_question(dossier, verzoek_id)
        if verzoek is None:
            yield field_fault("7.4", "verzoek_id", gettext_noop("There is no such question on this dossier."))
        elif verzoek.is_answered:
            yield state_fault("7.4", "answered", gettext_noop("This question has been answered already."))

    return within_dossier(wie, dossier, day=day, reasons=reasons())


@carries_out("7.4")
def own_question_reasons(wie: Wie, gevraagd_door: UUID | None) -> Iterator[Reason]:
    """Ask for the kernpartij that put the question. Covenant 7.4. Reading: who asked takes it back, nobody else."""
    if wie.organisatie_id is None or gevraagd_door != wie.organisatie_id:
        text = gettext_noop("Only the kernpartij that asked the question takes it back.")
        yield field_fault("7.4", "verzoek_id", text)


@carries_out("7.3", "8.2.d", "1.g")
def may_weigh_criterium(  # one criterion, its text and the signals it rests on
    wie: Wie, dossier: DossierFeit, *, criterium: str, tekst: str, signalen: Collection[StukId], day: date
) -> Verdict:
    """Say whether a criterion of the referentiekader may be weighed. Covenant 7.3. Reading: it rests on signals."""

    def reasons() -> Iterator[Reason]:
        yield from representative(wie, artikel="7.3")
        yield from undecided(wie, dossier, artikel="7.3", day=day)
        if not wie.convenant.criteria:
            text = gettext_noop("Without a referentiekader (annex 3) no analysis starts.")
            yield state_fault("7.3", "referentiekader", text)
        elif criterium not in wie.convenant.criteria:
            text = gettext_noop("This is not a criterion of the referentiekader in force.")
            yield field_fault("7.3", "criterium", text)
        yield from text_reason("7.3", "tekst", tekst)
        if not signalen or not set(signalen) <= dossier.signalen:
            text = gettext_noop("Choose at least one signaal of this dossier that this rests on.")
            yield field_fault("7.3", "signalen", text)

    return within_dossier(wie, dossier, day=day, reasons=reasons())


@carries_out("7.4", "4")
def may_take_standpunt(wie: Wie, dossier: DossierFeit, *, motivering: str, day: date) -> Verdict:
    """Say whether a kernpartij may take its position on the outcome. Covenant 7.4, 4."""

    def reasons() -> Iterator[Reason]:
        yield from representative(wie, artikel="7.4")
        yield from undecided(wie, dossier, artikel="7.4", day=day)
        yield from settled_reasons(dossier.stukken, wie.convenant)
        if not dossier.gewogen:
            yield state_fault("7.4", "not-weighed", gettext_noop("Weigh at least one criterion first."))
        yield from text_reason("7.4", "motivering", motivering)

    return within_dossier(wie, dossier, day=day, reasons=reasons())


@carries_out("7.4", "7.4.1", "7.4.2", "8.2.e", "4")
def may_decide(wie: Wie, dossier: DossierFeit, *, uitkomst: Uitkomst, motivering: str, day: date) -> Verdict:
    """Say whether the weegploeg may record this outcome. Covenant 7.4, 4. Reading: all kernpartijen, with reasons."""

    def reasons() -> Iterator[Reason]:
        yield from representative(wie, artikel="7.4")
        yield from undecided(wie, dossier, artikel="7.4", day=day)
        yield from text_reason("7.4", "motivering", motivering)
        if dossier.kop.staat not in UNDECIDED:
            return
        yield from settled_reasons(dossier.stukken, wie.convenant)
        yield from missing_reasons(on_outcome(dossier, uitkomst), wie.convenant, day=day)

    return within_dossier(wie, dossier, day=day, reasons=reasons())


def _on_agenda(dossier: DossierFeit, *, artikel: str) -> Iterator[Reason]:
    if dossier.kop.staat is not DossierStaat.AGENDEREN:
        text = gettext_noop("This follows the decision to put the subject on the agenda, once.")
        yield state_fault(artikel, "not-on-agenda", text)


@carries_out("7.3", "9.1", "1.c")
def may_name_betrokkenen(
    wie: Wie, dossier: DossierFeit, *, organisaties: Collection[OrganisatieId], reden: str, day: date
) -> Verdict:
    """Say whether these parties and partners may be named. Covenant 7.3, 9.1; partners only from annex 1 (1.c)."""

    def reasons() -> Iterator[Reason]:
        yield from representative(wie, artikel="7.3")
        yield from _on_agenda(dossier, artikel="7.3")
        valid = {o.id for o in wie.convenant.organisaties if o.is_in_force_on(day)}
        if not organisaties or not set(organisaties) <= valid:
            text = gettext_noop("Choose parties of this covenant or partners of annex 1.")
            yield field_fault("7.3", "organisaties", text)
        yield from text_reason("7.3", "reden", reden)

    return within_dossier(wie, dossier, day=day, reasons=reasons())


@carries_out("8.5", "8.1", "8.2", "10.1", "10.2.a", "10.2.c", "10.2.d", "B1.3", "3")
def may_hand_over(
    wie: Wie, dossier: DossierFeit, *, signalen: Collection[StukId], doelgroep: Doelgroep, day: date
) -> Verdict:
    """Say whether a copy of the chosen signals may go to the casusoverleg. Covenant 8.5, 3."""

    def reasons() -> Iterator[Reason]:
        yield from representative(wie, artikel="8.5")
        yield from verified(wie, day=day)
        yield from _on_agenda(dossier, artikel="8.5")
        yield from doelgroep_reasons(doelgroep)
        taking_part = {o.id for o in wie.convenant.organisaties if o.is_in_force_on(day)}
        if not dossier.betrokken or not dossier.betrokken <= taking_part:
            text = gettext_noop("Name the parties and partners to involve first.")
            yield state_fault("7.3", "no-betrokkenen", text)
        if not signalen or not set(signalen) <= dossier.signalen:
            text = gettext_noop("Choose the signals of this dossier that are relevant, at least one.")
            yield field_fault("8.5", "signalen", text)

    return within_dossier(wie, dossier, day=day, reasons=reasons())


@carries_out("8.2.f", "8.5")
def may_carry(wie: Wie, *, convenant_id: UUID, day: date) -> Verdict:
    """Say whether a bundle may be carried between the files: the system only, for its own covenant. Covenant 8.5."""
    away = tuple(standing(wie, convenant_id=convenant_id, day=day))
    if away or Rol.SYSTEEM not in wie.rollen:
        text = gettext_noop("Only the system carries what crosses from one file to the other.")
        return hide_for([*away, right_fault("8.5", "system", text)])
    return refuse_for(())
