"""Covenant 4: what the joint controller decides needs the agreement of each kernpartij."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casustafel.convenant.feit import CasusStaat, Keuze, OrganisatieFeit, StandpuntFeit, StukFeit, Uitkomst, Wie
from casustafel.convenant.overeenstemming import (
    Onderwerp,
    OvereenstemmingFeit,
    Vraagstaat,
    is_agreed,
    may_speak,
    missing_reasons,
    must_agree,
    on_closing,
    on_outcome,
    reminder_reasons,
    speaking_reasons,
    with_position,
    withdrawal_reasons,
)
from casustafel.convenant.rules.casusoverleg import may_close_casus
from casustafel.convenant.rules.weegploeg import may_decide
from casustafel.convenant.stuk import DossierStuk
from tests.facts import (
    CONVENANT,
    DAY,
    DE_BRUG,
    GEMEENTE,
    KERN,
    OM,
    POLITIE,
    RAAD,
    RECLASSERING,
    TOMORROW,
    VRAAG,
    YESTERDAY,
    casus,
    convenant,
    convenant_without,
    dossier,
    grounds,
    onthouden,
    right,
    standpunten,
    state,
    stuk_id,
    tafel,
    uitvoerder,
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


def question(*taken_positions: StandpuntFeit, onderwerp: Onderwerp = Onderwerp.AFSLUITING) -> OvereenstemmingFeit:
    """Give an open question with these positions."""
    return OvereenstemmingFeit(
        onderwerp=onderwerp,
        staat=Vraagstaat.OPEN,
        gevraagd_op=DAY,
        gevraagd_door=POLITIE.id,
        standpunten=taken_positions,
    )


@pytest.mark.article("4")
class TestAgreement:
    """Which kernpartijen agreed, which withhold, which have not answered."""

    def test_is_there_when_each_agreed(self) -> None:
        """With the agreement of each there is no reason left."""
        asked = question(*standpunten(*KERN))

        assert grounds(missing_reasons(asked, CONVENANT, day=DAY)) == set()
        assert is_agreed(asked, CONVENANT, day=DAY)

    def test_tells_who_withholds_from_who_has_not_answered(self) -> None:
        """Each kernpartij that is missing is named, and whether it withholds or is still to answer."""
        asked = question(*standpunten(GEMEENTE), onthouden(OM))
        reasons = list(missing_reasons(asked, CONVENANT, day=DAY))

        assert grounds(reasons) == {state("4", "withheld"), state("4", "no-agreement")}
        assert [(r.code, r.params["partij"]) for r in reasons] == [
            ("4-withheld", OM.naam),
            ("4-no-agreement", POLITIE.naam),
        ]
        assert not is_agreed(asked, CONVENANT, day=DAY)

    def test_is_not_asked_of_a_party_that_left(self) -> None:
        """Who no longer takes part on the day is not waited for."""
        asked = question(*standpunten(GEMEENTE, POLITIE))

        assert is_agreed(asked, convenant_without(OM), day=DAY)
        assert not is_agreed(asked, convenant_without(OM), day=YESTERDAY)


@pytest.mark.article("4")
class TestAPosition:
    """Who takes one, and until when it is taken back."""

    @pytest.mark.parametrize(
        ("person", "may"),
        [
            (weegploeg(OM), True),
            (tafel(OM), False),
            (tafel(RAAD), False),
            (weegploeg(RAAD), False),
            (uitvoerder(), False),
        ],
    )
    def test_is_taken_by_the_representative_of_a_kernpartij(self, person: Wie, *, may: bool) -> None:
        """The one in the weegploeg; a casuspartij has no say in what the controller decides."""
        assert may_speak(person, Onderwerp.AFSLUITING, day=DAY) is may
        expected = set() if may else {right("9.4", "representative")}
        assert grounds(speaking_reasons(person, Onderwerp.AFSLUITING, day=DAY)) == expected

    def test_takes_the_place_of_the_one_that_was_there(self) -> None:
        """A party has one position; those of the others stay."""
        (politie,) = standpunten(POLITIE)
        others = standpunten(GEMEENTE, OM)

        assert with_position(question(*others), politie) == question(*others, politie)
        assert with_position(question(onthouden(POLITIE), *others), politie) == question(*others, politie)

    def test_is_taken_back_while_the_question_is_open(self) -> None:
        """A kernpartij that took one may take it back; one that took none has nothing to take back."""
        asked = question(*standpunten(OM))

        assert grounds(withdrawal_reasons(weegploeg(OM), asked)) == set()
        assert grounds(withdrawal_reasons(weegploeg(POLITIE), asked)) == {state("9.4", "no-position")}

    @pytest.mark.parametrize("staat", [Vraagstaat.AANGENOMEN, Vraagstaat.INGETROKKEN])
    def test_is_not_taken_back_when_the_question_is_settled(self, staat: Vraagstaat) -> None:
        """After the decision, or when the question itself was withdrawn."""
        asked = replace(question(*standpunten(OM)), staat=staat)

        assert grounds(withdrawal_reasons(weegploeg(OM), asked)) == {state("9.4", "settled")}

    def test_is_not_taken_back_where_nothing_is_asked(self) -> None:
        """Without a question there is no position."""
        assert grounds(withdrawal_reasons(weegploeg(OM), None)) == {state("4", "no-question")}


@pytest.mark.article("4")
class TestAReminder:
    """It goes out while somebody is still to speak."""

    def test_is_allowed_while_somebody_has_not_spoken(self) -> None:
        """Two spoke, one is silent."""
        asked = question(*standpunten(OM, GEMEENTE))

        assert grounds(reminder_reasons(asked, CONVENANT, day=DAY)) == set()

    def test_is_not_needed_when_everybody_spoke(self) -> None:
        """One that withholds has spoken."""
        asked = question(*standpunten(OM, GEMEENTE), onthouden(POLITIE))

        assert grounds(reminder_reasons(asked, CONVENANT, day=DAY)) == {state("9.4", "all-spoke")}

    def test_is_not_given_on_what_was_settled(self) -> None:
        """A question that was withdrawn asks nobody anything, whoever spoke; nor does one that is not there."""
        for said in ((), standpunten(*KERN)):
            asked = replace(question(*said), staat=Vraagstaat.INGETROKKEN, herinnerd_op=DAY)
            assert grounds(reminder_reasons(asked, CONVENANT, day=DAY)) == {state("9.4", "settled")}

        assert grounds(reminder_reasons(None, CONVENANT, day=DAY)) == {state("4", "no-question")}

    def test_is_remembered_by_its_last_day(self) -> None:
        """Of the question on the whole dossier or casus; a reminder on another question is another's."""
        days = [(80, YESTERDAY, None), (81, DAY, None), (82, YESTERDAY, None), (83, TOMORROW, VRAAG)]
        reminders = tuple(
            StukFeit(id=stuk_id(n), soort=DossierStuk.HERINNERING, organisatie_id=OM.id, bij_id=bij, op=op)
            for n, op, bij in days
        )

        assert on_outcome(replace(dossier(), stukken=reminders), None).herinnerd_op == DAY
        assert on_closing(replace(casus(), stukken=reminders)).herinnerd_op == DAY
        assert on_outcome(replace(dossier(), stukken=reminders[3:]), None).herinnerd_op is None


@pytest.mark.article("10.5.ii")
class TestThePermissionOfTheParties:
    """For a disclosure every party in force is asked, not only the kernpartijen."""

    def test_asks_every_party_and_no_partner(self) -> None:
        """Kernpartijen and casuspartijen; an externe casuspartner is no partij."""
        asked = must_agree(Onderwerp.DOORVERSTREKKING, CONVENANT, day=DAY)

        assert set(asked) == {GEMEENTE, OM, POLITIE, RAAD, RECLASSERING}

    def test_is_given_for_a_casuspartij_by_its_representative_in_the_casusoverleg(self) -> None:
        """And for a kernpartij by the one in the weegploeg."""
        assert may_speak(tafel(RAAD), Onderwerp.DOORVERSTREKKING, day=DAY)
        assert not may_speak(tafel(OM), Onderwerp.DOORVERSTREKKING, day=DAY)
        assert not may_speak(tafel(DE_BRUG), Onderwerp.DOORVERSTREKKING, day=DAY)


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
