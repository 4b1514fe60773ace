"""Who is kept away from a subject stays so wherever the subject goes. Covenant 15.2.b."""

from typing import Any

import pytest

from casustafel.acts.gate import Refused
from casustafel.acts.weegploeg.join_dossiers import join_dossiers
from casustafel.acts.weegploeg.open_dossier import open_dossier
from casustafel.acts.weegploeg.part_dossier import part_dossier
from casustafel.acts.weegploeg.submit_signaal import NawInvoer
from casustafel.convenant.feit import Uitkomst
from casustafel.demo.steps import GEMEENTE, POLITIE, Steps, begin
from casustafel.demo.subjects import AGENDEREN, NIET_AGENDEREN, NIEUW_GEMEENTE, NIEUW_POLITIE
from casustafel.demo.table import Table
from casustafel.jobs.relay import relay
from casustafel.weegploeg.models import Dossier
from tests.bewaring.test_nachtwerk import LAST, work
from tests.gate.test_uitsluiting import keep_away, kept_from

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("15.2.b")]
CONFIRMED = {"verblijft_in_nederland": True, "radicaliseert": True}


def does(table: Table, name: str, act: Any, **given: Any) -> Any:
    """Let somebody do an act today."""
    return table.does(name, act, act.invoer(**given), days_ago=0)


class TestASubjectThatGoesOn:
    """Petra is kept away from a dossier of which more files come."""

    def test_is_kept_from_her_in_the_casus(self, table: Table) -> None:
        """Before the casus is there, she is kept away from it."""
        steps = begin(table, AGENDEREN, "gerda", GEMEENTE, days_ago=9)
        steps.weigh("gerda", "gedrag", "Past (verzonnen).", days_ago=8)
        for who in ("gerda", "omar", "petra"):
            steps.standpunt(who, Uitkomst.AGENDEREN, "Ja (verzonnen).", days_ago=7)
        steps.decide(Uitkomst.AGENDEREN, days_ago=6)
        keep_away(table, "petra", steps.dossier_id)

        casus = steps.hand_over(betrokken=("gerda", "petra"), days_ago=5)

        assert kept_from(table, "petra") == {steps.dossier_id, casus.casus_id}

    def test_is_kept_from_her_in_the_dossier_that_it_is_joined_with(self, table: Table) -> None:
        """Two dossiers on one person."""
        van = begin(table, NIEUW_GEMEENTE, "gerda", GEMEENTE, days_ago=5)
        naar = begin(table, NIEUW_POLITIE, "petra", POLITIE, days_ago=9)
        keep_away(table, "petra", van.dossier_id)
        versie, naar_versie = (one.seen(days_ago=0).versie for one in (van, naar))

        both = {"houder_id": van.dossier_id, "naar_id": naar.dossier_id, "versie": versie, "naar_versie": naar_versie}
        does(table, "omar", join_dossiers, reden="Een persoon (verzonnen).", **both)

        assert kept_from(table, "petra") == {van.dossier_id, naar.dossier_id}
        with pytest.raises(Refused):
            does(table, "petra", open_dossier, houder_id=naar.dossier_id)

    def test_is_kept_from_her_in_the_dossier_that_is_parted_off(self, table: Table) -> None:
        """Which of the two she knows, nobody wrote down."""
        van = begin(table, NIEUW_GEMEENTE, "gerda", GEMEENTE, days_ago=5)
        van.signaal("gerda", "Over een ander (verzonnen).", GEMEENTE, days_ago=4)
        keep_away(table, "petra", van.dossier_id)
        seen = van.seen(days_ago=0)

        parted = {"houder_id": van.dossier_id, "versie": seen.versie, "signalen": (seen.signalen[1].id,)}
        made = does(
            table,
            "gerda",
            part_dossier,
            subject=NawInvoer(naam="Ander Verzonnen"),
            reden="Ander.",
            **parted,
            **CONFIRMED,
        )

        assert kept_from(table, "petra") == {van.dossier_id, made.dossier_id}

    def test_is_forgotten_when_it_is_destroyed(self, table: Table) -> None:
        """And no sooner: nothing is left that says whom she knew."""
        steps = decided_against(table)
        keep_away(table, "petra", steps.dossier_id)
        relay(edge=table.edge(0))
        assert kept_from(table, "petra") == {steps.dossier_id}

        for _night in range(2):
            work(LAST)

        assert not Dossier.objects.filter(pk=steps.dossier_id).exists()
        assert kept_from(table, "petra") == set()


def decided_against(table: Table) -> Steps:
    """Give a dossier that is not put on the agenda."""
    steps = begin(table, NIET_AGENDEREN, "gerda", GEMEENTE, days_ago=0)
    steps.weigh("gerda", "gedrag", "Past niet (verzonnen).", days_ago=0)
    for name in ("gerda", "omar", "petra"):
        steps.standpunt(name, Uitkomst.NIET_AGENDEREN, "Nee (verzonnen).", days_ago=0)
    steps.decide(Uitkomst.NIET_AGENDEREN, days_ago=0)
    return steps
