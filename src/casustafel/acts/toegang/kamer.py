"""What is asked of the file that somebody may come near to, the same in both. Covenant 15.2.b, 8.4, 10.4."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from casustafel.bestand.bestand import Bestand
from casustafel.casusoverleg import store as casusoverleg
from casustafel.convenant.feit import CasusFeit, DossierFeit, Rol, Wie
from casustafel.convenant.rules.toegang import may_open_casus, may_open_dossier, may_open_plan
from casustafel.convenant.verdict import Verdict
from casustafel.weegploeg import store as weegploeg


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Kamer:
    """A file as who may see it is asked of it.

    `naam` ends the codes of the acts; `may_open` is the rule of the file itself, which who reads this must pass; `sees`
    the rule that says who has any part of it; `rol` the role that goes with it;
    `belongs` says whether a person with that role has to do with this very dossier or casus at all; `houders` gives
    the ids by which the subject is known in the files that are now.
    """

    naam: str
    bestand: Bestand
    artikel: str
    rol: Rol
    facts: Callable[..., dict[UUID, Any]]
    version: Callable[[Any], int]
    may_open: Callable[[Wie, Any, date], Verdict]
    sees: Callable[[Wie, Any, date], Verdict]
    belongs: Callable[[Wie, Any, date], bool]
    houders: Callable[[UUID], Collection[UUID]]


def _opens_dossier(wie: Wie, dossier: DossierFeit, day: date) -> Verdict:
    return may_open_dossier(wie, dossier.kop, day=day)


def _opens_casus(wie: Wie, casus: CasusFeit, day: date) -> Verdict:
    return may_open_casus(wie, casus.kop, day=day)


def _sees_casus(wie: Wie, casus: CasusFeit, day: date) -> Verdict:
    """Say whether somebody sees the casus, or as a partner its plan page. Covenant 10.4, 10.5."""
    whole = may_open_casus(wie, casus.kop, day=day)
    return whole if whole.is_allowed else may_open_plan(wie, casus.kop, day=day)


def _at_table(wie: Wie, casus: CasusFeit, day: date) -> bool:
    return casus.kop.is_at_table(wie.organisatie_id, day=day)


DOSSIER: Final = Kamer(
    naam="",
    bestand=Bestand.WEEGPLOEG,
    artikel="8.4",
    rol=Rol.WEEGPLOEG,
    facts=weegploeg.facts,
    version=weegploeg.version,
    may_open=_opens_dossier,
    sees=_opens_dossier,
    belongs=lambda _wie, _dossier, _day: True,
    houders=weegploeg.files_of,
)
CASUS: Final = Kamer(
    naam="-casus",
    bestand=Bestand.CASUSOVERLEG,
    artikel="10.4",
    rol=Rol.CASUSOVERLEG,
    facts=casusoverleg.facts,
    version=casusoverleg.version,
    may_open=_opens_casus,
    sees=_sees_casus,
    belongs=_at_table,
    houders=casusoverleg.files_of,
)
KAMERS: Final = (DOSSIER, CASUS)
