"""Covenant 11.2, 11.3, 11.5: what waits of the duty to inform, for whom, and by which day."""

from datetime import date, timedelta

import pytest

from casustafel.convenant.feit import StukFeit, Taak, Wie
from casustafel.convenant.informatieplicht import Aantekening, stand_of
from casustafel.convenant.werk import Stap
from casustafel.convenant.werk_informeren import stap_of, werk_on_informeren_casus
from tests.articles.test_art_11_termijn import (
    ALLEN,
    BLIJVEND_ALLEN,
    GEVRAAGD,
    JUNE,
    LATE,
    PERSOON,
    SLOT,
    TOLD,
    TWEEDE,
    UITERLIJK,
    _casus,
    note,
    plicht,
)
from tests.facts import GEMEENTE, OM, POLITIE, tafel, uitvoerder, weegploeg

pytestmark = [pytest.mark.article("11.5"), pytest.mark.article("11.3")]

A_DAY = timedelta(days=1)
ON = date(2026, 3, 20)
SPOKE = tuple(note(Aantekening.GEEN_GROND, o) for o in (GEMEENTE, OM, POLITIE))
ULLA, PETRA, OMAR = uitvoerder(), weegploeg(POLITIE), weegploeg(OM)


@pytest.mark.parametrize(
    ("wie", "notes", "day", "stap"),
    [
        (PETRA, (), ON, Stap.SPREEK_INFORMEREN),
        (PETRA, (note(Aantekening.GEEN_GROND),), ON, Stap.INFORMEREN),
        (OMAR, SPOKE, UITERLIJK + A_DAY, Stap.INFORMEREN),
        (PETRA, (GEVRAAGD,), ON, Stap.INFORMEREN),
        (OMAR, (GEVRAAGD,), ON, Stap.SPREEK_INFORMEREN),
        (OMAR, (*SPOKE, GEVRAAGD), ON, Stap.SPREEK_INFORMEREN),
        (OMAR, (*SPOKE, GEVRAAGD), JUNE + A_DAY, Stap.INFORMEREN),
        (OMAR, (ALLEN,), JUNE - timedelta(days=31), None),
        (OMAR, (ALLEN,), JUNE - timedelta(days=30), Stap.HEROVERWEEG_UITSTEL),
        (OMAR, (ALLEN,), JUNE, Stap.HEROVERWEEG_UITSTEL),
        (OMAR, (*SPOKE, ALLEN), JUNE + A_DAY, Stap.INFORMEREN),
        (OMAR, (LATE,), SLOT - A_DAY, None),
        (OMAR, (LATE,), SLOT, Stap.INFORMEREN_VOOR_VERTREK),
        (ULLA, (LATE,), SLOT, Stap.INFORMEREN_VOOR_VERTREK),
        (OMAR, (BLIJVEND_ALLEN,), SLOT, None),
        (OMAR, (TOLD,), SLOT, None),
        (ULLA, (), ON, Stap.INFORMEREN),
        (ULLA, (ALLEN,), JUNE, None),
        (uitvoerder(Taak.CONTROLEREN), (), ON, None),
        (uitvoerder(None), (), ON, None),
        (tafel(), (), ON, None),
    ],
)
def test_one_step_is_asked(wie: Wie, notes: tuple[StukFeit, ...], day: date, stap: Stap | None) -> None:
    """A kernpartij speaks, then the person is told; what waits comes back thirty days before its day and its end."""
    duty = plicht(*notes)

    assert stap_of(wie, duty, stand_of(duty, day=day), day=day) is stap


@pytest.mark.article("11.2")
def test_each_person_of_a_casus_has_a_line() -> None:
    """With the day, and the person it is about; for who sits only at the table there is none."""
    found = list(werk_on_informeren_casus(PETRA, _casus(), day=ON))

    assert [(w.bij_id, w.uiterlijk_op) for w in found] == [(PERSOON, UITERLIJK), (TWEEDE, UITERLIJK)]
    assert list(werk_on_informeren_casus(tafel(POLITIE), _casus(), day=ON)) == []
