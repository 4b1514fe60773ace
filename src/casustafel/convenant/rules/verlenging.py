"""A longer term to decide: once, by agreement of all kernpartijen. Covenant 7.4, 4."""

from collections.abc import Iterator
from datetime import date

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import DossierFeit, Keuze, StandpuntFeit, Wie
from casustafel.convenant.overeenstemming import (
    Onderwerp,
    Vraagstaat,
    is_agreed,
    on_extension,
    open_reasons,
    reminder_reasons,
    reminding_reasons,
    speaking_reasons,
    with_position,
)
from casustafel.convenant.rules.weegploeg import text_reason, undecided, within_dossier
from casustafel.convenant.verdict import Reason, Verdict, gettext_noop, right_fault, state_fault


def _speaks(wie: Wie, dossier: DossierFeit, *, day: date) -> Iterator[Reason]:
    yield from speaking_reasons(wie, Onderwerp.VERLENGING, day=day)
    yield from undecided(wie, dossier, artikel="7.4", day=day)


@carries_out("7.4", "4")
def may_ask_verlenging(wie: Wie, dossier: DossierFeit, *, reden: str, day: date) -> Verdict:
    """Say whether a longer term may be asked: within the first term, once, with a reason. Covenant 7.4.

    Reading: three months more, by agreement of all three kernpartijen; who asks agrees.
    """

    def reasons() -> Iterator[Reason]:
        yield from _speaks(wie, dossier, day=day)
        found = on_extension(dossier)
        if dossier.kop.verlengd_op is not None:
            yield state_fault("7.4", "extended", gettext_noop("The term has been extended already; that is done once."))
        elif found is not None and found[1].staat is Vraagstaat.OPEN:
            yield state_fault("7.4", "asked", gettext_noop("A longer term has been asked already."))
        yield from text_reason("7.4", "reden", reden)

    return within_dossier(wie, dossier, day=day, reasons=reasons())


@carries_out("7.4", "4")
def may_take_standpunt_verlenging(wie: Wie, dossier: DossierFeit, *, motivering: str, day: date) -> Verdict:
    """Say whether a kernpartij may take its position on a longer term: while that is open. Covenant 7.4, 4."""

    def reasons() -> Iterator[Reason]:
        yield from _speaks(wie, dossier, day=day)
        found = on_extension(dossier)
        yield from open_reasons(found[1] if found else None)
        yield from text_reason("7.4", "motivering", motivering)

    return within_dossier(wie, dossier, day=day, reasons=reasons())


@carries_out("7.4", "4")
def may_withdraw_verlenging(wie: Wie, dossier: DossierFeit, *, day: date) -> Verdict:
    """Say whether the question for a longer term may be taken back: by who asked, while it is open. Covenant 7.4."""

    def reasons() -> Iterator[Reason]:
        yield from _speaks(wie, dossier, day=day)
        found = on_extension(dossier)
        yield from open_reasons(found[1] if found else None)
        if found is not None and found[1].gevraagd_door != wie.organisatie_id:
            text = gettext_noop("Only the kernpartij that asked for a longer term takes that back.")
            yield right_fault("7.4", "asker", text)

    return within_dossier(wie, dossier, day=day, reasons=reasons())


@carries_out("7.4", "4")
def may_remind_verlenging(wie: Wie, dossier: DossierFeit, *, day: date) -> Verdict:
    """Say whether the kernpartijen may be reminded of a longer term: while one has not spoken, once a day. Cov. 4."""

    def reasons() -> Iterator[Reason]:
        yield from reminding_reasons(wie, Onderwerp.VERLENGING, day=day)
        yield from undecided(wie, dossier, artikel="7.4", day=day)
        found = on_extension(dossier)
        yield from reminder_reasons(found[1] if found else None, wie.convenant, day=day)

    return within_dossier(wie, dossier, day=day, reasons=reasons())


def would_extend(wie: Wie, dossier: DossierFeit, keuze: Keuze, *, day: date) -> bool:
    """Tell whether the term is longer once this kernpartij has taken this position: then all of them agree."""
    found = on_extension(dossier)
    if found is None or wie.organisatie_id is None:
        return False
    own = StandpuntFeit(organisatie_id=wie.organisatie_id, keuze=keuze)
    return is_agreed(with_position(found[1], own), wie.convenant, day=day)
