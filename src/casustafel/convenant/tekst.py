"""What no free text may hold. Covenant 8.2, 10.2. Reading: no BSN, whatever field it is typed in."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.verdict import Reason, field_fault, gettext_noop

# Nine digits: together, or in the groups in which people write them.
_WRITTEN: Final = re.compile(r"(?<!\d)(?:\d{9}|\d{4}[ .-]\d{2}[ .-]\d{3}|\d{3}[ .-]\d{3}[ .-]\d{3})(?!\d)")
_WEIGHTS: Final = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_ELEVEN: Final = 11
_NOUGHTS: Final = "000000000"


def has_bsn(text: str) -> bool:
    """Tell whether a text holds a number that passes the test of eleven of a BSN."""
    return any(_is_bsn(re.sub(r"\D", "", found.group())) for found in _WRITTEN.finditer(text))


def _is_bsn(digits: str) -> bool:
    total = sum(weight * int(digits[place]) for place, weight in enumerate(_WEIGHTS))
    return digits != _NOUGHTS and total % _ELEVEN == 0


@carries_out("8.2", "10.2")
def number_reasons(texts: Iterable[tuple[str, str]]) -> Iterator[Reason]:
    """Refuse each field whose text holds a BSN. Covenant 8.2, 10.2. Reading: the lists are closed, also in free text.

    Takes the name of each field with its text.
    """
    for name, text in texts:
        if has_bsn(text):
            why = gettext_noop(
                "This holds a number that may be a BSN. The files hold no BSN (articles 8.2 and 10.2): leave it out."
            )
            yield field_fault("8.2", name, why)
