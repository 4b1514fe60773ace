"""The pass: only the gate makes it, it reaches its dossiers only, and it ends with its act."""

from uuid import UUID

import pytest

from casustafel.acts import gate
from casustafel.acts.gate import Refused, do
from casustafel.acts.invoer import Niets
from casustafel.acts.weegploeg.find_dossiers import FindDossiers, find_dossiers
from casustafel.acts.weegploeg.open_dossier import OpenDossier, open_dossier
from casustafel.bestand.inhoud import Naw
from casustafel.bestand.pas import Pass, PassInvalid, claim_issue
from casustafel.demo.steps import GEMEENTE, begin
from casustafel.demo.subjects import IN_WEGING, WITHHELD
from casustafel.demo.table import Table
from casustafel.weegploeg import store
from casustafel.weegploeg.models import LogRegel

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("15.2.d")]


class TestNobodyButTheGateMakesAPass:
    """The right to issue passes is claimed once, by the gate."""

    def test_a_second_claim_is_refused(self) -> None:
        """Who claims the right after the gate gets nothing."""
        with pytest.raises(PassInvalid, match=r"casustafel\.acts\.gate"):
            claim_issue("a shortcut")

    def test_a_pass_made_by_hand_is_refused(self) -> None:
        """A pass is not made by calling its class."""
        with pytest.raises(PassInvalid):
            Pass()  # type: ignore[call-arg]  # it is refused before its parts are read


class TestAPassReachesItsDossiersOnly:
    """What an act may open is what the gate let it in for."""

    def test_another_dossier_does_not_open(self, table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
        """An act that reaches for a dossier that it was not let in for gets nothing of it."""
        mine = begin(table, IN_WEGING, "gerda", GEMEENTE, days_ago=0)
        other = begin(table, WITHHELD, "gerda", GEMEENTE, days_ago=0)
        shown = store.naw_of

        def reach(pas: Pass, _id: object) -> Naw:
            return shown(pas, other.dossier_id)

        monkeypatch.setattr(store, "naw_of", reach)
        with pytest.raises(PassInvalid):
            mine.seen(days_ago=0)

    def test_a_pass_that_was_kept_opens_nothing(self, table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
        """A pass ends with its act, keys and all."""
        steps = begin(table, IN_WEGING, "gerda", GEMEENTE, days_ago=0)
        kept: list[Pass] = []
        shown = store.naw_of

        def keep(pas: Pass, dossier_id: UUID) -> Naw:
            kept.append(pas)
            return shown(pas, dossier_id)

        monkeypatch.setattr(store, "naw_of", keep)
        steps.seen(days_ago=0)
        with pytest.raises(PassInvalid):
            shown(kept[0], steps.dossier_id)


class TestTheGateSwitchedOff:
    """Without the gate there is no way in: no act on a dossier works."""

    def test_no_act_gets_anywhere(self, table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
        """With no passes issued, every reading act fails before it reads."""
        steps = begin(table, IN_WEGING, "gerda", GEMEENTE, days_ago=0)

        def closed(**_parts: object) -> Pass:
            raise PassInvalid("The gate is switched off.")

        monkeypatch.setattr(gate, "_issue", closed)
        with pytest.raises(PassInvalid):
            steps.seen(days_ago=0)
        with pytest.raises(PassInvalid):
            table.does("gerda", find_dossiers, FindDossiers(), days_ago=0)

    def test_an_act_of_another_shape_is_refused(self, table: Table) -> None:
        """Input without a dossier does not pass for an act on one."""
        with pytest.raises(TypeError):
            do(open_dossier, wie=table.who("gerda"), invoer=Niets(), edge=table.edge(0))


class TestARefusalIsLoggedAndRaised:
    """A refusal is committed to the log, then raised."""

    def test_hidden_leaves_a_row_and_tells_nothing(self, table: Table) -> None:
        """Somebody outside the weegploeg gets the answer for what does not exist; the log has the reason."""
        steps = begin(table, IN_WEGING, "gerda", GEMEENTE, days_ago=0)

        with pytest.raises(Refused) as refused:
            table.does("rik", open_dossier, OpenDossier(houder_id=steps.dossier_id), days_ago=0)

        assert refused.value.verdict.is_hidden
        row = LogRegel.objects.latest("id")
        assert (row.gevolg, row.daad, row.redenen) == ("refused", "open-dossier", "8.4-kernpartij")
        assert row.medewerker_id == table.people["rik"].medewerker_id
