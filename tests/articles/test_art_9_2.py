"""Covenant 9.2: participants give each other what is relevant and necessary for the plan, on a ground."""

from functools import partial
from typing import Any

import pytest

from casustafel.convenant.feit import CasusStaat, OrganisatieFeit, Rol, Taak, Wie
from casustafel.convenant.partij import Soort
from casustafel.convenant.rules.casusoverleg import may_contribute
from tests.facts import (
    AT_TABLE,
    DAY,
    DE_BRUG,
    OM,
    RAAD,
    RECLASSERING,
    ROC,
    Ground,
    casus,
    deelnemers,
    field,
    hidden,
    refused,
    right,
    state,
    tafel,
    uitvoerder,
    verstrekking,
    weegploeg,
    wie,
)

GIVE = partial(
    may_contribute,
    omschrijving="gaat sinds mei niet naar school",
    noodzaak="nodig voor de maatregel op school",
    verstrekking=verstrekking(Soort.RAAD),
    day=DAY,
)


@pytest.mark.article("9.2")
@pytest.mark.article("10.2.b")
class TestAParticipant:
    """A party or partner at the table."""

    @pytest.mark.article("6")
    @pytest.mark.parametrize("organisatie", [*AT_TABLE, OM, RECLASSERING], ids=lambda o: o.naam)
    def test_contributes_on_its_own_ground(self, organisatie: OrganisatieFeit) -> None:
        """Each kind of organisation at the table contributes; a partner states its provision in words."""
        table = casus(aan_tafel=deelnemers(*AT_TABLE, OM, RECLASSERING))
        verdict = GIVE(tafel(organisatie), table, verstrekking=verstrekking(organisatie.soort))

        assert verdict.is_allowed

    @pytest.mark.parametrize(
        ("changed", "reason"),
        [
            ({"omschrijving": " "}, field("10.2.b", "omschrijving")),
            ({"noodzaak": ""}, field("9.2", "noodzaak")),
            pytest.param(
                {"verstrekking": verstrekking(Soort.GEMEENTE)},
                field("6.d", "grondslag"),
                marks=pytest.mark.article("6"),
            ),
        ],
    )
    def test_says_what_and_why_and_on_which_ground(self, changed: dict[str, Any], reason: Ground) -> None:
        """Without content, without necessity or on the ground of another nothing is contributed."""
        assert refused(GIVE(tafel(RAAD), casus(), **changed)) == {reason}

    def test_is_told_all_that_is_wrong(self) -> None:
        """Whatever is wrong is named at once."""
        verdict = GIVE(tafel(DE_BRUG), casus(CasusStaat.AFGESLOTEN), omschrijving="", noodzaak="")

        assert refused(verdict) == {
            state("9.2", "closed"),
            field("10.2.b", "omschrijving"),
            field("9.2", "noodzaak"),
            field("9.2", "grondslag"),
        }

    @pytest.mark.parametrize("staat", sorted(frozenset(CasusStaat) - {CasusStaat.AFGESLOTEN}))
    def test_contributes_while_the_plan_is_not_closed(self, staat: CasusStaat) -> None:
        """For writing, carrying out or monitoring the plan: until it is closed."""
        assert GIVE(tafel(RAAD), casus(staat)).is_allowed

    def test_contributes_nothing_to_a_plan_that_was_closed(self) -> None:
        """After the closing there is nothing that a contribution is necessary for."""
        assert refused(GIVE(tafel(RAAD), casus(CasusStaat.AFGESLOTEN))) == {state("9.2", "closed")}


@pytest.mark.article("9.2")
class TestAnybodyElse:
    """Who is not at the table."""

    @pytest.mark.parametrize("asker", [tafel(OM), tafel(RECLASSERING), tafel(ROC), weegploeg()])
    def test_contributes_nothing(self, asker: Wie) -> None:
        """For who is not at the table the casus does not exist."""
        assert asker.soort is not None
        verdict = GIVE(asker, casus(), verstrekking=verstrekking(asker.soort))

        assert hidden(verdict) == {right("10.4", "not-at-table")}

    @pytest.mark.article("5")
    def test_is_not_the_uitvoerder_either(self) -> None:
        """The uitvoerder opens the plan for a task, and contributes nothing of its own."""
        own = verstrekking(Soort.GEMEENTE)

        assert refused(GIVE(uitvoerder(Taak.VOORBEREIDEN), casus(), verstrekking=own)) == {
            right("9.2", "participant"),
        }
        assert refused(GIVE(uitvoerder(None), casus(), verstrekking=own)) == {field("5", "taak")}

    def test_is_nobody_who_speaks_for_no_organisation(self) -> None:
        """Who speaks for no organisation has no ground to provide on, and no seat."""
        asker = wie(None, Rol.UITVOERDER, taak=Taak.VOORBEREIDEN)

        assert refused(GIVE(asker, casus())) == {right("9.2", "participant")}
