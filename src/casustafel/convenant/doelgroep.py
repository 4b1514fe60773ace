"""Whom a plan may concern: who stays in the Netherlands and radicalised or threatens to. Covenant 3."""

from collections.abc import Iterator
from dataclasses import dataclass

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.verdict import Reason, field_fault, gettext_noop


@dataclass(frozen=True, slots=True, kw_only=True)
class Doelgroep:
    """What is confirmed of a subject: at opening, at the hand-over, and at each check. Covenant 3."""

    verblijft_in_nederland: bool = False
    radicaliseert: bool = False


@carries_out("3")
def doelgroep_reasons(doelgroep: Doelgroep) -> Iterator[Reason]:
    """Say which of the two confirmations is missing.

    Covenant 3. Reading: that the person stays in the Netherlands, and radicalised or threatens to, is confirmed at
    opening and at each check.
    """
    if not doelgroep.verblijft_in_nederland:
        text = gettext_noop("Confirm that this person stays in the Netherlands: the approach is for nobody else.")
        yield field_fault("3", "verblijft_in_nederland", text)
    if not doelgroep.radicaliseert:
        text = gettext_noop("Confirm that this person radicalised or threatens to: the approach is for nobody else.")
        yield field_fault("3", "radicaliseert", text)
