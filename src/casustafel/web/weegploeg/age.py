"""The age group of the subject, and for a minor the quarter in which it changes. Covenant 8.2.a, reading at 8.2."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

MINOR_YEARS = 12
QUARTERS = range(1, 5)
MONTHS_IN_QUARTER = 3

AGE_GROUPS = {
    "12-": gettext_lazy("under 12"),
    "12-15": gettext_lazy("12 to 15"),
    "16-17": gettext_lazy("16 or 17"),
    "18+": gettext_lazy("18 or older"),
}


def quarters(day: date) -> list[tuple[str, str]]:
    """Give the quarters from this day on in which the age group of a minor can change."""
    now = (day.year, (day.month - 1) // MONTHS_IN_QUARTER + 1)
    years = range(day.year, day.year + MINOR_YEARS + 1)
    coming = [(year, quarter) for year in years for quarter in QUARTERS if (year, quarter) >= now]
    return [(f"{year}-K{quarter}", _words(year, quarter)) for year, quarter in coming]


def quarter_words(code: str) -> str:
    """Say a quarter in words; what was recorded otherwise is given as it is."""
    year, _dash, quarter = code.partition("-K")
    return _words(int(year), int(quarter)) if year.isdecimal() and quarter.isdecimal() else code


def _words(year: int, quarter: int) -> str:
    return _("quarter %(quarter)d of %(year)d") % {"quarter": quarter, "year": year}
