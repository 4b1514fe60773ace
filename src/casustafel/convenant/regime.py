"""The regime of a covenant: the law that it is under, as dated data. Covenant 6, reading *Regime*."""

import re
from types import MappingProxyType
from typing import Final

from casustafel.convenant.artikel import ArtikelId
from casustafel.convenant.regimes.convenant_2017 import CONVENANT_2017
from casustafel.convenant.regimes.model import (
    Afschermingsgrond,
    Afwijzingsgrond,
    Bijzonder,
    BijzondereGrond,
    Doelstelling,
    Eenheid,
    Gegevenssoort,
    Geldigheid,
    Grondslag,
    Klasse,
    KlasseRegel,
    Noodzaak,
    Oordeel,
    Opvolging,
    PlanDoel,
    Regime,
    Taak,
    Termijn,
    TermijnCode,
    Uitzonderingsgrond,
    UnknownTermijnError,
    Vereiste,
    VerstrekkingsDoel,
    Werkzaamheid,
)

__all__ = [
    "CONVENANT_2017",
    "Afschermingsgrond",
    "Afwijzingsgrond",
    "Bijzonder",
    "BijzondereGrond",
    "Doelstelling",
    "Eenheid",
    "Gegevenssoort",
    "Geldigheid",
    "Grondslag",
    "Klasse",
    "KlasseRegel",
    "Noodzaak",
    "Oordeel",
    "Opvolging",
    "PlanDoel",
    "Regime",
    "Taak",
    "Termijn",
    "TermijnCode",
    "Uitzonderingsgrond",
    "UnknownRegimeError",
    "UnknownTermijnError",
    "Vereiste",
    "VerstrekkingsDoel",
    "Werkzaamheid",
    "cited_artikelen",
    "regime",
]

_REGIMES: Final = MappingProxyType({r.code: r for r in (CONVENANT_2017,)})
_OWN_SOURCES: Final = ("Convenant ", "Besluit ")


class UnknownRegimeError(KeyError):
    """Raised for a code under which no regime ships."""

    def __str__(self) -> str:
        """Say which code is unknown and which regimes there are."""
        return f"There is no regime {self.args[0]!r}; there is: {', '.join(_REGIMES)}."


def regime(code: str) -> Regime:
    """Give the regime with this code. Raises `UnknownRegimeError` when none ships under it."""
    try:
        return _REGIMES[code]
    except KeyError:
        raise UnknownRegimeError(code) from None


def cited_artikelen(citaat: str) -> tuple[ArtikelId, ...]:
    """Give the articles of the Besluit and the covenant that a citation names; other laws in it are left out.

    A citation is one or more sources joined by `; `; of our own source it reads `Convenant 6.b, 2.a (lezing)` or
    `Besluit B1.2`.
    """
    own = [part for part in citaat.split("; ") if part.startswith(_OWN_SOURCES)]
    return tuple(ArtikelId(found) for part in own for found in re.findall(r"\bB?\d+(?:\.\w+)*", part))
