"""Covenant 5: the uitvoerder opens either file only for a named task, and never decides."""

from dataclasses import replace

import pytest

from casustafel.convenant.feit import CasusStaat, DossierStaat, Rol, Taak, Uitkomst
from casustafel.convenant.rules.casusoverleg import may_adopt_plan, may_advise_afsluiting, may_close_casus
from casustafel.convenant.rules.toegang import (
    may_find_casussen,
    may_find_dossier,
    may_find_dossiers,
    may_open_casus,
    may_open_dossier,
    may_open_plan,
)
from casustafel.convenant.rules.weegploeg import may_decide, may_hand_over, may_take_standpunt
from tests.facts import (
    CONFIRMED,
    DAY,
    KERN,
    RAAD,
    SIGNAAL,
    casus,
    dossier,
    field,
    refused,
    right,
    standpunten,
    uitvoerder,
)

NAME_THE_TASK = {field("5", "taak")}


@pytest.mark.article("5")
class TestTheUitvoerder:
    """The officer who manages the data in the controller's name."""

    @pytest.mark.parametrize("taak", Taak)
    def test_opens_either_file_for_a_named_task(self, taak: Taak) -> None:
        """To prepare, to check or to handle a request the uitvoerder finds and opens both files."""
        asker = uitvoerder(taak)

        assert may_find_dossiers(asker, day=DAY).is_allowed
        assert may_open_dossier(asker, dossier().kop, day=DAY).is_allowed
        assert may_find_casussen(asker, day=DAY).is_allowed
        assert may_open_casus(asker, casus().kop, day=DAY).is_allowed
        assert may_open_plan(asker, casus().kop, day=DAY).is_allowed

    def test_is_asked_for_the_task_in_the_weegploeg(self) -> None:
        """Without a named task no dossier is found or opened."""
        asker = uitvoerder(None)

        assert refused(may_find_dossiers(asker, day=DAY)) == NAME_THE_TASK
        assert refused(may_find_dossier(asker, dossier().kop, day=DAY)) == NAME_THE_TASK
        assert refused(may_open_dossier(asker, dossier().kop, day=DAY)) == NAME_THE_TASK

    def test_is_asked_for_the_task_in_the_casusoverleg(self) -> None:
        """Without a named task no casus and no plan is found or opened."""
        asker = uitvoerder(None)

        assert refused(may_find_casussen(asker, day=DAY)) == NAME_THE_TASK
        assert refused(may_open_casus(asker, casus().kop, day=DAY)) == NAME_THE_TASK
        assert refused(may_open_plan(asker, casus().kop, day=DAY)) == NAME_THE_TASK


@pytest.mark.article("5")
class TestADecisionOfTheWeegploeg:
    """What the kernpartijen decide, the uitvoerder prepares and no more."""

    def test_is_not_taken_by_the_uitvoerder(self) -> None:
        """The uitvoerder takes no position and records no outcome, also when all agree."""
        ready = dossier(standpunten=standpunten(*KERN, uitkomst=Uitkomst.AGENDEREN))
        position = may_take_standpunt(uitvoerder(), ready, motivering="licht", day=DAY)
        outcome = may_decide(uitvoerder(), ready, uitkomst=Uitkomst.AGENDEREN, motivering="genoeg", day=DAY)

        assert refused(position) == {right("7.4", "representative")}
        assert refused(outcome) == {right("7.4", "representative")}

    def test_is_not_carried_out_by_the_uitvoerder(self) -> None:
        """Choosing what goes to the casusoverleg is a judgment of the kernpartijen."""
        ready = dossier(DossierStaat.AGENDEREN, betrokken=[RAAD])

        assert refused(may_hand_over(uitvoerder(), ready, signalen=[SIGNAAL], doelgroep=CONFIRMED, day=DAY)) == {
            right("8.5", "representative"),
        }


@pytest.mark.article("5")
class TestADecisionOnThePlan:
    """What the table adopts and advises, and the kernpartijen decide."""

    def test_is_not_taken_by_the_uitvoerder(self) -> None:
        """The uitvoerder does not adopt a plan and does not advise to close it, also with a seat of its own party."""
        asker = uitvoerder()

        assert refused(may_adopt_plan(asker, casus(), day=DAY)) == {right("9.3", "party")}
        assert refused(may_advise_afsluiting(asker, casus(), motivering="klaar", day=DAY)) == {right("9.4", "party")}

    def test_to_close_is_not_taken_by_the_uitvoerder(self) -> None:
        """The uitvoerder does not close a plan, also when all kernpartijen agree."""
        pending = casus(CasusStaat.AFSLUITING_GEADVISEERD, standpunten=standpunten(*KERN))

        assert refused(may_close_casus(uitvoerder(), pending, motivering="klaar", day=DAY)) == {
            right("9.4", "kernpartij"),
        }


@pytest.mark.article("5")
class TestARepresentativeWhoIsUitvoerderToo:
    """Somebody who holds both roles."""

    def test_needs_no_task_as_a_representative(self) -> None:
        """Who represents a kernpartij opens the file of the weegploeg in that role."""
        both = replace(uitvoerder(None), rollen=frozenset({Rol.UITVOERDER, Rol.WEEGPLOEG}))

        assert may_open_dossier(both, dossier().kop, day=DAY).is_allowed
        assert refused(may_open_casus(both, casus().kop, day=DAY)) == NAME_THE_TASK
