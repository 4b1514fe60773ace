"""The essence of the arrangement of AVG 26: a door that is not an act, and shows no personal data. Covenant 4."""

from datetime import date

from casustafel.convenant.voorstel import Onderdeel
from casustafel.register.store import voorstel as store
from casustafel.register.store.voorstel import GemeenteTekst

__all__ = ["GemeenteTekst", "essence"]


def essence(code: str, *, day: date) -> GemeenteTekst | None:
    """Give the essence that holds in a covenant, by its code; nothing where there is none, or no such covenant.

    Covenant 4. Reading: AVG 26(2) makes the essence available to the person concerned, who has no account.
    """
    return store.public_text(code, Onderdeel.REGELING, day=day)
