"""A third person in a signaal: only by necessity. Covenant 7.1, 7.2, 8.2.c."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.verdict import Reason, field_fault, gettext_noop


@dataclass(frozen=True, slots=True, kw_only=True)
class Derde:
    """A third person whom a kernpartij names with a signaal, and why that is needed; both empty where nobody is."""

    naam: str = ""
    noodzaak: str = ""


NIEMAND: Final = Derde()


@carries_out("7.1", "7.2", "8.2.c")
def third_person_reasons(derde: Derde) -> Iterator[Reason]:
    """Ask for name and necessity together. Covenant 7.1, 7.2.

    Reading: the melder is the representative; a third person is named only where the kernpartij records why that is
    needed.
    """
    if derde.naam.strip() and not derde.noodzaak.strip():
        text = gettext_noop("Say why the name of this third person is needed, or leave the name out.")
        yield field_fault("7.2", "derde_noodzaak", text)
    if derde.noodzaak.strip() and not derde.naam.strip():
        text = gettext_noop("You gave a reason without a name: name the third person, or leave the reason out.")
        yield field_fault("7.2", "derde_naam", text)
