"""The terms of one covenant: those of its regime, or shorter ones of its own. Covenant 13, reading."""

from collections.abc import Iterable, Iterator
from types import MappingProxyType
from typing import Final

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import ConvenantFeit
from casustafel.convenant.regime import Eenheid, Regime, Termijn, TermijnCode, regime
from casustafel.convenant.verdict import Reason, field_fault, gettext_noop

SHORTENABLE: Final = frozenset(
    {
        TermijnCode.BEWAREN,
        TermijnCode.ARCHIVEREN,
        TermijnCode.ARCHIVEREN_AFGESLOTEN,
        TermijnCode.BEWAREN_NIET_GEAGENDEERD,
        TermijnCode.LOGREGEL,
        TermijnCode.AUTORISATIE_BEWAREN,
        TermijnCode.ACCOUNT_LEGEN,
        TermijnCode.CONVENANTSTUK,
    }
)
"""The terms for which data is kept; a covenant sets no other."""

_MONTHS: Final = MappingProxyType({Eenheid.MAAND: 1, Eenheid.JAAR: 12})


def _is_shorter(own: Termijn, than: Termijn) -> bool:
    """Compare within one calendar: days with days, months and years with each other."""
    if own.eenheid is Eenheid.DAG or than.eenheid is Eenheid.DAG:
        return own.eenheid is than.eenheid and own.aantal <= than.aantal
    return own.aantal * _MONTHS[own.eenheid] <= than.aantal * _MONTHS[than.eenheid]


@carries_out("13.1", "13.2", "13.3")
def shortening_reasons(own: Iterable[Termijn], *, under: Regime) -> Iterator[Reason]:
    """Give the reasons why a covenant may not have these terms of its own.

    Covenant 13. Reading: a covenant may shorten a term for which data is kept, and lengthen none.
    """
    for termijn in own:
        if termijn.code not in SHORTENABLE:
            text = gettext_noop("A covenant sets only the terms for which data is kept.")
            yield field_fault("13.1", f"termijnen.{termijn.code}", text)
        elif termijn.aantal < 1:
            yield field_fault("13.1", f"termijnen.{termijn.code}", gettext_noop("A term is at least one."))
        elif not _is_shorter(termijn, under.term(termijn.code)):
            text = gettext_noop("A covenant may shorten this term, never lengthen it.")
            yield field_fault("13.1", f"termijnen.{termijn.code}", text)


@carries_out("13.1", "13.2", "13.3")
def term_of(convenant: ConvenantFeit, code: TermijnCode) -> Termijn:
    """Give the term that holds in a covenant: its own where that is shorter, else that of its regime. Covenant 13."""
    default = regime(convenant.regime).term(code)
    own = next((t for t in convenant.termijnen if t.code is code), default)
    return own if code in SHORTENABLE and own.aantal >= 1 and _is_shorter(own, default) else default


def write_terms(own: Iterable[Termijn]) -> str:
    """Write a covenant's own terms as one line, the way the register keeps them."""
    return " ".join(f"{t.code}:{t.aantal}:{t.eenheid}" for t in own)


def read_terms(text: str) -> tuple[Termijn, ...]:
    """Read what `write_terms` wrote."""
    parts = (one.split(":") for one in text.split())
    return tuple(
        Termijn(code=TermijnCode(code), aantal=int(aantal), eenheid=Eenheid(eenheid), citaat="Convenant 13 (eigen)")
        for code, aantal, eenheid in parts
    )
