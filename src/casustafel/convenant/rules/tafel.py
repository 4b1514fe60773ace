"""What every rule of the casusoverleg asks: who sits at the table, and whether the casus is open. Covenant 9.1."""

from collections.abc import Iterable, Iterator
from datetime import date

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import CasusFeit, CasusKop, CasusStaat, Rol, Taak, Wie
from casustafel.convenant.partij import PARTIJEN
from casustafel.convenant.rules.toegang import at_table
from casustafel.convenant.rules.weegploeg import working_reasons
from casustafel.convenant.verdict import (
    Reason,
    Verdict,
    field_fault,
    gettext_noop,
    refuse_for,
    right_fault,
    state_fault,
)


def open_case(kop: CasusKop, *, artikel: str) -> Iterator[Reason]:
    """Say that nothing is done any more in a casus whose plan was closed."""
    if kop.staat is CasusStaat.AFGESLOTEN:
        yield state_fault(artikel, "closed", gettext_noop("The plan of this casus has been closed."))


@carries_out("9.1")
def seated(wie: Wie, casus: CasusFeit, *, artikel: str, day: date) -> Iterator[Reason]:
    """Ask a seat at the table, as a party or as a partner. Covenant 9.1."""
    if not at_table(wie, casus.kop, day=day):
        yield right_fault(artikel, "participant", gettext_noop("Only those at the table of this casus do this."))


@carries_out("9.1")
def party_seated(wie: Wie, casus: CasusFeit, *, artikel: str, day: date) -> Iterator[Reason]:
    """Ask a seat at the table as a party. Covenant 9.1."""
    if not at_table(wie, casus.kop, day=day) or wie.soort not in PARTIJEN:
        yield right_fault(artikel, "party", gettext_noop("Only a party at the table of this casus does this."))


def preparing(wie: Wie) -> Iterator[Reason]:
    """Ask an uitvoerder for the task that covers casework. Covenant 5, reading."""
    if wie.taak is not Taak.VOORBEREIDEN:
        yield field_fault("5", "taak", gettext_noop("Name the task: to prepare the boards. It covers this."))


def checking(wie: Wie) -> Iterator[Reason]:
    """Ask for the uitvoerder, with the task that covers the periodic check. Covenant 10.3, 5."""
    if Rol.UITVOERDER not in wie.rollen:
        yield right_fault("10.3", "uitvoerder", gettext_noop("The uitvoerder does this (article 10.3)."))
    elif wie.taak is not Taak.CONTROLEREN:
        yield field_fault("5", "taak", gettext_noop("Name the task: to check the data. It covers this."))


def party_or_preparing(wie: Wie, casus: CasusFeit, *, artikel: str, day: date) -> Iterator[Reason]:
    """Ask for a party at the table, or for the uitvoerder that prepares. Covenant 9, 5."""
    if Rol.UITVOERDER in wie.rollen and not at_table(wie, casus.kop, day=day):
        yield from preparing(wie)
    else:
        yield from party_seated(wie, casus, artikel=artikel, day=day)


def within(wie: Wie, seen: Verdict, reasons: Iterable[Reason], *, day: date) -> Verdict:
    """Give the reasons of casework, those of 18.3 included, only to who may know that what it is on exists."""
    return seen if not seen.is_allowed else refuse_for([*working_reasons(wie, day=day), *reasons])


def known(verdict: Verdict, reasons: Iterable[Reason]) -> Verdict:
    """Give the reasons of what is no casework: it stays possible where casework is not (18.3)."""
    return verdict if not verdict.is_allowed else refuse_for(reasons)
