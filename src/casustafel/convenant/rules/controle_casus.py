"""The periodic check of a casus, by the uitvoerder. Covenant 10.3, 3."""

from collections.abc import Collection, Iterator
from datetime import date
from enum import StrEnum

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import CasusFeit, StukFeit, StukId, Wie, of_kind
from casustafel.convenant.regime import TermijnCode, regime
from casustafel.convenant.rules.netwerk import BEEINDIGD
from casustafel.convenant.rules.tafel import checking, known, open_case, party_seated
from casustafel.convenant.rules.toegang import may_open_casus
from casustafel.convenant.rules.weegploeg import text_reason
from casustafel.convenant.stuk import CasusStuk
from casustafel.convenant.termijn import last_day
from casustafel.convenant.verdict import Reason, Verdict, field_fault, gettext_noop, state_fault

GEGEVENS = (CasusStuk.SIGNAAL, CasusStuk.BIJDRAGE, CasusStuk.ACHTERBLIJVER, CasusStuk.NETWERKPERSOON)


class Controlestaat(StrEnum):
    """How far a periodic check is."""

    OPEN = "open"
    AFGEROND = "afgerond"


class Verblijf(StrEnum):
    """Whether article 3 still holds: the subject stays in the Netherlands and radicalised, or threatens to."""

    BEVESTIGD = "bevestigd"
    NIET_BEVESTIGD = "niet-bevestigd"


def open_check(casus: CasusFeit) -> StukFeit | None:
    """Give the check that is open, if there is one."""
    return next((c for c in of_kind(casus.stukken, CasusStuk.CONTROLE) if c.staat == Controlestaat.OPEN), None)


@carries_out("10.3")
def casus_check_by(wie: Wie, casus: CasusFeit) -> date:
    """Give the last day on which the data of a casus must be checked again.

    Covenant 10.3. Reading: six months after the last check was recorded, or after the casus was opened.
    """
    done = [c.op for c in of_kind(casus.stukken, CasusStuk.CONTROLE) if c.staat == Controlestaat.AFGEROND]
    term = regime(wie.convenant.regime).term(TermijnCode.CONTROLE_CASUSOVERLEG)
    return last_day(max([casus.kop.geopend_op, *done]), termijn=term)


def items_of(wie: Wie, casus: CasusFeit) -> tuple[StukFeit, ...]:
    """Give the items that one's own organisation brought in, and that it confirms in a check."""
    own = (s for s in of_kind(casus.stukken, *GEGEVENS) if s.organisatie_id == wie.organisatie_id)
    return tuple(s for s in own if s.staat != BEEINDIGD)


def is_confirmed(wie: Wie, casus: CasusFeit, check: StukFeit) -> bool:
    """Tell whether one's own organisation has confirmed in this check."""
    said = of_kind(casus.stukken, CasusStuk.BEVESTIGING)
    return any(b.bij_id == check.id and b.organisatie_id == wie.organisatie_id for b in said)


@carries_out("10.3")
def may_start_controle(wie: Wie, casus: CasusFeit, *, uiterlijk_op: date, day: date) -> Verdict:
    """Say whether the uitvoerder may begin a periodic check. Covenant 10.3, 5. One at a time; it is no casework."""

    def reasons() -> Iterator[Reason]:
        yield from checking(wie)
        yield from open_case(casus.kop, artikel="10.3")
        if open_check(casus) is not None:
            yield state_fault("10.3", "check-open", gettext_noop("A check is open already: record its result first."))
        if uiterlijk_op < day:
            yield field_fault("10.3", "uiterlijk_op", gettext_noop("Choose today or a later day."))

    return known(may_open_casus(wie, casus.kop, day=day), reasons())


def _is_open(casus: CasusFeit, controle_id: StukId) -> Iterator[Reason]:
    found = open_check(casus)
    if found is None or found.id != controle_id:
        yield state_fault("10.3", "no-check", gettext_noop("This check is not open."))


@carries_out("10.3")
def may_confirm_gegevens(  # which check, what is right, and what is not
    wie: Wie, casus: CasusFeit, *, controle_id: StukId, juist: Collection[StukId], toelichting: str, day: date
) -> Verdict:
    """Say whether a party may confirm what it brought in. Covenant 10.3. Reading: that is input for the uitvoerder.

    What it does not call right, it explains.
    """
    own = {s.id for s in items_of(wie, casus)}

    def reasons() -> Iterator[Reason]:
        yield from party_seated(wie, casus, artikel="10.3", day=day)
        yield from _is_open(casus, controle_id)
        if not set(juist) <= own:
            yield field_fault("10.3", "juist", gettext_noop("Only what your own organisation gave to this casus."))
        if not own <= set(juist) and not toelichting.strip():
            text = gettext_noop("Say what is wrong or missing in what you do not confirm.")
            yield field_fault("10.3", "toelichting", text)

    return known(may_open_casus(wie, casus.kop, day=day), reasons())


@carries_out("10.3", "3")
def may_record_controle(  # which check, what was mended, and what is said on article 3
    wie: Wie, casus: CasusFeit, *, controle_id: StukId, resultaat: str, toelichting: str, day: date
) -> Verdict:
    """Say whether the uitvoerder may record the result of a check, with what was mended. Covenant 10.3, 3.

    Reading: at each check it is said again whether article 3 still holds, with what that rests on.
    """

    def reasons() -> Iterator[Reason]:
        yield from checking(wie)
        yield from open_case(casus.kop, artikel="10.3")
        yield from _is_open(casus, controle_id)
        yield from text_reason("10.3", "resultaat", resultaat)
        yield from text_reason("3", "toelichting", toelichting)

    return known(may_open_casus(wie, casus.kop, day=day), reasons())
