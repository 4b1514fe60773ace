"""Article 18.2: a party that has left takes no further part, also where its seat was not cleared away yet."""

from dataclasses import replace

import pytest

from casustafel.convenant.feit import DossierStaat, Rol
from casustafel.convenant.rules.casusoverleg import may_record_voortgang, may_write_plan
from casustafel.convenant.rules.weegploeg import may_hand_over
from tests.facts import CONFIRMED, DAY, MAATREGEL, POLITIE, RAAD, casus, convenant, deelnemers, dossier, weegploeg, wie


@pytest.mark.article("18.2", "9.3", "8.5")
class TestAnOrganisationThatLeaves:
    """The Raad leaves on a day; its seat at the table and its place among those named still stand."""

    @pytest.mark.parametrize(("days", "is_allowed"), [(-1, False), (0, False), (1, True)])
    def test_carries_out_no_new_measure(self, days: int, *, is_allowed: bool) -> None:
        """From its first day away on, no measure is given to it."""
        left = convenant(replace(RAAD, tot=DAY.replace(day=DAY.day + days)))
        writer = wie(POLITIE, Rol.CASUSOVERLEG, onder=left)
        verdict = may_write_plan(
            writer,
            casus(aan_tafel=deelnemers(POLITIE, RAAD)),
            doelstellingen=["i"],
            doelen=["a"],
            toelichting="Verzonnen.",
            maatregelen=[("Verzonnen.", RAAD.id)],
            day=DAY,
        )

        assert verdict.is_allowed is is_allowed
        assert is_allowed or [reason.code for reason in verdict.reasons] == ["9.3-maatregelen"]

    @pytest.mark.parametrize(("days", "is_allowed"), [(-1, False), (0, False), (1, True)])
    def test_gets_no_copy(self, days: int, *, is_allowed: bool) -> None:
        """Who was named and left is no longer involved: the kernpartijen name again before they hand over."""
        left = convenant(replace(RAAD, tot=DAY.replace(day=DAY.day + days)))
        named = dossier(DossierStaat.AGENDEREN, betrokken=[POLITIE, RAAD])
        verdict = may_hand_over(
            weegploeg(POLITIE, onder=left), named, signalen=sorted(named.signalen), doelgroep=CONFIRMED, day=DAY
        )

        assert verdict.is_allowed is is_allowed
        assert is_allowed or [reason.code for reason in verdict.reasons] == ["7.3-no-betrokkenen"]


@pytest.mark.article("5", "9.4")
class TestAnUitvoerderWithASeatOfTheirOwn:
    """Somebody who is uitvoerder and also sits at the table for a party."""

    def test_needs_no_task_for_the_own_measure(self) -> None:
        """What they do for their own party they do as a participant."""
        both = wie(POLITIE, Rol.CASUSOVERLEG, Rol.UITVOERDER)
        verdict = may_record_voortgang(both, casus(), maatregel_id=MAATREGEL, tekst="Verzonnen.", day=DAY)

        assert verdict.is_allowed
