"""Covenant 4: what the joint controller decides needs the agreement of each kernpartij."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casustafel.convenant.feit import CasusStaat, Keuze, OrganisatieFeit, StandpuntFeit, Uitkomst
from casustafel.convenant.rules.casusoverleg import may_close_casus
from casustafel.convenant.rules.weegploeg import agreement_reasons, may_decide
from tests.facts import (
    CONVENANT,
    DAY,
    GEMEENTE,
    KERN,
    OM,
    POLITIE,
    TOMORROW,
    casus,
    convenant,
    dossier,
    grounds,
    state,
    weegploeg,
)

UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no counterexample
ORGANISATIES = st.sampled_from(CONVENANT.organisaties)
POSITIONS = st.dictionaries(ORGANISATIES, st.tuples(st.sampled_from(Keuze), st.sampled_from([*Uitkomst, None])))
LEAVES = st.dictionaries(st.sampled_from(KERN), st.sampled_from([None, DAY, TOMORROW]))

Positions = Mapping[OrganisatieFeit, tuple[Keuze, Uitkomst | None]]
Leaves = Mapping[OrganisatieFeit, date | None]


def taken(positions: Positions) -> list[StandpuntFeit]:
    """Give the positions as the file holds them."""
    return [
        StandpuntFeit(organisatie_id=o.id, keuze=keuze, uitkomst=uitkomst) for o, (keuze, uitkomst) in positions.items()
    ]


def in_force(leaves: Leaves) -> list[OrganisatieFeit]:
    """Give the kernpartijen that have not left today."""
    return [o for o in KERN if leaves.get(o) != DAY]


@pytest.mark.article("4")
class TestAgreement:
    """Which kernpartijen agreed, which withhold, which have not answered."""

    def test_is_there_when_each_agreed(self) -> None:
        """With the agreement of each there is no reason left."""
        assert grounds(agreement_reasons(KERN, agreed=[o.id for o in KERN], withheld=[])) == set()

    def test_tells_who_withholds_from_who_has_not_answered(self) -> None:
        """Each kernpartij that is missing is named, and whether it withholds or is still to answer."""
        reasons = list(agreement_reasons(KERN, agreed=[GEMEENTE.id], withheld=[OM.id]))

        assert grounds(reasons) == {state("4", "withheld"), state("4", "no-agreement")}
        assert [(r.code, r.params["partij"]) for r in reasons] == [
            ("4-withheld", OM.naam),
            ("4-no-agreement", POLITIE.naam),
        ]

    def test_is_not_there_while_one_withholds_whatever_it_said_before(self) -> None:
        """Withholding outweighs an earlier agreement."""
        reasons = agreement_reasons(KERN, agreed=[o.id for o in KERN], withheld=[OM.id])

        assert grounds(reasons) == {state("4", "withheld")}


@pytest.mark.article("4")
@pytest.mark.article("7.4")
class TestAnOutcomeOfTheWeegploeg:
    """Whatever positions there are, and whoever left."""

    @UNHURRIED
    @given(positions=POSITIONS, leaves=LEAVES, uitkomst=st.sampled_from(Uitkomst), asker=st.sampled_from(KERN))
    def test_is_allowed_only_when_each_kernpartij_agrees_with_it(
        self, positions: Positions, leaves: Leaves, uitkomst: Uitkomst, asker: OrganisatieFeit
    ) -> None:
        """Never without the agreement of all three with that same outcome, and never when one of them has left."""
        wie = weegploeg(asker, onder=convenant(*(replace(o, tot=tot) for o, tot in leaves.items())))
        held = dossier(standpunten=taken(positions))
        verdict = may_decide(wie, held, uitkomst=uitkomst, motivering="genoeg", day=DAY)

        agreed = all(positions.get(o) == (Keuze.INSTEMMEN, uitkomst) for o in KERN)
        assert verdict.is_allowed is (agreed and in_force(leaves) == [*KERN])

    @UNHURRIED
    @given(positions=POSITIONS, uitkomst=st.sampled_from(Uitkomst), asker=st.sampled_from(KERN))
    def test_is_reached_exactly_when_all_three_agree_with_it(
        self, positions: Positions, uitkomst: Uitkomst, asker: OrganisatieFeit
    ) -> None:
        """With all three in force: allowed when they agree with it, and never otherwise."""
        held = dossier(standpunten=taken(positions))
        verdict = may_decide(weegploeg(asker), held, uitkomst=uitkomst, motivering="genoeg", day=DAY)

        assert verdict.is_allowed is all(positions.get(o) == (Keuze.INSTEMMEN, uitkomst) for o in KERN)


@pytest.mark.article("4")
@pytest.mark.article("9.4")
class TestClosingAPlan:
    """Whatever positions there are, and whoever left."""

    @UNHURRIED
    @given(positions=POSITIONS, leaves=LEAVES, asker=st.sampled_from(KERN))
    def test_is_allowed_only_when_each_kernpartij_agrees(
        self, positions: Positions, leaves: Leaves, asker: OrganisatieFeit
    ) -> None:
        """Never without the agreement of all three, and never when one of them has left."""
        wie = weegploeg(asker, onder=convenant(*(replace(o, tot=tot) for o, tot in leaves.items())))
        held = casus(CasusStaat.AFSLUITING_GEADVISEERD, standpunten=taken(positions))
        verdict = may_close_casus(wie, held, motivering="klaar", day=DAY)

        agreed = all(o in positions and positions[o][0] is Keuze.INSTEMMEN for o in KERN)
        assert verdict.is_allowed is (agreed and in_force(leaves) == [*KERN])
