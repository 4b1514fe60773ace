"""The table "Who" of the design, by hand: which role reaches what, and for whom there is nothing.

`O` opens, `T` asks for the task, `.` hides. `?` is a cell on which page and product do not agree yet: it is not tested,
and `OPEN_CELLS` counts them.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Final

import pytest

from casustafel.convenant.feit import CasusStaat, Rol, Taak, Wie
from casustafel.convenant.partij import Soort
from casustafel.convenant.rules.toegang import (
    may_find_dossier,
    may_open_afsluiting,
    may_open_casus,
    may_open_dossier,
    may_open_plan,
)
from casustafel.convenant.verdict import Outcome, Verdict
from tests.facts import (
    CONVENANT,
    DAY,
    DE_BRUG,
    GEMEENTE,
    OM,
    OTHER_CONVENANT,
    POLITIE,
    RAAD,
    RECLASSERING,
    ROC,
    TOMORROW,
    casus,
    convenant_without,
    dossier,
    operator,
    uitvoerder,
    wie,
)

# The politie, the gemeente, the Raad and De Brug are at the table; the OM, the reclassering and the ROC are not.
SUBJECTS: Final[tuple[tuple[str, Callable[[Wie], Verdict]], ...]] = (
    ("find dossier", lambda asker: may_find_dossier(asker, dossier().kop, day=DAY)),
    ("open dossier", lambda asker: may_open_dossier(asker, dossier().kop, day=DAY)),
    ("open casus", lambda asker: may_open_casus(asker, casus().kop, day=DAY)),
    ("open plan page", lambda asker: may_open_plan(asker, casus().kop, day=DAY)),
    (
        "open pending closing",
        lambda asker: may_open_afsluiting(asker, casus(CasusStaat.AFSLUITING_GEADVISEERD).kop, day=DAY),
    ),
    ("open closing that is not pending", lambda asker: may_open_afsluiting(asker, casus().kop, day=DAY)),
)
ANSWERS: Final = {"O": Outcome.ALLOWED, "T": Outcome.REFUSED, ".": Outcome.HIDDEN}

BOTH = (Rol.WEEGPLOEG, Rol.CASUSOVERLEG)
EVERY_ROLE = tuple(frozenset(Rol) - {Rol.SYSTEEM})
NOT_YET = replace(CONVENANT, in_werking_op=TOMORROW)

# Columns: find dossier, open dossier, open casus, open plan page, open pending closing, open closing not pending.
# fmt: off
TABLE: Final[Mapping[str, tuple[Wie, str]]] = {
    "kernpartij, weegploeg only, at the table":      (wie(POLITIE, Rol.WEEGPLOEG),                      "OO..O."),
    "kernpartij, weegploeg only, not at the table":  (wie(OM, Rol.WEEGPLOEG),                           "OO..O."),
    "kernpartij, both roles, at the table":          (wie(POLITIE, *BOTH),                              "OOOOO."),
    "kernpartij, both roles, not at the table":      (wie(OM, *BOTH),                                   "OO..O."),
    "kernpartij, casusoverleg, at the table":        (wie(GEMEENTE, Rol.CASUSOVERLEG),                  "..OOO."),
    "kernpartij, casusoverleg, not at the table":    (wie(OM, Rol.CASUSOVERLEG),                        "......"),
    "casuspartij at the table":                      (wie(RAAD, Rol.CASUSOVERLEG),                      "..OOO."),
    "casuspartij not at the table":                  (wie(RECLASSERING, Rol.CASUSOVERLEG),              "......"),
    "casuspartij at the table, weegploeg role":      (wie(RAAD, Rol.WEEGPLOEG),                         "......"),
    "partner at the table":                          (wie(DE_BRUG, Rol.CASUSOVERLEG),                   "...O.."),
    "partner not at the table":                      (wie(ROC, Rol.CASUSOVERLEG),                       "......"),
    "partner at the table, weegploeg role":          (wie(DE_BRUG, Rol.WEEGPLOEG),                      "......"),
    "uitvoerder, prepares":                          (uitvoerder(Taak.VOORBEREIDEN),                    "OOOOO."),
    "uitvoerder, checks":                            (uitvoerder(Taak.CONTROLEREN),                     "OOOOO."),
    "uitvoerder, handles a request":                 (uitvoerder(Taak.VERZOEK),                         "OOOOO."),
    "uitvoerder without a task":                     (uitvoerder(None),                                 "TTTTT."),
    "behandelaar without a task":                    (wie(GEMEENTE, Rol.BEHANDELAAR),                   "......"),
    "behandelaar, handles a request":                (wie(GEMEENTE, Rol.BEHANDELAAR, taak=Taak.VERZOEK), "????.."),
    "toezichthouder":                                (wie(GEMEENTE, Rol.TOEZICHTHOUDER),                "......"),
    "autorisatiebeheerder":                          (wie(GEMEENTE, Rol.AUTORISATIEBEHEERDER),          "......"),
    "auditor":                                       (wie(GEMEENTE, Rol.AUDITOR),                       "......"),
    "operator":                                      (operator(),                                       "......"),
    "no valid authorisation":                        (wie(POLITIE),                                     "......"),
    "left kernpartij":                               (wie(POLITIE, *EVERY_ROLE, onder=convenant_without(POLITIE)), "......"),  # noqa: E501  # a row of the table
    "left partner":                                  (wie(DE_BRUG, *EVERY_ROLE, onder=convenant_without(DE_BRUG)), "......"),  # noqa: E501  # a row of the table
    "secrecy text not accepted":                     (wie(POLITIE, *EVERY_ROLE, aanvaard=False),        "......"),
    "other covenant":                                (wie(POLITIE, *EVERY_ROLE, onder=OTHER_CONVENANT), "......"),
    "covenant not in force yet":                     (wie(POLITIE, *EVERY_ROLE, onder=NOT_YET),         "......"),
}
# fmt: on
OPEN_CELLS: Final = 4


def cells() -> Iterator[object]:
    """Give each cell of the table that page and product agree on."""
    for role, (asker, answers) in TABLE.items():
        for (subject, rule), answer in zip(SUBJECTS, answers, strict=True):
            if answer != "?":
                yield pytest.param(asker, rule, ANSWERS[answer], id=f"{role} × {subject}")


@pytest.mark.article("8.4")
@pytest.mark.article("10.4")
@pytest.mark.article("10.5")
class TestEachRole:
    """Every kind of role before every kind of subject."""

    @pytest.mark.parametrize(("asker", "rule", "expected"), [*cells()])
    def test_reaches_what_the_table_says(self, asker: Wie, rule: Callable[[Wie], Verdict], expected: Outcome) -> None:
        """What the table does not open does not exist for that role."""
        assert rule(asker).outcome is expected

    def test_stands_in_the_table(self) -> None:
        """No role that people hold is missing, and no cell more is left open than is known."""
        named = {rol for asker, _answers in TABLE.values() for rol in asker.rollen if len(asker.rollen) == 1}

        assert named == frozenset(Rol) - {Rol.SYSTEEM}
        assert sum(answers.count("?") for _asker, answers in TABLE.values()) == OPEN_CELLS
        assert {asker.soort for asker, _answers in TABLE.values()} >= set(Soort)
