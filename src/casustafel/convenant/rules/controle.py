"""The periodic check of a dossier: prepared by the uitvoerder, answered by each party that provided. Covenant 8.3."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.beslistermijn import outcome_2_on
from casustafel.convenant.feit import (
    DossierFeit,
    DossierStaat,
    OrganisatieId,
    Rol,
    StukFeit,
    StukId,
    Taak,
    Wie,
    of_kind,
)
from casustafel.convenant.regime import TermijnCode, regime
from casustafel.convenant.rules.toegang import may_open_dossier
from casustafel.convenant.rules.weegploeg import representative
from casustafel.convenant.stuk import VERVALLEN, DossierStuk
from casustafel.convenant.termijn import last_day
from casustafel.convenant.verdict import (
    Reason,
    Verdict,
    field_fault,
    gettext_noop,
    refuse_for,
    right_fault,
    state_fault,
)

GEVRAAGD = "gevraagd"
BEVESTIGD = "bevestigd"
INACTIVE = frozenset({DossierStaat.NIET_AGENDEREN, DossierStaat.AFGESLOTEN, DossierStaat.OPGEGAAN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Ronde:
    """A round of the periodic check: since when, by when, and each party that was asked, with its answer."""

    id: StukId
    op: date
    uiterlijk_op: date | None
    gevraagd: tuple[StukFeit, ...]

    def is_open(self, wie: Wie, *, day: date) -> bool:
        """Tell whether a party that still takes part has not answered: the state is derived, nobody closes a round."""
        present = {o.id for o in wie.convenant.organisaties if o.is_in_force_on(day)}
        return any(stuk.staat == GEVRAAGD and stuk.organisatie_id in present for stuk in self.gevraagd)


def last_round(dossier: DossierFeit) -> Ronde | None:
    """Give the last round of the check, or nothing where there was none."""
    rounds = of_kind(dossier.stukken, DossierStuk.CONTROLE)
    if not rounds:
        return None
    stuk = rounds[-1]
    asked = of_kind(dossier.stukken, DossierStuk.BEVESTIGING)
    return Ronde(
        id=stuk.id,
        op=stuk.op,
        uiterlijk_op=stuk.uiterlijk_op,
        gevraagd=tuple(a for a in asked if a.bij_id == stuk.id),
    )


@carries_out("8.3")
def is_active(wie: Wie, dossier: DossierFeit, *, day: date) -> bool:
    """Tell whether a dossier is checked at all: not after outcome 2, and not after the plan was closed."""
    return dossier.kop.staat not in INACTIVE and outcome_2_on(dossier.kop, wie.convenant, day=day) is None


@carries_out("8.3")
def check_by(wie: Wie, dossier: DossierFeit, *, day: date) -> date | None:
    """Give the last day on which the next round begins, or nothing where the dossier is not active.

    Covenant 8.3. Reading: every six months while active, from the first signaal and from the day each round began.
    """
    if not is_active(wie, dossier, day=day):
        return None
    found = last_round(dossier)
    since = found.op if found else dossier.kop.eerste_signaal_op
    return last_day(since, termijn=regime(wie.convenant.regime).term(TermijnCode.CONTROLE_WEEGPLOEG))


def providers(dossier: DossierFeit) -> dict[OrganisatieId, tuple[StukId, ...]]:
    """Give what each organisation provided to this dossier and still stands in it."""
    found: dict[OrganisatieId, tuple[StukId, ...]] = {}
    for stuk in of_kind(dossier.stukken, DossierStuk.SIGNAAL):
        if stuk.organisatie_id is not None and stuk.staat != VERVALLEN:
            found[stuk.organisatie_id] = (*found.get(stuk.organisatie_id, ()), stuk.id)
    return found


@carries_out("8.3", "5")
def may_prepare_controle(wie: Wie, dossier: DossierFeit, *, uiterlijk_op: date, day: date) -> Verdict:
    """Say whether a round may begin: by the uitvoerder, for that task, one at a time. Covenant 8.3, 5."""
    seen = may_open_dossier(wie, dossier.kop, day=day)
    return refuse_for(_preparing(wie, dossier, uiterlijk_op=uiterlijk_op, day=day)) if seen.is_allowed else seen


def _preparing(wie: Wie, dossier: DossierFeit, *, uiterlijk_op: date, day: date) -> Iterator[Reason]:
    if Rol.UITVOERDER not in wie.rollen or wie.taak is not Taak.CONTROLEREN:
        text = gettext_noop("Only the uitvoerder prepares a check, and names that task.")
        yield right_fault("5", "check", text)
    if not is_active(wie, dossier, day=day):
        text = gettext_noop("This dossier is not active any more: it is not checked periodically.")
        yield state_fault("8.3", "inactive", text)
    found = last_round(dossier)
    if found is not None and found.is_open(wie, day=day):
        yield state_fault("8.3", "round", gettext_noop("A check is going on already."))
    if uiterlijk_op < day:
        yield field_fault("8.3", "uiterlijk_op", gettext_noop("Choose today or a later day."))


@carries_out("8.3", "3")
def may_confirm(  # the answer of one party
    wie: Wie, dossier: DossierFeit, *, controle_id: StukId, is_juist: bool, blijft: bool, toelichting: str, day: date
) -> Verdict:
    """Say whether a party may answer a check: for what it provided itself, once. Covenant 8.3, 3.

    Reading: it confirms that its own items are right, corrected first where they were not; and that the person stays in
    the Netherlands and radicalised or threatens to (article 3), or says why it cannot.
    """
    seen = may_open_dossier(wie, dossier.kop, day=day)
    if not seen.is_allowed:
        return seen
    asked = _asked(wie, dossier, controle_id)
    return refuse_for(
        [
            *representative(wie, artikel="8.3"),
            *_confirming(asked, is_juist=is_juist, blijft=blijft, toelichting=toelichting),
        ]
    )


def _asked(wie: Wie, dossier: DossierFeit, controle_id: StukId) -> StukFeit | None:
    found = last_round(dossier)
    if found is None or found.id != controle_id:
        return None
    return next((stuk for stuk in found.gevraagd if stuk.organisatie_id == wie.organisatie_id), None)


def _confirming(asked: StukFeit | None, *, is_juist: bool, blijft: bool, toelichting: str) -> Iterator[Reason]:
    if asked is None:
        text = gettext_noop("Your organisation is not asked in this check.")
        yield field_fault("8.3", "controle_id", text)
    elif asked.staat != GEVRAAGD:
        yield state_fault("8.3", "confirmed", gettext_noop("Your organisation has answered this check already."))
    if not is_juist:
        text = gettext_noop("Correct what is wrong first; then confirm that your items are right.")
        yield field_fault("8.3", "is_juist", text)
    if not blijft and not toelichting.strip():
        text = gettext_noop("Say why you cannot confirm this.")
        yield field_fault("3", "toelichting", text)


def own_answer(wie: Wie, dossier: DossierFeit) -> StukFeit | None:
    """Give what the last round still asks of this organisation."""
    found = last_round(dossier)
    asked = _asked(wie, dossier, found.id) if found else None
    return asked if asked is not None and asked.staat == GEVRAAGD else None
