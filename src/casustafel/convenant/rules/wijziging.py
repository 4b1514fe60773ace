"""Choosing what a decision on a request changes. Covenant 12.5, 12.6."""

from collections.abc import Collection, Iterator
from datetime import date
from uuid import UUID

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules.verzoek import identity_reasons, prepares
from casustafel.convenant.rules.verzoekbesluit import access_reasons
from casustafel.convenant.rules.weegploeg import text_reason
from casustafel.convenant.stuk import Herkomst
from casustafel.convenant.verdict import Reason, Verdict, field_fault, gettext_noop, state_fault
from casustafel.convenant.verzoek import VerzoekFeit, Verzoeksoort, Verzoekstaat, must_carry_out
from casustafel.convenant.wijziging import MAG, VERWIJDERBAAR, WITH_TEXT, Wijzigingsoort

DECIDED = frozenset({Verzoekstaat.BESLOTEN, Verzoekstaat.BEANTWOORD})


@carries_out("12.5", "12.6")
def changing_reasons(feit: VerzoekFeit) -> Iterator[Reason]:
    """Say why nothing may be chosen: identity is open, nothing was granted, or it is being carried out. Cov. 12.5."""
    yield from identity_reasons(feit)
    if feit.staat not in DECIDED or feit.is_begonnen:
        text = gettext_noop("What changes is chosen after the decision, until it is carried out.")
        yield state_fault("12.6", "step", text)
    elif not must_carry_out(feit):
        text = gettext_noop("Nothing is carried out: nothing was granted but an answer.")
        yield state_fault("12.6", "nothing", text)


@carries_out("12.5", "12.6")
def may_choose_wijziging(  # a change is where, what is done, and the text where one is needed
    wie: Wie, feit: VerzoekFeit, *, soort: Wijzigingsoort, veld: str, tekst: str, day: date
) -> Verdict:
    """Say whether somebody may choose what a decision changes: who prepares, after it, within it. Covenant 12.5.

    Reading: a correction improves, adds or removes; an objection removes; a restriction changes no text.
    """

    def reasons() -> Iterator[Reason]:
        yield from changing_reasons(feit)
        if soort not in MAG[feit.soort]:
            text = gettext_noop("The decision on this request does not change an item in this way.")
            yield field_fault("12.5", "soort", text)
        if soort in WITH_TEXT:
            yield from text_reason("12.5", "tekst", tekst)
            yield from text_reason("12.5", "veld", veld)
        elif tekst or veld:
            yield field_fault("12.5", "tekst", gettext_noop("What is removed goes whole, and leaves no text."))

    return prepares(wie, feit, day=day, reasons=reasons())


@carries_out("12.5", "12.4")
def stuk_reasons(  # what the overview says of the item
    soort: Wijzigingsoort,
    *,
    herkomst: Herkomst,
    stuksoort: str,
    veld: str,
    velden: Collection[str],
    is_kept: bool,
) -> Iterator[Reason]:
    """Say why this item is not changed so. `velden` are those that can be; `is_kept`: a ground reaches it. Cov. 12.5.

    Reading: what a ground of its party keeps as it is, is outside the decision (12.4).
    """
    if is_kept:
        text = gettext_noop("The decision leaves what comes from this organisation as it is.")
        yield field_fault("12.4", "stuk_id", text)
    if soort is Wijzigingsoort.VERWIJDEREN:
        if stuksoort not in VERWIJDERBAAR.get(herkomst, ()):
            text = gettext_noop("An item of this kind stays: improve what is wrong in it.")
            yield field_fault("12.5", "soort", text)
    elif veld not in velden:
        yield field_fault("12.5", "veld", gettext_noop("Choose a text of this item."))


@carries_out("12.5")
def may_withdraw_wijziging(wie: Wie, feit: VerzoekFeit, *, wijziging_id: UUID, day: date) -> Verdict:
    """Say whether a chosen change may be taken back: by who prepares, until it is carried out. Covenant 12.5."""

    def reasons() -> Iterator[Reason]:
        yield from changing_reasons(feit)
        if all(one.id != wijziging_id for one in feit.wijzigingen):
            yield field_fault("12.5", "wijziging_id", gettext_noop("This change is not there."))

    return prepares(wie, feit, day=day, reasons=reasons())


@carries_out("12.3", "12.5")
def overview_reasons(feit: VerzoekFeit) -> Iterator[Reason]:
    """Say why what the files hold is not gathered: for access before the answer, for a change after the decision.

    Reading: what is held is opened for a change once it is known that something changes, and no sooner.
    """
    yield from access_reasons(feit) if feit.soort is Verzoeksoort.INZAGE else changing_reasons(feit)
