"""Analysing at the table, and looking at the plan together. Covenant 9.4, 10.2.d."""

from collections.abc import Collection, Iterator
from datetime import date
from enum import StrEnum

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import CasusFeit, OrganisatieId, StukFeit, StukId, Wie, of_kind
from casustafel.convenant.rules.tafel import open_case, party_or_preparing, party_seated, seated, within
from casustafel.convenant.rules.toegang import may_open_casus, may_open_plan
from casustafel.convenant.rules.weegploeg import text_reason
from casustafel.convenant.stuk import AnalyseStaat, CasusStuk
from casustafel.convenant.verdict import Reason, Verdict, field_fault, gettext_noop, state_fault

RUST_OP = (CasusStuk.SIGNAAL, CasusStuk.BIJDRAGE)


class Ronde(StrEnum):
    """How far a round is, in which all look at the plan."""

    OPEN = "open"
    GESLOTEN = "gesloten"


class Inbrengkeuze(StrEnum):
    """What a participant would do with the plan."""

    DOORGAAN = "doorgaan"
    AFSLUITEN = "afsluiten"


@carries_out("10.2.d", "1.g")
def may_analyse(  # one criterion, its text, what it rests on, and which analysis it revises
    wie: Wie,
    casus: CasusFeit,
    *,
    criterium: str,
    tekst: str,
    rust_op: Collection[StukId],
    herziet: StukId | None = None,
    day: date,
) -> Verdict:
    """Say whether an analysis may be added at the table.

    Covenant 10.2.d. Reading: by a party at the table, on a criterion of the referentiekader, resting on signals or
    contributions of this casus; nothing is computed. One that revises an analysis is written by the party of that.
    """

    def reasons() -> Iterator[Reason]:
        yield from party_seated(wie, casus, artikel="10.2.d", day=day)
        yield from open_case(casus.kop, artikel="10.2.d")
        if criterium not in wie.convenant.criteria:
            text = gettext_noop("This is not a criterion of the referentiekader in force.")
            yield field_fault("10.2.d", "criterium", text)
        yield from text_reason("10.2.d", "tekst", tekst)
        if not rust_op or not set(rust_op) <= {stuk.id for stuk in of_kind(casus.stukken, *RUST_OP)}:
            yield nothing_to_rest_on()
        if herziet is not None and herziet not in {stuk.id for stuk in to_revise(wie, casus)}:
            text = gettext_noop("This is no analysis that your organisation has to revise.")
            yield field_fault("10.3", "herziet", text)

    return within(wie, may_open_casus(wie, casus.kop, day=day), reasons(), day=day)


@carries_out("10.3")
def to_revise(wie: Wie, casus: CasusFeit) -> tuple[StukFeit, ...]:
    """Give the analyses of one's own organisation that a signaal left from under. Covenant 10.3, 8.3.

    Reading: the text may speak of what left, which is about somebody else. Until its author has written it anew or
    confirmed it, nobody else reads it and nothing rests on it.
    """
    found = of_kind(casus.stukken, CasusStuk.ANALYSE)
    own = (stuk for stuk in found if stuk.organisatie_id == wie.organisatie_id)
    return tuple(stuk for stuk in own if stuk.staat == AnalyseStaat.TE_HERZIEN)


def nothing_to_rest_on() -> Reason:
    """Say that an analysis must rest on something that its writer can read."""
    text = gettext_noop("Choose at least one signal or contribution of this casus that you can read.")
    return field_fault("10.2.d", "rust_op", text)


def open_round(casus: CasusFeit) -> StukFeit | None:
    """Give the round that is open, if there is one."""
    return next((r for r in of_kind(casus.stukken, CasusStuk.EVALUATIE) if r.staat == Ronde.OPEN), None)


def last_closed_round(casus: CasusFeit) -> StukFeit | None:
    """Give the last round that was closed with a conclusion: an advice to close rests on it."""
    closed = [r for r in of_kind(casus.stukken, CasusStuk.EVALUATIE) if r.staat == Ronde.GESLOTEN]
    return closed[-1] if closed else None


def inbreng_of(wie: Wie, casus: CasusFeit, ronde: StukFeit) -> StukFeit | None:
    """Give what the reader's organisation said in a round."""
    said = of_kind(casus.stukken, CasusStuk.INBRENG)
    return next((i for i in said if i.bij_id == ronde.id and i.organisatie_id == wie.organisatie_id), None)


def silent_in(casus: CasusFeit, ronde: StukFeit, *, day: date) -> frozenset[OrganisatieId]:
    """Give the organisations at the table that said nothing in a round yet."""
    said = {i.organisatie_id for i in of_kind(casus.stukken, CasusStuk.INBRENG) if i.bij_id == ronde.id}
    present = frozenset(d.organisatie_id for d in casus.kop.deelnemers if d.is_at_table_on(day))
    return frozenset(o for o in present if o not in said)


@carries_out("9.4")
def may_start_evaluatie(wie: Wie, casus: CasusFeit, *, aanleiding: str, uiterlijk_op: date, day: date) -> Verdict:
    """Say whether a round may start in which everybody at the table looks at the plan. Covenant 9.4.

    Reading: by a party at the table or the uitvoerder that prepares, on an adopted plan, one round at a time.
    """

    def reasons() -> Iterator[Reason]:
        yield from party_or_preparing(wie, casus, artikel="9.4", day=day)
        yield from open_case(casus.kop, artikel="9.4")
        if casus.plan_vastgesteld is None:
            yield state_fault("9.4", "no-adopted-plan", gettext_noop("There is no adopted plan to look at."))
        if open_round(casus) is not None:
            yield state_fault("9.4", "round-open", gettext_noop("A review is open already: close that one first."))
        yield from text_reason("9.4", "aanleiding", aanleiding)
        if uiterlijk_op < day:
            yield field_fault("9.4", "uiterlijk_op", gettext_noop("Choose today or a later day."))

    return within(wie, may_open_casus(wie, casus.kop, day=day), reasons(), day=day)


def _is_open(casus: CasusFeit, evaluatie_id: StukId) -> Iterator[Reason]:
    ronde = open_round(casus)
    if ronde is None or ronde.id != evaluatie_id:
        yield state_fault("9.4", "no-round", gettext_noop("This review is not open."))


@carries_out("9.4")
def may_give_inbreng(  # the round, how it goes, and why to go on or to close
    wie: Wie, casus: CasusFeit, *, evaluatie_id: StukId, tekst: str, motivering: str, day: date
) -> Verdict:
    """Say whether a participant may say in a round how the plan goes. Covenant 9.4. Reading: the partner too."""

    def reasons() -> Iterator[Reason]:
        yield from seated(wie, casus, artikel="9.4", day=day)
        yield from open_case(casus.kop, artikel="9.4")
        yield from _is_open(casus, evaluatie_id)
        yield from text_reason("9.4", "tekst", tekst)
        yield from text_reason("9.4", "motivering", motivering)

    return within(wie, may_open_plan(wie, casus.kop, day=day), reasons(), day=day)


@carries_out("9.4")
def may_close_evaluatie(wie: Wie, casus: CasusFeit, *, evaluatie_id: StukId, conclusie: str, day: date) -> Verdict:
    """Say whether a round may be closed with a conclusion. Covenant 9.4. Reading: by a party at the table."""

    def reasons() -> Iterator[Reason]:
        yield from party_seated(wie, casus, artikel="9.4", day=day)
        yield from open_case(casus.kop, artikel="9.4")
        yield from _is_open(casus, evaluatie_id)
        yield from text_reason("9.4", "conclusie", conclusie)

    return within(wie, may_open_casus(wie, casus.kop, day=day), reasons(), day=day)
