"""The security plan: its seven subjects, the standard beside each, what was said of it, its evaluation. Cov. 15.2.

The numbers are those of the controls of BIO2 (after ISO/IEC 27002:2022); the words are ours.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import ConvenantFeit, MedewerkerId
from casustafel.convenant.regime import TermijnCode, regime
from casustafel.convenant.termijn import add_months, last_day


class Beveiligingspunt(StrEnum):
    """The subjects that the plan has at least. Covenant 15.2.a-g."""

    FYSIEK = "a"
    LEZEN_SCHRIJVEN = "b"
    AUTORISEREN = "c"
    TOEGANG = "d"
    LOGGEN = "e"
    CONTROLE_BEVOEGDHEDEN = "f"
    INCIDENTEN = "g"


class Puntstaat(StrEnum):
    """How far the measures of a subject are."""

    OPEN = "open"
    DEELS = "deels"
    INGEVOERD = "ingevoerd"


class Puntoordeel(StrEnum):
    """What a review found."""

    VOLDOET = "voldoet"
    VOLDOET_NIET = "voldoet-niet"


class Plandeel(StrEnum):
    """What was recorded of the plan: the measures of a subject, a review of them, the yearly evaluation of all."""

    MAATREGELEN = "maatregelen"
    TOETSING = "toetsing"
    EVALUATIE = "evaluatie"


NORMEN: Final = MappingProxyType(
    {
        Beveiligingspunt.FYSIEK: ("7.1", "7.2", "7.3", "7.7", "7.10", "7.14"),
        Beveiligingspunt.LEZEN_SCHRIJVEN: ("5.3", "5.15", "8.3"),
        Beveiligingspunt.AUTORISEREN: ("5.16", "5.18", "6.5"),
        Beveiligingspunt.TOEGANG: ("5.17", "8.2", "8.5", "8.24"),
        Beveiligingspunt.LOGGEN: ("8.15", "8.16", "8.17"),
        Beveiligingspunt.CONTROLE_BEVOEGDHEDEN: ("5.18", "5.35", "5.36"),
        Beveiligingspunt.INCIDENTEN: ("5.24", "5.25", "5.26", "5.27", "6.8"),
    }
)
"""The controls of BIO2 that belong to each subject."""
AHEAD: Final = 1
"""Months before its last day from which the evaluation is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFeit:
    """One thing that was recorded of the plan, with who did it."""

    deel: Plandeel
    punt: Beveiligingspunt | None
    op: date
    medewerker_id: MedewerkerId | None
    staat: str = ""


def latest(found: Iterable[PlanFeit], deel: Plandeel, punt: Beveiligingspunt | None = None) -> PlanFeit | None:
    """Give what was recorded last of a kind, for a subject where one is named; they come in their order."""
    return next((one for one in reversed(tuple(found)) if one.deel is deel and one.punt is punt), None)


@carries_out("15.3")
def evaluate_by(found: Iterable[PlanFeit], convenant: ConvenantFeit) -> date:
    """Give the last day by which the plan is evaluated: a year after it was, or after the covenant began. Cov. 15.3."""
    last = latest(found, Plandeel.EVALUATIE)
    since = last.op if last else convenant.in_werking_op
    return last_day(since, termijn=regime(convenant.regime).term(TermijnCode.BEVEILIGING_EVALUEREN))


@carries_out("15.3")
def must_evaluate(found: Iterable[PlanFeit], convenant: ConvenantFeit, *, day: date) -> bool:
    """Tell whether the evaluation is asked for: from a month before its last day. Covenant 15.3."""
    return day >= add_months(evaluate_by(found, convenant), months=-AHEAD)


def unreviewed(found: Iterable[PlanFeit]) -> tuple[Beveiligingspunt, ...]:
    """Give the subjects that were not reviewed since the last evaluation, or whose measures changed after it."""
    rows = tuple(found)
    last = latest(rows, Plandeel.EVALUATIE)
    since = rows[rows.index(last) + 1 :] if last else rows
    return tuple(punt for punt in Beveiligingspunt if not _is_reviewed(since, punt))


def _is_reviewed(rows: tuple[PlanFeit, ...], punt: Beveiligingspunt) -> bool:
    own = [one.deel for one in rows if one.punt is punt]
    return bool(own) and own[-1] is Plandeel.TOETSING
