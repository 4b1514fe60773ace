"""Shielding on a request, and lifting it: who, when, and that the person is told first. Covenant 12.5, 12.6; AVG 18."""

from collections.abc import Collection, Iterator
from datetime import date
from uuid import UUID

from casustafel.convenant.afscherming import (
    AfschermingFeit,
    Afschermstaat,
    afschermingen_in,
    is_contested,
    is_restricted,
)
from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import ConvenantFeit, Wie
from casustafel.convenant.regime import Afschermingsgrond
from casustafel.convenant.rules.afscherming import gronden_on
from casustafel.convenant.rules.verzoek import identity_reasons, prepares
from casustafel.convenant.rules.weegploeg import text_reason
from casustafel.convenant.verdict import Reason, Verdict, field_fault, gettext_noop, state_fault
from casustafel.convenant.verzoek import VerzoekFeit


@carries_out("12.5", "12.6")
def gronden_of(feit: VerzoekFeit, convenant: ConvenantFeit, *, day: date) -> tuple[Afschermingsgrond, ...]:
    """Give the grounds on which this kind of request shields on a day. AVG 18, first paragraph."""
    return tuple(g for g in gronden_on(convenant, day=day) if feit.soort in g.verzoeksoorten)


@carries_out("12.1", "12.5")
def may_open_afscherming(wie: Wie, feit: VerzoekFeit, *, day: date) -> Verdict:
    """Say whether it may be seen which pieces can be shielded: by who prepares; no content. Covenant 12.1, 10.4."""
    return prepares(wie, feit, day=day, reasons=identity_reasons(feit))


@carries_out("12.5", "12.6", "12.1")
def may_shield_verzoek(  # a shielding is of which dossier, which pieces, on which ground and why
    wie: Wie,
    feit: VerzoekFeit,
    *,
    dossier_id: UUID,
    items: Collection[UUID],
    bekend: Collection[UUID],
    grond: str,
    reden: str,
    day: date,
) -> Verdict:
    """Say whether a request may shield data in every file: as far as it asks. Covenant 12.5; AVG 18.

    `bekend` are the pieces of that dossier that are shielded by themselves; no `items` is the whole. Reading: a
    correction or an objection shields while it is open, from the day on which identity is established; a restriction
    once it is granted.
    """

    def reasons() -> Iterator[Reason]:
        yield from identity_reasons(feit)
        if feit.is_established and not (is_contested(feit) or is_restricted(feit)):
            text = gettext_noop(
                "A correction or an objection shields data while it is open, a restriction once it is granted."
            )
            yield state_fault("12.5", "not-open", text)
        if dossier_id not in feit.treffers:
            text = gettext_noop("Choose a dossier that this request is about.")
            yield field_fault("12.5", "dossier_id", text)
        elif not set(items) <= set(bekend):
            text = gettext_noop("Choose pieces of this dossier, or none for all of it.")
            yield field_fault("12.5", "items", text)
        if grond not in {g.code for g in gronden_of(feit, wie.convenant, day=day)}:
            text = gettext_noop("Data is shielded on a ground of this list only: choose one.")
            yield field_fault("12.5", "grond", text)
        yield from text_reason("12.5", "reden", reden)

    return prepares(wie, feit, day=day, reasons=reasons())


def _of(feit: VerzoekFeit, afscherming_id: UUID) -> AfschermingFeit | None:
    return next((one for one in afschermingen_in(feit.stukken) if one.id == afscherming_id), None)


@carries_out("12.5", "12.6")
def settled(feit: VerzoekFeit, one: AfschermingFeit, convenant: ConvenantFeit) -> bool:
    """Tell whether what a shielding waits for was settled. Covenant 12.6.

    Reading: what was contested once it is refused or carried out; what was granted whenever the reason for it ended.
    """
    waits = {g.code for g in gronden_on(convenant, day=one.op) if g.loopt_tot_besluit}
    return one.grond not in waits or not is_contested(feit)


def _standing(feit: VerzoekFeit, afscherming_id: UUID, convenant: ConvenantFeit) -> Iterator[Reason]:
    one = _of(feit, afscherming_id)
    if one is None:
        yield field_fault("12.5", "afscherming_id", gettext_noop("There is no such shielding on this request."))
    elif one.staat is not Afschermstaat.AFGESCHERMD:
        text = gettext_noop("This shielding is under way, or was lifted already.")
        yield state_fault("12.5", "not-shielded", text)
    elif not settled(feit, one, convenant):
        text = gettext_noop("This stays shielded until the request is refused, or what was decided is carried out.")
        yield state_fault("12.6", "unsettled", text)


@carries_out("12.5", "12.6")
def may_announce_opheffing(wie: Wie, feit: VerzoekFeit, *, afscherming_id: UUID, brief: str, day: date) -> Verdict:
    """Say whether it may be recorded that the person was sent that a shielding will be lifted, and why. AVG 18(3)."""

    def reasons() -> Iterator[Reason]:
        yield from identity_reasons(feit)
        yield from _standing(feit, afscherming_id, wie.convenant)
        yield from text_reason("12.6", "brief", brief)

    return prepares(wie, feit, day=day, reasons=reasons())


@carries_out("12.5", "12.6")
def may_lift_verzoek(wie: Wie, feit: VerzoekFeit, *, afscherming_id: UUID, reden: str, day: date) -> Verdict:
    """Say whether a shielding may be lifted in every file: with a reason, after the person was told. AVG 18(3).

    Reading: from the day after the letter was sent, so that it is read before anything is used again.
    """

    def reasons() -> Iterator[Reason]:
        yield from identity_reasons(feit)
        yield from _standing(feit, afscherming_id, wie.convenant)
        one = _of(feit, afscherming_id)
        if one is not None and (one.aangekondigd_op is None or day <= one.aangekondigd_op):
            text = gettext_noop("First send the person that it will be lifted; from the day after that it may be.")
            yield state_fault("12.6", "not-told", text)
        yield from text_reason("12.6", "reden", reden)

    return prepares(wie, feit, day=day, reasons=reasons())


@carries_out("12.5", "12.6")
def to_shield(feit: VerzoekFeit) -> tuple[UUID, ...]:
    """Give the dossiers of which a correction or objection that is open shields nothing yet. Covenant 12.5; AVG 18."""
    shielded = {one.dossier_id for one in afschermingen_in(feit.stukken)}
    return tuple(sorted(feit.treffers - shielded)) if is_contested(feit) else ()


@carries_out("12.5", "12.6")
def to_lift(feit: VerzoekFeit, convenant: ConvenantFeit) -> tuple[AfschermingFeit, ...]:
    """Give the shieldings that lasted until a decision, and have nothing to wait for any more. Covenant 12.6."""
    contested = {g.code for g in gronden_on(convenant, day=feit.ontvangen_op) if g.loopt_tot_besluit}
    return tuple(
        one
        for one in afschermingen_in(feit.stukken)
        if one.staat is Afschermstaat.AFGESCHERMD
        and one.grond in contested
        and not is_restricted(feit)
        and settled(feit, one, convenant)
    )
