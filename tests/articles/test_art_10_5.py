"""Covenant 10.5: an externe casuspartner sees the plan, and nothing else."""

import pytest

from casustafel.convenant.feit import CasusStaat, OrganisatieFeit
from casustafel.convenant.rules.toegang import is_partner, may_open_casus, may_open_plan
from tests.facts import DAY, DE_BRUG, POLITIE, RAAD, ROC, casus, hidden, right, tafel

NOT_AT_TABLE = {right("10.4", "not-at-table")}


@pytest.mark.article("10.5")
class TestAPartnerAtTheTable:
    """A third party of annex 1 that the plan needs."""

    @pytest.mark.parametrize("staat", CasusStaat)
    def test_sees_the_plan_page(self, staat: CasusStaat) -> None:
        """The partner of the case sees the plan."""
        assert may_open_plan(tafel(DE_BRUG), casus(staat).kop, day=DAY).is_allowed

    @pytest.mark.parametrize("staat", CasusStaat)
    def test_does_not_see_the_casus(self, staat: CasusStaat) -> None:
        """Signals, analysis and contributions are not for the partner: they do not exist."""
        assert is_partner(tafel(DE_BRUG))
        assert hidden(may_open_casus(tafel(DE_BRUG), casus(staat).kop, day=DAY)) == NOT_AT_TABLE


@pytest.mark.article("10.5")
class TestAnybodyElse:
    """Who may also see the plan, and who may not."""

    @pytest.mark.parametrize("organisatie", [POLITIE, RAAD])
    def test_at_the_table_sees_the_plan_page(self, organisatie: OrganisatieFeit) -> None:
        """A party at the table sees the same page, and is no partner."""
        assert may_open_plan(tafel(organisatie), casus().kop, day=DAY).is_allowed
        assert not is_partner(tafel(organisatie))

    def test_elsewhere_does_not_learn_that_there_is_a_plan(self) -> None:
        """A partner of annex 1 that this plan does not need sees nothing."""
        assert hidden(may_open_plan(tafel(ROC), casus().kop, day=DAY)) == NOT_AT_TABLE
