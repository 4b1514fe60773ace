"""The number of a page, as an address has it."""

from casustafel.acts.invoer import MAX_NUMBER


def page_number(text: str) -> int:
    """Read the number of a page; what is no such number is the first page."""
    is_number = text.isascii() and text.isdecimal() and len(text) <= len(str(MAX_NUMBER))
    return max(int(text), 1) if is_number else 1
