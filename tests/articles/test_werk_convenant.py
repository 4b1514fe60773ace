"""What waits on the covenant itself: positions on proposals, and the evaluation. Covenant 4, 18.4."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from casustafel.convenant.feit import Wie
from casustafel.convenant.overeenstemming import Onderwerp, OvereenstemmingFeit, Vraagstaat
from casustafel.convenant.werk import Stap
from casustafel.convenant.werk_convenant import werk_on_evaluatie, werk_on_voorstel
from tests.facts import DAY, DE_BRUG, GEMEENTE, OM, RAAD, YESTERDAY, standpunten, tafel, uitvoerder, weegploeg

VRAAG = OvereenstemmingFeit(
    onderwerp=Onderwerp.BIJLAGE,
    staat=Vraagstaat.OPEN,
    gevraagd_op=YESTERDAY,
    gevraagd_door=GEMEENTE.id,
    standpunten=standpunten(GEMEENTE),
    herinnerd_op=DAY,
)


def waits(asker: Wie, vraag: OvereenstemmingFeit = VRAAG) -> bool:
    """Tell whether a position on the proposal waits for somebody today."""
    return any(werk_on_voorstel(asker, UUID(int=1), vraag, day=DAY))


@pytest.mark.article("4")
class TestAProposal:
    """The gemeente agreed; the others did not speak yet."""

    def test_waits_for_who_has_not_spoken(self) -> None:
        """With the day on which was reminded; the gemeente has nothing to do."""
        (werk,) = werk_on_voorstel(weegploeg(OM), UUID(int=1), VRAAG, day=DAY)

        assert (werk.stap, werk.artikel, werk.herinnerd_op) == (Stap.STANDPUNT_VOORSTEL, "4", DAY)
        assert not waits(weegploeg(GEMEENTE))

    @pytest.mark.parametrize("asker", [uitvoerder(), tafel(OM), tafel(RAAD), tafel(DE_BRUG)])
    def test_waits_for_representatives_of_kernpartijen_only(self, asker: Wie) -> None:
        """The uitvoerder decides nothing; others do not know of it."""
        assert not waits(asker)

    @pytest.mark.parametrize("staat", [Vraagstaat.AANGENOMEN, Vraagstaat.INGETROKKEN])
    def test_that_is_settled_waits_for_nobody(self, staat: Vraagstaat) -> None:
        """After adoption or withdrawal nothing is asked."""
        assert not waits(weegploeg(OM), replace(VRAAG, staat=staat))


@pytest.mark.article("18.4", "5")
class TestTheEvaluation:
    """It is due on a day."""

    @pytest.mark.parametrize(("days", "is_shown"), [(-1, False), (0, True), (1, True), (200, True)])
    def test_is_asked_for_from_three_months_before(self, days: int, *, is_shown: bool) -> None:
        """Of the kernpartijen, and of the uitvoerder that prepares it; late stays late."""
        day = date(2026, 3, 2) + timedelta(days=days)

        for asker in (weegploeg(), uitvoerder()):
            found = [(w.stap, w.artikel, w.uiterlijk_op) for w in werk_on_evaluatie(asker, date(2026, 6, 2), day=day)]
            assert found == [(Stap.EVALUATIE, "18.4", date(2026, 6, 2))] * is_shown
        assert not any(werk_on_evaluatie(tafel(RAAD), date(2026, 6, 2), day=day))

    def test_is_not_asked_for_without_a_day(self) -> None:
        """After the first one, only if a next day was agreed."""
        assert not any(werk_on_evaluatie(weegploeg(), None, day=DAY))
